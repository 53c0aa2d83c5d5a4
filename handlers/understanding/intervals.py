"""Stretches of time as people name them. Weeks run from Monday to Sunday."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from re import Match, Pattern
from typing import Literal

from handlers.understanding.asked import Grain, Interval

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
MONTHS_IN_A_YEAR = 12
YEARS = range(1900, 2200)  # what people may mean; also keeps `date` from overflowing

Unit = Literal["day", "week", "month"]

# Hours of the parts of a day. “Trưa” overlaps both halves, as it does in speech.
PARTS: dict[str, tuple[int, int]] = {
    "morning": (5, 12),
    "noon": (11, 14),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 24),
}


@dataclass(frozen=True, kw_only=True)
class Reader:
    """One way of naming a time: what it looks like, and what it means seen from `now`.

    `read` may answer None when the words only look like a time (the 31st of February). The
    neighbours that make it something else (“đến nay”, “lần thứ hai”) are given folded.
    """

    looks: Pattern[str]
    read: Callable[[Match[str], datetime], Interval | None]
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    may_be_a_name: bool = False  # “Mai”: a capital inside the sentence makes it one


def days(first: date, after_last: date, now: datetime, grain: Grain) -> Interval:
    """From the first moment of one day to the first moment of another, in `now`'s zone."""
    return Interval(
        start=datetime.combine(first, time(), now.tzinfo),
        end=datetime.combine(after_last, time(), now.tzinfo),
        grain=grain,
    )


def day(which: date, now: datetime) -> Interval:
    """One whole day."""
    return days(which, which + DAY, now, Grain.DAY)


def week_of(which: date, now: datetime) -> Interval:
    """The week from Monday to Sunday around a day."""
    monday = which - which.weekday() * DAY
    return days(monday, monday + WEEK, now, Grain.WEEK)


def month(year: int, number: int, now: datetime, *, count: int = 1) -> Interval:
    """A calendar month, or several; a number outside 1 … 12 reaches into other years."""
    grain = Grain.MONTH if count == 1 else Grain.QUARTER
    return days(first_of_month(year, number), first_of_month(year, number + count), now, grain)


def quarter(year: int, number: int, now: datetime) -> Interval:
    """A quarter, counted from 1; a number outside 1 … 4 reaches into other years."""
    return month(year, 3 * number - 2, now, count=3)


def year(number: int, now: datetime) -> Interval:
    """A calendar year."""
    return days(date(number, 1, 1), date(number + 1, 1, 1), now, Grain.YEAR)


def moment(now: datetime) -> Interval:
    """The minute that is running."""
    start = now.replace(second=0, microsecond=0)
    return Interval(start=start, end=start + timedelta(minutes=1), grain=Grain.MINUTE)


def part_of(whole: Interval, part: str) -> Interval:
    """The morning, noon, afternoon or evening of a day."""
    first, last = PARTS[part]
    return replace(
        whole,
        start=whole.start + timedelta(hours=first),
        end=whole.start + timedelta(hours=last),
        grain=Grain.PART,
    )


def first_of_month(year: int, number: int) -> date:
    """The first day of a month whose number may lie outside 1 … 12."""
    years, month_index = divmod(number - 1, MONTHS_IN_A_YEAR)
    return date(year + years, month_index + 1, 1)


def later(which: date, count: int, unit: Unit) -> date:
    """The day so much later; in a shorter month its last day."""
    match unit:
        case "day":
            return which + count * DAY
        case "week":
            return which + count * WEEK
        case "month":
            first = first_of_month(which.year, which.month + count)
            return first.replace(day=min(which.day, monthrange(first.year, first.month)[1]))


def coming_weekday(weekday: int, today: date) -> date:
    """The next such day (Monday is 0); today counts."""
    return today + (weekday - today.weekday()) % 7 * DAY


def nearest(day_number: int, month_number: int, today: date) -> date | None:
    """The day nearest to today with that day and month; None if no year has it."""
    around = (
        a_date(year, month_number, day_number) for year in range(today.year - 1, today.year + 2)
    )
    return min((d for d in around if d), key=lambda d: abs(d - today), default=None)


def coming_day_of_month(day_number: int, today: date) -> date | None:
    """The next day with that number, today included; months without it are passed over."""
    for ahead in range(MONTHS_IN_A_YEAR):
        first = first_of_month(today.year, today.month + ahead)
        found = a_date(first.year, first.month, day_number)
        if found and found >= today:
            return found
    return None


def a_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
