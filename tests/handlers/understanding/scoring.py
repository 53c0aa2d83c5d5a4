"""How well understanding does on sentences with the right answers beside them."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from handlers.safety.recognising import Danger, danger_in
from handlers.understanding import normalise, reading
from handlers.understanding.asked import Interval, KnownPerson, KnownUnit, Lexicon
from handlers.understanding.codes.finding import find_codes
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.language import language_of
from handlers.understanding.times.finding import find_times
from tests.handlers.understanding.office import NOW, ZONE

HERE = Path(__file__).parent
HELD_OUT, PRACTICE = HERE / "held_out", HERE / "practice"
UNKNOWN = "unknown"
FINE = "fine"


@dataclass
class Score:
    """How many were right, by kind."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, kind: str, words: str, *, right: bool) -> None:
        """One more sentence."""
        self.all[kind] += 1
        self.right[kind] += right
        if not right:
            self.wrong.append(words)

    @property
    def share(self) -> float:
        """Of all of them, from 0 to 1."""
        return self.right.total() / self.all.total()


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The lines of one file, by the names of its columns."""
    head, *lines = (folder / f"{name}.tsv").read_text("utf-8").splitlines()
    for line in lines:
        yield dict(zip(head.split("\t"), line.split("\t"), strict=True))


def times(folder: Path, typed: Callable[[str], str] = str) -> Score:
    """All times of each sentence, with both their ends and their grain."""
    score = Score()
    for row in rows(folder, "times"):
        now = datetime.fromisoformat(row["now"]).astimezone(ZONE)
        found = find_times(normalise.tidy(typed(row["words"])), now)
        got = [_written(one.interval) for one in found]
        score.add(row["kind"], row["words"], right=got == json.loads(row["times"]))
    return score


def languages(folder: Path) -> Score:
    """Whether the language is known; where nobody could, whether the habit decides."""
    score = Score()
    for row in rows(folder, "language"):
        words, meant = row["words"], row["language"]
        if meant == UNKNOWN:
            right = all(language_of(words, habit) == habit for habit in ("vi", "en"))
        else:
            right = language_of(words) == meant
        score.add(meant, words, right=right)
    return score


def dangers(folder: Path) -> Score:
    """Whether what must be kept nowhere is recognised, as what it is."""
    return _safety(folder, fine=False)


def look_alikes(folder: Path) -> Score:
    """Whether daily work passes, whatever dangerous words stand in it."""
    return _safety(folder, fine=True)


def _safety(folder: Path, *, fine: bool) -> Score:
    score = Score()
    for row in rows(folder, "safety"):
        if (row["kind"] == FINE) is fine:
            right = kind_of(danger_in(row["words"])) == row["kind"]
            score.add(row["kind"], row["words"], right=right)
    return score


def kind_of(danger: Danger | None) -> str:
    """The name of a danger in the sets, where emergencies are one kind."""
    if danger is None:
        return FINE
    return "emergency" if danger.is_emergency else danger.value


def codes(folder: Path, kind: str = "") -> Score:
    """All codes of each sentence in their printed form, perhaps only of the sentences of a kind."""
    score = Score()
    for row in rows(folder, "codes"):
        if kind and row["kind"] != kind:
            continue
        meant = [(one["kind"], one["value"]) for one in json.loads(row["codes"])]
        found = [
            (one.kind.value, one.printed)
            for one in find_codes(normalise.tidy(row["words"]), NOW)
            if one.printed and one.kind is not CodeKind.OTHER
        ]
        score.add(row["kind"], row["words"], right=found == meant)
    return score


def people(folder: Path) -> Score:
    """Who is meant, which units and whose things. A unit beside one of its people is theirs."""
    lexicon, codes_of = office()
    score = Score()
    for row in rows(folder, "people"):
        read = reading.read(row["words"], now=NOW, lexicon=lexicon)
        named = {person for name in read.names for person in name.people}
        theirs = {codes_of[person.unit_id] for person in named if person.unit_id}
        units = [codes_of[name.unit.id] for name in read.names if name.unit]
        got = (
            sorted(person.id for person in named),
            [unit for unit in units if unit not in theirs],
            "unit" if read.own_unit else "me" if read.mine else "",
        )
        meant = (
            sorted(json.loads(row["people"])),
            [unit for unit in json.loads(row["units"]) if unit not in theirs],
            row["mine"],
        )
        score.add("people" if meant[0] else "units" if meant[1] else "none", row["words"],
                  right=got == meant)  # fmt: skip
    return score


@cache
def office() -> tuple[Lexicon, dict[int, str]]:
    """The office of the sentences about people, and its units' codes by their numbers."""
    facts: dict[str, list[dict[str, Any]]] = json.loads(
        (HELD_OUT / "office.json").read_text("utf-8")
    )
    numbers = {unit["code"]: number for number, unit in enumerate(facts["units"], 1)}
    lexicon = Lexicon(
        people=tuple(
            KnownPerson(
                id=one["id"],
                name=one["name"],
                title=one["title"],
                short_title=one["short_title"],
                unit_id=numbers.get(one["unit"]),
            )
            for one in facts["people"]
        ),
        units=tuple(
            KnownUnit(id=numbers[one["code"]], code=one["code"], name=one["name"])
            for one in facts["units"]
        ),
    )
    return lexicon, {number: code for code, number in numbers.items()}


def _written(interval: Interval) -> list[str | None]:
    sides = (interval.start, interval.end)
    return [side.strftime("%Y-%m-%dT%H:%M") if side else None for side in sides] + [
        interval.grain.value
    ]
