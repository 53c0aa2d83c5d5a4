"""Administrative procedures (thủ tục hành chính) as published."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

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
    """One procedure: what to bring, what it costs, how long it takes, by which law.

    A later row of the same code takes the place of an earlier one on its `valid_from`. What is in
    the lists of `papers` and `variants` is read by `storage.procedures`.
    """

    __table_args__ = (sa.UniqueConstraint("code", "valid_from"),)

    id: int | None = Field(default=None, primary_key=True)
    code: str  # 1.000948
    name: str
    field: str  # lĩnh vực
    level: str  # cấp tỉnh, cấp xã
    agency: str
    time_limit: int
    time_unit: TimeUnit = Field(sa_type=enum_column(TimeUnit))
    fee: str = ""
    papers: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)  # of all variants
    result: str = ""
    online: OnlineLevel = Field(default=OnlineLevel.NONE, sa_type=enum_column(OnlineLevel))
    legal_basis: str = ""
    decision: str = ""  # the decision that published it
    valid_from: date
    valid_to: date | None = None
    audience: str = ""  # đối tượng thực hiện
    place: str = ""  # where to submit, if that is not any one-stop desk of the province
    fee_online: str = ""  # empty: as at the counter
    fee_post: str = ""  # empty: as at the counter, and postage
    sets: int = 1  # số lượng hồ sơ
    variants: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)
    conditions: str = ""
    url: str = ""  # of its page at the national portal
    version: int = 1  # lần công bố
    replaced_by: str = ""  # code of what took its place
    source: str = ""
    source_at: datetime | None = None
