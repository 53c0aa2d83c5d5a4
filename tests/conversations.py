"""Fixtures for conversations: an office in SQLite, a clock the test moves, people who talk.

aiogram takes seconds to import, so it is imported by the fixtures that need it: the pure tests
start at once.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import Person
from tests import cast
from tests import office as make
from tests.hands import Hands

if TYPE_CHECKING:
    from bot.channels import Channel
    from bot.pipeline import Pipeline
    from tests.bot.at_work import AtWork
    from tests.chat import Chat, ChatAs
    from tests.overheard import Overheard


@pytest.fixture
def hands() -> Hands:
    """The clock. It stands at Monday 16/11/2026, 08:00, until the test sets it."""
    return Hands()


@pytest_asyncio.fixture
async def cast_office(sqlite_store: Store, hands: Hands) -> Store:
    """The office of `tests/cast.py`, on its Wednesday, 25/11/2026, at nine."""
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
    return sqlite_store


@pytest.fixture
def channel(hands: Hands) -> Channel:
    """The console that everybody in the test talks on."""
    from bot.channels.console import open_console

    return open_console(hands)


@pytest.fixture
def pipeline(sqlite_store: Store, hands: Hands) -> Pipeline:
    """The real pipeline over the test's store; it reads the office at the first message."""
    from bot.office import Office
    from bot.pipeline import Pipeline

    return Pipeline(store=sqlite_store, clock=hands, zone=VIETNAM, office=Office(version=-1))


@pytest_asyncio.fixture
async def overheard(sqlite_store: Store) -> AsyncGenerator[Overheard]:
    """The log of the test at DEBUG. In the end nobody may have been given away by it."""
    from tests.overheard import Overheard

    log = Overheard()
    log.begin()
    try:
        yield log
    finally:
        log.end()
    await log.gives_nobody_away(sqlite_store)


@pytest.fixture
def chat_as(
    sqlite_store: Store, channel: Channel, pipeline: Pipeline, overheard: Overheard
) -> ChatAs:
    """`chat = await chat_as(person)`: a conversation; without a person, a stranger's.

    What the test puts into the store must be committed first: SQLite has one writer.
    """
    from tests.chat import Chat

    async def sit_down(person: Person | None = None, **account: Any) -> Chat:
        async with sqlite_store.sessions() as db, db.begin():
            theirs = await make.account(db, person, **account)
        chat = Chat(channel, theirs.chat_id, pipeline)
        overheard.typed.append(chat.typed)
        return chat

    return sit_down


@pytest.fixture
def at_work(sqlite_store: Store, hands: Hands, channel: Channel) -> AtWork:
    """The assistant at work, while the test moves the time; everybody is on the console."""
    from tests.bot.at_work import AtWork

    return AtWork(sqlite_store, hands, channel)
