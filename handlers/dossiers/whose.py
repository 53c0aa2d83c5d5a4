"""Whose dossiers a list is about, as far as who asks may see them."""

from dataclasses import dataclass
from typing import assert_never

from handlers.texts import Say, Words
from handlers.understanding.asked import Asked
from storage.due_documents import Whose
from storage.viewer import Role, Viewer


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Whose dossiers are listed, and whether that is less than was asked for."""

    whose: Whose
    mine: bool = False
    narrowed: bool = False

    @property
    def is_everybody(self) -> bool:
        """All that the viewer may see."""
        return self.whose == Whose()

    def who(self, name: str, viewer: Viewer, say: Say) -> Words:
        """As the subject of a sentence."""
        if self.mine:
            return say("dossier-who-mine")
        if self.whose.person_id:
            return say("dossier-who-person", name=name)
        if name:
            return say("dossier-who-unit", name=name)
        everything = viewer.role in (Role.LEADER, Role.OFFICE)
        return say("dossier-who-all" if everything else "dossier-who-visible")


def reach(asked: Asked, viewer: Viewer) -> Reach | None:
    """Those asked for; None for whoever sees none at all.

    Unasked, an officer gets their own, a head those of the unit, the desk's clerk what their desk
    received, the leaders all. What else is asked for is listed as far as it may be seen, and
    `narrowed` says that this may not be everything.
    """
    slots = asked.slots
    own = Whose(person_id=viewer.person_id)
    named = Whose(person_id=slots.person_id, unit_id=slots.unit_id)
    is_own = slots.mine or named == own
    match viewer.role:
        case Role.CITIZEN | Role.ADMIN:
            return None
        case _ if is_own and slots.unit_id is None:
            return Reach(whose=own, mine=True)
        case Role.LEADER | Role.OFFICE:
            return Reach(whose=named)
        case Role.HEAD | Role.CLERK | Role.OFFICER if named != Whose() or slots.whole_office:
            elsewhere = slots.unit_id not in (None, viewer.unit_id)
            return Reach(whose=named, narrowed=elsewhere or slots.unit_id is None)
        case Role.HEAD:
            return Reach(whose=Whose(unit_id=viewer.unit_id))
        case Role.CLERK:
            return Reach(whose=Whose())
        case Role.OFFICER:
            return Reach(whose=own, mine=True)
    assert_never(viewer.role)
