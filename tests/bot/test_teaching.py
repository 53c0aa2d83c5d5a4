"""Of what was not sent nothing is left the next day: in no table, in no file and in no log."""

from collections.abc import AsyncGenerator

import pytest_asyncio
from sqlmodel import SQLModel, select

from handlers.texts import speak
from scheduler.clock import VIETNAM
from storage import retention
from storage.engine import Store
from storage.models import InboundUpdate
from storage.terms import Terms
from tests.bot.fake_telegram import eventually
from tests.bot.on_telegram import labels_of, on_telegram
from tests.hands import Hands
from tests.overheard import Overheard

MARK = "zqvkxw"  # stands in each sentence and nowhere else
UNKNOWN = f"máy in hỏng thì nhờ bác nào sửa cái {MARK} này"
DANGEROUS = f"máy in hỏng thì tao sẽ đốt trụ sở {MARK}"
NEAR = f"máy in cháy mực thì nhờ bác nào sửa cái {MARK} này"
SEND = speak("vi", VIETNAM)("teach-button")


@pytest_asyncio.fixture
async def log() -> AsyncGenerator[Overheard]:
    heard = Overheard()
    heard.begin()
    yield heard
    heard.end()


async def tables_with_the_mark(store: Store) -> set[str]:
    """When everything that came was answered."""
    await eventually(lambda: everything_is_answered(store))
    async with store.reading() as db:
        return {
            mapper.class_.__name__
            for mapper in SQLModel._sa_registry.mappers
            for row in (await db.exec(select(mapper.class_))).all()
            if MARK in str(row.model_dump())
        }


async def everything_is_answered(store: Store) -> bool:
    async with store.reading() as db:
        return all(body is None for body in await db.exec(select(InboundUpdate.body)))


async def files_with_the_mark(store: Store) -> list[str]:
    """Once the write-ahead log is written back."""
    assert store.file
    async with store.engine.connect() as connection:
        await (await connection.get_raw_connection()).driver_connection.execute(  # type: ignore[union-attr]
            "PRAGMA wal_checkpoint(TRUNCATE)"
        )
    files = store.file.parent.glob(f"{store.file.name}*")
    return [file.name for file in files if MARK.encode() in file.read_bytes()]


async def test_a_sentence_that_was_not_sent_is_gone_the_next_day(
    sqlite_store: Store, hands: Hands, log: Overheard
) -> None:
    async with on_telegram(sqlite_store, hands) as chat:
        assert SEND in labels_of(await chat.say(UNKNOWN))
        assert await tables_with_the_mark(sqlite_store) == {"Memory"}
        hands.set("2026-11-17 02:30")
        await retention.forget(sqlite_store, Terms(), now=hands.now)
    assert await tables_with_the_mark(sqlite_store) == set()
    assert await files_with_the_mark(sqlite_store) == []
    assert MARK not in "\n".join(log.lines)


async def test_what_is_dangerous_or_near_it_is_not_even_held(
    sqlite_store: Store, hands: Hands, log: Overheard
) -> None:
    async with on_telegram(sqlite_store, hands) as chat:
        for words in (DANGEROUS, NEAR):
            assert SEND not in labels_of(await chat.say(words))
        assert await tables_with_the_mark(sqlite_store) == set()
    assert await files_with_the_mark(sqlite_store) == []
    assert MARK not in "\n".join(log.lines)


async def test_what_was_sent_is_in_one_table_and_in_no_log(
    sqlite_store: Store, hands: Hands, log: Overheard
) -> None:
    async with on_telegram(sqlite_store, hands) as chat:
        await chat.say(UNKNOWN)
        await chat.press(1, SEND)
        assert await tables_with_the_mark(sqlite_store) == {"Unlearnt"}
    assert MARK not in "\n".join(log.lines)
