"""The search over the catalogue: likeness of words and letters, held in memory.

Every name is a row of weights, one for each word, each pair of neighbours and each three letters
in it, the rarer the heavier; what is asked is another such row, and the likeness is their product
(decision 36). Building it takes a tenth of a second for 1.300 names, a search a millisecond.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.procedures.everyday import Everyday, everyday
from handlers.understanding.normalise import fold, tidy
from handlers.understanding.tokens import Token, tokens_of
from storage.procedures import Named

IS_ITS_NAME = 1.0
SET_BACK = 0.7  # times as likely: of a procedure, for each words in its name that nobody said
EVENED = 0.2  # of how long a name is does not count: long names hold much that nobody asks for
SHORTEST_MENDED = 3  # letters of a word in which one letter may be wrong
_WEIGHTS = {"w": 1.0, "b": 0.8, "c": 0.35, "m": 0.5, "f": 0.3}
_FIELD = "f"
_LETTERS = 3


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A procedure that was found, and how well it fits: 1 would be its very name."""

    procedure: Named
    likeness: float


class Catalogue:
    """All procedures, ready to be searched."""

    def __init__(self, procedures: Sequence[Named], words: Everyday | None = None) -> None:
        self.procedures = tuple(procedures)
        self._everyday = words or everyday()
        self._build()
        self._vocabulary = sorted(name[2:] for name in self._columns if name.startswith("w:"))
        self._set_back = self._rows_set_back()
        self._called = self._names()
        self._by_code: defaultdict[str, list[Named]] = defaultdict(list)
        for one in self.procedures:
            self._by_code[one.code].append(one)
        self._first_days = np.array([one.valid_from.toordinal() for one in self.procedures])
        self._last_days = np.array(
            [(one.valid_to or dt.date.max).toordinal() for one in self.procedures]
        )

    def search(self, words: str, *, on: dt.date | None, limit: int = 5) -> list[Hit]:
        """The likeliest procedures first: of those that apply `on` a day, or of all for None."""
        meant = self._everyday.in_catalogue_words(words)
        said = self._everyday.without_small_words(words)
        scores = np.maximum(self._scores(meant), self._scores(said))
        every = _between_spaces(tokens_of(tidy(words))) + _between_spaces(meant)
        for bears, rows in self._set_back:
            if bears not in every:
                scores[rows] *= SET_BACK
        scores[self._called.get(_between_spaces(tokens_of(words)), [])] = IS_ITS_NAME
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
        sought = _between_spaces(self._everyday.without_small_words(words))
        found = [
            one
            for one in self.procedures
            if one.applies(on) and _between_spaces(tokens_of(one.field)) == sought
        ]
        return sorted(found, key=lambda one: fold(one.name))

    def _scores(self, tokens: Sequence[Token]) -> Any:
        asked = [self._mended(token) for token in tokens]
        scores = np.zeros(len(self.procedures), dtype=np.float32)
        names = dict.fromkeys(_features(asked))
        length = sum(self._weight(name) ** 2 for name in names if name[0] != _FIELD) ** 0.5
        for name in names:
            column = self._columns.get(name)
            if column is not None:
                here = slice(self._starts[column], self._starts[column + 1])
                scores[self._rows[here]] += self._weight(name) / length * self._values[here]
        return scores

    def _weight(self, name: str) -> float:
        """Of a feature that is asked for; one that no name has is as rare as can be."""
        column = self._columns.get(name)
        rarity = self._rarest if column is None else self._rarity[column]
        return _WEIGHTS[name[0]] * float(rarity)

    def _mended(self, token: Token) -> Token:
        """A word that no name has, as the one word that differs from it in one letter."""
        if len(token.folded) < SHORTEST_MENDED or f"w:{token.folded}" in self._columns:
            return token
        near = process.extract(
            token.folded, self._vocabulary, scorer=OSA.distance, score_cutoff=1, limit=2
        )
        if len(near) != 1:
            return token
        return tokens_of(near[0][0])[0]

    def _rows_set_back(self) -> list[tuple[str, Any]]:
        """Words that set back, and the rows of the procedures that bear them."""
        names = [_between_spaces(tokens_of(one.name)) for one in self.procedures]
        found = (
            (words, [row for row, name in enumerate(names) if words in name])
            for words in map(" {} ".format, self._everyday.only_if_asked)
        )
        return [(words, np.array(rows)) for words, rows in found if rows]

    def _names(self) -> dict[str, list[int]]:
        """The rows of the procedures that are called so, without diacritics."""
        called: dict[str, list[int]] = {}
        for row, one in enumerate(self.procedures):
            called.setdefault(_between_spaces(tokens_of(one.name)), []).append(row)
        return called

    def _build(self) -> None:
        """The table: of each feature how rare it is, its rows, and how heavy it is in each."""
        features = [dict.fromkeys(_features_of_name(one)) for one in self.procedures]
        names = sorted(set().union(*features))
        number = len(features)
        self._columns = {name: column for column, name in enumerate(names)}
        columns = np.array([self._columns[name] for own in features for name in own], dtype=int)
        rows = np.repeat(np.arange(number), [len(own) for own in features])
        self._rarest = float(np.log(1 + number) + 1)
        self._rarity = self._rarest - np.log(1 + np.bincount(columns, minlength=len(names)))
        kinds = np.array([_WEIGHTS[name[0]] for name in names], dtype=np.float32)
        values = (kinds * self._rarity)[columns]
        counted = np.array([name[0] != _FIELD for name in names], dtype=bool)[columns]
        lengths = np.sqrt(np.bincount(rows, values**2 * counted, minlength=number))
        usual = lengths.mean() if number else 1.0
        values /= (EVENED * usual + (1 - EVENED) * lengths)[rows]
        order = np.argsort(columns, kind="stable")
        self._starts = np.searchsorted(columns[order], np.arange(len(names) + 1))
        self._rows, self._values = rows[order], values[order].astype(np.float32)


def _features_of_name(one: Named) -> Iterator[str]:
    yield from _features(tokens_of(one.name))
    yield from (f"f:{token.folded}" for token in tokens_of(one.field))


def _features(tokens: Sequence[Token]) -> Iterator[str]:
    words = [token.folded for token in tokens]
    yield from (f"w:{word}" for word in words)
    yield from (f"f:{word}" for word in words)
    yield from (f"m:{token.lowered}" for token in tokens if token.lowered != token.folded)
    yield from (f"b:{one} {other}" for one, other in pairwise(words))
    text = _between_spaces(tokens)
    yield from (f"c:{text[at : at + _LETTERS]}" for at in range(len(text) - _LETTERS + 1))


def _between_spaces(tokens: Sequence[Token]) -> str:
    return f" {' '.join(token.folded for token in tokens)} "
