"""How a meeting reads as a line, and what is special about a day."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from aiogram.types import InlineKeyboardButton

from handlers import texts
from handlers.keyboards import asking
from handlers.meetings.when import EVENING, NOON, ONE_DAY
from handlers.references import Meaning, Open, Reference
from handlers.texts import Say, Words
from handlers.understanding.asked import Asked, Question, Slots
from scheduler.calendar import WorkingCalendar
from storage.folding import folded
from storage.meeting_records import MeetingLine
from storage.models import Noun, PartOfDay

PAGE = 6
MOST_IN_A_ROW = 5
ONE_WEEK = dt.timedelta(weeks=1)
LAST_HOUR = {PartOfDay.MORNING: dt.time(NOON), PartOfDay.AFTERNOON: dt.time(EVENING)}


def meeting_line(line: MeetingLine, say: Say, *, number: int) -> Words:
    """Two rows: when and what, then where and who chairs."""
    first = say(
        "meeting-line",
        number=number,
        time=say.clock(line.starts_at) if line.starts_at else say(f"meeting-part-{part(line)}"),
        subject=line.subject,
        state=line.state,
    )
    where = [say("meeting-line-place", place=line.place)] if line.place else []
    who = [chair_of(line, say)] if line.chair else []
    return Words("\n".join(filter(None, (first, " · ".join([*where, *who])))))


def brief_of(
    lines: Sequence[MeetingLine], say: Say, *, first_number: int, with_days: bool
) -> list[Reference | Open]:
    """Where little may be said: public meetings as they are, of all others only when they are."""
    told: list[Reference | Open] = []
    for number, line in enumerate(lines, first_number):
        if line.is_public:
            in_full = meeting_line(line, say, number=number)
            told.append(Open(Words(f"{in_full} · {say.day(line.day)}") if with_days else in_full))
        else:
            told.append(reference(line, say, number=number))
    return told


def reference(line: MeetingLine, say: Say, *, number: int | None = None) -> Reference:
    """The hour, whether it will be held then, and the day; no subject and no place."""
    time = (
        say.clock(line.starts_at) if line.starts_at else say(f"meeting-part-{part(line)}").lower()
    )
    return Reference(
        noun=Noun.MEETINGS,
        day=line.day,
        meaning=Meaning.HELD,
        time=say("meeting-reference-time", time=time, state=line.state),
        place=number,
    )


def chair_of(line: MeetingLine, say: Say) -> Words:
    """“Chủ trì: Chủ tịch Nguyễn Văn A”."""
    return say("meeting-line-chair", chair=" ".join(filter(None, (line.chair_title, line.chair))))


def part(line: MeetingLine) -> str:
    """The part of the day as the texts name it: `all-day`."""
    return line.part.value.replace("_", "-")


def is_over(line: MeetingLine, now: dt.datetime) -> bool:
    """It has ended; one that does not say when, with the part of the day it is entered for."""
    if line.ends_at:
        return line.ends_at <= now
    ends = LAST_HOUR.get(line.part)
    return line.day < now.date() or (
        line.day == now.date() and ends is not None and ends <= now.time()
    )


def by_day(
    lines: Sequence[MeetingLine], say: Say, *, first_number: int, with_days: bool
) -> list[Words]:
    """The lines day by day, under the day when there are several."""
    numbered_lines = enumerate(lines, first_number)
    return [
        texts.lines(
            say("meeting-day", day=day) if with_days else None,
            *(meeting_line(line, say, number=number) for number, line in that_day),
        )
        for day, that_day in groupby(numbered_lines, key=lambda numbered: numbered[1].day)
    ]


def numbered(
    lines: Sequence[MeetingLine], *, first_number: int
) -> list[list[InlineKeyboardButton]]:
    """A button for each line, in rows of about the same length."""
    buttons = [
        asking(
            str(number),
            Asked(question=Question.MEETING_DETAIL, confidence=1.0, slots=Slots(item_id=line.id)),
        )
        for number, line in enumerate(lines, first_number)
    ]
    rows = -(-len(buttons) // MOST_IN_A_ROW)
    length = -(-len(buttons) // rows) if rows else 1
    return [buttons[start : start + length] for start in range(0, len(buttons), length)]


def day_notes(first: dt.date, last: dt.date, say: Say, calendar: WorkingCalendar) -> list[Words]:
    """Which of these days are off, swapped or not certain yet. Of several, no plain weekends.

    Of more than a week nothing: a list of holidays is not what was asked for.
    """
    if last - first >= ONE_WEEK:
        return []
    days = [first + ONE_DAY * n for n in range((last - first).days + 1)]
    notes = (day_note(day, say, calendar, alone=len(days) == 1) for day in days)
    return [note for note in notes if note]


def day_note(day: dt.date, say: Say, calendar: WorkingCalendar, *, alone: bool) -> Words | None:
    """What is special about a day; a weekend only when it is asked about `alone`."""
    name = calendar.name_of(day)
    if calendar.is_working(day):
        if name:
            return say("meeting-day-swapped", day=day, name=name)
        return say("meeting-day-uncertain", day=day) if calendar.why_uncertain(day) else None
    if name:
        return say(
            "meeting-day-off", day=day, name=name, says_so="nghi" in folded(name).split()[:2]
        )
    return say("meeting-day-weekend", day=day) if alone else None
