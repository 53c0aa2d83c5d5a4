"""How a reply leaves: cut where it is too long, and never half lost."""

import asyncio
from dataclasses import replace

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import AnswerCallbackQuery
from sqlmodel import select

from bot.channels import Channel
from bot.pipeline import Pipeline
from storage.engine import Store
from storage.models import Account, Message
from tests.bot.at_work import AtWork, refuses
from tests.chat import Chat, ChatAs
from tests.hands import Hands

SHORT = 120


@pytest.fixture
def channel(channel: Channel) -> Channel:
    """A channel that takes a few lines at a time."""
    return replace(channel, can=replace(channel.can, max_text=SHORT))


async def words_waiting(store: Store) -> list[str]:
    async with store.reading() as db:
        return [message.words for message in await db.exec(select(Message))]


async def test_a_long_reply_is_cut_into_messages_with_the_buttons_on_the_last(
    chat_as: ChatAs,
) -> None:
    chat = await chat_as()
    await chat.say("trợ giúp")
    *before, last = chat.conversation.last
    assert len(before) == 2
    assert all(len(heard.text) <= SHORT for heard in (*before, last))
    assert all(not heard.buttons for heard in before)
    assert last.buttons


async def test_after_trouble_in_the_middle_the_rest_comes_later_in_its_order(
    chat_as: ChatAs, sqlite_store: Store, channel: Channel, hands: Hands
) -> None:
    chat = await chat_as()
    whole = await chat.say("trợ giúp")
    refuses(channel, TelegramNetworkError, after=1)
    first = await chat.say("trợ giúp")
    at_work = AtWork(sqlite_store, hands, channel)
    await at_work.at("2026-11-16 08:01")
    await at_work.at("2026-11-16 08:02")
    assert "\n---\n".join([first, chat.pushed]) == whole


async def test_a_program_that_is_stopped_in_the_middle_keeps_the_rest_for_later(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    await chat.say("trợ giúp")
    pressed = asyncio.Event()

    async def never_answered(_bot: Bot, _method: AnswerCallbackQuery) -> bool:
        pressed.set()
        await asyncio.Event().wait()
        return True

    chat.conversation.session.renderers[AnswerCallbackQuery] = never_answered
    async with asyncio.TaskGroup() as group:
        pressing = group.create_task(chat.press("Giờ làm việc"))
        await pressed.wait()
        pressing.cancel()
    (words,) = await words_waiting(sqlite_store)
    assert words.endswith("Hiện nay Văn phòng đang làm việc.")


async def test_a_press_too_old_to_be_confirmed_is_answered_all_the_same(
    chat_as: ChatAs,
) -> None:
    chat = await chat_as()
    await chat.say("trợ giúp")

    async def too_old(_bot: Bot, method: AnswerCallbackQuery) -> bool:
        raise TelegramBadRequest(method=method, message="query is too old")

    chat.conversation.session.renderers[AnswerCallbackQuery] = too_old
    assert await chat.press(chat.buttons[0])


async def test_somebody_who_blocks_us_in_the_middle_is_owed_nothing(
    chat_as: ChatAs, sqlite_store: Store, channel: Channel
) -> None:
    chat = await chat_as()
    refuses(channel, TelegramForbiddenError, after=1)
    await chat.say("trợ giúp")
    assert len(chat.conversation.last) == 1
    assert await words_waiting(sqlite_store) == []


async def test_an_apology_to_somebody_new_that_cannot_be_sent_does_not_wait(
    pipeline: Pipeline, channel: Channel, sqlite_store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """Their account was rolled back with the rest, so that there is nobody to send it to."""
    pipeline.office = None  # type: ignore[assignment]
    refuses(channel, TelegramNetworkError)
    assert await Chat(channel, 4711, pipeline).say("trợ giúp") == ""
    assert "could not be answered" in caplog.text
    assert await words_waiting(sqlite_store) == []
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(Account))).all() == []
