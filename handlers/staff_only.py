"""“Xong 2”, typed by a citizen · What only people of the office can ask is refused with courtesy.

Before the handlers of these questions, which speak to those who have work on their desks.
"""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.methods import SendMessage
from aiogram.types import TelegramObject

from handlers.examples import Examples
from handlers.filters import answers
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question
from storage.viewer import Viewer

router = Router(name=__name__)

REPORTS = frozenset({Question.DOCUMENT_ACKNOWLEDGE, Question.REMINDER_ACK})
"""“Đã nhận”, “đã xong”: a citizen only means to be kind."""

FOR_STAFF = REPORTS | {
    Question.DIRECTIVE_STATUS,
    Question.DOCUMENT_DECIDE,
    Question.DOCUMENT_EXTEND,
    Question.DOCUMENT_HAND_BACK,
    Question.DOCUMENT_UNDO,
    Question.DOCUMENT_WAITING,
    Question.MEETING_RSVP,
    Question.REMINDER_REHEARSAL,
    Question.REMINDER_SNOOZE,
}
"""What is asked about one's own work in the office."""


class NotOfTheOffice(Filter):
    """Somebody asks this who is not of the office."""

    async def __call__(
        self, _event: TelegramObject, viewer: Viewer, asked: Asked | None = None
    ) -> bool:
        return asked is not None and asked.question in FOR_STAFF and not viewer.is_staff


@answers(router.message, NotOfTheOffice())
@answers(router.callback_query, NotOfTheOffice())
async def not_for_citizens(
    asked: Asked, say: Say, answer: Answer, examples: Examples
) -> SendMessage:
    """That nothing is expected of them, and what they can ask instead."""
    words = say("staff-only", reported=asked.question in REPORTS)
    return answer.anywhere(words, examples.often())
