"""“Bỏ theo dõi”, “đừng báo nữa” · Stop telling me."""

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers.follow_buttons import to_stop_one
from handlers.filters import answers, asks
from handlers.presses import Unfollow
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question
from storage import follows
from storage.viewer import Viewer

router = Router(name=__name__)
MOST = 20  # on one screen: each is a button


@asks(router, Question.DOSSIER_UNFOLLOW)
async def dossier_unfollow(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    before: Asked | None = None,
) -> SendMessage:
    """The dossier that is named or was asked about just before; with one followed, that one."""
    page = await follows.of_account(db, viewer, limit=MOST)
    codes = [one.code for one in page.items]
    if not codes:
        return answer.anywhere(say("dossier-unfollow-nothing"))
    code = asked.slots.dossier_code or (before.slots.dossier_code if before else None)
    if code is None and len(codes) == 1:
        code = codes[0]
    if code not in codes:
        rows = [[to_stop_one(one, say)] for one in codes]
        return answer.anywhere(say("dossier-unfollow-which"), rows)
    return await _end(code, viewer=viewer, db=db, say=say, answer=answer)


@answers(router.callback_query, Unfollow.filter())
async def pressed(
    callback_data: Unfollow, viewer: Viewer, db: AsyncSession, say: Say, answer: Answer
) -> SendMessage:
    """The button under every message that was pushed."""
    return await _end(callback_data.code, viewer=viewer, db=db, say=say, answer=answer)


async def _end(
    code: str | None, *, viewer: Viewer, db: AsyncSession, say: Say, answer: Answer
) -> SendMessage:
    ended = bool(viewer.account_id and code and await follows.end(db, viewer.account_id, code))
    return answer.anywhere(
        say("dossier-unfollow-done" if ended else "dossier-unfollow-none", code=code or "")
    )
