import datetime as dt

from scheduler import office_days
from scheduler.calendar import OfficeHours, WorkingCalendar
from storage.engine import Store
from storage.models import DayKind, DayOverride
from tests.scheduler import records
from tests.scheduler.office_days import DAYS_OF_2026, OFFICE


async def test_the_calendar_of_the_office_follows_its_table_of_days(sqlite_store: Store) -> None:
    await records.add(
        sqlite_store,
        *(
            DayOverride(
                day=one.day,
                kind=DayKind.OFF if one.off else DayKind.WORKED,
                name=one.name,
                basis=one.basis,
                official=one.official,
            )
            for one in DAYS_OF_2026
        ),
    )
    hours = OfficeHours(opens=dt.time(8))
    async with sqlite_store.reading() as db:
        assert await office_days.read(db) == OFFICE
        assert await office_days.read(db, hours=hours) == WorkingCalendar.of(DAYS_OF_2026, hours)
