"""Who may read in the chat who will be reminded, and which items of it."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import office, people
from storage.briefs import PlannedLine
from storage.models import ItemKind, OfficeFact
from storage.open_items import ITEMS, LEADS_THE_OFFICE, person
from storage.viewer import Role, Viewer

WATCHERS = "reminder_watchers"
"""Of the office's facts: the numbers of the people who watch over the reminders, with commas."""

ANY_LEADER = Viewer(role=Role.LEADER)
"""What every leader may know of: no denunciation, which is its holder's alone."""

Item = tuple[ItemKind, int]


async def may_read(db: AsyncSession, viewer: Viewer) -> bool:
    """They lead the office itself, or the office has named them."""
    leads = sa.exists().where(
        people.visible_to(Viewer.office()), person.c.id == viewer.person_id, LEADS_THE_OFFICE
    )
    if (await (await db.connection()).execute(sa.select(leads))).scalar_one():
        return True
    return viewer.is_staff and viewer.person_id in await watchers(db)


async def watchers(db: AsyncSession) -> list[int]:
    """The numbers of the people whom the office has named."""
    named = (await office.facts(db)).get(WATCHERS)
    numbers = named.value.split(",") if named else []
    return [int(one) for one in map(str.strip, numbers) if one.isdecimal()]


async def name_watchers(db: AsyncSession, people_ids: Iterable[int], *, now: datetime) -> None:
    """These watch over the reminders from now on, nobody else."""
    value = ", ".join(map(str, sorted(people_ids)))
    await db.merge(OfficeFact(key=WATCHERS, value=value, source_at=now))


async def seen(db: AsyncSession, viewer: Viewer, planned: Iterable[PlannedLine]) -> set[Item]:
    """The items of these lines that this person may see. Whoever shows one notes it."""
    ids: dict[ItemKind, set[int]] = {}
    for line in planned:
        if line.item and line.item.kind in ITEMS:
            ids.setdefault(line.item.kind, set()).add(line.item.id)
    found: set[Item] = set()
    for kind, theirs in ids.items():
        table = ITEMS[kind].table
        visible = sa.select(table.c.id).where(
            ITEMS[kind].visible_to(viewer), table.c.id.in_(sorted(theirs))
        )
        rows = await (await db.connection()).execute(visible)
        found |= {(kind, number) for number in rows.scalars()}
    return found
