"""What the office says of itself, and who did what in it."""

from datetime import UTC, datetime

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, office
from storage.models import Account, AuditEntry, OfficeFact, Person, StoreKind, StoreMark
from storage.viewer import Role, Viewer

NOW = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)


async def test_a_store_nobody_has_marked_is_neither_a_demonstration_nor_real(
    db: AsyncSession,
) -> None:
    assert await office.mark(db) is None


async def test_a_change_of_people_raises_the_version_that_programs_watch(
    db: AsyncSession,
) -> None:
    db.add(StoreMark(kind=StoreKind.DEMO, office="Văn phòng UBND tỉnh", since=NOW))
    await db.flush()

    await office.raise_version(db)

    mark = await office.mark(db)
    assert mark
    assert (mark.kind, mark.office, mark.version) == (StoreKind.DEMO, "Văn phòng UBND tỉnh", 2)


async def test_facts_are_found_by_their_key(db: AsyncSession) -> None:
    hours = OfficeFact(key="hours", value="07:30–17:00", source="Quy chế làm việc")
    address = OfficeFact(key="address", value="Số 1 đường Hùng Vương")
    db.add_all([hours, address])
    await db.flush()

    assert await office.facts(db) == {"address": address, "hours": hours}


async def test_an_act_is_kept_with_who_did_it_where_and_when(db: AsyncSession) -> None:
    db.add(Person(id=3, name="Trần Thị Hòa", role=Role.HEAD))
    db.add(Account(id=5, channel="web", external_id="1", chat_id=1, since=NOW))
    await db.flush()
    viewer = Viewer(role=Role.HEAD, person_id=3, account_id=5, channel="web")

    await audit.note(db, viewer, "document.done", "document", 12, NOW, detail="state")

    assert (await db.exec(select(AuditEntry))).one() == AuditEntry(
        id=1,
        at=NOW,
        person_id=3,
        account_id=5,
        channel="web",
        act="document.done",
        item_kind="document",
        item_id=12,
        detail="state",
    )
