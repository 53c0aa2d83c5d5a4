"""What is said when an answer cannot be given."""

import logging
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.methods import SendMessage
from aiogram.types import ErrorEvent

from handlers.replies import Answer, message
from handlers.texts import Say, speak
from storage.errors import ProblemError

log = logging.getLogger(__name__)
router = Router(name=__name__)


def explain(problem: ProblemError, answer: Answer, say: Say) -> SendMessage:
    """A problem in words the asker can act on."""
    return answer.anywhere(say(problem.text_id, **problem.facts))


@router.error()
async def apologise(
    event: ErrorEvent, turn: Any, zone: ZoneInfo, say: Say | None = None
) -> SendMessage:
    """Anything unforeseen: nothing was saved; say so kindly, and keep the trace for the office.

    The only broad handler of updates: a person who asked must never be left without a word.
    """
    log.error("an update could not be answered", exc_info=event.exception)
    say = say or speak("vi", zone)
    return message(turn.chat_id, say("error-unforeseen"))
