"""What happened to a dossier, and when its clock rested: for its owner and the office."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossiers
from storage.models import Dossier, DossierEvent, DossierPause, DossierState, PauseReason, Unit
from storage.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A dossier came into a state: when, and at which unit. Nobody's name, no internal note."""

    at: datetime
    state: DossierState
    unit: str | None


Wait = tuple[datetime, datetime | None]
"""Since when and until when something was awaited; without an end it still is."""


async def happenings(db: AsyncSession, viewer: Viewer, dossier_id: int) -> Sequence[Happening]:
    """Every change of state in its order; nothing of a dossier that is not this person's."""
    columns: tuple[Any, ...] = (
        col(DossierEvent.at),
        col(DossierEvent.state),
        col(Unit.name).label("unit"),
    )
    statement = (
        sa.select(*columns)
        .select_from(DossierEvent)
        .join(Dossier, col(Dossier.id) == col(DossierEvent.dossier_id))
        .outerjoin(Unit, col(Unit.id) == col(DossierEvent.unit_id))
        .where(dossiers.visible_to(viewer), col(DossierEvent.dossier_id) == dossier_id)
        .order_by(col(DossierEvent.at), col(DossierEvent.id))
    )
    rows = await (await db.connection()).execute(statement, dossiers.asking(viewer))
    return [Happening(at=row.at, state=row.state, unit=row.unit) for row in rows]


async def waits(
    db: AsyncSession, viewer: Viewer, dossier_id: int, reasons: Collection[PauseReason]
) -> tuple[Wait, ...]:
    """When something was awaited for one of these reasons, in order; nothing of somebody else's."""
    rows = await (await db.connection()).execute(
        sa.select(col(DossierPause.began_at), col(DossierPause.ended_at))
        .select_from(DossierPause)
        .join(Dossier, col(Dossier.id) == col(DossierPause.dossier_id))
        .where(
            dossiers.visible_to(viewer),
            col(DossierPause.dossier_id) == dossier_id,
            col(DossierPause.reason).in_(reasons),
        )
        .order_by(col(DossierPause.began_at), col(DossierPause.id)),
        dossiers.asking(viewer),
    )
    return tuple((row.began_at, row.ended_at) for row in rows)
