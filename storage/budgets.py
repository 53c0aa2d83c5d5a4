"""How often something may be tried, kept in the store: a restart forgets no try.

Every try is one conditional upsert whose result decides, on both databases, so that a hundred
tries at once are counted as a hundred.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.models import Tally, Tried

_tally = SQLModel.metadata.tables["tally"]
_over = _tally.c.since <= sa.bindparam("oldest", type_=_tally.c.since.type)
_begin_anew = _over | sa.bindparam("from_last", type_=sa.Boolean)
_TAKE = upserts.upsert(
    Tally,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["kind", "key"],
        set_={
            "count": sa.case((_over, 1), else_=_tally.c.count + 1),
            "since": sa.case((_begin_anew, insert.excluded.since), else_=_tally.c.since),
        },
        where=_over | (_tally.c.count < sa.bindparam("most", type_=sa.Integer)),
    ).returning(_tally.c.count),
)
_THIS = (_tally.c.kind == sa.bindparam("of_kind")) & (_tally.c.key == sa.bindparam("of_key"))
_TAKEN = sa.select(_tally.c.count).where(
    _THIS, _tally.c.since > sa.bindparam("oldest", type_=_tally.c.since.type)
)
_FORGET = sa.delete(_tally).where(_THIS)
_GIVE_BACK = sa.update(_tally).where(_THIS, _tally.c.count > 0).values(count=_tally.c.count - 1)

_tried = SQLModel.metadata.tables["tried"]
_TRY = upserts.upsert(
    Tried,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["kind", "key", "what"],
        set_={"at": insert.excluded.at},
        where=_tried.c.at <= sa.bindparam("oldest", type_=_tried.c.at.type),
    ).returning(_tried.c.at),
)
_UNTRY = sa.delete(_tried).where(
    _tried.c.kind == sa.bindparam("of_kind"),
    _tried.c.key == sa.bindparam("of_key"),
    _tried.c.what == sa.bindparam("of_what"),
)


@dataclass(frozen=True, kw_only=True)
class Budget:
    """How many tries of a kind somebody has, in how long a time."""

    kind: str
    key: str  # whose: sealed where it names somebody
    limit: int
    within: timedelta


async def take(
    db: AsyncSession,
    kind: str,
    key: str,
    *,
    limit: int,
    within: timedelta,
    now: datetime,
    from_last: bool = False,
) -> bool:
    """Take one try, if there is one left; False if `limit` were taken already.

    Tries are counted from the first one until `within` has passed; with `from_last`, until so
    long after the last that was granted: then the last one *locks* for that time. A refused try
    is not counted. Taken is taken, whatever comes of it, as long as the transaction commits.
    """
    if limit < 1:
        return False
    values = {
        "kind": kind,
        "key": key,
        "since": now,
        "count": 1,
        "oldest": now - within,
        "most": limit,
        "from_last": from_last,
    }
    return (await upserts.run(db, _TAKE, values)).scalar_one_or_none() is not None


async def take_different(
    db: AsyncSession, what: str, budget: Budget, *others: Budget, now: datetime
) -> Budget | None:
    """Take one try of each budget for `what` (sealed), unless the first has paid for it already.

    Gives the budget that was used up, or None. Then nothing was taken from any of them, so that
    the one who comes too late does not use up what they share with others.
    """
    this = {"kind": budget.kind, "key": budget.key, "what": what}
    is_new = await upserts.run(db, _TRY, {**this, "at": now, "oldest": now - budget.within})
    if is_new.scalar_one_or_none() is None:
        return None
    paid: list[Budget] = []
    for one in (budget, *others):
        if not await take(db, one.kind, one.key, limit=one.limit, within=one.within, now=now):
            await _give_back(db, what, budget, paid)
            return one
        paid.append(one)
    return None


async def _give_back(db: AsyncSession, what: str, first: Budget, paid: list[Budget]) -> None:
    connection = await db.connection()
    this = {"of_kind": first.kind, "of_key": first.key, "of_what": what}
    await connection.execute(_UNTRY, this)
    for one in paid:
        await connection.execute(_GIVE_BACK, {"of_kind": one.kind, "of_key": one.key})


async def taken(db: AsyncSession, kind: str, key: str, *, within: timedelta, now: datetime) -> int:
    """How many tries are counted at this moment; for words like “còn 2 lần”, never to decide."""
    values = {"of_kind": kind, "of_key": key, "oldest": now - within}
    found: int | None = (await (await db.connection()).execute(_TAKEN, values)).scalar()
    return found or 0


async def forget(db: AsyncSession, kind: str, key: str) -> None:
    """Give every try back: the right one came."""
    await (await db.connection()).execute(_FORGET, {"of_kind": kind, "of_key": key})
