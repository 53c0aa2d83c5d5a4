"""One person at each channel, seen in the same way: what they read, and what they can choose."""

import asyncio
import itertools
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from aiogram.types import Update

from bot.channels import Channel, telegram
from bot.channels.console import ConsoleSession, Heard, open_console
from bot.channels.webchat import WebChat, open_webchat
from bot.channels.zalo import updates
from bot.channels.zalo.bot_updates import brought, chat_of
from bot.channels.zalo_bot import NAME as ZALO_BOT
from bot.channels.zalo_oa import NAME as ZALO_OA
from bot.office import Office
from bot.pipeline import Pipeline
from bot.web import frames
from handlers.texts import plain
from scheduler.clock import VIETNAM
from storage.engine import Store
from tests.bot.fake_telegram import TOKEN, FakeTelegram, fake_telegram, pressed, sent_in
from tests.bot.fake_zalo_bot import LAN, FakeZaloBot, fake_zalo_bot, message_of
from tests.bot.fake_zalo_oa import FakeOa, buttons_of, event, fake_oa
from tests.bot.on_telegram import buttons_of as telegram_buttons_of
from tests.bot.on_zalo import PAGE, USER, bot_channel, oa_channel
from tests.hands import Hands

CHANNELS = ("web", "console", "telegram", ZALO_OA, ZALO_BOT)


@dataclass(frozen=True)
class Seen:
    """One message as its reader sees it; `choices` are what can be pressed or typed for it."""

    text: str
    choices: tuple[str, ...] = ()
    picture: bool = False
    file: str = ""


class Person(Protocol):
    """Somebody at a channel. Everything they do gives what they see next."""

    channel: Channel
    chat_id: int
    external_id: str

    async def say(self, words: str) -> list[Seen]: ...

    async def choose(self, label: str) -> list[Seen]: ...

    async def send_picture(self, content: bytes) -> list[Seen]: ...

    def unasked(self) -> list[Seen]: ...


class Sitting:
    """What all of them share: the pipeline over one store, and a place in what was shown."""

    def __init__(self, store: Store, hands: Hands, channel: Channel, chat_id: int) -> None:
        self.channel = channel
        self.chat_id = chat_id
        self.external_id = str(chat_id)
        self.hands = hands
        office = Office(version=-1, session_lasts=timedelta(days=2))  # the page is left open
        self.pipeline = Pipeline(store=store, clock=hands, zone=VIETNAM, office=office)
        self._read = 0

    async def take(self, raw: dict[str, Any] | None) -> list[Seen]:
        """An update as the channel brings it."""
        assert raw
        update = Update.model_validate(raw, context={"bot": self.channel.bot})
        await self.pipeline.receive(self.channel, update)
        return self.unasked()

    def unasked(self) -> list[Seen]:
        shown = self.shown()
        new, self._read = shown[self._read :], len(shown)
        return new

    def shown(self) -> list[Seen]:
        raise NotImplementedError


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
        async def chunks() -> AsyncGenerator[bytes]:
            yield content

        number = await self.session.received.take(chunks(), size=len(content))
        return await self._feed(
            self.session.incoming_file(
                self.channel.bot,
                self.chat_id,
                file_id=number,
                name="a.png",
                mime="image/png",
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

    def shown(self) -> list[Seen]:
        return [
            Seen(
                plain(str(form.get("text") or form.get("caption") or "")),
                tuple(one["text"] for one in telegram_buttons_of(form)),
                "photo" in form,
                form[str(form["document"]).removeprefix("attach://")].filename
                if "document" in form
                else "",
            )
            for form in self.fake.shown
        ]


class AtOa(Sitting):
    """By the Official Account."""

    def __init__(self, store: Store, hands: Hands, fake: FakeOa) -> None:
        super().__init__(store, hands, oa_channel(store, hands, fake), USER)
        self.fake = fake
        self._read = len(self.shown())

    async def say(self, words: str) -> list[Seen]:
        return await self._brings("user_send_text", text=words)

    async def choose(self, label: str) -> list[Seen]:
        found = (one for body in self.fake.said[::-1] for one in buttons_of(body))
        tap = next((one["payload"] for one in found if one["title"] == label), None)
        return await self.say(tap or typed_for(label, self.shown()[-1].text))

    async def send_picture(self, content: bytes) -> list[Seen]:
        self.fake.files["a.png"] = content
        link = {"type": "image", "payload": {"url": f"{self.fake.url}/sent/a.png"}}
        return await self._brings("user_send_image", attachments=[link])

    def shown(self) -> list[Seen]:
        seen: list[Seen] = []
        for body in self.fake.said:
            payload = body["message"].get("attachment", {}).get("payload", {})
            text = body["message"].get("text", "")
            if "token" in payload:
                name = self.fake.uploads[-1][1]
                seen[-1] = Seen(seen[-1].text, seen[-1].choices, file=name)
                continue
            choices = tuple(one["title"] for one in payload.get("buttons", []))
            seen.append(
                Seen(
                    without_options(text),
                    (*typed_in(text), *choices),
                    payload.get("template_type") == "media",
                    file_in(text),
                )
            )
        return seen

    async def _brings(self, name: str, **content: Any) -> list[Seen]:
        at = int(self.hands.now.timestamp() * 1000)
        said = event(name, USER, at=at, **content)
        return await self.take(updates.update_of(said, self.channel.bot.id))


class AtBot(Sitting):
    """By the Zalo Bot."""

    def __init__(self, store: Store, hands: Hands, fake: FakeZaloBot) -> None:
        super().__init__(store, hands, bot_channel(store, hands, fake), chat_of(LAN))
        self.external_id = LAN
        self.fake = fake
        self._read = len(self.shown())

    async def say(self, words: str) -> list[Seen]:
        return await self._brings(message_of(LAN, text=words))

    async def choose(self, label: str) -> list[Seen]:
        return await self.say(typed_for(label, self.fake.texts[-1]))

    async def send_picture(self, content: bytes) -> list[Seen]:
        self.fake.files["a.png"] = content
        return await self._brings(message_of(LAN, "image", photo=f"{self.fake.url}/sent/a.png"))

    def shown(self) -> list[Seen]:
        return [
            Seen(
                without_options(text),
                typed_in(text),
                one["method"] == "sendPhoto",
                file_in(text),
            )
            for one, text in zip(self.fake.sent, self.fake.texts, strict=True)
        ]

    async def _brings(self, event: dict[str, Any]) -> list[Seen]:
        came = brought(event)
        assert came
        return await self.take(came.update)


HINTS = ("Mời trả lời bằng số đứng trước.", "Please reply with the number in front.")
IN_WORDS = ("Mời trả lời bằng chữ: ", "Please reply in words: ")


def options_of(text: str) -> tuple[str, list[str]]:
    """The words above the options, and the lines of the options."""
    above, _, below = text.rpartition("\n\n")
    lines = below.splitlines()
    if lines and (lines[-1] in HINTS or lines[0].startswith(IN_WORDS)):
        return above, lines
    return text, []


def without_options(text: str) -> str:
    lines = options_of(text)[0].splitlines()
    link = next((n for n, line in enumerate(lines) if f"{PAGE}/tep/" in line), len(lines))
    return "\n".join(lines[:link])


def typed_in(text: str) -> tuple[str, ...]:
    """What can be chosen by typing: “7. Xem thêm”, or the words themselves."""
    _, lines = options_of(text)
    if lines and lines[0].startswith(IN_WORDS):
        return tuple(part.strip("“”") for part in lines[0].partition(": ")[2].split(" · "))
    return tuple(line.partition(". ")[2] for line in lines if line not in HINTS)


def typed_for(label: str, text: str) -> str:
    """What somebody types to choose it: its number, or where it has none its own words."""
    _, lines = options_of(text)
    return next(
        (n for n, _, said in (one.partition(". ") for one in lines) if said == label), label
    )


def file_in(text: str) -> str:
    """The name before a link to a file."""
    found = [line for line in text.splitlines() if f"{PAGE}/tep/" in line]
    return found[0].removeprefix("Tệp ").partition(":")[0] if found else ""


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
