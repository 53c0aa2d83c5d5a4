"""Who should hear of what: notices, planned by rules, and the messages that carry them.

Planning is one INSERT … SELECT a rule; the unique keys decide, so planning again, or in two
processes at once, adds nothing. Rows go in in the order of their ids, so that two planners wait
for one another in turn instead of for ever. Nothing here commits: the caller's transaction does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import people, upserts
from storage.leave_rights import holds_on, leave
from storage.messages import TOO_LATE
from storage.models import ItemKind, Message, MessageKind, MessageState, Notice, StepAudience
from storage.open_items import (
    ITEMS,
    LEADS_THE_OFFICE,
    Condition,
    Items,
    person,
    recipient,
)
from storage.viewer import Role, Viewer

notice = SQLModel.metadata.tables["notice"]
message = SQLModel.metadata.tables["message"]
request = SQLModel.metadata.tables["datarequest"]

MEETING_STAGE = "meeting"
MOVED_STAGE = "moved"
KEEPS_THE_PROGRAM = sa.and_(person.c.active, person.c.role == Role.ADMIN)


@dataclass(frozen=True, kw_only=True)
class Due:
    """Items due between two days, both included, of which a step was to be said on a day."""

    first: date
    last: date
    said_on: date


async def plan_step(
    db: AsyncSession,
    kind: ItemKind,
    audience: StepAudience,
    *,
    due: Sequence[Due],
    stage: str,
    once: bool,
    now: datetime,
    brief_at: time,
) -> int:
    """A notice for everybody of the audience, or their stand-in, and every open item that is due.

    What is said once is not said to a holder who has the item only since after that time.
    Gives how many are new.
    """
    items = ITEMS[kind]
    table = items.table
    new = once and audience is StepAudience.HOLDER
    reached = [
        sa.and_(
            table.c.due_on.between(one.first, one.last),
            _had_it(items, datetime.combine(one.said_on, brief_at, now.tzinfo))
            if new
            else sa.true(),
        )
        for one in due
    ]
    return await insert_notices(
        db,
        for_recipients(kind, stage, now, audience).where(
            items.visible_to(Viewer.office()), items.is_open, sa.or_(*reached)
        ),
    )


def for_recipients(
    kind: ItemKind,
    stage: str,
    now: datetime,
    audience: StepAudience = StepAudience.HOLDER,
) -> sa.Select[Any]:
    """A notice for everybody of the audience of each item; the caller says of which items."""
    items = ITEMS[kind]
    return (
        sa.select(
            of(notice.c.item_kind, kind),
            items.table.c.id,
            recipient,
            of(notice.c.stage, stage),
            items.table.c.due_version,
            of(notice.c.planned_at, now),
            of(notice.c.for_day, now.date()),
        )
        .select_from(items.with_recipients(audience, now.date()))
        .order_by(items.table.c.id, recipient)
    )


def _had_it(items: Items, moment: datetime) -> Condition:
    if items.given_at is None:
        return sa.true()
    nobody = items.table.c.holder_id.is_(None)
    return sa.or_(nobody, items.given_at.is_(None), items.given_at <= moment)


async def take_up_unsent(db: AsyncSession, day: date) -> None:
    """What only a brief of an earlier day would have said, and that one never arrived, belongs to
    the brief of this day: unless that says the same item anyway.
    """
    said_today = notice.alias("said_today")
    lost = sa.select(message.c.id).where(
        message.c.kind == MessageKind.BRIEF,
        message.c.slot < str(day),
        sa.or_(
            message.c.state.in_([MessageState.FAILED, MessageState.GIVEN_UP]),
            message.c.state == MessageState.PLANNED,
            sa.and_(
                message.c.state == MessageState.CANCELLED, message.c.reason.startswith(TOO_LATE)
            ),
        ),
    )
    again = sa.exists().where(
        said_today.c.person_id == notice.c.person_id,
        said_today.c.item_kind == notice.c.item_kind,
        said_today.c.item_id == notice.c.item_id,
        said_today.c.for_day == day,
    )
    await (await db.connection()).execute(
        sa.update(notice)
        .where(notice.c.message_id.in_(lost), sa.not_(again))
        .values(message_id=None, for_day=day)
    )


async def has_briefs(db: AsyncSession, day: date) -> bool:
    """The briefs of this day were planned already."""
    there = sa.exists().where(message.c.kind == MessageKind.BRIEF, message.c.slot == str(day))
    return bool((await (await db.connection()).execute(sa.select(there))).scalar_one())


async def gather_briefs(
    db: AsyncSession,
    day: date,
    *,
    for_leaders: Mapping[ItemKind, Sequence[Due]],
    planned_for: datetime,
    useless_after: datetime,
) -> int:
    """One message for each person with notices of this day, which then belong to it.

    The leaders of the office get one too when anything is due as `for_leaders` says: they hear
    numbers by unit, not items. So do those who keep the program, when somebody waits for an
    answer about their own data. Gives how many messages are new.
    """
    unsaid = sa.and_(
        notice.c.for_day == day,
        notice.c.message_id.is_(None),
        notice.c.item_kind != ItemKind.MEETING,
    )
    something_is_late = sa.or_(
        sa.false(), *(_any_due(kind, due) for kind, due in for_leaders.items() if due)
    )
    at_work = sa.not_(sa.exists().where(leave.c.person_id == person.c.id, holds_on(day)))
    something_is_asked = sa.exists().where(request.c.done_at.is_(None))
    slot = of(message.c.slot, str(day))
    end = of(message.c.useless_after, useless_after)
    seen = people.visible_to(Viewer.office())
    planned = 0
    for told in (
        sa.select(notice.c.person_id, slot, end).where(unsaid).distinct(),
        sa.select(person.c.id, slot, end).where(seen, LEADS_THE_OFFICE, at_work, something_is_late),
        sa.select(person.c.id, slot, end).where(seen, KEEPS_THE_PROGRAM, something_is_asked),
    ):
        planned += await insert_messages(db, MessageKind.BRIEF, told, planned_for)
    await put_into_messages(db, unsaid, MessageKind.BRIEF, slot)
    return planned


def _any_due(kind: ItemKind, due: Sequence[Due]) -> Condition:
    items = ITEMS[kind]
    return sa.exists().where(
        items.visible_to(Viewer.office()),
        items.is_open,
        sa.not_(items.holder_only),
        sa.or_(*(items.table.c.due_on.between(one.first, one.last) for one in due)),
    )


async def plan_moves(db: AsyncSession, ids: Sequence[int], *, now: datetime) -> int:
    """One message for each person who holds some of these documents, heads the unit of one that
    nobody holds, or stands in for them: their due times have moved. Gives how many are new.
    """
    if not ids:
        return 0
    documents = ITEMS[ItemKind.DOCUMENT]
    table = documents.table
    await insert_notices(
        db,
        for_recipients(ItemKind.DOCUMENT, MOVED_STAGE, now).where(
            documents.visible_to(Viewer.office()),
            documents.is_open,
            table.c.id.in_(ids),
        ),
    )
    unsaid = sa.and_(notice.c.stage == MOVED_STAGE, notice.c.message_id.is_(None))
    slot = of(message.c.slot, f"{MOVED_STAGE} {now.isoformat()}")
    never = sa.cast(sa.null(), message.c.useless_after.type)
    told = sa.select(notice.c.person_id, slot, never).where(unsaid).distinct()
    planned = await insert_messages(db, MessageKind.MOVED, told, now)
    await put_into_messages(db, unsaid, MessageKind.MOVED, slot)
    return planned


async def insert_notices(db: AsyncSession, rows: sa.Select[Any]) -> int:
    """Notices from rows of their columns; those that are there stay. Gives how many are new."""
    into = ["item_kind", "item_id", "person_id", "stage", "due_version", "planned_at", "for_day"]
    insert = upserts.upsert(
        Notice, lambda insert: insert.from_select(into, rows).on_conflict_do_nothing()
    )
    done = await upserts.run(db, insert, {})
    return int(done.rowcount)


async def insert_messages(
    db: AsyncSession, kind: MessageKind, told: sa.Select[Any], planned_for: datetime
) -> int:
    """Messages: `told` selects the person, the slot and when it becomes useless."""
    start = {
        "kind": kind,
        "state": MessageState.PLANNED,
        "send_at": planned_for,
        "planned_for": planned_for,
        "attempts": 0,
        "channel": "",
        "reason": "",
        "words": "",
    }
    into = ["person_id", "slot", "useless_after", *start]
    rows = told.add_columns(*(of(message.c[name], value) for name, value in start.items()))
    rows = rows.order_by(told.selected_columns[0])
    insert = upserts.upsert(
        Message, lambda insert: insert.from_select(into, rows).on_conflict_do_nothing()
    )
    done = await upserts.run(db, insert, {})
    return int(done.rowcount)


async def put_into_messages(
    db: AsyncSession, which: Condition, kind: MessageKind, slot: sa.ColumnElement[str]
) -> None:
    """These notices belong to their person's message of this slot from now on."""
    carrier = sa.select(message.c.id).where(
        message.c.person_id == notice.c.person_id, message.c.kind == kind, message.c.slot == slot
    )
    await (await db.connection()).execute(
        sa.update(notice).where(which).values(message_id=carrier.scalar_subquery())
    )


def of(column: sa.ColumnElement[Any], value: object) -> sa.ColumnElement[Any]:
    """A value with the type of the column it goes into."""
    return sa.literal(value, type_=column.type)
