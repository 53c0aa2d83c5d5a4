"""Days that are kept every year, by the sun or by the moon: “mùng 6 Tết”, “rằm”, “giỗ Tổ”."""

from re import Match

from handlers.understanding.times import intervals, lunar, numbers
from handlers.understanding.times.frames import tet
from handlers.understanding.times.partial import Partial
from handlers.understanding.times.reader import Reader, says
from handlers.understanding.times.seen import Seen
from handlers.understanding.times.vietnamese_spans import YEAR
from handlers.understanding.wording import folded_words, pattern

_BY_THE_MOON = {
    "(?:ngày )?(?:giỗ tổ|quốc giỗ)(?: hùng vương)?|hung kings(?: day| festival)?": (10, 3),
    "(?:tết )?trung thu|mid autumn(?: festival)?": (15, 8),
    "(?:tết )?đoan ngọ|giết sâu bọ": (5, 5),
    "(?:lễ )?vu lan": (15, 7),
    "(?:ngày )?(?:cúng )?ông công(?:,? ông táo)?|(?:ngày )?(?:cúng )?ông táo": (23, 12),
    "(?:ngày )?vía thần tài": (10, 1),
    "(?:lễ |đại lễ )?phật đản": (15, 4),
    "(?:rằm|tết) nguyên tiêu": (15, 1),
}  # fmt: skip
_BY_THE_SUN = {
    "tết dương lịch|tết dương|tết tây|new year s day|new year": (1, 1),
    "(?:ngày )?giải phóng miền nam|reunification day": (30, 4),
    "(?:ngày )?quốc tế lao động|labou?r day": (1, 5),
    "(?:ngày |lễ )?quốc khánh|national day": (2, 9),
    "(?:ngày )?văn hóa việt nam": (24, 11),
    "(?:ngày )?nhà giáo(?: việt nam)?|(?:vietnam(?:ese)? )?teachers?.{0,2} day": (20, 11),
    "(?:ngày )?quốc tế phụ nữ|international wom[ae]n.{0,2} day": (8, 3),
    "(?:ngày )?phụ nữ việt nam|vietnam(?:ese)? wom[ae]n.{0,2} day": (20, 10),
    "(?:ngày )?quốc tế thiếu nhi": (1, 6),
    "(?:ngày )?thành lập đảng": (3, 2),
    "(?:ngày )?thầy thuốc việt nam": (27, 2),
    "(?:ngày )?thành lập đoàn": (26, 3),
    "(?:ngày )?báo chí cách mạng(?: việt nam)?": (21, 6),
    "(?:ngày )?gia đình việt nam": (28, 6),
    "(?:ngày )?truyền thống (?:ngành )?văn phòng": (28, 8),
    "(?:ngày )?chuyển đổi số quốc gia": (10, 10),
    "(?:ngày )?doanh nhân việt nam": (13, 10),
    "(?:ngày )?pháp luật việt nam": (9, 11),
    "(?:ngày )?thành lập quân đội(?: nhân dân)?(?: việt nam)?": (22, 12),
    "(?:ngày )?thương binh,? liệt s[ĩỹiy]|(?:war )?invalids and martyrs.{0,2} day": (27, 7),
    "(?:lễ )?(?:giáng sinh|noel)|christmas(?: day)?": (25, 12),
}  # fmt: skip
_MONTHS = {"giêng": 1, "gieng": 1, "chạp": lunar.LAST_MONTH, "chap": lunar.LAST_MONTH}
_LUNAR_MONTH = (
    r"(?P<month>giêng|chạp|1[0-2]|0?[1-9]|mười một|mười hai|mười|một|hai|ba|bốn|tư|năm|sáu|bảy|tám"
    "|chín)"
)
_DAY = rf"(?:ngày )?(?:mùng |mồng )?(?P<day>{numbers.VIETNAMESE})"
_MOON = r"(?:,? ?\(?(?:âm lịch|âm|al|âl)\)?)"
_NEW_YEAR = "(?:tết nguyên đán|tết âm lịch|tết ta|tết cổ truyền|tết|lunar new year)"
_OTHER_FEASTS = folded_words("trung đoan dương tây thiếu nguyên thầy trồng độc hàn")
FULL_MOON = 15


def _moon_date(found: Match[str], _: Seen) -> Partial | None:
    day, month = numbers.vietnamese(found["day"]), _month(found)
    year = found["year"]
    if not (1 <= day <= intervals.LONGEST_LUNAR_MONTH and month):
        return None
    return Partial(day_of_month=day, month=month, year=int(year) if year else None, lunar=True)


def _moon_month(found: Match[str], _: Seen) -> Partial:
    year = found["year"]
    return Partial(month=_month(found), year=int(year) if year else None, lunar=True)


def _full_moon(found: Match[str], _: Seen) -> Partial:
    said = found["month"]
    return Partial(day_of_month=FULL_MOON, month=_month(found) if said else None, lunar=True)


def _day_of_tet(found: Match[str], _: Seen) -> Partial | None:
    day, year = numbers.vietnamese(found["day"] or found["last"]), found["year"]
    month = lunar.FIRST_MONTH if found["begins"] else lunar.LAST_MONTH
    return Partial(
        day_of_month=day, month=month, year=int(year) if year else None, lunar=True, feast=True
    )


def _tet(found: Match[str], seen: Seen) -> Partial | None:
    shift = {"nay": 0, "ngoái": -1, "ngoai": -1, "trước": -1, "truoc": -1, "sau": 1, "tới": 1,
             "toi": 1}.get(found["which"] or "")  # fmt: skip
    year = int(found["year"]) if found["year"] else None
    if shift is not None:
        year = seen.today.year + shift
    days = tet(seen, year)
    return Partial(whole=days) if days else None


def _last_night(_: Match[str], seen: Seen) -> Partial:
    year = lunar.year_of(seen.today)
    return Partial(day=lunar.last_day(year))


def _month(found: Match[str]) -> int:
    said = found["month"]
    return _MONTHS.get(said) or numbers.vietnamese(said)


FEASTS = (
    Reader(
        looks=pattern(
            rf"(?:ngày )?(?:(?P<begins>mùng |mồng )(?P<day>{numbers.VIETNAMESE})|(?P<last>2\d|30))"
            rf" {_NEW_YEAR}(?: năm)?{YEAR}"
        ),
        read=_day_of_tet,
        not_before=_OTHER_FEASTS,
    ),
    Reader(looks=pattern(rf"{_DAY} tháng {_LUNAR_MONTH}{_MOON}{YEAR}"), read=_moon_date),
    Reader(looks=pattern(rf"{_DAY} tháng (?P<month>giêng|chạp){YEAR}"), read=_moon_date),
    Reader(
        looks=pattern(
            rf"(?:ngày )?(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?:/(?P<year>\d{{4}}))?{_MOON}"
        ),
        read=_moon_date,
    ),
    Reader(looks=pattern(rf"(?:ngày )?rằm(?: tháng {_LUNAR_MONTH}(?!/))?"), read=_full_moon),
    Reader(looks=pattern(rf"tháng {_LUNAR_MONTH}{_MOON}{YEAR}"), read=_moon_month),
    Reader(looks=pattern(rf"tháng (?P<month>giêng|chạp){YEAR}"), read=_moon_month),
    Reader(looks=pattern("(?:đêm )?giao thừa"), read=_last_night),
    Reader(
        looks=pattern(rf"(?:dịp )?{_NEW_YEAR}(?: năm (?P<which>nay|ngoái|trước|sau|tới)|{YEAR})"),
        read=_tet,
        not_before=_OTHER_FEASTS,
    ),
    *(
        Reader(
            looks=pattern(words),
            read=says(day_of_month=day, month=month, lunar=True, feast=True),
        )
        for words, (day, month) in _BY_THE_MOON.items()
    ),
    *(
        Reader(looks=pattern(words), read=says(day_of_month=day, month=month, feast=True))
        for words, (day, month) in _BY_THE_SUN.items()
    ),
)
