"""What works in the background, whenever a job says that it is time."""

import asyncio
from abc import ABC, abstractmethod


class Worker(ABC):
    """Works at the start and at every tick of its job, until it is stopped.

    What is due stands in the store: whatever was missed is done at the next tick, and ticks that
    come while it works are one. Whoever runs it starts it again when it fails (`bot.app`).
    """

    at_the_start = True
    """Whether there is work before the first tick."""

    def __init__(self) -> None:
        self._ticks = asyncio.Event()
        self._stopping = False

    def is_due(self) -> None:
        """It is time."""
        self._ticks.set()

    def stop(self) -> None:
        """`run` returns when it has finished what it is doing."""
        self._stopping = True
        self._ticks.set()

    async def run(self) -> None:
        """Work at every tick, until `stop`."""
        if self.at_the_start:
            self._ticks.set()
        while True:
            await self._ticks.wait()
            self._ticks.clear()
            if self._stopping:
                return
            await self.work()

    @abstractmethod
    async def work(self) -> None:
        """Do what is due now."""
