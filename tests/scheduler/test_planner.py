"""The clock moves, and exactly one message arrives."""

import asyncio

import pytest

from scheduler.planner import Planner
from scheduler.timetable import Timetable
from storage.engine import Store
from tests.scheduler import records
from tests.scheduler.records import HUNG, at
from tests.scheduler.sending import Deliverer, MovingClock, send_everything_due


@pytest.fixture
async def office(sqlite_store: Store) -> Store:
    """Hùng of the economy unit holds one document that is due on Wednesday."""
    await records.found_office(sqlite_store)
    await records.add(
        sqlite_store, records.document(1, "2026-11-25", holder=HUNG, unit=records.ECONOMY)
    )
    return sqlite_store


def planner_of(office: Store, clock: MovingClock, planned: asyncio.Event) -> Planner:
    return Planner(office, clock, wake_outbox=planned.set)


async def test_at_half_past_seven_exactly_one_message_arrives(office: Store) -> None:
    clock, planned, deliver = MovingClock(at("2026-11-25 07:00")), asyncio.Event(), Deliverer()
    planner = planner_of(office, clock, planned)
    async with asyncio.TaskGroup() as group:
        group.create_task(planner.run())
        clock.now = at("2026-11-25 07:30")
        planner.briefs_are_due()
        await planned.wait()
        await send_everything_due(office, deliver, clock.now)
        planner.briefs_are_due()
        planner.is_due()
        planner.stop()
    await send_everything_due(office, deliver, clock.now)
    assert [(one.person_id, one.slot, one.late) for one in deliver.asked] == [
        (HUNG, "2026-11-25", False)
    ]


async def test_started_after_its_time_it_sends_the_brief_late_and_once(office: Store) -> None:
    deliver = Deliverer()
    clock = MovingClock(at("2026-11-25 09:10"))
    for _restart in range(2):
        planned = asyncio.Event()
        planner = planner_of(office, clock, planned)
        async with asyncio.TaskGroup() as group:
            group.create_task(planner.run())
            if not deliver.asked:
                await planned.wait()
            await send_everything_due(office, deliver, clock.now)
            planner.stop()
        clock.now = at("2026-11-25 10:00")
    assert [(one.slot, one.late) for one in deliver.asked] == [("2026-11-25", True)]


async def test_a_minute_that_begins_plans_the_meetings_of_the_next_half_hour(
    office: Store,
) -> None:
    await records.add(office, records.meeting(1, "2026-11-22 19:30"))
    await records.add(office, *records.takes_part(1, HUNG))
    clock, planned, deliver = MovingClock(at("2026-11-22 18:59")), asyncio.Event(), Deliverer()
    planner = planner_of(office, clock, planned)
    async with asyncio.TaskGroup() as group:
        group.create_task(planner.run())
        clock.now = at("2026-11-22 19:00")
        planner.is_due()
        await planned.wait()
        planner.stop()
    await send_everything_due(office, deliver, clock.now)
    assert deliver.slots == ["meeting 1 v1"]


async def test_the_meeting_reminder_comes_as_early_as_the_office_wants(office: Store) -> None:
    await records.add(office, records.meeting(1, "2026-11-22 19:30"))
    await records.add(office, *records.takes_part(1, HUNG))
    clock, planned = MovingClock(at("2026-11-22 18:30")), asyncio.Event()
    planner = Planner(
        office,
        clock,
        wake_outbox=planned.set,
        times=Timetable(meeting_ahead=at("2026-11-22 19:30") - clock.now),
    )
    async with asyncio.TaskGroup() as group:
        group.create_task(planner.run())
        await planned.wait()
        planner.stop()
