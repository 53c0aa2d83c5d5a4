"""A sentence as it may be kept: its words as typed, but nobody's name, number, code or address.

What this office's records know is found by `reading`, whom they do not know by `strangers`.
Where it is not sure, it masks: what is kept is to teach a way of asking, nothing else.
"""

import re
from dataclasses import dataclass

from handlers.understanding import reading, strangers
from handlers.understanding.normalise import lower
from handlers.understanding.reading import Reading
from handlers.understanding.tokens import tokens_of
from handlers.understanding.wording import pattern

PERSON, NUMBER, CODE, TIME, ADDRESS = "<người>", "<số>", "<mã>", "<thời gian>", "<địa chỉ>"
NAME = "<tên>"  # of somebody or some place that the records do not know
LEAST_WORDS = 2  # that are left; fewer teach nothing, and may be a name
MOST_WORDS = 40  # more are no question, but a story

_FOUND = {
    reading.DOSSIER: CODE,
    reading.PETITION: CODE,
    reading.DOCUMENT: CODE,
    reading.NUMBER: NUMBER,
    reading.PERSON: PERSON,
}
_DIGIT = "không|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mốt|tư|lăm"
_SPOKEN = pattern(rf"(?:{_DIGIT})(?:[ ,.-]+(?:{_DIGIT})){{3,}}")
_ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|me|info)\b\S*"
)
_SEVERAL = re.compile(r"(<[^<>]+>)(?:[ .,/+\-–():]*\1)+")


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    mark: str


def masked(words: str, read: Reading) -> str:
    """The words with marks; empty where nothing would be left to learn from, or far too much.

    `read` is the reading of these very words.
    """
    spans = [_Span(*found.span(), ADDRESS) for found in _ADDRESS.finditer(words)]
    spans += [
        _Span(*_whole_words(words, *read.typed_at(span.start, span.end)), span.mark)
        for span in [*_found(read), *_recognised(read)]
    ]
    spans += [
        _Span(token.start, token.end, NUMBER)  # what mending took for letters: “Hu2ng”
        for token in tokens_of(words)
        if re.search(r"\d", token.typed)
    ]
    told = _SEVERAL.sub(r"\1", _with_marks(words, spans))
    left = tokens_of(re.sub(r"<[^<>]+>", " ", told))
    return told if LEAST_WORDS <= len(left) <= MOST_WORDS else ""


def _whole_words(words: str, start: int, end: int) -> tuple[int, int]:
    """Out to the ends of the words: mending may have left a letter of a name behind."""
    while start and words[start - 1].isalnum():
        start -= 1
    while end < len(words) and words[end].isalnum():
        end += 1
    return start, end


def _found(read: Reading) -> list[_Span]:
    """What the reading found; a time only where it has figures: it may be somebody's birthday."""
    spans = []
    for piece in read.pieces:
        mark = _FOUND.get(piece.mark)
        has_figures = re.search(r"\d", read.tidied[piece.start : piece.end])
        if piece.mark == reading.TIME and has_figures:
            mark = TIME
        if mark:
            spans.append(_Span(piece.start, piece.end, mark))
    return spans


def _recognised(read: Reading) -> list[_Span]:
    units = [(p.start, p.end) for p in read.pieces if p.mark in (reading.UNIT, reading.OFFICE)]
    names = [
        _Span(start, end, NAME)
        for start, end in strangers.named_in(read.tidied)
        if not any(first <= start < last for first, last in units)
    ]
    return names + [_Span(*found.span(), NUMBER) for found in _SPOKEN.finditer(lower(read.tidied))]


def _with_marks(words: str, spans: list[_Span]) -> str:
    """The marks in place of the spans; of those that touch one another the first one's."""
    told, at = "", 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= at:
            told += words[at : span.start] + span.mark
        at = max(at, span.end)
    return told + words[at:]
