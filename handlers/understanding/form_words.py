"""Short words that answer within a form of the register: “ghi”, “sửa …”, “giữ nguyên”, “vì …”."""

from handlers.understanding import normalise
from handlers.understanding.wording import pattern

_WRITES = pattern(
    "(?:(?:ừ|ok|vâng|đúng rồi) ?,? )?(?:ghi|ghi sổ|ghi đi|ghi luôn|vào sổ|lưu|giao|giao đi|rút"
    "|rút đi|đánh dấu|đánh dấu xong|write|save|register|assign|withdraw)(?: nhé| em| luôn| đi)?"
)
_EDITS = pattern("(?:sửa(?: lại)?|đổi|chỉnh(?: lại)?|correct|change) ?:?")
_KEEPS = pattern("(?:cứ |vẫn )?(?:giữ|giữ nguyên|ghi|để vậy|như vậy)|keep(?: it)?")
_NO_DUE = pattern("bỏ hạn|không có hạn|không đặt hạn|không hạn|no due date")
_ASKS = pattern("đâu|chưa|ai|gì|sao|where|who|what|has|is")
_REASON = pattern(
    "(?:lý do|lí do|vì|bởi vì|do(?! (?:phòng|sở|bộ|ubnd))|reason|because) ?(?:là )?:? ?"
)


def writes(words: str) -> bool:
    """“Ghi”, “giao đi”: what was read back is right."""
    return _WRITES.fullmatch(_plain(words)) is not None


def keeps(words: str) -> bool:
    """“Giữ nguyên”: what looks odd is meant so."""
    return _KEEPS.fullmatch(_plain(words)) is not None


def drops_due(words: str) -> bool:
    """“Bỏ hạn”."""
    return _NO_DUE.search(_plain(words)) is not None


def asks(words: str) -> bool:
    """Some word of it asks a question."""
    return _ASKS.search(_plain(words)) is not None


def edited(words: str) -> str | None:
    """What stands after “sửa”; None for words that begin otherwise."""
    found = _EDITS.match(normalise.lower(words))
    return words[found.end() :].strip() if found else None


def reason_in(words: str) -> str:
    """What stands after “vì”, “lý do:”; empty for none."""
    found = _REASON.search(normalise.lower(words))
    return words[found.end() :].strip(" .") if found else ""


def _plain(words: str) -> str:
    return normalise.lower(words).strip(" .!,")
