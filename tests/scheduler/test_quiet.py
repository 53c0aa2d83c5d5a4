"""At night and on days off nobody is disturbed, also by what is tried again."""

import datetime as dt
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar import WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.outbox import TryLater
from scheduler.timetable import Timetable
from storage.engine import Store
from storage.models import MessageKind
from tests.scheduler import records
from tests.scheduler.records import at
from tests.scheduler.sending import Deliverer, add_message, send_everything_due

CALENDAR = WorkingCalendar()
FIRST, LAST = (at(day).replace(tzinfo=None) for day in ("2026-01-01", "2027-06-01"))
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))


@pytest.fixture
async def office(store: Store) -> Store:
    await records.found_office(store)
    return store


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        ("2026-11-25 20:59", True),
        ("2026-11-25 21:00", False),
        ("2026-11-26 06:29", False),
        ("2026-11-26 06:30", True),
        ("2026-11-28 10:00", False),  # Saturday
        ("2026-11-24 10:00", False),  # a holiday
    ],
)
@pytest.mark.parametrize("kind", [MessageKind.BRIEF, MessageKind.GIVEN, MessageKind.NEWS])
async def test_what_can_wait_is_not_sent_then(
    office: Store, moment: str, sent: bool, kind: MessageKind
) -> None:
    await add_message(office, "a", at("2026-11-20 07:30"), kind=kind)
    deliver = Deliverer()
    await send_everything_due(office, deliver, at(moment))
    assert len(deliver.asked) == int(sent)


async def test_a_brief_tried_again_at_ten_in_the_evening_waits_for_the_morning(
    office: Store,
) -> None:
    await add_message(office, "a", at("2026-11-25 07:30"))
    deliver = Deliverer()
    deliver.outcomes["a"] = deque([TryLater("no connection", dt.timedelta(hours=14))])
    await send_everything_due(office, deliver, at("2026-11-25 08:00"))
    for moment in ("2026-11-25 22:00", "2026-11-26 03:00"):
        await send_everything_due(office, deliver, at(moment))
    assert len(deliver.asked) == 1
    await send_everything_due(office, deliver, at("2026-11-26 06:30"))
    assert len(deliver.asked) == 2


@pytest.mark.parametrize(
    ("kind", "slot", "sent"),
    [
        (MessageKind.URGENT, "always document 1 x", True),
        (MessageKind.URGENT, "document 1 x", False),
        (MessageKind.MEETING, "meeting 1 v1", True),
        (MessageKind.REPLY, "r", True),
        (MessageKind.ACCOUNT, "a", True),
        (MessageKind.RELAY, "w", True),
        (MessageKind.ITEM, "again", True),  # at the time that its person chose
    ],
)
async def test_what_cannot_wait_goes_at_any_hour(
    office: Store, kind: MessageKind, slot: str, sent: bool
) -> None:
    night = at("2026-11-29 23:00")
    await add_message(office, slot, night, kind=kind)
    deliver = Deliverer()
    await send_everything_due(office, deliver, night)
    assert len(deliver.asked) == int(sent)


async def test_a_wish_that_could_not_be_kept_in_time_waits_for_the_morning(office: Store) -> None:
    await add_message(office, "again", at("2026-11-25 20:30"), kind=MessageKind.ITEM)
    deliver = Deliverer()
    await send_everything_due(office, deliver, at("2026-11-25 23:00"))
    assert deliver.asked == []


@given(st.datetimes(FIRST, LAST), TIMES, TIMES)
def test_the_next_sending_is_never_quiet_and_never_earlier(
    moment: dt.datetime, quiet_from: dt.time, quiet_until: dt.time
) -> None:
    times = Timetable(quiet_from=quiet_from, quiet_until=quiet_until)
    moment = moment.replace(tzinfo=VIETNAM)
    found = times.next_sending(moment, CALENDAR)
    assert found >= moment
    assert CALENDAR.is_working(found.date())
    assert not times.is_quiet(found.time())
    assert times.next_sending(found, CALENDAR) == found


def test_without_quiet_hours_a_working_night_is_as_good_as_a_day() -> None:
    times = Timetable(quiet_from=dt.time(0), quiet_until=dt.time(0))
    night = at("2026-11-25 02:00")
    assert times.next_sending(night, CALENDAR) == night
