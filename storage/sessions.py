"""Sessions on the page: who is behind an open chat, and when that is over.

A messenger asks for its owner's finger or face; a browser shows what it has to whoever sits there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, links
from storage.models import TABLES
from storage.viewer import Role, Viewer

_account, _person = TABLES["account"], TABLES["person"]

_OPEN = (
    sa.select(
        _account.c.chat_id,
        _account.c.id.label("account_id"),
        _account.c.person_id,
        _person.c.active.label("is_here"),
        sa.func.coalesce(_account.c.seen_at, _account.c.since).label("used_at"),
        _account.c.ended_at,
    )
    .select_from(_account.join(_person, _person.c.id == _account.c.person_id))
    .where(_account.c.channel == sa.bindparam("channel"))
)


class Over(StrEnum):
    """Why nobody is behind a chat any more."""

    LEFT = "left"  # they signed out there
    IDLE = "idle"  # it was not used for so long that somebody else may sit there
    ENDED = "ended"  # elsewhere: from another channel, by the office, by a command


@dataclass(frozen=True, kw_only=True)
class Session:
    """Whose an account is, and since when it has not been used."""

    account_id: int
    person_id: int | None
    is_here: bool  # they have not left the office
    used_at: datetime  # when something came from it last, to a few minutes
    ended_at: datetime | None

    def over(self, *, now: datetime, lasts: timedelta) -> Over | None:
        """Why it may not go on; None while it may, and for a chat that never was anybody's."""
        if self.person_id is None:
            return Over.ENDED if self.ended_at else None
        if not self.is_here:
            return Over.ENDED
        return Over.IDLE if now - self.used_at >= lasts else None


async def of_channel(db: AsyncSession, channel: str) -> Mapping[int, Session]:
    """The chats of this channel that are somebody's, by their numbers. One statement."""
    rows = (await (await db.connection()).execute(_OPEN, {"channel": channel})).mappings()
    return {row["chat_id"]: Session(**{k: row[k] for k in row if k != "chat_id"}) for row in rows}


async def end(
    db: AsyncSession, channel: str, session: Session, why: Over, *, now: datetime
) -> None:
    """Nobody is behind this account from now on, and it is kept why. Nothing if nobody was."""
    if session.person_id is None:
        return
    whose = Viewer(
        role=Role.OFFICE,  # what ends is the office's; whose it was is kept
        person_id=session.person_id,
        account_id=session.account_id,
        channel=channel,
    )
    await audit.note(db, whose, "session.ended", "account", session.account_id, now, detail=why)
    await links.end(db, [session.account_id], now=now)
