"""A link code is taken out of the words before anything else of the program sees them."""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

from bot.middleware import Data, Next, words_of
from storage import link_codes


class LinkCode(BaseMiddleware):
    """What looks like one is nothing else: no question, no slot, nothing for audit or log.

    The history of a chat keeps words without codes too: `bot/push.py`.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        data["link_code"] = code = link_codes.found_in(words_of(event))
        if code and isinstance(event, Update) and event.message:
            wordless = event.message.model_copy(update={"text": None, "caption": None})
            event = event.model_copy(update={"message": wordless})
        return await handler(event, data)
