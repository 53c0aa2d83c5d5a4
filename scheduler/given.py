"""Work that was just given to somebody: told at once, or gathered for a while in one message."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import WorkingCalendar
from scheduler.timetable import AtOnce, Timetable
from storage import given
from storage.given import Given
from storage.models import MessageKind
from storage.quiet import AT_ANY_HOUR


async def plan_given(
    db: AsyncSession, *, now: dt.datetime, calendar: WorkingCalendar, times: Timetable
) -> int:
    """Plan what is to be told now of work that was given; gives how many messages are new.

    What is urgent goes by itself. The rest waits until its person's first document is `gather`
    old, and for working hours; all of it goes at once when something would be due before the next
    brief. Call it every minute; commit afterwards and wake the outbox.
    """
    gathered: defaultdict[int, list[Given]] = defaultdict(list)
    planned = 0
    for one in await given.untold(db, after=_newly(now, calendar), now=now):
        match times.goes(one.urgency):
            case AtOnce.ALWAYS:
                planned += await _tell_alone(db, one, f"{AT_ANY_HOUR} ", now)
            case AtOnce.HOURS:
                if calendar.is_open(now):
                    planned += await _tell_alone(db, one, "", now)
            case AtOnce.GATHERED:
                if one.held:
                    gathered[one.person_id].append(one)
    ready = [
        one
        for theirs in gathered.values()
        if _is_time(theirs, now, calendar, times)
        for one in theirs
    ]
    slot = f"given {now.isoformat()}"
    return planned + await given.tell(db, ready, MessageKind.GIVEN, slot, now=now)


def _newly(now: dt.datetime, calendar: WorkingCalendar) -> dt.datetime:
    """Since the working day before: what is older is not new, and the ladder tells of it."""
    day = calendar.add_working_days(now.date(), -1)
    return dt.datetime.combine(day, dt.time(), now.tzinfo)


async def _tell_alone(db: AsyncSession, one: Given, any_hour: str, now: dt.datetime) -> int:
    slot = f"{any_hour}document {one.document_id} {one.since.isoformat(timespec='seconds')}"
    return await given.tell(db, [one], MessageKind.URGENT, slot, now=now)


def _is_time(
    theirs: Sequence[Given], now: dt.datetime, calendar: WorkingCalendar, times: Timetable
) -> bool:
    if any(_cannot_wait(one, now, calendar, times) for one in theirs):
        return True
    first = min(one.since for one in theirs).astimezone(now.tzinfo)
    return calendar.is_open(now) and calendar.next_opening(first + times.gather) <= now


def _cannot_wait(one: Given, now: dt.datetime, calendar: WorkingCalendar, times: Timetable) -> bool:
    brief = times.next_brief(now, calendar)
    if one.due_at is not None:
        return one.due_at < brief
    return one.due_on is not None and one.due_on < brief.date()
