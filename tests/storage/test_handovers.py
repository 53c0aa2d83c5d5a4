"""Conversations handed over, on both databases: one takes it, and what is said keeps its order."""

import asyncio
import datetime as dt

from storage import handovers, links, messages
from storage.engine import Store
from storage.models import Account, Duty, HandoverState, MessageKind, MessageState, Person, Unit
from storage.viewer import DutyKind, Role, Viewer
from tests.hands import MONDAY


async def settled(store: Store, officers: int) -> tuple[int, list[Viewer]]:
    """A desk with so many on duty, and a conversation that waits for one of them."""
    async with store.sessions() as db, db.begin():
        db.add(Unit(id=1, code="MC", name="Một cửa"))
        db.add(Account(id=1, channel="web", external_id="c", chat_id=1, since=MONDAY))
        await db.flush()
        for number in range(2, officers + 2):
            db.add(Person(id=number, name="Yến", role=Role.CLERK, unit_id=1))
            await db.flush()
            db.add(Duty(person_id=number, kind=DutyKind.UNIT_DUTY))
            db.add(
                Account(
                    id=number,
                    channel="web",
                    external_id=str(number),
                    chat_id=number,
                    person_id=number,
                    since=MONDAY,
                )
            )
        await db.flush()
        talk = await handovers.ask(db, account_id=1, unit_id=1, call_at=MONDAY, calls=1, now=MONDAY)
    return talk, [
        Viewer(
            role=Role.CLERK,
            person_id=number,
            unit_id=1,
            account_id=number,
            duties=frozenset({DutyKind.UNIT_DUTY}),
        )
        for number in range(2, officers + 2)
    ]


async def test_of_many_who_take_it_at_once_one_has_it(store: Store) -> None:
    talk, officers = await settled(store, 12)

    async def take(officer: Viewer) -> bool:
        async with store.sessions() as db, db.begin():
            return await handovers.take(db, officer, talk, now=MONDAY)

    assert sum(await asyncio.gather(*(take(officer) for officer in officers))) == 1


async def test_an_officer_whose_account_ends_gives_the_conversation_back(store: Store) -> None:
    talk, (officer,) = await settled(store, 1)
    async with store.sessions() as db, db.begin():
        assert await handovers.take(db, officer, talk, now=MONDAY)
    async with store.sessions() as db, db.begin():
        await links.end(db, [2], now=MONDAY)
        waiting = await handovers.to_be_called(db, Viewer.office(), now=MONDAY)
    assert [(one.state, one.officer_id) for one in waiting] == [(HandoverState.WAITING, None)]


async def test_others_do_not_see_it(store: Store) -> None:
    talk, (officer,) = await settled(store, 1)
    stranger = Viewer.stranger(account_id=99)
    elsewhere = Viewer(role=Role.HEAD, person_id=2, unit_id=5, account_id=2)
    async with store.sessions() as db, db.begin():
        assert await handovers.by_id(db, officer, talk)
        for other in (stranger, elsewhere):
            assert await handovers.by_id(db, other, talk) is None
            assert not await handovers.take(db, other, talk, now=MONDAY)
            assert not await handovers.end(db, other, talk, now=MONDAY)


async def test_a_taken_conversation_is_silent_when_nobody_spoke_for_long(store: Store) -> None:
    talk, (officer,) = await settled(store, 1)
    minute = dt.timedelta(minutes=1)
    async with store.sessions() as db, db.begin():
        await handovers.take(db, officer, talk, now=MONDAY)
        found = await handovers.by_id(db, officer, talk)
        assert found
        spoken = MONDAY + 5 * minute
        await handovers.keep_words(db, found, "Dạ", by_officer=True, now=spoken)
        assert not await handovers.silent(db, Viewer.office(), since=spoken - minute)
        assert await handovers.silent(db, Viewer.office(), since=spoken)


async def test_what_is_said_to_one_account_arrives_in_its_order(store: Store) -> None:
    await settled(store, 1)
    until = MONDAY + dt.timedelta(minutes=2)
    async with store.sessions() as db, db.begin():
        for account, words in ((1, "một"), (2, "khác"), (1, "hai")):
            await messages.tell(
                db, kind=MessageKind.RELAY, account_id=account, words=words, now=MONDAY
            )
        first = await messages.claim(db, now=MONDAY, until=until, limit=9)
    assert [one.words for one in first] == ["một", "khác"]
    async with store.sessions() as db, db.begin():
        assert not await messages.claim(db, now=MONDAY, until=until, limit=9)
        await messages.finish(db, first[1], MessageState.SENT, sent_at=MONDAY)
        await messages.put_off(db, first[0], until=until, reason="?")
        assert not await messages.claim(db, now=MONDAY, until=until, limit=9)
    async with store.sessions() as db, db.begin():
        (again,) = await messages.claim(db, now=until, until=until, limit=9)
        await messages.finish(db, again, MessageState.SENT, sent_at=until)
        (last,) = await messages.claim(db, now=until, until=until, limit=9)
    assert (again.words, last.words) == ("một", "hai")
