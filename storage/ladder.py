"""The office's own steps of the ladder. Where a kind of item has none, the usual ones hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.models import ItemKind, LadderStep, StepAudience

_step = SQLModel.metadata.tables["ladderstep"]

_PUT = upserts.upsert(
    LadderStep,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["item_kind", "audience", "days"],
        set_={"repeats": insert.excluded.repeats, "reason": insert.excluded.reason},
    ),
)


@dataclass(frozen=True, kw_only=True)
class OwnStep:
    """When somebody hears of a kind of item: `days` working days after the due day, and why."""

    kind: ItemKind
    audience: StepAudience
    days: int
    repeats: bool
    reason: str


async def own_steps(db: AsyncSession) -> Sequence[OwnStep]:
    """All of them."""
    ordered = sa.select(_step).order_by(_step.c.item_kind, _step.c.audience, _step.c.days)
    return [
        OwnStep(
            kind=row.item_kind,
            audience=row.audience,
            days=row.days,
            repeats=row.repeats,
            reason=row.reason,
        )
        for row in await (await db.connection()).execute(ordered)
    ]


async def put(db: AsyncSession, steps: Iterable[OwnStep]) -> None:
    """Set these steps; one that is there already is said as it is told now."""
    rows = [
        {
            "item_kind": step.kind,
            "audience": step.audience,
            "days": step.days,
            "repeats": step.repeats,
            "reason": step.reason,
        }
        for step in steps
    ]
    if rows:
        await upserts.run(db, _PUT, rows)


async def take_away(
    db: AsyncSession,
    kind: ItemKind,
    audience: StepAudience | None = None,
    days: int | None = None,
) -> int:
    """Remove one step, or without an audience all of a kind; gives how many there were."""
    these = sa.delete(_step).where(_step.c.item_kind == kind)
    if audience is not None:
        these = these.where(_step.c.audience == audience, _step.c.days == days)
    return (await (await db.connection()).execute(these)).rowcount
