"""“tỷ lệ hồ sơ đúng hạn tháng 10 so với cùng kỳ” · Which figures are asked for, beside which."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.understanding import normalise
from handlers.understanding.asked import Interval
from handlers.understanding.reading import Reading
from handlers.understanding.times.ranges import FoundTime
from handlers.understanding.wording import folded_words, pattern
from storage.counted import Period, Subject

_UNKNOWN = "?"  # what follows it in a topic is nothing that is counted


class Against(StrEnum):
    """With which other period one is compared. The values are short, as those of `Subject` are."""

    BEFORE = "ky"  # kỳ trước: the month, quarter, year before it
    YEAR = "nam"  # cùng kỳ năm trước


_PAPERS = "văn bản|vb|documents?"
_SUBJECTS = {
    Subject.DOSSIERS: pattern(
        "hồ sơ|hs|thủ tục hành chính|tthc|một cửa|dossiers?|applications?|one-stop"
    ),
    Subject.INCOMING: pattern(
        f"(?:{_PAPERS}|công văn|cv) (?:đi và |đi, )?đến|đến và đi|incoming"
        f"|xử lý (?:được )?(?:bao nhiêu |mấy )?(?:{_PAPERS})"
        f"|(?:{_PAPERS}) (?:xử lý|trễ|quá|đúng|được số hóa|handled|on time|late)"
    ),
    Subject.OUTGOING: pattern(
        f"(?:{_PAPERS}|công văn|cv) (?:đến và |đến, )?đi|đi và đến|phát hành|ban hành|tham mưu"
        "|outgoing|issued?|ký số"
    ),
    Subject.MEETINGS: pattern("họp|hội nghị|meetings?|conferences?"),
    Subject.PETITIONS: pattern(
        "đơn thư|đơn(?! vị| giản| hàng)|khiếu nại|tố cáo|kn|kntc|kiến nghị"
        "|petitions?|complaints?|denunciations?"
    ),
    Subject.RECEPTIONS: pattern(
        "tiếp (?:công )?dân|tiếp (?:được |đón )?(?:mấy|bao nhiêu|\\d+)? ?lượt|lượt (?:công )?dân"
        "|lượt tiếp|đoàn đông người|công dân|receptions?|citizens?|visits?|received people"
    ),
}
_ANY_PAPERS = pattern(f"{_PAPERS}|công văn|cv")
# Said of nothing, they are said of dossiers.
_IN_TIME = pattern("đúng hạn|trước hạn|quá hạn|trễ hạn|trễ|on[- ]time|late")

_BESIDE = pattern(
    "so với|so sánh với|nhiều hơn|ít hơn|cao hơn|thấp hơn|hơn|với(?= (?:năm|tháng|quý|tuần|kỳ))"
    "|compared? (?:to|with)|than|versus|vs|since|from(?= last)"
)
_A_YEAR_EARLIER = pattern("cùng kỳ|năm ngoái|năm trước|năm rồi|same period|last year|year on year")
_THE_ONE_BEFORE = pattern(
    "(?:tháng|quý|tuần|kỳ) (?:trước|rồi|vừa rồi)|last (?:month|quarter|week)|previous \\w+|the last"
)
_COMPARES = pattern(
    "so với|so sánh|cùng kỳ|tăng|giảm|hơn|khác nhau|chênh|với(?= (?:năm|tháng|quý|tuần|kỳ))"
    "|compare|compared|than|difference|change|increase|decrease|up or down|year on year"
)
_GOES_ON = pattern("còn|thì sao|thế còn|vậy còn|sao|what about|how about|and")
_SMALL = folded_words(
    "còn thế vậy thì văn bản vb công sao và nữa của ý tôi anh chị em là à ạ ừ nhỉ nhé nha với cho"
    " xem đi này đó trước nay năm tháng quý kỳ tuần nào giúp thưa dạ được không sánh chốt cộng dồn"
    " báo cáo liệu lấy đưa gửi cần cung cấp tổng hợp coi giùm"
    " what how about and the for of on please with to it last year month quarter then held"
)
# What nobody counts here apart from the rest, or at all.
_NOT_APART = pattern(
    "thanh toán trực tuyến|hài lòng|xếp hạng|biểu đồ|đồ thị|excel|bình quân|trung bình"
    "|nhiệm vụ|chỉ số|năng suất|(?:phòng|đơn vị|sở|xã) nào|lĩnh vực|tố giác|số hóa hồ sơ"
    "|rank|ranking|chart|graph|spreadsheet|average|satisfaction|tasks?|which (?:unit|department)"
)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What is asked for. Without a subject it is everything there is."""

    subjects: tuple[Subject, ...] = ()
    against: Against | None = None
    other: Period | None = None  # the days of the other period, where they were said
    unknown: str = ""  # of what nobody counts anything here

    @property
    def topic(self) -> str:
        """In one line, as slots carry it."""
        days = f"{self.other.first:%Y%m%d}-{self.other.last:%Y%m%d}" if self.other else ""
        unknown = f"{_UNKNOWN}{self.unknown}" if self.unknown else ""
        return " ".join(filter(None, [*self.subjects, self.against or "", days, unknown]))

    def after(self, before: "Figures") -> "Figures":
        """As it goes on from what was asked before: what is not said now is still meant."""
        if self.subjects or self.unknown:
            return self
        return replace(before, against=self.against, other=self.other)


def figures_of(topic: str) -> Figures:
    """A topic as it was written; other words are what nobody counts."""
    known, _, rest = topic.partition(_UNKNOWN)
    found, unknown = Figures(), []
    for word in known.split():
        if word in set(Subject):
            found = replace(found, subjects=(*found.subjects, Subject(word)))
        elif word in set(Against):
            found = replace(found, against=Against(word))
        elif days := re.fullmatch(r"(\d{8})-(\d{8})", word):
            first, last = map(dt.date.fromisoformat, days.groups())
            found = replace(found, other=Period(first=first, last=last))
        else:
            unknown.append(word)
    return replace(found, unknown=rest or " ".join(unknown))


def figures_said(read: Reading, rest: str) -> Figures:
    """What the words ask for. `rest`: those of them that nobody asks figures with."""
    lowered = normalise.lower(read.tidied)
    subjects = tuple(one for one, words in _SUBJECTS.items() if words.search(lowered))
    if _ANY_PAPERS.search(lowered) and not {Subject.INCOMING, Subject.OUTGOING} & set(subjects):
        subjects = (*subjects, Subject.INCOMING, Subject.OUTGOING)
    if not subjects and _IN_TIME.search(lowered):
        subjects = (Subject.DOSSIERS,)
    apart = _NOT_APART.search(lowered)
    _, beside = _sides(read)
    against = None
    if _COMPARES.search(lowered):
        said = lowered[_cue(lowered) :]
        if _A_YEAR_EARLIER.search(said):
            against = Against.YEAR
        elif _THE_ONE_BEFORE.search(said):
            against = Against.BEFORE
    return Figures(
        subjects=subjects,
        against=against,
        other=_days(beside) if beside and against is None else None,
        unknown=apart[0] if apart else rest if _others(normalise.lower(rest)) else "",
    )


def period_said(read: Reading) -> Interval | None:
    """The time that is asked about, not the one that it is compared with."""
    asked, _ = _sides(read)
    return asked.interval if asked else None


def goes_on(read: Reading) -> bool:
    """“Đơn thư thì sao?”, “so với cùng kỳ”: of what was asked before, it only says another side."""
    lowered = normalise.lower(read.tidied)
    named = figures_said(read, "")
    if not (named.against or (named.subjects and _GOES_ON.search(lowered))):
        return False
    alone = "".join(
        " " * (piece.end - piece.start) if piece.mark else lowered[piece.start : piece.end] + " "
        for piece in read.pieces
    )
    return not _others(alone)


def _others(lowered: str) -> list[str]:
    """The words that have no meaning here."""
    for words in (*_SUBJECTS.values(), _COMPARES, _A_YEAR_EARLIER, _THE_ONE_BEFORE, _IN_TIME):
        lowered = words.sub(" ", lowered)
    return [word for word in lowered.split() if normalise.fold(word) not in _SMALL]


def _cue(lowered: str) -> int:
    """Where the comparing begins; the beginning where no word says so."""
    found = _BESIDE.search(lowered)
    return found.start() if found else 0


def _sides(read: Reading) -> tuple[FoundTime | None, FoundTime | None]:
    """The time that is asked about and the one beside it: what stands after “so với” is beside."""
    lowered = normalise.lower(read.tidied)
    times = read.found_times
    if not _COMPARES.search(lowered):
        return (times[0], None) if times else (None, None)
    cue = _BESIDE.search(lowered)
    same = _A_YEAR_EARLIER.search(lowered)
    starts = min((found.start() for found in (cue, same) if found), default=len(lowered))
    asked = [time for time in times if time.start < starts]
    beside = [time for time in times if time.start >= starts]
    if not asked and len(beside) > 1:  # “so với tháng 9 thì tháng 10 …”
        return beside[1], beside[0]
    if len(asked) > 1 and not beside:  # “so sánh quý II và quý III”
        return asked[0], asked[1]
    return (asked[0] if asked else None), (beside[0] if beside else None)


def _days(time: FoundTime) -> Period | None:
    first, last = time.interval.first_day, time.interval.last_day
    return Period(first=first, last=last) if first and last else None
