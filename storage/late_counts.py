"""How much is late, person by person for a head, unit by unit for the leaders: numbers alone.

Every part of the union has the `visible_to` of its own table in its WHERE; a denunciation is
therefore counted for nobody but its holder.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import ItemKind
from storage.open_items import ITEMS, Condition
from storage.rights import belongs
from storage.viewer import Role, Viewer

_person = SQLModel.metadata.tables["person"]
_unit = SQLModel.metadata.tables["unit"]


@dataclass(frozen=True, kw_only=True)
class LateCount:
    """How much of somebody's, or of some unit's, is late. An empty name: nobody's yet."""

    name: str
    number: Mapping[ItemKind, int]
    as_of: datetime  # of the oldest source among them


async def late_by_holder(
    db: AsyncSession, viewer: Viewer, due: Mapping[ItemKind, date | None]
) -> Sequence[LateCount]:
    """What is late in a head's unit, person by person, the head left out. One statement.

    `due`: by kind the last due day that counts; None where nothing of the kind does.
    """
    if viewer.role is not Role.HEAD:
        return ()
    parts = [
        sa.select(
            sa.literal(kind.value).label("kind"),
            items.table.c.holder_id.label("whose"),
            items.table.c.source_at,
        ).where(
            _late(kind, viewer, due.get(kind)),
            belongs(items.table.c.unit_id, viewer.unit_id),
            items.table.c.holder_id != viewer.person_id,
        )
        for kind, items in ITEMS.items()
    ]
    return await _counted(db, parts, _person)


async def late_by_unit(
    db: AsyncSession, viewer: Viewer, due: Mapping[ItemKind, date | None]
) -> Sequence[LateCount]:
    """What is late in the whole office, unit by unit, for its leaders. One statement.

    `due`: as with `late_by_holder`.
    """
    if viewer.role is not Role.LEADER:
        return ()
    parts = [
        sa.select(
            sa.literal(kind.value).label("kind"),
            items.table.c.unit_id.label("whose"),
            items.table.c.source_at,
        ).where(_late(kind, viewer, due.get(kind)))
        for kind, items in ITEMS.items()
    ]
    return await _counted(db, parts, _unit)


def _late(kind: ItemKind, viewer: Viewer, last: date | None) -> Condition:
    items = ITEMS[kind]
    by_then = sa.false() if last is None else items.table.c.due_on <= last
    return sa.and_(items.visible_to(viewer), items.is_open, by_then)


async def _counted(
    db: AsyncSession, parts: Sequence[sa.Select[Any]], whose: sa.Table
) -> Sequence[LateCount]:
    """The parts counted by name, the most first."""
    late = sa.union_all(*parts).subquery("late")
    name = sa.func.coalesce(whose.c.name, "")
    numbers = [sa.func.count().filter(late.c.kind == kind.value).label(kind) for kind in ITEMS]
    statement = (
        sa.select(name.label("name"), sa.func.min(late.c.source_at).label("as_of"), *numbers)
        .select_from(late.outerjoin(whose, whose.c.id == late.c.whose))
        .group_by(whose.c.id, name)
        .order_by(sa.func.count().desc(), name)
    )
    rows = (await (await db.connection()).execute(statement)).mappings()
    return [
        LateCount(name=row["name"], number={k: row[k] for k in ITEMS}, as_of=row["as_of"])
        for row in rows
    ]
