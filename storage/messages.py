"""The outbox: messages that wait, are claimed by one sender at a time, and what became of them.

Every change of state is one conditional UPDATE whose rowcount decides, on both databases.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import MessageKind, MessageState

message = SQLModel.metadata.tables["message"]

TOO_LATE = "too_late"
TRIES_USED_UP = "tries_used_up"
TOLD = "told"
"""In a session's `info` when this transaction has something for the outbox to send at once."""

Buttons = Sequence[Sequence[dict[str, str]]]
"""Rows of buttons as they are offered: what stands on each, and what it sends."""

UNFINISHED = (MessageState.PLANNED, MessageState.CLAIMED)


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A message that is ours to send until the claim ends. `attempt` counts from 1."""

    id: int
    kind: MessageKind
    person_id: int | None
    account_id: int | None
    slot: str
    words: str
    buttons: Buttons | None
    send_at: datetime
    planned_for: datetime
    attempt: int


def waits_for_another() -> sa.ColumnElement[bool]:
    """Something else goes to the same account first, and has not arrived."""
    earlier = message.alias()
    return sa.and_(
        message.c.account_id.is_not(None),
        sa.exists().where(
            earlier.c.account_id == message.c.account_id,
            earlier.c.id < message.c.id,
            earlier.c.state.in_(UNFINISHED),
            sa.or_(earlier.c.kind != MessageKind.FOLLOW, message.c.kind == MessageKind.FOLLOW),
        ),
    )


async def claim(
    db: AsyncSession, *, now: datetime, until: datetime, limit: int
) -> Sequence[Claimed]:
    """Take up to `limit` messages that are due, meetings first; nobody else gets them meanwhile.

    What goes to one account keeps its order: the second waits until the first has arrived. An
    answer does not wait for news of a dossier, which may rest until the morning.
    A claim that ended without a result is taken again: its sender died, and whether the message
    went out nobody knows. Commit before sending.
    """
    waiting = sa.and_(message.c.state == MessageState.PLANNED, message.c.send_at <= now)
    abandoned = sa.and_(message.c.state == MessageState.CLAIMED, message.c.claimed_until <= now)
    meetings_first = sa.case((message.c.kind == MessageKind.MEETING, 0), else_=1)
    due = (
        sa.select(message.c.id)
        .where(sa.or_(waiting, abandoned))
        .where(sa.not_(waits_for_another()))
        .order_by(meetings_first, message.c.send_at, message.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    taken = await (await db.connection()).execute(
        sa.update(message)
        .where(message.c.id.in_(sa.select(due.c.id)))
        .values(state=MessageState.CLAIMED, claimed_until=until, attempts=message.c.attempts + 1)
        .returning(
            message.c.id,
            message.c.kind,
            message.c.person_id,
            message.c.account_id,
            message.c.slot,
            message.c.words,
            message.c.buttons,
            message.c.send_at,
            message.c.planned_for,
            message.c.attempts.label("attempt"),
        )
    )
    claimed = [Claimed(**row._asdict()) for row in taken]
    return sorted(claimed, key=lambda one: (one.kind is not MessageKind.MEETING, one.send_at))


async def retire(db: AsyncSession, *, now: datetime, tries: int) -> int:
    """End what is of no use any more, and what was tried too often; gives how many."""
    resting = sa.or_(
        message.c.state == MessageState.PLANNED,
        sa.and_(message.c.state == MessageState.CLAIMED, message.c.claimed_until <= now),
    )
    connection = await db.connection()
    useless = await connection.execute(
        sa.update(message)
        .where(resting, message.c.useless_after <= now)
        .values(
            state=MessageState.CANCELLED,
            reason=sa.case(
                (message.c.reason == "", TOO_LATE),
                else_=sa.literal(f"{TOO_LATE}: ") + message.c.reason,
            ),
        )
    )
    worn_out = await connection.execute(
        sa.update(message)
        .where(resting, message.c.attempts >= tries)
        .values(state=MessageState.GIVEN_UP, reason=TRIES_USED_UP)
    )
    return useless.rowcount + worn_out.rowcount


async def finish(
    db: AsyncSession,
    claimed: Claimed,
    state: MessageState,
    *,
    reason: str = "",
    channel: str = "",
    sent_at: datetime | None = None,
    failed_at: datetime | None = None,
) -> bool:
    """What became of it. False if the claim had ended and somebody else has it now.

    Words that were made before are not kept once they have been said, or never will be. Of what
    failed `send_at` is from then on when it did.
    """
    tried = {"send_at": failed_at} if failed_at else {}
    return await _settle(
        db,
        claimed,
        state=state,
        reason=reason,
        channel=channel,
        sent_at=sent_at,
        words="",
        buttons=[],
        **tried,
    )


async def put_off(db: AsyncSession, claimed: Claimed, *, until: datetime, reason: str) -> bool:
    """Try again then. False if the claim had ended and somebody else has it now."""
    planned = MessageState.PLANNED
    return await _settle(db, claimed, state=planned, reason=reason, send_at=until, channel="")


async def _settle(db: AsyncSession, claimed: Claimed, **values: object) -> bool:
    done = await (await db.connection()).execute(
        sa.update(message)
        .where(
            message.c.id == claimed.id,
            message.c.state == MessageState.CLAIMED,
            message.c.attempts == claimed.attempt,
        )
        .values(claimed_until=None, **values)
    )
    return done.rowcount == 1


async def next_due(db: AsyncSession) -> datetime | None:
    """When the next message waits to be sent or a claim ends; None when nothing waits."""
    when = sa.case(
        (message.c.state == MessageState.CLAIMED, message.c.claimed_until),
        else_=message.c.send_at,
    )
    earliest = sa.func.min(when, type_=message.c.send_at.type)
    unfinished = sa.select(earliest).where(message.c.state.in_(UNFINISHED))
    found: datetime | None = (await (await db.connection()).execute(unfinished)).scalar_one()
    return found


async def take_back_claims(db: AsyncSession) -> int:
    """Free what a sender that died had claimed. Only where there is no other sender."""
    done = await (await db.connection()).execute(
        sa.update(message)
        .where(message.c.state == MessageState.CLAIMED)
        .values(state=MessageState.PLANNED, claimed_until=None)
    )
    return done.rowcount


async def tell(
    db: AsyncSession,
    *,
    kind: MessageKind,
    account_id: int | None,
    words: str,
    now: datetime,
    buttons: Buttons = (),
) -> None:
    """Say words that are made already to one account, as soon as this transaction is committed.

    `kind` is one of those that go to an account: REPLY, ACCOUNT, RELAY.
    """
    await (await db.connection()).execute(
        sa.insert(message).values(
            account_id=account_id,
            slot=f"{kind} {account_id} {now.isoformat()}",
            kind=kind,
            state=MessageState.PLANNED,
            send_at=now,
            planned_for=now,
            attempts=0,
            channel="",
            reason="",
            words=words,
            buttons=[[*row] for row in buttons] or None,
        )
    )
    db.info[TOLD] = True


async def hurry(db: AsyncSession, person_id: int, *, now: datetime) -> int:
    """Somebody can be reached from now on: what waited for that is due at once."""
    done = await (await db.connection()).execute(
        sa.update(message)
        .where(
            message.c.person_id == person_id,
            message.c.state == MessageState.PLANNED,
            message.c.attempts > 0,
            message.c.send_at > now,
        )
        .values(send_at=now)
    )
    return done.rowcount
