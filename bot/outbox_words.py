"""What the outbox says about itself (whom to telephone, what is stuck), and about one record."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.documents import news
from handlers.dossiers import apology_list
from handlers.limits import NOTHING
from handlers.reminders import alarms as alarm_words
from handlers.reminders import calls as call_words
from handlers.replies import Said
from handlers.texts import Say
from scheduler import alarms, calls
from scheduler.alarms import Tolerance
from scheduler.calendar import WorkingCalendar
from scheduler.follow_rules import FollowRules
from scheduler.outbox import Outgoing
from storage.models import MessageKind, Noun
from storage.viewer import Viewer

OF_THE_OUTBOX = (MessageKind.CALLS, MessageKind.ALARM)
OF_RECORDS = (MessageKind.NEWS, MessageKind.APOLOGY)


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
        results = await calls.results_for(db, person.person_id or 0, now=now)
        told = call_words.words(people, results, person, say=say)
        return told, (Noun.PEOPLE, Noun.DOSSIERS)
    trouble = await alarms.trouble_of(
        db, message.slot, now=now, calendar=calendar, tolerance=tolerance
    )
    return alarm_words.words(trouble, say=say) if trouble else None, NOTHING


async def of_records(
    db: AsyncSession,
    message: Outgoing,
    person: Viewer,
    *,
    say: Say,
    now: datetime,
    calendar: WorkingCalendar,
    rules: FollowRules,
) -> tuple[Said | None, tuple[Noun, ...]]:
    """A change, which the slot names; or dossiers that will be late."""
    if message.kind is MessageKind.NEWS:
        return await news.words(db, person, message.slot, say=say), (Noun.DOCUMENTS,)
    drafted = await apology_list.told(
        db, person, message.id, say=say, now=now, calendar=calendar, rules=rules
    )
    return drafted, (Noun.DOSSIERS,)
