"""Who hears of what unasked: the rules as rows, and the planning they drive.

In the brief of a working day:
- whoever holds something, or the head of the unit while nobody does: documents due in one or two
  working days, once; documents, dossiers and petitions due today; late ones on every working day;
- the head of a unit: what is late in the unit, on every working day;
- the leaders of the office: how much is late, by unit.
On any day at any hour: whoever takes part in a meeting, half an hour ahead.

Of a denunciation only its holder hears (`storage.open_items`).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import ONE_DAY, WorkingCalendar
from storage import briefs, notices
from storage.briefs import PlannedLine
from storage.models import ItemKind
from storage.open_items import Audience

BRIEF_AT = dt.time(7, 30)
MEETING_AHEAD = dt.timedelta(minutes=30)
SOON = 2  # working days
LONG_AGO = dt.date(1900, 1, 1)


class Stage(StrEnum):
    """How near its due day an item is. It is said once a stage; each late day is one."""

    SOON = "due soon"
    TODAY = "due today"
    LATE = "late"

    def on(self, today: dt.date) -> str:
        """As it stands in a notice."""
        return f"{self} {today}" if self is Stage.LATE else str(self)

    def due(self, today: dt.date, calendar: WorkingCalendar) -> tuple[dt.date, dt.date]:
        """The first and the last due day of this stage; a day off goes with the day before."""
        tomorrow = calendar.add_working_days(today, 1)
        match self:
            case Stage.SOON:
                return tomorrow, calendar.add_working_days(today, SOON + 1) - ONE_DAY
            case Stage.TODAY:
                return today, tomorrow - ONE_DAY
            case Stage.LATE:
                return LONG_AGO, today - ONE_DAY
        assert_never(self)


@dataclass(frozen=True)
class Rule:
    """Somebody hears of items at a stage."""

    kind: ItemKind
    audience: Audience
    stage: Stage


RULES = (
    Rule(ItemKind.DOCUMENT, Audience.HOLDER, Stage.SOON),
    Rule(ItemKind.DOCUMENT, Audience.HOLDER, Stage.TODAY),
    Rule(ItemKind.DOCUMENT, Audience.HOLDER, Stage.LATE),
    Rule(ItemKind.DOCUMENT, Audience.HEAD, Stage.LATE),
    Rule(ItemKind.DOSSIER, Audience.HOLDER, Stage.TODAY),
    Rule(ItemKind.DOSSIER, Audience.HOLDER, Stage.LATE),
    Rule(ItemKind.DOSSIER, Audience.HEAD, Stage.LATE),
    Rule(ItemKind.PETITION, Audience.HOLDER, Stage.TODAY),
    Rule(ItemKind.PETITION, Audience.HOLDER, Stage.LATE),
    Rule(ItemKind.PETITION, Audience.HEAD, Stage.LATE),
)


async def plan_briefs(
    db: AsyncSession, *, now: dt.datetime, calendar: WorkingCalendar, brief_at: dt.time = BRIEF_AT
) -> int:
    """Plan the briefs of today; gives how many are new.

    None on a day off, none before their time, and none twice: a program that starts later in
    the day plans what it missed, any other call finds the day planned. A brief that could not
    be sent by midnight is dropped, since the next one says it all again. `now` is in the
    office's zone; commit afterwards and wake the outbox.
    """
    today = now.date()
    if not calendar.is_working(today) or now.time() < brief_at:
        return 0
    if await notices.has_briefs(db, today):
        return 0
    return await _plan_day(db, now=now, calendar=calendar, brief_at=brief_at)


async def plan_meetings(
    db: AsyncSession, *, now: dt.datetime, ahead: dt.timedelta = MEETING_AHEAD
) -> int:
    """Plan the reminders of meetings that start within `ahead`; gives how many are new.

    Reminders of a meeting that moved or was cancelled are taken back first. Call it every
    minute, on any day; commit afterwards and wake the outbox.
    """
    await notices.cancel_superseded_meetings(db)
    return await notices.plan_meetings(db, now=now, until=now + ahead)


async def rehearse(
    db: AsyncSession,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    brief_at: dt.time = BRIEF_AT,
    ahead: dt.timedelta = MEETING_AHEAD,
) -> Sequence[PlannedLine]:
    """Who would be told of what at `now`, and why; nothing is kept of it.

    Plans in a savepoint that is undone, so `db` must be able to write. From the time of the
    briefs on, a working day's briefs are shown as they would read now, sent or not.
    """
    today = now.date()
    async with db.begin_nested() as savepoint:
        await plan_meetings(db, now=now, ahead=ahead)
        if calendar.is_working(today) and now.time() >= brief_at:
            await _plan_day(db, now=now, calendar=calendar, brief_at=brief_at)
        lines = await briefs.lines_of(
            db,
            brief_of=today,
            meetings_after=now,
            meetings_until=now + ahead,
            again_until=now,
        )
        await savepoint.rollback()
    return lines


async def _plan_day(
    db: AsyncSession, *, now: dt.datetime, calendar: WorkingCalendar, brief_at: dt.time
) -> int:
    today = now.date()
    await _plan_rules(db, now=now, calendar=calendar)
    return await notices.gather_briefs(
        db,
        today,
        late_stage=Stage.LATE.on(today),
        planned_for=dt.datetime.combine(today, brief_at, now.tzinfo),
        useless_after=dt.datetime.combine(today + ONE_DAY, dt.time(), now.tzinfo),
    )


async def _plan_rules(db: AsyncSession, *, now: dt.datetime, calendar: WorkingCalendar) -> None:
    today = now.date()
    for rule in RULES:
        await notices.plan_rule(
            db,
            rule.kind,
            rule.audience,
            due=rule.stage.due(today, calendar),
            stage=rule.stage.on(today),
            today=today,
            now=now,
        )
