"""A web chat on a free port, with an office behind it that answers in a fixed way."""

import asyncio
import base64
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import httpx
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)
from websockets.asyncio.client import ClientConnection, connect

from bot.channels import Channel
from bot.channels.webchat import open_webchat
from bot.web.listener import serve
from bot.web.server import build_app
from bot.web.site import PersonaLabel, Receive, Site
from scheduler.clock import VIETNAM, Clock, system_clock
from storage import conversations
from storage.conversations import Line
from storage.engine import Store

PERSONAS = {
    "citizen": PersonaLabel(person_id=1, vi="Công dân", en="Citizen"),
    "chanh-van-phong": PersonaLabel(person_id=2, vi="Chánh Văn phòng", en="Chief of Office"),
}
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
LONG = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Đọc tiếp", callback_data="long")]]
)
MORE = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Xem thêm", callback_data="more")]]
)
WAY = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Mở trang", url="https://troly.vidu.gov.vn/")]]
)


@dataclass
class FixedOffice:
    """Answers what it is told to, and writes the history as the pipeline does."""

    store: Store
    heard: list[str] = field(default_factory=list)
    chat_ids: list[int] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    hold_back: asyncio.Event | None = None

    async def __call__(self, channel: Channel, update: Update, /, address: str = "") -> None:
        bot = channel.bot
        self.addresses.append(address)
        if press := update.callback_query:
            assert press.message
            assert press.data
            self.heard.append(press.data)
            await bot(press.answer("Đã nhận"))
            if press.data == "long":
                answer = SendMessage(chat_id=press.message.chat.id, text="trang\n" * 60)
                await self.say(channel, answer)
            if press.data == "more":
                chat_id, message_id = press.message.chat.id, press.message.message_id
                edit = EditMessageText(text="Đã xem", chat_id=chat_id, message_id=message_id)
                await self.say(channel, edit)
            return
        asked = update.message
        assert asked
        if asked.photo or asked.document:
            await self.look_at(channel, asked)
            return
        assert asked.text
        self.heard.append(asked.text)
        self.chat_ids.append(asked.chat.id)
        await self.write_down(
            channel, asked, ours=False, html=asked.html_text, markup=None, file_id=None
        )
        if self.hold_back:
            await self.hold_back.wait()
        await self.say(channel, self.answer(asked))

    async def look_at(self, channel: Channel, sent: Message) -> None:
        """Say how many bytes a file has, as it is and again in the bot's own words."""
        file = sent.photo[-1] if sent.photo else sent.document
        assert file
        content = await channel.bot.download(file)
        assert content
        kind = "ảnh" if sent.photo else f"tệp {sent.document and sent.document.file_name}"
        await self.write_down(channel, sent, ours=False, html="", markup=None, file_id=None)
        await self.say(channel, sent.answer(f"{kind}: {len(content.read())}"))

    def answer(self, asked: Message) -> TelegramMethod[Any]:
        match asked.text:
            case "biểu đồ":
                picture = BufferedInputFile(PICTURE, "biểu đồ.png")
                return asked.answer_photo(picture, caption="Biểu đồ tuần")
            case "tệp":
                paper = BufferedInputFile(b"<script>alert(1)</script>", "giấy mời.html")
                return asked.answer_document(paper)
            case "danh sách":
                return asked.answer("Một, hai", reply_markup=MORE)
            case "liên kết":
                return asked.answer("Xem ở đây", reply_markup=WAY)
            case "sách":
                return asked.answer("trang\n" * 60, reply_markup=LONG)
            case _ if asked.text and asked.text.startswith("html:"):
                return asked.answer(asked.text.removeprefix("html:"))
            case _:
                return asked.answer(f"<b>Trả lời</b> {len(asked.text or '')}")

    async def say(self, channel: Channel, method: TelegramMethod[Any]) -> None:
        said = await channel.bot(method)
        assert isinstance(said, Message)
        file = said.document or (said.photo[-1] if said.photo else None)
        await self.write_down(
            channel,
            said,
            ours=True,
            html=said.text or said.caption or "",
            markup=getattr(method, "reply_markup", None),
            file_id=file.file_id if file else None,
        )

    async def write_down(
        self,
        channel: Channel,
        message: Message,
        *,
        ours: bool,
        html: str,
        markup: InlineKeyboardMarkup | None,
        file_id: str | None,
    ) -> None:
        rows = markup.inline_keyboard if markup else []
        line = Line(
            channel=channel.name,
            chat_id=message.chat.id,
            message_id=message.message_id,
            at=message.date,
            ours=ours,
            html=html,
            buttons=[[{"text": b.text, "data": b.callback_data or ""} for b in r] for r in rows],
            file_id=file_id,
        )
        async with self.store.sessions() as db, db.begin():
            await conversations.record(db, [line])


@dataclass
class Running:
    """The server, and where it is."""

    site: Site
    url: str
    office: FixedOffice
    stopping: asyncio.Event

    @property
    def host(self) -> str:
        """`127.0.0.1:54321`."""
        return self.url.removeprefix("http://")

    def visitor(self, cookies: httpx.Cookies | None = None) -> "Visitor":
        """Somebody with a browser of their own; with these cookies, one who was here before."""
        return Visitor(self, cookies)


@asynccontextmanager
async def running(
    store: Store,
    *,
    demo: bool = False,
    port: int = 0,
    proxies: Sequence[str] = (),
    clock: Clock | None = None,
    receive: Receive | None = None,
) -> AsyncGenerator[Running]:
    """A web chat that answers, until the end of the block: in a fixed way, or with `receive`."""
    clock = clock or system_clock()
    office = FixedOffice(store)
    site = Site(
        channel=open_webchat(store, clock),
        receive=receive or office,
        store=store,
        clock=clock,
        zone=VIETNAM,
        office="Văn phòng UBND tỉnh Thử Nghiệm",
        is_demo=demo,
        personas=PERSONAS if demo else {},
    )
    stopping = asyncio.Event()
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        group.create_task(
            serve(
                build_app(site),
                host="127.0.0.1",
                port=port,
                listening=ready.set_result,
                stopping=stopping,
                proxies=proxies,
            )
        )
        try:
            yield Running(site, await ready, office, stopping)
        finally:
            stopping.set()


class Visitor:
    """A browser: a cookie, and pages."""

    def __init__(self, web: Running, cookies: httpx.Cookies | None = None) -> None:
        self.web = web
        self.headers = {"origin": web.url}
        self.http = httpx.AsyncClient(base_url=web.url, headers=self.headers, cookies=cookies)

    async def __aenter__(self) -> Self:
        (await self.http.post("/chat/visitor")).raise_for_status()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.http.aclose()

    @asynccontextmanager
    async def page(self, query: str = "") -> AsyncGenerator["Page"]:
        """An open page."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())
        address = f"ws://{self.web.host}/chat/socket{query}"
        headers = self.headers | ({"cookie": cookies} if cookies else {})
        async with connect(address, additional_headers=headers) as socket:
            yield Page(socket)


class Page:
    """What a page hears and says."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    async def send(self, frame: object) -> None:
        await self.socket.send(json.dumps(frame, ensure_ascii=False))

    async def hear(self, kind: str, **facts: object) -> dict[str, Any]:
        """The next frame of a kind, with these facts; others are passed over."""
        async with asyncio.timeout(5):
            while True:
                frame: dict[str, Any] = json.loads(await self.socket.recv())
                if frame["kind"] == kind and facts.items() <= frame.items():
                    return frame

    async def ask(self, text: str) -> dict[str, Any]:
        """Say it; what is answered, once all is written down."""
        await self.send({"text": text})
        answer = await self.hear("line", ours=True)
        await self.hear("typing", on=False)
        return answer

    async def history(self) -> list[str]:
        """The words of the next history frame."""
        return [line["html"] for line in (await self.hear("history"))["lines"]]
