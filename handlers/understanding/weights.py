"""The weights that were learnt from the phrases: where they are kept, and whether they still fit.

Plain numbers and names, never code: an `.npz` and a JSON file, made by `training.py`.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from handlers.understanding.asked import Question

HERE = Path(__file__).parent
FOLDER = HERE / "learnt"
NUMBERS, NAMES = FOLDER / "weights.npz", FOLDER / "names.json"
_LEARNT_FROM = (HERE, HERE.parent / "texts")


@dataclass(frozen=True)
class Weights:
    """A row of `coefficients` for each question, a column for each feature."""

    questions: tuple[Question, ...]
    columns: dict[str, int]  # of each feature
    rarity: Any  # of each feature: how few phrases have it
    coefficients: Any
    intercepts: Any
    temperature: float  # divides the scores, so that nine in ten of 90 % are right
    as_written: dict[str, Question]  # each phrase, as its words compare
    frames: dict[Question, frozenset[str]]  # the words with which each question is asked


def digest() -> str:
    """Of all that the weights follow from: the phrases, and how words are read."""
    files = [
        file
        for folder in _LEARNT_FROM
        for pattern in ("**/*.txt", "**/*.py")
        for file in folder.glob(pattern)
    ]
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(file.relative_to(HERE.parent).as_posix().encode() + file.read_bytes())
    return whole.hexdigest()


def are_fresh() -> bool:
    """The weights are there, and were learnt from the phrases as they are now."""
    if not (NUMBERS.exists() and NAMES.exists()):
        return False
    told: dict[str, Any] = json.loads(NAMES.read_text("utf-8"))
    return bool(told["digest"] == digest())


def misread() -> list[str] | None:
    """The phrases that a stranger to them would have misread; None if nothing was learnt yet."""
    if not NAMES.exists():
        return None
    found: list[str] | None = json.loads(NAMES.read_text("utf-8")).get("misread")
    return found


def save(weights: Weights, misread: Sequence[str]) -> None:
    """Keep them; the file that says they are whole is written last.

    `misread` has the phrases that would not be understood if they were new.
    """
    FOLDER.mkdir(exist_ok=True)
    numbers = NUMBERS.with_suffix(f".{os.getpid()}.npz")  # another process may learn as well
    np.savez_compressed(
        numbers,
        rarity=weights.rarity.astype(np.float32),
        coefficients=weights.coefficients.astype(np.float16),
        intercepts=weights.intercepts.astype(np.float32),
    )
    names = NAMES.with_suffix(f".{os.getpid()}.json")
    names.write_text(
        json.dumps(
            {
                "digest": digest(),
                "questions": [question.value for question in weights.questions],
                "features": list(weights.columns),
                "misread": misread,
                "temperature": weights.temperature,
                "as_written": weights.as_written,
                "frames": {question: sorted(words) for question, words in weights.frames.items()},
            },
            ensure_ascii=False,
        ),
        "utf-8",
    )
    numbers.replace(NUMBERS)
    names.replace(NAMES)


@cache
def weights() -> Weights:
    """Those that were learnt, read once. They must be fresh: `are_fresh`."""
    told: dict[str, Any] = json.loads(NAMES.read_text("utf-8"))
    with np.load(NUMBERS, allow_pickle=False) as numbers:
        return Weights(
            questions=tuple(map(Question, told["questions"])),
            columns={name: column for column, name in enumerate(told["features"])},
            rarity=numbers["rarity"],
            coefficients=np.ascontiguousarray(numbers["coefficients"].astype(np.float32).T),
            intercepts=numbers["intercepts"],
            temperature=told["temperature"],
            as_written={said: Question(meant) for said, meant in told["as_written"].items()},
            frames={Question(asked): frozenset(own) for asked, own in told["frames"].items()},
        )
