"""Drafts the next migration: `python -m storage.migrations "what changes"`."""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import command

from storage import migrate
from storage.engine import opened


async def draft(subject: str) -> None:
    """Compare the models with a store at the newest revision and write down the difference."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(f"sqlite:///{folder}/newest.db") as store:
            await migrate.upgrade(store, now=datetime.fromtimestamp(0, UTC))
            async with store.engine.connect() as connection:
                await connection.run_sync(_write_down, subject)


def _write_down(connection: sa.Connection, subject: str) -> None:
    config = migrate.alembic_config(migrate.MIGRATIONS, connection)
    number = int(migrate.known_revisions()[-1]) + 1
    command.revision(config, subject, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    asyncio.run(draft(" ".join(sys.argv[1:])))
