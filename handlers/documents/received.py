"""“Đã nhận”, pressed or typed · I have seen that this is mine."""

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.documents import acts
from handlers.documents.finding import meant
from handlers.filters import answers, asks
from handlers.presses import Acknowledge
from handlers.understanding.asked import Asked, Question
from handlers.work import Work

router = Router(name=__name__)


@answers(router.callback_query, Acknowledge.filter())
async def pressed(callback_data: Acknowledge, work: Work) -> SendMessage:
    """It stays in its holder's lists; whoever gave it can see that it arrived."""
    one = await acts.acknowledge(work, callback_data.item_id)
    return work.answer(*acts.said([one], work))


@asks(router, Question.DOCUMENT_ACKNOWLEDGE)
async def typed(asked: Asked, work: Work, before: Asked | None = None) -> SendMessage:
    """“Đã nhận 1, 3”."""
    items = await meant(asked, before, work)
    if isinstance(items, SendMessage):
        return items
    return work.answer(*acts.said([await acts.acknowledge(work, one) for one in items], work))
