"""Zalo's Official Account API, played by a server of the test's own on this machine."""

import asyncio
import hashlib
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

APP, OA, SECRET, OA_SECRET, FIRST = "20001", "30001", "app-secret", "oa-secret", "r0"
PATIENCE = 20  # seconds, on a busy machine
TOO_LONG, TOKEN_DEAD, GRANT_DEAD, WRONG = -210, -216, -14014, -201


class FakeOa:
    """Answers like the API: tokens are renewed once each, errors come with HTTP 200."""

    def __init__(self) -> None:
        self.url = ""
        self.said: list[dict[str, Any]] = []  # messages, in their order, with `path`
        self.uploads: list[tuple[str, str, bytes]] = []  # kind, name, content
        self.templates: list[dict[str, Any]] = []
        self.files: dict[str, bytes] = {}  # what people sent, by name
        self.refusals: list[int] = []  # of the next messages, in their order; 0: none
        self.refused_uploads: list[int] = []
        self.access, self.refresh = "", FIRST
        self.renewals = 0
        self.names: tuple[str, str] | None = (
            None  # of the next pair, where a test wants other ones than a1 and r1
        )
        self.slow_renewal = 0.0  # seconds
        self.dead = False  # no refresh token is taken any more
        self.state_agency = False
        self.wants_named_buttons = False
        self.news = asyncio.Condition()

    def expire(self) -> None:
        """The access token that is in use is worth nothing any more."""
        self.access = "another"

    async def renew(self, request: web.Request) -> web.Response:
        form = await request.post()
        known = request.headers.get("secret_key") == SECRET and form["app_id"] == APP
        if not known or self.dead or form["refresh_token"] != self.refresh:
            return _refusal(GRANT_DEAD)
        self.renewals += 1
        self.access, self.refresh = self.names or (f"a{self.renewals}", f"r{self.renewals}")
        await asyncio.sleep(self.slow_renewal)
        pair = {"access_token": self.access, "refresh_token": self.refresh, "expires_in": "90000"}
        return web.json_response(pair)

    async def say(self, request: web.Request) -> web.Response:
        if refused := self._refused(request, self.refusals):
            return refused
        if self.state_agency and request.path.startswith("/v3"):
            return _refusal(-235)
        body = await request.json()
        message = body["message"]
        payload = message.get("attachment", {}).get("payload", {})
        buttons = payload.get("buttons", [])
        if len(message.get("text", "")) > 2000:
            return _refusal(TOO_LONG)
        bare = self.wants_named_buttons and buttons and "template_type" not in payload
        wrong = any(len(one["title"]) > 100 or len(str(one["payload"])) > 1000 for one in buttons)
        if bare or wrong or len(buttons) > 5 or not (message.get("text") or payload):
            return _refusal(WRONG)
        self.said.append({**body, "path": request.path})
        await self._tell()
        return _success({"message_id": f"m{len(self.said)}", "user_id": "?"})

    async def by_template(self, request: web.Request) -> web.Response:
        if refused := self._refused(request, self.refusals):
            return refused
        self.templates.append(await request.json())
        await self._tell()
        return _success({"msg_id": "t1"})

    async def upload(self, request: web.Request) -> web.Response:
        if refused := self._refused(request, self.refused_uploads):
            return refused
        file = (await request.post())["file"]
        assert isinstance(file, web.FileField)
        kind, content = request.match_info["kind"], file.file.read()
        most = {"image": 1024 * 1024, "file": 5 * 1024 * 1024}[kind]
        if len(content) > most:
            return _refusal(TOO_LONG)
        self.uploads.append((kind, file.filename, content))
        number = f"{kind}{len(self.uploads)}"
        return _success({"token" if kind == "file" else "attachment_id": number})

    async def about(self, request: web.Request) -> web.Response:
        if refused := self._refused(request, []):
            return refused
        return _success({"oa_id": OA, "oa_type": 4, "is_verified": True, "package_name": "Growth"})

    async def give_file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["name"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait for something that is asked of it."""
        async with self.news, asyncio.timeout(PATIENCE):
            await self.news.wait_for(lambda: bool(happened()))

    @property
    def texts(self) -> list[str]:
        return [body["message"].get("text", "") for body in self.said]

    def _refused(self, request: web.Request, refusals: list[int]) -> web.Response | None:
        if not self.access or request.headers.get("access_token") != self.access:
            return _refusal(TOKEN_DEAD)
        code = refusals.pop(0) if refusals else 0
        return _refusal(code) if code else None

    async def _tell(self) -> None:
        async with self.news:
            self.news.notify_all()


def _refusal(code: int) -> web.Response:
    return web.json_response({"error": code, "message": "no"})


def _success(data: dict[str, Any]) -> web.Response:
    return web.json_response({"error": 0, "message": "Success", "data": data})


@asynccontextmanager
async def fake_oa() -> AsyncGenerator[FakeOa]:
    playing = FakeOa()
    app = web.Application(client_max_size=20 * 1024 * 1024)
    app.router.add_post("/v4/oa/access_token", playing.renew)
    app.router.add_post("/v3.0/oa/message/cs", playing.say)
    app.router.add_post("/v2.0/oa/message", playing.say)
    app.router.add_post("/v3.0/oa/message/template", playing.by_template)
    app.router.add_post("/v2.0/oa/upload/{kind}", playing.upload)
    app.router.add_get("/v2.0/oa/getoa", playing.about)
    app.router.add_get("/sent/{name}", playing.give_file)
    async with TestServer(app) as server:
        playing.url = str(server.make_url("/")).rstrip("/")
        yield playing


_numbers = count(1)


def event(name: str, user: int, *, at: int, **content: Any) -> dict[str, Any]:
    """What Zalo brings; `at` in milliseconds."""
    said = {"msg_id": f"z{next(_numbers)}", **content} if name.startswith("user_send") else {}
    return {
        "app_id": APP,
        "sender": {"id": str(user)},
        "recipient": {"id": OA},
        "event_name": name,
        "timestamp": str(at),
        **({"message": said} if said else content),
    }


def signed(
    event: dict[str, Any], *, first: str = APP, secret: str = OA_SECRET
) -> tuple[bytes, str]:
    """Its body, and the header that goes with it."""
    body = json.dumps(event, ensure_ascii=False).encode()
    over = first.encode() + body + event["timestamp"].encode() + secret.encode()
    return body, f"mac={hashlib.sha256(over).hexdigest()}"


def buttons_of(body: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (
        body["message"].get("attachment", {}).get("payload", {}).get("buttons", [])
    )
    return found
