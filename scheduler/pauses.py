"""What the time that is not the office's does to a due time, and where the rest of it went."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scheduler.limits import Pause, merged
from scheduler.working_time import NO_TIME, WorkingTime
from storage.models import TimeUnit

BY_NIGHTS = frozenset({TimeUnit.CALENDAR_DAYS, TimeUnit.MONTHS})


@dataclass(frozen=True)
class PutOff:
    """Puts due times off by pauses; called as `storage.dossier_changes` wants it."""

    office: WorkingTime

    def __call__(
        self,
        due_at: dt.datetime,
        began_at: dt.datetime,
        ended_at: dt.datetime,
        unit: TimeUnit | None,
    ) -> dt.datetime:
        """As in `scheduler.due`: by the working time of the pause, or by its nights where the limit
        is in calendar days or months. Any zone goes in; the office's comes out.
        """
        due_at, began_at, ended_at = (
            moment.astimezone(self.office.zone) for moment in (due_at, began_at, ended_at)
        )
        if unit not in BY_NIGHTS:
            return self.office.add(due_at, self.office.between(began_at, ended_at))
        last = due_at.date() + (ended_at.date() - began_at.date())
        return self.office.closing(self.office.calendar.next_working(last))


@dataclass(frozen=True, kw_only=True)
class Stay:
    """From this moment on a dossier lies there. `place` is whatever tells places apart."""

    place: int | None
    since: dt.datetime


@dataclass(frozen=True, kw_only=True)
class Spent:
    """The working time that passed, place by place, and apart from it what was waited."""

    at: Mapping[int | None, dt.timedelta]
    waiting: dt.timedelta


def spent(
    stays: Sequence[Stay], pauses: Sequence[Pause], until: dt.datetime, office: WorkingTime
) -> Spent:
    """Where the working time went until this moment. Every moment is in the office's zone.

    Together it is the working time since the first stay: no minute is lost, none counted twice.
    """
    ordered = sorted(stays, key=lambda one: one.since)
    ends = [*(one.since for one in ordered[1:]), until]
    waits = [(one.began_at, one.ended_at or until) for one in merged(pauses)]
    at: dict[int | None, dt.timedelta] = {}
    waiting = NO_TIME
    for stay, end in zip(ordered, ends, strict=True):
        stood = sum((_common(stay.since, end, *wait, office) for wait in waits), NO_TIME)
        passed = office.between(stay.since, end) if stay.since < end else NO_TIME
        at[stay.place] = at.get(stay.place, NO_TIME) + passed - stood
        waiting += stood
    return Spent(at=at, waiting=waiting)


def _common(
    start: dt.datetime,
    end: dt.datetime,
    began: dt.datetime,
    ended: dt.datetime,
    office: WorkingTime,
) -> dt.timedelta:
    """The working time that both have."""
    first, last = max(start, began), min(end, ended)
    return office.between(first, last) if first < last else NO_TIME
