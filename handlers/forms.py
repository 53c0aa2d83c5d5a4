"""A form asks for one thing after the other, each in words, and does at its end what it is for.

What was given waits in the conversation's memory for a day, also over a restart. “Thôi” leaves
the form, “nhầm rồi” and “quay lại” go back a step; what is no answer and surely a question of its
own is answered meanwhile.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, TelegramObject

from handlers.filters import answers
from handlers.keyboards import button
from handlers.presses import AnswerForm, LeaveForm
from handlers.replies import Answer, Buttons, Said
from handlers.states import DIGITS, FORM, TALKING
from handlers.texts import Say, Words, speak
from handlers.understanding.asked import Asked, Question
from handlers.understanding.bare import Bare
from handlers.work import Work, milliseconds
from storage.errors import StaleError

router = Router(name=__name__)
YES = "yes"
LASTS = dt.timedelta(days=1)
ITSELF = 0.9  # how sure a question is that is answered in the middle of a form
PROBLEM = "problem"
Given = dict[str, Any]
"""What was answered so far, by step, as JSON holds it; None is not given yet.

Beside it, as `PROBLEM`, the text that says what was wrong with the last answer.
"""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was typed, or pressed, as an answer to a step."""

    words: str
    asked: Asked
    pressed: str = ""

    @property
    def says_yes(self) -> bool:
        """“Ừ”, or the button that means it."""
        return self.pressed == YES or self.asked.bare is Bare.YES


class Form(Protocol):
    """One thing that is done after a few answers.

    `again` is the first step of a form that is filled again and again: after its end the next
    words are tried as an answer to it, without being asked for. It is empty for any other.
    """

    name: str
    again: str

    @property
    def steps(self) -> Sequence[str]:
        """What is asked for, in this order."""
        ...

    def ask(self, step: str, given: Given, work: Work, /) -> tuple[Words, Buttons] | Said:
        """Ask for one thing: nothing of a record that may not be read anywhere, or with a brief."""
        ...

    async def read(self, step: str, given: Given, typed: Typed, work: Work, /) -> Given | None:
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
    step = next((one for one in form.steps if given.get(one) is None), None)
    if step is not None:
        steps = asked if asked[-1:] == [step] else [*asked, step]
        return await _ask(form, step, given, steps, state, work)
    await state.clear()
    said = await form.finish(given, work)
    if form.again:
        await _wait(form, {}, [form.again], state, work)
    return said


async def _ask(
    form: Form, step: str, given: Given, steps: list[str], state: FSMContext, work: Work
) -> SendMessage:
    await _wait(form, given, steps, state, work)
    words, buttons, *brief = form.ask(step, given, work)
    with_leaving = [*buttons, _leaving(work.say)]
    if not brief:
        return work.answer.anywhere(words, with_leaving)
    return work.answer(words, with_leaving, brief[0])


async def _wait(form: Form, given: Given, steps: list[str], state: FSMContext, work: Work) -> None:
    await state.set_state(FORM)
    await state.set_data(
        {
            "form": form.name,
            "given": given,
            "asked": steps,
            "until": (work.now + LASTS).isoformat(),
            "language": work.say.language,
        }
    )


def _leaving(say: Say) -> list[InlineKeyboardButton]:
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
        if raw_state != FORM or not words or asked is None or words.startswith("/"):
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
    work: Work,
) -> SendMessage:
    """Take the words as the answer to what was asked last, and go on in the form's language."""
    work = replace(work, say=speak(kept["language"], work.say.zone))
    given, steps = dict(kept["given"]), list(kept["asked"])
    step = steps[-1]
    begun = step != form.again
    if asked.bare is Bare.NO:
        await state.clear()
        left = "form-left" if begun else "form-over"
        return work.answer.anywhere(work.say(left))
    if asked.bare in (Bare.BACK, Bare.MISTAKEN) and begun:
        return await _back(form, given, steps[:-1], state, work)
    read = await _read(form, step, given, Typed(words=words, asked=asked), state, work)
    if read is not None:
        return await _go_on(form, given | read, steps, state, work)
    if not begun:
        await state.clear()
    if not begun or is_a_question_itself(asked):
        raise SkipHandler
    return await _ask(form, step, given, steps, state, work)


@answers(router.callback_query, AnswerForm.filter())
async def pressed(
    callback_data: AnswerForm,
    state: FSMContext,
    work: Work,
    raw_state: str | None = None,
) -> SendMessage:
    """Take the button as the answer, if it belongs to what was asked last."""
    kept = await state.get_data() if raw_state == FORM else {}
    form = FORMS.get(kept.get("form", ""))
    until = dt.datetime.fromisoformat(kept["until"]) if form else work.now
    if form is None or work.now >= until or milliseconds(until - LASTS) != callback_data.at:
        raise StaleError("form-stale")
    work = replace(work, say=speak(kept["language"], work.say.zone))
    given, steps = dict(kept["given"]), list(kept["asked"])
    nothing_typed = Asked(question=Question.OUT_OF_SCOPE, confidence=0.0)
    typed = Typed(words="", asked=nothing_typed, pressed=callback_data.value)
    read = await _read(form, steps[-1], given, typed, state, work)
    if read is None:
        raise StaleError("form-stale")
    return await _go_on(form, given | read, steps, state, work)


@answers(router.callback_query, LeaveForm.filter())
async def leave(
    say: Say, answer: Answer, state: FSMContext, raw_state: str | None = None
) -> SendMessage:
    """Nothing is asked for any more, nor a number; a conversation with a person goes on."""
    if raw_state not in (None, TALKING):
        await state.clear()
    return answer.contact_over(say("dossier-owner-left" if raw_state == DIGITS else "form-left"))


async def _read(
    form: Form, step: str, given: Given, typed: Typed, state: FSMContext, work: Work
) -> Given | None:
    """What has changed under the form ends it: nothing may be confirmed that is not so any more."""
    given.pop(PROBLEM, None)
    try:
        return await form.read(step, given, typed, work)
    except StaleError:
        await state.clear()
        raise


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
    return (
        asked.bare is None
        and asked.confidence >= ITSELF
        and asked.question
        not in (
            Question.OUT_OF_SCOPE,
            Question.NOT_MEANT,
            Question.THANKS_BYE,
            Question.GREETING,
        )
    )
