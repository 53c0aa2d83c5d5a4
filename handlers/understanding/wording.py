"""Patterns written in good Vietnamese that also match what is typed without diacritics."""

import re

from handlers.understanding import normalise

_ESCAPE_OR_LETTERS = re.compile(r"\\.|[^\W\d_]+")


def pattern(source: str) -> re.Pattern[str]:
    """A pattern for lowered, tidied words, bounded by whole words at both ends.

    Each word of it matches as spelt, or without any diacritics: “tối” matches “tối” and “toi”,
    never “tôi”. What somebody marked is taken at its word.
    """
    return re.compile(rf"(?<!\w)(?:{spelt(source)})(?!\w)")


def spelt(source: str) -> str:
    """The source of a pattern in which every marked word may also stand unmarked."""
    return _ESCAPE_OR_LETTERS.sub(_with_unmarked, source)


def _with_unmarked(found: re.Match[str]) -> str:
    word = found[0]
    if word.startswith("\\") or not normalise.is_marked(word):
        return word
    return f"(?:{word}|{normalise.fold(word)})"


def folded_words(text: str) -> frozenset[str]:
    """A set of words as they compare, written in one line with their diacritics."""
    return frozenset(normalise.fold(text).split())
