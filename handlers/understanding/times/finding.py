"""Which times a message names, and where in it."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import heapify, heappop, heapreplace

from handlers.understanding import normalise
from handlers.understanding.asked import Grain
from handlers.understanding.times import (
    english_days,
    english_spans,
    feasts,
    intervals,
    joining,
    ranges,
    vietnamese_counts,
    vietnamese_days,
    vietnamese_hours,
    vietnamese_spans,
)
from handlers.understanding.times.joining import Said
from handlers.understanding.times.partial import Partial
from handlers.understanding.times.ranges import FoundTime
from handlers.understanding.times.reader import Reader
from handlers.understanding.times.seen import USUAL, Seen
from handlers.understanding.wording import pattern, spelt
from scheduler.calendar import WorkingCalendar

READERS = (
    *vietnamese_days.DAYS,
    *vietnamese_hours.PARTS,
    *vietnamese_hours.CLOCKS,
    *vietnamese_spans.SPANS,
    *vietnamese_counts.STEPS,
    *vietnamese_counts.COUNTED,
    *feasts.FEASTS,
    *english_days.READERS,
    *english_spans.SPANS,
    *english_spans.COUNTED,
)

_WORD_BEFORE = re.compile(r"([^\W_]+)[^\w,.;]*\Z")
_WORD_AFTER = re.compile(r"[^\w,.;]*([^\W_]+)")
# A longer number or code goes on there: “1/25/11”, “25/11-UBND”
# … but “8h30-10h” and “t2-t6” are two times.
_GLUED_BEFORE = re.compile(r"(?:\w[/.,]|(?<![hg])(?<![h:]\d\d)(?<!t\d)(?<=\w)-|[$€₫#])\Z")
_GLUED_AFTER = re.compile(r"[/.,]\w|-(?!\d{1,2} ?[hg:]|t[2-7]|thứ|thu )\w|%")
_A_NUMBER_TO = re.compile(r"(?<![\w/.,:-])\d{1,2}-\Z")
# “2 tuần trước” counts weeks; in “thứ 2 tuần trước”, “tháng 8 năm ngoái” the number is a name.
_A_COUNT = re.compile(
    r"(?<!\w)(?:"
    + spelt(r"(?<!thứ )(?<!tháng )(?<!quý )(?<!ngày )(?<!mùng )(?<!mồng )(?<!/)(?<!tuần )")
    + r"(?:\d{1,2}|"
    + spelt("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy|nửa")
    + r")|"
    + spelt("mỗi|hàng|từng|nhiều")
    + r") \Z"
)
# What is told has been; but “đã có lịch chưa” asks about what comes.
_HAS_BEEN = pattern(
    "(?:đã|vừa|h\\u1ed3i|hồi (?:thứ|tháng|đầu|cuối|sáng|chiều|tuần))(?!.*(?:chưa|chua))"
    "|(?:hôm|bữa|hổm) (?:thứ|t[2-7]|cn|chủ nhật)"
    "|was|were|did|had|has been|have been|met|ended|sent|received|came"
)
_SAME_PERIOD = pattern(
    "(?:so )?(?:với )?cùng (?:kỳ|kì)(?: của)?(?: (?:năm )?(?:trước|ngoái|(?P<year>20\\d\\d)))?"
    "|same period(?: of)?(?: the)?(?: (?:last|previous) year| (?P<in_year>20\\d\\d))?"
)
_BLANK = "¤"


@dataclass(frozen=True, kw_only=True)
class Times:
    """The times that words name, in their order, and the first one that no calendar has."""

    found: list[FoundTime]
    impossible: Said | None = None  # “30/2”


def find_times(tidied: str, now: datetime, calendar: WorkingCalendar = USUAL) -> list[FoundTime]:
    """All times that tidied words name, in their order."""
    return read_times(tidied, now, calendar).found


def read_times(tidied: str, now: datetime, calendar: WorkingCalendar = USUAL) -> Times:
    """All times that tidied words name, and one that there is not.

    `now` is aware, in the office's zone, and so are the times. Codes and numbers of documents
    must have been taken out before: “12/5” in one of them is not the 12th of May.
    """
    lowered = normalise.lower(tidied)
    seen = Seen(now=now, calendar=calendar, past=_HAS_BEEN.search(lowered) is not None)
    same = _SAME_PERIOD.search(lowered)
    if same is None:
        found, impossible = _times(tidied, lowered, seen)
        return Times(found=found, impossible=impossible)
    hidden = _BLANK * (same.end() - same.start())
    times, impossible = _times(
        tidied[: same.start()] + hidden + tidied[same.end() :],
        lowered[: same.start()] + hidden + lowered[same.end() :],
        seen,
    )
    times.append(_same_period(same, times, seen))
    return Times(found=sorted(times, key=lambda one: one.start), impossible=impossible)


def _times(tidied: str, lowered: str, seen: Seen) -> tuple[list[FoundTime], Said | None]:
    said = joining.joined(_smallest(tidied, lowered, seen), lowered)
    impossible = next((one for one in said if one.partial.impossible), None)
    return ranges.found(said, lowered, seen), impossible


def _smallest(tidied: str, lowered: str, seen: Seen) -> list[Said]:
    """What single expressions say, in their order; of two that overlap the longer one."""
    waiting = [
        (match.start(), -match.end(), number, match)
        for number, reader in enumerate(READERS)
        if (match := reader.looks.search(lowered))
    ]
    heapify(waiting)
    found: list[Said] = []
    while waiting:
        start, _, number, match = waiting[0]
        reader, taken = READERS[number], found[-1].end if found else 0
        if start >= taken and (partial := _meant(reader, match, tidied, lowered, seen)):
            found.append(Said(start=start, end=match.end(), partial=partial))
            taken = match.end()
        following = reader.looks.search(lowered, max(start + 1, taken))
        if following:
            heapreplace(waiting, (following.start(), -following.end(), number, following))
        else:
            heappop(waiting)
    return found


def _meant(
    reader: Reader, match: re.Match[str], tidied: str, lowered: str, seen: Seen
) -> Partial | None:
    is_meant = _is_meant(reader, match, tidied, lowered)
    return reader.read(match, seen) if is_meant else None


def _is_meant(reader: Reader, match: re.Match[str], tidied: str, lowered: str) -> bool:
    """Whether its neighbours leave it a time: not “đến nay”, “lần thứ hai”, “chị Mai”."""
    start, end = match.span()
    goes_on = _GLUED_AFTER.match(tidied, end)
    if goes_on or (
        _GLUED_BEFORE.search(tidied, 0, start) and not _ends_range(reader, tidied, start)
    ):
        return False
    if reader.may_be_a_name and start and tidied[start].isupper() and not tidied.isupper():
        return False
    if reader.counted and _A_COUNT.search(lowered, 0, start):
        return False
    before, after = _WORD_BEFORE.search(tidied, 0, start), _WORD_AFTER.match(tidied, end)
    return not (
        (before and normalise.fold(before[1]) in reader.not_after)
        or (after and normalise.fold(after[1]) in reader.not_before)
    )


def _ends_range(reader: Reader, tidied: str, start: int) -> bool:
    return reader.after_dash and _A_NUMBER_TO.search(tidied, 0, start) is not None


def _same_period(found: re.Match[str], others: list[FoundTime], seen: Seen) -> FoundTime:
    """“Cùng kỳ”: what else is spoken of, a year earlier; alone the year until today."""
    of_others = next(
        (one.interval for one in reversed(others) if one.interval.start and one.interval.end), None
    )
    year_ago = intervals.later(seen.today, -intervals.MONTHS_IN_A_YEAR)
    if of_others and of_others.start and of_others.end:
        year = found["year"] or found["in_year"]
        back = seen.today.year - int(year) if year else 1
        interval = replace(
            of_others,
            start=_years_back(of_others.start, back),
            end=_years_back(of_others.end, back),
        )
    else:
        first = year_ago.replace(month=1, day=1)
        until_then = year_ago + intervals.DAY
        interval = intervals.days(first, until_then, seen.now, Grain.SPAN).as_interval()
    return FoundTime(start=found.start(), end=found.end(), interval=interval)


def _years_back(moment: datetime, count: int) -> datetime:
    day = intervals.later(moment.date(), -count * intervals.MONTHS_IN_A_YEAR)
    return datetime.combine(day, moment.timetz())
