"""From a số, ký hiệu however much of it was said to what can be looked up."""

import re

from storage.documents import SoughtNumber
from storage.folding import folded
from storage.models import Direction, DocumentKind

_PARTS = re.compile(r"[^\s/.,-]+")
_NUMBER = re.compile(r"\d{1,6}[a-z]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What may stand around a number and is no part of a ký hiệu (NĐ 30/2020, Phụ lục I).
_AROUND = frozenset({"so", "vb", "van", "ban", "nam", "v", "document", "no", "year"})
_OFFICIAL_LETTER = frozenset({"cv", "cong"})
_DIRECTIONS = {
    "di": Direction.OUTGOING,
    "den": Direction.INCOMING,
    "outgoing": Direction.OUTGOING,
    "incoming": Direction.INCOMING,
}


def sought_number(
    words: str, *, this_year: int, around: str = "", year: int | None = None
) -> SoughtNumber | None:
    """“QĐ số 3100 năm 2023”, “cv 1234 kgvx”, “16-NQ/TW”; None if there is no number in it.

    `around` are words beside the number that may say which way the document went. A year in the
    words goes before the `year` given.
    """
    parts = _PARTS.findall(folded(words))
    number = next((part for part in parts if _NUMBER.fullmatch(part)), None)
    if number is None:
        return None
    parts.remove(number)
    said_year = next((part for part in parts if _YEAR.fullmatch(part)), None)
    beside = set(parts) | set(_PARTS.findall(folded(around)))
    known = _AROUND | _OFFICIAL_LETTER | _DIRECTIONS.keys() | {said_year}
    return SoughtNumber(
        number=number.lstrip("0") or "0",
        groups=tuple(part for part in parts if part not in known and part.isalnum()),
        kind=DocumentKind.OFFICIAL_LETTER if _OFFICIAL_LETTER & set(parts) else None,
        year=int(said_year) if said_year else year,
        book_year=int(said_year) if said_year else year or this_year,
        direction=next((way for word, way in _DIRECTIONS.items() if word in beside), None),
    )
