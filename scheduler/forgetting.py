"""Deletes what is past its term: at the start, for nights that were missed, and every night."""

import logging

from scheduler.clock import Clock
from scheduler.worker import Worker
from storage import retention
from storage.engine import Store
from storage.terms import Terms

log = logging.getLogger(__name__)


class Forgetting(Worker):
    """Turns the ticks of its job into one look through the tables."""

    def __init__(self, store: Store, clock: Clock, terms: Terms) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._terms = terms

    async def work(self) -> None:
        """Delete what is past its term now. The log gets numbers only."""
        gone = await retention.forget(self._store, self._terms, now=self._clock())
        for table, number in gone.items():
            log.info("past its term: %s rows of %s", number, table)
