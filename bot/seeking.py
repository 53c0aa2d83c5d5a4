"""Words that ask nothing surely may be the everyday name of a procedure: “mở quán phở”."""

from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.middleware import Data, Next, words_of
from handlers.safety.recognising import is_near_danger
from handlers.staff_only import FOR_STAFF
from handlers.understanding.asked import Asked, Question, Slots
from handlers.understanding.subjects import OF_A_PROCEDURE
from storage.viewer import Viewer

LEAST = 0.42  # how well a procedure must fit words that may mean something else
LIKELY = 0.55  # confidence from which citizens are taken to ask what was understood
AS_WRITTEN = 0.98  # somebody wrote down that just these words are none of our business
LONGEST = 120  # characters
LEAST_NEAR_DANGER = 0.56  # no practised phrase about a danger comes to it
SELDOM_MEANT = FOR_STAFF | {
    Question.ACCOUNT_LOST,
    Question.LEAVE_SET,
    *(question for question in Question if question.startswith("document.")),
}
"""What a citizen hardly asks: “bằng lái sắp hết hạn” is no document that is due soon."""


class Sought(BaseMiddleware):
    """Looks for unsure words in the catalogue: of citizens, and of others what nobody else knows.

    It stands last before the handlers, where nothing else was made of the words. What is sought is
    kept for the next question; words that are near a danger must be the more likely a procedure.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        asked: Asked | None = data["asked"]
        words = words_of(event)
        may_be = (
            data["raw_state"] is None and len(words) <= LONGEST and any(map(str.isalpha, words))
        )
        if asked and may_be and _is_unsure(asked, data["viewer"]):
            catalogue = await data["published"].catalogue(data["db"])
            found = catalogue.search(words, on=data["now"].date(), limit=1)
            least = LEAST_NEAR_DANGER if is_near_danger(words) else LEAST
            if found and found[0].likeness >= least:
                data["asked"] = data["turn"].asked = _of_a_procedure(
                    asked, words, found[0].likeness
                )
        return await handler(event, data)


def _is_unsure(asked: Asked, viewer: Viewer) -> bool:
    if asked.question is Question.OUT_OF_SCOPE:
        return asked.confidence < AS_WRITTEN
    if viewer.is_staff:
        return False
    unsure = asked.runner_up is not None or asked.confidence < LIKELY
    return unsure or asked.question in SELDOM_MEANT


def _of_a_procedure(asked: Asked, words: str, likeness: float) -> Asked:
    """Which side of it is asked for stays as it was understood."""
    if asked.question in OF_A_PROCEDURE:
        return replace(asked, runner_up=None)
    return replace(
        asked,
        question=Question.PROCEDURE_LOOKUP,
        confidence=min(likeness, 1.0),
        runner_up=None,
        slots=Slots(topic=words),
    )
