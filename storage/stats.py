"""Counts over a period, for reports. Only numbers leave this file: no row, no name.

The reports are the office's own: what the office sees is counted, and no viewer is asked for. A
day belongs to the period from `first` up to and including `last`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel, col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import classified as classified_counts
from storage import documents
from storage import dossiers as dossier_records
from storage import meetings as meeting_records
from storage import petitions as petition_records
from storage.dossier_states import AWAITS, BY_THE_FORM, DossierCounting, pausing
from storage.models import (
    ClassifiedCount,
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
)
from storage.viewer import Viewer

Condition = sa.SQLColumnExpression[bool]
THE_OFFICE = Viewer.office()

_RESOLVED = (DossierState.FINISHED, DossierState.RETURNED)
_DONE = (DocumentState.DONE, DocumentState.RETURNED)


@dataclass(frozen=True, kw_only=True)
class Period:
    """Both days included."""

    first: date
    last: date

    def holds(self, column: Any) -> sa.ColumnElement[bool]:
        """The column's day lies in the period."""
        return sa.and_(col(column) >= self.first, col(column) <= self.last)

    @classmethod
    def of_year(cls, year: int, *, today: date) -> "Period":
        """The calendar year; of a year that is not over, what of it has passed."""
        return cls(
            first=date(year, 1, 1), last=max(date(year, 1, 1), min(date(year, 12, 31), today))
        )


@dataclass(frozen=True, kw_only=True)
class DossierCounts:
    """What came and what became of it (biểu II.06, TT 01/2020/TT-VPCP).

    `early`, `on_the_day` and `late` are disjoint: finished before the promised day, on it, after
    it. `as_of` is the latest time the source was read; None without a row.
    """

    received: int
    carried_over: int  # received before the period and not finished then
    early: int
    on_the_day: int
    late: int
    undated: int  # resolved without ever having had a promised day
    withdrawn_or_stopped: int
    open_in_time: int  # at the end of the period; what waits for the citizen is in time
    open_late: int
    as_of: datetime | None

    @property
    def resolved(self) -> int:
        """Finished in the period, in time or not."""
        return self.early + self.on_the_day + self.late + self.undated


@dataclass(frozen=True, kw_only=True)
class IncomingCounts:
    """Incoming documents that arrived in the period, and how those with a deadline stand."""

    received: int
    digitised: int
    with_deadline: int
    in_time: int  # done by the deadline
    late: int  # done after it
    open_late: int  # not done, and the deadline was before the last day of the period
    as_of: datetime | None


@dataclass(frozen=True, kw_only=True)
class OutgoingCounts:
    """Documents issued in the period."""

    issued: int
    digitally_signed: int
    as_of: datetime | None


@dataclass(frozen=True, kw_only=True)
class MeetingCounts:
    """Meetings of the period; those not held yet count among neither."""

    held: int
    called_off: int
    as_of: datetime | None


@dataclass(frozen=True, kw_only=True)
class PetitionCounts:
    """Petitions received in the period, by kind."""

    by_kind: dict[PetitionKind, int]
    as_of: datetime | None

    @property
    def received(self) -> int:
        """All kinds."""
        return sum(self.by_kind.values())


@dataclass(frozen=True, kw_only=True)
class ReceptionCounts:
    """One kind of reception: sessions, visits (lượt), matters (vụ việc), groups (đoàn)."""

    sessions: int = 0
    visits: int = 0
    matters: int = 0
    groups: int = 0
    as_of: datetime | None = None


async def dossiers(
    db: AsyncSession, period: Period, how: DossierCounting = BY_THE_FORM
) -> DossierCounts:
    """One statement over all dossiers that touch the period."""
    finished, due = col(Dossier.finished_on), col(Dossier.due_on)
    done, promised = (
        (col(Dossier.finished_at), col(Dossier.due_at)) if how.by_minute else (finished, due)
    )
    state = col(Dossier.state)
    resolved = sa.and_(period.holds(finished), state.in_(_RESOLVED))
    came = col(Dossier.received_on) <= period.last
    waits = [one for one, reason in AWAITS.items() if reason in pausing(fee_pauses=how.fee_pauses)]
    past_due = sa.and_(due.is_not(None), due < period.last, state.not_in(waits))
    still_open = sa.and_(came, sa.or_(finished.is_(None), finished > period.last))
    counts = {
        "received": period.holds(Dossier.received_on),
        "carried_over": sa.and_(
            col(Dossier.received_on) < period.first,
            sa.or_(finished.is_(None), finished >= period.first),
        ),
        "early": sa.and_(resolved, done < promised),
        "on_the_day": sa.and_(resolved, done == promised),
        "late": sa.and_(resolved, done > promised),
        "undated": sa.and_(resolved, promised.is_(None)),
        "withdrawn_or_stopped": sa.and_(period.holds(finished), came, state.not_in(_RESOLVED)),
        "open_in_time": sa.and_(still_open, sa.not_(past_due)),
        "open_late": sa.and_(still_open, past_due),
    }
    touches = sa.and_(came, sa.or_(finished.is_(None), finished >= period.first))
    seen = dossier_records.visible_to(THE_OFFICE)
    return DossierCounts(**await _counted(db, Dossier, counts, seen, touches))


async def incoming(db: AsyncSession, period: Period) -> IncomingCounts:
    """By the day of arrival."""
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
    seen = documents.visible_to(THE_OFFICE)
    within = period.holds(IncomingDocument.arrived_on)
    return IncomingCounts(**await _counted(db, IncomingDocument, counts, seen, within))


async def outgoing(db: AsyncSession, period: Period) -> OutgoingCounts:
    """By the day of issue; what is not issued yet does not count."""
    counts: dict[str, Condition] = {
        "issued": sa.true(),
        "digitally_signed": col(OutgoingDocument.digitally_signed),
    }
    seen = documents.outgoing_visible_to(THE_OFFICE)
    within = period.holds(OutgoingDocument.issued_on)
    return OutgoingCounts(**await _counted(db, OutgoingDocument, counts, seen, within))


async def meetings(db: AsyncSession, period: Period) -> MeetingCounts:
    """By the day of the meeting."""
    state = col(Meeting.state)
    counts = {
        "held": state == MeetingState.HELD,
        "called_off": state.in_((MeetingState.CANCELLED, MeetingState.POSTPONED)),
    }
    seen = meeting_records.visible_to(THE_OFFICE)
    return MeetingCounts(**await _counted(db, Meeting, counts, seen, period.holds(Meeting.day)))


async def petitions(db: AsyncSession, period: Period) -> PetitionCounts:
    """By the day of receipt."""
    kind = col(Petition.kind)
    rows = await _rows(
        db,
        sa.select(
            kind.label("kind"),
            sa.func.count().label("number"),
            sa.func.max(col(Petition.source_at)).label("as_of"),
        )
        .where(petition_records.visible_to(THE_OFFICE), period.holds(Petition.received_on))
        .group_by(kind),
    )
    return PetitionCounts(
        by_kind={row.kind: row.number for row in rows},
        as_of=max((row.as_of for row in rows), default=None),
    )


async def receptions(db: AsyncSession, period: Period) -> dict[ReceptionKind, ReceptionCounts]:
    """Each kind of reception, also one without a session."""
    kind = col(Reception.kind)
    rows = await _rows(
        db,
        sa.select(
            kind.label("kind"),
            sa.func.count().label("sessions"),
            sa.func.sum(col(Reception.visits)).label("visits"),
            sa.func.coalesce(sa.func.sum(col(Reception.matters)), 0).label("matters"),
            sa.func.sum(col(Reception.groups)).label("groups"),
            sa.func.max(col(Reception.source_at)).label("as_of"),
        )
        .where(period.holds(Reception.day))
        .group_by(kind),
    )
    found = {
        row.kind: ReceptionCounts(
            sessions=row.sessions,
            visits=row.visits,
            matters=row.matters,
            groups=row.groups,
            as_of=row.as_of,
        )
        for row in rows
    }
    return {one: found.get(one, ReceptionCounts()) for one in ReceptionKind}


async def classified(db: AsyncSession, period: Period) -> int:
    """Classified documents of the months that lie in the period: one number, and no more."""
    total = sa.func.coalesce(sa.func.sum(col(ClassifiedCount.number)), 0).label("total")
    seen = classified_counts.visible_to(THE_OFFICE)
    rows = await _rows(db, sa.select(total).where(seen, period.holds(ClassifiedCount.month)))
    return int(rows[0].total)


async def _counted(
    db: AsyncSession,
    table: type[SQLModel],
    counts: Mapping[str, Condition],
    *within: Condition,
) -> dict[str, Any]:
    """Each count under its name, and `as_of`, in one pass over the rows."""
    source_at = sa.inspect(table).columns["source_at"]
    statement = (
        sa.select(
            *(
                sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0).label(name)
                for name, condition in counts.items()
            ),
            sa.func.max(source_at).label("as_of"),
        )
        .select_from(table)
        .where(*within)
    )
    result = await (await db.connection()).execute(statement)
    return dict(result.mappings().one())


async def _rows(db: AsyncSession, statement: sa.Executable) -> Sequence[sa.Row[Any]]:
    rows: Sequence[sa.Row[Any]] = (await (await db.connection()).execute(statement)).all()
    return rows
