"""Neighbours that say one time together: “8h30” “sáng” “thứ 5” “tuần sau”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.understanding.times.partial import Partial, merged
from handlers.understanding.wording import spelt

_GLUE = re.compile(
    rf"[\s,(]*(?:(?:{spelt('vào|lúc|ngày|của|buổi|hôm|nhằm|tức|là|khoảng|tầm|đúng|trong|năm')}"
    r"|on|of|the|at|in|around|about|during|next|by) ?)*[(]?\s*\)?"
)
_DASH = re.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True, kw_only=True)
class Said:
    """What some words say of a time, and the characters that say it."""

    start: int
    end: int
    partial: Partial


def joined(smallest: Sequence[Said], lowered: str) -> list[Said]:
    """Neighbours that fit are put together, as long as there are any; the rest stays apart.

    What names no time by itself is left out if nothing beside it does.
    """
    said = list(smallest)
    at = 0
    while at < len(said) - 1:
        both = _both(said[at], said[at + 1], lowered)
        if both is None:
            at += 1
        else:
            said[at : at + 2] = [both]
            at = max(at - 1, 0)
    return [one for one in said if not one.partial.weak]


def _both(first: Said, second: Said, lowered: str) -> Said | None:
    gap = lowered[first.end : second.start]
    one_has_hours = first.partial.has_hours != second.partial.has_hours
    if not (_GLUE.fullmatch(gap) or (one_has_hours and _DASH.fullmatch(gap))):
        return None
    both = merged(first.partial, second.partial)
    if both is None:
        return None
    end = second.end
    if "(" in gap and lowered[end : end + 1] == ")":
        end += 1
    return Said(start=first.start, end=end, partial=both)
