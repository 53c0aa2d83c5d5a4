"""“Đăng xuất khỏi trợ lý” · This account is nobody's any more."""

import datetime as dt

from aiogram import Router
from aiogram.filters import Command
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.account import own
from handlers.account.presses import LeaveAccount
from handlers.filters import answers, asks
from handlers.keyboards import button
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Question
from storage import links
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.message, Command("thoat", "logout"))
@answers(router.callback_query, LeaveAccount.filter())
async def leave(
    viewer: Viewer, db: AsyncSession, say: Say, answer: Answer, now: dt.datetime
) -> SendMessage:
    """At once: who types the command, or says that they are sure, means it."""
    own.oneself(viewer)
    here = await links.linked(db, account_id=viewer.account_id)
    await own.end(db, viewer, here, zone=say.zone, now=now)
    return answer(say("account-left"))


@asks(router, Question.ACCOUNT_LEAVE)
async def ask_to_leave(viewer: Viewer, say: Say, answer: Answer) -> SendMessage:
    """Words may have been misunderstood, and coming back takes a new code: a tap first."""
    own.oneself(viewer)
    press = button(say("account-button-leave"), LeaveAccount().pack())
    return answer(say("account-leave-sure"), [[press]])
