"""The laws of working time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar import OfficeHours, WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.deadlines import time_left
from scheduler.working_time import NO_TIME, WorkingTime
from tests.scheduler.office_days import DAYS_OF_2026, OFFICE
from tests.scheduler.records import at

THROUGH_LUNCH = OfficeHours(lunch=dt.time(12), back=dt.time(12))
EARLY = OfficeHours(opens=dt.time(7), lunch=dt.time(11, 15), back=dt.time(13), closes=dt.time(16))

offices = st.sampled_from(
    [
        WorkingTime(OFFICE),
        WorkingTime(WorkingCalendar.of(DAYS_OF_2026, THROUGH_LUNCH)),
        WorkingTime(WorkingCalendar.of(DAYS_OF_2026, EARLY)),
    ]
)
moments = st.datetimes(
    min_value=dt.datetime(2025, 12, 20),  # noqa: DTZ001 - the zone is given beside it
    max_value=dt.datetime(2027, 3, 1),  # noqa: DTZ001 - the zone is given beside it
    timezones=st.just(VIETNAM),
)
times = st.timedeltas(min_value=NO_TIME, max_value=dt.timedelta(hours=200))


@given(office=offices, start=moments, time=times)
def test_between_gives_back_what_was_added(
    office: WorkingTime, start: dt.datetime, time: dt.timedelta
) -> None:
    assert office.between(start, office.add(start, time)) == time


@given(office=offices, start=moments, first=times, second=times)
def test_adding_twice_is_adding_the_sum(
    office: WorkingTime, start: dt.datetime, first: dt.timedelta, second: dt.timedelta
) -> None:
    assert office.add(office.add(start, first), second) == office.add(start, first + second)


@given(office=offices, one=moments, other=moments, time=times, more=times)
def test_later_or_longer_never_ends_earlier(
    office: WorkingTime,
    one: dt.datetime,
    other: dt.datetime,
    time: dt.timedelta,
    more: dt.timedelta,
) -> None:
    earlier, later = sorted((one, other))
    assert office.add(earlier, time) <= office.add(later, time)
    assert office.add(earlier, time) <= office.add(earlier, time + more)


@given(office=offices, start=moments, time=times)
def test_the_end_is_the_first_moment_at_which_the_time_has_passed(
    office: WorkingTime, start: dt.datetime, time: dt.timedelta
) -> None:
    end = office.add(start, time)
    if time:
        just_before = end - dt.timedelta(microseconds=1)
        assert office.between(start, just_before) < time
        assert office.calendar.is_open(just_before)


@given(office=offices, one=moments, other=moments, third=moments)
def test_time_between_adds_up_and_turns_round(
    office: WorkingTime, one: dt.datetime, other: dt.datetime, third: dt.datetime
) -> None:
    assert office.between(one, other) + office.between(other, third) == office.between(one, third)
    assert office.between(one, other) == -office.between(other, one)


@given(office=offices, start=moments, minutes=st.integers(0, 3 * 24 * 60))
def test_between_agrees_with_looking_at_every_minute(
    office: WorkingTime, start: dt.datetime, minutes: int
) -> None:
    start = start.replace(second=0, microsecond=0)
    minute = dt.timedelta(minutes=1)
    open_ = sum(office.calendar.is_open(start + minute * number) for number in range(minutes))
    assert office.between(start, start + minute * minutes) == minute * open_


@pytest.mark.parametrize(
    "moment",
    [
        at("2026-11-25 09:00").astimezone(dt.UTC),
        at("2026-11-25 09:00").replace(tzinfo=None),
        at("2026-11-25 09:00").replace(tzinfo=dt.timezone(dt.timedelta(hours=7))),
    ],
)
def test_a_moment_of_another_zone_is_refused(moment: dt.datetime) -> None:
    office = WorkingTime(OFFICE)
    with pytest.raises(ValueError, match="not in the office's zone, Asia/Ho_Chi_Minh"):
        office.add(moment, NO_TIME)
    with pytest.raises(ValueError, match="take it there by astimezone"):
        office.between(at("2026-11-25 09:00"), moment)


def test_time_is_never_taken_away() -> None:
    with pytest.raises(ValueError, match="never taken away"):
        WorkingTime(OFFICE).add(at("2026-11-25 09:00"), dt.timedelta(hours=-1))


def test_hours_that_do_not_follow_one_another_are_refused() -> None:
    with pytest.raises(ValueError, match="office hours go from opening"):
        OfficeHours(opens=dt.time(18))


@pytest.mark.parametrize(
    ("due_at", "now", "late", "left"),
    [
        ("2026-11-27 17:00", "2026-11-26 13:00", False, (1, 3, 30)),  # the afternoon, and Friday
        ("2026-11-25 17:00", "2026-11-27 10:30", True, (1, 3, 0)),
        ("2026-11-25 10:00", "2026-11-25 09:25", False, (0, 0, 35)),
        ("2026-11-25 10:00", "2026-11-25 10:00", False, (0, 0, 0)),
        ("2026-11-25 17:00", "2026-11-26 06:00", True, (0, 0, 0)),  # nobody has worked since
        ("2026-11-20 17:00", "2026-11-25 15:00", True, (1, 5, 30)),
    ],
)
def test_how_much_working_time_is_left_or_has_passed(
    due_at: str, now: str, late: bool, left: tuple[int, int, int]
) -> None:
    seen = time_left(at(due_at), at(now), WorkingTime(OFFICE))
    assert (seen.late, (seen.days, seen.hours, seen.minutes)) == (late, left)


def test_time_that_leans_on_a_proposal_is_provisional() -> None:
    office = WorkingTime(OFFICE)
    over_the_proposal = time_left(at("2026-11-26 17:00"), at("2026-11-20 10:00"), office)
    assert over_the_proposal.doubt is not None
    assert over_the_proposal.doubt.day == dt.date(2026, 11, 23)
    assert time_left(at("2026-11-26 17:00"), at("2026-11-25 10:00"), office).doubt is None
    assert time_left(at("2026-11-23 17:00"), at("2026-11-23 10:00"), office).doubt is None
