"""The Zalo Bot Platform, played by a server of the test's own on this machine."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

BOT_TOKEN = "1234567890123456789:abcdef"  # noqa: S105 - the shape of one, nobody's
LAN = "6ede9afa66b88fe6d6a9"
PATIENCE = 20  # seconds, on a busy machine


class FakeZaloBot:
    """Answers like the platform: one event a poll, again until another one is asked for."""

    def __init__(self) -> None:
        self.url = ""
        self.events: list[dict[str, Any]] = []  # given one a poll, in their order
        self.sent: list[dict[str, Any]] = []  # with `method`
        self.calls: list[tuple[str, dict[str, Any]]] = []  # everything else
        self.files: dict[str, bytes] = {}
        self.refusals: list[int] = []  # of the next messages
        self.refuses_styles = False
        self.polls: list[float] = []  # by the loop's clock
        self.token = BOT_TOKEN
        self.news = asyncio.Condition()

    async def answer(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            return _refusal(401)
        method, body = request.match_info["method"], await request.json()
        if method == "getUpdates":
            return await self._polled()
        try:
            if not method.startswith("send") or method == "sendChatAction":
                self.calls.append((method, body))
                return _success({})
            return self._sent(method, body)
        finally:
            async with self.news:
                self.news.notify_all()

    def _sent(self, method: str, body: dict[str, Any]) -> web.Response:
        if self.refusals and (code := self.refusals.pop(0)):
            return _refusal(code)
        text = body.get("text", body.get("caption", ""))
        too_long = len(text.encode("utf-16-le")) // 2 > 2000
        if too_long or (method == "sendMessage" and not text):
            return _refusal(400)
        if self.refuses_styles and "text_styles" in body:
            return _refusal(400)
        if method == "sendPhoto" and not body["photo"].startswith("https://"):
            return _refusal(400)
        self.sent.append({"method": method, **body})
        return _success({"message_id": f"{len(self.sent):x}", "date": 1})

    async def _polled(self) -> web.Response:
        self.polls.append(asyncio.get_running_loop().time())
        if not self.events:
            return _refusal(408)
        return _success(self.events.pop(0))

    async def give_file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["name"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait for something that is asked of it."""
        async with self.news, asyncio.timeout(PATIENCE):
            await self.news.wait_for(lambda: bool(happened()))

    @property
    def texts(self) -> list[str]:
        return [str(one.get("text", one.get("caption", ""))) for one in self.sent]


def _refusal(code: int) -> web.Response:
    return web.json_response({"ok": False, "error_code": code, "description": "no"})


def _success(result: dict[str, Any]) -> web.Response:
    return web.json_response({"ok": True, "result": result})


@asynccontextmanager
async def fake_zalo_bot() -> AsyncGenerator[FakeZaloBot]:
    playing = FakeZaloBot()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", playing.answer)
    app.router.add_get("/sent/{name}", playing.give_file)
    async with TestServer(app) as server:
        playing.url = str(server.make_url("/")).rstrip("/")
        yield playing


_numbers = count(1)


def message_of(user: str, kind: str = "text", **content: Any) -> dict[str, Any]:
    """What the platform brings, bare."""
    return {
        "event_name": f"message.{kind}.received",
        "message": {
            "from": {"id": user, "display_name": "Lan", "is_bot": False},
            "chat": {"id": user, "chat_type": "PRIVATE"},
            "message_id": f"{next(_numbers):016x}",
            "date": 1795000000000,
            **content,
        },
    }
