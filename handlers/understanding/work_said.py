"""“chuyển 1502 cho phòng Nội chính, hạn 30/11 (PCT Bình giao)” · Which document, to whom, by when.

Also “sửa 1502: …”, “rút số đến 1502”: which entry is meant, and the words without it.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from handlers.understanding import normalise, reading
from handlers.understanding.asked import Lexicon
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.reading import Reading
from handlers.understanding.wording import pattern

_LABEL = (
    r"(?:(?:của|cho|of) )?(?:(?:dòng|văn bản|vb|công văn|cv)(?: đến)?(?: số(?: đến)?)?|số đến"
    r"|đến số|số|incoming(?: number)?|(?:the )?(?:entry|document|letter)(?: number)?)"
)
_COUNTED = (
    r"(?! ?(?:ngày(?! (?:\d|văn bản|vb|ký|đến|ban hành))|giờ|tuần|tháng|bản|trang|người|lần|chữ"
    r"|days?|hours?|working))"
)
_NUMBER = pattern(rf"(?:{_LABEL} ?)?(?P<number>\d{{1,6}})(?![\d/.-]){_COUNTED}")
_VALUE = pattern("thành|bằng|là|tại|trả lời|phúc đáp|ký hiệu|to|by|with|is|reply|the reply is")
_BEFORE_IT = 12  # characters in which a word before a code says that it is a value
_SAYS_SO = re.compile(
    r"(?:^|[,(;])\s*(?P<who>[^,();]+?)\s+(?:giao|chỉ đạo|yêu cầu|chi dao)\s*(?=[),;]|$)"
)
_WORKING_DAYS = pattern(r"(?P<number>\d{1,3}) (?:ngày làm việc|ngày lv|working days?)")
_VERBS = pattern(
    "(?:em |tôi |nhờ |xin )?(?:sửa|chỉnh|đính chính|cập nhật|thay|đổi|ghi sai|ghi nhầm|nhập sai"
    "|vào sổ sai|vào sổ nhầm|correct|change|fix|edit|amend)(?: lại)?(?: giúp)?(?: sổ)?(?: the)?"
)
_ENDS = " ,.;:-"


@dataclass(frozen=True, kw_only=True)
class Reference:
    """An entry of the register as it was said, and the rest of the words."""

    number: str  # “1502”, “145/STC-NS”
    rest: str

    @property
    def is_book_number(self) -> bool:
        """A số đến, or a number without its ký hiệu."""
        return self.number.isdecimal()


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """To whom something is given and until when, as far as it was said."""

    unit_id: int | None = None
    person_id: int | None = None
    people: tuple[int, ...] = ()  # who may be meant, where several are called so
    due_on: date | None = None
    due_days: int | None = None  # working days
    set_by_id: int | None = None  # “PCT Bình giao”


@dataclass(frozen=True)
class WorkSaid:
    """Reads what is said about entries at one moment, in one office."""

    now: datetime  # aware, in the office's zone
    lexicon: Lexicon

    def reference(self, words: str) -> Reference | None:
        """Which entry is named; None where none is."""
        read = self._read(words)
        lowered = normalise.lower(read.tidied)
        for code in read.found_codes:
            before = lowered[max(code.start - _BEFORE_IT, 0) : code.start]
            if code.kind is CodeKind.DOCUMENT and not _VALUE.search(before):
                number = code.printed.removeprefix("CV ")
                return self._without(words, read, number, code.start, code.end)
        covered = [(one.start, one.end) for one in read.found_codes]
        covered += [(one.start, one.end) for one in read.found_times]
        for found in _NUMBER.finditer(lowered):
            at = found.start("number")
            if not any(start <= at < end for start, end in covered):
                return self._without(words, read, found["number"], found.start(), found.end())
        return None

    def corrections(self, words: str) -> str:
        """What stands in “sửa trích yếu thành …” without the verb."""
        lowered = normalise.lower(words)
        found = _VERBS.match(lowered.lstrip())
        return words.lstrip()[found.end() :].strip(_ENDS) if found else words.strip(_ENDS)

    def assignment(self, words: str) -> Assignment:
        """To whom and until when."""
        said_by = _SAYS_SO.search(normalise.lower(words))
        set_by = None
        if said_by:
            set_by = self._read(words[said_by.start("who") : said_by.end("who")]).person_id
        if said_by and set_by:
            words = words[: said_by.start()] + " " + words[said_by.end() :]
        read = self._read(words)
        days = _WORKING_DAYS.search(normalise.lower(read.tidied))
        return Assignment(
            unit_id=read.unit.id if read.unit else None,
            person_id=read.person_id,
            people=read.people if read.person_id is None else (),
            due_on=read.when.last_day if read.when and not days else None,
            due_days=int(days["number"]) if days else None,
            set_by_id=set_by,
        )

    def _read(self, words: str) -> Reading:
        return reading.read(words, now=self.now, lexicon=self.lexicon)

    def _without(self, words: str, read: Reading, number: str, start: int, end: int) -> Reference:
        first, last = read.typed_at(start, end)
        rest = f"{words[:first].rstrip()} {words[last:].lstrip(_ENDS)}".strip()
        return Reference(number=number, rest=rest)
