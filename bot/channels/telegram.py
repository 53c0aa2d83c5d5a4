"""Telegram: aiogram's own session, and two ways to its updates: they are fetched or brought.

Both wait for a Telegram that cannot be reached, which in Viet Nam is the usual case at start.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNotFound,
)
from aiogram.methods import DeleteWebhook, GetUpdates, SetWebhook, TelegramMethod
from aiogram.utils.token import TokenValidationError

from bot.channels import Capabilities, Channel, menu
from bot.channels.patience import patiently
from bot.office import Office
from bot.settings import SettingsError

log = logging.getLogger(__name__)
NAME, TELEGRAM = "telegram", "Telegram"
CAN = Capabilities(
    max_text=4096,
    keeps_own_history=True,
    leaves_the_office=True,
    sends_again=True,
    asks_contact=True,
    keeps_form=True,
)
LONG_POLL_SECONDS = 30
MOST_CONNECTIONS = 40  # that bring updates at the same time
WANTED = ["message", "callback_query", "my_chat_member"]
UNKNOWN_TOKEN = (
    "Telegram does not know OFFICE_TELEGRAM_TOKEN; take a new one from BotFather and start again. "
    "The other channels go on."
)

Take = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]
"""Stores updates; they are acknowledged when it returns."""


class FetchUpdates(GetUpdates):
    """The updates as Telegram wrote them: one that cannot be read must not spoil the others."""

    __returning__ = list[dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Webhook:
    """Where Telegram brings its updates, and the word by which it is known there."""

    url: str
    secret: str = field(repr=False)  # 1 to 256 characters: A-Z a-z 0-9 _ -


def open_telegram(token: str, api_url: str | None = None) -> Channel:
    """The channel; nothing is connected yet. SettingsError if the token cannot be one."""
    # Imported here: seconds of start-up that an office without Telegram need not wait for.
    from bot.channels.rate_limit import RateLimit  # noqa: PLC0415

    server = TelegramAPIServer.from_base(api_url) if api_url else PRODUCTION
    session = AiohttpSession(api=server)
    session.middleware(RateLimit())
    try:
        bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    except TokenValidationError as wrong:
        raise SettingsError(
            "OFFICE_TELEGRAM_TOKEN is not a bot token; BotFather gives one like 123456:ABC-DEF."
        ) from wrong
    return Channel(name=NAME, bot=bot, can=CAN)


async def serve(
    channel: Channel, office: Office, take: Take, *, webhook: Webhook | None = None
) -> None:
    """Join Telegram as soon as it can be reached; then fetch its updates, unless it brings them."""
    await join(channel, office, webhook)
    if webhook is None:
        await poll(channel, take)


async def join(channel: Channel, office: Office, webhook: Webhook | None = None) -> None:
    """Learn what our bot is called, show its commands, say where updates go."""
    us = await patiently(channel.bot.me, TELEGRAM, unknown=UNKNOWN_TOKEN)
    office.telegram_name = us.username or ""
    log.info("Telegram: this is @%s", office.telegram_name)
    for commands in menu.commands():
        await _if_it_likes(channel, commands)
    if webhook is None:
        # Whoever has a webhook is refused to fetch. What waits there is kept for us.
        await _if_it_likes(channel, DeleteWebhook(drop_pending_updates=False))
        return
    await _if_it_likes(
        channel,
        SetWebhook(
            url=webhook.url,
            secret_token=webhook.secret,
            allowed_updates=WANTED,
            max_connections=MOST_CONNECTIONS,
            drop_pending_updates=False,
        ),
    )


async def poll(channel: Channel, take: Take) -> None:
    """Fetch updates until cancelled. Those that were not stored are fetched again.

    Not aiogram's `start_polling`: that one dies, and closes what the other channels use, when
    Telegram cannot be reached at start.
    """
    ask = FetchUpdates(timeout=LONG_POLL_SECONDS, allowed_updates=WANTED)
    while True:
        fetched = await patiently(partial(_fetched, channel, ask), TELEGRAM, unknown=UNKNOWN_TOKEN)
        if fetched:
            await take(fetched)
            # Asking for the next one tells Telegram that these are ours.
            newest = max(update["update_id"] for update in fetched)
            ask = ask.model_copy(update={"offset": newest + 1})


async def _fetched(channel: Channel, ask: FetchUpdates) -> list[dict[str, Any]]:
    waits = LONG_POLL_SECONDS + 10
    fetched: list[dict[str, Any]] = await channel.bot(cast("Any", ask), request_timeout=waits)
    return fetched


async def _if_it_likes(channel: Channel, method: TelegramMethod[bool]) -> None:
    """What Telegram refuses is told and left: messages are answered without it."""
    # Who we are is known here, so “not found” is said of a method that an older server lacks.
    refusals = (TelegramBadRequest, TelegramNotFound)
    try:
        await patiently(
            partial(channel.bot, method), TELEGRAM, unknown=UNKNOWN_TOKEN, but_for=refusals
        )
    except refusals as refused:
        log.error("Telegram refuses %s: %s", type(method).__name__, refused.message)
