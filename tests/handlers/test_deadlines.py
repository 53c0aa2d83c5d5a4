"""A due time explains itself, and how much working time is left reads as people say it."""

import pytest

from handlers import deadlines
from handlers.texts import speak
from scheduler.clock import VIETNAM
from scheduler.deadlines import time_left
from scheduler.due import due
from scheduler.limits import DueRules, Limit, Pause
from scheduler.working_time import WorkingTime
from storage.models import TimeUnit
from tests.office import at
from tests.scheduler.office_days import OFFICE

CLOCK = WorkingTime(OFFICE)
VI, EN = speak("vi", VIETNAM), speak("en", VIETNAM)


def explained(number: int, unit: TimeUnit, start: str, *pauses: Pause) -> str:
    found = due(Limit(number=number, unit=unit), at(start), pauses, CLOCK)
    return deadlines.explanation(found, VI)


def test_the_day_of_receipt_the_holidays_and_the_weekend_are_named() -> None:
    assert explained(2, TimeUnit.WORKING_DAYS, "2026-04-29 14:10") == (
        "Hạn: hết ngày làm việc thứ Ba 05/05/2026. Nhận 14:10 thứ Tư 29/04/2026, "
        "thời hạn 02 ngày làm việc; không tính ngày nhận, nghỉ lễ 30/4 và 01/5, thứ Bảy, Chủ nhật."
    )


def test_it_reads_the_same_in_english() -> None:
    two_days = Limit(number=2, unit=TimeUnit.WORKING_DAYS)
    found = due(two_days, at("2026-04-29 14:10"), [], CLOCK)
    assert deadlines.explanation(found, EN) == (
        "Due by the end of the working day, Tuesday 05/05/2026. Received at 14:10 Wednesday "
        "29/04/2026, time allowed: 2 working days; not counted: the day of receipt, "
        "public holidays 30/4 and 01/5, Saturdays, Sundays."
    )


def test_many_days_in_a_row_are_told_by_the_first_and_the_last() -> None:
    assert explained(10, TimeUnit.WORKING_DAYS, "2026-02-09 08:00").endswith(
        "không tính ngày nhận, nghỉ lễ từ 16/02 đến 20/02, thứ Bảy, Chủ nhật."
    )


def test_a_day_off_by_notice_and_the_saturday_worked_for_it_are_named() -> None:
    assert explained(7, TimeUnit.WORKING_DAYS, "2025-12-31 08:00").endswith(
        "không tính ngày nhận, nghỉ lễ 01/01, nghỉ 02/01 (Nghỉ hoán đổi cho 10/01/2026), "
        "thứ Bảy, Chủ nhật. Có tính ngày làm bù 10/01."
    )


def test_an_end_that_moves_says_from_which_day() -> None:
    assert explained(30, TimeUnit.CALENDAR_DAYS, "2026-12-02 08:00") == (
        "Hạn: hết ngày làm việc thứ Hai 04/01/2027. Nhận 08:00 thứ Tư 02/12/2026, "
        "thời hạn 30 ngày; không tính ngày nhận. Ngày cuối của thời hạn là thứ Sáu 01/01/2027, "
        "ngày nghỉ, nên hạn chuyển sang ngày làm việc tiếp theo."
    )


def test_a_limit_in_hours_keeps_the_hour_and_a_proposed_day_off_makes_it_provisional() -> None:
    assert explained(8, TimeUnit.WORKING_HOURS, "2026-11-20 16:00") == (
        "Hạn: 16:30 thứ Hai 23/11/2026 (tạm tính). Nhận 16:00 thứ Sáu 20/11/2026, "
        "thời hạn 08 giờ làm việc; không tính thứ Bảy, Chủ nhật. "
        "Chưa có thông báo chính thức về ngày nghỉ thứ Hai 23/11/2026."
    )


def test_a_pause_is_named_and_an_open_one_leaves_no_due_time() -> None:
    began, ended = at("2026-11-04 10:00"), at("2026-11-05 10:00")
    over = explained(
        5, TimeUnit.WORKING_DAYS, "2026-11-02 10:00", Pause(began_at=began, ended_at=ended)
    )
    assert over.startswith("Hạn: hết ngày làm việc thứ Ba 10/11/2026. ")
    assert over.endswith(
        "Không tính thời gian tạm dừng từ 10:00 thứ Tư 04/11/2026 đến 10:00 thứ Năm 05/11/2026."
    )
    still = explained(5, TimeUnit.WORKING_DAYS, "2026-11-02 10:00", Pause(began_at=began))
    assert still == (
        "Thời hạn đang tạm dừng từ 10:00 thứ Tư 04/11/2026, nên chưa tính được hạn. "
        "Nhận 10:00 thứ Hai 02/11/2026, thời hạn 05 ngày làm việc."
    )


def test_what_came_late_says_as_what_it_counts() -> None:
    three_days = Limit(number=3, unit=TimeUnit.WORKING_DAYS)
    rules = DueRules(late_is_next_day=True)
    found = due(three_days, at("2026-11-27 18:00"), [], CLOCK, rules)
    assert deadlines.explanation(found, VI) == (
        "Hạn: hết ngày làm việc thứ Năm 03/12/2026. Nhận 18:00 thứ Sáu 27/11/2026, thời hạn "
        "03 ngày làm việc; không tính ngày nhận, thứ Bảy, Chủ nhật. "
        "Nhận ngoài giờ làm việc nên tính là nhận thứ Hai 30/11/2026."
    )


def test_what_is_due_the_same_day_says_so() -> None:
    assert "thời hạn trong ngày." in explained(0, TimeUnit.WORKING_DAYS, "2026-11-25 09:00")


@pytest.mark.parametrize(
    ("due_at", "now", "vietnamese", "english"),
    [
        (
            "2026-11-25 17:00",
            "2026-11-30 10:30",
            "Quá 2 ngày 3 giờ làm việc",
            "2 days 3 hours of working time late",
        ),
        (
            "2026-11-27 17:00",
            "2026-11-26 11:00",
            "Còn 1 ngày 4 giờ làm việc",
            "one day 4 hours of working time left",
        ),
        ("2026-11-25 10:00", "2026-11-25 09:25", "Còn 35 phút", "35 minutes left"),
        (
            "2026-11-25 17:00",
            "2026-11-25 14:40",
            "Còn 2 giờ 20 phút làm việc",
            "2 hours 20 minutes of working time left",
        ),
        ("2026-11-25 17:00", "2026-11-25 20:00", "Đã quá hạn", "Overdue"),
        ("2026-11-25 10:00", "2026-11-25 10:00", "Đến hạn", "Due now"),
        (
            "2026-11-25 17:00",
            "2026-11-20 17:00",
            "Còn 2 ngày làm việc (tạm tính)",
            "2 days of working time left (provisional)",
        ),
    ],
)
def test_time_left_and_time_passed(due_at: str, now: str, vietnamese: str, english: str) -> None:
    seen = time_left(at(due_at), at(now), CLOCK)
    assert deadlines.standing(seen, VI) == vietnamese
    assert deadlines.standing(seen, EN) == english
