"""Dossiers from the one-stop system, on both databases: what is new, what moved on, what stays."""

import datetime as dt
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import WorkingCalendar
from scheduler.pauses import PutOff
from scheduler.working_time import WorkingTime
from storage import dossier_acts, imported_dossiers
from storage.dossier_changes import Counting
from storage.imported_dossiers import CHANGED_AT, DossierMerge
from storage.merging import Source
from storage.models import (
    AuditEntry,
    Dossier,
    DossierEvent,
    DossierPause,
    DossierState,
    SubmittedBy,
)
from storage.viewer import Role, Viewer
from tests import office as make
from tests.hands import MONDAY

OFFICE = Viewer.office()
COUNTING = Counting(put_off=PutOff(WorkingTime(WorkingCalendar())))
LATER = MONDAY + dt.timedelta(days=1)
CODE = "000.00.12.H37-261109-0001"
S = DossierState


def row(state: S = S.PROCESSING, code: str = CODE, **more: Any) -> dict[str, Any]:
    return {
        "code": code,
        "applicant": "Nguyễn Văn Ví Dụ",
        "submitted_by": SubmittedBy.ONLINE,
        "submitted_at": make.at("2026-11-08 20:00"),
        "received_at": make.at("2026-11-09 09:00"),
        "received_on": make.day("2026-11-09"),
        "due_at": make.at("2026-11-20 17:00"),
        "due_on": make.day("2026-11-20"),
        "state": state,
        **more,
    }


async def put(
    db: AsyncSession, *rows: dict[str, Any], now: dt.datetime = MONDAY, by: Viewer = OFFICE
) -> DossierMerge:
    merge = await imported_dossiers.dossiers_merge(db, by, rows)
    source = Source(name="hs.xlsx", at=now)
    await imported_dossiers.write_dossiers(db, by, merge, source, counting=COUNTING)
    db.expire_all()
    return merge


def counts(merge: DossierMerge) -> tuple[int, int, int]:
    return len(merge.new), len(merge.changed), len(merge.same)


async def the_one(db: AsyncSession) -> Dossier:
    db.expire_all()
    return (await db.exec(select(Dossier))).one()


async def trail(db: AsyncSession) -> list[tuple[S, str]]:
    events = await db.exec(select(DossierEvent).order_by(col(DossierEvent.id)))
    zone = MONDAY.tzinfo
    return [(one.state, f"{one.at.astimezone(zone):%d/%m %H:%M}") for one in events]


async def test_importing_again_changes_nothing_but_when_the_source_said_so(
    db: AsyncSession,
) -> None:
    rows = (row(), row(code=CODE[:-1] + "2"))
    assert counts(await put(db, *rows)) == (2, 0, 0)
    told = await trail(db)
    assert counts(await put(db, *rows, now=LATER)) == (0, 0, 2)
    assert await trail(db) == told
    dossiers = (await db.exec(select(Dossier))).all()
    assert {(one.source, one.source_at) for one in dossiers} == {("hs.xlsx", LATER)}


async def test_what_is_new_has_its_history_and_a_wait_stops_its_clock(db: AsyncSession) -> None:
    await put(db, {**row(S.SUPPLEMENT), CHANGED_AT: make.at("2026-11-12 10:00")})
    assert await trail(db) == [
        (S.SUBMITTED, "08/11 20:00"),
        (S.RECEIVED, "09/11 09:00"),
        (S.SUPPLEMENT, "12/11 10:00"),
    ]
    assert (await db.exec(select(DossierPause))).one().began_at == make.at("2026-11-12 10:00")


async def test_a_newer_state_is_a_step_at_the_time_of_the_source(db: AsyncSession) -> None:
    await put(db, row())
    before = len(await trail(db))
    done: dict[str, Any] = {
        "finished_at": make.at("2026-11-17 07:30"),
        "finished_on": make.day("2026-11-17"),
    }
    merge = await put(db, row(S.FINISHED, **done), now=LATER)
    assert counts(merge) == (0, 1, 0)
    assert (await trail(db))[before:] == [(S.FINISHED, "17/11 07:30")]
    dossier = await the_one(db)
    assert (dossier.state, dossier.finished_at) == (S.FINISHED, done["finished_at"])
    assert (dossier.source, dossier.source_at) == ("hs.xlsx", LATER)
    entry = (await db.exec(select(AuditEntry))).one()
    assert (entry.act, entry.detail) == ("import.changed", "finished_at, finished_on, state")


async def test_after_a_wait_the_sources_own_due_day_counts_and_else_the_wait_is_added(
    db: AsyncSession,
) -> None:
    second = CODE[:-1] + "2"
    waits: dict[str, Any] = {CHANGED_AT: make.at("2026-11-10 09:00")}
    await put(db, row(S.SUPPLEMENT, **waits), row(S.SUPPLEMENT, code=second, **waits))
    on: dict[str, Any] = {CHANGED_AT: make.at("2026-11-12 09:00")}
    new_day: dict[str, Any] = {
        "due_at": make.at("2026-11-27 17:00"),
        "due_on": make.day("2026-11-27"),
    }
    silent = {name: v for name, v in row(code=second, **on).items() if not name.startswith("due")}
    await put(db, row(**on, **new_day), silent, now=LATER)
    told, counted = (await db.exec(select(Dossier).order_by(Dossier.code))).all()
    assert (told.due_on, told.due_version) == (make.day("2026-11-27"), 2)
    assert (counted.due_on, counted.due_version) == (make.day("2026-11-25"), 2)


async def test_steps_between_two_exports_may_be_missing_but_not_their_order(
    db: AsyncSession,
) -> None:
    await put(db, row(S.RECEIVED))
    assert (await put(db, row(S.RETURNED))).doubts == {}
    merge = await imported_dossiers.dossiers_merge(db, OFFICE, [row(S.PROCESSING)])
    assert merge.doubts == {CODE: (S.RETURNED, S.PROCESSING)}
    await put(db, row(S.PROCESSING), now=LATER)  # whoever writes has accepted it
    again = await the_one(db)
    assert (again.state, again.finished_at, again.returned_at) == (S.PROCESSING, None, None)


async def test_what_was_finished_here_stays_until_the_source_says_something_new(
    db: AsyncSession,
) -> None:
    hoa = await make.person(db)
    viewer, holder = make.viewer(hoa), hoa.id
    await put(db, row(holder_id=holder))
    number = (await the_one(db)).id or 0
    assert await dossier_acts.finish(db, viewer, [number], COUNTING, now=MONDAY)
    merge = await put(db, row(holder_id=holder), now=LATER)
    assert (merge.kept, merge.doubts) == ([CODE], {})
    assert (await the_one(db)).state is S.FINISHED
    assert (await put(db, row(S.RETURNED), now=LATER)).kept == []
    assert (await the_one(db)).state is S.RETURNED


async def test_a_clerk_changes_the_dossiers_of_their_own_desk_alone(db: AsyncSession) -> None:
    ours, theirs = (await make.unit(db, "MC1")).id, (await make.unit(db, "MC2")).id
    clerk = make.viewer(await make.person(db, "Mạc Thị Yến", Role.CLERK, unit_id=ours))
    assert not await imported_dossiers.is_desk(db, clerk)
    await put(db, row(receiving_unit_id=theirs), row(code=CODE[:-1] + "2", receiving_unit_id=ours))
    assert await imported_dossiers.is_desk(db, clerk)
    mine = row(S.FINISHED, code=CODE[:-1] + "2")
    merge = await put(db, row(S.FINISHED), mine, by=clerk)
    assert (merge.elsewhere, counts(merge)) == ([CODE], (0, 1, 0))
    states = (await db.exec(select(Dossier.state).order_by(Dossier.code))).all()
    assert list(states) == [S.PROCESSING, S.FINISHED]


async def test_passed_on_to_another_unit_it_is_nobodys_until_somebody_is_named(
    db: AsyncSession,
) -> None:
    ours, other = (await make.unit(db, "KGVX")).id, (await make.unit(db, "NC")).id
    holder = (await make.person(db, unit_id=ours)).id
    await put(db, row(unit_id=ours, holder_id=holder))
    await put(db, row(unit_id=other))
    dossier = await the_one(db)
    assert (dossier.unit_id, dossier.holder_id) == (other, None)
