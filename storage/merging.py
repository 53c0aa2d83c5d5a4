"""Rows from elsewhere laid over those that are here: what is new, what differs, what is not."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

Row = Mapping[str, Any]
"""Values by column; a column that is not named stays as it is."""

AT_ONCE = 5_000  # rows of one statement
Takes = Callable[[sa.RowMapping, Row, dict[str, Any]], bool]


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where rows come from, and at what moment they said so."""

    name: str
    at: dt.datetime


@dataclass(kw_only=True)
class Merge:
    """What rows would change. Nothing is written until `write`."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: dict[int | str | dt.date, dict[str, Any]] = field(default_factory=dict)
    same: list[int | str | dt.date] = field(default_factory=list)
    kept: list[Hashable] = field(default_factory=list)  # keys of rows not taken in full


def merged(
    rows: Iterable[Row],
    known: Mapping[Hashable, sa.RowMapping],
    *,
    key: Callable[[Row], Hashable],
    primary: str = "id",
    takes: Takes = lambda _known, _row, _differs: True,
) -> Merge:
    """Compare rows with those that are known by the same key.

    `takes` is given what is known, the row and the differences. It may strike out of these what
    is not to be taken, and add what follows from them; False says that something was struck.
    """
    found = Merge()
    for row in rows:
        old = known.get(key(row))
        if old is None:
            found.new.append(dict(row))
            continue
        differs = {name: value for name, value in row.items() if old[name] != value}
        if differs and not takes(old, row, differs):
            found.kept.append(key(row))
        if differs:
            found.changed[old[primary]] = differs
        else:
            found.same.append(old[primary])
    return found


async def write(
    db: AsyncSession,
    model: type[SQLModel],
    found: Merge,
    *,
    source: Source,
    visible: sa.ColumnElement[bool] | None = None,
    primary: str = "id",
) -> None:
    """Insert what is new, update what differs, and note of all of it that `source` says so now.

    `visible` is the condition under which this person may touch rows of the table.
    """
    connection = await db.connection()
    table = sa.inspect(model).local_table
    told = {"source": source.name, "source_at": source.at}
    if found.new:
        usual = _usual(model)
        await connection.execute(sa.insert(table), [{**usual, **row, **told} for row in found.new])
    this = table.c[primary] == sa.bindparam("this_row")
    where = [this] if visible is None else [visible, this]
    for names, group in _alike(found.changed).items():
        update = sa.update(table).where(*where).values({n: sa.bindparam(n) for n in names} | told)
        await connection.execute(update, [{"this_row": one, **row} for one, row in group])
    where = [] if visible is None else [visible]
    for start in range(0, len(found.same), AT_ONCE):
        these = table.c[primary].in_(found.same[start : start + AT_ONCE])
        await connection.execute(sa.update(table).where(*where, these).values(source_at=source.at))


def _usual(model: type[SQLModel]) -> dict[str, Any]:
    """What stands in the columns of which nothing is said."""
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in model.model_fields.items()
        if name != "id" and not field.is_required()
    }


def _alike(
    changed: Mapping[int | str | dt.date, Row],
) -> dict[tuple[str, ...], list[tuple[int | str | dt.date, Row]]]:
    """The changes by which columns they change: a statement for each, however many rows."""
    groups: dict[tuple[str, ...], list[tuple[int | str | dt.date, Row]]] = {}
    for one, row in changed.items():
        groups.setdefault(tuple(sorted(row)), []).append((one, row))
    return groups


def comparable(value: Any) -> Any:
    """A value, or what JSON kept of it, so that both are equal when they mean the same."""
    if isinstance(value, str):
        value = _moment(value)
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


def _moment(text: str) -> str | dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text) if "T" in text or " " in text else None
    except ValueError:
        return text
    return moment if moment and moment.tzinfo else text


def by_key(
    rows: Sequence[sa.RowMapping], key: Callable[[Any], Hashable]
) -> dict[Hashable, sa.RowMapping]:
    """Known rows by their natural key."""
    return {key(row): row for row in rows}
