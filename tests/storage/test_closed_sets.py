"""A store that holds a right which the program does not know is not opened."""

from collections.abc import AsyncGenerator, Mapping
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import closed_sets
from storage.engine import Store
from storage.errors import StoreError

CHANNELS = ("telegram", "web")
PERSON = {"name": "Ai đó", "role": "officer", "active": True}
TEXTS = ("title", "short_title", "fields_in_charge", "phone", "source")


@pytest_asyncio.fixture
async def by_hand(store: Store) -> AsyncGenerator[AsyncConnection]:
    """Somebody at the database itself, who has switched its own checks off."""
    async with store.engine.connect() as connection:
        if store.is_sqlite:
            await connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            yield connection
            await connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")
            return
        for column in closed_sets.DECIDE:
            assert isinstance(column.type, sa.Enum)
            name = f"ck_{column.table.name}_{column.type.name}"
            await connection.exec_driver_sql(
                f"ALTER TABLE {column.table.name} DROP CONSTRAINT {name}"
            )
        yield connection


async def put(connection: AsyncConnection, table: str, row: Mapping[str, Any]) -> None:
    columns = sa.table(table, *(sa.column(name) for name in row))
    await connection.execute(columns.insert().values(**row))


async def added(connection: AsyncConnection, store: Store, table: str, **row: Any) -> None:
    await put(connection, "person", PERSON | dict.fromkeys(TEXTS, "") | {"id": 1})
    if table == "person":
        await connection.execute(
            sa.text("UPDATE person SET role = :role").bindparams(role=row["role"])
        )
    else:
        await put(connection, table, row)
    await connection.commit()


CELL = {"channel": "telegram", "noun": "dossiers", "role": "head", "level": "brief"}


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("person", {"role": "superuser"}, "“superuser” as role of person"),
        ("person", {"role": ""}, "“” as role of person"),
        # The program itself sees everything; no row may say that somebody is it.
        ("person", {"role": "office"}, "“office” as role of person"),
        ("duty", {"person_id": 1, "kind": "auditor"}, "“auditor” as kind of duty"),
        ("exposure", CELL | {"noun": "secrets"}, "“secrets” as noun of exposure"),
        ("exposure", CELL | {"role": "guest"}, "“guest” as role of exposure"),
        ("exposure", CELL | {"level": "all"}, "“all” as level of exposure"),
        ("exposure", CELL | {"channel": "viber"}, "“viber” as channel of exposure"),
    ],
)
async def test_an_unknown_right_is_refused_with_its_table_and_value(
    by_hand: AsyncConnection, store: Store, table: str, row: dict[str, Any], told: str
) -> None:
    await added(by_hand, store, table, **row)
    async with store.reading() as db:
        with pytest.raises(StoreError, match=told):
            await closed_sets.refuse_unknown(db, channels=CHANNELS)


async def test_what_is_known_is_opened(by_hand: AsyncConnection, store: Store) -> None:
    await added(by_hand, store, "exposure", **CELL)
    async with store.reading() as db:
        await closed_sets.refuse_unknown(db, channels=CHANNELS)
