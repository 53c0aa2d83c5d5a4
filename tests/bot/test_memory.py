"""What a conversation keeps in mind is kept, or forgotten, together with the records."""

import pytest
from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.methods import SendMessage
from aiogram.types import Message
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.channels.console import open_console
from bot.office import Office
from bot.pipeline import Pipeline, dispatcher_of
from handlers import errors
from handlers.replies import Answer
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.errors import StaleError
from storage.models import Memory, Person
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import Hands

WRONG, BROKEN = "sai", "hỏng"


class Form(StatesGroup):
    """A form of one step, which keeps count."""

    name = State()


async def begin(message: Message, state: FSMContext, answer: Answer) -> SendMessage:
    await state.set_state(Form.name)
    await state.set_data({"tries": 0})
    return answer("Tên?")


async def take_name(
    message: Message, state: FSMContext, db: AsyncSession, answer: Answer
) -> SendMessage:
    """Counts, then writes; one word is a problem, another one nobody foresaw."""
    tries = (await state.get_data())["tries"] + 1
    await state.update_data(tries=tries)
    if message.text == WRONG:
        raise StaleError("button-not-offered")
    await make.person(db, message.text or "")
    if message.text == BROKEN:
        raise RuntimeError("nobody foresaw this")
    await state.clear()
    return answer(f"{message.text}, lần {tries}")


@pytest.fixture
def pipeline(sqlite_store: Store, hands: Hands) -> Pipeline:
    """The real steps, before a question of the test's own."""
    return pipeline_of(sqlite_store, hands)


def pipeline_of(store: Store, hands: Hands) -> Pipeline:
    router = Router(name=__name__)
    router.message(StateFilter(None))(begin)
    router.message(StateFilter(Form.name))(take_name)
    router.error()(errors.apologise)
    made = Pipeline(store=store, clock=hands, zone=VIETNAM, office=Office(version=-1))
    made._dispatcher = dispatcher_of(router)
    return made


async def names(store: Store) -> list[str]:
    async with store.reading() as db:
        return list((await db.exec(select(Person.name).order_by(col(Person.id)))).all())


async def test_a_problem_is_an_answer_and_its_try_is_counted(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    assert await chat.say("bắt đầu") == "Tên?"
    assert "Nút này" in await chat.say(WRONG)
    assert "Nút này" in await chat.say(WRONG)
    assert await chat.say("Hoa") == "Hoa, lần 3"
    assert await names(sqlite_store) == ["Hoa"]


async def test_what_nobody_foresaw_rolls_back_memory_and_records_alike(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    await chat.say("bắt đầu")
    assert "trục trặc" in await chat.say(BROKEN)
    assert await names(sqlite_store) == []
    assert await chat.say("Hoa") == "Hoa, lần 1"


async def test_a_restart_forgets_nobody(chat_as: ChatAs, sqlite_store: Store, hands: Hands) -> None:
    chat = await chat_as()
    await chat.say("bắt đầu")
    await chat.say(WRONG)
    again = pipeline_of(sqlite_store, hands)
    returned = Chat(open_console(hands), chat.conversation.chat_id, again)
    assert await returned.say("Hoa") == "Hoa, lần 2"


async def test_a_form_that_was_filled_in_leaves_nothing_behind(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    await chat.say("bắt đầu")
    await chat.say("Zzxq")  # is understood as no question that one could go on from
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(Memory))).all() == []
    assert await chat.say("lại") == "Tên?"


async def test_everybody_has_a_memory_of_their_own(chat_as: ChatAs) -> None:
    one, other = await chat_as(), await chat_as()
    await one.say("bắt đầu")
    assert await other.say("bắt đầu") == "Tên?"
    assert await one.say("Hoa") == "Hoa, lần 1"


async def test_somebody_who_is_new_has_a_memory_too(hands: Hands, pipeline: Pipeline) -> None:
    chat = Chat(open_console(hands), 4711, pipeline)
    assert (await chat.say("bắt đầu")).endswith("\n\nTên?")
    assert await chat.say("Hoa") == "Hoa, lần 1"
