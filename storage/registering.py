"""The register of incoming documents as văn thư keeps it: enter, correct, withdraw, close.

Số đến is one sequence a year (NĐ 30/2020 Đ.22.2): a number that was given stays used, whatever
becomes of the entry.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, document_changes, upserts
from storage.document_changes import Change
from storage.document_records import OPEN_STATES
from storage.documents import number_key, visible_to
from storage.folding import folded, words_in
from storage.models import (
    DocumentAct,
    DocumentKind,
    DocumentState,
    IncomingDocument,
    ItemKind,
    TimeUnit,
    Urgency,
)
from storage.viewer import Role, Viewer

_document = SQLModel.metadata.tables["incomingdocument"]
_change = SQLModel.metadata.tables["documentchange"]
NEAR = 0.8  # the share of words that two subjects must have in common


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What văn thư writes in the register of a document that came in."""

    year: int
    book_number: int
    arrived_at: datetime  # in the office's zone
    issuer: str
    number_sign: str
    dated: date
    kind: DocumentKind
    subject: str
    urgency: Urgency = Urgency.NORMAL
    unit_id: int | None = None
    due_at: datetime | None = None
    due_on: date | None = None
    due_limit: int | None = None  # the rule by which it is due, all three or none
    due_unit: TimeUnit | None = None
    due_from: datetime | None = None
    due_set_by_id: int | None = None  # the leader who set it


@dataclass(frozen=True, kw_only=True)
class Known:
    """An entry that stands in the register already, as much as is told of it."""

    id: int
    year: int
    book_number: int
    number_sign: str
    issuer: str
    subject: str
    arrived_on: date
    state: DocumentState


_KNOWN = tuple(_document.c[name] for name in Known.__dataclass_fields__)
_OPEN = _document.c.state.in_(OPEN_STATES)


def is_registrar(viewer: Viewer) -> bool:
    """Văn thư, as themselves and in nobody's stead: who may write in the register."""
    return viewer.role is Role.CLERK and viewer.person_id is not None and not viewer.on_behalf


def keeps_register(viewer: Viewer) -> sa.ColumnElement[bool]:
    """The same for a WHERE."""
    return sa.true() if is_registrar(viewer) else sa.false()


async def next_number(db: AsyncSession, year: int) -> int:
    """The next số đến of a year. It is nobody's until an entry is written with it."""
    highest = sa.select(sa.func.max(_document.c.book_number)).where(
        visible_to(Viewer.office()), _document.c.year == year
    )
    return ((await (await db.connection()).execute(highest)).scalar_one() or 0) + 1


async def by_book_number(
    db: AsyncSession, viewer: Viewer, book_number: int, year: int
) -> Known | None:
    """Whatever this number was given to, withdrawn or not."""
    this = sa.select(*_KNOWN).where(
        visible_to(viewer), _document.c.year == year, _document.c.book_number == book_number
    )
    row = (await (await db.connection()).execute(this)).mappings().first()
    return Known(**row) if row else None


async def same_as(
    db: AsyncSession,
    viewer: Viewer,
    *,
    issuer: str,
    number_sign: str,
    dated: date,
    subject: str,
) -> Known | None:
    """An entry of the same document, the newest: by issuer, number and year, or number and subject.

    However they were written: neither diacritics nor capitals tell two apart. What was withdrawn
    is none.
    """
    same_number = sa.select(*_KNOWN, _document.c.dated).where(
        visible_to(viewer),
        _document.c.number_key == number_key(number_sign),
        _document.c.state != DocumentState.WITHDRAWN,
    )
    newest = same_number.order_by(_document.c.arrived_on.desc(), _document.c.id.desc()).limit(20)
    for row in (await (await db.connection()).execute(newest)).mappings():
        by_them = _same_words(row["issuer"], issuer) and row["dated"].year == dated.year
        if by_them or _near(row["subject"], subject):
            return Known(**{name: row[name] for name in Known.__dataclass_fields__})
    return None


async def register(
    db: AsyncSession, viewer: Viewer, entry: Entry, *, now: datetime
) -> Change | None:
    """Write an entry. None, and nothing written, if the number was given meanwhile, or if this
    viewer keeps no register.

    Undoing it withdraws the entry: its number stays used.
    """
    state = DocumentState.ASSIGNED if entry.unit_id else DocumentState.REGISTERED
    values = (
        _USUAL
        | asdict(entry)
        | {
            "arrived_on": entry.arrived_at.date(),
            "number_key": number_key(entry.number_sign),
            "held_since": now if entry.unit_id else None,
            "instructed_by_id": entry.due_set_by_id,
            "state": state,
            "source_at": now,
        }
    )
    if not is_registrar(viewer):
        return None
    connection = await db.connection()
    document_id = (await upserts.run(db, _IF_FREE, values)).scalar_one_or_none()
    if document_id is None:
        return None
    made: dict[str, Any] = {
        "document_id": document_id,
        "act": DocumentAct.REGISTERED,
        "by_id": viewer.person_id,
        "account_id": viewer.account_id,
        "at": now,
        "before": {"state": DocumentState.WITHDRAWN},
        "after": {"state": state},
        "reason": "",
    }
    key = (await connection.execute(sa.insert(_change).values(**made))).inserted_primary_key
    assert key  # noqa: S101 - the table has one
    await audit.note(db, viewer, "document.registered", ItemKind.DOCUMENT, document_id, now)
    del made["account_id"]
    return Change(id=key[0], number_sign=entry.number_sign, undone_at=None, **made)


_USUAL = {
    name: column.default.arg
    for name, column in _document.c.items()
    if isinstance(column.default, sa.ColumnDefault) and column.default.is_scalar
}
_IF_FREE = upserts.upsert(
    IncomingDocument,
    lambda insert: insert.on_conflict_do_nothing(index_elements=["year", "book_number"]).returning(
        _document.c.id
    ),
)


async def correct(
    db: AsyncSession,
    viewer: Viewer,
    document_id: int,
    values: Mapping[str, Any],
    *,
    reason: str,
    now: datetime,
) -> Change | None:
    """Put other values into an entry, with the reason. `values` are columns; None as for `change`.

    A new số, ký hiệu is folded anew for looking up.
    """
    changed = dict(values)
    if sign := changed.get("number_sign"):
        changed["number_key"] = number_key(sign)
    where = keeps_register(viewer) & (_document.c.state != DocumentState.WITHDRAWN)
    return await document_changes.change(
        db,
        viewer,
        document_id,
        DocumentAct.CORRECTED,
        changed,
        where=where,
        now=now,
        reason=reason,
    )


async def withdraw(
    db: AsyncSession, viewer: Viewer, document_id: int, *, reason: str, now: datetime
) -> Change | None:
    """Take an entry out of the work, with the reason; its number stays used."""
    where = keeps_register(viewer) & (_document.c.state != DocumentState.WITHDRAWN)
    return await document_changes.change(
        db,
        viewer,
        document_id,
        DocumentAct.WITHDRAWN,
        {"state": DocumentState.WITHDRAWN},
        where=where,
        now=now,
        reason=reason,
    )


async def expects_reply(db: AsyncSession, viewer: Viewer, document_id: int) -> bool:
    """Whether it is done only with the number of the answer."""
    found = sa.select(_document.c.expects_reply).where(
        visible_to(viewer), _document.c.id == document_id
    )
    return bool((await (await db.connection()).execute(found)).scalar_one_or_none())


async def close(
    db: AsyncSession, viewer: Viewer, document_id: int, *, reply_number: str, now: datetime
) -> Change | None:
    """Văn thư marks an open document as done; `now` is in the office's zone.

    None also for one that expects a reply and is given none.
    """
    answered = sa.true() if reply_number else sa.not_(_document.c.expects_reply)
    values: dict[str, Any] = {
        "state": DocumentState.DONE,
        "done_at": now,
        "done_on": now.date(),
        **({"reply_number": reply_number} if reply_number else {}),
    }
    return await document_changes.change(
        db,
        viewer,
        document_id,
        DocumentAct.DONE,
        values,
        where=keeps_register(viewer) & _OPEN & answered,
        now=now,
    )


def _same_words(one: str, other: str) -> bool:
    return folded(one).split() == folded(other).split()


def _near(one: str, other: str) -> bool:
    first, second = words_in(one), words_in(other)
    return bool(first) and len(first & second) >= NEAR * max(len(first), len(second))
