"""Somebody who talks to the real pipeline by Zalo, whose servers are the test's own."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.channels import Channel
from bot.channels.inbound import Inbound
from bot.channels.zalo import updates
from bot.channels.zalo.bot_client import BotClient
from bot.channels.zalo.handing import Handing
from bot.channels.zalo.http import Http
from bot.channels.zalo.oa_client import OaClient
from bot.channels.zalo.tokens import PURPOSE, Keys, Tokens
from bot.channels.zalo_bot import NAME as BOT_NAME
from bot.channels.zalo_bot import Doorkeeper, ZaloBot, open_zalo_bot
from bot.channels.zalo_oa import NAME, open_zalo_oa
from bot.office import Office
from bot.pipeline import Pipeline
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.strongbox import Strongbox
from tests.bot.fake_zalo_bot import BOT_TOKEN, LAN, FakeZaloBot, fake_zalo_bot, message_of
from tests.bot.fake_zalo_oa import (
    APP,
    FIRST,
    OA,
    OA_SECRET,
    SECRET,
    FakeOa,
    buttons_of,
    event,
    fake_oa,
)
from tests.hands import Hands

USER = 5599404612333389473
PAGE = "https://troly.example.gov.vn"
OFFICE_SECRET = "x" * 32


@dataclass
class OnOa:
    """`await chat.say("trợ giúp")` gives the message that Zalo is asked to show next."""

    fake: FakeOa
    channel: Channel
    pipeline: Pipeline
    came: Inbound
    hands: Hands

    async def say(self, words: str, *, user: int = USER) -> dict[str, Any]:
        return await self.send("user_send_text", user=user, text=words)

    async def send(self, name: str, *, user: int = USER, **content: Any) -> dict[str, Any]:
        return await self.brings(self.event(name, user=user, **content))

    async def press(self, label: str, *, user: int = USER) -> dict[str, Any]:
        """The newest button with this label."""
        found = (one for body in self.fake.said[::-1] for one in buttons_of(body))
        data = next(one["payload"] for one in found if one["title"] == label)
        return await self.say(data, user=user)

    async def brings(self, event: dict[str, Any]) -> dict[str, Any]:
        before = len(self.fake.said)
        await self.take(event)
        await self.fake.until(lambda: len(self.fake.said) > before)
        return self.fake.said[-1]

    async def take(self, event: dict[str, Any]) -> None:
        update = updates.update_of(event, self.channel.bot.id)
        await self.came.take([update] if update else [])

    def event(self, name: str, *, user: int = USER, **content: Any) -> dict[str, Any]:
        milliseconds = int(self.hands.now.timestamp() * 1000)
        return event(name, user, at=milliseconds, **content)


def client_of(
    store: Store, hands: Hands, fake: FakeOa, *, office_secret: str = OFFICE_SECRET, **more: Any
) -> OaClient:
    first: dict[str, str] = {"refresh_token": FIRST, **more}
    keys = Keys(
        app_id=APP,
        oa_id=OA,
        app_secret=SECRET,
        oa_secret=OA_SECRET,
        box=Strongbox(office_secret, PURPOSE),
        **first,
    )
    http = Http(fake.url)
    tokens = Tokens(store, hands, keys, http, oauth=fake.url, channel=NAME)
    return OaClient(store, hands, tokens, http, api=fake.url, channel=NAME)


def oa_channel(store: Store, hands: Hands, fake: FakeOa, **more: Any) -> Channel:
    handing = Handing(store=store, clock=hands, page_url=PAGE, lasts=timedelta(hours=1))
    return open_zalo_oa(client_of(store, hands, fake), hands, handing, **more)


@asynccontextmanager
async def on_oa(
    store: Store, hands: Hands, *, fake: FakeOa | None = None, **more: Any
) -> AsyncGenerator[OnOa]:
    """A conversation; with a `fake` of before, after a restart of the program."""
    if fake is None:
        async with fake_oa() as playing, on_oa(store, hands, fake=playing, **more) as it:
            yield it
        return
    channel = oa_channel(store, hands, fake, **more)
    pipeline = Pipeline(store=store, clock=hands, zone=VIETNAM, office=Office(version=-1))
    came = Inbound(channel, pipeline)
    async with asyncio.TaskGroup() as group:
        working = group.create_task(came.work())
        yield OnOa(fake, channel, pipeline, came, hands)
        working.cancel()
    await channel.bot.session.close()


@dataclass
class OnBot:
    """The same by a Zalo Bot."""

    fake: FakeZaloBot
    channel: Channel
    pipeline: Pipeline
    came: Inbound
    keeper: Doorkeeper

    async def say(self, words: str, *, user: str = LAN) -> dict[str, Any]:
        return await self.brings(message_of(user, text=words))

    async def brings(self, event: dict[str, Any]) -> dict[str, Any]:
        before = len(self.fake.sent)
        if update := await self.keeper.bring(event):
            await self.came.take([update])
        await self.fake.until(lambda: len(self.fake.sent) > before)
        return self.fake.sent[-1]


def bot_channel(
    store: Store, hands: Hands, fake: FakeZaloBot, *, most: int = 3000, reserve: int = 300
) -> Channel:
    handing = Handing(store=store, clock=hands, page_url=PAGE, lasts=timedelta(hours=1))
    client = BotClient(
        store,
        hands,
        Http(fake.url),
        token=BOT_TOKEN,
        api=fake.url,
        channel=BOT_NAME,
        most=most,
        reserve=reserve,
    )
    return open_zalo_bot(hands, client, handing)


@asynccontextmanager
async def on_bot(
    store: Store, hands: Hands, *, fake: FakeZaloBot | None = None, people: int = 50, **more: int
) -> AsyncGenerator[OnBot]:
    """A conversation; with a `fake` of before, after a restart of the program."""
    if fake is None:
        async with (
            fake_zalo_bot() as new,
            on_bot(store, hands, fake=new, people=people, **more) as it,
        ):
            yield it
        return
    channel = bot_channel(store, hands, fake, **more)
    pipeline = Pipeline(store=store, clock=hands, zone=VIETNAM, office=Office(version=-1))
    came = Inbound(channel, pipeline)
    session = channel.bot.session
    assert isinstance(session, ZaloBot)
    keeper = Doorkeeper(
        session=session,
        store=store,
        clock=hands,
        most=people,
        page_url=PAGE,
        take=came.take,
        apart=0.01,
    )
    async with asyncio.TaskGroup() as group:
        working = group.create_task(came.work())
        yield OnBot(fake, channel, pipeline, came, keeper)
        working.cancel()
    await channel.bot.session.close()
