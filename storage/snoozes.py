"""“Nhắc lại sau”: somebody asks to be reminded of one item again, at a time of their own."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, upserts
from storage.briefs import AGAIN
from storage.errors import NotFoundError
from storage.models import ItemKind, Message, MessageKind, MessageState, Notice, RecordKind
from storage.open_items import ITEMS, person
from storage.viewer import Viewer

message = SQLModel.metadata.tables["message"]

_FRESH = {"state": MessageState.PLANNED, "attempts": 0, "reason": "", "claimed_until": None}


async def snooze(
    db: AsyncSession,
    viewer: Viewer,
    kind: ItemKind,
    item_id: int,
    *,
    until: datetime,
    now: datetime,
) -> None:
    """Remind this person of this item at `until`, and not at a time they asked for before.

    Asking twice for the same time is asking once. Commit afterwards; the outbox looks by itself
    within a minute.

    Raises:
        NotFoundError: there is no such open item of which this person is to be reminded.

    """
    due_version = await _due_version(db, viewer, kind, item_id)
    audit.saw(db, RecordKind(kind), [item_id])
    theirs = f"{AGAIN} {kind} {item_id} "
    slot = theirs + until.isoformat(timespec="minutes")
    await _forget_others(db, viewer, theirs, slot)
    insert_message = upserts.upsert(
        Message,
        lambda insert: insert.on_conflict_do_update(
            index_elements=["person_id", "slot", "kind"],
            set_=_FRESH | {"send_at": insert.excluded.send_at},
            where=message.c.state == MessageState.CANCELLED,
        ),
    )
    planned = {"kind": MessageKind.ITEM, "send_at": until, "planned_for": until}
    empty = {"channel": "", "words": ""}
    await upserts.run(
        db,
        insert_message,
        {"person_id": viewer.person_id, "slot": slot, **planned, **empty, **_FRESH},
    )
    carrier = await (await db.connection()).execute(
        sa.select(message.c.id).where(
            message.c.person_id == viewer.person_id,
            message.c.slot == slot,
            message.c.kind == MessageKind.ITEM,
        )
    )
    insert_notice = upserts.upsert(Notice, lambda insert: insert.on_conflict_do_nothing())
    await upserts.run(
        db,
        insert_notice,
        {
            "item_kind": kind,
            "item_id": item_id,
            "person_id": viewer.person_id,
            "stage": f"{AGAIN} {until.isoformat(timespec='minutes')}",
            "due_version": due_version,
            "planned_at": now,
            "for_day": until.date(),
            "message_id": carrier.scalar_one(),
        },
    )


async def _due_version(db: AsyncSession, viewer: Viewer, kind: ItemKind, item_id: int) -> int:
    items = ITEMS.get(kind)
    if items is None:
        raise NotFoundError("snooze-nothing-open")
    version: int | None = (
        await (await db.connection()).execute(
            sa.select(items.table.c.due_version)
            .select_from(items.table.join(person, items.concerns))
            .where(
                items.visible_to(viewer),
                items.is_open,
                items.table.c.id == item_id,
                person.c.id == viewer.person_id,
                person.c.active,
            )
        )
    ).scalar_one_or_none()
    if version is None:
        raise NotFoundError("snooze-nothing-open")
    return version


async def _forget_others(db: AsyncSession, viewer: Viewer, theirs: str, slot: str) -> None:
    await (await db.connection()).execute(
        sa.update(message)
        .where(
            message.c.person_id == viewer.person_id,
            message.c.kind == MessageKind.ITEM,
            message.c.state == MessageState.PLANNED,
            message.c.slot.startswith(theirs, autoescape=True),
            message.c.slot != slot,
        )
        .values(state=MessageState.CANCELLED, reason="snoozed_again")
    )
