"""What a conversation keeps in mind, what was said in it, and which buttons were offered.

Everything here belongs to one chat and is only ever read by the number of that chat.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from storage import upserts
from storage.models import ChatFile, ChatLine, Memory

Buttons = list[list[dict[str, str]]]
"""Rows of buttons as they were offered: what stands on each, and what it sends."""

_memory = SQLModel.metadata.tables["memory"]
_lines = SQLModel.metadata.tables["chatline"]

_THIS_CONVERSATION = (
    (_memory.c.bot_id == sa.bindparam("bot_id"))
    & (_memory.c.chat_id == sa.bindparam("chat_id"))
    & (_memory.c.user_id == sa.bindparam("user_id"))
)
_FORGET = sa.delete(_memory).where(_THIS_CONVERSATION)
_REMEMBER = upserts.upsert(
    Memory,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["bot_id", "chat_id", "user_id"],
        set_={
            "state": insert.excluded.state,
            "data": insert.excluded.data,
            "changed_at": insert.excluded.changed_at,
        },
    ),
)
_RECORD = upserts.upsert(
    ChatLine,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["channel", "chat_id", "message_id"],
        set_={
            "edited_at": insert.excluded.at,
            # A change of the buttons alone comes without words.
            "html": sa.func.coalesce(sa.func.nullif(insert.excluded.html, ""), _lines.c.html),
            "buttons": insert.excluded.buttons,
            "file_id": sa.func.coalesce(insert.excluded.file_id, _lines.c.file_id),
        },
    ),
)
_OFFERED = sa.select(_lines.c.buttons, _lines.c.edited_at).where(
    _lines.c.channel == sa.bindparam("channel"),
    _lines.c.chat_id == sa.bindparam("chat_id"),
    _lines.c.message_id == sa.bindparam("message_id"),
    _lines.c.ours,
)
_NEWEST = (
    sa.select(_lines.c.message_id, _lines.c.buttons, _lines.c.outbox_id)
    .where(
        _lines.c.channel == sa.bindparam("channel"),
        _lines.c.chat_id == sa.bindparam("chat_id"),
        _lines.c.ours,
    )
    .order_by(_lines.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, kw_only=True)
class Offer:
    """The buttons under a message of ours."""

    message_id: int
    buttons: Buttons
    edited: bool = False  # it showed something else before


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """The step of a form a conversation is at, and what was told so far."""

    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Line:
    """Something said, to be written down: a plain value, since every answer makes two."""

    channel: str
    chat_id: int
    message_id: int | None
    ours: bool
    at: datetime
    html: str = ""
    buttons: Buttons = field(default_factory=list)
    file_id: str | None = None
    outbox_id: int | None = None
    edited_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class FileFacts:
    """What a page shows of a file before it is opened."""

    name: str
    mime: str
    size: int  # in bytes


async def remember(
    db: AsyncSession,
    *,
    bot_id: int,
    chat_id: int,
    user_id: int,
    state: str | None,
    data: dict[str, Any],
    now: datetime,
) -> None:
    """Replace what this conversation keeps in mind; with nothing in it, no row is kept."""
    key = {"bot_id": bot_id, "chat_id": chat_id, "user_id": user_id}
    if state is None and not data:
        await (await db.connection()).execute(_FORGET, key)
        return
    await upserts.run(db, _REMEMBER, {**key, "state": state, "data": data, "changed_at": now})


async def answered_last(
    db: AsyncSession, chat_ids: Collection[int], *, state: str
) -> datetime | None:
    """When somebody last gave an answer in one of these chats that is in this state; None for no
    such chat.
    """
    newest = sa.select(sa.func.max(_memory.c.changed_at, type_=_memory.c.changed_at.type)).where(
        _memory.c.chat_id.in_(chat_ids), _memory.c.state == state
    )
    found: datetime | None = (await (await db.connection()).execute(newest)).scalar_one()
    return found


async def record(db: AsyncSession, lines: Sequence[Line]) -> None:
    """Write down what was said. A message that is there already was edited at the line's time.

    An edited message keeps its place and its picture; its words and buttons are the new ones, so
    that a button taken away is no longer offered. What no database can hold is left out.
    """
    if lines:
        rows = [{**vars(line), "html": _storable(line.html)} for line in lines]
        await upserts.run(db, _RECORD, rows)


async def offered(db: AsyncSession, channel: str, chat_id: int, message_id: int) -> Offer | None:
    """The buttons under a message of ours; None if we never said it in this chat."""
    row = (
        await (await db.connection()).execute(
            _OFFERED, {"channel": channel, "chat_id": chat_id, "message_id": message_id}
        )
    ).first()
    if row is None:
        return None
    return Offer(message_id=message_id, buttons=row.buttons, edited=row.edited_at is not None)


async def newest_offer(
    db: AsyncSession, channel: str, chat_id: int, *, unasked: bool = False
) -> Offer | None:
    """The buttons of our last answer in this chat; None if it had none.

    None too if it was said unasked, unless that is asked for.
    """
    key = {"channel": channel, "chat_id": chat_id}
    row = (await (await db.connection()).execute(_NEWEST, key)).first()
    if row is None or not row.buttons or row.message_id is None:
        return None
    if row.outbox_id is not None and not unasked:
        return None
    return Offer(message_id=row.message_id, buttons=row.buttons)


async def history(
    db: AsyncSession, channel: str, chat_id: int, *, limit: int, before: int | None = None
) -> Sequence[ChatLine]:
    """The last lines of a chat, oldest first; only those before message `before`, if given."""
    lines = _of_chat(channel, chat_id)
    if before is not None:
        lines = lines.where(col(ChatLine.message_id) < before)
    newest_first = lines.order_by(col(ChatLine.message_id).desc(), col(ChatLine.id).desc())
    return (await db.exec(newest_first.limit(limit))).all()[::-1]


async def missed(
    db: AsyncSession, channel: str, chat_id: int, *, after: int, since: datetime, limit: int
) -> Sequence[ChatLine]:
    """Lines after message `after`, and older ones that were edited since; oldest first."""
    lines = _of_chat(channel, chat_id).where(
        (col(ChatLine.message_id) > after) | (col(ChatLine.edited_at) > since)
    )
    oldest_first = lines.order_by(col(ChatLine.message_id), col(ChatLine.id))
    return (await db.exec(oldest_first.limit(limit))).all()


async def keep_file(db: AsyncSession, file: ChatFile) -> None:
    """Keep a picture or a document, so that a line of the same transaction can name it."""
    db.add(file)
    await db.flush()


async def file(db: AsyncSession, chat_ids: Collection[int], file_id: str) -> ChatFile | None:
    """A file of one of these chats; None too if it belongs to another one."""
    this = select(ChatFile).where(ChatFile.id == file_id, col(ChatFile.chat_id).in_(chat_ids))
    return (await db.exec(this)).one_or_none()


async def files_under(db: AsyncSession, lines: Sequence[ChatLine]) -> dict[str, FileFacts]:
    """What the files under these lines are, by id, without their contents."""
    ids = [line.file_id for line in lines if line.file_id]
    if not ids:
        return {}
    size = sa.func.length(ChatFile.content)
    rows = await db.exec(
        select(ChatFile.id, ChatFile.name, ChatFile.mime, size).where(col(ChatFile.id).in_(ids))
    )
    return {
        file_id: FileFacts(name=name, mime=mime, size=size) for file_id, name, mime, size in rows
    }


def _of_chat(channel: str, chat_id: int) -> SelectOfScalar[ChatLine]:
    return select(ChatLine).where(ChatLine.channel == channel, ChatLine.chat_id == chat_id)


def _storable(words: str) -> str:
    """Without NUL, which PostgreSQL refuses, and half characters, which have no UTF-8."""
    return words.replace("\0", "").encode(errors="replace").decode()
