"""Accounts of people of the office: how one is linked by a code, and how one is ended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import budgets, handovers, link_codes, people
from storage.errors import NotFoundError, ProblemError
from storage.link_rules import LinkRules
from storage.messages import UNFINISHED
from storage.models import MessageState
from storage.seals import Seal
from storage.viewer import STAFF, Role, Viewer

_table = SQLModel.metadata.tables
_account, _memory, _person = _table["account"], _table["memory"], _table["person"]
_beside = _account.alias("beside")
_lines, _files, _handed = _table["chatline"], _table["chatfile"], _table["handedfile"]
_messages, _grants = _table["message"], _table["dossiergrant"]
_follows, _news = _table["dossierfollow"], _table["dossiernews"]
_codes = _table["linkcode"]

LINK_ENDED = "link_ended"
TRIES = "link codes"
"""The kind of tally that counts an account's wrong codes."""


@dataclass(frozen=True, kw_only=True)
class Linked:
    """One account of somebody, as they are told of it: no number of theirs, no name."""

    account_id: int
    person_id: int
    person: str
    channel: str
    language: str | None
    role: Role
    linked_at: datetime
    seen_at: datetime | None


def sealed(seal: Seal, code: str) -> str:
    """What the store knows a code by."""
    return seal("link", code)


async def make_code(
    db: AsyncSession,
    person_id: int,
    *,
    seal: Seal,
    rules: LinkRules,
    now: datetime,
    made_by_id: int | None = None,
) -> str:
    """A new code for this person, in its bare form; it is nowhere else from now on.

    Codes that were made for them before and not used are void: the newest one counts.
    """
    connection = await db.connection()
    await connection.execute(_void(_codes.c.person_id == person_id, now))
    code = link_codes.new()
    await connection.execute(
        sa.insert(_codes).values(
            seal=sealed(seal, code),
            person_id=person_id,
            made_at=now,
            expires_at=now + rules.code_lasts,
            made_by_id=made_by_id,
        )
    )
    return code


async def redeem(
    db: AsyncSession, account_id: int, code: str, *, seal: Seal, rules: LinkRules, now: datetime
) -> int:
    """Put the person behind the account for whom the code was made; gives the person.

    One conditional UPDATE uses the code, so it links once, however many try it at once. Whoever
    was behind the account before is gone from it, with all that hung on it.

    Raises:
        ProblemError: wrong so often that the account is locked for a while (`account-locked`).
        NotFoundError: wrong, used, void or too old: nothing tells which (`account-code-useless`).
            It counts as a try, so the transaction must commit.

    """
    granted = await budgets.take(
        db,
        TRIES,
        str(account_id),
        limit=rules.wrong_tries,
        within=rules.locked_for,
        now=now,
        from_last=True,
    )
    if not granted:
        raise ProblemError("account-locked", minutes=rules.locked_for // timedelta(minutes=1))
    still_here = sa.select(_person.c.id).where(
        people.visible_to(Viewer.office()), _person.c.active, _person.c.role.in_(sorted(STAFF))
    )
    used = await (await db.connection()).execute(
        sa.update(_codes)
        .where(
            _codes.c.seal == sealed(seal, code),
            _codes.c.used_at.is_(None),
            _codes.c.expires_at > now,
            _codes.c.person_id.in_(still_here),
        )
        .values(used_at=now, account_id=account_id)
        .returning(_codes.c.person_id)
    )
    person_id: int | None = used.scalar_one_or_none()
    if person_id is None:
        raise NotFoundError("account-code-useless")
    await budgets.forget(db, TRIES, str(account_id))
    await _put_behind(db, account_id, person_id, now)
    return person_id


async def spoil(db: AsyncSession, code_seal: str, *, now: datetime) -> bool:
    """Make a code void at once: others have read it. False if it was of no use anyway."""
    spoilt = await (await db.connection()).execute(_void(_codes.c.seal == code_seal, now))
    return spoilt.rowcount > 0


async def void_codes(db: AsyncSession, person_id: int, *, now: datetime) -> None:
    """No code that was made for this person links any more."""
    await (await db.connection()).execute(_void(_codes.c.person_id == person_id, now))


async def linked(
    db: AsyncSession, *, person_id: int | None = None, account_id: int | None = None
) -> Sequence[Linked]:
    """The accounts behind which somebody is, the one used last first.

    Of one person, or that one account; without either, everybody's of the office, by their names.
    """
    found = (
        sa.select(
            _account.c.id.label("account_id"),
            _person.c.id.label("person_id"),
            _person.c.name.label("person"),
            _account.c.channel,
            sa.func.coalesce(_account.c.language, _person.c.language).label("language"),
            _person.c.role,
            sa.func.coalesce(_account.c.linked_at, _account.c.since).label("linked_at"),
            _account.c.seen_at,
        )
        .select_from(_account.join(_person, _person.c.id == _account.c.person_id))
        .order_by(_account.c.seen_at.desc().nulls_last(), _account.c.id)
    )
    if person_id is not None:
        found = found.where(_person.c.id == person_id)
    if account_id is not None:
        found = found.where(_account.c.id == account_id)
    if person_id is None and account_id is None:
        found = found.where(_person.c.role.in_(sorted(STAFF))).order_by(None)
        found = found.order_by(_person.c.name, _person.c.id, _account.c.id)
    rows = (await (await db.connection()).execute(found)).mappings()
    return [Linked(**row) for row in rows]


async def end(db: AsyncSession, account_ids: Collection[int], *, now: datetime) -> None:
    """From this transaction on nobody is behind these accounts, and nothing of theirs opens.

    Open buttons, half-filled forms, the history of the page, its files, what waits to be sent
    there and the dossiers that were opened there: all of it ends. The account stays, a stranger's.
    """
    await handovers.release(db, account_ids, now=now)
    connection = await db.connection()
    theirs = _account.c.id.in_(account_ids)
    chats = (
        await connection.execute(sa.select(_account.c.chat_id, _account.c.channel).where(theirs))
    ).all()
    for chat_id, channel in chats:
        here = (_lines.c.channel == channel) & (_lines.c.chat_id == chat_id)
        await connection.execute(sa.delete(_lines).where(here))
        await connection.execute(sa.delete(_files).where(_files.c.chat_id == chat_id))
        await connection.execute(sa.delete(_handed).where(_handed.c.chat_id == chat_id))
        await connection.execute(sa.delete(_memory).where(_memory.c.chat_id == chat_id))
    for opened in (_grants, _news, _follows):
        await connection.execute(sa.delete(opened).where(opened.c.account_id.in_(account_ids)))
    await connection.execute(
        sa.update(_messages)
        .where(_messages.c.account_id.in_(account_ids), _messages.c.state.in_(UNFINISHED))
        .values(state=MessageState.CANCELLED, reason=LINK_ENDED)
    )
    await connection.execute(
        sa.update(_account)
        .where(theirs)
        .values(
            person_id=None,
            linked_at=None,
            acting_for_id=None,
            acting_until=None,
            seen_at=now,
            ended_at=now,
            preferred=False,
        )
    )


async def _put_behind(db: AsyncSession, account_id: int, person_id: int, now: datetime) -> None:
    this = _account.c.id == account_id
    connection = await db.connection()
    before: int | None = (
        await connection.execute(sa.select(_account.c.person_id).where(this))
    ).scalar_one()
    if before not in (None, person_id):
        await end(db, [account_id], now=now)
    chosen_there = sa.exists().where(
        _beside.c.person_id == person_id,
        _beside.c.channel == _account.c.channel,
        _beside.c.preferred,
    )
    await connection.execute(
        sa.update(_account)
        .where(this)
        .values(
            person_id=person_id,
            preferred=chosen_there,
            linked_at=now,
            ended_at=None,
            acting_for_id=None,
            acting_until=None,
            seen_at=now,
        )
    )


def _void(which: sa.ColumnElement[bool], now: datetime) -> sa.Update:
    return sa.update(_codes).where(which, _codes.c.used_at.is_(None)).values(used_at=now)
