"""Writing down who did what. There is no way here to change or remove an entry."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.viewer import Viewer

_NOTE = sa.insert(SQLModel.metadata.tables["auditentry"])


async def note(
    db: AsyncSession,
    viewer: Viewer,
    act: str,
    item_kind: str,
    item_id: int | None,
    now: datetime,
    detail: str = "",
) -> None:
    """Keep that this person did this to that record, in the transaction that does it.

    `detail` says which field or value, and never quotes a petition or a message.
    """
    await (await db.connection()).execute(
        _NOTE,
        {
            "at": now,
            "person_id": viewer.person_id,
            "account_id": viewer.account_id,
            "channel": viewer.channel,
            "act": act,
            "item_kind": item_kind,
            "item_id": item_id,
            "detail": detail,
        },
    )
