"""What a sentence is compared by: its words and their neighbours, and the letters in them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

# Things that are named stand as one letter each, so that letters run across them.
_LETTERS = {
    "<dossier>": "Ⓓ", "<petition>": "Ⓟ", "<document>": "Ⓥ", "<number>": "Ⓝ", "<person>": "Ⓗ",
    "<unit>": "Ⓤ", "<time>": "Ⓣ", "<office>": "Ⓞ", "<subject>": "Ⓢ",
}  # fmt: skip
_SHORTEST, _LONGEST = 3, 5


def features_of(words: Sequence[str]) -> list[str]:
    """The features of compared words (`Reading.compared`), each by its name, some several times."""
    return [*_words(words), *_letters(words)]


def _words(words: Sequence[str]) -> Iterator[str]:
    yield from (f"w:{word}" for word in words)
    yield from (f"b:{one} {other}" for one, other in pairwise(["^", *words, "$"]))


def _letters(words: Sequence[str]) -> Iterator[str]:
    """A mistyped word has most of its letters in common with the one that was meant."""
    text = f" {' '.join(_LETTERS.get(word, word) for word in words)} "
    for length in range(_SHORTEST, _LONGEST + 1):
        for at in range(len(text) - length + 1):
            yield f"c:{text[at : at + length]}"
