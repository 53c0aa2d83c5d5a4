"""The calendar of this office: the rules of `scheduler.calendar` with the days in its store."""

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import OfficeHours, Override, WorkingCalendar
from storage import days
from storage.models import DayKind


async def read(db: AsyncSession, *, hours: OfficeHours | None = None) -> WorkingCalendar:
    """Read again after the table of days has changed; a calendar itself never changes."""
    return WorkingCalendar.of(
        (
            Override(
                day=row.day,
                off=row.kind is DayKind.OFF,
                name=row.name,
                basis=row.basis,
                official=row.official,
            )
            for row in await days.overrides(db)
        ),
        hours,
    )
