"""What came in: kept before it is acknowledged, erased when it is answered.

Counted and marked by single statements, so that it does not matter who else does the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.models import InboundUpdate

Body = dict[str, Any]

_updates = SQLModel.metadata.tables["inboundupdate"]
_THIS = (_updates.c.channel == sa.bindparam("channel_")) & (
    _updates.c.update_id == sa.bindparam("number")
)
_KEEP = upserts.upsert(
    InboundUpdate,
    lambda insert: insert.on_conflict_do_nothing(index_elements=["channel", "update_id"]).returning(
        _updates.c.update_id
    ),
)
_ANSWERED = sa.update(_updates).where(_THIS).values(answered_at=sa.bindparam("now"), body=sa.null())
_BEGIN_AGAIN = (
    sa.update(_updates)
    .where(_THIS)
    .values(attempts=_updates.c.attempts + 1)
    .returning(_updates.c.attempts)
)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """An update that came before and was not answered: what of it was stored."""

    update_id: int
    body: Body


async def keep(
    db: AsyncSession, channel: str, bodies: Mapping[int, Body | None], *, now: datetime
) -> set[int]:
    """Keep updates, each with what of it may be stored; gives the numbers that are new here.

    The others came before, answered or not, and are not to be answered again. Whoever keeps them
    begins to answer them: that is their first attempt.
    """
    if not bodies:
        return set()
    rows = [
        {"channel": channel, "update_id": number, "body": body, "at": now, "attempts": 1}
        for number, body in bodies.items()
    ]
    return set((await upserts.run(db, _KEEP, rows)).scalars())


async def unanswered(db: AsyncSession, channel: str) -> Sequence[Waiting]:
    """What waits to be answered, in the order in which it came."""
    found = await (await db.connection()).execute(
        sa.select(_updates.c.update_id, _updates.c.body)
        .where(
            _updates.c.channel == channel,
            _updates.c.answered_at.is_(None),
            _updates.c.body.is_not(sa.null()),
        )
        .order_by(_updates.c.at, _updates.c.update_id)
    )
    return [Waiting(update_id=number, body=body) for number, body in found]


async def begin_again(db: AsyncSession, channel: str, update_id: int) -> int:
    """Count that somebody begins to answer it; gives how often now. Commit before beginning."""
    key = {"channel_": channel, "number": update_id}
    attempts: int = (await (await db.connection()).execute(_BEGIN_AGAIN, key)).scalar_one()
    return attempts


async def answered(db: AsyncSession, channel: str, update_id: int, *, now: datetime) -> None:
    """Nothing of it is kept any more but that it was there."""
    key = {"channel_": channel, "number": update_id, "now": now}
    await (await db.connection()).execute(_ANSWERED, key)
