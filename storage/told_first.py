"""On which channel somebody wants to be told things first; without a choice, where they spoke last.

The choice stands on each of their accounts there, so it ends with the last of these.
"""

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Account

_account = SQLModel.metadata.tables[str(Account.__tablename__)]
_there = _account.alias("there")
_THEIRS = _account.c.person_id == sa.bindparam("whose")
_CHOSEN = sa.select(_account.c.channel).where(_THEIRS, _account.c.preferred).limit(1)
_CHOOSE = (
    sa.update(_account)
    .where(
        _THEIRS,
        sa.exists().where(
            _there.c.person_id == sa.bindparam("whose"), _there.c.channel == sa.bindparam("wanted")
        ),
    )
    .values(preferred=_account.c.channel == sa.bindparam("wanted"))
)
_FORGET = sa.update(_account).where(_THEIRS).values(preferred=False)


async def chosen(db: AsyncSession, person_id: int) -> str | None:
    """The channel that this person chose; None where they chose none."""
    found = await (await db.connection()).execute(_CHOSEN, {"whose": person_id})
    channel: str | None = found.scalar_one_or_none()
    return channel


async def choose(db: AsyncSession, person_id: int, channel: str) -> bool:
    """Tell this person things there first; False, and nothing changes, if they are not there."""
    key = {"whose": person_id, "wanted": channel}
    return (await (await db.connection()).execute(_CHOOSE, key)).rowcount > 0


async def forget(db: AsyncSession, person_id: int) -> None:
    """This person has no choice any more: they are told things where they spoke last."""
    await (await db.connection()).execute(_FORGET, {"whose": person_id})
