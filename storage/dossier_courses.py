"""What the national indicator (QĐ 766/2022) needs to know of dossiers, a period at a time.

Most dossiers have a promised time and waited for nothing: those are counted in the store. What
waited for papers, or has only its procedure's limit, is decided elsewhere and comes as a course.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.count_selects import Condition, held_or_of, touching
from storage.counted import Period
from storage.dossiers import visible_to
from storage.due_documents import Whose
from storage.models import Dossier, DossierPause, DossierState, PauseReason, Procedure, TimeUnit
from storage.viewer import Viewer

_NO_RESULT = (DossierState.REFUSED, DossierState.STOPPED, DossierState.WITHDRAWN)
_FOR_PAPERS = sa.and_(
    col(DossierPause.dossier_id) == col(Dossier.id),
    col(DossierPause.reason) == PauseReason.SUPPLEMENT,
)
_IS_PLAIN = sa.and_(
    col(Dossier.due_at).is_not(None), sa.not_(sa.exists().where(_FOR_PAPERS).correlate(Dossier))
)


@dataclass(frozen=True, kw_only=True)
class CourseRow:
    """One dossier: its moments, what was promised, and its waits for papers in their order."""

    received_at: datetime
    due_at: datetime | None
    time_limit: int | None
    time_unit: TimeUnit | None
    finished_at: datetime | None
    returned_at: datetime | None
    ended_at: datetime | None  # refused, stopped or withdrawn
    waits: tuple[tuple[datetime, datetime | None], ...]


async def plain(
    db: AsyncSession, viewer: Viewer, whose: Whose, period: Period, end: datetime
) -> tuple[int, int]:
    """How many of the plain ones are in time at the end of the period, and how many there are."""
    finished, returned = col(Dossier.finished_at), col(Dossier.returned_at)
    decided = sa.case((finished <= end, finished), (returned <= end, returned), else_=end)
    in_time = sa.case((decided <= col(Dossier.due_at), 1), else_=0)
    statement = sa.select(sa.func.coalesce(sa.func.sum(in_time), 0), sa.func.count()).where(
        *_counted(viewer, whose, period, end), _IS_PLAIN
    )
    on_time, number = (await (await db.connection()).execute(statement)).one()
    return on_time, number


async def others(
    db: AsyncSession, viewer: Viewer, whose: Whose, period: Period, end: datetime
) -> Sequence[CourseRow]:
    """All that are not plain, in no order. One statement: the waits come as rows beside them."""
    dossier = (
        col(Dossier.id),
        col(Dossier.received_at),
        col(Dossier.due_at),
        col(Dossier.finished_at),
        col(Dossier.returned_at),
        col(Dossier.state),
        col(Procedure.time_limit),
        col(Procedure.time_unit),
    )
    statement = (
        sa.select(*dossier, col(DossierPause.began_at), col(DossierPause.ended_at))
        .select_from(Dossier)
        .outerjoin(DossierPause, _FOR_PAPERS)
        .outerjoin(Procedure, col(Procedure.id) == col(Dossier.procedure_id))
        .where(*_counted(viewer, whose, period, end), sa.not_(_IS_PLAIN))
        .order_by(col(Dossier.id), col(DossierPause.began_at))
    )
    rows = (await (await db.connection()).execute(statement)).mappings().all()
    by_dossier: dict[int, list[sa.RowMapping]] = {}
    for row in rows:
        by_dossier.setdefault(row["id"], []).append(row)
    return [_course(of_one) for of_one in by_dossier.values()]


def _counted(viewer: Viewer, whose: Whose, period: Period, end: datetime) -> tuple[Condition, ...]:
    return (
        visible_to(viewer.rights),
        held_or_of(whose, Dossier.holder_id, Dossier.unit_id),
        touching(period),
        col(Dossier.received_at) <= end,
    )


def _course(rows: Sequence[Any]) -> CourseRow:
    first = rows[0]
    has_result = first["state"] not in _NO_RESULT
    return CourseRow(
        received_at=first["received_at"],
        due_at=first["due_at"],
        time_limit=first["time_limit"],
        time_unit=first["time_unit"],
        finished_at=first["finished_at"] if has_result else None,
        returned_at=first["returned_at"],
        ended_at=None if has_result else first["finished_at"],
        waits=tuple((row["began_at"], row["ended_at"]) for row in rows if row["began_at"]),
    )
