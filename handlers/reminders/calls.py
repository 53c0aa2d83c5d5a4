"""The list of those whom no channel reaches, for the văn thư who telephones them."""

from collections.abc import Sequence

from handlers.references import Open
from handlers.replies import Said
from handlers.texts import Say, Words, lines
from storage.reachable import Unreached
from storage.viewer import Viewer


def words(people: Sequence[Unreached], clerk: Viewer, *, say: Say) -> Said | None:
    """Names, numbers and how much waits for them, nothing of what; None when nobody is left."""
    if not people:
        return None
    heading = say("calls-heading", name=clerk.given_name, number=len(people))
    told = lines(
        heading,
        *(_line(at, one, say) for at, one in enumerate(people, 1)),
        say("calls-what-to-say"),
    )
    return told, (), [Open(heading)]


def _line(number: int, one: Unreached, say: Say) -> Words:
    return say(
        "calls-line",
        number=number,
        person=one.name,
        unit=one.unit,
        has_unit=bool(one.unit),
        phone=one.phone,
        has_phone=bool(one.phone),
        items=one.items,
    )
