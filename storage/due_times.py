"""By which rules documents are due, and what a change of the office's days did to them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, documents
from storage.models import ItemKind, RecordKind, TimeUnit
from storage.viewer import Viewer

_document = SQLModel.metadata.tables["incomingdocument"]
_pause = SQLModel.metadata.tables["duepause"]
_move = SQLModel.metadata.tables["duemove"]
_notice = SQLModel.metadata.tables["notice"]

Paused = tuple[datetime, datetime | None]
"""Since when and until when a clock stood still; without an end it still does."""

HAS_RULE = sa.and_(
    _document.c.due_limit.is_not(None),
    _document.c.due_unit.is_not(None),
    _document.c.due_from.is_not(None),
)


@dataclass(frozen=True, kw_only=True)
class DueRule:
    """So many of a unit, from a moment on, without the pauses. Moments are aware, in any zone."""

    number: int
    unit: TimeUnit
    begins_at: datetime
    pauses: tuple[Paused, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """An open document with a rule, and when it is due as it stands."""

    id: int
    rule: DueRule
    due_at: datetime | None
    due_version: int


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A document whose due time moved, as somebody is told of it; `days` are those that changed."""

    id: int
    number_sign: str
    from_at: datetime
    to_at: datetime
    days: tuple[date, ...]


async def open_by_rule(db: AsyncSession) -> Sequence[Ruled]:
    """Every open document that carries a rule, by its id. Two statements."""
    columns = ("id", "due_limit", "due_unit", "due_from", "due_at", "due_version")
    connection = await db.connection()
    rows = await connection.execute(
        sa.select(*(_document.c[name] for name in columns))
        .where(documents.visible_to(Viewer.office()), documents.IS_OPEN, HAS_RULE)
        .order_by(_document.c.id)
    )
    pauses = await _pauses_of_documents(db)
    return [
        Ruled(
            id=row.id,
            rule=DueRule(
                number=row.due_limit,
                unit=row.due_unit,
                begins_at=row.due_from,
                pauses=pauses.get(row.id, ()),
            ),
            due_at=row.due_at,
            due_version=row.due_version,
        )
        for row in rows
    ]


async def pauses_of(db: AsyncSession, kind: ItemKind, item_id: int) -> tuple[Paused, ...]:
    """When the clock of one item stood still. Whoever asks may see the item."""
    rows = await (await db.connection()).execute(
        sa.select(_pause.c.began_at, _pause.c.ended_at)
        .where(_pause.c.item_kind == kind, _pause.c.item_id == item_id)
        .order_by(_pause.c.began_at, _pause.c.id)
    )
    return tuple((row.began_at, row.ended_at) for row in rows)


async def move(
    db: AsyncSession,
    one: Ruled,
    *,
    due_at: datetime,
    due_on: date,
    days: Sequence[date],
    now: datetime,
) -> bool:
    """Give a document its new due time and keep why; False if somebody else changed it first."""
    connection = await db.connection()
    changed = await connection.execute(
        sa.update(_document)
        .where(
            documents.visible_to(Viewer.office()),
            documents.IS_OPEN,
            _document.c.id == one.id,
            _document.c.due_version == one.due_version,
        )
        .values(due_at=due_at, due_on=due_on, due_version=one.due_version + 1)
    )
    if changed.rowcount != 1:
        return False
    if one.due_at is not None:
        await connection.execute(
            sa.insert(_move).values(
                item_kind=ItemKind.DOCUMENT,
                item_id=one.id,
                due_version=one.due_version + 1,
                moved_at=now,
                from_at=one.due_at,
                to_at=due_at,
                days=[day.isoformat() for day in days],
            )
        )
    return True


async def moved(db: AsyncSession, viewer: Viewer, message_id: int) -> Sequence[Moved]:
    """What a message tells of moved due times, the first due first. One statement.

    Left out is what was closed or moved again meanwhile, and what this person may not see.
    """
    rows = await (await db.connection()).execute(
        sa.select(
            _document.c.id,
            _document.c.number_sign,
            _move.c.from_at,
            _move.c.to_at,
            _move.c.days,
        )
        .select_from(
            _notice.join(_document, _document.c.id == _notice.c.item_id).join(
                _move,
                sa.and_(
                    _move.c.item_kind == _notice.c.item_kind,
                    _move.c.item_id == _notice.c.item_id,
                    _move.c.due_version == _notice.c.due_version,
                ),
            )
        )
        .where(
            documents.visible_to(viewer),
            documents.IS_OPEN,
            _notice.c.message_id == message_id,
            _notice.c.item_kind == ItemKind.DOCUMENT,
            _notice.c.due_version == _document.c.due_version,
        )
        .order_by(_move.c.to_at, _document.c.id)
    )
    found = [
        Moved(
            id=row.id,
            number_sign=row.number_sign,
            from_at=row.from_at,
            to_at=row.to_at,
            days=tuple(date.fromisoformat(day) for day in row.days),
        )
        for row in rows
    ]
    audit.saw(db, RecordKind.DOCUMENT, [one.id for one in found])
    return found


async def _pauses_of_documents(db: AsyncSession) -> Mapping[int, tuple[Paused, ...]]:
    """Of the open ones only: what is closed is not counted again."""
    rows = await (await db.connection()).execute(
        sa.select(_pause.c.item_id, _pause.c.began_at, _pause.c.ended_at)
        .select_from(_pause.join(_document, _document.c.id == _pause.c.item_id))
        .where(
            documents.visible_to(Viewer.office()),
            documents.IS_OPEN,
            _pause.c.item_kind == ItemKind.DOCUMENT,
        )
        .order_by(_pause.c.began_at, _pause.c.id)
    )
    found: defaultdict[int, tuple[Paused, ...]] = defaultdict(tuple)
    for row in rows:
        found[row.item_id] += ((row.began_at, row.ended_at),)
    return found
