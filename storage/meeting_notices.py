"""Reminders of meetings: planned shortly before, taken back when it moves or falls away."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import meetings
from storage.models import ItemKind, MessageKind, MessageState
from storage.notices import insert_messages, insert_notices, message, notice, of, put_into_messages
from storage.open_items import WILL_BE_HELD, meeting, participant, person
from storage.viewer import Viewer

MEETING_STAGE = "meeting"


async def plan_meetings(db: AsyncSession, *, now: datetime, until: datetime) -> int:
    """A message for everybody who takes part in a meeting that starts after `now`, by `until`.

    A meeting without an hour has none. Once for each version of the meeting: when it moves,
    people are reminded again. Gives how many messages are new.
    """
    await insert_notices(
        db,
        sa.select(
            of(notice.c.item_kind, ItemKind.MEETING),
            meeting.c.id,
            person.c.id,
            of(notice.c.stage, MEETING_STAGE),
            meeting.c.version,
            of(notice.c.planned_at, now),
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
    planned = await insert_messages(db, MessageKind.MEETING, told, now)
    await put_into_messages(db, unsaid, MessageKind.MEETING, slot)
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
