"""Conversations by a Zalo Bot: no buttons, so numbers; no files, so links; so many and no more."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import httpx
import pytest
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import BufferedInputFile
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot.channels import NotNowError, patience
from bot.channels.zalo.bot_updates import brought, chat_of
from bot.channels.zalo.plain import Plain
from bot.channels.zalo_bot import NAME
from bot.web.zalo import BOT_SECRET_HEADER, BotDoor, Storing
from storage import channel_counts, exposures
from storage.engine import Store
from storage.models import Account, InboundUpdate, Level, Message, MessageState, Noun, Person
from storage.troubles import NO_BUDGET
from storage.viewer import Role
from tests import office as make
from tests.bot.at_work import AtWork
from tests.bot.fake_telegram import eventually
from tests.bot.fake_zalo_bot import BOT_TOKEN, LAN, fake_zalo_bot, message_of
from tests.bot.on_zalo import PAGE, on_bot
from tests.hands import Hands


async def hoa_on_a_bot(store: Store, number: int = 8, *, level: Level = Level.FULL) -> Person:
    async with store.sessions() as db, db.begin():
        unit = await make.unit(db)
        hoa = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
        account = await make.account(db, hoa, channel=NAME, chat_id=chat_of(LAN))
        account.external_id = LAN
        await exposures.put(db, NAME, Noun.DOCUMENTS, Role.OFFICER, level)
        await make.overdue_documents(db, hoa, number)
    return hoa


async def test_what_would_be_a_button_is_numbered_after_the_list_and_typed(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_on_a_bot(sqlite_store)
    async with on_bot(sqlite_store, hands) as chat:
        first = await chat.say("văn bản quá hạn")
        assert first["chat_id"] == LAN
        assert first["text"].endswith("\n\n7. Xem thêm\nMời trả lời bằng số đứng trước.")
        assert {"start": 0, "len": 29, "st": ["b"]} in first["text_styles"]
        second = await chat.say("7")
        assert "8/SYT-NVY" in second["text"]
        again = await chat.say("trang truoc")
        assert again["text"] == first["text"]
        one = await chat.say("3")
        assert "4/SYT-NVY" in one["text"]
        assert "5/SYT-NVY" not in one["text"]


async def test_a_number_counts_only_for_the_newest_message_also_after_a_restart(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_on_a_bot(sqlite_store)
    async with fake_zalo_bot() as fake:
        async with on_bot(sqlite_store, hands, fake=fake) as before:
            await before.say("văn bản quá hạn")
        async with on_bot(sqlite_store, hands, fake=fake) as after:
            assert "Trang trước" in (await after.say("7"))["text"]
            await after.say("mấy giờ Văn phòng làm việc?")
            assert "Trang trước" not in (await after.say("7"))["text"]


async def test_zalos_own_ids_are_kept_beside_our_numbers_and_forgotten_with_them(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_bot(sqlite_store, hands) as chat:
        await chat.say("trợ giúp")
        async with sqlite_store.reading() as db:
            account = (await db.exec(select(Account))).one()
        assert (account.external_id, account.chat_id) == (LAN, chat_of(LAN))
        with pytest.raises(TelegramForbiddenError):
            await chat.channel.bot.send_message(account.chat_id + 1, "ai đó")


async def test_a_file_is_a_link_and_a_picture_is_fetched_from_one(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_bot(sqlite_store, hands) as chat:
        await chat.say("trợ giúp")
        whom = chat_of(LAN)
        paper = BufferedInputFile(b"%PDF-1.4", filename="giay-hen.pdf")
        await chat.channel.bot(SendDocument(chat_id=whom, document=paper, caption="Giấy hẹn"))
        assert chat.fake.texts[-1].startswith(f"Giấy hẹn\nTệp giay-hen.pdf: {PAGE}/tep/")
        chart = BufferedInputFile(b"png", filename="a.png")
        await chat.channel.bot(SendPhoto(chat_id=whom, photo=chart, caption="<b>Biểu đồ</b>"))
        assert chat.fake.sent[-1]["photo"].startswith(f"{PAGE}/tep/")
        assert chat.fake.texts[-1] == "Biểu đồ"


async def test_words_whose_styles_are_refused_are_said_without(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_bot(sqlite_store, hands) as chat:
        await chat.say("trợ giúp")
        chat.fake.refuses_styles = True
        await chat.channel.bot.send_message(chat_of(LAN), "<b>Đậm</b>")
        assert (chat.fake.texts[-1], "text_styles" in chat.fake.sent[-1]) == ("Đậm", False)


@given(
    st.lists(st.tuples(st.sampled_from("bius"), st.text("aở😀 \n", min_size=1), st.text("xđ😀")))
)
def test_styles_are_where_utf_16_counts_them(parts: list[tuple[str, str, str]]) -> None:
    html = "".join(f"<{tag}>{words}</{tag}>{after}" for tag, words, after in parts)
    read = Plain(html)
    units = read.text.encode("utf-16-le")
    shown = [
        units[2 * one["start"] : 2 * (one["start"] + one["len"])].decode("utf-16-le")
        for one in read.styles
    ]
    assert shown == [words for _, words, _ in parts]
    assert read.text == "".join(words + after for _, words, after in parts)


def test_both_shapes_and_both_names_of_a_picture_are_read() -> None:
    bare = message_of(LAN, "image", photo="https://a.zdn.vn/1.jpg")
    other = message_of(LAN, "image", photo_url="https://a.zdn.vn/1.jpg")
    for event in (bare, other, {"ok": True, "result": bare}):
        read = brought(event)
        assert read
        assert read.update["message"]["photo"][0]["file_id"] == "https://a.zdn.vn/1.jpg"
        assert read.update["update_id"] < 2**63


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"event_name": "message.text.received"},
        {"event_name": "message.unsupported.received", "message": {"from": {}, "chat": {}}},
        {"result": [1]},
        {"event_name": "message.text.received", "message": {"from": 1, "chat": [], "text": "a"}},
    ],
)
def test_what_nobody_can_answer_is_dropped(event: dict[str, Any]) -> None:
    assert brought(event) is None


def test_groups_and_bots_are_not_answered() -> None:
    group, robot = message_of(LAN, text="a"), message_of(LAN, text="a")
    group["message"]["chat"]["chat_type"] = "GROUP"
    robot["message"]["from"]["is_bot"] = True
    assert (brought(group), brought(robot)) == (None, None)


async def test_one_person_more_than_it_serves_is_told_where_else_to_ask_once_a_day(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_bot(sqlite_store, hands, people=1) as chat:
        await chat.say("trợ giúp")
        told = await chat.say("trợ giúp", user="another")
        assert told["chat_id"] == "another"
        assert (
            f"chỉ phục vụ được 1 người và đã đủ. Mời Anh/Chị dùng trang web của Văn phòng: {PAGE}"
            in (told["text"])
        )
        assert await chat.keeper.bring(message_of("another", text="alo")) is None
        assert len(chat.fake.sent) == 2
        assert "phục vụ" not in (await chat.say("cảm ơn"))["text"]
        async with sqlite_store.reading() as db:
            assert len((await db.exec(select(Account))).all()) == 1


async def test_the_months_messages_are_counted_and_the_reserve_is_for_answers(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_on_a_bot(sqlite_store, 2)
    hands.set("2026-11-16 07:29")
    async with on_bot(sqlite_store, hands, most=3, reserve=2) as chat:
        await chat.say("trợ giúp")
        work = AtWork(sqlite_store, hands, chat.channel)
        await work.starts("2026-11-16 07:30")
        assert len(chat.fake.sent) == 1
        async with sqlite_store.reading() as db:
            waits = (await db.exec(select(Message))).one()
        assert (waits.state, waits.reason) == (MessageState.PLANNED, f"{NAME}: {NO_BUDGET}")
        assert waits.send_at.astimezone(hands.now.tzinfo).strftime("%d/%m") == "01/12"
        await chat.say("trợ giúp")
        await chat.say("trợ giúp")
        with pytest.raises(NotNowError) as gone:
            await chat.channel.bot.send_message(chat_of(LAN), "một tin nữa")
        assert timedelta(days=14) < timedelta(seconds=gone.value.retry_after) < timedelta(days=15)
        hands.set("2026-12-01 08:00")
        await chat.channel.bot.send_message(chat_of(LAN), "tháng mới")
        assert chat.fake.texts[-1] == "tháng mới"


async def test_a_hundred_at_once_never_say_more_than_a_month_has(
    store: Store, hands: Hands
) -> None:
    async def one() -> bool:
        async with store.sessions() as db, db.begin():
            return await channel_counts.take(db, NAME, most=40, now=hands.now)

    taken = await asyncio.gather(*(one() for _ in range(100)))
    assert sum(taken) == 40


async def test_it_is_polled_without_an_offset_and_no_event_is_answered_twice(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_bot(sqlite_store, hands) as chat:
        event = message_of(LAN, text="trợ giúp")
        chat.fake.events = [event, event, {"ok": True, "result": event}]
        async with asyncio.TaskGroup() as group:
            polling = group.create_task(chat.keeper.fetch())
            await chat.fake.until(lambda: chat.fake.sent)
            while len(chat.fake.polls) < 5:  # noqa: ASYNC110 - it can only be asked
                await asyncio.sleep(0.01)
            polling.cancel()
        assert len(chat.fake.sent) == 1
        assert chat.fake.calls[0] == ("deleteWebhook", {})
    async with sqlite_store.reading() as db:
        assert len((await db.exec(select(InboundUpdate))).all()) == 1


async def test_what_the_store_did_not_take_is_not_lost_though_nobody_gives_it_again(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_bot(sqlite_store, hands) as chat:
        take, troubles = chat.keeper.take, [OperationalError("", {}, Exception("locked"))]

        async def slow_to_take(updates: Sequence[dict[str, Any]]) -> None:
            if troubles:
                raise troubles.pop()
            await take(updates)

        chat.keeper.take = slow_to_take
        chat.fake.events = [message_of(LAN, text="trợ giúp")]
        async with asyncio.TaskGroup() as group:
            polling = group.create_task(chat.keeper.poll())
            await chat.fake.until(lambda: chat.fake.sent)
            polling.cancel()
        assert len(chat.fake.sent) == 1


async def test_between_two_polls_there_is_a_second(sqlite_store: Store, hands: Hands) -> None:
    async with on_bot(sqlite_store, hands) as chat:
        chat.keeper.apart = type(chat.keeper).apart
        async with asyncio.TaskGroup() as group:
            polling = group.create_task(chat.keeper.poll())
            while len(chat.fake.polls) < 2:  # noqa: ASYNC110 - it can only be asked
                await asyncio.sleep(0.05)
            polling.cancel()
        first, second = chat.fake.polls[:2]
    assert second - first >= 0.99


async def test_the_door_opens_to_who_knows_the_word(sqlite_store: Store, hands: Hands) -> None:
    async with on_bot(sqlite_store, hands) as chat, asyncio.TaskGroup() as group:
        storing = Storing(chat.came.take)
        door = BotDoor(secret="b" * 64, store=storing, read=chat.keeper.bring)
        app = FastAPI()
        app.add_api_route("/zalo-bot", door.receive, methods=["POST"])
        working = group.create_task(storing.work())
        transport = httpx.ASGITransport(app)
        event = message_of(LAN, text="trợ giúp")
        async with httpx.AsyncClient(transport=transport, base_url="http://office") as caller:

            async def bring(word: str) -> int:
                said = {BOT_SECRET_HEADER: word}
                return (await caller.post("/zalo-bot", json=event, headers=said)).status_code

            assert await bring("c" * 64) == 403
            assert [await bring("b" * 64) for _ in range(2)] == [200, 200]
        await chat.fake.until(lambda: chat.fake.sent)
        working.cancel()
        assert len(chat.fake.sent) == 1


def errors_in(log: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in log.records if record.levelname == "ERROR"]


async def test_a_token_it_does_not_know_is_one_sentence(
    sqlite_store: Store,
    hands: Hands,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(patience, "UNKNOWN_TOKEN_PAUSE", 0.01)

    async def refused() -> list[str]:
        return errors_in(caplog)

    async with on_bot(sqlite_store, hands) as chat:
        chat.fake.token = BOT_TOKEN[::-1]
        async with asyncio.TaskGroup() as group:
            joining = group.create_task(chat.keeper.fetch())
            await eventually(refused)
            await asyncio.sleep(0.2)  # it tries some times more
            chat.fake.token = BOT_TOKEN
            chat.fake.events = [message_of(LAN, text="trợ giúp")]
            await chat.fake.until(lambda: chat.fake.sent)
            joining.cancel()
    (told,) = errors_in(caplog)
    assert "OFFICE_ZALO_BOT_TOKEN" in told
    assert "abcdef" not in caplog.text
