"""Entries are corrected, withdrawn, given to others and closed. It is Monday 16/11/2026, 08:00."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from sqlmodel import col, select

from storage.engine import Store
from storage.models import (
    DocumentAct,
    DocumentChange,
    DocumentState,
    IncomingDocument,
    Message,
    MessageKind,
    Person,
    TimeUnit,
    Unit,
)
from storage.viewer import Role
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import MONDAY

ENTRY = "Số đến 1502: 45/BC-STC, Sở Tài chính\n\n"
FRIDAY = "Thời hạn: Còn 4 ngày làm việc (hạn thứ Sáu 20/11/2026)."


@dataclass
class People:
    clerk: Person
    chief: Person
    chairman: Person
    head: Person
    tuan: Person
    hoa: Person
    other: Person
    justice: Unit
    trade: Unit


@pytest_asyncio.fixture
async def people(sqlite_store: Store) -> People:
    """Two rooms and the leaders; document 1502 lies with Bình of Phòng Kinh tế."""
    async with sqlite_store.sessions() as db, db.begin():
        house = await make.unit(db, "VP", name="Lãnh đạo Văn phòng")
        justice = await make.unit(db, "NC", name="Phòng Nội chính")
        trade = await make.unit(db, "KT", name="Phòng Kinh tế")
        other = await make.person(db, "Phạm Văn Bình", unit_id=trade.id)
        await make.document(
            db,
            "45/BC-STC",
            book_number=1502,
            issuer="Sở Tài chính",
            subject="Báo cáo quyết toán",
            unit_id=trade.id,
            holder_id=other.id,
            state=DocumentState.PROCESSING,
            held_since=make.at("2026-11-13 10:00"),
        )
        return People(
            await make.person(db, "Đàm Thị Lan", Role.CLERK, title="Văn thư", unit_id=house.id),
            await make.person(
                db, "Nông Văn Thành", Role.LEADER, title="Chánh Văn phòng", unit_id=house.id
            ),
            await make.person(
                db, "Vũ Quốc Khánh", Role.LEADER, title="Chủ tịch UBND tỉnh", short_title="CT"
            ),
            await make.person(
                db, "Lý Văn Cường", Role.HEAD, title="Trưởng phòng", unit_id=justice.id
            ),
            await make.person(db, "Ngô Anh Tuấn", unit_id=justice.id),
            await make.person(db, "Trần Thị Hoa", unit_id=justice.id),
            other,
            justice,
            trade,
        )


async def document(store: Store) -> IncomingDocument:
    async with store.reading() as db:
        this = select(IncomingDocument).where(col(IncomingDocument.book_number) == 1502)
        return (await db.exec(this)).one()


async def changes(store: Store) -> list[DocumentChange]:
    async with store.reading() as db:
        return list(await db.exec(select(DocumentChange).order_by(col(DocumentChange.id))))


async def told(store: Store) -> list[tuple[int | None, str]]:
    async with store.reading() as db:
        news = select(Message).where(col(Message.kind) == MessageKind.NEWS)
        return [(one.person_id, one.slot) for one in await db.exec(news)]


async def put(store: Store, **values: Any) -> None:
    async with store.sessions() as db, db.begin():
        this = select(IncomingDocument).where(col(IncomingDocument.book_number) == 1502)
        row = (await db.exec(this)).one()
        for name, value in values.items():
            setattr(row, name, value)
        db.add(row)


@pytest_asyncio.fixture
async def clerk(chat_as: ChatAs, people: People) -> Chat:
    return await chat_as(people.clerk)


async def test_a_subject_is_corrected_with_the_reason(clerk: Chat, sqlite_store: Store) -> None:
    assert (await clerk.say("sửa 1502: trích yếu Báo cáo quyết toán, quý III")).startswith(
        "Vì sao?"
    )
    read = await clerk.say("gõ thiếu chữ")
    assert read == (
        ENTRY + "Trích yếu: Báo cáo quyết toán → Báo cáo quyết toán, quý III\n"
        "Lý do: gõ thiếu chữ\n\n"
        "Sửa sổ như trên? Gõ “ừ” để ghi, “thôi” để bỏ."
    )
    assert (await document(sqlite_store)).subject == "Báo cáo quyết toán"
    assert await clerk.say("ừ") == "Đã sửa số đến 1502."
    assert (await document(sqlite_store)).subject == "Báo cáo quyết toán, quý III"
    (change,) = await changes(sqlite_store)
    assert (change.act, change.reason) == (DocumentAct.CORRECTED, "gõ thiếu chữ")
    assert change.before == {"subject": "Báo cáo quyết toán"}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (
            "sửa số đến 1502 ngày văn bản 10/11",
            "Ngày văn bản: thứ Năm 12/11/2026 → thứ Ba 10/11/2026",
        ),
        ("sửa trích yếu 1502 thành Quyết toán", "Trích yếu: Báo cáo quyết toán → Quyết toán"),
        ("sửa 1502: ký hiệu 46/BC-STC", "Số, ký hiệu: 45/BC-STC → 46/BC-STC"),
        ("sửa độ khẩn số đến 1502 thành hỏa tốc", "Độ khẩn: thường → hỏa tốc"),
    ],
)
async def test_each_column_is_corrected_by_its_name(
    clerk: Chat, words: str, read: str, sqlite_store: Store
) -> None:
    await clerk.say(words)
    assert read in await clerk.say("vào nhầm")
    await clerk.say("ừ")
    assert len(await changes(sqlite_store)) == 1


async def test_a_correction_that_cannot_be_is_asked_about(clerk: Chat) -> None:
    await clerk.say("sửa 1502: cơ quan ban hành Sở Y tế")
    asked = await clerk.say("vào nhầm")
    assert asked.startswith("Ký hiệu 45/BC-STC không phải của Sở Y tế.")
    assert "Sở Tài chính → Sở Y tế" in await clerk.say("ừ")


async def test_what_is_to_be_corrected_is_asked_for(clerk: Chat) -> None:
    assert (await clerk.say("sửa văn bản số đến 1502")).startswith("Sửa chỗ nào?")
    assert (await clerk.say("ngày văn bản 10/11")).startswith("Vì sao?")
    assert (await clerk.say("sửa 9999: trích yếu X")).startswith("")
    await clerk.say("thôi")
    missing = await clerk.say("sửa 9999: trích yếu gì đó khác")
    assert missing.startswith("Không thấy văn bản số 9999")


async def test_an_entry_is_withdrawn_and_its_number_stays_used(
    clerk: Chat, people: People, sqlite_store: Store
) -> None:
    assert (await clerk.say("rút số đến 1502")).startswith("Vì sao?")
    read = await clerk.say("vào sổ trùng")
    assert read == (
        ENTRY + "Lý do: vào sổ trùng\n\n"
        "Rút văn bản này khỏi sổ? Số đến 1502 vẫn coi là đã dùng. Gõ “ừ” để rút, “thôi” để bỏ."
    )
    assert await clerk.say("ừ") == "Đã rút số đến 1502 khỏi sổ; số này không dùng lại."
    assert (await document(sqlite_store)).state is DocumentState.WITHDRAWN
    (change,) = await changes(sqlite_store)
    assert await told(sqlite_store) == [(people.other.id, f"change {change.id}")]
    assert await clerk.say("rút số đến 1502") == "Số đến 1502 đã rút khỏi sổ."
    assert "Đã rút khỏi sổ" in await clerk.say("văn bản đến số 1502 tới đâu rồi")


async def test_the_reason_may_stand_in_the_line(clerk: Chat) -> None:
    assert "Lý do: vào trùng" in await clerk.say("rút số đến 1502 vì vào trùng")


async def test_the_clerk_marks_it_done_with_the_number_of_the_answer(
    clerk: Chat, people: People, sqlite_store: Store
) -> None:
    read = await clerk.say("đánh dấu 1502 xong, trả lời bằng 3100/UBND-NC")
    assert read == (
        ENTRY + "Đánh dấu đã xong, văn bản trả lời 3100/UBND-NC? Gõ “ừ” để ghi, “thôi” để bỏ."
    )
    assert await clerk.say("ừ") == "Đã ghi số đến 1502 xử lý xong."
    done = await document(sqlite_store)
    assert (done.state, done.reply_number) == (DocumentState.DONE, "3100/UBND-NC")
    assert (done.done_at, done.done_on) == (MONDAY, MONDAY.date())
    assert [person for person, _ in await told(sqlite_store)] == [people.other.id]
    assert (await clerk.say("đánh dấu 1502 xong")).startswith("Số đến 1502 không còn đang xử lý")


async def test_what_expects_an_answer_is_not_done_without_one(
    clerk: Chat, sqlite_store: Store
) -> None:
    await put(sqlite_store, expects_reply=True)
    asked = await clerk.say("đánh dấu 1502 xong")
    assert asked.startswith("Văn bản này phải có văn bản trả lời.")
    assert "văn bản trả lời 3100/UBND-NC?" in await clerk.say("3100/UBND-NC")
    await clerk.say("ừ")
    assert (await document(sqlite_store)).reply_number == "3100/UBND-NC"


async def test_a_leader_gives_it_in_their_own_words(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    chat = await chat_as(people.chief)
    await chat.say("văn bản 45/BC-STC tới đâu rồi")
    read = await chat.say("giao anh Tuấn, thứ 6 báo cáo")
    assert read == (
        ENTRY + "Giao: đồng chí Ngô Anh Tuấn, Phòng Nội chính\n"
        f"{FRIDAY}\n"
        "Ý kiến: “giao anh Tuấn, thứ 6 báo cáo”\n\n"
        "Giao như trên? Gõ “ừ” để giao, “thôi” để bỏ."
    )
    assert (await document(sqlite_store)).holder_id == people.other.id
    assert await chat.say("ừ") == ("Đã giao 45/BC-STC cho đồng chí Ngô Anh Tuấn, Phòng Nội chính.")
    given = await document(sqlite_store)
    assert (given.unit_id, given.holder_id) == (people.justice.id, people.tuan.id)
    assert (given.state, given.held_since) == (DocumentState.ASSIGNED, MONDAY)
    assert (given.due_on, given.due_at) == (dt.date(2026, 11, 20), make.at("2026-11-20 17:00"))
    assert (given.due_set_by_id, given.instructed_by_id) == (people.chief.id, people.chief.id)
    assert given.instruction == "giao anh Tuấn, thứ 6 báo cáo"
    assert given.due_version == 2
    (change,) = await changes(sqlite_store)
    assert await told(sqlite_store) == [(people.other.id, f"change {change.id}")]


async def test_the_clerk_hands_it_to_a_unit_as_a_leader_said(
    clerk: Chat, people: People, sqlite_store: Store
) -> None:
    asked = await clerk.say("chuyển 1502 cho phòng Nội chính, hạn 20/11")
    assert asked.startswith("Hạn do lãnh đạo nào giao?")
    read = await clerk.say("Chánh Văn phòng")
    assert "Giao: Phòng Nội chính\n" in read
    assert FRIDAY in read
    assert "Theo ý kiến đồng chí Nông Văn Thành." in read
    assert await clerk.press("Giao") == "Đã giao 45/BC-STC cho Phòng Nội chính."
    given = await document(sqlite_store)
    assert (given.unit_id, given.holder_id) == (people.justice.id, None)
    assert (given.due_set_by_id, given.held_since) == (people.chief.id, MONDAY)


async def test_the_leader_may_be_named_in_the_line(clerk: Chat, people: People) -> None:
    read = await clerk.say("chuyển 1502 cho phòng Nội chính, hạn 20/11 (CT Khánh giao)")
    assert "Theo ý kiến đồng chí Vũ Quốc Khánh." in read


async def test_a_head_divides_the_work_of_the_unit_and_of_no_other(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    chat = await chat_as(people.head)
    assert (await chat.say("giao 1502 cho chị Hoa")).startswith("Không thấy văn bản số 1502")
    await put(sqlite_store, unit_id=people.justice.id, holder_id=None)
    assert "Giao: đồng chí Trần Thị Hoa, Phòng Nội chính" in await chat.say("giao 1502 cho chị Hoa")
    await chat.say("ừ")
    assert (await document(sqlite_store)).holder_id == people.hoa.id
    elsewhere = await chat.say("giao 1502 cho anh Phạm Văn Bình")
    assert elsewhere.startswith("Giao cho ai trong phòng?")


async def test_a_head_does_not_move_a_leaders_due_time_back(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    await put(
        sqlite_store,
        unit_id=people.justice.id,
        holder_id=None,
        due_on=dt.date(2026, 11, 18),
        due_at=make.at("2026-11-18 17:00"),
        due_set_by_id=people.chief.id,
    )
    chat = await chat_as(people.head)
    asked = await chat.say("giao 1502 cho chị Hoa, hạn 20/11")
    assert asked.startswith("Lãnh đạo đã đặt hạn thứ Tư 18/11/2026")
    assert "Thời hạn" not in await chat.say("ừ")
    await chat.say("ừ")
    given = await document(sqlite_store)
    assert (given.holder_id, given.due_on) == (people.hoa.id, dt.date(2026, 11, 18))


async def test_working_days_keep_their_rule(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    chat = await chat_as(people.chief)
    read = await chat.say("giao 1502 cho chị Hoa xử lý trong 5 ngày làm việc")
    assert "Hạn: hết ngày làm việc thứ Hai 23/11/2026" in read
    await chat.say("ừ")
    given = await document(sqlite_store)
    assert (given.due_limit, given.due_unit) == (5, TimeUnit.WORKING_DAYS)
    assert (given.due_on, given.due_from) == (dt.date(2026, 11, 23), MONDAY)


async def test_a_due_day_off_is_asked_about(chat_as: ChatAs, people: People) -> None:
    chat = await chat_as(people.chief)
    asked = await chat.say("giao 1502 cho chị Hoa, hạn 22/11")
    assert asked.startswith("Hạn Chủ nhật 22/11/2026 là ngày nghỉ.")
    assert FRIDAY in await chat.say("ừ")


async def test_which_document_and_whom_are_asked_for(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.person(db, "Lê Minh Tuấn", unit_id=people.trade.id)
    chat = await chat_as(people.chief)
    assert (await chat.say("giao văn bản")).startswith("Văn bản nào?")
    assert (await chat.say("1502")).startswith("Giao cho ai?")
    assert await chat.say("anh Tuấn") == "Có nhiều người cùng tên. Giao cho ai?"
    assert chat.buttons == ["Ngô Anh Tuấn", "Lê Minh Tuấn", "Thôi"]
    assert "Giao: đồng chí Lê Minh Tuấn, Phòng Kinh tế" in await chat.press("Lê Minh Tuấn")


async def test_what_changed_meanwhile_is_not_given(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    chat = await chat_as(people.chief)
    await chat.say("giao 1502 cho chị Hoa")
    await put(sqlite_store, due_version=2)
    assert (await chat.say("ừ")).startswith("Văn bản này vừa có thay đổi")
    assert (await document(sqlite_store)).holder_id == people.other.id


async def test_who_may_not_give_is_told_who_may(chat_as: ChatAs, people: People) -> None:
    for person in (people.hoa, people.chairman):
        chat = await chat_as(person)
        assert (await chat.say("giao 1502 cho chị Hoa")).startswith("Giao văn bản là việc của")


async def test_only_the_clerk_works_on_the_register(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    chat = await chat_as(people.chief)
    for words in ("rút số đến 1502", "sửa 1502: trích yếu khác"):
        assert (await chat.say(words)).startswith("Vào sổ, sửa sổ và rút sổ là việc của văn thư.")
    assert (await chat.say("đánh dấu 1502 xong")).startswith("Văn thư mới đánh dấu xong")
    assert await changes(sqlite_store) == []
