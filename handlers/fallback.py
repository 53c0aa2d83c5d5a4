"""What is said to everything else: what the assistant cannot do, and what it can."""

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.filters import answers, asks
from handlers.keyboards import asking, title_of
from handlers.replies import Answer, Buttons
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question, Slots
from storage.viewer import Viewer

router = Router(name=__name__)
FOR_STAFF = (Question.BRIEF_TODAY, Question.MEETING_SCHEDULE, Question.DOCUMENT_OVERDUE)
FOR_CITIZENS = (Question.DOSSIER_STATUS, Question.PETITION_STATUS, Question.OFFICE_INFO)


@asks(router, Question.OUT_OF_SCOPE)
async def out_of_scope(answer: Answer, say: Say, viewer: Viewer) -> SendMessage:
    """Not ours to answer: say what is."""
    return answer(say("out-of-scope"), suggestions(say, viewer))


@answers(router.message)
async def not_words(answer: Answer, say: Say, viewer: Viewer) -> SendMessage:
    """A sticker, a voice message, a place: kindly ask for words."""
    return answer(say("not-words"), suggestions(say, viewer))


@answers(router.callback_query)
async def old_button(answer: Answer, say: Say) -> SendMessage:
    """A button of an earlier version of this program."""
    return answer(say("button-not-offered"))


def suggestions(say: Say, viewer: Viewer) -> Buttons:
    """Three things this person may well want, as buttons."""
    questions = FOR_STAFF if viewer.is_staff else FOR_CITIZENS
    return [
        [asking(say(title_of(q)), Asked(question=q, confidence=1.0, slots=Slots(mine=True)))]
        for q in questions
    ]
