"""Who is speaking: accounts, and the people behind them.

Accounts are only ever asked for by their own number or by their person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.conversations import Remembered
from storage.models import Account
from storage.viewer import Viewer

_account = SQLModel.metadata.tables["account"]
_person = SQLModel.metadata.tables["person"]
_duty = SQLModel.metadata.tables["duty"]
_mark = SQLModel.metadata.tables["storemark"]
_memory = SQLModel.metadata.tables["memory"]

_KNOWN = (
    sa.select(
        _account.c.id.label("account_id"),
        _account.c.greeted,
        sa.func.coalesce(_account.c.language, _person.c.language).label("language"),
        _person.c.id.label("person_id"),
        _person.c.role,
        _person.c.unit_id,
        _person.c.name,
        _person.c.title,
        _duty.c.kind.label("duty"),
        sa.select(_mark.c.version).scalar_subquery().label("office_version"),
        _memory.c.state,
        _memory.c.data,
    )
    .select_from(
        _account.outerjoin(_person, (_person.c.id == _account.c.person_id) & _person.c.active)
        .outerjoin(_duty, _duty.c.person_id == _person.c.id)
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
            "person_id": sa.func.coalesce(insert.excluded.person_id, _account.c.person_id),
        },
    ).returning(*_account.c),
)
_THIS_ACCOUNT = _account.c.id == sa.bindparam("account_id")
_BECOME = sa.update(_account).where(_THIS_ACCOUNT).values(person_id=sa.bindparam("whose"))
_GREETED = sa.update(_account).where(_THIS_ACCOUNT).values(greeted=sa.bindparam("heard"))
_SPEAKS = sa.update(_account).where(_THIS_ACCOUNT).values(language=sa.bindparam("spoken"))
_OF_THE_PERSON = (
    sa.select(
        _person.c.id,
        _person.c.role,
        _person.c.unit_id,
        _person.c.name,
        _person.c.title,
        _person.c.language,
        _duty.c.kind.label("duty"),
    )
    .select_from(_person.outerjoin(_duty, _duty.c.person_id == _person.c.id))
    .where(_person.c.id == sa.bindparam("person_id"), _person.c.active)
)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What one read tells about an account: who is behind it, and what it has heard already."""

    viewer: Viewer
    account_id: int
    greeted: bool
    office_version: int  # of the names and days the program has in hand; 0 in an unmarked store
    remembered: Remembered  # of the private chat with that bot


async def viewer_of(
    db: AsyncSession, channel: str, chat_id: int, *, bot_id: int = 0
) -> Known | None:
    """Who speaks in this chat, and what it keeps in mind; None if it is new. One statement.

    Somebody who has left the office is a stranger, whatever their account was linked to.
    """
    rows = (
        await (await db.connection()).execute(
            _KNOWN, {"channel": channel, "chat_id": chat_id, "bot_id": bot_id}
        )
    ).all()
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
        )
    return Known(
        viewer=viewer,
        account_id=first.account_id,
        greeted=first.greeted,
        office_version=first.office_version or 0,
        remembered=Remembered(state=first.state, data=first.data or {}),
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

    An account that is there keeps its number and, unless another one is given, its person.
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


async def become(db: AsyncSession, account_id: int, person_id: int | None) -> None:
    """Put another person behind an account (a demonstration's personas); None for nobody."""
    await (await db.connection()).execute(_BECOME, {"account_id": account_id, "whose": person_id})


async def mark_greeted(db: AsyncSession, account_id: int, *, heard: bool = True) -> None:
    """This account has heard what it speaks to; or, in a new conversation, has not yet."""
    await (await db.connection()).execute(_GREETED, {"account_id": account_id, "heard": heard})


async def set_language(db: AsyncSession, account_id: int, language: str) -> None:
    """The language this account wants to be answered in."""
    await (await db.connection()).execute(_SPEAKS, {"account_id": account_id, "spoken": language})


async def accounts_of(db: AsyncSession, person_id: int) -> Sequence[Account]:
    """How to reach somebody: where they spoke last comes first."""
    theirs = select(Account).where(Account.person_id == person_id)
    by_use = theirs.order_by(
        col(Account.seen_at).desc().nulls_last(), col(Account.since).desc(), col(Account.id)
    )
    return (await db.exec(by_use)).all()


async def by_id(db: AsyncSession, account_id: int) -> Account | None:
    """The account that a reply is still owed to."""
    return await db.get(Account, account_id)


async def viewer_of_person(db: AsyncSession, person_id: int) -> Viewer | None:
    """What a person may see when they are told something unasked; None once they have left."""
    rows = (await (await db.connection()).execute(_OF_THE_PERSON, {"person_id": person_id})).all()
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
    )
