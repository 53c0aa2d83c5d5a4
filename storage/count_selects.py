"""What is counted of each subject, as one row of numbers under their names.

Every row is asked for through the `visible_to` of its table.
"""

from collections.abc import Mapping
from typing import Any, assert_never

import sqlalchemy as sa
from sqlmodel import SQLModel, col

from storage import classified, documents, dossiers, meetings, petitions
from storage.counted import Period, Subject
from storage.dossier_states import AWAITS, DossierCounting, pausing
from storage.due_documents import Whose
from storage.models import (
    ClassifiedCount,
    Direction,
    DocumentKind,
    DocumentState,
    Dossier,
    DossierState,
    IncomingDocument,
    Meeting,
    MeetingState,
    OutgoingDocument,
    Petition,
    PetitionKind,
    Reception,
    ReceptionKind,
    SubmittedBy,
)
from storage.viewer import Viewer

Condition = sa.SQLColumnExpression[bool]

_RESOLVED = (DossierState.FINISHED, DossierState.RETURNED)
_DONE = (DocumentState.DONE, DocumentState.RETURNED)
_CALLED_OFF = (MeetingState.CANCELLED, MeetingState.POSTPONED)
_SCHEDULED = (MeetingState.PLANNED, MeetingState.CHANGED)
_NAMED_KINDS = {
    "decisions": DocumentKind.DECISION,
    "directives": DocumentKind.DIRECTIVE,
    "plans": DocumentKind.PLAN,
}


def of(
    subject: Subject, viewer: Viewer, whose: Whose, period: Period, how: DossierCounting
) -> sa.Select[Any]:
    """The one row of a subject, of a person's, a unit's or all that the viewer may see."""
    match subject:
        case Subject.DOSSIERS:
            return _dossiers(viewer, whose, period, how)
        case Subject.INCOMING:
            return _incoming(viewer, whose, period)
        case Subject.OUTGOING:
            return _outgoing(viewer, whose, period)
        case Subject.MEETINGS:
            return _meetings(viewer, whose, period)
        case Subject.PETITIONS:
            return _petitions(viewer, whose, period)
        case Subject.RECEPTIONS:
            return _receptions(period)
    assert_never(subject)


def within(period: Period, column: Any) -> sa.ColumnElement[bool]:
    """The column's day lies in the period."""
    return sa.and_(col(column) >= period.first, col(column) <= period.last)


def touching(period: Period) -> Condition:
    """The dossiers that a period is about: received by its end, and not over before it began."""
    finished = col(Dossier.finished_on)
    return sa.and_(
        col(Dossier.received_on) <= period.last,
        sa.or_(finished.is_(None), finished >= period.first),
    )


def _dossiers(viewer: Viewer, whose: Whose, period: Period, how: DossierCounting) -> sa.Select[Any]:
    finished, due = col(Dossier.finished_on), col(Dossier.due_on)
    done, promised = (
        (col(Dossier.finished_at), col(Dossier.due_at)) if how.by_minute else (finished, due)
    )
    state = col(Dossier.state)
    received = within(period, Dossier.received_on)
    resolved = sa.and_(within(period, finished), state.in_(_RESOLVED))
    waits = [one for one, reason in AWAITS.items() if reason in pausing(fee_pauses=how.fee_pauses)]
    past_due = sa.and_(due.is_not(None), due < period.last, state.not_in(waits))
    still_open = sa.or_(finished.is_(None), finished > period.last)
    counts: dict[str, Condition] = {
        "received": received,
        "online": sa.and_(received, col(Dossier.submitted_by) == SubmittedBy.ONLINE),
        "carried_over": col(Dossier.received_on) < period.first,
        "early": sa.and_(resolved, done < promised),
        "on_the_day": sa.and_(resolved, done == promised),
        "late": sa.and_(resolved, done > promised),
        "undated": sa.and_(resolved, sa.or_(promised.is_(None), done.is_(None))),
        "withdrawn_or_stopped": sa.and_(within(period, finished), state.not_in(_RESOLVED)),
        "open_in_time": sa.and_(still_open, sa.not_(past_due)),
        "open_late": sa.and_(still_open, past_due),
    }
    theirs = held_or_of(whose, Dossier.holder_id, Dossier.unit_id)
    return _row(Dossier, counts, dossiers.visible_to(viewer), theirs, touching(period))


def _incoming(viewer: Viewer, whose: Whose, period: Period) -> sa.Select[Any]:
    due, done = col(IncomingDocument.due_on), col(IncomingDocument.done_on)
    ended = col(IncomingDocument.state).in_(_DONE)
    counts: dict[str, Condition] = {
        "received": sa.true(),
        "digitised": col(IncomingDocument.digitised),
        "with_deadline": due.is_not(None),
        "in_time": sa.and_(ended, done <= due),
        "late": sa.and_(ended, done > due),
        "open_late": sa.and_(sa.not_(ended), due < period.last),
    }
    return _row(
        IncomingDocument,
        counts,
        documents.visible_to(viewer),
        held_or_of(whose, IncomingDocument.holder_id, IncomingDocument.unit_id),
        col(IncomingDocument.state) != DocumentState.WITHDRAWN,
        within(period, IncomingDocument.arrived_on),
    )


def _outgoing(viewer: Viewer, whose: Whose, period: Period) -> sa.Select[Any]:
    counts: dict[str, Condition] = {
        "issued": sa.true(),
        "digitally_signed": col(OutgoingDocument.digitally_signed),
    }
    kind = col(OutgoingDocument.kind)
    counts |= {name: kind == one for name, one in _NAMED_KINDS.items()}
    return _row(
        OutgoingDocument,
        counts,
        documents.outgoing_visible_to(viewer),
        held_or_of(whose, OutgoingDocument.signer_id, OutgoingDocument.unit_id),
        within(period, OutgoingDocument.issued_on),
    )


def _meetings(viewer: Viewer, whose: Whose, period: Period) -> sa.Select[Any]:
    state = col(Meeting.state)
    counts: dict[str, Condition] = {
        "held": state == MeetingState.HELD,
        "called_off": state.in_(_CALLED_OFF),
        "scheduled": state.in_(_SCHEDULED),
    }
    theirs: list[Condition] = []
    if whose.person_id is not None:
        theirs.append(meetings.involves(whose.person_id))
    if whose.unit_id is not None:
        theirs.append(meetings.concerns(whose.unit_id))
    return _row(Meeting, counts, meetings.visible_to(viewer), *theirs, within(period, Meeting.day))


def _petitions(viewer: Viewer, whose: Whose, period: Period) -> sa.Select[Any]:
    received = within(period, Petition.received_on)
    settled = sa.and_(
        col(Petition.received_on) <= period.last,
        within(period, Petition.finished_on),
        col(Petition.kind) != PetitionKind.DENUNCIATION,
    )
    counts: dict[str, Condition] = {
        kind.value: sa.and_(received, col(Petition.kind) == kind) for kind in PetitionKind
    }
    counts["settled"] = settled
    return _row(
        Petition,
        counts,
        petitions.visible_to(viewer),
        held_or_of(whose, Petition.holder_id, Petition.unit_id),
        sa.or_(received, settled),
    )


def _receptions(period: Period) -> sa.Select[Any]:
    sums = {"visits": Reception.visits, "matters": Reception.matters, "groups": Reception.groups}
    numbers: dict[str, sa.ColumnElement[Any]] = {}
    for kind in ReceptionKind:
        of_kind = col(Reception.kind) == kind
        numbers[f"{kind}_sessions"] = _number(of_kind)
        for name, column in sums.items():
            amount = sa.case((of_kind, col(column)), else_=0)
            numbers[f"{kind}_{name}"] = sa.func.coalesce(sa.func.sum(amount), 0)
        as_of = sa.func.max(sa.case((of_kind, col(Reception.source_at))))
        numbers[f"{kind}_as_of"] = as_of
    columns = [number.label(name) for name, number in numbers.items()]
    return sa.select(*columns).select_from(Reception).where(within(period, Reception.day))


def classified_numbers(viewer: Viewer, period: Period) -> sa.Select[Any]:
    """How many classified documents came and went in the months that begin in the period."""
    direction = col(ClassifiedCount.direction)
    columns = [
        sa.func.coalesce(
            sa.func.sum(sa.case((direction == one, col(ClassifiedCount.number)), else_=0)), 0
        ).label(one.value)
        for one in Direction
    ]
    return (
        sa.select(*columns)
        .select_from(ClassifiedCount)
        .where(classified.visible_to(viewer), within(period, ClassifiedCount.month))
    )


def held_or_of(whose: Whose, holder_id: Any, unit_id: Any) -> Condition:
    """What lies with this person and with this unit, as far as they are given."""
    owners = ((holder_id, whose.person_id), (unit_id, whose.unit_id))
    return sa.and_(sa.true(), *(col(column) == one for column, one in owners if one is not None))


def _row(
    table: type[SQLModel], counts: Mapping[str, Condition], *conditions: Condition
) -> sa.Select[Any]:
    """Each count under its name, and `as_of`, in one pass over the rows."""
    source_at = sa.inspect(table).columns["source_at"]
    columns: list[Any] = [_number(condition).label(name) for name, condition in counts.items()]
    as_of = sa.func.max(source_at).label("as_of")
    return sa.select(*columns, as_of).select_from(table).where(*conditions)


def _number(condition: Condition) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)
