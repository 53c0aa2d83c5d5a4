"""Codes of petitions: ours are ĐT-2026-0758, and people say “đơn số 758”."""

import re
from datetime import datetime

from handlers.understanding.codes.found import (
    DIGIT,
    FOR_DIGITS,
    NOT_COUNTED,
    CodeKind,
    Spelling,
    has_letters_for_digits,
)
from handlers.understanding.wording import spelt

_WHOLE = re.compile(
    r"(?<![\w/])(?P<code>[đdĐD][tT] ?[-/. ]? ?(?P<year>2[0oO]\d\d) ?[-/. ]? ?"
    rf"(?P<number>{DIGIT}{{1,6}}))(?![\w/])"
)
_WORDS = spelt("đơn(?: thư| khiếu nại| tố cáo| kiến nghị| phản ánh| kntc)?|đt|petition")
_SAID = spelt("(?:mang )?số|mã|mã số|no")
_BY_NUMBER = re.compile(
    rf"(?<!\w)(?:(?:{_WORDS})(?: {spelt('lần')} \w+)?(?: (?:{_SAID})[.:]?)?[ #-]{{1,2}}|đt)"
    rf"(?P<code>(?P<number>\d{{1,5}})(?:(?:/|,? {spelt('năm')} )(?P<year>20\d\d))?)"
    rf"(?![\w/]|[.,-]\d){NOT_COUNTED}",
    re.IGNORECASE,
)


def _printed(found: re.Match[str], now: datetime) -> str:
    """One without a year is of this one."""
    year = (found["year"] or str(now.year)).translate(FOR_DIGITS)
    return f"ĐT-{year}-{int(found['number'].translate(FOR_DIGITS)):04d}"


WHOLE = Spelling(
    kind=CodeKind.PETITION, looks=_WHOLE, printed=_printed, repaired=has_letters_for_digits
)
BY_NUMBER = Spelling(kind=CodeKind.PETITION, looks=_BY_NUMBER, printed=_printed)
