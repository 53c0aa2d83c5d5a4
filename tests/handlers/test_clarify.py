"""Two meanings are about as likely, or none is: the asker is asked back and shown what is there."""

import datetime as dt

import pytest

from storage.engine import Store
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs


async def test_two_likely_meanings_are_two_buttons_and_each_asks_its_own(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        unit_id = (await make.unit(db)).id
        officer = await make.person(db, unit_id=unit_id)
        theirs = {"holder_id": officer.id, "unit_id": unit_id}
        await make.document(db, "1/SYT-NVY", due_on=dt.date(2026, 11, 17), **theirs)
        await make.document(db, "2/SYT-NVY", due_on=dt.date(2026, 11, 13), **theirs)
    chat = await chat_as(officer)
    assert await chat.say("của phòng mình hết hạn rồi") == "Ý anh/chị là nội dung nào dưới đây?"
    asked_back = chat.conversation.last[-1].message_id
    data = {label: data for row in chat.conversation.last[-1].buttons for label, data in row}
    for label, sign in (("Văn bản quá hạn", "2/SYT-NVY"), ("Văn bản sắp đến hạn", "1/SYT-NVY")):
        told = await chat.conversation.press_data(asked_back, data[label])
        assert sign in told[0].text
        assert told[0].text.count("/SYT-NVY") == 1


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.OFFICER, ["Việc hôm nay", "Lịch họp", "Văn bản quá hạn"]),
        (
            Role.CITIZEN,
            [
                "Hồ sơ của tôi",
                "Đơn thư của tôi",
                "Thông tin Văn phòng",
                "Gửi câu này để trợ lý học",
            ],
        ),
    ],
)
async def test_what_is_not_ours_is_answered_with_what_is(
    chat_as: ChatAs, sqlite_store: Store, role: Role, offered: list[str]
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        somebody = await make.person(db, role=role)
    chat = await chat_as(somebody)
    reply = await chat.say("giá vàng hôm nay bao nhiêu")
    assert reply.startswith("Nội dung này nằm ngoài việc trợ lý làm được.")
    assert chat.buttons == offered
    for label in offered:
        assert "ngoài việc trợ lý làm được" not in await chat.press(label)
        await chat.say("giá vàng hôm nay bao nhiêu")


async def test_a_code_that_had_to_be_guessed_is_asked_back(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.dossier(db, "000.00.12.H37-261103-0112", is_public=True)
    chat = await chat_as(None)
    assert await chat.say("ho so 000.00.12.H37-2611o3-o112 toi dau roi") == (
        "Trợ lý đọc mã anh/chị gõ là 000.00.12.H37-261103-0112. Có đúng mã này không ạ? "
        "Nếu chưa đúng, mời anh/chị gõ lại mã như trên giấy."
    )
    assert chat.buttons == ["Đúng, tra 000.00.12.H37-261103-0112"]
    told = await chat.press("Đúng, tra 000.00.12.H37-261103-0112")
    assert told.startswith("Hồ sơ 000.00.12.H37-261103-0112")


async def test_of_two_with_one_name_the_asker_chooses(chat_as: ChatAs, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db, "KT", name="Phòng Kinh tế")
        asker = await make.person(db)
        await make.person(db, "Tô Minh Dũng", title="Chuyên viên", unit_id=unit.id)
        other = await make.person(db, "Ngô Anh Dũng", role=Role.HEAD, title="Trưởng phòng Kinh tế")
        await make.meeting(db, "2026-11-17 08:00", other)
    chat = await chat_as(asker)
    assert await chat.say("lịch anh Dũng ngày mai") == (
        "Có 2 người cùng tên. Anh/chị hỏi về ai?\n"
        "1. Ngô Anh Dũng, Trưởng phòng Kinh tế\n"
        "2. Tô Minh Dũng, Chuyên viên, Phòng Kinh tế"
    )
    assert chat.buttons == ["1", "2"]
    told = await chat.press("1")
    assert told.startswith("Lịch họp của đồng chí Ngô Anh Dũng, thứ Ba 17/11/2026: 1 cuộc họp.")


@pytest.mark.parametrize("words", ["lịch họp 30/2", "sang 31/4 co hop gi khong"])
async def test_a_day_that_there_is_not_is_asked_back(
    chat_as: ChatAs, sqlite_store: Store, words: str
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        officer = await make.person(db)
    chat = await chat_as(officer)
    reply = await chat.say(words)
    assert reply.startswith("Không có ngày “")
    assert "30/2" in reply or "31/4" in reply
