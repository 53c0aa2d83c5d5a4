"""Văn thư registers what came in: one line, read back, written. It is Monday 16/11/2026, 08:00."""

import datetime as dt
from dataclasses import dataclass

import pytest_asyncio
from sqlmodel import col, select

from handlers.understanding.asked import Question
from storage import document_changes
from storage.engine import Store
from storage.models import (
    AuditEntry,
    DocumentAct,
    DocumentChange,
    DocumentKind,
    DocumentState,
    IncomingDocument,
    Person,
    Unit,
    Urgency,
)
from storage.viewer import Role
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import Hands

LINE = (
    "vào sổ: công văn 2311/UBND-KTN ngày 13/11 của UBND tỉnh X về kiểm tra phòng cháy, khẩn, "
    "chuyển phòng Nội chính"
)
READ_BACK = (
    "Số đến 1502 (số tiếp theo) · đến thứ Hai 16/11/2026\n"
    "2311/UBND-KTN, thứ Sáu 13/11/2026, UBND tỉnh X\n"
    "Trích yếu: kiểm tra phòng cháy\n"
    "Độ khẩn: KHẨN\n"
    "Chuyển: Phòng Nội chính\n"
    "\n"
    "Ghi sổ như trên? Gõ “ừ” để ghi, “sửa trích yếu …” để sửa, “thôi” để bỏ."
)
WRITTEN = "Đã ghi số đến 1502: 2311/UBND-KTN, chuyển Phòng Nội chính."


@dataclass
class People:
    clerk: Person
    officer: Person
    leader: Person
    justice: Unit


@pytest_asyncio.fixture
async def people(sqlite_store: Store) -> People:
    """A clerk, an officer, a leader; the register stands at 1501."""
    async with sqlite_store.sessions() as db, db.begin():
        house = await make.unit(db, "VP", name="Lãnh đạo Văn phòng")
        justice = await make.unit(db, "NC", name="Phòng Nội chính")
        await make.document(
            db, "77/STC-NS", book_number=1501, issuer="Sở Tài chính", subject="Quyết toán năm 2025"
        )
        return People(
            await make.person(db, "Đàm Thị Lan", Role.CLERK, title="Văn thư", unit_id=house.id),
            await make.person(db, "Trần Thị Hoa", unit_id=justice.id),
            await make.person(
                db,
                "Lương Quốc Bình",
                Role.LEADER,
                title="Phó Chủ tịch UBND tỉnh",
                short_title="PCT",
            ),
            justice,
        )


@pytest_asyncio.fixture
async def chat(chat_as: ChatAs, people: People) -> Chat:
    return await chat_as(people.clerk)


async def entries(store: Store) -> list[IncomingDocument]:
    async with store.reading() as db:
        found = select(IncomingDocument).order_by(col(IncomingDocument.book_number))
        return list(await db.exec(found))


async def newest(store: Store) -> IncomingDocument:
    return (await entries(store))[-1]


async def test_a_line_is_read_back_in_full_and_written_by_a_plain_yes(
    chat: Chat, people: People, sqlite_store: Store
) -> None:
    assert await chat.say(LINE) == READ_BACK
    assert chat.buttons == ["Ghi sổ", "Sửa", "Thôi"]
    assert len(await entries(sqlite_store)) == 1
    assert await chat.say("ừ") == WRITTEN
    made = await newest(sqlite_store)
    assert (made.year, made.book_number, made.number_sign) == (2026, 1502, "2311/UBND-KTN")
    assert (made.number_key, made.kind) == ("2311/ubnd-ktn", DocumentKind.OFFICIAL_LETTER)
    assert (made.issuer, made.subject) == ("UBND tỉnh X", "kiểm tra phòng cháy")
    assert (made.dated, made.arrived_on) == (dt.date(2026, 11, 13), dt.date(2026, 11, 16))
    assert (made.urgency, made.unit_id) == (Urgency.URGENT, people.justice.id)
    assert (made.state, made.held_since) == (DocumentState.ASSIGNED, make.at("2026-11-16 08:00"))
    assert (made.due_on, made.due_set_by_id) == (None, None)


# Lines that may be meant as a question about the document; which are, the training decides.
UNSURE = [
    f"{before}công văn 2311/SYT-NVY của Sở Y tế ngày 13/11 về tiêm chủng mở rộng{after}"
    for before in ("báo cáo có ", "có ", "báo cáo ", "nhận ", "giúp em ", "")
    for after in (", hỏa tốc", ", hỏa tốc giúp em", " chưa xong", "")
]


REGISTER = "Vào sổ văn bản đến"


async def is_asked_back(chat: Chat) -> None:
    """Types lines until one of them is asked back about."""
    for line in UNSURE:
        if (await chat.say(line)).startswith("Ý anh/chị là") and REGISTER in chat.buttons:
            return
        await chat.say("thôi")
    raise AssertionError("every line was understood")


async def test_where_it_is_asked_what_was_meant_the_press_brings_the_whole_line(
    chat: Chat, people: People
) -> None:
    await is_asked_back(chat)
    read_back = await chat.press(REGISTER)
    assert "2311/SYT-NVY, thứ Sáu 13/11/2026, Sở Y tế\n" in read_back
    assert "Trích yếu: tiêm chủng mở rộng" in read_back
    assert (await chat.say("ừ")).startswith("Đã ghi số đến 1502: 2311/SYT-NVY")


async def test_what_was_typed_is_held_for_a_quarter_of_an_hour(chat: Chat, hands: Hands) -> None:
    await is_asked_back(chat)
    hands.forward(minutes=15)
    assert "Trích yếu" not in await chat.press(REGISTER)


async def test_it_is_written_by_the_button_as_well(chat: Chat, sqlite_store: Store) -> None:
    await chat.say(LINE)
    assert await chat.press("Ghi sổ") == WRITTEN
    assert len(await entries(sqlite_store)) == 2


async def test_a_button_of_an_earlier_line_writes_nothing(
    chat: Chat, hands: Hands, sqlite_store: Store
) -> None:
    await chat.say(LINE)
    earlier = chat.conversation.last
    await chat.say("thôi")
    hands.forward(minutes=1)
    await chat.say("vào sổ: 9/SYT-NVY ngày 12/11 của Sở Y tế về tiêm chủng")
    chat.conversation.last = earlier
    assert "câu hỏi trước" in await chat.press("Ghi sổ")
    assert len(await entries(sqlite_store)) == 1


async def test_twenty_in_a_row_without_leaving_the_keyboard(
    chat: Chat, sqlite_store: Store
) -> None:
    await chat.say("vào sổ: 100/SYT-NVY ngày 12/11 của Sở Y tế về đợt tiêm chủng số 0")
    for number in range(1, 20):
        confirming = ("ừ", "ghi", "ok", "ghi sổ")[number % 4]
        assert await chat.say(confirming) == (
            f"Đã ghi số đến {1501 + number}: {99 + number}/SYT-NVY."
        )
        read = await chat.say(
            f"{100 + number}/SYT-NVY ngày 12/11 của Sở Y tế về đợt tiêm chủng số {number}"
        )
        assert read.startswith(f"Số đến {1502 + number} (số tiếp theo)"), read
    await chat.say("ghi")
    made = await entries(sqlite_store)
    assert [one.book_number for one in made] == list(range(1501, 1522))
    assert len({one.number_sign for one in made}) == 21


async def test_between_two_lines_other_things_are_asked_as_always(chat: Chat) -> None:
    await chat.say(LINE)
    await chat.say("ừ")
    assert "77/STC-NS" in await chat.say("văn bản 77/STC-NS tới đâu rồi")
    assert chat.conversation.turn
    assert chat.conversation.turn.asked
    assert chat.conversation.turn.asked.question is Question.DOCUMENT_STATUS
    await chat.say(LINE.replace("2311", "2312"))
    await chat.say("ừ")
    assert await chat.say("thôi") == "Vâng, trợ lý dừng ở đây."


async def test_a_line_that_waits_is_neither_lost_nor_written_by_the_next_one(
    chat: Chat, sqlite_store: Store
) -> None:
    await chat.say(LINE)
    told = await chat.say("9/SYT-NVY ngày 12/11 của Sở Y tế về tiêm chủng")
    assert told.startswith("Dòng trước chưa ghi sổ.")
    assert told.endswith(READ_BACK)
    assert await chat.say("ghi") == WRITTEN
    assert len(await entries(sqlite_store)) == 2


async def test_only_what_is_missing_is_asked_for(chat: Chat, sqlite_store: Store) -> None:
    assert "số, ký hiệu" in await chat.say("vào sổ")
    assert await chat.say("45/BC-STC") == "Văn bản đề ngày nào?"
    assert await chat.say("12/11") == "Cơ quan nào ban hành?"
    assert await chat.say("Sở Tài chính") == "Trích yếu là gì?"
    assert "Trích yếu: Báo cáo quyết toán, quý III" in await chat.say("Báo cáo quyết toán, quý III")
    assert await chat.say("ừ") == "Đã ghi số đến 1502: 45/BC-STC."
    assert (await newest(sqlite_store)).kind is DocumentKind.REPORT


async def test_a_number_without_its_sign_is_asked_about(chat: Chat) -> None:
    asked = await chat.say("vào sổ công văn số 2311 ngày 13/11 của UBND tỉnh X về phòng cháy")
    assert asked == "Số 2311 chưa có ký hiệu. Mời đồng chí gõ ký hiệu, ví dụ “UBND-KTN”."
    assert "2311/UBND-KTN, thứ Sáu 13/11/2026, UBND tỉnh X" in await chat.say("UBND-KTN")


async def test_what_was_read_back_is_changed_in_words_or_after_the_button(chat: Chat) -> None:
    await chat.say(LINE)
    assert "Trích yếu: kiểm tra PCCC\n" in await chat.say("sửa trích yếu kiểm tra PCCC")
    assert "Độ khẩn: HỎA TỐC" in await chat.say("hỏa tốc")
    assert "gõ chỗ cần sửa" in await chat.press("Sửa")
    assert "thứ Năm 12/11/2026" in await chat.say("ngày 12/11")
    assert (await chat.say("ừ")).startswith("Đã ghi số đến 1502")


async def test_no_writes_nothing(chat: Chat, sqlite_store: Store) -> None:
    await chat.say(LINE)
    assert "chưa có gì bị thay đổi" in await chat.say("thôi")
    await chat.say("ừ")
    assert len(await entries(sqlite_store)) == 1


async def test_a_due_time_is_kept_only_with_the_leader_who_set_it(
    chat: Chat, people: People, sqlite_store: Store
) -> None:
    read = await chat.say(f"{LINE}, hạn 20/11 (PCT Bình giao)")
    assert "Thời hạn: Còn 4 ngày làm việc (hạn thứ Sáu 20/11/2026)." in read
    assert "Hạn do đồng chí Lương Quốc Bình giao." in read
    await chat.say("ừ")
    made = await newest(sqlite_store)
    assert (made.due_on, made.due_at) == (dt.date(2026, 11, 20), make.at("2026-11-20 17:00"))
    assert made.due_set_by_id == people.leader.id
    nobody = await chat.say("88/SYT-NVY ngày 12/11 của Sở Y tế về tiêm chủng, hạn 20/11")
    assert nobody.startswith("Hạn do lãnh đạo nào giao?")
    for no_leader in ("Trần Thị Hoa", "chị Hoa"):
        assert (await chat.say(no_leader)).startswith("Tên này không chỉ rõ một lãnh đạo.")
    assert (await chat.say("đúng")).startswith("Hạn do lãnh đạo nào giao?")
    assert "Lương Quốc Bình giao" in await chat.say("PCT Bình")
    await chat.say("thôi")


async def test_without_a_leader_it_goes_without_a_due_time(chat: Chat, sqlite_store: Store) -> None:
    await chat.say("vào sổ 88/SYT-NVY ngày 12/11 của Sở Y tế về tiêm chủng, hạn 20/11")
    assert "hạn" not in (await chat.press("Bỏ hạn")).lower()
    await chat.say("ừ")
    assert (await newest(sqlite_store)).due_on is None


async def test_working_days_are_counted_and_explained(chat: Chat, sqlite_store: Store) -> None:
    read = await chat.say(f"{LINE}, hạn 5 ngày làm việc PCT Bình giao")
    assert "Hạn: hết ngày làm việc thứ Hai 23/11/2026" in read, read
    await chat.say("ừ")
    made = await newest(sqlite_store)
    assert (made.due_on, made.due_limit) == (dt.date(2026, 11, 23), 5)
    assert made.due_from is not None


async def test_a_sign_of_another_body_is_asked_about(chat: Chat, sqlite_store: Store) -> None:
    asked = await chat.say(
        "Đăng ký văn bản đến: số 5425/UBND-KGVX ngày 12/11/2026 của Sở Y tế về tiêm chủng, hỏa tốc."
    )
    assert asked.startswith("Ký hiệu 5425/UBND-KGVX không phải của Sở Y tế.")
    assert len(await entries(sqlite_store)) == 1
    assert "UBND tỉnh Y\nTrích yếu: tiêm chủng\nĐộ khẩn: HỎA TỐC" in await chat.say(
        "của UBND tỉnh Y"
    )


async def test_days_that_cannot_be_are_asked_about(chat: Chat) -> None:
    future = await chat.say("vào sổ 9/SYT-NVY ngày 18/11 của Sở Y tế về tiêm chủng")
    assert future.startswith("Văn bản đề thứ Tư 18/11/2026, sau hôm nay.")
    assert chat.buttons == ["Đúng như vậy", "Thôi"]
    assert "thứ Năm 12/11/2026, Sở Y tế" in await chat.say("ngày 12/11")
    later = await chat.say("ngày đến 11/11")
    assert later.startswith("Văn bản đề thứ Năm 12/11/2026, sau ngày đến thứ Tư 11/11/2026.")
    assert "đến thứ Tư 11/11/2026" in await chat.say("ừ")


async def test_a_due_day_off_is_moved_to_the_working_day_before(
    chat: Chat, sqlite_store: Store
) -> None:
    off = await chat.say(f"{LINE}, hạn 22/11 (PCT Bình giao)")
    assert off == (
        "Hạn Chủ nhật 22/11/2026 là ngày nghỉ. Lấy ngày làm việc liền trước, thứ Sáu 20/11/2026?"
    )
    assert chat.buttons == ["Hạn thứ Sáu 20/11/2026", "Giữ nguyên", "Thôi"]
    assert "hạn thứ Sáu 20/11/2026" in await chat.say("ừ")
    past = await chat.say("hạn 12/11")
    assert past.startswith("Hạn thứ Năm 12/11/2026 đã qua.")
    assert "20/11/2026" in await chat.say("hạn 20/11")


async def test_a_number_that_is_taken_or_leaves_a_gap_is_not_written(
    chat: Chat, sqlite_store: Store
) -> None:
    taken = await chat.say(f"{LINE}, số đến 1501")
    assert taken == ("Số đến 1501 đã dùng cho 77/STC-NS (Sở Tài chính). Lấy số tiếp theo 1502?")
    assert chat.buttons == ["Lấy số 1502", "Thôi"]
    assert await chat.say("ừ") == READ_BACK
    gap = await chat.say("số đến 1510")
    assert gap.startswith("Số tiếp theo là 1502; ghi số 1510 sẽ bỏ trống")
    assert (await chat.press("Giữ nguyên")).startswith("Số đến 1510 · đến")
    await chat.say("ghi")
    assert (await newest(sqlite_store)).book_number == 1510


async def test_a_number_that_somebody_took_meanwhile_is_replaced(
    chat: Chat, sqlite_store: Store
) -> None:
    await chat.say(LINE)
    async with sqlite_store.sessions() as db, db.begin():
        await make.document(db, "1/STP", book_number=1502)
    told = await chat.say("ừ")
    assert told.startswith("Số đến vừa được dùng cho văn bản khác; số tiếp theo là 1503.")
    assert (await chat.say("ừ")).startswith("Đã ghi số đến 1503")


async def test_the_same_document_is_recognised_however_it_is_written(
    chat: Chat, sqlite_store: Store
) -> None:
    again = await chat.say("vao so 77/stc-ns ngay 12/11 cua so tai chinh ve cong khai ngan sach")
    assert "đã có trong sổ: số đến 1501, 77/STC-NS, Sở Tài chính" in again
    assert "Trích yếu: Quyết toán năm 2025" in again
    await chat.say("thôi")
    other_year = await chat.say(
        "vào sổ 77/STC-NS ngày 12/11/2025 của Sở Tài chính về công khai ngân sách"
    )
    assert "Ghi sổ như trên?" in other_year
    await chat.say("thôi")
    near = await chat.say("vào sổ 77/STC-NS ngày 12/11 của Sở TC về quyết toán năm 2025")
    assert "đã có trong sổ" in near
    assert "Ghi sổ như trên?" in await chat.press("Đúng như vậy")
    await chat.say("ừ")
    assert len(await entries(sqlite_store)) == 2


async def test_every_entry_is_in_the_audit_and_undoing_it_keeps_its_number_used(
    chat: Chat, people: People, sqlite_store: Store, hands: Hands
) -> None:
    await chat.say(LINE)
    await chat.say("ừ")
    async with sqlite_store.sessions() as db, db.begin():
        made = (await db.exec(select(DocumentChange))).one()
        assert (made.act, made.by_id) == (DocumentAct.REGISTERED, people.clerk.id)
        acts = list(await db.exec(select(AuditEntry.act)))
        assert "document.registered" in acts
        clerk = make.viewer(people.clerk)
        assert await document_changes.undo(db, clerk, made.id or 0, now=hands.now)
    assert (await newest(sqlite_store)).state is DocumentState.WITHDRAWN
    taken = await chat.say(f"{LINE}, số đến 1502")
    assert taken.startswith("Số đến 1502 đã dùng cho 2311/UBND-KTN")


async def test_nobody_else_writes_in_the_register(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    for person in (people.officer, people.leader):
        chat = await chat_as(person)
        assert (await chat.say(LINE)).startswith("Vào sổ, sửa sổ và rút sổ là việc của văn thư.")
        await chat.say("ừ")
    assert len(await entries(sqlite_store)) == 1
