"""What the office is: the mark of its store, the facts people ask about, the version of both."""

import sqlalchemy as sa
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import OfficeFact, StoreMark


async def mark(db: AsyncSession) -> StoreMark | None:
    """What this store is, a demonstration or a real one; None while nobody has said."""
    return (await db.exec(select(StoreMark))).one_or_none()


async def facts(db: AsyncSession) -> dict[str, OfficeFact]:
    """Everything public that people ask about the office, by its key, in the order of the keys."""
    rows = await db.exec(select(OfficeFact).order_by(col(OfficeFact.key)))
    return {fact.key: fact for fact in rows}


async def raise_version(db: AsyncSession) -> None:
    """Tell every running program that people, units or facts have changed: they read them again."""
    await db.exec(sa.update(StoreMark).values(version=col(StoreMark.version) + 1))
