"""A day becomes off or worked after due times were counted: those that lean on it move.

What moved is written down with why, its due version is raised, and whoever has to know is told
once. Counting again when nothing changed moves nothing and says nothing, so it may run at every
start, every morning, and right after somebody has entered a day.
"""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler import office_days
from scheduler.calendar import OfficeHours
from scheduler.due import BY_THE_BOOK, by_rule
from scheduler.limits import DueRules
from scheduler.working_time import WorkingTime
from storage import audit, days, due_times, notices, office
from storage.due_times import Ruled
from storage.viewer import Viewer

ACT = "document.due_moved"


async def count_again(
    db: AsyncSession,
    *,
    now: dt.datetime,
    zone: ZoneInfo,
    hours: OfficeHours | None = None,
    rules: DueRules = BY_THE_BOOK,
) -> int:
    """Count the open documents that carry a rule by the days as they are now; how many moved.

    While a clock stands still its document keeps the due time it has. The caller commits, and
    wakes the outbox if it is running already.
    """
    changed = await days.uncounted(db)
    clock = WorkingTime(await office_days.read(db, hours=hours), zone)
    moved = [
        one.id
        for one in await due_times.open_by_rule(db)
        if await _moved(db, one, clock, rules, changed, now)
    ]
    await notices.plan_moves(db, moved, now=now)
    if changed:
        await days.mark_counted(db)
        await office.raise_version(db)
    return len(moved)


async def _moved(
    db: AsyncSession,
    one: Ruled,
    clock: WorkingTime,
    rules: DueRules,
    changed: Sequence[dt.date],
    now: dt.datetime,
) -> bool:
    found = by_rule(one.rule, clock, rules)
    if found.at is None or found.at == one.due_at:
        return False
    last = max(found.at, one.due_at or found.at).date()
    leans_on = [day for day in changed if found.start.date() <= day <= last]
    if not await due_times.move(
        db, one, due_at=found.at, due_on=found.at.date(), days=leans_on, now=now
    ):
        return False
    before = one.due_at.astimezone(clock.zone).isoformat() if one.due_at else "none"
    detail = f"{before} -> {found.at.isoformat()}; days: {', '.join(map(str, leans_on)) or 'rule'}"
    await audit.note(db, Viewer.office(), ACT, "document", one.id, now, detail=detail)
    return True
