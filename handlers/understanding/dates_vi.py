"""Days as they are said in Vietnamese: “chiều mai”, “thứ 5 tuần sau”, “ngày 25/11”."""

import re
from collections.abc import Callable
from datetime import date, datetime
from re import Match

from handlers.understanding import intervals
from handlers.understanding.asked import Interval
from handlers.understanding.intervals import DAY, WEEK, Reader
from handlers.understanding.normalise import fold
from handlers.understanding.spans_vi import COUNTS, SHIFTS, WHICH, YEAR
from handlers.understanding.wording import folded_words, pattern

PART = "sáng|trưa|chiều|tối|đêm"
PART_NAMES = {
    "sang": "morning", "trua": "noon", "chieu": "afternoon", "toi": "evening", "dem": "night",
}  # fmt: skip

_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_WEEKDAY = (
    r"(?:thứ ?(?P<digit>[2-7])|thứ (?P<name>hai|ba|tư|năm|sáu|bảy|bẩy)|t(?P<short>[2-7])"
    r"|chủ nhật|chúa nhật|cn)"
)

_COUNTED = folded_words("lần cái người điều mục số bản cuộc kỳ tờ khóa phần bước nhóm loại thủ")
_UNTIL_NOW = folded_words("đến tới hiện ngày năm lâu tháng tuần xưa trước quý lúc từ")
_NUMBERED = folded_words("số phòng nhà quầy hẻm ngõ kiệt khoản điều mục cv qđ vb tb tổ")
_CALLED = folded_words("chị anh cô bà em ông chú bác dì chí hoa khuyến sao một thị")
_OTHER_THAN_DAYS = folded_words("triệu đồng tỷ tháng ngày lần người")
_NOT_THE_MORNING = folded_words("kiến tạo lập chế suốt tác dài rộng cao hướng")


def _away(count: int) -> Callable[[Match[str], datetime], Interval]:
    def read(_: Match[str], now: datetime) -> Interval:
        return intervals.day(now.date() + count * DAY, now)

    return read


def _part_away(count: int) -> Callable[[Match[str], datetime], Interval]:
    def read(found: Match[str], now: datetime) -> Interval:
        whole = intervals.day(now.date() + count * DAY, now)
        return intervals.part_of(whole, PART_NAMES[fold(found["part"])])

    return read


def _weekday(found: Match[str], now: datetime) -> Interval:
    number = found["digit"] or found["short"]
    name = fold(found["name"] or "")
    weekday = int(number) - 2 if number else _WEEKDAYS.get(name, 6)
    today = now.date()
    week = found["week_before"] or found["week"]
    if week:
        monday = today - today.weekday() * DAY + SHIFTS[fold(week)] * WEEK
        return intervals.day(monday + weekday * DAY, now)
    which = found["which"]
    shift = SHIFTS[fold(which)] if which else 0
    if shift < 0:
        return intervals.day(intervals.coming_weekday(weekday, today - WEEK), now)
    return intervals.day(intervals.coming_weekday(weekday, today + min(shift, 1) * DAY), now)


def _date(found: Match[str], now: datetime) -> Interval | None:
    day, month, year = int(found["day"]), int(found["month"]), found["year"]
    if not year:
        which = intervals.nearest(day, month, now.date())
    else:
        which = intervals.a_date(int(year) if len(year) > 2 else 2000 + int(year), month, day)
    return intervals.day(which, now) if which else None


def _day_of_month(found: Match[str], now: datetime) -> Interval | None:
    day, which = int(found["day"]), found["which"]
    today = now.date()
    if which:
        first = intervals.first_of_month(today.year, today.month + SHIFTS[fold(which)])
        exact: date | None = intervals.a_date(first.year, first.month, day)
    else:
        exact = intervals.coming_day_of_month(day, today)
    return intervals.day(exact, now) if exact else None


READERS = (
    Reader(
        looks=pattern("bây giờ|lúc này|hiện giờ|giờ này"), read=lambda _, n: intervals.moment(n)
    ),
    Reader(looks=pattern("(?:ngày )?(?:hôm|bữa) (?:nay|ni)|hnay"), read=_away(0)),
    Reader(looks=pattern("nay"), read=_away(0), not_after=_UNTIL_NOW | COUNTS),
    # Unmarked it may be “từ trước tới nay”
    Reader(
        looks=pattern("(?P<part>tối) nay"),
        read=_part_away(0),
        not_after=frozenset({"truoc", "do", "nam", "thang"}),
    ),
    Reader(looks=pattern("(?:ngày|hôm|bữa) mai"), read=_away(1)),
    Reader(
        looks=pattern("mai"),
        read=_away(1),
        not_after=_CALLED,
        not_before=frozenset({"tang", "moi", "mot"}),
        may_be_a_name=True,
    ),
    Reader(looks=pattern("(?:ngày|hôm|bữa|mai) mốt|(?:ngày|bữa) kia"), read=_away(2)),
    Reader(looks=re.compile(r"(?<!\w)mốt(?!\w)"), read=_away(2)),  # “mot” is one
    Reader(looks=pattern("(?P<part>sáng|trưa|chiều) mốt"), read=_part_away(2)),
    Reader(looks=re.compile(r"(?<!\w)ngày kìa(?!\w)"), read=_away(3)),
    Reader(looks=pattern("(?:hôm|bữa|ngày hôm) qua|hqua"), read=_away(-1)),
    # “toi qua” is “tôi qua” as well, so that one must be marked
    Reader(looks=pattern("(?P<part>sáng|trưa|chiều|đêm) qua"), read=_part_away(-1)),
    Reader(looks=re.compile(r"(?<!\w)(?P<part>tối) qua(?!\w)"), read=_part_away(-1)),
    Reader(looks=pattern("hôm kia"), read=_away(-2)),
    Reader(looks=re.compile(r"(?<!\w)hôm kìa(?!\w)"), read=_away(-3)),
    Reader(
        looks=pattern(
            f"(?:tuần (?P<week_before>{WHICH}),? )?{_WEEKDAY}"
            f"(?: (?:của )?tuần (?P<week>{WHICH})| (?P<which>{WHICH}))?"
        ),
        read=_weekday,
        not_after=_COUNTED,
        not_before=_OTHER_THAN_DAYS,
    ),
    Reader(
        looks=pattern(
            r"(?:ngày )?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d\d)"
        ),
        read=_date,
    ),
    Reader(
        looks=pattern(r"(?:(?:ngày|hôm) )?(?!24/7)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>)"),
        read=_date,
        not_after=_NUMBERED,
    ),
    Reader(
        looks=pattern(r"(?:ngày|hôm) (?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?P<year>)"),
        read=_date,
    ),
    Reader(
        looks=pattern(rf"(?:(?:ngày|hôm) )?(?P<day>\d{{1,2}}) tháng (?P<month>\d{{1,2}}){YEAR}"),
        read=_date,
    ),
    Reader(
        looks=pattern(rf"(?:ngày|hôm) (?P<day>\d{{1,2}})(?: tháng (?P<which>{WHICH}))?"),
        read=_day_of_month,
    ),
    Reader(looks=pattern(rf"buổi (?P<part>{PART})"), read=_part_away(0)),
    # Bare, only as spelt: “toi” is “tôi”, “sang” is a verb
    Reader(
        looks=re.compile(r"(?<!\w)(?P<part>sáng|trưa|chiều)(?!\w)"),
        read=_part_away(0),
        not_after=frozenset({"mot", "hai", "anh", "chieu"}),
        not_before=_NOT_THE_MORNING,
    ),
)
