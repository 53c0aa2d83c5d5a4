"""One cell as a value: text, a number, a date, one of a few words. What could be two is refused."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl.utils.datetime import from_excel
from rapidfuzz import fuzz, process

from bot.data.imports.columns import Column, header_key

FIRST_YEAR = 1990
FARTHEST = 10  # years ahead
SERIALS = range(32_874, 73_051)  # Excel's days of the years 1990 to 2099
LONGEST = 4_000  # characters of a cell
NEAREST = 3
LAST_DIGITS = 4
ALIKE = 55  # of 100

_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_CLOCK = (
    r"(?:[ ,T]+(?P<hour>\d{1,2})[:hg](?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?"
    r"(?: ?(?P<half>[AaPp][Mm]))?)?"
)
_OURS = re.compile(rf"(?P<day>\d{{1,2}})[/.\-](?P<month>\d{{1,2}})[/.\-](?P<year>\d{{4}}){_CLOCK}")
_ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_CLOCK}")
_WITH_OFFSET = re.compile(r"\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)")
_IN_WORDS = re.compile(
    rf"(?:ngay )?(?P<day>\d{{1,2}}) thang (?P<month>\d{{1,2}}) nam (?P<year>\d{{4}}){_CLOCK}"
)
_CLOCK_FIRST = re.compile(r"(\d{1,2}[:hg]\d{2}(?::\d{2})?)[ ,]+(\d.*)")
_SHORT_YEAR = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}")
_PAIR = re.compile(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}")


class Wrong(Exception):  # noqa: N818 - a cell, not the program
    """The cell cannot be taken: the id of the words, and their facts."""

    def __init__(self, text: str, **facts: Any) -> None:
        super().__init__(text)
        self.text = text
        self.facts = facts


def words(cell: Any) -> str:
    """What stands in a cell, as text, composed and without needless spaces."""
    match cell:
        case None:
            return ""
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime():
            return f"{cell:%d/%m/%Y %H:%M}" if cell.time() != dt.time() else f"{cell:%d/%m/%Y}"
        case dt.date():
            return f"{cell:%d/%m/%Y}"
        case _:
            pass
    text = unicodedata.normalize("NFC", str(cell)).replace("\xa0", " ")
    return " ".join(text.split())


def text(cell: Any) -> str:
    """Words of a sane length."""
    return _sane(words(cell))


def lines(cell: Any) -> str:
    """The same, with the breaks between its lines."""
    return _sane("\n".join(filter(None, map(words, str(cell).splitlines()))))


def _sane(found: str) -> str:
    if len(found) > LONGEST:
        raise Wrong("too-long", most=LONGEST)
    return found


def number(cell: Any) -> int:
    """A whole number from 1: “0812” and “1.234” as well."""
    written = words(cell)
    if _THOUSANDS.fullmatch(written):
        written = written.replace(".", "")
    if not written.isdecimal() or not 0 < int(written) < 10_000_000:
        raise Wrong("number", read=words(cell))
    return int(written)


def last_digits(cell: Any) -> str:
    """The last four digits of somebody's number. What was read is repeated nowhere."""
    digits = re.sub(r"\D", "", words(cell))
    if len(digits) < LAST_DIGITS:
        raise Wrong("digits")
    return digits[-LAST_DIGITS:]


def day(cell: Any, *, zone: ZoneInfo, today: dt.date, american: bool) -> dt.datetime | dt.date:
    """A date, or a moment in the office's zone where the hour is given.

    `american`: the column has dates whose second number is no month, so that of others nobody
    can say which is the day.
    """
    found = _day(cell, zone, american=american)
    if not FIRST_YEAR <= found.year <= today.year + FARTHEST:
        raise Wrong("year", read=words(cell), year=str(found.year))
    return found


def _day(cell: Any, zone: ZoneInfo, *, american: bool) -> dt.datetime | dt.date:
    if isinstance(cell, dt.datetime):
        whole = cell.replace(microsecond=0, tzinfo=cell.tzinfo or zone)
        return whole if whole.time() != dt.time() else whole.date()
    if isinstance(cell, dt.date):
        return cell
    return _written_day(words(cell), zone, american=american)


def _written_day(written: str, zone: ZoneInfo, *, american: bool) -> dt.datetime | dt.date:
    if re.fullmatch(r"\d{5}(\.\d+)?", written) and int(float(written)) in SERIALS:
        return _day(from_excel(float(written)), zone, american=False)
    if swapped := _CLOCK_FIRST.fullmatch(written):
        written = f"{swapped[2]} {swapped[1]}"
    if _WITH_OFFSET.fullmatch(written):
        return _elsewhere(written, zone)
    if found := _ISO.fullmatch(written) or _IN_WORDS.fullmatch(header_key(written)):
        return _moment(found, zone, written)
    if found := _OURS.fullmatch(written):
        if american and int(found["day"]) <= 12:
            raise Wrong("day-ambiguous", read=written)
        return _moment(found, zone, written)
    raise Wrong("day-short-year" if _SHORT_YEAR.match(written) else "day", read=written)


def _elsewhere(written: str, zone: ZoneInfo) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(written).astimezone(zone).replace(microsecond=0)
    except ValueError as wrong:
        raise Wrong("day-none", read=written) from wrong


def _moment(found: re.Match[str], zone: ZoneInfo, written: str) -> dt.datetime | dt.date:
    try:
        date = dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
        if found["hour"] is None:
            return date
        hour = int(found["hour"]) % 12 if found["half"] else int(found["hour"])
        hour += 12 if (found["half"] or "").lower() == "pm" else 0
        time = dt.time(hour, int(found["minute"]))
    except ValueError as wrong:
        raise Wrong("day-none", read=written) from wrong
    return dt.datetime.combine(date, time, zone) if time != dt.time() else date


def is_american(cells: Iterable[Any]) -> bool:
    """Some date of these has its month in front, as 11/20/2026."""
    pairs = (_PAIR.match(cell) for cell in cells if isinstance(cell, str))
    return any(pair and int(pair[2]) > 12 >= int(pair[1]) for pair in pairs)


def choice(cell: Any, column: Column) -> Any:
    """One of the words that the column knows."""
    if isinstance(cell, bool):
        cell = int(cell)
    key = header_key(words(cell))
    if key not in column.choices:
        raise Wrong("choice", read=words(cell), choices=", ".join(column.offered))
    return column.choices[key]


def nearest(sought: str, names: Mapping[str, str]) -> str:
    """The names most like what was sought, in words; empty if none is. `names` by folded name."""
    alike = process.extract(
        header_key(sought), list(names), scorer=fuzz.WRatio, limit=4 * NEAREST, score_cutoff=ALIKE
    )
    return ", ".join([*dict.fromkeys(names[name] for name, _, _ in alike)][:NEAREST])
