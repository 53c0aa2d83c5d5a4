"""A part of a list, and how long the whole list is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit
from storage.models import Dossier, Petition, RecordKind

Item = TypeVar("Item")
TOTAL = "total_of_the_list"


@dataclass(frozen=True)
class Page(Generic[Item]):
    """The items of one screen; `total` counts all screens."""

    items: tuple[Item, ...] = ()
    total: int = 0


def first_due(of: type[Dossier] | type[Petition]) -> tuple[Any, ...]:
    """The order of a list of work: the first due first, what has no due time last."""
    return (col(of.due_at).is_(None), col(of.due_at), col(of.id))


def lying_with(
    statement: sa.Select[Any],
    of: type[Dossier] | type[Petition],
    *,
    held_by: int | None,
    unit_id: int | None,
) -> sa.Select[Any]:
    """Only what this person holds, and only what this unit handles; None for anybody's, any."""
    if held_by is not None:
        statement = statement.where(col(of.holder_id) == held_by)
    if unit_id is not None:
        statement = statement.where(col(of.unit_id) == unit_id)
    return statement


async def screen(
    db: AsyncSession,
    ordered: sa.Select[Any],
    make: Callable[[Mapping[str, Any]], Item],
    *,
    limit: int,
    offset: int,
    values: Mapping[str, Any] | None = None,
    of: RecordKind | None = None,
) -> Page[Item]:
    """One screen of an ordered list, each row made into an item. One statement.

    `values` fills in what the statement leaves open. `of` says which records these are, by their
    `id`, for the audit. Beyond the end of the list the page is empty, and so is its total.
    """
    counted = ordered.add_columns(sa.func.count().over().label(TOTAL)).limit(limit).offset(offset)
    rows = [
        dict(row) for row in (await (await db.connection()).execute(counted, values)).mappings()
    ]
    if of is not None:
        audit.saw(db, of, (row["id"] for row in rows))
    totals = [row.pop(TOTAL) for row in rows]
    return Page(tuple(make(row) for row in rows), totals[0] if totals else 0)
