"""Whether words must be kept nowhere, and why: asked before anything else is done with them.

What gives them away stands in `words.txt`, which says at its head how it is written.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from handlers.understanding import keystrokes, normalise, wording

WORDS = Path(__file__).with_name("words.txt")
BETWEEN = 5  # words at most where the file says “…”
_STEP, _LOOKED_AT = 700, 900  # characters: long messages are looked at piece by piece

_SETS, _DAILY, _NEAR, _UNSURE = "sets", "daily", "near", " unless daily"
_REGISTRATION, _BEGINS = "registration", "registration begins"
_STAMP, _MARKED = "registration stamp", "registration marked"
_AS_SPELT = re.compile(r"(?<!\?)=(\w+)")
_NOT_A_WORD = re.compile(r"[^\w]+|_+")
_BORDER = re.compile(r"[,;:()\[\]{}“”\"\n\r\t|*]+|[.!?]+(?=\s|$)|\s[-–—]+\s")
_NOT_IN_A_LINE = re.compile(r"[^\w,/&-]+|_+")


class Danger(StrEnum):
    """Why words are kept nowhere, in the order in which they are looked for."""

    FIRE = "fire"
    AMBULANCE = "ambulance"
    CHILD = "child"
    POLICE = "police"
    RESCUE = "rescue"
    THREAT = "threat"
    SECRET = "secret"  # noqa: S105 - the name of a danger
    DENOUNCER = "denouncer"
    OTHERS_DATA = "others_data"
    ORDERS = "orders"
    ABUSE = "abuse"

    @property
    def is_emergency(self) -> bool:
        """Somebody needs help now: what is said begins with a number to call."""
        return self in _EMERGENCIES


_EMERGENCIES = (Danger.FIRE, Danger.AMBULANCE, Danger.CHILD, Danger.POLICE, Danger.RESCUE)


def danger_in(words: str) -> Danger | None:
    """The first danger in the words; None for daily work, whatever words it uses."""
    found = {_danger_in_piece(piece) for piece in _pieces(words)}
    return next((danger for danger in Danger if danger in found), None)


def is_near_danger(words: str) -> bool:
    """Whether a danger is in the words, or something that dangers are spoken of with.

    Here neither daily work nor what is harmless elsewhere excuses anything.
    """
    file = _file()
    return any(
        file.near.search(read)
        or any(
            signs.sure.search(read) or signs.unsure.search(read) for signs in file.signs.values()
        )
        for piece in _pieces(words)
        for read in _readings(piece)
    )


def _pieces(words: str) -> list[str]:
    starts = range(0, max(len(words) - _LOOKED_AT, 0) + _STEP, _STEP)
    return [words[start : start + _LOOKED_AT] for start in starts]


def _readings(words: str) -> list[str]:
    """The words as they were typed and, where that differs, as they were meant."""
    tidied = normalise.tidy(words)
    mended = keystrokes.mended(tidied).words
    return [spaced(tidied)] if mended == tidied else [spaced(tidied), spaced(mended)]


def _danger_in_piece(words: str) -> Danger | None:
    read = _readings(words)
    file = _file()
    is_daily = any(file.daily.search(one) for one in read)
    for danger in Danger:
        signs = file.signs[danger]
        if any(signs.tells(one, is_daily=is_daily) for one in read):
            return danger
        if danger is Danger.SECRET and _registers_a_secret(words):
            return danger
    return None


def _registers_a_secret(words: str) -> bool:
    """A line for the register, or words with the number of a document, that bear a degree.

    Here it matters where something ends: “, mật,” is a degree, “mật độ” is none. A degree in
    capitals among small letters stands there like a stamp.
    """
    file = _file()
    tidied = normalise.tidy(_BORDER.sub(" , ", words))
    if not tidied.isupper():
        tidied = file.stamp.sub(lambda found: f", {found[0]} ,", tidied)
    line = " ".join(_NOT_IN_A_LINE.sub(" ", normalise.lower(tidied)).replace(",", " , ").split())
    if not file.registration.search(line):
        return False
    said = file.signs[Danger.SECRET].harmless.sub("¤", file.begins.sub("¤", line))
    return file.marked.search(said) is not None


def spaced(tidied: str) -> str:
    """The words in lower case with one space between them, as the file compares them."""
    return _NOT_A_WORD.sub(" ", normalise.lower(tidied)).strip()


@dataclass
class Signs:
    """What gives a danger away: always, or unless the words are about daily work."""

    sure: re.Pattern[str]
    unsure: re.Pattern[str]
    harmless: re.Pattern[str]

    def tells(self, words: str, *, is_daily: bool) -> bool:
        """Whether one of the signs is there, once what is harmless is out of the words."""
        left = self.harmless.sub("¤", words)
        return bool(self.sure.search(left) or (not is_daily and self.unsure.search(left)))


@dataclass
class File:
    """The sections of the file, ready to be looked for."""

    daily: re.Pattern[str]
    near: re.Pattern[str]
    registration: re.Pattern[str]  # of lines in which a comma is a word of its own
    stamp: re.Pattern[str]  # as it is spelt, of words as they came
    begins: re.Pattern[str]
    marked: re.Pattern[str]
    signs: dict[Danger, Signs] = field(default_factory=dict)


@cache
def _file() -> File:
    sections = _sections(WORDS.read_text("utf-8"))
    sets: dict[str, str] = {}
    for line in sections[_SETS]:
        name, _, words = line.partition(" = ")
        more = _with_sets(words, sets)
        sets[name] = f"(?:{sets[name]}|{more})" if name in sets else f"(?:{more})"
    file = File(
        daily=_pattern(sections[_DAILY], sets),
        near=_pattern(sections[_NEAR], sets),
        registration=_pattern(sections[_REGISTRATION], sets),
        stamp=re.compile(rf"(?<!\w)(?:{'|'.join(sections[_STAMP])})(?!\w)"),
        begins=_pattern(sections[_BEGINS], sets),
        marked=_pattern(sections[_MARKED], sets),
    )
    for danger in Danger:
        file.signs[danger] = Signs(
            sure=_pattern(sections[danger], sets),
            unsure=_pattern(sections[danger + _UNSURE], sets),
            harmless=_pattern(sections[f"{danger} never"], sets),
        )
    return file


def _sections(text: str) -> defaultdict[str, list[str]]:
    sections = defaultdict[str, list[str]](list)
    for heading, line in _lines(text):
        sections[heading].append(line)
    return sections


def _lines(text: str) -> Iterator[tuple[str, str]]:
    heading = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            yield heading, line


def _pattern(lines: list[str], sets: dict[str, str]) -> re.Pattern[str]:
    """Any of the lines; a pattern that is never found where there are none."""
    sources = [_source(line, sets) for line in lines]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sources)})(?!\w)" if sources else r"(?!)")


def _source(line: str, sets: dict[str, str]) -> str:
    """A line as a regular expression, in which what may be typed unmarked stands twice."""
    is_exact = line.startswith("= ")
    parts = _AS_SPELT.split(_with_sets(line.removeprefix("= "), sets))
    return "".join(
        part if is_exact or at % 2 else wording.spelt(part) for at, part in enumerate(parts)
    )


def _with_sets(line: str, sets: dict[str, str]) -> str:
    line = re.sub(r"<(\w+)>", lambda found: sets[found[1]], line)
    line = line.replace(" … ", rf"(?: \S+){{0,{BETWEEN}}} ")
    return re.sub(r"\((?!\?)", "(?:", line)
