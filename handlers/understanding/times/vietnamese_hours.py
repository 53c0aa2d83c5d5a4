"""Hours as they are said in Vietnamese: “chiều”, “đầu giờ sáng”, “8h30”, “2 giờ kém 15”."""

import re
from re import Match

from handlers.understanding.normalise import fold
from handlers.understanding.times import numbers
from handlers.understanding.times.partial import Clock, Part, Partial
from handlers.understanding.times.reader import Reader, says
from handlers.understanding.times.seen import Seen
from handlers.understanding.wording import folded_words, pattern

_PARTS = {
    "sáng sớm": Part.MORNING, "sáng": Part.MORNING, "trưa": Part.NOON,
    "xế chiều": Part.AFTERNOON, "chiều tối": Part.AFTERNOON, "đầu chiều": Part.AFTERNOON,
    "chiều": Part.AFTERNOON, "tối muộn": Part.EVENING, "tối": Part.EVENING,
    "đêm khuya": Part.NIGHT, "đêm": Part.NIGHT, "khuya": Part.NIGHT,
}  # fmt: skip
PARTS_BY_NAME = {fold(words): part for words, part in _PARTS.items()}
_PART = "|".join(_PARTS)
_OPENS = "(?:đầu giờ|đầu buổi)(?: làm việc| buổi)?"
_ENDS = "(?:cuối giờ|cuối buổi)(?: làm việc| buổi)?"
_HOURS_OF_THE_OFFICE = {
    f"{_OPENS}(?: sáng)?": Part.OPENING,
    f"{_ENDS} sáng|trước giờ nghỉ trưa|cuối sáng": Part.BEFORE_LUNCH,
    f"{_OPENS} chiều": Part.AFTER_LUNCH,
    f"{_ENDS}(?: chiều)?|cuối ngày|cuối chiều": Part.CLOSING,
    "(?:(?:trong|theo) |(?<=sau )|(?<=ngoài ))giờ hành chính": Part.OFFICE_HOURS,
}
_NOT_THE_MORNING = folded_words("kiến tạo lập chế suốt tác dài rộng cao hướng tên số trọng lòng")
_INTO = folded_words("chuyển đổi dời lùi hoãn gửi đưa qua cô")  # “chuyen sang thu 5”
_NOT_HOURS = folded_words("làm mỗi một học dạy bay công trên phạt")
_COUNTS_HOURS = folded_words("mấy nhiêu")
# “sau giờ” is after hours, so six is a word only where it is marked.
_HOUR = (
    r"(?P<hour>[01]?\d|2[0-4]"
    r"|(?:s\xe1u|một|hai|ba|bốn|tư|năm|bảy|tám|chín|mười một|mười hai|mười)(?= ))"
)
_AT = "(?:vào |lúc |khoảng |tầm |đúng |cỡ )*"
_NOT_MINUTES = r"(?!\w|[.,/-]\d| (?:tháng|người|hộ|đơn|hồ sơ|văn bản|cuộc)(?!\w))"


def _a_part(found: Match[str], _: Seen) -> Partial:
    return Partial(part=PARTS_BY_NAME[fold(found["part"])])


def _weak_part(found: Match[str], _: Seen) -> Partial:
    return Partial(part=PARTS_BY_NAME[fold(found["part"])], weak=True)


def _clock(found: Match[str], _: Seen) -> Partial | None:
    said = found.groupdict()
    hour, minute = numbers.vietnamese(said["hour"]), said.get("minute")
    minutes = numbers.vietnamese(minute) if minute else None
    if said.get("half"):
        minutes = 30
    if said.get("less"):
        hour, minutes = hour - 1, 60 - numbers.vietnamese(said["less"])
    if not 0 <= hour <= 24 or (minutes is not None and not 0 <= minutes < 60):
        return None
    sure = said["hour"].startswith("0")
    return Partial(clock=Clock(hour=hour, minute=minutes, sure=sure))


PARTS = (
    *(
        Reader(looks=pattern(words), read=says(part=part))
        for words, part in _HOURS_OF_THE_OFFICE.items()
    ),
    # Alone it asks when the office is open
    Reader(looks=pattern("giờ hành chính"), read=says(part=Part.OFFICE_HOURS, weak=True)),
    Reader(looks=pattern(f"(?:vào |trong )?buổi (?P<part>{_PART})"), read=_a_part),
    Reader(looks=pattern("(?:lúc )?nửa đêm"), read=says(clock=Clock(hour=24), part=Part.NIGHT)),
    # Bare, only as spelt: “toi” is “tôi”, “sang” is a verb
    Reader(
        looks=re.compile(r"(?<!\w)(?P<part>sáng sớm|sáng|trưa|xế chiều|chiều tối|chiều)(?!\w)"),
        read=_a_part,
        not_after=frozenset({"mot", "hai", "anh", "chieu", "buc"}),
        not_before=_NOT_THE_MORNING,
    ),
    Reader(
        looks=pattern("(?P<part>sáng sớm|sáng|trưa|xế chiều|chiều tối|chiều)"),
        read=_weak_part,
        not_after=_INTO,
        not_before=_NOT_THE_MORNING,
    ),
    Reader(
        looks=re.compile(r"(?<!\w)(?P<part>tối muộn|tối|đêm khuya|đêm|khuya)(?!\w)"),
        read=_weak_part,
        not_before=folded_words("đa thiểu ưu mật tăm"),
    ),
    # “toi” before a day or after an hour is the evening, elsewhere “tôi” or “tới”
    Reader(
        looks=re.compile(
            r"(?<!\w)(?<!thu \d )(?<!t\d )(?<!\d\d )(?<!/\d )(?<!nay )(?<!qua )(?<!mai )"
            r"(?P<part>toi|dem)"
            r"(?= (?:nay|hom|ngay|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|cn|chu nhat|mai|mot"
            r"|\d+/\d+)(?!\w))"
            r"|(?:(?<=[hg] )|(?<=[hg]\d\d )|(?<=gio )|(?<=ruoi ))(?P<after>toi|dem)(?!\w)"
        ),
        read=lambda found, _: Partial(
            part=PARTS_BY_NAME[found["part"] or found["after"]], weak=True
        ),
        not_after=folded_words("của cho giúp với báo nhắc hẹn hai ba tư năm sáu bảy nhật"),
    ),
)
CLOCKS = (
    Reader(
        looks=pattern(rf"{_AT}{_HOUR} ?(?:h|g|giờ)? kém (?P<less>{numbers.VIETNAMESE})(?: phút)?"),
        read=_clock,
        after_dash=True,
        not_after=_COUNTS_HOURS,
    ),
    Reader(
        looks=pattern(rf"{_AT}{_HOUR} ?(?:h|g|giờ)? ?(?P<half>rưỡi)"),
        read=_clock,
        after_dash=True,
        not_after=_COUNTS_HOURS,
    ),
    Reader(
        looks=pattern(
            rf"(?<![:/.,]){_AT}{_HOUR} ?: ?(?P<minute>[0-5]\d)(?::[0-5]\d)?"
            r"(?: ?(?:h|g|giờ))?(?!:)"
        ),
        read=_clock,
        after_dash=True,
    ),
    Reader(
        looks=pattern(rf"(?<![/.,]){_AT}{_HOUR} ?(?:h|g|giờ) ?(?P<minute>[0-5]\d){_NOT_MINUTES}"),
        read=_clock,
        after_dash=True,
        not_after=_COUNTS_HOURS,
    ),
    Reader(
        looks=pattern(
            rf"(?<![/.,]){_AT}{_HOUR} ?(?:h|g|giờ)(?: hơn)? ?(?P<minute>{numbers.VIETNAMESE})"
            " ?(?:phút|ph|p)"
        ),
        read=_clock,
        after_dash=True,
        not_after=_COUNTS_HOURS,
    ),
    Reader(
        looks=pattern(rf"(?<![/.,]){_AT}{_HOUR} ?(?:h|g|giờ)(?! ?\d+ ?(?:phút|ph|p)|/)"),
        read=_clock,
        after_dash=True,
        not_after=_COUNTS_HOURS | folded_words("trong vòng suốt"),
        not_before=_NOT_HOURS,
    ),
    # “lúc 8”: an hour for lack of anything else
    Reader(
        looks=pattern(r"(?:vào )?lúc (?P<hour>[01]?\d|2[0-4])(?![.,:/-]?\d| ?(?:giờ|h|g|ngày)\b)"),
        read=_clock,
        after_dash=True,
    ),
)
