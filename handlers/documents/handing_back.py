"""“Chuyển lại”, pressed or typed · This document is not mine to do: to a colleague, or back."""

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
from handlers.keyboards import button
from handlers.presses import HandBack, ToHead
from handlers.replies import Buttons
from handlers.states import FORM
from handlers.texts import Words
from handlers.understanding import normalise, speaker
from handlers.understanding.asked import Asked, Question, Slots
from handlers.work import Work
from storage import colleagues, documents
from storage.viewer import Role

router = Router(name=__name__)
LONGEST_REASON = 500  # characters
HEAD = 0  # instead of a person: the head of the unit, who gives it on


class BackOrOn:
    """To whom, and why."""

    name = "document.hand_back"
    again = ""
    steps: Sequence[str] = ("to", "reason")

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons]:
        """A colleague of the unit by name, or the head by a button."""
        if step == "reason":
            return work.say("act-hand-back-reason"), ()
        text = given.get("problem", "act-hand-back-to")
        return work.say(text), [[button(work.say("act-hand-back-head"), ToHead().pack())]]

    async def read(self, step: str, _given: Given, typed: Typed, work: Work) -> Given | None:
        """Somebody of the same unit, or its head; any words as the reason."""
        if step == "reason":
            return {step: typed.words[:LONGEST_REASON]}
        return await to_of(typed.words, typed.asked.slots, work)

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """It lies with somebody else from now on, who hears of it."""
        to = given["to"] or None
        done = [
            await acts.hand_back(work, item, to=to, reason=given["reason"])
            for item in given["items"]
        ]
        return work.answer(*acts.said(done, work))


BACK_OR_ON = forms.known(BackOrOn())


async def to_of(words: str, slots: Slots, work: Work) -> Given | None:
    """Who is meant; only colleagues of the own unit may be."""
    if slots.person_id is None:
        return {"to": HEAD} if speaker.says_head(normalise.lower(words)) else None
    if slots.person_id == work.viewer.person_id:
        return {"problem": "act-hand-back-oneself"}
    if await colleagues.heads_own_unit(work.db, work.viewer, slots.person_id):
        return {"to": HEAD}
    if not await colleagues.is_of_own_unit(work.db, work.viewer, slots.person_id):
        return {"problem": "act-hand-back-elsewhere"}
    return {"to": slots.person_id}


@answers(router.callback_query, HandBack.filter())
async def pressed(callback_data: HandBack, work: Work, state: FSMContext) -> SendMessage:
    """Ask to whom."""
    return await forms.begin(BACK_OR_ON, {"items": [callback_data.item_id]}, state, work)


@answers(router.callback_query, ToHead.filter())
async def to_head(work: Work, state: FSMContext, raw_state: str | None = None) -> SendMessage:
    """The button beside the question to whom."""
    data = await state.get_data()
    if raw_state != FORM or data["form"] != BackOrOn.name:
        return work.answer.anywhere(work.say("button-not-offered"))
    return await forms.begin(BACK_OR_ON, {**data["given"], "to": HEAD}, state, work)


async def is_theirs(asked: Asked, work: Work, before: Asked | None) -> bool:
    """Whether it is their own work that somebody, who gives none to others, speaks of."""
    slots, shown = asked.slots, before.slots if before else Slots()
    named = slots.numbers or slots.document_number or shown.item_id or shown.document_number
    if work.viewer.role is not Role.OFFICER or not named:
        return False
    items = await meant(asked, before, work)
    if isinstance(items, SendMessage):
        return False
    found = [await documents.by_id(work.db, work.viewer, one) for one in items]
    return all(one and work.viewer.answers_for(one.holder_id) for one in found)


@asks(router, Question.DOCUMENT_HAND_BACK)
async def typed(
    asked: Asked, work: Work, state: FSMContext, before: Asked | None = None
) -> SendMessage:
    """“Chuyển lại 2 cho anh Tuấn vì không thuộc phòng”: what was not said is asked for."""
    items = await meant(asked, before, work)
    if isinstance(items, SendMessage):
        return items
    given: dict[str, Any] = {"items": list(items)}
    given |= await to_of("", asked.slots, work) or {}
    if asked.slots.topic:
        given["reason"] = asked.slots.topic[:LONGEST_REASON]
    return await forms.begin(BACK_OR_ON, given, state, work)
