"""The web server: the chat page, its socket, its files, and whether all is well."""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from fastapi import FastAPI, Query, Request, Response, WebSocket
from fastapi.responses import FileResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.zalo import handing
from bot.web import addresses, frames, received, sessions, visitors
from bot.web.conversation import Conversation
from bot.web.frames import MOST_NUMBER
from bot.web.site import Site
from bot.web.visit import Visit
from storage import conversations, handed_files, health
from storage.models import ChatFile, HandedFile

log = logging.getLogger(__name__)

PAGES = Path(__file__).parent / "pages"
SHOWN_IN_THE_PAGE = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
HEALTH_SECONDS = 2
SECONDS_TO_SEND = 120  # a big photo on a slow line
NO_VISITOR = 4401
GUARDS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def build_app(site: Site) -> FastAPI:
    """The web application of one office. Everything it needs is in `site`."""
    app = FastAPI(title=site.office, docs_url=None, redoc_url=None, openapi_url=None)
    routes = Routes(site)
    app.add_api_route("/", routes.page)
    app.add_api_route("/chat/visitor", routes.come_in, methods=["POST"])
    app.add_api_route("/chat/file", routes.take_file, methods=["POST"])
    app.add_api_websocket_route("/chat/socket", routes.talk)
    app.add_api_route("/files/{file_id}", routes.give_file)
    app.add_api_route("/health", routes.tell_health)
    app.add_api_route(f"{handing.PATH}/{{number}}", routes.hand_file)
    for path, receive in site.doors.items():
        app.add_api_route(path, receive, methods=["POST"])
    app.mount("/static", StaticFiles(directory=PAGES), name="static")
    app.add_middleware(Guarded)
    return app


@dataclass(frozen=True)
class Routes:
    """What is behind each path."""

    site: Site

    async def page(self) -> Response:
        """The chat page. It is the same for everybody; the socket tells it the rest."""
        return FileResponse(PAGES / "index.html")

    async def come_in(self, request: Request, anew: bool = False) -> Response:
        """Gives the browser its cookie. Not done by the page itself: after a link from another
        site a strict cookie is not sent with it, and the visitor would be given a new one.

        A session that is over is never gone on with: the browser gets another cookie, and the
        page is told why. `anew` asks for another one in any case.
        """
        if not visitors.is_from_our_page(request, loopback_only=self.site.is_demo):
            return Response(status_code=403)
        token = visitors.token_of(request)
        why = await sessions.over(self.site, self._visit(token).chat_id) if token else None
        last = sessions.farewell(self.site, why) if why else None
        response = Response(frames.written(last) if last else None, 200 if last else 204)
        # What the browser sees, whatever a proxy in front made of it.
        secure = request.headers["origin"].startswith("https:")
        visitors.remember(response, None if last or anew else token, secure=secure)
        return response

    async def talk(
        self,
        socket: WebSocket,
        persona: str | None = Query(None, alias="as"),
        chat: str | None = None,
        after: int | None = Query(None, ge=0, le=MOST_NUMBER),
    ) -> None:
        """The socket of one page. `chat` and `after` say what a returning page shows already."""
        if not visitors.is_from_our_page(socket, loopback_only=self.site.is_demo):
            await socket.close()  # before it is accepted: 403
            return
        token = visitors.token_of(socket)
        if token is None:
            await socket.accept()
            await socket.close(NO_VISITOR)  # the page says that cookies are needed
            return
        conversation = Conversation(self.site, socket, token)
        await conversation.hold(persona=persona, chat=chat, after=after)

    async def give_file(self, file_id: str, request: Request) -> Response:
        """A picture or a document, to the visitor in whose chat it was sent."""
        chats = self._chats_of(visitors.token_of(request))
        async with self.site.store.reading() as db:
            file = await conversations.file(db, chats, file_id)
        if file is None or await sessions.over(self.site, file.chat_id):
            return Response(status_code=404)
        return _as_file(file)

    async def hand_file(self, number: str) -> Response:
        """A file that a messenger does not take, to whoever has its link, for some minutes."""
        async with self.site.store.reading() as db:
            file = await handed_files.by_link(db, number, now=self.site.clock())
        return _as_file(file) if file else Response(status_code=404)

    async def take_file(
        self,
        request: Request,
        name: str = Query("", max_length=200),
        ref: str = Query("", max_length=64),
        persona: str | None = Query(None, alias="as"),
    ) -> Response:
        """A picture, a PDF or a sheet that a visitor sends: the body of the request, as it is.

        Not a form: those are put on the disk when they are long, and this is written nowhere.
        """
        if not visitors.is_from_our_page(request, loopback_only=self.site.is_demo):
            return Response(status_code=403)
        token = visitors.token_of(request)
        if token is None:
            return Response(status_code=401)
        mime = received.kind_taken(request.headers.get("content-type", ""))
        if mime is None:
            return Response(status_code=415)
        size = request.headers.get("content-length", "")
        if not size.isdecimal():
            return Response(status_code=411)
        webchat, visit = self.site.webchat, self._visit(token, persona)
        try:
            async with asyncio.timeout(SECONDS_TO_SEND):
                file_id = await webchat.received.take(request.stream(), size=int(size))
        except received.TooBigError:
            return Response(status_code=413)
        except (received.NoRoomError, TimeoutError):
            return Response(status_code=503)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody hears it
        await visit.take_file(
            file_id,
            name=name,
            mime=mime,
            size=int(size),
            ref=ref,
            address=addresses.network_of(request),
        )
        return Response(status_code=204)

    async def tell_health(self) -> JSONResponse:
        """200 when the store answers in time, 503 when not."""
        try:
            async with asyncio.timeout(HEALTH_SECONDS), self.site.store.reading() as db:
                await health.look(db)
        except (sa.exc.SQLAlchemyError, OSError, TimeoutError) as trouble:
            log.warning("the store does not answer: %s", type(trouble).__name__)
            return JSONResponse({"store": "unreachable"}, status_code=503)
        return JSONResponse({"store": "ok"})

    def _visit(self, token: str, persona: str | None = None) -> Visit:
        return Visit(self.site, token, persona)

    def _chats_of(self, token: str | None) -> list[int]:
        """The chats of a visitor: their own, and one for each persona of a demonstration."""
        if token is None:
            return []
        return [
            visitors.chat_id(visitors.external_id(token, secret=self.site.secret, persona=persona))
            for persona in (None, *self.site.personas)
        ]


class Guarded:
    """Puts the headers on every answer that keep foreign scripts and frames away."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; add to the start of an answer."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(GUARDS)
                headers.setdefault("cache-control", "no-cache")  # asked again after an upgrade
            await send(message)

        await self.app(scope, receive, send_guarded)


def _as_file(file: ChatFile | HandedFile) -> Response:
    shown = "inline" if file.mime in SHOWN_IN_THE_PAGE else "attachment"
    return Response(
        file.content,
        media_type=file.mime,
        headers={
            "content-disposition": f"{shown}; filename*=utf-8''{quote(file.name, safe='')}",
            # Whoever signs out leaves nothing of it in the browser.
            "cache-control": "no-store",
            "x-robots-tag": "noindex",
        },
    )
