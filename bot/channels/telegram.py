"""Telegram: aiogram's own session, and a poll that waits for a Telegram that cannot be reached."""

import asyncio
import logging
import os
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import timedelta

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError
from aiogram.methods import GetUpdates
from aiogram.types import Update
from aiogram.utils.token import TokenValidationError

from bot.channels import Capabilities, Channel
from bot.settings import SettingsError

log = logging.getLogger(__name__)
NAME = "telegram"
CAN = Capabilities(max_text=4096, keeps_own_history=True)
LONG_POLL_SECONDS = 30
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
MOST_AT_ONCE = 50
FINISH_WITHIN = timedelta(seconds=10)
MOST_RETRIES = 3
WANTED = ["message", "callback_query"]

Receive = Callable[[Channel, Update], Awaitable[object]]


def open_telegram(token: str, api_url: str | None = None) -> Channel:
    """The channel; nothing is connected yet. SettingsError if the token cannot be one."""
    # Read by python-telegram-bot when it is imported; without it each refusal warns.
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # noqa: TID251 - not a setting of ours
    # Imported here: seconds of start-up that an office without Telegram need not wait for.
    from telegram.ext import AIORateLimiter  # noqa: PLC0415

    from bot.channels.rate_limit import RateLimit  # noqa: PLC0415

    server = TelegramAPIServer.from_base(api_url) if api_url else PRODUCTION
    session = AiohttpSession(api=server)
    # Bursts would be answered with a refusal for the whole bot: one second's share at a time.
    session.middleware(RateLimit(AIORateLimiter(max_retries=MOST_RETRIES)))
    try:
        bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    except TokenValidationError as wrong:
        raise SettingsError(
            "OFFICE_TELEGRAM_TOKEN is not a bot token; BotFather gives one like 123456:ABC-DEF."
        ) from wrong
    return Channel(name=NAME, bot=bot, can=CAN)


async def poll(
    channel: Channel, receive: Receive, *, finish_within: timedelta = FINISH_WITHIN
) -> None:
    """Fetch updates until cancelled, a task for each; what was fetched is then still answered.

    Not aiogram's `start_polling`: that one dies, and closes what the other channels use, when
    Telegram cannot be reached at start, which in Viet Nam is the usual case.
    """
    places = asyncio.Semaphore(MOST_AT_ONCE)
    answering: set[asyncio.Task[None]] = set()

    def answered(task: asyncio.Task[None]) -> None:
        answering.discard(task)
        places.release()

    async with asyncio.TaskGroup() as working:
        try:
            async for update in updates(channel):
                await places.acquire()
                task = working.create_task(_one(channel, receive, update))
                answering.add(task)
                task.add_done_callback(answered)
        except asyncio.CancelledError:
            if answering:
                await asyncio.wait(answering, timeout=finish_within.total_seconds())
            raise


async def updates(channel: Channel) -> AsyncGenerator[Update]:
    """What people write, as it comes. SettingsError if Telegram does not know the token."""
    ask = GetUpdates(timeout=LONG_POLL_SECONDS, allowed_updates=WANTED)
    pause = FIRST_PAUSE
    while True:
        try:
            fetched = await channel.bot(ask, request_timeout=LONG_POLL_SECONDS + 10)
        except TelegramUnauthorizedError as wrong:
            raise SettingsError(
                "Telegram does not know OFFICE_TELEGRAM_TOKEN; take a new one from BotFather."
            ) from wrong
        except TelegramAPIError as trouble:
            log.warning("Telegram: %s; next try in %.0f s", type(trouble).__name__, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            continue
        pause = FIRST_PAUSE
        for update in fetched:
            yield update
            # Asking for the next one tells Telegram that this one is ours.
            ask = ask.model_copy(update={"offset": update.update_id + 1})


async def _one(channel: Channel, receive: Receive, update: Update) -> None:
    """One update; a failure is logged and ends neither the poll nor the others."""
    try:
        await receive(channel, update)
    except Exception:
        # Broad on purpose: this is the poll loop's own border.
        log.exception("an update of %s was not worked off", channel.name)
