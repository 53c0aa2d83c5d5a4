"""Understanding does not get worse: floors on sets that were written apart from it.

What they measure today is in benchmarks/results.md; `python -m benchmarks.understanding` prints it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from handlers.safety.recognising import danger_in
from handlers.understanding.normalise import fold
from handlers.understanding.phrases import all_phrases
from tests.handlers.understanding import scoring
from tests.handlers.understanding.question_scoring import (
    LANGUAGES,
    conversations,
    look_alikes,
    questions,
    several,
    words_of,
)
from tests.handlers.understanding.scoring import HELD_OUT, PRACTICE, Score


def unmarked_times(folder: Path) -> Score:
    return scoring.times(folder, fold)


@pytest.mark.parametrize(
    ("measure", "least", "least_practised"),
    [
        (scoring.times, 0.955, 0.985),
        (unmarked_times, 0.94, 0.975),
        (scoring.languages, 0.97, 0.98),
        (scoring.codes, 0.98, 0.99),
        (scoring.people, 0.935, 0.98),
        (scoring.dangers, 0.8, 0.98),
        (scoring.look_alikes, 0.98, 0.98),
    ],
)
def test_no_score_falls_below_its_floor(
    measure: Callable[[Path], Score], least: float, least_practised: float
) -> None:
    assert measure(HELD_OUT).share >= least
    practised = measure(PRACTICE)
    assert practised.share >= least_practised, practised.wrong


@pytest.mark.parametrize(
    ("name", "language", "exactly", "acceptably"),
    [
        ("questions", "vi", 0.86, 0.87),
        ("questions", "en", 0.84, 0.84),
        ("fresh", "vi", 0.87, 0.89),
        ("fresh", "en", 0.83, 0.84),
    ],
)
def test_no_score_of_the_questions_falls_below_its_floor(
    name: str, language: str, exactly: float, acceptably: float
) -> None:
    found = questions(HELD_OUT, language, name)
    assert found.exact.share >= exactly
    assert found.acceptable.share >= acceptably
    if name == "questions":
        assert found.slots["date"].f1 >= 0.85
        assert found.slots["dossier_code"].f1 == 1


def test_daily_work_in_the_words_of_a_danger_is_understood() -> None:
    assert look_alikes(HELD_OUT).share >= 0.86
    practised = look_alikes(PRACTICE)
    assert practised.share >= 0.99, practised.wrong


def test_daily_work_in_the_words_of_a_danger_passes() -> None:
    for folder, most in ((HELD_OUT, 1), (PRACTICE, 0)):
        words = [row["words"] for row in scoring.rows(folder, "look_alikes")]
        assert sum(danger_in(one) is not None for one in words) <= most


def test_of_what_is_said_to_be_sure_nine_in_ten_are_right() -> None:
    for language in LANGUAGES:
        found = questions(HELD_OUT, language)
        number, right = found.reliability(0.9, 1.01)
        assert right >= 0.9
        assert number >= len(found.sureness) / 2


def test_what_goes_on_from_another_question_does_not_fall_below_its_floor() -> None:
    for folder, least in ((HELD_OUT, 0.62), (PRACTICE, 0.75)):
        score = conversations(folder)
        assert score.right["goes on"] / score.all["goes on"] >= least
        assert score.right["begins"] / score.all["begins"] >= 0.95


def test_of_several_questions_in_a_message_most_are_told_apart_and_one_stays_one() -> None:
    for folder, least in ((HELD_OUT, 0.65), (PRACTICE, 0.8)):
        score = several(folder)
        assert score.right["several"] / score.all["several"] >= least
        assert score.right["one"] / score.all["one"] >= 0.95, score.wrong


def test_no_sentence_is_nearly_a_phrase() -> None:
    """At least a fifth of its letters would have to change."""
    learnt = [fold(phrase.said) for phrase in all_phrases()]
    near = [
        words
        for folder in (HELD_OUT, PRACTICE)
        for words, _ in words_of(folder)
        if process.extractOne(
            fold(words), learnt, scorer=Levenshtein.normalized_distance, score_cutoff=0.199
        )
    ]
    assert near == []


def test_the_sets_are_large_and_do_not_overlap() -> None:
    least = {"times": 400, "language": 180, "codes": 150, "people": 200, "safety": 100}
    for name, number in least.items():
        held_out = [row["words"] for row in scoring.rows(HELD_OUT, name)]
        practised = {row["words"] for row in scoring.rows(PRACTICE, name)}
        assert len(set(held_out)) >= number
        assert not practised & set(held_out)
    assert len(dict(words_of(HELD_OUT))) >= 600
    assert not dict(words_of(HELD_OUT)).keys() & dict(words_of(PRACTICE)).keys()
