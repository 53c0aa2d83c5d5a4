"""A time as far as some words say it: “thứ 5” is a weekday, “tuần sau” a week."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Literal

from handlers.understanding.asked import Grain
from handlers.understanding.times.intervals import DAY, Stretch


class Part(StrEnum):
    """A part of a day, or of the office's day."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    OPENING = "opening"  # đầu giờ: the first hour of the office's day
    BEFORE_LUNCH = "before_lunch"  # cuối giờ sáng
    AFTER_LUNCH = "after_lunch"  # đầu giờ chiều
    CLOSING = "closing"  # cuối giờ
    OFFICE_HOURS = "office_hours"


class Edge(StrEnum):
    """Which third of a month, a week, a quarter or a year."""

    START = "start"  # đầu
    MIDDLE = "middle"  # giữa
    END = "end"  # cuối


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """A time on the clock. `sure` of its half of the day, or else it is where offices work."""

    hour: int  # 0 … 24
    minute: int | None = None  # None: the hour as a whole
    sure: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Nth:
    """“The second week of”, “the last working day of”; counted from 1, or from -1 at the end."""

    number: int
    unit: Literal["day", "week", "working day"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Partial:
    """What some words say of a time, a field for each thing that can be said.

    `weak` words name a time only beside another one: an unmarked “sang” is a verb as well.
    """

    day: date | None = None
    day_of_month: int | None = None
    month: int | None = None
    quarter: int | None = None
    year: int | None = None
    lunar: bool = False  # day and month count by the moon
    feast: bool = False  # kept every year: the coming one, or the one that has just been
    weekday: int | None = None  # Monday is 0
    turn: int | None = None  # of the weekday: -1 the last one, 0 the coming one, 1 after today
    frame: Stretch | None = None  # the week, month, quarter or year in which it lies
    edge: Edge | None = None
    nth: Nth | None = None
    months: int | None = None  # so many months of the year: from its start, negative: to its end
    part: Part | None = None
    clock: Clock | None = None
    whole: Stretch | None = None  # everything is said: nothing can be added
    weak: bool = False
    impossible: bool = False  # “30/2”: nothing beside it makes it a time

    @property
    def has_day(self) -> bool:
        """It says which day, at least with the help of the calendar."""
        return (
            self.day is not None
            or self.weekday is not None
            or self.day_of_month is not None
            or (self.nth is not None and self.nth.unit != "week")
        )

    @property
    def year_said(self) -> int | None:
        """The year, in figures or as “năm ngoái”; None where none was said."""
        if self.year is None and self.frame and self.frame.grain is Grain.YEAR:
            return self.frame.start.year
        return self.year

    @property
    def has_hours(self) -> bool:
        """It says which hours of a day."""
        return self.part is not None or self.clock is not None

    @property
    def has_long(self) -> bool:
        """It says something longer than a day."""
        return any(
            said is not None
            for said in (self.month, self.quarter, self.year, self.frame, self.edge, self.months)
        ) or (self.nth is not None and self.nth.unit == "week")


_FIELDS = tuple(
    one.name for one in fields(Partial) if one.name not in {"weak", "lunar", "feast", "impossible"}
)


# “sáng thứ 2 đầu giờ”
_NARROWER = {
    frozenset({Part.MORNING, Part.OPENING}): Part.OPENING,
    frozenset({Part.MORNING, Part.CLOSING}): Part.BEFORE_LUNCH,
    frozenset({Part.AFTERNOON, Part.OPENING}): Part.AFTER_LUNCH,
    frozenset({Part.AFTERNOON, Part.CLOSING}): Part.CLOSING,
}


def merged(first: Partial, second: Partial) -> Partial | None:
    """Both said of one time; None if they say two different ones."""
    if first.whole or second.whole:
        return None
    said = {name: value for name in _FIELDS if (value := getattr(second, name)) is not None}
    if first.part and second.part and (part := _NARROWER.get(frozenset({first.part, second.part}))):
        first, said["part"] = replace(first, part=None), part
    if any(getattr(first, name) not in (None, value) for name, value in said.items()):
        return None
    both = replace(
        first,
        **said,
        lunar=first.lunar or second.lunar,
        feast=first.feast or second.feast,
        weak=first.weak and second.weak,
        impossible=first.impossible or second.impossible,
    )
    return both if _goes_together(both) else None


def _goes_together(both: Partial) -> bool:
    if both.has_hours and both.has_long and not both.has_day:
        return False
    if both.clock and both.part and not fits(both.clock, both.part):
        return False
    if both.day is not None:
        return _is_that_day(both, both.day)
    if both.weekday is not None and both.day_of_month and not _is_that_weekday(both):
        return False
    if both.edge and both.has_day and not _is_of_a_week(both):
        return False
    if both.frame and both.frame.grain is Grain.DAY:
        return False
    return not (both.weekday is not None and both.nth is not None)


def _is_that_weekday(said: Partial) -> bool:
    """“Thứ 2 tuần sau, 30/11” are two days if next week's Monday is another one."""
    if said.frame is None or said.frame.grain is not Grain.WEEK:
        return True
    assert said.weekday is not None  # noqa: S101 - it is asked only then
    day = said.frame.first_day + said.weekday * DAY
    return (said.day_of_month, said.month or day.month) == (day.day, day.month)


def _is_of_a_week(said: Partial) -> bool:
    """“Thứ 2 đầu tuần sau”."""
    return said.weekday is not None and bool(said.frame and said.frame.grain is Grain.WEEK)


def _is_that_day(said: Partial, day: date) -> bool:
    """“Mai, thứ 5” is one day only if tomorrow is a Thursday."""
    return (
        said.weekday in (None, day.weekday())
        and said.day_of_month in (None, day.day)
        and said.month in (None, day.month)
        and said.year in (None, day.year)
        and not (said.edge or said.nth or said.months or said.quarter)
        and (said.frame is None or said.frame.holds(day))
    )


_HOURS_OF = {
    Part.MORNING: (0, 12), Part.NOON: (10, 14), Part.AFTERNOON: (12, 19), Part.EVENING: (17, 24),
    Part.NIGHT: (17, 29),
}  # fmt: skip


def fits(clock: Clock, part: Part) -> bool:
    """Whether people say this hour with this part: “3 giờ chiều”, never “8 giờ trưa”."""
    first, last = _HOURS_OF.get(part, (24, 0))
    hours = {clock.hour, clock.hour + 12, clock.hour + 24}
    return any(first <= hour <= last for hour in hours)
