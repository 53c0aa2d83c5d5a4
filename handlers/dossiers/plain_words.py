"""A dossier as a citizen understands it: where it is, until when, what is next, what to do now.

Each of these says no more than the tier it is given: of a `DossierPublic` no step, no unit that
works on it, no sum. Everybody who tells a citizen of a dossier takes the words from here.
"""

import datetime as dt
from dataclasses import dataclass

from handlers.dossiers.lines import counts, has_due_day, is_waiting, name_of, standing_of
from handlers.dossiers.rules import USUAL, DossierRules
from handlers.texts import Say, Words, lines
from scheduler.calendar import WorkingCalendar
from scheduler.dossier_time import side_of
from storage.dossiers import IN_WORK, DossierOwn, DossierPublic
from storage.models import DossierState

S = DossierState
COMES_BY_NOTHING = "unknown"


@dataclass(frozen=True, kw_only=True)
class DueTexts:
    """How a due date is said to one kind of people: there is none, it waits, it runs."""

    none: str
    waiting: str
    running: str


FOR_CITIZENS = DueTexts(
    none="dossier-status-due-none",
    waiting="dossier-status-due-waiting",
    running="dossier-status-due",
)


def where(dossier: DossierPublic, say: Say, *, rules: DossierRules = USUAL) -> Words:
    """Where it is now: in a sentence, with the step and since when it rests, where they are known.

    “Hồ sơ đang được giải quyết tại Phòng Nội chính. Bước đang làm: thẩm định hồ sơ.”
    """
    own = dossier if isinstance(dossier, DossierOwn) else None
    at = own.unit if own and own.unit and dossier.state is S.PROCESSING else desk_of(dossier, say)
    return lines(
        say("dossier-status-where", state=name_of(dossier.state), office=at, by=_by(dossier)),
        say("dossier-status-step", step=own.step)
        if own and own.step and own.state in IN_WORK
        else None,
        say("dossier-status-waiting-since", since=dossier.waiting_since)
        if dossier.waiting_since and is_waiting(dossier, rules=rules)
        else None,
        _finished(own, say, rules) if own else None,
    )


def until(
    dossier: DossierPublic,
    say: Say,
    today: dt.date,
    calendar: WorkingCalendar,
    *,
    rules: DossierRules = USUAL,
    texts: DueTexts = FOR_CITIZENS,
) -> Words | None:
    """When the result is due, and how near that is; None when nothing is awaited of the office.

    For a due day on which the office is closed, with the day on which it opens again.
    """
    if dossier.state not in IN_WORK:
        return None
    if not has_due_day(dossier):
        return say(texts.none)
    counted = counts(dossier, today, calendar, rules=rules)
    if counted is None:
        return say(texts.waiting, due=dossier.due_on)
    due_on = counted.due_on
    running = say(
        texts.running, standing=standing_of(counted, today), days=counted.days, due=due_on
    )
    if due_on < today or calendar.is_working(due_on):
        return running
    closed = say("dossier-status-due-off", opens=calendar.next_working(due_on))
    return Words(f"{running} {closed}")


def next_step(dossier: DossierPublic, say: Say) -> Words | None:
    """What comes next, while the office still has something to do."""
    if dossier.state not in IN_WORK:
        return None
    office = desk_of(dossier, say)
    return say("dossier-status-next", state=name_of(dossier.state), office=office, by=_by(dossier))


def to_do(dossier: DossierPublic, say: Say) -> Words:
    """What the citizen does now: bring which papers by when, pay what and how, fetch the result."""
    own = dossier if isinstance(dossier, DossierOwn) else None
    state = name_of(dossier.state)
    return lines(
        say("dossier-status-now", state=state, office=desk_of(dossier, say), by=_by(dossier)),
        *(_papers(own, say) if own and own.state is S.SUPPLEMENT else ()),
        *(_fee(own, say) if own and own.state in IN_WORK else ()),
    )


def desk_of(dossier: DossierPublic, say: Say) -> Words | str:
    """The desk that took it in, which also gives the result out."""
    return dossier.receiving_office or say("dossier-office-unknown")


def _papers(own: DossierOwn, say: Say) -> tuple[Words | None, ...]:
    return (
        say("dossier-status-missing", missing=own.missing) if own.missing else None,
        say("dossier-status-asked-in", letter=own.asked_in) if own.asked_in else None,
        say("dossier-status-asked-until", day=own.asked_until) if own.asked_until else None,
    )


def _fee(own: DossierOwn, say: Say) -> tuple[Words | None, ...]:
    if not own.fee_due:
        return ()
    return (
        say("dossier-status-fee", amount=own.fee_due),
        say("dossier-status-fee-how", how=own.fee_how) if own.fee_how else None,
    )


def _finished(own: DossierOwn, say: Say, rules: DossierRules) -> Words | None:
    if own.finished_at is None or own.state not in (S.FINISHED, S.RETURNED):
        return None
    side = (
        side_of(own.finished_at, own.due_at, zone=say.zone, by_minute=rules.by_minute)
        if own.due_at
        else None
    )
    return say("dossier-status-finished", at=own.finished_at, side=side or "undated")


def _by(dossier: DossierPublic) -> str:
    """How the result comes, as the texts choose by it."""
    chosen = dossier.result_by if isinstance(dossier, DossierOwn) else None
    return chosen.value if chosen else COMES_BY_NOTHING
