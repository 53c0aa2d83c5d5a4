"""“tháng 11 có 3 văn bản mật đến” · A month's number of classified documents, and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.understanding import normalise, reading
from handlers.understanding.asked import Lexicon
from handlers.understanding.wording import pattern
from storage.models import Direction, Secrecy

_LEVELS = {
    Secrecy.ULTRA_SECRET: pattern("tuyệt mật"),
    Secrecy.TOP_SECRET: pattern("tối mật|top secret"),
    Secrecy.SECRET: pattern("mật|secret|classified"),
}
_DIRECTIONS = {
    Direction.INCOMING: pattern("đến|nhận|in(?= ?$)|came in"),
    Direction.OUTGOING: pattern("đi|phát hành|out(?= ?$)|went out"),
}
_NUMBER = pattern(
    r"(?P<number>\d{1,4}) (?:văn bản|công văn|tài liệu|vb|(?:top )?(?:secret|classified)"
    r" documents?)"
    r"|(?:là|:) ?(?P<after>\d{1,4})(?: in| out)?$"
)
_NONE = pattern("không có|no")


@dataclass(frozen=True, kw_only=True)
class CountSaid:
    """How many of one level came or went in a month."""

    month: date  # its first day
    direction: Direction
    level: Secrecy
    number: int


def count_said(words: str, *, now: datetime, lexicon: Lexicon) -> CountSaid | None:
    """All four, or None. A month that is not over yet but has no year is of the last one."""
    lowered = normalise.lower(normalise.tidy(words)).strip(" .!")
    read = reading.read(words, now=now, lexicon=lexicon)
    level = next((one for one, said in _LEVELS.items() if said.search(lowered)), None)
    ways = [one for one, said in _DIRECTIONS.items() if said.search(lowered)]
    number = _NUMBER.search(lowered)
    day = read.when.first_day if read.when else None
    if level is None or len(ways) != 1 or day is None:
        return None
    if number is None and not _NONE.search(lowered):
        return None
    month = day.replace(day=1)
    if month > now.date() and str(month.year) not in words:
        month = month.replace(year=month.year - 1)
    told = (number["number"] or number["after"]) if number else "0"
    return CountSaid(month=month, direction=ways[0], level=level, number=int(told))
