import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar import DoubtKind, OfficeHours, Override, WorkingCalendar
from scheduler.clock import VIETNAM
from tests.scheduler.office_days import DAYS_OF_2026, OFFICE

D = dt.date
ONE_DAY = dt.timedelta(days=1)

# The weekdays on which civil servants did not work, and the Saturdays on which they did.
OFF = {
    2023: "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9",
    2024: "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    2025: "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
}
WORKED_SATURDAYS = {2023: "", 2024: "4/5", 2025: "26/4", 2026: "10/1 22/8"}

days = st.dates(min_value=D(2019, 1, 1), max_value=D(2031, 12, 31))


def dates(year: int, written: str) -> set[D]:
    """The days of a year from “2/1 20/1”."""
    return {dt.datetime.strptime(f"{day}/{year}", "%d/%m/%Y").date() for day in written.split()}  # noqa: DTZ007 - only a date


@pytest.mark.parametrize("year", sorted(OFF))
def test_every_day_of_a_known_year_is_as_the_notices_say(year: int) -> None:
    off, worked = dates(year, OFF[year]), dates(year, WORKED_SATURDAYS[year])
    day = D(year, 1, 1)
    while day.year == year:
        expected = day in worked or (day.weekday() < 5 and day not in off)
        assert OFFICE.is_working(day) is expected, day
        day += ONE_DAY


def test_without_the_offices_own_days_the_package_misses_the_swap_of_january_2026() -> None:
    bare = WorkingCalendar()
    assert bare.is_working(D(2026, 1, 2))
    assert not bare.is_working(D(2026, 1, 10))
    assert not bare.is_working(D(2026, 8, 31))
    assert bare.is_working(D(2026, 8, 22))


def test_a_dossier_of_three_days_received_before_the_culture_day() -> None:
    assert OFFICE.add_working_days(D(2026, 11, 20), 3) == D(2026, 11, 26)
    assert OFFICE.add_working_days(D(2026, 11, 20), 10) == D(2026, 12, 7)


def test_a_complaint_is_accepted_within_seven_working_days() -> None:
    assert OFFICE.add_working_days(D(2026, 11, 20), 7) == D(2026, 12, 2)


def test_a_limit_in_calendar_days_that_ends_on_a_holiday_moves_on() -> None:
    assert OFFICE.next_working(D(2026, 12, 2) + 30 * ONE_DAY) == D(2027, 1, 4)
    assert OFFICE.next_working(D(2026, 11, 25)) == D(2026, 11, 25)


def test_an_invitation_leaves_three_working_days_ahead() -> None:
    assert OFFICE.add_working_days(D(2026, 11, 27), -3) == D(2026, 11, 23)


def test_days_left_and_days_late() -> None:
    saturday = D(2026, 11, 21)
    assert OFFICE.days_between(saturday, D(2026, 11, 25)) == 2
    assert OFFICE.days_between(saturday, saturday) == 0
    assert OFFICE.days_between(saturday, D(2026, 11, 19)) == -1
    assert OFFICE.days_between(D(2026, 12, 31), D(2027, 1, 4)) == 1
    assert OFFICE.days_between(D(2025, 12, 31), D(2027, 1, 4)) == 250


@given(day=days, number=st.integers(min_value=0, max_value=400))
def test_adding_days_and_counting_them_agree(day: D, number: int) -> None:
    assert OFFICE.days_between(day, OFFICE.add_working_days(day, number)) == number


@given(day=days, number=st.integers(min_value=1, max_value=400))
def test_counting_back_leaves_that_many_working_days(day: D, number: int) -> None:
    leaves = OFFICE.add_working_days(day, -number)
    assert OFFICE.is_working(leaves)
    assert OFFICE.days_between(leaves, day - ONE_DAY) == number - 1


@given(day=days)
def test_adding_no_day_stays(day: D) -> None:
    assert OFFICE.add_working_days(day, 0) == day


@given(day=days, smaller=st.integers(0, 60), more=st.integers(1, 60))
def test_more_working_days_end_later(day: D, smaller: int, more: int) -> None:
    assert OFFICE.add_working_days(day, smaller) < OFFICE.add_working_days(day, smaller + more)


@given(first=days, second=days, third=days)
def test_counting_adds_up(first: D, second: D, third: D) -> None:
    there = OFFICE.days_between(first, second) + OFFICE.days_between(second, third)
    if first <= second <= third:
        assert there == OFFICE.days_between(first, third)
    assert OFFICE.days_between(first, second) == -OFFICE.days_between(second, first)


@given(first=days, length=st.integers(0, 500))
def test_counting_agrees_with_looking_at_each_day(first: D, length: int) -> None:
    counted = sum(OFFICE.is_working(first + ONE_DAY * n) for n in range(1, length + 1))
    assert OFFICE.days_between(first, first + ONE_DAY * length) == counted


def test_a_day_off_has_its_name() -> None:
    assert OFFICE.name_of(D(2026, 11, 24)) == "Ngày Văn hóa Việt Nam"
    assert OFFICE.name_of(D(2026, 1, 2)) == "Nghỉ hoán đổi cho 10/01/2026"
    assert OFFICE.name_of(D(2026, 8, 22)) == "Làm bù cho 31/8/2026"
    assert OFFICE.name_of(D(2026, 4, 27)) == "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"
    assert OFFICE.name_of(D(2026, 11, 25)) is None


def test_a_proposal_changes_nothing_but_is_pointed_out() -> None:
    monday = D(2026, 11, 23)
    assert OFFICE.is_working(monday)
    assert OFFICE.name_of(monday) is None
    assert not OFFICE.is_certain(monday)
    doubt = OFFICE.why_uncertain(D(2026, 11, 21), D(2026, 11, 26))
    assert doubt is not None
    assert (doubt.day, doubt.kind, doubt.name) == (
        monday,
        DoubtKind.PROPOSED,
        "Đề xuất nghỉ hoán đổi",
    )
    assert OFFICE.why_uncertain(D(2026, 11, 26), D(2026, 11, 21)) == doubt


def test_every_other_day_of_the_known_years_is_certain() -> None:
    assert OFFICE.why_uncertain(D(2019, 1, 1), D(2026, 11, 22)) is None
    assert OFFICE.why_uncertain(D(2026, 11, 24), D(2027, 2, 2)) is None


def test_tet_of_a_year_without_a_notice_is_provisional() -> None:
    doubtful = [
        D(2027, 1, 1) + ONE_DAY * n
        for n in range(365)
        if not OFFICE.is_certain(D(2027, 1, 1) + ONE_DAY * n)
    ]
    tet = [D(2027, 2, day) for day in (3, 4, 5, 8, 9, 10, 11)]
    assert doubtful == [*tet, D(2027, 9, 1), D(2027, 9, 3)]
    doubt = OFFICE.why_uncertain(D(2027, 1, 4), D(2027, 3, 1))
    assert doubt is not None
    assert (doubt.day, doubt.kind, doubt.name) == (D(2027, 2, 3), DoubtKind.NO_NOTICE, "29 Tết")


def test_a_bridge_and_a_substitute_culture_day_of_a_later_year_are_provisional() -> None:
    assert not OFFICE.is_certain(D(2029, 12, 31))  # Monday before New Year's Day
    assert not OFFICE.is_certain(D(2029, 11, 26))  # 24/11 falls on a Saturday
    assert OFFICE.is_certain(D(2027, 5, 3))  # the substitute for 01/5 is the Labour Code's


def test_the_notice_of_the_office_ends_the_doubt() -> None:
    notice = [
        Override(day=day, off=True, name="Tết Nguyên Đán", basis="TB của Bộ Nội vụ")
        for day in (D(2027, 2, n) for n in (5, 8, 9, 10, 11))
    ]
    left_out = Override(day=D(2027, 2, 4), off=False, name="Ngày làm việc", basis="TB")
    half = WorkingCalendar.of([*notice, left_out])
    assert half.why_uncertain(D(2027, 1, 1), D(2027, 2, 3)) is not None
    assert half.is_certain(D(2027, 2, 4))
    national_day = Override(day=D(2027, 9, 3), off=True, name="Quốc khánh", basis="TB")
    whole = WorkingCalendar.of([*notice, left_out, national_day])
    assert whole.why_uncertain(D(2027, 1, 1), D(2027, 12, 31)) is None
    assert whole.is_working(D(2027, 2, 4))
    assert not whole.is_working(D(2027, 2, 11))


def test_calendars_of_the_same_days_are_equal_in_any_order() -> None:
    assert WorkingCalendar.of(reversed(DAYS_OF_2026)) == OFFICE


@pytest.mark.parametrize(
    ("at", "open_", "next_"),
    [
        ("2026-11-25 07:29", False, "2026-11-25 07:30"),
        ("2026-11-25 07:30", True, "2026-11-25 07:30"),
        ("2026-11-25 11:30", False, "2026-11-25 13:30"),
        ("2026-11-25 16:59", True, "2026-11-25 16:59"),
        ("2026-11-25 17:00", False, "2026-11-26 07:30"),
        ("2026-11-21 09:00", False, "2026-11-23 07:30"),
        ("2026-11-23 18:00", False, "2026-11-25 07:30"),
        ("2026-08-22 09:00", True, "2026-08-22 09:00"),
    ],
)
def test_when_the_office_is_open(at: str, open_: bool, next_: str) -> None:
    moment = dt.datetime.fromisoformat(at).replace(tzinfo=VIETNAM)
    assert OFFICE.is_open(moment) is open_
    assert OFFICE.next_opening(moment) == dt.datetime.fromisoformat(next_).replace(tzinfo=VIETNAM)


def test_office_hours_are_a_setting() -> None:
    early = WorkingCalendar(
        hours=OfficeHours(opens=dt.time(7), lunch=dt.time(11), back=dt.time(13), closes=dt.time(16))
    )
    assert early.is_open(dt.datetime(2026, 11, 25, 7, 15, tzinfo=VIETNAM))
    assert not early.is_open(dt.datetime(2026, 11, 25, 16, 15, tzinfo=VIETNAM))
