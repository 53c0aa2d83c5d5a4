"""The first step: dangerous words get their fixed answer, and nothing else is done with them."""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

from bot.middleware import Data, Next, Turn, words_of
from handlers.safety import answering
from handlers.safety.recognising import danger_in
from handlers.texts import speak
from handlers.understanding.language import language_of


class Safety(BaseMiddleware):
    """Understanding, memory, audit, a form in hand and a talk with a person never meet the words.

    What is in hand stays as it was: the words neither fill it nor end it.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        turn: Turn = data["turn"]
        if turn.danger is None:
            return await handler(event, data)
        say = speak(language_of(words_of(event), data["viewer"].language), data["zone"])
        return data["answer"].anywhere(answering.answer_to(turn.danger, say))


def look_at(update: Update, turn: Turn, zone: ZoneInfo) -> None:
    """Note a danger before anything can be written down, also when answering it fails."""
    message = update.message
    words = (message.text or message.caption or "") if message else ""
    turn.danger = danger_in(words)
    if turn.danger:
        turn.keeps = kept_of(words, zone)


def kept_of(words: str, zone: ZoneInfo) -> str:
    """The words, or what is shown and kept in their place."""
    if danger_in(words) is None:
        return words
    return answering.kept_instead(speak(language_of(words), zone))
