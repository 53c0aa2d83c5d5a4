"""What comes in is stored, answered once, and erased; also when the program ended in between."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from aiogram.types import Update
from sqlmodel import select

from bot.channels import Channel, inbound, telegram
from bot.channels.inbound import Inbound, storable
from bot.middleware import Turn
from bot.office import Office
from bot.pipeline import Pipeline
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import Account, InboundUpdate, Message
from tests import office as make
from tests.bot.fake_telegram import (
    TOKEN,
    FakeTelegram,
    eventually,
    fake_telegram,
    pressed,
    refusal,
    sent_in,
    written,
)
from tests.hands import Hands

GROUP = {"id": -5, "type": "supergroup", "title": "Phòng Khoa giáo"}


class Watched(Pipeline):
    """The real one, which notes what it is given and fails when it is told to."""

    def __init__(self, **needs: Any) -> None:
        super().__init__(**needs)
        self.began: list[int] = []
        self.failures = 0
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def receive(self, channel: Channel, update: Update, address: str = "") -> Turn | None:
        self.began.append(update.update_id)
        await self.goes_on.wait()
        if self.failures:
            self.failures -= 1
            raise OSError("the store is full")
        return await super().receive(channel, update, address)


@pytest_asyncio.fixture
async def playing() -> AsyncGenerator[FakeTelegram]:
    async with fake_telegram() as it:
        yield it


@pytest_asyncio.fixture
async def channel(playing: FakeTelegram) -> AsyncGenerator[Channel]:
    opened = telegram.open_telegram(TOKEN, playing.url)
    yield opened
    await opened.bot.session.close()


@pytest.fixture
def pipeline(sqlite_store: Store, hands: Hands) -> Watched:
    return Watched(store=sqlite_store, clock=hands, zone=VIETNAM, office=Office(version=-1))


@pytest.fixture
def came(channel: Channel, pipeline: Watched) -> Inbound:
    return Inbound(channel, pipeline)


@asynccontextmanager
async def at_work(came: Inbound) -> AsyncGenerator[None]:
    async with asyncio.TaskGroup() as group:
        working = group.create_task(came.work())
        yield
        working.cancel()


async def rows(store: Store) -> list[InboundUpdate]:
    async with store.reading() as db:
        return list(await db.exec(select(InboundUpdate).order_by(InboundUpdate.update_id)))  # type: ignore[arg-type]


async def test_it_is_stored_at_once_and_its_words_are_erased_when_it_is_answered(
    came: Inbound, playing: FakeTelegram, sqlite_store: Store
) -> None:
    await came.take([written(1, "trợ giúp")])
    (waiting,) = await rows(sqlite_store)
    assert waiting.body
    assert waiting.body["message"]["text"] == "trợ giúp"
    async with at_work(came):
        await playing.until(lambda: playing.sent)
    (row,) = await rows(sqlite_store)
    assert (row.body, row.answered_at) == (None, came.pipeline.clock())


async def test_the_same_update_is_answered_once_also_by_the_next_start(
    came: Inbound, channel: Channel, pipeline: Watched, playing: FakeTelegram
) -> None:
    async with at_work(came):
        await came.take([written(1, "trợ giúp"), written(1, "trợ giúp")])
        await came.take([written(1, "trợ giúp")])
        await playing.until(lambda: playing.sent)
    next_start = Inbound(channel, pipeline)
    async with at_work(next_start):
        await next_start.take([written(1, "trợ giúp"), written(2, "xin chào")])
        await playing.until(lambda: len(playing.sent) == 2)
    assert pipeline.began == [1, 2]


async def test_what_an_earlier_start_left_is_answered_first_and_in_its_order(
    came: Inbound, channel: Channel, pipeline: Watched, playing: FakeTelegram
) -> None:
    await came.take([written(number, "trợ giúp", chat=number) for number in (5, 3, 4)])
    next_start = Inbound(channel, pipeline)
    await next_start.take([written(6, "trợ giúp")])
    async with at_work(next_start):
        await playing.until(lambda: len(playing.sent) == 4)
    assert pipeline.began == [3, 4, 5, 6]


async def test_what_was_begun_three_times_is_set_aside_and_its_sender_is_told(
    came: Inbound,
    channel: Channel,
    pipeline: Watched,
    playing: FakeTelegram,
    sqlite_store: Store,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await came.take([written(1, "giết chương trình"), written(2, "trợ giúp", chat=8)])
    pipeline.goes_on.clear()

    def began_more_than(before: int) -> Callable[[], Awaitable[bool]]:
        async def it() -> bool:
            return len(pipeline.began) > before

        return it

    for _ in range(2):  # the program ends in the middle of the first, again and again
        killed = Inbound(channel, pipeline, finish_within=inbound.FINISH_WITHIN * 0)
        begun = len(pipeline.began)
        async with at_work(killed):
            await eventually(began_more_than(begun))
    assert pipeline.began == [1, 1]
    pipeline.goes_on.set()
    woken = asyncio.Event()
    pipeline.wake = woken.set
    async with at_work(Inbound(channel, pipeline)):
        await playing.until(lambda: playing.sent)
    assert pipeline.began == [1, 1, 2]  # the other one was not counted for the first one's fault
    assert woken.is_set()
    assert "update 1 of telegram was set aside after 3 attempts" in caplog.text
    assert [row.body for row in await rows(sqlite_store)] == [None, None]
    async with sqlite_store.reading() as db:
        apology = (await db.exec(select(Message))).one()
        account = await db.get(Account, apology.account_id)
    assert account
    assert account.chat_id == 7
    assert apology.words.startswith("Xin lỗi, hệ thống gặp trục trặc")


async def test_trouble_of_the_program_is_tried_again(
    came: Inbound, pipeline: Watched, playing: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbound, "AGAIN_AFTER", 0.01)
    pipeline.failures = 1
    async with at_work(came):
        await came.take([written(1, "trợ giúp")])
        await playing.until(lambda: playing.sent)
    assert pipeline.began == [1, 1]


async def test_what_asks_for_no_answer_is_ended_too(
    came: Inbound, playing: FakeTelegram, sqlite_store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    unknown = {"update_id": 1, "message": {"of": "2040"}}
    async with at_work(came):
        await came.take(
            [
                unknown,
                sent_in(2, text="mọi người ơi")
                | {"message": {**sent_in(2, text="mọi người ơi")["message"], "chat": GROUP}},
                written(3, "trợ giúp"),
            ]
        )
        await playing.until(lambda: playing.sent)
    assert [row.body for row in await rows(sqlite_store)] == [None, None, None]
    assert "of no known form" in caplog.text


async def test_a_press_whose_answer_takes_long_is_confirmed_before(
    came: Inbound, pipeline: Watched, playing: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbound, "SLOW", 0.01)
    pipeline.goes_on.clear()
    async with at_work(came):
        await came.take([pressed(1, 5, "q:help")])
        await playing.until(lambda: playing.forms_of("answerCallbackQuery"))
        assert playing.sent == []
        pipeline.goes_on.set()
        await playing.until(lambda: playing.sent)


async def test_who_blocks_us_is_left_alone_until_they_write_again(
    came: Inbound, playing: FakeTelegram, sqlite_store: Store
) -> None:
    async def blocked() -> bool:
        async with sqlite_store.reading() as db:
            return (await db.exec(select(Account))).one().blocked_at is not None

    async def reachable() -> bool:
        return not await blocked()

    playing.refusals = [refusal(403, "Forbidden: bot was blocked by the user")]
    async with sqlite_store.sessions() as db, db.begin():
        await make.account(db, channel="telegram", chat_id=7)
    async with at_work(came):
        await came.take([written(1, "trợ giúp")])
        await eventually(blocked)
        await came.take([written(2, "trợ giúp")])
        await playing.until(lambda: playing.sent)
        assert not await blocked()
        await came.take([membership(3, "kicked")])
        await eventually(blocked)
        await came.take([membership(4, "member")])
        await eventually(reachable)


def membership(number: int, status: str) -> dict[str, Any]:
    us = {"id": 123456, "is_bot": True, "first_name": "Trợ lý"}
    now = {"user": us, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    message = written(number, "")["message"]
    facts = {key: message[key] for key in ("chat", "from", "date")}
    old = {"user": us, "status": "member"}
    return {
        "update_id": number,
        "my_chat_member": {**facts, "old_chat_member": old, "new_chat_member": now},
    }


def test_of_a_message_only_what_an_answer_needs_is_stored() -> None:
    photo = [{"file_id": "AgAC", "file_unique_id": "AQ", "width": 90, "height": 90}]
    came = sent_in(
        1,
        caption="hồ sơ của tôi",
        photo=photo,
        location={"latitude": 15.1, "longitude": 108.8},
        reply_to_message={**sent_in(1, text="lời của người khác")["message"]},
    )
    kept = storable(came)
    assert kept
    message = kept["message"]
    assert (message["photo"], message["caption"]) == (photo, "hồ sơ của tôi")
    assert "location" not in message
    assert set(message["reply_to_message"]) == {"message_id", "date", "chat", "from"}


def test_of_a_press_the_words_above_it_are_not_stored() -> None:
    press = pressed(1, 5, "q:help")
    press["callback_query"]["message"]["text"] = "Văn bản quá hạn: …"
    kept = storable(press)
    assert kept
    assert "text" not in kept["callback_query"]["message"]
    assert kept["callback_query"]["data"] == "q:help"


def test_a_telephone_number_that_somebody_shares_is_never_stored() -> None:
    contact = {"phone_number": "+84912000001", "first_name": "Hoa", "user_id": 7}
    assert storable(sent_in(1, contact=contact)) is None
    answering = sent_in(1, text="đây", reply_to_message=sent_in(1, contact=contact)["message"])
    assert "phone_number" not in str(storable(answering))


def test_what_is_typed_in_a_group_is_never_stored() -> None:
    said = written(1, "@TroLyVanPhongBot lịch họp hôm nay")
    assert storable(said) is not None
    said["message"]["chat"] = GROUP
    assert storable(said) is None
