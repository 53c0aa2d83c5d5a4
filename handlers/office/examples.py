"""Buttons with questions that this person may well have; each works when it is pressed."""

from typing import assert_never

from handlers.keyboards import asking
from handlers.replies import Buttons
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question, Slots
from storage.viewer import Role, Viewer

OWN = Slots(mine=True)
Example = tuple[str, Question, Slots]  # the id of its text, what it asks

BRIEF: Example = ("help-button-brief", Question.BRIEF_TODAY, Slots())
MEETINGS: Example = ("help-button-meetings", Question.MEETING_SCHEDULE, OWN)
DUE_SOON: Example = ("help-button-due-soon", Question.DOCUMENT_DUE_SOON, OWN)
DOSSIERS: Example = ("help-button-dossiers", Question.DOSSIER_STATUS, OWN)
CODE: Example = ("help-button-dossier-code", Question.DOSSIER_STATUS, Slots())
PETITIONS: Example = ("help-button-petitions", Question.PETITION_STATUS, Slots())
ADDRESS: Example = ("help-button-address", Question.OFFICE_INFO, Slots())


def examples(viewer: Viewer, say: Say) -> Buttons:
    """Two on a row, those wanted most first."""
    buttons = [
        asking(say(label), Asked(question=question, confidence=1.0, slots=slots))
        for label, question, slots in _for(viewer)
    ] + [asking(say("help-button-hours"), _hours(say))]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def _hours(say: Say) -> Asked:
    """Asked in the words of the language, as if they had been typed."""
    words = Slots(topic=say("help-button-hours"))
    return Asked(question=Question.OFFICE_INFO, confidence=1.0, slots=words)


def _for(viewer: Viewer) -> tuple[Example, ...]:
    match viewer.role:
        case Role.CITIZEN if viewer.person_id is None:
            return (CODE, PETITIONS, ADDRESS)
        case Role.CITIZEN:
            return (DOSSIERS, PETITIONS, ADDRESS)
        case Role.OFFICER | Role.CLERK:
            return (BRIEF, MEETINGS, _overdue(OWN), DUE_SOON, DOSSIERS)
        case Role.HEAD:
            return (BRIEF, MEETINGS, _overdue(Slots(unit_id=viewer.unit_id)), DUE_SOON, PETITIONS)
        case Role.LEADER:
            return (BRIEF, MEETINGS, _overdue(Slots(whole_office=True)))
        case Role.ADMIN | Role.OFFICE:
            return (MEETINGS, ADDRESS)
    assert_never(viewer.role)


def _overdue(whose: Slots) -> Example:
    return ("help-button-overdue", Question.DOCUMENT_OVERDUE, whose)
