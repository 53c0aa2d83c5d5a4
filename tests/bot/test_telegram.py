"""Telegram, whose server is played by the test."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import Any

import pytest
import pytest_asyncio

from bot.channels import Channel, patience, telegram
from bot.office import Office
from bot.settings import SettingsError
from tests.bot.fake_telegram import (
    NAME,
    TOKEN,
    FakeTelegram,
    eventually,
    fake_telegram,
    refusal,
    written,
)

HOOK = telegram.Webhook(url="https://troly.example.gov.vn/telegram", secret="a" * 64)


@pytest_asyncio.fixture
async def fake() -> AsyncGenerator[tuple[FakeTelegram, Channel]]:
    async with fake_telegram() as playing:
        channel = telegram.open_telegram(TOKEN, playing.url)
        yield playing, channel
        await channel.bot.session.close()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(patience, "UNKNOWN_TOKEN_PAUSE", 0.01)


class Taken:
    """Takes updates, and trouble at the first ones if it is told to."""

    def __init__(self, *, fails: int = 0) -> None:
        self.numbers: list[int] = []
        self.fails = fails

    async def __call__(self, updates: Sequence[dict[str, Any]]) -> None:
        if self.fails:
            self.fails -= 1
            raise OSError("the store is full")
        self.numbers += [update["update_id"] for update in updates]


async def test_updates_are_acknowledged_only_once_they_were_taken(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    playing.updates = [written(1, "một"), written(2, "hai")]
    taken = Taken(fails=1)
    with pytest.raises(OSError, match="the store is full"):
        await telegram.poll(channel, taken)
    assert len(playing.updates) == 2
    async with asyncio.TaskGroup() as group:
        polling = group.create_task(telegram.poll(channel, taken))
        await eventually(playing.has_given_everything)
        polling.cancel()
    assert taken.numbers == [1, 2]


async def test_an_update_of_a_form_nobody_knows_is_taken_like_the_others(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    playing.updates = [{"update_id": 1, "message": {"is": "of the year 2040"}}, written(2, "hai")]
    taken = Taken()
    async with asyncio.TaskGroup() as group:
        polling = group.create_task(telegram.poll(channel, taken))
        await eventually(playing.has_given_everything)
        polling.cancel()
    assert taken.numbers == [1, 2]


async def test_a_telegram_that_cannot_be_reached_is_joined_later(
    fake: tuple[FakeTelegram, Channel], caplog: pytest.LogCaptureFixture
) -> None:
    playing, channel = fake
    playing.refusals = [
        refusal(502, "Bad Gateway"),
        refusal(401, "Unauthorized"),
        refusal(401, "Unauthorized"),
        refusal(409, "Conflict: terminated by other getUpdates request"),
    ]
    office = Office()
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(telegram.serve(channel, office, Taken()))
        await asyncio.wait_for(playing.asked.wait(), 10)
        serving.cancel()
    assert playing.refusals == []
    assert office.telegram_name == NAME
    assert caplog.text.count("take a new one from BotFather") == 1
    assert caplog.text.count("another program uses this token") == 1


async def test_the_menu_is_shown_in_both_languages_to_single_people_only(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    await telegram.join(channel, Office())
    others, english = playing.forms_of("setMyCommands")
    assert "language_code" not in others
    assert english["language_code"] == "en"
    assert '"command": "trogiup"' in others["commands"].replace('":"', '": "')
    assert '"command": "help"' in english["commands"].replace('":"', '": "')
    assert {"all_private_chats" in form["scope"] for form in (others, english)} == {True}


async def test_fetching_ends_a_webhook_of_before_and_keeps_what_waits(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    await telegram.join(channel, Office())
    (ended,) = playing.forms_of("deleteWebhook")
    assert ended["drop_pending_updates"] == "false"


async def test_a_webhook_is_told_where_and_with_which_word(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    await telegram.serve(channel, Office(), Taken(), webhook=HOOK)
    (told,) = playing.forms_of("setWebhook")
    assert told["url"] == HOOK.url
    assert told["secret_token"] == HOOK.secret
    assert told["drop_pending_updates"] == "false"
    assert "my_chat_member" in told["allowed_updates"]
    assert not playing.asked.is_set()  # nothing is fetched


async def test_what_telegram_refuses_of_the_menu_or_the_webhook_is_told_and_left(
    fake: tuple[FakeTelegram, Channel], caplog: pytest.LogCaptureFixture
) -> None:
    playing, channel = fake
    await channel.bot.me()
    playing.refusals = [
        refusal(400, "Bad Request: BOT_COMMAND_INVALID"),
        refusal(404, "Not Found: method not found"),  # an office's own server, not the newest
        refusal(400, "Bad Request: bad webhook: Failed to resolve host"),
    ]
    await telegram.serve(channel, Office(), Taken(), webhook=HOOK)
    assert "Telegram refuses SetMyCommands: Bad Request: BOT_COMMAND_INVALID" in caplog.text
    assert "Telegram refuses SetMyCommands: Not Found" in caplog.text
    assert "Telegram refuses SetWebhook: Bad Request: bad webhook" in caplog.text
    assert HOOK.secret not in caplog.text


async def test_a_message_that_came_too_fast_is_sent_again(
    fake: tuple[FakeTelegram, Channel],
) -> None:
    playing, channel = fake
    playing.refusals = [refusal(429, "Too Many Requests", parameters={"retry_after": 1})]
    await channel.bot.send_message(7, "Chào đồng chí")
    assert playing.texts == ["Chào đồng chí"]


def test_what_cannot_be_a_token_refuses() -> None:
    with pytest.raises(SettingsError, match="is not a bot token"):
        telegram.open_telegram("khong-phai-token")
