"""Whether a dossier was in time: by the report's form, and by the national indicator.

Two definitions live side by side, and both are asked for. The form (TT 01/2020/TT-VPCP, biểu
II.06) tells trước hạn, đúng hạn and quá hạn apart. The indicator (QĐ 766/2022) knows only đúng hạn
and quá hạn, and counts a second request for papers as late whatever the dates say.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from scheduler.due import due
from scheduler.limits import Limit, Pause
from scheduler.working_time import WorkingTime


class Side(StrEnum):
    """On which side of its promised time a dossier was finished, by the form."""

    EARLY = "early"  # trước hạn
    ON_TIME = "on-time"  # đúng hạn
    LATE = "late"  # quá hạn


def side_of(
    finished_at: dt.datetime, due_at: dt.datetime, *, zone: ZoneInfo, by_minute: bool = False
) -> Side:
    """The side, by the office's dates; or by the minute, where nearly all early ones are EARLY."""
    finished, promised = finished_at.astimezone(zone), due_at.astimezone(zone)
    if by_minute:
        return _side(_minute(finished), _minute(promised))
    return _side(finished.date(), promised.date())


@dataclass(frozen=True, kw_only=True)
class Course:
    """What the indicator needs to know of a dossier. Moments are in the office's zone.

    `ended_at`: refused, stopped or withdrawn. `waits`: for papers, each from its request on; the
    last may be open. `due_at` without one: the procedure's `limit` decides, where there is one.
    """

    received_at: dt.datetime | None
    due_at: dt.datetime | None = None
    limit: Limit | None = None
    finished_at: dt.datetime | None = None
    returned_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    waits: tuple[Pause, ...] = ()

    def ends_at(self, period_end: dt.datetime) -> dt.datetime:
        """The moment that decides: a citizen who collects late does not make it late.

        Finished, before returned, before stopped, refused or withdrawn; of one still open the end
        of the period, and while the first papers are awaited the moment of the request. What
        happened only after the period was still open in it.
        """
        decided = (self.finished_at, self.returned_at, self.ended_at)
        for moment in decided:
            if moment and moment <= period_end:
                return moment
        asked = [wait for wait in self.waits if wait.began_at <= period_end]
        waiting = asked and (asked[-1].ended_at is None or asked[-1].ended_at > period_end)
        return asked[-1].began_at if waiting and len(asked) == 1 else period_end


def in_time(course: Course, period_end: dt.datetime, office: WorkingTime) -> bool | None:
    """Whether the indicator counts it as on time in a period; None for what it does not count.

    Not counted is what was not received by then, and what has neither a promised time nor a limit.
    """
    if course.received_at is None or course.received_at > period_end:
        return None
    asked = [wait for wait in course.waits if wait.began_at <= period_end]
    promised = course.due_at or _by_limit(course, asked, office)
    if promised is None:
        return None
    return len(asked) <= 1 and course.ends_at(period_end) <= promised


def on_time(
    courses: Iterable[Course], period_end: dt.datetime, office: WorkingTime
) -> tuple[int, int]:
    """How many of those that count are on time, and how many count: 0 of 0 is no rate (N/A)."""
    counted = [
        one for course in courses if (one := in_time(course, period_end, office)) is not None
    ]
    return sum(counted), len(counted)


def _by_limit(course: Course, asked: Sequence[Pause], office: WorkingTime) -> dt.datetime | None:
    """“Thời gian giải quyết trừ thời gian bổ sung ≤ thời hạn”, told as a moment.

    While papers are awaited it is the moment without that wait: the request decides then.
    """
    if course.limit is None or course.received_at is None:
        return None
    over = [wait for wait in asked if wait.ended_at is not None]
    return due(course.limit, course.received_at, over, office).at


def _side(finished: dt.date | dt.datetime, promised: dt.date | dt.datetime) -> Side:
    if finished == promised:
        return Side.ON_TIME
    return Side.EARLY if finished < promised else Side.LATE


def _minute(moment: dt.datetime) -> dt.datetime:
    return moment.replace(second=0, microsecond=0)
