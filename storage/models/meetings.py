"""Meetings (lịch công tác), who takes part and what they read beforehand."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class PartOfDay(StrEnum):
    """Many entries of a weekly schedule name no hour."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    ALL_DAY = "all_day"


class MeetingState(StrEnum):
    """What became of a meeting since the schedule was published."""

    PLANNED = "planned"
    CHANGED = "changed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    HELD = "held"


class Openness(StrEnum):
    """Who may know of the meeting at all."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PARTICIPANTS = "participants"  # “làm việc riêng”: nobody else learns that it exists


class Meeting(SQLModel, table=True):
    """One line of the schedule. `day` is the office's date; `starts_at` is None for “sáng”."""

    id: int | None = Field(default=None, primary_key=True)
    day: date = Field(index=True)
    part: PartOfDay = Field(sa_type=enum_column(PartOfDay))
    starts_at: datetime | None = Field(default=None, index=True)
    ends_at: datetime | None = None
    subject: str
    chair_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    place: str = ""
    online_points: str = ""  # điểm cầu, when the meeting is also online
    preparing_unit_id: int | None = Field(default=None, foreign_key="unit.id")
    invitation: str = ""  # số, ký hiệu of the giấy mời
    state: MeetingState = Field(default=MeetingState.PLANNED, sa_type=enum_column(MeetingState))
    openness: Openness = Field(default=Openness.INTERNAL, sa_type=enum_column(Openness))
    note: str = ""
    version: int = 1  # raised by every change of time or place
    source: str = ""
    source_at: datetime  # when the schedule that says so was published


class Participant(SQLModel, table=True):
    """Somebody who takes part; the chair has a row too."""

    meeting_id: int = Field(foreign_key="meeting.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)


class MeetingPaper(SQLModel, table=True):
    """One of the papers to read before."""

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    name: str
    pages: int | None = None
