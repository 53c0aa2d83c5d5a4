"""Changing a document, with what stood there before kept beside it, so that it can be undone.

Every change is one row locked, one UPDATE and one INSERT in the caller's transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit
from storage.documents import visible_to
from storage.models import DocumentAct, ItemKind
from storage.rights import belongs, lies_with
from storage.viewer import Viewer

CAN_BE_UNDONE = timedelta(minutes=10)
_document = SQLModel.metadata.tables["incomingdocument"]
_change = SQLModel.metadata.tables["documentchange"]

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change that was made, as those who must know hear of it."""

    id: int
    document_id: int
    number_sign: str
    act: DocumentAct
    by_id: int | None
    at: datetime
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str
    undone_at: datetime | None


def answered_by(viewer: Viewer) -> Condition:
    """It lies with this person, or with somebody they stand in for today."""
    return lies_with(_document.c.holder_id, viewer)


async def change(
    db: AsyncSession,
    viewer: Viewer,
    document_id: int,
    act: DocumentAct,
    values: Mapping[str, Any],
    *,
    where: Condition,
    now: datetime,
    reason: str = "",
) -> Change | None:
    """Put the values into the document's columns and keep what stood there; note it in the audit.

    Another due time raises the due version. None when nothing was changed: the document is not
    this viewer's to see, or not as `where` says any more.
    """
    connection = await db.connection()
    found = await connection.execute(
        sa.select(_document)
        .where(visible_to(viewer), where, _document.c.id == document_id)
        .with_for_update()
    )
    row = found.mappings().first()
    if row is None:
        return None
    after = dict(values)
    if "due_on" in after and after["due_on"] != row["due_on"]:
        after["due_version"] = row["due_version"] + 1
    before = {name: row[name] for name in after}
    if after:
        await connection.execute(
            sa.update(_document)
            .where(visible_to(viewer), _document.c.id == document_id)
            .values(**after)
        )
    by_id = viewer.actor_id or viewer.person_id
    made = {
        "document_id": document_id,
        "act": act,
        "by_id": by_id,
        "account_id": viewer.account_id,
        "at": now,
        "before": _written(before),
        "after": _written(after),
        "reason": reason,
    }
    key = (await connection.execute(sa.insert(_change).values(**made))).inserted_primary_key
    assert key  # noqa: S101 - the table has one
    await audit.note(db, viewer, f"document.{act}", ItemKind.DOCUMENT, document_id, now)
    return Change(
        id=key[0],
        document_id=document_id,
        number_sign=row["number_sign"],
        act=act,
        by_id=by_id,
        at=now,
        before=before,
        after=after,
        reason=reason,
        undone_at=None,
    )


async def by_id(db: AsyncSession, viewer: Viewer, change_id: int) -> Change | None:
    """A change of a document that this viewer may see."""
    this = _changes(viewer, _change.c.id == change_id)
    row = (await (await db.connection()).execute(this)).mappings().first()
    return _read(row) if row else None


async def undo_together(
    db: AsyncSession, viewer: Viewer, change_id: int | None, *, now: datetime
) -> list[Change]:
    """Undo a change of this person's and all that was made at the same moment; None: the newest.

    Only what can still be undone: see `undo`.
    """
    one = _change.c.id == change_id if change_id is not None else sa.true()
    newest = await _newest_of(db, viewer, one, now=now)
    if newest is None:
        return []
    same = sa.and_(
        _change.c.at == newest.at,
        belongs(_change.c.by_id, viewer.actor_id or viewer.person_id),
    )
    together = _changes(Viewer.office(), same).order_by(_change.c.id)
    rows = (await (await db.connection()).execute(together)).mappings().all()
    undone = [await undo(db, viewer, row["id"], now=now) for row in rows]
    return [change for change in undone if change]


async def _newest_of(
    db: AsyncSession, viewer: Viewer, which: Condition, *, now: datetime
) -> Change | None:
    who = viewer.actor_id or viewer.person_id
    theirs = sa.and_(
        which,
        belongs(_change.c.by_id, who),
        _change.c.at > now - CAN_BE_UNDONE,
        _change.c.undone_at.is_(None),
    )
    newest = _changes(Viewer.office(), theirs).order_by(_change.c.id.desc()).limit(1)
    row = (await (await db.connection()).execute(newest)).mappings().first()
    return _read(row) if row else None


async def undo(db: AsyncSession, viewer: Viewer, change_id: int, *, now: datetime) -> Change | None:
    """Put back what stood there before, as if the change had not been made.

    None when it cannot be: it is not this person's, too long ago, undone already, or somebody
    has changed the same since. A due time that returns gets a version of its own.
    """
    who = viewer.actor_id or viewer.person_id
    connection = await db.connection()
    mine = sa.and_(
        _change.c.id == change_id,
        belongs(_change.c.by_id, who),
        _change.c.at > now - CAN_BE_UNDONE,
        _change.c.undone_at.is_(None),
    )
    row = (await connection.execute(_changes(Viewer.office(), mine))).mappings().first()
    if row is None:
        return None
    made = _read(row)
    unchanged = sa.and_(
        *(_document.c[name].is_not_distinct_from(value) for name, value in made.after.items())
    )
    before = dict(made.before)
    if "due_version" in before:
        before["due_version"] = made.after["due_version"] + 1
    if before:
        done = await connection.execute(
            sa.update(_document)
            .where(visible_to(Viewer.office()), _document.c.id == made.document_id, unchanged)
            .values(**before)
        )
        if done.rowcount != 1:
            return None
    await connection.execute(
        sa.update(_change).where(_change.c.id == change_id).values(undone_at=now)
    )
    await audit.note(
        db, viewer, "document.undone", ItemKind.DOCUMENT, made.document_id, now, detail=made.act
    )
    return made


def _changes(viewer: Viewer, which: Condition) -> sa.Select[Any]:
    return (
        sa.select(*_change.c, _document.c.number_sign)
        .select_from(_change.join(_document, _document.c.id == _change.c.document_id))
        .where(visible_to(viewer), which)
    )


def _read(row: sa.RowMapping) -> Change:
    read = {name: row[name] for name in Change.__dataclass_fields__}
    return Change(
        **{**read, "before": _values_of(read["before"]), "after": _values_of(read["after"])}
    )


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    """As JSON holds them: moments and days in ISO form."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }


def _values_of(written: Mapping[str, Any]) -> dict[str, Any]:
    """As the columns hold them."""
    return {name: _value(name, value) for name, value in written.items()}


def _value(name: str, written: Any) -> Any:
    if written is None:
        return None
    column = _document.c[name].type
    if isinstance(column, sa.types.TypeDecorator):
        column = column.impl_instance
    kind = column.python_type
    if issubclass(kind, date):
        return kind.fromisoformat(written)
    return kind(written) if issubclass(kind, Enum) else written
