"""A Telegram some way off: when each request left and arrived, and what it was told."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.channels.rate_limit import RateLimit
from tests.bot.fake_telegram import TOKEN


@dataclass(frozen=True)
class Way:
    """Seconds to Telegram and back, and the seconds to wait if it refuses."""

    there: float = 0.05
    back: float = 0.05
    refused_for: int = 0


@dataclass(frozen=True)
class Arrival:
    """One request in Telegram's record; times in seconds of the loop's clock."""

    left: float
    at: float
    answered: float
    method: TelegramMethod[Any]
    refused_for: int

    @property
    def chat(self) -> int | None:
        return getattr(self.method, "chat_id", None)


class FarTelegram(BaseSession):
    """What a bot's requests meet; `way` says for each one how long it takes and what it is told."""

    def __init__(self, way: Callable[[TelegramMethod[Any]], Way]) -> None:
        super().__init__()
        self.way = way
        self.record: list[Arrival] = []
        self.limit = RateLimit()
        self.middleware(self.limit)
        self.bot = Bot(TOKEN, session=self)

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        now = asyncio.get_running_loop().time
        way, left = self.way(method), now()
        await asyncio.sleep(way.there)
        arrived = now()
        await asyncio.sleep(way.back)
        self.record.append(Arrival(left, arrived, now(), method, way.refused_for))
        if way.refused_for:
            raise TelegramRetryAfter(method, "Too Many Requests", retry_after=way.refused_for)
        return True  # type: ignore[return-value]  # nobody looks at it

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        raise NotImplementedError
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


def busiest(times: list[float], seconds: float) -> int:
    """The most of these in any so many seconds (the last instant not counted)."""
    times = sorted(times)
    most = start = 0
    for end, time in enumerate(times):
        while time - times[start] >= seconds - 1e-6:
            start += 1
        most = max(most, end - start + 1)
    return most
