"""Whether the store answers."""

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import StoreMark


async def look(db: AsyncSession) -> None:
    """Read one row. Raises what the database raises when it cannot be read."""
    await db.exec(select(StoreMark.version).limit(1))
