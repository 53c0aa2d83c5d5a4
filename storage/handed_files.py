"""Files behind a link, for channels that take no such files: whoever has the link has the file."""

from datetime import datetime

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import HandedFile


async def keep(db: AsyncSession, file: HandedFile) -> None:
    """From its commit on the link opens it."""
    db.add(file)
    await db.flush()


async def by_link(db: AsyncSession, number: str, *, now: datetime) -> HandedFile | None:
    """The file of a link; None when there is none, or its time is over."""
    this = select(HandedFile).where(HandedFile.id == number, HandedFile.until > now)
    return (await db.exec(this)).one_or_none()
