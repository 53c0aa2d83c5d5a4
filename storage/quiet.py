"""What is not sent at night and on days off: everything that can wait until people are at work."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import MessageKind, MessageState

message = SQLModel.metadata.tables["message"]

AT_ANY_HOUR = "always"
"""An URGENT or a FOLLOW message whose slot begins so keeps no quiet hours."""

AT_ANY_TIME = (
    MessageKind.MEETING,
    MessageKind.REPLY,
    MessageKind.ACCOUNT,
    MessageKind.RELAY,
)
"""Said at any hour of any day: what cannot wait, or answers somebody."""

ON_ANY_DAY = (MessageKind.FOLLOW,)
"""Not said at night, but on days off: citizens are not at work anyway."""


async def put_off_until(
    db: AsyncSession, *, now: datetime, until: datetime, chosen: datetime
) -> int:
    """Nobody at work is to be disturbed now: what is due and can wait is not sent before `until`.

    “Nhắc lại sau” comes at the time that its person chose, if that was at `chosen` or later.
    Gives how many were put off.
    """
    at_work = sa.and_(message.c.kind.not_in(ON_ANY_DAY), sa.not_(_just_chosen(chosen)))
    return await _put_off(db, sa.and_(_can_wait(now), at_work), until)


async def let_sleep_until(db: AsyncSession, *, now: datetime, until: datetime) -> int:
    """It is night: what citizens are told on any day waits until `until`. Gives how many."""
    at_home = message.c.kind.in_(ON_ANY_DAY)
    return await _put_off(db, sa.and_(_can_wait(now), at_home), until)


async def _put_off(db: AsyncSession, which: sa.ColumnElement[bool], until: datetime) -> int:
    done = await (await db.connection()).execute(
        sa.update(message)
        .where(which)
        .values(send_at=until, claimed_until=None, state=MessageState.PLANNED)
    )
    return done.rowcount


async def something_can_wait(db: AsyncSession, *, now: datetime) -> bool:
    """Something is due that is not said at any hour."""
    there = sa.select(sa.exists().where(_can_wait(now)))
    return bool((await (await db.connection()).execute(there)).scalar_one())


def _can_wait(now: datetime) -> sa.ColumnElement[bool]:
    due = sa.or_(
        sa.and_(message.c.state == MessageState.PLANNED, message.c.send_at <= now),
        sa.and_(message.c.state == MessageState.CLAIMED, message.c.claimed_until <= now),
    )
    at_any_hour = sa.and_(
        message.c.kind.in_((MessageKind.URGENT, MessageKind.FOLLOW)),
        message.c.slot.startswith(f"{AT_ANY_HOUR} "),
    )
    return sa.and_(due, message.c.kind.not_in(AT_ANY_TIME), sa.not_(at_any_hour))


def _just_chosen(chosen: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(message.c.kind == MessageKind.ITEM, message.c.planned_for >= chosen)
