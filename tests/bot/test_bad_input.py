"""Whatever a messenger can bring gets a polite answer or silence, never an exception."""

from typing import Any

import pytest
from aiogram.types import Update

from bot.channels import Channel
from bot.pipeline import Pipeline
from storage.engine import Store
from storage.viewer import Role
from tests import office as make
from tests.chat import Chat, ChatAs

NOT_WORDS = (
    "Trợ lý đọc được chữ, và ảnh chụp mã trên giấy hẹn. Mời Anh/Chị gõ mã hồ sơ, hoặc câu muốn hỏi."
)
FILE = {"file_id": "f", "file_unique_id": "u"}
PICTURE = {**FILE, "width": 1, "height": 1}
MOVING = {**PICTURE, "duration": 1}
PERSON = {"id": 7, "is_bot": False, "first_name": "Ví Dụ"}
PLACE = {"latitude": 21.85, "longitude": 106.76}
QUESTION_OF_A_POLL = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {**PICTURE, "type": "regular", "is_animated": False, "is_video": False}},
        {"voice": {**FILE, "duration": 1}},
        {"audio": {**FILE, "duration": 1}},
        {"video": MOVING},
        {"video_note": {**FILE, "length": 1, "duration": 1}},
        {"animation": MOVING},
        {"location": PLACE},
        {"venue": {"location": PLACE, "title": "?", "address": "?"}},
        {"dice": {"emoji": "🎲", "value": 1}},
        {"new_chat_title": "?"},
        {"text": ""},
        {"text": " \n\t "},
        {"text": "\u200b\u200d"},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_what_is_not_words_is_asked_for_in_words(
    chat_as: ChatAs, content: dict[str, Any]
) -> None:
    chat = await chat_as()
    assert await said(chat, content) == NOT_WORDS


async def test_of_a_file_it_is_told_that_it_was_not_opened_and_where_papers_go(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    told = await said(chat, {"document": FILE})
    assert "không được mở và không được giữ lại" in told
    assert "nộp trên Cổng Dịch vụ công https://dichvucong.gov.vn/" in told
    async with sqlite_store.sessions() as db, db.begin():
        leader = await make.person(db, "Lê Văn Chính", role=Role.LEADER)
    paper = {**FILE, "file_name": "cv.pdf", "mime_type": "application/pdf"}
    told = await said(await chat_as(leader), {"document": paper})
    assert told.startswith("Trợ lý không mở và không giữ tệp vừa gửi. Văn bản đến cần đăng ký")


async def test_what_a_messenger_does_not_bring_is_answered_too(chat_as: ChatAs) -> None:
    told = await said(await chat_as(), {})
    assert told.startswith("Ở ứng dụng này trợ lý không nhận được tin vừa gửi")
    assert told.endswith("mời Anh/Chị dùng trang của Văn phòng.")


async def test_somebody_of_the_office_is_asked_as_such(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        hoa = await make.person(db, "Trần Thị Hoa")
    heard = await said(await chat_as(hoa), {"location": PLACE})
    assert "Mời đồng chí gõ câu hỏi" in heard
    assert "Anh/Chị" not in heard


@pytest.mark.parametrize(
    "text",
    [
        "á" * 100_000,
        "hồ sơ " * 20_000,
        "😀😀😀",
        "\u202eمرحبا بالعالم",
        "lịch\x00họp\x00hôm nay",
        "\ud7ff\ue000\ufffd",
        "<b>&amp;<script>alert(1)</script>",
        "{ $nothing } { message-id }",
        "'; DROP TABLE person; --",
        "%s %d %(x)s {0} {}",
        "q:meeting.schedule|n999999999999",
        "9" * 5_000,
        "/",
        "/start " + "x" * 500,
    ],
    ids=lambda text: ascii(text[:12]),
)
async def test_strange_text_is_answered_politely(chat_as: ChatAs, text: str) -> None:
    chat = await chat_as()
    reply = await chat.say(text)
    assert reply
    assert "trục trặc" not in reply
    assert "<script>" not in reply


GROUP = {"id": -5, "type": "supergroup", "title": "?"}
CHANNEL = {"id": -6, "type": "channel", "title": "?"}
PRIVATE = {"id": 7, "type": "private"}
MEMBER = {"status": "member", "user": PERSON}


def message(chat: dict[str, Any], **content: Any) -> dict[str, Any]:
    return {"message_id": 1, "date": 1, "chat": chat, "from": PERSON, **content}


@pytest.mark.parametrize(
    "update",
    [
        {"edited_message": message(PRIVATE, text="lịch họp")},
        {"channel_post": message(CHANNEL, text="lịch họp")},
        {"edited_channel_post": message(CHANNEL, text="lịch họp")},
        {"message": message(GROUP, text="lịch họp hôm nay")},
        {"inline_query": {"id": "1", "from": PERSON, "query": "lịch", "offset": ""}},
        {"chosen_inline_result": {"result_id": "1", "from": PERSON, "query": "lịch"}},
        {"callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "data": "q:help"}},
        {
            "shipping_query": {
                "id": "1",
                "from": PERSON,
                "invoice_payload": "",
                "shipping_address": {
                    "country_code": "VN",
                    "state": "",
                    "city": "",
                    "street_line1": "",
                    "street_line2": "",
                    "post_code": "",
                },
            }
        },
        {
            "pre_checkout_query": {
                "id": "1",
                "from": PERSON,
                "currency": "VND",
                "total_amount": 1,
                "invoice_payload": "",
            }
        },
        {"poll": QUESTION_OF_A_POLL},
        {
            "my_chat_member": {
                "chat": PRIVATE,
                "from": PERSON,
                "date": 1,
                "old_chat_member": MEMBER,
                "new_chat_member": {"status": "left", "user": PERSON},
            }
        },
        {"chat_join_request": {"chat": GROUP, "from": PERSON, "user_chat_id": 7, "date": 1}},
        {
            "message_reaction": {
                "chat": PRIVATE,
                "message_id": 1,
                "user": PERSON,
                "date": 1,
                "old_reaction": [],
                "new_reaction": [],
            }
        },
        {"an_update_of_next_year": {"id": "1"}},
    ],
    ids=lambda update: next(iter(update)),
)
async def test_what_asks_for_no_answer_gets_none(
    channel: Channel, pipeline: Pipeline, update: dict[str, Any]
) -> None:
    parsed = Update.model_validate({"update_id": 1, **update}, context={"bot": channel.bot})
    assert await pipeline.receive(channel, parsed) is None


async def said(chat: Chat, content: dict[str, Any]) -> str:
    talk = chat.conversation
    await talk.update(talk.session.incoming(talk.channel.bot, talk.chat_id, **content))
    return "\n".join(heard.text for heard in talk.last)
