"""The papers of a procedure, as lists of procedures write them: one a line."""

import re
from typing import Any

_BETWEEN = re.compile(r"[\n;]+(?![^()\n]*\))")
_LED = re.compile(r"^\s*(?:[-–•+*]|\d{1,2}[.)]|[a-zđ]\))\s*")
_COUNT = r"(?:(?:số lượng|sl)\s*:?\s*)?"
_ORIGINALS = re.compile(rf"{_COUNT}(?:(\d+)\s*)?bản (?:chính|gốc)(?:\s*:\s*(\d+))?", re.IGNORECASE)
_COPIES = re.compile(rf"{_COUNT}(?:(\d+)\s*)?bản sao(?:\s*:\s*(\d+))?", re.IGNORECASE)
_FORM = re.compile(r"(?:theo )?(mẫu (?:số )?[\w./-]*\d[\w./-]*)", re.IGNORECASE)
_SHOWN = re.compile(r"xuất trình", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^()]*)\)|\|([^|]*)")


def papers_in(text: str) -> list[dict[str, Any]]:
    """Each paper with its originals, its copies and its form.

    “Giấy chứng sinh (bản chính)”, “Tờ khai | Mẫu số 01 | Bản chính: 1 | Bản sao: 0”, “- Bản sao
    hợp đồng”. What says nothing of its number is handed in once; what is only shown, not at all.
    """
    lines = (_LED.sub("", line).strip(" .") for line in _BETWEEN.split(text))
    return [_paper(line) for line in lines if line]


def _paper(line: str) -> dict[str, Any]:
    told = {"originals": _ORIGINALS, "copies": _COPIES}
    asides = [one or other for one, other in _ASIDE.findall(line)]
    counts: dict[str, int] = {}
    form = ""
    name = line
    for aside in asides:
        found = {kind: match for kind, how in told.items() if (match := how.search(aside))}
        counts |= {kind: int(match[1] or match[2] or 1) for kind, match in found.items()}
        named = _FORM.search(aside)
        form = named[1] if named else form
        if found or named:
            name = name.replace(f"({aside})", "").replace(f"|{aside}", "")
    if not counts:
        only_copy = line.lower().startswith("bản sao")
        counts = {"originals": 0 if only_copy or _SHOWN.search(line) else 1}
        counts |= {"copies": 1} if only_copy else {}
    paper: dict[str, Any] = {"name": " ".join(name.replace("|", " ").split())}
    paper |= {kind: number for kind, number in counts.items() if number}
    return paper | ({"form": form[0].upper() + form[1:]} if form else {})
