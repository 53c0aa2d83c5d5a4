"""“Lịch tuần này với số văn bản quá hạn luôn” · Where a message asks more than one thing.

A stretch counts as a question only if it would be understood so by itself, and surely; whatever
would not, belongs to the question before it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlers.understanding import following, normalise, subjects
from handlers.understanding.asked import Asked, Question
from handlers.understanding.reading import TIME, Reading
from handlers.understanding.wording import pattern, spelt

MOST = 4  # questions
_SURELY = 0.75  # how sure a question is that begins after “và” or a comma
_LIKELY = 0.55  # … after a full stop, “?”, “nhân tiện”
_VERY_SURELY = 0.95  # … there, of the same kind of thing
_ASKS = pattern(
    "gì|chi|nào|mô|đâu|ai|sao|răng|mấy|bao|nhiêu|bn|bnhieu|không|ko|k|chưa|rứa|khi nào|số|danh sách"
    "|cho|gửi|xem|tra|xin|báo|tìm|lịch|who|what|when|where|which|how|is|are|can|could|any|list"
    "|send|show|do|does"
)

_ANEW = spelt(
    "nhân tiện|tiện thể|luôn tiện|sẵn tiện|ngoài ra|đồng thời|rồi(?=\\s+(?:cho|gửi|xem))"
) + ("|by the way|also|besides")
_WITH = spelt("và|với(?!\\s+người)|rồi|cùng với|and|plus")
_CUT = re.compile(
    rf"(?P<anew>(?:[?!;\n]|(?<!\d)\.)+(?:\s+|$)(?:(?:{_ANEW}|{_WITH})\s+)?|,?\s+(?:{_ANEW})\s+)"
    rf"|(?P<beside>,\s+(?:(?:{_WITH})\s+)?|\s+(?:{_WITH})\s+)",
    re.IGNORECASE,
)
_NEVER = frozenset(
    {
        Question.OUT_OF_SCOPE, Question.NOT_MEANT, Question.GREETING, Question.THANKS_BYE,
        Question.HELP, Question.LANGUAGE_SWITCH, Question.ACCOUNT_LIST, Question.ACCOUNT_LEAVE,
        Question.ACCOUNT_LOST, Question.ACCOUNT_PAGE, Question.ACCOUNT_CHANNEL, Question.DATA_MINE,
        Question.DATA_DELETE, Question.DATA_REQUEST, Question.DATA_STATUS,
    }
)  # fmt: skip
Understood = Callable[[str, Asked | None], tuple[Asked, Reading]]
"""What a stretch asks after another question, and what it names."""


@dataclass
class _Stretch:
    start: int
    end: int
    asked: Asked
    read: Reading
    stands: bool  # a question of its own


def questions_in(words: str, understood: Understood) -> tuple[Asked, ...]:
    """Each question of the message in its order; none where it asks one thing, or nothing."""
    stretches = list(_stretches(words))
    if len(stretches) < 2:
        return ()
    kept: list[_Stretch] = []
    for start, end, anew in stretches:
        last = kept[-1] if kept else None
        asked, read = understood(words[start:end], last.asked if last and last.stands else None)
        stands = _stands(asked, read) and (not last or anew or _beside(last, asked, read))
        if last and (not stands or not last.stands or last.asked.question is asked.question):
            polite = last.asked.question is Question.GREETING and not last.stands
            begins = start if polite else last.start
            both, read = understood(words[begins:end], None)
            sure = last.stands or stands or both.confidence >= _SURELY
            kept[-1] = _Stretch(begins, end, both, read, sure and both.question not in _NEVER)
        else:
            kept.append(_Stretch(start, end, asked, read, stands))
    standing = [stretch.asked for stretch in kept if stretch.stands]
    return tuple(standing[:MOST]) if len(standing) > 1 else ()


def _stands(asked: Asked, read: Reading) -> bool:
    """Whether it would be understood by itself; “anh Đạt”, “sáng mai” only go with others."""
    own = any(piece.token and piece.token.folded not in subjects.SMALL for piece in read.pieces)
    telling = [
        p for p in read.pieces if p.mark or (p.token and p.token.folded not in subjects.SMALL)
    ]
    return (
        own
        and len(telling) > 1
        and asked.confidence >= _LIKELY
        and asked.runner_up is None
        and asked.question not in _NEVER
    )


def _beside(last: _Stretch, asked: Asked, read: Reading) -> bool:
    """Whether what follows “và” or a comma asks something more, and is no further name or day."""
    first = read.pieces[0].mark
    again = bool(first) and last.read.has(first)
    if again and first != TIME:
        return False
    same_kind = following.kind_of(asked.question) == following.kind_of(last.asked.question)
    least = _VERY_SURELY if same_kind or again else _SURELY
    lowered = normalise.lower(read.tidied)
    says_what = _ASKS.search(lowered) or following.kinds_named(lowered)
    return bool(says_what) and min(asked.confidence, last.asked.confidence) >= least


def _stretches(words: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it begins anew, of every stretch between two cuts."""
    start, anew = 0, True
    for cut in _CUT.finditer(words):
        if words[start : cut.start()].strip():
            yield start, cut.start(), anew
            anew = False
        start, anew = cut.end(), anew or cut["anew"] is not None
    if words[start:].strip():
        yield start, len(words), anew
