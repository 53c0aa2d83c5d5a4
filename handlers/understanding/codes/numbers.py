"""Codes of procedures, telephone numbers, and other long numbers and addresses."""

import re
from datetime import datetime

from handlers.understanding.codes.found import (
    DIGIT,
    FOR_DIGITS,
    CodeKind,
    Spelling,
    has_letters_for_digits,
)
from handlers.understanding.wording import spelt

_ADDRESS = re.compile(r"(?P<code>https?://\S+|[^\s@]+@[^\s@]+)")
_PROCEDURE = re.compile(
    rf"(?:(?<![\w.])|(?<=tthc)|(?<=TTHC))(?P<code>(?P<level>[123lI])[.,](?P<number>{DIGIT}{{6}})"
    r"(?P<body>(?:\.[\dGHKghk]{2,3})*))(?!\w|[.,]\d)"
)
_PHONE = re.compile(
    r"(?<![\w.,-])(?P<code>\(?(?:\+ ?84|84|[0oO])\)?(?:[ .-]?\(?[\doOlI]\)?){8,10})"
    r"(?!\w|/(?!0\d)|[.,-]\d)"
)
_PROCEDURE_BY_WORD = re.compile(
    rf"(?:{spelt('thủ tục|tthc')}) (?:{spelt('số|mã')} )?"
    r"(?P<code>(?P<level>[123])(?P<number>\d{6})(?P<body>))(?![\w.,/-])",
    re.IGNORECASE,
)
# Numbers of ten digits that nobody can dial
_NO_PHONE = re.compile(
    rf"(?:{spelt('mst|mã số thuế|tài khoản|stk|cccd|cmnd|căn cước')})(?: {spelt('số')})?[ :.]*\Z",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![\w.])(?P<code>\d{7,})(?!\w)")
_DIALLED = re.compile(r"0[35789]\d{8}|02\d{8,9}")  # mobile, or of a house
COUNTRY = "84"


def _as_typed(found: re.Match[str], _: datetime) -> str:
    return found["code"]


def _procedure(found: re.Match[str], _: datetime) -> str:
    """Mã TTHC: a level, six digits, and perhaps the body that published it."""
    number = found["number"].translate(FOR_DIGITS)
    return f"{found['level'].translate(FOR_DIGITS)}.{number}{found['body'].upper()}"


def _phone(found: re.Match[str], _: datetime) -> str | None:
    """As it is dialled in the country: ten digits, or eleven of a house."""
    if _NO_PHONE.search(found.string, 0, found.start()):
        return None
    digits = re.sub(r"\D", "", found["code"].translate(FOR_DIGITS))
    if digits.startswith(COUNTRY):
        digits = "0" + digits.removeprefix(COUNTRY).removeprefix("0")
    return digits if _DIALLED.fullmatch(digits) else None


ADDRESS = Spelling(kind=CodeKind.OTHER, looks=_ADDRESS, printed=_as_typed)
SPELLINGS = (
    Spelling(kind=CodeKind.PROCEDURE, looks=_PROCEDURE_BY_WORD, printed=_procedure),
    Spelling(
        kind=CodeKind.PROCEDURE,
        looks=_PROCEDURE,
        printed=_procedure,
        repaired=has_letters_for_digits,
    ),
    Spelling(kind=CodeKind.PHONE, looks=_PHONE, printed=_phone, repaired=has_letters_for_digits),
    Spelling(kind=CodeKind.OTHER, looks=_LONG, printed=_as_typed),
)
