"""Telegram, played by a server of the test's own on this machine."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import pytest
import pytest_asyncio
from aiogram.types import Update
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels import Channel, telegram
from bot.settings import SettingsError

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"  # noqa: S105 - the shape of one, nobody's


class FakeTelegram:
    """Answers like the Bot API: what is in `updates` is fetched, what is sent is kept."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.refusals: list[web.Response] = []
        self.asked = asyncio.Event()

    async def answer(self, request: web.Request) -> web.Response:
        if self.refusals:
            return self.refusals.pop(0)
        if request.match_info["method"] == "getUpdates":
            self.asked.set()
            given, self.updates = self.updates, []
            if not given:
                await asyncio.sleep(0.01)
            return web.json_response({"ok": True, "result": given})
        form = dict(await request.post())
        self.sent.append(form)
        chat = {"id": int(str(form["chat_id"])), "type": "private"}
        message = {"message_id": len(self.sent), "date": 1, "chat": chat, "text": form["text"]}
        return web.json_response({"ok": True, "result": message})


def refusal(status: int, description: str, **more: Any) -> web.Response:
    body = {"ok": False, "error_code": status, "description": description, **more}
    return web.json_response(body, status=status)


@pytest_asyncio.fixture
async def fake() -> AsyncGenerator[tuple[FakeTelegram, Channel]]:
    playing = FakeTelegram()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", playing.answer)
    async with TestServer(app) as server:
        channel = telegram.open_telegram(TOKEN, str(server.make_url("/")).rstrip("/"))
        yield playing, channel
        await channel.bot.session.close()


def written(number: int, text: str) -> dict[str, Any]:
    person = {"id": 7, "is_bot": False, "first_name": "Ví Dụ"}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


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
    assert [form["text"] for form in playing.sent] == ["Chào đồng chí"]


def test_what_cannot_be_a_token_refuses() -> None:
    with pytest.raises(SettingsError, match="is not a bot token"):
        telegram.open_telegram("khong-phai-token")
