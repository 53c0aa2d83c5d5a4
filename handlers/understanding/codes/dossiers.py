"""Codes of dossiers, by TT 01/2018/TT-VPCP Đ.19 and the shapes seen since.

`000.00.12.H37-261103-0112`: the unit, in it a letter and two digits for the province or the
ministry; the day on which it was received; its number on that day.
"""

import re
from datetime import datetime

from handlers.understanding.codes.found import DIGIT, FOR_DIGITS, CodeKind, Spelling
from handlers.understanding.times import intervals

_POINT = r"(?:[.,] ?| |-)"
_BEFORE = rf"(?<![\w.])(?P<code>(?P<before>(?:{DIGIT}{{2,3}}{_POINT}?){{0,3}})"
# With its dots and dashes, or with others of them instead.
_APART = re.compile(
    rf"{_BEFORE}(?P<top>[GHKghk]{_POINT}?{DIGIT}{{2}})(?P<after>(?:{_POINT}?{DIGIT}{{1,3}}){{0,4}})"
    rf" ?[-. /] ?(?P<day>{DIGIT}{{8}}|{DIGIT}{{6}}) ?[-. /] ?(?P<sequence>{DIGIT}{{4,7}}))(?!\d)"
)
# With nothing between its parts.
_TOGETHER = re.compile(
    rf"{_BEFORE}(?P<top>[GHKghk]{DIGIT}{{2}}){_POINT}?(?P<after>(?:{DIGIT}{{2}}{_POINT}?){{0,2}}?)"
    rf"(?P<day>{DIGIT}{{6}})[- ]?(?P<sequence>{DIGIT}{{4}}))(?!\d)"
)
_SHORT_DAY = 6  # digits
_LONGEST_GROUP = 3
_BETWEEN_PARTS = re.compile(r"[^\dA-Z]+")


def _printed(found: re.Match[str], _: datetime) -> str:
    parts = {name: text.translate(FOR_DIGITS) for name, text in found.groupdict().items()}
    if not _is_a_day(parts["day"]):
        return ""
    top = "".join(filter(str.isalnum, parts["top"])).upper()
    unit = [*_groups(parts["before"], first=3), top, *_groups(parts["after"], first=2)]
    return f"{'.'.join(unit)}-{parts['day']}-{parts['sequence']}"


def _groups(digits: str, *, first: int) -> list[str]:
    """“000.00.12” → its groups; “0000012”, “000.0012” → those it must have had: 3, 2, 2."""
    groups: list[str] = []
    for group in filter(None, re.split(r"\D+", digits)):
        if len(group) <= _LONGEST_GROUP:
            groups.append(group)
        elif not groups and first == 2 and len(group) % _LONGEST_GROUP == 0:
            groups += re.findall("...", group)  # the long form of some ministries: G01.899.909
        else:
            lead = first if not groups else 2
            groups += [group[:lead], *re.findall("..?", group[lead:])]
    return groups


def _is_a_day(digits: str) -> bool:
    digits = f"20{digits}" if len(digits) == _SHORT_DAY else digits
    return intervals.a_date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) is not None


def _is_repaired(typed: str, printed: str) -> bool:
    """A letter became a digit, or where its parts end had to be guessed."""
    return _BETWEEN_PARTS.split(typed.upper()) != _BETWEEN_PARTS.split(printed)


SPELLINGS = tuple(
    Spelling(kind=CodeKind.DOSSIER, looks=looks, printed=_printed, repaired=_is_repaired)
    for looks in (_APART, _TOGETHER)
)
