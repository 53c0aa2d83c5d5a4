"""Codes of dossiers and petitions, numbers of documents: however typed, in their printed form."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.understanding import intervals, normalise
from handlers.understanding.wording import spelt


class CodeKind(StrEnum):
    """What a code belongs to."""

    DOSSIER = "dossier"
    PETITION = "petition"
    DOCUMENT = "document"
    OTHER = "other"  # a telephone number, the code of a procedure: no date and no name in it


@dataclass(frozen=True, kw_only=True)
class FoundCode:
    """A code, and the characters of the tidied words that hold it.

    `printed` is empty when it looks like a code but cannot be one (an impossible date in it).
    """

    start: int
    end: int
    kind: CodeKind
    printed: str


def find_codes(tidied: str, now: datetime) -> list[FoundCode]:
    """All codes in tidied words, in their order; a petition without a year is of this one."""
    dashed = _DASHES.sub("-", tidied)
    found: list[FoundCode] = []
    for kind, looks, printed in _KINDS:
        for match in looks.finditer(dashed):
            start, end = match.span("code")
            if all(end <= other.start or start >= other.end for other in found):
                text = printed(match, now)
                if text is not None:
                    found.append(FoundCode(start=start, end=end, kind=kind, printed=text))
    return sorted(found, key=lambda one: one.start)


# --- Dossiers (TT 01/2018/TT-VPCP Đ.19 and the shapes seen since) ------------------------------

_DASHES = re.compile(r"[‐‑‒–—―−]")
_D = "[0-9oO]"  # a letter O is often typed for a nought
# With its dots and dashes, or with spaces instead, or with nothing between the groups.
_DOSSIER = re.compile(
    rf"(?<![\w.])(?P<code>(?P<before>(?:{_D}{{2,3}}[. ]?){{0,3}})(?P<top>[GHKghk][. ]?{_D}{{2}})"
    rf"(?P<after>(?:[. ]?{_D}{{1,3}}){{0,4}}) ?[- ] ?(?P<day>{_D}{{8}}|{_D}{{6}}) ?[-. ] ?"
    rf"(?P<sequence>{_D}{{4,7}}))(?!\w)"
)


def _dossier(found: re.Match[str], _: datetime) -> str:
    parts = {name: _digits(text) for name, text in found.groupdict().items()}
    if not _is_a_day(parts["day"]):
        return ""
    top = parts["top"].replace(".", "").replace(" ", "").upper()
    unit = [*_groups(parts["before"], first=3), top, *_groups(parts["after"], first=2)]
    return f"{'.'.join(unit)}-{parts['day']}-{parts['sequence']}"


def _digits(text: str) -> str:
    return text.replace("o", "0").replace("O", "0")


def _groups(digits: str, *, first: int) -> list[str]:
    """“000.00.12” → its groups; “0000012” → the groups it must have had: 3, 2, 2."""
    groups = digits.replace(".", " ").split()
    if len(groups) != 1 or len(groups[0]) <= 3:
        return groups
    run = groups[0]
    if len(run) % 3 == 0 and first == 2:  # the long form of some ministries: G01.899.909
        return [run[i : i + 3] for i in range(0, len(run), 3)]
    return [run[:first], *(run[i : i + 2] for i in range(first, len(run), 2))]


def _is_a_day(digits: str) -> bool:
    year, rest = (digits[:4], digits[4:]) if len(digits) > 6 else ("20" + digits[:2], digits[2:])
    return intervals.a_date(int(year), int(rest[:2]), int(rest[2:])) is not None


# --- Petitions: ours are ĐT-2026-0758 ----------------------------------------------------------

_PETITION = re.compile(
    r"(?<![\w/])(?P<code>[đdĐD][tT] ?[-/ ]? ?(?P<year>20\d\d) ?[-/ ] ?(?P<number>\d{1,6}))(?![\w/])"
)
_PETITION_WORDS = spelt("đơn(?: thư| khiếu nại| tố cáo| kiến nghị| phản ánh| kntc)?|đt|petition")
_NOT_COUNTED = spelt(
    r"(?! ?(?:%|(?:ngày|tuần|tháng|năm(?! (?:19|20)\d\d)|giờ|phút|lần|người|tờ|trang|bản|cái"
    r"|văn bản|đơn|hồ sơ|cửa)(?!\w)))"
)
_PETITION_BY_NUMBER = re.compile(
    rf"(?<!\w)(?:{_PETITION_WORDS})(?: (?:{spelt('số|mã|mã số|no')})[.]?)?[ #-]{{1,2}}"
    rf"(?P<code>(?P<number>\d{{1,5}})(?:/(?P<year>20\d\d))?)(?![\w/]|[.,-]\d){_NOT_COUNTED}",
    re.IGNORECASE,
)


def _petition(found: re.Match[str], now: datetime) -> str:
    year = found["year"] or str(now.year)
    return f"ĐT-{year}-{int(found['number']):04d}"


# --- Documents (NĐ 30/2020/NĐ-CP, Phụ lục I) ---------------------------------------------------

# Groups of a ký hiệu whose capitals or Đ are lost in typing; everything else is capitals.
_SPELLINGS = {
    "QD": "QĐ", "QYD": "QyĐ", "TTR": "TTr", "CTR": "CTr", "CD": "CĐ", "HDND": "HĐND", "DT": "ĐT",
    "ND": "NĐ", "VPHDND": "VPHĐND", "LDTBXH": "LĐTBXH",
}  # fmt: skip
# The kinds in full and short, as they stand before a bare number: “qd 3100”, “công văn số 45”.
_KIND_NAMES = {
    "quyết định": "QĐ", "qđ": "QĐ", "chỉ thị": "CT", "ct": "CT", "thông báo": "TB", "tb": "TB",
    "kế hoạch": "KH", "kh": "KH", "báo cáo": "BC", "bc": "BC", "tờ trình": "TTr", "ttr": "TTr",
    "giấy mời": "GM", "gm": "GM", "nghị quyết": "NQ", "nq": "NQ", "công điện": "CĐ",
    "hướng dẫn": "HD", "chương trình": "CTr", "đề án": "ĐA", "biên bản": "BB", "phiếu chuyển": "PC",
    "công văn": "CV", "cv": "CV", "văn bản đến": "", "văn bản đi": "", "văn bản": "", "vb đến": "",
    "vb đi": "", "vbđ": "", "vb": "", "document": "", "letter": "CV", "decision": "QĐ",
    "official letter": "CV",
}  # fmt: skip
_KINDS_BY_FOLDED = {normalise.fold(name): short for name, short in _KIND_NAMES.items()}
# Bodies, units and fields that may follow after a space instead of a slash: “cv 1234 kgvx”.
_GROUP = spelt(
    "(?:ubnd|hđnd|vpub|vpubnd|vpcp|vp|stc|snv|sxd|syt|stp|sct|sgdđt|snnmt|skhcn|btcd|ttpvhcc|kgvx|vx"
    "|nc|th|kt|ktn|cn|xd|xdcb|nn|nntn|nnmt|ksttthc|ttthc|tthc|hctc|qttv|tcd)"
)
_KIND = spelt("|".join(sorted(_KIND_NAMES, key=len, reverse=True)))
_SYMBOL = r"[a-zđư][a-zđư0-9&]*(?:[-.][a-zđư][a-zđư0-9&.]*)*"
_DOCUMENT = re.compile(
    r"(?<![\w/.-])(?P<code>(?P<number>\d{1,6}[a-z]?) ?(?:/ ?(?P<year>(?:19|20)\d\d) ?)?"
    rf"/ ?(?P<symbol>(?=\w\w){_SYMBOL}))(?![\w/])",
    re.IGNORECASE,
)
_PARTY_DOCUMENT = re.compile(
    rf"(?<![\w/.-])(?P<code>(?P<number>\d{{1,5}})-(?P<symbol>[a-zđ]{{2,4}}/{_SYMBOL}))(?![\w/])",
    re.IGNORECASE,
)
_SPACED_DOCUMENT = re.compile(
    r"(?<![\w/.-])(?P<code>(?P<number>\d{1,6}) "
    rf"(?P<symbol>(?:qđ|qd|kh|tb|bc|ct|ttr|gm|ubnd)[- ]{_GROUP}))(?!\w)",
    re.IGNORECASE,
)
_DOCUMENT_BY_KIND = re.compile(
    rf"(?<!\w)(?P<code>(?P<kind>{_KIND}) ?(?P<said>{spelt('số')}:? |no[.]? |#)?"
    rf"(?P<number>\d{{1,6}}[a-z]?)(?:[ /-](?P<symbol>{_GROUP}(?:[- ]{_GROUP})*)(?!\w)"
    rf"|(?![\w/]|[.,-]\d){_NOT_COUNTED}))",
    re.IGNORECASE,
)


def _document(found: re.Match[str], _: datetime) -> str:
    year = found.groupdict().get("year")
    return "/".join(filter(None, (found["number"].lower(), year, _symbol(found["symbol"]))))


def _party_document(found: re.Match[str], _: datetime) -> str:
    return f"{found['number']}-{_symbol(found['symbol'])}"


def _document_by_kind(found: re.Match[str], _: datetime) -> str | None:
    """“qd 3100” → “3100/QĐ”, “cv 1234 kgvx” → “CV 1234/KGVX”: as much as was said of it.

    Công văn have no kind in their ký hiệu, so that word stays in front.
    """
    number = found["number"].lower()
    if not found["said"] and _YEAR.fullmatch(number):  # “kế hoạch 2026” is a plan for a year
        return None
    kind = _KINDS_BY_FOLDED[normalise.fold(found["kind"])]
    sign = "-".join(filter(None, (kind, _symbol(found["symbol"] or ""))))
    before, sign = ("CV ", sign.removeprefix("CV").lstrip("-")) if kind == "CV" else ("", sign)
    return before + "/".join(filter(None, (number, sign)))


def _symbol(typed: str) -> str:
    return _GROUP_BORDER.sub(_spelling, typed.upper().replace(" ", "-"))


def _spelling(group: re.Match[str]) -> str:
    return _SPELLINGS.get(normalise.fold(group[0]).upper(), group[0])


_YEAR = re.compile(r"(?:19|20)\d\d")
_GROUP_BORDER = re.compile(r"[^-./]+")


# --- What only looks like words, dates or numbers ----------------------------------------------

_ADDRESS = re.compile(r"(?P<code>https?://\S+|[^\s@]+@[^\s@]+)")
_PROCEDURE = re.compile(r"(?<![\w.])(?P<code>[123]\.\d{6}(?:\.[\dGHK]{2,3})*)(?!\w)")
_TELEPHONE = re.compile(r"(?<![\w.])(?P<code>(?:\+?84|0)(?:[ .-]?\d){8,10}|\d{7,})(?!\w)")


def _other(found: re.Match[str], _: datetime) -> str:
    return found["code"]


# In this order: what one has taken is not looked at by the next.
_KINDS: tuple[
    tuple[CodeKind, re.Pattern[str], Callable[[re.Match[str], datetime], str | None]], ...
] = (
    (CodeKind.OTHER, _ADDRESS, _other),
    (CodeKind.DOSSIER, _DOSSIER, _dossier),
    (CodeKind.PETITION, _PETITION, _petition),
    (CodeKind.DOCUMENT, _PARTY_DOCUMENT, _party_document),
    (CodeKind.DOCUMENT, _DOCUMENT, _document),
    (CodeKind.DOCUMENT, _SPACED_DOCUMENT, _document),
    (CodeKind.OTHER, _PROCEDURE, _other),
    (CodeKind.OTHER, _TELEPHONE, _other),
    (CodeKind.PETITION, _PETITION_BY_NUMBER, _petition),
    (CodeKind.DOCUMENT, _DOCUMENT_BY_KIND, _document_by_kind),
)
