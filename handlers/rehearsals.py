"""Who would be reminded of what, and why: the lines of a rehearsal.

On the server a person of the office reads all of it; in the chat, whoever the office lets
(`handlers.reminders.rehearsal`). No line says what an item is about.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from handlers.texts import Say, Words, lines
from scheduler import ladder
from scheduler.ladder import Ladder, Step
from storage.briefs import AGAIN, GIVEN, PlannedLine
from storage.models import ItemKind, MessageKind


def by_person(planned: Sequence[PlannedLine]) -> list[tuple[str, list[PlannedLine]]]:
    """The lines of each person, in the order of their names."""
    return [
        (theirs[0].person, theirs)
        for _, group in groupby(planned, key=lambda line: line.person_id)
        if (theirs := list(group))
    ]


def line_words(
    line: PlannedLine,
    say: Say,
    *,
    steps: Ladder,
    today: dt.date,
    named: bool = True,
    brief_at: dt.datetime | None = None,
) -> Words:
    """“07:30 · bản tin sáng · 1234/SYT-KH còn 5 ngày · lý do: …”; not `named`: of some item.

    What is in the brief of `brief_at` does not repeat when and in which message.
    """
    item = line.item
    step = ladder.step_of(line, steps, today)
    return lines(
        say(
            "rehearsal-line",
            in_brief=line.message is MessageKind.BRIEF and line.send_at == brief_at,
            time=line.send_at,
            message=line.message,
            stage=stage_of(line),
            what=item.label if item and named else say("rehearsal-some", kind=_kind(line)),
            has_due=bool(item and item.due_on),
            due=(item.due_on if item else None) or today,
            why=line.why,
            instead=bool(item and item.instead_of),
            absent=item.instead_of if item else "",
            has_step=step is not None,
            step=reason_of(step, say) if step else "",
        )
    )


def counts(theirs: Iterable[PlannedLine], say: Say) -> Words:
    """One person's lines by kind of item and stage, without naming one."""
    numbers = Counter((_kind(line), stage_of(line)) for line in theirs)
    return Words(
        ", ".join(
            say("rehearsal-count", number=number, kind=kind, stage=stage)
            for (kind, stage), number in numbers.items()
        )
    )


def stage_of(line: PlannedLine) -> str:
    """The stage as the texts know it; a line without an item has numbers by unit."""
    if line.item is None:
        return "units"
    if line.item.kind is ItemKind.MEETING:
        return "meeting"
    stage = line.item.stage
    known = {AGAIN: "again", GIVEN: "given", "due today": "today", "due in": "soon"}
    return next((word for begins, word in known.items() if stage.startswith(begins)), "late")


def reason_of(step: Step, say: Say) -> Words:
    """Why there is this step: what the office wrote, else the usual reason."""
    if step.usual:
        return say("ladder-usual", reason=step.usual)
    return say("ladder-own", reason=step.reason)


def _kind(line: PlannedLine) -> str:
    return line.item.kind.value if line.item else "units"
