"""Reception of citizens (tiếp công dân), counted by visits."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class ReceptionKind(StrEnum):
    """Who received: the standing desk, or the Chairman on the fixed day."""

    STANDING = "standing"  # thường xuyên, Ban Tiếp công dân
    CHAIRMAN = "chairman"  # định kỳ, Chủ tịch UBND tỉnh


class Reception(SQLModel, table=True):
    """One session of reception: visits (lượt), matters (vụ việc), groups (đoàn) counted apart."""

    id: int | None = Field(default=None, primary_key=True)
    day: date = Field(index=True)
    kind: ReceptionKind = Field(sa_type=enum_column(ReceptionKind))
    visits: int
    people: int | None = None
    matters: int | None = None
    groups: int = 0
    source: str = ""
    source_at: datetime
