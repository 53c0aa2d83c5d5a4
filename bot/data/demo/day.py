"""The day the demo is dated around, and what can be asked of it."""

import datetime as dt
import random
import tomllib
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from scheduler.calendar import WorkingCalendar

_REACH_BACK = dt.timedelta(days=480)
_REACH_AHEAD = dt.timedelta(days=120)
_ROMAN = ("I", "II", "III", "IV")
_SYNCED = dt.time(7, 0)
_SYNCED_THE_DAY_BEFORE = dt.time(17, 0)


@dataclass(frozen=True)
class DemoDay:
    """`now` in the office's zone, and the working days around it by number.

    Working day 0 is today, or the next one when today is off; -1 is the last before today.
    """

    now: dt.datetime
    calendar: WorkingCalendar
    _days: tuple[dt.date, ...] = field(init=False, repr=False)
    _zero: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        start = self.today - _REACH_BACK
        span = (_REACH_BACK + _REACH_AHEAD).days
        around = (start + dt.timedelta(days=number) for number in range(span))
        days = tuple(day for day in around if self.calendar.is_working(day))
        object.__setattr__(self, "_days", days)
        object.__setattr__(self, "_zero", bisect_left(days, self.today))

    @property
    def today(self) -> dt.date:
        """The office's date."""
        return self.now.date()

    @property
    def synced_at(self) -> dt.datetime:
        """When the records were last brought over from where they are kept."""
        this_morning = dt.datetime.combine(self.today, _SYNCED, self.now.tzinfo)
        if this_morning <= self.now:
            return this_morning
        yesterday = self.today - dt.timedelta(days=1)
        return dt.datetime.combine(yesterday, _SYNCED_THE_DAY_BEFORE, self.now.tzinfo)

    def working(self, number: int) -> dt.date:
        """The working day with this number."""
        return self._days[self._zero + number]

    def number(self, day: dt.date) -> int:
        """The number of a working day; of a day off, that of the next working day."""
        return bisect_left(self._days, day) - self._zero

    def at(self, day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
        """A time of the office on that day."""
        return dt.datetime.combine(day, dt.time(hour, minute), self.now.tzinfo)

    def closing(self, day: dt.date) -> dt.datetime:
        """When the office closes on that day."""
        return dt.datetime.combine(day, self.calendar.hours.closes, self.now.tzinfo)

    def office_time(self, day: dt.date, chance: random.Random) -> dt.datetime:
        """Some minute of the office's hours on that day."""
        hour = chance.choice((7, 8, 8, 9, 9, 10, 10, 13, 14, 14, 15, 15, 16))
        return self.at(
            day, hour, chance.randrange(31, 60) if hour in {7, 13} else chance.randrange(60)
        )


def chance(noun: str) -> random.Random:
    """The demo's dice for one noun: they fall the same way every time."""
    return random.Random(f"demo {noun}")


@cache
def content(name: str) -> dict[str, Any]:
    """One of the files beside this one, such as “people”."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def filled_in(text: str, day: dt.date, place: str) -> str:
    """A subject with its months, quarters, years and commune."""
    quarter = day.year * 4 + (day.month - 1) // 3
    month_before = day.replace(day=1) - dt.timedelta(days=1)
    return text.format(
        thang=day.month,
        thang_truoc=f"{month_before.month}/{month_before.year}",
        quy_truoc=_quarter(quarter - 1),
        quy_sau=_quarter(quarter + 1),
        nam=day.year,
        nam_sau=day.year + 1,
        xa=place,
    )


def _quarter(number: int) -> str:
    """Quarters counted from the year 0, written as offices do: “III/2026”."""
    year, quarter = divmod(number, 4)
    return f"{_ROMAN[quarter]}/{year}"
