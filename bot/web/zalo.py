"""Where Zalo brings what people do: checked, stored within two seconds, answered afterwards."""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from fastapi import Request, Response

from bot.channels.zalo.signature import HEADER, Signature
from bot.web.webhook import Take, body_of
from scheduler.clock import Clock

log = logging.getLogger(__name__)
BOT_SECRET_HEADER = "x-bot-api-secret-token"  # noqa: S105 - the name of a header
WITHIN = 1.5  # seconds; after two Zalo calls it a failure
MOST_WAITING = 200
OLDEST = timedelta(days=1)  # an event is brought again for two hours, its body as it was

Raw = dict[str, Any]


class Storing:
    """Stores updates one after the other, and says in time whether they are stored.

    What is not stored in time is not taken back: it is stored all the same, the messenger brings
    it again, and the second one is known by its number.
    """

    def __init__(self, take: Take) -> None:
        self._take = take
        self._waiting: asyncio.Queue[tuple[Sequence[Raw], asyncio.Future[None]]] = asyncio.Queue(
            MOST_WAITING
        )

    async def __call__(self, updates: Sequence[Raw]) -> bool:
        """True once they are stored, False if that does not succeed. Whoever is tired may leave."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        try:
            self._waiting.put_nowait((updates, done))
            await asyncio.shield(done)
        except asyncio.QueueFull:
            return False
        except Exception:
            # Broad on purpose: whatever the store says, the messenger is told to come again.
            log.exception("an event was not stored; it will be brought again")
            return False
        return True

    async def work(self) -> None:
        """Store until cancelled."""
        while True:
            updates, done = await self._waiting.get()
            try:
                await self._take(updates)
            except Exception as trouble:  # noqa: BLE001 - whoever waits for it logs it
                # Broad on purpose: one event must not end the others.
                if not done.done():
                    done.set_exception(trouble)
                    done.exception()  # nobody may be waiting any more
            else:
                if not done.done():
                    done.set_result(None)


async def in_time(taking: Awaitable[bool], within: float) -> Response:
    """200 when what was brought is dealt with; 503, to be brought again, if that takes too long."""
    try:
        async with asyncio.timeout(within):
            return Response(status_code=200 if await taking else 503)
    except TimeoutError:
        return Response(status_code=503)


@dataclass(frozen=True, kw_only=True)
class OaDoor:
    """Lets in what an Official Account's secret has signed. Everything else gets 200 and nothing.

    The console tests an address by an unsigned event, and must hear 200.
    """

    signature: Signature
    store: Storing
    clock: Clock
    read: Callable[[Mapping[str, Any]], Raw | None]
    pinned: Callable[[], Awaitable[str | None]]
    pin: Callable[[str], Awaitable[None]]
    within: float = WITHIN

    async def receive(self, request: Request) -> Response:
        """200 once it is stored, or is not for us; 503 if that takes too long."""
        body = await body_of(request)
        if body is None:
            return Response(status_code=413)
        return await in_time(self._take(request, body), self.within)

    async def _take(self, request: Request, body: bytes) -> bool:
        event = _object(body)
        if event is None or not await self._is_genuine(request, body, event):
            return True
        update = self.read(event)
        return update is None or await self.store([update])

    async def _is_genuine(self, request: Request, body: bytes, event: Raw) -> bool:
        timestamp, said = str(event.get("timestamp", "")), request.headers.get(HEADER, "")
        pinned = await self.pinned()
        way = self.signature.way(body, timestamp, said, pinned=pinned)
        if way is None:
            log.warning("an event that Zalo has not signed was dropped")
            return False
        if pinned is None:
            await self.pin(way)
        return self._is_fresh(timestamp)

    def _is_fresh(self, timestamp: str) -> bool:
        if not timestamp.isdecimal() or len(timestamp) > 15:
            return False
        now = self.clock()
        return now - datetime.fromtimestamp(int(timestamp) / 1000, now.tzinfo) < OLDEST


@dataclass(frozen=True, kw_only=True)
class BotDoor:
    """Lets in who knows the word that Zalo Bot was told."""

    secret: str = field(repr=False)
    store: Storing
    read: Callable[[Mapping[str, Any]], Awaitable[Raw | None]]
    within: float = WITHIN

    async def receive(self, request: Request) -> Response:
        """200 once it is stored; 403 and no word to others; 503 if it takes too long."""
        said = request.headers.get(BOT_SECRET_HEADER, "")
        if not hmac.compare_digest(said.encode(), self.secret.encode()):
            return Response(status_code=403)
        body = await body_of(request)
        if body is None:
            return Response(status_code=413)
        return await in_time(self._take(body), self.within)

    async def _take(self, body: bytes) -> bool:
        event = _object(body)
        update = await self.read(event) if event is not None else None
        return update is None or await self.store([update])


def _object(body: bytes) -> Raw | None:
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return event if isinstance(event, dict) else None
