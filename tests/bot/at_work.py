"""The assistant at work: its jobs, planner, outbox and channels, while the test moves the time."""

import datetime as dt
from collections.abc import Iterable
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SendMessage

from bot.channels import Channel
from bot.channels.console import ConsoleSession
from bot.delivery import Delivery
from bot.office import Office
from bot.switchboard import Switchboard
from scheduler import jobs
from scheduler.clock import VIETNAM
from scheduler.lookout import Lookout
from scheduler.planner import Planner
from scheduler.worker import Worker
from storage.engine import Store
from tests.hands import Hands
from tests.scheduler.sending import send_everything_due

ONE_MOMENT = dt.timedelta(microseconds=1)


class AtWork:
    """What `bot.app` puts together, without the wall clock: a test is at every moment it names."""

    def __init__(self, store: Store, hands: Hands, *channels: Channel) -> None:
        self.store = store
        self.hands = hands
        self.delivery = Delivery(
            store,
            {channel.name: channel for channel in channels},
            clock=hands,
            zone=VIETNAM,
            office=Office(version=-1),
        )
        self.planner = Planner(store, hands, wake_outbox=lambda: None)
        self.switchboard = Switchboard(store, hands, zone=VIETNAM, wake_outbox=lambda: None)
        self.lookout = Lookout(
            store, hands, wake_outbox=lambda: None, channels=[channel.name for channel in channels]
        )
        table = jobs.table(
            briefs=self.planner.briefs_are_due,
            meetings=self.planner.is_due,
            handovers=self.switchboard.is_due,
            lookout=self.lookout.is_due,
            forgetting=lambda: None,
        )
        self._jobs = [
            (job.wake, planned.trigger)
            for job, planned in zip(table, jobs.build(VIETNAM, table).get_jobs(), strict=True)
        ]

    async def starts(self, moment: str) -> None:
        """Somebody starts the program then."""
        self.hands.set(moment)
        self.planner.briefs_are_due()
        await self._work(alone=True)

    async def at(self, moment: str) -> None:
        """It is later: the jobs whose time has come meanwhile run once, what is due is sent."""
        before = self.hands.now + ONE_MOMENT
        self.hands.set(moment)
        for wake, trigger in self._jobs:
            if trigger.get_next_fire_time(None, before) <= self.hands.now:
                wake()
        await self._work()

    async def goes_through(self, moments: Iterable[str]) -> None:
        """One after the other."""
        for moment in moments:
            await self.at(moment)

    async def _work(self, *, alone: bool = False) -> None:
        await works_if_due(self.planner)
        await works_if_due(self.switchboard)
        await send_everything_due(self.store, self.delivery, self.hands.now, alone=alone)
        if await works_if_due(self.lookout):  # what the outbox has just failed at is known by now
            await send_everything_due(self.store, self.delivery, self.hands.now)


async def works_if_due(worker: Worker) -> bool:
    """What its loop would do now, once; whether its job had told it to."""
    if not worker._ticks.is_set():
        return False
    worker._ticks.clear()
    await worker.work()
    return True


def heard_by_anybody(*channels: Channel) -> int:
    """How many messages nobody has read yet."""
    total = 0
    for channel in channels:
        session = channel.bot.session
        assert isinstance(session, ConsoleSession)
        total += sum(len(heard) for heard in session.heard.values())
    return total


def refuses(
    channel: Channel,
    trouble: type[TelegramAPIError],
    *,
    times: int = 1,
    after: int = 0,
    **more: Any,
) -> None:
    """The channel answers the next messages, or those after some, with trouble like Telegram's."""
    session = channel.bot.session
    assert isinstance(session, ConsoleSession)
    say = session.renderers[SendMessage]
    numbers = count()

    async def trouble_at_times(bot: Bot, method: Any) -> Any:
        if after <= next(numbers) < after + times:
            raise trouble(method=method, message="?", **more)
        return await say(bot, method)

    session.renderers[SendMessage] = trouble_at_times
