import datetime as dt

import pytest

from scheduler import deadlines
from scheduler.deadlines import Standing
from tests.scheduler.office_days import OFFICE

WEDNESDAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("due_on", "standing", "days"),
    [
        ("2026-11-25", Standing.TODAY, 0),
        ("2026-11-26", Standing.AHEAD, 1),
        ("2026-11-30", Standing.AHEAD, 3),
        ("2026-11-23", Standing.LATE, 1),
        ("2026-11-24", Standing.LATE, 1),  # due on the holiday, one working day has passed
        ("2026-11-20", Standing.LATE, 2),
    ],
)
def test_where_a_due_day_stands(due_on: str, standing: Standing, days: int) -> None:
    seen = deadlines.deadline(dt.date.fromisoformat(due_on), WEDNESDAY, OFFICE)
    assert (seen.standing, seen.days) == (standing, days)


def test_due_on_a_day_off_is_due_today_on_the_last_working_day_before() -> None:
    monday = dt.date(2026, 11, 23)
    assert deadlines.deadline(dt.date(2026, 11, 24), monday, OFFICE).standing is Standing.TODAY


def test_late_by_days_off_only() -> None:
    seen = deadlines.deadline(dt.date(2026, 11, 20), dt.date(2026, 11, 22), OFFICE)
    assert (seen.standing, seen.days) == (Standing.LATE, 0)


def test_what_counts_over_a_day_without_a_notice_is_provisional() -> None:
    friday = dt.date(2026, 11, 20)
    seen = deadlines.deadline(dt.date(2026, 11, 26), friday, OFFICE)
    assert not seen.is_certain
    assert seen.doubt is not None
    assert seen.doubt.day == dt.date(2026, 11, 23)
    assert deadlines.deadline(dt.date(2026, 12, 31), WEDNESDAY, OFFICE).is_certain


def test_the_day_one_counts_from_does_not_make_it_provisional() -> None:
    monday = dt.date(2026, 11, 23)
    assert deadlines.deadline(dt.date(2026, 11, 26), monday, OFFICE).is_certain
    assert deadlines.deadline(monday, monday, OFFICE).is_certain


def test_working_days_left_and_late() -> None:
    assert deadlines.left(dt.date(2026, 11, 27), WEDNESDAY, OFFICE) == 2
    assert deadlines.left(dt.date(2026, 11, 20), WEDNESDAY, OFFICE) == -2
