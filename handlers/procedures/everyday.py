"""What people say for what the catalogue calls otherwise: `everyday.txt`, read once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handlers.understanding.normalise import fold, is_marked, lower, tidy
from handlers.understanding.tokens import ByWords, Token, folded, tokens_of

TABLE = Path(__file__).with_name("everyday.txt")
SAID, SKIPPED, ONLY_IF_ASKED = "loi", "bo qua", "chi khi hoi"  # the sections, folded


class EverydayError(ValueError):
    """The table cannot be read. Its text names the line."""


@dataclass(frozen=True)
class Meaning:
    """A way of saying something, and the words of the catalogue for it: none for small words."""

    spelt: tuple[str, ...]
    means: tuple[Token, ...]


@dataclass(frozen=True)
class Everyday:
    """The table. `only_if_asked` are folded words that set a procedure back if nobody said them."""

    meanings: ByWords[tuple[Meaning, ...]]
    only_if_asked: tuple[str, ...]

    def in_catalogue_words(self, words: str) -> list[Token]:
        """What was said, in the words of the catalogue; a longer way of saying it goes first."""
        return [token for _, means in self.parts(words) for token in means]

    def without_small_words(self, words: str) -> list[Token]:
        """What was said, without what tells nothing of a procedure."""
        return [token for said, means in self.parts(words) if means for token in said]

    def parts(self, words: str) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
        """What was said, part by part, and what each part means."""
        tidied = tidy(words)
        tokens, marked = tokens_of(tidied), is_marked(tidied)
        at = 0
        while at < len(tokens):
            count, means = self._meaning(tokens, at, marked=marked)
            yield tokens[at : at + count], means
            at += count

    def _meaning(
        self, tokens: list[Token], at: int, *, marked: bool
    ) -> tuple[int, Sequence[Token]]:
        """How many words mean something together. With marks about, a bare word is a bare word."""
        most, _ = self.meanings.longest(tokens, at)
        for count in range(most, 0, -1):
            said = tokens[at : at + count]
            for meaning in self.meanings.get(folded(said)) or ():
                if all(
                    one.lowered == word if marked else one.may_be(word)
                    for one, word in zip(said, meaning.spelt, strict=True)
                ):
                    return count, meaning.means
        return 1, tokens[at : at + 1]


@cache
def everyday() -> Everyday:
    """The table as it stands beside this file. EverydayError for a line that means nothing."""
    return read(TABLE.read_text("utf-8"), TABLE.name)


def read(text: str, name: str = TABLE.name) -> Everyday:
    """A table from its text; `name` is what errors call it."""
    meanings: defaultdict[str, list[Meaning]] = defaultdict(list)
    set_back: list[str] = []
    for section, said, means in _lines(text, name):
        if section == ONLY_IF_ASKED:
            set_back.append(" ".join(token.folded for token in tokens_of(fold(said))))
        else:
            spelt = tuple(token.lowered for token in tokens_of(said))
            meanings[" ".join(map(fold, spelt))].append(Meaning(spelt, tuple(tokens_of(means))))
    by_words = ByWords({words: tuple(found) for words, found in meanings.items()})
    return Everyday(meanings=by_words, only_if_asked=tuple(set_back))


def _lines(text: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Section, one way of saying it, and what it means."""
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        told = lower(tidy(line.partition("#")[0]))
        if told.startswith("["):
            section = fold(told).strip("[] ")
            if section not in (SAID, SKIPPED, ONLY_IF_ASKED):
                raise EverydayError(f"{name}, line {number}: there is no section {told}.")
        elif told:
            said, equals, means = told.partition("=")
            if bool(equals) is not (section == SAID):
                raise EverydayError(f"{name}, line {number}: {told!r} says nothing here.")
            yield from ((section, one.strip(), means) for one in said.split("|") if one.strip())
