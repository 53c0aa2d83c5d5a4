"""How the outcome of a look, or of an import, reads: in a chat and on a terminal."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from handlers.imports.outcome import Outcome, Problem
from handlers.texts import Say, Words, lines, paragraphs
from storage.merging import Merge
from storage.models import DossierState

SHOWN = 5  # problems that are told one by one


def compared(outcome: Outcome, merge: Merge) -> Outcome:
    """With what the rows would change."""
    return replace(
        outcome,
        new=len(merge.new),
        changed=len(merge.changed),
        same=len(merge.same),
        kept=len(merge.kept),
    )


def written(outcome: Outcome) -> Outcome:
    """It is in the store now."""
    return replace(outcome, written=True)


def told(outcome: Outcome, name: str, say: Say, *, terminal: bool = False) -> Words:
    """What the sheet is and holds, or why nothing of it was taken."""
    if outcome.secret:
        return _secret(outcome, say)
    heading = say("import-heading", file=name, kind=outcome.kind, rows=outcome.rows)
    return paragraphs(
        lines(heading, *_columns(outcome, say, terminal=terminal)),
        _wrong(outcome.problems, say) if outcome.problems else None,
        _doubtful(outcome, say, terminal=terminal) if outcome.doubts else None,
        _counts(outcome, say) if outcome.may_be_written else None,
        _remarks(outcome, say),
        say("import-nothing-taken") if not outcome.may_be_written else None,
    )


def where(problem: Problem, say: Say) -> Words:
    """Row and column, as the sheet's program names them."""
    return say(
        "import-where",
        row=str(problem.row),
        column=problem.letter,
        has_column=bool(problem.letter),
        header=problem.header,
        has_header=bool(problem.header),
    )


def what_is_wrong(problem: Problem, say: Say) -> Words:
    """What was read, and what to do."""
    facts = {
        name: say("dossier-state", state=fact.name.lower())
        if isinstance(fact, DossierState)
        else fact
        for name, fact in problem.facts.items()
    }
    return say(f"import-problem-{problem.text}", **facts)


def _secret(outcome: Outcome, say: Say) -> Words:
    """Rows and columns only: what stands there is not repeated."""
    places = [where(problem, say) for problem in outcome.problems]
    return lines(
        say("import-secret"),
        *places[:SHOWN],
        say("import-more", number=len(places) - SHOWN) if len(places) > SHOWN else None,
        say("import-secret-what-now"),
    )


def _columns(outcome: Outcome, say: Say, *, terminal: bool) -> list[Words | None]:
    missing, unplaced = ", ".join(outcome.missing), ", ".join(outcome.unplaced)
    return [
        say("import-missing", names=missing) if missing else None,
        say("import-unplaced", names=unplaced) if unplaced else None,
        say("import-map" if terminal else "import-ask-for-map") if missing else None,
    ]


def _wrong(problems: Sequence[Problem], say: Say) -> Words:
    rows = len({problem.row for problem in problems})
    listed = [
        say("import-problem", where=where(one, say), what=what_is_wrong(one, say))
        for one in problems[:SHOWN]
    ]
    more = len(problems) - SHOWN
    return lines(
        say("import-problems", number=len(problems), rows=rows),
        *listed,
        say("import-more", number=more) if more > 0 else None,
    )


def _doubtful(outcome: Outcome, say: Say, *, terminal: bool) -> Words:
    """What the source says against the order of states, and how to take its word for it."""
    doubts = outcome.doubts
    listed = [
        say("import-problem", where=where(one, say), what=what_is_wrong(one, say))
        for one in doubts[:SHOWN]
    ]
    more = len(doubts) - SHOWN
    how = say("import-doubts-accept" if terminal else "import-doubts-press")
    return lines(
        say("import-doubts", number=len(doubts)),
        *listed,
        say("import-more", number=more) if more > 0 else None,
        how if not outcome.written else None,
    )


def _counts(outcome: Outcome, say: Say) -> Words:
    counts = {"new": outcome.new, "changed": outcome.changed, "same": outcome.same}
    if outcome.written:
        first = say("import-written" if outcome.would_change else "import-as-before", **counts)
    else:
        first = say("import-would" if outcome.would_change else "import-as-before", **counts)
    return lines(
        first,
        say("import-kept", number=outcome.kept) if outcome.kept else None,
        say("import-demo") if outcome.is_demo else None,
    )


def _remarks(outcome: Outcome, say: Say) -> Words | None:
    """Of each sort the first few, and how many."""
    sorts = sorted(outcome.remarks, key=lambda one: one.text)
    said: list[Words] = []
    for _, group in groupby(sorts, key=lambda one: one.text):
        alike = list(group)
        said += [
            say("import-problem", where=where(one, say), what=what_is_wrong(one, say))
            for one in alike[:SHOWN]
        ]
        if len(alike) > SHOWN:
            said.append(say("import-more", number=len(alike) - SHOWN))
    return lines(say("import-remarks"), *said) if said else None
