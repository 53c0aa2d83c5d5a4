"""Deletes what is past its term: at the start, for nights that were missed, and every night."""

import asyncio
import logging

from scheduler.clock import Clock
from storage import retention
from storage.engine import Store
from storage.terms import Terms

log = logging.getLogger(__name__)


class Forgetting:
    """Turns the ticks of its job into one look through the tables."""

    def __init__(self, store: Store, clock: Clock, terms: Terms) -> None:
        self._store = store
        self._clock = clock
        self._terms = terms
        self._ticks = asyncio.Event()
        self._stopping = False

    def is_due(self) -> None:
        """It is night."""
        self._ticks.set()

    def stop(self) -> None:
        """`run` returns when it has finished what it is deleting."""
        self._stopping = True
        self._ticks.set()

    async def run(self) -> None:
        """Delete now and at every tick, until `stop`. The log gets numbers only."""
        while not self._stopping:
            self._ticks.clear()
            gone = await retention.forget(self._store, self._terms, now=self._clock())
            for table, number in gone.items():
                log.info("past its term: %s rows of %s", number, table)
            await self._ticks.wait()
