"""Counted times: so many days, weeks, working days ahead or ago. The same in every language."""

from datetime import date, timedelta

from handlers.understanding.asked import Grain
from handlers.understanding.times import intervals
from handlers.understanding.times.intervals import DAY, WEEK, Stretch, Unit
from handlers.understanding.times.partial import Partial
from handlers.understanding.times.seen import Seen

HALF_A_MONTH = 15  # days
HALF_A_YEAR = 6  # months
A_FEW = 3


def years(first: int, last: int, seen: Seen) -> Partial | None:
    """From the beginning of one year to the end of another."""
    if first >= last:
        return None
    days = date(first, 1, 1), date(last + 1, 1, 1)
    return Partial(whole=intervals.days(*days, seen.now, Grain.SPAN))


def point(count: float, unit: Unit, seen: Seen, *, sign: int) -> Partial:
    """The day so far away; of minutes and hours the minute, of quarters and years the whole."""
    match unit:
        case "minute" | "hour":
            apart = timedelta(minutes=count) if unit == "minute" else timedelta(hours=count)
            return Partial(whole=intervals.moment(seen.now + sign * apart))
        case "quarter":
            return Partial(whole=intervals.around(seen.today, unit, sign * int(count), seen.now))
        case _:
            return Partial(day=away(seen.today, sign * count, unit, seen))


def stretch(count: float, unit: Unit, seen: Seen, *, ahead: bool) -> Partial:
    """From today to that day, both whole; of minutes and hours from this minute on."""
    if unit in {"minute", "hour"}:
        apart = timedelta(minutes=count) if unit == "minute" else timedelta(hours=count)
        now = seen.now.replace(second=0, microsecond=0)
        start, end = (now, now + apart) if ahead else (now - apart, now)
        return Partial(whole=Stretch(start=start, end=end, grain=Grain.SPAN))
    there = away(seen.today, count if ahead else -count, unit, seen)
    first, last = (seen.today, there) if ahead else (there, seen.today)
    return Partial(whole=intervals.days(first, last + DAY, seen.now, Grain.SPAN))


def away(today: date, count: float, unit: Unit, seen: Seen) -> date:
    """The day so far away; halves are of a month or a year."""
    match unit:
        case "working day":
            return seen.calendar.add_working_days(today, int(count))
        case "week":
            return today + int(count) * WEEK
        case "month" if abs(count) < 1:
            return today + int(2 * count) * HALF_A_MONTH * DAY
        case "month":
            return intervals.later(today, int(count))
        case "quarter":
            return intervals.later(today, int(3 * count))
        case "year":
            return intervals.later(today, int(12 * count))
        case _:
            return today + int(count) * DAY
