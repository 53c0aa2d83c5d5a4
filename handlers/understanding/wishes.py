"""“Hủy nghỉ”, “tôi không nghỉ nữa” · What is wanted of something that is there already."""

from handlers.understanding import normalise
from handlers.understanding.wording import pattern

_TAKES_LEAVE_BACK = pattern(
    "(?:hủy|huỷ|bỏ|rút|xóa|thôi) (?:\\w+ ){0,3}?(?:nghỉ|vắng|thay|công tác|phép)"
    "|không (?:\\w+ ){0,4}?(?:nghỉ|công tác|thay) nữa"
    "|(?:cancel|withdraw|take back|drop) (?:\\w+ ){0,3}?(?:leave|absence|stand in)"
    "|(?:not|no longer) (?:\\w+ ){0,2}?(?:away|on leave)"
)


def takes_leave_back(words: str) -> bool:
    """The words speak of a leave that is not wanted any more."""
    return _TAKES_LEAVE_BACK.search(normalise.lower(words)) is not None
