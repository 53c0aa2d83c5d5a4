"""Which time the words name. Today is Saturday 21/11/2026, a quarter past ten."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.meetings.when import said_time
from handlers.texts import speak
from handlers.understanding.asked import Grain, Interval
from handlers.understanding.normalise import fold, tidy
from handlers.understanding.times import intervals
from handlers.understanding.times.finding import find_times
from handlers.understanding.times.intervals import DAY as ONE_DAY
from handlers.understanding.times.intervals import Stretch
from handlers.understanding.times.seen import USUAL
from scheduler.calendar import OfficeHours, WorkingCalendar
from tests.handlers.understanding.office import NOW, ZONE

MINUTE, HOUR, PART, DAY = Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY
WEEK, MONTH, SPAN = Grain.WEEK, Grain.MONTH, Grain.SPAN


def at(when: str) -> datetime:
    return datetime.fromisoformat(when).replace(tzinfo=ZONE)


def parse_time(words: str, now: datetime, calendar: WorkingCalendar = USUAL) -> Interval | None:
    """The first time that the words name."""
    found = find_times(tidy(words), now, calendar)
    return found[0].interval if found else None


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
    # Hours
    ("8h30 sáng mai", MINUTE, "2026-11-22T08:30", "2026-11-22T08:31"),
    ("8g30 ngày 25/11", MINUTE, "2026-11-25T08:30", "2026-11-25T08:31"),
    ("14 giờ thứ 4", HOUR, "2026-11-25T14", "2026-11-25T15"),
    ("8 rưỡi sáng thứ 2", MINUTE, "2026-11-23T08:30", "2026-11-23T08:31"),
    ("2 giờ kém 15 chiều mai", MINUTE, "2026-11-22T13:45", "2026-11-22T13:46"),
    ("12h trưa", HOUR, "2026-11-21T12", "2026-11-21T13"),
    ("12h đêm nay", HOUR, "2026-11-22T00", "2026-11-22T01"),
    ("08 giờ 20 phút, ngày 27/11/2026", MINUTE, "2026-11-27T08:20", "2026-11-27T08:21"),
    ("đầu giờ chiều mai", PART, "2026-11-22T13:30", "2026-11-22T14:30"),
    ("cuối giờ thứ 6", PART, "2026-11-27T16", "2026-11-27T17"),
    ("trong giờ hành chính thứ 2", PART, "2026-11-23T07:30", "2026-11-23T17"),
    ("3 pm on Monday", HOUR, "2026-11-23T15", "2026-11-23T16"),
    ("half past two tomorrow afternoon", MINUTE, "2026-11-22T14:30", "2026-11-22T14:31"),
    ("30 phút nữa", MINUTE, "2026-11-21T10:45", "2026-11-21T10:46"),
    ("an hour ago", MINUTE, "2026-11-21T09:15", "2026-11-21T09:16"),
    # Parts of longer times
    ("đầu tuần sau", SPAN, "2026-11-23", "2026-11-25"),
    ("giữa tuần sau", SPAN, "2026-11-25", "2026-11-27"),
    ("cuối tuần này", SPAN, "2026-11-21", "2026-11-23"),
    ("đầu tháng 12", SPAN, "2026-12-01", "2026-12-11"),
    ("giữa tháng sau", SPAN, "2026-12-11", "2026-12-21"),
    ("cuối tháng", SPAN, "2026-11-21", "2026-12-01"),
    ("cuối quý này", SPAN, "2026-12-01", "2027-01-01"),
    ("đầu năm 2027", SPAN, "2027-01-01", "2027-04-01"),
    ("6 tháng đầu năm", SPAN, "2026-01-01", "2026-07-01"),
    ("6 tháng cuối năm 2025", SPAN, "2025-07-01", "2026-01-01"),
    ("9 tháng", SPAN, "2026-01-01", "2026-10-01"),
    ("giai đoạn 2021-2025", SPAN, "2021-01-01", "2026-01-01"),
    ("tuần 48", WEEK, "2026-11-23", "2026-11-30"),
    ("tuần đầu tháng 12", WEEK, "2026-12-07", "2026-12-14"),
    ("ngày làm việc cuối cùng của tháng 11", DAY, "2026-11-30", "2026-12-01"),
    ("tháng 1", MONTH, "2027-01-01", "2027-02-01"),
    ("tháng 8 năm ngoái", MONTH, "2025-08-01", "2025-09-01"),
    ("the first half of 2026", SPAN, "2026-01-01", "2026-07-01"),
    ("mid-December", SPAN, "2026-12-11", "2026-12-21"),
    # Ranges and open sides
    ("từ 23/11 đến 27/11", SPAN, "2026-11-23", "2026-11-28"),
    ("23-27/11", SPAN, "2026-11-23", "2026-11-28"),
    ("từ thứ 2 đến thứ 4 tuần sau", SPAN, "2026-11-23", "2026-11-26"),
    ("từ 8h đến 10h sáng mai", SPAN, "2026-11-22T08", "2026-11-22T10"),
    ("8-10h sáng mai", SPAN, "2026-11-22T08", "2026-11-22T10"),
    ("từ quý I đến quý III", SPAN, "2026-01-01", "2026-10-01"),
    ("từ đầu năm đến nay", SPAN, "2026-01-01", "2026-11-22"),
    ("trước thứ 6 tuần sau", SPAN, None, "2026-11-27"),
    ("trước 17h ngày 25/11", SPAN, None, "2026-11-25T17"),
    ("chậm nhất 30/11", SPAN, None, "2026-12-01"),
    ("đến hết tháng 11", SPAN, None, "2026-12-01"),
    ("sau ngày 30/11", SPAN, "2026-12-01", None),
    ("kể từ ngày 1/10", SPAN, "2026-10-01", None),
    ("from Monday to Wednesday next week", SPAN, "2026-11-23", "2026-11-26"),
    ("by Friday", SPAN, None, "2026-11-28"),
    ("since last week", SPAN, "2026-11-09", None),
    # Counted
    ("2 tuần nay", SPAN, "2026-11-07", "2026-11-22"),
    ("5 ngày làm việc nữa", DAY, "2026-11-30", "2026-12-01"),  # the 24th is a holiday
    ("3 working days from now", DAY, "2026-11-26", "2026-11-27"),
    ("nửa tháng nữa", DAY, "2026-12-06", "2026-12-07"),
    # By the moon, and days that are kept
    ("mùng 6 Tết", DAY, "2027-02-11", "2027-02-12"),
    ("29 Tết", DAY, "2027-02-05", "2027-02-06"),
    ("25 tháng chạp", DAY, "2027-02-01", "2027-02-02"),
    ("rằm", DAY, "2026-11-23", "2026-11-24"),
    ("rằm tháng giêng", DAY, "2027-02-20", "2027-02-21"),
    ("10/3 âm lịch", DAY, "2027-04-16", "2027-04-17"),
    ("giỗ Tổ", DAY, "2027-04-16", "2027-04-17"),
    ("trước Tết", SPAN, None, "2027-02-06"),
    ("sau Tết", SPAN, "2027-02-09", None),
    ("tháng giêng", MONTH, "2027-02-06", "2027-03-08"),
    ("giao thừa", DAY, "2027-02-05", "2027-02-06"),
    ("30/4", DAY, "2027-04-30", "2027-05-01"),
    ("Quốc khánh", DAY, "2027-09-02", "2027-09-03"),
    ("mùng 3 tháng 12", DAY, "2026-12-03", "2026-12-04"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grain", "start", "end"), NAMED)
def test_a_time_is_found_marked_and_unmarked(
    words: str, grain: Grain, start: str | None, end: str | None
) -> None:
    sides = [at(side) if side else None for side in (start, end)]
    named = Interval(start=sides[0], end=sides[1], grain=grain)
    assert parse_time(words, NOW) == named
    assert parse_time(fold(words), NOW) == named
    assert parse_time(f"Xin hỏi {words}, có gì không ạ?", NOW) == named


@pytest.mark.parametrize(
    "words",
    [
        "", "một", "mot", "thứ nhất", "lần thứ hai", "văn bản thứ 2", "năm người", "hai bên",
        "đến nay chưa xong", "hiện nay", "chị Mai", "lịch của Mai", "khuyến mai",
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
    words = "thứ 2 tuần sau, 30/11 và từ 1/12 đến 5/12"
    found = [words[one.start : one.end] for one in find_times(words, NOW)]
    assert found == ["thứ 2 tuần sau", "30/11", "từ 1/12 đến 5/12"]


def test_the_days_of_a_list_are_found_one_by_one() -> None:
    found = find_times("họp ngày 25, 26 và 27/11", NOW)
    days = [one.interval.start and one.interval.start.day for one in found]
    assert days == [25, 26, 27]


def test_the_same_period_is_a_year_before_what_else_is_said() -> None:
    period, before = find_times("quý III so với cùng kỳ", NOW)
    assert period.interval == Interval(
        start=at("2026-07-01"), end=at("2026-10-01"), grain=Grain.QUARTER
    )
    assert before.interval == Interval(
        start=at("2025-07-01"), end=at("2025-10-01"), grain=Grain.QUARTER
    )
    alone = parse_time("so với cùng kỳ năm ngoái", NOW)
    assert alone == Interval(start=at("2025-01-01"), end=at("2025-11-22"), grain=SPAN)


@pytest.mark.parametrize(
    ("words", "day"),
    [("đã họp thứ 5 rồi", "2026-11-19"), ("hôm thứ 3 nộp hồ sơ", "2026-11-17"),
     ("we met on Thursday, what was decided", "2026-11-19"),
     ("thứ 5 đã có lịch chưa", "2026-11-26"),
     ("ngày 20 đã gửi", "2026-11-20")],
)  # fmt: skip
def test_a_sentence_about_the_past_means_the_last_one(words: str, day: str) -> None:
    found = parse_time(words, NOW)
    assert found is not None
    assert found.start == at(day)


def test_an_hour_without_its_half_of_the_day_is_assumed() -> None:
    assumed, said = parse_time("họp lúc 3h", NOW), parse_time("họp lúc 3h chiều", NOW)
    assert assumed is not None
    assert said is not None
    assert (assumed.start, assumed.said) == (said.start, False)
    assert said.said


@pytest.mark.parametrize(
    ("year", "tet"),
    [(1985, "1985-01-21"), (2007, "2007-02-17"), (2023, "2023-01-22"), (2024, "2024-02-10"),
     (2025, "2025-01-29"), (2026, "2026-02-17"), (2027, "2027-02-06"), (2030, "2030-02-02")],
)  # fmt: skip
def test_tet_is_that_of_viet_nam(year: int, tet: str) -> None:
    found = parse_time(f"mùng 1 Tết {year}", NOW)
    assert found is not None
    assert found.start == at(tet)


def test_the_office_says_when_its_hours_begin_and_end() -> None:
    summer = WorkingCalendar.of(hours=OfficeHours(opens=time(7), closes=time(16, 30)))
    first, last = (parse_time(words, NOW, summer) for words in ("đầu giờ sáng mai", "cuối giờ mai"))
    assert first is not None
    assert last is not None
    assert (first.start, last.end) == (at("2026-11-22T07"), at("2026-11-22T16:30"))


def test_what_names_no_day_of_the_calendar_is_no_time() -> None:
    for words in ("sáng 30/2", "ngày 1 tháng 13", "thứ 2 ngày 31/4", "25:61"):
        assert parse_time(words, NOW) is None


def test_capitals_all_over_are_no_name() -> None:
    assert parse_time("LỊCH HỌP MAI", NOW) == parse_time("lịch họp mai", NOW)


SHIFTING = [row[0] for row in NAMED if row[1] in {DAY, PART, WEEK} and not any(
    mark in row[0] for mark in ("/", "-", "ngày 2", "ngày 3", "ngày 5", "ember", "tháng", "tuần 48",
                                "Tết", "rằm", "giỗ", "giao", "Quốc", "làm việc", "working")
)]  # fmt: skip


@given(words=st.sampled_from(SHIFTING), weeks=st.integers(-60, 60))
def test_a_week_later_the_same_words_mean_a_week_later(words: str, weeks: int) -> None:
    apart = timedelta(weeks=weeks)
    before, after = parse_time(words, NOW), parse_time(words, NOW + apart)
    assert before is not None
    assert before.start
    assert before.end
    assert after == Interval(start=before.start + apart, end=before.end + apart, grain=before.grain)


WORDS = sorted({word for words, *_ in NAMED for word in words.split()} | {"tết", "rằm", "30/2"})


@given(st.text(alphabet="0123456789/-. ngàythứ5mai", max_size=40))
def test_no_words_make_it_fail(words: str) -> None:
    is_sensible(parse_time(words, NOW))


@given(
    words=st.lists(st.sampled_from(WORDS), max_size=8),
    day=st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 12, 31)),
)
def test_no_order_of_words_makes_it_fail(words: list[str], day: date) -> None:
    now = datetime.combine(day, time(9, 40), ZONE)
    for found in find_times(" ".join(words), now):
        is_sensible(found.interval)


def is_sensible(found: Interval | None) -> None:
    if found is not None and found.start and found.end:
        assert found.start < found.end


INSTANTS = st.builds(
    datetime.combine,
    st.dates(min_value=date(2020, 1, 1), max_value=date(2033, 12, 31)),
    st.times(),
    st.just(ZONE),
)


@st.composite
def told(draw: st.DrawFn) -> Stretch:
    """Any time that an answer may name."""
    moment = draw(INSTANTS).replace(second=0, microsecond=0)
    match draw(st.sampled_from([MINUTE, HOUR, PART, DAY, SPAN, WEEK, MONTH])):
        case Grain.MINUTE:
            return intervals.moment(moment)
        case Grain.HOUR:
            first = moment.hour * 60
            return intervals.minutes(moment.date(), first, first + 60, moment, HOUR)
        case Grain.PART:
            part = draw(st.sampled_from([(5, 12), (12, 18), (18, 24)]))
            first, last = (hour * 60 for hour in part)
            return intervals.minutes(moment.date(), first, last, moment, PART)
        case Grain.DAY:
            return intervals.day(moment.date(), moment)
        case Grain.WEEK:
            return intervals.week_of(moment.date(), moment)
        case Grain.MONTH:
            return intervals.month(moment.year, moment.month, moment)
        case _:
            if draw(st.booleans()):
                first = draw(st.integers(0, 1430))
                last = draw(st.integers(first + 1, 1439))
                return intervals.minutes(moment.date(), first, last, moment, SPAN)
            days = draw(st.integers(2, 400))
            return intervals.days(moment.date(), moment.date() + days * ONE_DAY, moment, SPAN)


@given(when=told(), now=INSTANTS, language=st.sampled_from(["vi", "en"]))
def test_what_an_answer_says_is_understood_as_the_same_time(
    when: Stretch, now: datetime, language: str
) -> None:
    said = said_time(when, speak(language, ZONE))
    for typed in (said, fold(said)):
        found = parse_time(typed, now)
        assert found is not None
        assert (found.start, found.end) == (when.start, when.end), said
        if when.grain in {MINUTE, HOUR, PART, DAY}:
            assert found.grain is when.grain


@pytest.mark.parametrize("words", ["lich hop cua toi hom nay", "bao cho toi hom nay co hop gi"])
def test_an_unmarked_toi_that_is_me_is_not_the_evening(words: str) -> None:
    found = parse_time(words, NOW)
    assert found is not None
    assert found.grain is Grain.DAY
