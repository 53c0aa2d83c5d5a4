"""A form asks for one thing after the other, each in words, and does at its end what it is for.

What was given waits in the conversation's memory for a day, also over a restart. “Thôi” leaves
the form, “nhầm rồi” and “quay lại” go back a step; what is surely a question of its own is
answered meanwhile.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from aiogram.types import TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import answers
from handlers.handover.relay import TALKING
from handlers.keyboards import button
from handlers.presses import LeaveForm
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words
from handlers.understanding.asked import Asked, Question
from handlers.understanding.bare import Bare
from scheduler.calendar import WorkingCalendar
from storage.viewer import Viewer

router = Router(name=__name__)
STATE = "form"
LASTS = dt.timedelta(days=1)
ITSELF = 0.9  # how sure a question is that is answered in the middle of a form
Given = dict[str, Any]
"""What was answered so far, by step, as JSON holds it."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """Who does something, when, and by which days."""

    db: AsyncSession
    viewer: Viewer
    say: Say
    answer: Answer
    now: dt.datetime
    calendar: WorkingCalendar


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was typed as an answer to a step."""

    words: str
    asked: Asked


class Form(Protocol):
    """One thing that is done after a few answers."""

    name: str
    steps: Sequence[str]

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons]:
        """Ask for one thing; nothing of a record that may not be read anywhere."""
        ...

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """What the words give, for this step and perhaps others; None where they give nothing."""
        ...

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """All is given: do it and read it back."""
        ...


FORMS: dict[str, Form] = {}
"""By name, so that a form which was begun before a restart is found again."""


def known(form: Form) -> Form:
    """Let a form be found by its name."""
    FORMS[form.name] = form
    return form


async def begin(form: Form, given: Given, state: FSMContext, work: Work) -> SendMessage:
    """Ask for the first thing that is not given yet; with everything given, do it at once."""
    return await _go_on(form, given, [], state, work)


async def _go_on(
    form: Form, given: Given, asked: list[str], state: FSMContext, work: Work
) -> SendMessage:
    step = next((one for one in form.steps if one not in given), None)
    if step is None:
        await state.clear()
        return await form.finish(given, work)
    await state.set_state(STATE)
    await state.set_data(
        {
            "form": form.name,
            "given": given,
            "asked": [*asked, step],
            "until": (work.now + LASTS).isoformat(),
        }
    )
    words, buttons = form.ask(step, given, work)
    return work.answer.anywhere(words, [*buttons, _leaving(work.say)])


def _leaving(say: Say) -> list[Any]:
    return [button(say("form-leave"), LeaveForm().pack())]


class InForm(Filter):
    """This conversation is in the middle of a form: which one, and what it has so far."""

    async def __call__(
        self,
        _event: TelegramObject,
        state: FSMContext,
        now: dt.datetime,
        words: str = "",
        asked: Asked | None = None,
        raw_state: str | None = None,
    ) -> bool | dict[str, Any]:
        if raw_state != STATE or not words or asked is None or words.startswith("/"):
            return False
        data = await state.get_data()
        form = FORMS.get(data["form"])
        if form is None or now >= dt.datetime.fromisoformat(data["until"]):
            await state.clear()
            return False
        return {"form": form, "kept": data}


@answers(router.message, InForm())
async def goes_on(
    form: Form,
    kept: Mapping[str, Any],
    words: str,
    asked: Asked,
    state: FSMContext,
    db: AsyncSession,
    viewer: Viewer,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """Take the words as the answer to what was asked last."""
    work = Work(db=db, viewer=viewer, say=say, answer=answer, now=now, calendar=calendar)
    given, steps = dict(kept["given"]), list(kept["asked"])
    step = steps[-1]
    if asked.bare is Bare.NO:
        await state.clear()
        return answer.anywhere(say("form-left"))
    if asked.bare in (Bare.BACK, Bare.MISTAKEN):
        return await _back(form, given, steps[:-1], state, work)
    read = await form.read(step, given, Typed(words=words, asked=asked), work)
    if read is None:
        again, buttons = form.ask(step, given, work)
        return answer.anywhere(again, [*buttons, _leaving(say)])
    return await _go_on(form, given | read, steps, state, work)


@answers(router.callback_query, LeaveForm.filter())
async def leave(
    say: Say, answer: Answer, state: FSMContext, raw_state: str | None = None
) -> SendMessage:
    """Nothing is asked for any more; a conversation with a person goes on."""
    if raw_state not in (None, TALKING):
        await state.clear()
    return answer.anywhere(say("form-left"))


async def _back(
    form: Form, given: Given, steps: list[str], state: FSMContext, work: Work
) -> SendMessage:
    """The step before is asked again; before the first one nothing is left to do."""
    if not steps:
        await state.clear()
        return work.answer.anywhere(work.say("form-left"))
    given.pop(steps[-1], None)
    return await _go_on(form, given, steps[:-1], state, work)


def is_a_question_itself(asked: Asked) -> bool:
    """Surely something else than an answer."""
    return asked.confidence >= ITSELF and asked.question not in (
        Question.OUT_OF_SCOPE,
        Question.NOT_MEANT,
        Question.THANKS_BYE,
        Question.GREETING,
    )
