"""What the channels that are not Telegram share: aiogram's session, rendered to something else."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetMe, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile, Message, Update, User

from scheduler.clock import Clock, system_clock

Render = Callable[[Bot, Any], Awaitable[Any]]


class UnsupportedError(TelegramBadRequest):
    """The channel cannot express this Bot API method."""


class ChannelSession(BaseSession):
    """Typed Bot API methods go out through `renderers`; what people do comes in as updates.

    Message ids are milliseconds of the machine's own clock, bumped so that they always grow:
    integers that no restart repeats, without asking the store for one.
    """

    def __init__(self, channel: str, clock: Clock) -> None:
        super().__init__()
        self.channel = channel
        self.clock = clock
        self.renderers: dict[type[TelegramMethod[Any]], Render] = {GetMe: self._get_me}
        self._machine_clock = system_clock()
        self._last_id = 0

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        """Show a method on this channel; UnsupportedError if there is no way to."""
        render = self.renderers.get(type(method))
        if render is None:
            name = type(method).__name__
            raise UnsupportedError(method, f"{name} has no equivalent on {self.channel}")
        shown: TelegramType = await render(bot, method)
        return shown

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """Files that people send in; a channel that takes files overrides this."""
        raise NotImplementedError(f"{self.channel} takes no files")
        yield b""

    async def close(self) -> None:
        """Nothing is held open unless a channel says so."""

    def is_open(self, chat_id: int) -> bool:
        """Somebody has this conversation before them, as far as the channel can tell."""
        return True

    def empty(self, chat_id: int) -> None:
        """The conversation was deleted: a channel that shows it shows it no more."""

    def next_id(self) -> int:
        """A message id greater than every one before, also before a restart."""
        self._last_id = max(self._last_id + 1, int(self._machine_clock().timestamp() * 1000))
        return self._last_id

    def sent(
        self, bot: Bot, chat_id: int, message_id: int | None = None, **content: Any
    ) -> Message:
        """The Message that a send method returns, bound to the bot so that its shortcuts work."""
        raw = {
            "message_id": message_id or self.next_id(),
            "date": self.clock(),
            "chat": {"id": chat_id, "type": "private"},
            "from": {"id": bot.id, "is_bot": True, "first_name": self.channel},
            **content,
        }
        return Message.model_validate(raw, context={"bot": bot})

    def incoming(self, bot: Bot, chat_id: int, name: str = "", **content: Any) -> Update:
        """What somebody wrote, as an update bound to the bot (an unbound one is parsed twice)."""
        number = self.next_id()
        message = {
            "message_id": number,
            "date": self.clock(),
            "chat": {"id": chat_id, "type": "private"},
            "from": _person(chat_id, name),
            **content,
        }
        return Update.model_validate(
            {"update_id": number, "message": message}, context={"bot": bot}
        )

    def press(self, bot: Bot, chat_id: int, message_id: int, data: str) -> Update:
        """A press of a button. Whether it was offered is checked where all presses are."""
        number = self.next_id()
        shown = {
            "message_id": message_id,
            "date": self.clock(),
            "chat": {"id": chat_id, "type": "private"},
            "from": {"id": bot.id, "is_bot": True, "first_name": self.channel},
        }
        return Update.model_validate(
            {
                "update_id": number,
                "callback_query": {
                    "id": f"{chat_id}:{number}",  # so that its answer finds the chat
                    "from": _person(chat_id, ""),
                    "chat_instance": str(chat_id),
                    "message": shown,
                    "data": data,
                },
            },
            context={"bot": bot},
        )

    async def _get_me(self, bot: Bot, _method: GetMe) -> User:
        return User(id=bot.id, is_bot=True, first_name=self.channel, username=self.channel)


def plain(bot: Bot, value: Any) -> Any:
    """An argument of a method, with aiogram's `Default("parse_mode")` looked up."""
    return bot.default[value.name] if isinstance(value, Default) else value


async def content_of(bot: Bot, file: InputFile) -> bytes:
    """All bytes of a file that is to be sent."""
    return b"".join([chunk async for chunk in file.read(bot)])


def _person(chat_id: int, name: str) -> dict[str, Any]:
    return {"id": chat_id, "is_bot": False, "first_name": name or "?"}
