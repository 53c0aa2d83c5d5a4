"""“Yêu cầu dữ liệu của tôi tới đâu rồi?” · What became of my request?"""

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.data.choices import choices
from handlers.filters import asks
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Question
from storage import data_requests
from storage.data_requests import Request
from storage.viewer import Viewer

router = Router(name=__name__)
MOST = 10  # the newest


@asks(router, Question.DATA_STATUS)
async def data_status(viewer: Viewer, db: AsyncSession, say: Say, answer: Answer) -> SendMessage:
    """Each request of this account: until when it is answered, or how it was."""
    asked = viewer.account_id and await data_requests.of_account(db, viewer.account_id)
    if not asked:
        return answer(say("data-status-none"), choices(say))
    return answer(lines(say("data-status-title"), *(_line(one, say) for one in asked[-MOST:])))


def _line(one: Request, say: Say) -> Words:
    facts = {"number": one.id, "kind": say("data-kind", kind=one.kind), "asked": one.asked_at}
    if one.done_at is None:
        return say("data-status-waiting", day=one.answer_by, **facts)
    return say("data-status-done", done=one.done_at, note=one.note, **facts)
