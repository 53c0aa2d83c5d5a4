"""News of one change, for who must know: planned like a reminder, worded when it is said."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.messages import TOLD
from storage.models import Message, MessageKind, MessageState

message = SQLModel.metadata.tables["message"]


async def tell(
    db: AsyncSession, *, person_id: int, of: str, now: datetime, send_at: datetime | None = None
) -> None:
    """Tell somebody of one change, on whatever channel reaches them; once, however often asked.

    `of` names it: “change 12”, “extension 3”. Its words are made when it is said.
    """
    insert = upserts.upsert(
        Message,
        lambda insert: insert.on_conflict_do_nothing(index_elements=["person_id", "slot", "kind"]),
    )
    await upserts.run(
        db,
        insert,
        {
            "person_id": person_id,
            "slot": of,
            "kind": MessageKind.NEWS,
            "state": MessageState.PLANNED,
            "send_at": send_at or now,
            "planned_for": send_at or now,
            "attempts": 0,
            "channel": "",
            "reason": "",
            "words": "",
        },
    )
    db.info[TOLD] = True


async def take_back(db: AsyncSession, of: str) -> int:
    """What is not worth telling any more; gives how many had not been told yet."""
    done = await (await db.connection()).execute(
        sa.update(message)
        .where(
            message.c.kind == MessageKind.NEWS,
            message.c.slot == of,
            message.c.state == MessageState.PLANNED,
        )
        .values(state=MessageState.CANCELLED, reason="undone")
    )
    return done.rowcount
