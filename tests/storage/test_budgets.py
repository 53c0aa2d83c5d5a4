"""Tries are counted, whoever tries at the same time, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import budgets
from storage.budgets import Budget
from storage.engine import Store

NOW = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


async def tries(
    db: AsyncSession, *minutes: int, limit: int = 2, from_last: bool = False
) -> list[bool]:
    """What becomes of tries so many minutes after the first."""
    return [
        await budgets.take(
            db,
            "codes",
            "7",
            limit=limit,
            within=QUARTER,
            now=NOW + timedelta(minutes=after),
            from_last=from_last,
        )
        for after in minutes
    ]


async def test_of_a_hundred_tries_at_once_as_many_are_granted_as_there_are(store: Store) -> None:
    async def one() -> bool:
        async with store.sessions() as db, db.begin():
            return await budgets.take(db, "codes", "7", limit=5, within=QUARTER, now=NOW)

    granted = await asyncio.gather(*(one() for _ in range(100)))
    assert granted.count(True) == 5


async def test_tries_come_back_so_long_after_the_first(db: AsyncSession) -> None:
    assert await tries(db, 0, 14, 14, 15) == [True, True, False, True]
    assert await budgets.taken(db, "codes", "7", within=QUARTER, now=NOW + 2 * QUARTER) == 0


async def test_the_last_try_locks_for_the_whole_time(db: AsyncSession) -> None:
    assert await tries(db, 0, 14, 15, 28, 29, from_last=True) == [True, True, False, False, True]


async def test_a_refused_try_is_not_counted_and_others_are_not_touched(db: AsyncSession) -> None:
    assert await tries(db, 0, 0, 0, 0) == [True, True, False, False]
    assert await budgets.taken(db, "codes", "7", within=QUARTER, now=NOW) == 2
    assert await budgets.take(db, "codes", "8", limit=1, within=QUARTER, now=NOW)
    assert await budgets.take(db, "digits", "7", limit=1, within=QUARTER, now=NOW)


async def test_tries_are_given_back_when_the_right_one_came(db: AsyncSession) -> None:
    await tries(db, 0, 0)
    await budgets.forget(db, "codes", "7")
    assert await tries(db, 1) == [True]


async def test_where_nothing_may_be_tried_nothing_is_granted(db: AsyncSession) -> None:
    assert await tries(db, 0, limit=0) == [False]


MINE = Budget(kind="codes", key="7", limit=3, within=QUARTER)
OURS = Budget(kind="codes of all", key="everybody", limit=5, within=QUARTER)


async def different(db: AsyncSession, *what: str, minutes: int = 0) -> list[str | None]:
    """Which budget refused each thing."""
    now = NOW + timedelta(minutes=minutes)
    spent = [await budgets.take_different(db, one, MINE, OURS, now=now) for one in what]
    return [budget.kind if budget else None for budget in spent]


async def test_the_same_thing_again_costs_nothing(db: AsyncSession) -> None:
    assert await different(db, *"aabacaabcd") == [*[None] * 9, "codes"]
    assert await different(db, "d", "a") == ["codes", None]  # what was refused is not paid for
    assert await different(db, "d", minutes=15) == [None]


async def test_what_one_budget_refuses_no_other_pays_for(db: AsyncSession) -> None:
    for number in range(5):
        other = Budget(kind="codes", key=f"other {number}", limit=3, within=QUARTER)
        assert await budgets.take_different(db, "x", other, OURS, now=NOW) is None
    assert await different(db, "a", "a") == ["codes of all"] * 2
    assert await budgets.taken(db, "codes", "7", within=QUARTER, now=NOW) == 0
    assert await budgets.taken(db, OURS.kind, OURS.key, within=QUARTER, now=NOW) == 5


async def test_of_many_different_things_at_once_as_many_are_granted_as_there_are(
    store: Store,
) -> None:
    async def one(what: str) -> Budget | None:
        async with store.sessions() as db, db.begin():
            return await budgets.take_different(db, what, MINE, OURS, now=NOW)

    asked = [str(number % 20) for number in range(60)]
    refused = await asyncio.gather(*map(one, asked))
    granted = {what for what, budget in zip(asked, refused, strict=True) if budget is None}
    assert len(granted) == MINE.limit
    async with store.sessions() as db, db.begin():
        assert await budgets.taken(db, "codes", "7", within=QUARTER, now=NOW) == MINE.limit
