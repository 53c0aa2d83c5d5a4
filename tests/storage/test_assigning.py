"""Who may give which document to whom, for every role, on both databases."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
import pytest_asyncio
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import assigning, document_changes
from storage.assigning import Given
from storage.models import DocumentState, IncomingDocument, Person, Unit
from storage.viewer import Role, Viewer
from tests.storage.test_documents import incoming

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
FRIDAY = date(2026, 11, 27)
FRIDAY_EVENING = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)


@dataclass
class Office:
    house: int
    arts: int
    trade: int
    outside: int
    hoa: int  # of arts
    binh: int  # of trade
    gone: int  # was of arts
    citizen: int
    ours: int  # a document of arts
    theirs: int  # of trade
    nobodys: int
    done: int  # of arts

    def viewer(self, role: Role, unit_id: int | None = None, actor_id: int | None = None) -> Viewer:
        return Viewer(role=role, person_id=self.hoa, unit_id=unit_id, actor_id=actor_id)

    @property
    def documents(self) -> dict[str, int]:
        return {"ours": self.ours, "theirs": self.theirs, "nobodys": self.nobodys}


@pytest_asyncio.fixture
async def office(db: AsyncSession) -> Office:
    async def kept(*rows: Unit | Person | IncomingDocument) -> list[int]:
        db.add_all(rows)
        await db.flush()
        return [row.id or 0 for row in rows]

    house, arts, trade, outside = await kept(
        Unit(code="VP", name="Lãnh đạo Văn phòng"),
        Unit(code="KGVX", name="Phòng Khoa giáo – Văn xã"),
        Unit(code="KT", name="Phòng Kinh tế"),
        Unit(code="SYT", name="Sở Y tế", outside=True),
    )
    people = await kept(
        Person(name="Trần Thị Hoa", role=Role.OFFICER, unit_id=arts),
        Person(name="Phạm Văn Bình", role=Role.OFFICER, unit_id=trade),
        Person(name="Đỗ Văn Cũ", role=Role.OFFICER, unit_id=arts, active=False),
        Person(name="Lương Thị Mai", role=Role.CITIZEN, unit_id=arts),
    )
    documents = await kept(
        incoming(1, unit_id=arts),
        incoming(2, unit_id=trade, holder_id=people[1]),
        incoming(3),
        incoming(4, unit_id=arts, state=DocumentState.DONE),
    )
    return Office(house, arts, trade, outside, *people, *documents)


async def assignable(db: AsyncSession, office: Office, viewer: Viewer) -> set[str]:
    assert not await assigning.is_assignable(db, viewer, office.done)
    return {
        name
        for name, document in office.documents.items()
        if await assigning.is_assignable(db, viewer, document)
    }


async def test_each_role_gives_what_is_theirs_to_give(db: AsyncSession, office: Office) -> None:
    everything = {"ours", "theirs", "nobodys"}
    nothing: set[str] = set()
    cases = {
        office.viewer(Role.CLERK, office.house): everything,
        office.viewer(Role.CLERK, office.house, actor_id=9): nothing,
        office.viewer(Role.LEADER, office.house): everything,
        office.viewer(Role.LEADER): nothing,
        office.viewer(Role.LEADER, office.outside): nothing,
        office.viewer(Role.HEAD, office.arts): {"ours"},
        office.viewer(Role.HEAD): nothing,
        office.viewer(Role.OFFICER, office.arts): nothing,
        office.viewer(Role.ADMIN, office.house): nothing,
        office.viewer(Role.CITIZEN, office.arts): nothing,
        Viewer.office(): nothing,
        Viewer.stranger(): nothing,
        Viewer(role=Role.CLERK): nothing,
    }
    for viewer, expected in cases.items():
        assert await assignable(db, office, viewer) == expected, viewer
        assert await assigning.assigns(db, viewer) is bool(expected), viewer


async def test_to_whom_each_role_gives(db: AsyncSession, office: Office) -> None:
    async def reached(viewer: Viewer) -> tuple[list[bool], list[bool]]:
        units = [
            await assigning.target(db, viewer, unit_id=one) is not None
            for one in (office.arts, office.trade, office.outside, 987_654)
        ]
        people = [
            await assigning.target(db, viewer, person_id=one) is not None
            for one in (office.hoa, office.binh, office.gone, office.citizen)
        ]
        return units, people

    anybody = ([True, True, False, False], [True, True, False, False])
    assert await reached(office.viewer(Role.LEADER, office.house)) == anybody
    assert await reached(office.viewer(Role.CLERK, office.house)) == anybody
    assert await reached(office.viewer(Role.HEAD, office.arts)) == (
        [False] * 4,
        [True, False, False, False],
    )


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMIN, Role.CITIZEN, Role.OFFICE])
async def test_others_give_nothing(db: AsyncSession, office: Office, role: Role) -> None:
    viewer = office.viewer(role, office.arts)
    given = Given(person_id=office.hoa)
    for document in office.documents.values():
        made = await assigning.assign(db, viewer, document, given, due_version=1, now=NOW)
        assert made is None


async def test_what_is_given_can_be_undone(db: AsyncSession, office: Office) -> None:
    chief = office.viewer(Role.LEADER, office.house)
    given = Given(
        person_id=office.hoa,
        due_at=FRIDAY_EVENING,
        due_on=FRIDAY,
        set_by_id=office.hoa,
        instruction="báo cáo thứ Sáu",
    )
    made = await assigning.assign(db, chief, office.theirs, given, due_version=1, now=NOW)
    assert made
    assert list(await assigning.who_had(db, made)) == [office.binh]
    db.expire_all()
    row = (
        await db.exec(select(IncomingDocument).where(IncomingDocument.id == office.theirs))
    ).one()
    assert (row.unit_id, row.holder_id, row.held_since) == (office.arts, office.hoa, NOW)
    assert (row.due_on, row.due_version, row.due_set_by_id) == (FRIDAY, 2, office.hoa)
    assert await assigning.assign(db, chief, office.theirs, given, due_version=1, now=NOW) is None
    assert await document_changes.undo(db, chief, made.id, now=NOW)
    db.expire_all()
    row = (
        await db.exec(select(IncomingDocument).where(IncomingDocument.id == office.theirs))
    ).one()
    assert (row.unit_id, row.holder_id, row.due_on) == (office.trade, office.binh, None)


async def test_a_head_never_sets_a_later_due_time(db: AsyncSession, office: Office) -> None:
    row = (await db.exec(select(IncomingDocument).where(IncomingDocument.id == office.ours))).one()
    row.due_on = FRIDAY
    db.add(row)
    await db.flush()
    head = office.viewer(Role.HEAD, office.arts)
    later = Given(
        person_id=office.hoa,
        due_on=date(2026, 11, 30),
        due_at=datetime(2026, 11, 30, 10, tzinfo=UTC),
    )
    assert await assigning.assign(db, head, office.ours, later, due_version=1, now=NOW) is None
    sooner = Given(
        person_id=office.hoa,
        due_on=date(2026, 11, 26),
        due_at=datetime(2026, 11, 26, 10, tzinfo=UTC),
    )
    assert await assigning.assign(db, head, office.ours, sooner, due_version=1, now=NOW)


async def test_the_heads_had_what_nobody_held(db: AsyncSession, office: Office) -> None:
    head = Person(name="Lý Thị Mận", role=Role.HEAD, unit_id=office.arts)
    db.add(head)
    await db.flush()
    chief = office.viewer(Role.LEADER, office.house)
    made = await assigning.assign(
        db, chief, office.ours, Given(unit_id=office.trade), due_version=1, now=NOW
    )
    assert made
    assert list(await assigning.who_had(db, made)) == [head.id]
    assert await assigning.is_leader(db, head.id or 0) is False
