"""Understanding does not get worse: floors on sets that were written apart from it.

What they measure today is in benchmarks/results.md; `python -m benchmarks.understanding` prints it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.understanding.normalise import fold
from tests.handlers.understanding import scoring
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
    ],
)
def test_no_score_falls_below_its_floor(
    measure: Callable[[Path], Score], least: float, least_practised: float
) -> None:
    assert measure(HELD_OUT).share >= least
    practised = measure(PRACTICE)
    assert practised.share >= least_practised, practised.wrong


def test_the_sets_are_large_and_do_not_overlap() -> None:
    least = {"times": 400, "language": 180, "codes": 150, "people": 200}
    for name, number in least.items():
        held_out = [row["words"] for row in scoring.rows(HELD_OUT, name)]
        practised = {row["words"] for row in scoring.rows(PRACTICE, name)}
        assert len(set(held_out)) >= number
        assert not practised & set(held_out)
