"""The program is killed while it sends, and started again."""

import asyncio
import sys
from collections import Counter

import pytest

from scheduler.outbox import Patience
from storage.engine import Store
from storage.models import Message, MessageKind, MessageState
from tests.scheduler import records
from tests.scheduler.records import LAN
from tests.scheduler.sender_process import MORNING

pytestmark = pytest.mark.acceptance
MESSAGES, KILLS = 60, 2


async def run_until(store: Store, most: int) -> list[str]:
    """Start the sender; kill it after so many receipts, which are what it gives."""
    assert store.file
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.scheduler.sender_process",
        str(store.file),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    receipts: list[str] = []
    while len(receipts) < most and (line := await process.stdout.readline()):
        receipts.append(line.decode().strip())
    if len(receipts) == most:
        process.kill()
    rest, _ = await process.communicate()
    return receipts + rest.decode().split()


async def test_killed_twice_it_loses_nothing_and_repeats_only_what_was_in_flight(
    sqlite_store: Store,
) -> None:
    await records.found_office(sqlite_store)
    await records.add(
        sqlite_store,
        *(
            Message(
                person_id=LAN,
                slot=f"{number}",
                kind=MessageKind.BRIEF,
                send_at=MORNING,
                planned_for=MORNING,
            )
            for number in range(MESSAGES)
        ),
    )
    receipts: Counter[str] = Counter()
    for _ in range(KILLS):
        receipts.update(await run_until(sqlite_store, most=10))
    receipts.update(await run_until(sqlite_store, most=MESSAGES + 1))
    assert len(receipts) == MESSAGES
    assert receipts.total() - MESSAGES <= KILLS * Patience().at_once
    async with sqlite_store.reading() as db:
        states = Counter(message.state for message in await records.messages(db))
    assert states == {MessageState.SENT: MESSAGES}
