"""What is found of codes, and what their spellings share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.understanding.wording import spelt

DIGIT = "[0-9oOlI]"  # letters that are often typed for a nought or a one
FOR_DIGITS = str.maketrans("oOlI", "0011")
LETTERS_FOR_DIGITS = re.compile(r"[oOlI](?=[\d.-])|(?<=[\d.-])[oOlI]")
# “đơn 12 người”, “văn bản 3 trang”: a number that counts is no code.
_A_YEAR = r"(?! (?:(?:19|20)\d\d(?!-)|nay|này|ngoái))"
NOT_COUNTED = (
    spelt(
        rf"(?! ?(?:%|(?:ngày|tuần|tháng|năm{_A_YEAR}|giờ|phút|lần|người|tờ|trang|bản|cái"
        r"|văn bản|đơn|hồ sơ|tỷ|triệu|nghìn|đồng|hộ|ha|km|m2)(?!\w)))"
    )
    + r"(?! ?cửa(?!\w))"  # unmarked it is “của” as well
)


class CodeKind(StrEnum):
    """What a code belongs to."""

    DOSSIER = "dossier"
    PETITION = "petition"
    DOCUMENT = "document"
    PROCEDURE = "procedure"
    PHONE = "phone"
    OTHER = "other"  # an account number, an address: no date and no name in it


@dataclass(frozen=True, kw_only=True)
class FoundCode:
    """A code, and the characters of the tidied words that hold it.

    `printed` is empty when it looks like a code but cannot be one (an impossible date in it).
    `repaired`: it was not typed so, and whoever typed it should be asked whether it is meant.
    """

    start: int
    end: int
    kind: CodeKind
    printed: str
    repaired: bool = False


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """One way of typing a code: what it looks like (`code` in it), and its printed form.

    `printed` answers None for what only looks like one. What it gives is `repaired` where a
    letter became a digit or the end of a part had to be guessed.
    """

    kind: CodeKind
    looks: re.Pattern[str]
    printed: Callable[[re.Match[str], datetime], str | None]
    repaired: Callable[[str, str], bool] = lambda _typed, _printed: False


def has_letters_for_digits(typed: str, _printed: str) -> bool:
    """An O was typed for a nought, or an l for a one."""
    return LETTERS_FOR_DIGITS.search(typed) is not None
