"""What is stuck, for whoever keeps the program: told once for each cause and day.

The facts are counted again when an alarm is said: what has gone by itself is not told.
"""

import datetime as dt
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler import budgets
from scheduler.calendar import ONE_DAY, WorkingCalendar
from scheduler.timetable import USUAL_TIMES
from storage import channel_budgets, channel_troubles, notices, outbox_health
from storage.models import BudgetPeriod, MessageKind

log = logging.getLogger(__name__)


class Cause(StrEnum):
    """What somebody has to look at."""

    STUCK = "stuck"  # messages wait past their time
    FAILING = "failing"  # a channel refuses people, or does not answer
    UNPLANNED = "unplanned"  # nobody planned the briefs of a working day
    BUDGET = "budget"  # only the reserve of a channel is left
    AUTHORISE = "authorise"  # these three: what keeps a channel from speaking
    QUOTA = "quota"
    ADMINISTRATION = "administration"


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """One cause of an alarm: what, since when and how many. Nobody's name, no item."""

    cause: Cause
    since: dt.datetime
    number: int
    channel: str = ""
    period: BudgetPeriod | None = None
    most: int = 0  # of a budget
    reserve: int = 0

    def slot(self, day: dt.date) -> str:
        """What it is told once by."""
        about = (self.cause, self.channel, self.period or "", str(day))
        return " ".join(filter(None, about))


@dataclass(frozen=True, kw_only=True)
class Tolerance:
    """How much may go wrong before somebody is told."""

    stuck_after: dt.timedelta = dt.timedelta(minutes=15)
    failed_people: int = 5  # on one channel
    failed_within: dt.timedelta = dt.timedelta(hours=1)
    brief_at: dt.time = USUAL_TIMES.brief_at
    planned_within: dt.timedelta = dt.timedelta(minutes=30)  # of the time of the briefs


USUAL = Tolerance()


async def plan_alarms(
    db: AsyncSession,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    tolerance: Tolerance = USUAL,
    runs_since: dt.datetime | None = None,
) -> int:
    """Plan an alarm for each trouble that there is; gives how many messages are new.

    `runs_since`: since when the outbox could do its work. What waited longer, because the program
    was not running, is no trouble before it has had its time. Call it every minute; commit
    afterwards and wake the outbox.
    """
    planned = 0
    found = await troubles(db, now=now, calendar=calendar, tolerance=tolerance)
    starting = runs_since is not None and now - runs_since < tolerance.stuck_after
    for trouble in found:
        if starting and trouble.cause is Cause.STUCK:
            continue
        keepers = await outbox_health.who_keeps_the_program(db)
        slot = trouble.slot(now.date())
        new = await outbox_health.tell(db, keepers, MessageKind.ALARM, slot, now=now)
        if new:
            log.warning("alarm: %s, %s since %s", slot, trouble.number, trouble.since)
        planned += new
    return planned


async def trouble_of(
    db: AsyncSession,
    slot: str,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    tolerance: Tolerance = USUAL,
) -> Trouble | None:
    """What an alarm is about, as it is now; None when it has gone.

    What a channel refused is counted over the whole day of the alarm: it does not go by itself.
    """
    day = dt.date.fromisoformat(slot.rpartition(" ")[2])
    began = dt.datetime.combine(day, dt.time(), now.tzinfo)
    found = await troubles(db, now=now, calendar=calendar, tolerance=tolerance, failed_since=began)
    return next((one for one in found if one.slot(day) == slot), None)


async def troubles(
    db: AsyncSession,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    tolerance: Tolerance = USUAL,
    failed_since: dt.datetime | None = None,
) -> Sequence[Trouble]:
    """All that is wrong at `now`, which is in the office's zone."""
    since = failed_since or now - tolerance.failed_within
    refused = await outbox_health.failing(db, since=since)
    found = [
        Trouble(cause=Cause.FAILING, channel=channel, number=one.number, since=one.since)
        for channel, one in refused.items()
        if one.number >= tolerance.failed_people
    ]
    if waits := await outbox_health.stuck(db, before=now - tolerance.stuck_after):
        found.append(Trouble(cause=Cause.STUCK, number=waits.number, since=waits.since))
    if missed := await _unplanned(db, now, calendar, tolerance):
        found.append(missed)
    found += [
        Trouble(cause=Cause(one.kind.value), channel=one.channel, number=1, since=one.since)
        for one in await channel_troubles.standing(db)
    ]
    return [*found, *await _used_up(db, now)]


async def _unplanned(
    db: AsyncSession, now: dt.datetime, calendar: WorkingCalendar, tolerance: Tolerance
) -> Trouble | None:
    today = now.date()
    due = dt.datetime.combine(today, tolerance.brief_at, now.tzinfo)
    if not calendar.is_working(today) or now < due + tolerance.planned_within:
        return None
    if await notices.has_briefs(db, today):
        return None
    until = calendar.add_working_days(today, 1) - ONE_DAY
    waiting = await outbox_health.with_something_due(db, due_by=until)
    return Trouble(cause=Cause.UNPLANNED, number=waiting, since=due) if waiting else None


async def _used_up(db: AsyncSession, now: dt.datetime) -> Sequence[Trouble]:
    found = []
    for one in await channel_budgets.budgets(db):
        since = budgets.began(one.period, now)
        said = await channel_budgets.used(db, one.channel, since)
        if said >= one.most - one.reserve:
            found.append(
                Trouble(
                    cause=Cause.BUDGET,
                    channel=one.channel,
                    period=one.period,
                    number=said,
                    since=since,
                    most=one.most,
                    reserve=one.reserve,
                )
            )
    return found
