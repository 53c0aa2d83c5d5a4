"""“Hoàn tác”, pressed or typed · As it was before, within ten minutes."""

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.documents import acts
from handlers.filters import answers, asks
from handlers.presses import Undo
from handlers.references import Open
from handlers.texts import lines
from handlers.understanding.asked import Question
from handlers.work import Work

router = Router(name=__name__)


@answers(router.callback_query, Undo.filter())
async def pressed(callback_data: Undo, work: Work) -> SendMessage:
    """What stands above the button."""
    return await _undone(callback_data.change_id, work)


@asks(router, Question.DOCUMENT_UNDO)
async def typed(work: Work) -> SendMessage:
    """What this person did last."""
    return await _undone(None, work)


async def _undone(change_id: int | None, work: Work) -> SendMessage:
    told = await acts.undo(work, change_id)
    if not told:
        return work.answer.anywhere(work.say("act-nothing-to-undo"))
    return work.answer(lines(*(one.words for one in told)), brief=[Open(one.plain) for one in told])
