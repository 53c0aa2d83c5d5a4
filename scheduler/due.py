"""When something is due, by its limit, its start and its pauses, and why just then.

- The day on which a limit in days begins is not counted (Bộ luật Dân sự 2015 Đ147.2), and a
  limit in days ends with its last day: here, when the office closes, after which nothing is done.
- A limit in months ends on the day of the same number, or the last of a shorter month (Đ148.3).
- A limit in hours runs from its very moment (Đ147.1) and only while the office is open.
- A pause is taken off as working time (QĐ 766/2022), so a limit in working days that stood still
  for part of a day ends at an hour. A limit in calendar days or months gets as many days more as
  nights lay in the pause.
"""

import calendar as months
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from scheduler import public_holidays
from scheduler.calendar import ONE_DAY, Doubt
from scheduler.left_out import LeftOut, Why, day_off
from scheduler.limits import DueRules, Limit, Pause, merged
from scheduler.working_time import NO_TIME, WorkingTime
from storage.due_times import DueRule
from storage.models import TimeUnit

SATURDAY = public_holidays.SATURDAY
BY_THE_BOOK = DueRules()


@dataclass(frozen=True, kw_only=True)
class Due:
    """A due time and everything that explains it. Moments are in the office's zone.

    Of all days from the start to the due day each is either in `counted` or in `left_out`.
    While a pause is open nobody knows the due time: then `at` is None and no day is listed.
    """

    limit: Limit
    start: dt.datetime
    received_on: dt.date  # the day that counts as the day of receipt
    at: dt.datetime | None
    pauses: tuple[Pause, ...]  # those that moved it
    counted: tuple[dt.date, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    made_up: tuple[dt.date, ...] = ()  # weekend days that are worked, and so were counted
    fell_on: dt.date | None = None  # the last day by number, if it was off and the end moved on
    doubt: Doubt | None = None  # set: a day that counts waits for a notice (“tạm tính”)
    ends_with_day: bool = True  # else at its very hour

    @property
    def on(self) -> dt.date | None:
        """The office's date of it."""
        return self.at.date() if self.at else None

    @property
    def stopped_at(self) -> dt.datetime | None:
        """Since when the clock stands still, if it does."""
        return None if self.at else self.pauses[-1].began_at


def due(
    limit: Limit,
    start: dt.datetime,
    pauses: Iterable[Pause],
    office: WorkingTime,
    rules: DueRules = BY_THE_BOOK,
) -> Due:
    """When what began at `start` is due. ValueError for a moment of another zone.

    A pause counts from the start on, and only if it began before the time was up.
    """
    ordered = merged(pauses)
    office.accept(start, *(moment for one in ordered for moment in (one.began_at, one.ended_at)))
    received_on = _received_on(limit, start, office, rules)
    plain = Due(limit=limit, start=start, received_on=received_on, at=None, pauses=())
    if limit.unit in (TimeUnit.CALENDAR_DAYS, TimeUnit.MONTHS):
        found = _by_days(plain, ordered, office, rules)
    else:
        found = _by_working_time(plain, ordered, office)
    return _explained(found, office) if found.at else found


def by_rule(rule: DueRule, office: WorkingTime, rules: DueRules = BY_THE_BOOK) -> Due:
    """The same for a rule as it is stored, whose moments may be of any zone."""
    pauses = [
        Pause(
            began_at=began_at.astimezone(office.zone),
            ended_at=ended_at and ended_at.astimezone(office.zone),
        )
        for began_at, ended_at in rule.pauses
    ]
    limit = Limit(number=rule.number, unit=rule.unit)
    return due(limit, rule.begins_at.astimezone(office.zone), pauses, office, rules)


def last_day_before(limit: Limit, event_on: dt.date, office: WorkingTime) -> dt.date:
    """The last day to do what must be done so long before an event, whose own day is not counted.

    “Chậm nhất 03 ngày làm việc trước khi họp” (QĐ 45/2018). A day off among calendar days gives
    the working day before it: later would be too late. Only for limits in days.
    """
    match limit.unit:
        case TimeUnit.WORKING_DAYS:
            return office.calendar.add_working_days(event_on, -limit.number)
        case TimeUnit.CALENDAR_DAYS:
            day = event_on - limit.number * ONE_DAY
            return (
                day
                if office.calendar.is_working(day)
                else office.calendar.add_working_days(day, -1)
            )
        case TimeUnit.WORKING_HOURS | TimeUnit.MONTHS:
            raise ValueError(f"what must be done before is counted in days, not in {limit.unit}")
    assert_never(limit.unit)


def _received_on(limit: Limit, start: dt.datetime, office: WorkingTime, rules: DueRules) -> dt.date:
    day, calendar = start.date(), office.calendar
    if limit.unit is TimeUnit.WORKING_HOURS:
        return day
    if limit.is_same_day:
        in_time = start < office.closing(day)
        if limit.cut_off:
            in_time = in_time and start.time() <= limit.cut_off
        return calendar.next_working(day if in_time else day + ONE_DAY)
    if rules.late_is_next_day and not calendar.is_working(day):
        return calendar.next_working(day)
    if rules.late_is_next_day and start >= office.closing(day):
        return calendar.add_working_days(day, 1)
    return day


def _by_working_time(found: Due, pauses: tuple[Pause, ...], office: WorkingTime) -> Due:
    limit = found.limit
    if limit.unit is TimeUnit.WORKING_HOURS:
        runs_from = found.start
        at = office.add(runs_from, dt.timedelta(hours=limit.number))
    elif limit.is_same_day:
        runs_from = found.start
        at = office.closing(found.received_on)
    else:
        runs_from = office.at(found.received_on + ONE_DAY, dt.time())
        at = office.closing(office.calendar.add_working_days(found.received_on, limit.number))
    moved_by: list[Pause] = []
    for pause in pauses:
        if pause.began_at >= at:
            break
        if pause.ended_at is None:
            return replace(found, pauses=(*moved_by, pause))
        since = max(pause.began_at, runs_from)
        paused = office.between(since, pause.ended_at) if since < pause.ended_at else NO_TIME
        if paused:
            at = office.add(at, paused)
            moved_by.append(pause)
    in_hours = limit.unit is TimeUnit.WORKING_HOURS
    return replace(
        found,
        at=at,
        pauses=tuple(moved_by),
        ends_with_day=not in_hours and at == office.closing(at.date()),
    )


def _by_days(found: Due, pauses: tuple[Pause, ...], office: WorkingTime, rules: DueRules) -> Due:
    limit, received_on = found.limit, found.received_on
    if limit.unit is TimeUnit.MONTHS:
        last = _months_after(received_on, limit.number)
    else:
        last = received_on + limit.number * ONE_DAY
    moved_by: list[Pause] = []
    for pause in pauses:
        if pause.began_at >= office.closing(last):
            break
        if pause.ended_at is None:
            return replace(found, pauses=(*moved_by, pause))
        nights = pause.ended_at.date() - max(pause.began_at.date(), received_on)
        if nights > NO_TIME:
            last += nights
            moved_by.append(pause)
    moves = rules.moves_off_day and not office.calendar.is_working(last)
    return replace(
        found,
        at=office.closing(office.calendar.next_working(last) if moves else last),
        pauses=tuple(moved_by),
        fell_on=last if moves else None,
    )


def _months_after(day: dt.date, number: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    last_of_month = months.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last_of_month))


def _explained(found: Due, office: WorkingTime) -> Due:
    """With every day from the start to the end told apart, and the first day in doubt."""
    first, last = found.start.date(), found.on or found.received_on
    days = [first + ONE_DAY * number for number in range((last - first).days + 1)]
    why = {day: _why_not(day, found, office) for day in days}
    counted = tuple(day for day in days if why[day] is None)
    begun = first if found.limit.unit is TimeUnit.WORKING_HOURS else first + ONE_DAY
    return replace(
        found,
        counted=counted,
        left_out=tuple(one for one in why.values() if one),
        made_up=tuple(day for day in counted if _is_made_up(day, found)),
        doubt=office.calendar.why_uncertain(begun, last) if begun <= last else None,
    )


def _why_not(day: dt.date, found: Due, office: WorkingTime) -> LeftOut | None:
    """Why a day from the start to the end does not count; None when it does."""
    if _is_day_of_receipt(day, found, office):
        return LeftOut(day=day, why=Why.RECEIVED)
    if day < found.received_on:
        return day_off(day, office.calendar)
    if found.limit.unit in (TimeUnit.CALENDAR_DAYS, TimeUnit.MONTHS):
        if any(_spans(pause, day) for pause in found.pauses):
            return LeftOut(day=day, why=Why.PAUSED)
        moved = found.fell_on is not None and day > found.fell_on
        return LeftOut(day=day, why=Why.MOVED) if moved else None
    if not office.calendar.is_working(day):
        return day_off(day, office.calendar)
    if any(_covers(pause, day, office) for pause in found.pauses):
        return LeftOut(day=day, why=Why.PAUSED)
    return None


def _is_day_of_receipt(day: dt.date, found: Due, office: WorkingTime) -> bool:
    """The day it came, and the one that counts as such; of hours, when none of them are left."""
    if found.limit.unit is TimeUnit.WORKING_HOURS:
        is_over = found.start >= office.closing(day)
        return day == found.start.date() and is_over and office.calendar.is_working(day)
    if found.limit.is_same_day:
        return day == found.start.date() < found.received_on
    return day in (found.start.date(), found.received_on)


def _spans(pause: Pause, day: dt.date) -> bool:
    """One of the days by which a limit in calendar days got longer."""
    return pause.ended_at is not None and pause.began_at.date() < day <= pause.ended_at.date()


def _covers(pause: Pause, day: dt.date, office: WorkingTime) -> bool:
    """The clock stood still for all of a working day."""
    opening = office.at(day, office.calendar.hours.opens)
    return (
        pause.ended_at is not None
        and pause.began_at <= opening
        and pause.ended_at >= office.closing(day)
    )


def _is_made_up(day: dt.date, found: Due) -> bool:
    in_working_time = found.limit.unit in (TimeUnit.WORKING_DAYS, TimeUnit.WORKING_HOURS)
    return in_working_time and day.weekday() >= SATURDAY
