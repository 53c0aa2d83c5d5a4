"""The commands that Telegram shows beside the place to type, in both languages."""

from collections.abc import Iterator

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from handlers.texts import LANGUAGES, speak
from scheduler.clock import VIETNAM

SHOWN = ("help", "schedule", "documents", "dossier", "today", "language")
FOR_ALL_OTHERS = "vi"


def commands() -> Iterator[SetMyCommands]:
    """One menu for each language of the program; who has another one sees the Vietnamese.

    A command is typed like any words: the phrase files say what it asks.
    """
    for language in LANGUAGES:
        say = speak(language, VIETNAM)
        yield SetMyCommands(
            commands=[
                BotCommand(command=say(f"menu-{one}-command"), description=say(f"menu-{one}"))
                for one in SHOWN
            ],
            scope=BotCommandScopeAllPrivateChats(),
            language_code=None if language == FOR_ALL_OTHERS else language,
        )
