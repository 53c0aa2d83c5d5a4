"""Which hours of a day are meant: “chiều”, “cuối giờ”, “3 giờ”."""

from dataclasses import replace
from datetime import date, time

from handlers.understanding.asked import Grain
from handlers.understanding.times import intervals
from handlers.understanding.times.intervals import Stretch
from handlers.understanding.times.partial import Clock, Part, Partial
from handlers.understanding.times.seen import Seen

EARLY, NOON, DAY_ENDS = 5, 12, 24
HOUR = 60  # minutes
_HOURS = {
    Part.MORNING: (5, 12), Part.NOON: (11, 14), Part.AFTERNOON: (12, 18),
    Part.EVENING: (18, 24), Part.NIGHT: (18, 24),
}  # fmt: skip
_AFTERNOONS = range(1, 7)  # hours that an office says of the afternoon only


def of_day(which: date, said: Partial, seen: Seen) -> Stretch:
    """The hours that were said, on this day."""
    if said.clock is not None:
        return _on_the_clock(which, said.clock, said.part, seen)
    assert said.part is not None  # noqa: S101 - one of the two says the hours
    first, last = _minutes_of(said.part, seen)
    return intervals.minutes(which, first, last, seen.now, Grain.PART)


def _on_the_clock(which: date, clock: Clock, part: Part | None, seen: Seen) -> Stretch:
    hour, sure = hour_of(clock, part)
    at = hour * HOUR + (clock.minute or 0)
    long, grain = (HOUR, Grain.HOUR) if clock.minute is None else (1, Grain.MINUTE)
    return replace(intervals.minutes(which, at, at + long, seen.now, grain), said=sure)


def day_of(said: Partial, seen: Seen) -> date:
    """Of hours without a day: today.

    Of the small hours, which nobody calls today once they are over, the next ones.
    """
    hour = hour_of(said.clock, said.part)[0] if said.clock else NOON
    is_over = 0 < hour < EARLY and hour < seen.now.hour and not seen.past
    return seen.today + intervals.DAY if is_over else seen.today


def hour_of(clock: Clock, part: Part | None) -> tuple[int, bool]:
    """The hour of the day, and whether it was said: “3 giờ” alone is in the afternoon.

    24 and more is the next day: “12 giờ đêm” ends one.
    """
    hour = clock.hour
    if hour > NOON:
        return hour, True
    match part:
        case Part.MORNING | Part.OPENING | Part.BEFORE_LUNCH:
            return hour % NOON, True
        case Part.NOON:
            return hour + NOON if hour in _AFTERNOONS else hour, True
        case Part.AFTERNOON | Part.AFTER_LUNCH | Part.CLOSING:
            return hour % NOON + NOON, True
        case Part.EVENING:
            return hour % NOON + (NOON if hour < NOON else DAY_ENDS), True
        case Part.NIGHT:
            return hour % NOON + (NOON if EARLY < hour < NOON else DAY_ENDS), True
        case _:
            is_guess = not clock.sure and hour in _AFTERNOONS
            return hour + NOON if is_guess else hour, not is_guess


def _minutes_of(part: Part, seen: Seen) -> tuple[int, int]:
    """From which minute of the day to which; the office's own parts by its hours."""
    if part in _HOURS:
        first, last = _HOURS[part]
        return first * HOUR, last * HOUR
    hours = seen.calendar.hours
    match part:
        case Part.OPENING:
            return _minute(hours.opens), _minute(hours.opens) + HOUR
        case Part.BEFORE_LUNCH:
            return _minute(hours.lunch) - HOUR, _minute(hours.lunch)
        case Part.AFTER_LUNCH:
            return _minute(hours.back), _minute(hours.back) + HOUR
        case Part.CLOSING:
            return _minute(hours.closes) - HOUR, _minute(hours.closes)
        case _:
            return _minute(hours.opens), _minute(hours.closes)


def _minute(at: time) -> int:
    return at.hour * HOUR + at.minute
