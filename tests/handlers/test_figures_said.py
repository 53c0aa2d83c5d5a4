"""Which figures are asked for, over which days, and beside which others: the words alone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.statistics.spans import Span, SpanKind, span_of
from handlers.understanding import understand
from handlers.understanding.asked import Question
from handlers.understanding.figures_said import Against, Figures, figures_of
from storage.counted import Period, Subject
from tests.handlers.understanding.office import LEXICON, NOW, OFFICER

TODAY = NOW.date()  # 21/11/2026


@pytest.mark.parametrize(
    ("words", "first", "last", "topic"),
    [
        ("tỷ lệ hồ sơ đúng hạn tháng 10", "2026-10-01", "2026-10-31", "hs"),
        ("thống kê đơn thư quý III", "2026-07-01", "2026-09-30", "don"),
        ("năm nay họp bao nhiêu cuộc", "2026-01-01", "2026-12-31", "hop"),
        ("tháng này phát hành bao nhiêu văn bản đi", "2026-11-01", "2026-11-30", "di"),
        ("báo cáo tháng 10", "2026-10-01", "2026-10-31", ""),
        ("thống kê 9 tháng", "2026-01-01", "2026-09-30", ""),
        ("số liệu 6 tháng đầu năm", "2026-01-01", "2026-06-30", ""),
        ("số liệu tuần này", "2026-11-16", "2026-11-22", ""),
        ("lấy số liệu từ 01/10 đến 15/10", "2026-10-01", "2026-10-15", ""),
        ("tỷ lệ hồ sơ đúng hạn", "2026-11-01", "2026-11-30", "hs"),
        ("tháng này tiếp mấy lượt công dân", "2026-11-01", "2026-11-30", "tcd"),
        ("tỷ lệ hồ sơ đúng hạn tháng 10 so với tháng trước", "2026-10-01", "2026-10-31", "hs ky"),
        ("văn bản đi tháng này nhiều hơn tháng trước bao nhiêu", "2026-11-01", "2026-11-30",
         "di ky"),
        ("hồ sơ năm nay tăng bao nhiêu phần trăm so với năm ngoái", "2026-01-01", "2026-12-31",
         "hs nam"),
        ("so sánh số hồ sơ quý II và quý III", "2026-04-01", "2026-06-30",
         "hs 20260701-20260930"),
        ("thong ke don thu quy 3", "2026-07-01", "2026-09-30", "don"),
        ("so lieu nam ngoai", "2025-01-01", "2025-12-31", ""),
        ("so lieu don thu nam 2025", "2025-01-01", "2025-12-31", "don"),
        ("tỷ lệ thanh toán trực tuyến", "2026-11-01", "2026-11-30", "?thanh toán trực tuyến"),
        ("how many meetings were held this year", "2026-01-01", "2026-12-31", "hop"),
    ],
)  # fmt: skip
def test_what_is_asked_for(words: str, first: str, last: str, topic: str) -> None:
    asked = understand(words, now=NOW, viewer=OFFICER, lexicon=LEXICON)
    assert asked.question is Question.REPORT_STATISTICS
    span = span_of(asked.slots.when, TODAY)
    assert (str(span.first), str(span.last), asked.slots.topic) == (first, last, topic)


@given(
    st.builds(
        Figures,
        subjects=st.lists(st.sampled_from(Subject), unique=True).map(tuple),
        against=st.none() | st.sampled_from(Against),
        other=st.none()
        | st.builds(
            Period,
            first=st.dates(dt.date(2000, 1, 1), dt.date(2020, 1, 1)),
            last=st.dates(dt.date(2020, 1, 2), dt.date(2040, 1, 1)),
        ),
        unknown=st.sampled_from(("", "hộ nghèo", "di dân", "hop")),
    )
)
def test_a_topic_says_it_all(figures: Figures) -> None:
    assert figures_of(figures.topic) == figures


SPANS = st.builds(
    lambda first, days: Span(first=first, last=first + dt.timedelta(days=days), today=TODAY),
    st.dates(dt.date(2015, 1, 1), dt.date(2026, 11, 21)),
    st.integers(0, 400),
)


@given(SPANS)
def test_what_is_compared_with_lies_before_and_is_no_longer(span: Span) -> None:
    for other in (span.before(), span.a_year_earlier()):
        assert other.first < span.first
        assert other.last < span.counted.last
        assert other.first <= other.last


@pytest.mark.parametrize(
    ("first", "last", "kind", "before", "year_earlier"),
    [
        ("2026-10-01", "2026-10-31", SpanKind.MONTH, "2026-09-01/2026-09-30",
         "2025-10-01/2025-10-31"),
        ("2026-07-01", "2026-09-30", SpanKind.QUARTER, "2026-04-01/2026-06-30",
         "2025-07-01/2025-09-30"),
        ("2026-01-01", "2026-06-30", SpanKind.HALF, "2025-07-01/2025-12-31",
         "2025-01-01/2025-06-30"),
        ("2026-01-01", "2026-09-30", SpanKind.MONTHS, "2025-01-01/2025-09-30",
         "2025-01-01/2025-09-30"),
        ("2025-01-01", "2025-12-31", SpanKind.YEAR, "2024-01-01/2024-12-31",
         "2024-01-01/2024-12-31"),
        ("2026-11-09", "2026-11-15", SpanKind.WEEK, "2026-11-02/2026-11-08",
         "2025-11-09/2025-11-15"),
        ("2026-09-15", "2026-10-14", SpanKind.OTHER, "2026-08-16/2026-09-14",
         "2025-09-15/2025-10-14"),
        # not over on 21/11: as much of the other one
        ("2026-11-01", "2026-11-30", SpanKind.MONTH, "2026-10-01/2026-10-21",
         "2025-11-01/2025-11-21"),
        ("2026-10-01", "2026-12-31", SpanKind.QUARTER, "2026-07-01/2026-08-21",
         "2025-10-01/2025-11-21"),
        ("2026-01-01", "2026-12-31", SpanKind.YEAR, "2025-01-01/2025-11-21",
         "2025-01-01/2025-11-21"),
    ],
)  # fmt: skip
def test_the_other_period(
    first: str, last: str, kind: SpanKind, before: str, year_earlier: str
) -> None:
    day = dt.date.fromisoformat
    span = Span(first=day(first), last=day(last), today=TODAY)
    assert span.kind is kind
    told = [f"{one.first}/{one.last}" for one in (span.before(), span.a_year_earlier())]
    assert told == [before, year_earlier]
