"""The phrase files, and how alike a message is to what they say is asked.

A sentence becomes a bag of its words and pairs of neighbouring words. Each weighs the more, the
fewer questions share it (“quá hạn” weighs much, “của” little). Two sentences are as alike as the
cosine of their bags; a question is as likely as the phrase of it that is most alike.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

from handlers.understanding import reading
from handlers.understanding.asked import KnownPerson, KnownUnit, Lexicon, Question

FOLDER = Path(__file__).parents[1] / "texts"
SUBJECT = "<subject>"  # stands for {…} in a phrase, and in a message for words that no phrase has

# The names that the phrases use, so that each is read as a name and not as a word.
EXAMPLES = Lexicon(
    people=(
        KnownPerson(id=1, name="Dũng", title="", short_title="", unit_id=1),
        KnownPerson(id=2, name="Hoa", title="", short_title="", unit_id=1),
    ),
    units=tuple(
        KnownUnit(id=number, code=code, name=name)
        for number, (code, name) in enumerate(
            [
                ("KGVX", "Phòng Khoa giáo – Văn xã"),
                ("NC", "Phòng Nội chính"),
                ("KT", "Phòng Kinh tế"),
                ("TTPVHCC", "Trung tâm Phục vụ hành chính công"),
            ],
            start=1,
        )
    ),
)

_HEADING = re.compile(r"\[(?P<question>[a-z_.]+)\]")
_BRACED = re.compile(r"\{[^}]*\}")
_STAND_IN = "xsubjectx"  # survives reading as one word
_PAIR_WEIGHT = 0.4  # of a pair of words beside a single word
_LEAST_WEIGHT = 0.05  # of a word that all questions share
_UNKNOWN_WEIGHT = 0.4  # of a word that no phrase has: it makes every phrase less alike
_SMOOTHING = 0.05


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One way of asking a question, as somebody wrote it down."""

    question: Question
    written: str
    language: str

    @property
    def said(self) -> str:
        """What somebody would type: without the braces."""
        return self.written.replace("{", "").replace("}", "")


def all_phrases(folder: Path = FOLDER) -> Iterator[Phrase]:
    """Every phrase of every `<language>/<noun>.txt`, in the order of the files."""
    for file in sorted(folder.glob("*/*.txt")):
        question: Question | None = None
        for line in file.read_text(encoding="utf-8").splitlines():
            written = line.partition("#")[0].strip()
            if heading := _HEADING.fullmatch(written):
                question = Question(heading["question"])
            elif written and question is not None:
                yield Phrase(question=question, written=written, language=file.parent.name)


class Likeness:
    """How alike a sentence is to the phrases of each question."""

    def __init__(self, phrases: list[Phrase]) -> None:
        sentences = [_compared(phrase) for phrase in phrases]
        self._questions = [phrase.question for phrase in phrases]
        self.words: dict[Question, set[str]] = defaultdict(set)
        for question, sentence in zip(self._questions, sentences, strict=True):
            self.words[question].update(sentence)
        self._known = frozenset().union(*self.words.values())
        self._weights = _weights(zip(self._questions, map(_features, sentences), strict=True))
        self._phrases_with: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            bag = {feature: self._weights[feature] for feature in _features(sentence)}
            length = math.hypot(*bag.values())
            for feature, weight in bag.items():
                self._phrases_with[feature].append((number, weight / length))

    def of(self, words: list[str]) -> dict[Question, float]:
        """From 0 to 1 for each question that has a phrase with anything in common."""
        unknown = sum(word not in self._known for word in words)
        known = [word if word in self._known else SUBJECT for word in words]
        sentence = [w for i, w in enumerate(known) if w != SUBJECT or known[i - 1 : i] != [SUBJECT]]
        bag = {f: self._weights[f] for f in _features(sentence) if f in self._weights}
        length = math.hypot(*bag.values(), _UNKNOWN_WEIGHT * math.sqrt(unknown))
        alike: defaultdict[int, float] = defaultdict(float)
        for feature, weight in bag.items():
            for number, other in self._phrases_with[feature]:
                alike[number] += weight * other
        best: dict[Question, float] = {}
        for number, product in alike.items():
            question = self._questions[number]
            best[question] = max(best.get(question, 0.0), product / length)
        return best


@cache
def likeness() -> Likeness:
    """The one made from our phrase files, which are read once."""
    return Likeness(list(all_phrases()))


def _compared(phrase: Phrase) -> list[str]:
    words = _BRACED.sub(_STAND_IN, phrase.written)
    read = reading.read(words, now=datetime(2026, 1, 1, tzinfo=UTC), lexicon=EXAMPLES)
    return [SUBJECT if word == _STAND_IN else word for word in read.compared()]


def _features(sentence: list[str]) -> set[str]:
    return {*sentence, *map(" ".join, pairwise(sentence))}


def _weights(sentences: Iterable[tuple[Question, set[str]]]) -> dict[str, float]:
    """How much each word and pair tells: 1 if one question alone uses it, little if all do."""
    counts: defaultdict[str, Counter[Question]] = defaultdict(Counter)
    for question, features in sentences:
        for feature in features:
            counts[feature][question] += 1
    return {
        feature: (_PAIR_WEIGHT if " " in feature else 1.0) * _telling(asked)
        for feature, asked in counts.items()
    }


def _telling(asked: Counter[Question]) -> float:
    """One minus the entropy of the question, given the word, as a part of the greatest possible."""
    total = asked.total() + _SMOOTHING * len(Question)
    shares = [(asked[question] + _SMOOTHING) / total for question in Question]
    entropy = -sum(share * math.log(share) for share in shares)
    return max(_LEAST_WEIGHT, 1 - entropy / math.log(len(Question)))
