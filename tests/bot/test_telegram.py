"""Telegram, whose server is played by the test."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage
from aiogram.types import Update

from bot.channels import Channel, telegram
from bot.settings import SettingsError
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram, refusal, written


@pytest_asyncio.fixture
async def fake() -> AsyncGenerator[tuple[FakeTelegram, Channel]]:
    async with fake_telegram() as playing:
        channel = telegram.open_telegram(TOKEN, playing.url)
        yield playing, channel
        await channel.bot.session.close()


async def test_updates_are_fetched_and_a_failing_one_does_not_stop_the_next(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    playing.updates = [written(1, "một"), written(2, "hai")]
    got: list[str] = []
    both = asyncio.Event()

    async def receive(_channel: Channel, update: Update) -> None:
        assert update.message
        got.append(update.message.text or "")
        if len(got) == 2:
            both.set()
        if update.update_id == 1:
            raise RuntimeError("one update failed")

    async with asyncio.TaskGroup() as group:
        polling = group.create_task(telegram.poll(channel, receive))
        await asyncio.wait_for(both.wait(), 10)
        polling.cancel()
    assert sorted(got) == ["hai", "một"]


async def test_a_telegram_that_cannot_be_reached_is_waited_for(
    fake: tuple[FakeTelegram, Channel], monkeypatch: pytest.MonkeyPatch
) -> None:
    playing, channel = fake
    monkeypatch.setattr(telegram, "FIRST_PAUSE", 0.01)
    playing.refusals = [refusal(502, "Bad Gateway"), refusal(502, "Bad Gateway")]
    async with asyncio.TaskGroup() as group:
        polling = group.create_task(telegram.poll(channel, lambda _c, _u: asyncio.sleep(0)))
        await asyncio.wait_for(playing.asked.wait(), 10)
        polling.cancel()
    assert playing.refusals == []


async def test_a_token_that_telegram_does_not_know_is_one_clear_sentence(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    playing.refusals = [refusal(401, "Unauthorized")]
    with pytest.raises(ExceptionGroup) as ended:
        await telegram.poll(channel, lambda _c, _u: asyncio.sleep(0))
    assert ended.group_contains(SettingsError, match="take a new one from BotFather")


async def test_a_message_that_came_too_fast_is_sent_again(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    playing.refusals = [refusal(429, "Too Many Requests", parameters={"retry_after": 1})]
    await channel.bot.send_message(7, "Chào đồng chí")
    assert playing.texts == ["Chào đồng chí"]


async def test_a_telegram_that_refuses_for_too_long_says_how_long(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    from telegram.ext import AIORateLimiter

    from bot.channels.rate_limit import RateLimit

    _, channel = fake

    async def refuse(bot: Bot, method: Any) -> Any:
        raise TelegramRetryAfter(method=method, message="Too Many Requests", retry_after=40)

    limit = RateLimit(AIORateLimiter(max_retries=0))
    with pytest.raises(TelegramRetryAfter) as refused:
        await limit(refuse, channel.bot, SendMessage(chat_id=7, text="Chào đồng chí"))
    assert refused.value.retry_after == 40


def test_what_cannot_be_a_token_refuses() -> None:
    with pytest.raises(SettingsError, match="is not a bot token"):
        telegram.open_telegram("khong-phai-token")
