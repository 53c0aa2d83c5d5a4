"""What is due, over documents, dossiers and petitions together: the facts of a brief.

Every part of the union has the `visible_to` of its own table in its WHERE; of a denunciation,
therefore, nobody but its holder hears here either, nor is it counted for anybody else.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit
from storage.kept import kept
from storage.models import ItemKind, RecordKind, Urgency
from storage.open_items import ITEMS, Condition
from storage.rights import belongs
from storage.viewer import Role, Viewer

_procedure = SQLModel.metadata.tables["procedure"]


Named = Mapping[ItemKind, Collection[int]]
"""Items by their kind and number."""

NOTHING_NAMED: Named = {}


@dataclass(frozen=True, kw_only=True)
class DueItem:
    """One thing that somebody holds. Of a petition nothing is said, so `about` is empty."""

    kind: ItemKind
    id: int
    label: str
    about: str
    issuer: str  # of a document
    urgency: Urgency
    due_on: date | None
    due_at: datetime | None
    due_version: int
    holder_id: int | None
    source_at: datetime


@dataclass(frozen=True, kw_only=True)
class DueKind:
    """All of one kind: how many are late, due today and due soon, and the first of them."""

    kind: ItemKind
    late: int
    today: int
    soon: int
    items: tuple[DueItem, ...]


async def held(
    db: AsyncSession,
    viewer: Viewer,
    *,
    today: date,
    tomorrow: date,
    last: date,
    each: int,
    shown: bool = True,
    also: Named = NOTHING_NAMED,
) -> tuple[DueKind, ...]:
    """What this person is to do by `last`, `each` of a kind, the longest due first.

    Due today is what falls before `tomorrow`, the next working day. A head also has what lies
    with the unit and is held by nobody. `also`: what is to be listed however late it is due and
    however many there are. With `shown` False they are counted only. One statement.
    """
    days: dict[str, Any] = {"today": today, "tomorrow": tomorrow, "last": last}
    days |= {f"also_{kind}": tuple(also.get(kind, ())) for kind in ITEMS}
    found = await (await db.connection()).execute(_held(viewer.rights, each), days)
    rows = found.mappings().all()
    for row in rows if shown else ():
        audit.saw(db, RecordKind(row["kind"]), [row["id"]])
    return tuple(
        _kind(kind, of_it) for kind in ITEMS if (of_it := [r for r in rows if r["kind"] == kind])
    )


@kept
def _held(viewer: Viewer, each: int) -> sa.Select[Any]:
    today: sa.BindParameter[date] = sa.bindparam("today", type_=sa.Date)
    tomorrow: sa.BindParameter[date] = sa.bindparam("tomorrow", type_=sa.Date)
    every = sa.union_all(*(_own(kind, viewer) for kind in ITEMS)).subquery("every")
    counted = sa.select(
        *every.c,
        _number(every.c.due_on < today).over(partition_by=every.c.kind).label("late"),
        _number(every.c.due_on >= today, every.c.due_on < tomorrow)
        .over(partition_by=every.c.kind)
        .label("today"),
        _number(every.c.due_on >= tomorrow).over(partition_by=every.c.kind).label("soon"),
        sa.func.row_number()
        .over(order_by=(every.c.due_on, every.c.id), partition_by=every.c.kind)
        .label("place_in_list"),
    ).subquery("counted")
    return (
        sa.select(counted)
        .where(sa.or_(counted.c.place_in_list <= each, _is_also(counted)))
        .order_by(counted.c.kind, counted.c.place_in_list)
    )


def _also(kind: ItemKind) -> sa.BindParameter[int]:
    return sa.bindparam(f"also_{kind}", type_=sa.Integer(), expanding=True)


def _is_also(items: sa.FromClause) -> Condition:
    return sa.or_(
        *(sa.and_(items.c.kind == kind.value, items.c.id.in_(_also(kind))) for kind in ITEMS)
    )


async def still_open(
    db: AsyncSession, viewer: Viewer, kind: ItemKind, item_id: int
) -> DueItem | None:
    """One of them, if there is still something to do about it and this person may see it."""
    if kind not in ITEMS:
        return None
    statement = _open(kind, viewer).where(ITEMS[kind].table.c.id == item_id)
    row = (await (await db.connection()).execute(statement)).mappings().one_or_none()
    if row is None:
        return None
    audit.saw(db, RecordKind(row["kind"]), [row["id"]])
    return _item(row)


async def named(db: AsyncSession, viewer: Viewer, items: Named) -> Sequence[DueItem]:
    """These items, as far as they are open and this person may see them. One statement.

    The longest due first.
    """
    parts = [
        _open(kind, viewer).where(ITEMS[kind].table.c.id.in_(ids)) for kind, ids in items.items()
    ]
    if not parts:
        return ()
    every = sa.union_all(*parts).subquery("every")
    ordered = sa.select(every).order_by(every.c.due_on.is_(None), every.c.due_on, every.c.id)
    rows = (await (await db.connection()).execute(ordered)).mappings().all()
    for row in rows:
        audit.saw(db, RecordKind(row["kind"]), [row["id"]])
    return [_item(row) for row in rows]


def _own(kind: ItemKind, viewer: Viewer) -> sa.Select[Any]:
    table = ITEMS[kind].table
    return _open(kind, viewer).where(
        sa.or_(
            table.c.due_on <= sa.bindparam("last"),
            table.c.id.in_(_also(kind)),
        ),
        _to_do_by(table, viewer),
    )


def _open(kind: ItemKind, viewer: Viewer) -> sa.Select[Any]:
    items = ITEMS[kind]
    table = items.table
    about, source, issuer, urgency = _described(kind)
    return (
        sa.select(
            sa.literal(kind.value).label("kind"),
            table.c.id,
            items.label.label("label"),
            about.label("about"),
            issuer.label("issuer"),
            urgency.label("urgency"),
            table.c.due_on,
            table.c.due_at,
            table.c.due_version,
            table.c.holder_id,
            table.c.source_at,
        )
        .select_from(source)
        .where(items.visible_to(viewer), items.is_open)
    )


def _described(
    kind: ItemKind,
) -> tuple[sa.ColumnElement[Any], sa.FromClause, sa.ColumnElement[Any], sa.ColumnElement[Any]]:
    """What an item is about, where that is read, who sent it and how urgent it is."""
    table = ITEMS[kind].table
    if kind is ItemKind.DOCUMENT:
        return table.c.subject, table, table.c.issuer, table.c.urgency
    normal = sa.literal(Urgency.NORMAL.value)
    if kind is ItemKind.DOSSIER:
        named = table.outerjoin(_procedure, _procedure.c.id == table.c.procedure_id)
        return sa.func.coalesce(_procedure.c.name, ""), named, sa.literal(""), normal
    return sa.literal(""), table, sa.literal(""), normal


def _to_do_by(table: sa.Table, viewer: Viewer) -> Condition:
    """They hold it; a head also what the unit has and nobody holds."""
    holds = belongs(table.c.holder_id, viewer.person_id)
    if viewer.role is not Role.HEAD:
        return holds
    return sa.or_(
        holds, sa.and_(table.c.holder_id.is_(None), belongs(table.c.unit_id, viewer.unit_id))
    )


def _number(*conditions: Condition) -> sa.Function[Any]:
    return sa.func.sum(sa.case((sa.and_(*conditions), 1), else_=0))


def _kind(kind: ItemKind, rows: Sequence[sa.RowMapping]) -> DueKind:
    first = rows[0]
    return DueKind(
        kind=kind,
        late=first["late"],
        today=first["today"],
        soon=first["soon"],
        items=tuple(_item(row) for row in rows),
    )


def _item(row: sa.RowMapping) -> DueItem:
    read = {name: row[name] for name in DueItem.__dataclass_fields__}
    return DueItem(**{**read, "kind": ItemKind(read["kind"]), "urgency": Urgency(read["urgency"])})
