"""“Hoàn tác” of what was done to dossiers, pressed or typed · As it was before."""

import datetime as dt

from aiogram import Router
from aiogram.filters import Filter
from aiogram.methods import SendMessage
from aiogram.types import TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import acts
from handlers.dossiers.desk import Desk
from handlers.filters import Asks, answers
from handlers.presses import UndoDossier
from handlers.understanding.asked import Question
from handlers.work import Work
from storage import dossier_acts
from storage.viewer import Viewer

router = Router(name=__name__)


class WasLast(Filter):
    """What this person did last, of what can be undone, they did to a dossier."""

    async def __call__(
        self, event: TelegramObject, viewer: Viewer, db: AsyncSession, now: dt.datetime
    ) -> bool:
        return await dossier_acts.was_last(db, viewer, now=now)


@answers(router.callback_query, UndoDossier.filter())
async def pressed(callback_data: UndoDossier, work: Work, desk: Desk) -> SendMessage:
    """What stands above the button."""
    return await _undone(callback_data.change_id, work, desk)


@answers(router.message, Asks(Question.DOCUMENT_UNDO), WasLast())
async def typed(work: Work, desk: Desk) -> SendMessage:
    """What this person did last."""
    return await _undone(None, work, desk)


async def _undone(change_id: int | None, work: Work, desk: Desk) -> SendMessage:
    said = await acts.undo(work, desk, change_id)
    if said is None:
        return work.answer.anywhere(work.say("dossier-nothing-to-undo"))
    return work.answer(*said)
