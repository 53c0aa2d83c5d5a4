"""The web chat: what aiogram would send to Telegram is shown on the visitor's open pages."""

import mimetypes
import secrets
from collections import defaultdict, deque
from collections.abc import AsyncGenerator, Iterable
from datetime import datetime, timedelta
from html import escape
from typing import Any, Protocol

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageReplyMarkup,
    EditMessageText,
    GetFile,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.types import File, InlineKeyboardMarkup, InputFile, Message, Update

from bot.channels import Capabilities, Channel
from bot.channels.session import ChannelSession, UnsupportedError, content_of, plain
from bot.web import frames
from bot.web.received import Received
from handlers.reach import WHILE_OPEN
from scheduler.clock import Clock
from storage import conversations
from storage.engine import Store
from storage.models import ChatFile

NAME = "web"
TOKEN = "102:web"  # aiogram keys conversations by the number before the colon
CAN = Capabilities(
    max_text=8_000,
    keeps_own_history=False,
    leaves_the_office=False,
    own_page=True,
    reach=WHILE_OPEN,
)
KEPT_AT_HAND = timedelta(seconds=30)
UNKNOWN_MIME = "application/octet-stream"


class Tab(Protocol):
    """One open page of a visitor."""

    def show(self, frame: frames.DownwardFrame) -> None:
        """Put a frame on its way; never waits for the page."""


class FileGoneError(TelegramBadRequest):
    """A file that a visitor sent is not held any more."""


class WebChat(ChannelSession):
    """Shows messages on all open pages of a chat.

    With no page open nothing is lost: the history has it when a page is opened. The pipeline
    writes the history after a message was shown, so the newest frames are kept at hand for a
    page that connects in between.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        super().__init__(NAME, clock)
        self.store = store
        self.received = Received(clock)
        self._tabs: defaultdict[int, list[Tab]] = defaultdict(list)
        self._newest: deque[tuple[datetime, int, frames.Line | frames.Buttons]] = deque()
        self.renderers |= {
            SendMessage: self._send_message,
            SendPhoto: self._send_photo,
            SendDocument: self._send_document,
            EditMessageText: self._edit_text,
            EditMessageReplyMarkup: self._edit_buttons,
            SendChatAction: self._show_typing,
            AnswerCallbackQuery: self._answer_press,
            GetFile: self._get_file,
        }

    def open(self, chat_id: int, tab: Tab) -> None:
        """From now on this page is shown what is said in the chat."""
        self._tabs[chat_id].append(tab)

    def shut(self, chat_id: int, tab: Tab) -> None:
        """The page is gone, or shows another chat."""
        tabs = self._tabs.get(chat_id, [])
        if tab in tabs:
            tabs.remove(tab)
        if not tabs:
            self._tabs.pop(chat_id, None)

    def tabs_open(self, chat_id: int) -> int:
        """How many pages show this chat."""
        return len(self._tabs.get(chat_id, ()))

    def is_open(self, chat_id: int) -> bool:
        """Some page shows this chat."""
        return self.tabs_open(chat_id) > 0

    def forget(self, chat_id: int) -> list[Tab]:
        """The pages of a chat that is over; nothing of it is shown on any from now on."""
        rest = [one for one in self._newest if one[1] != chat_id]
        self._newest = deque(rest)
        return self._tabs.pop(chat_id, [])

    def show(self, chat_id: int, frame: frames.DownwardFrame) -> None:
        """Put a frame on every page of a chat."""
        if isinstance(frame, frames.Line | frames.Buttons):
            self._forget_old()
            self._newest.append((self.clock(), chat_id, frame))
        for tab in self._tabs.get(chat_id, ()):
            tab.show(frame)

    def empty(self, chat_id: int) -> None:
        """Nothing that was said before stays on the open pages of a chat."""
        self._newest = deque(one for one in self._newest if one[1] != chat_id)
        self.show(chat_id, frames.History(lines=(), reset=True))

    def newest(self, chat_id: int) -> Iterable[frames.DownwardFrame]:
        """What was shown in a chat just now and may not be in the history yet."""
        self._forget_old()
        return [frame for _, whose, frame in self._newest if whose == chat_id]

    def _now(self) -> int:
        return int(self.clock().timestamp())

    def _forget_old(self) -> None:
        oldest = self.clock() - KEPT_AT_HAND
        while self._newest and self._newest[0][0] < oldest:
            self._newest.popleft()

    async def _send_message(self, bot: Bot, method: SendMessage) -> Message:
        shown = self.sent(bot, int(method.chat_id), text=method.text)
        self._show_line(shown, _html(bot, method.text, method.parse_mode), method.reply_markup)
        return shown

    async def _send_photo(self, bot: Bot, method: SendPhoto) -> Message:
        kept = await self._keep(bot, method, method.photo)
        photo = {**_file_facts(kept), "width": 0, "height": 0}
        shown = self.sent(bot, kept.chat_id, caption=method.caption, photo=[photo])
        html = _html(bot, method.caption or "", method.parse_mode)
        self._show_line(shown, html, method.reply_markup, kept)
        return shown

    async def _send_document(self, bot: Bot, method: SendDocument) -> Message:
        kept = await self._keep(bot, method, method.document)
        document = {**_file_facts(kept), "file_name": kept.name, "mime_type": kept.mime}
        shown = self.sent(bot, kept.chat_id, caption=method.caption, document=document)
        html = _html(bot, method.caption or "", method.parse_mode)
        self._show_line(shown, html, method.reply_markup, kept)
        return shown

    async def _edit_text(self, bot: Bot, method: EditMessageText) -> Message:
        chat_id, message_id = _place(method)
        shown = self.sent(bot, chat_id, message_id, text=method.text, edit_date=self._now())
        html = _html(bot, method.text or "", method.parse_mode)
        self._show_line(shown, html, method.reply_markup, edited=True)
        return shown

    async def _edit_buttons(self, bot: Bot, method: EditMessageReplyMarkup) -> Message:
        chat_id, message_id = _place(method)
        shown = self.sent(bot, chat_id, message_id, edit_date=self._now())
        buttons = _buttons(method.reply_markup)
        self.show(chat_id, frames.Buttons(id=message_id, buttons=buttons))
        return shown

    def incoming_file(
        self, bot: Bot, chat_id: int, *, file_id: str, name: str, mime: str, size: int
    ) -> Update:
        """A file that somebody sent, as Telegram would say it: a picture is a photo.

        `bot.download` gives its bytes for some minutes.
        """
        facts = {"file_id": file_id, "file_unique_id": file_id, "file_size": size}
        if mime.startswith("image/"):
            return self.incoming(bot, chat_id, photo=[{**facts, "width": 0, "height": 0}])
        document = {**facts, "file_name": name, "mime_type": mime}
        return self.incoming(bot, chat_id, document=document)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """The bytes of a file that a visitor sent, from memory; its number ends the address."""
        yield self._held(GetFile(file_id=url.rpartition("/")[2]))

    async def _get_file(self, _bot: Bot, method: GetFile) -> File:
        number = method.file_id
        size = len(self._held(method))
        return File(file_id=number, file_unique_id=number, file_size=size, file_path=number)

    def _held(self, method: GetFile) -> bytes:
        content = self.received.content(method.file_id)
        if content is None:
            raise FileGoneError(method, "the file is not held any more")
        return content

    async def _show_typing(self, _bot: Bot, method: SendChatAction) -> bool:
        self.show(int(method.chat_id), frames.Typing(on=True))
        return True

    async def _answer_press(self, _bot: Bot, method: AnswerCallbackQuery) -> bool:
        if method.text:
            chat_id = int(method.callback_query_id.partition(":")[0])
            self.show(chat_id, frames.Toast(text=method.text))
        return True

    def _show_line(
        self,
        shown: Message,
        html: str,
        markup: object,
        kept: ChatFile | None = None,
        *,
        edited: bool = False,
    ) -> None:
        line = frames.Line(
            id=shown.message_id,
            ours=True,
            at=shown.date,
            html=html,
            buttons=_buttons(markup),
            file=link_to(kept.id, kept.name, kept.mime, len(kept.content)) if kept else None,
            edited=edited,
        )
        self.show(shown.chat.id, line)

    async def _keep(
        self, bot: Bot, method: SendPhoto | SendDocument, file: InputFile | str
    ) -> ChatFile:
        if not isinstance(file, InputFile):
            raise UnsupportedError(method, "the web chat sends files from their bytes only")
        name = file.filename or "file"
        kept = ChatFile(
            id=secrets.token_urlsafe(24),
            chat_id=int(method.chat_id),
            name=name,
            mime=mimetypes.guess_type(name)[0] or UNKNOWN_MIME,
            content=await content_of(bot, file),
            at=self.clock(),
        )
        async with self.store.sessions() as db, db.begin():
            await conversations.keep_file(db, kept)
        return kept


def open_webchat(store: Store, clock: Clock) -> Channel:
    """The web chat as a channel. Its `bot.session` is the `WebChat`."""
    session = WebChat(store, clock)
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    return Channel(name=NAME, bot=bot, can=CAN)


def link_to(file_id: str, name: str, mime: str, size: int) -> frames.FileLink:
    """Where the page finds a file."""
    return frames.FileLink(url=f"/files/{file_id}", name=name, mime=mime, size=size)


def _html(bot: Bot, text: str, parse_mode: Any) -> str:
    return text if plain(bot, parse_mode) == "HTML" else escape(text, quote=False)


def _buttons(markup: object) -> tuple[tuple[frames.Button, ...], ...]:
    if not isinstance(markup, InlineKeyboardMarkup):
        return ()
    return tuple(
        tuple(
            frames.Button(text=b.text, data=b.callback_data or "", url=b.url or "")
            for b in row
            if b.callback_data or b.url
        )
        for row in markup.inline_keyboard
    )


def _place(method: EditMessageText | EditMessageReplyMarkup) -> tuple[int, int]:
    if method.chat_id is None or method.message_id is None:
        raise UnsupportedError(method, "the web chat has no inline messages")
    return int(method.chat_id), method.message_id


def _file_facts(kept: ChatFile) -> dict[str, Any]:
    return {"file_id": kept.id, "file_unique_id": kept.id, "file_size": len(kept.content)}
