"""“Không phải”, “sai rồi” · Not what I meant: what else it may have been, and a person."""

from dataclasses import replace

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.filters import asks
from handlers.keyboards import asking, title_of
from handlers.replies import Answer
from handlers.suggestions import suggestions
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question
from storage.viewer import Viewer

router = Router(name=__name__)
PERSON = Asked(question=Question.HUMAN_HANDOFF, confidence=1.0)


@asks(router, Question.NOT_MEANT)
async def not_meant(
    answer: Answer, say: Say, viewer: Viewer, before: Asked | None = None
) -> SendMessage:
    """The second meaning of what was asked last, about the same things; a person in any case."""
    if before and before.second:
        meant = replace(before, question=before.second, second=None)
        offered = [asking(say(title_of(meant.question)), meant)]
    else:
        offered = [button for row in suggestions(say, viewer) for button in row]
    offered.append(asking(say(title_of(Question.HUMAN_HANDOFF)), PERSON))
    return answer(say("not-meant"), [[button] for button in offered])
