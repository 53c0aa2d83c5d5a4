"""“Chiều mai có họp gì không?” · What meetings are there?"""

import datetime as dt
from dataclasses import replace

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import address, texts
from handlers.filters import asks
from handlers.keyboards import pages
from handlers.meetings import lines
from handlers.meetings.lines import PAGE
from handlers.meetings.when import ONE_DAY, closed, said_time, short, sought, whole_day
from handlers.references import Open
from handlers.replies import Answer, Said
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question, Slots
from handlers.understanding.times.intervals import Stretch
from scheduler.calendar import WorkingCalendar
from storage import meetings
from storage.meetings import MeetingPage
from storage.viewer import Viewer

router = Router(name=__name__)
MOST_A_DAY = 60  # of today's are looked at to know whether anything is left


@asks(router, Question.MEETING_FREE_TIME)  # for now: what stands in the way
@asks(router, Question.MEETING_SCHEDULE)
async def meeting_schedule(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """The meetings of the time that was said; without one what is left today, or the next day."""
    if asked.slots.mine and not (viewer.is_staff and viewer.person_id):
        return answer.anywhere(say("meeting-schedule-whose"))
    said, today = asked.slots.when, whole_day(now.date(), now)
    if said is None or not said.said:
        return answer(*await _today(asked, viewer, db, say, now, calendar, only_what_is_left=True))
    when = closed(said, now)
    if (when.start, when.end) == (today.start, today.end) and not asked.offset:
        return answer(*await _today(asked, viewer, db, say, now, calendar, only_what_is_left=False))
    which = sought(asked.slots, viewer, when)
    page = await meetings.sought(db, viewer, which, limit=PAGE, offset=asked.offset)
    return answer(*_told(page, asked, when, viewer, say, calendar))


async def _today(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    *,
    only_what_is_left: bool,
) -> Said:
    """Today's meetings; when there is none, or none is left, the next working day's instead."""
    today = whole_day(now.date(), now)
    page = await meetings.sought(db, viewer, sought(asked.slots, viewer, today), limit=MOST_A_DAY)
    left = any(not lines.is_over(line, now) for line in page.lines)
    if left or (page.total and not only_what_is_left):
        return _told(replace(page, lines=page.lines[:PAGE]), asked, today, viewer, say, calendar)
    next_day = whole_day(calendar.next_working(now.date() + ONE_DAY), now)
    page_then = await meetings.sought(db, viewer, sought(asked.slots, viewer, next_day), limit=PAGE)
    words, buttons, brief = _told(page_then, asked, next_day, viewer, say, calendar)
    nothing = say("meeting-schedule-nothing-left", day=now.date(), some=page.total > 0)
    note = lines.day_note(now.date(), say, calendar, alone=True)
    first = texts.lines(nothing, note)
    return texts.paragraphs(first, words), buttons, (Open(first), *brief)


def _told(
    page: MeetingPage,
    asked: Asked,
    when: Stretch,
    viewer: Viewer,
    say: Say,
    calendar: WorkingCalendar,
) -> Said:
    first, last = when.first_day, when.last_day
    whose, name = _whose(asked), page.whose_name
    heading = say(
        "meeting-schedule-heading",
        when=said_time(when, say),
        whose=whose,
        name=address.official(name, viewer.role, say) if whose == "person" else name,
        total=page.total,
    )
    notes = lines.day_notes(first, last, say, calendar) if not asked.offset else []
    number = asked.offset + 1
    told = lines.by_day(page.lines, say, first_number=number, with_days=first != last)
    source = say("meeting-as-of", time=page.as_of) if page.as_of else None
    buttons = lines.numbered(page.lines, first_number=number)
    seen = len(page.lines)
    buttons += pages(_going_on(asked, when), say, seen=seen, total=page.total, size=PAGE)
    brief = [
        *map(Open, notes),
        *lines.brief_of(page.lines, say, first_number=number, with_days=first != last),
    ]
    return texts.paragraphs(texts.lines(heading, *notes), *told, source), buttons, brief


def _going_on(asked: Asked, when: Stretch) -> Asked:
    """The same list, with no more in the button than the list needs."""
    slots = asked.slots
    return replace(
        asked,
        slots=Slots(
            when=short(when), person_id=slots.person_id, unit_id=slots.unit_id, mine=slots.mine
        ),
    )


def _whose(asked: Asked) -> str:
    if asked.slots.mine:
        return "mine"
    if asked.slots.person_id:
        return "person"
    return "unit" if asked.slots.unit_id else "all"
