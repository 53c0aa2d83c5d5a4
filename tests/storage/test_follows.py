"""Which steps a follower is told of, once, on both databases and by many hands at once."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlmodel import col, select

from scheduler import following
from scheduler.calendar import WorkingCalendar
from storage import apologies, dossiers, follow_news, follows, messages, reachable_results
from storage.engine import Store
from storage.models import (
    Dossier,
    DossierApology,
    DossierEvent,
    DossierFollow,
    DossierGrant,
    DossierNews,
    DossierState,
    Message,
    MessageKind,
    MessageState,
    Notice,
)
from storage.viewer import Viewer
from tests import cast
from tests import office as make

NOW = cast.NOW
MINUTE = timedelta(minutes=1)
S = DossierState


class Case:
    """A dossier and an account that follows it."""

    def __init__(self, store: Store, dossier_id: int, code: str, account_id: int) -> None:
        self.store, self.dossier_id, self.code, self.account_id = (
            store,
            dossier_id,
            code,
            account_id,
        )

    @property
    def follower(self) -> Viewer:
        return Viewer.stranger(channel="console", account_id=self.account_id)

    async def step(self, state: DossierState = S.SUPPLEMENT, **values: Any) -> int:
        async with self.store.sessions() as db, db.begin():
            event = DossierEvent(
                **{"dossier_id": self.dossier_id, "at": NOW + MINUTE, "state": state, **values}
            )
            db.add(event)
            await db.flush()
            return event.id or 0

    async def plan(self, *, minutes: int = 2) -> int:
        async with self.store.sessions() as db, db.begin():
            return await following.plan_news(db, now=NOW + minutes * MINUTE)

    async def rows(self, table: Any) -> list[Any]:
        async with self.store.reading() as db:
            return list((await db.exec(select(table))).all())

    async def told(self) -> list[follow_news.News]:
        ids = [one.id or 0 for one in await self.rows(Message)]
        async with self.store.reading() as db:
            return list(await follow_news.carried_by(db, self.follower, ids))


@pytest_asyncio.fixture
async def case(store: Store) -> Case:
    async with store.sessions() as db, db.begin():
        await cast.settle(db)
        code = await cast.add_dossier(
            db, 1, due=NOW.date() + timedelta(days=1), holder_id=cast.OFFICER, phone="0678"
        )
        account = await make.account(db)
        dossier = (await db.exec(select(Dossier))).one()
        found = Case(store, dossier.id or 0, code, account.id or 0)
        db.add(
            DossierEvent(dossier_id=found.dossier_id, at=NOW - timedelta(days=3), state=S.RECEIVED)
        )
    async with store.sessions() as db, db.begin():
        shown = await dossiers.by_code(db, found.follower, code)
        assert shown
        assert await follows.begin(db, found.account_id, shown, now=NOW)
        assert not await follows.begin(db, found.account_id, shown, now=NOW + MINUTE)
    return found


async def test_a_step_is_planned_once_however_often_it_is_looked_for(case: Case) -> None:
    await case.step()
    assert [await case.plan() for _ in range(3)] == [1, 0, 0]
    assert len(await case.rows(Message)) == len(await case.rows(DossierNews)) == 1


async def test_many_planners_at_once_tell_it_once(case: Case) -> None:
    for _ in range(3):
        await case.step()
    planned = await asyncio.gather(*(case.plan() for _ in range(8)))
    assert sum(planned) == 1
    assert len(await case.rows(Message)) == 1
    assert len(await case.rows(DossierNews)) == 3


async def test_what_waits_takes_up_what_comes_meanwhile_and_what_is_under_way_does_not(
    case: Case,
) -> None:
    await case.step()
    await case.plan()
    await case.step(S.PAYMENT)
    assert await case.plan(minutes=3) == 1
    assert len(await case.rows(Message)) == 1
    async with case.store.sessions() as db, db.begin():
        later = NOW + 5 * MINUTE
        (one,) = await messages.claim(db, now=later, until=later + MINUTE, limit=4)
        assert (one.kind, one.account_id) == (MessageKind.FOLLOW, case.account_id)
    await case.step(S.FINISHED)
    assert await case.plan(minutes=6) == 1
    assert len(await case.rows(Message)) == 2


@pytest.mark.parametrize(
    ("at", "news"),
    [
        (NOW - timedelta(minutes=31), 0),  # the card was as of half an hour ago
        (NOW - timedelta(minutes=29), 1),
        (NOW - timedelta(days=8), 0),
        (NOW + timedelta(days=400), 1),  # a wrong clock does not hide it
    ],
)
async def test_what_was_known_or_is_long_past_is_no_news(case: Case, at: Any, news: int) -> None:
    await case.step(at=at)
    assert await case.plan() == news


async def test_a_step_before_it_was_followed_is_no_news_whatever_its_time(case: Case) -> None:
    async with case.store.sessions() as db, db.begin():
        assert await follows.end(db, case.account_id, case.code)
    await case.step()
    async with case.store.sessions() as db, db.begin():
        shown = await dossiers.by_code(db, case.follower, case.code)
        assert shown
        await follows.begin(db, case.account_id, shown, now=NOW)
    assert await case.plan() == 0


async def test_the_code_alone_tells_no_unit_and_nobody(case: Case) -> None:
    await case.step(unit_id=cast.CULTURE, person_id=cast.OFFICER)
    await case.plan()
    ((step,),) = [one.steps for one in await case.told()]
    assert (step.unit, step.person) == (None, None)
    async with case.store.sessions() as db, db.begin():
        db.add(DossierGrant(account_id=case.account_id, dossier_id=case.dossier_id, since=NOW))
    ((step,),) = [one.steps for one in await case.told()]
    assert (step.unit, step.person) == ("Phòng Khoa giáo – Văn xã", "Hoàng Minh Đức")


async def test_whoever_does_not_follow_it_or_may_not_see_it_is_told_nothing(case: Case) -> None:
    await case.step()
    await case.plan()
    assert await case.told()
    async with case.store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(public=False))
    assert await case.told() == []
    async with case.store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(public=True))
        await follows.end(db, case.account_id, case.code)
    assert await case.told() == []


async def test_nobody_elses_messages_are_read(case: Case) -> None:
    await case.step()
    await case.plan()
    async with case.store.sessions() as db, db.begin():
        other = await make.account(db)
        db.add(
            DossierFollow(
                account_id=other.id or 0, dossier_id=case.dossier_id, since=NOW, known_at=NOW
            )
        )
    ids = [one.id or 0 for one in await case.rows(Message)]
    stranger = Viewer.stranger(channel="console", account_id=other.id)
    async with case.store.reading() as db:
        assert await follow_news.carried_by(db, stranger, ids) == []


async def test_what_did_not_arrive_is_settled_by_one_of_many(case: Case) -> None:
    await case.step()
    await case.plan()
    async with case.store.sessions() as db, db.begin():
        await db.exec(sa.update(Message).values(state=MessageState.FAILED))

    async def settle() -> bool:
        async with case.store.sessions() as db, db.begin():
            ids = await follow_news.not_told(db, case.account_id)
            return bool(ids) and await follow_news.settle(
                db, case.account_id, ids, told=True, channel="console", now=NOW
            )

    assert sorted(await asyncio.gather(*(settle() for _ in range(5)))) == [False] * 4 + [True]
    (one,) = await case.rows(Message)
    assert (one.state, one.channel, one.sent_at) == (MessageState.SENT, "console", NOW)


async def test_a_result_is_on_the_list_until_somebody_was_told(case: Case) -> None:
    await case.step(S.FINISHED)
    await case.plan()
    async with case.store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(state=S.FINISHED))
        await db.exec(sa.update(Message).values(state=MessageState.FAILED))
    window: dict[str, Any] = {"since": NOW - timedelta(days=7), "before": NOW + timedelta(hours=1)}
    async with case.store.reading() as db:
        (one,) = await reachable_results.not_told(db, **window)
        assert (one.code, one.unit_id) == (case.code, cast.ONE_STOP)
        assert await reachable_results.not_told(db, **window | {"before": NOW}) == []
    async with case.store.sessions() as db, db.begin():
        other = await make.account(db)
        news = (await db.exec(select(DossierNews))).one()
        said = Message(
            account_id=other.id, slot="follow 1", kind=MessageKind.FOLLOW, state=MessageState.SENT,
            send_at=NOW, planned_for=NOW,
        )  # fmt: skip
        db.add(said)
        await db.flush()
        db.add(
            DossierNews(
                event_id=news.event_id,
                account_id=other.id or 0,
                message_id=said.id or 0,
                planned_at=NOW,
            )
        )
    async with case.store.reading() as db:
        assert await reachable_results.not_told(db, **window) == []


# Apologies


async def test_a_draft_is_planned_once_by_many_planners(case: Case) -> None:
    async def plan() -> int:
        async with case.store.sessions() as db, db.begin():
            calendar = WorkingCalendar()
            return await following.plan_drafts(db, now=NOW, calendar=calendar)

    assert sum(await asyncio.gather(*(plan() for _ in range(8)))) == 1
    (one,) = await case.rows(Message)
    assert (one.kind, one.person_id) == (MessageKind.APOLOGY, cast.OFFICER)
    (drafted,) = await case.rows(Notice)
    assert (drafted.item_id, drafted.due_version) == (case.dossier_id, 1)
    assert drafted.message_id == one.id


@pytest.mark.parametrize("by", [cast.COLLEAGUE, cast.OTHER_HEAD, cast.LEADER, cast.ADMIN])
async def test_only_who_holds_it_or_heads_the_unit_may_give_it_a_new_date(
    case: Case, by: int
) -> None:
    until = cast.at(NOW.date() + timedelta(days=5))

    async with case.store.reading() as db:
        drafted = await dossiers.by_code(db, Viewer.office(), case.code)
    assert drafted

    async def issued(who: int) -> bool:
        viewer = replace(cast.viewer(who), account_id=None)
        async with case.store.sessions() as db, db.begin():
            return await apologies.issue(db, viewer, drafted, number="45/XL", until=until, now=NOW)

    assert [await issued(who) for who in (by, cast.HEAD, cast.HEAD)] == [False, True, False]
    (row,) = await case.rows(DossierApology)
    assert (row.number, row.due_version, row.to_on) == ("45/XL", 1, until.date())
    async with case.store.reading() as db:
        newest = await apologies.newest(db, case.dossier_id)
        assert newest
        assert (newest.from_on, newest.to_on) == (NOW.date() + timedelta(days=1), until.date())
        version = select(col(Dossier.due_version)).where(col(Dossier.id) == case.dossier_id)
        assert (await db.exec(version)).one() == 2
