"""When something may be said unasked: times of the day, working days, and what goes at once."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from scheduler.calendar import ONE_DAY, WorkingCalendar
from storage.models import Urgency


class AtOnce(StrEnum):
    """When it is said that a document of some urgency was given to somebody."""

    ALWAYS = "always"  # at any hour of any day
    HOURS = "hours"  # at once while the office is open, else when it opens
    GATHERED = "gathered"  # with others, as ordinary work is


USUALLY = {
    Urgency.FLASH: AtOnce.ALWAYS,
    Urgency.VERY_URGENT: AtOnce.ALWAYS,
    Urgency.URGENT: AtOnce.HOURS,
}


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """The office's times. The quiet hours may run over midnight; without any, both are the same."""

    brief_at: dt.time = dt.time(7, 30)
    meeting_ahead: dt.timedelta = dt.timedelta(minutes=30)
    gather: dt.timedelta = dt.timedelta(minutes=30)  # new work, before it is told together
    quiet_from: dt.time = dt.time(21, 0)
    quiet_until: dt.time = dt.time(6, 30)
    at_once: Mapping[Urgency, AtOnce] = field(default_factory=lambda: dict(USUALLY))

    def goes(self, urgency: Urgency) -> AtOnce:
        """When a document of this urgency is told of."""
        return self.at_once.get(urgency, AtOnce.GATHERED)

    def is_quiet(self, time: dt.time) -> bool:
        """Nobody is to be disturbed then."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= time < self.quiet_until
        return time >= self.quiet_from or time < self.quiet_until

    def after_night(self, at: dt.datetime) -> dt.datetime:
        """`at` itself outside the quiet hours, else when they end; on any day."""
        if not self.is_quiet(at.time()):
            return at
        end = dt.datetime.combine(at.date(), self.quiet_until, at.tzinfo)
        return end if at < end else end + ONE_DAY

    def next_sending(self, at: dt.datetime, calendar: WorkingCalendar) -> dt.datetime:
        """`at` itself, on a working day outside the quiet hours, else the next such moment."""
        if calendar.is_working(at.date()):
            if not self.is_quiet(at.time()):
                return at
            end = dt.datetime.combine(at.date(), self.quiet_until, at.tzinfo)
            if at < end:
                return end
        day = calendar.next_working(at.date() + ONE_DAY)
        begins = self.quiet_until if self.is_quiet(dt.time()) else dt.time()
        return dt.datetime.combine(day, begins, at.tzinfo)

    def next_brief(self, at: dt.datetime, calendar: WorkingCalendar) -> dt.datetime:
        """When the next brief comes, after this moment."""
        today = dt.datetime.combine(at.date(), self.brief_at, at.tzinfo)
        if calendar.is_working(at.date()) and at < today:
            return today
        day = calendar.next_working(at.date() + ONE_DAY)
        return dt.datetime.combine(day, self.brief_at, at.tzinfo)


USUAL_TIMES = Timetable()
