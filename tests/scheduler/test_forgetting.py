"""What is past its term goes at the start and at every tick of the nightly job."""

import asyncio
from datetime import timedelta

from sqlmodel import func, select

from scheduler.forgetting import Forgetting
from storage.engine import Store
from storage.models import ChatLine
from storage.terms import Terms
from tests.bot.fake_telegram import eventually
from tests.hands import MONDAY, Hands

TERMS = Terms(chats=timedelta(days=90))


async def test_it_goes_at_the_start_and_again_at_night(sqlite_store: Store) -> None:
    hands = Hands(MONDAY)
    forgetting = Forgetting(sqlite_store, hands, TERMS)
    await say_something(sqlite_store, 1, days_ago=91)
    await say_something(sqlite_store, 2, days_ago=89)

    async with asyncio.TaskGroup() as group:
        group.create_task(forgetting.run())
        await eventually(lambda: only(sqlite_store, 1))  # of two

        hands.forward(days=1, minutes=1)
        forgetting.is_due()
        await eventually(lambda: only(sqlite_store, 0))
        forgetting.stop()


async def say_something(store: Store, number: int, *, days_ago: int) -> None:
    async with store.sessions() as db, db.begin():
        at = MONDAY - timedelta(days=days_ago)
        db.add(ChatLine(channel="web", chat_id=1, message_id=number, ours=False, at=at, html="x"))


async def only(store: Store, number: int) -> bool:
    async with store.reading() as db:
        return (await db.exec(select(func.count()).select_from(ChatLine))).one() == number
