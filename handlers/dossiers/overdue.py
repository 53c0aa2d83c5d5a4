"""“Hồ sơ nào quá hạn?”, “hồ sơ đất đai sắp đến hạn”, “hồ sơ đang chờ ai?” · Late dossiers.

What is late, what is due soon and what waits for others are three sides of one list.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram import Router
from aiogram.methods import SendMessage

from handlers import texts
from handlers.dossiers import late_lines, status
from handlers.dossiers.desk import Desk
from handlers.dossiers.whose import Reach, reach
from handlers.filters import asks
from handlers.keyboards import asking, pages
from handlers.replies import Buttons
from handlers.texts import Say, Words
from handlers.understanding.asked import Asked, Grain, Interval, Question, Slots
from handlers.work import Work
from scheduler.calendar import WorkingCalendar
from storage import dossier_trails, late_dossiers
from storage.due_documents import DueDates, UnitCount
from storage.late_dossiers import Concern, Counts, LatePage

router = Router(name=__name__)
PAGE = 6
WORKING_DAYS_AHEAD = 5
ONE_WEEK = dt.timedelta(weeks=1)
A_YEAR = dt.timedelta(days=366)  # “từ tháng sau” looks so far ahead
WAITS = ("ours", "supplement", "payment", "elsewhere", "submitted")


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What a list is about: which side, when due, and of which procedures."""

    side: Concern
    dates: DueDates
    words: str = ""  # a field, the name of a procedure
    procedures: Sequence[int] | None = None  # those the words mean; None: all


@asks(router, Question.DOSSIER_OVERDUE)
async def dossier_overdue(asked: Asked, work: Work, desk: Desk) -> SendMessage:
    """The longest overdue first, with what waits for whom; citizens hear of their own dossiers."""
    if not work.viewer.is_staff:
        return await status.dossier_status(
            asked=asked, viewer=work.viewer, db=work.db, say=work.say, answer=work.answer,
            now=work.now, calendar=work.calendar, desk=desk,
        )  # fmt: skip
    of = reach(asked, work.viewer)
    if of is None:
        return work.answer.anywhere(work.say("dossier-status-list-none-staff"))
    sought = await _sought(asked, work)
    page = await late_dossiers.listed(
        work.db,
        work.viewer,
        of.whose,
        sought.side,
        sought.dates,
        today=work.now.date(),
        procedures=sought.procedures,
        limit=PAGE,
        offset=asked.offset,
    )
    overview = of.is_everybody and sought.side is Concern.LATE and page.total and not asked.offset
    units = (
        await late_dossiers.late_by_unit(
            work.db, work.viewer, sought.dates, procedures=sought.procedures
        )
        if overview
        else ()
    )
    return await _screen(asked, of, sought, page, units, work)


async def _screen(
    asked: Asked,
    of: Reach,
    sought: Sought,
    page: LatePage,
    units: Sequence[UnitCount],
    work: Work,
) -> SendMessage:
    say, first = work.say, asked.offset + 1
    with_time = sought.side is not Concern.SOON
    ids = [one.id for one in page.lines]
    trails = await dossier_trails.trails(work.db, work.viewer, ids) if with_time else {}
    told = [
        late_lines.line(
            one,
            trails.get(one.id),
            sought.side,
            say,
            number=number,
            now=work.now,
            calendar=work.calendar,
            with_holder=not (of.mine or of.whose.person_id),
        )
        for number, one in enumerate(page.lines, first)
    ]
    words = texts.paragraphs(
        texts.lines(*_heading(of, sought, page, work, whole=not asked.offset)),
        _by_unit(units, say) if units else None,
        texts.lines(*told),
        say("dossier-status-as-of", at=page.as_of) if page.as_of else None,
    )
    on = _going_on(asked, of, sought)
    rows = [
        *late_lines.numbered(page.lines, first_number=first),
        *pages(on, say, seen=len(page.lines), total=page.total, size=PAGE),
        *_other_sides(on, sought, page.counts, say),
    ]
    brief = [late_lines.reference(one, at) for at, one in enumerate(page.lines, first)]
    return work.answer(words, rows, brief)


async def _sought(asked: Asked, work: Work) -> Sought:
    """What the topic names, as `subjects.topic_of` writes it: a side, then words to look up."""
    named, _, rest = asked.slots.topic.partition(", ")
    side = next((one for one in Concern if one == named), None)
    words = rest if side else asked.slots.topic
    procedures = await late_dossiers.procedures_about(work.db, words) if words else None
    when = asked.slots.when if asked.slots.when and asked.slots.when.said else None
    today = work.now.date()
    ahead = when is not None and when.first_day is not None and when.first_day > today
    side = side or (Concern.SOON if ahead else Concern.LATE)
    dates = _ahead(today, when, work.calendar) if side is Concern.SOON else _before(today, when)
    return Sought(side=side, dates=dates, words=words, procedures=procedures or None)


def _before(today: dt.date, when: Interval | None) -> DueDates:
    """Due before today and, when a longer or an earlier time was said, within it."""
    yesterday = today - dt.timedelta(days=1)
    if when is None:
        return DueDates(last=yesterday)
    first, last = when.first_day, when.last_day or today
    is_now = first is not None and first <= today <= last and last - first < ONE_WEEK
    if is_now or (first is not None and first >= today):
        return DueDates(last=yesterday)
    return DueDates(first=first, last=min(last, yesterday))


def _ahead(today: dt.date, when: Interval | None, calendar: WorkingCalendar) -> DueDates:
    """The days that were said, without those gone by; else the next working days."""
    usual = calendar.add_working_days(today, WORKING_DAYS_AHEAD)
    if when is None or (when.last_day and when.last_day < today):
        return DueDates(first=today, last=usual)
    first = max(when.first_day or today, today)
    return DueDates(first=first, last=when.last_day or max(usual, first + A_YEAR))


def _heading(
    of: Reach, sought: Sought, page: LatePage, work: Work, *, whole: bool
) -> list[Words | None]:
    """Who has how many; on the first screen also what all of them wait for."""
    say, counts = work.say, page.counts
    about = sought.words if sought.procedures else ""
    first = say(
        f"dossier-{sought.side}-heading",
        who=of.who(page.whose_name, work.viewer, say),
        total=page.total,
        has_about=bool(about),
        about=about,
        period=_period(sought, say),
    )
    if not whole:
        return [first]
    elsewhere = sought.side is Concern.LATE and counts.late_elsewhere and not sought.dates.first
    return [
        first,
        say("dossier-late-whose", ours=counts.late_ours, elsewhere=counts.late_elsewhere)
        if elsewhere
        else None,
        _waits(counts, say),
        say("dossier-late-narrowed") if of.narrowed else None,
        say("dossier-late-no-procedure", words=sought.words)
        if sought.words and not sought.procedures
        else None,
    ]


def _waits(counts: Counts, say: Say) -> Words | None:
    """“Đang giải quyết 24: đang ở ta 12, chờ công dân bổ sung 4 …”."""
    numbers = {name: getattr(counts, name) for name in WAITS}
    parts = [
        say("dossier-waits-part", wait=name, number=number)
        for name, number in numbers.items()
        if number
    ]
    if not parts:
        return None
    return say("dossier-waits", total=sum(numbers.values()), parts=Words(", ".join(parts)))


def _by_unit(units: Sequence[UnitCount], say: Say) -> Words:
    parts = (
        say("document-list-unit", unit=unit.unit, number=unit.number, has_unit=bool(unit.unit))
        for unit in units
    )
    return say("document-list-units", units=Words("; ".join(parts)))


def _period(sought: Sought, say: Say) -> Words:
    first, last = sought.dates.first, sought.dates.last
    if sought.side is Concern.WAITING or first is None:
        return Words()
    if first == last:
        return say("document-period-day", day=last)
    return say("document-period-days", first=first, last=last)


def _going_on(asked: Asked, of: Reach, sought: Sought) -> Asked:
    """The same list, with no more in the button than the list needs."""
    when = asked.slots.when and replace(asked.slots.when, grain=Grain.SPAN)
    about = sought.words if sought.procedures else ""
    return replace(
        asked,
        slots=Slots(
            when=when,
            person_id=None if of.mine else of.whose.person_id,
            unit_id=of.whose.unit_id,
            mine=of.mine,
            whole_office=of.is_everybody,
            topic=", ".join(filter(None, (sought.side, about))),
        ),
    )


def _other_sides(on: Asked, sought: Sought, counts: Counts, say: Say) -> Buttons:
    """The other sides of the list, as far as something is known to stand there."""
    about = sought.words if sought.procedures else ""
    known = {Concern.LATE: counts.late, Concern.SOON: 1, Concern.WAITING: counts.waiting}
    others = [side for side in Concern if side is not sought.side and known[side]]
    return [
        [
            asking(
                say("dossier-side", side=side),
                replace(
                    on,
                    offset=0,
                    slots=replace(
                        on.slots, when=None, topic=", ".join(filter(None, (side, about)))
                    ),
                ),
            )
            for side in others
        ]
    ]
