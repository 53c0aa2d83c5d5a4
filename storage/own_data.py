"""What is kept about one account, and how it is deleted (Luật 91/2025/QH15: see, delete).

Everything here is found by the account's own number or its own chat: of nobody else is a word in
it. What the office has in its records (dossiers, petitions, registers) is not the account's.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import data_requests, dossiers, told_first
from storage.data_requests import Request
from storage.messages import UNFINISHED
from storage.models import HandoverState, MessageKind, MessageState
from storage.seals import Seal
from storage.viewer import Viewer

FORGOTTEN = "forgotten"
"""In a session's `info`, and the reason of a message: this conversation was deleted."""

COUNTED_BY_CHAT = ("dossier codes",)  # kinds of tallies whose key is a seal of the chat
A_DAY = timedelta(days=1)  # no budget is counted for longer

_table = SQLModel.metadata.tables
_account, _memory = _table["account"], _table["memory"]
_lines, _files, _handed = _table["chatline"], _table["chatfile"], _table["handedfile"]
_messages, _grants, _dossiers = _table["message"], _table["dossiergrant"], _table["dossier"]
_follows, _news = _table["dossierfollow"], _table["dossiernews"]
_handovers, _said = _table["handover"], _table["handoverline"]
_tallies, _tried, _audit = _table["tally"], _table["tried"], _table["auditentry"]


@dataclass(frozen=True, kw_only=True)
class KeptAccount:
    """How somebody is known on a channel."""

    channel: str
    external_id: str
    since: datetime
    seen_at: datetime | None
    language: str | None
    linked_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class KeptLine:
    """Something said; `html` is empty where the channel keeps the words itself."""

    at: datetime
    ours: bool
    html: str


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """A picture or a document; `size` in bytes."""

    name: str
    size: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class KeptGrant:
    """A dossier that this account has opened as its owner's, or follows."""

    code: str
    since: datetime


@dataclass(frozen=True, kw_only=True)
class KeptHandover:
    """A conversation with a person of the office."""

    asked_at: datetime
    ended_at: datetime | None
    lines: tuple[tuple[datetime, bool, str], ...]  # when, by the officer, the words


@dataclass(frozen=True, kw_only=True)
class Interrupted:
    """A conversation with an officer that ended because its other side was deleted."""

    id: int
    officer_account_id: int


@dataclass(frozen=True, kw_only=True)
class KeptMessage:
    """Something that waits to be said here."""

    kind: MessageKind
    send_at: datetime
    words: str


@dataclass(frozen=True, kw_only=True)
class KeptAct:
    """An entry of the audit: something this account did."""

    at: datetime
    act: str


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Everything kept about one account, oldest first."""

    account: KeptAccount
    told_first: str | None  # the channel that its person chose to be told things on
    form: tuple[str, ...]  # what a form that is being filled in was told
    lines: tuple[KeptLine, ...]
    files: tuple[KeptFile, ...]
    grants: tuple[KeptGrant, ...]
    follows: tuple[KeptGrant, ...]
    requests: tuple[Request, ...]
    handovers: tuple[KeptHandover, ...]
    waiting: tuple[KeptMessage, ...]
    tries: int  # that are still counted against guessing
    acts: tuple[KeptAct, ...]


async def of_account(db: AsyncSession, account_id: int, *, seal: Seal) -> Kept:
    """All of it, read in one transaction."""
    row = (await _rows(db, sa.select(_account).where(_account.c.id == account_id)))[0]
    account = KeptAccount(**{name: row[name] for name in KeptAccount.__dataclass_fields__})
    here = (_lines.c.channel == row["channel"]) & (_lines.c.chat_id == row["chat_id"])
    lines = sa.select(_lines.c.at, _lines.c.ours, _lines.c.html).where(here).order_by(_lines.c.id)
    person_id = row["person_id"]
    forms = await _rows(db, sa.select(_memory.c.data).where(_memory.c.chat_id == row["chat_id"]))
    return Kept(
        account=account,
        told_first=await told_first.chosen(db, person_id) if person_id else None,
        form=tuple(str(value) for form in forms for value in form["data"].values()),
        lines=tuple(KeptLine(**line) for line in await _rows(db, lines)),
        files=tuple(KeptFile(**file) for file in await _rows(db, _files_of(row["chat_id"]))),
        grants=tuple(KeptGrant(**one) for one in await _rows(db, _since(_grants, account_id))),
        follows=tuple(KeptGrant(**one) for one in await _rows(db, _since(_follows, account_id))),
        requests=tuple(await data_requests.of_account(db, account_id)),
        handovers=await _handovers_of(db, account_id),
        waiting=tuple(KeptMessage(**one) for one in await _rows(db, _waiting_for(account_id))),
        tries=await _tries_of(db, _keys(seal, row)),
        acts=tuple(KeptAct(**act) for act in await _rows(db, _acts_of(account_id, row))),
    )


async def delete(
    db: AsyncSession, account_id: int, *, seal: Seal, now: datetime
) -> Sequence[Interrupted]:
    """Delete what is not kept by duty: from this transaction on the account is as if new.

    The conversation with its files and buttons, half-filled forms, what people of the office and
    this person said to one another, dossiers that were opened or followed, what waits to be said,
    the language, and where its person wants to be told things first. A person behind the account
    stays behind it. Tries of the last day go on counting,
    or deleting would give them back. Gives the conversations with an officer that this ends.
    """
    connection = await db.connection()
    row = (await _rows(db, sa.select(_account).where(_account.c.id == account_id)))[0]
    handed_over = sa.select(_handovers.c.id).where(_handovers.c.account_id == account_id)
    keys = _keys(seal, row)
    taken = await _rows(
        db,
        sa.select(_handovers.c.id, _handovers.c.officer_account_id).where(
            _handovers.c.account_id == account_id,
            _handovers.c.state == HandoverState.TAKEN,
            _handovers.c.officer_account_id.is_not(None),
        ),
    )
    for gone in (
        sa.delete(_lines).where(
            _lines.c.channel == row["channel"], _lines.c.chat_id == row["chat_id"]
        ),
        sa.delete(_files).where(_files.c.chat_id == row["chat_id"]),
        sa.delete(_handed).where(
            _handed.c.channel == row["channel"], _handed.c.chat_id == row["chat_id"]
        ),
        sa.delete(_memory).where(_memory.c.chat_id == row["chat_id"]),
        sa.delete(_said).where(_said.c.handover_id.in_(handed_over)),
        sa.update(_handovers)
        .where(_handovers.c.account_id == account_id, _handovers.c.state != HandoverState.ENDED)
        .values(state=HandoverState.ENDED, ended_at=now),
        sa.delete(_grants).where(_grants.c.account_id == account_id),
        sa.delete(_news).where(_news.c.account_id == account_id),
        sa.delete(_follows).where(_follows.c.account_id == account_id),
        sa.update(_messages)
        .where(_messages.c.account_id == account_id, _messages.c.state.in_(UNFINISHED))
        .values(state=MessageState.CANCELLED, reason=FORGOTTEN),
        sa.update(_messages)
        .where(_messages.c.account_id == account_id)
        .values(words="", buttons=[]),
        sa.delete(_tallies).where(_tallies.c.key.in_(keys), _tallies.c.since < now - A_DAY),
        sa.delete(_tried).where(_tried.c.key.in_(keys), _tried.c.at < now - A_DAY),
        sa.update(_account)
        .where(_account.c.id == account_id)
        .values(language=None, greeted=False, since=now, seen_at=None),
    ):
        await connection.execute(gone)
    if row["person_id"]:
        await told_first.forget(db, row["person_id"])
    db.info[FORGOTTEN] = True
    return [Interrupted(**one) for one in taken]


def _files_of(chat_id: int) -> sa.Select[Any]:
    size = sa.func.length(_files.c.content).label("size")
    return (
        sa.select(_files.c.name, size, _files.c.at)
        .where(_files.c.chat_id == chat_id)
        .order_by(_files.c.at)
    )


def _since(opened: sa.Table, account_id: int) -> sa.Select[Any]:
    """The account itself has given the code, so it may be told it again."""
    return (
        sa.select(_dossiers.c.code, opened.c.since)
        .select_from(opened.join(_dossiers, _dossiers.c.id == opened.c.dossier_id))
        .where(opened.c.account_id == account_id, dossiers.visible_to(Viewer.office()))
        .order_by(opened.c.since)
    )


def _waiting_for(account_id: int) -> sa.Select[Any]:
    return (
        sa.select(_messages.c.kind, _messages.c.send_at, _messages.c.words)
        .where(_messages.c.account_id == account_id, _messages.c.state.in_(UNFINISHED))
        .order_by(_messages.c.id)
    )


def _acts_of(account_id: int, account: dict[str, Any]) -> sa.Select[Any]:
    """Of whoever is behind it now; not of somebody of the office who was, and is so no more."""
    theirs = sa.or_(_audit.c.person_id.is_(None), _audit.c.person_id == account["person_id"])
    return (
        sa.select(_audit.c.at, _audit.c.act)
        .where(_audit.c.account_id == account_id, theirs)
        .order_by(_audit.c.id)
    )


def _keys(seal: Seal, account: dict[str, Any]) -> Sequence[str]:
    """Under which its tries are counted: by its number, and by its chat."""
    chat = (account["channel"], str(account["chat_id"]))
    return (str(account["id"]), *(seal(kind, *chat) for kind in COUNTED_BY_CHAT))


async def _handovers_of(db: AsyncSession, account_id: int) -> tuple[KeptHandover, ...]:
    said = await _rows(
        db,
        sa.select(
            _handovers.c.id,
            _handovers.c.asked_at,
            _handovers.c.ended_at,
            _said.c.at,
            _said.c.by_officer,
            _said.c.words,
        )
        .select_from(_handovers.outerjoin(_said, _said.c.handover_id == _handovers.c.id))
        .where(_handovers.c.account_id == account_id)
        .order_by(_handovers.c.id, _said.c.id),
    )
    by_number: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for one in said:
        by_number[one["id"]].append(one)
    return tuple(
        KeptHandover(
            asked_at=lines[0]["asked_at"],
            ended_at=lines[0]["ended_at"],
            lines=tuple((one["at"], one["by_officer"], one["words"]) for one in lines if one["at"]),
        )
        for lines in by_number.values()
    )


async def _tries_of(db: AsyncSession, keys: Sequence[str]) -> int:
    counted = sa.select(sa.func.coalesce(sa.func.sum(_tallies.c.count), 0).label("number"))
    rows = await _rows(db, counted.where(_tallies.c.key.in_(keys)))
    return int(rows[0]["number"])


async def _rows(db: AsyncSession, statement: sa.Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in (await (await db.connection()).execute(statement)).mappings()]
