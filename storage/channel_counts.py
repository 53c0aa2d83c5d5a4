"""How many messages left on a channel in a month, answers and all, where that is limited."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.models import ChannelCount

_count = SQLModel.metadata.tables["channelcount"]
_TAKE = upserts.upsert(
    ChannelCount,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["channel", "month"],
        set_={"number": _count.c.number + 1},
        where=_count.c.number < sa.bindparam("most", type_=sa.Integer),
    ).returning(_count.c.number),
)


async def take(db: AsyncSession, channel: str, *, most: int, now: datetime) -> bool:
    """Count one more of this month, if there is room; `now` is in the office's zone."""
    if most <= 0:
        return False
    row = {"channel": channel, "month": _month(now), "number": 1, "most": most}
    return (await upserts.run(db, _TAKE, row)).first() is not None


async def used(db: AsyncSession, channel: str, *, now: datetime) -> int:
    """How many left in this month."""
    found = await (await db.connection()).execute(
        sa.select(_count.c.number).where(_count.c.channel == channel, _count.c.month == _month(now))
    )
    return int(found.scalar_one_or_none() or 0)


def _month(now: datetime) -> date:
    return now.date().replace(day=1)
