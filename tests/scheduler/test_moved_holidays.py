"""A day off that is announced late moves the open documents that lean on it, once."""

import datetime as dt
from typing import Any

import pytest_asyncio
from sqlmodel import col, select

from scheduler import moved_holidays
from scheduler.clock import VIETNAM
from storage import days
from storage.engine import Store
from storage.models import (
    AuditEntry,
    DayKind,
    DayOverride,
    DocumentState,
    DueMove,
    DuePause,
    IncomingDocument,
    ItemKind,
    MessageKind,
    Notice,
    StoreKind,
    StoreMark,
    TimeUnit,
)
from tests.scheduler import records
from tests.scheduler.records import HEAD, HUNG, LAN, LONG_AGO, at

NOW = at("2026-11-21 09:00")
SWAP = dt.date(2026, 11, 23)
BEFORE, AFTER = at("2026-11-26 17:00"), at("2026-11-27 17:00")


def ruled(number: int, due_at: dt.datetime = BEFORE, **more: Any) -> IncomingDocument:
    """Three working days from Friday 20/11: until now by Thursday 26/11."""
    document = records.document(number, str(due_at.date()))
    values = {
        "due_at": due_at,
        "due_limit": 3,
        "due_unit": TimeUnit.WORKING_DAYS,
        "due_from": at("2026-11-20 10:00"),
        **more,
    }
    for name, value in values.items():
        setattr(document, name, value)
    return document


@pytest_asyncio.fixture
async def office(store: Store) -> Store:
    """23/11 is only proposed, and all due times were counted so."""
    await records.found_office(store)
    await records.add(
        store,
        StoreMark(kind=StoreKind.REAL, office="Văn phòng Ví Dụ", since=LONG_AGO),
        DayOverride(day=SWAP, kind=DayKind.OFF, name="Nghỉ hoán đổi", official=False),
        DayOverride(day=dt.date(2026, 11, 24), kind=DayKind.OFF, name="Ngày Văn hóa Việt Nam"),
    )
    await count(store)
    return store


async def count(store: Store, now: dt.datetime = NOW) -> int:
    async with store.sessions() as db, db.begin():
        return await moved_holidays.count_again(db, now=now, zone=VIETNAM)


async def decide(store: Store, day: dt.date = SWAP, *, official: bool = True) -> None:
    """The notice is out, or is taken back."""
    async with store.sessions() as db, db.begin():
        row = await db.get_one(DayOverride, day)
        row.official = official
        db.add(row)


async def documents(store: Store) -> dict[int | None, tuple[dt.datetime | None, int]]:
    async with store.reading() as db:
        rows = await db.exec(select(IncomingDocument).order_by(col(IncomingDocument.id)))
        return {one.id: (one.due_at, one.due_version) for one in rows}


async def told(store: Store) -> list[tuple[int | None, MessageKind, int]]:
    """Who is told by which message of how many documents."""
    async with store.reading() as db:
        notices = (await db.exec(select(Notice))).all()
        return [
            (one.person_id, one.kind, sum(n.message_id == one.id for n in notices))
            for one in await records.messages(db)
        ]


async def test_a_day_off_announced_late_moves_what_leans_on_it(office: Store) -> None:
    earlier = at("2026-11-20 17:00")
    await records.add(
        office,
        ruled(1),
        ruled(2, earlier, due_limit=1, due_from=at("2026-11-19 10:00")),
        records.document(3, "2026-11-26"),
        ruled(4, state=DocumentState.DONE),
    )
    await decide(office)
    assert await count(office) == 1
    assert await documents(office) == {
        1: (AFTER, 2),
        2: (earlier, 1),
        3: (None, 1),
        4: (BEFORE, 1),
    }
    async with office.reading() as db:
        document = await db.get_one(IncomingDocument, 1)
        assert document.due_on == AFTER.date()
        moved = (await db.exec(select(DueMove))).one()
        assert (moved.item_kind, moved.item_id, moved.due_version) == (ItemKind.DOCUMENT, 1, 2)
        assert (moved.from_at, moved.to_at, moved.days) == (BEFORE, AFTER, ["2026-11-23"])
        noted = (await db.exec(select(AuditEntry))).one()
        assert (noted.act, noted.item_id, noted.person_id) == ("document.due_moved", 1, None)
        assert noted.detail == (
            "2026-11-26T17:00:00+07:00 -> 2026-11-27T17:00:00+07:00; days: 2026-11-23"
        )


async def test_holders_and_the_head_of_what_nobody_holds_are_told_once(office: Store) -> None:
    await records.add(
        office,
        ruled(1),
        ruled(2),
        ruled(3, holder_id=HUNG),
        ruled(4, holder_id=None),
    )
    await decide(office)
    assert await count(office) == 4
    expected = [(LAN, 2), (HUNG, 1), (HEAD, 1)]
    assert await told(office) == [
        (person, MessageKind.MOVED, number) for person, number in sorted(expected)
    ]


async def test_counting_again_moves_and_says_nothing(office: Store) -> None:
    await records.add(office, ruled(1))
    await decide(office)
    assert await count(office) == 1
    before = await documents(office), await told(office)
    assert await count(office) == 0
    assert await count(office, NOW + dt.timedelta(days=2)) == 0
    assert (await documents(office), await told(office)) == before


async def test_a_notice_that_is_taken_back_moves_them_back_and_tells_it(office: Store) -> None:
    await records.add(office, ruled(1))
    await decide(office)
    await count(office)
    await decide(office, official=False)
    assert await count(office, NOW + dt.timedelta(hours=1)) == 1
    assert await documents(office) == {1: (BEFORE, 3)}
    assert await told(office) == [(LAN, MessageKind.MOVED, 1)] * 2
    async with office.reading() as db:
        last = (await db.exec(select(DueMove).where(DueMove.due_version == 3))).one()
        assert last.days == ["2026-11-23"]


async def test_a_saturday_worked_for_it_can_keep_a_due_time_where_it_was(office: Store) -> None:
    await records.add(office, ruled(1))
    await decide(office)
    worked = DayOverride(day=dt.date(2026, 11, 21), kind=DayKind.WORKED, name="Làm bù")
    await records.add(office, worked)
    assert await count(office) == 0
    assert await told(office) == []


async def test_while_its_clock_stands_still_a_document_keeps_its_due_time(office: Store) -> None:
    began_at = at("2026-11-20 14:00")
    open_pause = DuePause(item_kind=ItemKind.DOCUMENT, item_id=1, began_at=began_at)
    await records.add(office, ruled(1), ruled(2), open_pause)
    await decide(office)
    assert await count(office) == 1
    assert await documents(office) == {1: (BEFORE, 1), 2: (AFTER, 2)}


async def test_a_pause_that_is_over_counts(office: Store) -> None:
    whole_wednesday = DuePause(
        item_kind=ItemKind.DOCUMENT,
        item_id=1,
        began_at=at("2026-11-25 07:30"),
        ended_at=at("2026-11-25 17:00"),
    )
    await records.add(office, ruled(1), whole_wednesday)
    assert await count(office) == 1
    assert await documents(office) == {1: (AFTER, 2)}


async def test_a_change_of_days_is_known_until_it_was_counted(office: Store) -> None:
    await decide(office)
    async with office.sessions() as db, db.begin():
        assert await days.uncounted(db) == [SWAP]
    await count(office)
    async with office.sessions() as db, db.begin():
        assert await days.uncounted(db) == []


async def test_running_programs_are_told_to_read_the_days_again(office: Store) -> None:
    async def version() -> int:
        async with office.reading() as db:
            return (await db.get_one(StoreMark, 1)).version

    before = await version()
    await count(office)
    assert await version() == before
    await decide(office)
    await count(office)
    assert await version() == before + 1
