"""The button “Nhắc lại sau” · Remind me of this again, later."""

import datetime as dt
from typing import assert_never

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.filters import answers
from handlers.keyboards import button
from handlers.presses import AnotherTime, Snooze, SnoozeUntil, Until
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.work import Work
from scheduler.calendar import WorkingCalendar
from storage import due_items, snoozes
from storage.due_items import DueItem
from storage.models import ItemKind

router = Router(name=__name__)
ONE_HOUR = dt.timedelta(hours=1)
ONE_DAY = dt.timedelta(days=1)


@answers(router.callback_query, Snooze.filter())
async def when_again(
    callback_data: Snooze, say: Say, answer: Answer, now: dt.datetime, calendar: WorkingCalendar
) -> SendMessage:
    """Offer the times that still lie ahead; nothing is changed yet."""
    times = {until: time_of(until, now, calendar) for until in Until}
    tomorrow = times[Until.TOMORROW].date() == now.date() + ONE_DAY
    labels = {
        Until.ONE_HOUR: say("snooze-one-hour"),
        Until.AFTERNOON: say("snooze-afternoon"),
        Until.TOMORROW: say("snooze-tomorrow")
        if tomorrow
        else say("snooze-next-day", day=times[Until.TOMORROW].date()),
    }
    rows = [
        [
            button(
                labels[until],
                SnoozeUntil(
                    kind=callback_data.kind, item_id=callback_data.item_id, until=until
                ).pack(),
            )
        ]
        for until, time in times.items()
        if time > now
    ]
    other = AnotherTime(kind=callback_data.kind, item_id=callback_data.item_id).pack()
    return answer(say("snooze-when"), [*rows, [button(say("snooze-another-time"), other)]])


@answers(router.callback_query, SnoozeUntil.filter())
async def remind_again(callback_data: SnoozeUntil, work: Work) -> SendMessage:
    """Plan it, in place of a time chosen before, and read the time back."""
    until = time_of(callback_data.until, work.now, work.calendar)
    if until <= work.now:
        return work.answer.instead(work.say("snooze-time-gone"))
    item = (callback_data.kind, callback_data.item_id)
    return work.answer.instead(await remind_at(work, item, until))


async def remind_at(work: Work, item: tuple[ItemKind, int], until: dt.datetime) -> Words:
    """Plan it and say when it will really come: within the hours of sending, maybe too late."""
    say, (kind, item_id) = work.say, item
    really = work.times.next_sending(until, work.calendar)
    await snoozes.snooze(work.db, work.viewer, kind, item_id, until=really, now=work.now)
    due = await due_items.still_open(work.db, work.viewer, kind, item_id)
    ends = _ends(due, work) if due else None
    return lines(
        say("snooze-set-for", label=due.label if due else "", time=really),
        say("snooze-later-than-asked") if really != until else None,
        say("snooze-after-due", due=ends.date()) if ends and work.now <= ends < really else None,
    )


def _ends(due: DueItem, work: Work) -> dt.datetime | None:
    """The last moment that is not late: of a day, when the office closes."""
    if due.due_at or due.due_on is None:
        return due.due_at and due.due_at.astimezone(work.say.zone)
    return dt.datetime.combine(due.due_on, work.calendar.hours.closes, work.say.zone)


def time_of(until: Until, now: dt.datetime, calendar: WorkingCalendar) -> dt.datetime:
    """When that is: “chiều nay” is when the office is back from lunch, “sáng mai” when it opens.

    “Sáng mai” is the next working day's: nobody is to be reminded of work on a day off.
    """
    match until:
        case Until.ONE_HOUR:
            return (now + ONE_HOUR).replace(second=0, microsecond=0)
        case Until.AFTERNOON:
            return dt.datetime.combine(now.date(), calendar.hours.back, now.tzinfo)
        case Until.TOMORROW:
            day = calendar.next_working(now.date() + ONE_DAY)
            return dt.datetime.combine(day, calendar.hours.opens, now.tzinfo)
    assert_never(until)
