"""“ừ”, “thôi”, “quay lại” · Words that say nothing by themselves: they answer what was asked."""

from enum import StrEnum

from handlers.understanding import normalise
from handlers.understanding.wording import pattern


class Bare(StrEnum):
    """What a bare answer does to what waits for it."""

    YES = "yes"
    NO = "no"
    BACK = "back"  # what was asked before is wanted again
    MISTAKEN = "mistaken"  # what was just given is wrong


_SMALL = (
    "ạ|à|nhé|nha|nhá|nghe|đi|luôn|em|anh|chị|cô|chú|bạn|ơi|vậy|thế|rồi|mà|dạ|vâng|ừ|à mà"
    "|please|thanks|thank you|cảm ơn|cám ơn|it|that|one"
)
_SAID = {
    Bare.YES: "ừ+|ừm|uh+|uhm|ukm?|uki|um|ừa|vâng|dạ|dạ vâng|ok+|oke|okie|oki|okela|okay|okey|đúng"
    "|đc|dc|đúng rồi|đúng thế|đúng vậy|phải|phải rồi|chuẩn|chuẩn rồi|chính xác|đồng ý|nhất trí|được"
    "|xác nhận|chốt|có|yes|yep|yeah|yup|sure|correct|right|confirm|confirmed|agreed|go ahead",
    Bare.NO: "thôi|thôi khỏi|thôi không|khỏi|khỏi cần|không|không cần|không cần nữa|không làm nữa"
    "|không xem nữa|thôi không xem nữa|thôi không cần nữa|hủy|huỷ|hủy bỏ|bỏ|bỏ đi|bỏ qua|dừng"
    "|dừng lại|thoát|ngừng|k|ko|hông|hong|để sau|để khi khác|no|nope|cancel"
    "|stop|never mind|nevermind|leave|quit|forget",
    Bare.BACK: "quay lại|trở lại|lùi lại|go back|back",
    Bare.MISTAKEN: "nhầm|nhầm rồi|lộn|lộn rồi|gõ nhầm|bấm nhầm|nhập sai|oops|my mistake",
}
_PATTERNS = {
    bare: pattern(f"(?:(?:{_SMALL}) )*(?:{said})(?: (?:{_SMALL}|{said}))*")
    for bare, said in _SAID.items()
}


def bare_answer(words: str) -> Bare | None:
    """What the words answer and nothing else; None for words that say something themselves."""
    lowered = normalise.lower(words).strip(" ?.!,")
    found = (bare for bare, said in _PATTERNS.items() if said.fullmatch(lowered))
    return next(found, None)
