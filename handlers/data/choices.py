"""Buttons that make a request about one's own data."""

from aiogram.types import InlineKeyboardButton

from handlers.keyboards import asking
from handlers.replies import Buttons
from handlers.texts import Say, Words
from handlers.understanding.asked import Asked, Question, Slots
from storage.models import RequestKind

OFFERED = (
    RequestKind.CORRECT,
    RequestKind.RESTRICT,
    RequestKind.OBJECT,
    RequestKind.WITHDRAW,
)


def choices(say: Say) -> Buttons:
    """What can be asked of a person of the office; seeing and deleting is done at once."""
    return [[request(kind, say("data-request-button", kind=kind))] for kind in OFFERED]


def request(kind: RequestKind, label: Words) -> InlineKeyboardButton:
    """A button that makes such a request."""
    slots = Slots(topic=kind)
    return asking(label, Asked(question=Question.DATA_REQUEST, confidence=1.0, slots=slots))
