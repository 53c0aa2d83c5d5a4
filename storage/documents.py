"""Questions about documents. Every statement starts at a `visible_to`.

Lists of what is due are in `storage.due_documents`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, assert_never

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.document_records import (
    DIRECTION,
    OPEN_STATES,
    DocumentRecord,
    IncomingRecord,
    incoming_records,
    outgoing_records,
    pick,
    record_of,
)
from storage.document_records import incoming as _incoming
from storage.document_records import outgoing as _outgoing
from storage.folding import folded
from storage.leave_rights import reminded_instead
from storage.likeness import most_alike
from storage.models import Direction, DocumentKind, ItemKind
from storage.rights import belongs, decides
from storage.viewer import Role, Viewer

MOST_COMPARED = 1_000  # open, closed and outgoing documents each, compared with words
IS_OPEN = _incoming.c.state.in_(OPEN_STATES)


@dataclass(frozen=True, kw_only=True)
class SoughtNumber:
    """A số, ký hiệu as far as it was said: `number` without leading zeros, `groups` folded."""

    number: str
    groups: tuple[str, ...] = ()
    kind: DocumentKind | None = None  # for công văn, whose ký hiệu names no kind
    year: int | None = None
    book_year: int | None = None  # in whose register a bare number may be a số đến
    direction: Direction | None = None


@dataclass(frozen=True, kw_only=True)
class _Subject:
    """What a document is about, to be compared with words."""

    direction: Direction
    id: int
    text: str


def number_key(number_sign: str) -> str:
    """Số, ký hiệu folded for looking up: “3100/QĐ-UBND” → “3100/qd-ubnd”."""
    return "".join(folded(number_sign).split())


@decides("incomingdocument")
def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The incoming documents this person may see: the one place where that is decided.

    An officer sees what is assigned to them, a head what their room has, the leaders and the
    clerks who keep the register all of it; who runs the machines sees none. Whoever stands in for
    somebody on leave sees besides what they are reminded of in that person's place.
    """
    match viewer.role:
        case Role.OFFICE | Role.LEADER | Role.CLERK:
            return sa.true()
        case Role.HEAD:
            ours = belongs(_incoming.c.unit_id, viewer.unit_id)
            return sa.or_(_held_by(viewer), ours, _stood_in_for(viewer))
        case Role.OFFICER:
            return sa.or_(_held_by(viewer), _stood_in_for(viewer))
        case Role.CITIZEN | Role.ADMIN:
            return sa.false()
    assert_never(viewer.role)


@decides("outgoingdocument")
def outgoing_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The outgoing documents this person may see: issued ones are known throughout the office."""
    match viewer.role:
        case Role.OFFICE | Role.LEADER | Role.CLERK | Role.HEAD | Role.OFFICER:
            return sa.true()
        case Role.CITIZEN | Role.ADMIN:
            return sa.false()
    assert_never(viewer.role)


async def by_number(
    db: AsyncSession, viewer: Viewer, which: SoughtNumber, *, limit: int
) -> Sequence[DocumentRecord]:
    """Documents of either direction that bear this number, the newest first.

    Whoever shows some of them says so to `audit.saw`; so it is with `by_id` and `about`.
    A bare number is also a số đến, the number in the register of incoming documents.
    """
    incoming = incoming_records().where(
        visible_to(viewer), *_fits(_incoming, which, book=_incoming.c.book_number)
    )
    outgoing = outgoing_records().where(outgoing_visible_to(viewer), *_fits(_outgoing, which))
    both = sa.union_all(
        *([incoming] if which.direction is not Direction.OUTGOING else []),
        *([outgoing] if which.direction is not Direction.INCOMING else []),
    )
    return await _newest(db, both, limit=limit)


async def _newest(
    db: AsyncSession, both: sa.CompoundSelect[Any], *, limit: int
) -> Sequence[DocumentRecord]:
    found = both.subquery("found")
    newest = sa.select(found).order_by(found.c.dated.desc(), found.c.id.desc()).limit(limit)
    rows = (await (await db.connection()).execute(newest)).mappings()
    return [record_of(row) for row in rows]


async def by_id(db: AsyncSession, viewer: Viewer, document_id: int) -> IncomingRecord | None:
    """One incoming document; None also when it is not this person's to see."""
    this = incoming_records().where(visible_to(viewer), _incoming.c.id == document_id)
    row = (await (await db.connection()).execute(this)).mappings().first()
    return pick(IncomingRecord, row) if row else None


async def about(
    db: AsyncSession, viewer: Viewer, words: str, *, limit: int
) -> Sequence[DocumentRecord]:
    """The newest documents of either direction whose subject and issuer have these words.

    Neither database can ignore diacritics, so what they are about is compared here: two
    statements, however many documents there are. Documents closed long ago are not found so.
    """
    subjects = await _subjects(db, viewer)
    alike = most_alike(words, subjects, lambda subject: subject.text)[:limit]
    ids = {
        direction: [subject.id for subject in alike if subject.direction is direction]
        for direction in Direction
    }
    return (
        await _newest(
            db,
            sa.union_all(
                incoming_records().where(
                    visible_to(viewer), _incoming.c.id.in_(ids[Direction.INCOMING])
                ),
                outgoing_records().where(
                    outgoing_visible_to(viewer), _outgoing.c.id.in_(ids[Direction.OUTGOING])
                ),
            ),
            limit=limit,
        )
        if alike
        else ()
    )


async def _subjects(db: AsyncSession, viewer: Viewer) -> Sequence[_Subject]:
    """Whatever is open, and the newest of the rest; each branch is as long as it may be."""
    came_in = sa.select(
        sa.literal(Direction.INCOMING, type_=DIRECTION).label("direction"),
        _incoming.c.id,
        (_incoming.c.subject + " " + _incoming.c.issuer).label("text"),
        _incoming.c.dated,
    ).where(visible_to(viewer))
    newest_first = _incoming.c.arrived_on.desc()
    went_out = sa.select(
        sa.literal(Direction.OUTGOING, type_=DIRECTION).label("direction"),
        _outgoing.c.id,
        _outgoing.c.subject.label("text"),
        _outgoing.c.dated,
    ).where(outgoing_visible_to(viewer))
    branches = (
        came_in.where(IS_OPEN).order_by(newest_first),
        came_in.where(sa.not_(IS_OPEN)).order_by(newest_first),
        went_out.order_by(_outgoing.c.id.desc()),
    )
    both = sa.union_all(
        *(sa.select(branch.limit(MOST_COMPARED).subquery()) for branch in branches)
    ).subquery("both")
    newest = sa.select(both.c.direction, both.c.id, both.c.text).order_by(both.c.dated.desc())
    return [_Subject(**row) for row in (await (await db.connection()).execute(newest)).mappings()]


def _held_by(viewer: Viewer) -> ColumnElement[bool]:
    return belongs(_incoming.c.holder_id, viewer.person_id)


def _stood_in_for(viewer: Viewer) -> ColumnElement[bool]:
    return reminded_instead(viewer, ItemKind.DOCUMENT, _incoming)


def _begins(key: ColumnElement[str], number: str, mark: str) -> ColumnElement[bool]:
    """Written as a range, which an index can find; LIKE reads the whole register."""
    return sa.and_(key >= number + mark, key < number + chr(ord(mark) + 1))


def _fits(
    table: sa.Table, which: SoughtNumber, *, book: ColumnElement[int] | None = None
) -> list[ColumnElement[bool]]:
    key = table.c.number_key
    numbers = [f"{zeros}{which.number}" for zeros in ("", "0", "00")]
    numbered = sa.or_(*(_begins(key, number, mark) for number in numbers for mark in "/-"))
    bare = not which.groups and which.kind is None
    if book is not None and bare and which.number.isdecimal():
        in_book = sa.and_(table.c.year == which.book_year, book == int(which.number))
        numbered = sa.or_(numbered, in_book)
    conditions = [numbered]
    groups = sa.literal("/") + sa.func.replace(key, "-", "/") + sa.literal("/")
    conditions += [groups.like(f"%/{group}/%") for group in which.groups]
    if which.kind is not None:
        conditions.append(table.c.kind == which.kind)
    if which.year is not None:
        conditions.append(table.c.year == which.year)
    return conditions
