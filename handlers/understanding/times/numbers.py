"""Small numbers in words: “mười lăm”, “hai mươi mốt”, “twenty-one”."""

import re

from handlers.understanding.normalise import fold

_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {"mot": 1, "tu": 4, "lam": 5, "nham": 5, "bay": 7, "bẩy": 7}
_VI = {fold(word): number for number, word in enumerate(_ONES, 1)}
_VI |= {"muoi": 10, "tu": 4, "bẩy": 7, "vai": 3, "may": 3, "doi": 2}
_EN = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_EN_VALUES = {word: number for number, word in enumerate(_EN, 1)} | {
    "a": 1, "an": 1, "couple of": 2, "a couple of": 2, "few": 3, "a few": 3, "thirty": 30,
    "ninety": 90, "sixty": 60, "forty five": 45,
}  # fmt: skip

_ONE = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
VIETNAMESE = (
    rf"\d{{1,3}}|mười (?:{_ONE}|lăm|nhăm)|(?:hai|ba|bốn|năm) mươi(?: (?:{_ONE}|mốt|tư|lăm))?"
    rf"|mười|{_ONE}|vài|mấy"
)
ENGLISH = r"\d{1,3}|(?:a )?couple of|(?:a )?few|an?|forty.five|" + "|".join(
    sorted([*_EN, "thirty", "sixty", "ninety"], key=len, reverse=True)
)


def vietnamese(words: str) -> int:
    """The value of what `VIETNAMESE` matched."""
    plain = fold(words)
    if plain.isdigit():
        return int(plain)
    first, _, rest = plain.partition(" ")
    if first == "muoi":
        return 10 + (_AFTER_TEN.get(rest) or _VI.get(rest, 0))
    if rest.startswith("muoi"):
        last = rest.removeprefix("muoi").strip()
        return 10 * _VI[first] + (_AFTER_TEN.get(last) or _VI.get(last, 0))
    return _VI[first]


def english(words: str) -> int:
    """The value of what `ENGLISH` matched."""
    plain = re.sub(r"[^a-z0-9]+", " ", words)
    return int(plain) if plain.isdigit() else _EN_VALUES[plain]
