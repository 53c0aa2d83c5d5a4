"""Who hears of what unasked, and when it is planned.

In the brief of a working day, by the steps of the ladder (`scheduler.ladder`): whoever holds
something, or the head of the unit while nobody does; the head of a unit; the leaders of the
office, who hear how much is late, by unit.
Within working hours: whoever was given work (`scheduler.given`), at once where it is urgent.
On any day at any hour: whoever takes part in a meeting, half an hour ahead.

In the place of whoever is on leave their stand-in hears of it. Of a denunciation only its holder
hears, on leave or not (`storage.open_items`).
"""

import datetime as dt
from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler import ladder
from scheduler.calendar import ONE_DAY, WorkingCalendar
from scheduler.given import plan_given
from scheduler.ladder import Ladder
from scheduler.timetable import USUAL_TIMES, Timetable
from storage import briefs, meeting_notices, notices
from storage.briefs import PlannedLine
from storage.ladder import own_steps
from storage.models import StepAudience
from storage.open_items import ITEMS

__all__ = ["ladder_of", "plan_briefs", "plan_given", "plan_meetings", "rehearse"]


async def ladder_of(db: AsyncSession) -> Ladder:
    """The steps that hold in this office."""
    return ladder.of(await own_steps(db))


async def plan_briefs(
    db: AsyncSession,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    times: Timetable = USUAL_TIMES,
) -> int:
    """Plan the briefs of today; gives how many are new.

    None on a day off, none before their time, and none twice: a program that starts later in
    the day plans what it missed, any other call finds the day planned. A brief that could not
    be sent by midnight is dropped; the next one says what only that one would have said. `now` is
    in the office's zone; commit afterwards and wake the outbox.
    """
    today = now.date()
    if not calendar.is_working(today) or now.time() < times.brief_at:
        return 0
    if await notices.has_briefs(db, today):
        return 0
    return await _plan_day(db, now=now, calendar=calendar, times=times)


async def plan_meetings(
    db: AsyncSession, *, now: dt.datetime, ahead: dt.timedelta = USUAL_TIMES.meeting_ahead
) -> int:
    """Plan the reminders of meetings that start within `ahead`; gives how many are new.

    Reminders of a meeting that moved or was cancelled are taken back first. Call it every
    minute, on any day; commit afterwards and wake the outbox.
    """
    await meeting_notices.cancel_superseded_meetings(db)
    return await meeting_notices.plan_meetings(db, now=now, until=now + ahead)


async def rehearse(
    db: AsyncSession,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    times: Timetable = USUAL_TIMES,
) -> Sequence[PlannedLine]:
    """Who would be told of what at `now`, and why; nothing is kept of it.

    Plans in a savepoint that is undone, so `db` must be able to write. From the time of the
    briefs on, a working day's briefs are shown as they would read now, sent or not.
    """
    today = now.date()
    async with db.begin_nested() as savepoint:
        await plan_meetings(db, now=now, ahead=times.meeting_ahead)
        if calendar.is_working(today) and now.time() >= times.brief_at:
            await _plan_day(db, now=now, calendar=calendar, times=times)
        await plan_given(db, now=now, calendar=calendar, times=times)
        lines = await briefs.lines_of(
            db,
            brief_of=today,
            meetings_after=now,
            meetings_until=now + times.meeting_ahead,
            again_until=now,
        )
        await savepoint.rollback()
    return lines


async def _plan_day(
    db: AsyncSession, *, now: dt.datetime, calendar: WorkingCalendar, times: Timetable
) -> int:
    today = now.date()
    steps = await ladder_of(db)
    for audience in (StepAudience.HOLDER, StepAudience.HEAD):
        for kind in ITEMS:
            for step, due in ladder.windows(steps[kind], audience, today, calendar):
                await notices.plan_step(
                    db,
                    kind,
                    audience,
                    due=due,
                    stage=step.stage(today),
                    once=not step.repeats,
                    now=now,
                    brief_at=times.brief_at,
                )
    await notices.take_up_unsent(db, today)
    return await notices.gather_briefs(
        db,
        today,
        for_leaders={
            kind: [
                one
                for _, due in ladder.windows(steps[kind], StepAudience.LEADER, today, calendar)
                for one in due
            ]
            for kind in ITEMS
        },
        planned_for=dt.datetime.combine(today, times.brief_at, now.tzinfo),
        useless_after=dt.datetime.combine(today + ONE_DAY, dt.time(), now.tzinfo),
    )
