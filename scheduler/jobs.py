"""What runs and how often: one table, handed to APScheduler, which is only a clock here.

A job says that it is time and nothing more. What is due stands in the store, so a job that is
missed, late or doubled does no harm.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.timetable import USUAL_TIMES

Wake = Callable[[], None]
NIGHT = dt.time(2, 30)  # when nobody waits for the store


@dataclass(frozen=True)
class Job:
    """Something that becomes due at the minutes a cron line names, in the office's zone."""

    name: str
    wake: Wake
    hour: str = "*"
    minute: str = "*"


def table(
    *,
    briefs: Wake,
    meetings: Wake,
    handovers: Wake,
    lookout: Wake,
    forgetting: Wake,
    brief_at: dt.time = USUAL_TIMES.brief_at,
) -> tuple[Job, ...]:
    """Every job. Whether a day is a working day is for the planner to say, not for the clock."""
    return (
        Job("briefs", briefs, hour=str(brief_at.hour), minute=str(brief_at.minute)),
        Job("meetings", meetings),
        Job("handovers", handovers),
        Job("lookout", lookout),
        Job("forgetting", forgetting, hour=str(NIGHT.hour), minute=str(NIGHT.minute)),
    )


def build(zone: ZoneInfo, jobs: tuple[Job, ...]) -> AsyncIOScheduler:
    """The clock with its jobs, not started yet.

    A job that comes late still runs, and once however many times it was missed.
    """
    clock = AsyncIOScheduler(
        timezone=zone,
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )
    for job in jobs:
        clock.add_job(
            _tell, "cron", args=(job.wake,), id=job.name, hour=job.hour, minute=job.minute
        )
    return clock


async def _tell(wake: Wake) -> None:
    """A coroutine, because a plain function would run in a thread, where no event may be set."""
    wake()
