"""A sender for the tests: its clock stands where it is put, its deliverer does as it is told."""

import asyncio
import datetime as dt
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from scheduler.outbox import Deliver, Outbox, Outcome, Outgoing, Patience, Sent
from storage.engine import Store
from storage.models import Message, MessageKind
from tests.scheduler import records
from tests.scheduler.records import LAN


@dataclass
class MovingClock:
    """A clock that the test moves."""

    now: dt.datetime

    def __call__(self) -> dt.datetime:
        return self.now


@dataclass
class Deliverer:
    """Keeps what it was asked to say; answers what the test laid out for a slot, else `Sent`."""

    asked: list[Outgoing] = field(default_factory=list)
    outcomes: dict[str, deque[Outcome]] = field(default_factory=lambda: defaultdict(deque))
    open: asyncio.Event = field(default_factory=asyncio.Event)
    active: int = 0
    most_active: int = 0
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    before: Callable[[], None] = lambda: None
    together: asyncio.Barrier | None = None  # so many must be in flight before any goes on

    def __post_init__(self) -> None:
        self.open.set()

    async def __call__(self, message: Outgoing) -> Outcome:
        self.asked.append(message)
        self.active += 1
        self.most_active = max(self.most_active, self.active)
        self.begun.set()
        try:
            await self.open.wait()
            if self.together:
                await self.together.wait()
            self.before()
            waiting = self.outcomes[message.slot]
            return waiting.popleft() if waiting else Sent("webchat")
        finally:
            self.active -= 1

    @property
    def slots(self) -> list[str]:
        return [message.slot for message in self.asked]


async def send_everything_due(
    store: Store,
    deliver: Deliver,
    now: dt.datetime,
    *,
    patience: Patience | None = None,
    alone: bool = False,
) -> list[float]:
    """Run an outbox until it would wait for the clock; gives the pauses it asked for."""
    pauses: list[float] = []

    async def wait(news: asyncio.Event, seconds: float) -> None:
        if outbox._in_flight or news.is_set():  # a delivery may have landed while it looked
            await news.wait()
        else:
            pauses.append(seconds)
            outbox.stop()

    outbox = Outbox(store, deliver, MovingClock(now), patience=patience, wait=wait)
    await outbox.run(alone=alone)
    return pauses


async def add_message(
    store: Store,
    slot: str,
    send_at: dt.datetime,
    *,
    useless_after: dt.datetime | None = None,
    kind: MessageKind = MessageKind.BRIEF,
) -> None:
    """A planned message for one and the same person."""
    await records.add(
        store,
        Message(
            person_id=LAN,
            slot=slot,
            kind=kind,
            send_at=send_at,
            planned_for=send_at,
            useless_after=useless_after,
        ),
    )


async def message(store: Store, slot: str) -> Message:
    """The message of a slot as it stands."""
    async with store.reading() as db:
        (found,) = [one for one in await records.messages(db) if one.slot == slot]
        return found
