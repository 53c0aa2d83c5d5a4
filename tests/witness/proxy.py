"""What telegram-test-api lacks of the Bot API, added on the way; nothing of it is changed.

It says less than the Bot API promises: getMe without `is_bot`, presses without `chat_instance`,
dates in milliseconds, `null` for an edit or an answered press, HTTP 500 for a method that it does
not know. And it answers a long poll at once, so that a bot would ask without end.
"""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

LONGEST_POLL = 1.0  # seconds; shorter than a bot asks for, so that the end need not wait
UNKNOWN = {"ok": False, "error_code": 404, "description": "Not Found: method not found"}

Form = dict[str, Any]


@asynccontextmanager
async def in_front_of(emulator: str) -> AsyncGenerator[str]:
    """The address to give a bot instead of the emulator's."""
    async with ClientSession() as http:

        async def answer(request: web.Request) -> web.Response:
            return await answered(request, http, emulator)

        app = web.Application()
        app.router.add_post("/bot{token}/{method}", answer)
        async with TestServer(app) as server:
            yield str(server.make_url("/")).rstrip("/")


async def answered(request: web.Request, http: ClientSession, emulator: str) -> web.Response:
    """The emulator's answer, in the form of the Bot API."""
    method, form = request.match_info["method"], dict(await request.post())
    clock = asyncio.get_running_loop().time
    until = clock() + min(LONGEST_POLL, float(str(form.get("timeout", 0))))
    while True:
        async with http.post(emulator + request.path, data=form) as reply:
            said = await reply.json()
        if method != "getUpdates" or said["result"] or clock() >= until:
            break
        await asyncio.sleep(0.05)
    if "ok" not in said:
        said = UNKNOWN
    elif said["ok"]:
        said["result"] = completed(method, form, said["result"])
    return web.json_response(said, status=said.get("error_code", 200))


def completed(method: str, form: Form, result: Any) -> Any:
    """A result with all that the Bot API promises of it."""
    match method:
        case "getMe":
            return result | {"is_bot": True}
        case "getUpdates":
            for update in result:
                if press := update.get("callback_query"):
                    press["chat_instance"] = str(press["message"]["chat"]["id"])
            return result
        case "sendMessage":
            return result | {"date": result["date"] // 1000}
        case "editMessageText" | "editMessageReplyMarkup":
            chat = {"id": int(form["chat_id"]), "type": "private"}
            edited = {"message_id": int(form["message_id"]), "date": 1, "chat": chat}
            if "reply_markup" in form:
                edited["reply_markup"] = json.loads(form["reply_markup"])
            return edited | {"text": form.get("text", "")}
        case _:
            return True if result is None else result
