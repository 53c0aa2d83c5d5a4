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
    return _share(*_told_apart(sought), text)


def most_alike(sought: str, items: Sequence[Item], text_of: Callable[[Item], str]) -> list[Item]:
    """The items that are most like what was sought, in their order; none if none is enough."""
    words = _told_apart(sought)
    likenesses = [_share(*words, text_of(item)) for item in items]
    best = max(likenesses, default=0.0)
    if best < ENOUGH:
        return []
    return [item for item, alike in zip(items, likenesses, strict=True) if alike == best]


def _told_apart(sought: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words typed with diacritics, and those without."""
    words = spelt_words(sought)
    plain = frozenset(word for word in words if folded(word) == word)
    return words - plain, plain


def _share(marked: frozenset[str], plain: frozenset[str], text: str) -> float:
    number = len(marked) + len(plain)
    if not number:
        return 0.0
    found = len(marked & spelt_words(text)) if marked else 0
    return (found + (len(plain & words_in(text)) if plain else 0)) / number
