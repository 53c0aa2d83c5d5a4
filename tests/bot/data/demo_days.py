"""Days on which a demo may be opened, each awkward in its own way."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.data import days_off
from bot.data.demo.day import DemoDay
from scheduler.calendar import Override, WorkingCalendar
from storage.models import DayKind

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SATURDAY = dt.datetime(2026, 11, 21, 9, 0, tzinfo=ZONE)
MONDAY = dt.datetime(2026, 11, 23, 5, 30, tzinfo=ZONE)
HOLIDAY = dt.datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)
WEDNESDAY = dt.datetime(2026, 11, 25, 8, 0, tzinfo=ZONE)
NEW_YEAR = dt.datetime(2027, 1, 4, 8, 0, tzinfo=ZONE)
TET = dt.datetime(2027, 2, 7, 8, 0, tzinfo=ZONE)
ALL = (SATURDAY, MONDAY, HOLIDAY, WEDNESDAY, NEW_YEAR, TET)

CALENDAR = WorkingCalendar.of(
    Override(day=one.day, off=one.kind is DayKind.OFF, name=one.name, official=one.official)
    for one in days_off.announced()
)


def demo_day(now: dt.datetime) -> DemoDay:
    """The day as the demo sees it, with the announced days off."""
    return DemoDay(now, CALENDAR)
