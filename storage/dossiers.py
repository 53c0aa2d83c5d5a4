"""Dossiers (hồ sơ một cửa): which ones a person may see, and what of them.

Three tiers, each a return type. Nobody's name, telephone number or papers are in any of them
except the list of missing papers, which is for the applicant and the officers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, assert_never

import sqlalchemy as sa
from sqlmodel import SQLModel, col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossier_columns as columns
from storage.kept import kept
from storage.leave_rights import reminded_instead
from storage.models import (
    Dossier,
    DossierFollow,
    DossierGrant,
    DossierState,
    ItemKind,
    RecordKind,
    ResultBy,
    TimeUnit,
)
from storage.pages import Page, first_due, lying_with, screen
from storage.rights import belongs, decides
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

NOBODY = 0  # no account's number


@dataclass(frozen=True, kw_only=True)
class DossierPublic:
    """What the code alone opens: the state, the due time and the receiving office."""

    id: int
    code: str
    state: DossierState
    received_on: date | None
    due_at: datetime | None
    due_on: date | None
    due_version: int
    waiting_since: datetime | None  # the clock stands still since then
    receiving_office: str | None
    source_at: datetime
    followed: bool = False  # by the account that asks; only `by_code` looks


@dataclass(frozen=True, kw_only=True)
class DossierOwn(DossierPublic):
    """What the applicant may see besides. `time_limit` is the procedure's, without the pauses."""

    procedure: str | None
    time_limit: int | None
    time_unit: TimeUnit | None
    received_at: datetime | None
    finished_at: datetime | None
    unit: str | None
    unit_phone: str | None
    step: str
    missing: str
    asked_in: str
    asked_until: date | None
    fee_due: int | None  # đồng
    fee_how: str
    result_by: ResultBy | None


@dataclass(frozen=True, kw_only=True)
class DossierOfficer(DossierOwn):
    """What the people who work on it may see besides."""

    holder_id: int | None
    holder: str | None
    requests: int  # how often papers were asked for


@decides("dossier")
def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Whose dossiers this person may see beyond what the code alone opens.

    Citizens their own, and what the asking account has opened with the second fact (whoever runs
    the statement fills in `asker`; without it nobody has opened any). Officers and heads what they
    hold and what their unit handles or received at its desk; clerks what they hold and what their
    own desk received (the one-stop centre's clerk, not the registry's); leaders all; administrators
    none: they keep the program, not the cases. Whoever stands in for somebody on leave sees
    besides what they are reminded of in that person's place.
    """
    instead = reminded_instead(viewer, ItemKind.DOSSIER, SQLModel.metadata.tables["dossier"])
    held = sa.or_(belongs(Dossier.holder_id, viewer.person_id), instead)
    received = belongs(Dossier.receiving_unit_id, viewer.unit_id)
    match viewer.role:
        case Role.OFFICE | Role.LEADER:
            return sa.true()
        case Role.HEAD | Role.OFFICER:
            return sa.or_(held, received, belongs(Dossier.unit_id, viewer.unit_id))
        case Role.CLERK:
            return sa.or_(held, received)
        case Role.CITIZEN:
            return sa.or_(belongs(Dossier.applicant_id, viewer.person_id), _opened_by_asker())
        case Role.ADMIN:
            return sa.false()
    assert_never(viewer.role)


def open_by_code() -> sa.ColumnElement[bool]:
    """The one door without a name: whoever has the code. Selects only `DossierPublic`."""
    return col(Dossier.public).is_(True)


def _opened_by_asker() -> sa.ColumnElement[bool]:
    """The asker is a value of each run, never a part of a statement that is kept."""
    opened = sa.select(col(DossierGrant.dossier_id)).where(
        col(DossierGrant.account_id) == sa.bindparam("asker", NOBODY)
    )
    return col(Dossier.id).in_(opened)


def asking(viewer: Viewer) -> dict[str, int]:
    """Whoever asks, for a statement with `visible_to` in it: what the account opened is theirs."""
    return {"asker": viewer.account_id or NOBODY}


THEIRS = "theirs"
_FOLLOWED = (
    sa.exists()
    .where(
        col(DossierFollow.dossier_id) == col(Dossier.id),
        col(DossierFollow.account_id) == sa.bindparam("asker", NOBODY),
    )
    .correlate(Dossier)
    .label("followed")
)


async def by_code(
    db: AsyncSession, viewer: Viewer, code: str
) -> DossierOfficer | DossierOwn | DossierPublic | None:
    """As much of the dossier as this person may see; None if that is nothing, or there is none.

    Whoever shows it says so to `audit.saw`: it may still be withheld (`handlers/dossiers/desk.py`).
    One statement, whatever comes of it: what is not theirs leaves the store as nothing at all.
    """
    values = {"code": code, **asking(viewer)}
    found = (await (await db.connection()).execute(_one_of(viewer.rights), values)).mappings()
    row = found.one_or_none()
    if row is None:
        return None
    return _as(_tier(viewer) if row[THEIRS] else DossierPublic, row)


@kept
def _one_of(viewer: Viewer) -> sa.Select[Any]:
    theirs = visible_to(viewer)
    beyond = _columns_of(viewer)[len(columns.PUBLIC) :]
    more = (sa.case((theirs, column)).label(column.key) for column in beyond)
    return columns.chosen(*columns.PUBLIC, _FOLLOWED, *more, theirs.label(THEIRS)).where(
        col(Dossier.code) == sa.bindparam("code"), sa.or_(theirs, open_by_code())
    )


def _as(tier: type[DossierPublic], row: Mapping[str, Any]) -> DossierPublic:
    return tier(**{field.name: row[field.name] for field in fields(tier)})


async def awaited_by(
    db: AsyncSession, viewer: Viewer, *, limit: int, offset: int = 0
) -> Page[DossierOwn]:
    """What a citizen has handed in or this account has opened, and is not over; first due first.

    Only for citizens; people of the office get an empty page.
    """
    if viewer.role is not Role.CITIZEN:
        return Page()
    ordered = _of(viewer).where(col(Dossier.state).in_(AWAITED)).order_by(*first_due(Dossier))
    return await screen(
        db,
        ordered,
        lambda row: DossierOwn(**row),
        limit=limit,
        offset=offset,
        values=asking(viewer),
        of=RecordKind.DOSSIER,
    )


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
    open_ones = _of(viewer).where(col(Dossier.state).in_(IN_WORK))
    theirs = lying_with(open_ones, Dossier, held_by=held_by, unit_id=unit_id)
    return await screen(
        db,
        theirs.order_by(*first_due(Dossier)),
        lambda row: DossierOfficer(**row),
        limit=limit,
        offset=offset,
        of=RecordKind.DOSSIER,
    )


async def by_ids(
    db: AsyncSession, viewer: Viewer, ids: Sequence[int]
) -> Mapping[int, DossierOfficer]:
    """These dossiers, as far as this person of the office may see them; not shown yet."""
    statement = _of(viewer).where(col(Dossier.id).in_(ids))
    rows = (await (await db.connection()).execute(statement)).mappings()
    return {row["id"]: DossierOfficer(**row) for row in rows}


def _of(viewer: Viewer) -> sa.Select[Any]:
    """The columns of this person's tier, of the rows they may see."""
    return columns.chosen(*_columns_of(viewer)).where(visible_to(viewer))


def _columns_of(viewer: Viewer) -> tuple[Any, ...]:
    return columns.OWN if _tier(viewer) is DossierOwn else columns.OFFICER


def _tier(viewer: Viewer) -> type[DossierOwn]:
    return DossierOwn if viewer.role is Role.CITIZEN else DossierOfficer
