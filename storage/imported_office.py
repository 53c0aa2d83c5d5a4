"""Units, people, facts and days of the office as imported."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, merging, office, people
from storage.folding import folded
from storage.merging import Merge, Row, Source
from storage.models import (
    TABLES,
    DayOverride,
    OfficeFact,
    Person,
    RecordKind,
    StoreKind,
    StoreMark,
    Unit,
)
from storage.viewer import STAFF, Viewer

_person = TABLES["person"]
_unit = TABLES["unit"]
_STAFF = _person.c.active & _person.c.role.in_(sorted(STAFF))
NAME = "name"  # the fact that names the office
PARENT = "parent_code"  # of a unit, which may stand in the same file


async def everybody(db: AsyncSession, viewer: Viewer) -> Sequence[sa.RowMapping]:
    """The people of the office, whole rows, with `unit` as the name of their unit."""
    here = (
        sa.select(_person, sa.func.coalesce(_unit.c.name, "").label("unit"))
        .select_from(_person.outerjoin(_unit, _unit.c.id == _person.c.unit_id))
        .where(people.visible_to(viewer), _STAFF)
        .order_by(_person.c.id)
    )
    return (await (await db.connection()).execute(here)).mappings().all()


async def units(db: AsyncSession) -> Sequence[sa.RowMapping]:
    """Every unit, those outside the office too, with `parent_code`."""
    above = _unit.alias("above")
    here = sa.select(_unit, sa.func.coalesce(above.c.code, "").label(PARENT)).select_from(
        _unit.outerjoin(above, above.c.id == _unit.c.parent_id)
    )
    return (await (await db.connection()).execute(here.order_by(_unit.c.id))).mappings().all()


async def people_merge(db: AsyncSession, viewer: Viewer, rows: Sequence[Row]) -> Merge:
    """People are known by their name, without regard to diacritics, and their unit."""
    known = await everybody(db, viewer)
    return merging.merged(rows, merging.by_key(known, person_key), key=person_key)


async def write_people(db: AsyncSession, viewer: Viewer, found: Merge, source: Source) -> None:
    """Write it, and keep whose columns have changed."""
    visible = people.visible_to(viewer)
    await merging.write(db, Person, found, source=source, visible=visible)
    changed = {int(str(one)): ", ".join(sorted(row)) for one, row in found.changed.items()}
    await audit.note_each(db, viewer, "import.changed", RecordKind.PERSON, changed, source.at)


def person_key(row: Row) -> tuple[str, int | None]:
    """By which a person is known again."""
    return (" ".join(folded(row["name"]).split()), row["unit_id"])


async def units_merge(db: AsyncSession, _viewer: Viewer, rows: Sequence[Row]) -> Merge:
    """Units are known by their code."""
    known = merging.by_key(await units(db), _unit_key)
    codes = {key: row["code"] for key, row in known.items()}
    codes |= {_unit_key(row): row["code"] for row in rows}
    spelt = [
        {**row, PARENT: codes.get(folded(row[PARENT]), row[PARENT])} if PARENT in row else row
        for row in rows
    ]
    return merging.merged(spelt, known, key=_unit_key)


async def write_units(db: AsyncSession, _viewer: Viewer, found: Merge, source: Source) -> None:
    """Write it; what a unit is under is put in when all of them are there."""
    parents = {row["code"]: row.pop(PARENT) for row in found.new if row.get(PARENT) is not None}
    ids = {row["id"]: row["code"] for row in await units(db)}
    for one, row in found.changed.items():
        if PARENT in row:
            parents[ids[int(str(one))]] = row.pop(PARENT)
    await merging.write(db, Unit, found, source=source)
    now_known = {folded(row["code"]): row["id"] for row in await units(db)}
    put = sa.update(_unit).where(_unit.c.id == sa.bindparam("which"))
    under: list[dict[str, Any]] = [
        {"which": now_known[folded(code)], "above": now_known.get(folded(parent))}
        for code, parent in parents.items()
    ]
    if under:
        connection = await db.connection()
        await connection.execute(put.values(parent_id=sa.bindparam("above")), under)


def _unit_key(row: Row) -> str:
    return folded(row["code"])


async def facts_merge(db: AsyncSession, _viewer: Viewer, rows: Sequence[Row]) -> Merge:
    """Facts are known by their key."""
    return await _keyed(db, OfficeFact, "key", rows)


async def write_facts(db: AsyncSession, _viewer: Viewer, found: Merge, source: Source) -> None:
    """Write it."""
    await merging.write(db, OfficeFact, found, source=source, primary="key")


async def days_merge(db: AsyncSession, _viewer: Viewer, rows: Sequence[Row]) -> Merge:
    """Days are known by their date."""
    return await _keyed(db, DayOverride, "day", rows)


async def write_days(db: AsyncSession, _viewer: Viewer, found: Merge, source: Source) -> None:
    """Write it."""
    await merging.write(db, DayOverride, found, source=source, primary="day")


async def settle_mark(db: AsyncSession, source: Source) -> None:
    """A store that holds an office's own records is a real one for good; programs read anew."""
    name = (await office.facts(db)).get(NAME)
    mark = await office.mark(db)
    if mark is None:
        mark = StoreMark(kind=StoreKind.REAL, office="", since=source.at)
    if name is not None and mark.kind is StoreKind.REAL:
        mark.office = name.value
    db.add(mark)
    await db.flush()
    await office.raise_version(db)


async def _keyed(
    db: AsyncSession, model: type[OfficeFact | DayOverride], key: str, rows: Sequence[Row]
) -> Merge:
    known = (
        await (await db.connection()).execute(sa.select(sa.inspect(model).local_table))
    ).mappings()
    by = {row[key]: row for row in known}
    return merging.merged(rows, by, key=lambda row: row[key], primary=key)
