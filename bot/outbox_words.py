"""What the outbox says about itself: whom to telephone, and what is stuck."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.limits import NOTHING
from handlers.reminders import alarms as alarm_words
from handlers.reminders import calls as call_words
from handlers.replies import Said
from handlers.texts import Say
from scheduler import alarms, calls
from scheduler.alarms import Tolerance
from scheduler.calendar import WorkingCalendar
from scheduler.outbox import Outgoing
from storage.models import MessageKind, Noun
from storage.viewer import Viewer

OF_THE_OUTBOX = (MessageKind.CALLS, MessageKind.ALARM)


async def words(
    db: AsyncSession,
    message: Outgoing,
    person: Viewer,
    *,
    say: Say,
    now: datetime,
    calendar: WorkingCalendar,
    channels: Collection[str],
    tolerance: Tolerance,
) -> tuple[Said | None, tuple[Noun, ...]]:
    """Who was not reached, for the văn thư; what is stuck, for who keeps the program."""
    if message.kind is MessageKind.CALLS:
        people = await calls.list_for(
            db, person.person_id or 0, now=now, calendar=calendar, channels=channels
        )
        return call_words.words(people, person, say=say), (Noun.PEOPLE,)
    trouble = await alarms.trouble_of(
        db, message.slot, now=now, calendar=calendar, tolerance=tolerance
    )
    return alarm_words.words(trouble, say=say) if trouble else None, NOTHING
