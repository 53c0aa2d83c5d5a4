"""Whose things are meant: the speaker's own, their unit's, or the whole office's."""

import re

from handlers.understanding.wording import pattern

# “cho tôi hỏi”, “tôi muốn biết” speak of the speaker but not of anything of theirs.
_POLITE = pattern(
    "(?:cho|giúp|giùm|dùm|nhắc|báo|gửi|chỉ|trả lời|nói|nhờ|với) (?:tôi|em|mình|tui|con|cháu|e|t)"
    "|(?:tôi|em|mình|tui|con|cháu|e) (?:muốn|cần|xin|hỏi|định|tính|nhờ)"
    "|(?:tell|show|give|help|let|remind) me|(?:can|may|could) i|i (?:want|need|would like|have a)"
    "|i d like|i m"
)
_OWN = pattern(
    "của (?:tôi|mình|em|tui|con|cháu|e|tao|bản thân)|tôi|tui"
    "|(?:mình|em|con|cháu|e) (?:có|nộp|phải|còn|đang|đã|gửi|giữ|họp|dự)"
    "|(?:hồ sơ|hs|đơn|đơn thư|văn bản|vb|việc|lịch|họp) (?:mình|em|con|cháu|tui)"
    "|my|mine|i|am i"
)
# Unmarked “toi” is “tới” or “tối” as well: “toi dau roi”, “tuan toi”, “toi nay”.
_NOT_I = re.compile(
    r"(?<!\w)toi(?= (?:dau|mo|nay|mai|thu|han|ngay|gio|luc|khi|dau|cn|t[2-8])(?!\w))"
    r"|(?<=tuan )toi(?!\w)|(?<=thang )toi(?!\w)|(?<=ngay )toi(?!\w)|(?<=sap )toi(?!\w)"
    r"|(?<=den )toi(?!\w)|(?<=quy )toi(?!\w)|(?<=buoi )toi(?!\w)|(?<=thu \d )toi(?!\w)"
)
_OWN_UNIT = pattern(
    "(?:phòng|(?<!văn )ban|đơn vị|trung tâm|p|bộ phận)"
    " (?:của )?(?:mình|tôi|em|tui|ta|chúng tôi|chúng mình)"
    "|(?:my|our) (?:unit|department|division|team|section)"
)
_WHOLE_OFFICE = pattern(
    "(?:cả|toàn|toàn bộ|toàn thể|chung) (?:văn phòng|vp|cơ quan|các phòng|ubnd tỉnh|vpubnd)"
    "|(?:tất cả|mọi) (?:các )?(?:phòng|đơn vị)|các phòng"
    "|(?:the )?(?:whole|entire) office|office wide|all (?:units|departments)"
)


_HEAD = pattern("trưởng phòng|phòng|trưởng ban|lãnh đạo phòng|sếp|the head|my head|head")


def says_head(lowered: str) -> bool:
    """Whether the words name the head of the speaker's unit."""
    return _HEAD.search(lowered) is not None


def find_own_unit(lowered: str) -> tuple[int, int] | None:
    """Where the words name the speaker's unit: “phòng mình”."""
    found = _OWN_UNIT.search(lowered)
    return found.span() if found else None


def find_whole_office(lowered: str) -> tuple[int, int] | None:
    """Where the words mean everybody: “toàn cơ quan”."""
    found = _WHOLE_OFFICE.search(lowered)
    return found.span() if found else None


def says_mine(lowered: str) -> bool:
    """Whether the words speak of the speaker's own: “của tôi”, “tôi nộp”, “my”."""
    return _OWN.search(_NOT_I.sub(" ", _POLITE.sub(" ", lowered))) is not None
