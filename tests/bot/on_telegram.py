"""Somebody who talks to the real pipeline by Telegram, whose server is the test's own."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.channels import Channel, telegram
from bot.channels.inbound import Inbound
from bot.office import Office
from bot.pipeline import Pipeline
from scheduler.clock import VIETNAM, Clock
from storage.engine import Store
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram, pressed, sent_in


@dataclass
class OnTelegram:
    """`await chat.say("trợ giúp")` gives what Telegram is asked to show next."""

    fake: FakeTelegram
    channel: Channel
    pipeline: Pipeline
    came: Inbound
    numbers: count = field(default_factory=lambda: count(1))  # type: ignore[type-arg]

    async def say(self, words: str, *, chat: int = 7) -> dict[str, Any]:
        return await self.send(chat=chat, text=words)

    async def send(self, *, chat: int = 7, **content: Any) -> dict[str, Any]:
        return await self._shown_after(sent_in(next(self.numbers), chat=chat, **content))

    async def press(self, message: int, label: str, *, chat: int = 7) -> dict[str, Any]:
        """The button with this label, wherever it was shown."""
        data = next(
            one["callback_data"]
            for form in (*self.fake.edited[::-1], *self.fake.sent[::-1])
            for one in buttons_of(form)
            if one["text"] == label
        )
        return await self._shown_after(pressed(next(self.numbers), message, data, chat=chat))

    async def _shown_after(self, update: dict[str, Any]) -> dict[str, Any]:
        before = len(self.fake.shown)
        await self.came.take([update])
        await self.fake.until(lambda: len(self.fake.shown) > before)
        return self.fake.shown[-1]


def buttons_of(form: dict[str, Any]) -> list[dict[str, Any]]:
    markup = json.loads(str(form.get("reply_markup") or "{}"))
    return [one for row in markup.get("inline_keyboard", []) for one in row]


def labels_of(form: dict[str, Any]) -> list[str]:
    return [one["text"] for one in buttons_of(form)]


@asynccontextmanager
async def on_telegram(
    store: Store, clock: Clock, *, fake: FakeTelegram | None = None
) -> AsyncGenerator[OnTelegram]:
    """A conversation; with a `fake` of before, after a restart of the program."""
    if fake is None:
        async with fake_telegram() as playing, on_telegram(store, clock, fake=playing) as it:
            yield it
        return
    channel = telegram.open_telegram(TOKEN, fake.url)
    pipeline = Pipeline(store=store, clock=clock, zone=VIETNAM, office=Office(version=-1))
    came = Inbound(channel, pipeline)
    first = len(fake.shown) + len(fake.asked_for) + 1
    async with asyncio.TaskGroup() as group:
        working = group.create_task(came.work())
        yield OnTelegram(fake, channel, pipeline, came, count(1000 * first))
        working.cancel()
    await channel.bot.session.close()
