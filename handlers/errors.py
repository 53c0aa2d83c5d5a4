"""What is said when an answer cannot be given."""

import logging
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.methods import SendMessage
from aiogram.types import ErrorEvent

from handlers.replies import Answer, message
from handlers.texts import Say, speak
from handlers.understanding.asked import Lacking
from storage.errors import ProblemError

log = logging.getLogger(__name__)
router = Router(name=__name__)
_ASKS_FOR = {
    "document-not-found-about": Lacking.SUBJECT,
    "document-not-found-number": Lacking.SUBJECT,
}


def explain(problem: ProblemError, answer: Answer, say: Say) -> SendMessage:
    """A problem in words the asker can act on; some ask for other words."""
    if lacking := _ASKS_FOR.get(problem.text_id):
        return answer.ask_for(lacking, say(problem.text_id, **problem.facts))
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
