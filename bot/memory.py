"""aiogram's conversation memory, kept in our database: a restart forgets nobody.

It uses the session of the update that is being worked on, so that memory and records commit
together. With a session of its own, SQLite would wait for itself.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import conversations
from storage.conversations import Remembered


@dataclass
class InHand:
    """The transaction of the update that is being worked on, its time, and what is remembered.

    `remembered` comes with the account, in one statement; a new account has nothing yet.
    """

    db: AsyncSession
    now: datetime
    remembered: Remembered = field(default_factory=Remembered)


in_hand: ContextVar[InHand] = ContextVar("in_hand")
"""Set by the transaction middleware; every chat's task has its own."""


class Memory(BaseStorage):
    """State and data of the conversation in hand, a row. Only private chats reach it."""

    async def get_state(self, key: StorageKey) -> str | None:
        """The step a form is at; None outside forms."""
        return in_hand.get().remembered.state

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Go to a step; None leaves the form."""
        name = state.state if isinstance(state, State) else state
        await self._keep(key, Remembered(state=name, data=in_hand.get().remembered.data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """What the form was told so far."""
        return dict(in_hand.get().remembered.data)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace it."""
        await self._keep(key, Remembered(state=in_hand.get().remembered.state, data=dict(data)))

    async def close(self) -> None:
        """The store is closed by the application."""

    async def _keep(self, key: StorageKey, remembered: Remembered) -> None:
        here = in_hand.get()
        here.remembered = remembered
        await conversations.remember(
            here.db,
            bot_id=key.bot_id,
            chat_id=key.chat_id,
            user_id=key.user_id,
            state=remembered.state,
            data=remembered.data,
            now=here.now,
        )
