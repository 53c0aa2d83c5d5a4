"""Stretches of time: as part of a sentence, and as what is looked up."""

import datetime as dt
from dataclasses import replace

from handlers.texts import Say, Words
from handlers.understanding.asked import Grain, Interval, Slots
from handlers.understanding.times.intervals import Stretch
from storage.meetings import EVERY_PART, Sought
from storage.models import PartOfDay
from storage.viewer import Viewer

ONE_DAY = dt.timedelta(days=1)
FAR = dt.timedelta(days=60)  # “từ thứ Sáu” looks so far ahead
NOON, EVENING = 12, 18


def said_time(when: Stretch, say: Say) -> Words:
    """A stretch of time as part of a sentence: “chiều thứ Ba 24/11/2026”."""
    first, last = when.first_day, when.last_day
    match when.grain:
        case Grain.MINUTE:
            return say("meeting-when-minute", time=say.clock(when.start), day=first)
        case Grain.HOUR:
            return say("meeting-when-hour", hour=say.hour(when.start), day=first)
        case Grain.PART if first == last and _is_part_of_a_day(when):
            return say(f"meeting-when-{part_at(when.start)}", day=first)
        case _ if first == last and when.end - when.start < ONE_DAY:
            hours = {"since": say.clock(when.start), "until": say.clock(when.end)}
            return say("meeting-when-hours", day=first, **hours)
        case _ if first == last:
            return say("meeting-when-day", day=first)
    return say("meeting-when-days", first=first, last=last)


def _is_part_of_a_day(when: Stretch) -> bool:
    """The morning, the afternoon or the evening, not just its first hour."""
    return when.end - when.start > dt.timedelta(hours=2)


def closed(when: Interval, now: dt.datetime) -> Stretch:
    """The same time with both its ends, to look meetings up.

    “Trước thứ Sáu” begins now, or as far back if it is over; “từ thứ Sáu” looks so far ahead.
    """
    today = whole_day(now.date(), now)
    end = when.end or max(when.start or today.start, today.start) + FAR
    start = when.start or (today.start if end > today.start else end - FAR)
    return Stretch(start=start, end=end, grain=when.grain, said=when.said)


def part_at(moment: dt.datetime) -> PartOfDay:
    """The part of the day a moment lies in."""
    if moment.hour < NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if moment.hour < EVENING else PartOfDay.EVENING


def whole_day(day: dt.date, now: dt.datetime) -> Stretch:
    """A day from midnight to midnight, in the zone of `now`."""
    start = dt.datetime.combine(day, dt.time(), now.tzinfo)
    return Stretch(start=start, end=start + ONE_DAY, grain=Grain.DAY)


def days_around(now: dt.datetime, before: dt.timedelta, after: dt.timedelta) -> Stretch:
    """Whole days around today."""
    first, last = whole_day((now - before).date(), now), whole_day((now + after).date(), now)
    return Stretch(start=first.start, end=last.end, grain=Grain.SPAN)


def short(when: Stretch) -> Interval:
    """The same days under the shortest name: to the schedule a quarter is as good as a span."""
    several = when.first_day != when.last_day
    return (replace(when, grain=Grain.SPAN) if several else when).as_interval()


def sought(slots: Slots, viewer: Viewer, when: Stretch) -> Sought:
    """Whole days by their dates; hours of a day also by the part a meeting is entered for."""
    first, last = when.first_day, when.last_day
    whole_days = when.start.time() == when.end.time() == dt.time()
    return Sought(
        first=first,
        last=last,
        since=None if whole_days else when.start,
        until=None if whole_days else when.end,
        parts=EVERY_PART if whole_days or first != last else _parts(when),
        person_id=viewer.person_id if slots.mine else slots.person_id,
        unit_id=slots.unit_id,
    )


def _parts(when: Stretch) -> frozenset[PartOfDay]:
    """The parts of its day that an interval touches; what lasts all day belongs to each."""
    touched = {part_at(when.start), part_at(when.end - dt.datetime.resolution)}
    if touched == {PartOfDay.MORNING, PartOfDay.EVENING}:
        touched.add(PartOfDay.AFTERNOON)
    return frozenset(touched | {PartOfDay.ALL_DAY})
