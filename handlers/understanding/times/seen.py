"""From where a time is looked at."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scheduler.calendar import WorkingCalendar

JUST_PAST = timedelta(days=30)  # so long after Tết “Tết” is still the last one
USUAL = WorkingCalendar()


@dataclass(frozen=True, kw_only=True)
class Seen:
    """The moment at which it is said, and the office. `past`: the sentence tells of what was."""

    now: datetime  # aware, in the office's zone
    calendar: WorkingCalendar = USUAL
    past: bool = False

    @property
    def today(self) -> date:
        """The day on which it is said."""
        return self.now.date()

    def coming(self, days: list[date]) -> date | None:
        """Of days in their order the coming one, or the one that has just been.

        Where the past is told, the last one.
        """
        been = [one for one in days if one <= self.today]
        if been and (self.past or self.today - been[-1] <= JUST_PAST):
            return been[-1]
        return next((one for one in days if one >= self.today), None)
