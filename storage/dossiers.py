"""Dossiers (hồ sơ một cửa): which ones a person may see, and what of them.

Three tiers, each a return type. Nobody's name, telephone number or papers are in any of them
except the list of missing papers, which is for the applicant and the officers.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, assert_never

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.kept import kept
from storage.models import Dossier, DossierPause, DossierState, Person, Procedure, Unit
from storage.pages import Page, screen
from storage.rights import belongs
from storage.viewer import Role, Viewer

IN_WORK = (
    DossierState.SUBMITTED,
    DossierState.RECEIVED,
    DossierState.PROCESSING,
    DossierState.SUPPLEMENT,
    DossierState.PAYMENT,
)
"""The office, or the applicant, still has something to do before there is a result."""

AWAITED = (*IN_WORK, DossierState.FINISHED)
"""The applicant still waits for something, if only to collect the result."""


@dataclass(frozen=True, kw_only=True)
class DossierPublic:
    """What the code alone opens: the state, the due time and the receiving office."""

    code: str
    state: DossierState
    received_on: date | None
    due_at: datetime | None
    due_on: date | None
    waiting_since: datetime | None  # the clock stands still since then
    receiving_office: str | None
    source_at: datetime


@dataclass(frozen=True, kw_only=True)
class DossierOwn(DossierPublic):
    """What the applicant may see besides."""

    id: int
    procedure: str | None
    unit: str | None
    unit_phone: str | None
    missing: str


@dataclass(frozen=True, kw_only=True)
class DossierOfficer(DossierOwn):
    """What the people who work on it may see besides."""

    due_version: int
    holder_id: int | None
    holder: str | None


def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Whose dossiers this person may see beyond what the code alone opens.

    Citizens their own; officers and heads what they hold and what their unit handles or received
    at its desk; clerks what they hold and what their own desk received (the one-stop centre's
    clerk, not the registry's); leaders all; administrators none: they keep the program, not the
    cases.
    """
    held = belongs(Dossier.holder_id, viewer.person_id)
    received = belongs(Dossier.receiving_unit_id, viewer.unit_id)
    match viewer.role:
        case Role.OFFICE | Role.LEADER:
            return sa.true()
        case Role.HEAD | Role.OFFICER:
            return sa.or_(held, received, belongs(Dossier.unit_id, viewer.unit_id))
        case Role.CLERK:
            return sa.or_(held, received)
        case Role.CITIZEN:
            return belongs(Dossier.applicant_id, viewer.person_id)
        case Role.ADMIN:
            return sa.false()
    assert_never(viewer.role)


def open_by_code() -> sa.ColumnElement[bool]:
    """The one door without a name: whoever has the code. Selects only `DossierPublic`."""
    return col(Dossier.code) == sa.bindparam("code")


Desk = aliased(Unit)
_waiting_since = (
    sa.select(sa.func.max(col(DossierPause.began_at)))
    .where(
        col(DossierPause.dossier_id) == col(Dossier.id),
        col(DossierPause.ended_at).is_(None),
    )
    .correlate(Dossier)
    .scalar_subquery()
    .label("waiting_since")
)
_PUBLIC: tuple[Any, ...] = (
    col(Dossier.code),
    col(Dossier.state),
    col(Dossier.received_on),
    col(Dossier.due_at),
    col(Dossier.due_on),
    _waiting_since,
    col(Desk.name).label("receiving_office"),
    col(Dossier.source_at),
)
_OWN: tuple[Any, ...] = (
    *_PUBLIC,
    col(Dossier.id),
    col(Procedure.name).label("procedure"),
    col(Unit.name).label("unit"),
    col(Unit.phone).label("unit_phone"),
    col(Dossier.missing),
)
_OFFICER: tuple[Any, ...] = (
    *_OWN,
    col(Dossier.due_version),
    col(Dossier.holder_id),
    col(Person.name).label("holder"),
)
_FIRST_DUE = (col(Dossier.due_at).is_(None), col(Dossier.due_at), col(Dossier.id))
_BY_CODE = (
    sa.select(*_PUBLIC)
    .select_from(Dossier)
    .outerjoin(Desk, col(Desk.id) == col(Dossier.receiving_unit_id))
    .where(open_by_code())
)


async def public_by_code(db: AsyncSession, code: str) -> DossierPublic | None:
    """What anybody with the code may know; None when there is no such code."""
    rows = await (await db.connection()).execute(_BY_CODE, {"code": code})
    row = rows.mappings().one_or_none()
    return DossierPublic(**row) if row else None


async def by_code(
    db: AsyncSession, viewer: Viewer, code: str
) -> DossierOfficer | DossierOwn | DossierPublic | None:
    """As much of the dossier as this person may see: never less than the code alone opens."""
    if viewer.person_id is not None:
        found = await (await db.connection()).execute(_one_of(viewer.rights), {"code": code})
        row = found.mappings().one_or_none()
        if row:
            return _tier(viewer)(**row)
    return await public_by_code(db, code)


@kept
def _one_of(viewer: Viewer) -> sa.Select[Any]:
    return _of(viewer).where(col(Dossier.code) == sa.bindparam("code"))


async def awaited_by(
    db: AsyncSession, viewer: Viewer, *, limit: int, offset: int = 0
) -> Page[DossierOwn]:
    """A citizen's own dossiers that are not over, the first due first."""
    own = belongs(Dossier.applicant_id, viewer.person_id)
    ordered = _of(viewer).where(own, col(Dossier.state).in_(AWAITED)).order_by(*_FIRST_DUE)
    return await screen(db, ordered, lambda row: DossierOwn(**row), limit=limit, offset=offset)


async def in_work(
    db: AsyncSession,
    viewer: Viewer,
    *,
    held_by: int | None = None,
    unit_id: int | None = None,
    limit: int,
    offset: int = 0,
) -> Page[DossierOfficer]:
    """Dossiers the office still works on, the first due first: all, somebody's, or a unit's.

    Only for people of the office; a citizen gets an empty page.
    """
    if not viewer.is_staff:
        return Page()
    statement = _of(viewer).where(col(Dossier.state).in_(IN_WORK))
    if held_by is not None:
        statement = statement.where(col(Dossier.holder_id) == held_by)
    if unit_id is not None:
        statement = statement.where(col(Dossier.unit_id) == unit_id)
    ordered = statement.order_by(*_FIRST_DUE)
    return await screen(db, ordered, lambda row: DossierOfficer(**row), limit=limit, offset=offset)


def _of(viewer: Viewer) -> sa.Select[Any]:
    """The columns of this person's tier, of the rows they may see."""
    columns = _OFFICER if _tier(viewer) is DossierOfficer else _OWN
    statement = (
        sa.select(*columns)
        .select_from(Dossier)
        .outerjoin(Desk, col(Desk.id) == col(Dossier.receiving_unit_id))
        .outerjoin(Unit, col(Unit.id) == col(Dossier.unit_id))
        .outerjoin(Procedure, col(Procedure.id) == col(Dossier.procedure_id))
    )
    if columns is _OFFICER:
        statement = statement.outerjoin(Person, col(Person.id) == col(Dossier.holder_id))
    return statement.where(visible_to(viewer))


def _tier(viewer: Viewer) -> type[DossierOwn]:
    return DossierOwn if viewer.role is Role.CITIZEN else DossierOfficer
