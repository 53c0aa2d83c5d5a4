"""Bringing a store to the newest schema, whatever schema it has.

Only `upgrade` imports alembic, and only when there is something to do: an ordinary start reads
one row and goes on.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Store, sqlite_engine
from storage.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_MILLISECONDS = 600_000  # another program's upgrade may take minutes
MIGRATION_LOCK = 20_301_111  # any number that nothing else on the server locks


@dataclass(frozen=True, kw_only=True)
class Upgrade:
    """What an upgrade did. `before` is None for a new store; `copy` is the old file's copy."""

    before: str | None
    after: str
    copy: Path | None = None

    @property
    def changed(self) -> bool:
        """Whether there was anything to do."""
        return self.before != self.after


def known_revisions(folder: Path = MIGRATIONS) -> tuple[str, ...]:
    """Every revision this program knows, oldest first: the numbers the files begin with."""
    files = (folder / "versions").glob("[0-9][0-9][0-9][0-9]_*.py")
    return tuple(sorted(file.name[:4] for file in files))


async def revision_of(store: Store) -> str | None:
    """The revision of a store; None if it is new.

    StoreError if it cannot be reached or holds somebody else's tables.
    """
    if store.file is not None and not store.file.exists():
        return None
    with _told("The store cannot be opened"):
        async with store.reader.connect() as connection:
            return await _revision_on(connection)


async def upgrade(store: Store, *, now: datetime, folder: Path = MIGRATIONS) -> Upgrade:
    """Bring a store to the newest revision; all of it or nothing.

    An SQLite file that changes is copied beside itself first, under a name made of the revision
    it goes to and `now`. StoreError if the store is newer than the program.
    """
    known = known_revisions(folder)
    before = await revision_of(store)
    if before is not None and before not in known:
        raise StoreError(
            f"The store has revision {before}, but this program knows only {known[-1]}: "
            "a newer program has used it, so start that one."
        )
    if before == known[-1]:
        return Upgrade(before=before, after=before)
    copy = await _make_way(store.file, before, known[-1], now) if store.file else None
    async with _alone(store) as connection:
        await connection.run_sync(_run_alembic, folder)
    return Upgrade(before=before, after=known[-1], copy=copy)


def alembic_config(folder: Path, connection: sa.Connection) -> "Config":
    """What alembic needs to know; env.py finds the connection in it."""
    from alembic.config import Config  # noqa: PLC0415 - a start with nothing to do does without

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _run_alembic(connection: sa.Connection, folder: Path) -> None:
    from alembic import command  # noqa: PLC0415 - a start with nothing to do does without

    command.upgrade(alembic_config(folder, connection), "head")


@asynccontextmanager
async def _alone(store: Store) -> AsyncGenerator[AsyncConnection]:
    """One transaction for the whole upgrade; a second program that starts meanwhile waits."""
    if not store.is_sqlite:
        async with store.engine.begin() as connection:
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
            yield connection
        return
    engine = sqlite_engine(store.url, foreign_keys=False, waits=UPGRADE_MILLISECONDS)
    try:
        async with engine.begin() as connection:
            yield connection
            if (await connection.exec_driver_sql("PRAGMA foreign_key_check")).first():
                raise StoreError(
                    "The store was left as it was: after the upgrade some of its rows would "
                    "refer to rows that are not there."
                )
    finally:
        await engine.dispose()


async def _revision_on(connection: AsyncConnection) -> str | None:
    tables = await connection.run_sync(lambda inner: sa.inspect(inner).get_table_names())
    if "alembic_version" in tables:
        revision = sa.select(sa.column("version_num", sa.String)).select_from(
            sa.table("alembic_version")
        )
        return await connection.scalar(revision)
    if tables:
        raise StoreError(
            "The database holds tables that this program did not make; "
            "name an empty one in OFFICE_DATABASE_URL."
        )
    return None


async def _make_way(file: Path, before: str | None, after: str, now: datetime) -> Path | None:
    """A folder for a new file, or a copy of an old one."""
    with _told("The store was left as it was, because it could not be copied beside itself"):
        if before is None:
            file.parent.mkdir(parents=True, exist_ok=True)
            return None
        copy = file.with_name(f"{file.name}.before-{after}-{now:%Y%m%d-%H%M%S}")
        await asyncio.to_thread(_copy_beside, file, copy)
        return copy


@contextmanager
def _told(what: str) -> Generator[None]:
    """Whatever the database or the disk refuses, as a sentence for whoever starts the program."""
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error, OSError) as refused:
        driver = getattr(refused, "orig", None) or refused
        raise StoreError(f"{what}: {driver.__cause__ or driver}.") from refused


def _copy_beside(file: Path, copy: Path) -> None:
    """SQLite's own backup, which includes what is still in the write-ahead log."""
    unfinished = copy.with_name(copy.name + ".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(unfinished)) as target:
        shutil.copymode(file, unfinished)
        source.backup(target)
    unfinished.rename(copy)
