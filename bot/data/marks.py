"""A store is a demonstration or a real one, for good: what may become what."""

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import StoreError
from storage.models import (
    Dossier,
    IncomingDocument,
    Meeting,
    OutgoingDocument,
    Person,
    Petition,
    StoreKind,
    StoreMark,
    Unit,
)

_WORK: tuple[type[SQLModel], ...] = (
    Person,
    Unit,
    Meeting,
    IncomingDocument,
    OutgoingDocument,
    Dossier,
    Petition,
)


async def ensure_may_become_demo(db: AsyncSession, content: str) -> StoreMark | None:
    """The mark of a store that already is this demonstration; None when it is empty.

    StoreError for everything else: a real store, another demonstration, or records that nobody
    marked, which must be taken for real ones.
    """
    mark = await db.get(StoreMark, 1)
    if mark is None:
        if await _holds_records(db):
            raise StoreError(
                "This store holds records and is not marked as a demonstration; "
                "choose an empty one to fill with invented records."
            )
        return None
    if mark.kind is StoreKind.REAL:
        raise StoreError(
            f"This store is the real one of “{mark.office}”; it never takes invented records. "
            "Choose an empty one."
        )
    if mark.content != content:
        raise StoreError(
            f"This store already holds “{mark.content}” and cannot hold “{content}” too; "
            "choose an empty one."
        )
    return mark


async def _holds_records(db: AsyncSession) -> bool:
    found = sa.or_(*(sa.exists(sa.select(1).select_from(table)) for table in _WORK))
    return bool((await (await db.connection()).execute(sa.select(found))).scalar())
