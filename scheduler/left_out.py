"""Days that a limit does not count, and why."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from scheduler import public_holidays
from scheduler.calendar import WorkingCalendar

SUNDAY = 6


class Why(StrEnum):
    """Why a day does not count."""

    RECEIVED = "received"  # on it the limit began (BLDS 2015 Đ147.2)
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"  # a public holiday, or its substitute
    NOTICE = "notice"  # off because the office was told so
    PAUSED = "paused"  # all of it
    MOVED = "moved"  # after the last day by number, which was off (BLDS 2015 Đ148.5)


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A day that was not counted. `name` is what a notice calls it; else empty."""

    day: dt.date
    why: Why
    name: str = ""


def day_off(day: dt.date, calendar: WorkingCalendar) -> LeftOut:
    """Why the office does not work on a day on which it does not."""
    if day.weekday() == SUNDAY:
        return LeftOut(day=day, why=Why.SUNDAY)
    if day.weekday() == public_holidays.SATURDAY:
        return LeftOut(day=day, why=Why.SATURDAY)
    name = calendar.name_of(day) or ""
    known = day in public_holidays.rule(day.year).holidays
    return LeftOut(day=day, why=Why.HOLIDAY if known else Why.NOTICE, name=name)
