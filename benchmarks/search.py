"""How well a procedure is found by everyday words, and how fast: `python -m benchmarks.search`.

Two sets of 200 phrasings are searched over the demonstration's catalogue: one by who wrote the
table of everyday words, before it, and one by somebody who saw only the names. The right one
counts among the first three. Beside it stands rapidfuzz's `WRatio` over all names,
folded, in the same run.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.pipeline import RESULTS, machine
from handlers.understanding.normalise import fold
from scheduler.clock import VIETNAM, system_clock
from tests.procedures import AMONG, DAY, FRESH, HELD_OUT, asked, of_the_demo

ROUNDS = 5
Search = Callable[[str], Sequence[str]]


def main() -> None:
    """Print both, and add a row to benchmarks/results.md if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true", help="add a row to benchmarks/results.md")
    began = time.perf_counter()
    catalogue = of_the_demo()
    built = time.perf_counter() - began
    names = [one.name for one in catalogue.procedures if one.applies(DAY)]
    folded_names = [fold(name) for name in names]

    def ours(words: str) -> Sequence[str]:
        return [hit.procedure.name for hit in catalogue.search(words, on=DAY, limit=AMONG)]

    def baseline(words: str) -> Sequence[str]:
        found = process.extract(fold(words), folded_names, scorer=fuzz.WRatio, limit=AMONG)
        return [names[at] for _, _, at in found]

    print(f"catalogue of {len(names)} made ready in {built:.2f} s")
    rows = []
    for label, file in (("own", HELD_OUT), ("another's", FRESH)):
        rows.append([f"{len(names)}", label, *(_scored(how, file) for how in (ours, baseline))])
        print(f"{label:9}  ours {rows[-1][2]}\n{'':9}  rapidfuzz {rows[-1][3]}")
    if parser.parse_args().record:
        today = system_clock(VIETNAM)().date()
        with RESULTS.open("a", encoding="utf-8") as results:
            for cells in rows:
                results.write(f"| {today:%d/%m/%Y}, {machine()} | {' | '.join(cells)} |\n")


def _scored(search: Search, file: Path) -> str:
    """“95.5%, first 87.0%; 0.7 ms, 99th 1.9”."""
    lines = asked(file)
    among = sum(bool(right & {*search(said)}) for said, right in lines)
    first = sum(bool(right & {*search(said)[:1]}) for said, right in lines)
    took = []
    for _ in range(ROUNDS):
        for said, _right in lines:
            began = time.perf_counter()
            search(said)
            took.append((time.perf_counter() - began) * 1000)
    took.sort()
    median, last = took[len(took) // 2], took[len(took) * 99 // 100]
    share, best = among / len(lines), first / len(lines)
    return f"{share:.1%}, first {best:.1%}; {median:.1f} ms, 99th {last:.1f}"


if __name__ == "__main__":
    main()
