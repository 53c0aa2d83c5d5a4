"""Reading the audit: who looked at a record, for whoever answers for every leak.

Of a denunciation nothing can be read here (Luật Tố cáo 25/2018 Đ.8, decision 8): asked about, it
reads like a code that nobody ever had. What was asked for by a code and not shown is found again
by the seal of that code, whether there is such a record or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, assert_never

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, documents, dossiers, petitions
from storage.models import PetitionKind, RecordKind
from storage.pages import Page, screen
from storage.rights import decides
from storage.seals import Seal
from storage.viewer import STAFF, Role, Viewer

_table = SQLModel.metadata.tables
_entry, _petition, _dossier = _table["auditentry"], _table["petition"], _table["dossier"]
_incoming, _outgoing = _table["incomingdocument"], _table["outgoingdocument"]
_person = _table["person"]
_behalf = _person.alias("behalf")
_ORDINARY = (PetitionKind.COMPLAINT, PetitionKind.PROPOSAL)
_THE_OFFICE = Viewer.office()


@dataclass(frozen=True, kw_only=True)
class Record:
    """What somebody may have looked at: a record by its ids, and the seal of how it is called.

    Several ids where a number is borne by several documents; none where there is no such record.
    """

    kind: RecordKind
    ids: tuple[int, ...] = ()
    sought: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One look or act. Without a name: somebody who is not of the office."""

    at: datetime
    act: str
    channel: str
    name: str
    title: str
    behalf_name: str  # of the leader in whose place they acted
    behalf_title: str
    account_id: int | None
    found: bool  # False: they asked for it and were shown nothing


@decides("auditentry")
def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Whose looks this person may read: the administrator those at everything but denunciations.

    The program itself writes and forgets entries; nobody else reads any, not even their own.
    """
    match viewer.role:
        case Role.OFFICE:
            return sa.true()
        case Role.ADMIN:
            ordinary = (
                sa.exists()
                .where(
                    petitions.visible_to(_THE_OFFICE),
                    _petition.c.id == _entry.c.item_id,
                    _petition.c.kind.in_(_ORDINARY),
                )
                .correlate(_entry)
            )
            return sa.or_(
                _entry.c.item_kind != RecordKind.PETITION, _entry.c.item_id.is_(None), ordinary
            )
        case Role.CITIZEN | Role.OFFICER | Role.CLERK | Role.HEAD | Role.LEADER:
            return sa.false()
    assert_never(viewer.role)


async def record_called(db: AsyncSession, kind: RecordKind, code: str, *, seal: Seal) -> Record:
    """The record with this code or number, as the audit knows it. Never a denunciation.

    A number that no incoming document bears may be one of a document that went out.
    """
    sought = audit.seal_of(seal, kind, code)
    connection = await db.connection()
    ids = tuple((await connection.execute(_ids(kind, code))).scalars())
    if kind is RecordKind.DOCUMENT and not ids:
        went_out = tuple((await connection.execute(_ids(RecordKind.OUTGOING, code))).scalars())
        if went_out:
            return Record(kind=RecordKind.OUTGOING, ids=went_out, sought=sought)
    return Record(kind=kind, ids=ids, sought=sought)


async def with_tries(db: AsyncSession, record: Record, *, seal: Seal) -> Record:
    """The same record by how it is called as well: who asked for it in vain is found too."""
    if record.sought or len(record.ids) != 1:
        return record
    called = (await (await db.connection()).execute(_code(record.kind, *record.ids))).scalar()
    return replace(record, sought=audit.seal_of(seal, record.kind, called)) if called else record


def _code(kind: RecordKind, record_id: int) -> sa.Select[Any]:
    match kind:
        case RecordKind.DOSSIER:
            asked = dossiers.visible_to(_THE_OFFICE)
            return sa.select(_dossier.c.code).where(asked, _dossier.c.id == record_id)
        case RecordKind.PETITION:
            return sa.select(_petition.c.code).where(
                petitions.visible_to(_THE_OFFICE),
                _petition.c.id == record_id,
                _petition.c.kind.in_(_ORDINARY),
            )
        case RecordKind.DOCUMENT:
            asked = documents.visible_to(_THE_OFFICE)
            return sa.select(_incoming.c.number_sign).where(asked, _incoming.c.id == record_id)
        case RecordKind.OUTGOING | RecordKind.MEETING | RecordKind.PERSON:  # not asked for so
            return sa.select(sa.null()).where(sa.false())
    assert_never(kind)


def _ids(kind: RecordKind, code: str) -> sa.Select[Any]:
    match kind:
        case RecordKind.DOSSIER:
            asked = dossiers.visible_to(_THE_OFFICE)
            return sa.select(_dossier.c.id).where(asked, _dossier.c.code == code)
        case RecordKind.PETITION:
            return sa.select(_petition.c.id).where(
                petitions.visible_to(_THE_OFFICE),
                _petition.c.code == code,
                _petition.c.kind.in_(_ORDINARY),
            )
        case RecordKind.DOCUMENT:
            return sa.select(_incoming.c.id).where(
                documents.visible_to(_THE_OFFICE),
                _incoming.c.number_key == documents.number_key(code),
            )
        case RecordKind.OUTGOING:
            return sa.select(_outgoing.c.id).where(
                documents.outgoing_visible_to(_THE_OFFICE),
                _outgoing.c.number_key == documents.number_key(code),
            )
        case RecordKind.MEETING | RecordKind.PERSON:  # have no code
            return sa.select(sa.null()).where(sa.false())
    assert_never(kind)


async def newest_of(
    db: AsyncSession,
    viewer: Viewer,
    account_id: int,
    kind: RecordKind | None,
    *,
    since: datetime,
) -> Record | None:
    """What this account looked at last (“hồ sơ này”), or last asked for in vain."""
    theirs = sa.select(_entry.c.item_kind, _entry.c.item_id, _entry.c.sought).where(
        visible_to(viewer),
        _entry.c.account_id == account_id,
        _entry.c.at >= since,
        _entry.c.item_kind.in_([kind] if kind else [*RecordKind]),
        sa.or_(_entry.c.item_id.is_not(None), _entry.c.sought != ""),
    )
    found = await (await db.connection()).execute(theirs.order_by(_entry.c.id.desc()).limit(1))
    row = found.mappings().one_or_none()
    if row is None:
        return None
    ids = () if row["item_id"] is None else (row["item_id"],)
    return Record(kind=RecordKind(row["item_kind"]), ids=ids, sought=row["sought"])


async def looks_at(
    db: AsyncSession,
    viewer: Viewer,
    record: Record,
    *,
    since: datetime | None = None,
    limit: int,
    offset: int = 0,
) -> Page[Entry]:
    """Who looked at it, asked for it in vain, or changed it; the newest first."""
    which = sa.and_(_entry.c.item_kind == record.kind, _entry.c.item_id.in_(record.ids))
    if record.sought:
        which = sa.or_(which, _entry.c.sought == record.sought)
    statement = (
        sa.select(
            _entry.c.at,
            _entry.c.act,
            _entry.c.channel,
            _name(_person).label("name"),
            sa.func.coalesce(_person.c.title, "").label("title"),
            _name(_behalf).label("behalf_name"),
            sa.func.coalesce(_behalf.c.title, "").label("behalf_title"),
            _entry.c.account_id,
            _entry.c.item_id.is_not(None).label("found"),
        )
        .select_from(
            _entry.outerjoin(_person, _person.c.id == _entry.c.person_id).outerjoin(
                _behalf, _behalf.c.id == _entry.c.on_behalf_of_id
            )
        )
        .where(visible_to(viewer), which)
        .order_by(_entry.c.id.desc())
    )
    if since is not None:
        statement = statement.where(_entry.c.at >= since)
    return await screen(db, statement, _read, limit=limit, offset=offset)


def _name(of: Any) -> sa.ColumnElement[str]:
    """Of people of the office only; citizens are never named."""
    return sa.case((of.c.role.in_(sorted(STAFF)), of.c.name), else_="")


def _read(row: Mapping[str, Any]) -> Entry:
    return Entry(**{**row, "found": bool(row["found"])})
