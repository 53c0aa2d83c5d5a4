"""Where dossiers have lain since when, and when they waited: what their working time is told by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.dossiers import visible_to
from storage.kept import kept
from storage.models import TABLES, DossierState
from storage.viewer import Viewer

_dossier, _unit = TABLES["dossier"], TABLES["unit"]
_event, _pause = TABLES["dossierevent"], TABLES["dossierpause"]


@dataclass(frozen=True, kw_only=True)
class Trail:
    """Where a dossier has lain since when, by the short name of the place, and when it waited."""

    stays: tuple[tuple[str, datetime], ...]
    waits: tuple[tuple[datetime, datetime | None], ...]


async def trails(db: AsyncSession, viewer: Viewer, ids: Sequence[int]) -> Mapping[int, Trail]:
    """The trails of these dossiers. A unit of the house is told by its code. One statement."""
    if not ids:
        return {}
    rows = (await (await db.connection()).execute(_trails(viewer.rights), {"ids": ids})).all()
    return {
        one: Trail(
            stays=tuple((row.place, row.began_at) for row in rows if _is(row, one, "stay")),
            waits=tuple((row.began_at, row.ended_at) for row in rows if _is(row, one, "wait")),
        )
        for one in ids
    }


def _is(row: Any, dossier_id: int, kind: str) -> bool:
    return bool(row.dossier_id == dossier_id and row.kind == kind)


@kept
def _trails(viewer: Viewer) -> sa.CompoundSelect[Any]:
    of_these = _dossier.c.id.in_(sa.bindparam("ids", type_=sa.Integer(), expanding=True))
    place = sa.case((_unit.c.outside, _unit.c.name), else_=_unit.c.code)
    stays = (
        sa.select(
            sa.literal("stay").label("kind"),
            _event.c.dossier_id,
            sa.func.coalesce(place, "").label("place"),
            _event.c.at.label("began_at"),
            _event.c.at.label("ended_at"),
        )
        .select_from(
            _event.join(_dossier, _dossier.c.id == _event.c.dossier_id).outerjoin(
                _unit, _unit.c.id == _event.c.unit_id
            )
        )
        .where(visible_to(viewer), of_these, _event.c.state != DossierState.SUBMITTED)
    )
    waits = (
        sa.select(
            sa.literal("wait").label("kind"),
            _pause.c.dossier_id,
            sa.literal("").label("place"),
            _pause.c.began_at,
            _pause.c.ended_at,
        )
        .select_from(_pause.join(_dossier, _dossier.c.id == _pause.c.dossier_id))
        .where(visible_to(viewer), of_these)
    )
    both = sa.union_all(stays, waits)
    return both.order_by(both.selected_columns.began_at)
