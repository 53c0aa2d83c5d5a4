"""The office's own days: swapped Saturdays, substitute days, what is only proposed."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import DayKind, DayOverride

_OFF = sa.case(
    (col(DayOverride.official), col(DayOverride.kind) == DayKind.OFF), else_=sa.null()
).cast(sa.Boolean)
"""Whether due times count this day as off; empty for a proposal, which changes no day."""


async def overrides(db: AsyncSession) -> Sequence[DayOverride]:
    """Every override, by day. There are a handful a year, so all of them at once."""
    return (await db.exec(select(DayOverride).order_by(col(DayOverride.day)))).all()


async def uncounted(db: AsyncSession) -> Sequence[date]:
    """The days that changed since due times were last counted, in their order."""
    changed = col(DayOverride.counted_off).is_distinct_from(_OFF)
    found = await db.exec(
        select(col(DayOverride.day)).where(changed).order_by(col(DayOverride.day))
    )
    return found.all()


async def mark_counted(db: AsyncSession) -> None:
    """Due times stand as the days are now."""
    await db.exec(sa.update(DayOverride).values(counted_off=_OFF))
