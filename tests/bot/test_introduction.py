"""A citizen is first told what this is, who runs it, what is kept and how to reach a person."""

from contextlib import suppress
from datetime import timedelta
from unittest.mock import AsyncMock

import pytest
import pytest_asyncio
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage

from bot.channels.console import ConsoleSession
from bot.office import Office
from bot.pipeline import Pipeline
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import OfficeFact, StoreKind, StoreMark
from storage.terms import Terms
from storage.viewer import Role
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import MONDAY, Hands

INTRODUCTION = """\
Đây là trợ lý tự động của Văn phòng Ví Dụ: máy trả lời, không phải cán bộ.
Lời trò chuyện được giữ 90 ngày để trả lời Anh/Chị rồi tự xóa, không gửi ra ngoài cơ quan.
Cần gặp người thật, xin gõ “gặp cán bộ” hoặc gọi 0209 3 870 123.
Xem hoặc xóa những gì đã lưu: gõ “dữ liệu của tôi”, “xóa dữ liệu của tôi”.

"""


@pytest_asyncio.fixture(autouse=True)
async def real_office(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.REAL, office="Văn phòng Ví Dụ", since=MONDAY))
        db.add(OfficeFact(key="hotline", value="0209 3 870 123"))


async def test_it_stands_before_the_first_answer_and_never_again(chat_as: ChatAs) -> None:
    chat = await chat_as(greeted=False)
    first = await chat.say("xin chào")
    assert first == INTRODUCTION + (
        "Chào Anh/Chị. Anh/Chị có thể hỏi về hồ sơ, đơn thư, giờ làm việc và người phụ trách. "
        "Mời gõ câu hỏi hoặc bấm một nút dưới đây."
    )
    again = await chat.say("xin chào")
    assert again.startswith("Chào Anh/Chị. Đây là trợ lý tự động của Văn phòng UBND tỉnh")
    assert INTRODUCTION not in again


async def test_it_is_said_in_the_language_of_the_first_words(chat_as: ChatAs) -> None:
    chat = await chat_as(greeted=False)
    assert (await chat.say("when is the office open?")).startswith(
        "This is the automatic assistant of Văn phòng Ví Dụ: a machine answers, not an official.\n"
        "The conversation is kept for 90 days to answer you, then deleted; "
        "it is not sent outside the office.\n"
        "To speak to a person, type “speak to an officer” or call 0209 3 870 123.\n"
        "To see or delete what is kept, type “my data” or “delete my data”.\n\n"
    )


async def test_the_term_is_the_offices_own(
    sqlite_store: Store, hands: Hands, channel: object
) -> None:
    pipeline = Pipeline(
        store=sqlite_store,
        clock=hands,
        zone=VIETNAM,
        office=Office(version=-1),
        terms=Terms(chats=timedelta(days=14)),
    )
    async with sqlite_store.sessions() as db, db.begin():
        account = await make.account(db, greeted=False)
    chat = Chat(channel, account.chat_id, pipeline)  # type: ignore[arg-type]
    assert "được giữ 14 ngày" in await chat.say("xin chào")


async def test_on_telegram_it_says_where_the_words_go(sqlite_store: Store, hands: Hands) -> None:
    from bot.channels.console import open_console

    async with sqlite_store.sessions() as db, db.begin():
        account = await make.account(db, greeted=False, channel="telegram")
    pipeline = Pipeline(store=sqlite_store, clock=hands, zone=VIETNAM, office=Office(version=-1))
    chat = Chat(open_console(hands, "telegram", "101:telegram"), account.chat_id, pipeline)
    first = await chat.say("xin chào")
    assert "trên máy chủ của Telegram ở nước ngoài" in first
    assert "giữ các nút bấm và lời trao đổi với cán bộ 90 ngày rồi tự xóa" in first
    assert "Lời trò chuyện được giữ" not in first


async def test_who_did_not_get_it_is_told_it_the_next_time(
    chat_as: ChatAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They had blocked us, or the program was killed before it was sent."""
    chat = await chat_as(greeted=False)
    for trouble in (TelegramForbiddenError(SendMessage(chat_id=1, text=""), "blocked"), KeyError()):
        with monkeypatch.context() as patched, suppress(KeyError):
            patched.setattr(ConsoleSession, "make_request", AsyncMock(side_effect=trouble))
            await chat.say("xin chào")
    assert (await chat.say("xin chào")).startswith(INTRODUCTION)
    assert INTRODUCTION not in await chat.say("xin chào")


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMIN])
async def test_people_of_the_office_are_not_told(
    chat_as: ChatAs, sqlite_store: Store, role: Role
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        somebody = await make.person(db, role=role)
    chat = await chat_as(somebody, greeted=False)
    assert (await chat.say("xin chào")).startswith("Chào đồng chí Hoa.")


async def test_without_a_telephone_number_the_words_alone_lead_to_a_person(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await db.delete(await db.get(OfficeFact, "hotline"))
    chat = await chat_as(greeted=False)
    assert "xin gõ “gặp cán bộ”.\n" in await chat.say("xin chào")
