"""Why an open document is due when it is, where the rule behind it is known."""

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import deadlines
from handlers.texts import Say, Words
from scheduler.calendar import WorkingCalendar
from scheduler.due import by_rule
from scheduler.working_time import WorkingTime
from storage import due_times
from storage.document_records import DocumentRecord, IncomingRecord
from storage.due_times import DueRule
from storage.models import ItemKind


async def why_due(
    record: DocumentRecord, db: AsyncSession, say: Say, calendar: WorkingCalendar
) -> Words | None:
    """How its due time came about; None for what has no rule, or is done.

    None as well where the rule gives another due time than the register: what stands in the
    register holds, and is not explained by what did not bring it about.
    """
    if not isinstance(record, IncomingRecord) or not record.is_open:
        return None
    if record.due_limit is None or record.due_unit is None or record.due_from is None:
        return None
    rule = DueRule(
        number=record.due_limit,
        unit=record.due_unit,
        begins_at=record.due_from,
        pauses=await due_times.pauses_of(db, ItemKind.DOCUMENT, record.id),
    )
    found = by_rule(rule, WorkingTime(calendar, say.zone))
    if found.at is not None and found.at != record.due_at:
        return None
    return deadlines.explanation(found, say)
