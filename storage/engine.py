"""Opening the store: SQLite beside the program, or the office's PostgreSQL."""

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import StoreError

BUSY_MILLISECONDS = 5_000
SQLITE_READERS = 2
POSTGRES_CONNECTIONS = 5

IN_CODE_ORDER: Any = sa.String().with_variant(sa.String(collation="C"), "postgresql")
"""Text that both databases compare character by character, so that an index finds a beginning.

A language's order, PostgreSQL's default, passes over the marks in “1234/UBND-KGVX”.
"""

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def enum_column(kind: type[Enum]) -> Any:
    """The column type of an enum: its *values* as text, under a named CHECK.

    SQLModel alone would store member names, natively on PostgreSQL, where a new member is a
    migration that alembic does not see.
    """
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    return sa.Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        length=32,
        name=name,
    )


@dataclass(frozen=True)
class Store:
    """An open store. `sessions` writes and reads; `reading` is for reports and never writes."""

    url: URL
    engine: AsyncEngine
    reader: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    reading: async_sessionmaker[AsyncSession]

    @property
    def is_sqlite(self) -> bool:
        """One file, one writer."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def file(self) -> Path | None:
        """The SQLite file; None on a server."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    async def close(self) -> None:
        """Give every connection back."""
        await self.reader.dispose()
        await self.engine.dispose()


def store_url(text: str) -> URL:
    """The address of a store with the driver this program uses; StoreError if it is no address."""
    try:
        url = make_url(text)
    except sa.exc.ArgumentError as wrong:
        raise StoreError(
            "OFFICE_DATABASE_URL is not a database address; "
            "write sqlite:///data/office.db or postgresql://user@host/office."
        ) from wrong
    match url.get_backend_name():
        case "sqlite" if url.database in (None, "", ":memory:"):
            raise StoreError(
                "OFFICE_DATABASE_URL names no file, so everything would be forgotten at the end; "
                "write sqlite:///data/office.db."
            )
        case "sqlite":
            return url.set(drivername="sqlite+aiosqlite")
        case "postgresql":
            return url.set(drivername="postgresql+asyncpg")
        case other:
            raise StoreError(
                f"OFFICE_DATABASE_URL names {other}; this program keeps its records in "
                "SQLite (sqlite:///…) or PostgreSQL (postgresql://…)."
            )


def open_store(address: str | URL) -> Store:
    """Make the engines. Nothing is connected yet and no file is made."""
    url = store_url(address) if isinstance(address, str) else address
    if url.get_backend_name() == "sqlite":
        engine, reader = sqlite_engine(url), sqlite_engine(url, writes=False)
    else:
        engine, reader = _postgres(url, writes=True), _postgres(url, writes=False)
    return Store(
        url=url,
        engine=engine,
        reader=reader,
        sessions=async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False),
        reading=async_sessionmaker(reader, class_=AsyncSession, expire_on_commit=False),
    )


@asynccontextmanager
async def opened(address: str | URL) -> AsyncGenerator[Store]:
    """A store for the length of a block."""
    store = open_store(address)
    try:
        yield store
    finally:
        await store.close()


def _postgres(url: URL, *, writes: bool) -> AsyncEngine:
    """A few connections, tried before use: the office's server may have been restarted."""
    return create_async_engine(
        url,
        pool_size=POSTGRES_CONNECTIONS,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "server_settings": {"default_transaction_read_only": "off" if writes else "on"}
        },
    )


def sqlite_engine(
    url: URL,
    *,
    writes: bool = True,
    foreign_keys: bool = True,
    waits: int = BUSY_MILLISECONDS,
) -> AsyncEngine:
    """One connection that writes, in transactions that take the lock when they begin.

    The driver's own transaction handling begins late and then loses concurrent updates without
    a word; with BEGIN IMMEDIATE the second writer waits, so many milliseconds. Only a migration,
    which drops tables and makes them again, goes without `foreign_keys`.
    """
    engine = create_async_engine(
        url,
        pool_size=1 if writes else SQLITE_READERS,
        max_overflow=0,
        hide_parameters=True,  # an error is logged, what people wrote is not
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {waits}")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        if writes:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = NORMAL")
            cursor.execute("PRAGMA secure_delete = ON")  # what is erased leaves no bytes behind
        else:
            cursor.execute("PRAGMA query_only = ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
