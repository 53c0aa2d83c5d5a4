"""What is said unasked, made from the records as they are when it is said.

None means that nothing is left to say: what was closed meanwhile drops out.
"""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import briefs, deadlines
from handlers.due_lines import item_line, press_buttons, reference
from handlers.keyboards import asking
from handlers.meetings.lines import meeting_line
from handlers.meetings.lines import reference as meeting_reference
from handlers.references import Open, Reference
from handlers.replies import Said
from handlers.texts import Say, lines
from handlers.understanding.asked import Asked, Question, Slots
from scheduler.calendar import WorkingCalendar
from storage import due_items, due_times, meetings
from storage.models import ItemKind, MeetingState, Noun
from storage.viewer import Viewer

MINUTE = dt.timedelta(minutes=1)


async def brief_words(
    db: AsyncSession,
    person: Viewer,
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    late: bool,
) -> Said | None:
    """The morning's brief; None when nothing is due any more. `late`: it says so, once."""
    brief = await briefs.gather(db, person, today=now.date(), calendar=calendar)
    if brief.is_empty:
        return None
    return briefs.words(brief, person, say=say, now=now, calendar=calendar, late=late)


async def meeting_words(
    db: AsyncSession, person: Viewer, meeting_id: int, *, say: Say, now: dt.datetime, late: bool
) -> Said | None:
    """Before a meeting; None when it was called off or has lost its hour."""
    meeting = await meetings.detail(db, person, meeting_id)
    if meeting is None or meeting.starts_at is None:
        return None
    if meeting.state not in (MeetingState.PLANNED, MeetingState.CHANGED):
        return None
    minutes = (meeting.starts_at - now) // MINUTE
    first = (
        say("notice-meeting-soon", name=person.given_name, minutes=minutes)
        if minutes > 0
        else say("notice-meeting-now", name=person.given_name, time=say.clock(meeting.starts_at))
    )
    asked = Asked(question=Question.MEETING_DETAIL, confidence=1.0, slots=Slots(item_id=meeting_id))
    words = lines(first, say("notice-late") if late else None, meeting_line(meeting, say, number=1))
    line = meeting_line(meeting, say, number=1)
    told = Open(line) if meeting.is_public else meeting_reference(meeting, say)
    return words, [[asking(say("notice-button-meeting"), asked)]], [*_late(late, say), told]


async def item_words(
    db: AsyncSession,
    person: Viewer,
    kind: ItemKind,
    item_id: int,
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    late: bool,
) -> Said | None:
    """One item again, when its “Nhắc lại sau” is over; None when it is done or not theirs."""
    item = await due_items.still_open(db, person, kind, item_id)
    if item is None:
        return None
    words = lines(
        say("notice-item", name=person.given_name),
        say("notice-late") if late else None,
        item_line(item, say, number=1, now=now, calendar=calendar),
    )
    told = [*_late(late, say), reference(item)]
    return words, [press_buttons(item, person, say)], told


async def moved_words(
    db: AsyncSession,
    person: Viewer,
    message_id: int,
    *,
    say: Say,
    calendar: WorkingCalendar,
) -> Said | None:
    """Due times that moved because days changed; None when none of them is theirs any more."""
    found = await due_times.moved(db, person, message_id)
    if not found:
        return None
    told = [
        Reference(
            noun=Noun.DOCUMENTS, number=one.number_sign, day=one.to_at.astimezone(say.zone).date()
        )
        for one in found
    ]
    asked = Asked(question=Question.DOCUMENT_DUE_SOON, confidence=1.0, slots=Slots(mine=True))
    buttons = [[asking(say("brief-button-due-soon"), asked)]]
    return deadlines.moved(found, person.given_name, say, calendar), buttons, told


def _late(late: bool, say: Say) -> list[Reference | Open]:
    return [Open(say("notice-late"))] if late else []
