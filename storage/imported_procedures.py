"""The catalogue of procedures as imported: rows of one code and day are cases of one procedure."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import merging
from storage.merging import Merge, Row, Source
from storage.models import TABLES, Procedure
from storage.viewer import Viewer

_procedure = TABLES["procedure"]
CASE = "case"  # of a row: what it is called where the procedure has several
NO_DAY = dt.date.max  # of a new procedure for which no day is told: that of the import
_OF_A_CASE = ("time_limit", "time_unit", "fee")


async def merge(db: AsyncSession, _viewer: Viewer, rows: Sequence[Row]) -> Merge:
    """Procedures are known by their code and the day from which they apply.

    A row without that day means the newest of its code.
    """
    every = sa.select(_procedure).order_by(_procedure.c.code, _procedure.c.valid_from)
    known = (await (await db.connection()).execute(every)).mappings().all()
    newest = {row["code"]: row["valid_from"] for row in known}
    groups: defaultdict[tuple[str, dt.date], list[Row]] = defaultdict(list)
    for row in rows:
        since = row.get("valid_from") or newest.get(row["code"], NO_DAY)
        groups[row["code"], since].append({**row, "valid_from": since})
    whole = [_of_cases(cases) for cases in groups.values()]
    return merging.merged(whole, merging.by_key(known, _key), key=_key)


async def write(db: AsyncSession, _viewer: Viewer, found: Merge, source: Source) -> None:
    """Write it; what is new and has no day applies from the day of the file."""
    for row in found.new:
        if row["valid_from"] == NO_DAY:
            row["valid_from"] = source.at.date()
    await merging.write(db, Procedure, found, source=source)


def _key(row: Row) -> tuple[str, dt.date]:
    return (row["code"], row["valid_from"])


def _of_cases(rows: Sequence[Row]) -> dict[str, Any]:
    """One procedure: what the first row says, the papers of all rows, and each as a case."""
    told = dict(rows[0])
    first = told.pop(CASE, "")
    if len(rows) == 1 and not first:
        return told
    papers = [row.get("papers", []) for row in rows]
    shared = [paper for paper in papers[0] if all(paper in others for others in papers)]
    if "papers" in told:
        told["papers"] = shared
    told["variants"] = [
        _case(row, [paper for paper in own if paper not in shared])
        for row, own in zip(rows, papers, strict=True)
        if row.get(CASE)
    ]
    return told


def _case(row: Row, papers: list[dict[str, Any]]) -> dict[str, Any]:
    case = {"name": row[CASE], **{name: row[name] for name in _OF_A_CASE if row.get(name)}}
    if unit := case.get("time_unit"):
        case["time_unit"] = unit.value
    return case | ({"papers": papers} if papers else {})
