"""What people ask of their own data that is not done at once, with its clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import RequestKind

MOST_WORDS = 2_000  # characters of one request, with what was added later

_request = SQLModel.metadata.tables["datarequest"]
_account = SQLModel.metadata.tables["account"]


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request. Whose it is stands here by the account's number alone."""

    id: int
    kind: RequestKind
    asked_at: datetime
    answer_by: date
    done_at: datetime | None
    detail: str  # in the person's own words
    note: str  # in the office's
    account_id: int
    channel: str
    language: str | None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """How many wait for an answer, and by when the first must have one."""

    number: int = 0
    first: date | None = None


async def ask(
    db: AsyncSession,
    account_id: int,
    kind: RequestKind,
    *,
    detail: str,
    answer_by: date,
    now: datetime,
) -> tuple[Request, bool]:
    """The request, and whether it is new: one of a kind is open at a time.

    Asking again adds the words and moves nothing: its clock began when it was first asked.
    """
    connection = await db.connection()
    is_open = sa.and_(
        _request.c.account_id == account_id, _request.c.kind == kind, _request.c.done_at.is_(None)
    )
    before = await _found(db, is_open)
    if before:
        words = "\n".join(filter(None, (before[0].detail, detail)))[:MOST_WORDS]
        await connection.execute(sa.update(_request).where(is_open).values(detail=words))
        return before[0], False
    await connection.execute(
        sa.insert(_request).values(
            account_id=account_id,
            kind=kind,
            asked_at=now,
            answer_by=answer_by,
            detail=detail[:MOST_WORDS],
            note="",
        )
    )
    return (await _found(db, is_open))[0], True


async def of_account(db: AsyncSession, account_id: int) -> Sequence[Request]:
    """What this account has asked, oldest first."""
    return await _found(db, _request.c.account_id == account_id)


async def waiting(db: AsyncSession) -> Sequence[Request]:
    """What the office still owes an answer to, the first due first."""
    return await _found(db, _request.c.done_at.is_(None))


async def how_many_wait(db: AsyncSession) -> Waiting:
    """For whoever answers for them."""
    counted = sa.select(
        sa.func.count().label("number"),
        sa.func.min(_request.c.answer_by, type_=_request.c.answer_by.type).label("first"),
    ).where(_request.c.done_at.is_(None))
    row = (await (await db.connection()).execute(counted)).mappings().one()
    return Waiting(**row)


async def finish(db: AsyncSession, number: int, *, note: str, now: datetime) -> Request | None:
    """Write down that it was answered, and how; None if there is no such open request."""
    this = _request.c.id == number
    done = await (await db.connection()).execute(
        sa.update(_request).where(this, _request.c.done_at.is_(None)).values(done_at=now, note=note)
    )
    return (await _found(db, this))[0] if done.rowcount else None


async def _found(db: AsyncSession, which: sa.ColumnElement[bool]) -> list[Request]:
    columns: list[Any] = [
        _request.c[name]
        for name in (
            "id", "kind", "asked_at", "answer_by", "done_at", "detail", "note", "account_id",
        )
    ]  # fmt: skip
    rows = await (await db.connection()).execute(
        sa.select(*columns, _account.c.channel, _account.c.language)
        .select_from(_request.join(_account, _account.c.id == _request.c.account_id))
        .where(which)
        .order_by(_request.c.answer_by, _request.c.id)
    )
    return [Request(**row) for row in rows.mappings()]
