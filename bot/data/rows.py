"""Rows into tables and out again, many at a time, on both databases."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession


async def insert(db: AsyncSession, rows: Sequence[SQLModel]) -> None:
    """Insert rows of one table, with their ids where they have them.

    What they refer to must be in the store already: the order of calls is the order of tables.
    """
    if rows:
        values = [
            {
                name: value
                for name, value in row.model_dump().items()
                if (name, value) != ("id", None)
            }
            for row in rows
        ]
        await insert_values(db, type(rows[0]), values)


async def insert_values(
    db: AsyncSession, table: type[SQLModel], values: Sequence[dict[str, Any]]
) -> None:
    """The same for plain values, every one with the same keys: for tens of thousands of rows."""
    await (await db.connection()).execute(sa.insert(table), values)


async def clear(db: AsyncSession, tables: Iterable[type[SQLModel]]) -> None:
    """Delete every row of the tables, in the order given: those that refer to others first."""
    connection = await db.connection()
    for table in tables:
        await connection.execute(sa.delete(table))


async def settle_ids(db: AsyncSession, tables: Iterable[type[SQLModel]]) -> None:
    """Let new rows be numbered after those that were inserted with ids of their own.

    PostgreSQL counts ids apart from the rows and would give the first ones out again.
    """
    connection = await db.connection()
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        ids = sa.inspect(table).local_table.c.id
        counter = sa.func.pg_get_serial_sequence(ids.table.name, "id")
        await connection.execute(sa.select(sa.func.setval(counter, sa.func.max(ids))))
