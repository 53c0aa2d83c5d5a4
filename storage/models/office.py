"""Facts of the office itself: what it is, when it works, whether it is a demonstration."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class StoreKind(StrEnum):
    """A store is a demonstration or a real one, for good."""

    DEMO = "demo"
    REAL = "real"


class StoreMark(SQLModel, table=True):
    """The one row that says what this store is."""

    id: int = Field(default=1, primary_key=True)
    kind: StoreKind = Field(sa_type=enum_column(StoreKind))
    office: str  # the name people read
    filled_on: date | None = None  # a demo is dated around this day
    content: str = ""  # “demo”, “lang-son-2020”
    since: datetime
    version: int = 1  # raised when people or units change: the lexicon is read again


class OfficeFact(SQLModel, table=True):
    """One thing people ask about the office: “hours”, and “hours.en” for replies in English."""

    key: str = Field(primary_key=True)
    value: str
    source: str = ""
    source_at: datetime | None = None


class DayKind(StrEnum):
    """What an override makes of a day."""

    OFF = "off"
    WORKED = "worked"


class DayOverride(SQLModel, table=True):
    """A day that differs from the calendar's rule: a substitute day, a swapped Saturday."""

    day: date = Field(primary_key=True)
    kind: DayKind = Field(sa_type=enum_column(DayKind))
    name: str
    basis: str = ""  # the notice that says so
    official: bool = True  # False: proposed or guessed, so what leans on it is “tạm tính”
    counted_off: bool | None = None  # as due times were last counted; None: without this row
    source: str = ""
    source_at: datetime | None = None
