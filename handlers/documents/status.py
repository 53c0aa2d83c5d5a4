"""“Công văn 1234 KGVX tới đâu rồi?” · Where is this document?"""

import datetime as dt
from collections.abc import Sequence

from aiogram import Router
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.documents.cards import card
from handlers.documents.explained import why_due
from handlers.documents.finding import by_number
from handlers.documents.lines import (
    PAGE,
    holder_buttons,
    in_rows,
    reference,
    shortened,
)
from handlers.filters import asks
from handlers.keyboards import asking
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Lacking, Question, Slots
from scheduler.calendar import WorkingCalendar
from storage import audit, documents
from storage.document_records import DocumentRecord, IncomingRecord
from storage.errors import NotFoundError
from storage.viewer import Role, Viewer

router = Router(name=__name__)
OUTGOING = "outgoing"  # beside the number on a button: which register it is in


@asks(router, Question.DOCUMENT_STATUS)
async def document_status(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """The document with this number, or about these words; several are offered as a choice."""
    if viewer.role in (Role.CITIZEN, Role.ADMIN):
        return answer.anywhere(say("document-for-staff"))
    found = await _found(asked, viewer, db, now.year)
    if found is None:
        return answer.ask_for(Lacking.SUBJECT, say("document-status-which"))
    for record in found[:PAGE]:
        audit.saw(db, record.record_kind, [record.id])
    if len(found) == 1:
        why = await why_due(found[0], db, say, calendar)
        words = card(found[0], say, now, calendar, why)
        return answer(words, _for_holder(found[0], viewer, say), [reference(found[0])])
    brief = [reference(record, place=number) for number, record in enumerate(found[:PAGE], 1)]
    return answer(_choice(found, say), _choices(found), brief)


async def _found(
    asked: Asked, viewer: Viewer, db: AsyncSession, this_year: int
) -> Sequence[DocumentRecord] | None:
    """What fits, never empty; None when nothing was said to look for."""
    slots = asked.slots
    if slots.item_id is not None:
        one = await documents.by_id(db, viewer, slots.item_id)
        if one is None:
            raise NotFoundError("document-not-found")
        return [one]
    if slots.document_number:
        return await by_number(asked, slots.document_number, viewer, db, this_year)
    if not slots.topic:
        return None
    alike = await documents.about(db, viewer, slots.topic, limit=PAGE + 1)
    if not alike:
        raise NotFoundError("document-not-found-about", words=slots.topic)
    return alike


def _choice(found: Sequence[DocumentRecord], say: Say) -> Words:
    told = [
        say(
            "document-status-choice",
            number=number,
            sign=record.number_sign,
            dated=record.dated,
            subject=shortened(record.subject),
            issuer=record.issuer if isinstance(record, IncomingRecord) else "",
            comes_in=isinstance(record, IncomingRecord),
        )
        for number, record in enumerate(found[:PAGE], 1)
    ]
    heading = say("document-status-several", more=len(found) > PAGE)
    return lines(heading, *told)


def _choices(found: Sequence[DocumentRecord]) -> list[list[InlineKeyboardButton]]:
    return in_rows(
        [asking(str(number), _this(record)) for number, record in enumerate(found[:PAGE], 1)]
    )


def _this(record: DocumentRecord) -> Asked:
    """Asks for exactly this record. An outgoing one is unique by number, year and direction."""
    if isinstance(record, IncomingRecord):
        slots = Slots(item_id=record.id)
    else:
        number, sign = record.number_sign.split("/", 1)
        slots = Slots(document_number=f"{number}/{record.year}/{sign}", topic=OUTGOING)
    return Asked(question=Question.DOCUMENT_STATUS, confidence=1.0, slots=slots)


def _for_holder(record: DocumentRecord, viewer: Viewer, say: Say) -> Buttons:
    """What can be done about it is for who has the document on the desk."""
    if not isinstance(record, IncomingRecord) or not record.is_open:
        return ()
    if not viewer.answers_for(record.holder_id):
        return ()
    is_known = record.acknowledged_at is not None
    return holder_buttons(record.id, record.due_version, say, acknowledged=is_known)
