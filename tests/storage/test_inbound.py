"""What came in is there once, until it is answered, on both databases."""

from datetime import UTC, datetime, timedelta

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import inbound
from storage.models import InboundUpdate

NOW = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)
HELLO = {"update_id": 2, "message": {"text": "nửa ký tự \ud83d, NUL \0"}}
BYE = {"update_id": 1, "message": {"text": "chào"}}


async def waiting(db: AsyncSession) -> list[int]:
    return [one.update_id for one in await inbound.unanswered(db, "telegram")]


async def test_what_came_before_is_not_new_whether_it_was_answered_or_not(
    db: AsyncSession,
) -> None:
    assert await inbound.keep(db, "telegram", {1: BYE, 2: HELLO}, now=NOW) == {1, 2}
    await inbound.answered(db, "telegram", 1, now=NOW)
    assert await inbound.keep(db, "telegram", {1: BYE, 2: HELLO, 3: None}, now=NOW) == {3}
    assert await inbound.keep(db, "telegram", {}, now=NOW) == set()
    assert await inbound.keep(db, "zalo", {1: BYE}, now=NOW) == {1}


async def test_what_is_not_answered_waits_in_the_order_in_which_it_came(db: AsyncSession) -> None:
    await inbound.keep(db, "telegram", {2: HELLO, 1: BYE}, now=NOW)
    await inbound.keep(db, "telegram", {0: {"update_id": 0}}, now=NOW + timedelta(seconds=1))
    assert await waiting(db) == [1, 2, 0]
    assert (await inbound.unanswered(db, "telegram"))[1].body == HELLO
    await inbound.answered(db, "telegram", 1, now=NOW)
    assert await waiting(db) == [2, 0]


async def test_what_may_not_be_stored_does_not_wait_after_a_restart(db: AsyncSession) -> None:
    await inbound.keep(db, "telegram", {1: None}, now=NOW)
    assert await waiting(db) == []


async def test_an_answered_one_has_no_body(db: AsyncSession) -> None:
    await inbound.keep(db, "telegram", {1: BYE, 2: HELLO}, now=NOW)
    await inbound.answered(db, "telegram", 1, now=NOW)
    row = (await db.exec(select(InboundUpdate).where(InboundUpdate.update_id == 1))).one()
    assert (row.body, row.answered_at) == (None, NOW)
    assert await waiting(db) == [2]


async def test_each_attempt_is_counted(db: AsyncSession) -> None:
    await inbound.keep(db, "telegram", {1: BYE}, now=NOW)
    assert [await inbound.begin_again(db, "telegram", 1) for _ in range(3)] == [2, 3, 4]
