"""Which entry of the register is meant: named, or shown last."""

from aiogram.methods import SendMessage

from handlers.documents.numbers import sought_number
from handlers.forms import Given
from handlers.references import Open
from handlers.texts import Words
from handlers.understanding.asked import Asked
from handlers.understanding.work_said import Reference, WorkSaid
from handlers.work import Work
from storage import audit, documents, registering
from storage.document_records import IncomingRecord
from storage.errors import NotFoundError
from storage.models import Direction

SHOWN = "document"
"""The step that asks which document; what is known of it stands beside it."""


async def which(words: str, before: Asked | None, work: Work) -> tuple[IncomingRecord | None, str]:
    """The document that is named, else the one shown last; and the words without its name."""
    reference = WorkSaid(work.now, work.lexicon).reference(words)
    if reference is None:
        return await _shown_last(before, work), words
    return await _named(reference, work), reference.rest


async def _shown_last(before: Asked | None, work: Work) -> IncomingRecord | None:
    """The document that the conversation was about just now."""
    if before is None:
        return None
    if before.slots.item_id is not None and before.question.startswith("document."):
        return await documents.by_id(work.db, work.viewer, before.slots.item_id)
    if before.slots.document_number:
        return await _numbered(before.slots.document_number, work)
    return None


async def _named(reference: Reference, work: Work) -> IncomingRecord:
    """The one with this number; NotFoundError where there is none that this person may see."""
    year = work.now.astimezone(work.say.zone).year
    if reference.is_book_number:
        for one in (year, year - 1):
            known = await registering.by_book_number(
                work.db, work.viewer, int(reference.number), one
            )
            if known and (record := await documents.by_id(work.db, work.viewer, known.id)):
                return record
    found = await _numbered(reference.number, work)
    if found is None:
        raise NotFoundError("document-not-found-number", number=reference.number)
    return found


async def _numbered(number: str, work: Work) -> IncomingRecord | None:
    year = work.now.astimezone(work.say.zone).year
    sought = sought_number(number, this_year=year, around=Direction.INCOMING)
    found = await documents.by_number(work.db, work.viewer, sought, limit=1) if sought else ()
    first = next(iter(found), None)
    return first if isinstance(first, IncomingRecord) else None


def withdrawn_already(record: IncomingRecord, work: Work) -> SendMessage:
    """Nothing is changed any more in what is out of the register."""
    told = work.say("document-withdrawn-already", number=str(record.book_number))
    return work.answer(told, (), [Open(told)])


def kept(record: IncomingRecord, work: Work) -> Given:
    """What the form must know of it."""
    audit.saw(work.db, record.record_kind, [record.id])
    return {
        SHOWN: record.id,
        "number": str(record.book_number),
        "sign": record.number_sign,
        "issuer": record.issuer,
        "version": record.due_version,
        "due_before": record.due_on.isoformat() if record.due_on else None,
    }


async def read(words: str, work: Work) -> Given | None:
    """A document that is named as the answer to which one it is."""
    reference = WorkSaid(work.now, work.lexicon).reference(words)
    return kept(await _named(reference, work), work) if reference else None


def entry(given: Given, work: Work) -> Words:
    """“Số đến 1502: 45/BC-STC, Sở Tài chính”."""
    return work.say(
        "document-work-entry", number=given["number"], sign=given["sign"], issuer=given["issuer"]
    )


def brief(given: Given, work: Work) -> Words:
    """The same as it may be read anywhere."""
    return work.say("document-work-brief", number=given["number"], sign=given["sign"])
