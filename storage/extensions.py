"""“Xin gia hạn”: who asks for more time for a document, and who says yes or no."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import document_changes, people
from storage.document_changes import Change, answered_by
from storage.documents import IS_OPEN, visible_to
from storage.errors import NotFoundError
from storage.models import DocumentAct, ExtensionState
from storage.open_items import LEADS_THE_OFFICE
from storage.rights import belongs
from storage.viewer import Role, Viewer

_document = SQLModel.metadata.tables["incomingdocument"]
_extension = SQLModel.metadata.tables["extension"]
_person = SQLModel.metadata.tables["person"]


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Somebody's wish for more time, with what its leader needs to decide."""

    id: int
    document_id: int
    number_sign: str
    subject: str
    due_on: date | None  # as it is now
    until: date
    reason: str
    state: ExtensionState
    asked_by_id: int
    asker: str
    decider_id: int
    decider: str
    decided_by: str


async def ask(
    db: AsyncSession, viewer: Viewer, document_id: int, *, until: date, reason: str, now: datetime
) -> Wish | None:
    """Ask whoever set the work for more time, in place of what was asked for it before.

    None when the document is not this person's to do, or is over. NotFoundError when nobody is
    there to decide.
    """
    connection = await db.connection()
    row = (
        await connection.execute(
            sa.select(
                _document.c.due_version, _document.c.instructed_by_id, _document.c.unit_id
            ).where(visible_to(viewer), answered_by(viewer), IS_OPEN, _document.c.id == document_id)
        )
    ).first()
    if row is None:
        return None
    decider = await _decider(db, viewer, row.instructed_by_id, row.unit_id)
    if decider is None:
        raise NotFoundError("act-extension-nobody")
    await connection.execute(
        sa.update(_extension)
        .where(_extension.c.document_id == document_id, _waits())
        .values(state=ExtensionState.GONE, decided_at=now)
    )
    asked = await connection.execute(
        sa.insert(_extension).values(
            document_id=document_id,
            asked_by_id=viewer.person_id,
            asked_at=now,
            until=until,
            reason=reason,
            due_version=row.due_version,
            decider_id=decider,
            state=ExtensionState.ASKED,
        )
    )
    assert asked.inserted_primary_key  # noqa: S101 - the table has one
    return await _by_id(db, asked.inserted_primary_key[0])


async def _decider(
    db: AsyncSession, viewer: Viewer, instructed_by_id: int | None, unit_id: int | None
) -> int | None:
    """Who wrote the instruction; else the head of the unit; else a leader of the office."""
    others = sa.and_(_person.c.active, _person.c.id != viewer.person_id)
    wrote = belongs(_person.c.id, instructed_by_id)
    heads = sa.and_(_person.c.role == Role.HEAD, belongs(_person.c.unit_id, unit_id))
    nearest = sa.case((wrote, 0), (heads, 1), else_=2)
    found = await (await db.connection()).execute(
        sa.select(_person.c.id)
        .where(
            people.visible_to(Viewer.office()),
            others,
            sa.or_(wrote, heads, LEADS_THE_OFFICE),
        )
        .order_by(nearest, _person.c.id)
        .limit(1)
    )
    return found.scalar_one_or_none()


async def by_id(db: AsyncSession, viewer: Viewer, extension_id: int) -> Wish | None:
    """A wish that this viewer made or has to decide."""
    wish = await _by_id(db, extension_id)
    concerns = wish and viewer.person_id in (wish.asked_by_id, wish.decider_id)
    return wish if concerns else None


async def waiting_for(db: AsyncSession, viewer: Viewer, *, limit: int) -> Sequence[Wish]:
    """What waits for this person's yes or no, the longest first."""
    waiting = _wishes(
        _waits() & belongs(_extension.c.decider_id, viewer.person_id) & IS_OPEN
    ).order_by(_extension.c.id)
    rows = (await (await db.connection()).execute(waiting.limit(limit))).mappings()
    return [Wish(**row) for row in rows]


async def decide(
    db: AsyncSession,
    viewer: Viewer,
    extension_id: int,
    *,
    granted: bool,
    due_at: datetime,
    now: datetime,
) -> Change | None:
    """Say yes: the document is due at `due_at`, on the day that was asked for. Or say no.

    The change; of a no one that changes nothing. None when there is nothing to decide any more:
    decided, taken back, not theirs to decide, or the document is over or has another due time.
    """
    connection = await db.connection()
    state = ExtensionState.GRANTED if granted else ExtensionState.REFUSED
    decided = await connection.execute(
        sa.update(_extension)
        .where(
            _extension.c.id == extension_id,
            _waits(),
            belongs(_extension.c.decider_id, viewer.person_id),
        )
        .values(state=state, decided_by_id=viewer.actor_id or viewer.person_id, decided_at=now)
        .returning(_extension.c.document_id, _extension.c.until, _extension.c.due_version)
    )
    row = decided.first()
    if row is None:
        return None
    return await document_changes.change(
        db,
        viewer,
        row.document_id,
        DocumentAct.EXTENDED,
        {"due_on": row.until, "due_at": due_at} if granted else {},
        where=IS_OPEN & (_document.c.due_version == row.due_version),
        now=now,
    )


async def decision_undone(db: AsyncSession, made: Change) -> None:
    """The wish waits again, as it did before the decision that was undone."""
    await (await db.connection()).execute(
        sa.update(_extension)
        .where(_extension.c.document_id == made.document_id, _extension.c.decided_at == made.at)
        .values(
            state=ExtensionState.ASKED,
            decided_by_id=None,
            decided_at=None,
            due_version=sa.select(_document.c.due_version)
            .where(visible_to(Viewer.office()), _document.c.id == made.document_id)
            .scalar_subquery(),
        )
    )


async def _by_id(db: AsyncSession, extension_id: int) -> Wish | None:
    this = _wishes(_extension.c.id == extension_id)
    row = (await (await db.connection()).execute(this)).mappings().first()
    return Wish(**row) if row else None


def _waits() -> sa.ColumnElement[bool]:
    return _extension.c.state == ExtensionState.ASKED


def _wishes(which: sa.ColumnElement[bool]) -> sa.Select[tuple[object, ...]]:
    """For whoever made the wish or decides it: the caller's condition says which."""
    asker, decider, decided_by = (_person.alias(name) for name in ("asker", "decider", "said"))
    return (
        sa.select(
            _extension.c.id,
            _extension.c.document_id,
            _document.c.number_sign,
            _document.c.subject,
            _document.c.due_on,
            _extension.c.until,
            _extension.c.reason,
            _extension.c.state,
            _extension.c.asked_by_id,
            asker.c.name.label("asker"),
            _extension.c.decider_id,
            decider.c.name.label("decider"),
            sa.func.coalesce(decided_by.c.name, "").label("decided_by"),
        )
        .select_from(
            _extension.join(_document, _document.c.id == _extension.c.document_id)
            .join(asker, asker.c.id == _extension.c.asked_by_id)
            .join(decider, decider.c.id == _extension.c.decider_id)
            .outerjoin(decided_by, decided_by.c.id == _extension.c.decided_by_id)
        )
        .where(visible_to(Viewer.office()), which)
    )
