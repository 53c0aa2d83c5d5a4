"""Marks of state secrets in a sheet: with one of them nothing of the file is taken or repeated.

Luật Bảo vệ bí mật nhà nước 117/2025/QH15; degrees: Mật, Tối mật, Tuyệt mật. What is not clearly
harmless in a column of secrecy counts as a mark.
"""

import re
from typing import Any

from bot.data.imports.columns import header_key
from bot.data.imports.values import words
from storage.folding import folded

HARMLESS = frozenset({"", "thuong", "binh thuong", "khong", "khong mat", "0", "none"})
_DEGREE = r"(?:tuyệt\s+mật|tối\s+mật|mật)"
_SET_OFF = r"[-–—:.,;/|]"
_SET_APART = (
    rf"[(\[{{<]\s*(?:độ\s+)?(?:văn\s+bản\s+)?{_DEGREE}\s*[)\]}}>]",  # (Mật)
    rf"^\W*{_DEGREE}\s*(?:{_SET_OFF}|$)",  # Tối mật: …
    rf"{_SET_OFF}\s*{_DEGREE}\W*$",  # … - Mật
)
_IN_WORDS = (
    rf"\b(?:độ\s+mật\s*:?|văn\s+bản|công\s+văn|tài\s+liệu|báo\s+cáo|dấu)\s+(?:(?:có\s+)?độ\s+)?"
    rf"{_DEGREE}\b(?!\s+(?:độ|khẩu|mã|ong|thiết|vụ)\b)",
)
_MARK = re.compile("|".join(_SET_APART + _IN_WORDS), re.IGNORECASE)
_STAMPED = re.compile(r"^\W*(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)\s+(?=\w[a-zà-ỹđ])")
_PLAIN_MARK = re.compile("|".join(map(folded, _SET_APART)), re.IGNORECASE)
_HIGH = re.compile(r"\b(?:tuyệt|tối)\s+mật\b", re.IGNORECASE)
_LIST_OF_SECRETS = re.compile(r"danh\s+mục\s+bí\s+mật\s+nhà\s+nước", re.IGNORECASE)
_MAY = re.compile("mật|mat", re.IGNORECASE)


def bears_mark(cell: Any) -> bool:
    """A cell of any column marks what the row is about as a state secret."""
    if not isinstance(cell, str) or not _MAY.search(written := words(cell)):
        return False
    if _MARK.search(written) or _STAMPED.search(written):
        return True
    # The published lists of what is secret name the degrees without being secret.
    if _HIGH.search(written) and not _LIST_OF_SECRETS.search(written):
        return True
    plain = folded(written)
    return plain == written.lower() and bool(_PLAIN_MARK.search(plain))


def degree_is_harmless(cell: Any) -> bool:
    """What stands in the column of secrecy says that there is none."""
    return header_key(words(cell)) in HARMLESS
