"""Working time: the hours in which the office is open, and nothing else.

Lunch, evenings, weekends and holidays take no working time, so a limit in hours stands still over
them.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from scheduler.calendar import ONE_DAY, WorkingCalendar
from scheduler.clock import VIETNAM

NO_TIME = dt.timedelta(0)


@dataclass(frozen=True)
class WorkingTime:
    """Counts with the working time of an office.

    Every moment is an aware datetime in the office's `zone`. ValueError for any other: the same
    instant in another zone may be of another day, and would be counted wrongly without a word.
    """

    calendar: WorkingCalendar
    zone: ZoneInfo = VIETNAM

    @property
    def day(self) -> dt.timedelta:
        """How much a working day has."""
        return self.calendar.hours.length

    def accept(self, *moments: dt.datetime | None) -> None:
        """ValueError unless each moment that there is belongs to the office's zone."""
        for moment in moments:
            if moment and getattr(moment.tzinfo, "key", None) != self.zone.key:
                raise ValueError(
                    f"{moment.isoformat()} is not in the office's zone, {self.zone.key}: "
                    "take it there by astimezone"
                )

    def add(self, moment: dt.datetime, time: dt.timedelta) -> dt.datetime:
        """The first moment at which `time` of work has passed since `moment`.

        So a whole day from the opening ends at closing, not at the next opening; no time at all
        gives `moment` itself, also while the office is closed. ValueError for less than none.
        """
        self.accept(moment)
        if time < NO_TIME:
            raise ValueError("working time is added, never taken away")
        if time == NO_TIME:
            return moment
        since_opening = self._worked_on_its_day(moment) + time
        day = moment.date()
        if not self.calendar.is_working(day):
            day = self.calendar.next_working(day)
        days = -(-since_opening // self.day) - 1  # the last one is begun, maybe to its end
        ends = self.calendar.hours.time_after(since_opening - days * self.day)
        return self.at(self.calendar.add_working_days(day, days), ends)

    def between(self, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
        """The working time from `start` to `end`; negative when `end` has passed."""
        self.accept(start, end)
        if end < start:
            return -self.between(end, start)
        days = self.calendar.days_between(start.date() - ONE_DAY, end.date() - ONE_DAY)
        return days * self.day + self._worked_on_its_day(end) - self._worked_on_its_day(start)

    def at(self, day: dt.date, time: dt.time) -> dt.datetime:
        """A time of a day in the office's zone."""
        return dt.datetime.combine(day, time, self.zone)

    def closing(self, day: dt.date) -> dt.datetime:
        """When the office closes on this day, worked or not: with it the day ends here."""
        return self.at(day, self.calendar.hours.closes)

    def _worked_on_its_day(self, moment: dt.datetime) -> dt.timedelta:
        if not self.calendar.is_working(moment.date()):
            return NO_TIME
        return self.calendar.hours.worked_by(moment.time())
