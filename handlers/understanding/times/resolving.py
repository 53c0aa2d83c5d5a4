"""What was said of a time, and the calendar: the time that is meant."""

from handlers.understanding.asked import Grain
from handlers.understanding.times import days, frames, hours, intervals
from handlers.understanding.times.intervals import Stretch
from handlers.understanding.times.partial import Partial
from handlers.understanding.times.seen import Seen


def days_until(first: int, last: Partial, seen: Seen) -> Partial | None:
    """“23-27/11”: from the day with that number to the last one, in the same month."""
    end = resolved(last, seen)
    start = intervals.a_date(end.start.year, end.start.month, first) if end else None
    if end is None or start is None or start >= end.start.date():
        return None
    whole = intervals.days(start, end.last_day + intervals.DAY, seen.now, Grain.SPAN)
    return Partial(whole=whole)


def resolved(said: Partial, seen: Seen) -> Stretch | None:
    """The time that is meant; None if the calendar has none such (the 31st of February)."""
    if said.impossible:
        return None
    if said.whole:
        return said.whole
    if said.has_day or said.has_hours:
        which = days.meant(said, seen) if said.has_day else hours.day_of(said, seen)
        if which is None:
            return None
        return hours.of_day(which, said, seen) if said.has_hours else intervals.day(which, seen.now)
    return frames.long(said, seen)
