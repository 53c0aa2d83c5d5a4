"""What a sentence is compared by: its words and their neighbours, what they mean, their letters."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from handlers.understanding.meanings import meanings_of

# Things that are named stand as one letter each, so that letters run across them.
_LETTERS = {
    "<dossier>": "Ⓓ", "<petition>": "Ⓟ", "<document>": "Ⓥ", "<number>": "Ⓝ", "<person>": "Ⓗ",
    "<unit>": "Ⓤ", "<time>": "Ⓣ", "<office>": "Ⓞ", "<subject>": "Ⓢ",
}  # fmt: skip
_SHORTEST, _LONGEST = 3, 5


def features_of(words: Sequence[str]) -> list[str]:
    """The features of compared words (`Reading.compared`), each by its name, some several times."""
    return [*_words(words), *_meanings(words), *_letters(words)]


def _words(words: Sequence[str]) -> Iterator[str]:
    yield from (f"w:{word}" for word in words)
    yield from (f"b:{one} {other}" for one, other in pairwise(["^", *words, "$"]))
    yield from (f"s:{one} {other}" for one, other in zip(words, words[2:], strict=False))


def _meanings(words: Sequence[str]) -> Iterator[str]:
    meant = meanings_of(words)
    yield from (f"m:{one}" for one in meant)
    yield from (f"p:{one} {other}" for one, other in combinations(sorted(meant), 2))


def _letters(words: Sequence[str]) -> Iterator[str]:
    """A mistyped word has most of its letters in common with the one that was meant."""
    text = f" {' '.join(_LETTERS.get(word, word) for word in words)} "
    for length in range(_SHORTEST, _LONGEST + 1):
        for at in range(len(text) - length + 1):
            yield f"c:{text[at : at + length]}"
