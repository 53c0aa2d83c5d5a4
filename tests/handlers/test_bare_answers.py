"""“26/11”, “chuyển đổi số”, “thôi”, “ừ” · What was asked back is answered in a word or two."""

import datetime as dt

import pytest_asyncio

from handlers.understanding.asked import Question
from storage.engine import Store
from storage.models import Person
from storage.viewer import Role
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import Hands


@pytest_asyncio.fixture
async def officer(sqlite_store: Store) -> Person:
    """Somebody with a document about digital transformation and a meeting on the 17th."""
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db, "NC", name="Phòng Nội chính")
        hoa = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
        await make.person(db, "Vũ Quốc Dũng", Role.LEADER, fields_in_charge="giáo dục, y tế")
        for number, subject in (("812/STTTT-CNTT", "Kế hoạch chuyển đổi số"), ("9/SYT", "Tiêm")):
            await make.document(
                db, number, subject=subject, unit_id=unit.id, holder_id=hoa.id,
                due_on=dt.date(2026, 11, 12),
            )  # fmt: skip
        await make.meeting(db, "2026-11-17 08:00", hoa, subject="Họp ngân sách")
    return hoa


def question(chat: Chat) -> Question | None:
    turn = chat.conversation.turn
    return turn.asked.question if turn and turn.asked else None


async def test_what_a_question_lacks_is_asked_for_and_taken_bare(
    chat_as: ChatAs, officer: Person
) -> None:
    chat = await chat_as(officer)
    assert "số, ký hiệu" in await chat.say("tra giúp một văn bản")
    assert "812/STTTT-CNTT" in await chat.say("chuyển đổi số")
    await chat.say("tra giúp một văn bản")
    assert "812/STTTT-CNTT" in await chat.say("về chuyển đổi số ạ")
    await chat.say("tra giúp một văn bản")
    assert "9/SYT" in await chat.say("9/SYT")


async def test_it_waits_until_the_next_morning_and_lets_other_questions_pass(
    chat_as: ChatAs, officer: Person, hands: Hands
) -> None:
    chat = await chat_as(officer)
    await chat.say("tra giúp một văn bản")
    hands.forward(hours=23)
    assert "812/STTTT-CNTT" in await chat.say("chuyển đổi số")
    await chat.say("tra giúp một văn bản")
    await chat.say("lịch họp ngày 17/11")
    assert question(chat) is Question.MEETING_SCHEDULE
    await chat.say("chuyển đổi số")
    assert question(chat) is not Question.DOCUMENT_STATUS


async def test_somebody_is_named_after_being_asked_who(chat_as: ChatAs, officer: Person) -> None:
    chat = await chat_as(officer)
    assert "Mời nêu tên" in await chat.say("tìm người phụ trách")
    assert "Mời nêu tên" not in await chat.say("4")
    await chat.say("tìm người phụ trách")
    assert "Vũ Quốc Dũng" in await chat.say("giáo dục")


async def test_another_day_is_given_for_one_that_no_calendar_has(
    chat_as: ChatAs, officer: Person
) -> None:
    chat = await chat_as(officer)
    assert "Không có ngày" in await chat.say("lịch họp của tôi ngày 31/11")
    assert "Họp ngân sách" in await chat.say("17/11")


async def test_words_that_find_nothing_may_be_followed_by_others(
    chat_as: ChatAs, officer: Person
) -> None:
    chat = await chat_as(officer)
    await chat.say("văn bản về trồng rừng ngập mặn ở đâu rồi")
    assert "812/STTTT-CNTT" in await chat.say("chuyển đổi số")


async def test_never_mind_ends_what_was_asked_for(chat_as: ChatAs, officer: Person) -> None:
    chat = await chat_as(officer)
    await chat.say("tra giúp một văn bản")
    assert "không làm gì thêm" in await chat.say("thôi em")
    await chat.say("chuyển đổi số")
    assert question(chat) is not Question.DOCUMENT_STATUS


async def test_a_slip_is_mended_and_one_may_go_back(chat_as: ChatAs, officer: Person) -> None:
    chat = await chat_as(officer)
    await chat.say("tra giúp một văn bản")
    await chat.say("9/SYT")
    assert "số, ký hiệu" in await chat.say("nhầm rồi")
    assert "812/STTTT-CNTT" in await chat.say("chuyển đổi số")
    await chat.say("lịch họp của tôi ngày mai")
    assert "812/STTTT-CNTT" in await chat.say("quay lại")


async def test_a_plain_yes_confirms_only_what_was_just_asked(
    chat_as: ChatAs, officer: Person
) -> None:
    chat = await chat_as(officer)
    await chat.say("đăng xuất")
    assert chat.buttons
    await chat.say("lịch họp của tôi ngày mai")
    await chat.say("ừ")
    assert question(chat) is Question.THANKS_BYE
    await chat.say("đăng xuất")
    assert "đã" in (await chat.say("uk")).lower()
    assert "812/STTTT-CNTT" not in await chat.say("văn bản quá hạn của tôi")


async def test_no_leaves_things_as_they_were(chat_as: ChatAs, officer: Person) -> None:
    chat = await chat_as(officer)
    await chat.say("xóa dữ liệu của tôi")
    assert "không làm gì thêm" in await chat.say("không")
    assert "812/STTTT-CNTT" in await chat.say("văn bản quá hạn của tôi")


async def test_a_code_that_was_mended_is_confirmed_in_a_word(
    chat_as: ChatAs, officer: Person
) -> None:
    chat = await chat_as()
    asked = await chat.say("hồ sơ H37.12-26I116-0O01")
    assert "Có đúng mã này không" in asked
    await chat.say("đúng rồi ạ")
    assert question(chat) is Question.DOSSIER_STATUS
    assert "Có đúng mã này không" not in chat.conversation.last[-1].text


async def test_several_questions_are_answered_in_order_in_one_message(
    chat_as: ChatAs, officer: Person
) -> None:
    chat = await chat_as(officer)
    both = await chat.say("lịch họp của tôi ngày mai với văn bản quá hạn của tôi luôn")
    assert len(chat.conversation.last) in (1, 2)
    assert both.index("Họp ngân sách") < both.index("812/STTTT-CNTT")
    one = await chat.say("giờ làm việc của văn phòng? ai phụ trách giáo dục")
    assert len(chat.conversation.last) == 1
    assert "Vũ Quốc Dũng" in one
