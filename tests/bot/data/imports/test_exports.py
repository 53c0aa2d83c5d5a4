"""Three registers as systems really export them: other headers, encodings and forms of dates.

Beside each file stands what is read in it (`.tsv`); all people and bodies are invented.
"""

import datetime as dt
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from scheduler.clock import VIETNAM
from tests.bot.data.imports.sheets import checked

EXPORTS = Path(__file__).parent / "exports"
COLUMNS = (
    "book_number", "arrived_at", "issuer", "number_sign", "dated", "kind", "subject", "urgency",
    "unit_id", "holder_id", "due_at", "state", "done_on", "instruction",
)  # fmt: skip


def read_in(row: dict[str, Any]) -> str:
    return "\t".join(_plain(row.get(name, "")) for name in COLUMNS)


def _plain(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return f"{value.astimezone(VIETNAM):%Y-%m-%d %H:%M}"
    return str(value.value if isinstance(value, Enum) else value)


@pytest.mark.parametrize("name", ["he-thong-dieu-hanh.xlsx", "truc-lien-thong.csv", "so-cu.csv"])
def test_an_export_is_read_as_it_is_meant(name: str) -> None:
    found = checked(name, (EXPORTS / name).read_bytes())
    meant = (EXPORTS / name).with_suffix(".tsv").read_text("utf-8").splitlines()
    assert found.problems == []
    assert ["\t".join(COLUMNS), *map(read_in, found.rows)] == meant
