"""A photo on which not exactly one dossier's code was found · What is asked for instead."""

from enum import StrEnum

from aiogram import Router
from aiogram.filters import Filter
from aiogram.methods import SendMessage
from aiogram.types import TelegramObject

from handlers.filters import answers
from handlers.keyboards import asking
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question, Slots

router = Router(name=__name__)
MOST = 6  # codes to choose from


class Picture(StrEnum):
    """What a picture was, where it was not one code of a dossier. Nothing more is known of it."""

    IDENTITY_CARD = "identity-card"
    NO_CODE = "no-code"
    SEVERAL_CODES = "several-codes"
    TOO_BIG = "too-big"
    NOT_FETCHED = "not-fetched"


class Shows(Filter):
    """A picture was sent."""

    async def __call__(self, _event: TelegramObject, picture: Picture | None = None) -> bool:
        return picture is not None


@answers(router.message, Shows())
async def picture_sent(
    picture: Picture, pictured: tuple[str, ...], say: Say, answer: Answer
) -> SendMessage:
    """An identity card was neither read nor kept: its sender is asked to delete it as well.

    Of several codes on one photo its sender says which is meant.
    """
    which = [[asking(code, _about(code))] for code in pictured[:MOST]]
    return answer.anywhere(say(TEXTS[picture]), which)


def _about(code: str) -> Asked:
    slots = Slots(dossier_code=code)
    return Asked(question=Question.DOSSIER_STATUS, confidence=1.0, slots=slots)


TEXTS = {one: f"picture-{one}" for one in Picture}
