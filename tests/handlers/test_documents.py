"""What people hear when they ask about documents. The day is Monday 16/11/2026."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlmodel import col, select

from storage.engine import Store
from storage.models import (
    AuditEntry,
    DayKind,
    DayOverride,
    DocumentKind,
    DocumentState,
    DuePause,
    IncomingDocument,
    ItemKind,
    Message,
    OutgoingDocument,
    Person,
    TimeUnit,
    Unit,
    Urgency,
)
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs
from tests.hands import MONDAY, Hands

AS_OF = "\n\nTính đến 08:00 thứ Hai 16/11/2026, theo sổ đăng ký văn bản."
AGED = AS_OF + " Từ đó đến nay có thể đã thay đổi."
FOR_STAFF = (
    "Thông tin văn bản chỉ dành cho tài khoản của cán bộ Văn phòng được giao theo dõi, "
    "xử lý văn bản.\n"
    "Nếu cần biết kết quả giải quyết hồ sơ, đơn thư, mời anh/chị gửi mã trên giấy hẹn hoặc "
    "giấy biên nhận."
)


@dataclass
class People:
    leader: Person
    head: Person
    hoa: Person
    binh: Person
    arts: Unit
    trade: Unit


@pytest_asyncio.fixture
async def people(sqlite_store: Store) -> People:
    """Two rooms, their people and who leads them."""
    async with sqlite_store.sessions() as db, db.begin():
        arts = await make.unit(db, "KGVX", name="Phòng Khoa giáo – Văn xã")
        trade = await make.unit(db, "KT", name="Phòng Kinh tế")
        return People(
            await make.person(db, "Nông Văn Thành", Role.LEADER, title="Chánh Văn phòng"),
            await make.person(db, "Lý Thị Mận", Role.HEAD, unit_id=arts.id),
            await make.person(db, "Trần Thị Hoa", unit_id=arts.id),
            await make.person(db, "Phạm Văn Bình", unit_id=trade.id),
            arts,
            trade,
        )


async def keep(store: Store, *signs_and_more: tuple[str, dict[str, Any]]) -> None:
    async with store.sessions() as db, db.begin():
        for sign, more in signs_and_more:
            await make.document(db, sign, **more)


def of_hoa(people: People, due: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "holder_id": people.hoa.id,
        "unit_id": people.arts.id,
        "state": DocumentState.PROCESSING,
        "due_on": due and make.day(due),
        **more,
    }


def of_binh(people: People, due: str, **more: Any) -> dict[str, Any]:
    mine = {"holder_id": people.binh.id, "unit_id": people.trade.id}
    return of_hoa(people, due) | mine | more


@pytest_asyncio.fixture
async def some_late(sqlite_store: Store, people: People) -> None:
    """Two late ones of Hoa, one of Bình, one nobody has; one without a deadline."""
    await keep(
        sqlite_store,
        ("11/SYT-NVY", of_hoa(people, "2026-11-12")),
        ("12/SYT-NVY", of_hoa(people, "2026-11-13", urgency=Urgency.FLASH)),
        ("13/SYT-NVY", of_hoa(people)),
        ("21/SCT-KH", of_binh(people, "2026-11-10", subject="V/v xuất khẩu nông sản")),
        ("31/STC-NS", {"due_on": make.day("2026-11-11")}),
    )


async def test_an_officer_hears_of_their_own_overdue_documents(
    chat_as: ChatAs, people: People, some_late: None
) -> None:
    chat = await chat_as(people.hoa)

    assert await chat.say("văn bản quá hạn") == (
        "Đồng chí có 2 văn bản quá hạn.\n"
        "Ngoài ra có 1 văn bản chưa đặt hạn.\n"
        "\n"
        "1. 11/SYT-NVY · Quá 1 ngày làm việc (hạn thứ Năm 12/11/2026)\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế)\n"
        "2. 12/SYT-NVY · HỎA TỐC · Quá 30 phút (hạn thứ Sáu 13/11/2026)\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế)" + AS_OF
    )
    assert chat.buttons == ["1", "2"]


async def test_an_officer_who_asks_for_all_is_told_what_they_may_see(
    chat_as: ChatAs, people: People, some_late: None
) -> None:
    chat = await chat_as(people.hoa)

    for words in ("văn bản quá hạn toàn văn phòng", "văn bản quá hạn của phòng Kinh tế"):
        assert (await chat.say(words)).startswith(
            "Đồng chí có 2 văn bản quá hạn.\n"
            "Ngoài ra có 1 văn bản chưa đặt hạn.\n"
            "Đồng chí chỉ xem được văn bản giao cho mình.\n"
        )


async def test_a_head_hears_of_the_unit(chat_as: ChatAs, people: People, some_late: None) -> None:
    chat = await chat_as(people.head)

    own_room = await chat.say("văn bản quá hạn")
    other_room = await chat.say("văn bản quá hạn của phòng Kinh tế")
    of_hoa_alone = await chat.say("chị Hoa có văn bản nào quá hạn")
    own = await chat.say("văn bản quá hạn của tôi")

    assert own_room.startswith("Phòng Khoa giáo – Văn xã có 2 văn bản quá hạn.\n")
    assert "V/v triển khai tiêm chủng mở rộng (Sở Y tế) · Đ/c Trần Thị Hoa" in own_room
    assert other_room.startswith(
        "Phòng Khoa giáo – Văn xã có 2 văn bản quá hạn.\n"
        "Ngoài ra có 1 văn bản chưa đặt hạn.\n"
        "Đồng chí chỉ xem được văn bản của đơn vị mình.\n"
    )
    assert of_hoa_alone.startswith("Đồng chí Trần Thị Hoa có 2 văn bản quá hạn.\n")
    assert own == "Đồng chí không có văn bản nào quá hạn."


async def test_a_leader_hears_of_the_whole_office_by_unit(
    chat_as: ChatAs, people: People, some_late: None
) -> None:
    chat = await chat_as(people.leader)

    assert await chat.say("văn bản quá hạn") == (
        "Toàn Văn phòng có 4 văn bản quá hạn.\n"
        "Ngoài ra có 1 văn bản chưa đặt hạn.\n"
        "\n"
        "Theo đơn vị: Phòng Khoa giáo – Văn xã 2; chưa phân công 1; Phòng Kinh tế 1.\n"
        "\n"
        "1. 21/SCT-KH · Quá 3 ngày làm việc (hạn thứ Ba 10/11/2026)\n"
        "V/v xuất khẩu nông sản (Sở Y tế) · Đ/c Phạm Văn Bình\n"
        "2. 31/STC-NS · Quá 2 ngày làm việc (hạn thứ Tư 11/11/2026)\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế) · Chưa phân công\n"
        "3. 11/SYT-NVY · Quá 1 ngày làm việc (hạn thứ Năm 12/11/2026)\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế) · Đ/c Trần Thị Hoa\n"
        "4. 12/SYT-NVY · HỎA TỐC · Quá 30 phút (hạn thứ Sáu 13/11/2026)\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế) · Đ/c Trần Thị Hoa" + AS_OF
    )
    of_unit = await chat.say("phòng KGVX có bao nhiêu văn bản quá hạn")
    assert of_unit.startswith("Phòng Khoa giáo – Văn xã có 2 văn bản quá hạn.\n")


async def test_a_long_list_goes_on(chat_as: ChatAs, people: People, sqlite_store: Store) -> None:
    many = [(f"{n}/SYT-NVY", of_hoa(people, f"2026-11-{n:02}")) for n in range(2, 10)]
    await keep(sqlite_store, *many)
    chat = await chat_as(people.hoa)

    first = await chat.say("văn bản quá hạn")
    assert first.startswith("Đồng chí có 8 văn bản quá hạn.\n\n1. 2/SYT-NVY")
    assert chat.buttons == ["1", "2", "3", "4", "5", "6", "Xem thêm"]
    rest = await chat.press("Xem thêm")
    assert rest.startswith("Đồng chí có 8 văn bản quá hạn.\n\n7. 8/SYT-NVY")
    assert chat.buttons == ["7", "8", "Trang trước"]
    assert await chat.press("Trang trước") == first
    assert chat.buttons == ["1", "2", "3", "4", "5", "6", "Xem thêm"]


async def test_a_long_list_of_a_unit_and_a_time_goes_on(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    many = [(f"{n}/SYT-NVY", of_hoa(people, f"2026-11-{n:02}")) for n in range(2, 10)]
    await keep(sqlite_store, *many)
    chat = await chat_as(people.leader)

    words = "Phòng Khoa giáo – Văn xã có 8 văn bản quá hạn, hạn từ "
    assert (await chat.say("văn bản quá hạn phòng KGVX quý này")).startswith(words)
    rest = await chat.press("Xem thêm")
    assert rest.startswith(words)
    assert "7. 8/SYT-NVY" in rest


async def test_overdue_within_a_time_that_was_said(
    chat_as: ChatAs, people: People, some_late: None, hands: Hands
) -> None:
    chat = await chat_as(people.leader)

    hands.set("2026-11-19 08:00")
    assert (await chat.say("tuần này có văn bản nào quá hạn")).startswith(
        "Toàn Văn phòng có 4 văn bản quá hạn.\n"
    )
    assert (await chat.say("văn bản quá hạn trong tháng này")).startswith(
        "Toàn Văn phòng có 4 văn bản quá hạn, hạn từ Chủ nhật 01/11/2026 đến thứ Tư 18/11/2026.\n"
    )
    assert (await chat.say("văn bản quá hạn tuần trước")).startswith(
        "Toàn Văn phòng có 4 văn bản quá hạn, hạn từ thứ Hai 09/11/2026 đến Chủ nhật 15/11/2026.\n"
    )
    assert (await chat.say("văn bản quá hạn ngày 11/11")).startswith(
        "Toàn Văn phòng có 1 văn bản quá hạn, hạn thứ Tư 11/11/2026.\n"
    )


@pytest.mark.parametrize(
    "words",
    ["văn bản quá hạn", "văn bản nào sắp đến hạn", "công văn 1234 kgvx tới đâu rồi"],
)
async def test_a_stranger_hears_whom_it_is_for(
    chat_as: ChatAs, some_late: None, words: str
) -> None:
    chat = await chat_as()

    assert await chat.say(words) == FOR_STAFF


async def test_in_english(chat_as: ChatAs, people: People, some_late: None) -> None:
    chat = await chat_as(people.hoa)

    assert await chat.say("overdue documents") == (
        "You have 2 overdue documents.\n"
        "One more document has no deadline yet.\n"
        "\n"
        "1. 11/SYT-NVY · one day of working time late (due Thursday 12/11/2026)\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế)\n"
        "2. 12/SYT-NVY · FLASH · 30 minutes late (due Friday 13/11/2026)\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế)\n"
        "\n"
        "As of 08:00 Monday 16/11/2026, according to the register of documents."
    )


async def test_what_falls_due_in_the_next_working_days(
    chat_as: ChatAs, people: People, sqlite_store: Store, hands: Hands
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        day = dt.date(2026, 11, 23)
        db.add(DayOverride(day=day, kind=DayKind.OFF, name="Đề xuất", official=False))
    await keep(
        sqlite_store,
        ("1/SYT-NVY", of_hoa(people, "2026-11-20")),
        ("2/SYT-NVY", of_hoa(people, "2026-11-21", urgency=Urgency.URGENT)),
        ("3/SYT-NVY", of_hoa(people, "2026-11-22", urgency=Urgency.VERY_URGENT)),
        ("4/SYT-NVY", of_hoa(people, "2026-11-25")),
        ("5/SYT-NVY", of_hoa(people, "2026-12-01")),
    )
    hands.set("2026-11-20 16:00")
    chat = await chat_as(people.hoa)

    assert await chat.say("văn bản nào sắp đến hạn") == (
        "Đồng chí có 4 văn bản sắp đến hạn, hạn từ thứ Sáu 20/11/2026 đến thứ Hai 30/11/2026.\n"
        "\n"
        "1. 1/SYT-NVY · Hạn hôm nay, thứ Sáu 20/11/2026\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế)\n"
        "2. 2/SYT-NVY · KHẨN · Đến hạn vào ngày nghỉ thứ Bảy 21/11/2026\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế)\n"
        "3. 3/SYT-NVY · THƯỢNG KHẨN · Đến hạn vào ngày nghỉ Chủ nhật 22/11/2026\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế)\n"
        "4. 4/SYT-NVY · Còn 2 ngày làm việc (hạn thứ Tư 25/11/2026; tạm tính)\n"
        "V/v triển khai tiêm chủng mở rộng (Sở Y tế)" + AGED
    )
    hands.set("2026-11-21 16:00")
    assert "1. 1/SYT-NVY · Đã quá hạn (hạn thứ Sáu 20/11/2026)\n" in await chat.say(
        "văn bản quá hạn"
    )


async def test_what_falls_due_in_a_time_that_was_said(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    await keep(sqlite_store, ("1/SYT-NVY", of_hoa(people, "2026-11-18")))
    chat = await chat_as(people.hoa)

    assert (await chat.say("tuần này có văn bản nào đến hạn")).startswith(
        "Đồng chí có 1 văn bản sắp đến hạn, hạn từ thứ Hai 16/11/2026 đến Chủ nhật 22/11/2026.\n"
    )
    assert await chat.say("văn bản đến hạn hôm nay") == (
        "Đồng chí không có văn bản nào sắp đến hạn, hạn thứ Hai 16/11/2026." + AS_OF
    )


async def test_a_document_by_its_number(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    more = of_hoa(
        people,
        "2026-11-19",
        book_number=1812,
        issuer="UBND huyện cũ <A>",
        subject="V/v “<b>giá đất</b>”",
        instruction="Tham mưu trả lời",
        instructed_by_id=people.leader.id,
        held_since=make.at("2026-11-13 10:00"),
        urgency=Urgency.FLASH,
    )
    await keep(sqlite_store, ("1234/UBND-KGVX", more))
    chat = await chat_as(people.hoa)

    assert await chat.say("cv 1234 kgvx tới đâu rồi") == (
        "1234/UBND-KGVX · HỎA TỐC\n"
        "V/v “<b>giá đất</b>”\n"
        "Văn bản đến số 1812: UBND huyện cũ <A> ban hành thứ Năm 12/11/2026, "
        "đến thứ Sáu 13/11/2026.\n"
        "Ý kiến chỉ đạo của đồng chí Nông Văn Thành: Tham mưu trả lời\n"
        "Đang xử lý: đồng chí Trần Thị Hoa (Phòng Khoa giáo – Văn xã), "
        "từ 10:00 thứ Sáu 13/11/2026.\n"
        "Thời hạn: Còn 3 ngày làm việc (hạn thứ Năm 19/11/2026)." + AS_OF
    )
    assert chat.buttons == [
        "Đã nhận", "Đã xong", "Xin gia hạn", "Chuyển lại", "Nhắc lại sau",
    ]  # fmt: skip

    leader = await chat_as(people.leader)
    await leader.say("văn bản đến số 1812 tới đâu rồi")
    assert leader.buttons == []  # only who holds it says that it is done


def by_rule(people: People, due: str = "2026-11-18") -> dict[str, Any]:
    """Hoa's: three working days from Friday 13/11/2026, 09:00."""
    rule = {
        "due_limit": 3,
        "due_unit": TimeUnit.WORKING_DAYS,
        "due_from": make.at("2026-11-13 09:00"),
    }
    return of_hoa(people, due) | rule


async def test_a_due_time_whose_rule_is_known_explains_itself(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    await keep(sqlite_store, ("1234/UBND-KGVX", by_rule(people)))
    chat = await chat_as(people.hoa)

    assert (await chat.say("cv 1234 kgvx tới đâu rồi")).endswith(
        "\nThời hạn: Còn 2 ngày làm việc (hạn thứ Tư 18/11/2026).\n"
        "Hạn: hết ngày làm việc thứ Tư 18/11/2026. Nhận 09:00 thứ Sáu 13/11/2026, "
        "thời hạn 03 ngày làm việc; không tính ngày nhận, thứ Bảy, Chủ nhật." + AS_OF
    )


async def test_a_pause_is_part_of_the_explanation(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    await keep(sqlite_store, ("1234/UBND-KGVX", by_rule(people, "2026-11-19")))
    async with sqlite_store.sessions() as db, db.begin():
        document = (await db.exec(select(IncomingDocument))).one()
        assert document.id
        pause = DuePause(
            item_kind=ItemKind.DOCUMENT,
            item_id=document.id,
            began_at=make.at("2026-11-16 07:30"),
            ended_at=make.at("2026-11-16 17:00"),
        )
        db.add(pause)
    chat = await chat_as(people.hoa)

    assert (
        "Không tính thời gian tạm dừng từ 07:30 thứ Hai 16/11/2026 đến 17:00 thứ Hai 16/11/2026."
        in await chat.say("cv 1234 kgvx tới đâu rồi")
    )


@pytest.mark.parametrize(
    "more", [{"due_on": make.day("2026-11-20")}, {"due_unit": None}, {"state": DocumentState.DONE}]
)
async def test_a_due_time_that_its_rule_does_not_give_is_not_explained_by_it(
    chat_as: ChatAs, people: People, sqlite_store: Store, more: dict[str, Any]
) -> None:
    await keep(sqlite_store, ("1234/UBND-KGVX", by_rule(people) | more))
    chat = await chat_as(people.hoa)

    assert "hết ngày làm việc" not in await chat.say("cv 1234 kgvx tới đâu rồi")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "Chưa phân công xử lý.\nThời hạn: Chưa đặt hạn."),
        ({"instruction": "Khẩn trương"}, "Ý kiến chỉ đạo: Khẩn trương\nChưa phân công xử lý.\n"),
        ({"unit_id": 1}, "Đã chuyển Phòng Khoa giáo – Văn xã, chưa phân công người xử lý.\n"),
        ({"holder_id": 4}, "Đang xử lý: đồng chí Phạm Văn Bình.\n"),
        (
            {"holder_id": 4, "held_since": MONDAY},
            "Đang xử lý: đồng chí Phạm Văn Bình, từ 08:00 thứ Hai 16/11/2026.\n",
        ),
        ({"state": DocumentState.RETURNED}, "Đã trả lại nơi gửi.\n"),
        ({"state": DocumentState.DONE}, "Đã xử lý xong.\n"),
        (
            {"state": DocumentState.DONE, "done_at": MONDAY, "reply_number": "7/UBND-TH"},
            "Đã xử lý xong lúc 08:00 thứ Hai 16/11/2026.\nVăn bản trả lời: 7/UBND-TH.\n",
        ),
    ],
)
async def test_how_far_a_document_is(
    chat_as: ChatAs, people: People, sqlite_store: Store, more: dict[str, Any], told: str
) -> None:
    await keep(sqlite_store, ("1234/UBND-KGVX", more))
    chat = await chat_as(people.leader)

    assert told in await chat.say("1234/ubnd-kgvx")
    assert chat.buttons == []


async def send_out(store: Store, number: int, sign: str, **more: Any) -> None:
    values: dict[str, Any] = {
        "year": 2026,
        "number": number,
        "sign": sign,
        "number_key": f"{number:02}/{sign}".lower().replace("đ", "d"),
        "kind": DocumentKind.DECISION,
        "subject": "Phê duyệt kế hoạch chuyển đổi số",
        "dated": make.day("2026-11-10"),
        "source_at": MONDAY,
        **more,
    }
    async with store.sessions() as db, db.begin():
        db.add(OutgoingDocument(**values))


async def test_an_outgoing_document(chat_as: ChatAs, people: People, sqlite_store: Store) -> None:
    await send_out(sqlite_store, 3100, "QĐ-UBND")
    await send_out(
        sqlite_store,
        5,
        "GM-UBND",
        signer_id=people.leader.id,
        unit_id=people.arts.id,
        issued_at=make.at("2026-11-10 15:00"),
    )
    chat = await chat_as(people.hoa)

    assert await chat.say("qd 3100") == (
        "3100/QĐ-UBND\n"
        "Phê duyệt kế hoạch chuyển đổi số\n"
        "Văn bản đi, ngày thứ Ba 10/11/2026.\n"
        "Chưa phát hành, đã ký từ thứ Ba 10/11/2026: quá hạn phát hành "
        "(chậm nhất thứ Tư 11/11/2026)." + AS_OF
    )
    await send_out(sqlite_store, 7, "KH-UBND", dated=make.day("2026-11-13"))
    assert "Chưa phát hành, đã ký từ thứ Sáu 13/11/2026; phát hành chậm nhất thứ Hai" in (
        await chat.say("kế hoạch 7/KH-UBND phát hành chưa?")
    )
    assert await chat.say("05/GM-UBND") == (
        "05/GM-UBND\n"
        "Phê duyệt kế hoạch chuyển đổi số\n"
        "Văn bản đi, ngày thứ Ba 10/11/2026.\n"
        "Phát hành lúc 15:00 thứ Ba 10/11/2026.\n"
        "Người ký: đồng chí Nông Văn Thành (ký số).\n"
        "Đơn vị soạn thảo: Phòng Khoa giáo – Văn xã." + AS_OF
    )


async def test_several_documents_with_one_number_are_a_choice(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    await keep(
        sqlite_store,
        ("45/SYT-NVY", {}),
        ("45/STC-NS", {"dated": make.day("2026-11-11"), "issuer": "Sở Tài chính"}),
        ("45/STP-HC", {"year": 2025, "dated": make.day("2025-11-11")}),
    )
    await send_out(sqlite_store, 45, "KH-UBND")
    chat = await chat_as(people.leader)

    assert await chat.say("văn bản số 45") == (
        "Có nhiều văn bản phù hợp, mời đồng chí chọn:\n"
        "1. 45/SYT-NVY của Sở Y tế, thứ Năm 12/11/2026: V/v triển khai tiêm chủng mở rộng\n"
        "2. 45/STC-NS của Sở Tài chính, thứ Tư 11/11/2026: V/v triển khai tiêm chủng mở rộng\n"
        "3. 45/KH-UBND (văn bản đi), thứ Ba 10/11/2026: Phê duyệt kế hoạch chuyển đổi số"
    )
    assert (await chat.press("3")).startswith("45/KH-UBND\n")
    await chat.say("văn bản số 45")
    assert (await chat.press("2")).startswith("45/STC-NS\n")
    assert (await chat.say("văn bản số 45 năm 2025")).startswith("45/STP-HC\n")


async def test_too_many_to_choose_from(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    await keep(sqlite_store, *((f"45/S{n}-X", {}) for n in range(10, 18)))
    chat = await chat_as(people.leader)

    assert (await chat.say("văn bản số 45")).startswith(
        "Có nhiều văn bản phù hợp. Dưới đây là những văn bản mới nhất; "
        "mời đồng chí chọn, hoặc nói rõ thêm ký hiệu, năm:\n1. "
    )
    assert chat.buttons == ["1", "2", "3", "4", "5", "6"]


async def test_a_document_by_what_it_is_about(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    long = "V/v đẩy mạnh cải cách hành chính gắn với chuyển đổi số, " + "phục vụ người dân " * 9
    await keep(
        sqlite_store,
        ("7/SNV-CCHC", of_hoa(people, subject=long.strip())),
        ("8/SNV-CCHC", of_hoa(people, subject="V/v cải cách hành chính quý IV")),
        ("9/SNV-CCHC", of_binh(people, "2026-11-20", subject="V/v cải cách hành chính")),
    )
    chat = await chat_as(people.hoa)

    words = await chat.say("tìm công văn về cải cách hành chính")

    assert words.startswith("Có nhiều văn bản phù hợp, mời đồng chí chọn:\n1. 8/SNV-CCHC")
    assert "chuyển đổi số, phục vụ người dân" in words
    assert words.endswith("…")
    assert "9/SNV-CCHC" not in words  # a colleague's


async def test_nothing_is_found(chat_as: ChatAs, people: People, sqlite_store: Store) -> None:
    await keep(sqlite_store, ("9/SNV-CCHC", of_binh(people, "2026-11-20")))
    chat = await chat_as(people.hoa)
    not_found = (
        "Không thấy văn bản số 9/SNV-CCHC trong các văn bản đồng chí được xem.\n"
        "Xin kiểm tra lại số, ký hiệu và năm ban hành."
    )

    assert await chat.say("9/SNV-CCHC") == not_found
    assert await chat.say("8/SNV-CCHC") == not_found.replace("9/", "8/")
    assert await chat.say("tìm công văn về phòng chống thiên tai") == (
        "Không thấy văn bản nào về “phòng chống thiên tai” trong các văn bản đồng chí được xem.\n"
        "Mời đồng chí gõ số, ký hiệu hoặc những chữ khác trong trích yếu."
    )
    assert await chat.say("tra cứu văn bản") == (
        "Mời đồng chí cho biết số, ký hiệu (ví dụ “1234/UBND-KGVX”) "
        "hoặc vài chữ trong trích yếu của văn bản cần tra."
    )


async def change(store: Store, **values: Any) -> None:
    async with store.sessions() as db, db.begin():
        await (await db.connection()).execute(sa.update(IncomingDocument).values(**values))


@pytest_asyncio.fixture
async def letter(sqlite_store: Store, people: People) -> None:
    """One document on Hoa's desk."""
    await keep(sqlite_store, ("1234/UBND-KGVX", of_hoa(people, "2026-11-19")))


async def test_done_is_read_back_and_kept(
    chat_as: ChatAs, people: People, sqlite_store: Store, letter: None, hands: Hands
) -> None:
    chat = await chat_as(people.hoa)
    await chat.say("cv 1234")
    other_card = chat.conversation.last
    await chat.say("cv 1234")
    card = chat.conversation.last

    hands.set("2026-11-16 08:10")
    assert await chat.press("Đã xong") == (
        "Đã ghi nhận văn bản 1234/UBND-KGVX xử lý xong lúc 08:10 thứ Hai 16/11/2026.\n"
        "V/v triển khai tiêm chủng mở rộng"
    )
    chat.conversation.last = card
    assert await chat.press("Đã xong") == ""  # pressed twice: the card reads already what was said
    hands.set("2026-11-16 09:00")
    chat.conversation.last = other_card
    assert await chat.press("Đã xong") == (
        "Văn bản 1234/UBND-KGVX đã được ghi nhận xử lý xong lúc 08:10 thứ Hai 16/11/2026."
    )
    async with sqlite_store.reading() as db:
        [document] = (await db.exec(select(IncomingDocument))).all()
        entries = (await db.exec(select(AuditEntry).order_by(col(AuditEntry.id)))).all()
    assert (document.state, document.done_on) == (DocumentState.DONE, make.day("2026-11-16"))
    assert [entry.act for entry in entries] == [
        "document.status",
        "document.status",
        "document.done",  # once, whatever was pressed after it
        "press.done",
    ]
    assert {(entry.item_id, entry.person_id) for entry in entries} == {(document.id, people.hoa.id)}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {"holder_id": 4},
            "Không thấy văn bản này trong các văn bản đồng chí được xem.",
        ),
        (
            {"state": "returned"},
            "Văn bản 1234/UBND-KGVX đã được trả lại nơi gửi, nên không ghi nhận thêm.",
        ),
        (
            {"due_version": 2, "due_on": dt.date(2026, 11, 20)},
            "Thời hạn của văn bản 1234/UBND-KGVX đã thay đổi nên chưa ghi nhận gì. "
            "Còn 4 ngày làm việc (hạn thứ Sáu 20/11/2026).\n"
            "Nếu văn bản đã xử lý xong, mời đồng chí bấm lại.",
        ),
    ],
)
async def test_what_changed_since_the_button_was_made(
    chat_as: ChatAs,
    people: People,
    sqlite_store: Store,
    letter: None,
    values: dict[str, Any],
    told: str,
) -> None:
    chat = await chat_as(people.hoa)
    await chat.say("cv 1234")
    await change(sqlite_store, **values)

    assert await chat.press("Đã xong") == told


async def test_a_head_whose_document_was_given_to_somebody_else(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    await keep(sqlite_store, ("1234/UBND-KGVX", of_hoa(people) | {"holder_id": people.head.id}))
    chat = await chat_as(people.head)
    await chat.say("cv 1234")
    card = chat.conversation.last
    await chat.say("cv 1234")

    await change(sqlite_store, holder_id=people.hoa.id)
    assert await chat.press("Đã xong") == (
        "Văn bản 1234/UBND-KGVX nay do Trần Thị Hoa xử lý, nên chưa ghi nhận gì. "
        "Chỉ người đang xử lý mới ghi nhận được việc đã xong."
    )
    await change(sqlite_store, holder_id=None)
    chat.conversation.last = card
    assert "nay do Phòng Khoa giáo – Văn xã xử lý" in await chat.press("Đã xong")


async def test_a_press_again_after_a_new_deadline_counts(
    chat_as: ChatAs, people: People, sqlite_store: Store, letter: None
) -> None:
    chat = await chat_as(people.hoa)
    await chat.say("cv 1234")
    await change(sqlite_store, due_version=2)
    await chat.press("Đã xong")

    assert (await chat.press("Đã xong")).startswith("Đã ghi nhận văn bản 1234/UBND-KGVX")


async def test_to_be_reminded_later(
    chat_as: ChatAs, people: People, sqlite_store: Store, letter: None, hands: Hands
) -> None:
    chat = await chat_as(people.hoa)
    await chat.say("cv 1234")
    card = chat.conversation.last

    assert await chat.press("Nhắc lại sau") == ("Đồng chí muốn được nhắc lại việc này vào lúc nào?")
    assert chat.buttons == ["1 giờ nữa", "Chiều nay", "Sáng mai", "Giờ khác"]
    times = chat.conversation.last
    chat.conversation.last = card
    await chat.press("Nhắc lại sau")
    assert await chat.press("Chiều nay") == (
        "Sẽ nhắc lại 1234/UBND-KGVX lúc 13:30 thứ Hai 16/11/2026."
    )
    async with sqlite_store.reading() as db:
        [message] = (await db.exec(select(Message))).all()
    assert message.send_at == make.at("2026-11-16 13:30")

    hands.set("2026-11-16 14:00")
    chat.conversation.last = times
    assert await chat.press("Chiều nay") == (
        "Thời điểm đó đã qua. Mời đồng chí bấm “Nhắc lại sau” một lần nữa để chọn giờ khác."
    )
    chat.conversation.last = card
    await chat.press("Nhắc lại sau")
    assert await chat.press("1 giờ nữa") == (
        "Sẽ nhắc lại 1234/UBND-KGVX lúc 15:00 thứ Hai 16/11/2026."
    )


async def test_tomorrow_is_the_next_working_day(
    chat_as: ChatAs, people: People, letter: None, hands: Hands
) -> None:
    hands.set("2026-11-20 16:45")
    chat = await chat_as(people.hoa)
    await chat.say("cv 1234")
    await chat.press("Nhắc lại sau")

    assert chat.buttons == ["1 giờ nữa", "Sáng thứ Hai 23/11/2026", "Giờ khác"]
    assert await chat.press("Sáng thứ Hai 23/11/2026") == (
        "Sẽ nhắc lại 1234/UBND-KGVX lúc 07:30 thứ Hai 23/11/2026."
    )


async def test_what_is_done_needs_no_reminder(
    chat_as: ChatAs, people: People, sqlite_store: Store, letter: None
) -> None:
    chat = await chat_as(people.hoa)
    await chat.say("cv 1234")
    await chat.press("Nhắc lại sau")
    await change(sqlite_store, state="done")

    assert await chat.press("Sáng mai") == (
        "Việc này đã xong hoặc không còn do đồng chí theo dõi, nên không cần nhắc lại."
    )
