"""Telegram brings its updates to our door, and so might somebody else."""

import asyncio
from collections.abc import Sequence
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from bot.web.webhook import MOST_BYTES, SECRET_HEADER, TelegramDoor
from storage.engine import Store
from tests.bot.fake_telegram import TOKEN, fake_telegram, written
from tests.bot.test_app import running, settings_of
from tests.hands import Hands

SECRET = "b" * 64
KNOWN = {SECRET_HEADER: SECRET}


class Door:
    """The door alone, with somebody behind it who takes what comes in."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.app = FastAPI()
        door = TelegramDoor(secret=SECRET, take=self.take)
        self.app.add_api_route("/telegram", door.receive, methods=["POST"])

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        self.taken += updates

    async def knock(self, content: bytes, headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://office") as caller:
            return await caller.post("/telegram", content=content, headers=headers)


@pytest.mark.parametrize("said", [{}, {SECRET_HEADER: "b" * 63}, {SECRET_HEADER: "đ"}])
async def test_who_does_not_know_the_word_hears_none(said: dict[str, str]) -> None:
    door = Door()
    said = {name: word.encode() for name, word in said.items()}  # type: ignore[misc]
    answer = await door.knock(b'{"update_id": 1}', said)
    assert (answer.status_code, answer.content, door.taken) == (403, b"", [])


async def test_what_is_brought_is_taken_before_it_is_acknowledged() -> None:
    door = Door()
    answer = await door.knock(b'{"update_id": 1, "message": {}}', KNOWN)
    assert (answer.status_code, answer.content) == (200, b"")
    assert door.taken == [{"update_id": 1, "message": {}}]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[1]", 400),
        (b'{"update_id": "1"}', 400),
        (b"[" * 100_000, 400),
        (b" " * (MOST_BYTES + 1), 413),
    ],
)
async def test_what_is_no_update_is_refused(body: bytes, status: int) -> None:
    door = Door()
    assert (await door.knock(body, KNOWN)).status_code == status
    assert door.taken == []


async def test_the_program_is_told_by_webhook_and_answers(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_telegram() as telegram:
        settings = settings_of(
            sqlite_store,
            telegram_token=TOKEN,
            telegram_api_url=telegram.url,
            telegram_webhook="https://troly.example.gov.vn/telegram",
            secret="x" * 32,
        )
        async with running(settings, hands) as address, httpx.AsyncClient() as caller:
            await telegram.until(lambda: telegram.forms_of("setWebhook"))
            (told,) = telegram.forms_of("setWebhook")
            assert told["url"] == "https://troly.example.gov.vn/telegram"
            assert settings.secret
            assert settings.secret.get_secret_value() not in told["secret_token"]

            async def bring(number: int, word: str) -> int:
                said = {SECRET_HEADER: word}
                update = written(number, "trợ giúp")
                return (
                    await caller.post(f"{address}/telegram", json=update, headers=said)
                ).status_code

            assert await bring(1, "somebody") == 403
            word = told["secret_token"]
            answers = await asyncio.gather(bring(1, word), bring(1, word), bring(2, word))
            assert set(answers) == {200}
            await telegram.until(lambda: len(telegram.sent) == 2)
        assert not telegram.asked.is_set()


async def test_without_a_webhook_there_is_no_door(sqlite_store: Store, hands: Hands) -> None:
    async with running(settings_of(sqlite_store), hands) as address, httpx.AsyncClient() as caller:
        assert (await caller.post(f"{address}/telegram", json=written(1, "a"))).status_code == 404
