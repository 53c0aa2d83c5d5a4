"""“Ai phụ trách giáo dục?” · Who is the head of this unit?"""

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.keyboards import asking, pages
from handlers.references import Open
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Lacking, Question, Slots
from storage import audit, people
from storage.folding import folded, spelt_words, words_in
from storage.models import RecordKind
from storage.people import PersonPublic, PersonStaff
from storage.viewer import Viewer

router = Router(name=__name__)
SCREEN = 5


@asks(router, Question.PERSON_LOOKUP)
async def person_lookup(
    asked: Asked, viewer: Viewer, db: AsyncSession, say: Say, answer: Answer
) -> SendMessage:
    """One person in full, several as a short list. Citizens find leaders and heads only."""
    slots = asked.slots
    if not (slots.topic or slots.person_id or slots.unit_id):
        return answer.ask_for(Lacking.SOMEBODY, say("person-lookup-ask"))
    found = await people.find(
        db,
        viewer,
        words="" if slots.person_id else slots.topic,
        person_id=slots.person_id,
        unit_id=None if slots.person_id else slots.unit_id,
    )
    found = by_name(found, slots.topic)
    if not found:
        return answer.ask_for(Lacking.SOMEBODY, say("person-lookup-nobody"))
    if len(found) == 1:
        audit.saw(db, RecordKind.PERSON, [found[0].id])
        brief = [Open(public_card(found[0], say))] if found[0].is_public else None
        return answer(card(found[0], say), brief=brief)
    shown = found[asked.offset : asked.offset + SCREEN]
    if not shown:
        return answer.anywhere(say("person-lookup-end"))
    audit.saw(db, RecordKind.PERSON, (person.id for person in shown))
    words = lines(
        say("person-lookup-several", total=len(found)),
        *(
            Words(f"{at}. {_line(person, say)}")
            for at, person in enumerate(shown, asked.offset + 1)
        ),
    )
    public = [Open(_line(person, say)) for person in shown if person.is_public]
    return answer(words, _buttons(shown, len(found), asked, say), public or None)


def by_name(found: tuple[PersonPublic, ...], words: str) -> tuple[PersonPublic, ...]:
    """Only those whose name has the words, if any has: “Dũng” is no part of “xây dựng”.

    With diacritics as they are spelt, if anybody is spelt so.
    """
    plain, typed = words_in(words), spelt_words(words)
    named = tuple(person for person in found if plain and plain <= words_in(person.name))
    if typed == plain:
        return named or found
    return tuple(p for p in named if typed <= spelt_words(p.name)) or named or found


def card(person: PersonPublic, say: Say) -> Words:
    """What may be known of them; colleagues also see the telephone and who stands in."""
    staff = person if isinstance(person, PersonStaff) else None
    return lines(
        public_card(person, say),
        say("person-lookup-phone", phone=staff.phone) if staff and staff.phone else None,
        say("person-lookup-stand-in", name=staff.stand_in) if staff and staff.stand_in else None,
    )


def public_card(person: PersonPublic, say: Say) -> Words:
    """What anybody may know of a leader or a head."""
    return lines(
        say("person-lookup-title", name=person.name, title=person.title),
        say("person-lookup-unit", unit=person.unit) if person.unit else None,
        say("person-lookup-fields", fields=person.fields_in_charge)
        if person.fields_in_charge
        else None,
        say("person-lookup-room", room=person.room) if person.room else None,
        say("person-lookup-desk", phone=person.desk_phone) if person.desk_phone else None,
    )


def _line(person: PersonPublic, say: Say) -> Words:
    if person.unit and folded(person.unit) not in folded(person.title):
        return say("person-lookup-line", name=person.name, title=person.title, unit=person.unit)
    return say("person-lookup-line-no-unit", name=person.name, title=person.title)


def _buttons(shown: tuple[PersonPublic, ...], total: int, asked: Asked, say: Say) -> Buttons:
    """Each of them on a button, and the rest of the list."""
    rows = [
        [
            asking(
                person.name,
                Asked(
                    question=Question.PERSON_LOOKUP,
                    confidence=1.0,
                    slots=Slots(person_id=person.id),
                ),
            )
        ]
        for person in shown
    ]
    return rows + pages(asked, say, seen=len(shown), total=total, size=SCREEN)
