"""Telegram's speed limits, kept by python-telegram-bot's limiter under aiogram's requests."""

from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter


class RateLimit(BaseRequestMiddleware):
    """Hold each request until Telegram allows it; on “retry after”, wait and ask again.

    The limiter knows only its own library's exception, so ours goes in and comes out translated.
    A long poll is let through: it would wait on the limiter's pause, and end it too early.
    """

    def __init__(self, limiter: AIORateLimiter) -> None:
        self.limiter = limiter

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """One request of aiogram's, as one request of the limiter's."""
        if isinstance(method, GetUpdates):
            return await make_request(bot, cast("Any", method))
        refused: TelegramRetryAfter | None = None

        async def attempt() -> Any:
            nonlocal refused
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as limited:
                refused = limited
                raise RetryAfter(limited.retry_after) from limited

        try:
            response: Any = await self.limiter.process_request(
                callback=attempt,
                args=(),
                kwargs={},
                endpoint=type(method).__name__,
                data=method.model_dump(include={"chat_id", "allow_paid_broadcast"}),
                rate_limit_args=None,
            )
        except RetryAfter:
            assert refused is not None  # noqa: S101 - raised above, from it
            raise refused from None
        return cast("Response[TelegramType]", response)
