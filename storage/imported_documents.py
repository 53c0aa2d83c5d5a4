"""The registers of documents as imported: by their natural keys, new rows and what has changed.

What somebody has changed in the chat is not undone by a register that does not know it yet, and
what was closed here is not opened again.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, merging
from storage.document_records import OPEN_STATES, incoming, outgoing
from storage.documents import outgoing_visible_to, visible_to
from storage.merging import Merge, Row, Source
from storage.models import (
    TABLES,
    DocumentAct,
    DocumentState,
    IncomingDocument,
    OutgoingDocument,
    RecordKind,
)
from storage.viewer import Viewer

_change = TABLES["documentchange"]
_TOGETHER = (
    ("due_at", "due_on"),
    ("state", "done_at", "done_on"),
    ("unit_id", "holder_id", "held_since"),
)
_ASSIGNS = ("unit_id", "holder_id")
Befores = dict[int, dict[str, list[Any]]]


async def incoming_merge(db: AsyncSession, viewer: Viewer, rows: Sequence[Row]) -> Merge:
    """What these rows of the register change. Each has at least `year` and `book_number`."""
    years = {row["year"] for row in rows}
    here = sa.select(incoming).where(visible_to(viewer), incoming.c.year.in_(years))
    known = (await (await db.connection()).execute(here)).mappings().all()
    befores = await _changed_here(db, years)

    def takes(old: sa.RowMapping, row: Row, differs: dict[str, Any]) -> bool:
        wanted = set(differs)
        _keep_closed(old, differs)
        _keep_changes(differs, befores.get(old["id"], {}))
        whole = wanted == set(differs)
        _follow(old, row, differs)
        return whole

    by_number = merging.by_key(known, _incoming_key)
    found = merging.merged(rows, by_number, key=_incoming_key, takes=takes)
    for row in found.new:
        assigned = any(row.get(name) is not None for name in _ASSIGNS)
        row.setdefault("state", DocumentState.ASSIGNED if assigned else DocumentState.REGISTERED)
    return found


async def write_incoming(db: AsyncSession, viewer: Viewer, found: Merge, source: Source) -> None:
    """Write it, and keep of every document that was here already which columns have changed."""
    await merging.write(db, IncomingDocument, found, source=source, visible=visible_to(viewer))
    await _note(db, viewer, RecordKind.DOCUMENT, found, source)


async def outgoing_merge(db: AsyncSession, viewer: Viewer, rows: Sequence[Row]) -> Merge:
    """The same of what went out. Each row has at least `year`, `number` and `sign`."""
    years = {row["year"] for row in rows}
    here = sa.select(outgoing).where(outgoing_visible_to(viewer), outgoing.c.year.in_(years))
    known = (await (await db.connection()).execute(here)).mappings().all()
    return merging.merged(rows, merging.by_key(known, _outgoing_key), key=_outgoing_key)


async def write_outgoing(db: AsyncSession, viewer: Viewer, found: Merge, source: Source) -> None:
    """As with `write_incoming`."""
    visible = outgoing_visible_to(viewer)
    await merging.write(db, OutgoingDocument, found, source=source, visible=visible)
    await _note(db, viewer, RecordKind.OUTGOING, found, source)


def _incoming_key(row: Row) -> Hashable:
    return (row["year"], row["book_number"])


def _outgoing_key(row: Row) -> Hashable:
    return (row["year"], row["number"], row["sign"])


def _keep_closed(old: sa.RowMapping, differs: dict[str, Any]) -> None:
    """A document that was closed here stays closed, and withdrawn, whatever the register says."""
    opens = differs.get("state", old["state"]) in OPEN_STATES
    if old["state"] is DocumentState.WITHDRAWN or (old["state"] not in OPEN_STATES and opens):
        _strike(differs, "state", "done_at", "done_on")


def _keep_changes(differs: dict[str, Any], befores: dict[str, list[Any]]) -> None:
    """What was changed here stays while the register still says what stood there before."""
    for names in (*_TOGETHER, *((name,) for name in [*differs])):
        told = [name for name in names if name in differs and name in befores]
        if any(merging.comparable(differs[name]) in befores[name] for name in told):
            _strike(differs, *names)


def _follow(old: sa.RowMapping, row: Row, differs: dict[str, Any]) -> None:
    """What changes with what the register says. Who had it in another unit has it no more."""
    if differs.keys() & {"due_at", "due_on"}:
        differs["due_version"] = old["due_version"] + 1
    if "unit_id" in differs and "holder_id" not in row and old["holder_id"] is not None:
        differs["holder_id"] = None
    if "holder_id" in differs:
        differs.setdefault("held_since", None)
        differs["acknowledged_at"] = None
    assigned = any(differs.get(name) is not None for name in _ASSIGNS)
    if old["state"] is DocumentState.REGISTERED and assigned:
        differs.setdefault("state", DocumentState.ASSIGNED)


def _strike(differs: dict[str, Any], *names: str) -> None:
    for name in names:
        differs.pop(name, None)


async def _changed_here(db: AsyncSession, years: Collection[int]) -> Befores:
    """By document and column what stood there before each change that still holds."""
    changes = (
        sa.select(_change.c.document_id, _change.c.before)
        .select_from(_change.join(incoming, incoming.c.id == _change.c.document_id))
        .where(
            visible_to(Viewer.office()),
            incoming.c.year.in_(years),
            _change.c.undone_at.is_(None),
            _change.c.act != DocumentAct.REGISTERED,
        )
    )
    found: Befores = defaultdict(lambda: defaultdict(list))
    for change in await (await db.connection()).execute(changes):
        for name, value in change.before.items():
            found[change.document_id][name].append(merging.comparable(value))
    return found


async def _note(
    db: AsyncSession, viewer: Viewer, kind: RecordKind, found: Merge, source: Source
) -> None:
    changed = {int(str(one)): ", ".join(sorted(row)) for one, row in found.changed.items()}
    await audit.note_each(db, viewer, "import.changed", kind, changed, source.at)
