"""Whether the outbox does its work: what waits too long, what a channel refuses, whom it told."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import people, upserts
from storage.messages import UNFINISHED, waits_for_another
from storage.models import Message, MessageKind, MessageState
from storage.open_items import ITEMS
from storage.troubles import AWAY, BLOCKED, NO_ACCOUNT, NO_BUDGET, channel_of, on
from storage.viewer import Role, Viewer

message = SQLModel.metadata.tables["message"]
person = SQLModel.metadata.tables["person"]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How many, and since when."""

    number: int
    since: datetime


async def stuck(db: AsyncSession, *, before: datetime) -> Counted | None:
    """Messages that were to be sent before that moment and still wait.

    Not those that nobody can send: without an account, over the budget, put off until people are
    at work, behind another one to the same account. An alarm is not told of itself.
    """
    nobody_took_it = sa.and_(
        message.c.state == MessageState.PLANNED,
        message.c.send_at < before,
        sa.not_(waits_for_another()),
    )
    nobody_finished = sa.and_(
        message.c.state == MessageState.CLAIMED, message.c.claimed_until < before
    )
    in_vain = sa.and_(
        message.c.state.in_(UNFINISHED),
        message.c.reason.not_in(("", NO_ACCOUNT)),
        sa.not_(message.c.reason.endswith(f": {NO_BUDGET}")),
        message.c.planned_for < before,
    )
    first = sa.func.min(message.c.planned_for, type_=message.c.planned_for.type)
    found = await (await db.connection()).execute(
        sa.select(sa.func.count().label("number"), first.label("since")).where(
            message.c.kind != MessageKind.ALARM,
            sa.or_(nobody_took_it, nobody_finished, in_vain),
        )
    )
    row = found.one()
    return Counted(number=row.number, since=row.since) if row.number else None


async def failing(db: AsyncSession, *, since: datetime) -> dict[str, Counted]:
    """By channel: how many people were refused there or given up since a moment, and the first.

    Who has blocked us, or is not there, is no fault of the channel. Whoever is not of the office
    counts by account.
    """
    found = await (await db.connection()).execute(
        sa.select(message.c.reason, message.c.person_id, message.c.account_id, message.c.send_at)
        .where(
            message.c.state.in_((MessageState.FAILED, MessageState.GIVEN_UP)),
            message.c.send_at >= since,
            sa.not_(message.c.reason.endswith(on("", BLOCKED))),
            sa.not_(message.c.reason.endswith(on("", AWAY))),
        )
        .order_by(message.c.send_at)
    )
    who: defaultdict[str, set[tuple[int | None, int | None]]] = defaultdict(set)
    first: dict[str, datetime] = {}
    for row in found:
        if channel := channel_of(row.reason):
            who[channel].add((row.person_id, row.account_id))
            first.setdefault(channel, row.send_at)
    return {
        channel: Counted(number=len(people_of_it), since=first[channel])
        for channel, people_of_it in who.items()
    }


async def with_something_due(db: AsyncSession, *, due_by: date) -> int:
    """How many people hold something that is due by this day: they should hear of it."""
    parts = [
        sa.select(items.table.c.holder_id.label("person_id")).where(
            items.visible_to(Viewer.office()), items.is_open, items.table.c.due_on <= due_by
        )
        for items in ITEMS.values()
    ]
    holders = sa.union(*parts).subquery("holders")
    found = await (await db.connection()).execute(
        sa.select(sa.func.count())
        .select_from(holders.join(person, person.c.id == holders.c.person_id))
        .where(people.visible_to(Viewer.office()), person.c.active)
    )
    return int(found.scalar_one())


async def tell(
    db: AsyncSession,
    person_ids: Sequence[int],
    kind: MessageKind,
    slot: str,
    *,
    now: datetime,
    useless_after: datetime | None = None,
) -> int:
    """One message of the outbox about itself for each of them, once a slot; gives how many."""
    if not person_ids:
        return 0
    insert = upserts.upsert(
        Message,
        lambda insert: insert.on_conflict_do_nothing(
            index_elements=["person_id", "slot", "kind"]
        ).returning(message.c.id),
    )
    told = 0
    for person_id in person_ids:
        row = {
            "person_id": person_id,
            "slot": slot,
            "kind": kind,
            "state": MessageState.PLANNED,
            "send_at": now,
            "planned_for": now,
            "useless_after": useless_after,
            "attempts": 0,
            "channel": "",
            "reason": "",
            "words": "",
        }
        told += len((await upserts.run(db, insert, row)).all())
    return told


async def who_keeps_the_program(db: AsyncSession) -> Sequence[int]:
    """Everybody who hears of alarms."""
    found = await (await db.connection()).execute(
        sa.select(person.c.id)
        .where(people.visible_to(Viewer.office()), person.c.active, person.c.role == Role.ADMIN)
        .order_by(person.c.id)
    )
    return found.scalars().all()
