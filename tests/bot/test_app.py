"""The whole program: it starts, talks, and is stopped in the middle of a word."""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlmodel import col, select

from bot import app
from bot.app import run, supervised
from bot.channels import patience
from bot.settings import Settings
from storage.engine import Store
from storage.models import ChatLine, Message, MessageKind, MessageState, Person
from tests import office as make
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram, refusal, written
from tests.hands import Hands

AT_ONCE = timedelta(seconds=0.05)
PATIENCE = 20  # seconds, on a busy machine


@pytest_asyncio.fixture
async def telegram() -> AsyncGenerator[FakeTelegram]:
    async with fake_telegram() as playing:
        yield playing


@pytest.fixture
def settings(sqlite_store: Store, telegram: FakeTelegram) -> Settings:
    """An office of its own, reached by Telegram and by a page on any free port."""
    return settings_of(
        sqlite_store, telegram_token=TOKEN, telegram_api_url=telegram.url, brief_time="07:30"
    )


def settings_of(store: Store, **more: Any) -> Settings:
    address = store.url.render_as_string(hide_password=False)
    return Settings(database_url=address, web_port=0, _env_file=None, **more)


@asynccontextmanager
async def running(
    settings: Settings,
    hands: Hands,
    *,
    stop_within: timedelta = app.STOP_WITHIN,
    by: signal.Signals = signal.SIGTERM,
) -> AsyncGenerator[str]:
    """The program in this process: gives its address; stopped by a signal, as it always is."""
    address = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        program = run(settings, hands, ready=address.set_result, stop_within=stop_within)
        group.create_task(program)
        yield await asyncio.wait_for(address, PATIENCE)
        os.kill(os.getpid(), by)


@pytest_asyncio.fixture
async def hoa(sqlite_store: Store) -> Person:
    """She is on Telegram, in chat 7, and has a document that is due on Monday 16/11/2026."""
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db)
        hoa = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
        await make.account(db, hoa, channel="telegram", chat_id=7)
        await make.document(
            db, "1/SYT-NVY", holder_id=hoa.id, unit_id=unit.id, due_on=make.day("2026-11-16")
        )
    return hoa


async def messages(store: Store) -> list[tuple[MessageKind, MessageState]]:
    async with store.reading() as db:
        found = await db.exec(select(Message).order_by(col(Message.id)))
        return [(message.kind, message.state) for message in found]


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
async def test_started_it_is_healthy_answers_and_stops_when_told_to(
    settings: Settings,
    hands: Hands,
    telegram: FakeTelegram,
    sqlite_store: Store,
    by: signal.Signals,
) -> None:
    telegram.updates = [written(1, "xin chào")]
    async with running(settings, hands, by=by) as address:
        async with httpx.AsyncClient() as browser:
            health = await browser.get(f"{address}/health")
        assert (health.status_code, health.json()) == (200, {"store": "ok"})
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    assert len(telegram.texts) == 1
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(ChatLine))).one().chat_id == 7


async def test_a_brief_that_was_missed_is_sent_at_the_start_and_once(
    settings: Settings, hands: Hands, telegram: FakeTelegram, hoa: Person, sqlite_store: Store
) -> None:
    hands.set("2026-11-16 09:10")
    async with running(settings, hands):
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    async with sqlite_store.sessions() as db, db.begin():
        await make.meeting(db, "2026-11-16 09:30", hoa)
    telegram.was_sent_something.clear()
    async with running(settings, hands):
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    brief, meeting = telegram.texts
    assert brief.startswith("<b>Việc hôm nay</b>")
    assert brief.count("gửi muộn") == 1
    assert meeting.startswith("<b>Lịch họp</b>\nHọp 09:30, thứ Hai 16/11/2026\n")
    assert {form["chat_id"] for form in telegram.sent} == {"7"}
    assert await messages(sqlite_store) == [
        (MessageKind.BRIEF, MessageState.SENT),
        (MessageKind.MEETING, MessageState.SENT),
    ]


async def test_on_either_database_it_answers_reminds_and_remembers(
    store: Store, hands: Hands, telegram: FakeTelegram
) -> None:
    async with store.sessions() as db, db.begin():
        hoa = await make.person(db, "Trần Thị Hoa")
        await make.account(db, hoa, channel="telegram", chat_id=8)
        await make.meeting(db, "2026-11-16 08:20", hoa)
    telegram.updates = [written(1, "trợ giúp")]
    settings = settings_of(store, telegram_token=TOKEN, telegram_api_url=telegram.url)
    async with running(settings, hands):
        while len(telegram.sent) < 2:
            telegram.was_sent_something.clear()
            await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    assert {form["chat_id"] for form in telegram.sent} == {"7", "8"}
    assert await messages(store) == [(MessageKind.MEETING, MessageState.SENT)]
    async with store.reading() as db:
        assert {line.chat_id for line in await db.exec(select(ChatLine))} == {7, 8}


async def test_stopped_in_the_middle_of_sending_it_waits_and_marks_what_was_sent(
    settings: Settings, hands: Hands, telegram: FakeTelegram, hoa: Person, sqlite_store: Store
) -> None:
    telegram.answers.clear()
    async with asyncio.TaskGroup() as group, running(settings, hands) as address:
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
        group.create_task(answer_when_closed(telegram, address))
    assert len(telegram.sent) == 1
    assert await messages(sqlite_store) == [(MessageKind.BRIEF, MessageState.SENT)]


async def test_what_no_channel_took_before_the_end_is_sent_by_the_next_start(
    settings: Settings, hands: Hands, telegram: FakeTelegram, hoa: Person, sqlite_store: Store
) -> None:
    telegram.answers.clear()
    async with running(settings, hands, stop_within=AT_ONCE):
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    assert await messages(sqlite_store) == [(MessageKind.BRIEF, MessageState.CLAIMED)]
    telegram.answers.set()
    telegram.was_sent_something.clear()
    async with running(settings, hands):
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    assert len(telegram.sent) == 2
    assert await messages(sqlite_store) == [(MessageKind.BRIEF, MessageState.SENT)]


async def test_stopped_in_the_middle_of_a_reply_it_finishes_the_sentence(
    settings: Settings, hands: Hands, telegram: FakeTelegram, sqlite_store: Store
) -> None:
    telegram.answers.clear()
    telegram.updates = [written(1, "trợ giúp")]
    async with asyncio.TaskGroup() as group, running(settings, hands) as address:
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
        group.create_task(answer_when_closed(telegram, address))
    async with sqlite_store.reading() as db:
        line = (await db.exec(select(ChatLine))).one()
    assert line.buttons  # they can be pressed after the next start
    assert await messages(sqlite_store) == []


async def test_a_reply_that_was_cut_off_is_said_after_the_next_start(
    settings: Settings, hands: Hands, telegram: FakeTelegram, sqlite_store: Store
) -> None:
    telegram.answers.clear()
    telegram.updates = [written(1, "trợ giúp")]
    async with running(settings, hands, stop_within=AT_ONCE):
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    assert await messages(sqlite_store) == [(MessageKind.REPLY, MessageState.PLANNED)]
    telegram.answers.set()
    telegram.was_sent_something.clear()
    async with running(settings, hands):
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    cut_off, repeated = telegram.texts
    assert cut_off == repeated
    assert await messages(sqlite_store) == [(MessageKind.REPLY, MessageState.SENT)]


async def answer_when_closed(telegram: FakeTelegram, address: str) -> None:
    """When the page is gone the signal has arrived, and the program waits for this answer."""
    host, _, port = address.removeprefix("http://").rpartition(":")
    with suppress(OSError):
        while True:
            _, writer = await asyncio.open_connection(host, int(port))
            writer.close()
            await asyncio.sleep(0.02)
    telegram.answers.set()


async def test_a_taken_port_is_one_sentence(sqlite_store: Store, hands: Hands) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        settings = settings_of(sqlite_store).model_copy(update={"web_port": port})
        with pytest.raises(ExceptionGroup) as ended:
            await run(settings, hands, ready=lambda _: None)
    (sentence,) = map(str, ended.value.exceptions)
    assert sentence == (
        f"The web chat cannot listen on 127.0.0.1:{port} (Address already in use): "
        "set OFFICE_WEB_PORT to a free port, or to 0 for any."
    )


async def test_a_token_that_telegram_does_not_know_does_not_end_the_web_chat(
    settings: Settings,
    hands: Hands,
    telegram: FakeTelegram,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(patience, "UNKNOWN_TOKEN_PAUSE", 0.01)
    telegram.refusals = [refusal(401, "Unauthorized"), refusal(404, "Not Found")]
    telegram.updates = [written(1, "xin chào")]
    async with running(settings, hands) as address:
        async with httpx.AsyncClient() as browser:
            health = await browser.get(f"{address}/health")
        await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
    assert health.status_code == 200
    assert caplog.text.count("Telegram does not know OFFICE_TELEGRAM_TOKEN") == 1


async def test_a_part_that_fails_is_started_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(app, "FIRST_PAUSE", 0.01)
    starts = 0

    async def part() -> None:
        nonlocal starts
        starts += 1
        if starts < 3:
            raise RuntimeError("out of order")

    await supervised("the outbox", part, asyncio.Event())
    assert starts == 3
    assert caplog.text.count("the outbox failed and is started again") == 2


async def test_a_part_that_waits_to_be_started_again_does_not_hold_up_the_end() -> None:
    stopping = asyncio.Event()
    starts = 0

    async def part() -> None:
        nonlocal starts
        starts += 1
        stopping.set()
        raise RuntimeError("out of order")

    await supervised("the outbox", part, stopping)
    assert starts == 1
