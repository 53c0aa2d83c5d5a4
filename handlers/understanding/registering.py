"""“vào sổ: 2311/UBND-KTN ngày 24/11 của UBND tỉnh X về kiểm tra phòng cháy, khẩn” · What văn thư
says of a document in one line, taken apart into the columns of the register.

The line has a head (numbers, date, issuer), the subject after “về”, and behind commas what else is
said. Only what bears its name or its usual place is taken: the rest is asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from handlers.understanding import normalise, reading
from handlers.understanding.asked import Lexicon
from handlers.understanding.codes.found import CodeKind, FoundCode
from handlers.understanding.reading import Reading
from handlers.understanding.wording import pattern, spelt
from storage.models import Urgency

HALF_A_YEAR = timedelta(days=183)

_ABOUT = "trích yếu(?: nội dung)?|nội dung|v/v|về việc|về|(?:with the )?subject|about|regarding"
_SUBJECT = pattern(_ABOUT)
_BOOK = pattern(
    r"(?:số đến|đến số|đến|vào sổ số|incoming(?: number)?|entry)(?: là| thành)? ?:? ?"
    r"(?P<number>\d{1,6})(?![\d/.-])"
)
_BARE = pattern(r"(?<!đến )(?<!den )(?<!sổ )(?<!so )số ?:? ?(?P<number>\d{1,6})(?![\d/.-])")
_URGENT = {
    Urgency.FLASH: pattern("hỏa tốc|flash|most urgent"),
    Urgency.VERY_URGENT: pattern("thượng khẩn|very urgent"),
    Urgency.URGENT: pattern("khẩn(?! cấp| trương)|urgent"),
    Urgency.NORMAL: pattern("thường|không khẩn|normal"),
}
_URGENCY = pattern(
    "(?:(?:độ|mức độ|mức) khẩn|urgency)?(?: là| thành| sang| to)? ?:? ?"
    "(?P<urgency>hỏa tốc|thượng khẩn|không khẩn|khẩn|thường|flash|very urgent|urgent|normal)"
)
_LINK = "(?: (?:thành|phải là|đúng là|lại là|lại thành|lại|là|sang|bằng|to|is))? ?[:=]? ?"
_LABELS = {
    "arrived_on": pattern(f"(?:ngày đến|đến ngày|nhận ngày|ngày nhận|arrived){_LINK}"),
    "due": pattern(
        f"(?:thời hạn|hạn|trước ngày|trước|chậm nhất|due|by)(?: xử lý| trả lời| chót)?{_LINK}"
    ),
    "dated": pattern(f"(?:ngày (?:văn bản|vb|ký|ban hành)|đề ngày|ngày|dated|date){_LINK}"),
    "number_sign": pattern(f"(?:số,? (?:ký|kí) hiệu|(?:ký|kí) hiệu|số văn bản|number|sign){_LINK}"),
    "issuer": pattern(f"(?:cơ quan ban hành|cơ quan gửi|nơi gửi|của|từ|do|issuer|from){_LINK}"),
    "subject": pattern(f"(?:{_ABOUT}){_LINK}"),
}
_TO_UNIT = pattern(
    "(?:chuyển|giao|phân|trình|gửi|đơn vị|to|for|assign to)(?: xử lý)?(?: cho| đến| sang)?|cho"
)
_AGENCY = pattern(
    "sở|bộ|ubnd|ub|ủy ban|hđnd|hội đồng|văn phòng|vp|vpcp|công an|cục|chi cục|tổng cục|tỉnh ủy"
    "|thanh tra|kho bạc|bảo hiểm|ngân hàng|hội|đoàn|trường|công ty|viện|tòa án|ban|trung tâm"
    "|thủ tướng|chính phủ|thuế|quân khu|bộ chỉ huy|department|ministry|office|committee"
)
_OF_AGENCY = re.compile(rf" (?:{spelt('của|do')}) (?=(?:{_AGENCY.pattern}))", re.IGNORECASE)
_WORKING_DAYS = pattern(r"(?P<number>\d{1,3}) (?:ngày làm việc|ngày lv|working days?)")
_CUT = re.compile(r"\s*[,;](?:\s+|$)|\s*;\s*")
_TRIMMED = " \t.,;:-–()“”\"'"
_POLITE = re.compile(rf"(?: (?:{spelt('nhé|nha|ạ|giúp|giùm|dùm|với|em|please')}))+$")
_UNTIL = re.compile(rf",|;| (?:{spelt('ngày|gửi|dated')}) | - ")


@dataclass(frozen=True, kw_only=True)
class Fields:
    """What was said of an entry; everything that was not is None or empty."""

    book_number: int | None = None
    number_sign: str = ""  # “2311/UBND-KTN”; without a slash its ký hiệu was not said
    issuer: str = ""
    dated: date | None = None
    arrived_on: date | None = None
    subject: str = ""
    urgency: Urgency | None = None
    unit_id: int | None = None
    due_on: date | None = None
    due_days: int | None = None  # working days: “trong 5 ngày làm việc”
    due_by_id: int | None = None  # who set it

    @property
    def is_entry(self) -> bool:
        """Enough was said to be nothing else than a line for the register."""
        has_sign = "/" in self.number_sign or "-" in self.number_sign
        return has_sign and self.dated is not None and bool(self.issuer or self.subject)

    def over(self, other: "Fields") -> "Fields":
        """These, and what only `other` says."""
        own = {name: value for name, value in vars(self).items() if value not in (None, "")}
        return replace(other, **own)


@dataclass(frozen=True)
class Registering:
    """Reads lines of one moment and one office."""

    now: datetime  # aware, in the office's zone
    lexicon: Lexicon

    def line(self, words: str) -> Fields:
        """A whole line for the register."""
        read = self._read(words)
        code = self._code(read)
        cue = _SUBJECT.search(normalise.lower(read.tidied), code.end if code else 0)
        head = read.tidied[: cue.start()] if cue else read.tidied
        fields = self._head(head, code, has_cue=cue is not None)
        if cue is None:
            return fields
        start, end = (
            read.typed_at(cue.end(), len(read.tidied))
            if cue.end() < len(read.tidied)
            else (len(words), len(words))
        )
        return self._tail(words[start:end], fields)

    def named(self, words: str) -> Fields:
        """“trích yếu …, ngày văn bản 22/11”: each column by its name, and nothing else."""
        found, last = Fields(), ""
        for segment in _segments(words):
            one = self._field(segment)
            if one is None and last == "subject":  # a comma inside the subject
                found = replace(found, subject=f"{found.subject}, {segment.strip(_TRIMMED)}")
            elif one is not None:
                found = one.over(found)
                last = "subject" if one.subject else ""
        return found

    def sign(self, words: str) -> str:
        """A number with its ký hiệu; empty for none."""
        sign = _sign(self._code(self._read(words)))
        return sign if "/" in sign else ""

    def reply(self, words: str) -> str:
        """The number of what answers: “trả lời bằng 3100/UBND-NC”; empty for none."""
        cue = _ANSWERED.search(normalise.lower(words))
        return self.sign(words[cue.end() :]) if cue else ""

    def day(self, words: str) -> date | None:
        """The day that is named, as one that has come already."""
        return self._past(self._day(words), words)

    def _read(self, words: str) -> Reading:
        return reading.read(words, now=self.now, lexicon=self.lexicon)

    def _code(self, read: Reading) -> FoundCode | None:
        codes = [code for code in read.found_codes if code.kind is CodeKind.DOCUMENT]
        signed = (code for code in codes if "/" in code.printed)
        return next(signed, codes[0] if codes else None)

    def _head(self, head: str, code: FoundCode | None, *, has_cue: bool) -> Fields:
        """Numbers, date, issuer and urgency, where they stand before the subject."""
        fields = Fields(number_sign=_sign(code)) if code and code.start < len(head) else Fields()
        bare = _without_code(head, code)
        if code is None and (number := _BARE.search(normalise.lower(bare))):
            fields = replace(fields, number_sign=number["number"])
        if book := _BOOK.search(normalise.lower(bare)):
            fields = replace(fields, book_number=int(book["number"]))
        first, *others = [*_segments(bare)] or [""]
        fields = self._first(first, fields)
        for segment in others:
            one = self._field(segment)
            if one is None and not fields.issuer and _AGENCY.match(_lowered(segment)):
                one = Fields(issuer=segment.strip(_TRIMMED))
            elif one is None and (day := self._only_day(segment)):
                one = Fields(dated=day)
            elif one is None and not has_cue and not fields.subject and "¤" not in segment:
                one = Fields(subject=segment.strip(_TRIMMED))
            fields = fields.over(one) if one else fields
        return fields

    def _first(self, segment: str, fields: Fields) -> Fields:
        """The beginning: the verb, what kind it is, its number, and what follows without commas."""
        lowered = normalise.lower(segment)
        for found in self._read(segment).found_times:
            day = found.interval.first_day
            before = lowered[: found.start]
            if re.search(rf"(?:{spelt('đến|nhận')})(?: {spelt('ngày')})? ?$", before):
                fields = Fields(arrived_on=self._past(day, segment)).over(fields)
            elif fields.dated is None and day:
                fields = Fields(dated=self._past(day, segment)).over(fields)
        if label := _LABELS["issuer"].search(lowered):
            issuer = _UNTIL.split(segment[label.end() :], maxsplit=1)[0]
            fields = Fields(issuer=issuer.strip(_TRIMMED + "¤")).over(fields)
        return Fields(urgency=_urgency_in(lowered)).over(fields)

    def _tail(self, words: str, fields: Fields) -> Fields:
        """The subject, and from the end on whatever is none of it."""
        segments = [*_segments(words)]
        said = Fields()
        while len(segments) > 1 and (one := self._field(segments[-1])) and not one.subject:
            said = one.over(said)
            segments.pop()
        subject = ", ".join(one.strip() for one in segments).strip(_TRIMMED.replace(")", ""))
        if not fields.dated and (found := re.search(rf" {spelt('ngày')} [\d/.-]+$", subject)):
            said = Fields(dated=self._day(subject[found.start() :])).over(said)
            subject = subject[: found.start()]
        if not fields.issuer and (found := _OF_AGENCY.search(subject)):
            said = Fields(issuer=subject[found.end() :].strip(_TRIMMED)).over(said)
            subject = subject[: found.start()]
        return said.over(Fields(subject=subject.strip()).over(fields))

    def _field(self, segment: str) -> Fields | None:
        """One column, named; None for words that name none."""
        lowered = _lowered(segment)
        if urgency := _URGENCY.fullmatch(lowered):
            return Fields(urgency=_urgency_in(urgency["urgency"]))
        if (book := _BOOK.match(lowered)) and book.end() == len(lowered):
            return Fields(book_number=int(book["number"]))
        for name, label in _LABELS.items():
            if found := label.match(lowered):
                value = segment.strip()[found.end() :]
                return self._valued(name, value, segment)
        return self._unit(segment, lowered)

    def _valued(self, name: str, value: str, segment: str) -> Fields | None:
        match name:
            case "subject":
                return Fields(subject=value.strip(_TRIMMED)) if value.strip(_TRIMMED) else None
            case "issuer":
                return Fields(issuer=value.strip(_TRIMMED)) if value.strip(_TRIMMED) else None
            case "number_sign":
                code = self._code(self._read(value))
                return Fields(number_sign=_sign(code)) if code else None
            case "due":
                return self._due(segment)
            case "arrived_on":
                day = self.day(value)
                return Fields(arrived_on=day) if day else None
            case _:
                day = self.day(value)
                return Fields(dated=day) if day else None

    def _due(self, segment: str) -> Fields | None:
        read = self._read(segment)
        if days := _WORKING_DAYS.search(normalise.lower(read.tidied)):
            return Fields(due_days=int(days["number"]), due_by_id=read.person_id)
        day = read.when.last_day if read.when else None
        return Fields(due_on=day, due_by_id=read.person_id) if day else None

    def _unit(self, segment: str, lowered: str) -> Fields | None:
        """“chuyển phòng Nội chính”, “p. Tổng hợp”: a unit and nothing else."""
        label = _TO_UNIT.match(lowered)
        read = self._read(segment.strip()[label.end() :] if label else segment)
        others = [piece for piece in read.pieces if piece.mark != reading.UNIT]
        if read.unit is None or any(
            piece.token and len(piece.token.folded) > 1 for piece in others
        ):
            return None
        return Fields(unit_id=read.unit.id)

    def _day(self, words: str) -> date | None:
        when = self._read(words).when
        return when.first_day if when else None

    def _only_day(self, segment: str) -> date | None:
        """The day, if the segment says nothing else."""
        read = self._read(segment)
        if read.when is None or any(piece.mark != reading.TIME for piece in read.pieces):
            return None
        return self._past(read.when.first_day, segment)

    def _past(self, day: date | None, words: str) -> date | None:
        """“30/12” said in January is of last year: what is on paper has happened."""
        said_year = re.search(r"(?:19|20)\d\d", words)
        if day is None or said_year or day - self.now.date() < HALF_A_YEAR:
            return day
        return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


_ANSWERED = pattern("trả lời|phúc đáp|bằng|văn bản đi|answered|reply|answer|to")


def _sign(code: FoundCode | None) -> str:
    """As it is printed: without the “CV” that says that its ký hiệu names no kind."""
    return code.printed.removeprefix("CV ") if code else ""


def _urgency_in(lowered: str) -> Urgency | None:
    return next((urgency for urgency, said in _URGENT.items() if said.search(lowered)), None)


def _without_code(head: str, code: FoundCode | None) -> str:
    if code is None or code.start >= len(head):
        return head
    return head[: code.start] + "¤" * (code.end - code.start) + head[code.end :]


def _lowered(segment: str) -> str:
    return _POLITE.sub("", normalise.lower(normalise.tidy(segment)).strip(" .,;:"))


def _segments(words: str) -> Iterator[str]:
    yield from (part for part in _CUT.split(words) if part.strip())
