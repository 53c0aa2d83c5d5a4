"""One person at each channel, seen in the same way: what they read, and what they can choose."""

import asyncio
import itertools
import mimetypes
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from bot.channels import telegram
from bot.channels.console import ConsoleSession, Heard, open_console
from bot.channels.webchat import WebChat, open_webchat
from bot.channels.zalo_bot import NAME as ZALO_BOT
from bot.channels.zalo_oa import NAME as ZALO_OA
from bot.web import frames
from handlers.texts import plain
from storage.engine import Store
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram, keys_of, pressed, sent_in
from tests.bot.fake_zalo_bot import fake_zalo_bot
from tests.bot.fake_zalo_oa import fake_oa
from tests.bot.on_telegram import buttons_of as telegram_buttons_of
from tests.bot.people_on_zalo import AtBot, AtOa
from tests.bot.sitting import Person, Seen, Sitting
from tests.hands import Hands

CHANNELS = ("web", "console", "telegram", ZALO_OA, ZALO_BOT)


class AtConsole(Sitting):
    """By the terminal."""

    def __init__(self, store: Store, hands: Hands) -> None:
        super().__init__(store, hands, open_console(hands), 7)
        self._heard: list[Heard] = []

    async def say(self, words: str) -> list[Seen]:
        return await self._feed(self.session.incoming(self.channel.bot, self.chat_id, text=words))

    async def choose(self, label: str) -> list[Seen]:
        message_id, data = next(
            (heard.message_id, data)
            for heard in reversed(self._heard)
            for row in heard.buttons
            for text, data in row
            if text == label
        )
        press = self.session.press(self.channel.bot, self.chat_id, message_id, data)
        return await self._feed(press)

    async def send_picture(self, content: bytes) -> list[Seen]:
        raise NotImplementedError  # a terminal has none to send

    async def send_file(self, name: str, content: bytes) -> list[Seen]:
        raise NotImplementedError  # `python -m bot import` is for them there

    @property
    def session(self) -> ConsoleSession:
        session = self.channel.bot.session
        assert isinstance(session, ConsoleSession)
        return session

    def shown(self) -> list[Seen]:
        self._heard += self.session.take(self.chat_id)
        return [
            Seen(
                one.text,
                tuple(text for row in one.buttons for text, _ in row),
                bool(one.pictures),
                one.files[0][0] if one.files else "",
            )
            for one in self._heard
        ]

    async def _feed(self, update: Any) -> list[Seen]:
        await self.pipeline.receive(self.channel, update)
        return self.unasked()


class AtThePage(Sitting):
    """By the web chat, with one page open."""

    def __init__(self, store: Store, hands: Hands) -> None:
        super().__init__(store, hands, open_webchat(store, hands), 7)
        self._lines: list[frames.Line] = []
        self.session.open(self.chat_id, self)

    @property
    def session(self) -> WebChat:
        session = self.channel.bot.session
        assert isinstance(session, WebChat)
        return session

    def show(self, frame: frames.DownwardFrame) -> None:
        if isinstance(frame, frames.Line):
            self._lines.append(frame)

    async def say(self, words: str) -> list[Seen]:
        return await self._feed(self.session.incoming(self.channel.bot, self.chat_id, text=words))

    async def choose(self, label: str) -> list[Seen]:
        found = [
            (line.id, button.data)
            for line in self._lines
            for row in line.buttons
            for button in row
            if button.text == label
        ]
        assert found, (label, self._lines[-2:])
        line, data = found[-1]
        return await self._feed(self.session.press(self.channel.bot, self.chat_id, line, data))

    async def send_picture(self, content: bytes) -> list[Seen]:
        return await self.send_file("a.png", content)

    async def send_file(self, name: str, content: bytes) -> list[Seen]:
        async def chunks() -> AsyncGenerator[bytes]:
            yield content

        number = await self.session.received.take(chunks(), size=len(content))
        return await self._feed(
            self.session.incoming_file(
                self.channel.bot,
                self.chat_id,
                file_id=number,
                name=name,
                mime=mime_of(name),
                size=len(content),
            )
        )

    def shown(self) -> list[Seen]:
        return [
            Seen(
                plain(line.html),
                tuple(button.text for row in line.buttons for button in row),
                bool(line.file and line.file.mime.startswith("image/")),
                line.file.name if line.file and not line.file.mime.startswith("image/") else "",
            )
            for line in self._lines
        ]

    async def _feed(self, update: Any) -> list[Seen]:
        await self.pipeline.receive(self.channel, update)
        return self.unasked()


class AtTelegram(Sitting):
    """By Telegram."""

    def __init__(self, store: Store, hands: Hands, fake: FakeTelegram) -> None:
        super().__init__(store, hands, telegram.open_telegram(TOKEN, fake.url), 7)
        self.fake = fake
        self._numbers = itertools.count(1000 * (len(fake.shown) + 1))
        self._read = len(fake.shown)

    async def say(self, words: str) -> list[Seen]:
        return await self.take(sent_in(next(self._numbers), text=words))

    async def choose(self, label: str) -> list[Seen]:
        number, data = next(
            (int(form.get("message_id") or self._number(form)), one["callback_data"])
            for form in reversed(self.fake.shown)
            for one in telegram_buttons_of(form)
            if one["text"] == label
        )
        return await self.take(pressed(next(self._numbers), number, data))

    def _number(self, form: dict[str, Any]) -> int:
        return next(n for n, one in enumerate(self.fake.sent, 1) if one is form)

    async def send_picture(self, content: bytes) -> list[Seen]:
        self.fake.files["photo"] = content
        facts = {"file_id": "photo", "file_unique_id": "photo", "width": 1, "height": 1}
        return await self.take(sent_in(next(self._numbers), photo=[facts]))

    async def send_file(self, name: str, content: bytes) -> list[Seen]:
        self.fake.files[name] = content
        facts = {"file_id": name, "file_unique_id": name, "mime_type": mime_of(name)}
        file = {**facts, "file_name": name, "file_size": len(content)}
        return await self.take(sent_in(next(self._numbers), document=file))

    async def give_number(self, phone: str) -> list[Seen]:
        """By the key under the line where one types, which must be there."""
        ((key,),) = self.fake.keyboards[self.chat_id]
        assert key["request_contact"]
        contact = {"phone_number": phone, "first_name": "?", "user_id": self.chat_id}
        return await self.take(sent_in(next(self._numbers), contact=contact))

    def shown(self) -> list[Seen]:
        return [
            Seen(
                plain(str(form.get("text") or form.get("caption") or "")),
                tuple(one["text"] for one in (*telegram_buttons_of(form), *keys_of(form))),
                "photo" in form,
                form[str(form["document"]).removeprefix("attach://")].filename
                if "document" in form
                else "",
            )
            for form in self.fake.shown
        ]


def mime_of(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


Sit = Callable[[Store, Hands], Person]


@asynccontextmanager
async def servers() -> AsyncGenerator[dict[str, Sit]]:
    """A way to sit down at each channel; doing it again is a restart of the program."""
    async with AsyncExitStack() as stack:
        tg = await stack.enter_async_context(fake_telegram())
        oa = await stack.enter_async_context(fake_oa())
        bot = await stack.enter_async_context(fake_zalo_bot())
        yield {
            "web": AtThePage,
            "console": AtConsole,
            "telegram": lambda store, hands: AtTelegram(store, hands, tg),
            ZALO_OA: lambda store, hands: AtOa(store, hands, oa),
            ZALO_BOT: lambda store, hands: AtBot(store, hands, bot),
        }
        await asyncio.sleep(0)
