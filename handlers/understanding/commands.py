"""“xong 2 việc đầu”, “3 gia hạn thứ 6”, “đồng ý 1, 3” · What is to be done about numbered items.

Only where numbers of a list are said beside a verb; without them the words are understood like
any others.
"""

import re
from dataclasses import dataclass

from handlers.understanding import normalise
from handlers.understanding.asked import Question
from handlers.understanding.wording import pattern, spelt

MOST = 20  # numbers at once: nobody's list is longer
YES, NO = "yes", "no"


@dataclass(frozen=True, kw_only=True)
class Command:
    """What to do with which lines of the last list; `rest` is what stands around that."""

    question: Question
    numbers: tuple[int, ...]
    rest: str  # “thứ 6”, “anh Tuấn”
    topic: str = ""  # of a decision: “yes” or “no”


_VERBS: tuple[tuple[str, Question, str], ...] = (
    ("không đồng ý|ko đồng ý|k đồng ý|không duyệt|từ chối|refuse|reject|decline",
     Question.DOCUMENT_DECIDE, NO),
    ("đồng ý|duyệt|cho gia hạn|approve|agree|grant", Question.DOCUMENT_DECIDE, YES),
    ("xin gia hạn|gia hạn|xin thêm|xin lùi|lùi hạn|lùi|extend", Question.DOCUMENT_EXTEND, ""),
    ("chuyển lại|trả lại|chuyển trả|chuyển|hand back|give back|return",
     Question.DOCUMENT_HAND_BACK, ""),
    ("nhắc lại|hẹn lại|nhắc|để sau|snooze|remind me of|remind", Question.REMINDER_SNOOZE, ""),
    ("đã nhận|nhận rồi|nhận|received|got", Question.DOCUMENT_ACKNOWLEDGE, ""),
    ("đã xong|làm xong|xong rồi|xong|đã hoàn thành|hoàn thành|hoàn tất|đã xử lý|done with|done"
     "|finished", Question.REMINDER_ACK, ""),
)  # fmt: skip
REFUSES = pattern(
    "(?:không|ko|k|chưa|đừng) (?:cho |được )?(?:đồng ý|duyệt|gia hạn|nhất trí)|từ chối|bác"
    "|refuse|reject|decline|do not (?:approve|agree|grant)|don t (?:approve|agree|grant)"
)
_THING = spelt("việc|văn bản|vb|cái|mục|số|dòng|công văn|cv|hồ sơ") + "|items?|numbers?|no"
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "one": 1, "two": 2, "three": 3}
_HOW_MANY = rf"\d{{1,2}}|{'|'.join(spelt(word) for word in _WORDS)}"
_FIRST = (
    rf"(?P<first>{_HOW_MANY}) (?:{_THING}) (?:{spelt('đầu tiên|đầu')})"
    rf"|(?:the )?first (?P<english>{_HOW_MANY})(?: (?:{_THING}))?"
)
_AND = rf"(?:\s*,\s*|\s+(?:{spelt('và|với')}|and)\s+|\s*,\s*(?:{spelt('và')}|and)\s+|\s+)"
_TO = rf"\s*(?:-|–|{spelt('đến|tới')}|to)\s*"
_ONE = rf"(?:(?:{_THING}) )?\d{{1,2}}(?:{_TO}\d{{1,2}})?"
_NUMBERS = rf"(?:{_FIRST}|(?P<listed>{_ONE}(?:{_AND}{_ONE})*))"
_ENDS = rf"(?![\w/.:])(?!\s*(?:{spelt('giờ|ngày|tuần|tháng|phút|h|người')}|hours?|days?))"
_SMALL = pattern("ạ|à|nhé|nha|em|rồi|luôn|giúp|cho|tôi|mình|ơi|nhờ|please|đến|tới|to|vào|thì")
_RANGE = re.compile(rf"(\d{{1,2}})(?:{_TO}(\d{{1,2}}))?")
_POLITE = spelt("em|anh|chị|tôi|mình|dạ|vâng|nhờ|cho|xin")


def _forms(verb: str) -> tuple[re.Pattern[str], ...]:
    said = spelt(verb)
    return (
        re.compile(rf"(?:(?:{_POLITE}) )*(?:{said}) {_NUMBERS}{_ENDS}(?P<rest>.*)", re.IGNORECASE),
        re.compile(rf"(?:(?:{_POLITE}) )*{_NUMBERS} (?:{said})(?!\w)(?P<rest>.*)", re.IGNORECASE),
    )


_FORMS = [(form, question, topic) for verb, question, topic in _VERBS for form in _forms(verb)]


def command_in(words: str) -> Command | None:
    """The command that the words are; None where they are anything else."""
    said = " ".join(normalise.tidy(words).split()).strip(" .!")
    for form, question, topic in _FORMS:
        if found := form.fullmatch(said):
            numbers = _numbers(found)
            if numbers:
                rest = " ".join(_SMALL.sub(" ", found["rest"]).split()).strip(" ,:")
                return Command(question=question, numbers=numbers, rest=rest, topic=topic)
    return None


def _numbers(found: re.Match[str]) -> tuple[int, ...]:
    """Each once, in their order; none when a range runs backwards or there are too many."""
    first = found["first"] or found["english"]
    if first:
        return tuple(range(1, _how_many(first) + 1))
    numbers: list[int] = []
    for begins, ends in _RANGE.findall(found["listed"]):
        numbers += range(int(begins), int(ends or begins) + 1)
    fine = 0 < len(numbers) <= MOST and 0 not in numbers
    return tuple(dict.fromkeys(numbers)) if fine else ()


def _how_many(said: str) -> int:
    by_words = {normalise.fold(word): number for word, number in _WORDS.items()}
    return int(said) if said.isdecimal() else by_words[normalise.fold(said)]
