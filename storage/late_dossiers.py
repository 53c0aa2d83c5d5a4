"""Dossiers in work by when they are due: what is late, what is due soon, what waits for whom.

Rights stand in every statement; “ours” is what lies with a unit of the house, the rest of what is
worked on lies with a body outside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit
from storage.dossiers import IN_WORK, visible_to
from storage.due_documents import DueDates, UnitCount, Whose
from storage.folding import folded
from storage.kept import kept
from storage.models import TABLES, DossierState, RecordKind
from storage.viewer import Viewer

_dossier, _unit, _person = TABLES["dossier"], TABLES["unit"], TABLES["person"]
_procedure = TABLES["procedure"]
Condition = sa.ColumnElement[bool]

_RUNS = _dossier.c.state.in_([DossierState.RECEIVED, DossierState.PROCESSING])
_OUTSIDE = sa.func.coalesce(_unit.c.outside, sa.false())
_LATE = sa.and_(_RUNS, _dossier.c.due_on < sa.bindparam("today", type_=sa.Date))
_WAITS = sa.or_(
    _dossier.c.state.in_([DossierState.SUPPLEMENT, DossierState.PAYMENT]),
    sa.and_(_RUNS, _OUTSIDE),
)
_COUNTED: Mapping[str, Condition] = {
    "late_ours": sa.and_(_LATE, sa.not_(_OUTSIDE)),
    "late_elsewhere": sa.and_(_LATE, _OUTSIDE),
    "ours": sa.and_(_RUNS, sa.not_(_OUTSIDE)),
    "elsewhere": sa.and_(_RUNS, _OUTSIDE),
    "supplement": _dossier.c.state == DossierState.SUPPLEMENT,
    "payment": _dossier.c.state == DossierState.PAYMENT,
    "submitted": _dossier.c.state == DossierState.SUBMITTED,
}
_MOST_PRESSING = (
    _dossier.c.due_on.is_(None),
    _dossier.c.due_on,
    _dossier.c.due_at,
    _dossier.c.id,
)


class Concern(StrEnum):
    """Which of the dossiers in work are listed."""

    LATE = "late"
    SOON = "soon"
    WAITING = "waiting"


@dataclass(frozen=True, kw_only=True)
class LateLine:
    """A dossier in such a list. `outside`: it lies with a body that is not of the house."""

    id: int
    code: str
    procedure: str
    state: DossierState
    unit: str
    outside: bool
    holder: str
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class Counts:
    """All that are in work, by what they wait for, and how many of them are late where."""

    late_ours: int
    late_elsewhere: int
    ours: int
    elsewhere: int
    supplement: int
    payment: int
    submitted: int

    @property
    def late(self) -> int:
        """Wherever they lie."""
        return self.late_ours + self.late_elsewhere

    @property
    def waiting(self) -> int:
        """For others."""
        return self.supplement + self.payment + self.elsewhere


@dataclass(frozen=True, kw_only=True)
class LatePage:
    """Some of the dossiers, and what is known of all of them together."""

    lines: tuple[LateLine, ...]
    total: int
    counts: Counts
    as_of: datetime | None
    whose_name: str  # of the person or the unit asked about; empty for all


async def listed(
    db: AsyncSession,
    viewer: Viewer,
    whose: Whose,
    side: Concern,
    dates: DueDates,
    *,
    today: date,
    procedures: Sequence[int] | None = None,
    limit: int,
    offset: int = 0,
) -> LatePage:
    """The dossiers of one side, those that are or will be late longest first. One statement.

    `dates` bound what is late or due soon; what waits is listed whenever it is due. `procedures`:
    of these alone.
    """
    statement = _listed(viewer.rights, whose, side, dates.first is not None, procedures is not None)
    values = {**dates.values, "today": today, "most": limit, "skipped": offset}
    if side is Concern.WAITING:
        values = {name: value for name, value in values.items() if name not in ("first", "last")}
    if procedures is not None:
        values["procedures"] = tuple(procedures)
    rows = (await (await db.connection()).execute(statement, values)).mappings().all()
    first = rows[0]
    lines = tuple(
        LateLine(**{name: row[name] for name in LateLine.__dataclass_fields__})
        for row in rows
        if row["id"] is not None
    )
    audit.saw(db, RecordKind.DOSSIER, (line.id for line in lines))
    return LatePage(
        lines=lines,
        total=first["total"],
        counts=Counts(**{name: first[name] for name in _COUNTED}),
        as_of=first["as_of"],
        whose_name=first["whose_name"],
    )


@kept
def _listed(
    viewer: Viewer, whose: Whose, side: Concern, begins: bool, of_some: bool
) -> sa.Select[Any]:
    mine = [visible_to(viewer), _dossier.c.state.in_(IN_WORK), _belong(whose)]
    if of_some:
        wanted = sa.bindparam("procedures", type_=sa.Integer(), expanding=True)
        mine.append(_dossier.c.procedure_id.in_(wanted))
    on_this_side = _on(side, begins)
    source = _dossier.outerjoin(_unit, _unit.c.id == _dossier.c.unit_id)
    totals = (
        sa.select(
            sa.func.count().filter(on_this_side).label("total"),
            *(sa.func.count().filter(which).label(name) for name, which in _COUNTED.items()),
            sa.func.max(_dossier.c.source_at).label("as_of"),
            sa.func.coalesce(_name_of(whose), "").label("whose_name"),
        )
        .select_from(source)
        .where(*mine)
        .subquery("totals")
    )
    lines = (
        sa.select(
            _dossier.c.id,
            _dossier.c.code,
            sa.func.coalesce(_procedure.c.name, "").label("procedure"),
            _dossier.c.state,
            sa.func.coalesce(_unit.c.name, "").label("unit"),
            _OUTSIDE.label("outside"),
            sa.func.coalesce(_person.c.name, "").label("holder"),
            _dossier.c.due_on,
            sa.func.row_number().over(order_by=_MOST_PRESSING).label("place_in_list"),
        )
        .select_from(
            source.outerjoin(_procedure, _procedure.c.id == _dossier.c.procedure_id).outerjoin(
                _person, _person.c.id == _dossier.c.holder_id
            )
        )
        .where(*mine, on_this_side)
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


async def late_by_unit(
    db: AsyncSession,
    viewer: Viewer,
    dates: DueDates,
    *,
    procedures: Sequence[int] | None = None,
) -> Sequence[UnitCount]:
    """How many that were due on these days and are not done each unit has, the most first."""
    statement = _late_by_unit(viewer.rights, dates.first is not None, procedures is not None)
    values: dict[str, Any] = dict(dates.values)
    if procedures is not None:
        values["procedures"] = tuple(procedures)
    rows = (await (await db.connection()).execute(statement, values)).mappings()
    return [UnitCount(**row) for row in rows]


@kept
def _late_by_unit(viewer: Viewer, begins: bool, of_some: bool) -> sa.Select[Any, int]:
    number = sa.func.count().label("number")
    unit = sa.func.coalesce(_unit.c.name, "").label("unit")
    counted = (
        sa.select(unit, number)
        .select_from(_dossier.outerjoin(_unit, _unit.c.id == _dossier.c.unit_id))
        .where(visible_to(viewer), _RUNS, _within(begins))
        .group_by(unit)
        .order_by(number.desc(), unit)
    )
    if not of_some:
        return counted
    wanted = sa.bindparam("procedures", type_=sa.Integer(), expanding=True)
    return counted.where(_dossier.c.procedure_id.in_(wanted))


async def procedures_about(db: AsyncSession, words: str) -> Sequence[int]:
    """The published procedures of this field or, where no field is called so, with these words in
    their names; diacritics do not matter.
    """
    columns = (_procedure.c.id, _procedure.c.field, _procedure.c.name)
    rows = (await (await db.connection()).execute(sa.select(*columns))).all()
    sought = folded(words)
    in_field = [row.id for row in rows if sought in folded(row.field)]
    return in_field or [
        row.id for row in rows if set(sought.split()) <= set(folded(row.name).split())
    ]


def _on(side: Concern, begins: bool) -> Condition:
    if side is Concern.WAITING:
        return _WAITS
    return sa.and_(_RUNS, _within(begins))


def _within(begins: bool) -> Condition:
    last: sa.BindParameter[date] = sa.bindparam("last")
    if not begins:
        return _dossier.c.due_on <= last
    return _dossier.c.due_on.between(sa.bindparam("first"), last)


def _belong(whose: Whose) -> Condition:
    if whose.person_id is not None:
        return _dossier.c.holder_id == whose.person_id
    if whose.unit_id is not None:
        return _dossier.c.unit_id == whose.unit_id
    return sa.true()


def _name_of(whose: Whose) -> sa.ColumnElement[str | None]:
    if whose.person_id is not None:
        return sa.select(_person.c.name).where(_person.c.id == whose.person_id).scalar_subquery()
    if whose.unit_id is not None:
        return sa.select(_unit.c.name).where(_unit.c.id == whose.unit_id).scalar_subquery()
    return sa.literal("")
