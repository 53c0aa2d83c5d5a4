"""Until when, as a leader says it: a day, or so many working days from now."""

import datetime as dt
from dataclasses import dataclass

from handlers import deadlines
from handlers.documents.lines import timing
from handlers.texts import Words
from handlers.understanding.registering import Fields
from handlers.work import Work
from scheduler.due import Due, due
from scheduler.limits import Limit
from scheduler.working_time import WorkingTime
from storage.models import TimeUnit


@dataclass(frozen=True, kw_only=True)
class DueSaid:
    """A due time that somebody set, and the rule behind it where a number of days was said."""

    at: dt.datetime
    on: dt.date
    counted: Due | None = None

    @property
    def columns(self) -> dict[str, object]:
        """As a document keeps it."""
        rule = self.counted
        return {
            "due_at": self.at,
            "due_on": self.on,
            "due_limit": rule and rule.limit.number,
            "due_unit": rule and rule.limit.unit,
            "due_from": rule and rule.start,
        }

    def explained(self, work: Work) -> Words:
        """How much time that is; of a number of days, how they were counted."""
        if self.counted:
            return deadlines.explanation(self.counted, work.say)
        told = timing(self.on, work.say, now=work.now, calendar=work.calendar, due_at=self.at)
        return work.say("document-card-timing", timing=told)


def due_said(fields: Fields, work: Work) -> DueSaid | None:
    """What was said of a due time; a day ends when the office closes."""
    office = WorkingTime(work.calendar, work.say.zone)
    if fields.due_days is not None:
        limit = Limit(number=fields.due_days, unit=TimeUnit.WORKING_DAYS)
        found = due(limit, work.now.astimezone(work.say.zone), (), office)
        if found.at is not None:
            return DueSaid(at=found.at, on=found.at.date(), counted=found)
    if fields.due_on is not None:
        return DueSaid(at=office.closing(fields.due_on), on=fields.due_on)
    return None
