"""The path of one message: what is promised whatever the question."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from sqlalchemy import event
from sqlmodel import select

from bot.channels import Channel
from bot.pipeline import MOST_WAITING, Pipeline
from storage import conversations, messages
from storage.conversations import Line
from storage.engine import Store
from storage.models import ChatLine, Message, MessageKind, Openness
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import MONDAY

GONE = "Nút này không còn dùng được. Mời anh/chị gõ lại câu hỏi để xem thông tin mới nhất."


def on_send(chat: Chat, act: Callable[[], None]) -> None:
    """Do something at the moment a reply goes out."""
    session = chat.conversation.session
    send = session.make_request

    async def make_request(*args: Any, **more: Any) -> Any:
        act()
        return await send(*args, **more)

    session.make_request = make_request  # type: ignore[method-assign]


async def test_everything_is_committed_before_the_reply_leaves(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    order: list[str] = []
    event.listen(sqlite_store.engine.sync_engine, "commit", lambda _: order.append("commit"))
    on_send(chat, lambda: order.append("reply"))
    await chat.say("trợ giúp")
    assert order == ["commit", "reply", "commit"]  # the last one records what was sent


async def test_a_button_that_was_not_offered_is_refused(chat_as: ChatAs) -> None:
    chat = await chat_as()
    await chat.say("trợ giúp")
    heard = chat.conversation.last[-1]
    forged = await chat.conversation.press_data(heard.message_id, "q:document.overdue|o")
    assert [message.text for message in forged] == [GONE]


async def test_a_button_offered_to_somebody_else_is_refused(chat_as: ChatAs) -> None:
    asked, other = await chat_as(), await chat_as()
    await asked.say("trợ giúp")
    heard = asked.conversation.last[-1]
    data = heard.buttons[0][0][1]
    stolen = await other.conversation.press_data(heard.message_id, data)
    assert [message.text for message in stolen] == [GONE]


async def test_a_reply_that_cannot_be_sent_waits_in_the_outbox(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()

    def trouble() -> None:
        raise TelegramNetworkError(method=None, message="away")  # type: ignore[arg-type]

    on_send(chat, trouble)
    assert await chat.say("trợ giúp") == ""
    async with sqlite_store.reading() as db:
        waiting = (await db.exec(select(Message))).all()
    assert [message.kind for message in waiting] == [MessageKind.REPLY]


async def test_somebody_who_blocked_us_is_not_tried_again(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()

    def blocked() -> None:
        raise TelegramForbiddenError(method=None, message="blocked")  # type: ignore[arg-type]

    on_send(chat, blocked)
    assert await chat.say("trợ giúp") == ""
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(Message))).all() == []


async def test_what_nobody_foresaw_is_an_apology_and_changes_nothing(
    chat_as: ChatAs, pipeline: Pipeline, sqlite_store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    chat = await chat_as()
    pipeline.office = None  # type: ignore[assignment]
    reply = await chat.say("trợ giúp")
    assert reply.startswith("Xin lỗi, hệ thống vừa gặp trục trặc")
    assert "could not be answered" in caplog.text
    assert "trợ giúp" not in caplog.text


async def test_messages_of_one_chat_are_answered_in_their_order(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    talk = chat.conversation
    updates = [
        talk.session.incoming(talk.channel.bot, talk.chat_id, text=f"trợ giúp {n}")
        for n in range(MOST_WAITING)
    ]
    await asyncio.gather(*(talk.receive(talk.channel, update) for update in updates))
    async with sqlite_store.reading() as db:
        lines = (await db.exec(select(ChatLine).order_by(ChatLine.id))).all()  # type: ignore[arg-type]
    assert [line.html for line in lines if not line.ours] == [
        f"trợ giúp {n}" for n in range(MOST_WAITING)
    ]
    assert [line.ours for line in lines] == [False, True] * MOST_WAITING


async def test_a_flood_from_one_chat_is_dropped_beyond_what_may_wait(
    chat_as: ChatAs, channel: Channel
) -> None:
    chat = await chat_as()
    talk = chat.conversation
    turns = await asyncio.gather(
        *(
            talk.receive(channel, talk.session.incoming(channel.bot, talk.chat_id, text="chào"))
            for _ in range(MOST_WAITING + 5)
        )
    )
    assert turns.count(None) == 5


async def test_a_label_that_is_typed_presses_its_button(chat_as: ChatAs) -> None:
    chat = await chat_as()
    await chat.say("trợ giúp")
    label = chat.buttons[-1]
    pressed = await chat.press(label)
    await chat.say("trợ giúp")
    assert await chat.say(label.lower()) == pressed


async def test_a_digit_belongs_to_the_last_list_only(chat_as: ChatAs, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        for hour in (9, 10):
            await make.meeting(
                db, f"2026-11-16 {hour:02}:00", subject=f"Họp {hour}", openness=Openness.PUBLIC
            )
    chat = await chat_as()
    await chat.say("lịch họp hôm nay")
    assert (await chat.say("2")).startswith("Họp 10")
    await chat.say("cảm ơn")
    assert not (await chat.say("2")).startswith("Họp 10")


async def test_a_digit_after_something_unasked_presses_nothing(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    await chat.say("trợ giúp")
    async with sqlite_store.sessions() as db, db.begin():
        await messages.tell(db, kind=MessageKind.REPLY, account_id=None, words="tin", now=MONDAY)
        await conversations.record(
            db,
            [
                Line(
                    channel="console",
                    chat_id=chat.conversation.chat_id,
                    message_id=1,
                    ours=True,
                    at=MONDAY,
                    buttons=[[{"text": "1", "data": "q:help"}]],
                    outbox_id=1,
                )
            ],
        )
    async with sqlite_store.reading() as db:
        assert await conversations.newest_offer(db, "console", chat.conversation.chat_id) is None
