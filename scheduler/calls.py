"""Whom the văn thư telephones, because no channel reaches them: one list a day for each văn thư.

Where no văn thư can be reached either, somebody else is asked: whoever keeps the program, else the
leaders of the office. Nobody who should have been called is on no list because of that.

On it are people of the office, and results of dossiers whose followers were not reached by the
end of the day before: they may write until then, and are told first.

All lists of a day are planned at one moment. Who is on them is found again when they are said, so
that whoever can be reached meanwhile drops out, and nobody is on two of them.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol, TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import ONE_DAY, WorkingCalendar
from storage import audit, outbox_health, reachable, reachable_results
from storage.models import MessageKind, RecordKind
from storage.reachable import Telephonist, Unreached
from storage.reachable_results import UntoldResult
from storage.viewer import Role

CALLS_AT = dt.time(8, 0)
LOOK_BACK = dt.timedelta(days=7)  # what was lost before is told by a later brief, or is done


async def plan_calls(
    db: AsyncSession,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    channels: Collection[str],
    calls_at: dt.time = CALLS_AT,
) -> int:
    """Plan today's lists, if it is time and somebody is to be called; gives how many are new.

    Within working hours, from `calls_at` on. Call it every minute; commit afterwards and wake
    the outbox.
    """
    today = now.date()
    if now.time() < calls_at or not calendar.is_open(now):
        return 0
    if await reachable.with_a_list(db, today):
        return 0
    people = await _unreached(db, now, calendar, channels)
    results = await _results(db, now)
    if not (people or results):
        return 0
    asked = await reachable.telephonists(db, channels=channels)
    return await outbox_health.tell(
        db,
        sorted({*shared_out(people, asked), *shared_out(results, _who_see_cases(asked))}),
        MessageKind.CALLS,
        str(today),
        now=now,
        useless_after=dt.datetime.combine(today, calendar.hours.closes, now.tzinfo),
    )


async def list_for(
    db: AsyncSession,
    clerk_id: int,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    channels: Collection[str],
) -> Sequence[Unreached]:
    """Whom this văn thư is to call now."""
    people = await _unreached(db, now, calendar, channels)
    lists = shared_out(people, await reachable.with_a_list(db, now.date()))
    theirs = lists.get(clerk_id, ())
    audit.saw(db, RecordKind.PERSON, (one.person_id for one in theirs))
    return theirs


async def results_for(
    db: AsyncSession, clerk_id: int, *, now: dt.datetime
) -> Sequence[UntoldResult]:
    """Of which results this văn thư is to tell by telephone now."""
    asked = _who_see_cases(await reachable.with_a_list(db, now.date()))
    lists = shared_out(await _results(db, now), asked)
    theirs = lists.get(clerk_id, ())
    audit.saw(db, RecordKind.DOSSIER, (one.dossier_id for one in theirs))
    return theirs


class ToCall(Protocol):
    """Somebody or something that is shared out among the văn thư."""

    @property
    def person_id(self) -> int | None:
        """Who is called, if it is somebody of the office: nobody calls themselves."""

    @property
    def unit_id(self) -> int | None:
        """Whose văn thư calls first of all."""


One = TypeVar("One", bound=ToCall)


def shared_out(people: Sequence[One], asked: Sequence[Telephonist]) -> Mapping[int, Sequence[One]]:
    """Who calls whom: the first văn thư of the same unit, else the first who is `asked`.

    Among those who then have a list it comes out the same again.
    """
    lists: defaultdict[int, list[One]] = defaultdict(list)
    for one in people:
        others = [who for who in asked if who.person_id != one.person_id]
        of_the_unit = [
            who for who in others if who.role is Role.CLERK and who.unit_id == one.unit_id
        ]
        for who in (of_the_unit or others)[:1]:
            lists[who.person_id].append(one)
    return lists


def _who_see_cases(asked: Sequence[Telephonist]) -> list[Telephonist]:
    """Who keeps the program sees no dossier, not even its code."""
    return [who for who in asked if who.role is not Role.ADMIN]


async def _results(db: AsyncSession, now: dt.datetime) -> Sequence[UntoldResult]:
    today = dt.datetime.combine(now.date(), dt.time(), now.tzinfo)
    return await reachable_results.not_told(db, since=now - LOOK_BACK, before=today)


async def _unreached(
    db: AsyncSession, now: dt.datetime, calendar: WorkingCalendar, channels: Collection[str]
) -> Sequence[Unreached]:
    return await reachable.unreached(
        db,
        since=now - LOOK_BACK,
        due_by=calendar.add_working_days(now.date(), 1) - ONE_DAY,
        channels=channels,
    )
