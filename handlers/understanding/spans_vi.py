"""Longer times, and counted ones, in Vietnamese: “tuần sau”, “quý III/2026”, “3 ngày nữa”."""

from datetime import datetime
from re import Match

from handlers.understanding import intervals
from handlers.understanding.asked import Grain, Interval
from handlers.understanding.intervals import DAY, WEEK, Reader
from handlers.understanding.normalise import fold
from handlers.understanding.wording import pattern

_THIS, _NEXT, _LAST = (
    "này|nầy|nay|ni",
    "sau nữa|sau|tới|kế tiếp|kế",
    "trước nữa|trước|vừa rồi|vừa qua|rồi|qua",
)
WHICH = f"{_THIS}|{_NEXT}|{_LAST}"
SHIFTS = {"nay": 0, "ni": 0, "sau nua": 2, "sau": 1, "toi": 1, "ke tiep": 1, "ke": 1}
SHIFTS |= {"truoc nua": -2, "truoc": -1, "vua roi": -1, "vua qua": -1, "roi": -1, "qua": -1}
_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "vai": 3, "may": 3,
}  # fmt: skip
_NUMBER = r"\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy"
_UNITS: dict[str, intervals.Unit] = {
    "ngay": "day", "hom": "day", "tuan": "week", "thang": "month",
}  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
YEAR = r"(?:(?:[/.-]| năm | )(?P<year>(?:19|20)\d\d))?"

COUNTS = frozenset({*_NUMBERS, *map(str, range(100))})


def _week(found: Match[str], now: datetime) -> Interval:
    return intervals.week_of(now.date() + SHIFTS[fold(found["which"] or "nay")] * WEEK, now)


def _month(found: Match[str], now: datetime) -> Interval:
    return intervals.month(now.year, now.month + SHIFTS[fold(found["which"])], now)


def _named_month(found: Match[str], now: datetime) -> Interval:
    return intervals.month(int(found["year"] or now.year), int(found["month"]), now)


def _quarter(found: Match[str], now: datetime) -> Interval:
    running = (now.month + 2) // 3
    return intervals.quarter(now.year, running + SHIFTS[fold(found["which"])], now)


def _named_quarter(found: Match[str], now: datetime) -> Interval:
    said = found["quarter"]
    number = _QUARTERS.get(said) or int(said)
    return intervals.quarter(int(found["year"] or now.year), number, now)


def _year(found: Match[str], now: datetime) -> Interval:
    said = fold(found["which"])
    if said.isdigit():
        return intervals.year(int(said), now)
    return intervals.year(now.year + (-1 if said == "ngoai" else SHIFTS[said]), now)


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
        looks=pattern(f"(?:trong )?tuần (?P<which>{WHICH})|trong tuần"),
        read=_week,
        not_after=COUNTS,
    ),
    Reader(looks=pattern(f"tháng (?P<which>{WHICH})"), read=_month, not_after=COUNTS),
    Reader(looks=pattern(rf"tháng (?P<month>1[0-2]|0?[1-9]){YEAR}"), read=_named_month),
    Reader(looks=pattern(f"quý (?P<which>{WHICH})"), read=_quarter, not_after=COUNTS),
    Reader(looks=pattern(rf"quý (?P<quarter>i{{1,3}}|iv|[1-4]){YEAR}"), read=_named_quarter),
    Reader(
        looks=pattern(r"năm (?P<which>nay|này|sau|tới|trước|ngoái|(?:19|20)\d\d)"),
        read=_year,
        not_after=COUNTS | {"thu"},
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
)
