"""The ladder: at which steps somebody hears of what is due, as rows.

The usual steps stand here. An office that has steps of its own for a kind of item
(`storage.ladder`) uses those instead, all of them. A step is said once for each item, person and
due time; one that repeats, once on every working day from then on.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scheduler.calendar import ONE_DAY, WorkingCalendar
from storage.briefs import PlannedLine, WhyTold
from storage.ladder import OwnStep
from storage.models import ItemKind, StepAudience
from storage.notices import Due

LONG_AGO = dt.date(1900, 1, 1)
SOON = 2  # working days: what a brief lists as due soon, said before or not
MISSED_FOR = 20  # working days after which a step that nobody heard is let go

DOCUMENT, DOSSIER, PETITION = ItemKind.DOCUMENT, ItemKind.DOSSIER, ItemKind.PETITION
HOLDER, HEAD, LEADER = StepAudience.HOLDER, StepAudience.HEAD, StepAudience.LEADER


_DATED = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, kw_only=True)
class Step:
    """Somebody hears of items of a kind, `days` working days after they were due.

    `reason` is what the office wrote beside a step of its own; a usual one has its reason in the
    texts, by `usual`.
    """

    kind: ItemKind
    audience: StepAudience
    days: int
    repeats: bool = False
    reason: str = ""
    usual: str = ""

    def stage(self, today: dt.date) -> str:
        """As it stands in a notice: what is said with the same one is said once."""
        if self.days < 0:
            name = f"due in {-self.days}"
        else:
            name = "late" if self.repeats and self.days else f"late by {self.days}"
            name = name if self.days else "due today"
        return f"{name} {today}" if self.repeats else name


Ladder = Mapping[ItemKind, Sequence[Step]]

USUAL = (
    Step(kind=DOCUMENT, audience=HOLDER, days=-5, usual="prepare"),
    Step(kind=DOCUMENT, audience=HOLDER, days=-2, usual="finish"),
    Step(kind=DOCUMENT, audience=HOLDER, days=0, usual="today"),
    Step(kind=DOCUMENT, audience=HOLDER, days=1, repeats=True, usual="late"),
    Step(kind=DOCUMENT, audience=HEAD, days=2, repeats=True, usual="head"),
    Step(kind=DOCUMENT, audience=LEADER, days=5, repeats=True, usual="leader"),
    *(
        Step(kind=kind, audience=audience, days=days, repeats=days > 0, usual=usual)
        for kind in (DOSSIER, PETITION)
        for audience, days, usual in (
            (HOLDER, 0, "today"),
            (HOLDER, 1, "late"),
            (HEAD, 1, "head"),
            (LEADER, 1, "leader"),
        )
    ),
)


def of(own: Iterable[OwnStep] = ()) -> Ladder:
    """The steps that hold, by kind: the office's own where it has any, else the usual ones.

    Those of leaders repeat: they hear numbers, of which no item is ever said once.
    """
    theirs = [
        Step(**vars(step) | {"repeats": step.repeats or step.audience is LEADER}) for step in own
    ]
    kinds = {step.kind for step in theirs}
    steps = [*(step for step in USUAL if step.kind not in kinds), *theirs]
    steps.sort(key=lambda step: ([*StepAudience].index(step.audience), step.days))
    return {kind: [step for step in steps if step.kind is kind] for kind in ItemKind}


def windows(
    steps: Sequence[Step], audience: StepAudience, today: dt.date, calendar: WorkingCalendar
) -> Iterable[tuple[Step, Sequence[Due]]]:
    """Each step of an audience with the items it speaks of on `today`, a working day.

    A step holds from its day until that of the next one: one whose day was missed is said on the
    next working day instead, and nobody hears two steps of one item at once.
    """
    theirs = [step for step in steps if step.audience is audience]
    for step, following in pairwise([*theirs, None]):
        assert step  # noqa: S101 - only the last one is None
        until = following.days if following else step.days + MISSED_FOR
        if step.repeats:
            last = due_by(step.days, today, calendar)
            first = due_by(until, today, calendar) + ONE_DAY if following else LONG_AGO
            yield step, [Due(first=first, last=last, said_on=today)]
        else:
            yield (
                step,
                [
                    _due_on(step.days, missed, today, calendar)
                    for missed in range(until - step.days)
                ],
            )


def late_by(
    steps: Sequence[Step], audience: StepAudience, today: dt.date, calendar: WorkingCalendar
) -> dt.date | None:
    """The last due day of which this audience hears at all; None where it hears of nothing."""
    days = [step.days for step in steps if step.audience is audience]
    return due_by(min(days), today, calendar) if days else None


def due_by(days: int, today: dt.date, calendar: WorkingCalendar) -> dt.date:
    """The last due day that lies `days` working days or more before `today`, a working day.

    What is due on a day off goes with the working day before it.
    """
    return calendar.add_working_days(today, 1 - days) - ONE_DAY


def _due_on(days: int, missed: int, today: dt.date, calendar: WorkingCalendar) -> Due:
    """What stood at the step `missed` working days ago."""
    return Due(
        first=calendar.add_working_days(today, -(days + missed)),
        last=due_by(days + missed, today, calendar),
        said_on=calendar.add_working_days(today, -missed),
    )


def soon(today: dt.date, calendar: WorkingCalendar) -> tuple[dt.date, dt.date]:
    """The next working day, and the last due day that a brief lists."""
    return calendar.add_working_days(today, 1), due_by(-SOON, today, calendar)


def repeats(stage: str) -> bool:
    """A notice of this stage is said again on the next working day."""
    return _DATED.search(stage) is not None


def step_of(line: PlannedLine, ladder: Ladder, today: dt.date) -> Step | None:
    """The step by which a line of a rehearsal is said; None for what no step says."""
    audience = {
        WhyTold.HOLDS: HOLDER,
        WhyTold.NOBODY_HOLDS: HOLDER,
        WhyTold.HEADS_UNIT: HEAD,
        WhyTold.LEADS_OFFICE: LEADER,
    }.get(line.why)
    if line.item is None or audience is None:
        return None
    steps = ladder[line.item.kind]
    same = [step for step in steps if step.stage(today) == line.item.stage]
    return next((s for s in same if s.audience is audience), same[0] if same else None)
