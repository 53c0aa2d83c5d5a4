"""Which times a message names, and where in it."""

import re
from dataclasses import dataclass
from datetime import datetime

from handlers.understanding import dates_en, dates_vi, intervals, normalise, spans_vi
from handlers.understanding.asked import Grain, Interval
from handlers.understanding.intervals import Reader
from handlers.understanding.wording import spelt

READERS = (*dates_vi.READERS, *spans_vi.READERS, *dates_en.READERS)

_PART = rf"(?P<part>{spelt(dates_vi.PART)}|{dates_en.PART})"
_PART_BEFORE = re.compile(
    rf"(?<!\w)(?:{spelt('vào |buổi |vào buổi ')})?{_PART},? (?:of )?(?P<bare>)\Z"
)
# “lich cua toi hom nay”: an unmarked “toi” is “tôi” here, not “tối”
_OF_ME = re.compile(rf"(?<!\w)(?:{spelt('của|cho|giúp|với|báo|nhắc')}) toi \Z")
# After the day an unmarked “toi” is “tới” or “tôi”: “thu 6 nay toi han”
_PART_AFTER = re.compile(
    rf",? (?:(?:{spelt('vào |buổi |vào buổi ')}|in the |at ){_PART}"
    rf"|(?P<bare>{spelt('sáng|trưa|chiều')}|tối|đêm|{dates_en.PART}))(?!\w)"
)
_WORD_BEFORE = re.compile(r"([^\W_]+)[^\w,.;]*\Z")
_WORD_AFTER = re.compile(r"\W*([^\W_]+)")
# A longer number or code goes on there: “1/25/11”, “25/11-UBND”
_GLUED_BEFORE = re.compile(r"\w[/.,-]\Z")
_GLUED_AFTER = re.compile(r"[/.,-]\w")


@dataclass(frozen=True, kw_only=True)
class FoundTime:
    """A time, and the characters of the tidied words that name it."""

    start: int
    end: int
    interval: Interval


def parse_time(words: str, now: datetime) -> Interval | None:
    """The first time that the words name; None if they name none.

    `now` is aware, in the office's zone, and so is the answer. Codes and numbers of documents
    must have been taken out before: “12/5” in one of them is not the 12th of May.
    """
    found = find_times(normalise.tidy(words), now)
    return found[0].interval if found else None


def find_times(tidied: str, now: datetime) -> list[FoundTime]:
    """All times that tidied words name, in their order; of two that overlap the longer one."""
    lowered = normalise.lower(tidied)
    found = [
        _with_part(FoundTime(start=match.start(), end=match.end(), interval=interval), lowered)
        for reader in READERS
        for match in reader.looks.finditer(lowered)
        if _is_meant(reader, match, tidied) and (interval := reader.read(match, now))
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    apart: list[FoundTime] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _is_meant(reader: Reader, match: re.Match[str], tidied: str) -> bool:
    """Whether its neighbours leave it a time: not “đến nay”, “lần thứ hai”, “chị Mai”."""
    start, end = match.span()
    if _GLUED_BEFORE.search(tidied, 0, start) or _GLUED_AFTER.match(tidied, end):
        return False
    if reader.may_be_a_name and start and tidied[start].isupper() and not tidied.isupper():
        return False
    before, after = _WORD_BEFORE.search(tidied, 0, start), _WORD_AFTER.match(tidied, end)
    return not (
        (before and normalise.fold(before[1]) in reader.not_after)
        or (after and normalise.fold(after[1]) in reader.not_before)
    )


def _with_part(one: FoundTime, lowered: str) -> FoundTime:
    """The same day narrowed to the part of it that is named beside it: “chiều” mai."""
    if one.interval.grain is not Grain.DAY:
        return one
    start, end = one.start, one.end
    part = _PART_BEFORE.search(lowered, 0, start)
    if part and not (part["part"] == "toi" and _OF_ME.search(lowered, 0, part.end())):
        start = part.start()
    elif part := _PART_AFTER.match(lowered, end):
        end = part.end()
    else:
        return one
    said = part["part"] or part["bare"]
    name = dates_vi.PART_NAMES.get(normalise.fold(said), said)
    return FoundTime(start=start, end=end, interval=intervals.part_of(one.interval, name))
