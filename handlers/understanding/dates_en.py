"""Times as they are said in English: “tomorrow afternoon”, “next Friday”, “in 3 days”."""

from collections.abc import Callable
from datetime import datetime
from re import Match

from handlers.understanding import intervals
from handlers.understanding.asked import Grain, Interval
from handlers.understanding.intervals import DAY, WEEK, Reader
from handlers.understanding.wording import pattern

PART = "morning|noon|afternoon|evening|night"

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WHICH = "this|current|next|coming|last|previous|past"
_SHIFTS = {"this": 0, "current": 0, "next": 1, "coming": 1, "last": -1, "previous": -1, "past": -1}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = r"\d{1,3}|" + "|".join(_NUMBERS)
_UNIT = "(?P<unit>day|week|month)s?"
_UNITS: dict[str, intervals.Unit] = {"day": "day", "week": "week", "month": "month"}
_MONTH = f"(?P<month>{'|'.join(_MONTHS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>20\d\d))?"


def _away(count: int) -> Callable[[Match[str], datetime], Interval]:
    def read(_: Match[str], now: datetime) -> Interval:
        return intervals.day(now.date() + count * DAY, now)

    return read


def _part_today(part: str) -> Callable[[Match[str], datetime], Interval]:
    def read(_: Match[str], now: datetime) -> Interval:
        return intervals.part_of(intervals.day(now.date(), now), part)

    return read


def _this_part(found: Match[str], now: datetime) -> Interval:
    return _part_today(found["part"])(found, now)


def _weekday(found: Match[str], now: datetime) -> Interval:
    today, weekday = now.date(), _WEEKDAYS.index(found["weekday"])
    which = found["week"] or found["which"]
    if which in {"last", "past", "previous"} and not found["week"]:
        return intervals.day(intervals.coming_weekday(weekday, today - WEEK), now)
    if which is None or which == "coming":
        return intervals.day(intervals.coming_weekday(weekday, today), now)
    monday = today - today.weekday() * DAY + _SHIFTS[which] * WEEK
    return intervals.day(monday + weekday * DAY, now)


def _around(found: Match[str], now: datetime) -> Interval:
    shift = _SHIFTS[found["which"]]
    match found["unit"]:
        case "week":
            return intervals.week_of(now.date() + shift * WEEK, now)
        case "month":
            return intervals.month(now.year, now.month + shift, now)
        case "quarter":
            return intervals.quarter(now.year, (now.month + 2) // 3 + shift, now)
        case _:
            return intervals.year(now.year + shift, now)


def _named_month(found: Match[str], now: datetime) -> Interval:
    number = _MONTHS.index(found["month"]) + 1
    return intervals.month(int(found["year"] or now.year), number, now)


def _date(found: Match[str], now: datetime) -> Interval | None:
    day, month, year = int(found["day"]), found["month"], found["year"]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    if year:
        which = intervals.a_date(int(year), number, day)
    else:
        which = intervals.nearest(day, number, now.date())
    return intervals.day(which, now) if which else None


def _count_away(sign: int) -> Callable[[Match[str], datetime], Interval]:
    def read(found: Match[str], now: datetime) -> Interval:
        return intervals.day(intervals.later(now.date(), sign * _count(found), _unit(found)), now)

    return read


def _count_long(found: Match[str], now: datetime) -> Interval:
    today = now.date()
    if found["which"] in {"last", "past", "previous"}:
        start = intervals.later(today, -_count(found), _unit(found))
        return intervals.days(start, today + DAY, now, Grain.SPAN)
    after = intervals.later(today, _count(found), _unit(found)) + DAY
    return intervals.days(today, after, now, Grain.SPAN)


def _unit(found: Match[str]) -> intervals.Unit:
    return _UNITS[found["unit"]]


def _count(found: Match[str]) -> int:
    said: str = found["count"]
    return _NUMBERS.index(said) + 1 if said in _NUMBERS else int(said)


READERS = (
    Reader(looks=pattern("right now|now"), read=lambda _, now: intervals.moment(now)),
    Reader(looks=pattern("today"), read=_away(0)),
    Reader(looks=pattern("tonight"), read=_part_today("evening")),
    Reader(looks=pattern("tomorrow"), read=_away(1)),
    Reader(looks=pattern("(?:the )?day after tomorrow"), read=_away(2)),
    Reader(looks=pattern("yesterday"), read=_away(-1)),
    Reader(looks=pattern("(?:the )?day before yesterday"), read=_away(-2)),
    Reader(looks=pattern(f"this (?P<part>{PART})"), read=_this_part),
    Reader(
        looks=pattern(
            f"(?:(?P<which>{_WHICH}) )?(?P<weekday>{'|'.join(_WEEKDAYS)})"
            f"(?: (?:of )?(?P<week>{_WHICH}) week)?"
        ),
        read=_weekday,
    ),
    Reader(looks=pattern(f"(?P<which>{_WHICH}) (?P<unit>week|month|quarter|year)"), read=_around),
    Reader(looks=pattern(rf"in {_MONTH}{_YEAR}"), read=_named_month),
    Reader(looks=pattern(rf"(?:the )?{_DAY}(?: of)? {_MONTH}{_YEAR}"), read=_date),
    Reader(looks=pattern(rf"{_MONTH}(?: the)? {_DAY}{_YEAR}"), read=_date),
    Reader(
        looks=pattern(r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"),
        read=_date,
    ),
    Reader(looks=pattern(rf"in (?P<count>{_NUMBER}) {_UNIT}"), read=_count_away(1)),
    Reader(looks=pattern(rf"(?P<count>{_NUMBER}) {_UNIT} from now"), read=_count_away(1)),
    Reader(looks=pattern(rf"(?P<count>{_NUMBER}) {_UNIT} ago"), read=_count_away(-1)),
    Reader(
        looks=pattern(
            rf"(?:(?:in|within|over) )?(?:the )?(?P<which>{_WHICH}) (?P<count>{_NUMBER}) {_UNIT}"
        ),
        read=_count_long,
    ),
    Reader(looks=pattern(rf"within(?P<which>) (?P<count>{_NUMBER}) {_UNIT}"), read=_count_long),
)
