"""Dossiers as the one-stop system exports them: by their codes, what is new, what has moved on.

Every state that differs is a step (`dossier_changes`), at the time the source gives for it, so
that who follows the dossier is told. What was done here stays until the source says something
new, and a state that cannot come after the one known is told apart: only the word of whoever
imports makes it the source's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, dossier_changes, merging
from storage.dossier_changes import AT_ONCE, ENDS, Counting, DossierStep
from storage.dossier_states import may_lead_to
from storage.dossiers import visible_to
from storage.folding import folded
from storage.merging import Merge, Row, Source
from storage.models import TABLES, Dossier, DossierState, RecordKind
from storage.viewer import Role, Viewer

CHANGED_AT = "changed_at"
"""In a row: when it came into its state, as far as the source says so. No column of the table."""

_dossier, _change, _procedure = TABLES["dossier"], TABLES["dossierchange"], TABLES["procedure"]
_CODE_LENGTH = len("1.000948")
_THEIRS = "theirs"


@dataclass(kw_only=True)
class DossierMerge(Merge):
    """What rows would change. Nothing is written while there are `doubts` nobody has accepted."""

    codes: dict[int, str] = field(default_factory=dict)  # of what is here, by id
    changed_at: dict[str, datetime] = field(default_factory=dict)  # by code
    doubts: dict[str, tuple[DossierState, DossierState]] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)  # codes of other desks


def importing(viewer: Viewer) -> Viewer:
    """As whom dossiers are compared: a clerk as themselves, the administrator as the office.

    An administrator sees no dossier; of a sheet they bring they hear numbers, and their own rows.
    """
    return Viewer.office() if viewer.role is Role.ADMIN else viewer


async def is_desk(db: AsyncSession, viewer: Viewer) -> bool:
    """Whether dossiers were received at this person's unit: so it is a one-stop desk."""
    received = sa.select(
        sa.exists().where(visible_to(viewer), _dossier.c.receiving_unit_id == viewer.unit_id)
    )
    return bool((await (await db.connection()).execute(received)).scalar())


async def procedures(db: AsyncSession) -> dict[str, int]:
    """Those that are published, by their code and by their folded name."""
    columns = (_procedure.c.id, _procedure.c.code, _procedure.c.name)
    rows = (await (await db.connection()).execute(sa.select(*columns))).all()
    names = {folded(row.name): row.id for row in rows}
    return names | {procedure_key(row.code): row.id for row in rows}


def procedure_key(code: str) -> str:
    """What is the same of a procedure's code in every province: 1.000948.H38 → 1.000948."""
    return code.strip()[:_CODE_LENGTH]


async def dossiers_merge(db: AsyncSession, viewer: Viewer, rows: Sequence[Row]) -> DossierMerge:
    """Compare rows, each with at least `code` and `state`, with the dossiers that are here."""
    found = DossierMerge()
    known = await _known(db, importing(viewer), [row["code"] for row in rows])
    befores = await _done_here(db, known)
    for told in rows:
        row = {name: value for name, value in told.items() if name != CHANGED_AT}
        code = row["code"]
        if moment := told.get(CHANGED_AT):
            found.changed_at[code] = moment
        old = known.get(code)
        if old is None:
            found.new.append(row)
        elif not old[_THEIRS]:
            found.elsewhere.append(code)
        else:
            _compare(found, old, row, befores.get(old["id"], frozenset()))
    return found


def _compare(
    found: DossierMerge, old: sa.RowMapping, row: Row, befores: frozenset[DossierState]
) -> None:
    differs = {name: value for name, value in row.items() if old[name] != value}
    found.codes[old["id"]] = old["code"]
    if "state" in differs and row["state"] in befores:
        found.kept.append(old["code"])
        for name in ("state", "finished_at", "finished_on", "missing"):
            differs.pop(name, None)
    elif "state" in differs and not may_lead_to(old["state"], row["state"]):
        found.doubts[old["code"]] = (old["state"], row["state"])
    if "unit_id" in differs and "holder_id" not in row and old["holder_id"] is not None:
        differs["holder_id"] = None  # whoever had it in another unit has it no more
    if "due_on" in differs:
        differs["due_version"] = old["due_version"] + 1
    if differs:
        found.changed[old["id"]] = differs
    else:
        found.same.append(old["id"])


async def write_dossiers(
    db: AsyncSession, viewer: Viewer, found: Merge, source: Source, *, counting: Counting
) -> None:
    """Write it: what is new with its history, what moved on as steps, the rest as it differs."""
    assert isinstance(found, DossierMerge)  # noqa: S101 - `dossiers_merge` made it
    who = importing(viewer)
    told = {"source": source.name, "source_at": source.at}
    steps = [
        DossierStep(
            dossier_id=int(str(one)),
            to=row["state"],
            at=_moment(row, found.changed_at.get(found.codes[int(str(one))]), source),
            values={name: value for name, value in row.items() if name != "state"} | told,
        )
        for one, row in found.changed.items()
        if "state" in row
    ]
    await dossier_changes.take(db, who, steps, counting)
    still = {one: row for one, row in found.changed.items() if "state" not in row}
    rest = Merge(new=found.new, changed=still, same=found.same)
    await merging.write(db, Dossier, rest, source=source, visible=visible_to(who))
    await _tell_of_new(db, found, source, counting)
    changed = {int(str(one)): ", ".join(sorted(row)) for one, row in found.changed.items()}
    await audit.note_each(db, viewer, "import.changed", RecordKind.DOSSIER, changed, source.at)


def _moment(row: Row, changed_at: datetime | None, source: Source) -> datetime:
    """When it came into its state: by the source's own columns, else when the source said so."""
    state: DossierState = row["state"]
    column = {
        DossierState.SUBMITTED: "submitted_at",
        DossierState.RECEIVED: "received_at",
        DossierState.RETURNED: "returned_at",
    }.get(state, "finished_at" if state in ENDS else "")
    return row.get(column) or changed_at or source.at


async def _tell_of_new(
    db: AsyncSession, found: DossierMerge, source: Source, counting: Counting
) -> None:
    """The history of what is new, as far as the source knows it."""
    ids = await _ids(db, [row["code"] for row in found.new])
    events: list[dict[str, Any]] = []
    for row in found.new:
        now = _moment(row, found.changed_at.get(row["code"]), source)
        history = [
            (DossierState.SUBMITTED, row.get("submitted_at")),
            (DossierState.RECEIVED, row.get("received_at")),
            (DossierState.FINISHED, row.get("finished_at")),
        ]
        wanted = [one for one in history if one[0] is not row["state"] and one[1]]
        if row["state"] in ENDS - {DossierState.RETURNED}:
            wanted = [one for one in wanted if one[0] is not DossierState.FINISHED]
        events += [
            _event(ids[row["code"]], row, state, at) for state, at in (*wanted, (row["state"], now))
        ]
    await dossier_changes.tell(db, events, counting)


def _event(dossier_id: int, row: Row, state: DossierState, at: datetime | None) -> dict[str, Any]:
    at_desk = state in (DossierState.SUBMITTED, DossierState.RECEIVED)
    unit_id = row.get("receiving_unit_id") if at_desk else row.get("unit_id")
    person_id = None if at_desk else row.get("holder_id")
    return {
        "dossier_id": dossier_id, "at": at, "state": state, "unit_id": unit_id,
        "person_id": person_id, "note": "",
    }  # fmt: skip


async def _known(
    db: AsyncSession, viewer: Viewer, codes: Sequence[str]
) -> dict[str, sa.RowMapping]:
    """Every dossier with one of these codes, and whether this person may change it."""
    connection = await db.connection()
    theirs = visible_to(viewer)
    known: dict[str, sa.RowMapping] = {}
    for start in range(0, len(codes), AT_ONCE):
        here = sa.select(_dossier, theirs.label(_THEIRS)).where(
            visible_to(Viewer.office()), _dossier.c.code.in_(codes[start : start + AT_ONCE])
        )
        rows = (await connection.execute(here)).mappings()
        known |= {row["code"]: row for row in rows}
    return known


async def _ids(db: AsyncSession, codes: Sequence[str]) -> dict[str, int]:
    connection = await db.connection()
    found: dict[str, int] = {}
    for start in range(0, len(codes), AT_ONCE):
        here = sa.select(_dossier.c.code, _dossier.c.id).where(
            visible_to(Viewer.office()), _dossier.c.code.in_(codes[start : start + AT_ONCE])
        )
        found |= {row.code: row.id for row in await connection.execute(here)}
    return found


async def _done_here(
    db: AsyncSession, known: Mapping[str, sa.RowMapping]
) -> dict[int, frozenset[DossierState]]:
    """By dossier the states that it had before what was done here, and was not undone."""
    changes = (
        sa.select(_change.c.dossier_id, _change.c.before)
        .select_from(_change.join(_dossier, _dossier.c.id == _change.c.dossier_id))
        .where(visible_to(Viewer.office()), _change.c.undone_at.is_(None))
    )
    here = {row["id"] for row in known.values()}
    found: dict[int, frozenset[DossierState]] = {}
    for change in await (await db.connection()).execute(changes):
        if change.dossier_id in here:
            before = DossierState(change.before["state"])
            found[change.dossier_id] = found.get(change.dossier_id, frozenset()) | {before}
    return found
