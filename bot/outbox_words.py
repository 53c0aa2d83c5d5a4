"""What the outbox says about itself (whom to telephone, what is stuck), and about one record."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.documents import news
from handlers.dossiers import apology
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
OF_ONE_RECORD = (MessageKind.NEWS, MessageKind.APOLOGY)


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


async def of_one_record(
    db: AsyncSession,
    message: Outgoing,
    person: Viewer,
    *,
    say: Say,
    calendar: WorkingCalendar,
    rules: FollowRules,
) -> tuple[Said | None, tuple[Noun, ...]]:
    """A change, or a dossier that will be late: the slot says which."""
    slot = message.slot
    if message.kind is MessageKind.NEWS:
        return await news.words(db, person, slot, say=say), (Noun.DOCUMENTS,)
    draft = await apology.draft(db, person, slot, say=say, calendar=calendar, rules=rules)
    return draft, (Noun.DOSSIERS,)
