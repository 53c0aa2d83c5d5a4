"""An Official Account's leave to speak: one pair of tokens, renewed by one process at a time.

A refresh token works once. So the right to use it is taken by a conditional UPDATE, the next pair
is stored before anybody uses it, and the one before is kept. Tokens come and go here as they are
stored: closed by a `Strongbox`.
"""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.models import ZaloGrant

_grant = SQLModel.metadata.tables["zalogrant"]
_SEED = upserts.upsert(
    ZaloGrant,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["app_id"],
        set_={
            "access_token": "",
            "refresh_token": insert.excluded.refresh_token,
            "previous_refresh_token": _grant.c.refresh_token,
            "seed": insert.excluded.seed,
            "expires_at": None,
            "renewing_until": None,
        },
        where=_grant.c.seed != insert.excluded.seed,
    ).returning(_grant.c.app_id),
)


@dataclass(frozen=True, kw_only=True)
class Grant:
    """The pair as it is now, and what was found out about the account."""

    app_id: str
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    previous_refresh_token: str = field(repr=False)
    expires_at: datetime | None
    renewed_at: datetime | None
    pins: dict[str, str]


async def grant(db: AsyncSession, app_id: str) -> Grant | None:
    """The pair; None before anybody has given one."""
    columns = [_grant.c[name] for name in Grant.__dataclass_fields__]
    found = await (await db.connection()).execute(
        sa.select(*columns).where(_grant.c.app_id == app_id)
    )
    row = found.mappings().first()
    return Grant(**row) if row else None


async def seed(db: AsyncSession, app_id: str, refresh_token: str, *, seal: str) -> bool:
    """Begin with the token that a person set, unless it was begun with; whether that is new.

    `seal` tells one token from another. The token that was there is kept as the previous one.
    """
    row = {
        "app_id": app_id,
        "access_token": "",
        "refresh_token": refresh_token,
        "previous_refresh_token": "",
        "seed": seal,
        "pins": {},
    }
    return (await upserts.run(db, _SEED, row)).first() is not None


async def is_seeded_by(db: AsyncSession, app_id: str, seal: str) -> bool:
    """The pair was begun with the token of this seal."""
    found = await (await db.connection()).execute(
        sa.select(_grant.c.seed).where(_grant.c.app_id == app_id)
    )
    return bool(found.scalar_one_or_none() == seal)


async def close_up(
    db: AsyncSession,
    held: Grant,
    *,
    access_token: str,
    refresh_token: str,
    previous_refresh_token: str,
) -> None:
    """The same pair as nobody can read it; to be renewed, since it may have been read before."""
    await (await db.connection()).execute(
        sa.update(_grant)
        .where(_is_still(held))
        .values(
            access_token=access_token,
            refresh_token=refresh_token,
            previous_refresh_token=previous_refresh_token,
            expires_at=None,
        )
    )


async def begin_renewal(db: AsyncSession, held: Grant, *, now: datetime, until: datetime) -> bool:
    """Take the right to use this refresh token, up to a moment; False if somebody has it."""
    free = sa.or_(_grant.c.renewing_until.is_(None), _grant.c.renewing_until <= now)
    done = await (await db.connection()).execute(
        sa.update(_grant).where(_is_still(held), free).values(renewing_until=until)
    )
    return done.rowcount == 1


async def renewed(
    db: AsyncSession,
    held: Grant,
    *,
    access_token: str,
    refresh_token: str,
    expires_at: datetime,
    now: datetime,
) -> bool:
    """The next pair, in place of the one that was used up; False if another one is there."""
    done = await (await db.connection()).execute(
        sa.update(_grant)
        .where(_is_still(held))
        .values(
            access_token=access_token,
            refresh_token=refresh_token,
            previous_refresh_token=held.refresh_token,
            expires_at=expires_at,
            renewed_at=now,
            renewing_until=None,
        )
    )
    return done.rowcount == 1


async def give_up_renewal(db: AsyncSession, held: Grant) -> None:
    """Nothing came of it: somebody else may try."""
    await (await db.connection()).execute(
        sa.update(_grant).where(_is_still(held)).values(renewing_until=None)
    )


async def pin(db: AsyncSession, app_id: str, what: str, choice: str) -> None:
    """From now on this is how it is done with this account."""
    held = await grant(db, app_id)
    if held:
        await (await db.connection()).execute(
            sa.update(_grant)
            .where(_grant.c.app_id == app_id)
            .values(pins={**held.pins, what: choice})
        )


def _is_still(held: Grant) -> sa.ColumnElement[bool]:
    return sa.and_(
        _grant.c.app_id == held.app_id,
        _grant.c.refresh_token == held.refresh_token,
        _grant.c.access_token == held.access_token,
    )
