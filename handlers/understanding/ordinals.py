"""“cái thứ 2”, “cuộc đầu tiên ở đâu” · The second one: which of the lines just shown is meant."""

from handlers.understanding import normalise
from handlers.understanding.wording import pattern

# “Cuộc họp thứ 2” is the one on Monday; “cái thứ 2” is the second one.
_COUNTED = "cái|mục|dòng"
_ONE = f"{_COUNTED}|cuộc họp|cuộc|việc|văn bản|vb|công văn|hồ sơ|hs|đơn"
_NUMBERS = {
    1: "1|nhất|một", 2: "2|hai|nhì", 3: "3|ba", 4: "4|tư|bốn", 5: "5|năm",
    6: "6|sáu", 7: "7|bảy", 8: "8|tám", 9: "9|chín",
}  # fmt: skip
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_AROUND = (
    "còn|thế|cho|xem|anh|em|tôi|mình|chị|là|ạ|à|nhé|nha|đi|vậy|thì|sao|ở|tại|đâu|mấy giờ|ai|chủ trì"
    "|phòng|nào|chi tiết|kỹ hơn|ấy|đó|the|one|please|show|me|where|is|what|about|when|details|of"
)
_NTH = {
    number: pattern(
        f"(?:(?:{_AROUND}) )*(?:(?:{_COUNTED}) thứ (?:{said})|(?:(?:{_ONE}) )?số (?:{said})"
        f"|(?:{_ONE}) {'(?:đầu tiên|đầu)' if number == 1 else f'thứ {number} trong danh sách'}"
        f"|(?:the )?{english} one)"
        f"(?: (?:{_AROUND}))*"
    )
    for (number, said), english in zip(_NUMBERS.items(), _ENGLISH, strict=True)
}


def nth(words: str) -> int | None:
    """The number of the line that the words name and nothing else, from 1; None for other words."""
    lowered = normalise.lower(words).strip(" ?.!")
    return next((number for number, said in _NTH.items() if said.fullmatch(lowered)), None)
