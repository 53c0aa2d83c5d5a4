"""Whose figures somebody gets: what the lists show them, counted."""

from dataclasses import dataclass

from handlers.understanding.asked import Slots
from storage.counted import Subject
from storage.due_documents import Whose
from storage.viewer import DutyKind, Role, Viewer

_OF_EVERYBODY = (Subject.OUTGOING, Subject.MEETINGS)
"""Everybody of the office knows of them, as far as `visible_to` goes."""


ANYBODY = Whose()


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """Whose, and whether that is the whole office or less than was asked for."""

    whose: Whose = ANYBODY
    mine: bool = False
    all: bool = False  # nothing of the subject is hidden from this person by their role
    narrowed: bool = False  # asked for more than this person may have counted


def theirs(subject: Subject, slots: Slots, viewer: Viewer) -> Theirs | None:
    """None for whoever has no figures at all.

    Unasked, leaders get the whole office, clerks the registers and what their desk received, heads
    their unit, officers what is theirs; who asks for more gets that, and is told so. Whoever
    follows the petitions of the office as a duty gets all of them.
    """
    if viewer.role in (Role.CITIZEN, Role.ADMIN):
        return None
    if subject is Subject.RECEPTIONS:  # no unit and no person has them
        return Theirs(all=True)
    if slots.mine and slots.unit_id is None:
        return Theirs(whose=Whose(person_id=viewer.person_id), mine=True)
    if _is_known(subject, viewer):
        named = Whose(person_id=slots.person_id, unit_id=slots.unit_id)
        return Theirs(whose=named, all=named == ANYBODY)
    match viewer.role:
        case Role.CLERK:
            return Theirs(whose=Whose(person_id=slots.person_id, unit_id=slots.unit_id))
        case Role.HEAD:
            return _of_a_unit(slots, viewer)
        case _:
            others = slots.person_id not in (None, viewer.person_id) or slots.unit_id
            return Theirs(
                whose=Whose(person_id=viewer.person_id),
                mine=True,
                narrowed=bool(others or slots.whole_office),
            )


def _is_known(subject: Subject, viewer: Viewer) -> bool:
    """Whether this person may have it counted for the whole office and for any unit."""
    if subject in _OF_EVERYBODY or viewer.role in (Role.LEADER, Role.OFFICE):
        return True
    if subject is Subject.PETITIONS:
        return DutyKind.PETITION_DESK in viewer.duties
    return subject is Subject.INCOMING and viewer.role is Role.CLERK


def _of_a_unit(slots: Slots, viewer: Viewer) -> Theirs:
    """A head's own unit, or one of its people."""
    elsewhere = slots.unit_id not in (None, viewer.unit_id) or slots.whole_office
    if slots.person_id is not None and not elsewhere:
        return Theirs(whose=Whose(person_id=slots.person_id, unit_id=viewer.unit_id))
    return Theirs(whose=Whose(unit_id=viewer.unit_id), narrowed=elsewhere)
