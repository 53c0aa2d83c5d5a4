"""Who should hear of what: notices, planned by rules, and the messages that carry them.

Planning is one INSERT … SELECT a rule; the unique keys decide, so planning again, or in two
processes at once, adds nothing. Rows go in in the order of their ids, so that two planners wait
for one another in turn instead of for ever. Nothing here commits: the caller's transaction does.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import meetings, people, upserts
from storage.models import ItemKind, Message, MessageKind, MessageState, Notice
from storage.open_items import (
    ITEMS,
    LEADS_THE_OFFICE,
    WILL_BE_HELD,
    Audience,
    Condition,
    meeting,
    participant,
    person,
)
from storage.viewer import Role, Viewer

notice = SQLModel.metadata.tables["notice"]
message = SQLModel.metadata.tables["message"]
request = SQLModel.metadata.tables["datarequest"]

MEETING_STAGE = "meeting"
MOVED_STAGE = "moved"
KEEPS_THE_PROGRAM = sa.and_(person.c.active, person.c.role == Role.ADMIN)


async def plan_rule(
    db: AsyncSession,
    kind: ItemKind,
    audience: Audience,
    *,
    due: tuple[date, date],
    stage: str,
    today: date,
    now: datetime,
) -> int:
    """A notice for everybody of the audience and every open item due between two days.

    Both days are included. Gives how many are new.
    """
    items = ITEMS[kind]
    table = items.table
    return await _insert_notices(
        db,
        sa.select(
            _of(notice.c.item_kind, kind),
            table.c.id,
            person.c.id,
            _of(notice.c.stage, stage),
            table.c.due_version,
            _of(notice.c.planned_at, now),
            _of(notice.c.for_day, today),
        )
        .select_from(table.join(person, items.hears(audience)))
        .where(
            items.visible_to(Viewer.office()),
            items.is_open,
            person.c.active,
            table.c.due_on.between(*due),
        )
        .order_by(table.c.id, person.c.id),
    )


async def has_briefs(db: AsyncSession, day: date) -> bool:
    """The briefs of this day were planned already."""
    there = sa.exists().where(message.c.kind == MessageKind.BRIEF, message.c.slot == str(day))
    return bool((await (await db.connection()).execute(sa.select(there))).scalar_one())


async def gather_briefs(
    db: AsyncSession, day: date, *, late_stage: str, planned_for: datetime, useless_after: datetime
) -> int:
    """One message for each person with notices of this day, which then belong to it.

    The leaders of the office get one too when anything is late: they hear numbers by unit, not
    items. So do those who keep the program, when somebody waits for an answer about their own
    data. Gives how many messages are new.
    """
    unsaid = sa.and_(
        notice.c.for_day == day,
        notice.c.message_id.is_(None),
        notice.c.item_kind != ItemKind.MEETING,
    )
    something_is_late = sa.exists().where(notice.c.for_day == day, notice.c.stage == late_stage)
    something_is_asked = sa.exists().where(request.c.done_at.is_(None))
    slot = _of(message.c.slot, str(day))
    end = _of(message.c.useless_after, useless_after)
    seen = people.visible_to(Viewer.office())
    planned = 0
    for told in (
        sa.select(notice.c.person_id, slot, end).where(unsaid).distinct(),
        sa.select(person.c.id, slot, end).where(seen, LEADS_THE_OFFICE, something_is_late),
        sa.select(person.c.id, slot, end).where(seen, KEEPS_THE_PROGRAM, something_is_asked),
    ):
        planned += await _insert_messages(db, MessageKind.BRIEF, told, planned_for)
    await _put_into_messages(db, unsaid, MessageKind.BRIEF, slot)
    return planned


async def plan_meetings(db: AsyncSession, *, now: datetime, until: datetime) -> int:
    """A message for everybody who takes part in a meeting that starts after `now`, by `until`.

    A meeting without an hour has none. Once for each version of the meeting: when it moves,
    people are reminded again. Gives how many messages are new.
    """
    await _insert_notices(
        db,
        sa.select(
            _of(notice.c.item_kind, ItemKind.MEETING),
            meeting.c.id,
            person.c.id,
            _of(notice.c.stage, MEETING_STAGE),
            meeting.c.version,
            _of(notice.c.planned_at, now),
            meeting.c.day,
        )
        .select_from(
            meeting.join(participant, participant.c.meeting_id == meeting.c.id).join(
                person, person.c.id == participant.c.person_id
            )
        )
        .where(
            meetings.visible_to(Viewer.office()),
            WILL_BE_HELD,
            person.c.active,
            meeting.c.starts_at > now,
            meeting.c.starts_at <= until,
        )
        .order_by(meeting.c.id, person.c.id),
    )
    unsaid = sa.and_(notice.c.item_kind == ItemKind.MEETING, notice.c.message_id.is_(None))
    slot = (
        sa.literal("meeting ")
        + sa.cast(notice.c.item_id, sa.String)
        + sa.literal(" v")
        + sa.cast(notice.c.due_version, sa.String)
    )
    told = (
        sa.select(notice.c.person_id, slot, meeting.c.starts_at)
        .select_from(notice.join(meeting, meeting.c.id == notice.c.item_id))
        .where(meetings.visible_to(Viewer.office()), unsaid)
    )
    planned = await _insert_messages(db, MessageKind.MEETING, told, now)
    await _put_into_messages(db, unsaid, MessageKind.MEETING, slot)
    return planned


async def plan_moves(db: AsyncSession, ids: Sequence[int], *, now: datetime) -> int:
    """One message for each person who holds some of these documents, or heads the unit of one
    that nobody holds: their due times have moved. Gives how many messages are new.
    """
    if not ids:
        return 0
    documents = ITEMS[ItemKind.DOCUMENT]
    table = documents.table
    await _insert_notices(
        db,
        sa.select(
            _of(notice.c.item_kind, ItemKind.DOCUMENT),
            table.c.id,
            person.c.id,
            _of(notice.c.stage, MOVED_STAGE),
            table.c.due_version,
            _of(notice.c.planned_at, now),
            _of(notice.c.for_day, now.date()),
        )
        .select_from(table.join(person, documents.hears(Audience.HOLDER)))
        .where(
            documents.visible_to(Viewer.office()),
            documents.is_open,
            person.c.active,
            table.c.id.in_(ids),
        )
        .order_by(table.c.id, person.c.id),
    )
    unsaid = sa.and_(notice.c.stage == MOVED_STAGE, notice.c.message_id.is_(None))
    slot = _of(message.c.slot, f"{MOVED_STAGE} {now.isoformat()}")
    never = sa.cast(sa.null(), message.c.useless_after.type)
    told = sa.select(notice.c.person_id, slot, never).where(unsaid).distinct()
    planned = await _insert_messages(db, MessageKind.MOVED, told, now)
    await _put_into_messages(db, unsaid, MessageKind.MOVED, slot)
    return planned


async def cancel_superseded_meetings(db: AsyncSession) -> int:
    """Take back unsent reminders of a meeting that moved, will not be, or lost the person."""
    as_planned = sa.exists().where(
        meetings.visible_to(Viewer.office()),
        notice.c.message_id == message.c.id,
        meeting.c.id == notice.c.item_id,
        meeting.c.version == notice.c.due_version,
        WILL_BE_HELD,
        participant.c.meeting_id == meeting.c.id,
        participant.c.person_id == notice.c.person_id,
    )
    done = await (await db.connection()).execute(
        sa.update(message)
        .where(
            message.c.kind == MessageKind.MEETING,
            message.c.state == MessageState.PLANNED,
            sa.not_(as_planned),
        )
        .values(state=MessageState.CANCELLED, reason="superseded")
    )
    return done.rowcount


async def _insert_notices(db: AsyncSession, rows: sa.Select[Any]) -> int:
    into = ["item_kind", "item_id", "person_id", "stage", "due_version", "planned_at", "for_day"]
    insert = upserts.upsert(
        Notice, lambda insert: insert.from_select(into, rows).on_conflict_do_nothing()
    )
    done = await upserts.run(db, insert, {})
    return int(done.rowcount)


async def _insert_messages(
    db: AsyncSession, kind: MessageKind, told: sa.Select[Any], planned_for: datetime
) -> int:
    """`told` selects the person, the slot and when the message becomes useless."""
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
    rows = told.add_columns(*(_of(message.c[name], value) for name, value in start.items()))
    rows = rows.order_by(told.selected_columns[0])
    insert = upserts.upsert(
        Message, lambda insert: insert.from_select(into, rows).on_conflict_do_nothing()
    )
    done = await upserts.run(db, insert, {})
    return int(done.rowcount)


async def _put_into_messages(
    db: AsyncSession, which: Condition, kind: MessageKind, slot: sa.ColumnElement[str]
) -> None:
    carrier = sa.select(message.c.id).where(
        message.c.person_id == notice.c.person_id, message.c.kind == kind, message.c.slot == slot
    )
    await (await db.connection()).execute(
        sa.update(notice).where(which).values(message_id=carrier.scalar_subquery())
    )


def _of(column: sa.ColumnElement[Any], value: object) -> sa.ColumnElement[Any]:
    """A value with the type of the column it goes into."""
    return sa.literal(value, type_=column.type)
