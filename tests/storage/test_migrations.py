"""Every store comes to the schema of the models, whatever schema it has."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from storage import migrate
from storage.engine import Store

NOW = datetime(2026, 11, 21, 21, 45, tzinfo=UTC)


async def test_a_new_store_gets_the_newest_schema(bare_store: Store) -> None:
    done = await migrate.upgrade(bare_store, now=NOW)

    assert done == migrate.Upgrade(before=None, after=migrate.known_revisions()[-1])
    assert await migrate.is_newest(bare_store)


async def test_the_migrated_schema_is_the_models(store: Store) -> None:
    def differences(connection: sa.Connection) -> list[Any]:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return list(compare_metadata(context, SQLModel.metadata))

    async with store.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_alembic_and_a_plain_listing_agree_on_the_newest_revision() -> None:
    assert ScriptDirectory(str(migrate.MIGRATIONS)).get_heads() == [migrate.known_revisions()[-1]]
