"""The list of those whom no channel reaches, for the văn thư who telephones them; and results.

Whoever is asked in the place of a văn thư reads why.
"""

from collections.abc import Sequence

from handlers.references import Open
from handlers.replies import Said
from handlers.texts import Say, Words, lines, paragraphs
from storage.reachable import Unreached
from storage.reachable_results import UntoldResult
from storage.viewer import Role, Viewer


def words(
    people: Sequence[Unreached], results: Sequence[UntoldResult], clerk: Viewer, *, say: Say
) -> Said | None:
    """Names, numbers and how much waits for them, nothing of what; results by their codes.

    None when nobody is left to call.
    """
    told, headings = [], []
    if people:
        headings.append(say("calls-heading", name=clerk.given_name, number=len(people)))
        calls = (_line(at, one, say) for at, one in enumerate(people, 1))
        told.append(lines(headings[-1], *calls, say("calls-what-to-say")))
    if results:
        heading = say("calls-results", name=clerk.given_name, number=len(results))
        headings.append(heading)
        codes = (say("calls-result", number=at, code=one.code) for at, one in enumerate(results, 1))
        told.append(lines(heading, *codes))
    if not told:
        return None
    instead = None if clerk.role is Role.CLERK else say("calls-instead")
    brief = [Open(one) for one in (*headings, instead) if one]
    return paragraphs(*told, instead), (), brief


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
