"""Working days of the office.

The law's holidays come from the `holidays` package; what no rule can know, the yearly swaps of a
weekday for a Saturday, comes from the office's own table of days (`storage.days`). A notice wins
over the package; a proposal without a notice changes nothing and is only pointed out.
"""

import bisect
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from types import MappingProxyType

from scheduler import public_holidays

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Override:
    """A day on which the office differs from the rule, or may differ.

    With `official` it decides what the day is. Without, it says that a change is proposed: the
    day stays as it is, and whatever counts over it is provisional.
    """

    day: dt.date
    off: bool
    name: str
    basis: str = ""
    official: bool = True


class DoubtKind(StrEnum):
    """Why nobody can be sure of a day yet."""

    PROPOSED = "proposed"  # somebody proposed a change; no decision was found
    NO_NOTICE = "no_notice"  # the notice for that year is not out


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """The day that is not certain. `name` is the proposal's or the holiday's; may be empty."""

    day: dt.date
    kind: DoubtKind
    name: str


@dataclass(frozen=True, kw_only=True)
class OfficeHours:
    """When the office is open. No national law fixes it, so it is a setting.

    ValueError unless the four times follow one another; lunch may take no time.
    """

    opens: dt.time = dt.time(7, 30)
    lunch: dt.time = dt.time(11, 30)
    back: dt.time = dt.time(13, 30)
    closes: dt.time = dt.time(17, 0)

    def __post_init__(self) -> None:
        if not self.opens < self.lunch <= self.back < self.closes:
            raise ValueError("office hours go from opening to lunch and from lunch to closing")

    def contain(self, time: dt.time) -> bool:
        """Open at this time of a working day; the closing minute is already outside."""
        return self.opens <= time < self.lunch or self.back <= time < self.closes

    @property
    def length(self) -> dt.timedelta:
        """The working time of one working day, without lunch."""
        return self.worked_by(self.closes)

    def worked_by(self, time: dt.time) -> dt.timedelta:
        """How much of a working day's time is over at `time`."""
        morning = min(max(time, self.opens), self.lunch)
        afternoon = min(max(time, self.back), self.closes)
        return _gap(self.opens, morning) + _gap(self.back, afternoon)

    def time_after(self, worked: dt.timedelta) -> dt.time:
        """The earliest time of a working day at which so much is over: of a morning, lunch.

        `worked` is more than nothing and at most `length`.
        """
        morning = _gap(self.opens, self.lunch)
        if worked <= morning:
            return (_at(self.opens) + worked).time()
        return (_at(self.back) + worked - morning).time()


@dataclass(frozen=True)
class _Year:
    """One year worked out once: lists of working days are asked for with every line shown."""

    working: tuple[bool, ...]  # by day of the year, from 0
    worked_before: tuple[int, ...]  # working days of the year before that day
    names: Mapping[dt.date, str]
    doubts: tuple[Doubt, ...]  # by day


@dataclass(frozen=True)
class WorkingCalendar:
    """Monday to Friday, less the holidays, with the office's own days on top."""

    overrides: tuple[Override, ...] = ()
    hours: OfficeHours = OfficeHours()
    _years: dict[int, _Year] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(
        cls, overrides: Iterable[Override] = (), hours: OfficeHours | None = None
    ) -> "WorkingCalendar":
        """A calendar from values in any order."""
        ordered = tuple(sorted(overrides, key=lambda override: override.day))
        return cls(ordered, hours or OfficeHours())

    def is_working(self, day: dt.date) -> bool:
        """The office works on this day."""
        return self._year(day.year).working[_index(day)]

    def name_of(self, day: dt.date) -> str | None:
        """What is celebrated or swapped on this day, in Vietnamese; None on an ordinary one."""
        return self._year(day.year).names.get(day)

    def days_between(self, start: dt.date, end: dt.date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` has passed."""
        if end < start:
            return -self.days_between(end, start)
        whole_years = sum(
            self._year(year).worked_before[-1] for year in range(start.year, end.year)
        )
        return whole_years + self._worked_through(end) - self._worked_through(start)

    def add_working_days(self, day: dt.date, number: int) -> dt.date:
        """The `number`th working day after `day`, which is not counted itself; 0 gives `day`.

        A negative number counts back the same way: -3 from a meeting is the last day on which
        its invitation may leave three working days ahead.
        """
        step = ONE_DAY if number > 0 else -ONE_DAY
        for _ in range(abs(number)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def next_working(self, day: dt.date) -> dt.date:
        """`day` itself when the office works on it, else the first working day after."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def is_certain(self, day: dt.date) -> bool:
        """Nothing about this day waits for a notice."""
        return self.why_uncertain(day) is None

    def why_uncertain(self, day: dt.date, until: dt.date | None = None) -> Doubt | None:
        """The first doubt on `day`, or between two days in either order, both included."""
        first, last = sorted((day, until or day))
        for year in range(first.year, last.year + 1):
            doubts = self._year(year).doubts
            at = bisect.bisect_left(doubts, first, key=lambda doubt: doubt.day)
            if at < len(doubts) and doubts[at].day <= last:
                return doubts[at]
        return None

    def is_open(self, at: dt.datetime) -> bool:
        """The office is at work at this moment, given in the office's zone."""
        return self.is_working(at.date()) and self.hours.contain(at.time())

    def next_opening(self, at: dt.datetime) -> dt.datetime:
        """`at` itself while the office is open, else when it opens again."""
        if self.is_open(at):
            return at
        today, time = at.date(), at.time()
        if self.is_working(today):
            for opening in (self.hours.opens, self.hours.back):
                if time < opening:
                    return dt.datetime.combine(today, opening, at.tzinfo)
        day = self.next_working(today + ONE_DAY)
        return dt.datetime.combine(day, self.hours.opens, at.tzinfo)

    def _worked_through(self, day: dt.date) -> int:
        return self._year(day.year).worked_before[_index(day) + 1]

    def _year(self, number: int) -> _Year:
        known = self._years.get(number)
        if known is None:
            known = self._years[number] = _work_out(number, self.overrides)
        return known


def _at(time: dt.time) -> dt.datetime:
    return dt.datetime.combine(dt.date.min, time)


def _gap(earlier: dt.time, later: dt.time) -> dt.timedelta:
    return _at(later) - _at(earlier)


def _index(day: dt.date) -> int:
    return day.timetuple().tm_yday - 1


def _work_out(year: int, overrides: tuple[Override, ...]) -> _Year:
    ours = {override.day: override for override in overrides if override.day.year == year}
    decided = {day: override for day, override in ours.items() if override.official}
    working = tuple(
        not decided[day].off if day in decided else public_holidays.works(day)
        for day in public_holidays.days_of(year)
    )
    names = dict(public_holidays.rule(year).holidays)
    names |= {day: override.name for day, override in decided.items()}
    doubts = {
        day: Doubt(day=day, kind=DoubtKind.PROPOSED, name=override.name)
        for day, override in ours.items()
        if not override.official
    }
    doubts |= {
        day: Doubt(day=day, kind=DoubtKind.NO_NOTICE, name=name)
        for day, name in public_holidays.waiting_for_notice(year, decided).items()
    }
    return _Year(
        working=working,
        worked_before=(0, *accumulate(working)),
        names=MappingProxyType(names),
        doubts=tuple(doubts[day] for day in sorted(doubts)),
    )
