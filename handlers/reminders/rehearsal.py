"""“Sáng mai sẽ nhắc những ai?” · Who will be reminded tomorrow morning, and why?"""

import datetime as dt
from collections.abc import Sequence

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import rehearsals
from handlers.filters import asks
from handlers.keyboards import pages
from handlers.references import Open
from handlers.replies import Answer
from handlers.texts import Say, Words, lines, paragraphs
from handlers.understanding.asked import Asked, Interval, Question
from scheduler import reminders
from scheduler.calendar import WorkingCalendar
from scheduler.ladder import Ladder
from scheduler.timetable import Timetable
from storage import audit
from storage import rehearsals as rights
from storage.briefs import PlannedLine
from storage.models import RecordKind
from storage.open_items import ITEMS
from storage.rehearsals import Item
from storage.viewer import Role, Viewer

router = Router(name=__name__)
PEOPLE = 5  # of a page
MOST_LINES = 8  # of one person
Theirs = Sequence[tuple[str, Sequence[PlannedLine]]]


@asks(router, Question.REMINDER_REHEARSAL)
async def reminder_rehearsal(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
    times: Timetable,
) -> SendMessage:
    """Person by person with the reasons, a page at a time; nothing is sent or kept.

    Who keeps the program sees persons, stages and counts. An item that the reader may not see has
    no number, and a denunciation is in no list and no count.
    """
    keeps_the_program = viewer.role is Role.ADMIN
    if not keeps_the_program and not await rights.may_read(db, viewer):
        return answer.anywhere(say("reminder-rehearsal-not-yours"))
    at = _moment(asked.slots.when, now, calendar, times)
    if at is None:
        return answer.anywhere(say("reminder-rehearsal-past"))
    steps = await reminders.ladder_of(db)
    planned = await reminders.rehearse(db, now=at, calendar=calendar, times=times)
    known = await rights.seen(db, rights.ANY_LEADER, planned)
    everybody = rehearsals.by_person([line for line in planned if _is_in(line, known)])
    if not everybody:
        return answer.anywhere(say("reminder-rehearsal-none", time=at))
    page = everybody[asked.offset : asked.offset + PEOPLE]
    heading = say("reminder-rehearsal-heading", time=at, people=len(everybody))
    if keeps_the_program:
        told = [lines(*_counted(page, asked.offset, say))]
    else:
        seen = await rights.seen(db, viewer, [line for _, theirs in page for line in theirs])
        told = [
            _person(number, name, theirs, seen, db, say, steps, at)
            for number, (name, theirs) in enumerate(page, asked.offset + 1)
        ]
    rows = pages(asked, say, seen=len(page), total=len(everybody), size=PEOPLE)
    words = paragraphs(heading, *told, say("reminder-rehearsal-note"))
    return answer(words, rows, brief=[Open(heading)])


def _moment(
    when: Interval | None, now: dt.datetime, calendar: WorkingCalendar, times: Timetable
) -> dt.datetime | None:
    """The brief of the working day that was said, else the next one; None for a day gone by."""
    day = when.first_day if when and when.said else None
    if day is None:
        return times.next_brief(now, calendar)
    if day < now.date():
        return None
    brief = dt.datetime.combine(calendar.next_working(day), times.brief_at, now.tzinfo)
    return max(now, brief)


def _is_in(line: PlannedLine, known: set[Item]) -> bool:
    item = line.item
    return item is None or item.kind not in ITEMS or (item.kind, item.id) in known


def _counted(page: Theirs, before: int, say: Say) -> list[Words]:
    return [
        say(
            "reminder-rehearsal-counted",
            number=number,
            person=name,
            counts=rehearsals.counts(theirs, say),
        )
        for number, (name, theirs) in enumerate(page, before + 1)
    ]


def _person(
    number: int,
    name: str,
    theirs: Sequence[PlannedLine],
    seen: set[Item],
    db: AsyncSession,
    say: Say,
    steps: Ladder,
    at: dt.datetime,
) -> Words:
    shown = theirs[:MOST_LINES]
    for line in shown:
        if line.item and (line.item.kind, line.item.id) in seen:
            audit.saw(db, RecordKind(line.item.kind), [line.item.id])
    rest = len(theirs) - len(shown)
    return lines(
        say("reminder-rehearsal-person", number=number, person=name, lines=len(theirs)),
        *(
            rehearsals.line_words(
                line, say, steps=steps, today=at.date(), named=_named(line, seen), brief_at=at
            )
            for line in shown
        ),
        say("reminder-rehearsal-more", number=rest) if rest else None,
    )


def _named(line: PlannedLine, seen: set[Item]) -> bool:
    return line.item is not None and (line.item.kind, line.item.id) in seen
