"""Stretches of time: as part of a sentence, and as what is looked up."""

import datetime as dt
from dataclasses import replace

from handlers.texts import Say, Words
from handlers.understanding.asked import Grain, Interval, Slots
from storage.meetings import EVERY_PART, Sought
from storage.models import PartOfDay
from storage.viewer import Viewer

ONE_DAY = dt.timedelta(days=1)
NOON, EVENING = 12, 18


def said_time(when: Interval, say: Say) -> Words:
    """A stretch of time as part of a sentence: “chiều thứ Ba 24/11/2026”."""
    first, last = when.start.date(), last_day(when)
    match when.grain:
        case Grain.MINUTE:
            return say("meeting-when-minute", time=say.clock(when.start), day=first)
        case Grain.PART if first == last:
            return say(f"meeting-when-{part_at(when.start)}", day=first)
        case _ if first == last:
            return say("meeting-when-day", day=first)
    return say("meeting-when-days", first=first, last=last)


def last_day(when: Interval) -> dt.date:
    """The last day that an interval touches: its end itself is outside."""
    return (when.end - dt.datetime.resolution).date()


def part_at(moment: dt.datetime) -> PartOfDay:
    """The part of the day a moment lies in."""
    if moment.hour < NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if moment.hour < EVENING else PartOfDay.EVENING


def whole_day(day: dt.date, now: dt.datetime) -> Interval:
    """A day from midnight to midnight, in the zone of `now`."""
    start = dt.datetime.combine(day, dt.time(), now.tzinfo)
    return Interval(start=start, end=start + ONE_DAY, grain=Grain.DAY)


def days_around(now: dt.datetime, before: dt.timedelta, after: dt.timedelta) -> Interval:
    """Whole days around today."""
    first, last = whole_day((now - before).date(), now), whole_day((now + after).date(), now)
    return Interval(start=first.start, end=last.end, grain=Grain.SPAN)


def short(when: Interval) -> Interval:
    """The same days under the shortest name: to the schedule a quarter is as good as a span."""
    several = when.start.date() != last_day(when)
    return replace(when, grain=Grain.SPAN) if several else when


def sought(slots: Slots, viewer: Viewer, when: Interval) -> Sought:
    """Whole days by their dates; hours of a day also by the part a meeting is entered for."""
    first, last = when.start.date(), last_day(when)
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


def _parts(when: Interval) -> frozenset[PartOfDay]:
    """The parts of its day that an interval touches; what lasts all day belongs to each."""
    touched = {part_at(when.start), part_at(when.end - dt.datetime.resolution)}
    if touched == {PartOfDay.MORNING, PartOfDay.EVENING}:
        touched.add(PartOfDay.AFTERNOON)
    return frozenset(touched | {PartOfDay.ALL_DAY})
