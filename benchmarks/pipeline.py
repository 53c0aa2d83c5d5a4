"""What one answer costs beside what it is made of: `python -m benchmarks.pipeline`.

Four things are done with the same words, in turn, many times over, in one process:

(a) echo       aiogram's Dispatcher with one handler that says the words back
(b) no SQL     the whole pipeline over a store that answers at once (benchmarks/answers.py)
(c) SQL alone  the statements of that answer through the same session: two transactions, the
               answer's and the record's, each begun and committed, and every row taken
(d) answer     the whole pipeline over SQLite with the demonstration office

Each goes from typed words to a message shown on the console channel, so that making the update
and showing the reply are in (a), (b) and (d) alike. Numbers are medians over rounds; a round does
each of the four once, in an order that changes, on a slice of the same length. Beside the time that
a person waits stands the processor's, which other work on the machine disturbs less.

Aims: b ≤ 3 × a and d ≤ 1.5 × (b + c). d / a is printed too: what an office's answer costs
beside a bot that only repeats.
"""

import argparse
import asyncio
import logging
import os
import platform
import random
import statistics
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.methods import SendMessage
from aiogram.types import Message
from sqlmodel import select

from benchmarks.answers import Said, Script, kept, replayed, said_to
from bot.channels.console import NAME, Conversation, open_console
from bot.data import demo
from bot.data.personas import PERSONAS
from bot.office import Office
from bot.pipeline import Pipeline
from handlers.texts import speak
from scheduler.clock import VIETNAM, Clock, standing_clock, system_clock
from storage import accounts, migrate
from storage.engine import Store, opened
from storage.models import Dossier, DossierState

RESULTS = Path(__file__).with_name("results.md")
WHO = PERSONAS["chuyen-vien"]
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=VIETNAM)
WORDS = (
    "lịch họp hôm nay",
    "tôi có văn bản nào quá hạn không?",
    "hồ sơ {dossier} đến đâu rồi?",
    "mấy giờ văn phòng mở cửa?",
)
PARTS = ("a", "b", "c", "d")
PER_SLICE = 10
WARM_UP = 2
CHAT = 7_000_001

Run = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Cost:
    """Microseconds for one message: as a person waits, and as the processor works."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Desk:
    """Somebody of the demonstration office who asks, and what answers."""

    store: Store
    office: Office
    clock: Clock

    def over(self, store: Store) -> Pipeline:
        """The whole pipeline over this store."""
        return Pipeline(store=store, clock=self.clock, zone=VIETNAM, office=self.office)


@asynccontextmanager
async def desk() -> AsyncGenerator[Desk]:
    """The demonstration office in a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(f"sqlite:///{folder}/demo.db") as store:
            await migrate.upgrade(store, now=NOW)
            office = Office()
            async with store.sessions() as db, db.begin():
                await demo.fill_or_refresh(db, now=NOW)
                account = await accounts.open_account(
                    db, NAME, "benchmark", chat_id=CHAT, now=NOW, person_id=WHO.person_id
                )
                await accounts.mark_greeted(db, account.id or 0)
                await office.read(db)
            yield Desk(store, office, standing_clock(NOW))


def echo() -> Dispatcher:
    """The least that aiogram can do for an answer."""
    router = Router()

    @router.message()
    async def say_it_back(message: Message) -> SendMessage:
        return SendMessage(chat_id=message.chat.id, text=message.text or "")

    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    return dispatcher


def echoing(words: str, clock: Clock) -> Run:
    """Part (a)."""
    dispatcher, channel = echo(), open_console(clock)
    conversation = Conversation(channel, CHAT, receive=no_pipeline)
    session, bot = conversation.session, channel.bot

    async def once() -> object:
        update = session.incoming(bot, CHAT, text=words)
        await bot(await dispatcher.feed_update(bot, update))
        return session.take(CHAT)

    return once


async def no_pipeline(*_: object) -> None:
    """The echo has none."""


def answering(pipeline: Pipeline, words: str) -> Run:
    """Part (b) or (d), by the pipeline's store."""
    conversation = Conversation(open_console(pipeline.clock), CHAT, pipeline.receive)

    async def once() -> list[str]:
        return [heard.text for heard in await conversation.say(words)]

    return once


def reading(store: Store, script: Script) -> Run:
    """Part (c)."""
    numbers = count(10**14)

    async def once() -> None:
        for transaction in script.transactions:
            async with store.sessions() as db, db.begin():
                for said in transaction:
                    values = with_new_ids(said, numbers)
                    await said_to(db, said.statement, values, on_session=said.on_session)

    return once


def with_new_ids(said: Said, numbers: Iterator[int]) -> Any:
    """The values of a statement. What is recorded are other messages each time, not edits."""
    if not isinstance(said.values, list):
        return said.values
    return [{**row, "message_id": next(numbers)} for row in said.values]


async def parts_of(desk: Desk, words: str) -> dict[str, Run]:
    """The four, ready to be run for these words."""
    keeping, script = kept(desk.store)
    said = await answering(desk.over(keeping), words)()
    parts = {
        "a": echoing(words, desk.clock),
        "b": answering(desk.over(replayed(desk.store, script)), words),
        "c": reading(desk.store, script),
        "d": answering(desk.over(desk.store), words),
    }
    assert await parts["b"]() == said == await parts["d"](), f"{words!r} is answered differently"
    assert said != [speak("vi", VIETNAM)("error-unforeseen")], f"{words!r} is not answered"
    return parts


async def a_dossier(store: Store) -> str:
    """The code of a dossier that somebody works on."""
    in_work = select(Dossier.code).where(Dossier.state == DossierState.PROCESSING)
    async with store.reading() as db:
        return (await db.exec(in_work.order_by(Dossier.code))).first() or ""


async def measured(run: Run) -> Cost:
    """A slice of runs."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(PER_SLICE):
        await run()
    return Cost(
        (time.perf_counter() - wall) / PER_SLICE * 1e6,
        (time.process_time() - cpu) / PER_SLICE * 1e6,
    )


async def costs_of(parts: dict[str, Run], rounds: int) -> dict[str, Cost]:
    """The median cost of each part over interleaved rounds, after a warm-up."""
    dice = random.Random(1)
    costs: dict[str, list[Cost]] = {part: [] for part in PARTS}
    for number in range(-WARM_UP, rounds):
        for part in dice.sample(PARTS, len(PARTS)):
            cost = await measured(parts[part])
            if number >= 0:
                costs[part].append(cost)
    return {
        part: Cost(
            statistics.median(cost.wall for cost in found),
            statistics.median(cost.cpu for cost in found),
        )
        for part, found in costs.items()
    }


def mean(all_costs: list[dict[str, Cost]]) -> dict[str, Cost]:
    """Of all questions together."""
    return {
        part: Cost(
            statistics.mean(costs[part].wall for costs in all_costs),
            statistics.mean(costs[part].cpu for costs in all_costs),
        )
        for part in PARTS
    }


def ratios(costs: dict[str, Cost]) -> list[str]:
    """The three that the aims are about: b/a, d/(b+c), d/a."""
    found = []
    for a, b, c, d in (
        [costs[part].wall for part in PARTS],
        [costs[part].cpu for part in PARTS],
    ):
        found.append((b / a, d / (b + c), d / a))
    (*waited,), (*worked,) = found
    return [f"{w:.2f} ({cpu:.2f})" for w, cpu in zip(waited, worked, strict=True)]


def line(first: str, costs: dict[str, Cost]) -> str:
    """A row of the table: microseconds for each part, then ratios; in brackets the processor's."""
    cells = [f"{costs[part].wall:.0f} ({costs[part].cpu:.0f})" for part in PARTS]
    return "| " + " | ".join([first, *cells, *ratios(costs)]) + " |"


def machine() -> str:
    """What it ran on: processor, cores, Python. Never whose machine it was."""
    cpu = Path("/proc/cpuinfo")
    names = [
        text.partition(":")[2].strip()
        for text in (cpu.read_text().splitlines() if cpu.exists() else ())
        if text.startswith("model name")
    ]
    model = names[0] if names else platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


async def run(rounds: int) -> dict[str, Cost]:
    """Measure every question and print a row for each."""
    found = []
    async with desk() as asking:
        print("| question | a echo | b no SQL | c SQL alone | d answer | b/a | d/(b+c) | d/a |")
        code = await a_dossier(asking.store)
        for words in (words.format(dossier=code) for words in WORDS):
            found.append(await costs_of(await parts_of(asking, words), rounds))
            print(line(words, found[-1]), flush=True)
    print(line("all", mean(found)))
    return mean(found)


def main() -> None:
    """Run, print, and add a row to results.md."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rounds", type=int, default=60)
    options.add_argument("--print-only", action="store_true", help="leave results.md alone")
    chosen = options.parse_args()
    logging.basicConfig(level=logging.WARNING)
    costs = asyncio.run(run(chosen.rounds))
    if not chosen.print_only:
        day = f"{system_clock()():%d/%m/%Y}"
        table, after, notes = RESULTS.read_text("utf-8").partition("\n\n## ")
        row = line(f"{day}, {machine()}", costs)
        RESULTS.write_text(f"{table.rstrip()}\n{row}\n{after[1:]}{notes}", "utf-8")


if __name__ == "__main__":
    main()
