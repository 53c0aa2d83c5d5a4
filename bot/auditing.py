"""The step that keeps who asked and saw what, with the answer and in its transaction."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.middleware import Data, Next, Turn
from handlers.understanding.asked import Asked
from storage import audit
from storage.audit import Look
from storage.models import RecordKind


class Audit(BaseMiddleware):
    """Every question and press that is about records, whatever came of it.

    What is shown without this being kept is not shown: both stand in one transaction. What is
    not kept is a single word of what was typed; a code that led to no record is sealed.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        reply = await handler(event, data)
        turn: Turn = data["turn"]
        looks = audit.taken(data["db"])
        await audit.keep(
            data["db"],
            data["viewer"],
            act_of(turn),
            [*looks, *in_vain(turn.asked, looks)],
            seal=data["seal"],
            now=data["now"],
        )
        return reply


def act_of(turn: Turn) -> str:
    """The question about records, the button that was pressed, or that something was looked at."""
    if turn.asked and audit.is_about_records(turn.asked.question):
        return turn.asked.question
    return f"press.{turn.pressed}" if turn.pressed and not turn.asked else audit.SAW


def in_vain(asked: Asked | None, looks: Sequence[Look]) -> Iterator[Look]:
    """The code that was asked for, when nothing was shown and nobody has said so yet."""
    kind = audit.about(asked.question) if asked else None
    if asked is None or kind is None or looks:
        return
    slots = asked.slots
    codes = {
        RecordKind.DOSSIER: slots.dossier_code,
        RecordKind.PETITION: slots.petition_code,
        RecordKind.DOCUMENT: slots.document_number,
    }
    if code := codes.get(kind):
        yield Look(kind=kind, sought=code)
