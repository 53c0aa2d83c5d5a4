"""The step that asks whether whoever speaks on the page may still do so in somebody's name."""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.channels import webchat
from bot.middleware import Data, Next, Turn
from storage import sessions
from storage.accounts import Known


class Sessions(BaseMiddleware):
    """What is typed or pressed on a page whose session is over is not answered.

    A stranger's answer to an official's question would mislead. The page says what happened and
    how to come back (`bot/web/sessions.py`). In a demonstration anybody may be anybody, always.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        """Ends what was not used for too long, in the transaction that notices it."""
        turn: Turn = data["turn"]
        known: Known | None = data["known"]
        office = data["office"]
        if turn.channel == webchat.NAME and known and not office.is_demo:
            turn.over = known.session.over(now=data["now"], lasts=office.session_lasts)
        if turn.over and known:
            await sessions.end(data["db"], turn.channel, known.session, turn.over, now=data["now"])
            return None
        return await handler(event, data)
