"""One open page: its socket, from the greeting to the last frame."""

import asyncio
from html import escape
from typing import assert_never

from aiogram.types import Update
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from bot.web import frames, history, visitors
from bot.web.site import Site
from storage import accounts, messages
from storage.viewer import Role

MOST_WAITING_FRAMES = 200
MOST_TABS = 20
TOO_BIG = 1009
TRY_LATER = 1013


class Conversation:
    """Frames of one page, up and down. What is said is shown on all pages of the same chat."""

    def __init__(self, site: Site, socket: WebSocket, token: str) -> None:
        self.site = site
        self.socket = socket
        self.token = token
        self.persona: str | None = None
        self.external_id = ""
        self.chat_id = 0
        self._account_open = False
        self._waiting: asyncio.Queue[frames.DownwardFrame] = asyncio.Queue(MOST_WAITING_FRAMES)

    async def hold(self, *, persona: str | None, chat: str | None, after: int | None) -> None:
        """Talk until the page goes. `chat` and `after` say what a returning page shows already."""
        await self.socket.accept()
        self._take_place(self._known_or_first(persona))
        if self.site.webchat.tabs_open(self.chat_id) >= MOST_TABS:
            await self.socket.close(TRY_LATER)
            return
        self.site.webchat.open(self.chat_id, self)
        try:
            await self._greet(after if chat == self._chat else None)
            async with asyncio.TaskGroup() as group:
                writing = group.create_task(self._write())
                await self._listen()
                writing.cancel()
        finally:
            self.site.webchat.shut(self.chat_id, self)

    def show(self, frame: frames.DownwardFrame) -> None:
        """Put a frame on its way. A page too slow to take them is told that it missed some."""
        if self._waiting.full():
            while not self._waiting.empty():
                self._waiting.get_nowait()
            frame = frames.CatchUp()
        self._waiting.put_nowait(frame)

    async def _write(self) -> None:
        while True:
            frame = await self._waiting.get()
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
            await self._take(frames.frame_of(raw) if raw is not None else None)

    async def _take(self, frame: frames.UpwardFrame | None) -> None:
        match frame:
            case None:
                self.show(frames.Refused(why="unreadable"))
            case frames.Typed():
                await self._hear(frame)
            case frames.Pressed(press=press):
                channel = self.site.channel
                await self._answer(
                    self.site.webchat.press(
                        channel.bot, self.chat_id, press.message, readable(press.data)
                    )
                )
            case frames.Become(be=persona):
                await self._become(persona)
            case frames.Older(before=before):
                self.show(await history.last_lines(self.site.store, self.chat_id, before=before))
            case frames.Missed(after=after):
                await self._show_missed(after)
            case _:
                assert_never(frame)

    async def _hear(self, typed: frames.Typed) -> None:
        text = readable(typed.text)
        if not text.strip():
            self.show(frames.Refused(why="unreadable"))
            return
        update = self.site.webchat.incoming(self.site.channel.bot, self.chat_id, text=text)
        if update.message:
            line = frames.Line(
                id=update.message.message_id,
                ours=False,
                at=update.message.date,
                html=escape(text, quote=False),
                ref=typed.ref,
            )
            self.site.webchat.show(self.chat_id, line)
        await self._answer(update)

    async def _answer(self, update: Update) -> None:
        webchat, chat_id = self.site.webchat, self.chat_id
        webchat.show(chat_id, frames.Typing(on=True))
        try:
            await self._open_account()
            await self.site.receive(self.site.channel, update)
        finally:
            webchat.show(chat_id, frames.Typing(on=False))

    async def _open_account(self) -> None:
        """Whoever only looks at the page leaves no trace; the first word or press does.

        Somebody of a demonstration can be reached from now on: what waited for them goes out.
        """
        if self._account_open:
            return
        label = self.site.personas.get(self.persona or "")
        now = self.site.clock()
        async with self.site.store.sessions() as db, db.begin():
            await accounts.open_account(
                db,
                self.site.channel.name,
                self.external_id,
                chat_id=self.chat_id,
                now=now,
                person_id=label.person_id if label else None,
            )
            if label:
                await messages.hurry(db, label.person_id, now=now)
        self._account_open = True
        self.site.wake()

    async def _become(self, persona: str) -> None:
        if persona not in self.site.personas:
            self.show(frames.Refused(why="unknown-persona"))
            return
        self.site.webchat.shut(self.chat_id, self)
        self._take_place(persona)
        self.site.webchat.open(self.chat_id, self)
        await self._open_account()
        await self._greet(None)

    def _take_place(self, persona: str | None) -> None:
        self.persona = persona
        self.external_id = visitors.external_id(
            self.token, secret=self.site.secret, persona=persona
        )
        self.chat_id = visitors.chat_id(self.external_id)
        self._account_open = False

    def _known_or_first(self, persona: str | None) -> str | None:
        return persona if persona in self.site.personas else next(iter(self.site.personas), None)

    @property
    def _chat(self) -> str:
        """Tells the page whether what it shows belongs to this chat; says nothing else."""
        return self.external_id[:16] + (self.persona or "")

    async def _greet(self, after: int | None) -> None:
        site = self.site
        async with site.store.reading() as db:
            known = await accounts.viewer_of(db, site.channel.name, self.chat_id)
        hello = frames.Hello(
            chat=self._chat,
            office=site.office,
            zone=site.zone.key,
            demo=site.is_demo,
            role=known.viewer.role if known else Role.CITIZEN,
            persona=self.persona,
            personas=tuple(
                frames.PersonaChoice(key=key, vi=label.vi, en=label.en)
                for key, label in site.personas.items()
            ),
        )
        self.show(hello)
        if after is None:
            await self._show_last()
        else:
            await self._show_missed(after)

    async def _show_last(self) -> None:
        self.show(await history.last_lines(self.site.store, self.chat_id))
        self._show_newest()

    async def _show_missed(self, after: int) -> None:
        store, now = self.site.store, self.site.clock()
        self.show(await history.missed_lines(store, self.chat_id, after=after, now=now))
        self._show_newest()

    def _show_newest(self) -> None:
        for frame in self.site.webchat.newest(self.chat_id):
            self.show(frame)

    async def _refuse_too_long(self) -> None:
        try:
            await self.socket.send_text(frames.written(frames.Refused(why="too-long")))
            await self.socket.close(TOO_BIG)
        except (WebSocketDisconnect, WebSocketDisconnected):
            return


def readable(text: str) -> str:
    """Text without what no database and no screen can hold: NUL."""
    return text.replace("\0", "")
