"""What people of the office do to dossiers in the chat: written at once, and undone within minutes.

What stood there before is kept beside (`DossierChange`). Undoing takes a step of its own, so that
whoever was told of the first one is told of this one too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, dossier_changes
from storage.document_changes import CAN_BE_UNDONE
from storage.dossier_changes import Condition, Counting, DossierStep, Taken
from storage.dossier_states import FOLLOWS, may_follow
from storage.dossiers import visible_to
from storage.models import TABLES, DossierState, ItemKind
from storage.rights import belongs, lies_with
from storage.viewer import Viewer

_dossier, _change = TABLES["dossier"], TABLES["dossierchange"]
_document_change = TABLES["documentchange"]


@dataclass(frozen=True, kw_only=True)
class Done:
    """A dossier that was brought to an end, or back; `change_id` undoes what was done with it."""

    id: int
    code: str
    change_id: int


async def finish(
    db: AsyncSession,
    viewer: Viewer,
    ids: Sequence[int],
    counting: Counting,
    *,
    now: datetime,
    due_version: int | None = None,
) -> list[Done]:
    """“Đã xong”: these have a result, as far as this person holds them and their state allows it.

    `due_version`: as a button had it; with another one since, nothing is done.
    """
    before = [state for state in FOLLOWS if may_follow(state, DossierState.FINISHED)]
    where = [lies_with(_dossier.c.holder_id, viewer), _dossier.c.state.in_(before)]
    if due_version is not None:
        where.append(_dossier.c.due_version == due_version)
    by_id = _who(viewer)
    steps = [
        DossierStep(dossier_id=one, to=DossierState.FINISHED, at=now, by_id=by_id) for one in ids
    ]
    taken = await dossier_changes.take(db, viewer, steps, counting, where=sa.and_(*where))
    done = [await _keep(db, viewer, one, now) for one in taken]
    in_order = {dossier_id: at for at, dossier_id in enumerate(ids)}
    return sorted(done, key=lambda one: in_order[one.id])


async def undo(
    db: AsyncSession, viewer: Viewer, change_id: int | None, counting: Counting, *, now: datetime
) -> list[Done]:
    """Undo a change of this person's and all that was made at the same moment; None: the newest.

    Left as it is what was changed again since, or is not theirs to see any more.
    """
    one = _change.c.id == change_id if change_id is not None else sa.true()
    newest = sa.select(sa.func.max(_change.c.at)).where(one, _can_be_undone(viewer, now))
    together = (
        sa.select(_change)
        .select_from(_change.join(_dossier, _dossier.c.id == _change.c.dossier_id))
        .where(
            visible_to(viewer),
            _can_be_undone(viewer, now),
            _change.c.at == newest.scalar_subquery(),
        )
        .order_by(_change.c.id)
    )
    rows = (await (await db.connection()).execute(together)).mappings().all()
    undone = [await _undo(db, viewer, row, counting, now) for row in rows]
    return [one for one in undone if one]


async def was_last(db: AsyncSession, viewer: Viewer, *, now: datetime) -> bool:
    """What this person did last, of what can be undone, they did to a dossier."""
    mine = sa.select(sa.func.max(_change.c.at)).where(_can_be_undone(viewer, now))
    others = sa.select(sa.func.max(_document_change.c.at)).where(
        belongs(_document_change.c.by_id, _who(viewer)),
        _document_change.c.at > now - CAN_BE_UNDONE,
        _document_change.c.undone_at.is_(None),
    )
    both = sa.select(mine.scalar_subquery(), others.scalar_subquery())
    dossier, document = (await (await db.connection()).execute(both)).one()
    return dossier is not None and (document is None or dossier > document)


def _who(viewer: Viewer) -> int | None:
    return viewer.actor_id or viewer.person_id


def _can_be_undone(viewer: Viewer, now: datetime) -> Condition:
    return sa.and_(
        belongs(_change.c.by_id, _who(viewer)),
        _change.c.at > now - CAN_BE_UNDONE,
        _change.c.undone_at.is_(None),
    )


async def _keep(db: AsyncSession, viewer: Viewer, taken: Taken, now: datetime) -> Done:
    made = {
        "dossier_id": taken.id,
        "by_id": _who(viewer),
        "at": now,
        "before": _written(taken.before),
        "after": _written(taken.after),
    }
    connection = await db.connection()
    key = (await connection.execute(sa.insert(_change).values(**made))).inserted_primary_key
    assert key  # noqa: S101 - the table has one
    await audit.note(db, viewer, "dossier.done", ItemKind.DOSSIER, taken.id, now)
    return Done(id=taken.id, code=taken.code, change_id=key[0])


async def _undo(
    db: AsyncSession, viewer: Viewer, row: sa.RowMapping, counting: Counting, now: datetime
) -> Done | None:
    before, after = _read(row["before"]), _read(row["after"])
    unchanged = [_dossier.c[name].is_not_distinct_from(value) for name, value in after.items()]
    back = DossierStep(
        dossier_id=row["dossier_id"],
        to=before["state"],
        at=now,
        by_id=_who(viewer),
        values={name: value for name, value in before.items() if name != "state"},
    )
    taken = await dossier_changes.take(db, viewer, [back], counting, where=sa.and_(*unchanged))
    if not taken:
        return None
    this = sa.update(_change).where(_change.c.id == row["id"]).values(undone_at=now)
    await (await db.connection()).execute(this)
    await audit.note(db, viewer, "dossier.undone", ItemKind.DOSSIER, row["dossier_id"], now)
    return Done(id=taken[0].id, code=taken[0].code, change_id=row["id"])


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    """As JSON holds them: moments and days in ISO form."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }


def _read(written: Mapping[str, Any]) -> dict[str, Any]:
    """As the columns hold them."""
    found = dict(written)
    found["state"] = DossierState(found["state"])
    for name, value in written.items():
        if name.endswith("_at") and value:
            found[name] = datetime.fromisoformat(value)
        elif name.endswith("_on") and value:
            found[name] = date.fromisoformat(value)
    return found
