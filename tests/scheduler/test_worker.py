"""A worker does what is due at every tick, one thing at a time, and stops in order."""

import asyncio

from scheduler.worker import Worker


class Slow(Worker):
    """Works until it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = asyncio.Event()
        self.go_on = asyncio.Event()
        self.done = 0

    async def work(self) -> None:
        self.begun.set()
        await self.go_on.wait()
        self.begun.clear()
        self.go_on.clear()
        self.done += 1


class Waiting(Slow):
    at_the_start = False


async def test_it_works_at_the_start_and_ticks_that_come_meanwhile_are_one() -> None:
    worker = Slow()
    async with asyncio.TaskGroup() as group:
        group.create_task(worker.run())
        await worker.begun.wait()
        worker.is_due()
        worker.is_due()
        worker.go_on.set()
        await asyncio.sleep(0)
        await worker.begun.wait()
        worker.stop()
        worker.go_on.set()
    assert worker.done == 2


async def test_stopped_it_finishes_what_it_is_doing_and_does_no_more() -> None:
    worker = Slow()
    async with asyncio.TaskGroup() as group:
        group.create_task(worker.run())
        await worker.begun.wait()
        worker.is_due()
        worker.stop()
        worker.go_on.set()
    assert worker.done == 1


async def test_one_that_has_nothing_to_do_at_the_start_waits_for_its_tick() -> None:
    worker = Waiting()
    async with asyncio.TaskGroup() as group:
        running = group.create_task(worker.run())
        await asyncio.sleep(0)
        assert not worker.begun.is_set()
        worker.is_due()
        await worker.begun.wait()
        worker.go_on.set()
        worker.stop()
        await running
    assert worker.done == 1
