"""The words of a message, each with its place in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.understanding import normalise

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as typed, and as it compares."""

    start: int
    end: int
    typed: str
    lowered: str
    folded: str

    @property
    def is_capitalised(self) -> bool:
        """Begins with a capital, as names do."""
        return self.typed[0].isupper()

    def may_be(self, spelling: str) -> bool:
        """Whether a word spelt like this (in lower case) may have been meant.

        What was typed with diacritics is taken at its word; what was typed without may be either.
        """
        return self.lowered in (spelling, self.folded)


def tokens_of(tidied: str) -> list[Token]:
    """The words of a tidied text, in order."""
    lowered, plain = normalise.lower(tidied), normalise.fold_tidied(tidied)
    return [
        Token(
            start=start, end=end, typed=typed, lowered=lowered[start:end], folded=plain[start:end]
        )
        for typed, (start, end) in ((match[0], match.span()) for match in _WORD.finditer(tidied))
    ]


def folded(tokens: list[Token]) -> str:
    """The words as they compare, one space between them."""
    return " ".join(token.folded for token in tokens)


class ByWords(Generic[Value]):
    """Values under names of one or more words, looked up where a name may begin in a message."""

    def __init__(self, entries: Mapping[str, Value] | None = None) -> None:
        self._values: dict[str, Value] = {}
        self._most_words: dict[str, int] = {}  # by first word, so that most places cost one look
        for name, value in (entries or {}).items():
            self[name] = value

    def __setitem__(self, name: str, value: Value) -> None:
        words = name.split()
        if words:
            self._values[name] = value
            self._most_words[words[0]] = max(len(words), self._most_words.get(words[0], 0))

    def get(self, name: str) -> Value | None:
        """The value under exactly this name."""
        return self._values.get(name)

    def longest(self, tokens: list[Token], at: int) -> tuple[int, Value | None]:
        """How many tokens from here make the longest name, and what is under it."""
        if at >= len(tokens):
            return 0, None
        most = min(self._most_words.get(tokens[at].folded, 0), len(tokens) - at)
        for count in range(most, 0, -1):
            if (value := self._values.get(folded(tokens[at : at + count]))) is not None:
                return count, value
        return 0, None
