"""Days as they are said in Vietnamese: “mai”, “thứ 5”, “ngày 25/11”."""

import re
from collections.abc import Callable
from re import Match

from handlers.understanding.normalise import fold, is_marked
from handlers.understanding.times import intervals, numbers
from handlers.understanding.times.intervals import DAY
from handlers.understanding.times.partial import Partial
from handlers.understanding.times.reader import Reader
from handlers.understanding.times.resolving import days_until
from handlers.understanding.times.seen import Seen
from handlers.understanding.times.vietnamese_hours import PARTS_BY_NAME
from handlers.understanding.times.vietnamese_spans import MONTH, YEAR
from handlers.understanding.wording import folded_words, pattern

A_LEAP_YEAR = 2000  # has every day that any year has
_PART_BEFORE = re.compile(r"(?<!\w)(?:sang|trua|chieu|toi|dem|khuya) \Z")
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_WEEKDAY = (
    r"(?:(?:thứ ?|th ?|t)(?P<digit>[2-7])|thứ (?P<name>hai|ba|tư|năm|sáu|bảy|bẩy)"
    r"|chủ nhật|chúa nhật|cn)"
)
# “thứ 5 sau 15h”, “thứ 2 tới thứ 4”: there the word looks ahead.
_ALONE = r"(?! ?(?:\d|ngày|thứ|t\d|cn|chủ nhật|tháng|quý|hết|khi|lúc|giờ|cuối|đầu|họp))"
_TURNS = {"nay": 0, "ni": 0, "toi": 1, "sau": 1, "ke tiep": 1, "truoc": -1, "vua roi": -1}
_TURNS |= {"vua qua": -1, "roi": -1, "qua": -1, "toi day": 1, "sap toi": 1}
_TURN = f"này|nay|ni|tới đây|sắp tới|kế tiếp|vừa rồi|vừa qua|rồi|qua|(?:tới|sau|trước){_ALONE}"
_COUNTED = folded_words("lần cái người điều mục số bản cuộc kỳ tờ khóa phần bước nhóm loại thủ đơn")
_UNTIL_NOW = folded_words("đến tới hiện ngày năm lâu tháng tuần xưa trước quý lúc từ trở")
_NUMBERED = folded_words(
    "số phòng nhà quầy hẻm ngõ kiệt khoản điều mục cv qđ vb tb tổ đạt tỷ lệ điểm mã căn đường phố"
)
_COUNTED_THINGS = folded_words(
    "mục chỉ nhiệm đơn hồ xã phường thôn huyện người hộ văn cuộc phiếu đại thành dự công việc điểm"
)
_CALLED = folded_words("chị anh cô bà em ông chú bác dì chí hoa khuyến sao một thị c a sương")
_OTHER_THAN_DAYS = folded_words("triệu đồng tỷ tháng ngày lần người nhất tự viện cấp phí bậc")


def _away(count: int) -> Callable[[Match[str], Seen], Partial]:
    def read(_: Match[str], seen: Seen) -> Partial:
        return Partial(day=seen.today + count * DAY)

    return read


def _bare_today(found: Match[str], seen: Seen) -> Partial | None:
    """“Nay họp gì?” Where nobody types diacritics it is “này”, unless it comes first."""
    is_first = not found.start() or _PART_BEFORE.search(found.string, 0, found.start())
    if not is_first and not is_marked(found.string):
        return None
    return Partial(day=seen.today)


def _days(found: Match[str], seen: Seen) -> Partial | None:
    """“23-27/11”."""
    said = _date(found, seen)
    return days_until(int(found["first"]), said, seen) if said else None


def _part_away(count: int) -> Callable[[Match[str], Seen], Partial]:
    def read(found: Match[str], seen: Seen) -> Partial:
        return Partial(day=seen.today + count * DAY, part=PARTS_BY_NAME[fold(found["part"])])

    return read


def _weekday(found: Match[str], _: Seen) -> Partial:
    number = found["digit"]
    name = fold(found["name"] or "")
    turn = _TURNS[fold(found["turn"])] if found["turn"] else None
    if turn is None and found["hom"]:  # “hôm thứ 5” has been
        turn = -1
    return Partial(weekday=int(number) - 2 if number else _WEEKDAYS.get(name, 6), turn=turn)


def _date(found: Match[str], _: Seen) -> Partial | None:
    day = numbers.vietnamese(found["day"])
    month = numbers.vietnamese(found["month"])
    year = a_year(found["year"]) if found["year"] else None
    if intervals.a_date(year or A_LEAP_YEAR, month, day) is None:
        return Partial(impossible=True)
    return Partial(day_of_month=day, month=month, year=year)


def a_year(digits: str) -> int:
    """“26” is 2026, “91” is 1991."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (2000 if number < 70 else 1900)


def _day_of_month(found: Match[str], _: Seen) -> Partial | None:
    day = numbers.vietnamese(found["day"])
    return Partial(day_of_month=day) if 1 <= day <= 31 else Partial(impossible=True)


DAYS = (
    Reader(
        looks=pattern("(?:ngay )?(?:bây giờ|lúc này|hiện giờ|giờ này|bây chừ)|ngay lập tức"),
        read=lambda _, seen: Partial(whole=intervals.moment(seen.now)),
    ),
    Reader(looks=pattern("(?:ngày )?(?:hôm|bữa|hum) (?:nay|ni)|hnay|trong ngày"), read=_away(0)),
    Reader(looks=pattern("nay"), read=_bare_today, not_after=_UNTIL_NOW, counted=True),
    Reader(looks=pattern("(?<=từ )(?:nay|giờ)"), read=_away(0)),
    # Unmarked it may be “từ trước tới nay”
    Reader(
        looks=pattern("(?:buổi )?(?P<part>tối) nay"),
        read=_part_away(0),
        not_after=frozenset({"truoc", "do", "nam", "thang"}),
    ),
    Reader(looks=pattern("(?:ngày|hôm|bữa) mai"), read=_away(1)),
    Reader(looks=re.compile(r"(?<!\w)(?:(?:ngày|bữa) )?mơi(?!\w)"), read=_away(1)),
    Reader(
        looks=pattern("mai"),
        read=_away(1),
        not_after=_CALLED,
        not_before=frozenset({"tang", "moi", "mot", "sau"}),
        may_be_a_name=True,
    ),
    Reader(looks=pattern("(?:ngày|hôm|bữa) mốt|(?:ngày|bữa) kia"), read=_away(2)),
    Reader(looks=re.compile(r"(?<!\w)(?<!mai )mốt(?!\w)"), read=_away(2)),  # “mot” is one
    Reader(looks=pattern("(?P<part>sáng|trưa|chiều) mốt"), read=_part_away(2)),
    Reader(looks=re.compile(r"(?<!\w)(?P<part>tối) mốt(?!\w)"), read=_part_away(2)),
    Reader(looks=re.compile(r"(?<!\w)(?:ngày|bữa) kìa(?!\w)"), read=_away(3)),
    Reader(looks=pattern("(?:hôm|bữa|hum|ngày hôm|ngày) (?:qua|wa)|hqua"), read=_away(-1)),
    # “toi qua” is “tôi qua” as well, so that one must be marked
    Reader(looks=pattern("(?P<part>sáng|trưa|chiều|đêm) qua"), read=_part_away(-1)),
    Reader(looks=re.compile(r"(?<!\w)(?P<part>tối) qua(?!\w)"), read=_part_away(-1)),
    Reader(looks=pattern("(?:ngày )?hôm (?:kia|tê)|bữa tê"), read=_away(-2)),
    Reader(looks=re.compile(r"(?<!\w)hôm kìa(?!\w)"), read=_away(-3)),
    Reader(
        looks=pattern(rf"(?P<hom>hôm |bữa |hổm )?(?:ngày )?{_WEEKDAY}(?: (?P<turn>{_TURN}))?"),
        read=_weekday,
        not_after=_COUNTED,
        not_before=_OTHER_THAN_DAYS,
    ),
    Reader(
        looks=pattern(
            r"(?:ngày |hôm )?(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)"
            r"(?P<year>\d{4}|(?<!\d\.)(?<!\d-)\d\d|(?<=\d\d.\d\d.)\d\d)"
        ),
        read=_date,
    ),
    Reader(
        looks=pattern(
            r"(?:từ )?(?:ngày )?(?P<first>\d{1,2}) ?[-–—] ?(?P<day>\d{1,2})/(?P<month>\d{1,2})"
            r"(?:(?:/| năm )(?P<year>(?:19|20)\d\d))?"
        ),
        read=_days,
    ),
    Reader(
        looks=pattern(
            r"(?:ngày|hôm) (?P<day>\d{1,2})/(?P<month>\d{1,2})"
            r"(?: năm (?P<year>(?:19|20)\d\d))?"
        ),
        read=_date,
    ),
    Reader(
        looks=pattern(
            r"(?!24/7)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?: năm (?P<year>(?:19|20)\d\d))?"
        ),
        read=_date,
        not_after=_NUMBERED,
        not_before=_COUNTED_THINGS,
    ),
    Reader(
        looks=pattern(
            r"(?:ngày|hôm|hạn|từ|đến|tới|lúc) (?P<day>\d{1,2})[.-](?P<month>\d{1,2})(?P<year>)"
        ),
        read=_date,
    ),
    Reader(
        looks=pattern(r"(?P<day>\d{2})\.(?P<month>0[1-9]|1[0-2])(?P<year>)"),
        read=_date,
        not_after=_NUMBERED,
        not_before=folded_words("triệu tỷ đồng phần người điểm nghìn"),
    ),
    Reader(
        looks=pattern(
            rf"(?:(?:ngày|hôm) )?(?:(?:mùng|mồng) )?(?P<day>{numbers.VIETNAMESE})[, ]+tháng"
            rf" {MONTH}{YEAR}"
        ),
        read=_date,
        not_after=_NUMBERED,
        not_before=folded_words("nữa đầu cuối qua nay"),
    ),
    Reader(
        looks=pattern(
            r"(?:(?:ngày|hôm) (?:(?:mùng|mồng) )?|mùng |mồng )(?P<day>\d{1,2})"
            r"(?! ?(?:[:/]|giờ|h\b))"
        ),
        read=_day_of_month,
        counted=True,
    ),
    Reader(
        looks=pattern(r"(?:ngày )?(?P<day>\d{1,2}) tháng (?P<month>\d\d?)(?P<year>)(?!\d)"),
        read=_date,
        not_after=_NUMBERED,
    ),
    # “sáng 26, chiều 27/11”
    Reader(
        looks=pattern(
            r"(?:(?<=sáng )|(?<=trưa )|(?<=chiều )|(?<=tối ))(?P<day>[12]\d|3[01])"
            r"(?=,|;| và (?:sáng|chiều))"
        ),
        read=_day_of_month,
    ),
    # Only beside the month that is named after it: “25 tháng này”
    Reader(
        looks=pattern(r"(?P<day>\d{1,2})(?= tháng (?:này|nay|sau|tới|trước))"),
        read=_day_of_month,
    ),
)
