"""Who may give which document to whom, and giving it.

NĐ 30/2020 Đ.23: whoever leads the office says which unit or person handles a document and by
when; văn thư hands it over as they were told. The head of a unit divides its work.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, assert_never

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import document_changes, documents
from storage.document_changes import Change
from storage.document_records import OPEN_STATES
from storage.models import DocumentAct, DocumentState, TimeUnit
from storage.people import visible_to as people_visible_to
from storage.rights import belongs
from storage.viewer import Role, Viewer

_document = SQLModel.metadata.tables["incomingdocument"]
_person = SQLModel.metadata.tables["person"]
_unit = SQLModel.metadata.tables["unit"]
WORKS = (Role.OFFICER, Role.CLERK, Role.HEAD)
"""Whom a document may be given to."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """To whom a document goes, until when and with which words. No due date leaves the old one."""

    unit_id: int | None = None  # without a person: to the unit, whose head divides it
    person_id: int | None = None
    due_at: datetime | None = None
    due_on: date | None = None
    due_limit: int | None = None  # the rule by which it is due, all three or none
    due_unit: TimeUnit | None = None
    due_from: datetime | None = None
    set_by_id: int | None = None  # who says so: a leader, or the head of the unit
    instruction: str = ""  # in their words


@dataclass(frozen=True, kw_only=True)
class Target:
    """A unit, or a person and their unit, that a document may be given to."""

    unit_id: int
    unit: str
    person_id: int | None = None
    name: str = ""


def may_assign(viewer: Viewer) -> sa.ColumnElement[bool]:
    """The open documents that this person may give to somebody.

    Văn thư as told, and the leaders of the Office, who have a unit in the house: all of them. A
    head: those of their unit. Who presides over the province gives them through the Office.
    """
    return _document.c.state.in_(OPEN_STATES) & _range(viewer)


def _range(viewer: Viewer) -> sa.ColumnElement[bool]:
    match viewer.role:
        case Role.CLERK:
            return sa.false() if viewer.on_behalf or viewer.person_id is None else sa.true()
        case Role.LEADER:
            return _leads_the_office(viewer)
        case Role.HEAD:
            return belongs(_document.c.unit_id, viewer.unit_id)
        case Role.OFFICE | Role.OFFICER | Role.CITIZEN | Role.ADMIN:
            return sa.false()
    assert_never(viewer.role)


def _leads_the_office(viewer: Viewer) -> sa.ColumnElement[bool]:
    unit = _unit.alias("own")
    return sa.exists().where(belongs(unit.c.id, viewer.unit_id), sa.not_(unit.c.outside))


def _may_get(viewer: Viewer) -> sa.ColumnElement[bool]:
    """The units of the house that this person may give to; a head only to their own people."""
    inside = sa.not_(_unit.c.outside)
    if viewer.role is Role.HEAD:
        return inside & belongs(_unit.c.id, viewer.unit_id)
    return inside


async def target(
    db: AsyncSession, viewer: Viewer, *, unit_id: int | None = None, person_id: int | None = None
) -> Target | None:
    """The unit or the person, if this viewer may give documents to them.

    A unit alone is nobody whom its own head could give anything to.
    """
    if person_id is not None:
        this = (
            sa.select(
                _unit.c.id.label("unit_id"),
                _unit.c.name.label("unit"),
                _person.c.id.label("person_id"),
                _person.c.name,
            )
            .join_from(_person, _unit, _unit.c.id == _person.c.unit_id)
            .where(
                people_visible_to(viewer),
                _may_get(viewer),
                _person.c.id == person_id,
                _person.c.active,
                _person.c.role.in_(WORKS),
            )
        )
    elif unit_id is not None and viewer.role is not Role.HEAD:
        this = sa.select(_unit.c.id.label("unit_id"), _unit.c.name.label("unit")).where(
            _may_get(viewer), _unit.c.id == unit_id
        )
    else:
        return None
    row = (await (await db.connection()).execute(this)).mappings().first()
    return Target(**row) if row else None


async def assigns(db: AsyncSession, viewer: Viewer) -> bool:
    """Whether this person gives documents to others at all."""
    match viewer.role:
        case Role.HEAD:
            return viewer.unit_id is not None
        case Role.CLERK | Role.LEADER:
            return bool((await (await db.connection()).execute(sa.select(_range(viewer)))).scalar())
        case Role.OFFICE | Role.OFFICER | Role.CITIZEN | Role.ADMIN:
            return False
    assert_never(viewer.role)


async def is_assignable(db: AsyncSession, viewer: Viewer, document_id: int) -> bool:
    """Whether this person may give this document to somebody."""
    found = sa.select(_document.c.id).where(
        documents.visible_to(viewer), may_assign(viewer), _document.c.id == document_id
    )
    return (await (await db.connection()).execute(found)).first() is not None


async def assign(
    db: AsyncSession,
    viewer: Viewer,
    document_id: int,
    given: Given,
    *,
    due_version: int,
    now: datetime,
) -> Change | None:
    """Give a document, if it still has the due time that was read back.

    None where it is not this viewer's to give, or not to this unit or person. What stood there
    about a due time and its rule goes when another one is set.
    """
    to = await target(db, viewer, unit_id=given.unit_id, person_id=given.person_id)
    if to is None:
        return None
    values: dict[str, Any] = {
        "unit_id": to.unit_id,
        "holder_id": to.person_id,
        "held_since": now,
        "acknowledged_at": None,
        "state": DocumentState.ASSIGNED,
    }
    if given.due_on is not None:
        values |= {
            "due_at": given.due_at,
            "due_on": given.due_on,
            "due_limit": given.due_limit,
            "due_unit": given.due_unit,
            "due_from": given.due_from,
            "due_set_by_id": given.set_by_id,
        }
    if given.instruction:
        values |= {"instruction": given.instruction, "instructed_by_id": given.set_by_id}
    return await document_changes.change(
        db,
        viewer,
        document_id,
        DocumentAct.ASSIGNED,
        values,
        where=may_assign(viewer)
        & (_document.c.due_version == due_version)
        & _may_set_due(viewer, given.due_on),
        now=now,
    )


def _may_set_due(viewer: Viewer, due_on: date | None) -> sa.ColumnElement[bool]:
    """A head may ask for it earlier than a leader did, never later."""
    if viewer.role is not Role.HEAD or due_on is None:
        return sa.true()
    own = belongs(_document.c.due_set_by_id, viewer.person_id)
    return _document.c.due_on.is_(None) | own | (_document.c.due_on >= due_on)


async def who_had(db: AsyncSession, change: Change) -> Sequence[int]:
    """Who answered for a document before a change: its holder, or while it had none the heads of
    its unit.
    """
    connection = await db.connection()
    now_has = sa.select(_document.c.unit_id, _document.c.holder_id).where(
        documents.visible_to(Viewer.office()), _document.c.id == change.document_id
    )
    row = (await connection.execute(now_has)).mappings().one()
    had = {**row, **change.before}
    if had["holder_id"] is not None:
        return (had["holder_id"],)
    heads = sa.select(_person.c.id).where(
        people_visible_to(Viewer.office()),
        belongs(_person.c.unit_id, had["unit_id"]),
        _person.c.role == Role.HEAD,
        _person.c.active,
    )
    return (await connection.execute(heads)).scalars().all()


async def is_leader(db: AsyncSession, person_id: int) -> bool:
    """Whether this person may set a due time: one of the leaders."""
    found = sa.select(_person.c.id).where(
        people_visible_to(Viewer.office()),
        _person.c.id == person_id,
        _person.c.role == Role.LEADER,
        _person.c.active,
    )
    return (await (await db.connection()).execute(found)).first() is not None
