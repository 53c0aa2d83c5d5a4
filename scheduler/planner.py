"""Plans what is to be said when the clock says so, and once at the start for what was missed."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from scheduler import following, moved_holidays, office_days, reminders
from scheduler.calendar import OfficeHours
from scheduler.clock import VIETNAM, Clock
from scheduler.follow_rules import USUAL_FOLLOWING, FollowRules
from scheduler.timetable import USUAL_TIMES, Timetable
from scheduler.worker import Worker
from storage import days
from storage.engine import Store

Wake = Callable[[], None]


class Planner(Worker):
    """Turns the ticks of the jobs into planned messages and wakes the outbox for them."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        wake_outbox: Wake,
        times: Timetable = USUAL_TIMES,
        zone: ZoneInfo = VIETNAM,
        hours: OfficeHours | None = None,
        follow_rules: FollowRules = USUAL_FOLLOWING,
    ) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._wake_outbox = wake_outbox
        self._times = times
        self._zone = zone
        self._hours = hours
        self._follow_rules = follow_rules
        self._briefs_are_due = False

    def briefs_are_due(self) -> None:
        """It is the time of the briefs."""
        self._briefs_are_due = True
        self.is_due()

    async def run(self) -> None:
        """At the start the time of the briefs may have passed while nobody was running."""
        self._briefs_are_due = True
        await super().run()

    async def work(self) -> None:
        """Plan what is to be said now; the briefs only when they are due."""
        now = self._clock()
        briefs, self._briefs_are_due = self._briefs_are_due, False
        async with self._store.sessions() as db, db.begin():
            moved = 0
            if briefs or await days.uncounted(db):  # the office may have entered a day meanwhile
                moved = await moved_holidays.count_again(
                    db, now=now, zone=self._zone, hours=self._hours
                )
            calendar = await office_days.read(db, hours=self._hours)
            times = self._times
            planned = await reminders.plan_meetings(db, now=now, ahead=times.meeting_ahead)
            if briefs:
                planned += await reminders.plan_briefs(db, now=now, calendar=calendar, times=times)
            planned += await reminders.plan_given(db, now=now, calendar=calendar, times=times)
            rules = self._follow_rules
            planned += await following.plan_news(db, now=now, times=times, rules=rules)
            if briefs:
                planned += await following.plan_drafts(
                    db, now=now, calendar=calendar, times=times, rules=rules
                )
            planned += moved
        if planned:
            self._wake_outbox()
