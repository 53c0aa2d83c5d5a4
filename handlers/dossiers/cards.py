"""Everything about one dossier, in the words of the person who asks."""

import datetime as dt

from handlers.dossiers import plain_words
from handlers.dossiers.lines import counts, is_waiting, name_of, provisional
from handlers.dossiers.plain_words import DueTexts
from handlers.dossiers.rules import DossierRules
from handlers.texts import Say, Words, lines
from scheduler.calendar import WorkingCalendar
from scheduler.deadlines import Deadline, Standing
from storage.dossiers import IN_WORK, DossierOfficer, DossierOwn, DossierPublic
from storage.viewer import Viewer

FOR_OFFICERS = DueTexts(
    none="dossier-status-desk-due-none",
    waiting="dossier-status-desk-due-waiting",
    running="dossier-status-desk-due",
)


def card(
    dossier: DossierPublic,
    viewer: Viewer,
    say: Say,
    today: dt.date,
    calendar: WorkingCalendar,
    *,
    rules: DossierRules,
    why: Words | None = None,
) -> Words:
    """As much as the tier holds. Citizens hear what happens next and what they can do now.

    `why`: how the due time came about, where that may be told.
    """
    if viewer.is_staff:
        return _for_officers(dossier, say, today, calendar, rules, why)
    return _for_citizens(dossier, say, today, calendar, rules, why)


def _for_citizens(
    dossier: DossierPublic,
    say: Say,
    today: dt.date,
    calendar: WorkingCalendar,
    rules: DossierRules,
    why: Words | None,
) -> Words:
    own = dossier if isinstance(dossier, DossierOwn) else None
    counted = counts(dossier, today, calendar, rules=rules)
    return lines(
        say("dossier-status-title", code=dossier.code),
        say("dossier-status-procedure", procedure=own.procedure) if own and own.procedure else None,
        plain_words.where(dossier, say, rules=rules),
        plain_words.until(dossier, say, today, calendar, rules=rules),
        _doubt(counted, why, say),
        say("dossier-status-why", why=why) if why else None,
        plain_words.next_step(dossier, say),
        plain_words.to_do(dossier, say),
        _contact(own, say) if own else None,
        say("dossier-status-as-of", at=dossier.source_at),
    )


def _for_officers(
    dossier: DossierPublic,
    say: Say,
    today: dt.date,
    calendar: WorkingCalendar,
    rules: DossierRules,
    why: Words | None,
) -> Words:
    own = dossier if isinstance(dossier, DossierOwn) else None
    counted = counts(dossier, today, calendar, rules=rules)
    state = say("dossier-state", state=name_of(dossier.state))
    return lines(
        say("dossier-status-title", code=dossier.code),
        say("dossier-status-procedure", procedure=own.procedure) if own and own.procedure else None,
        say("dossier-status-desk-state", state=state),
        say("dossier-status-waiting-since", since=dossier.waiting_since)
        if dossier.waiting_since and is_waiting(dossier, rules=rules)
        else None,
        say("dossier-status-missing", missing=own.missing) if own and own.missing else None,
        _who_has_it(dossier, say),
        plain_words.until(dossier, say, today, calendar, rules=rules, texts=FOR_OFFICERS),
        _doubt(counted, why, say),
        say("dossier-status-why", why=why) if why else None,
        _asked_again(dossier, say),
        say("dossier-status-as-of", at=dossier.source_at),
    )


def _doubt(counted: Deadline | None, why: Words | None, say: Say) -> Words | None:
    """Why the days are provisional; how the due time was counted has said so, up to that time."""
    if counted is None or (why and counted.standing is not Standing.LATE):
        return None
    return provisional(counted.doubt, say)


def _who_has_it(dossier: DossierPublic, say: Say) -> Words:
    if not isinstance(dossier, DossierOfficer):
        office = dossier.receiving_office or say("dossier-office-unknown")
        return say("dossier-status-desk-office", office=office)
    if dossier.unit is None:
        return say("dossier-status-desk-unassigned")
    if dossier.holder is None:
        return say("dossier-status-desk-unit", unit=dossier.unit)
    return say("dossier-status-desk-holder", unit=dossier.unit, holder=dossier.holder)


def _asked_again(dossier: DossierPublic, say: Say) -> Words | None:
    """The national indicator counts it as late then, whatever the dates say (QĐ 766/2022)."""
    if not isinstance(dossier, DossierOfficer) or dossier.requests < 2:
        return None
    return say("dossier-status-desk-asked-again", number=dossier.requests)


def _contact(own: DossierOwn, say: Say) -> Words | None:
    if own.state not in IN_WORK or not own.unit or not own.unit_phone:
        return None
    return say("dossier-status-contact", unit=own.unit, phone=own.unit_phone)
