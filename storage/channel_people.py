"""Who is on a channel: by their chat, the last to write, how many."""

import sqlalchemy as sa
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Account
from storage.retention import FORGOTTEN

_account = SQLModel.metadata.tables["account"]


async def in_chat(db: AsyncSession, channel: str, chat_id: int) -> Account | None:
    """The account of a chat: what its person is called on the channel itself."""
    this = select(Account).where(Account.channel == channel, Account.chat_id == chat_id)
    return (await db.exec(this)).one_or_none()


async def last_on(db: AsyncSession, channel: str) -> Account | None:
    """Whoever wrote last."""
    newest = col(Account.seen_at).desc().nulls_last()
    on_it = select(Account).where(Account.channel == channel)
    return (await db.exec(on_it.order_by(newest, col(Account.id).desc()).limit(1))).first()


async def people_on(db: AsyncSession, channel: str) -> int:
    """How many accounts it has, without those that were forgotten."""
    found = await (await db.connection()).execute(
        sa.select(sa.func.count()).where(
            _account.c.channel == channel, sa.not_(_account.c.external_id.startswith(FORGOTTEN))
        )
    )
    return int(found.scalar_one())
