"""The search over the catalogue: likeness to names and to what people say, held in memory.

What is asked is compared with the name of each procedure and with the phrasings that belong to it
(decision 36). Building it takes a second for 1.300 names, a search some milliseconds.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.procedures.english import in_vietnamese
from handlers.procedures.everyday import Everyday, everyday
from handlers.procedures.likeness import Table, between_spaces, features, features_of_field
from handlers.procedures.phrasings import Phrasings, phrasings
from handlers.understanding.normalise import fold, tidy
from handlers.understanding.tokens import Token, tokens_of
from storage.procedures import Named

IS_ITS_NAME = 1.0
SET_BACK = 0.7  # times as likely: of a procedure, for each words in its name that nobody said
SET_BACK_SPOKEN = 0.9  # … by its phrasings, which tell of it already
OF_ITS_NAME = 0.3  # of the likeness; the others are of what people say, where that is known
SHORTEST_MENDED = 3  # letters of a word in which one letter may be wrong
SPELT_SO = 3  # phrasings that spell a word in the same way: it is no typo in them
SURELY_CALLED = 0.75  # how like a name must be to that of phrasings, to be theirs
NEXT_CALLED = 0.9  # times as like, at most: the name that is the next likely


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A procedure that was found, and how well it fits: 1 would be its very name."""

    procedure: Named
    likeness: float


class Catalogue:
    """All procedures, ready to be searched."""

    def __init__(
        self,
        procedures: Sequence[Named],
        words: Everyday | None = None,
        said: Phrasings | None = None,
    ) -> None:
        self.procedures = tuple(procedures)
        self._everyday = words or everyday()
        self._said = said or phrasings()
        self._names = Table.of(map(_features_of_name, self.procedures))
        known = self._names.words() | self._said.each.words(in_texts=SPELT_SO)
        self._vocabulary = sorted(known)
        self._known = frozenset(self._vocabulary)
        self._set_back = self._rows_set_back()
        self._called = self._rows_called()
        self._spoken_of, self._spoken = self._rows_spoken_of()
        self._by_code: defaultdict[str, list[Named]] = defaultdict(list)
        for one in self.procedures:
            self._by_code[one.code].append(one)
        self._first_days = np.array([one.valid_from.toordinal() for one in self.procedures])
        self._last_days = np.array(
            [(one.valid_to or dt.date.max).toordinal() for one in self.procedures]
        )

    def search(self, words: str, *, on: dt.date | None, limit: int = 5) -> list[Hit]:
        """The likeliest procedures first: of those that apply `on` a day, or of all for None."""
        words = in_vietnamese(words)
        every = tokens_of(tidy(words))
        meant = self._everyday.in_catalogue_words(words)
        said = self._everyday.without_small_words(words)
        unsaid = self._unsaid(between_spaces(every) + between_spaces(meant))
        scores = np.maximum(self._like_names(meant), self._like_names(said)) * SET_BACK**unsaid
        mine = self._spoken_of
        spoken = self._said.likeness([*features(self._mended(every))])[self._spoken]
        spoken *= SET_BACK_SPOKEN ** unsaid[mine]
        scores[mine] = OF_ITS_NAME * scores[mine] + (1 - OF_ITS_NAME) * spoken
        scores[self._called.get(between_spaces(every), [])] = IS_ITS_NAME
        if on is not None:
            day = on.toordinal()
            scores[(self._first_days > day) | (self._last_days < day)] = 0
        best = np.argsort(-scores, kind="stable")[:limit]
        return [
            Hit(procedure=self.procedures[at], likeness=float(scores[at]))
            for at in best
            if scores[at] > 0
        ]

    def by_code(self, code: str, *, on: dt.date) -> Named | None:
        """The procedure of a code as it applies on that day, else as it did or will; None."""
        known = self._by_code.get(code) or [
            one for one in self.procedures if one.code.startswith(f"{code}.")
        ]
        applying = [one for one in known if one.applies(on)]
        return next(iter(applying or sorted(known, key=lambda one: one.valid_from)[-1:]), None)

    def in_field(self, words: str, *, on: dt.date) -> list[Named]:
        """All procedures of the field that is called so, by name."""
        sought = between_spaces(self._everyday.without_small_words(words))
        found = [
            one
            for one in self.procedures
            if one.applies(on) and between_spaces(tokens_of(one.field)) == sought
        ]
        return sorted(found, key=lambda one: fold(one.name))

    def _unsaid(self, heard: str) -> Any:
        """Of each procedure, how many words that set back it bears and nobody said."""
        unsaid = np.zeros(len(self.procedures), dtype=np.float32)
        for bears, rows in self._set_back:
            if bears not in heard:
                unsaid[rows] += 1
        return unsaid

    def _like_names(self, tokens: Sequence[Token]) -> Any:
        asked = self._mended(tokens)
        return self._names.likeness([*features(asked), *features_of_field(asked)])

    def _mended(self, tokens: Sequence[Token]) -> list[Token]:
        """A word that nobody spells so is the one that differs in one letter and fits beside it."""
        return [
            token
            if len(token.folded) < SHORTEST_MENDED or token.folded in self._known
            else self._nearest_word(tokens, at)
            for at, token in enumerate(tokens)
        ]

    def _nearest_word(self, tokens: Sequence[Token], at: int) -> Token:
        found = process.extract(
            tokens[at].folded, self._vocabulary, scorer=OSA.distance, score_cutoff=1, limit=None
        )
        beside = {word: self._often_beside(word, tokens, at) for word, _, _ in found}
        best = max(beside, key=beside.__getitem__, default="")
        return tokens_of(best)[0] if len(beside) == 1 or beside.get(best) else tokens[at]

    def _often_beside(self, word: str, tokens: Sequence[Token], at: int) -> int:
        """In how many names and phrasings the word stands before or behind its neighbours here."""
        pairs = [f"b:{one.folded} {word}" for one in tokens[max(at - 1, 0) : at]]
        pairs += [f"b:{word} {one.folded}" for one in tokens[at + 1 : at + 2]]
        return sum(table.often(pair) for table in (self._names, self._said.each) for pair in pairs)

    def _rows_set_back(self) -> list[tuple[str, Any]]:
        """Words that set back, and the rows of the procedures that bear them."""
        names = [between_spaces(tokens_of(one.name)) for one in self.procedures]
        found = (
            (words, [row for row, name in enumerate(names) if words in name])
            for words in map(" {} ".format, self._everyday.only_if_asked)
        )
        return [(words, np.array(rows)) for words, rows in found if rows]

    def _rows_called(self) -> dict[str, list[int]]:
        """The rows of the procedures that are called so, without diacritics."""
        called: dict[str, list[int]] = {}
        for row, one in enumerate(self.procedures):
            called.setdefault(between_spaces(tokens_of(one.name)), []).append(row)
        return called

    def _rows_spoken_of(self) -> tuple[Any, Any]:
        """The rows of which it is known what people say, and of each whose phrasings those are."""
        found = {
            row: number
            for number, name in enumerate(self._said.names)
            for row in self._called.get(between_spaces(tokens_of(name)), [])
        }
        found |= self._nearly_called(found)
        return np.array([*found], dtype=int), np.array([*found.values()], dtype=int)

    def _nearly_called(self, found: Collection[int]) -> dict[int, int]:
        """Rows of which nothing is said, and phrasings that are surely theirs.

        Those are of a name that differs a little: nothing is called so, or only what ends.
        """
        surely: list[tuple[float, int, list[int]]] = []
        for number, name in enumerate(self._said.names):
            tokens = tokens_of(name)
            called = self._called.get(between_spaces(tokens), [])
            if any(self.procedures[row].valid_to is None for row in called):
                continue
            scores = self._names.likeness(features(tokens))
            scores[[*found]] = 0
            likeness = float(scores.max(initial=0))
            if likeness < SURELY_CALLED:
                continue
            nearest = tokens_of(self.procedures[int(scores.argmax())].name)
            rows = self._called[between_spaces(nearest)]
            scores[rows] = 0
            is_alone = scores.max() < NEXT_CALLED * likeness
            if is_alone and self._sets_back(nearest) == self._sets_back(tokens):
                surely.append((likeness, number, rows))
        return {row: number for _, number, rows in sorted(surely) for row in rows}

    def _sets_back(self, tokens: Sequence[Token]) -> list[str]:
        text = between_spaces(tokens)
        return [words for words, _ in self._set_back if words in text]


def _features_of_name(one: Named) -> Iterator[str]:
    name = tokens_of(one.name)
    yield from features(name)
    yield from features_of_field((*name, *tokens_of(one.field)))
