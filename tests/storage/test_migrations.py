"""Every store comes to the schema of the models, whatever schema it has."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import URL
from sqlmodel import SQLModel, select

from storage import migrate
from storage.engine import Store, opened
from storage.errors import StoreError
from storage.models import Unit
from tests.stores import Postgres

NOW = datetime(2026, 11, 21, 21, 45, tzinfo=UTC)
NEWEST = migrate.known_revisions()[-1]
NEXT = f"{int(NEWEST) + 1:04}"
SAMPLES = Path(__file__).parent / "schemas"
NEXT_MIGRATION = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{NEWEST}"


def upgrade() -> None:
    with op.batch_alter_table("unit") as unit:
        unit.add_column(sa.Column("floor", sa.Integer(), nullable=False, server_default="3"))
"""


async def test_a_new_store_gets_the_newest_schema_without_a_copy(bare_store: Store) -> None:
    assert await migrate.revision_of(bare_store) is None

    done = await migrate.upgrade(bare_store, now=NOW)

    assert done == migrate.Upgrade(before=None, after=NEWEST, copy=None)
    assert done.changed
    assert await migrate.revision_of(bare_store) == NEWEST


async def test_a_store_at_the_newest_schema_is_left_alone(store: Store) -> None:
    done = await migrate.upgrade(store, now=NOW)

    assert done == migrate.Upgrade(before=NEWEST, after=NEWEST, copy=None)
    assert not done.changed


async def test_alembic_finds_no_difference_between_the_models_and_a_migrated_store(
    store: Store,
) -> None:
    def differences(connection: sa.Connection) -> list[Any]:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return list(compare_metadata(context, SQLModel.metadata))

    async with store.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrations_make_what_the_models_would_make_also_the_checks_of_enums(
    bare_store: Store,
) -> None:
    """A new member of an enum is a difference that alembic does not see."""
    make_folder(bare_store)
    async with bare_store.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
        meant = await connection.run_sync(schema_of)
        await connection.run_sync(SQLModel.metadata.drop_all)
    await migrate.upgrade(bare_store, now=NOW)

    async with bare_store.engine.connect() as connection:
        made = await connection.run_sync(schema_of)

    assert made == meant
    assert "ck_person_role" in str(meant["person"])


@pytest.mark.parametrize("revision", migrate.known_revisions())
async def test_a_store_of_every_earlier_schema_keeps_its_rows(
    bare_store: Store, tmp_path: Path, revision: str
) -> None:
    sample = sample_of(revision)
    await migrate.upgrade(bare_store, now=NOW, folder=migrations_up_to(revision, tmp_path))
    async with bare_store.engine.begin() as connection:
        await connection.run_sync(put_in, sample)

    await migrate.upgrade(bare_store, now=NOW)

    async with bare_store.sessions() as db:
        for mapper in SQLModel._sa_registry.mappers:
            rows = (await db.exec(select(mapper.class_))).all()
            table = mapper.class_.__name__.lower()
            assert len(rows) == len(sample.get(table, [])), table


@pytest.mark.parametrize("revision", migrate.known_revisions())
async def test_the_sample_of_a_schema_has_a_row_of_every_table(
    bare_store: Store, tmp_path: Path, revision: str
) -> None:
    await migrate.upgrade(bare_store, now=NOW, folder=migrations_up_to(revision, tmp_path))

    async with bare_store.engine.connect() as connection:
        tables = await connection.run_sync(lambda inner: sa.inspect(inner).get_table_names())

    assert set(tables) - {"alembic_version"} == set(sample_of(revision))


async def test_a_later_migration_adds_to_a_store_with_rows(store: Store, tmp_path: Path) -> None:
    async with store.engine.begin() as connection:
        await connection.run_sync(put_in, sample_of(NEWEST))

    done = await migrate.upgrade(store, now=NOW, folder=migrations_and(NEXT_MIGRATION, tmp_path))

    assert (done.before, done.after) == (NEWEST, NEXT)
    async with store.engine.connect() as connection:
        floors = await connection.execute(sa.text("SELECT code, floor FROM unit"))
        assert floors.all() == [("KGVX", 3)]


async def test_an_older_file_is_copied_beside_itself_with_what_is_still_in_its_log(
    sqlite_store: Store, tmp_path: Path
) -> None:
    file = sqlite_store.file
    assert file
    async with sqlite_store.sessions() as db, db.begin():
        db.add(Unit(code="NC", name="Phòng Nội chính"))
    assert size_of_log(file) > 0
    file.chmod(0o640)

    done = await migrate.upgrade(
        sqlite_store, now=NOW, folder=migrations_and(NEXT_MIGRATION, tmp_path)
    )

    assert done.copy == file.with_name(f"office.db.before-{NEXT}-20261121-214500")
    assert done.copy.stat().st_mode & 0o777 == 0o640
    with closing(sqlite3.connect(done.copy)) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEWEST,)]
        assert copy.execute("SELECT code FROM unit").fetchall() == [("NC",)]
        assert "floor" not in str(copy.execute("SELECT sql FROM sqlite_master").fetchall())


async def test_a_migration_that_fails_changes_nothing(store: Store, tmp_path: Path) -> None:
    broken = NEXT_MIGRATION + '    op.drop_table("nowhere")\n'

    with pytest.raises(sa.exc.DBAPIError, match="nowhere"):
        await migrate.upgrade(store, now=NOW, folder=migrations_and(broken, tmp_path))

    assert await migrate.revision_of(store) == NEWEST
    async with store.sessions() as db:
        with pytest.raises(sa.exc.DBAPIError, match="floor"):
            await db.exec(sa.text("SELECT floor FROM unit"))  # type: ignore[call-overload]


async def test_a_migration_that_would_break_references_is_refused(
    sqlite_store: Store, tmp_path: Path
) -> None:
    async with sqlite_store.engine.begin() as connection:
        await connection.run_sync(put_in, sample_of(NEWEST))
    careless = NEXT_MIGRATION + "    op.execute(sa.table('unit').delete())\n"

    with pytest.raises(StoreError, match="left as it was"):
        await migrate.upgrade(sqlite_store, now=NOW, folder=migrations_and(careless, tmp_path))

    assert await migrate.revision_of(sqlite_store) == NEWEST


async def test_a_store_newer_than_the_program_is_refused(store: Store) -> None:
    async with store.engine.begin() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match=f"revision 9999, but this program knows only {NEWEST}"):
        await migrate.upgrade(store, now=NOW)


async def test_a_database_of_something_else_is_refused(bare_store: Store) -> None:
    make_folder(bare_store)
    async with bare_store.engine.begin() as connection:
        await connection.execute(sa.text("CREATE TABLE wp_posts (id integer)"))

    with pytest.raises(StoreError, match="tables that this program did not make"):
        await migrate.upgrade(bare_store, now=NOW)


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Không phải cơ sở dữ liệu. " * 100)

    async with opened(f"sqlite:///{tmp_path}/notes.txt") as store:
        with pytest.raises(StoreError, match="cannot be opened: file is not a database"):
            await migrate.upgrade(store, now=NOW)


async def test_a_server_that_is_not_there_is_named_in_a_sentence(tmp_path: Path) -> None:
    async with opened(f"postgresql://office@/office?host={tmp_path}") as store:
        with pytest.raises(StoreError, match="The store cannot be opened: "):
            await migrate.upgrade(store, now=NOW)


@pytest.mark.postgres
async def test_a_database_that_is_not_there_is_named_in_a_sentence(postgres: Postgres) -> None:
    async with opened(postgres.url.set(database="quên_tạo")) as store:
        with pytest.raises(StoreError, match='opened: database "quên_tạo" does not exist'):
            await migrate.upgrade(store, now=NOW)


async def test_without_room_for_the_copy_nothing_is_changed(
    sqlite_store: Store, tmp_path: Path
) -> None:
    (tmp_path / f"office.db.before-{NEXT}-20261121-214500.part").mkdir()

    with pytest.raises(StoreError, match="left as it was, because it could not be copied"):
        await migrate.upgrade(
            sqlite_store, now=NOW, folder=migrations_and(NEXT_MIGRATION, tmp_path)
        )

    assert await migrate.revision_of(sqlite_store) == NEWEST


async def test_two_programs_that_start_at_once_upgrade_once(bare_address: URL) -> None:
    async with opened(bare_address) as one, opened(bare_address) as other:
        await asyncio.gather(migrate.upgrade(one, now=NOW), migrate.upgrade(other, now=NOW))

        assert await migrate.revision_of(one) == NEWEST


def test_a_plain_listing_finds_the_revisions_that_alembic_finds() -> None:
    scripts = ScriptDirectory(str(migrate.MIGRATIONS))

    assert scripts.get_heads() == [NEWEST]
    assert sorted(script.revision for script in scripts.walk_revisions()) == [
        *migrate.known_revisions()
    ]


def test_a_start_with_nothing_to_upgrade_does_not_load_alembic(sqlite_template: Path) -> None:
    start = f"""
import asyncio, datetime, sys
from storage import migrate
from storage.engine import opened

async def start():
    async with opened("sqlite:///{sqlite_template}") as store:
        done = await migrate.upgrade(store, now=datetime.datetime.fromtimestamp(0, datetime.UTC))
        print(done.changed, "alembic" in sys.modules)

asyncio.run(start())
"""
    said = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True)

    assert said.stdout.split() == ["False", "False"]


def size_of_log(file: Path) -> int:
    """How much of an SQLite file is not in the file yet."""
    return file.with_name(file.name + "-wal").stat().st_size


def make_folder(store: Store) -> None:
    """For tests that use a new store before it is migrated."""
    if store.file:
        store.file.parent.mkdir()


def schema_of(connection: sa.Connection) -> dict[str, Any]:
    """Everything the database itself tells about its tables, but for alembic's own."""
    inspector = sa.inspect(connection)
    return {
        table: {
            "columns": [
                (column["name"], str(column["type"]), column["nullable"], column["default"])
                for column in inspector.get_columns(table)
            ],
            "key": inspector.get_pk_constraint(table),
            "references": by_name(inspector.get_foreign_keys(table)),
            "unique": by_name(inspector.get_unique_constraints(table)),
            "checks": by_name(inspector.get_check_constraints(table)),
            "indexes": by_name(inspector.get_indexes(table)),
        }
        for table in sorted(inspector.get_table_names())
        if table != "alembic_version"
    }


def by_name(constraints: list[Any]) -> list[Any]:
    """In an order that does not depend on how they were made."""
    return sorted(constraints, key=lambda constraint: str(constraint["name"]))


def sample_of(revision: str) -> Mapping[str, list[dict[str, Any]]]:
    """Rows of a store of that revision; a migration brings the sample of its schema."""
    return tomllib.loads((SAMPLES / f"{revision}.toml").read_text())


def put_in(connection: sa.Connection, sample: Mapping[str, list[dict[str, Any]]]) -> None:
    """Insert the rows with the columns the database has, not those of today's models."""
    schema = sa.MetaData()
    schema.reflect(connection)
    for table in schema.sorted_tables:
        for row in sample.get(table.name, []):
            values = {
                name: value.encode()
                if isinstance(table.c[name].type, sa.LargeBinary | sa.BLOB)
                else value
                for name, value in row.items()
            }
            connection.execute(table.insert(), values)


def migrations_up_to(revision: str, folder: Path) -> Path:
    """The migrations as they were when this revision was the newest."""
    return shutil.copytree(
        migrate.MIGRATIONS,
        folder / f"up-to-{revision}",
        ignore=lambda _, names: [
            name for name in names if name[:4].isdigit() and name[:4] > revision
        ],
    )


def migrations_and(one_more: str, folder: Path) -> Path:
    """Today's migrations and one more."""
    migrations = shutil.copytree(migrate.MIGRATIONS, folder / "and-one-more")
    (migrations / "versions" / f"{NEXT}_one_more.py").write_text(one_more)
    return migrations
