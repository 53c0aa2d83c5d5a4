"""Changing the state of dossiers: the one way, for one of them and for all of a sheet.

Every step leaves a `DossierEvent`. A step into waiting opens a pause; a step out of it closes the
pause and puts off the due time by it (QĐ 766/2022), unless the step itself says when it is due.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.dossiers import visible_to
from storage.models import TABLES, DossierState, PauseReason, TimeUnit
from storage.viewer import Viewer

AT_ONCE = 5_000  # dossiers of one statement
WAITS = {
    DossierState.SUPPLEMENT: PauseReason.SUPPLEMENT,
    DossierState.PAYMENT: PauseReason.PAYMENT,
}
ENDS = frozenset(
    {
        DossierState.REFUSED,
        DossierState.WITHDRAWN,
        DossierState.STOPPED,
        DossierState.FINISHED,
        DossierState.RETURNED,
    }
)

_dossier, _procedure = TABLES["dossier"], TABLES["procedure"]
_event, _pause = TABLES["dossierevent"], TABLES["dossierpause"]

Condition = sa.ColumnElement[bool]
PutOff = Callable[[datetime, datetime, datetime, TimeUnit | None], datetime]
"""From a due time, and from when until when the clock stood still, the new due time. The unit is
that of the procedure's limit, where it is known."""


@dataclass(frozen=True, kw_only=True)
class Counting:
    """How this office counts the time that is not its own."""

    put_off: PutOff
    fee_pauses: bool = True  # whether its clock stands still while a fee is awaited

    def waits(self, state: DossierState) -> PauseReason | None:
        """Why the clock stands still in this state, if it does."""
        reason = WAITS.get(state)
        return reason if self.fee_pauses or reason is not PauseReason.PAYMENT else None


@dataclass(frozen=True, kw_only=True)
class DossierStep:
    """A dossier comes into a state. `at` is in the office's zone, whose day it stands for.

    `values` go into its columns besides, and before what follows from the step.
    """

    dossier_id: int
    to: DossierState
    at: datetime
    by_id: int | None = None  # whoever did it; empty: whoever holds it
    note: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A step that was taken: what stood in the changed columns, and what stands there now."""

    id: int
    code: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


async def take(
    db: AsyncSession,
    viewer: Viewer,
    steps: Iterable[DossierStep],
    counting: Counting,
    *,
    where: Condition | None = None,
) -> list[Taken]:
    """Take these steps, at most one of each dossier, as far as the viewer may see them.

    Whoever calls has asked whether the state may follow (`dossier_states`): a source may report
    what no rule allows. Left out are dossiers that are not as `where` says.
    """
    every = {step.dossier_id: step for step in steps}
    taken: list[Taken] = []
    for start in range(0, len(every), AT_ONCE):
        some = dict([*every.items()][start : start + AT_ONCE])
        taken += await _take(db, viewer, some, counting, where)
    return taken


async def tell(db: AsyncSession, events: Sequence[Mapping[str, Any]], counting: Counting) -> None:
    """What a source knows to have happened to dossiers before they came here, each in its order.

    Where the last of it is a wait, the clock stands still since then.
    """
    if not events:
        return
    connection = await db.connection()
    await connection.execute(sa.insert(_event), [dict(event) for event in events])
    last = {event["dossier_id"]: event for event in events}
    began = [
        {"dossier_id": one, "reason": reason, "began_at": event["at"]}
        for one, event in last.items()
        if (reason := counting.waits(event["state"]))
    ]
    if began:
        await connection.execute(sa.insert(_pause), began)


async def _take(
    db: AsyncSession,
    viewer: Viewer,
    steps: Mapping[int, DossierStep],
    counting: Counting,
    where: Condition | None,
) -> list[Taken]:
    connection = await db.connection()
    here = (
        sa.select(_dossier, _procedure.c.time_unit)
        .select_from(_dossier.outerjoin(_procedure, _procedure.c.id == _dossier.c.procedure_id))
        .where(visible_to(viewer), _dossier.c.id.in_(steps))
        .with_for_update(of=_dossier)
    )
    here = here if where is None else here.where(where)
    rows = (await connection.execute(here)).mappings().all()
    waiting = await _open_pauses(db, viewer, [row["id"] for row in rows])
    afters = {
        row["id"]: _after(row, steps[row["id"]], waiting.get(row["id"]), counting) for row in rows
    }
    await _write(db, viewer, afters)
    await _write_pauses(db, viewer, rows, steps, waiting, counting)
    if rows:
        await connection.execute(
            sa.insert(_event), [_told(row, steps[row["id"]], afters[row["id"]]) for row in rows]
        )
    return [
        Taken(
            id=row["id"],
            code=row["code"],
            before={name: row[name] for name in afters[row["id"]]},
            after=afters[row["id"]],
        )
        for row in rows
    ]


async def _open_pauses(
    db: AsyncSession, viewer: Viewer, ids: Sequence[int]
) -> Mapping[int, datetime]:
    """Since when the clock of each stands still."""
    if not ids:
        return {}
    still = (
        sa.select(_pause.c.dossier_id, sa.func.min(_pause.c.began_at))
        .select_from(_pause.join(_dossier, _dossier.c.id == _pause.c.dossier_id))
        .where(visible_to(viewer), _pause.c.dossier_id.in_(ids), _pause.c.ended_at.is_(None))
        .group_by(_pause.c.dossier_id)
    )
    rows = await (await db.connection()).execute(still)
    return {row[0]: row[1] for row in rows}


def _after(
    row: sa.RowMapping, step: DossierStep, waiting: datetime | None, counting: Counting
) -> dict[str, Any]:
    """The columns that the step changes, as they are after it."""
    after = {"state": step.to, **_moments(row, step)}
    goes_on = row["state"] in WAITS and step.to is DossierState.PROCESSING
    if goes_on:
        after["missing"] = ""
    if goes_on and waiting and row["due_at"] and waiting < row["due_at"] and waiting < step.at:
        due_at = counting.put_off(row["due_at"], waiting, step.at, row["time_unit"])
        after |= {"due_at": due_at, "due_on": due_at.date()}
    after |= step.values
    if "due_on" in after and after["due_on"] != row["due_on"] and "due_version" not in after:
        after["due_version"] = row["due_version"] + 1
    return {name: value for name, value in after.items() if name == "state" or row[name] != value}


def _moments(row: sa.RowMapping, step: DossierStep) -> dict[str, Any]:
    """When it was received, ended or handed over, where this step says so."""
    found: dict[str, Any] = {}
    if step.to is DossierState.RECEIVED and row["received_at"] is None:
        found |= {"received_at": step.at, "received_on": step.at.date()}
    if step.to is DossierState.RETURNED:
        found["returned_at"] = step.at
    if step.to in ENDS and (row["finished_at"] is None or row["state"] not in ENDS):
        found |= {"finished_at": step.at, "finished_on": step.at.date()}
    if step.to not in ENDS:
        found |= {"finished_at": None, "finished_on": None, "returned_at": None}
    return found


async def _write(db: AsyncSession, viewer: Viewer, afters: Mapping[int, Mapping[str, Any]]) -> None:
    """One statement for all that change the same columns."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for dossier_id, after in afters.items():
        alike.setdefault(tuple(sorted(after)), []).append({"this_row": dossier_id, **after})
    for names, changed in alike.items():
        update = (
            sa.update(_dossier)
            .where(visible_to(viewer), _dossier.c.id == sa.bindparam("this_row"))
            .values({name: sa.bindparam(name) for name in names})
        )
        await (await db.connection()).execute(update, changed)


async def _write_pauses(
    db: AsyncSession,
    viewer: Viewer,
    rows: Sequence[sa.RowMapping],
    steps: Mapping[int, DossierStep],
    waiting: Mapping[int, datetime],
    counting: Counting,
) -> None:
    connection = await db.connection()
    ended = [
        {"this_row": row["id"], "at": max(steps[row["id"]].at, waiting[row["id"]])}
        for row in rows
        if row["id"] in waiting
    ]
    if ended:
        close = (
            sa.update(_pause)
            .where(
                visible_to(viewer),
                _dossier.c.id == _pause.c.dossier_id,
                _pause.c.dossier_id == sa.bindparam("this_row"),
                _pause.c.ended_at.is_(None),
            )
            .values(ended_at=sa.bindparam("at"))
        )
        await connection.execute(close, ended)
    began = [
        {"dossier_id": row["id"], "reason": reason, "began_at": steps[row["id"]].at}
        for row in rows
        if (reason := counting.waits(steps[row["id"]].to))
    ]
    if began:
        await connection.execute(sa.insert(_pause), began)


def _told(row: sa.RowMapping, step: DossierStep, after: Mapping[str, Any]) -> dict[str, Any]:
    """The event: where the dossier lies now, and with whom."""
    return {
        "dossier_id": row["id"],
        "at": step.at,
        "state": step.to,
        "unit_id": after.get("unit_id", row["unit_id"]),
        "person_id": step.by_id or after.get("holder_id", row["holder_id"]),
        "note": step.note,
    }
