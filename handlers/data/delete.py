"""“Xóa dữ liệu của tôi” · Delete what you keep about me."""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.data.choices import request
from handlers.filters import answers, asks
from handlers.keyboards import button
from handlers.presses import Forget
from handlers.replies import Answer
from handlers.texts import Say, lines, speak
from handlers.understanding.asked import Question
from storage import audit, messages, own_data
from storage.models import MessageKind, RequestKind
from storage.seals import Seal
from storage.terms import Terms
from storage.viewer import Viewer

router = Router(name=__name__)
KEEP_THEIR_OWN = ("telegram", "zalo_oa", "zalo_bot")


@asks(router, Question.DATA_DELETE)
async def data_delete(viewer: Viewer, say: Say, answer: Answer, terms: Terms) -> SendMessage:
    """What goes, what stays and by which law; nothing goes before the button is pressed."""
    return answer(
        lines(
            say("data-delete-goes-staff") if viewer.is_staff else say("data-delete-goes"),
            say("data-delete-elsewhere", channel=viewer.channel)
            if viewer.channel in KEEP_THEIR_OWN
            else None,
            say("data-delete-stays", days=terms.audit.days, chats=terms.chats.days),
            say("data-delete-sure"),
        ),
        [
            [button(say("data-delete-button"), Forget().pack())],
            [request(RequestKind.DELETE, say("data-delete-rest-button"))],
        ],
    )


@answers(router.callback_query, Forget.filter())
async def forget(
    viewer: Viewer, db: AsyncSession, say: Say, answer: Answer, now: dt.datetime, seal: Seal
) -> SendMessage:
    """All of it at once; that it was done is kept, without what it was."""
    if viewer.account_id is not None:
        for talk in await own_data.delete(db, viewer.account_id, seal=seal, now=now):
            await messages.tell(
                db,
                kind=MessageKind.RELAY,
                account_id=talk.officer_account_id,
                words=speak("vi", say.zone)("data-deleted-talk", number=talk.id),
                now=now,
            )
        await audit.note(db, viewer, "data.delete", "account", viewer.account_id, now)
    return answer(say("data-deleted"))
