"""Asking a messenger until it answers: in Viet Nam it often cannot be reached at the start."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)

log = logging.getLogger(__name__)
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
UNKNOWN_TOKEN_PAUSE = 300.0  # somebody may be making a new one

Reply = TypeVar("Reply")


async def patiently(
    ask: Callable[[], Awaitable[Reply]],
    whom: str,
    *,
    unknown: str,
    but_for: tuple[type[TelegramAPIError], ...] = (TelegramBadRequest,),
) -> Reply:
    """Ask until there is an answer, however long that takes; only these errors get through.

    A token that is not known is told once, by the sentence `unknown`, and tried again now and then.
    """
    pause, told = FIRST_PAUSE, False
    while True:
        try:
            return await ask()
        except but_for:
            raise
        except (TelegramUnauthorizedError, TelegramNotFound):  # the latter for no token at all
            if not told:
                log.error(unknown)
            told = True
            await asyncio.sleep(UNKNOWN_TOKEN_PAUSE)
            continue
        except TelegramConflictError:
            log.warning("%s: another program uses this token; next try in %.0f s", whom, pause)
        except TelegramAPIError as trouble:
            log.warning("%s: %s; next try in %.0f s", whom, type(trouble).__name__, pause)
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)
