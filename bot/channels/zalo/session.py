"""What both of Zalo's products share as channels: nothing is edited, files go by address."""

from abc import abstractmethod
from collections.abc import AsyncGenerator
from typing import Any

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
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
from aiogram.types import File, InputFile, Message

from bot.channels.session import ChannelSession, UnsupportedError, content_of
from bot.channels.zalo import updates
from bot.channels.zalo.handing import Handing
from bot.channels.zalo.http import Http
from scheduler.clock import Clock


class ZaloSession(ChannelSession):
    """What was said cannot be changed: an edited text is said anew, taken buttons stay."""

    def __init__(self, channel: str, clock: Clock, http: Http, handing: Handing) -> None:
        super().__init__(channel, clock)
        self.http = http
        self.handing = handing
        self.api = TelegramAPIServer(base="", file="{path}")
        self.renderers |= {
            SendMessage: self._message,
            EditMessageText: self._message,
            SendPhoto: self._photo,
            SendDocument: self._document,
            GetFile: self._file,
            EditMessageReplyMarkup: self._nothing,
            AnswerCallbackQuery: self._nothing,
            SendChatAction: self._nothing,
        }

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """A file that somebody sent, from where Zalo keeps it for a while."""
        async for chunk in self.http.content(url, chunk_size):
            yield chunk

    async def close(self) -> None:
        """Give the connections back."""
        await self.http.close()

    @abstractmethod
    async def _message(self, bot: Bot, method: SendMessage | EditMessageText) -> Message:
        """Words, with their buttons where there are any."""

    @abstractmethod
    async def _photo(self, bot: Bot, method: SendPhoto) -> Message:
        """A picture, or a link to it."""

    @abstractmethod
    async def _document(self, bot: Bot, method: SendDocument) -> Message:
        """A file, or a link to it."""

    async def _file(self, _bot: Bot, method: GetFile) -> File:
        number = str(updates.number_of(method.file_id))
        return File(file_id=method.file_id, file_unique_id=number, file_path=method.file_id)

    async def _nothing(self, _bot: Bot, _method: Any) -> bool:
        return True

    async def _link(self, method: SendPhoto | SendDocument, name: str, content: bytes) -> str:
        """The sentence that stands for a file."""
        return await self.handing.words(self.channel, chat_of(method), name, content)

    async def _in_words(self, method: SendPhoto | SendDocument, name: str, content: bytes) -> str:
        """What was to stand under a file, and where the file is."""
        return "\n".join(filter(None, (method.caption, await self._link(method, name, content))))


async def content_and_name(bot: Bot, method: SendPhoto | SendDocument) -> tuple[bytes, str]:
    """All bytes of a file that is to be sent, and what it is called; UnsupportedError for an id."""
    file = method.photo if isinstance(method, SendPhoto) else method.document
    if not isinstance(file, InputFile):
        raise UnsupportedError(method, "files are sent from their bytes only")
    unnamed = "anh.jpg" if isinstance(method, SendPhoto) else "tep"
    return await content_of(bot, file), file.filename or unnamed


def chat_of(method: Any) -> int:
    """Where a method says something."""
    return int(method.chat_id)
