"""The office's own days: swapped Saturdays, substitute days, what is only proposed."""

from collections.abc import Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import DayOverride


async def overrides(db: AsyncSession) -> Sequence[DayOverride]:
    """Every override, by day. There are a handful a year, so all of them at once."""
    return (await db.exec(select(DayOverride).order_by(col(DayOverride.day)))).all()
