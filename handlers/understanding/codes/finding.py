"""All codes in a message."""

import re
from datetime import datetime

from handlers.understanding.codes import documents, dossiers, numbers, petitions
from handlers.understanding.codes.found import FoundCode

# In this order: what one has taken is not looked at by the next.
_SPELLINGS = (
    *dossiers.SPELLINGS,
    numbers.ADDRESS,
    petitions.WHOLE,
    *documents.WHOLE,
    *numbers.SPELLINGS,
    petitions.BY_NUMBER,
    documents.BY_KIND,
)
_DASHES = re.compile(r"[‐‑‒–—―−_]")


def find_codes(tidied: str, now: datetime) -> list[FoundCode]:
    """All codes in tidied words, in their order; a petition without a year is of this one."""
    dashed = _DASHES.sub("-", tidied)
    found: list[FoundCode] = []
    for spelling in _SPELLINGS:
        for match in spelling.looks.finditer(dashed):
            start, end = match.span("code")
            if any(start < other.end and other.start < end for other in found):
                continue
            printed = spelling.printed(match, now)
            if printed is not None:
                one = FoundCode(
                    start=start,
                    end=end,
                    kind=spelling.kind,
                    printed=printed,
                    repaired=bool(printed) and spelling.repaired(match["code"], printed),
                )
                found.append(one)
    return sorted(found, key=lambda one: one.start)
