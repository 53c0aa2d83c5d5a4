"""What every part of the program relies on, on both databases."""

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import URL
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import Store, opened
from storage.models import (
    Account,
    ChatFile,
    DayKind,
    DayOverride,
    Memory,
    Person,
    StoreKind,
    StoreMark,
    Unit,
)
from storage.viewer import Role

NOW = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)
HANOI = timezone(timedelta(hours=7))


async def test_enums_are_kept_by_value(db: AsyncSession) -> None:
    db.add(Person(name="Trần Thị Hòa", role=Role.HEAD))
    await db.flush()

    kept = await (await db.connection()).execute(sa.text("SELECT role FROM person"))

    assert kept.scalar_one() == "head"
    assert (await db.exec(select(Person.role))).one() is Role.HEAD


async def test_a_value_that_is_none_of_the_enum_is_refused_by_name(store: Store) -> None:
    async with store.engine.connect() as connection:
        with pytest.raises(sa.exc.IntegrityError, match="ck_dayoverride_day_kind"):
            await connection.execute(
                sa.text(
                    "INSERT INTO dayoverride (day, kind, name, basis, official, source)"
                    " VALUES ('2026-08-31', 'half', '', '', true, '')"
                )
            )


async def test_instants_come_back_the_same_and_in_utc(db: AsyncSession) -> None:
    in_the_office = datetime(2026, 11, 21, 9, 30, 15, 123456, tzinfo=HANOI)
    db.add(Account(channel="web", external_id="1", chat_id=1, since=in_the_office))
    await db.flush()
    db.expire_all()

    kept = (await db.exec(select(Account.since))).one()

    assert kept == in_the_office
    assert kept.tzinfo is UTC


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    without_zone = NOW.replace(tzinfo=None)
    async with store.sessions() as db:
        db.add(Account(channel="web", external_id="1", chat_id=1, since=without_zone))
        with pytest.raises(sa.exc.StatementError, match="timezone"):
            await db.flush()


async def test_instants_are_compared_as_instants(db: AsyncSession) -> None:
    db.add(Account(channel="web", external_id="1", chat_id=1, since=NOW))
    await db.flush()
    an_hour_before = NOW.astimezone(HANOI) - timedelta(hours=1)

    later = select(Account).where(Account.since > an_hour_before)

    assert len((await db.exec(later)).all()) == 1


async def test_a_reference_to_nothing_is_refused(store: Store) -> None:
    async with store.sessions() as db:
        db.add(Person(name="Ai đó", role=Role.OFFICER, unit_id=99))
        with pytest.raises(sa.exc.IntegrityError):
            await db.flush()


async def test_texts_numbers_bytes_and_lists_come_back_the_same(db: AsyncSession) -> None:
    told = {"mã": "H37.15", "bước": [1, None, {"có": True}]}
    db.add(Memory(bot_id=42, chat_id=-(2**52), user_id=2**52, data=told, changed_at=NOW))
    db.add(
        ChatFile(id="f", chat_id=1, name="ảnh 😀.png", mime="image/png", content=b"\0\xff", at=NOW)
    )
    db.add(DayOverride(day=date(2026, 8, 31), kind=DayKind.OFF, name="Nghỉ bù"))
    await db.flush()
    db.expire_all()

    memory = (await db.exec(select(Memory))).one()
    file = (await db.exec(select(ChatFile))).one()
    day = (await db.exec(select(DayOverride))).one()

    assert (memory.chat_id, memory.user_id, memory.data) == (-(2**52), 2**52, told)
    assert (file.name, file.content) == ("ảnh 😀.png", b"\0\xff")
    assert day == DayOverride(day=date(2026, 8, 31), kind=DayKind.OFF, name="Nghỉ bù")


async def test_a_hundred_that_read_and_then_write_at_once_all_count(store: Store) -> None:
    await with_mark(store)

    async def raise_after_reading() -> None:
        async with store.sessions() as db, db.begin():
            mark = (await db.exec(select(StoreMark).with_for_update())).one()
            await asyncio.sleep(0)
            mark.version += 1

    await asyncio.gather(*(raise_after_reading() for _ in range(100)))

    async with store.sessions() as db:
        assert (await db.exec(select(StoreMark.version))).one() == 101


async def test_on_sqlite_two_programs_that_read_and_then_write_lose_nothing(
    sqlite_store: Store,
) -> None:
    """With transactions that take the lock only when they write, updates vanish here."""
    await with_mark(sqlite_store)

    async def raise_after_reading(store: Store) -> None:
        async with store.sessions() as db, db.begin():
            mark = (await db.exec(select(StoreMark))).one()
            await asyncio.sleep(0)
            mark.version += 1

    async with opened(sqlite_store.url) as other:
        await asyncio.gather(
            *(raise_after_reading(store) for _ in range(25) for store in (sqlite_store, other))
        )
        async with other.sessions() as db:
            assert (await db.exec(select(StoreMark.version))).one() == 51


async def test_of_a_hundred_that_claim_at_once_one_gets_it(store: Store) -> None:
    async with store.sessions() as db, db.begin():
        db.add(Account(channel="web", external_id="1", chat_id=1, since=NOW))

    async def claim() -> int:
        async with store.sessions() as db, db.begin():
            ungreeted = sa.update(Account).where(~col(Account.greeted)).values(greeted=True)
            return (await db.exec(ungreeted)).rowcount

    assert sorted(await asyncio.gather(*(claim() for _ in range(100)))) == [0] * 99 + [1]


async def test_what_a_savepoint_takes_back_leaves_the_rest(store: Store) -> None:
    async with store.sessions() as db, db.begin():
        db.add(Unit(code="A", name="giữ lại"))
        await db.flush()
        savepoint = await db.begin_nested()
        db.add(Unit(code="A", name="trùng mã"))
        with pytest.raises(sa.exc.IntegrityError):
            await db.flush()
        await savepoint.rollback()
        db.add(Unit(code="B", name="cũng giữ lại"))

    async with store.sessions() as db:
        assert (await db.exec(select(Unit.code).order_by(Unit.code))).all() == ["A", "B"]


async def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    async def fail_halfway() -> None:
        async with store.sessions() as db, db.begin():
            db.add(Unit(code="A", name="sẽ mất"))
            await db.flush()
            raise RuntimeError("giữa chừng")

    with pytest.raises(RuntimeError, match="giữa chừng"):
        await fail_halfway()

    async with store.sessions() as db:
        assert (await db.exec(select(Unit))).all() == []


async def test_the_reader_sees_what_was_committed_and_cannot_write(store: Store) -> None:
    await with_mark(store)

    async with store.reading() as db:
        assert (await db.exec(select(StoreMark.office))).one() == "Văn phòng UBND tỉnh"
        with pytest.raises(sa.exc.DBAPIError, match=r"readonly|read-only"):
            await db.exec(sa.update(StoreMark).values(version=0))


async def test_the_reader_does_not_wait_for_the_writer(store: Store) -> None:
    await with_mark(store)

    async with store.sessions() as writing, writing.begin():
        await writing.exec(sa.update(StoreMark).values(version=7))
        async with store.reading() as db:
            assert (await db.exec(select(StoreMark.version))).one() == 1


async def test_records_outlive_their_transaction(store: Store) -> None:
    async with store.sessions() as db, db.begin():
        unit = Unit(code="A", name="Phòng Tổng hợp")
        db.add(unit)

    assert unit.name == "Phòng Tổng hợp"


async def test_the_database_is_the_one_that_was_named(store: Store, address: URL) -> None:
    assert store.url == address
    assert store.is_sqlite == (store.file is not None)


async def with_mark(store: Store) -> None:
    """Say what the store is, so that there is a row to count on."""
    async with store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.REAL, office="Văn phòng UBND tỉnh", since=NOW))
