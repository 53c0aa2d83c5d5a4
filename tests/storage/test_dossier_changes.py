"""How a dossier comes from one state into the next, on both databases."""

import datetime as dt
from typing import Any

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import WorkingCalendar
from scheduler.pauses import PutOff
from scheduler.working_time import WorkingTime
from storage import dossier_acts, dossier_changes
from storage.dossier_changes import Counting, DossierStep, Taken
from storage.dossier_states import may_follow, may_lead_to
from storage.models import (
    AuditEntry,
    Dossier,
    DossierEvent,
    DossierPause,
    DossierState,
    PauseReason,
)
from storage.viewer import Viewer
from tests import office as make
from tests.hands import MONDAY

OFFICE = Viewer.office()
COUNTING = Counting(put_off=PutOff(WorkingTime(WorkingCalendar())))
S = DossierState


async def step(db: AsyncSession, dossier: Dossier, to: S, when: str, **more: Any) -> list[Taken]:
    one = DossierStep(dossier_id=dossier.id or 0, to=to, at=make.at(when), **more)
    taken = await dossier_changes.take(db, OFFICE, [one], COUNTING)
    db.expire_all()
    return taken


async def the(db: AsyncSession, dossier_id: int | None) -> Dossier:
    db.expire_all()
    return (await db.exec(select(Dossier).where(col(Dossier.id) == dossier_id))).one()


async def events(db: AsyncSession, dossier_id: int | None) -> list[S]:
    told = select(DossierEvent).where(col(DossierEvent.dossier_id) == dossier_id)
    return [one.state for one in await db.exec(told.order_by(col(DossierEvent.id)))]


async def test_the_clock_stands_still_while_papers_are_awaited_and_the_due_time_moves(
    db: AsyncSession,
) -> None:
    dossier = await make.dossier(db)
    number = dossier.id
    await step(db, dossier, S.SUPPLEMENT, "2026-11-16 09:00", values={"missing": "CCCD"})
    asked = await the(db, number)
    assert (asked.state, asked.missing, asked.due_version) == (S.SUPPLEMENT, "CCCD", 1)
    pause = (await db.exec(select(DossierPause))).one()
    assert (pause.reason, pause.ended_at) == (PauseReason.SUPPLEMENT, None)

    await step(db, asked, S.PROCESSING, "2026-11-18 09:00")
    on_again = await the(db, number)
    assert on_again.due_at == make.at("2026-11-25 17:00")  # two working days; the 24th is off
    assert (on_again.due_on, on_again.due_version) == (make.day("2026-11-25"), 2)
    assert on_again.missing == ""
    assert (await db.exec(select(DossierPause))).one().ended_at == make.at("2026-11-18 09:00")
    assert await events(db, number) == [S.SUPPLEMENT, S.PROCESSING]


async def test_a_due_time_that_the_step_brings_is_not_moved_again(db: AsyncSession) -> None:
    dossier = await make.dossier(db)
    number = dossier.id
    await step(db, dossier, S.SUPPLEMENT, "2026-11-16 09:00")
    due = {"due_at": make.at("2026-11-30 17:00"), "due_on": make.day("2026-11-30")}
    await step(db, await the(db, number), S.PROCESSING, "2026-11-18 09:00", values=due)
    assert (await the(db, number)).due_on == make.day("2026-11-30")


async def test_whether_the_clock_stands_still_for_a_fee_is_the_offices_to_say(
    db: AsyncSession,
) -> None:
    first, second = await make.dossier(db), await make.dossier(db)
    strict = Counting(put_off=COUNTING.put_off, fee_pauses=False)
    for dossier, counting in ((first, COUNTING), (second, strict)):
        asks = DossierStep(dossier_id=dossier.id or 0, to=S.PAYMENT, at=MONDAY)
        await dossier_changes.take(db, OFFICE, [asks], counting)
    pauses = (await db.exec(select(DossierPause.dossier_id))).all()
    assert pauses == [first.id]


async def test_what_ended_keeps_the_moment_of_the_decision(db: AsyncSession) -> None:
    dossier = await make.dossier(db)
    number = dossier.id
    await step(db, dossier, S.FINISHED, "2026-11-17 15:00")
    await step(db, await the(db, number), S.RETURNED, "2026-11-20 08:00")
    over = await the(db, number)
    assert over.finished_at == make.at("2026-11-17 15:00")  # QĐ 766: not when it was collected
    assert over.returned_at == make.at("2026-11-20 08:00")
    assert over.finished_on == make.day("2026-11-17")


async def test_nobody_changes_what_they_may_not_see(db: AsyncSession) -> None:
    dossier = await make.dossier(db)
    stranger = await make.person(db)
    one = DossierStep(dossier_id=dossier.id or 0, to=S.FINISHED, at=MONDAY)
    assert await dossier_changes.take(db, make.viewer(stranger), [one], COUNTING) == []
    assert (await the(db, dossier.id)).state is S.PROCESSING
    assert await events(db, dossier.id) == []


async def finish(db: AsyncSession, viewer: Viewer, *ids: int | None) -> list[str]:
    done = await dossier_acts.finish(db, viewer, [one or 0 for one in ids], COUNTING, now=MONDAY)
    return [one.code for one in done]


async def test_only_its_holder_finishes_a_dossier_and_only_while_it_is_worked_on(
    db: AsyncSession,
) -> None:
    hoa, binh = await make.person(db), await make.person(db, "Phạm Văn Bình")
    mine = (await make.dossier(db, "H1", holder_id=hoa.id)).id
    waits = (await make.dossier(db, "H2", holder_id=hoa.id, state=S.SUPPLEMENT)).id
    theirs = (await make.dossier(db, "H3", holder_id=binh.id)).id
    also_mine = (await make.dossier(db, "H4", holder_id=hoa.id)).id

    assert await finish(db, make.viewer(hoa), also_mine, waits, theirs, mine) == ["H4", "H1"]

    assert (await the(db, waits)).state is S.SUPPLEMENT
    assert (await the(db, theirs)).state is S.PROCESSING
    assert await events(db, mine) == [S.FINISHED]
    acts = [entry.act for entry in await db.exec(select(AuditEntry))]
    assert acts == ["dossier.done", "dossier.done"]


async def test_one_word_undoes_all_that_was_done_together_and_its_followers_can_be_told(
    db: AsyncSession,
) -> None:
    hoa = await make.person(db)
    viewer = make.viewer(hoa)
    ids = [(await make.dossier(db, holder_id=hoa.id)).id for _ in range(2)]
    assert len(await finish(db, viewer, *ids)) == 2
    soon = MONDAY + dt.timedelta(minutes=9)
    assert await dossier_acts.was_last(db, viewer, now=soon)

    undone = await dossier_acts.undo(db, viewer, None, COUNTING, now=soon)

    assert [one.id for one in undone] == ids
    again = await the(db, ids[0])
    assert (again.state, again.finished_at, again.finished_on) == (S.PROCESSING, None, None)
    assert await events(db, ids[0]) == [S.FINISHED, S.PROCESSING]
    assert await dossier_acts.undo(db, viewer, None, COUNTING, now=soon) == []


@pytest.mark.parametrize("minutes", [10, 60])
async def test_after_ten_minutes_nothing_is_undone(db: AsyncSession, minutes: int) -> None:
    hoa = await make.person(db)
    dossier = await make.dossier(db, holder_id=hoa.id)
    await finish(db, make.viewer(hoa), dossier.id)
    later = MONDAY + dt.timedelta(minutes=minutes)
    assert await dossier_acts.undo(db, make.viewer(hoa), None, COUNTING, now=later) == []
    assert not await dossier_acts.was_last(db, make.viewer(hoa), now=later)


async def test_what_has_moved_on_since_is_not_undone(db: AsyncSession) -> None:
    hoa = await make.person(db)
    viewer = make.viewer(hoa)
    dossier = (await make.dossier(db, holder_id=hoa.id)).id
    await finish(db, viewer, dossier)
    await step(db, await the(db, dossier), S.RETURNED, "2026-11-16 08:05")
    soon = MONDAY + dt.timedelta(minutes=6)
    assert await dossier_acts.undo(db, viewer, None, COUNTING, now=soon) == []


def test_what_leads_where() -> None:
    """domain: 1→2,3,7 · 2→4,7,8 · 4→5,6,8,9,7 · 5→4,8,7 · 6→4,8,7 · 9→10."""
    told = {
        "1": "2 3 7", "2": "4 7 8", "4": "5 6 7 8 9", "5": "4 7 8", "6": "4 7 8", "9": "10",
    }  # fmt: skip
    for old in S:
        after = {new.value for new in S if may_follow(old, new)}
        assert after == set(told.get(old.value, "").split())
    assert may_lead_to(S.SUBMITTED, S.RETURNED)
    assert may_lead_to(S.SUPPLEMENT, S.PAYMENT)
    assert not may_lead_to(S.FINISHED, S.PROCESSING)
    assert not may_lead_to(S.REFUSED, S.RECEIVED)
