"""Starting: what is loaded, what is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from storage.engine import Store

HEAVY = {"alembic", "matplotlib", "sklearn", "telegram", "pandas", "scipy", "typer"}
START = """
import asyncio, json, sys
from bot.assistant import assistant
from bot.settings import Settings
from scheduler.clock import system_clock

async def start():
    async with assistant(Settings(database_url=sys.argv[1], _env_file=None), system_clock()):
        print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))

asyncio.run(start())
"""


@pytest.mark.acceptance
def test_an_ordinary_start_loads_nothing_it_does_not_use(sqlite_store: Store) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", START, f"sqlite:///{sqlite_store.file}"],
        cwd=Path(__file__).parent.parent.parent,
        check=True,
        capture_output=True,
        text=True,
    )
    assert HEAVY & set(json.loads(loaded.stdout)) == set()
