"""Telegram's speed limits: python-telegram-bot's limiter sets the pace, ours is what it lacks."""

import asyncio
import math
from contextlib import nullcontext, suppress
from typing import Any, cast
from weakref import WeakValueDictionary

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetUpdates, Response, SendChatAction, TelegramMethod
from aiogram.methods.base import TelegramType
from telegram.ext import AIORateLimiter

IN_A_SECOND = 30
IN_A_MINUTE_TO_A_GROUP = 20
APART = 1 / 40  # seconds; with 1 / 30 whatever a busy machine is late would be lost for good
MOST_RETRIES = 3
LONGEST_PAUSE = 30.0  # seconds; what must wait longer is refused, and waits in the outbox

Chat = int | str


class Window(asyncio.Semaphore):
    """At most `most` requests arrive at Telegram in any so many `seconds`, by its own clock.

    A request arrives there some time between its start and its answer. It has its place here from
    its start until `seconds` after its answer, so the promise holds however slow the way is; the
    price is that slow answers make fewer requests. Places are given in the order of asking.
    """

    def __init__(self, most: int, seconds: float) -> None:
        super().__init__(most)
        self.seconds = seconds

    async def __aexit__(self, *_: object) -> None:
        """The answer came: the place is free after the time of the window."""
        asyncio.get_running_loop().call_later(self.seconds, self.release)


class RateLimit(BaseRequestMiddleware):
    """Hold each request until Telegram allows it; when refused, pause everything and ask again.

    At most 30 in any second and no two at once, one a second into a private chat, 20 a minute into
    a group. Telegram publishes its limits for messages only: any other request counts as one of the
    30, a long poll not at all. A refusal does not say which limit was met, so it holds back every
    request until its time is over, and nothing ends that early. Raises TelegramRetryAfter, with
    the seconds that are left, when the pause is longer than somebody can be kept waiting.
    """

    def __init__(self) -> None:
        self._pace = AIORateLimiter(
            overall_max_rate=1,  # one at a time instead of thirty at once
            overall_time_period=APART,
            group_max_rate=1,
            group_time_period=60 / IN_A_MINUTE_TO_A_GROUP,
        )
        self._all = Window(IN_A_SECOND, 1)
        self._chats: WeakValueDictionary[Chat, Window] = WeakValueDictionary()
        self._paused_until = -math.inf  # by the loop's clock

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """One request of aiogram's, when its turn has come."""
        if isinstance(method, GetUpdates):
            return await make_request(bot, cast("Any", method))
        chat = _chat_spoken_to(method)
        refusals = 0
        async with self._window_of(chat):
            while True:
                await self._turn(chat, method)
                async with self._all:
                    if self._pause_left() > 0:
                        continue  # it began while this one waited for its place
                    try:
                        return await make_request(bot, method)
                    except TelegramRetryAfter as refused:
                        self._pause(refused.retry_after)
                        refusals += 1
                        if refusals > MOST_RETRIES:
                            raise

    async def _turn(self, chat: Chat | None, method: TelegramMethod[Any]) -> None:
        """Until the pace allows one more and no pause holds it; after a pause all queue again."""
        await self._paced(chat)
        while (left := self._pause_left()) > 0:
            if left > LONGEST_PAUSE:
                raise TelegramRetryAfter(method, "paused by Telegram", retry_after=math.ceil(left))
            await asyncio.sleep(left)
            await self._paced(chat)

    async def _paced(self, chat: Chat | None) -> None:
        # The limiter is not given the request itself: it ends the pause of one request when
        # another one ends. To it, 0 is a chat without a limit of its own.
        await self._pace.process_request(_nothing, (), {}, "", {"chat_id": chat or 0}, None)

    def _pause(self, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        self._paused_until = max(self._paused_until, until)

    def _pause_left(self) -> float:
        return self._paused_until - asyncio.get_running_loop().time()

    def _window_of(self, chat: Chat | None) -> Window | nullcontext[None]:
        """A chat's own limit. It is forgotten when nobody waits in it and no place is taken."""
        if chat is None:
            return nullcontext()
        window = self._chats.get(chat)
        if window is None:
            private = isinstance(chat, int) and chat > 0
            window = Window(1, 1) if private else Window(IN_A_MINUTE_TO_A_GROUP, 60)
            self._chats[chat] = window
        return window


def _chat_spoken_to(method: TelegramMethod[Any]) -> Chat | None:
    """Where the request puts or changes something that people read; None if nowhere."""
    chat: Chat | None = getattr(method, "chat_id", None)
    if isinstance(method, SendChatAction) or method.__api_method__.startswith("get"):
        return None
    with suppress(ValueError, TypeError):
        return int(chat or "")  # a name like @van_phong stays one; Telegram has them for groups
    return chat


async def _nothing() -> bool:
    return True
