"""Everything about one dossier, in the words of the person who asks."""

import datetime as dt
from dataclasses import dataclass

from handlers.dossiers.lines import counts, has_due_day, name_of, provisional, standing_of
from handlers.texts import Say, Words, lines
from scheduler.calendar import WorkingCalendar
from storage.dossiers import IN_WORK, DossierOfficer, DossierOwn, DossierPublic
from storage.models import DossierState
from storage.viewer import Viewer


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
FOR_OFFICERS = DueTexts(
    none="dossier-status-desk-due-none",
    waiting="dossier-status-desk-due-waiting",
    running="dossier-status-desk-due",
)


def card(
    dossier: DossierPublic, viewer: Viewer, say: Say, today: dt.date, calendar: WorkingCalendar
) -> Words:
    """As much as the tier holds. Citizens hear what happens next and what they can do now."""
    if viewer.is_staff:
        return _for_officers(dossier, say, today, calendar)
    return _for_citizens(dossier, say, today, calendar)


def _for_citizens(
    dossier: DossierPublic, say: Say, today: dt.date, calendar: WorkingCalendar
) -> Words:
    own = dossier if isinstance(dossier, DossierOwn) else None
    state = name_of(dossier.state)
    desk = dossier.receiving_office or say("dossier-office-unknown")
    where = own.unit if own and own.unit and dossier.state is DossierState.PROCESSING else desk
    counted = counts(dossier, today, calendar)
    return lines(
        say("dossier-status-title", code=dossier.code),
        say("dossier-status-procedure", procedure=own.procedure) if own and own.procedure else None,
        say("dossier-status-where", state=state, office=where),
        _since(dossier, say),
        say("dossier-status-missing", missing=own.missing) if own and own.missing else None,
        _due(dossier, say, today, calendar, FOR_CITIZENS),
        provisional(counted.doubt if counted else None, say),
        _next(dossier, desk, say),
        say("dossier-status-now", state=state),
        _contact(own, say) if own else None,
        say("dossier-status-as-of", at=dossier.source_at),
    )


def _for_officers(
    dossier: DossierPublic, say: Say, today: dt.date, calendar: WorkingCalendar
) -> Words:
    own = dossier if isinstance(dossier, DossierOwn) else None
    counted = counts(dossier, today, calendar)
    state = say("dossier-state", state=name_of(dossier.state))
    return lines(
        say("dossier-status-title", code=dossier.code),
        say("dossier-status-procedure", procedure=own.procedure) if own and own.procedure else None,
        say("dossier-status-desk-state", state=state),
        _since(dossier, say),
        say("dossier-status-missing", missing=own.missing) if own and own.missing else None,
        _who_has_it(dossier, say),
        _due(dossier, say, today, calendar, FOR_OFFICERS),
        provisional(counted.doubt if counted else None, say),
        say("dossier-status-as-of", at=dossier.source_at),
    )


def _who_has_it(dossier: DossierPublic, say: Say) -> Words:
    if not isinstance(dossier, DossierOfficer):
        office = dossier.receiving_office or say("dossier-office-unknown")
        return say("dossier-status-desk-office", office=office)
    if dossier.unit is None:
        return say("dossier-status-desk-unassigned")
    if dossier.holder is None:
        return say("dossier-status-desk-unit", unit=dossier.unit)
    return say("dossier-status-desk-holder", unit=dossier.unit, holder=dossier.holder)


def _since(dossier: DossierPublic, say: Say) -> Words | None:
    if dossier.waiting_since is None:
        return None
    return say("dossier-status-waiting-since", since=dossier.waiting_since)


def _contact(own: DossierOwn, say: Say) -> Words | None:
    if own.state not in IN_WORK or not own.unit or not own.unit_phone:
        return None
    return say("dossier-status-contact", unit=own.unit, phone=own.unit_phone)


def _next(dossier: DossierPublic, desk: str, say: Say) -> Words | None:
    """What comes next, while the office still has something to do."""
    if dossier.state not in IN_WORK:
        return None
    return say("dossier-status-next", state=name_of(dossier.state), office=desk)


def _due(
    dossier: DossierPublic, say: Say, today: dt.date, calendar: WorkingCalendar, texts: DueTexts
) -> Words | None:
    if dossier.state not in IN_WORK:
        return None
    if not has_due_day(dossier):
        return say(texts.none)
    counted = counts(dossier, today, calendar)
    if counted is None:
        return say(texts.waiting, due=dossier.due_on)
    return say(
        texts.running,
        standing=standing_of(counted, today),
        days=counted.days,
        due=counted.due_on,
    )
