"""Which texts are about what somebody named, with or without diacritics, in any word order."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from storage.folding import folded, spelt_words, words_in

Item = TypeVar("Item")
ENOUGH = 0.6
"""The share of the words that a text must have; people remember titles only nearly."""


def likeness(sought: str, text: str) -> float:
    """The share of the words of `sought` that are in the text.

    A word typed with diacritics is taken at its word, one without matches any spelling.
    """
    words = spelt_words(sought)
    if not words:
        return 0.0
    spelt, plain = spelt_words(text), words_in(text)
    return sum(word in (plain if folded(word) == word else spelt) for word in words) / len(words)


def most_alike(sought: str, items: Sequence[Item], text_of: Callable[[Item], str]) -> list[Item]:
    """The items that are most like what was sought, in their order; none if none is enough."""
    likenesses = [likeness(sought, text_of(item)) for item in items]
    best = max(likenesses, default=0.0)
    if best < ENOUGH:
        return []
    return [item for item, alike in zip(items, likenesses, strict=True) if alike == best]
