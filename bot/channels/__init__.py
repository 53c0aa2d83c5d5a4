"""Where people talk to the assistant: one file per channel, all spoken to as if Telegram."""

from dataclasses import dataclass

from aiogram import Bot


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """What a channel can show. The sessions use it; handlers never ask."""

    max_text: int
    keeps_own_history: bool  # False: our store keeps the words, so that a reload shows them


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One messenger: its name in our records, aiogram's bot on it, and what it can show."""

    name: str
    bot: Bot
    can: Capabilities
