"""The button “Đã xong” · This document is done."""

import datetime as dt

from aiogram import F, Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.documents.lines import done_button, snooze_button, timing
from handlers.filters import answers
from handlers.presses import Done
from handlers.references import Open
from handlers.replies import Answer, Buttons, Said
from handlers.texts import Say, Words, lines
from scheduler.calendar import WorkingCalendar
from storage import audit, documents
from storage.document_records import IncomingRecord
from storage.errors import NotFoundError
from storage.models import DocumentState, ItemKind
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.callback_query, Done.filter(F.kind == ItemKind.DOCUMENT))
async def document_done(
    callback_data: Done,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """Close it for its holder and read the change back; a second press says that it was done."""
    item_id = callback_data.item_id
    marked = await documents.mark_done(db, viewer, item_id, callback_data.due_version, now=now)
    record = await documents.by_id(db, viewer, item_id)
    if record is None:
        raise NotFoundError("document-not-found")
    if not marked:
        audit.saw(db, record.record_kind, [record.id])
        return answer.instead(*_unchanged(record, viewer, say, now.date(), calendar))
    await audit.note(db, viewer, "document.done", ItemKind.DOCUMENT, item_id, now)
    done = say("document-done-now", sign=record.number_sign, at=now)
    subject = say("document-done-subject", subject=record.subject)
    return answer.instead(lines(done, subject), brief=[Open(done)])


def _unchanged(
    record: IncomingRecord, viewer: Viewer, say: Say, today: dt.date, calendar: WorkingCalendar
) -> Said:
    """Why the press changed nothing; with a new deadline it may be pressed again."""
    sign = record.number_sign
    if record.is_open and record.holder_id != viewer.person_id:
        holder = record.holder or record.unit
        whose = say("document-done-others", sign=sign, has_holder=bool(holder), holder=holder)
        return whose, (), [Open(say("document-done-not-held", sign=sign))]
    words, buttons = _why(record, say, today, calendar)
    return words, buttons, [Open(words)]


def _why(
    record: IncomingRecord, say: Say, today: dt.date, calendar: WorkingCalendar
) -> tuple[Words, Buttons]:
    """Over, or with a new deadline; nobody is named and nothing of what it is about."""
    sign = record.number_sign
    if record.state is DocumentState.DONE:
        return say("document-done-before", sign=sign, at=record.done_at or record.source_at), ()
    if record.state is DocumentState.RETURNED:
        return say("document-done-returned", sign=sign), ()
    left = timing(record.due_on, say, today=today, calendar=calendar)
    words = say("document-done-new-deadline", sign=sign, timing=left)
    return words, [[done_button(record, say), snooze_button(record, say)]]
