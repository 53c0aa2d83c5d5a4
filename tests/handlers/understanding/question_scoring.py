"""How well questions and their slots are understood, on sentences with the right answers."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handlers.understanding import reading, understand
from handlers.understanding.asked import Asked
from handlers.understanding.explaining import spans_of
from handlers.understanding.following import can_be_followed
from handlers.understanding.reading import Reading
from storage.viewer import Role, Viewer
from tests.handlers.understanding import scoring
from tests.handlers.understanding.office import NOW
from tests.handlers.understanding.scoring import Score

LANGUAGES = ("vi", "en")
SPEAKER = 7  # in the office of office.json
# The columns of the sets, by the slot whose place in the words they tell.
_PLACES = {
    "date_words": "date",
    "person_words": "person",
    "unit_words": "unit",
    "dossier_code": "dossier_code",
    "petition_code": "petition_code",
    "document_number": "document_number",
}


@dataclass
class Found:
    """Of one slot: how often it was found where it is, where it is not, and not where it is."""

    rightly: int = 0
    wrongly: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        either = 2 * self.rightly + self.wrongly + self.missed
        return 2 * self.rightly / either if either else 1.0


@dataclass
class Questions:
    """The scores of a set, in each of its styles."""

    exact: Score = field(default_factory=Score)
    acceptable: Score = field(default_factory=Score)
    slots: dict[str, Found] = field(default_factory=dict)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)  # meant, understood
    sureness: list[tuple[float, bool]] = field(default_factory=list)  # and whether it was right

    def reliability(self, least: float, below: float) -> tuple[int, float]:
        """How many had a confidence in [least, below), and the share of them that was right."""
        inside = [right for sure, right in self.sureness if least <= sure < below]
        return len(inside), sum(inside) / max(1, len(inside))


def questions(folder: Path, language: str, name: str = "questions") -> Questions:
    """Every sentence of one language, said by the person of the office that the set names."""
    lexicon, _ = scoring.office()
    found = Questions()
    for row in scoring.rows(folder, f"{name}.{language}"):
        asked = understand(row["words"], now=NOW, viewer=_viewer(row), lexicon=lexicon)
        _score(found, row, asked)
        for slot, right, told in _slots(row, reading.read(row["words"], now=NOW, lexicon=lexicon)):
            count = found.slots.setdefault(slot, Found())
            count.rightly += right and told
            count.wrongly += told and not right
            count.missed += right and not told
    return found


def conversations(folder: Path) -> Score:
    """Of the sentences that go on from another: the question, and whether there is a time in it."""
    lexicon, _ = scoring.office()
    score = Score()
    before: Asked | None = None
    for row in scoring.rows(folder, "conversations"):
        begins = row["turn"] == "1"
        context = None if begins else before
        asked = understand(
            row["words"], now=NOW, viewer=_viewer(row), lexicon=lexicon, context=context
        )
        timed = "date_words" not in json.loads(row["slots"]) or asked.slots.when is not None
        right = asked.question.value == row["question"] and timed
        score.add("begins" if begins else "goes on", row["words"], right=right)
        before = asked if begins or can_be_followed(asked.question) else before
    return score


def several(folder: Path) -> Score:
    """Messages that ask several things: which, in order; and those that only look so."""
    lexicon, _ = scoring.office()
    score = Score()
    for row in scoring.rows(folder, "several"):
        asked = understand(row["words"], now=NOW, viewer=_viewer(row), lexicon=lexicon)
        meant = row["questions"].split(",")
        if len(meant) > 1:
            got = [one.question.value for one in (asked, *asked.also)]
            score.add("several", row["words"], right=got == meant)
        else:
            score.add("one", row["words"], right=not asked.also)
    return score


def look_alikes(folder: Path) -> Score:
    """Daily work in the words of a danger: whether it is taken for the question that it is."""
    lexicon, _ = scoring.office()
    score = Score()
    for row in scoring.rows(folder, "look_alikes"):
        asked = understand(row["words"], now=NOW, viewer=_viewer(row), lexicon=lexicon)
        meant, got = row["question"], asked.question.value
        fits = got in (meant, *row["acceptable"].split(","))
        score.add(meant, f"{row['words']}   {meant} → {got}", right=fits)
    return score


def words_of(folder: Path) -> Iterator[tuple[str, Viewer]]:
    """Every sentence that asks one question, in both languages, and who says it."""
    for name in sorted(path.name for path in folder.glob("*.tsv")):
        if name.startswith(("questions.", "fresh.", "look_alikes.")):
            for row in scoring.rows(folder, name.removesuffix(".tsv")):
                yield row["words"], _viewer(row)


def _viewer(row: dict[str, str]) -> Viewer:
    role = Role(row["role"])
    return Viewer(role=role, person_id=None if role is Role.CITIZEN else SPEAKER)


def _score(found: Questions, row: dict[str, str], asked: Asked) -> None:
    style, words, meant, got = row["style"], row["words"], row["question"], asked.question.value
    fits = got in (meant, *row["also"].split(","))
    found.exact.add(style, words, right=got == meant)
    found.acceptable.add(style, f"{words}   {meant} → {got}", right=fits)
    found.sureness.append((asked.confidence, fits))
    if not fits:
        found.confused[meant, got] += 1


def _slots(row: dict[str, str], read: Reading) -> Iterator[tuple[str, bool, bool]]:
    """Of each slot whether it is in the words, and whether it was found at that place."""
    meant = json.loads(row["slots"])
    named = spans_of(read)
    whole = (0, len(row["words"]))
    if read.own_unit or read.whole_office:  # “phòng mình” is no name and has no place
        named.setdefault("unit", [whole] if "unit_words" in meant else [])
    for label, slot in _PLACES.items():
        spans = named.get(slot, [])
        if label not in meant:
            yield slot, False, bool(spans)
            continue
        start = row["words"].lower().find(meant[label].lower())
        if start < 0:  # the set gives it as it should have been typed
            yield slot, True, bool(spans)
            continue
        end = start + len(meant[label])
        yield slot, True, any(begins < end and start < ends for begins, ends in spans)
