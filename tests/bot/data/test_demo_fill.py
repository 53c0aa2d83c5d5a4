"""A store becomes the demo, stays one, and moves on from day to day."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.data import days_off, demo
from bot.data.demo import fill, people
from bot.data.personas import PERSONAS
from storage.engine import Store
from storage.errors import StoreError
from storage.models import (
    Account,
    ChatLine,
    DayKind,
    DayOverride,
    DocumentAct,
    DocumentChange,
    Dossier,
    DossierGrant,
    IncomingDocument,
    Meeting,
    Memory,
    Message,
    MessageKind,
    OfficeFact,
    OutgoingDocument,
    Person,
    Petition,
    Procedure,
    ShownList,
    StoreKind,
    StoreMark,
    Unit,
)
from storage.seals import Seal
from storage.viewer import Role
from tests.bot.data.demo_days import HOLIDAY, SATURDAY, WEDNESDAY


async def count(db: AsyncSession, table: type[SQLModel]) -> int:
    number = await (await db.connection()).execute(sa.select(sa.func.count()).select_from(table))
    return int(number.scalar_one())


async def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, by its key."""
    async with store.reading() as db:
        connection = await db.connection()
        return {
            table.name: [
                tuple(row)
                for row in await connection.execute(sa.select(table).order_by(*table.primary_key))
            ]
            for table in SQLModel.metadata.sorted_tables
        }


async def test_the_office_has_sixty_people_in_ten_units(filled: Store) -> None:
    async with filled.reading() as db:
        office_units = (
            await db.exec(select(Unit).where(col(Unit.parent_id) == people.OFFICE_UNIT))
        ).all()
        staff = (await db.exec(select(Person).where(col(Person.role) != Role.CITIZEN))).all()
        assert len(office_units) == 10
        assert len(staff) == 60
        heads = [one.unit_id for one in staff if one.role is Role.HEAD]
        assert set(heads) == {unit.id for unit in office_units}
        assert len(heads) == 10
        given_names = [one.name.split()[-1] for one in staff]
        assert given_names.count("Hoa") >= 2
        assert given_names.count("Dũng") >= 2
        assert len({one.name for one in staff}) == 60


async def test_the_parts_one_can_play_are_who_they_say(filled: Store) -> None:
    async with filled.reading() as db:
        parts = {key: await db.get(Person, one.person_id) for key, one in PERSONAS.items()}
    assert {key: (one.role, one.title) for key, one in parts.items() if one} == {
        "citizen": (Role.CITIZEN, ""),
        "chuyen-vien": (Role.OFFICER, "Chuyên viên"),
        "van-thu": (Role.CLERK, "Văn thư"),
        "truong-phong": (Role.HEAD, "Trưởng phòng Khoa giáo – Văn xã"),
        "chanh-van-phong": (Role.LEADER, "Chánh Văn phòng"),
    }


async def test_the_store_is_marked_and_holds_what_was_promised(filled: Store) -> None:
    async with filled.reading() as db:
        mark = await db.get(StoreMark, 1)
        assert mark
        assert (mark.kind, mark.content, mark.filled_on) == (
            StoreKind.DEMO,
            "demo",
            SATURDAY.date(),
        )
        assert "trình diễn" in mark.office
        assert await count(db, IncomingDocument) == 720
        assert await count(db, Dossier) == 400
        assert await count(db, Petition) == 60
        assert await count(db, Procedure) == 1_285
        facts = {fact.key: fact.value for fact in (await db.exec(select(OfficeFact))).all()}
        assert {key for key in facts if not key.endswith(".en")} == {
            "address",
            "hours",
            "phone",
            "hotline",
            "email",
            "website",
            "reception",
            "function",
            "duty_units",
        }
        swapped = await db.get(DayOverride, dt.date(2026, 11, 23))
        assert swapped
        assert not swapped.official


async def test_both_databases_are_filled_moved_and_go_on_counting(store: Store) -> None:
    for now in (SATURDAY, WEDNESDAY):
        async with store.sessions() as db, db.begin():
            assert await demo.fill_or_refresh(db, now=now)
    async with store.sessions() as db, db.begin():
        highest = await count(db, Dossier)
        newcomer = Person(name="Người mới", role=Role.OFFICER)
        dossier = (await db.exec(select(Dossier).where(col(Dossier.id) == highest))).one()
        copy = Dossier(**dossier.model_dump(exclude={"id"}) | {"code": "moi"})
        db.add_all([newcomer, Unit(code="MOI", name="Phòng mới"), copy])
        await db.flush()
        assert newcomer.id
        assert newcomer.id > people.CITIZEN
        assert copy.id == highest + 1 == 401


async def test_on_the_same_day_nothing_is_touched(filled: Store) -> None:
    before = await contents(filled)
    async with filled.sessions() as db, db.begin():
        assert not await demo.fill_or_refresh(db, now=SATURDAY + dt.timedelta(hours=3))
    assert await contents(filled) == before


async def test_on_another_day_the_records_move_and_the_people_stay(
    filled: Store,
) -> None:
    async with filled.sessions() as db, db.begin():
        account = Account(
            channel="web", external_id="x", chat_id=7, person_id=people.OFFICER, since=SATURDAY
        )
        message = Message(
            person_id=people.OFFICER,
            slot="2026-11-21",
            kind=MessageKind.BRIEF,
            send_at=SATURDAY,
            planned_for=SATURDAY,
        )
        db.add_all([account, message])
        await db.flush()
        line = ChatLine(
            channel="web", chat_id=7, message_id=1, ours=True, at=SATURDAY, outbox_id=message.id
        )
        memory = Memory(bot_id=1, chat_id=7, user_id=7, state="x", changed_at=SATURDAY)
        opened = DossierGrant(account_id=account.id or 0, dossier_id=1, since=SATURDAY)
        change = DocumentChange(
            document_id=1,
            act=DocumentAct.DONE,
            by_id=people.OFFICER,
            at=SATURDAY,
            before={},
            after={},
        )
        shown = ShownList(account_id=account.id or 0, at=SATURDAY, pushed=True, items=[])
        db.add_all([line, memory, opened, change, shown])
    before = await contents(filled)
    async with filled.sessions() as db, db.begin():
        assert await demo.fill_or_refresh(db, now=HOLIDAY)
    after = await contents(filled)
    for kept in ("person", "unit", "duty", "account", "memory"):
        assert after[kept] == before[kept]
    assert after["message"] == after["dossiergrant"] == []
    assert after["documentchange"] == after["shownlist"] == []
    assert len(after["chatline"]) == 1
    assert after["meeting"] != before["meeting"]
    async with filled.reading() as db:
        mark = await db.get(StoreMark, 1)
        assert mark
        assert mark.filled_on == HOLIDAY.date()
        late = select(IncomingDocument).where(
            col(IncomingDocument.due_on) < HOLIDAY.date(), col(IncomingDocument.done_on).is_(None)
        )
        assert len((await db.exec(late)).all()) == 30


async def test_a_moved_demo_is_the_same_as_a_new_one(sqlite_store: Store, filled: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await fill.fill(db, now=WEDNESDAY, seal=Seal())
    async with filled.sessions() as db, db.begin():
        await demo.fill_or_refresh(db, now=WEDNESDAY)
    new, moved = await contents(sqlite_store), await contents(filled)
    for table in (Person, Meeting, IncomingDocument, OutgoingDocument, Dossier, Petition):
        name = str(table.__tablename__)
        assert moved[name] == new[name]


async def test_a_real_store_refuses(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.REAL, office="Văn phòng thật", since=SATURDAY))
    async with sqlite_store.sessions() as db, db.begin():
        with pytest.raises(StoreError, match="the real one of “Văn phòng thật”"):
            await demo.fill_or_refresh(db, now=SATURDAY)
        assert await count(db, Person) == 0


async def test_records_without_a_mark_are_taken_for_real_ones(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(Person(name="Có thật", role=Role.OFFICER))
    async with sqlite_store.sessions() as db, db.begin():
        with pytest.raises(StoreError, match="not marked as a demonstration"):
            await demo.fill_or_refresh(db, now=SATURDAY)


async def test_another_demonstration_refuses(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        mark = StoreMark(
            kind=StoreKind.DEMO, office="Khác", content="lang-son-2020", since=SATURDAY
        )
        db.add(mark)
    async with sqlite_store.sessions() as db, db.begin():
        with pytest.raises(StoreError, match="already holds “lang-son-2020”"):
            await demo.fill_or_refresh(db, now=SATURDAY)


async def test_a_filled_demo_is_not_filled_twice(filled: Store) -> None:
    async with filled.sessions() as db, db.begin():
        with pytest.raises(StoreError, match="filled already"):
            await fill.fill(db, now=SATURDAY, seal=Seal())


async def test_the_offices_own_word_on_a_day_stays(sqlite_store: Store) -> None:
    decided = DayOverride(day=dt.date(2026, 11, 23), kind=DayKind.OFF, name="Nghỉ hoán đổi")
    async with sqlite_store.sessions() as db, db.begin():
        db.add(decided)
    async with sqlite_store.sessions() as db, db.begin():
        assert await days_off.load_days_off(db) == len(days_off.announced()) - 1
        assert await days_off.load_days_off(db) == 0
        kept = await db.get(DayOverride, dt.date(2026, 11, 23))
        assert kept
        assert kept.name == "Nghỉ hoán đổi"
