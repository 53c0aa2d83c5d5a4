"""Questions about meetings. Every statement starts at `visible_to`."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, assert_never

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit
from storage.kept import kept
from storage.meeting_records import (
    MeetingLine,
    detail_of,
    detailed,
    line_columns,
    line_of,
    meeting,
    participant,
    person,
    unit,
    with_chair,
)
from storage.models import Openness, PartOfDay, RecordKind
from storage.rights import belongs, decides
from storage.viewer import DutyKind, Role, Viewer

EVERY_PART = frozenset(PartOfDay)
SOME_TIME = datetime.min.replace(tzinfo=UTC)  # stands for any in the shape of a statement
_BY_TIME = (
    meeting.c.day,
    sa.case(
        {PartOfDay.ALL_DAY: 0, PartOfDay.MORNING: 1, PartOfDay.AFTERNOON: 2},
        value=meeting.c.part,
        else_=3,
    ),
    meeting.c.starts_at.is_not(None),  # “sáng” before 08:00
    meeting.c.starts_at,
    meeting.c.id,
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

    @property
    def times(self) -> dict[str, date | datetime]:
        """What is filled in when the statement runs."""
        times = {"first": self.first, "last": self.last, "since": self.since, "until": self.until}
        return {name: time for name, time in times.items() if time is not None}

    @property
    def shape(self) -> "Sought":
        """The same without its times, except that there are some."""
        return replace(
            self,
            first=date.min,
            last=date.min,
            since=self.since and SOME_TIME,
            until=self.until and SOME_TIME,
        )


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    """Some of the meetings that were asked for, and how many there are in all."""

    lines: tuple[MeetingLine, ...]
    total: int
    as_of: datetime | None  # of the newest published line; None when there is no meeting
    whose_name: str  # of the person or the unit asked about; empty for the whole office


@decides("meeting")
def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The meetings this person may know of: the one place where that is decided.

    Of a meeting for its participants nobody else learns that it exists, whatever their rank, but
    for whoever keeps the schedule.
    """
    match viewer.role:
        case Role.OFFICE:
            return sa.true()
        case Role.CITIZEN:
            return meeting.c.openness == Openness.PUBLIC
        case Role.OFFICER | Role.CLERK | Role.HEAD if DutyKind.MEETING_SECRETARY in viewer.duties:
            return sa.true()
        case Role.OFFICER | Role.CLERK | Role.HEAD | Role.LEADER | Role.ADMIN:
            return sa.or_(
                meeting.c.openness.in_((Openness.PUBLIC, Openness.INTERNAL)),
                involves(viewer.person_id),
            )
    assert_never(viewer.role)


async def sought(
    db: AsyncSession,
    viewer: Viewer,
    which: Sought,
    *,
    limit: int,
    offset: int = 0,
    shown: bool = True,
) -> MeetingPage:
    """The meetings in the order of the day. One statement.

    With `shown` False they are compared only; whoever shows some of them says so to `audit.saw`.

    What is known of all of them stands in one row to which the lines are joined, so it is there
    without a line too.
    """
    rows = (
        (
            await (await db.connection()).execute(
                _listed(viewer.rights, which.shape),
                {**which.times, "most": limit, "skipped": offset},
            )
        )
        .mappings()
        .all()
    )
    lines = tuple(line_of(row) for row in rows if row["id"] is not None)
    if shown:
        audit.saw(db, RecordKind.MEETING, (line.id for line in lines))
    return MeetingPage(
        lines=lines,
        total=rows[0]["total"],
        as_of=rows[0]["as_of"],
        whose_name=rows[0]["whose_name"],
    )


@kept
def _listed(viewer: Viewer, which: Sought) -> sa.Select[Any]:
    conditions = (visible_to(viewer), *_conditions(which))
    all_of_them = (
        sa.select(
            sa.func.count().label("total"),
            sa.func.max(meeting.c.source_at).label("as_of"),
            sa.func.coalesce(_name_of(which), "").label("whose_name"),
        )
        .where(*conditions)
        .subquery("all_of_them")
    )
    lines = (
        sa.select(
            *line_columns(), sa.func.row_number().over(order_by=_BY_TIME).label("place_in_list")
        )
        .select_from(with_chair())
        .where(*conditions)
        .order_by(*_BY_TIME)
        .limit(sa.bindparam("most", type_=sa.Integer))
        .offset(sa.bindparam("skipped", type_=sa.Integer))
        .subquery("lines")
    )
    return (
        sa.select(all_of_them, lines)
        .select_from(all_of_them.outerjoin(lines, sa.true()))
        .order_by(lines.c.place_in_list)
    )


async def detail(db: AsyncSession, viewer: Viewer, meeting_id: int) -> MeetingLine | None:
    """One meeting: a `MeetingDetail` for staff, only the line for others; None as if it were not.

    One statement: the people and the papers come as rows beside the meeting.
    """
    if not (viewer.is_staff or viewer.role is Role.OFFICE):
        statement = (
            sa.select(*line_columns())
            .select_from(with_chair())
            .where(visible_to(viewer), meeting.c.id == meeting_id)
        )
        row = (await (await db.connection()).execute(statement)).mappings().first()
        if row is None:
            return None
        audit.saw(db, RecordKind.MEETING, [meeting_id])
        return line_of(row)
    in_full = detailed(meeting_id).where(visible_to(viewer))
    rows = (await (await db.connection()).execute(in_full)).mappings().all()
    if not rows:
        return None
    audit.saw(db, RecordKind.MEETING, [meeting_id])
    return detail_of(rows)


def _conditions(which: Sought) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        meeting.c.day.between(sa.bindparam("first"), sa.bindparam("last")),
        _in_hours(which),
    ]
    if which.person_id is not None:
        conditions.append(involves(which.person_id))
    if which.unit_id is not None:
        conditions.append(concerns(which.unit_id))
    return conditions


def _in_hours(which: Sought) -> ColumnElement[bool]:
    """A meeting with an hour by its hour, one without by the part of the day it is entered for."""
    starts, ends = meeting.c.starts_at, meeting.c.ends_at
    hours: list[ColumnElement[bool]] = []
    if which.since is not None:
        since: sa.BindParameter[datetime] = sa.bindparam("since")
        hours.append(sa.or_(starts >= since, ends > since))
    if which.until is not None:
        hours.append(starts < sa.bindparam("until"))
    parts = sa.true() if which.parts == EVERY_PART else meeting.c.part.in_(sorted(which.parts))
    return sa.or_(sa.and_(starts.is_not(None), *hours), sa.and_(starts.is_(None), parts))


def involves(person_id: int | None) -> ColumnElement[bool]:
    """They chair it or take part in it."""
    takes_part = sa.exists().where(
        participant.c.meeting_id == meeting.c.id, belongs(participant.c.person_id, person_id)
    )
    return sa.or_(belongs(meeting.c.chair_id, person_id), takes_part.correlate(meeting))


def concerns(unit_id: int) -> ColumnElement[bool]:
    """The unit prepares it, or somebody of the unit chairs it or takes part."""
    return sa.or_(
        meeting.c.preparing_unit_id == unit_id,
        sa.exists()
        .where(
            person.c.unit_id == unit_id,
            sa.or_(
                person.c.id == meeting.c.chair_id,
                sa.exists()
                .where(
                    participant.c.meeting_id == meeting.c.id,
                    participant.c.person_id == person.c.id,
                )
                .correlate(meeting, person),
            ),
        )
        .correlate(meeting),
    )


def _name_of(which: Sought) -> ColumnElement[str | None]:
    if which.person_id is not None:
        return sa.select(person.c.name).where(person.c.id == which.person_id).scalar_subquery()
    if which.unit_id is not None:
        return sa.select(unit.c.name).where(unit.c.id == which.unit_id).scalar_subquery()
    return sa.literal("")
