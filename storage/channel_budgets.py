"""How much may be said unasked on a channel: the office's table, and what was said of it.

What goes to a person is counted, and news of a dossier to an account that follows it. Nothing
else that goes to one account is: it answers what was typed there, or is news of that account.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import documents, dossiers, upserts
from storage.models import (
    BudgetPeriod,
    ChannelBudget,
    DossierState,
    ItemKind,
    MessageKind,
    MessageState,
    Urgency,
)
from storage.troubles import NO_BUDGET
from storage.viewer import Viewer

budget = SQLModel.metadata.tables["channelbudget"]
message = SQLModel.metadata.tables["message"]
notice = SQLModel.metadata.tables["notice"]
document = SQLModel.metadata.tables["incomingdocument"]
dossier = SQLModel.metadata.tables["dossier"]
event = SQLModel.metadata.tables["dossierevent"]
news = SQLModel.metadata.tables["dossiernews"]

PRESSING = (Urgency.FLASH, Urgency.VERY_URGENT)
"""Documents that may be told of with the reserve."""

PRESSING_STEPS = (DossierState.SUPPLEMENT, DossierState.PAYMENT, DossierState.FINISHED)
"""Steps of a dossier that may: its follower has something to do."""


@dataclass(frozen=True, kw_only=True)
class Budget:
    """At most `most` messages in a period; the last `reserve` of them for what is pressing."""

    channel: str
    period: BudgetPeriod
    most: int
    reserve: int


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """No more than `most` messages since a moment."""

    since: datetime
    most: int


_PUT = upserts.upsert(
    ChannelBudget,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["channel", "period"],
        set_={"most": insert.excluded.most, "reserve": insert.excluded.reserve},
    ),
)


async def budgets(db: AsyncSession) -> Sequence[Budget]:
    """Every budget that the office has set; a channel without one has no limit."""
    found = await (await db.connection()).execute(
        sa.select(budget).order_by(budget.c.channel, budget.c.period)
    )
    return [Budget(**row) for row in found.mappings()]


async def put(db: AsyncSession, wanted: Budget, *, now: datetime) -> None:
    """Set one. What waited for the old one is tried again at once."""
    await upserts.run(db, _PUT, vars(wanted))
    await _try_again(db, now)


async def remove(db: AsyncSession, channel: str, period: BudgetPeriod, *, now: datetime) -> bool:
    """Lift one; False if there was none. What waited for it is tried again at once."""
    done = await (await db.connection()).execute(
        sa.delete(budget).where(budget.c.channel == channel, budget.c.period == period)
    )
    await _try_again(db, now)
    return done.rowcount > 0


async def _try_again(db: AsyncSession, now: datetime) -> None:
    await (await db.connection()).execute(
        sa.update(message)
        .where(
            is_unasked(message),
            message.c.state == MessageState.PLANNED,
            message.c.reason.endswith(f": {NO_BUDGET}"),
            message.c.send_at > now,
        )
        .values(send_at=now)
    )


async def used(db: AsyncSession, channel: str, since: datetime) -> int:
    """How many messages were said unasked on this channel, or are being said."""
    return int((await (await db.connection()).execute(_used(channel, since))).scalar_one())


async def take(
    db: AsyncSession, message_id: int, channel: str, allowances: Sequence[Allowance]
) -> bool:
    """Say this claimed message on this channel, if every allowance has room. Commit before it.

    One conditional UPDATE decides, and whoever asks for the same channel waits for it: a hundred
    at once never say more than was allowed.
    """
    connection = await db.connection()
    await connection.execute(
        sa.select(budget.c.channel).where(budget.c.channel == channel).with_for_update()
    )
    room = (
        _used(channel, one.since, but=message_id).scalar_subquery() < one.most for one in allowances
    )
    done = await connection.execute(
        sa.update(message).where(message.c.id == message_id, *room).values(channel=channel)
    )
    return done.rowcount == 1


async def is_pressing(db: AsyncSession, message_id: int) -> bool:
    """This message speaks of a Hỏa tốc or a Thượng khẩn document, or of a step that presses."""
    of_a_document = sa.exists().where(
        documents.visible_to(Viewer.office()),
        notice.c.message_id == message_id,
        notice.c.item_kind == ItemKind.DOCUMENT,
        document.c.id == notice.c.item_id,
        document.c.urgency.in_(PRESSING),
    )
    of_a_step = sa.exists().where(
        dossiers.visible_to(Viewer.office()),
        news.c.message_id == message_id,
        event.c.id == news.c.event_id,
        event.c.state.in_(PRESSING_STEPS),
        dossier.c.id == event.c.dossier_id,
    )
    there = sa.select(sa.or_(of_a_document, of_a_step))
    return bool((await (await db.connection()).execute(there)).scalar_one())


def is_unasked(of: sa.FromClause) -> sa.ColumnElement[bool]:
    """Such a message is counted: nobody has just asked for it."""
    return sa.or_(of.c.person_id.is_not(None), of.c.kind == MessageKind.FOLLOW)


def _used(channel: str, since: datetime, but: int | None = None) -> sa.Select[Any]:
    said = message.alias("said")
    # News that was told with an answer keeps why it had not arrived before.
    with_an_answer = sa.and_(said.c.kind == MessageKind.FOLLOW, said.c.reason != "")
    found = sa.select(sa.func.count()).where(
        is_unasked(said),
        said.c.channel == channel,
        sa.or_(
            sa.and_(
                said.c.state.in_((MessageState.SENT, MessageState.CONFIRMED)),
                said.c.sent_at >= since,
                sa.not_(with_an_answer),
            ),
            said.c.state == MessageState.CLAIMED,
        ),
    )
    return found if but is None else found.where(said.c.id != but)
