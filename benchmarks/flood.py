"""How fast Telegram is served within its limits: `python -m benchmarks.flood`.

Two bots send the same messages at the same time, in real seconds, to a Bot API played on this
machine, which answers after 0.05 s and writes down when each message arrived:

ours           bot/channels/rate_limit.py
as it comes    python-telegram-bot's AIORateLimiter under a middleware that only hands over

Each sends 600 messages to 600 private chats, then 10 to one private chat and 24 to one group,
every lot as fast as it is let. Telegram's limits are 30 in any second, one a second into a private
chat and 20 a minute into a group. Aim: at least 25 a second on average to the many, none broken.
"""

import argparse
import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram.ext import AIORateLimiter

from benchmarks.pipeline import RESULTS, machine
from bot.channels.rate_limit import RateLimit
from scheduler.clock import system_clock

WAY = 0.05  # seconds until Telegram's answer; far from it there are fewer a second (decision 22)
MANY = range(1000, 1600)
ONE_CHAT = [7] * 10
ONE_GROUP = [-100] * 24


class AsItComes(BaseRequestMiddleware):
    """AIORateLimiter with its own numbers."""

    def __init__(self) -> None:
        self.limiter = AIORateLimiter()

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[Any],
        bot: Bot,
        method: TelegramMethod[Any],
    ) -> Any:
        async def ask() -> Any:
            return await make_request(bot, method)

        chat = {"chat_id": getattr(method, "chat_id", None)}
        return await self.limiter.process_request(ask, (), {}, "", chat, None)


@dataclass
class BotApi:
    """Takes every message and knows when it came, by bot and chat."""

    url: str = ""
    arrivals: dict[str, dict[int, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    async def take(self, request: web.Request) -> web.Response:
        """Any method is `sendMessage`."""
        now = time.monotonic()
        chat = int(str((await request.post())["chat_id"]))
        self.arrivals[request.match_info["token"]][chat].append(now)
        await asyncio.sleep(WAY)
        message = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}}
        return web.json_response({"ok": True, "result": message})


@asynccontextmanager
async def bot_api() -> AsyncGenerator[BotApi]:
    """It runs on any free port of this machine."""
    api = BotApi()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", api.take)
    async with TestServer(app) as server:
        api.url = str(server.make_url("/")).rstrip("/")
        yield api


@dataclass(frozen=True)
class Found:
    """Of one limiter: messages a second to the many, and the most that any limit's time saw."""

    average: float
    in_a_second: int
    to_a_chat: int
    to_a_group: int

    @property
    def cells(self) -> list[str]:
        return [
            f"{self.average:.1f}",
            f"{self.in_a_second}",
            f"{self.to_a_chat}",
            f"{self.to_a_group}",
        ]


async def flood(api: BotApi, token: str, limit: Callable[[], BaseRequestMiddleware]) -> Found:
    """Send everything with a bot of this limiter. The many come first, alone."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api.url), limit=1000))
    bot.session.middleware(limit())
    for lots in ([MANY], [ONE_CHAT, ONE_GROUP]):
        async with asyncio.TaskGroup() as group:
            for chat in (chat for lot in lots for chat in lot):
                group.create_task(bot.send_message(chat, "Chào đồng chí"))
    await bot.session.close()
    arrived = api.arrivals[token]
    many = sorted(arrived[chat][0] for chat in MANY)
    return Found(
        average=(len(many) - 1) / (many[-1] - many[0]),
        in_a_second=busiest([one for times in arrived.values() for one in times], 1),
        to_a_chat=busiest(arrived[ONE_CHAT[0]], 1),
        to_a_group=busiest(arrived[ONE_GROUP[0]], 60),
    )


def busiest(times: Sequence[float], seconds: float) -> int:
    """The most of these in any so many seconds."""
    times = sorted(times)
    return max(sum(1 for one in times if start <= one < start + seconds) for start in times)


async def run() -> tuple[Found, Found]:
    """Both at once, each in a turn of the same loop."""
    async with bot_api() as api, asyncio.TaskGroup() as group:
        ours = group.create_task(flood(api, "101:ours", RateLimit))
        theirs = group.create_task(flood(api, "102:theirs", AsItComes))
        await asyncio.wait([ours, theirs])
    return ours.result(), theirs.result()


def main() -> None:
    """Run, print, and add a row to results.md."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--print-only", action="store_true", help="leave results.md alone")
    chosen = options.parse_args()
    ours, theirs = asyncio.run(run())
    cells = [f"{us} ({them})" for us, them in zip(ours.cells, theirs.cells, strict=True)]
    day = f"{system_clock()():%d/%m/%Y}"
    row = f"| {day}, {machine()} | {' | '.join(cells)} | {ours.average / theirs.average:.2f} |"
    print(row)
    if not chosen.print_only:
        RESULTS.write_text(RESULTS.read_text("utf-8").rstrip() + f"\n{row}\n", "utf-8")


if __name__ == "__main__":
    main()
