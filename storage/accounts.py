"""Who is speaking: accounts, and the people behind them.

Accounts are only ever asked for by their own number or by their person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.conversations import Remembered
from storage.follow_news import DID_NOT_ARRIVE
from storage.leave_rights import holds_on, leave
from storage.models import Account, MessageKind
from storage.sessions import Session
from storage.viewer import Viewer

_account = SQLModel.metadata.tables["account"]
_person = SQLModel.metadata.tables["person"]
_duty = SQLModel.metadata.tables["duty"]
_mark = SQLModel.metadata.tables["storemark"]
_memory = SQLModel.metadata.tables["memory"]
_acts_for = SQLModel.metadata.tables["actsfor"]
_actor = _person.alias("actor")
_message = SQLModel.metadata.tables["message"]

_TODAY: sa.BindParameter[date] = sa.bindparam("today", type_=sa.Date())

_KNOWN = (
    sa.select(
        _account.c.id.label("account_id"),
        _account.c.greeted,
        _account.c.blocked_at.is_not(None).label("blocked"),
        _account.c.seen_at,
        _account.c.since,
        _account.c.ended_at,
        _account.c.person_id.label("owner_id"),
        _actor.c.id.is_not(None).label("owner_is_here"),
        _account.c.acting_for_id,
        sa.func.coalesce(_account.c.language, _actor.c.language).label("language"),
        _acts_for.c.secretary_id.label("actor_id"),
        _person.c.id.label("person_id"),
        _person.c.role,
        _person.c.unit_id,
        _person.c.name,
        _person.c.title,
        _duty.c.kind.label("duty"),
        sa.select(_mark.c.version).scalar_subquery().label("office_version"),
        _memory.c.state,
        _memory.c.data,
        leave.c.person_id.label("absent_id"),
        sa.exists()
        .where(
            _message.c.account_id == _account.c.id,
            _message.c.kind == MessageKind.FOLLOW,
            DID_NOT_ARRIVE,
        )
        .label("missed"),
    )
    .select_from(
        _account.outerjoin(_actor, (_actor.c.id == _account.c.person_id) & _actor.c.active)
        .outerjoin(
            _acts_for,
            (_acts_for.c.secretary_id == _actor.c.id)
            & (_acts_for.c.leader_id == _account.c.acting_for_id)
            & (_account.c.acting_until > sa.bindparam("now", type_=_account.c.acting_until.type)),
        )
        .outerjoin(
            _person,
            (_person.c.id == sa.func.coalesce(_acts_for.c.leader_id, _actor.c.id))
            & _person.c.active,
        )
        .outerjoin(_duty, _duty.c.person_id == _person.c.id)
        .outerjoin(leave, (leave.c.stand_in_id == _person.c.id) & holds_on(_TODAY))
        .outerjoin(
            _memory,
            (_memory.c.bot_id == sa.bindparam("bot_id"))
            & (_memory.c.chat_id == _account.c.chat_id)
            & (_memory.c.user_id == _account.c.chat_id),
        )
    )
    .where(
        _account.c.channel == sa.bindparam("channel"),
        _account.c.chat_id == sa.bindparam("chat_id"),
    )
)
_OPEN = upserts.upsert(
    Account,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["channel", "external_id"],
        set_={
            "seen_at": insert.excluded.seen_at,
            "person_id": sa.func.coalesce(_account.c.person_id, insert.excluded.person_id),
        },
    ).returning(*_account.c),
)
_THIS_ACCOUNT = _account.c.id == sa.bindparam("account_id")
_GREETED = sa.update(_account).where(_THIS_ACCOUNT).values(greeted=sa.bindparam("heard"))
_SEEN = sa.update(_account).where(_THIS_ACCOUNT).values(seen_at=sa.bindparam("seen"))
_BLOCKED = (
    sa.update(_account)
    .where(
        _account.c.channel == sa.bindparam("channel_"), _account.c.chat_id == sa.bindparam("chat")
    )
    .values(blocked_at=sa.bindparam("since_"))
)
_OF_THE_PERSON = (
    sa.select(
        _person.c.id,
        _person.c.role,
        _person.c.unit_id,
        _person.c.name,
        _person.c.title,
        _person.c.language,
        _duty.c.kind.label("duty"),
        leave.c.person_id.label("absent_id"),
    )
    .select_from(
        _person.outerjoin(_duty, _duty.c.person_id == _person.c.id).outerjoin(
            leave, (leave.c.stand_in_id == _person.c.id) & holds_on(_TODAY)
        )
    )
    .where(_person.c.id == sa.bindparam("person_id"), _person.c.active)
)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What one read tells about an account: who is behind it, and what it has heard already."""

    viewer: Viewer
    account_id: int
    greeted: bool
    session: Session
    blocked: bool  # took no messages from us until now
    office_version: int  # of the names and days the program has in hand; 0 in an unmarked store
    remembered: Remembered  # of the private chat with that bot
    missed: bool  # news that they asked for did not reach it
    lapsed: bool  # it spoke for somebody, whose time or right is over


async def viewer_of(
    db: AsyncSession, channel: str, chat_id: int, *, bot_id: int = 0, now: datetime | None = None
) -> Known | None:
    """Who speaks in this chat, and what it keeps in mind; None if it is new. One statement.

    Somebody who has left the office is a stranger, whatever their account was linked to. A
    secretary who acts for a leader at `now`, and still may, is the leader, with `actor_id`;
    without `now` they are themselves.
    """
    key = {"channel": channel, "chat_id": chat_id, "bot_id": bot_id, "now": now}
    day = {"today": now.date() if now else None}
    rows = (await (await db.connection()).execute(_KNOWN, key | day)).all()
    if not rows:
        return None
    first = rows[0]
    if first.person_id is None:
        viewer = Viewer.stranger(
            channel=channel, account_id=first.account_id, language=first.language
        )
    else:
        viewer = Viewer(
            role=first.role,
            person_id=first.person_id,
            unit_id=first.unit_id,
            name=first.name,
            title=first.title,
            duties=frozenset(row.duty for row in rows if row.duty is not None),
            account_id=first.account_id,
            channel=channel,
            language=first.language,
            actor_id=first.actor_id,
            stands_in_for=_absent_of(rows),
        )
    return Known(
        viewer=viewer,
        account_id=first.account_id,
        greeted=first.greeted,
        session=Session(
            account_id=first.account_id,
            person_id=first.owner_id,
            is_here=first.owner_is_here,
            used_at=first.seen_at or first.since,
            ended_at=first.ended_at,
        ),
        blocked=first.blocked,
        office_version=first.office_version or 0,
        remembered=Remembered(state=first.state, data=first.data or {}),
        missed=first.missed,
        lapsed=first.acting_for_id is not None and first.actor_id is None,
    )


async def open_account(
    db: AsyncSession,
    channel: str,
    external_id: str,
    *,
    chat_id: int,
    now: datetime,
    person_id: int | None = None,
) -> Account:
    """The account of this name on this channel, made if it is new; seen now. One statement.

    An account that is there keeps its number and its person; one of nobody gets the one given.
    """
    opened = await upserts.run(
        db,
        _OPEN,
        {
            "channel": channel,
            "external_id": external_id,
            "chat_id": chat_id,
            "person_id": person_id,
            "since": now,
            "seen_at": now,
            "greeted": False,
        },
    )
    return Account(**opened.mappings().one())


async def mark_greeted(db: AsyncSession, account_id: int, *, heard: bool = True) -> None:
    """This account has heard what it speaks to; or, in a new conversation, has not yet."""
    await (await db.connection()).execute(_GREETED, {"account_id": account_id, "heard": heard})


async def note_seen(db: AsyncSession, account_id: int, *, now: datetime) -> None:
    """Something came from this account just now."""
    await (await db.connection()).execute(_SEEN, {"account_id": account_id, "seen": now})


async def mark_blocked(
    db: AsyncSession, channel: str, chat_id: int, *, since: datetime | None
) -> None:
    """This account takes no messages from us, since then; or, with None, takes them again."""
    key = {"channel_": channel, "chat": chat_id, "since_": since}
    await (await db.connection()).execute(_BLOCKED, key)


async def accounts_of(db: AsyncSession, person_id: int) -> Sequence[Account]:
    """How to reach somebody: the channel they chose, then where they spoke last."""
    theirs = select(Account).where(Account.person_id == person_id)
    in_order = theirs.order_by(
        col(Account.preferred).desc(),
        col(Account.seen_at).desc().nulls_last(),
        col(Account.since).desc(),
        col(Account.id),
    )
    return (await db.exec(in_order)).all()


async def by_id(db: AsyncSession, account_id: int) -> Account | None:
    """The account that a reply is still owed to."""
    return await db.get(Account, account_id)


async def viewer_of_person(
    db: AsyncSession, person_id: int, *, today: date | None = None
) -> Viewer | None:
    """What a person may see when they are told something unasked; None once they have left.

    Without `today` they stand in for nobody.
    """
    key = {"person_id": person_id, "today": today}
    rows = (await (await db.connection()).execute(_OF_THE_PERSON, key)).all()
    if not rows:
        return None
    first = rows[0]
    return Viewer(
        role=first.role,
        person_id=first.id,
        unit_id=first.unit_id,
        name=first.name,
        title=first.title,
        language=first.language,
        duties=frozenset(row.duty for row in rows if row.duty is not None),
        stands_in_for=_absent_of(rows),
    )


def _absent_of(rows: Sequence[Any]) -> frozenset[int]:
    """For whom somebody stands in today."""
    return frozenset(row.absent_id for row in rows if row.absent_id is not None)
