"""Longer times, and counted ones, in Vietnamese: “tuần sau”, “quý III/2026”, “3 ngày nữa”."""

from collections.abc import Callable
from re import Match
from typing import Literal

from handlers.understanding.normalise import fold
from handlers.understanding.times import intervals, numbers
from handlers.understanding.times.intervals import Unit
from handlers.understanding.times.partial import Edge, Nth, Partial
from handlers.understanding.times.reader import Reader
from handlers.understanding.times.seen import Seen
from handlers.understanding.wording import folded_words, pattern

# “tháng 3 tới tháng 5”, “tuần sau 15h”: there the word looks ahead.
_ALONE = r"(?! (?:ngày \d|tuần|tháng|quý|khi)(?!\w))"
_WHICH = (
    "này|nay|ni|hiện tại|hiện nay|đang chạy"
    "|sau nữa|tới nữa|sau|tới đây|sắp tới|tới(?! hết)|kế tiếp|kế|tiếp theo|tiếp"
    "|trước nữa|trước đó|trước|vừa rồi|vừa qua|rồi|qua|ngoái|kia"
)
SHIFTS = {"nay": 0, "ni": 0, "hien tai": 0, "hien nay": 0, "dang chay": 0}
SHIFTS |= dict.fromkeys(("sau", "toi", "toi day", "sap toi", "ke tiep", "ke"), 1)
SHIFTS |= {"tiep theo": 1, "tiep": 1, "sau nua": 2, "toi nua": 2, "truoc nua": -2, "kia": -2}
SHIFTS |= dict.fromkeys(("gan day", "gan nhat", "tro lai day"), -1)
SHIFTS |= dict.fromkeys(("truoc", "truoc do", "vua roi", "vua qua", "roi", "qua", "ngoai"), -1)
_EDGES = {"dau": Edge.START, "giua": Edge.MIDDLE, "cuoi": Edge.END}
_AN_EDGE = "(?<!tuần )(?<!ngày )(?<!việc )(?P<edge>đầu|giữa|cuối)"
_EDGE = f"(?:{_AN_EDGE} )?(?:nội )?(?:trong )?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NAMED_QUARTER = {"mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nhat": 1}
YEAR = r"(?:(?:[/.-]|,? (?:của )?năm | )(?P<year>(?:1[89]|20)\d\d))?"
MONTH = (
    "(?P<month>1[0-2]|0?[1-9]|mười một|mười hai|mười|một|hai|ba|bốn|tư"
    r"|năm(?! ?(?:19|20)\d\d)|sáu|bảy|tám|chín)"
)
_NOT_MANY_MONTHS = folded_words("trong sau mỗi được hơn gần khoảng con thêm cháu bé mới đã tròn")
_NOT_THE_YEAR = folded_words("nữa trước tới qua nay sau đầu cuối liền lần một mới tuổi lương tù")
HALF_A_YEAR = 6  # months


def _around(unit: Unit) -> Callable[[Match[str], Seen], Partial]:
    """The running, the next, the last one; perhaps only its beginning, middle or end."""

    def read(found: Match[str], seen: Seen) -> Partial:
        which = fold(found["which"] or "nay")
        frame = intervals.around(seen.today, unit, SHIFTS[which], seen.now)
        return Partial(frame=frame, edge=_edge(found))

    return read


def _edge(found: Match[str]) -> Edge | None:
    said = found.groupdict().get("edge")
    return _EDGES[fold(said)] if said else None


def _numbered_week(found: Match[str], seen: Seen) -> Partial | None:
    year, number = found["year"], int(found["number"])
    frame = intervals.week(int(year) if year else seen.today.year, number, seen.now)
    return Partial(frame=frame) if frame else None


def _nth(number: int, unit: Literal["day", "week", "working day"]) -> Partial:
    """Names a time only with the month, quarter or year that stands beside it."""
    return Partial(nth=Nth(number=number, unit=unit), weak=True)


def _named_month(found: Match[str], _: Seen) -> Partial | None:
    number = numbers.vietnamese(found["month"])
    if not 1 <= number <= intervals.MONTHS_IN_A_YEAR:
        return None
    year = found["year"]
    return Partial(month=number, year=int(year) if year else None, edge=_edge(found))


def _named_quarter(found: Match[str], _: Seen) -> Partial:
    said, year = fold(found["quarter"]), found["year"]
    number = _ROMAN.get(said) or _NAMED_QUARTER.get(said) or int(said)
    return Partial(quarter=number, year=int(year) if year else None, edge=_edge(found))


def _year(found: Match[str], _: Seen) -> Partial:
    return Partial(year=int(found["year"]), edge=_edge(found))


def _months_of_a_year(found: Match[str], _: Seen) -> Partial | None:
    said = found.groupdict()
    counted = said.get("count") or said.get("reported")
    count = numbers.vietnamese(counted) if counted else HALF_A_YEAR
    if not 1 <= count < intervals.MONTHS_IN_A_YEAR:
        return None
    year = said.get("year")
    is_end = bool(said.get("end"))
    return Partial(months=-count if is_end else count, year=int(year) if year else None)


_OF_WHAT = "(?= (?:của )?(?:tháng|quý|năm|tuần))"
_REPORTS = "(?:(?<=cáo )|(?<=kê )|(?<=quả )|(?<=liệu )|(?<=hình )|(?<=kết ))"

WEEKS = (
    Reader(
        looks=pattern(f"{_EDGE}tuần (?P<which>{_WHICH}){_ALONE}"),
        read=_around("week"),
        counted=True,
    ),
    Reader(looks=pattern(f"(?:trong|{_AN_EDGE}) tuần(?P<which>)"), read=_around("week")),
    Reader(
        looks=pattern(rf"tuần (?:thứ |số )?(?P<number>[1-4]\d|5[0-3]|[1-9]){YEAR}(?!\.?\d| lần)"),
        read=_numbered_week,
        counted=True,
    ),
    # Beside the month that is named after it
    Reader(
        looks=pattern(rf"tuần (?:thứ )?(?P<number>[1-5]|hai|ba|tư|bốn){_OF_WHAT}"),
        read=lambda found, _: _nth(numbers.vietnamese(found["number"]), "week"),
    ),
    Reader(
        looks=pattern(f"tuần (?:đầu tiên|đầu|thứ nhất){_OF_WHAT}"),
        read=lambda _found, _seen: _nth(1, "week"),
    ),
    Reader(
        looks=pattern(f"tuần (?:cuối cùng|cuối){_OF_WHAT}"),
        read=lambda _found, _seen: _nth(-1, "week"),
    ),
    Reader(
        looks=pattern(
            f"ngày (?P<working>làm việc )?(?:(?P<last>cuối)(?: cùng)?|đầu(?: tiên)?){_OF_WHAT}"
        ),
        read=lambda found, _: _nth(
            -1 if found["last"] else 1, "working day" if found["working"] else "day"
        ),
    ),
)
MONTHS = (
    Reader(
        looks=pattern(f"{_EDGE}tháng (?P<which>{_WHICH}){_ALONE}"),
        read=_around("month"),
        counted=True,
    ),
    Reader(looks=pattern(f"(?:trong|{_AN_EDGE}) tháng(?P<which>)"), read=_around("month")),
    Reader(
        looks=pattern(
            rf"{_EDGE}tháng {MONTH}(?![.,/-]?\d)(?: (?:tới|này|vừa rồi|vừa qua){_ALONE})?{YEAR}"
        ),
        read=_named_month,
    ),
    Reader(
        looks=pattern(rf"{_EDGE}(?:tháng |t)(?P<month>1[0-2]|0?[1-9])[/.-](?P<year>(?:19|20)\d\d)"),
        read=_named_month,
    ),
    Reader(
        looks=pattern(r"(?<![/.-])(?P<month>1[0-2]|0?[1-9])/(?P<year>(?:19|20)\d\d)"),
        read=_named_month,
        not_after=frozenset({"so"}),
    ),
    # “t2” … “t7” are days of the week
    Reader(looks=pattern(r"t(?P<month>1[0-2]|8|9)(?![.,/-]\d)(?P<year>)"), read=_named_month),
    Reader(
        looks=pattern(
            rf"(?P<count>{numbers.VIETNAMESE}) tháng (?:đầu|(?P<end>cuối))(?:(?: của)? năm)?"
            r"(?: (?P<year>(?:19|20)\d\d))?"
        ),
        read=_months_of_a_year,
    ),
    Reader(
        looks=pattern(
            r"(?P<half>nửa) (?:đầu|(?P<end>cuối))(?: của)? năm(?: (?P<year>(?:19|20)\d\d))?"
        ),
        read=_months_of_a_year,
    ),
    Reader(
        looks=pattern(
            rf"(?P<count>3|6|9|sáu|chín) tháng(?: năm|,)? (?P<year>(?:19|20)\d\d)"
            rf"|{_REPORTS}(?P<reported>3|6|9) tháng(?P<no_year>)"
        ),
        read=_months_of_a_year,
        not_before=_NOT_THE_YEAR,
    ),
    Reader(
        looks=pattern("(?P<count>9|chín) tháng"),
        read=_months_of_a_year,
        not_after=_NOT_MANY_MONTHS,
        not_before=_NOT_THE_YEAR,
    ),
)
QUARTERS = (
    Reader(
        looks=pattern(f"{_EDGE}quý (?P<which>{_WHICH}){_ALONE}"),
        read=_around("quarter"),
        counted=True,
    ),
    Reader(looks=pattern(f"(?:trong|{_AN_EDGE}) quý(?P<which>)(?! vị)"), read=_around("quarter")),
    Reader(
        looks=pattern(
            rf"{_EDGE}(?:quý |q)(?P<quarter>i{{1,3}}|iv|[1-4]|một|hai|ba|tư|bốn)(?!\.?\d){YEAR}"
        ),
        read=_named_quarter,
    ),
)
YEARS = (
    Reader(
        looks=pattern(
            f"{_EDGE}(?:cả )?năm (?P<which>nay|này|ni|sau nữa|sau|tới|kế tiếp|tiếp theo|trước nữa"
            f"|trước|vừa rồi|vừa qua|rồi|ngoái|kia|qua){_ALONE}"
        ),
        read=_around("year"),
        not_after=frozenset({"thu", "viet"}),
        counted=True,
    ),
    Reader(
        looks=pattern(rf"(?:trong|{_AN_EDGE}) năm(?P<which>)(?! \d)"),
        read=_around("year"),
        not_after=frozenset({"thang"}),
    ),
    Reader(
        looks=pattern(rf"{_EDGE}(?:cả )?năm (?P<year>(?:19|20)\d\d)"),
        read=_year,
    ),
)
SPANS = (*WEEKS, *MONTHS, *QUARTERS, *YEARS)
