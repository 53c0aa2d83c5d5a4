"""Incoming documents by when they are due: whose, how many, the most pressing first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit
from storage.documents import IS_OPEN, visible_to
from storage.kept import kept
from storage.models import RecordKind, Urgency
from storage.viewer import Viewer

_incoming = SQLModel.metadata.tables["incomingdocument"]
_person = SQLModel.metadata.tables["person"]
_unit = SQLModel.metadata.tables["unit"]

_MOST_PRESSING = (
    _incoming.c.due_on,
    sa.case(
        {Urgency.FLASH: 0, Urgency.VERY_URGENT: 1, Urgency.URGENT: 2},
        value=_incoming.c.urgency,
        else_=3,
    ),
    _incoming.c.id,
)


@dataclass(frozen=True, kw_only=True)
class Whose:
    """Those a person holds, those of a unit, or (neither given) all that the viewer may see."""

    person_id: int | None = None
    unit_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class DueDates:
    """Due on these days, both included; None: however long ago."""

    first: date | None = None
    last: date

    @property
    def values(self) -> dict[str, date]:
        """What is filled in when the statement runs."""
        return {"last": self.last} | ({"first": self.first} if self.first else {})


@dataclass(frozen=True, kw_only=True)
class DocumentLine:
    """An open document in a list."""

    id: int
    number_sign: str
    issuer: str
    subject: str
    urgency: Urgency
    unit: str
    holder_id: int | None
    holder: str
    due_on: date
    due_at: datetime | None
    due_version: int


@dataclass(frozen=True, kw_only=True)
class DuePage:
    """Some of the documents, and what is known of all of them together."""

    lines: tuple[DocumentLine, ...]
    total: int
    without_deadline: int  # open, but no leader has set a deadline: counted apart
    as_of: datetime | None  # of the register; None when nothing is open
    whose_name: str  # of the person or the unit asked about; empty for all


@dataclass(frozen=True, kw_only=True)
class UnitCount:
    """How many a unit has; the empty name is for those no unit has."""

    unit: str
    number: int


async def due(
    db: AsyncSession, viewer: Viewer, whose: Whose, dates: DueDates, *, limit: int, offset: int = 0
) -> DuePage:
    """The open documents due on these days, the longest due first. One statement.

    The totals stand in one row to which the lines are joined, so they are there without lines too.
    """
    statement = _due(viewer.rights, whose, dates.first is not None)
    values = {**dates.values, "most": limit, "skipped": offset}
    rows = (await (await db.connection()).execute(statement, values)).mappings().all()
    first = rows[0]
    lines = tuple(_line(row) for row in rows if row["id"] is not None)
    audit.saw(db, RecordKind.DOCUMENT, (line.id for line in lines))
    return DuePage(
        lines=lines,
        total=first["total"],
        without_deadline=first["without_deadline"],
        as_of=first["as_of"],
        whose_name=first["whose_name"],
    )


@kept
def _due(viewer: Viewer, whose: Whose, begins: bool) -> sa.Select[Any]:
    mine = sa.and_(visible_to(viewer), IS_OPEN, _belong(whose))
    totals = (
        sa.select(
            sa.func.count().filter(_within(begins)).label("total"),
            sa.func.count().filter(_incoming.c.due_on.is_(None)).label("without_deadline"),
            sa.func.max(_incoming.c.source_at).label("as_of"),
            sa.func.coalesce(_name_of(whose), "").label("whose_name"),
        )
        .where(mine)
        .subquery("totals")
    )
    lines = (
        sa.select(
            _incoming.c.id,
            _incoming.c.number_sign,
            _incoming.c.issuer,
            _incoming.c.subject,
            _incoming.c.urgency,
            sa.func.coalesce(_unit.c.name, "").label("unit"),
            _incoming.c.holder_id,
            sa.func.coalesce(_person.c.name, "").label("holder"),
            _incoming.c.due_on,
            _incoming.c.due_at,
            _incoming.c.due_version,
            sa.func.row_number().over(order_by=_MOST_PRESSING).label("place_in_list"),
        )
        .select_from(
            _incoming.outerjoin(_unit, _unit.c.id == _incoming.c.unit_id).outerjoin(
                _person, _person.c.id == _incoming.c.holder_id
            )
        )
        .where(mine, _within(begins))
        .order_by(*_MOST_PRESSING)
        .limit(sa.bindparam("most", type_=sa.Integer))
        .offset(sa.bindparam("skipped", type_=sa.Integer))
        .subquery("lines")
    )
    return (
        sa.select(totals, lines)
        .select_from(totals.outerjoin(lines, sa.true()))
        .order_by(lines.c.place_in_list)
    )


async def due_by_unit(db: AsyncSession, viewer: Viewer, dates: DueDates) -> Sequence[UnitCount]:
    """How many open documents due on these days each unit has, the most first."""
    statement = _due_by_unit(viewer.rights, dates.first is not None)
    rows = (await (await db.connection()).execute(statement, dates.values)).mappings()
    return [UnitCount(**row) for row in rows]


@kept
def _due_by_unit(viewer: Viewer, begins: bool) -> sa.Select[Any, int]:
    number = sa.func.count().label("number")
    unit = sa.func.coalesce(_unit.c.name, "").label("unit")
    return (
        sa.select(unit, number)
        .select_from(_incoming.outerjoin(_unit, _unit.c.id == _incoming.c.unit_id))
        .where(visible_to(viewer), IS_OPEN, _within(begins))
        .group_by(unit)
        .order_by(number.desc(), unit)
    )


def _belong(whose: Whose) -> ColumnElement[bool]:
    if whose.person_id is not None:
        return _incoming.c.holder_id == whose.person_id
    if whose.unit_id is not None:
        return _incoming.c.unit_id == whose.unit_id
    return sa.true()


def _within(begins: bool) -> ColumnElement[bool]:
    last: sa.BindParameter[date] = sa.bindparam("last")
    if not begins:
        return _incoming.c.due_on <= last
    return _incoming.c.due_on.between(sa.bindparam("first"), last)


def _name_of(whose: Whose) -> ColumnElement[str | None]:
    if whose.person_id is not None:
        return sa.select(_person.c.name).where(_person.c.id == whose.person_id).scalar_subquery()
    if whose.unit_id is not None:
        return sa.select(_unit.c.name).where(_unit.c.id == whose.unit_id).scalar_subquery()
    return sa.literal("")


def _line(row: sa.RowMapping) -> DocumentLine:
    return DocumentLine(**{name: row[name] for name in DocumentLine.__dataclass_fields__})
