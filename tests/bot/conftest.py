"""A demonstration to talk to, filled once and copied; a folder in which commands are typed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hands import MONDAY
from tests.stores import copy_of, run

if TYPE_CHECKING:
    from tests.bot.commands import Refused


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


@pytest.fixture
def folder(mondays_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody sits in an empty folder; the settings name a demonstration, `office.db` in it."""
    monkeypatch.chdir(tmp_path)
    address = copy_of(mondays_demo, tmp_path)
    monkeypatch.setenv("OFFICE_DATABASE_URL", f"sqlite:///{address.database}")
    return tmp_path


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Refused:
    """The one sentence of a command that ends with exit code 2 and prints nothing else."""
    from bot import cli

    def by(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["bot", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert ended.value.code == cli.WRONG
        printed = capsys.readouterr()
        assert printed.out == ""
        return printed.err

    return by
