"""One open page: its socket, from the greeting to the last frame."""

import asyncio
from html import escape
from typing import assert_never

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from bot import safety
from bot.web import addresses, frames, history, sessions
from bot.web.site import Site
from bot.web.visit import Visit
from storage import link_codes
from storage.sessions import Over

MOST_WAITING_FRAMES = 200
MOST_TABS = 20
TOO_BIG = 1009
TRY_LATER = 1013
OVER = 4403  # the page comes in anew, with another cookie


class Conversation:
    """Frames of one page, up and down. What is said is shown on all pages of the same chat."""

    def __init__(self, site: Site, socket: WebSocket, token: str) -> None:
        self.site = site
        self.socket = socket
        self.token = token
        self._waiting: asyncio.Queue[frames.DownwardFrame] = asyncio.Queue(MOST_WAITING_FRAMES)
        self._is_over = False

    async def hold(self, *, persona: str | None, chat: str | None, after: int | None) -> None:
        """Talk until the page goes. `chat` and `after` say what a returning page shows already."""
        await self.socket.accept()
        self.visit = Visit(self.site, self.token, persona)
        if why := await sessions.over(self.site, self.visit.chat_id):
            await self._say_last(sessions.farewell(self.site, why))
            return
        if self.site.webchat.tabs_open(self.visit.chat_id) >= MOST_TABS:
            await self.socket.close(TRY_LATER)
            return
        self._come()
        try:
            await self._greet(after if chat == self.visit.chat else None)
            async with asyncio.TaskGroup() as group:
                writing = group.create_task(self._write())
                await self._listen()
                writing.cancel()
        finally:
            self._go()

    def show(self, frame: frames.DownwardFrame) -> None:
        """Put a frame on its way. A page too slow to take them is told that it missed some."""
        if self._waiting.full():
            while not self._waiting.empty():
                self._waiting.get_nowait()
            frame = frame if isinstance(frame, frames.Over) else frames.CatchUp()
        self._waiting.put_nowait(frame)

    async def _write(self) -> None:
        while True:
            frame = await self._waiting.get()
            if isinstance(frame, frames.Over):
                await self._say_last(frame)
                return
            try:
                await self.socket.send_text(frames.written(frame))
            except (WebSocketDisconnect, WebSocketDisconnected):
                return  # the listening side hears of it too

    async def _listen(self) -> None:
        while True:
            message = await self.socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            raw = message.get("text")
            if raw is not None and len(raw.encode()) > frames.MOST_BYTES:
                await self._refuse_too_long()
                return
            if not self._is_over:
                await self._take(frames.frame_of(raw) if raw is not None else None)

    async def _take(self, frame: frames.UpwardFrame | None) -> None:
        visit = self.visit
        match frame:
            case None:
                self.show(frames.Refused(why="unreadable"))
            case frames.Typed():
                await self._hear(frame)
            case frames.Pressed(press=press):
                bot, data = self.site.channel.bot, readable(press.data)
                pressed = self.site.webchat.press(bot, visit.chat_id, press.message, data)
                await visit.answer(pressed, addresses.network_of(self.socket))
            case frames.Become(be=persona):
                await self._become(persona)
            case frames.Leave():
                await self._leave()
            case frames.Older(before=before):
                self.show(await history.last_lines(self.site.store, visit.chat_id, before=before))
            case frames.Missed(after=after):
                await self._show_missed(after)
            case _:
                assert_never(frame)

    async def _hear(self, typed: frames.Typed) -> None:
        text, chat_id = readable(typed.text), self.visit.chat_id
        if not text.strip():
            self.show(frames.Refused(why="unreadable"))
            return
        update = self.site.webchat.incoming(self.site.channel.bot, chat_id, text=text)
        shown = safety.kept_of(text, self.site.zone)
        if update.message:
            line = frames.Line(
                id=update.message.message_id,
                ours=False,
                at=update.message.date,
                html=escape(link_codes.hidden(shown), quote=False),
                ref=typed.ref,
            )
            self.site.webchat.show(chat_id, line)
        await self.visit.answer(update, addresses.network_of(self.socket))

    async def _become(self, persona: str) -> None:
        if persona not in self.site.personas:
            self.show(frames.Refused(why="unknown-persona"))
            return
        self._go()
        self.visit = Visit(self.site, self.token, persona)
        self._come()
        await self.visit.open_account()
        await self._greet(None)

    async def _leave(self) -> None:
        if self.site.is_demo or not self.site.whose.get(self.visit.chat_id):
            self.show(frames.Refused(why="signed-out"))
            return
        await sessions.end(self.site, self.visit.chat_id, Over.LEFT, by=self)

    def _come(self) -> None:
        self.site.webchat.open(self.visit.chat_id, self)

    def _go(self) -> None:
        chat_id = self.visit.chat_id
        self.site.webchat.shut(chat_id, self)
        if not self.site.webchat.tabs_open(chat_id):
            self.site.whose.pop(chat_id, None)

    async def _greet(self, after: int | None) -> None:
        site, visit = self.site, self.visit
        behind = await sessions.known(site, visit.chat_id)
        site.whose[visit.chat_id] = behind.viewer.person_id if behind else None
        self.show(sessions.hello(site, visit.chat, visit.persona, behind))
        if after is None:
            await self._show_last()
        else:
            await self._show_missed(after)

    async def _show_last(self) -> None:
        self.show(await history.last_lines(self.site.store, self.visit.chat_id))
        self._show_newest()

    async def _show_missed(self, after: int) -> None:
        store, now = self.site.store, self.site.clock()
        self.show(await history.missed_lines(store, self.visit.chat_id, after=after, now=now))
        self._show_newest()

    def _show_newest(self) -> None:
        for frame in self.site.webchat.newest(self.visit.chat_id):
            self.show(frame)

    async def _say_last(self, frame: frames.Over) -> None:
        self._is_over = True
        try:
            await self.socket.send_text(frames.written(frame))
            await self.socket.close(OVER)
        except (WebSocketDisconnect, WebSocketDisconnected):
            return  # it is gone already

    async def _refuse_too_long(self) -> None:
        try:
            await self.socket.send_text(frames.written(frames.Refused(why="too-long")))
            await self.socket.close(TOO_BIG)
        except (WebSocketDisconnect, WebSocketDisconnected):
            return


def readable(text: str) -> str:
    """Text without what no database and no screen can hold: NUL."""
    return text.replace("\0", "")
