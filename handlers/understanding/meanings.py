"""What the words of a sentence mean to the office, whichever of several words says it."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from handlers.understanding.normalise import fold

_FILE = "meanings.txt"


def meanings_of(words: Sequence[str]) -> list[str]:
    """Which meanings of `meanings.txt` are in the words, each once, in their order."""
    known, longest = _known()
    said = [fold(word) for word in words]
    found: dict[str, None] = {}
    for start in range(len(said)):
        for end in range(start + 1, min(start + longest, len(said)) + 1):
            found |= dict.fromkeys(known.get(" ".join(said[start:end]), ()))
    return list(found)


@cache
def _known() -> tuple[dict[str, list[str]], int]:
    """The meanings of each word or row of words, and how many words the longest row has."""
    known: dict[str, list[str]] = {}
    for meaning, said in _lines():
        known.setdefault(said, []).append(meaning)
    return known, max(said.count(" ") + 1 for said in known)


def _lines() -> Iterator[tuple[str, str]]:
    text = files(__package__).joinpath(_FILE).read_text("utf-8")
    for line in text.splitlines():
        meaning, is_one, words = line.partition("#")[0].partition(":")
        if is_one:
            yield from ((meaning.strip(), fold(said.strip())) for said in words.split("|"))
