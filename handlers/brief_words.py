"""How a brief reads: at 07:30 unasked, and at any time to “hôm nay có gì”.

The one place where the lines of all nouns stand below each other.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from aiogram.types import InlineKeyboardButton

from handlers.briefs import Brief
from handlers.due_lines import item_line, press_buttons, reference
from handlers.keyboards import asking
from handlers.meetings.lines import brief_of as meetings_in_brief
from handlers.meetings.lines import meeting_line
from handlers.references import Open, Reference
from handlers.replies import Buttons, Said
from handlers.texts import Say, Words, lines, paragraphs
from handlers.understanding.asked import Asked, Grain, Interval, Question, Slots
from scheduler.calendar import WorkingCalendar
from storage.data_requests import Waiting
from storage.due_items import DueItem, DueKind
from storage.late_counts import LateCount
from storage.models import ItemKind
from storage.open_items import ITEMS
from storage.viewer import Role, Viewer

MOST_WITH_BUTTONS = 3
MOST_OTHERS = 12
MOST_INSTEAD = 8  # lines of one person on leave
ONE_DAY = dt.timedelta(days=1)
Instead = Sequence[tuple[str, Sequence[DueItem]]]


def words(
    brief: Brief,
    viewer: Viewer,
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    late: bool = False,
    instead: Instead = (),
) -> Said:
    """The brief as it is read: the day, the meetings, what is due, what is late with others.

    `instead`: of whose items the reader is told in their place, by name.
    """
    today = now.date()
    numbers = count(1)
    shown = paragraphs(
        lines(
            say("brief-greeting", name=viewer.given_name, day=today),
            say("brief-late") if late else None,
            day_off(brief.day, say, calendar),
        ),
        lines(*_meetings(brief, say, today, numbers)),
        *_held(brief.held, say, numbers, now, calendar),
        *_instead(instead, say, numbers, now, calendar),
        say("brief-nothing-due") if brief.is_empty and not instead else None,
        lines(*_others(brief.others, viewer, say)),
        _asked(brief.asked, say),
        _as_of(brief, instead, say),
    )
    return shown, _buttons(brief, viewer, say, now), _in_brief(brief, instead, say, late=late)


def _in_brief(brief: Brief, instead: Instead, say: Say, *, late: bool) -> list[Reference | Open]:
    """What is left where little may be said, under the same numbers; nothing of other people's."""
    meetings_told = meetings_in_brief(brief.meetings.lines, say, first_number=1, with_days=False)
    items = [item for kind in brief.held for item in kind.items]
    items += [item for _, theirs in instead for item in theirs[:MOST_INSTEAD]]
    asked = _asked(brief.asked, say)
    return [
        *([Open(say("brief-late"))] if late else []),
        *meetings_told,
        *(reference(item, place=at) for at, item in enumerate(items, 1 + len(meetings_told))),
        *([Open(asked)] if asked else []),
    ]


def day_off(day: dt.date, say: Say, calendar: WorkingCalendar) -> Words | None:
    """That the office is closed on this day, and why; None when it works."""
    if calendar.is_working(day):
        return None
    name = calendar.name_of(day)
    if name:
        return say("brief-day-off-named", day=day, name=name)
    return say("brief-day-off", day=day)


def _meetings(brief: Brief, say: Say, today: dt.date, numbers: Iterator[int]) -> list[Words]:
    page = brief.meetings
    rest = page.total - len(page.lines)
    return [
        say("brief-meetings", total=page.total, day=brief.day, is_today=brief.day == today),
        *(meeting_line(line, say, number=next(numbers)) for line in page.lines),
        *([say("brief-more", number=rest)] if rest else []),
    ]


def _held(
    held: tuple[DueKind, ...],
    say: Say,
    numbers: Iterator[int],
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> list[Words]:
    told: list[Words] = []
    for kind in held:
        name = say("brief-kind", kind=kind.kind)
        rest = kind.late + kind.today + kind.soon - len(kind.items)
        told.append(
            lines(
                say("brief-section", kind=name, numbers=by_stage(kind, say)),
                *(
                    item_line(item, say, number=next(numbers), now=now, calendar=calendar)
                    for item in kind.items
                ),
                say("brief-more", number=rest) if rest else None,
            )
        )
    return told


def _instead(
    instead: Instead,
    say: Say,
    numbers: Iterator[int],
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> list[Words]:
    return [
        lines(
            say("brief-instead", name=name, number=len(items)),
            *(
                item_line(item, say, number=next(numbers), now=now, calendar=calendar)
                for item in items[:MOST_INSTEAD]
            ),
            say("brief-more", number=len(items) - MOST_INSTEAD)
            if len(items) > MOST_INSTEAD
            else None,
        )
        for name, items in instead
    ]


def _others(others: Sequence[LateCount], viewer: Viewer, say: Say) -> list[Words]:
    if not others:
        return []
    of_unit = viewer.role is Role.HEAD
    nobody = say("brief-unassigned-person") if of_unit else say("brief-unassigned-unit")
    rest = len(others) - MOST_OTHERS
    total = {kind: sum(one.number[kind] for one in others) for kind in ITEMS}
    heading = "brief-late-by-person" if of_unit else "brief-late-by-unit"
    return [
        say(heading, numbers=late_numbers(total, say)),
        *(
            say(
                "brief-late-line",
                name=other.name or nobody,
                numbers=late_numbers(other.number, say),
            )
            for other in others[:MOST_OTHERS]
        ),
        *([say("brief-others-more", number=rest)] if rest > 0 else []),
    ]


def _asked(asked: Waiting, say: Say) -> Words | None:
    if not asked.first:
        return None
    return say("brief-data-requests", number=asked.number, first=asked.first)


def by_stage(kind: DueKind, say: Say) -> Words:
    """“1 quá hạn, 2 sắp đến hạn”."""
    return _listed(
        (
            say("brief-late-number", number=kind.late) if kind.late else None,
            say("brief-today-number", number=kind.today) if kind.today else None,
            say("brief-soon-number", number=kind.soon) if kind.soon else None,
        )
    )


def late_numbers(late: Mapping[ItemKind, int], say: Say) -> Words:
    """“4 văn bản, 1 hồ sơ”."""
    return _listed(
        say("brief-late-of-kind", kind=kind, number=number) if number else None
        for kind, number in late.items()
    )


def _listed(parts: Iterable[Words | None]) -> Words:
    return Words(", ".join(part for part in parts if part))


def _as_of(brief: Brief, instead: Instead, say: Say) -> Words | None:
    sources = [item.source_at for kind in brief.held for item in kind.items]
    sources += [item.source_at for _, items in instead for item in items]
    sources += [other.as_of for other in brief.others]
    return say("brief-as-of", at=min(sources)) if sources else None


def _buttons(brief: Brief, viewer: Viewer, say: Say, now: dt.datetime) -> Buttons:
    numbered = list(
        enumerate((i for kind in brief.held for i in kind.items), 1 + len(brief.meetings.lines))
    )
    presses = [press_buttons(i, viewer, say, number=at) for at, i in numbered[:MOST_WITH_BUTTONS]]
    papers = next((kind for kind in brief.held if kind.kind is ItemKind.DOCUMENT), None)
    questions = [
        _overdue(viewer, say) if brief.others or (papers and papers.late) else None,
        _ask(say("brief-button-due-soon"), Question.DOCUMENT_DUE_SOON, Slots(mine=True))
        if papers and papers.today + papers.soon
        else None,
        _meetings_of(brief.day, say, now) if brief.meetings.total else None,
    ]
    offered = [asked for asked in questions if asked]
    return [*presses, offered[:2], offered[2:]]


def _overdue(viewer: Viewer, say: Say) -> InlineKeyboardButton:
    match viewer.role:
        case Role.LEADER:
            whose = Slots(whole_office=True)
        case Role.HEAD:
            whose = Slots(unit_id=viewer.unit_id)
        case _:
            whose = Slots(mine=True)
    return _ask(say("brief-button-overdue"), Question.DOCUMENT_OVERDUE, whose)


def _meetings_of(day: dt.date, say: Say, now: dt.datetime) -> InlineKeyboardButton:
    midnight = dt.datetime.combine(day, dt.time(), now.tzinfo)
    all_day = Interval(start=midnight, end=midnight + ONE_DAY, grain=Grain.DAY)
    slots = Slots(when=all_day, mine=True)
    return _ask(say("brief-button-meetings"), Question.MEETING_SCHEDULE, slots)


def _ask(label: Words, question: Question, slots: Slots) -> InlineKeyboardButton:
    return asking(label, Asked(question=question, confidence=1.0, slots=slots))
