"""The laws of due times, and what they tell of how they came about."""

import datetime as dt
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar import DoubtKind, Override, WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.due import Due, due, last_day_before
from scheduler.left_out import LeftOut, Why
from scheduler.limits import DueRules, Limit, Pause, merged
from scheduler.working_time import WorkingTime
from storage.models import TimeUnit
from tests.scheduler.office_days import DAYS_OF_2026, OFFICE
from tests.scheduler.records import at

ONE_DAY = dt.timedelta(days=1)
CLOCK = WorkingTime(OFFICE)
STRICT, LENIENT = DueRules(), DueRules(late_is_next_day=True)

moments = st.datetimes(
    min_value=dt.datetime(2025, 12, 20),  # noqa: DTZ001 - the zone is given beside it
    max_value=dt.datetime(2027, 3, 1),  # noqa: DTZ001 - the zone is given beside it
    timezones=st.just(VIETNAM),
)
numbers = {
    TimeUnit.WORKING_DAYS: st.integers(0, 40),
    TimeUnit.CALENDAR_DAYS: st.integers(1, 60),
    TimeUnit.WORKING_HOURS: st.integers(1, 60),
    TimeUnit.MONTHS: st.integers(1, 6),
}
limits = st.sampled_from(TimeUnit).flatmap(
    lambda unit: st.builds(Limit, number=numbers[unit], unit=st.just(unit))
)
pauses = st.lists(
    st.builds(
        lambda began, length: Pause(began_at=began, ended_at=began + length),
        moments,
        st.timedeltas(dt.timedelta(0), dt.timedelta(days=30)),
    ),
    max_size=4,
)
rules = st.sampled_from([STRICT, LENIENT, DueRules(moves_off_day=False)])


def end(found: Due) -> dt.datetime:
    assert found.at is not None
    return found.at


def working(number: int) -> Limit:
    return Limit(number=number, unit=TimeUnit.WORKING_DAYS)


@given(limit=limits, one=moments, other=moments, paused=pauses, rule=rules)
def test_a_later_start_is_never_due_earlier(
    limit: Limit, one: dt.datetime, other: dt.datetime, paused: list[Pause], rule: DueRules
) -> None:
    """But for months with pauses: two months from 29/12 end with February, as those from 28/12 do,
    while the day between them is one more day of a pause for the earlier.
    """
    earlier, later = sorted((one, other))
    paused = [] if limit.unit is TimeUnit.MONTHS else paused
    first, second = (due(limit, start, paused, CLOCK, rule) for start in (earlier, later))
    assert end(first) <= end(second)


@given(limit=limits, start=moments, paused=pauses, rule=rules)
def test_a_due_time_is_never_before_its_start_and_pauses_never_bring_it_forward(
    limit: Limit, start: dt.datetime, paused: list[Pause], rule: DueRules
) -> None:
    plain, moved = due(limit, start, [], CLOCK, rule), due(limit, start, paused, CLOCK, rule)
    assert start <= end(plain) <= end(moved)


@given(limit=limits, start=moments, paused=pauses)
def test_a_day_more_off_is_never_due_earlier(
    limit: Limit, start: dt.datetime, paused: list[Pause]
) -> None:
    storm = Override(day=dt.date(2026, 11, 26), off=True, name="Nghỉ do bão")
    stormy = WorkingTime(WorkingCalendar.of([*DAYS_OF_2026, storm]))
    assert end(due(limit, start, paused, CLOCK)) <= end(due(limit, start, paused, stormy))


@given(
    unit=st.sampled_from([TimeUnit.WORKING_DAYS, TimeUnit.WORKING_HOURS]),
    number=st.integers(1, 30),
    start=moments,
    within=st.integers(0, 999),
    length=st.timedeltas(dt.timedelta(0), dt.timedelta(days=20)),
)
def test_a_pause_moves_a_due_time_by_the_working_time_it_took(
    unit: TimeUnit, number: int, start: dt.datetime, within: int, length: dt.timedelta
) -> None:
    limit = Limit(number=number, unit=unit)
    plain = end(due(limit, start, [], CLOCK))
    # From the day after receipt on, since on that day no limit in days runs.
    runs_from = start
    if unit is TimeUnit.WORKING_DAYS:
        runs_from = CLOCK.at(start.date() + ONE_DAY, dt.time())
    began_at = runs_from + (plain - runs_from) * within // 1000
    pause = Pause(began_at=began_at, ended_at=began_at + length)
    moved = end(due(limit, start, [pause], CLOCK))
    assert CLOCK.between(plain, moved) == CLOCK.between(began_at, began_at + length)


@given(limit=limits, start=moments, paused=pauses)
def test_pauses_count_the_same_in_any_order_and_in_pieces(
    limit: Limit, start: dt.datetime, paused: list[Pause]
) -> None:
    whole = due(limit, start, paused, CLOCK)
    assert due(limit, start, paused[::-1], CLOCK) == whole
    pieces = [piece for pause in paused for piece in halves(pause)]
    assert due(limit, start, pieces, CLOCK) == whole


def halves(pause: Pause) -> tuple[Pause, Pause]:
    assert pause.ended_at
    middle = pause.began_at + (pause.ended_at - pause.began_at) / 2
    return (
        Pause(began_at=pause.began_at, ended_at=middle),
        Pause(began_at=middle, ended_at=pause.ended_at),
    )


@given(limit=limits, start=moments, paused=pauses, rule=rules)
def test_every_day_from_the_start_to_the_end_is_counted_or_left_out(
    limit: Limit, start: dt.datetime, paused: list[Pause], rule: DueRules
) -> None:
    found = due(limit, start, paused, CLOCK, rule)
    between = (end(found).date() - start.date()).days + 1
    days = [*found.counted, *(one.day for one in found.left_out)]
    assert sorted(days) == [start.date() + ONE_DAY * number for number in range(between)]


@given(unit=st.sampled_from(TimeUnit), number=st.integers(1, 40), start=moments, rule=rules)
def test_as_many_days_are_counted_as_the_limit_has(
    unit: TimeUnit, number: int, start: dt.datetime, rule: DueRules
) -> None:
    found = due(Limit(number=number, unit=unit), start, [], CLOCK, rule)
    match unit:
        case TimeUnit.WORKING_DAYS:
            assert len(found.counted) == number
            assert all(OFFICE.is_working(day) for day in found.counted)
        case TimeUnit.CALENDAR_DAYS:
            assert len(found.counted) == number
        case TimeUnit.WORKING_HOURS:
            assert len(found.counted) >= ceil(dt.timedelta(hours=number) / CLOCK.day)
            assert CLOCK.between(start, end(found)) == dt.timedelta(hours=number)
        case TimeUnit.MONTHS:
            assert all(day > found.received_on for day in found.counted)


@given(limit=limits, start=moments)
def test_a_limit_in_days_ends_when_the_office_closes(limit: Limit, start: dt.datetime) -> None:
    found = due(limit, start, [], CLOCK)
    in_days = limit.unit is not TimeUnit.WORKING_HOURS
    assert found.ends_with_day is in_days
    if in_days:
        assert end(found) == CLOCK.closing(end(found).date())
        assert OFFICE.is_working(end(found).date())


@given(paused=pauses)
def test_merged_pauses_do_not_overlap_and_hold_the_same_time(paused: list[Pause]) -> None:
    found = merged(paused)
    ends = [one.ended_at for one in found]
    assert all(e and e < n.began_at for e, n in zip(ends, found[1:], strict=False))
    assert all(
        any(m.began_at <= p.began_at and p.ended_at <= m.ended_at for m in found)  # type: ignore[operator]
        for p in paused
    )


def test_the_day_of_receipt_holidays_and_the_weekend_are_told_apart() -> None:
    found = due(working(2), at("2026-04-29 14:10"), [], CLOCK)
    assert [(str(one.day), one.why) for one in found.left_out] == [
        ("2026-04-29", Why.RECEIVED),
        ("2026-04-30", Why.HOLIDAY),
        ("2026-05-01", Why.HOLIDAY),
        ("2026-05-02", Why.SATURDAY),
        ("2026-05-03", Why.SUNDAY),
    ]
    assert found.doubt is None


def test_a_day_off_by_notice_has_its_name_and_a_made_up_saturday_is_counted() -> None:
    found = due(working(7), at("2025-12-31 08:00"), [], CLOCK)
    notice = LeftOut(day=dt.date(2026, 1, 2), why=Why.NOTICE, name="Nghỉ hoán đổi cho 10/01/2026")
    assert notice in found.left_out
    assert found.made_up == (dt.date(2026, 1, 10),)


def test_a_whole_day_in_a_pause_is_left_out_and_part_of_one_is_not() -> None:
    pause = Pause(began_at=at("2026-11-04 10:00"), ended_at=at("2026-11-06 14:00"))
    found = due(working(5), at("2026-11-02 10:00"), [pause], CLOCK)
    paused = [one.day.day for one in found.left_out if one.why is Why.PAUSED]
    assert paused == [5]
    assert not found.ends_with_day


def test_an_end_on_a_day_off_says_where_it_fell() -> None:
    thirty = Limit(number=30, unit=TimeUnit.CALENDAR_DAYS)
    found = due(thirty, at("2026-12-02 08:00"), [], CLOCK)
    assert found.fell_on == dt.date(2027, 1, 1)
    moved = [str(one.day) for one in found.left_out if one.why is Why.MOVED]
    assert moved == ["2027-01-02", "2027-01-03", "2027-01-04"]
    stays = due(thirty, at("2026-12-02 08:00"), [], CLOCK, DueRules(moves_off_day=False))
    assert (stays.on, stays.fell_on) == (dt.date(2027, 1, 1), None)


def test_while_a_pause_is_open_there_is_no_due_time() -> None:
    open_pause = Pause(began_at=at("2026-11-04 10:00"))
    found = due(working(5), at("2026-11-02 10:00"), [open_pause], CLOCK)
    assert (found.at, found.on) == (None, None)
    assert found.stopped_at == at("2026-11-04 10:00")


def test_what_comes_late_may_count_from_the_next_working_day() -> None:
    friday_evening, saturday = at("2026-11-20 17:00"), at("2026-11-21 09:00")
    for start in (friday_evening, saturday):
        assert due(working(3), start, [], CLOCK).on == dt.date(2026, 11, 26)
        later = due(working(3), start, [], CLOCK, LENIENT)
        assert (later.received_on, later.on) == (dt.date(2026, 11, 23), dt.date(2026, 11, 27))
    in_time = at("2026-11-20 16:59")
    assert due(working(3), in_time, [], CLOCK, LENIENT).on == dt.date(2026, 11, 26)


def test_a_due_time_over_a_proposed_day_off_is_provisional() -> None:
    found = due(working(3), at("2026-11-20 10:00"), [], CLOCK)
    assert found.doubt is not None
    assert (found.doubt.day, found.doubt.kind) == (dt.date(2026, 11, 23), DoubtKind.PROPOSED)
    assert due(working(1), at("2026-11-23 10:00"), [], CLOCK).doubt is None
    two_hours = Limit(number=2, unit=TimeUnit.WORKING_HOURS)
    assert due(two_hours, at("2026-11-23 08:00"), [], CLOCK).doubt is not None
    assert due(working(5), at("2027-02-01 08:00"), [], CLOCK).doubt is not None


@pytest.mark.parametrize(
    ("number", "unit", "cut_off"),
    [
        (-1, TimeUnit.WORKING_DAYS, None),
        (0, TimeUnit.CALENDAR_DAYS, None),
        (0, TimeUnit.WORKING_HOURS, None),
        (3, TimeUnit.WORKING_DAYS, dt.time(15)),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(
    number: int, unit: TimeUnit, cut_off: dt.time | None
) -> None:
    with pytest.raises(ValueError, match=r"limit cannot|cut-off"):
        Limit(number=number, unit=unit, cut_off=cut_off)


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Pause(began_at=at("2026-11-04 10:00"), ended_at=at("2026-11-04 09:00"))


def test_moments_of_another_zone_are_refused_also_in_a_pause() -> None:
    abroad = at("2026-11-04 10:00").astimezone(dt.UTC)
    with pytest.raises(ValueError, match="office's zone"):
        due(working(3), abroad, [], CLOCK)
    with pytest.raises(ValueError, match="office's zone"):
        due(working(3), at("2026-11-02 10:00"), [Pause(began_at=abroad)], CLOCK)


@pytest.mark.parametrize("unit", [TimeUnit.WORKING_HOURS, TimeUnit.MONTHS])
def test_what_must_be_done_before_is_counted_in_days(unit: TimeUnit) -> None:
    with pytest.raises(ValueError, match="counted in days"):
        last_day_before(Limit(number=3, unit=unit), dt.date(2026, 11, 27), CLOCK)
