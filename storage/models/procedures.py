"""Administrative procedures (thủ tục hành chính) as published."""

from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class TimeUnit(StrEnum):
    """Law mixes working days, calendar days, months and hours: a limit always says which."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WORKING_HOURS = "working_hours"
    MONTHS = "months"


class OnlineLevel(StrEnum):
    """NĐ 224/2026 Đ.14 knows two levels; some procedures have none."""

    NONE = "none"
    PART = "part"  # một phần
    FULL = "full"  # toàn trình


class Procedure(SQLModel, table=True):
    """One procedure: what to bring, what it costs, how long it takes, by which law."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)  # 1.000948
    name: str
    field: str  # lĩnh vực
    level: str  # cấp tỉnh, cấp xã
    agency: str
    time_limit: int
    time_unit: TimeUnit = Field(sa_type=enum_column(TimeUnit))
    fee: str = ""
    papers: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    result: str = ""
    online: OnlineLevel = Field(sa_type=enum_column(OnlineLevel))
    legal_basis: str = ""
    decision: str = ""  # the decision that published it
    valid_from: date
    valid_to: date | None = None
