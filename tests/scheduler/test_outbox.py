"""Nothing is lost, nothing is sent twice but what was in flight, nobody waits for nothing."""

import asyncio
import dataclasses
import datetime as dt
from collections import Counter, deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from scheduler import outbox
from scheduler.outbox import NothingToSay, Outbox, Patience, Sent, TryLater, Unreachable
from storage import messages
from storage.engine import Store
from storage.models import MessageKind, MessageState
from tests.scheduler import records
from tests.scheduler.records import LAN, at
from tests.scheduler.sending import (
    Deliverer,
    MovingClock,
    add_message,
    message,
    send_everything_due,
)

MORNING = at("2026-11-25 07:30")
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
async def office(store: Store) -> Store:
    await records.found_office(store)
    return store


@pytest.fixture
def deliver() -> Deliverer:
    return Deliverer()


async def test_what_is_due_is_sent_once(office: Store, deliver: Deliverer) -> None:
    await add_message(office, "a", MORNING)
    await add_message(office, "b", MORNING + MINUTE)
    await send_everything_due(office, deliver, MORNING)
    await send_everything_due(office, deliver, MORNING)
    assert deliver.slots == ["a"]
    sent = await message(office, "a")
    assert (sent.state, sent.channel, sent.sent_at) == (MessageState.SENT, "webchat", MORNING)
    assert sent.claimed_until is None
    assert (await message(office, "b")).state is MessageState.PLANNED
    await send_everything_due(office, deliver, MORNING + MINUTE)
    assert deliver.slots == ["a", "b"]


async def test_the_channel_may_say_that_it_was_shown(office: Store, deliver: Deliverer) -> None:
    await add_message(office, "a", MORNING)
    deliver.outcomes["a"] = deque([Sent("webchat", confirmed=True)])
    await send_everything_due(office, deliver, MORNING)
    assert (await message(office, "a")).state is MessageState.CONFIRMED


async def test_after_trouble_it_waits_twice_as_long_each_time(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "a", MORNING)
    deliver.outcomes["a"] = deque([TryLater("no connection")] * 3)
    now, waits = MORNING, []
    while (await message(office, "a")).state is MessageState.PLANNED:
        await send_everything_due(office, deliver, now)
        send_at = (await message(office, "a")).send_at
        waits.append((send_at - now).total_seconds())
        now = max(now, send_at.astimezone(MORNING.tzinfo))
    assert waits == [30, 60, 120, 0]
    sent = await message(office, "a")
    assert (sent.state, sent.attempts, sent.reason) == (MessageState.SENT, 4, "")


async def test_a_channel_may_say_how_long_to_wait(office: Store, deliver: Deliverer) -> None:
    await add_message(office, "a", MORNING)
    deliver.outcomes["a"] = deque([TryLater("flood", dt.timedelta(seconds=7))])
    await send_everything_due(office, deliver, MORNING)
    waiting = await message(office, "a")
    assert waiting.send_at == MORNING + dt.timedelta(seconds=7)
    assert (waiting.state, waiting.reason) == (MessageState.PLANNED, "flood")


def test_the_wait_has_an_end() -> None:
    patience = Patience()
    assert patience.wait_after(8) == patience.wait_after(400) == dt.timedelta(hours=1)


async def test_it_gives_up_when_the_tries_are_used_up(office: Store, deliver: Deliverer) -> None:
    await add_message(office, "a", MORNING)
    deliver.outcomes["a"] = deque([TryLater("no connection")] * 5)
    for hours in range(5):
        await send_everything_due(
            office, deliver, MORNING + dt.timedelta(hours=hours), patience=Patience(tries=2)
        )
    given_up = await message(office, "a")
    assert (given_up.state, given_up.reason) == (MessageState.GIVEN_UP, "no connection")
    assert len(deliver.asked) == 2


async def test_a_refusal_for_good_is_not_tried_again(office: Store, deliver: Deliverer) -> None:
    await add_message(office, "a", MORNING)
    deliver.outcomes["a"] = deque([Unreachable("blocked")])
    await send_everything_due(office, deliver, MORNING)
    await send_everything_due(office, deliver, MORNING + dt.timedelta(hours=2))
    failed = await message(office, "a")
    assert (failed.state, failed.reason, len(deliver.asked)) == (MessageState.FAILED, "blocked", 1)


async def test_with_nothing_left_to_say_it_is_cancelled(office: Store, deliver: Deliverer) -> None:
    await add_message(office, "a", MORNING)
    deliver.outcomes["a"] = deque([NothingToSay()])
    await send_everything_due(office, deliver, MORNING)
    cancelled = await message(office, "a")
    assert (cancelled.state, cancelled.reason) == (MessageState.CANCELLED, outbox.NOTHING_TO_SAY)


async def test_what_has_become_useless_is_cancelled_with_its_reason(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "fresh", MORNING, useless_after=MORNING + MINUTE)
    await add_message(office, "tried", MORNING, useless_after=MORNING + 2 * MINUTE)
    deliver.outcomes["fresh"] = deque([TryLater("flood", 5 * MINUTE)])
    deliver.outcomes["tried"] = deque([TryLater("flood", 5 * MINUTE)])
    await add_message(office, "never", MORNING + MINUTE, useless_after=MORNING + MINUTE)
    await send_everything_due(office, deliver, MORNING)
    await send_everything_due(office, deliver, MORNING + 2 * MINUTE)
    for slot, reason in {"tried": "too_late: flood", "never": "too_late"}.items():
        cancelled = await message(office, slot)
        assert (cancelled.state, cancelled.reason) == (MessageState.CANCELLED, reason)
    assert sorted(deliver.slots) == ["fresh", "tried"]


async def test_what_comes_late_is_told_to_say_so(office: Store, deliver: Deliverer) -> None:
    await add_message(office, "a", MORNING)
    await add_message(office, "b", MORNING + 95 * MINUTE)
    await send_everything_due(office, deliver, MORNING + 100 * MINUTE)
    assert {one.slot: one.late for one in deliver.asked} == {"a": True, "b": False}


async def test_a_reminder_of_a_meeting_goes_before_the_briefs(
    office: Store, deliver: Deliverer
) -> None:
    for number in range(3):
        await add_message(office, f"brief {number}", MORNING - MINUTE)
    await add_message(office, "meeting 1 v1", MORNING, kind=MessageKind.MEETING)
    await send_everything_due(office, deliver, MORNING, patience=Patience(at_once=1))
    assert deliver.slots[0] == "meeting 1 v1"


async def test_few_are_in_flight_at_once(office: Store, deliver: Deliverer) -> None:
    for number in range(12):
        await add_message(office, f"{number}", MORNING)
    deliver.together = asyncio.Barrier(4)
    await send_everything_due(office, deliver, MORNING)
    assert deliver.most_active == 4
    assert len(deliver.asked) == 12


async def test_it_sleeps_until_the_next_message_or_the_next_look(
    office: Store, deliver: Deliverer
) -> None:
    assert await send_everything_due(office, deliver, MORNING) == [60]
    await add_message(office, "a", MORNING + dt.timedelta(seconds=20))
    assert await send_everything_due(office, deliver, MORNING) == [20]
    await add_message(office, "b", MORNING - MINUTE, useless_after=MORNING)
    assert await send_everything_due(office, deliver, MORNING) == [20]


async def test_two_senders_share_the_work(office: Store, deliver: Deliverer) -> None:
    for number in range(20):
        await add_message(office, f"{number}", MORNING)
    await asyncio.gather(*(send_everything_due(office, deliver, MORNING) for _ in range(3)))
    assert Counter(deliver.slots) == Counter(str(number) for number in range(20))


async def crash_in_the_middle(office: Store, deliver: Deliverer) -> None:
    """The process dies after the channel was given the message and before it was marked."""
    deliver.open.clear()
    sender = Outbox(office, deliver, MovingClock(MORNING))
    async with asyncio.TaskGroup() as group:
        running = group.create_task(sender.run())
        await deliver.begun.wait()
        running.cancel()
    deliver.open.set()


async def test_a_crash_repeats_what_was_in_flight_when_its_claim_ends(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "a", MORNING)
    await add_message(office, "b", MORNING + MINUTE)
    await crash_in_the_middle(office, deliver)
    claimed = await message(office, "a")
    assert (claimed.state, claimed.claimed_until) == (MessageState.CLAIMED, MORNING + 2 * MINUTE)
    assert await send_everything_due(office, deliver, MORNING + MINUTE) == [60]
    assert deliver.slots == ["a", "b"]
    await send_everything_due(office, deliver, MORNING + 2 * MINUTE)
    assert deliver.slots == ["a", "b", "a"]
    assert (await message(office, "a")).state is MessageState.SENT


async def test_alone_on_its_store_it_repeats_them_at_once(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "a", MORNING)
    await crash_in_the_middle(office, deliver)
    await send_everything_due(office, deliver, MORNING, alone=True)
    assert deliver.slots == ["a", "a"]
    assert (await message(office, "a")).state is MessageState.SENT


async def test_a_message_that_kills_its_sender_each_time_is_given_up(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "a", MORNING)
    await crash_in_the_middle(office, deliver)
    await send_everything_due(office, deliver, MORNING + 5 * MINUTE, patience=Patience(tries=1))
    given_up = await message(office, "a")
    assert (given_up.state, given_up.reason) == (MessageState.GIVEN_UP, messages.TRIES_USED_UP)


async def test_who_was_too_slow_does_not_mark_what_somebody_else_has_sent(office: Store) -> None:
    await add_message(office, "a", MORNING)
    async with office.sessions() as db, db.begin():
        (slow,) = await messages.claim(db, now=MORNING, until=MORNING + MINUTE, limit=1)
    async with office.sessions() as db, db.begin():
        later = MORNING + MINUTE
        (fast,) = await messages.claim(db, now=later, until=later + MINUTE, limit=1)
        assert await messages.finish(db, fast, MessageState.SENT, sent_at=later)
        assert not await messages.put_off(db, slow, until=later, reason="slow")
    assert (await message(office, "a")).state is MessageState.SENT


async def test_told_to_stop_it_finishes_what_is_in_flight_and_takes_no_more(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "a", MORNING)
    await add_message(office, "b", MORNING)
    deliver.open.clear()
    sender = Outbox(office, deliver, MovingClock(MORNING), patience=Patience(at_once=1))
    async with asyncio.TaskGroup() as group:
        running = group.create_task(sender.run())
        await deliver.begun.wait()
        sender.stop()
        deliver.open.set()
        await running
    assert deliver.slots == ["a"]
    assert (await message(office, "a")).state is MessageState.SENT
    assert (await message(office, "b")).state is MessageState.PLANNED


async def test_what_does_not_end_in_time_is_left_for_the_next_run(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "a", MORNING)
    deliver.open.clear()
    impatient = Patience(stop_within=dt.timedelta(0))
    sender = Outbox(office, deliver, MovingClock(MORNING), patience=impatient)
    async with asyncio.TaskGroup() as group:
        group.create_task(sender.run())
        await deliver.begun.wait()
        sender.stop()
    assert (await message(office, "a")).state is MessageState.CLAIMED
    deliver.open.set()
    await send_everything_due(office, deliver, MORNING, alone=True)
    assert (await message(office, "a")).state is MessageState.SENT


async def test_it_wakes_for_something_new(office: Store, deliver: Deliverer) -> None:
    sender = Outbox(office, deliver, MovingClock(MORNING))
    async with asyncio.TaskGroup() as group:
        group.create_task(sender.run())
        await add_message(office, "a", MORNING)
        sender.wake()
        await deliver.begun.wait()
        sender.stop()
    assert (await message(office, "a")).state is MessageState.SENT


async def test_a_fault_in_one_message_does_not_stop_the_others(
    office: Store, deliver: Deliverer
) -> None:
    def stumble() -> None:
        if deliver.asked[-1].slot == "a":
            raise ZeroDivisionError

    deliver.before = stumble
    await add_message(office, "a", MORNING)
    await add_message(office, "b", MORNING)
    await send_everything_due(office, deliver, MORNING, patience=Patience(at_once=1))
    assert (await message(office, "a")).reason == "ZeroDivisionError"
    assert (await message(office, "b")).state is MessageState.SENT


async def test_a_delivery_that_hangs_is_tried_later(office: Store, deliver: Deliverer) -> None:
    await add_message(office, "a", MORNING)
    deliver.open.clear()
    await send_everything_due(office, deliver, MORNING, patience=Patience(delivery=dt.timedelta(0)))
    hung = await message(office, "a")
    assert (hung.state, hung.reason) == (MessageState.PLANNED, "timeout")


async def test_when_the_store_fails_while_marking_the_message_stays_claimed(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "a", MORNING)
    opened = 0

    @asynccontextmanager
    async def sometimes() -> AsyncGenerator[Any]:
        nonlocal opened
        opened += 1
        if opened == 2:
            raise OperationalError("UPDATE", {}, Exception("the disk is full"))
        async with office.sessions() as db:
            yield db

    broken: Any = sometimes
    await send_everything_due(dataclasses.replace(office, sessions=broken), deliver, MORNING)
    assert (await message(office, "a")).state is MessageState.CLAIMED


async def test_an_answer_that_could_not_be_sent_goes_out_later(
    office: Store, deliver: Deliverer
) -> None:
    async with office.sessions() as db, db.begin():
        await messages.tell(
            db, kind=MessageKind.REPLY, account_id=None, words="Dạ, đã rõ.", now=MORNING
        )
        await messages.tell(
            db, kind=MessageKind.REPLY, account_id=None, words="Còn gì nữa?", now=MORNING
        )
    await send_everything_due(office, deliver, MORNING)
    assert [one.words for one in deliver.asked] == ["Dạ, đã rõ.", "Còn gì nữa?"]
    assert {one.kind for one in deliver.asked} == {MessageKind.REPLY}


async def test_waiting_for_news_ends_with_the_news_or_the_time() -> None:
    news = asyncio.Event()
    await outbox.wait_for_news(news, 0)
    news.set()
    await outbox.wait_for_news(news, 60)


async def test_what_waited_for_somebody_to_be_reachable_goes_out_when_they_are(
    office: Store, deliver: Deliverer
) -> None:
    await add_message(office, "a", MORNING)
    await add_message(office, "planned for later", MORNING + 5 * MINUTE)
    deliver.outcomes["a"] = deque([TryLater("no account", 30 * MINUTE)])
    await send_everything_due(office, deliver, MORNING)
    async with office.sessions() as db, db.begin():
        assert await messages.hurry(db, LAN, now=MORNING + MINUTE) == 1
    await send_everything_due(office, deliver, MORNING + MINUTE)
    assert deliver.slots == ["a", "a"]
