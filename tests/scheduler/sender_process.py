"""A program that only sends: prints each slot as its channel accepts it, ends when all is sent.

`python -m tests.scheduler.sender_process <file of the store>`
"""

import asyncio
import sys

from scheduler.outbox import Outcome, Outgoing, Sent
from storage.engine import opened
from tests.scheduler.records import at
from tests.scheduler.sending import send_everything_due

MORNING = at("2026-11-25 07:30")


async def accept(message: Outgoing) -> Outcome:
    print(message.slot, flush=True)  # noqa: T201 - the receipt that the test reads
    await asyncio.sleep(0)
    return Sent("webchat")


async def main(file: str) -> None:
    async with opened(f"sqlite:///{file}") as store:
        await send_everything_due(store, accept, MORNING, alone=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
