"""Calls the people on duty again, and ends the conversations in which nobody says anything."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from handlers.handover import calls
from scheduler import office_days
from scheduler.calendar import OfficeHours, WorkingCalendar
from scheduler.clock import Clock
from scheduler.worker import Worker
from storage import handovers
from storage.engine import Store
from storage.handovers import Talk
from storage.viewer import Viewer

CALLS_A_DAY = 3
THE_OFFICE = Viewer.office()


class Switchboard(Worker):
    """Turns the ticks of its job into one look at what waits and what has fallen silent."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        zone: ZoneInfo,
        wake_outbox: Callable[[], None],
        silence: dt.timedelta = dt.timedelta(minutes=30),
        hours: OfficeHours | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._zone = zone
        self._wake_outbox = wake_outbox
        self._silence = silence
        self._hours = hours

    async def work(self) -> None:
        """Look, and let the outbox send what follows."""
        if await self.look():
            self._wake_outbox()

    async def look(self) -> int:
        """Call and end what is due now; how many conversations that were."""
        now = self._clock()
        async with self._store.sessions() as db, db.begin():
            waiting = await handovers.to_be_called(db, THE_OFFICE, now=now)
            quiet = await handovers.silent(db, THE_OFFICE, since=now - self._silence)
            calendar = (
                await office_days.read(db, hours=self._hours) if waiting else WorkingCalendar()
            )
            for talk in waiting:
                if calendar.is_open(now):
                    next_at = self._next_call(talk, now, calendar)
                    await calls.call_again(db, talk, zone=self._zone, now=now, next_at=next_at)
                else:
                    opens = calendar.next_opening(now)
                    await handovers.called(db, talk, call_at=opens, reached=False)
            for talk in quiet:
                await calls.end_in_silence(db, talk, zone=self._zone, now=now)
        return len(waiting) + len(quiet)

    def _next_call(self, talk: Talk, now: dt.datetime, calendar: WorkingCalendar) -> dt.datetime:
        """After some minutes; after the day's last call, when the next working day begins."""
        if (talk.calls + 1) % CALLS_A_DAY:
            return now + calls.AGAIN_AFTER
        day = calendar.next_working(now.date() + dt.timedelta(days=1))
        return dt.datetime.combine(day, calendar.hours.opens, now.tzinfo)
