"""“Đã xong”, pressed or typed · These documents are done.

Where an answer is expected, its number is asked for first.
"""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import acts
from handlers.documents.finding import meant
from handlers.filters import answers, asks
from handlers.forms import Given, Typed
from handlers.presses import Done
from handlers.replies import Buttons
from handlers.texts import Words
from handlers.understanding.asked import Asked, Question
from handlers.work import Work
from storage.models import ItemKind

router = Router(name=__name__)


class ReplyNumber:
    """Done, once the number of the answer is given."""

    name = "document.done"
    again = ""
    steps: Sequence[str] = ("reply",)

    def ask(self, _step: str, _given: Given, work: Work) -> tuple[Words, Buttons]:
        """By its số, ký hiệu."""
        return work.say("act-done-reply-number"), ()

    async def read(self, step: str, _given: Given, typed: Typed, _work: Work) -> Given | None:
        """A số, ký hiệu as it was typed; anything else is none."""
        number = typed.asked.slots.document_number
        return {step: number} if number else None

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """Done, with the answer beside it."""
        one = await acts.done(work, given["item"], reply_number=given["reply"])
        return work.answer(*acts.said([one], work))


REPLY_NUMBER = forms.known(ReplyNumber())


@answers(router.callback_query, Done.filter(F.kind == ItemKind.DOCUMENT))
async def pressed(callback_data: Done, work: Work, state: FSMContext) -> SendMessage:
    """Close it for its holder and read the change back; a second press says that it was done."""
    item_id = callback_data.item_id
    if await acts.wants_reply_number(work, item_id):
        return await forms.begin(REPLY_NUMBER, {"item": item_id}, state, work)
    one = await acts.done(work, item_id, due_version=callback_data.due_version)
    return work.answer.instead(*acts.said([one], work))


@asks(router, Question.REMINDER_ACK)
async def typed(
    asked: Asked, work: Work, state: FSMContext, before: Asked | None = None
) -> SendMessage:
    """“Xong 2 việc đầu”: each is written at once and read back."""
    items = await meant(asked, before, work)
    if isinstance(items, SendMessage):
        return items
    waiting = [item for item in items if await acts.wants_reply_number(work, item)]
    finished = [await acts.done(work, item) for item in items if item not in waiting]
    if waiting and not finished:
        return await forms.begin(REPLY_NUMBER, {"item": waiting[0]}, state, work)
    words, buttons, brief = acts.said(finished, work)
    if waiting:
        rest = work.say("act-done-wants-reply", number=len(waiting))
        words = Words(f"{words}\n{rest}")
    return work.answer(words, buttons, brief)
