"""Where people talk to the assistant: one file per channel, all spoken to as if Telegram."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod

from handlers.reach import ALWAYS, Reach

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """What a channel can show, and who reads along. Handlers never ask
    which channel it is."""

    max_text: int
    keeps_own_history: bool  # False: our store keeps the words, so that a reload shows them
    leaves_the_office: bool  # what is said there lies with somebody else, perhaps abroad
    own_page: bool = False  # the office's own page, to which the others link: all is said there
    edits: bool = True  # a message that was shown can be changed
    max_caption: int = 1024  # under a picture or a file
    sends_again: bool = False  # what was not acknowledged; so it is kept until it is answered
    max_buttons: int | None = None  # under a message; more are numbered (`options`). None: any
    styles: bool = True  # bold and the like
    files: tuple[str, ...] | None = None  # kinds it takes, by ending; others are a link. None: any
    max_file: int = 20 * MEGABYTE  # bytes
    max_picture: int = 10 * MEGABYTE  # bytes; larger ones are made smaller
    asks_contact: bool = False  # has a form of its own that gives somebody's telephone number
    keeps_form: bool = False  # which stays before them until it is put away
    reach: Reach = ALWAYS  # when somebody who does not write is told something there


Knock = Callable[[int, str, date], Awaitable[None]]
"""Tell a chat by the messenger's own template that there is something of this title and day."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One messenger: its name in our records, aiogram's bot on it, and what it can show."""

    name: str
    bot: Bot
    can: Capabilities
    knock: Knock | None = None  # whom its `reach` does not reach any more
    has_room: Callable[[], Awaitable[bool]] | None = None  # to say something unasked


class NotNowError(TelegramRetryAfter):
    """Nothing was sent, and will not be for a while: another channel may take it meanwhile."""

    def __init__(
        self, method: TelegramMethod[Any], reason: str, *, seconds: int, code: str = ""
    ) -> None:
        super().__init__(method, reason, retry_after=seconds)
        self.reason = reason  # as it stands in `storage/troubles.py`
        self.code = code  # what the messenger calls it
