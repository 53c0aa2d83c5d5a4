"""Who may ask and answer for whom (“thay mặt”), and in whose place an account speaks just now.

Whether somebody may is looked up again at every message, in `storage.accounts.viewer_of`: a right
that is taken away ends at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import people, upserts
from storage.models import ActsFor
from storage.viewer import Viewer

_account = SQLModel.metadata.tables["account"]
_person = SQLModel.metadata.tables["person"]
_acts_for = SQLModel.metadata.tables["actsfor"]
_secretary, _leader = _person.alias("secretary"), _person.alias("leader")

_ALLOW = upserts.upsert(ActsFor, lambda insert: insert.on_conflict_do_nothing())
_SPEAK = (
    sa.update(_account)
    .where(_account.c.id == sa.bindparam("account_id"))
    .values(acting_for_id=sa.bindparam("leader_id"), acting_until=sa.bindparam("until"))
)


@dataclass(frozen=True, kw_only=True)
class Leader:
    """Somebody for whom another may act."""

    id: int
    name: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A secretary and a leader, by their names."""

    secretary: str
    leader: str
    title: str  # the leader's


async def leaders_of(db: AsyncSession, secretary_id: int) -> Sequence[Leader]:
    """For whom this person may act: those who are still here, the first in rank first."""
    found = await (await db.connection()).execute(
        sa.select(_person.c.id, _person.c.name, _person.c.title)
        .select_from(_acts_for.join(_person, _person.c.id == _acts_for.c.leader_id))
        .where(
            _acts_for.c.secretary_id == secretary_id,
            people.visible_to(Viewer.office()),
            _person.c.active,
        )
        .order_by(_person.c.id)
    )
    return [Leader(**row) for row in found.mappings()]


async def pairs(db: AsyncSession) -> Sequence[Pair]:
    """Everybody who may act for somebody."""
    found = await (await db.connection()).execute(
        sa.select(
            _secretary.c.name.label("secretary"), _leader.c.name.label("leader"), _leader.c.title
        )
        .select_from(
            _acts_for.join(_secretary, _secretary.c.id == _acts_for.c.secretary_id).join(
                _leader, _leader.c.id == _acts_for.c.leader_id
            )
        )
        .order_by(_secretary.c.name, _leader.c.id)
    )
    return [Pair(**row) for row in found.mappings()]


async def allow(db: AsyncSession, secretary_id: int, leader_id: int) -> None:
    """From now on the secretary may act for the leader."""
    await upserts.run(db, _ALLOW, {"secretary_id": secretary_id, "leader_id": leader_id})


async def forbid(db: AsyncSession, secretary_id: int, leader_id: int) -> bool:
    """They may no longer; False if they could not before."""
    gone = await (await db.connection()).execute(
        sa.delete(_acts_for).where(
            _acts_for.c.secretary_id == secretary_id, _acts_for.c.leader_id == leader_id
        )
    )
    return gone.rowcount > 0


async def forbid_all(db: AsyncSession, person_id: int) -> None:
    """This person acts for nobody any more, and nobody for them."""
    await (await db.connection()).execute(
        sa.delete(_acts_for).where(
            (_acts_for.c.secretary_id == person_id) | (_acts_for.c.leader_id == person_id)
        )
    )


async def speak_for(db: AsyncSession, account_id: int, leader_id: int, *, until: datetime) -> None:
    """What comes from this account counts as said for the leader, until then. Not checked here."""
    values = {"account_id": account_id, "leader_id": leader_id, "until": until}
    await (await db.connection()).execute(_SPEAK, values)


async def speak_for_oneself(db: AsyncSession, account_id: int) -> None:
    """The account speaks for its own person again."""
    values = {"account_id": account_id, "leader_id": None, "until": None}
    await (await db.connection()).execute(_SPEAK, values)
