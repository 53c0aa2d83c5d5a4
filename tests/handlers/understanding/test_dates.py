"""Which time the words name. Today is Saturday 21/11/2026, a quarter past ten."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.asked import Grain, Interval
from handlers.understanding.dates import find_times, parse_time
from handlers.understanding.normalise import fold
from tests.handlers.understanding.office import NOW, ZONE

DAY, PART, WEEK, MONTH = Grain.DAY, Grain.PART, Grain.WEEK, Grain.MONTH


def at(when: str) -> datetime:
    return datetime.fromisoformat(when).replace(tzinfo=ZONE)


NAMED = [
    ("hôm nay", DAY, "2026-11-21", "2026-11-22"),
    ("nay họp gì", DAY, "2026-11-21", "2026-11-22"),
    ("hnay", DAY, "2026-11-21", "2026-11-22"),
    ("bữa ni", DAY, "2026-11-21", "2026-11-22"),
    ("ngày mai", DAY, "2026-11-22", "2026-11-23"),
    ("mai có họp không", DAY, "2026-11-22", "2026-11-23"),
    ("ngày mốt", DAY, "2026-11-23", "2026-11-24"),
    ("ngày kia", DAY, "2026-11-23", "2026-11-24"),
    ("hôm qua", DAY, "2026-11-20", "2026-11-21"),
    ("hôm kia", DAY, "2026-11-19", "2026-11-20"),
    ("sáng nay", PART, "2026-11-21T05", "2026-11-21T12"),
    ("tối nay", PART, "2026-11-21T18", "2026-11-22"),
    ("trưa mai", PART, "2026-11-22T11", "2026-11-22T14"),
    ("chiều mai", PART, "2026-11-22T12", "2026-11-22T18"),
    ("tối thứ 6", PART, "2026-11-27T18", "2026-11-28"),
    ("sáng thứ hai tuần sau", PART, "2026-11-23T05", "2026-11-23T12"),
    ("thứ tư, buổi chiều", PART, "2026-11-25T12", "2026-11-25T18"),
    ("chiều mốt", PART, "2026-11-23T12", "2026-11-23T18"),
    ("chiều qua", PART, "2026-11-20T12", "2026-11-20T18"),
    ("chiều ngày 25/11", PART, "2026-11-25T12", "2026-11-25T18"),
    ("buổi sáng", PART, "2026-11-21T05", "2026-11-21T12"),
    ("thứ 7", DAY, "2026-11-21", "2026-11-22"),
    ("thứ 5", DAY, "2026-11-26", "2026-11-27"),
    ("thứ Ba này", DAY, "2026-11-24", "2026-11-25"),
    ("thứ bảy tới", DAY, "2026-11-28", "2026-11-29"),
    ("thứ 6 vừa rồi", DAY, "2026-11-20", "2026-11-21"),
    ("t2", DAY, "2026-11-23", "2026-11-24"),
    ("chủ nhật", DAY, "2026-11-22", "2026-11-23"),
    ("cn tuần trước", DAY, "2026-11-15", "2026-11-16"),
    ("thứ 6 tuần này", DAY, "2026-11-20", "2026-11-21"),
    ("thứ năm tuần tới", DAY, "2026-11-26", "2026-11-27"),
    ("tuần sau thứ 5", DAY, "2026-11-26", "2026-11-27"),
    ("tuần này", WEEK, "2026-11-16", "2026-11-23"),
    ("trong tuần", WEEK, "2026-11-16", "2026-11-23"),
    ("tuần sau", WEEK, "2026-11-23", "2026-11-30"),
    ("trong tuần tới", WEEK, "2026-11-23", "2026-11-30"),
    ("tuần sau nữa", WEEK, "2026-11-30", "2026-12-07"),
    ("tuần trước", WEEK, "2026-11-09", "2026-11-16"),
    ("tháng này", MONTH, "2026-11-01", "2026-12-01"),
    ("tháng sau", MONTH, "2026-12-01", "2027-01-01"),
    ("tháng trước", MONTH, "2026-10-01", "2026-11-01"),
    ("tháng 12", MONTH, "2026-12-01", "2027-01-01"),
    ("tháng 3 năm 2025", MONTH, "2025-03-01", "2025-04-01"),
    ("25/11", DAY, "2026-11-25", "2026-11-26"),
    ("họp ngày 25/11.", DAY, "2026-11-25", "2026-11-26"),
    ("5/1", DAY, "2027-01-05", "2027-01-06"),
    ("20/10", DAY, "2026-10-20", "2026-10-21"),
    ("25-11-2026", DAY, "2026-11-25", "2026-11-26"),
    ("25/11/26", DAY, "2026-11-25", "2026-11-26"),
    ("ngày 25", DAY, "2026-11-25", "2026-11-26"),
    ("ngày 5", DAY, "2026-12-05", "2026-12-06"),
    ("ngày 31", DAY, "2026-12-31", "2027-01-01"),
    ("ngày 25 tháng này", DAY, "2026-11-25", "2026-11-26"),
    ("ngày 25 tháng 11", DAY, "2026-11-25", "2026-11-26"),
    ("ngày 2 tháng 9 năm 2026", DAY, "2026-09-02", "2026-09-03"),
    ("trong 3 ngày tới", Grain.SPAN, "2026-11-21", "2026-11-25"),
    ("trong vòng 2 tuần", Grain.SPAN, "2026-11-21", "2026-12-06"),
    ("7 ngày qua", Grain.SPAN, "2026-11-14", "2026-11-22"),
    ("ba ngày nữa", DAY, "2026-11-24", "2026-11-25"),
    ("2 tháng trước", DAY, "2026-09-21", "2026-09-22"),
    ("quý này", Grain.QUARTER, "2026-10-01", "2027-01-01"),
    ("quý trước", Grain.QUARTER, "2026-07-01", "2026-10-01"),
    ("quý III/2026", Grain.QUARTER, "2026-07-01", "2026-10-01"),
    ("năm nay", Grain.YEAR, "2026-01-01", "2027-01-01"),
    ("năm ngoái", Grain.YEAR, "2025-01-01", "2026-01-01"),
    ("năm 2023", Grain.YEAR, "2023-01-01", "2024-01-01"),
    ("bây giờ", Grain.MINUTE, "2026-11-21T10:15", "2026-11-21T10:16"),
    ("today", DAY, "2026-11-21", "2026-11-22"),
    ("tonight", PART, "2026-11-21T18", "2026-11-22"),
    ("tomorrow morning", PART, "2026-11-22T05", "2026-11-22T12"),
    ("the day after tomorrow", DAY, "2026-11-23", "2026-11-24"),
    ("yesterday", DAY, "2026-11-20", "2026-11-21"),
    ("the day before yesterday", DAY, "2026-11-19", "2026-11-20"),
    ("this afternoon", PART, "2026-11-21T12", "2026-11-21T18"),
    ("on Monday in the afternoon", PART, "2026-11-23T12", "2026-11-23T18"),
    ("next Friday", DAY, "2026-11-27", "2026-11-28"),
    ("Friday next week", DAY, "2026-11-27", "2026-11-28"),
    ("last Friday", DAY, "2026-11-20", "2026-11-21"),
    ("this week", WEEK, "2026-11-16", "2026-11-23"),
    ("last week", WEEK, "2026-11-09", "2026-11-16"),
    ("next month", MONTH, "2026-12-01", "2027-01-01"),
    ("this quarter", Grain.QUARTER, "2026-10-01", "2027-01-01"),
    ("last year", Grain.YEAR, "2025-01-01", "2026-01-01"),
    ("in December", MONTH, "2026-12-01", "2027-01-01"),
    ("25 November", DAY, "2026-11-25", "2026-11-26"),
    ("December 2nd, 2026", DAY, "2026-12-02", "2026-12-03"),
    ("2026-11-25", DAY, "2026-11-25", "2026-11-26"),
    ("in three days", DAY, "2026-11-24", "2026-11-25"),
    ("two weeks ago", DAY, "2026-11-07", "2026-11-08"),
    ("in the next 3 days", Grain.SPAN, "2026-11-21", "2026-11-25"),
    ("within 2 weeks", Grain.SPAN, "2026-11-21", "2026-12-06"),
    ("the last 7 days", Grain.SPAN, "2026-11-14", "2026-11-22"),
    ("right now", Grain.MINUTE, "2026-11-21T10:15", "2026-11-21T10:16"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grain", "start", "end"), NAMED)
def test_a_time_is_found_marked_and_unmarked(
    words: str, grain: Grain, start: str, end: str
) -> None:
    named = Interval(start=at(start), end=at(end), grain=grain)
    assert parse_time(words, NOW) == named
    assert parse_time(fold(words), NOW) == named
    assert parse_time(f"Xin hỏi {words}, có gì không ạ?", NOW) == named


@pytest.mark.parametrize(
    "words",
    [
        "", "một", "mot", "thứ nhất", "lần thứ hai", "văn bản thứ 2", "năm người", "hai bên",
        "đến nay chưa xong", "hiện nay", "2 tuần nay", "chị Mai", "lịch của Mai", "khuyến mai",
        "sáng kiến", "chiều dài", "tôi họp gì", "toi hop gi", "12/5678", "1/25/11", "30/2",
        "ngày 32", "31/2/2026", "25/11/0001", "phòng 2/3", "số 12/5", "24/7", "thu 2 triệu",
        "1.000948", "Hà Nội", "may I ask", "ngày 31 tháng này", "6 tháng", "quy trình", "nam giới",
        "từ trước tới nay",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_none(words: str) -> None:
    assert parse_time(words, NOW) is None


def test_what_was_marked_is_taken_at_its_word() -> None:
    assert parse_time("tối nay", NOW) != parse_time("tôi nay", NOW)
    assert parse_time("mốt", NOW) is not None
    assert parse_time("mót", NOW) is None


def test_all_times_of_a_sentence_are_found_in_their_order() -> None:
    found = find_times("từ thứ 2 tuần sau đến 30/11", NOW)
    assert [(one.start, one.end) for one in found] == [(3, 17), (22, 27)]


def test_capitals_all_over_are_no_name() -> None:
    assert parse_time("LỊCH HỌP MAI", NOW) == parse_time("lịch họp mai", NOW)


SHIFTING = [row[0] for row in NAMED if row[1] in {DAY, PART, WEEK} and not any(
    mark in row[0] for mark in ("/", "-", "ngày 2", "ngày 3", "ngày 5", "ember", "tháng")
)]  # fmt: skip


@given(words=st.sampled_from(SHIFTING), weeks=st.integers(-60, 60))
def test_a_week_later_the_same_words_mean_a_week_later(words: str, weeks: int) -> None:
    apart = timedelta(weeks=weeks)
    before, after = parse_time(words, NOW), parse_time(words, NOW + apart)
    assert before is not None
    assert after == Interval(start=before.start + apart, end=before.end + apart, grain=before.grain)


@given(st.text(alphabet="0123456789/-. ngàythứ5mai", max_size=40))
def test_no_words_make_it_fail(words: str) -> None:
    found = parse_time(words, NOW)
    assert found is None or found.start < found.end


@pytest.mark.parametrize("words", ["lich hop cua toi hom nay", "bao cho toi hom nay co hop gi"])
def test_an_unmarked_toi_that_is_me_is_not_the_evening(words: str) -> None:
    found = parse_time(words, NOW)
    assert found is not None
    assert found.grain is Grain.DAY
