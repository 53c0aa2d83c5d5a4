"""What was said in a chat, what was offered in it, and what the assistant keeps in mind."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class Memory(SQLModel, table=True):
    """The state of one conversation (aiogram's FSM), keyed as aiogram keys it."""

    bot_id: int = Field(primary_key=True, sa_type=sa.BigInteger)
    chat_id: int = Field(primary_key=True, sa_type=sa.BigInteger)
    user_id: int = Field(primary_key=True, sa_type=sa.BigInteger)
    state: str | None = None
    data: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    changed_at: datetime


class ChatLine(SQLModel, table=True):
    """One message of a chat. `message_id` is what aiogram calls it on that channel.

    Channels with a history of their own (Telegram) keep only the buttons here; the web chat and
    the console keep the words too, so that a reload shows them again.
    """

    __table_args__ = (sa.UniqueConstraint("channel", "chat_id", "message_id"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    chat_id: int = Field(sa_type=sa.BigInteger)
    message_id: int | None = Field(default=None, sa_type=sa.BigInteger)
    ours: bool  # said by the assistant
    at: datetime
    edited_at: datetime | None = None
    html: str = ""
    buttons: list[list[dict[str, str]]] = Field(default_factory=list, sa_type=sa.JSON)
    file_id: str | None = Field(default=None, foreign_key="chatfile.id")
    outbox_id: int | None = Field(default=None, foreign_key="message.id", index=True)


class ChatFile(SQLModel, table=True):
    """A picture or a document that was sent in the web chat. The id cannot be guessed."""

    id: str = Field(primary_key=True)
    chat_id: int = Field(sa_type=sa.BigInteger)
    name: str
    mime: str
    content: bytes
    at: datetime
