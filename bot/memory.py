"""aiogram's conversation memory, kept in our database: a restart forgets nobody.

It uses the session of the update that is being worked on, so that memory and records commit
together. With a session of its own, SQLite would wait for itself.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import conversations


@dataclass(frozen=True)
class InHand:
    """The transaction of the update that is being worked on, and its time."""

    db: AsyncSession
    now: datetime


in_hand: ContextVar[InHand] = ContextVar("in_hand")
"""Set by the transaction middleware; every chat's task has its own."""


class Memory(BaseStorage):
    """State and data of a conversation, a row each, read once an update."""

    async def get_state(self, key: StorageKey) -> str | None:
        """The step a form is at; None outside forms."""
        return (await self._load(key)).state

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Go to a step; None leaves the form."""
        name = state.state if isinstance(state, State) else state
        remembered = await self._load(key)
        await self._save(key, name, remembered.data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """What the form was told so far."""
        return dict((await self._load(key)).data)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace it."""
        remembered = await self._load(key)
        await self._save(key, remembered.state, dict(data))

    async def close(self) -> None:
        """The store is closed by the application."""

    async def _load(self, key: StorageKey) -> conversations.Remembered:
        return await conversations.recall(
            in_hand.get().db, bot_id=key.bot_id, chat_id=key.chat_id, user_id=key.user_id
        )

    async def _save(self, key: StorageKey, state: str | None, data: dict[str, Any]) -> None:
        await conversations.remember(
            in_hand.get().db,
            bot_id=key.bot_id,
            chat_id=key.chat_id,
            user_id=key.user_id,
            state=state,
            data=data,
            now=in_hand.get().now,
        )
