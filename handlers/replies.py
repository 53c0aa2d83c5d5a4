"""What a handler returns: a reply to the chat that asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

Buttons = Sequence[Sequence[InlineKeyboardButton]]


@dataclass(frozen=True)
class Answer:
    """Makes replies to one chat. Nothing is sent here: the pipeline sends after the commit."""

    chat_id: int

    def __call__(self, words: str, buttons: Buttons = ()) -> SendMessage:
        keyboard = [list(row) for row in buttons if row]
        return SendMessage(
            chat_id=self.chat_id,
            text=words,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=keyboard) if keyboard else None,
        )
