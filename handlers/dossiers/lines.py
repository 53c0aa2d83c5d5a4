"""How a dossier reads in one line."""

import datetime as dt

from handlers.dossiers.rules import USUAL, DossierRules
from handlers.references import Meaning, Reference
from handlers.texts import Say, Words
from scheduler.calendar import Doubt, WorkingCalendar
from scheduler.deadlines import Deadline, Standing, deadline
from storage.dossier_states import AWAITS, pausing
from storage.dossiers import IN_WORK, DossierOwn, DossierPublic
from storage.models import DossierState, ItemKind, Noun


def line(
    dossier: DossierOwn,
    say: Say,
    today: dt.date,
    calendar: WorkingCalendar,
    *,
    rules: DossierRules = USUAL,
) -> Words:
    """“H37.12-261116-0045 · Trợ cấp xã hội: đang giải quyết, còn 3 ngày làm việc (…)”."""
    procedure = dossier.procedure or say("dossier-procedure-unknown")
    state = say("dossier-state", state=name_of(dossier.state))
    due = due_in_brief(dossier, say, today, calendar, rules=rules)
    if due is None:
        return say("dossier-line", code=dossier.code, procedure=procedure, state=state)
    return say("dossier-line-due", code=dossier.code, procedure=procedure, state=state, due=due)


def reference(dossier: DossierPublic, *, place: int | None = None) -> Reference:
    """The code, and when it is due; when it was received once there is nothing left to be done."""
    due_on = dossier.due_on if has_due_day(dossier) else None
    return Reference(
        noun=Noun.DOSSIERS,
        number=dossier.code,
        day=due_on or dossier.received_on,
        meaning=Meaning.DUE if due_on else Meaning.RECEIVED,
        place=place,
        item=(ItemKind.DOSSIER, dossier.id),
    )


def due_in_brief(
    dossier: DossierPublic,
    say: Say,
    today: dt.date,
    calendar: WorkingCalendar,
    *,
    rules: DossierRules = USUAL,
) -> Words | None:
    """How near its due day it is; None when there is nothing left to be done."""
    if dossier.state not in IN_WORK:
        return None
    if not has_due_day(dossier):
        return say("dossier-due-none")
    counted = counts(dossier, today, calendar, rules=rules)
    if counted is None:
        return say("dossier-due-waiting")
    return say(
        "dossier-due", standing=standing_of(counted, today), days=counted.days, due=counted.due_on
    )


def counts(
    dossier: DossierPublic,
    today: dt.date,
    calendar: WorkingCalendar,
    *,
    rules: DossierRules = USUAL,
) -> Deadline | None:
    """Its deadline while the clock runs; None when it does not run."""
    if not has_due_day(dossier) or is_waiting(dossier, rules=rules) or dossier.due_on is None:
        return None
    return deadline(dossier.due_on, today, calendar)


def has_due_day(dossier: DossierPublic) -> bool:
    """Its clock has been started: at reception, not when it was sent in."""
    return (
        dossier.due_on is not None
        and dossier.state in IN_WORK
        and dossier.state is not DossierState.SUBMITTED
    )


def standing_of(counted: Deadline, today: dt.date) -> str:
    """How the texts choose: late, today, ahead, or the last working day before a due day off."""
    if counted.standing is Standing.TODAY and counted.due_on != today:
        return "last"
    return counted.standing


def is_waiting(dossier: DossierPublic, *, rules: DossierRules = USUAL) -> bool:
    """The clock stands still: papers are awaited, or money where that stops it."""
    if (reason := AWAITS.get(dossier.state)) is not None:
        return reason in pausing(fee_pauses=rules.fee_pauses)
    return dossier.waiting_since is not None


def name_of(state: DossierState) -> str:
    """The state as the texts choose by it."""
    return state.name.lower()


def provisional(doubt: Doubt | None, say: Say) -> Words | None:
    """Why a number of days is provisional; None when it is not."""
    return say("dossier-provisional", day=doubt.day) if doubt else None
