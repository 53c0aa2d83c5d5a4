"""What keeps a channel from speaking: noted when it is met, gone when the channel speaks again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.models import ChannelTrouble, ChannelTroubleKind

_trouble = SQLModel.metadata.tables["channeltrouble"]
_NOTE = upserts.upsert(
    ChannelTrouble,
    lambda insert: insert.on_conflict_do_nothing(index_elements=["channel", "kind"]),
)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A trouble that a person must do something about."""

    channel: str
    kind: ChannelTroubleKind
    since: datetime
    code: str


async def note(
    db: AsyncSession, channel: str, kind: ChannelTroubleKind, *, code: str = "", now: datetime
) -> None:
    """It is so since now, unless it was so before."""
    row = {"channel": channel, "kind": kind, "since": now, "code": code}
    await upserts.run(db, _NOTE, row)


async def clear(
    db: AsyncSession, channel: str, kinds: Sequence[ChannelTroubleKind] = tuple(ChannelTroubleKind)
) -> None:
    """It is over."""
    gone = sa.delete(_trouble).where(_trouble.c.channel == channel, _trouble.c.kind.in_(kinds))
    await (await db.connection()).execute(gone)


async def standing(db: AsyncSession) -> Sequence[Standing]:
    """All that there are, by channel."""
    found = await (await db.connection()).execute(
        sa.select(_trouble).order_by(_trouble.c.channel, _trouble.c.kind)
    )
    return [Standing(**row) for row in found.mappings()]
