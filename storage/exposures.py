"""The office's table of how much may be said where: its cells as they are set."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import office, upserts
from storage.models import Exposure, Level, Noun
from storage.viewer import Role

_SET = upserts.upsert(
    Exposure,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["channel", "noun", "role"], set_={"level": insert.excluded.level}
    ),
)


async def cells(db: AsyncSession) -> Sequence[Exposure]:
    """Every cell that somebody has set, by channel, noun and role."""
    ordered = select(Exposure).order_by(
        col(Exposure.channel), col(Exposure.noun), col(Exposure.role)
    )
    return (await db.exec(ordered)).all()


async def put(db: AsyncSession, channel: str, noun: Noun, role: Role, level: Level) -> None:
    """Set one cell, in place of what it said before; running programs read the table again."""
    cell = {"channel": channel, "noun": noun, "role": role, "level": level}
    await upserts.run(db, _SET, cell)
    await office.raise_version(db)


async def forget(db: AsyncSession, channel: str, noun: Noun, role: Role) -> None:
    """From now on the program's own default counts there again."""
    this = (
        col(Exposure.channel) == channel,
        col(Exposure.noun) == noun,
        col(Exposure.role) == role,
    )
    await db.exec(sa.delete(Exposure).where(*this))
    await office.raise_version(db)
