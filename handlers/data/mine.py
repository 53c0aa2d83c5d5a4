"""“Dữ liệu của tôi” · What do you keep about me?"""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendDocument, SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.data import paper
from handlers.filters import asks
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Question
from storage import audit, own_data
from storage.seals import Seal
from storage.terms import Terms
from storage.viewer import Viewer

router = Router(name=__name__)


@asks(router, Question.DATA_MINE)
async def data_mine(
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    terms: Terms,
    seal: Seal,
) -> SendMessage | SendDocument:
    """Everything about this account, as a file to keep: nothing of anybody else."""
    if viewer.account_id is None:
        return answer(say("data-nothing"))
    kept = await own_data.of_account(db, viewer.account_id, seal=seal)
    await audit.note(db, viewer, "data.mine", "account", viewer.account_id, now)
    return answer.file(
        f"{say('data-file-name')}-{now:%Y%m%d}.txt",
        paper.written(kept, viewer, say=say, now=now, terms=terms),
        say("data-mine", lines=len(kept.lines), days=terms.chats.days),
    )
