"""Which addresses name a store, and what is said about those that do not."""

from pathlib import Path

import pytest

from storage.engine import open_store, opened, store_url
from storage.errors import StoreError


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("sqlite:///data/office.db", "sqlite+aiosqlite:///data/office.db"),
        ("postgresql://office@db/records", "postgresql+asyncpg://office@db/records"),
        ("postgresql+psycopg://office@db/records", "postgresql+asyncpg://office@db/records"),
    ],
)
def test_an_address_gets_the_driver_of_this_program(address: str, meant: str) -> None:
    assert store_url(address).render_as_string() == meant


@pytest.mark.parametrize(
    ("address", "because"),
    [
        ("data/office.db", "is not a database address"),
        ("mysql://office@db/records", "names mysql"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
def test_an_address_that_names_no_store_is_refused_in_one_sentence(
    address: str, because: str
) -> None:
    with pytest.raises(StoreError, match=because) as refused:
        open_store(address)

    assert str(refused.value).startswith("OFFICE_DATABASE_URL ")
    assert str(refused.value).count(". ") == 0


async def test_opening_makes_no_file_until_something_is_asked(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path}/office.db") as store:
        assert store.file == tmp_path / "office.db"

    assert not (tmp_path / "office.db").exists()
