"""A photo on which no dossier's code was found · What is asked for instead."""

from enum import StrEnum

from aiogram import Router
from aiogram.filters import Filter
from aiogram.methods import SendMessage
from aiogram.types import TelegramObject

from handlers.filters import answers
from handlers.replies import Answer
from handlers.texts import Say

router = Router(name=__name__)


class Picture(StrEnum):
    """What a picture was, where it was not the code of a dossier. Nothing more is known of it."""

    IDENTITY_CARD = "identity-card"
    NO_CODE = "no-code"
    TOO_BIG = "too-big"
    NOT_FETCHED = "not-fetched"


class Shows(Filter):
    """A picture was sent."""

    async def __call__(self, event: TelegramObject, picture: Picture | None = None) -> bool:
        return picture is not None


@answers(router.message, Shows())
async def picture_sent(picture: Picture, say: Say, answer: Answer) -> SendMessage:
    """An identity card was neither read nor kept: its sender is asked to delete it as well."""
    return answer.anywhere(say(TEXTS[picture]))


TEXTS = {one: f"picture-{one}" for one in Picture}
