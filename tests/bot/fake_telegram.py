"""Telegram, played by a server of the test's own on this machine."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"  # noqa: S105 - the shape of one, nobody's


class FakeTelegram:
    """Answers like the Bot API: what is in `updates` is fetched, what is sent is kept."""

    def __init__(self) -> None:
        self.url = ""
        self.updates: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.refusals: list[web.Response] = []
        self.asked = asyncio.Event()
        self.was_sent_something = asyncio.Event()
        self.answers = asyncio.Event()  # cleared: what is sent is taken, but not yet answered
        self.answers.set()

    async def answer(self, request: web.Request) -> web.Response:
        if self.refusals:
            return self.refusals.pop(0)
        if request.match_info["method"] == "getUpdates":
            self.asked.set()
            given, self.updates = self.updates, []
            if not given:
                await asyncio.sleep(0.01)
            return web.json_response({"ok": True, "result": given})
        form = dict(await request.post())
        self.sent.append(form)
        self.was_sent_something.set()
        await self.answers.wait()
        chat = {"id": int(str(form["chat_id"])), "type": "private"}
        message = {"message_id": len(self.sent), "date": 1, "chat": chat, "text": form["text"]}
        return web.json_response({"ok": True, "result": message})

    @property
    def texts(self) -> list[str]:
        return [str(form["text"]) for form in self.sent]


@asynccontextmanager
async def fake_telegram() -> AsyncGenerator[FakeTelegram]:
    playing = FakeTelegram()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", playing.answer)
    async with TestServer(app) as server:
        playing.url = str(server.make_url("/")).rstrip("/")
        yield playing
        playing.answers.set()


def refusal(status: int, description: str, **more: Any) -> web.Response:
    body = {"ok": False, "error_code": status, "description": description, **more}
    return web.json_response(body, status=status)


def written(number: int, text: str) -> dict[str, Any]:
    person = {"id": 7, "is_bot": False, "first_name": "Ví Dụ"}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}
