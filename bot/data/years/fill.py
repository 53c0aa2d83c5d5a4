"""Fills an empty store with the records of an office's printed year."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.data import days_off, office_years, rows
from bot.data.marks import ensure_may_become_demo
from bot.data.office_years import OfficeYear
from bot.data.years import cast, documents, dossiers, others
from bot.data.years.spread import Year
from scheduler import office_days
from storage.errors import StoreError
from storage.models import (
    Dossier,
    IncomingDocument,
    Meeting,
    OutgoingDocument,
    Person,
    Petition,
    Reception,
    StoreKind,
    StoreMark,
    Unit,
)

BATCH = 5_000

Progress = Callable[[int, int], None]
"""Told how many records are written, and of how many."""
Make = Callable[[OfficeYear, Mapping[str, int], Year], Iterator[dict[str, Any]]]

_TABLES: tuple[tuple[type[SQLModel], Make], ...] = (
    (Meeting, others.meetings),
    (IncomingDocument, documents.incoming),
    (OutgoingDocument, documents.outgoing),
    (Dossier, dossiers.rows),
    (Petition, others.petitions),
    (Reception, others.receptions),
)
# What is one row each; the Chairman's visits are counted within his sessions.
_ROWS = (
    "meetings",
    "incoming",
    "outgoing",
    "dossiers_received",
    "petitions",
    "desk_visits",
    "chairman_sessions",
)


async def fill_year(
    db: AsyncSession,
    key: str,
    *,
    now: dt.datetime,
    progress: Progress | None = None,
    share: float = 1,
) -> None:
    """Fill an empty store with the year's records and mark it as a demo of it. The caller commits.

    `now` is aware, in the office's zone. `share` makes that part of each number, for a quick
    try. StoreError for a store that holds anything, or for a year that there is not.
    """
    page = office_years.of(key)
    if await ensure_may_become_demo(db, key) is not None:
        raise StoreError(f"This store holds “{key}” already; choose an empty one.")
    await rows.insert(db, cast.units())
    await rows.insert(db, cast.people())
    await rows.settle_ids(db, (Unit, Person))
    await days_off.load_days_off(db)
    mark = StoreMark(kind=StoreKind.DEMO, office=page.name, content=key, since=now)
    await rows.insert(db, [mark])
    numbers = page.records(share)
    year = Year(page.year, await office_days.read(db), page.published.tzinfo or dt.UTC)
    total, written = sum(numbers.get(name, 0) for name in _ROWS), 0
    for table, make in _TABLES:
        found = make(page, numbers, year)
        while batch := list(islice(found, BATCH)):
            await rows.insert_values(db, table, batch)
            written += len(batch)
            if progress is not None:
                progress(written, total)
