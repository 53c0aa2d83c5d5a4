"""How well words are understood, and how fast: `python -m benchmarks.understanding`.

The sets in tests/handlers/understanding/held_out were written apart from the code. Times are right
when both ends and the grain of every one are; beside that stands the day on which the first of
them begins, which is all that dateparser tells, and what dateparser 1.5 makes of the same words in
the same run. Beside our language stands langdetect as it comes. Questions are scored by style, with
the slots, how far the confidence can be relied on, and what is taken for what; `fresh` are the
sentences of a later day by another writer. `--practice` scores the lines that may be looked at,
and `--wrong` prints those that are not understood.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from dateparser.search import search_dates
from langdetect.detector_factory import detect, init_factory
from langdetect.lang_detect_exception import LangDetectException

from benchmarks.pipeline import RESULTS, machine
from handlers.understanding.intents import understand
from handlers.understanding.language import language_of
from handlers.understanding.normalise import fold, tidy
from handlers.understanding.times.finding import find_times
from scheduler.clock import system_clock
from storage.viewer import Viewer
from tests.handlers.understanding import question_scoring, scoring
from tests.handlers.understanding.office import NOW, ZONE
from tests.handlers.understanding.question_scoring import Questions
from tests.handlers.understanding.scoring import Score

# Limits of the table of reliability, and how many of the confusions are printed.
SURENESS = (0, 0.3, 0.5, 0.7, 0.9, 1.01)
MOST_CONFUSED = 15

Timed = Callable[[str], object]


def main() -> None:
    """Print every score, and add a row to benchmarks/results.md if asked to."""
    options = _options()
    folder = scoring.PRACTICE if options.practice else scoring.HELD_OUT
    scores = {
        "times": scoring.times(folder),
        "times, no diacritics": scoring.times(folder, fold),
        "language": scoring.languages(folder),
        "codes": scoring.codes(folder),
        "people and units": scoring.people(folder),
    }
    for name, score in scores.items():
        _print(name, score, wrong=options.wrong and options.practice)
    print()
    sets = ("questions",) if options.practice else ("questions", "fresh")
    asked = {
        f"{name}, {language}": question_scoring.questions(folder, language, name)
        for name in sets
        for language in question_scoring.LANGUAGES
    }
    for name, questions in asked.items():
        _print_questions(name, questions, wrong=options.wrong and options.practice)
    _print("dangers", scoring.dangers(folder), wrong=False)
    _print("look-alikes of dangers", scoring.look_alikes(folder), wrong=False)
    _print("... as their questions", question_scoring.look_alikes(folder), wrong=False)
    _print("conversations", question_scoring.conversations(folder), wrong=False)
    _print("several in a message", question_scoring.several(folder), wrong=False)
    print()
    beside = dict(_beside(folder))
    for name, (ours, theirs) in beside.items():
        print(f"{name:44} {ours:6.1%}   {theirs:6.1%}")
    print()
    words = [row["words"] for row in scoring.rows(folder, "times")]
    said = [words for words, _ in question_scoring.words_of(folder)]
    speeds = {
        "all of a message": _speed(words, _understood),
        "of a question": _speed(said, _understood),
        "its times": _speed(words, lambda said: find_times(tidy(said), NOW)),
        "dateparser": _speed(words[:100], lambda said: _by_dateparser(said, NOW)),
        "its language": _speed(words, language_of),
        "langdetect": _speed(words[:100], _by_langdetect),
    }
    for name, (median, slow) in speeds.items():
        print(f"{name:20} median {median:7.3f} ms   p99 {slow:7.3f} ms")
    if options.record:
        _record(scores, asked, beside, speeds)


def _print(name: str, score: Score, *, wrong: bool) -> None:
    print(f"{name:24} {score.share:6.1%}  of {score.all.total()}")
    kinds = "  ".join(f"{kind} {score.right[kind]}/{score.all[kind]}" for kind in score.all)
    print(f"    {kinds}")
    if wrong:
        for words in score.wrong:
            print(f"    × {words}")


def _print_questions(name: str, found: Questions, *, wrong: bool) -> None:
    _print(f"{name}: exactly", found.exact, wrong=False)
    _print(f"{name}: acceptably", found.acceptable, wrong=wrong)
    print(f"    F1: {'  '.join(f'{slot} {of.f1:.2f}' for slot, of in found.slots.items())}")
    for least, below in pairwise(SURENESS):
        number, right = found.reliability(least, below)
        print(f"    confidence {least:.1f}–{min(below, 1):.1f}: {right:6.1%} right of {number}")
    for (meant, got), number in found.confused.most_common(MOST_CONFUSED):
        print(f"    {number} × {meant} understood as {got}")


def _beside(folder: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    """Ours and another's, on what both can tell."""
    for name, typed in (("the day, with diacritics", str), ("the day, without them", fold)):
        yield name, (_days(folder, typed, _ours), _days(folder, typed, _by_dateparser))
    told = [row for row in scoring.rows(folder, "language") if row["language"] != scoring.UNKNOWN]
    yield (
        "the language",
        (
            _share(language_of(row["words"]) == row["language"] for row in told),
            _share(_by_langdetect(row["words"]) == row["language"] for row in told),
        ),
    )


def _days(
    folder: Path, typed: Callable[[str], str], day_of: Callable[[str, datetime], date | None]
) -> float:
    """Of the sentences whose first time has a beginning, or that name none."""
    right = []
    for row in scoring.rows(folder, "times"):
        times = json.loads(row["times"])
        start = times[0][0] if times else None
        if times and start is None:
            continue
        now = datetime.fromisoformat(row["now"]).astimezone(ZONE)
        meant = date.fromisoformat(start[:10]) if start else None
        right.append(day_of(typed(row["words"]), now) == meant)
    return _share(right)


def _ours(words: str, now: datetime) -> date | None:
    found = find_times(tidy(words), now)
    return found[0].interval.first_day if found else None


def _by_dateparser(words: str, now: datetime) -> date | None:
    found = search_dates(
        words,
        languages=["vi", "en"],
        settings={"RELATIVE_BASE": now.replace(tzinfo=None), "PREFER_DATES_FROM": "future"},
    )
    return found[0][1].date() if found else None


def _by_langdetect(words: str) -> str | None:
    try:
        found: str = detect(words)
    except LangDetectException:
        return None
    return found


def _understood(words: str) -> object:
    lexicon, _ = scoring.office()
    return understand(words, now=NOW, viewer=Viewer.stranger(), lexicon=lexicon)


def _speed(words: Sequence[str], work: Timed) -> tuple[float, float]:
    """Median and 99th percentile of one call, in milliseconds, the second time round."""
    took: list[float] = []
    for _ in range(2):
        took.clear()
        for said in words:
            began = time.perf_counter()
            work(said)
            took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return statistics.median(took), took[int(len(took) * 0.99)]


def _share(right: "Iterator[bool] | list[bool]") -> float:
    marks = list(right)
    return sum(marks) / len(marks)


def _record(
    scores: dict[str, Score],
    asked: dict[str, Questions],
    beside: dict[str, tuple[float, float]],
    speeds: dict[str, tuple[float, float]],
) -> None:
    today = f"{system_clock(ZONE)():%d/%m/%Y}"
    shares = " | ".join(f"{score.share:.1%}" for score in scores.values())
    others = " | ".join(f"{ours:.0%} ({theirs:.0%})" for ours, theirs in beside.values())
    median, slow = speeds["its times"]
    whole, _ = speeds["all of a message"]
    theirs, _ = speeds["dateparser"]
    row = f"| {today}, {machine()} | {shares} | {others} | {median:.2f}, {slow:.2f} | {whole:.2f} |"
    _add_row("| when, on what | times |", f"{row} {theirs / median:.0f} |")
    shares = " | ".join(
        f"{one.exact.share:.1%}, {one.acceptable.share:.1%}" for one in asked.values()
    )
    surely = [one.reliability(0.9, 1.01) for one in asked.values()]
    relied = sum(number * right for number, right in surely) / sum(number for number, _ in surely)
    median, slow = speeds["of a question"]
    row = f"| {today}, {machine()} | {shares} | {relied:.0%} | {median:.2f}, {slow:.2f} |"
    _add_row("| when, on what | questions", row)


def _add_row(heading: str, row: str) -> None:
    """Below the last row of the table with this heading."""
    before, found, after = RESULTS.read_text("utf-8").partition(heading)
    table, gap, rest = after.partition("\n\n")
    RESULTS.write_text(f"{before}{found}{table.rstrip()}\n{row}\n{gap[1:]}{rest}", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--practice", action="store_true", help="score the lines to work on")
    parser.add_argument("--wrong", action="store_true", help="print what is not understood of them")
    parser.add_argument("--record", action="store_true", help="add a row to results.md")
    return parser.parse_args()


if __name__ == "__main__":
    init_factory()
    main()
