"""“Xin gia hạn”, pressed or typed · I need more time for this document.

The new day and the reason are asked for; the leader who gave the work says yes or no.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import acts
from handlers.documents.finding import meant
from handlers.filters import answers, asks
from handlers.forms import Given, Typed
from handlers.presses import AskExtension
from handlers.replies import Buttons
from handlers.texts import Words
from handlers.understanding.asked import Asked, Question, Slots
from handlers.work import Work
from storage import documents

router = Router(name=__name__)
LONGEST_REASON = 500  # characters


class MoreTime:
    """Until when, and why."""

    name = "document.extend"
    again = ""
    steps: Sequence[str] = ("until", "reason")

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons]:
        """The day first; a day on which nobody works is asked about again."""
        if step == "reason":
            until = dt.date.fromisoformat(given["until"])
            return work.say("act-extension-reason", until=until), ()
        if problem := given.get("problem"):
            return work.say(problem), ()
        return work.say("act-extension-until"), ()

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """A coming working day; any words as the reason."""
        if step == "reason":
            return {step: typed.words[:LONGEST_REASON]}
        return await until_of(typed.asked.slots, given["items"], work)

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """The leader is asked; until the answer the due time stays as it is."""
        until, reason = dt.date.fromisoformat(given["until"]), given["reason"]
        done = [
            await acts.ask_extension(work, item, until=until, reason=reason)
            for item in given["items"]
        ]
        return work.answer(*acts.said(done, work))


MORE_TIME = forms.known(MoreTime())


async def until_of(slots: Slots, items: Sequence[int], work: Work) -> Given | None:
    """The last day that is meant, if all of them can be due on it; else what is wrong with it."""
    day = slots.when.last_day or slots.when.first_day if slots.when else None
    if day is None:
        return None
    if day <= work.now.date():
        return {"problem": "act-extension-past"}
    if not work.calendar.is_working(day):
        return {"problem": "act-extension-day-off"}
    for item in items:
        record = await documents.by_id(work.db, work.viewer, item)
        if record and record.due_on and day <= record.due_on:
            return {"problem": "act-extension-not-later"}
    return {"until": day.isoformat()}


@answers(router.callback_query, AskExtension.filter())
async def pressed(callback_data: AskExtension, work: Work, state: FSMContext) -> SendMessage:
    """Ask until when."""
    return await forms.begin(MORE_TIME, {"items": [callback_data.item_id]}, state, work)


@asks(router, Question.DOCUMENT_EXTEND)
async def typed(
    asked: Asked, work: Work, state: FSMContext, before: Asked | None = None
) -> SendMessage:
    """“3 gia hạn thứ 6 vì chờ ý kiến Sở”: what was not said is asked for."""
    items = await meant(asked, before, work)
    if isinstance(items, SendMessage):
        return items
    given: dict[str, Any] = {"items": list(items)}
    if asked.slots.when and asked.slots.when.said:
        given |= await until_of(asked.slots, items, work) or {}
    if asked.slots.topic:
        given["reason"] = asked.slots.topic[:LONGEST_REASON]
    return await forms.begin(MORE_TIME, given, state, work)
