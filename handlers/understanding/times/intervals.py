"""Stretches of time in the calendar. Weeks run from Monday to Sunday."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from handlers.understanding.asked import Grain, Interval

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
MONTHS_IN_A_YEAR = 12
MONTHS_IN_A_QUARTER = 3
LONGEST_LUNAR_MONTH = 30
YEARS = range(1800, 2200)  # what people may mean; also keeps `date` from overflowing

Unit = Literal["minute", "hour", "day", "working day", "week", "month", "quarter", "year"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """An interval with both its ends."""

    start: datetime
    end: datetime
    grain: Grain
    said: bool = True  # False: assumed

    @property
    def first_day(self) -> date:
        """The day on which it starts."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day that it touches: its end itself is outside."""
        return (self.end - datetime.resolution).date()

    def holds(self, day: date) -> bool:
        """Whether it touches this day."""
        return self.first_day <= day <= self.last_day

    def as_interval(self) -> Interval:
        """As it is told to the rest of the program."""
        return Interval(start=self.start, end=self.end, grain=self.grain, said=self.said)


def days(first: date, after_last: date, now: datetime, grain: Grain) -> Stretch:
    """From the first moment of one day to the first moment of another, in `now`'s zone."""
    return Stretch(
        start=datetime.combine(first, time(), now.tzinfo),
        end=datetime.combine(after_last, time(), now.tzinfo),
        grain=grain,
    )


def minutes(day: date, first: int, after_last: int, now: datetime, grain: Grain) -> Stretch:
    """From one minute of a day to another; beyond its 1.440 they are of the next day."""
    midnight = datetime.combine(day, time(), now.tzinfo)
    start, end = timedelta(minutes=first), timedelta(minutes=after_last)
    return Stretch(start=midnight + start, end=midnight + end, grain=grain)


def day(which: date, now: datetime) -> Stretch:
    """One whole day."""
    return days(which, which + DAY, now, Grain.DAY)


def week_of(which: date, now: datetime) -> Stretch:
    """The week from Monday to Sunday around a day."""
    monday = which - which.weekday() * DAY
    return days(monday, monday + WEEK, now, Grain.WEEK)


def week(year: int, number: int, now: datetime) -> Stretch | None:
    """A week by its number (ISO 8601); None where the year has none."""
    try:
        return week_of(date.fromisocalendar(year, number, 1), now)
    except ValueError:
        return None


def month(year: int, number: int, now: datetime) -> Stretch:
    """A calendar month; a number outside 1 … 12 reaches into other years."""
    first, after = first_of_month(year, number), first_of_month(year, number + 1)
    return days(first, after, now, Grain.MONTH)


def quarter(year: int, number: int, now: datetime) -> Stretch:
    """A quarter, counted from 1; a number outside 1 … 4 reaches into other years."""
    first = 3 * number - 2
    start, after = first_of_month(year, first), first_of_month(year, first + MONTHS_IN_A_QUARTER)
    return days(start, after, now, Grain.QUARTER)


def year(number: int, now: datetime) -> Stretch:
    """A calendar year."""
    return days(date(number, 1, 1), date(number + 1, 1, 1), now, Grain.YEAR)


def around(which: date, unit: Unit, shift: int, now: datetime) -> Stretch:
    """The day, week, month, quarter or year so many away from the one around a day."""
    match unit:
        case "week":
            return week_of(which + shift * WEEK, now)
        case "month":
            return month(which.year, which.month + shift, now)
        case "quarter":
            return quarter(which.year, quarter_of(which) + shift, now)
        case "year":
            return year(which.year + shift, now)
        case _:
            return day(which + shift * DAY, now)


def quarter_of(which: date) -> int:
    """Its quarter, 1 … 4."""
    return (which.month - 1) // MONTHS_IN_A_QUARTER + 1


def moment(when: datetime) -> Stretch:
    """The minute around an instant."""
    start = when.replace(second=0, microsecond=0)
    return Stretch(start=start, end=start + timedelta(minutes=1), grain=Grain.MINUTE)


def first_of_month(year: int, number: int) -> date:
    """The first day of a month whose number may lie outside 1 … 12."""
    years, month_index = divmod(number - 1, MONTHS_IN_A_YEAR)
    return date(year + years, month_index + 1, 1)


def later(which: date, months: int) -> date:
    """The day so many months later; in a shorter month its last day."""
    first = first_of_month(which.year, which.month + months)
    return first.replace(day=min(which.day, monthrange(first.year, first.month)[1]))


def coming_weekday(weekday: int, today: date) -> date:
    """The next such day (Monday is 0); today counts."""
    return today + (weekday - today.weekday()) % 7 * DAY


def nearest(days: list[date], today: date) -> date | None:
    """The one nearest to today; of two as near the coming one."""
    return min(days, key=lambda one: (abs(one - today), one < today), default=None)


def a_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
