"""“Nhắc tôi qua Zalo”, “đừng nhắn Zalo nữa” · Which channel somebody names, for or against."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from handlers.understanding import normalise
from handlers.understanding.asked import Grain
from handlers.understanding.reading import Reading
from handlers.understanding.wording import pattern, spelt

WHEREVER = "wherever"  # “ở đâu tiện thì nhắn”
HERE = "here"  # where it is said
ZALO = "zalo"  # without saying which of the two
UNKNOWN = "unknown"  # a messenger that no office has
NOT = "not "  # before the only channel that is named, when it is not wanted

# The longer names first: “Zalo Bot” is not just “Zalo”.
_NAMES = {
    "zalo_bot": "zalo bot|bot zalo|bot của zalo",
    "zalo_oa": "zalo oa|oa|zalo (?:của )?(?:văn phòng|cơ quan|ủy ban)|official account",
    ZALO: "zalo|za lo|zl|dalo",
    "telegram": "telegram|telegam|telegramm|tele|tlg",
    "web": "trang web|trang chat|website|web(?: ?page| ?site| ?chat)?|trình duyệt|browser"
    "|trang (?:này|của (?:văn phòng|cơ quan))|(?:the )?(?:office s )?page",
    UNKNOWN: "email|e-mail|mail|thư điện tử|sms|tin nhắn điện thoại|facebook|fb|messenger|viber"
    "|whatsapp|mess|text message|phone call|gọi điện",
    HERE: "(?:ở|tại|qua|vào|vô|ngay) đây|chỗ này|nơi này|kênh này|here|this (?:chat|channel|app)",
}
_MENTION = pattern("|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items()))
_WHEREVER = pattern(
    "(?:đâu|chỗ nào|nơi nào|kênh nào|bên nào|app nào|cái nào|chỗ mô)(?: \\w+){0,2}?"
    " (?:cũng (?:được|đc|dc|xong|ok)|tiện|hay dùng|dùng gần|cũng đặng)"
    "|tiện (?:đâu|chỗ nào|bên nào|kênh nào)|đâu cũng được|(?:tự|tùy) (?:\\w+ )?chọn|tùy|tự động"
    "|mặc định|như (?:cũ|trước|ban đầu)|(?:bỏ|thôi|hủy|xóa|không) (?:cần )?(?:ưu tiên|chọn)"
    "|dùng gần nhất|vừa dùng|wherever|anywhere|any (?:channel|app)|whichever|whatever|default"
    "|automatic(?:ally)?|(?:you|assistant) choose|no preference|no favou?rite"
    "|(?:forget|drop|remove|clear|reset|undo|cancel) (?:\\w+ )?(?:preference|choice|preferred.*)"
    "|last used|used last|usual way|as before"
)
# Whoever only asks has chosen nothing, nor has who speaks of a record, or of something else.
_ASKS = pattern(
    "phải không|đúng không|chưa|đâu|nào|mô|(?<!có )gì|sao|mấy|am i|are my|is my|do i|does|did"
    "|which|where|what|why|how|whether"
)
_OF_A_RECORD = pattern(
    "hồ sơ|hs|văn bản|công văn|vb|cv|đơn(?!.t(?!\\w))|giấy mời|tài liệu"
    "|dossiers?|documents?|letters?|petitions?"
)
_OF_BEING_TOLD = pattern(
    "nhắc|nhắn|báo|tin|kênh|nhận|ưu tiên|gửi|gởi|đổi|chuyển|sang|dùng|xài|liên lạc|trước|chính|qua"
    "|chọn|lấy|cứ|đi|nhé|nha"
    "|remind(?:ers?|ed|ing)?|notif(?:y|ications?)|messages?|write|writing|text|ping|send|channel"
    "|prefer(?:red)?|use|switch|move|first|contact|tell|main|choose|pick"
)
_PARTS_OF_A_DAY = (Grain.MINUTE, Grain.HOUR, Grain.PART)
# Unmarked, “đừng” and “dùng” are one word: what follows tells them apart.
_SAYS = spelt("nhắn|nhắc|gửi|gởi|báo|thông báo|bắn|xài|dùng|sử dụng")
_AGAINST = re.compile(
    rf"(?<!\w)(?:(?:đừng|(?:dung|{spelt('khỏi|ngừng|ngưng')}) (?:{_SAYS})"
    rf"|{spelt('không|ko|k|hông|hổng|chẳng|chả')}|not|no|don.?t|stop|never)(?: \w+){{0,4}}"
    rf"|{spelt('từ|bỏ|thay vì|thay cho|hơn')}(?: {spelt('kênh')})?|{spelt('tắt')}(?: \w+){{0,2}}"
    r"|from|off|quit|leave|over|without|instead of|rather than)$"
)
_TOWARDS = re.compile(
    rf"(?<!\w)(?:{spelt('sang|chuyển qua|đổi qua|chuyển về|đổi thành|chuyển thành')}"
    r"|(?:switch|change|move|over|back|go|from \w+) to)(?: \w+){0,2}$"
)
_CLAUSE = re.compile(r"[,;.!?]| (?:mà|thì|but|and|then) ")


class _Mention(NamedTuple):
    channel: str
    wanted: bool
    surely: bool  # “sang Telegram”


def channel_of(read: Reading) -> str:
    """The name of a channel, HERE, ZALO or UNKNOWN; WHEREVER; NOT before one; empty: no choice.

    Where several are named, the first that is not turned down is meant: the others follow anyway.
    """
    lowered = normalise.lower(read.tidied)
    if _WHEREVER.search(lowered):
        return WHEREVER
    if _ASKS.search(lowered) or not _is_a_wish(read, lowered):
        return ""
    mentions = list(_mentions(lowered))
    wanted = [one for one in mentions if one.surely] or [one for one in mentions if one.wanted]
    if wanted:
        return wanted[0].channel
    return NOT + mentions[0].channel if len(mentions) == 1 else ""


def _is_a_wish(read: Reading, lowered: str) -> bool:
    """Nobody and no record is named, and no hour: “nhắc tôi 3 giờ chiều qua Zalo” is of once."""
    of_once = read.when is not None and read.when.grain in _PARTS_OF_A_DAY
    of_others = bool(read.names or read.found_codes or _OF_A_RECORD.search(lowered))
    return not of_once and not of_others and bool(_OF_BEING_TOLD.search(lowered))


def _mentions(lowered: str) -> Iterator[_Mention]:
    """Every channel that is named; what turns one down stands between it and the one before."""
    end = 0
    for found in _MENTION.finditer(lowered):
        before = _CLAUSE.split(lowered[: found.start()])[-1].rstrip()
        alone = _CLAUSE.split(lowered[end : found.start()])[-1].rstrip()
        yield _Mention(
            channel=found.lastgroup or "",
            wanted=not _AGAINST.search(alone),
            surely=bool(_TOWARDS.search(before)),
        )
        end = found.end()
