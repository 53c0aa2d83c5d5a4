"""A demonstration to talk to, filled once and copied."""

from pathlib import Path

import pytest

from tests.hands import MONDAY
from tests.stores import copy_of, run


@pytest.fixture(scope="session")
def mondays_demo(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo of Monday 16/11/2026, to be copied."""
    from bot.data import demo
    from storage.engine import opened

    url = copy_of(sqlite_template, tmp_path_factory.mktemp("demo"))

    async def fill() -> None:
        async with opened(url) as store, store.sessions() as db, db.begin():
            assert await demo.fill_or_refresh(db, now=MONDAY)

    run(fill())
    assert url.database
    return Path(url.database)
