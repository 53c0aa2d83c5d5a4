"""Likeness of texts: a row of weights for each, and the product of two rows (decision 36).

A text is its features: its words, with and without diacritics, its pairs of neighbours and each
three letters of it; the fewer texts have a feature, the heavier it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Self

import numpy as np

from handlers.understanding.tokens import Token

EVENED = 0.2  # of how long a text is does not count: long ones hold much that nobody asks for
_WEIGHTS = {"w": 1.0, "m": 0.5, "b": 0.8, "c": 0.35, "f": 0.3}
_FIELD = "f"  # of the field that a procedure belongs to; it makes no text longer
_LETTERS = 3


def features(tokens: Sequence[Token]) -> Iterator[str]:
    """The features of words, some several times. A word without diacritics may be any word."""
    words = [token.folded for token in tokens]
    yield from (f"w:{word}" for word in words)
    yield from (f"m:{token.lowered}" for token in tokens if token.lowered != token.folded)
    yield from (f"b:{one} {other}" for one, other in pairwise(words))
    text = between_spaces(tokens)
    yield from (f"c:{text[at : at + _LETTERS]}" for at in range(len(text) - _LETTERS + 1))


def features_of_field(tokens: Sequence[Token]) -> Iterator[str]:
    """The features of words that may name a field."""
    yield from (f"{_FIELD}:{token.folded}" for token in tokens)


def between_spaces(tokens: Sequence[Token]) -> str:
    """The words as they compare, so that whole words can be looked for in them."""
    return f" {' '.join(token.folded for token in tokens)} "


@dataclass(frozen=True, eq=False)
class Table:
    """Rows of weights, kept by columns: a column for each feature that any text has."""

    columns: dict[str, int]
    rarity: Any  # of each column
    rarest: float  # of a feature that no text has
    starts: Any  # of each column, where its rows and values begin, and last where all end
    rows: Any
    values: Any
    number: int  # of rows

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Self:
        """The table of texts, each given as its features."""
        found: dict[str, int] = {}
        own = [
            [found.setdefault(name, len(found)) for name in dict.fromkeys(text)] for text in texts
        ]
        number = len(own)
        rows = np.repeat(np.arange(number), [len(columns) for columns in own])
        columns = np.array([column for text in own for column in text], dtype=int)
        rarest = float(np.log(1 + number) + 1)
        rarity = rarest - np.log(1 + np.bincount(columns, minlength=len(found)))
        kinds = np.array([_WEIGHTS[name[0]] for name in found])
        counted = np.array([name[0] != _FIELD for name in found], dtype=bool)
        values = (kinds * rarity)[columns]
        lengths = np.sqrt(np.bincount(rows, values**2 * counted[columns], minlength=number))
        usual = lengths.mean() if number else 1.0
        values /= (EVENED * usual + (1 - EVENED) * lengths)[rows]
        kept = _by_columns(columns, rows, values, len(found))
        return cls(found, rarity, rarest, *kept, number)

    def together(self, group_of_row: Any) -> Self:
        """The table of groups of these texts: of each, the sum of its rows, made as long as one."""
        columns = np.repeat(np.arange(len(self.columns)), np.diff(self.starts))
        number = int(group_of_row.max(initial=-1)) + 1
        cells, cell = np.unique(columns * number + group_of_row[self.rows], return_inverse=True)
        values = np.bincount(cell, self.values).astype(float)
        columns, groups = np.divmod(cells, max(number, 1))
        lengths = np.sqrt(np.bincount(groups, values**2, minlength=number))
        values /= lengths[groups]
        kept = _by_columns(columns, groups, values, len(self.columns))
        return replace(self, starts=kept[0], rows=kept[1], values=kept[2], number=number)

    def words(self, *, in_texts: int = 1) -> set[str]:
        """The words, as they compare, that at least so many texts have."""
        names = (name for name in self.columns if name.startswith("w:"))
        return {name[2:] for name in names if self.often(name) >= in_texts}

    def often(self, name: str) -> int:
        """How many texts have a feature."""
        column = self.columns.get(name)
        return 0 if column is None else int(self.starts[column + 1] - self.starts[column])

    def likeness(self, asked: Iterable[str]) -> Any:
        """Of each row, how like it is to a text that is given as its features."""
        names = list(dict.fromkeys(asked))
        weights = np.array([self._weight(name) for name in names])
        counted = np.array([name[0] != _FIELD for name in names], dtype=bool)
        length = float(np.sqrt((weights[counted] ** 2).sum())) or 1.0
        known = [
            (slice(self.starts[column], self.starts[column + 1]), weight)
            for name, weight in zip(names, weights / length, strict=True)
            if (column := self.columns.get(name)) is not None
        ]
        if not known:
            return np.zeros(self.number)
        rows = np.concatenate([self.rows[here] for here, _ in known])
        values = np.concatenate([self.values[here] * weight for here, weight in known])
        return np.bincount(rows, values, minlength=self.number)

    def _weight(self, name: str) -> float:
        column = self.columns.get(name)
        return _WEIGHTS[name[0]] * float(self.rarest if column is None else self.rarity[column])


def _by_columns(columns: Any, rows: Any, values: Any, number: int) -> tuple[Any, Any, Any]:
    """Where each column begins, and its rows and values one after the other."""
    order = np.argsort(columns, kind="stable")
    starts = np.searchsorted(columns[order], np.arange(number + 1))
    return starts, rows[order], values[order].astype(np.float32)
