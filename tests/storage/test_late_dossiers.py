"""Late, due soon and waiting dossiers, on both databases: whose, how many, where time went."""

import datetime as dt
from typing import Any

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossier_trails, late_dossiers
from storage.due_documents import DueDates, Whose
from storage.late_dossiers import Concern, LatePage
from storage.models import DossierEvent, DossierPause, DossierState, PauseReason, Person, Unit
from storage.viewer import Role, Viewer
from tests import office as make
from tests.hands import MONDAY

TODAY = MONDAY.date()
YESTERDAY = TODAY - dt.timedelta(days=1)
S = DossierState
ALL = Whose()


async def listed(
    db: AsyncSession, viewer: Viewer, side: Concern = Concern.LATE, whose: Whose = ALL, **more: Any
) -> LatePage:
    soon = DueDates(first=TODAY, last=TODAY + dt.timedelta(days=7))
    dates = soon if side is Concern.SOON else DueDates(last=YESTERDAY)
    values = {"today": TODAY, "limit": 6, "dates": dates, **more}
    return await late_dossiers.listed(db, viewer, whose, side, values.pop("dates"), **values)


def codes(page: LatePage) -> str:
    return " ".join(line.code for line in page.lines)


@pytest.fixture
async def rooms(db: AsyncSession) -> dict[str, Any]:
    """A room of the house and its people, a sở, and a dossier of every sort."""
    room = await make.unit(db, "KGVX")
    other = await make.unit(db, "NC")
    outside = await make.unit(db, "SYT", name="Sở Y tế", outside=True)
    hoa = await make.person(db, unit_id=room.id)
    head = await make.person(db, "Lý Thị Mận", Role.HEAD, unit_id=room.id)
    mine = {"unit_id": room.id, "holder_id": hoa.id}
    late = {"due_on": make.day("2026-11-12"), "due_at": make.at("2026-11-12 17:00")}
    await make.dossier(db, "late", **mine, **late)
    earlier = {"due_on": make.day("2026-11-12"), "due_at": make.at("2026-11-12 09:00")}
    await make.dossier(db, "later", unit_id=room.id, **earlier)
    await make.dossier(db, "there", unit_id=outside.id, **late)
    await make.dossier(db, "room2", unit_id=other.id, **late)
    await make.dossier(db, "soon", **mine, due_on=make.day("2026-11-18"))
    await make.dossier(db, "waits", **mine, **late, state=S.SUPPLEMENT)
    await make.dossier(db, "fee", unit_id=room.id, **late, state=S.PAYMENT)
    await make.dossier(db, "new", unit_id=room.id, due_on=None, due_at=None, state=S.SUBMITTED)
    await make.dossier(db, "done", **mine, **late, state=S.FINISHED)
    return {"room": room, "hoa": hoa, "head": head}


async def test_the_longest_late_first_to_the_hour_and_all_of_them_counted(
    db: AsyncSession, rooms: dict[str, Any]
) -> None:
    page = await listed(db, Viewer.office())
    assert codes(page) == "later late there room2"
    assert (page.total, page.counts.late_ours, page.counts.late_elsewhere) == (4, 3, 1)
    counts = page.counts
    assert (counts.ours, counts.elsewhere) == (4, 1)
    assert (counts.supplement, counts.payment, counts.submitted) == (1, 1, 1)
    units = await late_dossiers.late_by_unit(db, Viewer.office(), DueDates(last=YESTERDAY))
    assert [(one.unit, one.number) for one in units] == [
        ("Phòng KGVX", 2), ("Phòng NC", 1), ("Sở Y tế", 1),
    ]  # fmt: skip
    second = await listed(db, Viewer.office(), limit=2, offset=2)
    assert (codes(second), second.total) == ("there room2", 4)


async def test_what_is_due_soon_and_what_waits(db: AsyncSession, rooms: dict[str, Any]) -> None:
    assert codes(await listed(db, Viewer.office(), Concern.SOON)) == "soon"
    waiting = await listed(db, Viewer.office(), Concern.WAITING)
    assert codes(waiting) == "there waits fee"
    assert waiting.counts.waiting == 3


async def test_rights_are_asked_in_the_statement(db: AsyncSession, rooms: dict[str, Any]) -> None:
    hoa: Person = rooms["hoa"]
    room: Unit = rooms["room"]
    viewer = make.viewer(hoa)
    own = await listed(db, viewer, whose=Whose(person_id=hoa.id))
    assert (codes(own), own.whose_name) == ("late", "Trần Thị Hoa")
    assert codes(await listed(db, viewer)) == "later late"
    assert own.counts.supplement == 1
    head = make.viewer(rooms["head"])
    of_room = await listed(db, head, whose=Whose(unit_id=room.id))
    assert (codes(of_room), of_room.whose_name) == ("later late", "Phòng KGVX")
    admin = make.viewer(await make.person(db, "Chu Văn Khoa", Role.ADMIN))
    nothing = await listed(db, admin)
    assert (nothing.lines, nothing.total, nothing.counts.ours, nothing.as_of) == ((), 0, 0, None)


async def test_of_some_procedures_alone(db: AsyncSession, rooms: dict[str, Any]) -> None:
    assert (await listed(db, Viewer.office(), procedures=[7])).total == 0
    some = await late_dossiers.late_by_unit(
        db, Viewer.office(), DueDates(last=YESTERDAY), procedures=[7]
    )
    assert list(some) == []


async def test_a_trail_has_where_it_lay_and_when_it_waited(db: AsyncSession) -> None:
    room = await make.unit(db, "KGVX")
    outside = await make.unit(db, "SYT", name="Sở Y tế", outside=True)
    dossier = await make.dossier(db, unit_id=room.id)
    number = dossier.id or 0
    times = [make.at(f"2026-11-{day} 09:00") for day in ("09", "10", "11", "12", "13")]
    for state, unit, at in zip(
        (S.SUBMITTED, S.RECEIVED, S.PROCESSING), (room, room, outside), times, strict=False
    ):
        db.add(DossierEvent(dossier_id=number, at=at, state=state, unit_id=unit.id))
    db.add(
        DossierPause(
            dossier_id=number, reason=PauseReason.SUPPLEMENT, began_at=times[3], ended_at=times[4]
        )
    )
    await db.flush()
    trail = (await dossier_trails.trails(db, Viewer.office(), [number]))[number]
    assert trail.stays == (("KGVX", times[1]), ("Sở Y tế", times[2]))
    assert trail.waits == ((times[3], times[4]),)
    stranger = make.viewer(await make.person(db, "Phạm Văn Bình"))
    nothing = (await dossier_trails.trails(db, stranger, [number]))[number]
    assert (nothing.stays, nothing.waits) == ((), ())
