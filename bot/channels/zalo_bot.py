"""A Zalo Bot: words and pictures by address. No buttons, no files, nothing is edited.

Options are numbered in the words (`options`), a file is a link, a number is typed. It serves so
many people and says so many messages in a month: something to try, or for the office's own people.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
)
from aiogram.methods import (
    EditMessageText,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.types import Message
from sqlalchemy.exc import SQLAlchemyError

from bot.channels import MEGABYTE, Capabilities, Channel
from bot.channels.patience import FIRST_PAUSE, LONGEST_PAUSE, patiently
from bot.channels.split import split
from bot.channels.zalo import bot_updates
from bot.channels.zalo.bot_client import BotClient
from bot.channels.zalo.bot_updates import Brought
from bot.channels.zalo.handing import Handing
from bot.channels.zalo.plain import Plain, plain
from bot.channels.zalo.session import ZaloSession, chat_of, content_and_name
from handlers.reach import ALWAYS
from handlers.texts import speak
from scheduler.clock import VIETNAM, Clock
from storage import accounts, channel_people
from storage.engine import Store

log = logging.getLogger(__name__)
NAME = "zalo_bot"
TOKEN = "105:zalo_bot"  # aiogram keys conversations by the number before the colon
MOST_TEXT = 2000
CAN = Capabilities(
    max_text=MOST_TEXT,
    max_caption=MOST_TEXT,
    keeps_own_history=True,
    leaves_the_office=True,
    sends_again=True,
    edits=False,
    max_buttons=0,
    files=(),
    max_file=0,
    max_picture=5 * MEGABYTE,
    reach=ALWAYS,  # as long as the month's messages last
)
LONG_POLL_SECONDS = 30
AT_LEAST_APART = 1.0  # seconds between two polls: there is no offset to hold them back
UNKNOWN_TOKEN = (
    "Zalo Bot does not know OFFICE_ZALO_BOT_TOKEN; take a new one from Zalo Bot Creator and start "
    "again. The other channels go on."
)

Take = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]


class ZaloBot(ZaloSession):
    """Says things by a bot. Whom a number means is asked of the store: Zalo's ids are none."""

    def __init__(self, clock: Clock, client: BotClient, handing: Handing) -> None:
        super().__init__(NAME, clock, client.http, handing)
        self.client = client
        self.renderers[SendChatAction] = self._typing

    async def say(self, method: Any, external_id: str, html: str) -> None:
        """Words to somebody, bold where they are; without, where that is refused."""
        for part in split(html, MOST_TEXT):
            read = Plain(part)
            body: dict[str, Any] = {"chat_id": external_id, "text": read.text}
            styled = body | ({"text_styles": read.styles} if read.styles else {})
            try:
                await self.client.send(method, "sendMessage", **styled)
            except TelegramBadRequest:
                if not read.styles:
                    raise
                await self.client.send(method, "sendMessage", **body)

    async def _message(self, bot: Bot, method: SendMessage | EditMessageText) -> Message:
        shown = self.sent(bot, chat_of(method), text=method.text)
        await self.say(method, await self._whom(method), method.text or "")
        return shown

    async def _photo(self, bot: Bot, method: SendPhoto) -> Message:
        content, name = await content_and_name(bot, method)
        shown = self.sent(bot, chat_of(method), caption=method.caption)
        whom = await self._whom(method)
        link = await self.handing.hand(NAME, chat_of(method), name, content)
        if link is None:
            await self.say(method, whom, await self._in_words(method, name, content))
            return shown
        caption = {"caption": plain(method.caption)} if method.caption else {}
        await self.client.send(method, "sendPhoto", chat_id=whom, photo=link, **caption)
        return shown

    async def _document(self, bot: Bot, method: SendDocument) -> Message:
        content, name = await content_and_name(bot, method)
        shown = self.sent(bot, chat_of(method), caption=method.caption)
        words = await self._in_words(method, name, content)
        await self.say(method, await self._whom(method), words)
        return shown

    async def _typing(self, _bot: Bot, method: SendChatAction) -> bool:
        whom = await self._whom(method)
        await self.client.call("sendChatAction", about=method, chat_id=whom, action="typing")
        return True

    async def _whom(self, method: Any) -> str:
        async with self.client.store.reading() as db:
            account = await channel_people.in_chat(db, NAME, chat_of(method))
        if account is None or account.external_id == str(account.chat_id):
            raise TelegramForbiddenError(method, "nobody is known by this number any more")
        return account.external_id


def open_zalo_bot(clock: Clock, client: BotClient, handing: Handing) -> Channel:
    """The channel; nothing is connected yet."""
    session = ZaloBot(clock, client, handing)
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    return Channel(name=NAME, bot=bot, can=CAN, has_room=client.has_room)


@dataclass
class Doorkeeper:
    """Lets so many people in, and no more: the next one is told so, once a day."""

    session: ZaloBot
    store: Store
    clock: Clock
    most: int
    page_url: str
    take: Take
    apart: float = AT_LEAST_APART
    _turned_away: dict[int, str] = field(default_factory=dict)

    async def bring(self, event: Mapping[str, Any]) -> dict[str, Any] | None:
        """The update of an event, whose sender has a number from now on; None for nothing."""
        brought = bot_updates.brought(event)
        if brought is None or not await self._may_enter(brought):
            return None
        return brought.update

    async def fetch(self) -> None:
        """Fetch what people write, from when the bot can be reached."""
        await self.join(None)
        await self.poll()

    async def poll(self) -> None:
        """Ask for what people write, until cancelled."""
        while True:
            events = await patiently(self._fetched, NAME, unknown=UNKNOWN_TOKEN)
            for event in events:
                await self._stored(event)
            await asyncio.sleep(self.apart)

    async def _stored(self, event: Mapping[str, Any]) -> None:
        """Without an offset an event is given once: it is stored, however long the store takes."""
        pause = FIRST_PAUSE
        while True:
            try:
                if update := await self.bring(event):
                    await self.take([update])
                return
            except (SQLAlchemyError, OSError) as trouble:
                log.warning("%s: an event is not stored yet: %s", NAME, type(trouble).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def join(self, webhook: tuple[str, str] | None) -> None:
        """Say where events go: an address and its secret, or nowhere: they are fetched."""
        call = self.session.client.call
        if webhook:
            url, secret = webhook
            await patiently(
                lambda: call("setWebhook", url=url, secret_token=secret),
                NAME,
                unknown=UNKNOWN_TOKEN,
            )
            return

        async def fetch_them() -> None:
            try:
                await call("deleteWebhook")
            except (TelegramNotFound, TelegramBadRequest):
                log.info("%s: there was no webhook", NAME)

        await patiently(fetch_them, NAME, unknown=UNKNOWN_TOKEN)

    async def _fetched(self) -> list[Mapping[str, Any]]:
        found = await self.session.client.call(
            "getUpdates", timeout=str(LONG_POLL_SECONDS), seconds=LONG_POLL_SECONDS + 10
        )
        events = found if isinstance(found, list) else [found]
        return [event for event in events if isinstance(event, dict) and event]

    async def _may_enter(self, brought: Brought) -> bool:
        now = self.clock()
        async with self.store.sessions() as db, db.begin():
            known = await channel_people.in_chat(db, NAME, brought.chat_id)
            if known is None and await channel_people.people_on(db, NAME) >= self.most:
                full = True
            else:
                full = False
                await accounts.open_account(
                    db, NAME, brought.external_id, chat_id=brought.chat_id, now=now
                )
        if full:
            await self._turn_away(brought, str(now.date()))
        return not full

    async def _turn_away(self, brought: Brought, day: str) -> None:
        if self._turned_away.get(brought.chat_id) == day:
            return
        self._turned_away = {who: when for who, when in self._turned_away.items() if when == day}
        self._turned_away[brought.chat_id] = day
        sentence = speak("vi", VIETNAM)(
            "zalo-bot-full", most=self.most, url=self.page_url or "none"
        )
        method = SendMessage(chat_id=brought.chat_id, text=sentence)
        try:
            await self.session.say(method, brought.external_id, sentence)
        except TelegramAPIError as trouble:
            kind = type(trouble).__name__
            log.info("%s: somebody was not told that it is full: %s", NAME, kind)
