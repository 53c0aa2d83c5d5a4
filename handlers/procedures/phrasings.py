"""What people say when they mean a procedure: the files in `phrasings/`, read once.

They know procedures by name and nothing of an office's catalogue, so that they serve any of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from handlers.procedures.english import in_vietnamese
from handlers.procedures.likeness import Table, features
from handlers.understanding.normalise import tidy
from handlers.understanding.tokens import tokens_of

FOLDER = Path(__file__).with_name("phrasings")


class PhrasingError(ValueError):
    """A file of phrasings cannot be read. Its text names the file and the line."""


@dataclass(frozen=True, eq=False)
class Phrasings:
    """Procedures by name, and how each is asked for, ready to be compared."""

    names: tuple[str, ...]
    each: Table  # a row for each phrasing, those of a procedure side by side
    first_rows: Any  # of each procedure, in `each`
    together: Table  # a row for each procedure: all its phrasings in one

    @classmethod
    def of(cls, said: dict[str, list[str]]) -> "Phrasings":
        """From the phrasings of each name. The name itself counts as one of them."""
        texts = [[name, *own] for name, own in said.items()]
        counts = [len(own) for own in texts]
        each = Table.of(
            features(tokens_of(tidy(in_vietnamese(text)))) for own in texts for text in own
        )
        return cls(
            names=tuple(said),
            each=each,
            first_rows=np.cumsum([0, *counts[:-1]]),
            together=each.together(np.repeat(np.arange(len(texts)), counts)),
        )

    def likeness(self, asked: Sequence[str]) -> Any:
        """Of each procedure, how like what is asked is to what people say for it, from 0 to 1.

        Half of it is the nearest phrasing, half all of them together.
        """
        if not self.names:
            return np.zeros(0, dtype=np.float32)
        nearest = np.maximum.reduceat(self.each.likeness(asked), self.first_rows)
        return (nearest + self.together.likeness(asked)) / 2


@cache
def phrasings() -> Phrasings:
    """Those of all files as they stand. PhrasingError for a line that belongs to no procedure."""
    return Phrasings.of(read(sorted(FOLDER.glob("*.txt"))))


def read(files: Iterable[Path]) -> dict[str, list[str]]:
    """The phrasings of each name, in several files or places of one too."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        name = ""
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            told = line.partition("#")[0].strip()
            if told.startswith("["):
                name = tidy(told.strip("[]"))
            elif told and not name:
                raise PhrasingError(f"{file.name}, line {number}: {told!r} stands under no [name].")
            elif told:
                said[name].append(told)
    return dict(said)
