"""“Lịch anh Dũng?” · Two are called so: the asker chooses."""

from dataclasses import replace

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import Namesakes, answers
from handlers.keyboards import asking
from handlers.references import Open
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Lacking
from storage import audit, people
from storage.models import RecordKind
from storage.people import PersonPublic
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.message, Namesakes())
async def which_of_them(
    asked: Asked, viewer: Viewer, db: AsyncSession, say: Say, answer: Answer
) -> SendMessage:
    """Everybody of that name whom the asker may know of, each on a button."""
    found = await people.among(db, viewer, asked.slots.people)
    if not found:
        return answer.ask_for(Lacking.SOMEBODY, say("namesakes-nobody"))
    audit.saw(db, RecordKind.PERSON, (person.id for person in found))
    told = [(person, _line(at, person, say)) for at, person in enumerate(found, 1)]
    words = lines(say("namesakes-which", total=len(found)), *(line for _, line in told))
    rows = [[asking(str(at), _about(asked, one.id))] for at, one in enumerate(found, 1)]
    public = [Open(line) for person, line in told if person.is_public]
    return answer(words, rows, public or None)


def _line(number: int, person: PersonPublic, say: Say) -> Words:
    return say(
        "namesakes-line",
        number=number,
        name=person.name,
        title=person.title,
        unit=person.unit,
        in_unit=bool(person.unit) and person.unit not in person.title,
    )


def _about(asked: Asked, person_id: int) -> Asked:
    slots = replace(asked.slots, people=(), person_id=person_id, unit_id=None)
    return replace(asked, slots=slots)
