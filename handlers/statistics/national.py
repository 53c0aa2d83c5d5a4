"""The national on-time indicator (QĐ 766/2022), beside the one of the report's form."""

import datetime as dt
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.texts import Rate
from scheduler.dossier_time import Course, on_time
from scheduler.limits import Limit, Pause
from scheduler.working_time import WorkingTime
from storage import dossier_courses
from storage.counted import Period
from storage.dossier_courses import CourseRow
from storage.due_documents import Whose
from storage.viewer import Viewer


async def rate(
    db: AsyncSession,
    viewer: Viewer,
    whose: Whose,
    period: Period,
    *,
    now: dt.datetime,
    office: WorkingTime,
) -> Rate | None:
    """On time of all that count in the period; None where none does. Two statements.

    A period of today ends now: what is open is judged at that moment.
    """
    midnight = dt.datetime.combine(period.last + dt.timedelta(days=1), dt.time(), office.zone)
    end = min(midnight - dt.datetime.resolution, now)
    part, base = await dossier_courses.plain(db, viewer, whose, period, end)
    rows = await dossier_courses.others(db, viewer, whose, period, end)
    more, counted = on_time((course_of(row, office.zone) for row in rows), end, office)
    return Rate(part + more, base + counted) if base + counted else None


def course_of(row: CourseRow, zone: ZoneInfo) -> Course:
    """As the indicator takes it, in the office's zone."""

    def here(moment: dt.datetime | None) -> dt.datetime | None:
        return moment.astimezone(zone) if moment else None

    limit = (
        Limit(number=row.time_limit, unit=row.time_unit)
        if row.time_limit is not None and row.time_unit is not None
        else None
    )
    return Course(
        received_at=here(row.received_at),
        due_at=here(row.due_at),
        limit=limit,
        finished_at=here(row.finished_at),
        returned_at=here(row.returned_at),
        ended_at=here(row.ended_at),
        waits=tuple(
            Pause(began_at=began.astimezone(zone), ended_at=here(ended))
            for began, ended in row.waits
        ),
    )
