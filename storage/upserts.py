"""INSERT … ON CONFLICT, written once and said to both databases."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

Insert = postgresql.Insert
Upsert = Mapping[str, UpdateBase]


def upsert(model: type[SQLModel], write: Callable[[Insert], UpdateBase]) -> Upsert:
    """The statement for each database; `write` uses only what both kinds of insert can do."""
    return {
        "postgresql": write(postgresql.insert(model)),
        "sqlite": write(cast(Insert, sqlite.insert(model))),
    }


async def run(db: AsyncSession, statement: Upsert, values: Mapping[str, Any] | list[Any]) -> Any:
    """Run it with these values, or with a list of them; the result is a Core result."""
    connection = await db.connection()
    return await connection.execute(statement[connection.dialect.name], values)
