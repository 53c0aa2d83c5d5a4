"""How waiting puts off a due time, and where the working time of a dossier went."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar import WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.due import due
from scheduler.limits import Limit, Pause
from scheduler.pauses import PutOff, Stay, spent
from scheduler.working_time import NO_TIME, WorkingTime
from storage.models import TimeUnit

OFFICE = WorkingTime(WorkingCalendar())
BEGIN = dt.datetime(2026, 11, 2, tzinfo=VIETNAM)
moments = st.integers(0, 60 * 24 * 60).map(lambda minutes: BEGIN + dt.timedelta(minutes=minutes))


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@given(moments, moments, moments, st.sampled_from(TimeUnit), st.integers(1, 30))
def test_put_off_once_it_is_due_when_the_whole_rule_says(
    start: dt.datetime, one: dt.datetime, other: dt.datetime, unit: TimeUnit, number: int
) -> None:
    """Stepping from pause to pause and counting anew from the start come to the same moment."""
    if unit is TimeUnit.MONTHS:
        number = min(number, 3)
    began, ended = sorted((one, other))
    limit = Limit(number=number, unit=unit)
    plain = due(limit, start, [], OFFICE).at
    assert plain
    whole = due(limit, start, [Pause(began_at=began, ended_at=ended)], OFFICE)
    in_its_time = start.date() < began.date() and began < plain
    if in_its_time and not (
        unit in (TimeUnit.CALENDAR_DAYS, TimeUnit.MONTHS) and _moved(limit, start)
    ):
        assert PutOff(OFFICE)(plain, began, ended, unit) == whole.at


def _moved(limit: Limit, start: dt.datetime) -> bool:
    """The last day was off, so that the due time holds days that a pause takes off again."""
    return due(limit, start, [], OFFICE).fell_on is not None


stays = st.lists(st.tuples(st.sampled_from((None, 1, 2)), moments), min_size=1, max_size=6)
pauses = st.lists(st.tuples(moments, moments), max_size=4)


@given(stays, pauses, moments)
def test_no_minute_is_lost_and_none_counted_twice(
    lay: list[tuple[int | None, dt.datetime]],
    waited: list[tuple[dt.datetime, dt.datetime]],
    until: dt.datetime,
) -> None:
    first = min(since for _, since in lay)
    until = max(until, *(since for _, since in lay))
    found = spent(
        [Stay(place=place, since=since) for place, since in lay],
        [Pause(began_at=min(both), ended_at=max(both)) for both in waited],
        until,
        OFFICE,
    )
    assert sum(found.at.values(), found.waiting) == OFFICE.between(first, until)
    assert all(time >= NO_TIME for time in found.at.values())


def test_what_was_waited_is_not_the_units_delay() -> None:
    found = spent(
        [
            Stay(place=1, since=at("2026-11-16 07:30")),
            Stay(place=2, since=at("2026-11-17 07:30")),
            Stay(place=1, since=at("2026-11-19 07:30")),
        ],
        [Pause(began_at=at("2026-11-17 13:30"), ended_at=at("2026-11-18 07:30"))],
        at("2026-11-19 11:30"),
        OFFICE,
    )
    day, half = OFFICE.day, dt.timedelta(hours=4)
    assert found.waiting == OFFICE.between(at("2026-11-17 13:30"), at("2026-11-17 17:00"))
    assert found.at == {1: day + half, 2: 2 * day - found.waiting}
