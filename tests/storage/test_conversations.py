"""What a chat keeps: its memory, its lines and what was offered in it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import accounts, conversations
from storage.conversations import Line
from storage.models import ChatFile

NOW = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)
KEY = {"bot_id": 42, "chat_id": 7_000_000_000, "user_id": 7_000_000_000}
YES = [[{"text": "Đã xong", "data": "done:1"}]]


def said(number: int | None, html: str, **more: Any) -> Line:
    """A line of the assistant in chat 7 of the web."""
    facts: dict[str, Any] = {"channel": "web", "chat_id": 7, "ours": True, "at": NOW} | more
    return Line(message_id=number, html=html, **facts)


async def buttons_under(db: AsyncSession, message_id: int) -> conversations.Buttons:
    offer = await conversations.offered(db, "web", 7, message_id)
    assert offer
    return offer.buttons


async def recalled(db: AsyncSession) -> conversations.Remembered:
    """What is remembered comes with the account of the chat."""
    chat = KEY["chat_id"]
    await accounts.open_account(db, "telegram", str(chat), chat_id=chat, now=NOW)
    known = await accounts.viewer_of(db, "telegram", chat, bot_id=KEY["bot_id"])
    assert known is not None
    return known.remembered


async def test_a_new_conversation_keeps_nothing_in_mind(db: AsyncSession) -> None:
    assert await recalled(db) == conversations.Remembered()


async def test_what_was_told_is_remembered_and_replaced(db: AsyncSession) -> None:
    await conversations.remember(db, **KEY, state="asked", data={"mã": "H37.1"}, now=NOW)
    await conversations.remember(db, **KEY, state=None, data={"mã": "H37.2"}, now=NOW)

    kept = await recalled(db)

    assert kept == conversations.Remembered(state=None, data={"mã": "H37.2"})


async def test_another_bot_in_the_same_chat_remembers_for_itself(db: AsyncSession) -> None:
    other = {**KEY, "bot_id": KEY["bot_id"] + 1}
    await conversations.remember(db, **other, state="asked", data={}, now=NOW)

    assert await recalled(db) == conversations.Remembered()


async def test_a_memory_with_nothing_in_it_is_forgotten(db: AsyncSession) -> None:
    await conversations.remember(db, **KEY, state="asked", data={}, now=NOW)
    await conversations.remember(db, **KEY, state=None, data={}, now=NOW)

    assert await recalled(db) == conversations.Remembered()


async def test_the_buttons_of_a_message_are_offered_in_its_chat_only(db: AsyncSession) -> None:
    await conversations.record(db, [said(1, "Anh/Chị cần gì?", buttons=YES), said(2, "Dạ")])

    assert await buttons_under(db, 1) == YES
    assert await buttons_under(db, 2) == []
    assert await conversations.offered(db, "web", 8, 1) is None
    assert await conversations.offered(db, "telegram", 7, 1) is None


async def test_what_the_person_wrote_offers_nothing(db: AsyncSession) -> None:
    await conversations.record(db, [said(1, "done:1", ours=False, buttons=YES)])

    assert await conversations.offered(db, "web", 7, 1) is None


async def test_an_edited_message_keeps_its_place_and_loses_its_buttons(db: AsyncSession) -> None:
    later = NOW + timedelta(minutes=1)
    await conversations.record(db, [said(1, "Xong chưa?", buttons=YES), said(2, "Dạ")])
    await conversations.record(db, [said(1, "Đã ghi nhận.", at=later)])

    first, second = await conversations.history(db, "web", 7, limit=10)

    assert (first.html, first.at, first.edited_at) == ("Đã ghi nhận.", NOW, later)
    assert (second.html, second.edited_at) == ("Dạ", None)
    assert await buttons_under(db, 1) == []


async def test_nothing_said_is_nothing_recorded(db: AsyncSession) -> None:
    await conversations.record(db, [])

    assert await conversations.history(db, "web", 7, limit=10) == []


async def test_what_no_database_can_hold_is_left_out_of_a_line(db: AsyncSession) -> None:
    await conversations.record(db, [said(1, "a\0b \ud83d c 😀")])

    assert [line.html for line in await conversations.history(db, "web", 7, limit=1)] == [
        "ab ? c 😀"
    ]


async def test_history_comes_page_by_page_oldest_first(db: AsyncSession) -> None:
    await conversations.record(db, [said(n, f"câu {n}") for n in range(1, 6)])
    await conversations.record(db, [said(1, "chat khác", chat_id=8)])

    last = await conversations.history(db, "web", 7, limit=2)
    before = await conversations.history(db, "web", 7, limit=2, before=last[0].message_id)

    assert [line.html for line in last] == ["câu 4", "câu 5"]
    assert [line.html for line in before] == ["câu 2", "câu 3"]


async def test_a_page_that_comes_back_gets_what_was_said_and_edited_meanwhile(
    db: AsyncSession,
) -> None:
    later = NOW + timedelta(minutes=1)
    await conversations.record(db, [said(number, f"câu {number}") for number in range(1, 5)])
    await conversations.record(db, [said(1, "câu 1, đã sửa", at=later)])

    missed = await conversations.missed(db, "web", 7, after=3, since=NOW, limit=10)

    assert [line.html for line in missed] == ["câu 1, đã sửa", "câu 4"]


async def test_a_change_of_the_buttons_alone_leaves_the_words(db: AsyncSession) -> None:
    await conversations.record(db, [said(1, "Xong chưa?", buttons=YES)])
    await conversations.record(db, [said(1, "")])

    (line,) = await conversations.history(db, "web", 7, limit=1)

    assert (line.html, line.buttons) == ("Xong chưa?", [])


async def test_a_file_is_given_only_to_its_own_chat(db: AsyncSession) -> None:
    picture = ChatFile(
        id="khó-đoán", chat_id=7, name="a.png", mime="image/png", content=b"\x89PNG", at=NOW
    )
    await conversations.keep_file(db, picture)
    await conversations.record(db, [said(1, "Biểu đồ", file_id="khó-đoán")])
    await conversations.record(db, [said(1, "Biểu đồ tuần")])

    kept = await conversations.file(db, [6, 7], "khó-đoán")

    assert kept is not None
    assert kept.content == b"\x89PNG"
    assert await conversations.file(db, [8], "khó-đoán") is None
    lines = await conversations.history(db, "web", 7, limit=1)
    assert await conversations.files_under(db, lines) == {
        "khó-đoán": conversations.FileFacts(name="a.png", mime="image/png", size=4)
    }
    assert await conversations.files_under(db, []) == {}
