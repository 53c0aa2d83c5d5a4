"""“Xong 1, 3”, “đã xong”, pressed or typed of dossiers · These dossiers have a result."""

import datetime as dt
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.methods import SendMessage
from aiogram.types import TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import acts
from handlers.dossiers.desk import Desk
from handlers.filters import Asks, answers
from handlers.presses import Done
from handlers.understanding.asked import Asked, Question
from handlers.work import Work
from storage import dossiers, shown
from storage.models import ItemKind
from storage.viewer import Viewer

router = Router(name=__name__)


class Means(Filter):
    """Dossiers are meant: by their numbers in today's last list, by a code, by what was shown."""

    async def __call__(
        self,
        event: TelegramObject,
        asked: Asked,
        viewer: Viewer,
        db: AsyncSession,
        now: dt.datetime,
        before: Asked | None = None,
    ) -> bool | dict[str, Any]:
        ids = await _meant(asked, before, viewer, db, now)
        return {"ids": ids} if ids else False


@answers(router.callback_query, Done.filter(F.kind == ItemKind.DOSSIER))
async def pressed(callback_data: Done, work: Work, desk: Desk) -> SendMessage:
    """A result for its holder, as the dossier was when the button was made; read back."""
    said = await acts.finish(
        work, desk, [callback_data.item_id], due_version=callback_data.due_version
    )
    return work.answer.instead(*said)


@answers(router.message, Asks(Question.REMINDER_ACK), Means())
@answers(router.callback_query, Asks(Question.REMINDER_ACK), Means())
async def typed(ids: list[int], work: Work, desk: Desk) -> SendMessage:
    """“Xong 2 việc đầu”: each is written at once and read back."""
    return work.answer(*await acts.finish(work, desk, ids))


async def _meant(
    asked: Asked, before: Asked | None, viewer: Viewer, db: AsyncSession, now: dt.datetime
) -> list[int]:
    """None where a document is meant, or nobody can tell."""
    slots = asked.slots
    if not viewer.is_staff or slots.item_id is not None or slots.document_number:
        return []
    told_before = before.slots if before and before.question is Question.DOSSIER_STATUS else None
    code = slots.dossier_code or (told_before.dossier_code if told_before else None)
    if code and not slots.numbers:
        found = await dossiers.by_code(db, viewer, code)
        return [found.id] if found else []
    listed = await shown.of_today(db, viewer, now=now)
    numbers = slots.numbers or (tuple(listed) if len(listed) == 1 else ())
    items = [listed.get(number) for number in numbers]
    ids = [item[1] for item in items if item and item[0] == ItemKind.DOSSIER]
    return ids if len(ids) == len(numbers) else []
