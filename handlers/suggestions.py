"""What is offered to somebody who was not understood."""

from handlers.keyboards import asking, title_of
from handlers.replies import Buttons
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question, Slots
from storage.viewer import Viewer

FOR_STAFF = (Question.BRIEF_TODAY, Question.MEETING_SCHEDULE, Question.DOCUMENT_OVERDUE)
FOR_CITIZENS = (Question.DOSSIER_STATUS, Question.PETITION_STATUS, Question.OFFICE_INFO)


def suggestions(say: Say, viewer: Viewer) -> Buttons:
    """Three things this person may well want, as buttons."""
    questions = FOR_STAFF if viewer.is_staff else FOR_CITIZENS
    return [
        [asking(say(title_of(q)), Asked(question=q, confidence=1.0, slots=Slots(mine=True)))]
        for q in questions
    ]
