"""Spreading a number of things evenly over a year's working days and office hours."""

import datetime as dt
from dataclasses import dataclass, field

from scheduler.calendar import ONE_DAY, WorkingCalendar

_MORNING = 7 * 60 + 30, 240  # from minute of the day, so many minutes
_AFTERNOON = 13 * 60 + 30, 170
_OPEN_MINUTES = _MORNING[1] + _AFTERNOON[1]
_BEYOND = dt.timedelta(days=60)  # what came in December may be due in the new year


def takes(index: int, part: int, whole: int) -> bool:
    """True for exactly `part` of the indexes below `whole`, evenly spread."""
    return (index + 1) * part // whole > index * part // whole


@dataclass(frozen=True)
class Year:
    """The working days of a year and some beyond, by number, with their times."""

    number: int
    calendar: WorkingCalendar
    zone: dt.tzinfo
    days: tuple[dt.date, ...] = field(init=False, repr=False)
    length: int = field(init=False)
    """Working days of the year itself; `days` goes on into the next."""

    def __post_init__(self) -> None:
        first, after = dt.date(self.number, 1, 1), dt.date(self.number + 1, 1, 1)
        span = (after + _BEYOND - first).days
        days = tuple(
            day
            for day in (first + ONE_DAY * number for number in range(span))
            if self.calendar.is_working(day)
        )
        object.__setattr__(self, "days", days)
        object.__setattr__(self, "length", sum(day < after for day in days))

    def place(self, index: int, number: int) -> tuple[int, int, int]:
        """Of `number` things, the index-th: its working day, its place that day, how many then."""
        day = index * self.length // number
        first = -(-day * number // self.length)
        following = -(-(day + 1) * number // self.length)
        return day, index - first, following - first

    def office_time(self, day: int, place: int, that_day: int) -> dt.datetime:
        """The times of one day follow one another between opening and 16:20."""
        minute = place * _OPEN_MINUTES // that_day
        start, length = _MORNING
        if minute >= length:
            minute, start = minute - length, _AFTERNOON[0]
        hour, minute = divmod(start + minute, 60)
        return dt.datetime.combine(self.days[day], dt.time(hour, minute), self.zone)

    def at(self, day: int, hour: int, minute: int = 0) -> dt.datetime:
        """A time of a working day."""
        return dt.datetime.combine(self.days[day], dt.time(hour, minute), self.zone)
