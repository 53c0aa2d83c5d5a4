import asyncio
import datetime as dt

import pytest

from scheduler import jobs
from scheduler.clock import VIETNAM
from tests.scheduler.records import at


def nothing() -> None:
    """Nobody listens."""


def next_run(name: str, now: dt.datetime) -> dt.datetime | None:
    table = jobs.table(
        briefs=nothing, meetings=nothing, handovers=nothing, lookout=nothing, forgetting=nothing
    )
    clock = jobs.build(VIETNAM, table)
    trigger = clock.get_job(name).trigger
    found: dt.datetime | None = trigger.get_next_fire_time(None, now)
    return found


def test_the_briefs_are_due_at_half_past_seven_in_the_offices_zone_on_any_day() -> None:
    friday = at("2026-11-20 07:30") + dt.timedelta(seconds=1)
    assert next_run("briefs", friday) == at("2026-11-21 07:30")
    utc = dt.datetime(2026, 11, 25, 0, 0, tzinfo=dt.UTC)
    assert next_run("briefs", utc) == at("2026-11-25 07:30")


@pytest.mark.parametrize("name", ["meetings", "lookout"])
def test_meetings_and_whether_anything_is_stuck_are_looked_at_every_minute(name: str) -> None:
    evening = at("2026-11-22 19:00") + dt.timedelta(seconds=5)
    assert next_run(name, evening) == at("2026-11-22 19:01")


def test_what_is_past_its_term_goes_every_night_when_nobody_waits_for_the_store() -> None:
    evening = at("2026-11-22 19:00")
    assert next_run("forgetting", evening) == at("2026-11-23 02:30")


def test_the_time_of_the_briefs_is_a_setting() -> None:
    table = jobs.table(
        briefs=nothing,
        meetings=nothing,
        handovers=nothing,
        lookout=nothing,
        forgetting=nothing,
        brief_at=dt.time(6, 45),
    )
    briefs = jobs.build(VIETNAM, table).get_job("briefs")
    day = at("2026-11-25 00:00")
    assert briefs.trigger.get_next_fire_time(None, day) == at("2026-11-25 06:45")


async def test_a_job_that_was_missed_still_runs_once_and_only_says_so() -> None:
    told = asyncio.Event()
    clock = jobs.build(VIETNAM, (jobs.Job("meetings", told.set),))
    job = clock.get_job("meetings")
    clock.start(paused=True)
    try:
        assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
        job.modify(next_run_time=at("2026-11-20 07:30"))
        clock.resume()
        await told.wait()
    finally:
        clock.shutdown()
