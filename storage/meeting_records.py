"""What may be known of a meeting, as values, and the columns they are made of.

Who may see which meeting is for the WHERE of the caller, `storage.meetings`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import SQLModel

from storage.models import MeetingState, Openness, PartOfDay

meeting = SQLModel.metadata.tables["meeting"]
participant = SQLModel.metadata.tables["participant"]
person = SQLModel.metadata.tables["person"]
unit = SQLModel.metadata.tables["unit"]
_paper = SQLModel.metadata.tables["meetingpaper"]
_chair = person.alias("chair")


@dataclass(frozen=True, kw_only=True)
class MeetingLine:
    """What everybody who may know of the meeting may know about it."""

    id: int
    day: date
    part: PartOfDay
    starts_at: datetime | None
    ends_at: datetime | None
    subject: str
    place: str
    state: MeetingState
    chair: str
    chair_title: str
    is_public: bool  # on the public schedule
    source_at: datetime


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Somebody who takes part."""

    name: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Paper:
    """Something to read before the meeting."""

    name: str
    pages: int | None


@dataclass(frozen=True, kw_only=True)
class MeetingDetail(MeetingLine):
    """What the office's own staff may know besides."""

    online_points: str
    preparing_unit: str
    invitation: str
    note: str
    source: str
    participants: tuple[Attendee, ...] = ()
    papers: tuple[Paper, ...] = ()


def detailed(meeting_id: int) -> sa.Select[Any]:
    """A meeting with its people and its papers as rows beside it."""
    beside = sa.union_all(
        sa.select(
            person.c.name,
            person.c.title,
            sa.cast(sa.null(), sa.Integer).label("pages"),
            sa.literal(0).label("is_paper"),
            person.c.id.label("place_in_list"),
        )
        .join(participant, participant.c.person_id == person.c.id)
        .where(participant.c.meeting_id == meeting_id),
        sa.select(_paper.c.name, sa.literal(""), _paper.c.pages, sa.literal(1), _paper.c.id).where(
            _paper.c.meeting_id == meeting_id
        ),
    ).subquery("beside")
    return (
        sa.select(
            *line_columns(),
            meeting.c.online_points,
            sa.func.coalesce(unit.c.name, "").label("preparing_unit"),
            meeting.c.invitation,
            meeting.c.note,
            meeting.c.source,
            beside.c.name.label("beside_name"),
            beside.c.title.label("beside_title"),
            beside.c.pages,
            beside.c.is_paper,
        )
        .select_from(
            with_chair()
            .outerjoin(unit, unit.c.id == meeting.c.preparing_unit_id)
            .outerjoin(beside, sa.true())
        )
        .where(meeting.c.id == meeting_id)
        .order_by(beside.c.is_paper, beside.c.place_in_list)
    )


def with_chair() -> sa.Join:
    """Meetings beside whoever chairs them."""
    return meeting.outerjoin(_chair, _chair.c.id == meeting.c.chair_id)


def line_columns() -> list[ColumnElement[Any]]:
    """The columns of a `MeetingLine`, over `with_chair`."""
    return [
        meeting.c.id,
        meeting.c.day,
        meeting.c.part,
        meeting.c.starts_at,
        meeting.c.ends_at,
        meeting.c.subject,
        meeting.c.place,
        meeting.c.state,
        sa.func.coalesce(_chair.c.name, "").label("chair"),
        sa.func.coalesce(_chair.c.title, "").label("chair_title"),
        (meeting.c.openness == Openness.PUBLIC).label("is_public"),
        meeting.c.source_at,
    ]


def line_of(row: sa.RowMapping) -> MeetingLine:
    """The line a row stands for."""
    return MeetingLine(**{name: row[name] for name in MeetingLine.__dataclass_fields__})


def detail_of(rows: Sequence[sa.RowMapping]) -> MeetingDetail:
    """The rows of `detailed` as one value."""
    first = rows[0]
    beside = [row for row in rows if row["beside_name"] is not None]
    lists = {"participants", "papers"}
    return MeetingDetail(
        **{name: first[name] for name in MeetingDetail.__dataclass_fields__ if name not in lists},
        participants=tuple(
            Attendee(name=row["beside_name"], title=row["beside_title"])
            for row in beside
            if not row["is_paper"]
        ),
        papers=tuple(
            Paper(name=row["beside_name"], pages=row["pages"]) for row in beside if row["is_paper"]
        ),
    )
