"""Looks every minute whom nothing has reached, and whether the outbox is stuck."""

import datetime as dt
from collections.abc import Callable, Collection

from scheduler import alarms, calls, office_days
from scheduler.alarms import Tolerance
from scheduler.calendar import OfficeHours
from scheduler.clock import Clock
from scheduler.worker import Worker
from storage.engine import Store


class Lookout(Worker):
    """Turns the ticks of its job into call lists and alarms, and wakes the outbox for them."""

    at_the_start = False  # what was missed until then is only just being planned

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        wake_outbox: Callable[[], None],
        channels: Collection[str],
        calls_at: dt.time = calls.CALLS_AT,
        tolerance: Tolerance = alarms.USUAL,
        hours: OfficeHours | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._began = clock()
        self._wake_outbox = wake_outbox
        self._channels = channels
        self._calls_at = calls_at
        self._tolerance = tolerance
        self._hours = hours

    async def work(self) -> None:
        """Look, and let the outbox send what follows."""
        if await self.look():
            self._wake_outbox()

    async def look(self) -> int:
        """Plan what is to be told now; how many messages that were."""
        now = self._clock()
        async with self._store.sessions() as db, db.begin():
            calendar = await office_days.read(db, hours=self._hours)
            planned = await calls.plan_calls(
                db, now=now, calendar=calendar, channels=self._channels, calls_at=self._calls_at
            )
            return planned + await alarms.plan_alarms(
                db,
                now=now,
                calendar=calendar,
                tolerance=self._tolerance,
                runs_since=self._began,
            )
