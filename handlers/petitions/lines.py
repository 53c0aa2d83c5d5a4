"""How a petition reads in one line: by its code, never by who sent it."""

import datetime as dt

from handlers.references import Meaning, Reference
from handlers.texts import Say, Words
from scheduler.calendar import Doubt, WorkingCalendar
from scheduler.deadlines import Deadline, Standing, deadline
from storage.models import Noun, PetitionState
from storage.petitions import OPEN, PetitionOfficer, PetitionOwn


def line(petition: PetitionOfficer, say: Say, today: dt.date, calendar: WorkingCalendar) -> Words:
    """“ĐT-2026-0758: đang xác minh, còn 3 ngày làm việc (…)”."""
    state = say("petition-state", state=petition.state)
    due = due_in_brief(petition, say, today, calendar) or say("petition-over")
    return say("petition-line", code=petition.code, state=state, due=due)


def own_line(petition: PetitionOwn, say: Say) -> Words:
    """What its sender is told in a list."""
    return say(
        "petition-status-own-line",
        code=petition.code,
        day=petition.received_on,
        stage=say("petition-status-stage", stage=petition.stage),
    )


def reference(petition: PetitionOfficer | PetitionOwn, *, place: int | None = None) -> Reference:
    """The code, and when it is due; when it was received once it is over."""
    is_open = isinstance(petition, PetitionOfficer) and petition.state in OPEN
    due_on = petition.due_on if isinstance(petition, PetitionOfficer) and is_open else None
    return Reference(
        noun=Noun.PETITIONS,
        number=petition.code,
        day=due_on or petition.received_on,
        meaning=Meaning.DUE if due_on else Meaning.RECEIVED,
        place=place,
    )


def due_in_brief(
    petition: PetitionOfficer, say: Say, today: dt.date, calendar: WorkingCalendar
) -> Words | None:
    """How near its due day it is; None when it is over."""
    if petition.state not in OPEN:
        return None
    if petition.state is PetitionState.SUSPENDED:
        return say("petition-due-suspended")
    counted = counts(petition, today, calendar)
    if counted is None:
        return say("petition-due-none")
    last_day = counted.standing is Standing.TODAY and counted.due_on != today
    return say(
        "petition-due",
        standing="last" if last_day else counted.standing,
        days=counted.days,
        due=counted.due_on,
    )


def counts(petition: PetitionOfficer, today: dt.date, calendar: WorkingCalendar) -> Deadline | None:
    """Its deadline while the clock runs; time of suspension is not counted (LKN Đ11a)."""
    stopped = petition.state is PetitionState.SUSPENDED or petition.state not in OPEN
    if petition.due_on is None or stopped:
        return None
    return deadline(petition.due_on, today, calendar)


def provisional(doubt: Doubt | None, say: Say) -> Words | None:
    """Why a number of days is provisional; None when it is not."""
    return say("petition-provisional", day=doubt.day) if doubt else None
