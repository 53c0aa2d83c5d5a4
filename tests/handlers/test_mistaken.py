"""“Không phải”: what else may have been meant is offered, and a person."""

import pytest

from handlers.keyboards import title_of
from handlers.texts import speak
from scheduler.clock import VIETNAM
from storage.engine import Store
from tests import office as make
from tests.chat import ChatAs


@pytest.mark.parametrize(
    ("asked", "wrong", "sorry", "person"),
    [
        ("văn bản quá hạn của tôi", "không phải", "Xin lỗi, trợ lý hiểu chưa đúng", "Gặp cán bộ"),
        ("van ban qua han cua toi", "sai roi em oi", "Xin lỗi, trợ lý hiểu", "Gặp cán bộ"),
        ("my overdue documents", "that's not what I meant", "Sorry, I got", "Speak with a person"),
    ],
)
async def test_the_second_meaning_is_offered_and_answered(
    chat_as: ChatAs, sqlite_store: Store, asked: str, wrong: str, sorry: str, person: str
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        officer = await make.person(db)
    chat = await chat_as(officer)
    first = await chat.say(asked)
    assert chat.conversation.turn
    assert chat.conversation.turn.asked
    second = chat.conversation.turn.asked.second
    assert second
    assert second is not chat.conversation.turn.asked.question
    assert (await chat.say(wrong)).startswith(sorry)
    title = speak("en" if asked.startswith("my") else "vi", VIETNAM)(title_of(second))
    assert chat.buttons == [title, person]
    assert await chat.press(title) != first
    assert chat.conversation.turn.asked.question is second


async def test_before_anything_was_asked_it_offers_what_can_be(chat_as: ChatAs) -> None:
    chat = await chat_as()
    assert (await chat.say("nhầm rồi")).startswith("Xin lỗi")
    assert chat.buttons == ["Hồ sơ của tôi", "Đơn thư của tôi", "Thông tin Văn phòng", "Gặp cán bộ"]
