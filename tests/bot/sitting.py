"""Somebody at a channel, whichever it is: what they can do, and what they see of it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from aiogram.types import Update

from bot.channels import Channel
from bot.office import Office
from bot.pipeline import Pipeline
from scheduler.clock import VIETNAM
from storage.engine import Store
from tests.hands import Hands


@dataclass(frozen=True)
class Seen:
    """One message as its reader sees it; `choices` are what can be pressed or typed for it."""

    text: str
    choices: tuple[str, ...] = ()
    picture: bool = False
    file: str = ""


class Person(Protocol):
    """Somebody at a channel. Everything they do gives what they see next."""

    channel: Channel
    pipeline: Pipeline
    chat_id: int
    external_id: str

    async def say(self, words: str) -> list[Seen]: ...

    async def choose(self, label: str) -> list[Seen]: ...

    async def send_picture(self, content: bytes) -> list[Seen]: ...

    async def send_file(self, name: str, content: bytes) -> list[Seen]: ...

    async def give_number(self, phone: str) -> list[Seen]: ...

    def unasked(self) -> list[Seen]: ...


class Sitting:
    """What all of them share: the pipeline over one store, and a place in what was shown."""

    def __init__(self, store: Store, hands: Hands, channel: Channel, chat_id: int) -> None:
        self.channel = channel
        self.chat_id = chat_id
        self.external_id = str(chat_id)
        self.hands = hands
        office = Office(version=-1, session_lasts=timedelta(days=2))  # the page is left open
        self.pipeline = Pipeline(store=store, clock=hands, zone=VIETNAM, office=office)
        self._read = 0

    async def say(self, words: str) -> list[Seen]:
        raise NotImplementedError

    async def give_number(self, phone: str) -> list[Seen]:
        """Four digits, typed, where the messenger has no form for it."""
        return await self.say(phone[-4:])

    async def take(self, raw: dict[str, Any] | None) -> list[Seen]:
        """An update as the channel brings it."""
        assert raw
        update = Update.model_validate(raw, context={"bot": self.channel.bot})
        await self.pipeline.receive(self.channel, update)
        return self.unasked()

    def unasked(self) -> list[Seen]:
        shown = self.shown()
        new, self._read = shown[self._read :], len(shown)
        return new

    def shown(self) -> list[Seen]:
        raise NotImplementedError
