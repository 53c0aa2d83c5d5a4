"""Times as they are said in Vietnamese: “chiều mai”, “thứ 5 tuần sau”, “25/11”, “quý này”."""

import re
from collections.abc import Callable
from datetime import date, datetime
from re import Match

from handlers.understanding import intervals
from handlers.understanding.asked import Grain, Interval
from handlers.understanding.intervals import DAY, WEEK, Reader
from handlers.understanding.normalise import fold
from handlers.understanding.wording import folded_words, pattern

PART = "sáng|trưa|chiều|tối|đêm"
PART_NAMES = {
    "sang": "morning", "trua": "noon", "chieu": "afternoon", "toi": "evening", "dem": "night",
}  # fmt: skip

_THIS, _NEXT, _LAST = (
    "này|nầy|nay|ni",
    "sau nữa|sau|tới|kế tiếp|kế",
    "trước nữa|trước|vừa rồi|vừa qua|rồi|qua",
)
_WHICH = f"{_THIS}|{_NEXT}|{_LAST}"
_SHIFTS = {"nay": 0, "ni": 0, "sau nua": 2, "sau": 1, "toi": 1, "ke tiep": 1, "ke": 1}
_SHIFTS |= {"truoc nua": -2, "truoc": -1, "vua roi": -1, "vua qua": -1, "roi": -1, "qua": -1}
_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "vai": 3, "may": 3,
}  # fmt: skip
_NUMBER = r"\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy"
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_WEEKDAY = (
    r"(?:thứ ?(?P<digit>[2-7])|thứ (?P<name>hai|ba|tư|năm|sáu|bảy|bẩy)|t(?P<short>[2-7])"
    r"|chủ nhật|chúa nhật|cn)"
)
_UNITS: dict[str, intervals.Unit] = {
    "ngay": "day", "hom": "day", "tuan": "week", "thang": "month",
}  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?:(?:[/.-]| năm | )(?P<year>(?:19|20)\d\d))?"

_COUNTED = folded_words("lần cái người điều mục số bản cuộc kỳ tờ khóa phần bước nhóm loại thủ")
_COUNTS = frozenset({*_NUMBERS, *map(str, range(100))})
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
        monday = today - today.weekday() * DAY + _SHIFTS[fold(week)] * WEEK
        return intervals.day(monday + weekday * DAY, now)
    which = found["which"]
    shift = _SHIFTS[fold(which)] if which else 0
    if shift < 0:
        return intervals.day(intervals.coming_weekday(weekday, today - WEEK), now)
    return intervals.day(intervals.coming_weekday(weekday, today + min(shift, 1) * DAY), now)


def _week(found: Match[str], now: datetime) -> Interval:
    return intervals.week_of(now.date() + _SHIFTS[fold(found["which"] or "nay")] * WEEK, now)


def _month(found: Match[str], now: datetime) -> Interval:
    return intervals.month(now.year, now.month + _SHIFTS[fold(found["which"])], now)


def _named_month(found: Match[str], now: datetime) -> Interval:
    return intervals.month(int(found["year"] or now.year), int(found["month"]), now)


def _quarter(found: Match[str], now: datetime) -> Interval:
    running = (now.month + 2) // 3
    return intervals.quarter(now.year, running + _SHIFTS[fold(found["which"])], now)


def _named_quarter(found: Match[str], now: datetime) -> Interval:
    said = found["quarter"]
    number = _QUARTERS.get(said) or int(said)
    return intervals.quarter(int(found["year"] or now.year), number, now)


def _year(found: Match[str], now: datetime) -> Interval:
    said = fold(found["which"])
    if said.isdigit():
        return intervals.year(int(said), now)
    return intervals.year(now.year + (-1 if said == "ngoai" else _SHIFTS[said]), now)


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
        first = intervals.first_of_month(today.year, today.month + _SHIFTS[fold(which)])
        exact: date | None = intervals.a_date(first.year, first.month, day)
    else:
        exact = intervals.coming_day_of_month(day, today)
    return intervals.day(exact, now) if exact else None


def _count_away(found: Match[str], now: datetime) -> Interval:
    count = _count(found) if _is_ahead(found) else -_count(found)
    return intervals.day(intervals.later(now.date(), count, _unit(found)), now)


def _count_long(found: Match[str], now: datetime) -> Interval:
    today = now.date()
    if _is_ahead(found):
        last = intervals.later(today, _count(found), _unit(found))
        return intervals.days(today, last + DAY, now, Grain.SPAN)
    first = intervals.later(today, -_count(found), _unit(found))
    return intervals.days(first, today + DAY, now, Grain.SPAN)


def _count(found: Match[str]) -> int:
    said = fold(found["count"])
    return _NUMBERS.get(said) or int(said)


def _unit(found: Match[str]) -> intervals.Unit:
    return _UNITS[fold(found["unit"])]


def _is_ahead(found: Match[str]) -> bool:
    return fold(found["way"] or "nữa") in {"nua", "toi", "sau"}


READERS = (
    Reader(
        looks=pattern("bây giờ|lúc này|hiện giờ|giờ này"), read=lambda _, n: intervals.moment(n)
    ),
    Reader(looks=pattern("(?:ngày )?(?:hôm|bữa) (?:nay|ni)|hnay"), read=_away(0)),
    Reader(looks=pattern("nay"), read=_away(0), not_after=_UNTIL_NOW | _COUNTS),
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
            f"(?:tuần (?P<week_before>{_WHICH}),? )?{_WEEKDAY}"
            f"(?: (?:của )?tuần (?P<week>{_WHICH})| (?P<which>{_WHICH}))?"
        ),
        read=_weekday,
        not_after=_COUNTED,
        not_before=_OTHER_THAN_DAYS,
    ),
    Reader(
        looks=pattern(f"(?:trong )?tuần (?P<which>{_WHICH})|trong tuần"),
        read=_week,
        not_after=_COUNTS,
    ),
    Reader(looks=pattern(f"tháng (?P<which>{_WHICH})"), read=_month, not_after=_COUNTS),
    Reader(looks=pattern(rf"tháng (?P<month>1[0-2]|0?[1-9]){_YEAR}"), read=_named_month),
    Reader(looks=pattern(f"quý (?P<which>{_WHICH})"), read=_quarter, not_after=_COUNTS),
    Reader(looks=pattern(rf"quý (?P<quarter>i{{1,3}}|iv|[1-4]){_YEAR}"), read=_named_quarter),
    Reader(
        looks=pattern(r"năm (?P<which>nay|này|sau|tới|trước|ngoái|(?:19|20)\d\d)"),
        read=_year,
        not_after=_COUNTS | {"thu"},
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
        looks=pattern(rf"(?:(?:ngày|hôm) )?(?P<day>\d{{1,2}}) tháng (?P<month>\d{{1,2}}){_YEAR}"),
        read=_date,
    ),
    Reader(
        looks=pattern(rf"(?:ngày|hôm) (?P<day>\d{{1,2}})(?: tháng (?P<which>{_WHICH}))?"),
        read=_day_of_month,
    ),
    Reader(
        looks=pattern(rf"(?P<count>{_NUMBER}) (?P<unit>ngày|hôm|tuần|tháng) (?P<way>nữa|trước)"),
        read=_count_away,
    ),
    Reader(
        looks=pattern(
            rf"(?:trong )?(?:vòng )?(?P<count>{_NUMBER}) (?P<unit>ngày|tuần|tháng)"
            r" (?P<way>tới|sau|qua|vừa qua|gần đây)"
        ),
        read=_count_long,
    ),
    Reader(
        looks=pattern(
            rf"trong (?:vòng )?(?P<count>{_NUMBER}) (?P<unit>ngày|tuần|tháng)(?P<way>)(?: nữa)?"
        ),
        read=_count_long,
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
