"""Documents that somebody was just given: who has not been told of it yet, and telling them.

Somebody counts as told once any notice of the document was planned for them after they got it,
or once it was told to whoever stood in for them then.
Which of them are told now, and in which message, is the clock's to say (`scheduler.given`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.briefs import GIVEN
from storage.models import DocumentAct, ItemKind, MessageKind, Notice, StepAudience, Urgency
from storage.notices import insert_messages, message, notice, of, put_into_messages
from storage.open_items import ITEMS, recipient
from storage.viewer import Viewer

_change = SQLModel.metadata.tables["documentchange"]
_GIVING = (DocumentAct.REGISTERED, DocumentAct.ASSIGNED, DocumentAct.RETURNED)
_TELL = upserts.upsert(Notice, lambda insert: insert.on_conflict_do_nothing())
WHENEVER_DUE = 0  # the due version of such a notice: a new due time does not make it new work


@dataclass(frozen=True, kw_only=True)
class Given:
    """A document and who is to hear that it is theirs; its stand-in, where somebody is away."""

    document_id: int
    person_id: int
    held: bool  # else nobody holds it, and the head of its unit is told
    since: datetime
    urgency: Urgency
    due_on: date | None
    due_at: datetime | None


async def untold(db: AsyncSession, *, after: datetime, now: datetime) -> Sequence[Given]:
    """What was given after a moment, is open and unsaid, and was not taken by its holder."""
    items = ITEMS[ItemKind.DOCUMENT]
    document = items.table
    since = sa.func.coalesce(document.c.held_since, document.c.arrived_at)
    told = sa.exists().where(
        notice.c.item_kind == ItemKind.DOCUMENT,
        notice.c.item_id == document.c.id,
        sa.or_(notice.c.person_id == recipient, notice.c.stage.startswith(GIVEN)),
        notice.c.planned_at >= since,
    )
    took_it = sa.exists().where(
        _change.c.document_id == document.c.id,
        _change.c.by_id == document.c.holder_id,
        _change.c.act.in_(_GIVING),
        _change.c.undone_at.is_(None),
        _change.c.at >= since,
    )
    found = await (await db.connection()).execute(
        sa.select(
            document.c.id.label("document_id"),
            recipient.label("person_id"),
            document.c.holder_id.is_not(None).label("held"),
            since.label("since"),
            document.c.urgency,
            document.c.due_on,
            document.c.due_at,
        )
        .select_from(items.with_recipients(StepAudience.HOLDER, now.date()))
        .where(
            items.visible_to(Viewer.office()),
            items.is_open,
            since > after,
            since <= now,
            sa.or_(document.c.holder_id.is_(None), document.c.held_since.is_not(None)),
            sa.not_(told),
            sa.not_(took_it),
        )
        .order_by(document.c.id, recipient)
    )
    return [Given(**row) for row in found.mappings()]


async def tell(
    db: AsyncSession, given: Iterable[Given], kind: MessageKind, slot: str, *, now: datetime
) -> int:
    """One message of this kind and slot for each person, with these documents; how many are new."""
    rows = [
        {
            "item_kind": ItemKind.DOCUMENT,
            "item_id": one.document_id,
            "person_id": one.person_id,
            "stage": f"{GIVEN} {one.since.isoformat(timespec='seconds')}",
            "due_version": WHENEVER_DUE,
            "planned_at": now,
            "for_day": now.date(),
            "message_id": None,
        }
        for one in given
    ]
    if not rows:
        return 0
    await upserts.run(db, _TELL, rows)
    unsaid = sa.and_(notice.c.message_id.is_(None), notice.c.stage.startswith(GIVEN))
    told = sa.select(
        notice.c.person_id,
        of(message.c.slot, slot),
        of(message.c.useless_after, None),
    )
    planned = await insert_messages(db, kind, told.where(unsaid).distinct(), now)
    await put_into_messages(db, unsaid, kind, of(message.c.slot, slot))
    return planned
