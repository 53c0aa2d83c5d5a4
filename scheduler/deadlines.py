"""How far a due day or a due time is, counted as the office counts."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from scheduler.calendar import ONE_DAY, Doubt, WorkingCalendar
from scheduler.working_time import WorkingTime


class Standing(StrEnum):
    """On which side of its due day something is."""

    AHEAD = "ahead"
    TODAY = "today"
    LATE = "late"


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A due day seen from today, as facts for the texts. `days` is never negative."""

    due_on: dt.date
    standing: Standing
    days: int  # working days left, or late by
    doubt: Doubt | None  # set: the count leans on it and is provisional

    @property
    def is_certain(self) -> bool:
        """No day that counts waits for a notice."""
        return self.doubt is None


def left(due_on: dt.date, today: dt.date, calendar: WorkingCalendar) -> int:
    """Working days left; 0 on the day itself, negative once it has passed."""
    return calendar.days_between(today, due_on)


def deadline(due_on: dt.date, today: dt.date, calendar: WorkingCalendar) -> Deadline:
    """Where a due day stands.

    What is due on a day off is due today on the working day before it, the last one on which
    anything can be done. Once its day has passed it is late, by 0 working days at first if
    only days off lie between.

    How late a dossier is, is counted by this alone, whoever is told of it.
    """
    days = left(due_on, today, calendar)
    first, last = sorted((today, due_on))
    return Deadline(
        due_on=due_on,
        standing=_standing(due_on, today, days),
        days=abs(days),
        doubt=calendar.why_uncertain(first + ONE_DAY, last) if first < last else None,
    )


@dataclass(frozen=True, kw_only=True)
class TimeLeft:
    """The working time from now to a due time, or since it: whole days, hours and minutes.

    A day is as long as the office is open on one. All three are 0 when only time in which the
    office is closed lies between, or less than a minute.
    """

    late: bool
    days: int
    hours: int
    minutes: int
    doubt: Doubt | None  # set: the count leans on it and is provisional


def time_left(due_at: dt.datetime, now: dt.datetime, office: WorkingTime) -> TimeLeft:
    """How much working time is left until `due_at`, or has passed since. Whole minutes, cut off.

    What is due at this very moment is not late. Both moments are in the office's zone.
    """
    late = now > due_at
    first, last = sorted((due_at, now))
    days, rest = divmod(office.between(first, last), office.day)
    hours, rest = divmod(rest, dt.timedelta(hours=1))
    day_after, last_day = first.date() + ONE_DAY, last.date()
    return TimeLeft(
        late=late,
        days=days,
        hours=hours,
        minutes=rest // dt.timedelta(minutes=1),
        doubt=office.calendar.why_uncertain(day_after, last_day) if day_after <= last_day else None,
    )


def _standing(due_on: dt.date, today: dt.date, days: int) -> Standing:
    if due_on < today:
        return Standing.LATE
    return Standing.AHEAD if days else Standing.TODAY
