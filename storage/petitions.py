"""Petitions (đơn thư): which ones a person may see, and what of them.

Who sent a petition is never selected here. A denunciation is for the officer who holds it and
for nobody else (Luật Tố cáo 25/2018 Đ.8, Đ.56): not in a list, not in a count, and its code
reads like a code that does not exist.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, assert_never

import sqlalchemy as sa
from sqlmodel import SQLModel, col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit
from storage.leave_rights import reminded_instead
from storage.models import (
    ItemKind,
    Person,
    Petition,
    PetitionKind,
    PetitionState,
    RecordKind,
    Unit,
)
from storage.pages import Page, first_due, lying_with, screen
from storage.rights import belongs, decides
from storage.viewer import DutyKind, Role, Viewer

OPEN = (
    PetitionState.RECEIVED,
    PetitionState.CLASSIFIED,
    PetitionState.ACCEPTED,
    PetitionState.VERIFYING,
    PetitionState.SUSPENDED,
    PetitionState.RESOLVED,  # decided, but the sender has not been told
)
"""Something is still to be done."""


class Stage(StrEnum):
    """How far a petition is, as coarsely as its sender is told in a chat."""

    RECEIVED = "received"
    HANDLED = "handled"  # somebody works on it
    REPLIED = "replied"  # guided, forwarded, sent back or filed: a letter says which
    CLOSED = "closed"


def stage_of(state: PetitionState) -> Stage:
    """The coarse stage of a state."""
    match state:
        case PetitionState.RECEIVED | PetitionState.CLASSIFIED:
            return Stage.RECEIVED
        case (
            PetitionState.ACCEPTED
            | PetitionState.VERIFYING
            | PetitionState.SUSPENDED
            | PetitionState.RESOLVED
        ):
            return Stage.HANDLED
        case (
            PetitionState.GUIDED
            | PetitionState.FORWARDED
            | PetitionState.SENT_BACK
            | PetitionState.FILED
            | PetitionState.DISCONTINUED
        ):
            return Stage.REPLIED
        case PetitionState.ANSWERED:
            return Stage.CLOSED
    assert_never(state)


@dataclass(frozen=True, kw_only=True)
class PetitionOwn:
    """What the sender of a complaint or a proposal may see."""

    code: str
    stage: Stage
    received_on: date
    source_at: datetime


@dataclass(frozen=True, kw_only=True)
class PetitionOfficer:
    """What the people who work on it may see. A denunciation's `subject` is left out."""

    id: int
    code: str
    kind: PetitionKind
    subject: str
    state: PetitionState
    received_on: date
    due_at: datetime | None
    due_on: date | None
    due_version: int
    due_rule: str
    unit: str | None
    holder_id: int | None
    holder: str | None
    source_at: datetime


@decides("petition")
def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Which petitions exist at all for this person.

    Denunciations: their holder, alone, and nobody on the holder's behalf or in their place.
    Complaints and proposals: the holder, the head of the unit, the leaders and the petition desk;
    whoever stands in for one of them on leave, if reminded of it; a citizen those they sent.
    """
    ordinary = col(Petition.kind).in_((PetitionKind.COMPLAINT, PetitionKind.PROPOSAL))
    every = ordinary if viewer.on_behalf else sa.true()
    reminded = reminded_instead(viewer, ItemKind.PETITION, SQLModel.metadata.tables["petition"])
    instead = sa.and_(ordinary, reminded)
    held = sa.or_(sa.and_(belongs(Petition.holder_id, viewer.person_id), every), instead)
    match viewer.role:
        case Role.OFFICE:
            return sa.true()
        case Role.LEADER:
            return sa.or_(held, ordinary)
        case Role.OFFICER | Role.CLERK | Role.HEAD if DutyKind.PETITION_DESK in viewer.duties:
            return sa.or_(held, ordinary)
        case Role.HEAD:
            return sa.or_(held, sa.and_(ordinary, belongs(Petition.unit_id, viewer.unit_id)))
        case Role.OFFICER | Role.CLERK:
            return held
        case Role.CITIZEN:
            return sa.and_(ordinary, belongs(Petition.sender_id, viewer.person_id))
        case Role.ADMIN:
            return sa.false()
    assert_never(viewer.role)


_OWN: tuple[Any, ...] = (
    col(Petition.id),
    col(Petition.code),
    col(Petition.state),
    col(Petition.received_on),
    col(Petition.source_at),
)
_OFFICER: tuple[Any, ...] = (
    *_OWN,
    col(Petition.kind),
    sa.case(
        (col(Petition.kind) == PetitionKind.DENUNCIATION, sa.literal("")),
        else_=col(Petition.subject),
    ).label("subject"),
    col(Petition.due_at),
    col(Petition.due_on),
    col(Petition.due_version),
    col(Petition.due_rule),
    col(Unit.name).label("unit"),
    col(Petition.holder_id),
    col(Person.name).label("holder"),
)


async def own_by_code(db: AsyncSession, viewer: Viewer, code: str) -> PetitionOwn | None:
    """The sender's own petition, coarsely. None says nothing about whether there is one."""
    statement = sa.select(*_OWN).where(visible_to(viewer), col(Petition.code) == code)
    row = (await (await db.connection()).execute(statement)).mappings().one_or_none()
    if row is None or viewer.role is not Role.CITIZEN:
        return None
    audit.saw(db, RecordKind.PETITION, [row["id"]])
    return _own(row)


async def by_code(db: AsyncSession, viewer: Viewer, code: str) -> PetitionOfficer | None:
    """A petition as the office sees it; None for what is not there and what is not theirs."""
    if not viewer.is_staff:
        return None
    statement = _officers(viewer).where(col(Petition.code) == code)
    row = (await (await db.connection()).execute(statement)).mappings().one_or_none()
    if row is None:
        return None
    audit.saw(db, RecordKind.PETITION, [row["id"]])
    return PetitionOfficer(**row)


async def sent_by(
    db: AsyncSession, viewer: Viewer, *, limit: int, offset: int = 0
) -> Page[PetitionOwn]:
    """The citizen's own petitions, the newest first."""
    if viewer.role is not Role.CITIZEN:
        return Page()
    newest_first = (
        sa.select(*_OWN)
        .where(visible_to(viewer))
        .order_by(col(Petition.received_on).desc(), col(Petition.id).desc())
    )
    return await screen(db, newest_first, _own, limit=limit, offset=offset, of=RecordKind.PETITION)


async def in_work(
    db: AsyncSession,
    viewer: Viewer,
    *,
    held_by: int | None = None,
    unit_id: int | None = None,
    limit: int,
    offset: int = 0,
) -> Page[PetitionOfficer]:
    """Petitions on which something is still to be done, the first due first."""
    if not viewer.is_staff:
        return Page()
    open_ones = _officers(viewer).where(col(Petition.state).in_(OPEN))
    theirs = lying_with(open_ones, Petition, held_by=held_by, unit_id=unit_id)
    return await screen(
        db,
        theirs.order_by(*first_due(Petition)),
        lambda row: PetitionOfficer(**row),
        limit=limit,
        offset=offset,
        of=RecordKind.PETITION,
    )


def _officers(viewer: Viewer) -> sa.Select[Any]:
    return (
        sa.select(*_OFFICER)
        .select_from(Petition)
        .outerjoin(Unit, col(Unit.id) == col(Petition.unit_id))
        .outerjoin(Person, col(Person.id) == col(Petition.holder_id))
        .where(visible_to(viewer))
    )


def _own(row: Any) -> PetitionOwn:
    return PetitionOwn(
        code=row["code"],
        stage=stage_of(row["state"]),
        received_on=row["received_on"],
        source_at=row["source_at"],
    )
