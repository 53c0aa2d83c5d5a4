"""Which documents are meant: by their number, by lines of a list, by what was shown just now."""

from collections.abc import Sequence

from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.documents.lines import PAGE
from handlers.documents.numbers import sought_number
from handlers.understanding.asked import Asked, Interval, Lacking, Question
from handlers.work import Work
from storage import documents, shown
from storage.document_records import DocumentRecord, IncomingRecord
from storage.documents import number_key
from storage.errors import NotFoundError
from storage.models import ItemKind
from storage.viewer import Viewer


async def by_number(
    asked: Asked, typed: str, viewer: Viewer, db: AsyncSession, this_year: int
) -> Sequence[DocumentRecord]:
    """Documents with this number, the exact ones if there are any; NotFoundError for none."""
    when = asked.slots.when
    which = sought_number(
        typed,
        this_year=this_year,
        around=asked.slots.topic,
        year=_year_of(when) if when and when.said else None,
    )
    found = await documents.by_number(db, viewer, which, limit=PAGE + 1) if which else ()
    if which is None or not found:
        raise NotFoundError("document-not-found-number", number=typed)
    if which.year is None:
        found = [record for record in found if record.year == this_year] or found
    exactly = [record for record in found if number_key(record.number_sign) == number_key(typed)]
    return exactly or found


def _year_of(when: Interval) -> int | None:
    day = when.first_day or when.last_day
    return day.year if day else None


async def meant(asked: Asked, before: Asked | None, work: Work) -> Sequence[int] | SendMessage:
    """The documents to do something about; or the question which one, for the next words.

    Lines of today's last list, a number, or what was shown just before.
    """
    slots = asked.slots
    if slots.numbers:
        return await _in_list(slots.numbers, work)
    if slots.item_id is not None:
        return [slots.item_id]
    if slots.document_number:
        return await _numbered(asked, slots.document_number, work)
    if before and before.question is Question.DOCUMENT_STATUS:
        if before.slots.item_id is not None:
            return [before.slots.item_id]
        if before.slots.document_number:
            return await _numbered(asked, before.slots.document_number, work)
    return await _only_one(work)


async def _numbered(asked: Asked, number: str, work: Work) -> Sequence[int] | SendMessage:
    found = await by_number(asked, number, work.viewer, work.db, work.now.year)
    incoming = [one for one in found if isinstance(one, IncomingRecord)]
    if not incoming:
        raise NotFoundError("document-not-found-number", number=number)
    still = [one for one in incoming if one.is_open] or incoming
    if len(still) > 1:
        return work.answer.ask_for(Lacking.DOCUMENT, work.say("act-several", sign=number))
    return [still[0].id]


async def _only_one(work: Work) -> Sequence[int] | SendMessage:
    """What today's last list holds, if that is one document."""
    listed = await shown.of_today(work.db, work.viewer, now=work.now)
    documents_in_it = [item_id for kind, item_id in listed.values() if kind == ItemKind.DOCUMENT]
    if len(documents_in_it) == 1 == len(listed):
        return documents_in_it
    return work.answer.ask_for(Lacking.DOCUMENT, work.say("act-which"))


async def _in_list(numbers: Sequence[int], work: Work) -> Sequence[int] | SendMessage:
    """What the numbers mean in the list that was sent last today."""
    listed = await shown.of_today(work.db, work.viewer, now=work.now)
    if not listed:
        return work.answer.ask_for(Lacking.DOCUMENT, work.say("act-no-list"))
    missing = [number for number in numbers if number not in listed]
    if missing and missing[0] < max(listed):  # a line that tells of something else
        return work.answer.anywhere(work.say("act-no-document", number=missing[0]))
    if missing:
        words = work.say("act-no-such-line", number=missing[0], last=max(listed))
        return work.answer.ask_for(Lacking.DOCUMENT, words)
    others = [number for number in numbers if listed[number][0] != ItemKind.DOCUMENT]
    if others:
        return work.answer.anywhere(work.say("act-no-document", number=others[0]))
    return [listed[number][1] for number in numbers]
