"""Rights that this program does not know: a store that holds one is not opened.

What rights depend on are closed sets, which the database itself checks. A store that somebody
changed by hand may hold others; as nobody can say what an unknown role may see, nothing is shown.
"""

from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import StoreError
from storage.models import TABLES
from storage.viewer import Role

_table = TABLES
DECIDE = (
    _table["person"].c.role,
    _table["duty"].c.kind,
    _table["exposure"].c.noun,
    _table["exposure"].c.role,
    _table["exposure"].c.level,
    _table["meeting"].c.openness,
    _table["petition"].c.kind,
)
"""The columns of closed sets on which it depends who may see what."""


NOBODYS = {_table["person"].c.role: frozenset({Role.OFFICE.value})}
"""Values of the set that no row may have: nobody is the program itself, which sees everything."""


async def refuse_unknown(db: AsyncSession, *, channels: Collection[str]) -> None:
    """One statement at the start of the program. `channels` are those it can speak on.

    StoreError names the first table and value that are not known.
    """
    found = await (await db.connection()).execute(sa.union_all(*_unknown(channels)))
    row = found.first()
    if row is not None:
        raise StoreError(
            f"The store holds “{row.value}” as {row.column} of {row.table}, which this program "
            "does not know, so nobody can say who may see what: correct or remove it."
        )


def _unknown(channels: Collection[str]) -> Iterator[sa.Select[Any]]:
    for column in DECIDE:
        assert isinstance(column.type, sa.Enum)  # noqa: S101 - by the models
        yield _others(column, {*column.type.enums} - NOBODYS.get(column, frozenset()))
    yield _others(_table["exposure"].c.channel, channels)


def _others(column: sa.Column[str], known: Collection[str]) -> sa.Select[Any]:
    """The values of a column that are none of these, read as the bare text they are."""
    value = sa.type_coerce(column, sa.String())
    other = (
        sa.select(
            sa.literal(column.table.name).label("table"),
            sa.literal(column.name).label("column"),
            value.label("value"),
        )
        .where(value.not_in(sorted(known)))
        .limit(1)
        .subquery()
    )
    return sa.select(other)
