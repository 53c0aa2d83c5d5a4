"""Numbers of documents (NĐ 30/2020/NĐ-CP, Phụ lục I): as much as was said of one.

“3100/qd-ubnd” is all of it; “qd 3100” gives `3100/QĐ`, “cv 1234 kgvx” gives `CV 1234/KGVX`.
"""

import re
from datetime import datetime

from handlers.understanding import normalise
from handlers.understanding.codes.found import NOT_COUNTED, CodeKind, Spelling
from handlers.understanding.wording import spelt

# Groups of a ký hiệu whose capitals or Đ are lost in typing; everything else is capitals.
_SPELLINGS = {
    "QD": "QĐ", "QYD": "QyĐ", "TTR": "TTr", "CTR": "CTr", "CD": "CĐ", "HDND": "HĐND", "DT": "ĐT",
    "ND": "NĐ", "VPHDND": "VPHĐND", "LDTBXH": "LĐTBXH", "SGDDT": "SGDĐT", "DU": "ĐU", "TTG": "TTg",
}  # fmt: skip
# The kinds in full and short, as they stand before a bare number: “qd 3100”, “công văn số 45”.
_KIND_NAMES = {
    "quyết định": "QĐ", "qđ": "QĐ", "chỉ thị": "CT", "ct": "CT", "thông báo": "TB", "tb": "TB",
    "kế hoạch": "KH", "kh": "KH", "báo cáo": "BC", "bc": "BC", "tờ trình": "TTr", "ttr": "TTr",
    "giấy mời": "GM", "gm": "GM", "nghị quyết": "NQ", "nq": "NQ", "công điện": "CĐ",
    "hướng dẫn": "HD", "chương trình": "CTr", "đề án": "ĐA", "biên bản": "BB", "phiếu chuyển": "PC",
    "nghị định": "NĐ", "nđ": "NĐ", "thông tư": "TT", "công văn": "CV", "cv": "CV",
    "văn bản đến": "", "văn bản đi": "", "văn bản": "", "vb đến": "", "vb đi": "", "vbđ": "",
    "vb": "", "document": "", "letter": "CV", "decision": "QĐ", "official letter": "CV",
}  # fmt: skip
_KINDS_BY_FOLDED = {normalise.fold(name): short for name, short in _KIND_NAMES.items()}
# Bodies, units and fields that may follow after a space instead of a slash: “cv 1234 kgvx”.
_GROUP = spelt(
    "(?:ubnd|hđnd|vpub|vpubnd|vpcp|vp|stc|snv|sxd|syt|stp|sct|sgdđt|snnmt|skhcn|btcd|ttpvhcc|kgvx|vx"
    "|nc|th|kt|ktn|cn|xd|xdcb|nn|nntn|nnmt|ksttthc|ttthc|tthc|hctc|qttv|tcd)"
)
_SAID_KIND = rf"(?P<kind>{spelt('|'.join(sorted(_KIND_NAMES, key=len, reverse=True)))})"
_SAID = rf"(?P<said>{spelt('số')} ?[:.]? ?|no[.]? |#)"
_NUMBER = r"(?P<number>\d{1,6}[a-z]?)"
_MISTYPED = r"(?P<number>\d[\doOl]{0,5}[a-z]?|[\doOl]{1,5}\d[a-z]?)"
_SYMBOL = rf"[a-zđư][a-zđư0-9&]*(?:(?:[-.]| - | (?={_GROUP}(?!\w)))[a-zđư][a-zđư0-9&.]*)*"
_YEAR = re.compile(r"(?:19|20)\d\d")

_WHOLE = re.compile(
    rf"(?<![\w/.-])(?P<code>(?:{_SAID_KIND} {_SAID}?)?{_MISTYPED} ?"
    rf"(?:/ ?(?P<year>(?:19|20)\d\d) ?)?/ ?(?P<symbol>(?=\w\w){_SYMBOL}))(?![\w/])",
    re.IGNORECASE,
)
_OF_THE_PARTY = re.compile(
    r"(?<![\w/.-])(?P<code>(?P<number>\d{1,5})"
    rf"(?:-(?P<symbol>[a-zđ]{{2,4}}/{_SYMBOL})| (?P<spaced>[a-zđ]{{2,4}}/(?:tw|tu|đu)))"
    r")(?![\w/])",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"(?<![\w/.-])(?P<code>(?P<number>\d{1,6}) "
    rf"(?P<symbol>(?:{spelt('qđ|kh|tb|bc|ct|ttr|gm|ubnd')})[- ]{_GROUP}))(?!\w)",
    re.IGNORECASE,
)
_SYMBOL_FIRST = re.compile(
    rf"(?<!\w)(?P<code>(?P<symbol>(?:{spelt('qđ|kh|tb|bc|ct|ttr|gm')})[- ]{_GROUP}) {_SAID}?"
    rf"{_NUMBER})(?![\w/]|[.,-]\d){NOT_COUNTED}",
    re.IGNORECASE,
)
_BY_KIND = re.compile(
    rf"(?<!\w)(?P<code>{_SAID_KIND}[ .:]?{_SAID}?{_NUMBER}"
    rf"(?:[ /-](?P<symbol>{_GROUP}(?:[- ]{_GROUP})*)(?!\w)"
    rf"|(?:[/-]|,? \(?{spelt('năm')} )(?P<year>(?:19|20)\d\d)(?![\w/-])"
    rf"|(?![\w/]|[.,-]\d){NOT_COUNTED}))",
    re.IGNORECASE,
)
_GROUP_BORDER = re.compile(r"[^-./]+")


def _whole(found: re.Match[str], _: datetime) -> str:
    """“BC 145/SNV”, “cv 1236/kgvx”: before a body or a field alone the kind counts."""
    symbol = _symbol(found["symbol"])
    number = found["number"].lower().replace("o", "0").replace("l", "1")
    kind = _KINDS_BY_FOLDED[normalise.fold(found["kind"])] if found["kind"] else ""
    if "-" in symbol or not kind or _is_a_kind(symbol):
        return "/".join(filter(None, (number, found["year"], symbol)))
    return _put_together(number, found["year"], kind, symbol)


def _of_the_party(found: re.Match[str], _: datetime) -> str:
    """A hyphen after the number, a slash before the body: `16-NQ/TW`."""
    return f"{found['number']}-{_symbol(found['symbol'] or found['spaced'])}"


def _spaced(found: re.Match[str], _: datetime) -> str:
    return f"{found['number']}/{_symbol(found['symbol'])}"


def _by_kind(found: re.Match[str], _: datetime) -> str | None:
    number = found["number"].lower()
    if not found["said"] and _YEAR.fullmatch(number):  # “kế hoạch 2026” is a plan for a year
        return None
    kind = _KINDS_BY_FOLDED[normalise.fold(found["kind"])]
    return _put_together(number, found["year"], kind, _symbol(found["symbol"] or ""))


def _put_together(number: str, year: str | None, kind: str, symbol: str) -> str:
    """Công văn have no kind in their ký hiệu, so that word stays in front."""
    if kind == "CV":
        return "CV " + "/".join(filter(None, (number, year, symbol)))
    sign = "-".join(filter(None, (kind, symbol)))
    return "/".join(filter(None, (number, year, sign)))


def _symbol(typed: str) -> str:
    grouped = re.sub(r" ?- ?| ", "-", typed.upper().rstrip("."))
    return _GROUP_BORDER.sub(_spelling, grouped)


def _spelling(group: re.Match[str]) -> str:
    return _SPELLINGS.get(normalise.fold(group[0]).upper(), group[0])


def _is_a_kind(symbol: str) -> bool:
    return symbol in _KIND_NAMES.values()


WHOLE = (
    Spelling(kind=CodeKind.DOCUMENT, looks=_OF_THE_PARTY, printed=_of_the_party),
    Spelling(kind=CodeKind.DOCUMENT, looks=_WHOLE, printed=_whole),
    Spelling(kind=CodeKind.DOCUMENT, looks=_SPACED, printed=_spaced),
    Spelling(kind=CodeKind.DOCUMENT, looks=_SYMBOL_FIRST, printed=_spaced),
)
BY_KIND = Spelling(kind=CodeKind.DOCUMENT, looks=_BY_KIND, printed=_by_kind)
