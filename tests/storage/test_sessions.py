"""Whose the chats of a channel are, and when nobody may go on in them; on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import accounts, sessions
from storage.models import Account, AuditEntry, Person
from storage.sessions import Over, Session
from storage.viewer import Role

NOW = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
DAY = timedelta(hours=8)


async def signed_in(db: AsyncSession, *, active: bool = True, chat_id: int = 7) -> Account:
    """Somebody of the office behind a chat of the page since eight o'clock."""
    person = Person(name="Trần Thị Hòa", role=Role.OFFICER, active=active)
    db.add(person)
    await db.flush()
    account = Account(
        channel="web", external_id=f"x{chat_id}", chat_id=chat_id, person_id=person.id, since=NOW
    )
    db.add(account)
    await db.flush()
    return account


async def session_in(db: AsyncSession, chat_id: int = 7) -> Session:
    known = await accounts.viewer_of(db, "web", chat_id)
    assert known
    return known.session


@pytest.mark.parametrize(
    ("unused", "over"),
    [
        (timedelta(), None),
        (DAY - timedelta(seconds=1), None),
        (DAY, Over.IDLE),
        (timedelta(days=3), Over.IDLE),
    ],
)
async def test_it_is_over_when_it_was_not_used(
    db: AsyncSession, unused: timedelta, over: Over | None
) -> None:
    await signed_in(db)
    assert (await session_in(db)).over(now=NOW + unused, lasts=DAY) is over


async def test_use_puts_the_end_off(db: AsyncSession) -> None:
    account = await signed_in(db)
    await accounts.note_seen(db, account.id or 0, now=NOW + DAY)
    assert (await session_in(db)).over(now=NOW + DAY, lasts=DAY) is None


async def test_it_is_over_for_whoever_has_left_the_office(db: AsyncSession) -> None:
    await signed_in(db, active=False)
    assert (await session_in(db)).over(now=NOW, lasts=DAY) is Over.ENDED


async def test_a_strangers_chat_is_never_over(db: AsyncSession) -> None:
    db.add(Account(channel="web", external_id="x", chat_id=7, since=NOW))
    await db.flush()
    assert (await session_in(db)).over(now=NOW + timedelta(days=99), lasts=DAY) is None


async def test_ended_it_stays_over_and_it_is_kept_whose_it_was_and_why(db: AsyncSession) -> None:
    account = await signed_in(db)
    person_id, before = account.person_id, await session_in(db)

    await sessions.end(db, "web", before, Over.IDLE, now=NOW)
    await sessions.end(db, "web", await session_in(db), Over.LEFT, now=NOW)  # nobody is left

    after = await session_in(db)
    assert (after.person_id, after.ended_at) == (None, NOW)
    assert after.over(now=NOW, lasts=DAY) is Over.ENDED
    (kept,) = (await db.exec(select(AuditEntry))).all()
    assert (kept.person_id, kept.act, kept.item_id, kept.detail) == (
        person_id,
        "session.ended",
        account.id,
        "idle",
    )


async def test_the_chats_of_a_channel_that_are_somebodys_come_in_one_look(
    db: AsyncSession,
) -> None:
    for chat_id in (7, 8, 9):
        await signed_in(db, chat_id=chat_id)
    db.add(Account(channel="web", external_id="stranger", chat_id=10, since=NOW))
    db.add(Account(channel="console", external_id="7", chat_id=7, since=NOW, person_id=None))
    await sessions.end(db, "web", await session_in(db, 8), Over.LEFT, now=NOW)

    found = await sessions.of_channel(db, "web")

    assert found == {7: await session_in(db, 7), 9: await session_in(db, 9)}
