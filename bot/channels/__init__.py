"""Where people talk to the assistant: one file per channel, all spoken to as if Telegram."""

from dataclasses import dataclass

from aiogram import Bot

from handlers.reach import ALWAYS, Reach


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
    reach: Reach = ALWAYS  # when somebody who does not write is told something there


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One messenger: its name in our records, aiogram's bot on it, and what it can show."""

    name: str
    bot: Bot
    can: Capabilities
