"""Questions that are understood but cannot be answered yet: what the assistant can do today."""

from collections.abc import Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.filters import asks
from handlers.keyboards import asking, title_of
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question

router = Router(name=__name__)

# Each with what is nearest to it among what can be asked.
NEAREST: Mapping[Question, tuple[Question, ...]] = {
    Question.MEETING_RSVP: (Question.MEETING_DETAIL, Question.MEETING_SCHEDULE),
    Question.PETITION_SUBMIT: (Question.CITIZEN_RECEPTION_SCHEDULE, Question.HUMAN_HANDOFF),
    Question.PETITION_RULES: (Question.PETITION_STATUS, Question.HUMAN_HANDOFF),
    Question.DIRECTIVE_STATUS: (Question.DOCUMENT_STATUS, Question.BRIEF_TODAY),
}


async def not_yet(asked: Asked, answer: Answer, say: Say) -> SendMessage:
    """What was understood, that it is not there yet, and what is."""
    nearest = NEAREST[asked.question]
    return answer(
        say(title_of(asked.question).replace("question-", "later-", 1)),
        [[asking(say(title_of(q)), replace(asked, question=q, runner_up=None))] for q in nearest],
    )


for question in NEAREST:
    asks(router, question)(not_yet)
