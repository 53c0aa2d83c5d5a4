"""Every conversation of a demonstration opens by saying that it is one."""

import pytest
import pytest_asyncio
from aiogram import Router
from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile, Message

from bot.pipeline import Pipeline, dispatcher_of
from storage.engine import Store
from storage.models import StoreKind, StoreMark
from tests.chat import ChatAs
from tests.hands import MONDAY

OPENING = "BẢN TRÌNH DIỄN, số liệu không có thật."


@pytest_asyncio.fixture(autouse=True)
async def demonstration(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.DEMO, office="Văn phòng Ví Dụ", since=MONDAY))


@pytest.fixture
def pictures(pipeline: Pipeline) -> Pipeline:
    """Only one word is answered, with a picture."""

    async def draw(message: Message) -> SendPhoto | None:
        if message.text != "biểu đồ":
            return None
        picture = BufferedInputFile(b"png", "bieu-do.png")
        return SendPhoto(chat_id=message.chat.id, photo=picture, caption="Biểu đồ")

    router = Router(name=__name__)
    router.message()(draw)
    pipeline._dispatcher = dispatcher_of(router)
    return pipeline


async def test_the_first_words_open_with_it_and_the_next_do_not(chat_as: ChatAs) -> None:
    chat = await chat_as(greeted=False)
    assert (await chat.say("xin chào")).startswith(f"{OPENING}\n\n")
    assert OPENING not in await chat.say("xin chào")


async def test_a_picture_comes_after_it(chat_as: ChatAs, pictures: Pipeline) -> None:
    chat = await chat_as(greeted=False)
    assert await chat.say("biểu đồ") == f"{OPENING}\n---\nBiểu đồ"
    assert await chat.say("biểu đồ") == "Biểu đồ"


async def test_silence_does_not_open_a_conversation(chat_as: ChatAs, pictures: Pipeline) -> None:
    chat = await chat_as(greeted=False)
    assert await chat.say("?") == ""
    assert (await chat.say("biểu đồ")).startswith(OPENING)
