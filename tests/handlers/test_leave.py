"""“Từ 30/11 đến 04/12 chị Hoa thay tôi”: asked, accepted or declined, ended."""

import pytest
import pytest_asyncio
from sqlmodel import col, select

from storage.engine import Store
from storage.models import Leave, LeaveState, Person
from storage.viewer import Role
from tests import office as make
from tests.bot.at_work import AtWork
from tests.chat import Chat, ChatAs
from tests.hands import Hands

WEEK = "từ thứ Hai 30/11/2026 đến hết thứ Sáu 04/12/2026"


@pytest_asyncio.fixture
async def people(sqlite_store: Store) -> dict[str, Person]:
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db, "KGVX", name="Phòng Khoa giáo – Văn xã")
        return {
            "lan": await make.person(db, "Bùi Thị Lan", unit_id=unit.id),
            "hoa": await make.person(db, "Trần Thị Hoa", unit_id=unit.id),
            "tuan": await make.person(db, "Lương Đình Tuấn", unit_id=unit.id),
            "admin": await make.person(db, "Chu Văn Khoa", Role.ADMIN, unit_id=unit.id),
        }


@pytest_asyncio.fixture
async def chats(people: dict[str, Person], chat_as: ChatAs, hands: Hands) -> dict[str, Chat]:
    hands.set("2026-11-25 09:00")
    return {name: await chat_as(person) for name, person in people.items()}


async def states(store: Store) -> list[LeaveState]:
    async with store.reading() as db:
        return [one.state for one in await db.exec(select(Leave).order_by(col(Leave.id)))]


async def test_the_stand_in_is_asked_accepts_and_the_absent_one_hears_of_it(
    chats: dict[str, Chat], at_work: AtWork, sqlite_store: Store
) -> None:
    lan, hoa = chats["lan"], chats["hoa"]
    assert await lan.say("từ 30/11 đến 04/12 chị Hoa thay tôi") == (
        f"Đã ghi đồng chí nghỉ {WEEK} và đã hỏi đồng chí Trần Thị Hoa xử lý thay. "
        "Từ khi đồng chí ấy nhận, lời nhắc việc của đồng chí trong những ngày này chuyển sang "
        "đồng chí ấy."
    )
    assert lan.buttons == ["Hủy nghỉ"]
    await at_work.at("2026-11-25 09:01")
    assert hoa.pushed == (
        f"Đồng chí Bùi Thị Lan nghỉ {WEEK} và nhờ đồng chí xử lý thay. Nếu nhận, trong những "
        "ngày này đồng chí được nhắc và xem những việc đến lượt nhắc của đồng chí ấy."
    )
    assert hoa.buttons == ["Nhận thay", "Không nhận"]
    assert await states(sqlite_store) == [LeaveState.ASKED]
    offer = hoa.conversation.last
    assert await hoa.press("Nhận thay") == (
        f"Cảm ơn đồng chí. Đồng chí nhận xử lý thay đồng chí Bùi Thị Lan {WEEK}; "
        "lời nhắc sẽ ghi “thay”."
    )
    assert await states(sqlite_store) == [LeaveState.ACCEPTED]
    hoa.conversation.last = offer
    assert "Nhận thay" not in await hoa.press("Không nhận")
    assert await states(sqlite_store) == [LeaveState.ACCEPTED]
    await at_work.at("2026-11-25 09:02")
    assert lan.pushed == (
        f"Đồng chí Trần Thị Hoa nhận xử lý thay đồng chí {WEEK}. Trong những ngày này lời nhắc "
        "việc gửi đồng chí ấy, trừ đơn tố cáo."
    )


async def test_what_is_missing_is_asked_for_and_nothing_else(
    chats: dict[str, Chat], sqlite_store: Store
) -> None:
    lan = chats["lan"]
    assert (await lan.say("tôi muốn báo nghỉ")).startswith("Đồng chí nghỉ những ngày nào?")
    assert await lan.say("từ 30/11 đến 04/12") == (
        f"Đồng chí nghỉ {WEEK}. Ai xử lý thay? Mời ghi họ tên hoặc chức vụ."
    )
    assert "đã hỏi đồng chí Lương Đình Tuấn" in await lan.say("anh Tuấn")
    assert await states(sqlite_store) == [LeaveState.ASKED]


@pytest.mark.parametrize(
    ("words", "days", "who"),
    [
        ("mai tôi nghỉ, anh Tuấn xử lý thay", "thứ Năm 26/11/2026", "Tuấn"),
        ("tuần sau tôi đi công tác, Hoa thay", "từ thứ Hai 30/11/2026", "Hoa"),
        ("I am away tomorrow, Hoa stands in for me", "on Thursday 26/11/2026", "Hoa"),
        ("nho chi Hoa xu ly thay toi ngay mai", "thứ Năm 26/11/2026", "Hoa"),
    ],
)
async def test_it_is_said_as_people_say_it(
    chats: dict[str, Chat], words: str, days: str, who: str
) -> None:
    reply = await chats["lan"].say(words)
    assert days in reply
    assert who in reply


async def test_a_stand_in_may_decline(
    chats: dict[str, Chat], at_work: AtWork, sqlite_store: Store
) -> None:
    await chats["lan"].say("mai tôi nghỉ, chị Hoa xử lý thay")
    await at_work.at("2026-11-25 09:01")
    assert chats["hoa"].pushed
    assert "không nhận xử lý thay đồng chí Bùi Thị Lan" in await chats["hoa"].press("Không nhận")
    await at_work.at("2026-11-25 09:02")
    assert "Mời đồng chí chọn người khác" in chats["lan"].pushed
    assert await states(sqlite_store) == [LeaveState.REFUSED]


async def test_it_is_taken_back_and_the_stand_in_told(
    chats: dict[str, Chat], at_work: AtWork, sqlite_store: Store
) -> None:
    lan, hoa = chats["lan"], chats["hoa"]
    assert (await lan.say("hủy nghỉ")).startswith("Đồng chí không có lần báo nghỉ nào")
    await lan.say("mai tôi nghỉ, chị Hoa xử lý thay")
    await at_work.at("2026-11-25 09:01")
    offer = hoa.pushed and hoa.conversation.last
    assert "Trần Thị Hoa xử lý thay (chưa trả lời)" in await lan.say("hủy nghỉ")
    assert "Đã hủy nghỉ thứ Năm 26/11/2026" in await lan.press("Hủy nghỉ")
    assert await states(sqlite_store) == [LeaveState.ENDED]
    await at_work.at("2026-11-25 09:02")
    assert "đã hủy nghỉ thứ Năm 26/11/2026" in hoa.pushed
    assert offer
    hoa.conversation.last = offer
    assert await hoa.press("Nhận thay") == "Đồng chí Bùi Thị Lan đã hủy lần nghỉ này."


async def test_leaves_do_not_overlap(
    chats: dict[str, Chat], at_work: AtWork, sqlite_store: Store
) -> None:
    lan, hoa, tuan = chats["lan"], chats["hoa"], chats["tuan"]
    await lan.say("từ 30/11 đến 04/12 chị Hoa thay tôi")
    assert "đã báo nghỉ" in await lan.say("từ 02/12 đến 03/12 anh Tuấn thay tôi")
    await at_work.at("2026-11-25 09:01")
    assert hoa.pushed
    await hoa.press("Nhận thay")
    assert "đã nhận xử lý thay đồng chí Bùi Thị Lan" in await hoa.say(
        "từ 04/12 đến 07/12 anh Tuấn thay tôi"
    )
    assert "Người đó cũng vắng" in await tuan.say("ngày 01/12 tôi nghỉ, chị Lan xử lý thay")
    assert await states(sqlite_store) == [LeaveState.ACCEPTED]
    assert "đã hỏi đồng chí Trần Thị Hoa" in await tuan.say("từ 01/12 đến 02/12 chị Hoa thay tôi")
    await at_work.at("2026-11-25 09:02")
    assert "Tuấn nghỉ" in hoa.pushed
    assert "Cảm ơn đồng chí" in await hoa.press("Nhận thay")
    assert await states(sqlite_store) == [LeaveState.ACCEPTED, LeaveState.ACCEPTED]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("từ 16/11 đến 20/11 chị Hoa thay tôi", "đã qua"),
        ("từ 30/11/2026 đến 30/12/2027 chị Hoa thay tôi", "dài hơn sáu tháng"),
        ("từ 30/11 đến 04/12 chị Lan thay tôi", "phải là người khác"),
        ("từ 30/11 đến 04/12 anh Khoa thay tôi", "không nhận được việc thay"),
    ],
)
async def test_what_cannot_be_is_said_kindly_and_asked_again(
    chats: dict[str, Chat], sqlite_store: Store, words: str, answer: str
) -> None:
    assert answer in await chats["lan"].say(words)
    assert await states(sqlite_store) == []


async def test_whom_nothing_reaches_is_not_asked(
    chats: dict[str, Chat], sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.person(db, "Vi Thu Hà", unit_id=1)
    assert "chưa liên kết tài khoản" in await chats["lan"].say("mai tôi nghỉ, chị Hà xử lý thay")
    assert await states(sqlite_store) == []


async def test_a_stranger_has_no_leave(chat_as: ChatAs, people: dict[str, Person]) -> None:
    assert people
    assert "dành cho cán bộ" in await (await chat_as()).say("mai tôi nghỉ, chị Hoa xử lý thay")


@pytest.mark.parametrize(
    "words",
    [
        "hủy nghỉ",
        "huy nghi phep",
        "tôi không nghỉ nữa",
        "không cần chị Hoa thay nữa",
        "cancel my leave",
        "I am not away any more",
    ],
)
async def test_words_that_take_a_leave_back_begin_none(
    chats: dict[str, Chat], sqlite_store: Store, words: str
) -> None:
    answer = await chats["lan"].say(words)
    assert answer.startswith(("Đồng chí không có lần báo nghỉ", "You have told of no leave"))
    assert await states(sqlite_store) == []
