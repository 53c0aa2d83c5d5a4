"""Questions about meetings. Every statement starts at `visible_to`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, assert_never

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import MeetingState, Openness, PartOfDay
from storage.rights import belongs
from storage.viewer import Role, Viewer

_meeting = SQLModel.metadata.tables["meeting"]
_participant = SQLModel.metadata.tables["participant"]
_paper = SQLModel.metadata.tables["meetingpaper"]
_person = SQLModel.metadata.tables["person"]
_unit = SQLModel.metadata.tables["unit"]

_chair = _person.alias("chair")

EVERY_PART = frozenset(PartOfDay)
_BY_TIME = (
    _meeting.c.day,
    sa.case(
        {PartOfDay.ALL_DAY: 0, PartOfDay.MORNING: 1, PartOfDay.AFTERNOON: 2},
        value=_meeting.c.part,
        else_=3,
    ),
    _meeting.c.starts_at.is_not(None),  # “sáng” before 08:00
    _meeting.c.starts_at,
    _meeting.c.id,
)


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which meetings: of these days, of these hours of them, of a person or of a unit."""

    first: date
    last: date
    since: datetime | None = None  # hours within the days; None: from their beginning
    until: datetime | None = None
    parts: frozenset[PartOfDay] = EVERY_PART  # for meetings that name no hour
    person_id: int | None = None
    unit_id: int | None = None


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
    source_at: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    """Some of the meetings that were asked for, and how many there are in all."""

    lines: tuple[MeetingLine, ...]
    total: int
    as_of: datetime | None  # of the newest published line; None when there is no meeting
    whose_name: str  # of the person or the unit asked about; empty for the whole office


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


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The meetings this person may know of: the one place where that is decided.

    Of a meeting for its participants nobody else learns that it exists, whatever their rank.
    """
    match viewer.role:
        case Role.OFFICE:
            return sa.true()
        case Role.CITIZEN:
            return _meeting.c.openness == Openness.PUBLIC
        case Role.OFFICER | Role.CLERK | Role.HEAD | Role.LEADER | Role.ADMIN:
            return sa.or_(
                _meeting.c.openness.in_((Openness.PUBLIC, Openness.INTERNAL)),
                _involves(viewer.person_id),
            )
    assert_never(viewer.role)


async def sought(
    db: AsyncSession, viewer: Viewer, which: Sought, *, limit: int, offset: int = 0
) -> MeetingPage:
    """The meetings in the order of the day. One statement.

    What is known of all of them stands in one row to which the lines are joined, so it is there
    without a line too.
    """
    conditions = (visible_to(viewer), *_conditions(which))
    all_of_them = (
        sa.select(
            sa.func.count().label("total"),
            sa.func.max(_meeting.c.source_at).label("as_of"),
            sa.func.coalesce(_name_of(which), "").label("whose_name"),
        )
        .where(*conditions)
        .subquery("all_of_them")
    )
    lines = (
        sa.select(
            *_line_columns(), sa.func.row_number().over(order_by=_BY_TIME).label("place_in_list")
        )
        .select_from(_with_chair())
        .where(*conditions)
        .order_by(*_BY_TIME)
        .limit(limit)
        .offset(offset)
        .subquery("lines")
    )
    statement = (
        sa.select(all_of_them, lines)
        .select_from(all_of_them.outerjoin(lines, sa.true()))
        .order_by(lines.c.place_in_list)
    )
    rows = (await (await db.connection()).execute(statement)).mappings().all()
    return MeetingPage(
        lines=tuple(_line(row) for row in rows if row["id"] is not None),
        total=rows[0]["total"],
        as_of=rows[0]["as_of"],
        whose_name=rows[0]["whose_name"],
    )


async def detail(db: AsyncSession, viewer: Viewer, meeting_id: int) -> MeetingLine | None:
    """One meeting: a `MeetingDetail` for staff, only the line for others; None as if it were not.

    One statement: the people and the papers come as rows beside the meeting.
    """
    if not (viewer.is_staff or viewer.role is Role.OFFICE):
        statement = (
            sa.select(*_line_columns())
            .select_from(_with_chair())
            .where(visible_to(viewer), _meeting.c.id == meeting_id)
        )
        row = (await (await db.connection()).execute(statement)).mappings().first()
        return _line(row) if row else None
    rows = (await (await db.connection()).execute(_detailed(viewer, meeting_id))).mappings().all()
    return _detail(rows) if rows else None


def _detailed(viewer: Viewer, meeting_id: int) -> sa.Select[Any]:
    beside = sa.union_all(
        sa.select(
            _person.c.name,
            _person.c.title,
            sa.cast(sa.null(), sa.Integer).label("pages"),
            sa.literal(0).label("is_paper"),
            _person.c.id.label("place_in_list"),
        )
        .join(_participant, _participant.c.person_id == _person.c.id)
        .where(_participant.c.meeting_id == meeting_id),
        sa.select(_paper.c.name, sa.literal(""), _paper.c.pages, sa.literal(1), _paper.c.id).where(
            _paper.c.meeting_id == meeting_id
        ),
    ).subquery("beside")
    return (
        sa.select(
            *_line_columns(),
            _meeting.c.online_points,
            sa.func.coalesce(_unit.c.name, "").label("preparing_unit"),
            _meeting.c.invitation,
            _meeting.c.note,
            _meeting.c.source,
            beside.c.name.label("beside_name"),
            beside.c.title.label("beside_title"),
            beside.c.pages,
            beside.c.is_paper,
        )
        .select_from(
            _with_chair()
            .outerjoin(_unit, _unit.c.id == _meeting.c.preparing_unit_id)
            .outerjoin(beside, sa.true())
        )
        .where(visible_to(viewer), _meeting.c.id == meeting_id)
        .order_by(beside.c.is_paper, beside.c.place_in_list)
    )


def _conditions(which: Sought) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        _meeting.c.day.between(which.first, which.last),
        _in_hours(which),
    ]
    if which.person_id is not None:
        conditions.append(_involves(which.person_id))
    if which.unit_id is not None:
        conditions.append(_concerns(which.unit_id))
    return conditions


def _in_hours(which: Sought) -> ColumnElement[bool]:
    """A meeting with an hour by its hour, one without by the part of the day it is entered for."""
    starts, ends = _meeting.c.starts_at, _meeting.c.ends_at
    hours: list[ColumnElement[bool]] = []
    if which.since is not None:
        hours.append(sa.or_(starts >= which.since, ends > which.since))
    if which.until is not None:
        hours.append(starts < which.until)
    parts = sa.true() if which.parts == EVERY_PART else _meeting.c.part.in_(sorted(which.parts))
    return sa.or_(sa.and_(starts.is_not(None), *hours), sa.and_(starts.is_(None), parts))


def _involves(person_id: int | None) -> ColumnElement[bool]:
    """They chair it or take part in it."""
    takes_part = sa.exists().where(
        _participant.c.meeting_id == _meeting.c.id, belongs(_participant.c.person_id, person_id)
    )
    return sa.or_(belongs(_meeting.c.chair_id, person_id), takes_part.correlate(_meeting))


def _concerns(unit_id: int) -> ColumnElement[bool]:
    """The unit prepares it, or somebody of the unit chairs it or takes part."""
    return sa.or_(
        _meeting.c.preparing_unit_id == unit_id,
        sa.exists()
        .where(
            _person.c.unit_id == unit_id,
            sa.or_(
                _person.c.id == _meeting.c.chair_id,
                sa.exists()
                .where(
                    _participant.c.meeting_id == _meeting.c.id,
                    _participant.c.person_id == _person.c.id,
                )
                .correlate(_meeting, _person),
            ),
        )
        .correlate(_meeting),
    )


def _name_of(which: Sought) -> ColumnElement[str | None]:
    if which.person_id is not None:
        return sa.select(_person.c.name).where(_person.c.id == which.person_id).scalar_subquery()
    if which.unit_id is not None:
        return sa.select(_unit.c.name).where(_unit.c.id == which.unit_id).scalar_subquery()
    return sa.literal("")


def _with_chair() -> sa.Join:
    return _meeting.outerjoin(_chair, _chair.c.id == _meeting.c.chair_id)


def _line_columns() -> list[ColumnElement[Any]]:
    return [
        _meeting.c.id,
        _meeting.c.day,
        _meeting.c.part,
        _meeting.c.starts_at,
        _meeting.c.ends_at,
        _meeting.c.subject,
        _meeting.c.place,
        _meeting.c.state,
        sa.func.coalesce(_chair.c.name, "").label("chair"),
        sa.func.coalesce(_chair.c.title, "").label("chair_title"),
        _meeting.c.source_at,
    ]


def _line(row: sa.RowMapping) -> MeetingLine:
    return MeetingLine(**{name: row[name] for name in MeetingLine.__dataclass_fields__})


def _detail(rows: Sequence[sa.RowMapping]) -> MeetingDetail:
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
