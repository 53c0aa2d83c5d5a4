"""Rows from the office's registers, on both databases: what is new, what differs, what stays."""

import datetime as dt
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import column_names, imported_documents, imported_office, office
from storage.merging import Merge, Source
from storage.models import (
    AuditEntry,
    DayKind,
    DayOverride,
    DocumentAct,
    DocumentChange,
    DocumentKind,
    DocumentState,
    IncomingDocument,
    OfficeFact,
    OutgoingDocument,
    Person,
    SheetKind,
    StoreKind,
    Unit,
)
from storage.viewer import Role, Viewer
from tests import office as make
from tests.hands import MONDAY

LATER = MONDAY + dt.timedelta(days=1)
OFFICE = Viewer.office()


def row(book_number: int = 812, **more: Any) -> dict[str, Any]:
    return {
        "year": 2026,
        "book_number": book_number,
        "arrived_at": make.at("2026-11-13 00:00"),
        "arrived_on": make.day("2026-11-13"),
        "issuer": "Sở Y tế",
        "number_sign": "1234/SYT-NVY",
        "number_key": "1234/syt-nvy",
        "dated": make.day("2026-11-12"),
        "kind": DocumentKind.OFFICIAL_LETTER,
        "subject": "V/v tiêm chủng",
        **more,
    }


def due(day: str) -> dict[str, Any]:
    return {"due_on": make.day(day), "due_at": make.at(f"{day} 17:00")}


async def put(db: AsyncSession, *rows: dict[str, Any], now: dt.datetime = MONDAY) -> Merge:
    merge = await imported_documents.incoming_merge(db, OFFICE, rows)
    source = Source(name="so.xlsx", at=now)
    await imported_documents.write_incoming(db, OFFICE, merge, source)
    db.expire_all()
    return merge


def counts(merge: Merge) -> tuple[int, int, int]:
    return len(merge.new), len(merge.changed), len(merge.same)


async def the_one(db: AsyncSession) -> IncomingDocument:
    return (await db.exec(select(IncomingDocument))).one()


async def test_importing_again_changes_nothing_but_when_the_register_said_so(
    db: AsyncSession,
) -> None:
    rows = (row(812, **due("2026-11-20")), row(813))
    assert counts(await put(db, *rows)) == (2, 0, 0)
    before = [one.model_dump() for one in (await db.exec(select(IncomingDocument))).all()]
    assert counts(await put(db, *rows, now=LATER)) == (0, 0, 2)
    after = [one.model_dump() for one in (await db.exec(select(IncomingDocument))).all()]
    assert [{**one, "source_at": MONDAY} for one in after] == [
        {**one, "source_at": MONDAY} for one in before
    ]
    assert {one["source_at"] for one in after} == {LATER}
    assert {one["source"] for one in after} == {"so.xlsx"}


async def test_a_due_time_that_changes_raises_its_version(db: AsyncSession) -> None:
    await put(db, row(**due("2026-11-20")))
    await put(db, row(**due("2026-11-20")))
    assert (await the_one(db)).due_version == 1
    merge = await put(db, row(**due("2026-11-27")))
    assert counts(merge) == (0, 1, 0)
    document = await the_one(db)
    assert (document.due_version, document.due_on) == (2, make.day("2026-11-27"))


async def test_what_the_file_does_not_say_stays(db: AsyncSession) -> None:
    holder = (await make.person(db)).id
    await put(db, row(holder_id=holder, **due("2026-11-20")))
    await put(db, row(subject="V/v tiêm chủng mở rộng"))
    document = await the_one(db)
    assert (document.holder_id, document.due_on) == (holder, make.day("2026-11-20"))
    assert document.subject == "V/v tiêm chủng mở rộng"


async def test_who_gets_a_document_makes_it_assigned(db: AsyncSession) -> None:
    holder = (await make.person(db)).id
    await put(db, row())
    assert (await the_one(db)).state is DocumentState.REGISTERED
    await put(db, row(holder_id=holder))
    assert (await the_one(db)).state is DocumentState.ASSIGNED
    assert counts(await put(db, row(holder_id=holder))) == (0, 0, 1)


async def test_passed_on_to_another_unit_it_is_nobodys_until_somebody_is_named(
    db: AsyncSession,
) -> None:
    ours, theirs = (await make.unit(db, "KGVX")).id, (await make.unit(db, "NC")).id
    holder = (await make.person(db, unit_id=ours)).id
    await put(db, row(unit_id=ours, holder_id=holder, held_since=MONDAY))
    await put(db, row(unit_id=theirs, holder_id=holder))
    assert (await the_one(db)).holder_id == holder
    await put(db, row(unit_id=ours))
    document = await the_one(db)
    assert (document.unit_id, document.holder_id, document.held_since) == (ours, None, None)


async def test_what_was_closed_here_is_not_opened_by_an_older_register(db: AsyncSession) -> None:
    await put(db, row(state=DocumentState.PROCESSING))
    document = await the_one(db)
    document.state, document.done_at, document.done_on = DocumentState.DONE, MONDAY, MONDAY.date()
    db.add(document)
    await db.flush()
    merge = await put(db, row(state=DocumentState.PROCESSING))
    assert (counts(merge), merge.kept) == ((0, 0, 1), [(2026, 812)])
    assert (await the_one(db)).state is DocumentState.DONE


async def change(
    db: AsyncSession, before: dict[str, Any], after: dict[str, Any], **more: Any
) -> None:
    document = await the_one(db)
    for name, value in after.items():
        setattr(document, name, value)
    db.add(document)
    told: dict[str, Any] = {"act": DocumentAct.EXTENDED, "at": MONDAY, **more}
    kept = {name: str(value) for name, value in after.items()}
    db.add(DocumentChange(document_id=document.id or 0, before=before, after=kept, **told))
    await db.flush()


async def test_what_was_changed_here_stays_until_the_register_says_something_new(
    db: AsyncSession,
) -> None:
    await put(db, row(**due("2026-11-20")))
    await change(db, {"due_on": "2026-11-20"}, due("2026-11-27"))
    merge = await put(db, row(**due("2026-11-20")))
    assert (counts(merge), merge.kept) == ((0, 0, 1), [(2026, 812)])
    assert (await the_one(db)).due_on == make.day("2026-11-27")
    await put(db, row(**due("2026-12-04")))
    assert (await the_one(db)).due_on == make.day("2026-12-04")


async def test_moments_are_compared_as_moments(db: AsyncSession) -> None:
    await put(db, row(**due("2026-11-20")))
    utc = make.at("2026-11-20 17:00").astimezone(dt.UTC).isoformat()
    await change(db, {"due_at": utc}, due("2026-11-27"))
    await put(db, row(**due("2026-11-20")))
    assert (await the_one(db)).due_on == make.day("2026-11-27")


async def test_a_change_that_was_undone_holds_nothing(db: AsyncSession) -> None:
    await put(db, row(**due("2026-11-20")))
    await change(db, {"due_on": "2026-11-20"}, due("2026-11-27"), undone_at=LATER)
    await put(db, row(**due("2026-11-20")))
    assert (await the_one(db)).due_on == make.day("2026-11-20")


async def test_what_changed_of_which_document_is_kept(db: AsyncSession) -> None:
    await put(db, row(812), row(813))
    assert (await db.exec(select(AuditEntry))).all() == []
    await put(db, row(812, subject="Khác"), row(813))
    entry = (await db.exec(select(AuditEntry))).one()
    assert (entry.act, entry.item_kind, entry.detail) == ("import.changed", "document", "subject")


async def test_outgoing_documents_are_known_by_year_number_and_sign(db: AsyncSession) -> None:
    def out(sign: str, **more: Any) -> dict[str, Any]:
        return {
            "year": 2026, "number": 45, "sign": sign, "number_key": f"45/{sign.lower()}",
            "kind": DocumentKind.PLAN, "subject": "Kế hoạch", "dated": make.day("2026-11-12"),
            **more,
        }  # fmt: skip

    for rows, told in (
        ((out("KH-UBND"), out("CT-UBND")), (2, 0, 0)),
        ((out("KH-UBND"), out("CT-UBND", subject="Chỉ thị")), (0, 1, 1)),
    ):
        merge = await imported_documents.outgoing_merge(db, OFFICE, rows)
        assert counts(merge) == told
        await imported_documents.write_outgoing(db, OFFICE, merge, Source(name="di", at=MONDAY))
    assert len((await db.exec(select(OutgoingDocument))).all()) == 2


async def test_people_are_known_by_name_and_unit_and_citizens_are_left_alone(
    db: AsyncSession,
) -> None:
    unit = await make.unit(db)
    hoa = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
    await make.person(db, "Trần Thị Hoa", Role.CITIZEN)
    rows: list[dict[str, Any]] = [
        {"name": "Trần Thị Hoa", "unit_id": unit.id, "role": Role.OFFICER, "title": "Chuyên viên"},
        {"name": "Trần Thị Hoa", "unit_id": None, "role": Role.LEADER},
    ]
    merge = await imported_office.people_merge(db, OFFICE, rows)
    assert counts(merge) == (1, 1, 0)
    await imported_office.write_people(db, OFFICE, merge, Source(name="cb.xlsx", at=MONDAY))
    db.expire_all()
    people = (await db.exec(select(Person).order_by(col(Person.id)))).all()
    assert [(one.role, one.title) for one in people] == [
        (Role.OFFICER, "Chuyên viên"), (Role.CITIZEN, ""), (Role.LEADER, ""),
    ]  # fmt: skip
    assert (people[0].id, people[0].source, people[0].source_at) == (hoa.id, "cb.xlsx", MONDAY)
    assert counts(await imported_office.people_merge(db, OFFICE, rows)) == (0, 0, 2)


async def test_units_may_be_under_one_another_in_any_order(db: AsyncSession) -> None:
    rows = [
        {"code": "TH", "name": "Phòng Tổng hợp", "parent_code": "vp"},
        {"code": "VP", "name": "Văn phòng"},
    ]
    merge = await imported_office.units_merge(db, OFFICE, rows)
    await imported_office.write_units(db, OFFICE, merge, Source(name="dv.xlsx", at=MONDAY))
    db.expire_all()
    units = {one.code: one for one in (await db.exec(select(Unit))).all()}
    assert units["TH"].parent_id == units["VP"].id
    assert counts(await imported_office.units_merge(db, OFFICE, rows)) == (0, 0, 2)


async def test_facts_and_days_are_known_by_key_and_date(db: AsyncSession) -> None:
    facts = [{"key": "name", "value": "Văn phòng UBND tỉnh Ví Dụ"}]
    days = [{"day": make.day("2026-11-23"), "kind": DayKind.OFF, "name": "Nghỉ hoán đổi"}]
    source = Source(name="x.xlsx", at=MONDAY)
    merge = await imported_office.facts_merge(db, OFFICE, facts)
    await imported_office.write_facts(db, OFFICE, merge, source)
    merge = await imported_office.days_merge(db, OFFICE, days)
    await imported_office.write_days(db, OFFICE, merge, source)
    await imported_office.settle_mark(db, source)
    db.expire_all()
    assert (await db.exec(select(OfficeFact))).one().source_at == MONDAY
    assert (await db.exec(select(DayOverride))).one().kind is DayKind.OFF
    mark = await office.mark(db)
    assert mark
    assert (mark.kind, mark.office) == (StoreKind.REAL, "Văn phòng UBND tỉnh Ví Dụ")
    assert counts(await imported_office.days_merge(db, OFFICE, days)) == (0, 0, 1)
    assert counts(await imported_office.facts_merge(db, OFFICE, facts)) == (0, 0, 1)


async def test_the_name_of_a_column_is_said_once_and_may_be_said_again(db: AsyncSession) -> None:
    await column_names.remember(db, SheetKind.INCOMING, {"ma so": "number_sign", "x": "subject"})
    await column_names.remember(db, SheetKind.INCOMING, {"ma so": "book_number"})
    await column_names.remember(db, SheetKind.DAYS, {})
    assert await column_names.recall(db) == {
        SheetKind.INCOMING: {"ma so": "book_number", "x": "subject"}
    }
