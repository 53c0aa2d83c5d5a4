"""“Nhắc lại 3 sau 1 giờ”, “nhắc em chiều nay” · Remind me again, at a time that is typed."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents.finding import meant
from handlers.filters import answers, asks
from handlers.forms import Given, Typed
from handlers.presses import AnotherTime
from handlers.replies import Buttons
from handlers.snooze import remind_at
from handlers.texts import Words, lines
from handlers.understanding.asked import Asked, Grain, Interval, Question
from handlers.work import Work
from storage import shown
from storage.models import ItemKind
from storage.shown import Item

router = Router(name=__name__)
AT_A_TIME = (Grain.MINUTE, Grain.HOUR)


class When:
    """At which time."""

    name = "reminder.snooze"
    again = ""
    steps: Sequence[str] = ("until",)

    def ask(self, _step: str, given: Given, work: Work) -> tuple[Words, Buttons]:
        """In words."""
        return work.say(given.get(forms.PROBLEM, "snooze-ask-time")), ()

    async def read(self, _step: str, _given: Given, typed: Typed, work: Work) -> Given | None:
        """A time that is still to come."""
        return until_of(typed.asked.slots.when, work)

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """Plan each and say when it will really come."""
        until = dt.datetime.fromisoformat(given["until"])
        told = [
            await remind_at(work, (ItemKind(kind), item), until) for kind, item in given["items"]
        ]
        return work.answer.anywhere(lines(*told))


WHEN = forms.known(When())


def until_of(when: Interval | None, work: Work) -> Given | None:
    """The moment that is meant: a day begins when the office opens, an afternoon after lunch."""
    start = when.start if when else None
    if when is None or start is None:
        return None
    hours = work.calendar.hours
    if when.grain not in AT_A_TIME:
        afternoon = when.grain is Grain.PART and start.time() >= dt.time(12)
        begins = hours.back if afternoon else hours.opens
        start = dt.datetime.combine(start.date(), max(begins, start.time()), start.tzinfo)
    if start <= work.now:
        return {forms.PROBLEM: "snooze-time-gone"}
    return {"until": start.isoformat()}


@answers(router.callback_query, AnotherTime.filter())
async def pressed(callback_data: AnotherTime, work: Work, state: FSMContext) -> SendMessage:
    """“Giờ khác”: ask which."""
    item = (callback_data.kind, callback_data.item_id)
    return await forms.begin(WHEN, {"items": [item]}, state, work)


@asks(router, Question.REMINDER_SNOOZE)
async def typed(
    asked: Asked, work: Work, state: FSMContext, before: Asked | None = None
) -> SendMessage:
    """By numbers of the list, by a document's number, or what was shown just now."""
    items = await _meant(asked, before, work)
    if isinstance(items, SendMessage):
        return items
    given: dict[str, Any] = {"items": [list(item) for item in items]}
    return await forms.begin(WHEN, given | (until_of(asked.slots.when, work) or {}), state, work)


async def _meant(asked: Asked, before: Asked | None, work: Work) -> Sequence[Item] | SendMessage:
    listed = await shown.of_today(work.db, work.viewer, now=work.now)
    chosen = [listed[number] for number in asked.slots.numbers if number in listed]
    if chosen and len(chosen) == len(asked.slots.numbers):
        return chosen
    documents = await meant(asked, before, work)
    if isinstance(documents, SendMessage):
        return documents
    return [(ItemKind.DOCUMENT, one) for one in documents]
