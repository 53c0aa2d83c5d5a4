"""Telegram, played by a server of the test's own on this machine."""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"  # noqa: S105 - the shape of one, nobody's
NAME = "TroLyVanPhongBot"
PATIENCE = 20  # seconds, on a busy machine


class FakeTelegram:
    """Answers like the Bot API: `updates` are fetched until they are acknowledged, what is sent,
    edited or asked is kept."""

    def __init__(self) -> None:
        self.url = ""
        self.updates: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.edited: list[dict[str, Any]] = []
        self.shown: list[dict[str, Any]] = []  # both, in their order
        self.asked_for: list[tuple[str, dict[str, Any]]] = []  # everything else, by its method
        self.keyboards: dict[int, list[list[dict[str, Any]]]] = {}  # that stand, by chat
        self.files: dict[str, bytes] = {}  # by file_id: what people sent
        self.refusals: list[web.Response] = []
        self.refused_edits: list[web.Response] = []
        self.asked = asyncio.Event()
        self.was_sent_something = asyncio.Event()
        self.news = asyncio.Condition()  # told of everything that is asked of it
        self.answers = asyncio.Event()  # cleared: what is sent is taken, but not yet answered
        self.answers.set()

    async def answer(self, request: web.Request) -> web.Response:
        if self.refusals:
            return self.refusals.pop(0)
        method = request.match_info["method"]
        form = dict(await request.post())
        if method == "getUpdates":
            return await self._fetched(int(str(form.get("offset", 0))))
        try:
            return await self._answered(method, form)
        finally:
            async with self.news:
                self.news.notify_all()

    async def _fetched(self, offset: int) -> web.Response:
        self.asked.set()
        self.updates = [one for one in self.updates if one["update_id"] >= offset]
        if not self.updates:
            await asyncio.sleep(0.01)
        return web.json_response({"ok": True, "result": self.updates[:100]})

    async def _answered(self, method: str, form: dict[str, Any]) -> web.Response:
        if method == "editMessageText":
            if self.refused_edits:
                return self.refused_edits.pop(0)
            self.edited.append(form)
            self.shown.append(form)
            return _message(int(str(form["message_id"])), form)
        if method.startswith("send"):
            self.sent.append(form)
            self.shown.append(form)
            self._put_keyboard(form)
            number = len(self.sent)
            self.was_sent_something.set()
            await self.answers.wait()
            return _message(number, form)
        self.asked_for.append((method, form))
        if method == "getMe":
            us = {"id": 123456, "is_bot": True, "first_name": "Trợ lý", "username": NAME}
            return web.json_response({"ok": True, "result": us})
        if method == "getFile":
            file_id = str(form["file_id"])
            file = {"file_id": file_id, "file_unique_id": file_id, "file_path": file_id}
            return web.json_response({"ok": True, "result": file})
        return web.json_response({"ok": True, "result": True})

    def _put_keyboard(self, form: dict[str, Any]) -> None:
        """One under the line where people type stays until another message puts it away."""
        chat, markup = int(str(form["chat_id"])), _markup_of(form)
        if "keyboard" in markup:
            self.keyboards[chat] = markup["keyboard"]
        if markup.get("remove_keyboard"):
            self.keyboards.pop(chat, None)

    async def give_file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["path"]])

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait for something that is asked of it."""
        async with self.news, asyncio.timeout(PATIENCE):
            await self.news.wait_for(lambda: bool(happened()))

    async def has_given_everything(self) -> bool:
        """All updates were acknowledged."""
        return not self.updates

    def forms_of(self, method: str) -> list[dict[str, Any]]:
        return [form for asked, form in self.asked_for if asked == method]

    @property
    def texts(self) -> list[str]:
        return [str(form.get("text") or form.get("caption")) for form in self.sent]


def keys_of(form: dict[str, Any]) -> list[dict[str, Any]]:
    """The keys of a keyboard that comes with a message."""
    return [key for row in _markup_of(form).get("keyboard", []) for key in row]


def _markup_of(form: dict[str, Any]) -> dict[str, Any]:
    markup: dict[str, Any] = json.loads(str(form.get("reply_markup") or "{}"))
    return markup


def _message(number: int, form: dict[str, Any]) -> web.Response:
    chat = {"id": int(str(form["chat_id"])), "type": "private"}
    content = {"text": form["text"]} if "text" in form else {}
    message = {"message_id": number, "date": 1, "chat": chat, **content}
    return web.json_response({"ok": True, "result": message})


@asynccontextmanager
async def fake_telegram() -> AsyncGenerator[FakeTelegram]:
    playing = FakeTelegram()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", playing.answer)
    app.router.add_get("/file/bot{token}/{path}", playing.give_file)
    async with TestServer(app) as server:
        playing.url = str(server.make_url("/")).rstrip("/")
        yield playing
        playing.answers.set()


def refusal(status: int, description: str, **more: Any) -> web.Response:
    body = {"ok": False, "error_code": status, "description": description, **more}
    return web.json_response(body, status=status)


def written(number: int, text: str, **more: Any) -> dict[str, Any]:
    return sent_in(number, text=text, **more)


def sent_in(number: int, *, chat: int = 7, **content: Any) -> dict[str, Any]:
    """Anything that somebody sends."""
    return {"update_id": number, "message": {"message_id": number, **_by(chat), **content}}


def pressed(number: int, message: int, data: str, *, chat: int = 7) -> dict[str, Any]:
    """A button of ours, under that message."""
    press = {
        "id": f"press {number}",
        "from": _by(chat)["from"],
        "chat_instance": "1",
        "message": {"message_id": message, "date": 1, "chat": _by(chat)["chat"]},
        "data": data,
    }
    return {"update_id": number, "callback_query": press}


def _by(chat: int) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "Ví Dụ"}
    return {"date": 1, "chat": {"id": chat, "type": "private"}, "from": person}


async def eventually(happened: Callable[[], Awaitable[object]]) -> None:
    """Wait for something that nobody tells of, such as a row."""
    async with asyncio.timeout(PATIENCE):
        for _ in count():
            if await happened():
                return
            await asyncio.sleep(0.01)
