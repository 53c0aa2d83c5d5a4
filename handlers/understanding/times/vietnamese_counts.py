"""Counted times in Vietnamese: “3 ngày nữa”, “2 tuần nay”, “5 ngày làm việc”."""

from re import Match

from handlers.understanding.normalise import fold
from handlers.understanding.times import intervals, numbers
from handlers.understanding.times.counting import A_FEW, point, stretch, years
from handlers.understanding.times.intervals import Unit
from handlers.understanding.times.partial import Partial
from handlers.understanding.times.reader import Reader
from handlers.understanding.times.seen import Seen
from handlers.understanding.times.vietnamese_spans import SHIFTS
from handlers.understanding.wording import pattern

_UNITS: dict[str, Unit] = {
    "phut": "minute", "p": "minute", "gio": "hour", "tieng": "hour", "h": "hour",
    "tieng dong ho": "hour", "ngay lam viec": "working day", "ngay lv": "working day",
    "nlv": "working day", "ngay": "day", "hom": "day",
    "bua": "day", "tuan": "week", "thang": "month", "quy": "quarter", "nam": "year",
}  # fmt: skip
_UNIT = (
    "(?P<unit>phút|giờ|tiếng đồng hồ|tiếng|h|ngày làm việc|ngày lv|nlv|ngày|hôm|bữa|tuần|tháng"
    "|quý|năm)"
)
_HALF = "rưỡi"
_COUNT = rf"(?P<count>{numbers.VIETNAMESE}|nửa)"


def _point(found: Match[str], seen: Seen) -> Partial:
    """“3 ngày nữa”, “2 tuần trước”: that day, minute or year."""
    back = fold(found["way"] or "") in {"truoc", "cach day", "cach nay"}
    half = 0.5 if _HALF in found[0] or fold(_HALF) in found[0] else 0
    return point(_count(found) + half, _unit(found), seen, sign=-1 if back else 1)


def _stretch(found: Match[str], seen: Seen) -> Partial:
    """“3 ngày tới”, “2 tuần nay”: from now until then, or from then until now."""
    return stretch(_count(found), _unit(found), seen, ahead=SHIFTS.get(fold(found["way"]), 1) > 0)


def _count(found: Match[str]) -> float:
    said = found["count"]
    return 0.5 if fold(said) == "nua" else numbers.vietnamese(said)


def _unit(found: Match[str]) -> Unit:
    return _UNITS[fold(found["unit"])]


def _years(found: Match[str], seen: Seen) -> Partial | None:
    return years(int(found["first"]), int(found["last"]), seen)


STEPS = (
    Reader(
        looks=pattern("sang (?P<unit>tuần|tháng|quý|năm)(?! (?:này|nay|\\d))"),
        read=lambda found, seen: Partial(
            frame=intervals.around(seen.today, _unit(found), 1, seen.now)
        ),
    ),
    Reader(
        looks=pattern("ngày làm việc (?:tiếp theo|kế tiếp|liền sau|liền kề|sau đó|tới)"),
        read=lambda _, seen: point(1, "working day", seen, sign=1),
    ),
    Reader(
        looks=pattern(
            r"(?:(?:giai đoạn|nhiệm kỳ|các năm|từ|năm|period) )*(?P<first>(?:19|20)\d\d)"
            r" ?(?:-|–|đến|to) ?(?:năm )?(?P<last>(?:19|20)\d\d)"
        ),
        read=_years,
    ),
)
COUNTED = (
    Reader(
        looks=pattern(rf"{_COUNT} {_UNIT} (?P<way>nữa|trước|sau)(?! (?:ngày|khi)(?!\w))"),
        read=_point,
    ),
    Reader(
        looks=pattern(
            rf"{_COUNT} {_UNIT}(?P<way>) (?:kể từ|tính từ|từ) (?:hôm nay|bây giờ|nay|giờ)(?! đến)"
        ),
        read=_point,
    ),
    Reader(looks=pattern(rf"sau {_COUNT} {_UNIT}(?P<way>)(?: nữa)?"), read=_point),
    Reader(
        looks=pattern(rf"{_COUNT} (?P<unit>giờ|tiếng) rưỡi (?P<way>nữa|trước|sau)"), read=_point
    ),
    Reader(looks=pattern(rf"(?P<way>cách đây|cách nay) {_COUNT} {_UNIT}"), read=_point),
    Reader(
        looks=pattern(
            rf"(?:trong )?(?:vòng )?{_COUNT} ?{_UNIT} (?P<way>tới đây|sắp tới|(?<!h )tới|qua"
            "|vừa qua|vừa rồi|gần đây|gần nhất|nay|trở lại đây|tiếp theo|kế tiếp)"
            r"(?! (?:nay|mai|hôm)(?!\w))"
        ),
        read=_stretch,
    ),
    Reader(looks=pattern(rf"trong (?:vòng )?{_COUNT} ?{_UNIT}(?P<way>)(?: nữa)?"), read=_stretch),
    Reader(
        looks=pattern("(?:mấy|những) (?:ngày|hôm|bữa) (?:nay|rày|qua)"),
        read=lambda _, seen: stretch(A_FEW, "day", seen, ahead=False),
    ),
)
