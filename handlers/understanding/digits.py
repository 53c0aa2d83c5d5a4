"""The last four digits of somebody's number, given to show that a dossier is theirs.

Only the last four ever leave this file, however many were typed.
"""

import re
from dataclasses import dataclass, field

from handlers.understanding import normalise
from handlers.understanding.wording import spelt

ENOUGH = 4
MASK = "•" * ENOUGH


@dataclass(frozen=True, kw_only=True)
class Digits:
    """Four digits, and where in the tidied words the number stands that they end."""

    last: str = field(repr=False)
    more: bool  # the number that was typed is longer
    start: int
    end: int

    def masked(self, tidied: str) -> str:
        """The words as they may be kept."""
        return tidied[: self.start] + MASK + tidied[self.end :]


# A telephone number, a CCCD or CMND with or without its spaces, or just the four.
_NUMBER = (
    r"(?P<number>(?:\+?84|0)(?:[ .-]?\d){8,9}|\d{3}(?: \d{3}){2,3}|\d{4}(?: \d{4}){2}|\d{4,12})"
    r"(?![\w/]|[.,-]\d)"
)
_BETWEEN = r"[ ,;:.()“”\"-]"
_WORDS_BEFORE = spelt(
    "bốn|4|số|chữ số|cuối|đuôi|điện thoại|đt|sđt|sdt|dt|di động|cccd|cmnd|căn cước|định danh|mã"
    "|là|của|tôi|em|mình|con|tui|chủ|hồ sơ|đăng ký|đã|với|và|kèm|dạ|thưa|vâng|xin gửi|gửi"
    "|the|last|four|digits|number|phone|id|is|are|my|of|it|s|ends|ending|in|with|and"
)
_GIVEN = re.compile(rf"{_BETWEEN}*(?:(?:{_WORDS_BEFORE}){_BETWEEN}+)*{_NUMBER}")
_POLITE_END = re.compile(
    rf"(?:{_BETWEEN}|{spelt('ạ|nhé|nha|em|ơi|giúp|với|please|thanks|a|nhe')})*"
)


def after(tidied: str, at: int) -> Digits | None:
    """The number that follows a code which ends here: “H37…-0001 0678”, “…, số cuối là 0678”."""
    return _digits(_GIVEN.match(normalise.lower(tidied), at))


def alone(tidied: str) -> Digits | None:
    """A message that gives a number and says nothing else: “0678 ạ”, “bốn số cuối là 0678”."""
    lowered = normalise.lower(tidied)
    found = _GIVEN.match(lowered)
    return _digits(found) if found and _POLITE_END.fullmatch(lowered, found.end()) else None


def _digits(found: re.Match[str] | None) -> Digits | None:
    if found is None:
        return None
    number = re.sub(r"\D", "", found["number"])
    start, end = found.span("number")
    return Digits(last=number[-ENOUGH:], more=len(number) > ENOUGH, start=start, end=end)
