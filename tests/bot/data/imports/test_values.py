"""One cell: what it is taken for, and what is refused because it could be two things."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data.imports import values
from bot.data.imports.values import Wrong
from scheduler.clock import VIETNAM

TODAY = dt.date(2026, 11, 25)
NOVEMBER = dt.date(2026, 11, 20)


def day(cell: Any, *, american: bool = False) -> dt.date:
    return values.day(cell, zone=VIETNAM, today=TODAY, american=american)


@pytest.mark.parametrize(
    "cell",
    [
        "20/11/2026", "20-11-2026", "20.11.2026", " 20/11/2026 ", "2026-11-20", "20/11/2026 00:00",
        "ngày 20 tháng 11 năm 2026", "20 tháng 11 năm 2026", 46346, 46346.0, "46346",
        NOVEMBER, dt.datetime(2026, 11, 20, tzinfo=VIETNAM), "2026-11-20T00:00:00",
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_forms_that_are_in_use(cell: Any) -> None:
    assert day(cell) == NOVEMBER


@pytest.mark.parametrize(
    "cell",
    [
        "20/11/2026 08:30", "20/11/2026, 8:30", "08:30 20/11/2026", "20/11/2026 8h30",
        "20/11/2026 08:30:00", "2026-11-20T08:30:15", "2026-11-20T01:30:00Z",
        "20/11/2026 8:30 AM",
    ],
)  # fmt: skip
def test_with_an_hour_it_is_a_moment_in_the_offices_zone(cell: str) -> None:
    found = day(cell)
    assert isinstance(found, dt.datetime)
    assert found.replace(second=0) == dt.datetime(2026, 11, 20, 8, 30, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("20/11/26", "day-short-year"),
        ("30/02/2026", "day-none"),
        ("11/20/2026", "day-none"),
        ("20/11", "day"),
        ("hôm qua", "day"),
        ("812", "day"),
        ("20/11/1926", "year"),
        ("20/11/2206", "year"),
        ("20/11/2026 25:00", "day-none"),
    ],
)
def test_what_is_no_clear_date_is_refused(cell: str, why: str) -> None:
    with pytest.raises(Wrong) as refused:
        day(cell)
    assert refused.value.text == why


def test_a_column_with_the_month_in_front_makes_its_short_dates_ambiguous() -> None:
    column = ["05/06/2026", "11/20/2026", "20/11/2026"]
    assert values.is_american(column)
    assert not values.is_american(["05/06/2026", "20/11/2026"])
    assert day("20/11/2026", american=True) == NOVEMBER
    with pytest.raises(Wrong) as refused:
        day("05/06/2026", american=True)
    assert refused.value.text == "day-ambiguous"


@given(st.dates(dt.date(1990, 1, 1), dt.date(2036, 12, 31)), st.sampled_from("/-."))
def test_every_day_comes_back_as_it_was_written(written: dt.date, mark: str) -> None:
    assert day(f"{written:%d{mark}%m{mark}%Y}") == written
    assert day(written.isoformat()) == written


@pytest.mark.parametrize(
    ("cell", "number"), [("812", 812), ("0812", 812), (812.0, 812), ("1.234", 1234), (" 7 ", 7)]
)
def test_a_number_is_read_with_zeros_and_thousands(cell: Any, number: int) -> None:
    assert values.number(cell) == number


@pytest.mark.parametrize("cell", ["812a", "-1", "0", "1.5", "1,5", "812/2026", "99999999"])
def test_what_is_no_number_is_refused(cell: Any) -> None:
    with pytest.raises(Wrong):
        values.number(cell)


def test_the_nearest_names_are_told() -> None:
    names = {"phong noi chinh": "NC (Phòng Nội chính)", "phong kinh te": "KT (Phòng Kinh tế)"}
    assert values.nearest("Phòng Nội chánh", names).startswith("NC (Phòng Nội chính)")
    assert values.nearest("xyzw", names) == ""
