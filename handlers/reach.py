"""When a channel reaches somebody who is not writing just then: what may be promised there."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Reaches(StrEnum):
    """When somebody can be told something unasked."""

    ALWAYS = "always"
    WHILE_OPEN = "while_open"  # only while they have the conversation before them
    WITHIN_DAYS = "within_days"  # so many days after the last thing they did there
    NEVER = "never"  # only beside the answer to what they write


@dataclass(frozen=True, kw_only=True)
class Reach:
    """When one channel reaches somebody; `days` only where it is so many."""

    when: Reaches
    days: int = 0

    def ended(self, since: dt.datetime, now: dt.datetime) -> bool:
        """Whoever did something there at `since` for the last time is not reached any more."""
        return self.when is Reaches.WITHIN_DAYS and now - since >= dt.timedelta(days=self.days)


ALWAYS = Reach(when=Reaches.ALWAYS)
WHILE_OPEN = Reach(when=Reaches.WHILE_OPEN)
NEVER = Reach(when=Reaches.NEVER)


def within(days: int) -> Reach:
    """Only so many days after the last thing that somebody did there."""
    return Reach(when=Reaches.WITHIN_DAYS, days=days)
