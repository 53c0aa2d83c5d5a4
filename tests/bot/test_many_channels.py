"""One person on several channels; channels that are not there, or do not know us."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import httpx
import pytest
from sqlmodel import col, select

from bot.channels.console import ConsoleSession, open_console
from bot.channels.zalo_oa import NAME as ZALO_OA
from bot.office import Office
from bot.pipeline import Pipeline
from bot.settings import Settings
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import Account, Message, MessageKind, MessageState
from tests import office as make
from tests.bot.at_work import AtWork
from tests.bot.fake_zalo_bot import fake_zalo_bot
from tests.bot.fake_zalo_oa import APP, FIRST, OA_SECRET, SECRET, fake_oa
from tests.bot.on_zalo import OFFICE_SECRET, USER, oa_channel, on_oa
from tests.bot.test_app import running, settings_of
from tests.bot.test_zalo_oa import hoa_on_zalo
from tests.chat import Chat
from tests.hands import Hands

AWAY = "http://127.0.0.1:9"


async def also_on_the_console(store: Store, hands: Hands, **used: timedelta) -> None:
    """Hoa has two accounts; `used` says how long ago each was used."""
    hoa = await hoa_on_zalo(store, 3)
    async with store.sessions() as db, db.begin():
        await make.account(db, hoa, channel="console", chat_id=9)
        for account in (await db.exec(select(Account))).all():
            account.seen_at = hands.now - used[account.channel]


async def briefs(store: Store) -> Sequence[tuple[str, MessageState]]:
    async with store.reading() as db:
        found = await db.exec(
            select(Message).where(Message.kind == MessageKind.BRIEF).order_by(col(Message.id))
        )
        return [(one.channel, one.state) for one in found]


@pytest.mark.parametrize(
    ("zalo", "refusals", "taken_by"),
    [(1, [], ZALO_OA), (3, [], "console"), (1, [-213], "console"), (1, [-211], "console")],
)
async def test_a_notice_goes_where_somebody_was_last_else_to_the_next_and_once(
    sqlite_store: Store, hands: Hands, zalo: int, refusals: list[int], taken_by: str
) -> None:
    hands.set("2026-11-16 07:30")
    used = {ZALO_OA: timedelta(hours=zalo), "console": timedelta(hours=2)}
    await also_on_the_console(sqlite_store, hands, **used)
    console = open_console(hands)
    session = console.bot.session
    assert isinstance(session, ConsoleSession)
    async with fake_oa() as fake:
        fake.refusals = list(refusals)
        channel = oa_channel(sqlite_store, hands, fake)
        work = AtWork(sqlite_store, hands, channel, console)
        await work.starts("2026-11-16 07:30")
        await work.at("2026-11-16 07:45")
        await channel.bot.session.close()
        heard = {ZALO_OA: len(fake.said), "console": len(session.take(9))}
    assert heard == {ZALO_OA: 0, "console": 0} | {taken_by: 1}
    assert await briefs(sqlite_store) == [(taken_by, MessageState.SENT)]


async def test_who_answers_on_one_channel_is_reminded_on_no_other(
    sqlite_store: Store, hands: Hands
) -> None:
    """And the language that was chosen on one is spoken on both."""
    used = {ZALO_OA: timedelta(hours=1), "console": timedelta(hours=2)}
    await also_on_the_console(sqlite_store, hands, **used)
    console = open_console(hands)
    pipeline = Pipeline(store=sqlite_store, clock=hands, zone=VIETNAM, office=Office(version=-1))
    at_console = Chat(console, 9, pipeline)
    async with on_oa(sqlite_store, hands) as chat:
        await chat.say("English please")
        assert "overdue" in await at_console.say("overdue?")
        await chat.say("2/SYT-NVY xong")
    assert "2/SYT-NVY" not in await at_console.say("overdue documents")


def zalo_settings(store: Store, url: str, bot_url: str) -> Settings:
    return settings_of(
        store,
        secret=OFFICE_SECRET,
        zalo_app_id=APP,
        zalo_app_secret=SECRET,
        zalo_oa_secret=OA_SECRET,
        zalo_oa_refresh_token=FIRST,
        zalo_api_url=url,
        zalo_oauth_url=url,
        zalo_bot_token="1:a",
        zalo_bot_api_url=bot_url,
    )


async def test_a_zalo_that_cannot_be_reached_at_the_start_ends_nothing(
    sqlite_store: Store, hands: Hands
) -> None:
    settings = zalo_settings(sqlite_store, AWAY, AWAY)
    async with running(settings, hands) as address, httpx.AsyncClient() as browser:
        health = await browser.get(f"{address}/health")
    assert health.status_code == 200


async def test_wrong_tokens_of_zalo_are_a_sentence_each_and_end_nothing(
    sqlite_store: Store, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    async with fake_oa() as fake, fake_zalo_bot() as bot:
        fake.dead = True
        async with running(zalo_settings(sqlite_store, fake.url, bot.url), hands) as address:
            async with asyncio.timeout(20):
                while not (  # noqa: ASYNC110 - a log can only be read
                    "OFFICE_ZALO_OA_REFRESH_TOKEN" in caplog.text
                    and "OFFICE_ZALO_BOT_TOKEN" in caplog.text
                ):
                    await asyncio.sleep(0.05)
            async with httpx.AsyncClient() as browser:
                health = await browser.get(f"{address}/health")
    assert health.status_code == 200
    told = [record.message for record in caplog.records if record.levelname == "ERROR"]
    assert len(told) == 2
    assert all("The other channels go on." in one for one in told)


async def test_a_picture_that_zalo_keeps_no_longer_is_asked_for_again(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_oa(sqlite_store, hands) as chat:
        link = {"type": "image", "payload": {"url": f"{chat.fake.url}/sent/gone.png"}}
        said = await chat.send("user_send_image", attachments=[link])
    assert "gửi lại" in said["message"]["text"]
    assert said["recipient"] == {"user_id": str(USER)}


async def test_who_unfollowed_is_in_the_ledger_and_is_written_to_again_once_they_write(
    sqlite_store: Store, hands: Hands
) -> None:
    hands.set("2026-11-16 07:30")
    await hoa_on_zalo(sqlite_store, 3)
    async with fake_oa() as fake, on_oa(sqlite_store, hands, fake=fake) as chat:
        await chat.say("trợ giúp")
        await chat.take({**chat.event("unfollow"), "follower": {"id": str(USER)}})
        await chat.say("trợ giúp", user=USER + 1)  # by then it is noted
        work = AtWork(sqlite_store, hands, chat.channel)
        await work.starts("2026-11-16 07:30")
        async with sqlite_store.reading() as db:
            (brief,) = (
                await db.exec(select(Message).where(Message.kind == MessageKind.BRIEF))
            ).all()
        assert (brief.state, brief.reason) == (MessageState.FAILED, f"{ZALO_OA}: blocked")
        said = len(fake.said)
        await chat.brings({**chat.event("follow"), "follower": {"id": str(USER)}})
        await work.at("2026-11-17 07:30")
        assert len(fake.said) == said + 2
