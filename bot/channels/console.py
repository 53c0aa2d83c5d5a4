"""The terminal as a channel: what `ask` and `chat` speak through, and the tests too."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageReplyMarkup,
    EditMessageText,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.types import InlineKeyboardMarkup, InputFile, Message, Update

from bot.channels import Capabilities, Channel
from bot.channels.session import ChannelSession, content_of
from bot.middleware import Turn
from handlers.reach import NEVER
from handlers.texts import plain
from scheduler.clock import Clock

NAME = "console"
TOKEN = "103:console"  # aiogram keys conversations by the number before the colon
CAN = Capabilities(max_text=4096, keeps_own_history=False, leaves_the_office=False, reach=NEVER)

Receive = Callable[[Channel, Update], Awaitable[Turn | None]]


@dataclass
class Heard:
    """One message as a person reads it."""

    message_id: int
    text: str
    buttons: list[list[tuple[str, str]]] = field(default_factory=list)  # label, data
    pictures: list[str] = field(default_factory=list)  # file names
    files: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def links(self) -> list[tuple[str, str]]:
        """Buttons that open a page: what stands on them, and its address."""
        return [one for row in self.buttons for one in row if one[1].startswith("http")]


class ConsoleSession(ChannelSession):
    """Keeps what would be shown, by chat, until somebody takes it."""

    def __init__(self, clock: Clock, channel: str = NAME) -> None:
        super().__init__(channel, clock)
        self.heard: dict[int, list[Heard]] = {}
        self.renderers |= {
            SendMessage: self._message,
            SendPhoto: self._picture,
            SendDocument: self._file,
            EditMessageText: self._edit,
            EditMessageReplyMarkup: self._edit_buttons,
            AnswerCallbackQuery: self._nothing,
            SendChatAction: self._nothing,
        }

    def take(self, chat_id: int) -> list[Heard]:
        """What came since the last time."""
        return self.heard.pop(chat_id, [])

    def _hear(self, chat_id: int | str, heard: Heard) -> None:
        self.heard.setdefault(int(chat_id), []).append(heard)

    async def _message(self, bot: Bot, method: SendMessage) -> Message:
        shown = self.sent(bot, int(method.chat_id), text=method.text)
        self._hear(
            method.chat_id,
            Heard(shown.message_id, plain(method.text), buttons_of(method.reply_markup)),
        )
        return shown

    async def _picture(self, bot: Bot, method: SendPhoto) -> Message:
        name = method.photo.filename if isinstance(method.photo, InputFile) else method.photo
        shown = self.sent(bot, int(method.chat_id), caption=method.caption)
        self._hear(
            method.chat_id,
            Heard(
                shown.message_id,
                plain(method.caption or ""),
                buttons_of(method.reply_markup),
                pictures=[name or "picture"],
            ),
        )
        return shown

    async def _file(self, bot: Bot, method: SendDocument) -> Message:
        file = method.document
        shown = self.sent(bot, int(method.chat_id), caption=method.caption)
        content = await content_of(bot, file) if isinstance(file, InputFile) else b""
        name = file.filename if isinstance(file, InputFile) else file
        self._hear(
            method.chat_id,
            Heard(
                shown.message_id,
                plain(method.caption or ""),
                buttons_of(method.reply_markup),
                files=[(name or "file", content)],
            ),
        )
        return shown

    async def _edit(self, bot: Bot, method: EditMessageText) -> Message:
        chat_id, message_id = int(method.chat_id or 0), method.message_id or self.next_id()
        self._hear(
            chat_id, Heard(message_id, plain(method.text or ""), buttons_of(method.reply_markup))
        )
        return self.sent(bot, chat_id, message_id, text=method.text)

    async def _edit_buttons(self, bot: Bot, method: EditMessageReplyMarkup) -> Message:
        return self.sent(bot, int(method.chat_id or 0), method.message_id)

    async def _nothing(self, bot: Bot, method: Any) -> bool:
        return True


def open_console(clock: Clock, name: str = NAME, token: str = TOKEN) -> Channel:
    """A console channel with nobody at it yet."""
    bot = Bot(
        token,
        session=ConsoleSession(clock, name),
        default=DefaultBotProperties(parse_mode="HTML"),
    )
    return Channel(name=name, bot=bot, can=CAN)


class Conversation:
    """One person at a console channel."""

    def __init__(self, channel: Channel, chat_id: int, receive: Receive) -> None:
        self.channel = channel
        self.chat_id = chat_id
        self.receive = receive
        self.turn: Turn | None = None
        self.last: list[Heard] = []

    @property
    def session(self) -> ConsoleSession:
        """The console's own session."""
        session = self.channel.bot.session
        assert isinstance(session, ConsoleSession)  # noqa: S101 - open_console made it
        return session

    async def say(self, words: str) -> list[Heard]:
        """Type something; read what comes back."""
        return await self.update(self.session.incoming(self.channel.bot, self.chat_id, text=words))

    async def press(self, label: str) -> list[Heard]:
        """Press the newest button with this label; LookupError if there is none."""
        for heard in reversed(self.last):
            for row in heard.buttons:
                for text, data in row:
                    if text == label:
                        return await self.press_data(heard.message_id, data)
        raise LookupError(label)

    async def press_data(self, message_id: int, data: str) -> list[Heard]:
        """Press what may or may not have been offered."""
        return await self.update(
            self.session.press(self.channel.bot, self.chat_id, message_id, data)
        )

    async def update(self, update: Update) -> list[Heard]:
        """Feed any update of this chat; read what comes back."""
        self.turn = await self.receive(self.channel, update)
        self.last = self.session.take(self.chat_id)
        return self.last


def buttons_of(markup: object) -> list[list[tuple[str, str]]]:
    """Labels and data of the buttons under a message."""
    if not isinstance(markup, InlineKeyboardMarkup):
        return []
    return [
        [(b.text, b.callback_data or b.url or "") for b in row] for row in markup.inline_keyboard
    ]
