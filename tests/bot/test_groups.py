"""Groups: the answer comes in private, the group reads one line that tells nothing."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage
from aiogram.types import Update
from sqlmodel import SQLModel, col, select

from bot.channels import Channel
from bot.channels.console import ConsoleSession
from bot.pipeline import Pipeline
from storage import link_codes, links
from storage.engine import Store
from storage.link_rules import LinkRules
from storage.models import Account, LinkCode, Person
from tests import office as make
from tests.chat import ChatAs
from tests.hands import Hands

NAME = "TroLyVanPhongBot"
GROUP: dict[str, Any] = {"id": -5, "type": "supergroup", "title": "Phòng Khoa giáo"}
LINE = (
    "Tôi trả lời anh/chị trong tin nhắn riêng. Nếu chưa nhận được, mời anh/chị mở tin nhắn riêng "
    "với trợ lý và hỏi lại ở đó."
)
STRANGER = 999
Said = Callable[..., Awaitable[str]]


@pytest.fixture
def session(channel: Channel) -> ConsoleSession:
    assert isinstance(channel.bot.session, ConsoleSession)
    return channel.bot.session


@pytest.fixture
def in_group(channel: Channel, session: ConsoleSession, pipeline: Pipeline) -> Said:
    """Somebody types in the group; what the group reads."""
    pipeline.office.telegram_name = NAME

    async def said(words: str, by: int = STRANGER, **content: Any) -> str:
        update = session.incoming(channel.bot, by, **{"text": words, "chat": GROUP, **content})
        await pipeline.receive(channel, update)
        return "\n".join(heard.text for heard in session.take(GROUP["id"]))

    return said


@pytest.fixture
async def hoa(sqlite_store: Store) -> Person:
    async with sqlite_store.sessions() as db, db.begin():
        hoa = await make.person(db, "Trần Thị Hoa")
        await make.document(
            db, "1/SYT-NVY", subject="Tiêm chủng", holder_id=hoa.id, due_on=make.day("2026-11-12")
        )
        return hoa


async def everything(store: Store) -> str:
    """All that the store holds, as text."""
    async with store.reading() as db:
        rows = [
            str(row)
            for table in SQLModel.metadata.sorted_tables
            for row in await (await db.connection()).execute(sa.select(table))
        ]
    return "\n".join(rows)


@pytest.mark.parametrize(
    "words",
    [
        f"@{NAME} văn bản quá hạn của tôi",
        f"văn bản quá hạn của tôi @{NAME.lower()}",
        f"@{NAME}  văn bản quá hạn của tôi",
    ],
)
async def test_whoever_names_us_is_answered_in_private(
    in_group: Said, chat_as: ChatAs, hoa: Person, words: str
) -> None:
    chat = await chat_as(hoa)
    assert await in_group(words, chat.conversation.chat_id) == LINE
    assert "Tiêm chủng" in chat.pushed
    assert await chat.press("1")  # and goes on there


async def test_a_reply_to_us_and_a_command_are_for_us_too(
    in_group: Said, chat_as: ChatAs, hoa: Person, channel: Channel, hands: Hands
) -> None:
    chat = await chat_as(hoa)
    ours = {
        "message_id": 4,
        "date": 1,
        "chat": GROUP,
        "from": {"id": channel.bot.id, "is_bot": True, "first_name": "?"},
    }
    asker = chat.conversation.chat_id
    assert await in_group("văn bản quá hạn của tôi", asker, reply_to_message=ours) == LINE
    assert "Tiêm chủng" in chat.pushed
    for command in ("/help", f"/help@{NAME}"):
        hands.forward(seconds=60)
        assert await in_group(command, asker) == LINE
        assert "Trợ giúp 1/3" in chat.pushed


@pytest.mark.parametrize("words", ["văn bản quá hạn của tôi", "/help@other_bot", "@other_bot chào"])
async def test_what_is_not_for_us_is_not_heard(
    in_group: Said, chat_as: ChatAs, hoa: Person, sqlite_store: Store, words: str
) -> None:
    chat = await chat_as(hoa)
    before = await everything(sqlite_store)
    assert await in_group(words, chat.conversation.chat_id) == ""
    assert chat.pushed == ""
    assert await everything(sqlite_store) == before


async def test_everybody_reads_the_same_line_whatever_is_asked_and_found(
    in_group: Said, chat_as: ChatAs, hoa: Person, hands: Hands, session: ConsoleSession
) -> None:
    linked, stranger = await chat_as(hoa), await chat_as()
    lines = set()
    for asker in (linked.conversation.chat_id, stranger.conversation.chat_id, STRANGER):
        for words in ("văn bản quá hạn của tôi", "hồ sơ H37.12-261116-9999", "asdf"):
            hands.forward(seconds=60)
            lines.add(await in_group(f"@{NAME} {words}", asker))
    assert lines == {LINE}


async def test_who_never_opened_us_leaves_no_trace_and_is_told_the_way(
    in_group: Said, sqlite_store: Store, session: ConsoleSession, channel: Channel
) -> None:
    shown: list[SendMessage] = []
    render = session.renderers[SendMessage]

    async def watch(bot: Bot, method: SendMessage) -> Any:
        shown.append(method)
        return await render(bot, method)

    session.renderers[SendMessage] = watch
    assert await in_group(f"@{NAME} lịch họp hôm nay") == LINE
    (line,) = shown
    assert line.reply_markup
    assert line.reply_markup.model_dump(exclude_none=True) == {
        "inline_keyboard": [[{"text": "Mở tin nhắn riêng", "url": f"https://t.me/{NAME}"}]]
    }
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(Account))).all() == []


async def test_a_group_reads_at_most_one_line_a_minute_and_everybody_is_answered(
    in_group: Said, chat_as: ChatAs, hoa: Person, hands: Hands
) -> None:
    chat = await chat_as(hoa)
    asker = chat.conversation.chat_id
    heard = []
    for _ in range(5):
        heard.append(await in_group(f"@{NAME} trợ giúp", asker))
        assert "Trợ giúp 1/3" in chat.pushed
        hands.forward(seconds=14)
    assert heard == [LINE, "", "", "", ""]
    assert await in_group(f"@{NAME} trợ giúp", asker) == LINE


async def test_nothing_typed_in_a_group_is_written_down(
    in_group: Said, chat_as: ChatAs, hoa: Person, sqlite_store: Store
) -> None:
    chat = await chat_as(hoa)
    await in_group(f"@{NAME} văn bản về tiêm chủng mùa lạ", chat.conversation.chat_id)
    assert chat.pushed
    kept = await everything(sqlite_store)
    assert "mùa lạ" not in kept
    assert "mua la" not in kept


async def test_a_link_code_typed_in_a_group_is_void_and_its_sender_is_told_alone(
    in_group: Said, chat_as: ChatAs, hoa: Person, sqlite_store: Store, pipeline: Pipeline
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        code = await links.make_code(
            db, hoa.id or 0, seal=pipeline.seal, rules=LinkRules(), now=pipeline.clock()
        )
    chat = await chat_as()
    shown = link_codes.shown(code).lower()
    assert await in_group(f"mã của mình là {shown} nhé", chat.conversation.chat_id) == LINE
    assert "đã hết hiệu lực" in chat.pushed
    async with sqlite_store.reading() as db:
        row = (await db.exec(select(LinkCode))).one()
        assert row.used_at == pipeline.clock()
        linked = select(Account).where(col(Account.person_id).is_not(None))
        assert (await db.exec(linked)).all() == []
    assert shown not in (await everything(sqlite_store)).lower()


async def test_a_code_behind_a_link_is_void_too(
    in_group: Said, hoa: Person, sqlite_store: Store, pipeline: Pipeline
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        code = await links.make_code(
            db, hoa.id or 0, seal=pipeline.seal, rules=LinkRules(), now=pipeline.clock()
        )
    address = f"https://t.me/{NAME}?start={code}"
    entity = {"type": "text_link", "offset": 0, "length": 7, "url": address}
    assert await in_group("bấm đây", entities=[entity]) == LINE
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(LinkCode))).one().used_at is not None


async def test_buttons_in_a_group_do_nothing(
    channel: Channel, session: ConsoleSession, pipeline: Pipeline, chat_as: ChatAs, hoa: Person
) -> None:
    chat = await chat_as(hoa)
    await chat.say("trợ giúp")
    raw = session.press(
        channel.bot, chat.conversation.chat_id, chat.conversation.last[0].message_id, "q:help"
    ).model_dump(mode="json", exclude_none=True, by_alias=True)
    raw["callback_query"]["message"]["chat"] = GROUP
    press = Update.model_validate(raw, context={"bot": channel.bot})
    assert await pipeline.receive(channel, press) is None
    assert chat.pushed == ""
    assert session.take(GROUP["id"]) == []


async def test_other_bots_and_a_group_that_takes_no_words_end_nothing(
    in_group: Said, chat_as: ChatAs, hoa: Person, session: ConsoleSession
) -> None:
    render = session.renderers[SendMessage]
    chat = await chat_as(hoa)

    async def no_words_here(bot: Bot, method: SendMessage) -> Any:
        if method.chat_id == GROUP["id"]:
            raise TelegramForbiddenError(method=method, message="bot was kicked")
        return await render(bot, method)

    session.renderers[SendMessage] = no_words_here
    assert await in_group(f"@{NAME} trợ giúp", chat.conversation.chat_id) == ""
    assert "Trợ giúp 1/3" in chat.pushed
    bot = {"id": chat.conversation.chat_id, "is_bot": True, "first_name": "?"}
    await in_group(f"@{NAME} trợ giúp", **{"from": bot})
    assert chat.pushed == ""


async def test_in_a_topic_the_line_stands_in_the_topic(
    in_group: Said, session: ConsoleSession
) -> None:
    shown: list[SendMessage] = []
    render = session.renderers[SendMessage]

    async def watch(bot: Bot, method: SendMessage) -> Any:
        shown.append(method)
        return await render(bot, method)

    session.renderers[SendMessage] = watch
    await in_group(f"@{NAME} chào", message_thread_id=17, is_topic_message=True)
    assert [line.message_thread_id for line in shown] == [17]
