"""The people of the office: who may know of whom, and how they are called."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar, assert_never

import sqlalchemy as sa
from sqlalchemy import RowMapping
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.folding import spelt_words, words_in
from storage.models import TABLES
from storage.rights import decides
from storage.viewer import STAFF, Role, Viewer

_person = TABLES["person"]
_unit = TABLES["unit"]
_stand_in = _person.alias("stand_in")

PUBLIC = (Role.LEADER, Role.HEAD)
"""Whom anybody may know of."""
_OF_THE_OFFICE = _person.c.active & _person.c.role.in_(sorted(STAFF))
_NAMES = sa.select(
    _person.c.id, _person.c.name, _person.c.title, _person.c.short_title, _person.c.unit_id
).order_by(_person.c.id)
_CARD = (
    sa.select(
        _person.c.id,
        _person.c.name,
        _person.c.title,
        _person.c.short_title,
        _person.c.fields_in_charge,
        sa.func.coalesce(_unit.c.name, "").label("unit"),
        sa.func.coalesce(_unit.c.code, "").label("unit_code"),
        sa.func.coalesce(_unit.c.room, "").label("room"),
        sa.func.coalesce(_unit.c.phone, "").label("desk_phone"),
        _person.c.role.in_(PUBLIC).label("is_public"),
    )
    .select_from(
        _person.outerjoin(_unit, _unit.c.id == _person.c.unit_id).outerjoin(
            _stand_in, _stand_in.c.id == _person.c.stand_in_id
        )
    )
    .order_by(
        sa.case((_person.c.role == Role.LEADER, 0), (_person.c.role == Role.HEAD, 1), else_=2),
        _person.c.id,
    )
)
_ALSO_FOR_STAFF = (
    _person.c.phone,
    sa.func.coalesce(_stand_in.c.name, "").label("stand_in"),
)
Person = TypeVar("Person", "PersonPublic", "PersonStaff")
_FOUND_BY = ("name", "title", "short_title", "fields_in_charge", "unit", "unit_code")
_ONLY_FOR_FINDING = frozenset({"short_title", "unit_code"})
_UNITS_BY_NAME = sa.select(_unit.c.id, _unit.c.code, _unit.c.name).order_by(_unit.c.id)


@dataclass(frozen=True, kw_only=True)
class PersonPublic:
    """What anybody may know of a leader or a head of unit, and colleagues of everybody."""

    id: int
    name: str
    title: str
    unit: str  # its name; empty for somebody who belongs to none
    fields_in_charge: str
    room: str
    desk_phone: str  # the unit's
    is_public: bool  # a leader or a head: anybody may know of them


@dataclass(frozen=True, kw_only=True)
class PersonStaff(PersonPublic):
    """What colleagues may know of one another besides."""

    phone: str
    stand_in: str  # the name of who acts for them


@dataclass(frozen=True, kw_only=True)
class PersonName:
    """How the words may name somebody of the office."""

    id: int
    name: str
    title: str
    short_title: str
    unit_id: int | None


@dataclass(frozen=True, kw_only=True)
class UnitName:
    """How the words may name a unit."""

    id: int
    code: str
    name: str


@decides("person")
def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """The people this viewer may know of. Citizens are known to nobody but the office itself."""
    match viewer.role:
        case Role.OFFICE:
            return sa.true()
        case Role.CITIZEN:
            return _person.c.active & _person.c.role.in_(PUBLIC)
        case Role.OFFICER | Role.CLERK | Role.HEAD | Role.LEADER | Role.ADMIN:
            return _OF_THE_OFFICE
    assert_never(viewer.role)


async def lexicon_rows(db: AsyncSession) -> tuple[tuple[PersonName, ...], tuple[UnitName, ...]]:
    """The active staff and all units, by the names that words may use. Never a citizen."""
    connection = await db.connection()
    people = await connection.execute(
        _NAMES.where(visible_to(Viewer.office()), _OF_THE_OFFICE)  # names only, to understand by
    )
    units = await connection.execute(_UNITS_BY_NAME)
    return (
        tuple(PersonName(**row) for row in people.mappings()),
        tuple(UnitName(**row) for row in units.mappings()),
    )


async def find(
    db: AsyncSession,
    viewer: Viewer,
    *,
    words: str = "",
    person_id: int | None = None,
    unit_id: int | None = None,
) -> tuple[PersonPublic, ...]:
    """Who of the office fits: by number, by unit, by words of a name, title, unit or field.

    All the words must be there, with or without diacritics. Who is spelt as typed comes first,
    then leaders, then heads. Colleagues get `PersonStaff`; nobody is given a citizen, and where
    nothing is asked, nobody is found.
    """
    if not (words_in(words) or person_id or unit_id):
        return ()
    known = _CARD.where(visible_to(viewer), _OF_THE_OFFICE)
    if viewer.is_staff:
        known = known.add_columns(*_ALSO_FOR_STAFF)
    if person_id is not None:
        known = known.where(_person.c.id == person_id)
    if unit_id is not None:
        known = known.where(_person.c.unit_id == unit_id)
    rows = (await (await db.connection()).execute(known)).mappings()
    kind = PersonStaff if viewer.is_staff else PersonPublic
    return tuple(_shown(row, kind) for row in _fitting(rows, words))


async def among(
    db: AsyncSession, viewer: Viewer, person_ids: Collection[int]
) -> tuple[PersonPublic, ...]:
    """Of these people those whom the viewer may know of, leaders and heads first."""
    known = _CARD.where(visible_to(viewer), _OF_THE_OFFICE, _person.c.id.in_(person_ids))
    rows = (await (await db.connection()).execute(known)).mappings()
    return tuple(_shown(row, PersonPublic) for row in _fitting(rows, ""))


async def admins(db: AsyncSession, viewer: Viewer) -> tuple[PersonStaff, ...]:
    """Whom to call when an account is in the wrong hands; only colleagues are told."""
    if not viewer.is_staff:
        return ()
    theirs = _CARD.add_columns(*_ALSO_FOR_STAFF).where(
        visible_to(viewer), _OF_THE_OFFICE, _person.c.role == Role.ADMIN
    )
    rows = (await (await db.connection()).execute(theirs)).mappings()
    return tuple(_shown(row, PersonStaff) for row in rows)


def _fitting(rows: Iterable[RowMapping], words: str) -> list[RowMapping]:
    """The rows with all the words in them; those spelt as typed first."""
    fitting = [
        (row, text)
        for row in rows
        if words_in(words) <= words_in(text := " ".join(row[key] for key in _FOUND_BY))
    ]
    fitting.sort(key=lambda found: not spelt_words(words) <= spelt_words(found[1]))
    return [row for row, _ in fitting]


def _shown(row: RowMapping, kind: type[Person]) -> Person:
    return kind(**{key: value for key, value in row.items() if key not in _ONLY_FOR_FINDING})
