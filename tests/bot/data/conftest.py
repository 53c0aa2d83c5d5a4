"""A filled demo, made once and copied."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.data import demo
from storage.engine import Store, opened
from tests.bot.data.demo_days import SATURDAY
from tests.stores import copy_of, run


@pytest.fixture(scope="session")
def saturdays_demo(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo of Saturday 21/11/2026, to be copied."""
    folder = tmp_path_factory.mktemp("demo")

    async def make() -> None:
        async with (
            opened(copy_of(sqlite_template, folder)) as store,
            store.sessions() as db,
            db.begin(),
        ):
            assert await demo.fill_or_refresh(db, now=SATURDAY)

    run(make())
    return folder / "office.db"


@pytest_asyncio.fixture
async def filled(saturdays_demo: Path, tmp_path: Path) -> AsyncGenerator[Store]:
    """The demo of that Saturday."""
    copies = tmp_path / "filled"
    copies.mkdir()
    async with opened(copy_of(saturdays_demo, copies)) as store:
        yield store
