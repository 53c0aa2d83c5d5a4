"""What a web chat is made of: the value that its routes and sockets share."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from aiogram.types import Update
from fastapi import Request, Response

from bot.channels import Channel
from bot.channels.webchat import WebChat
from bot.middleware import Turn
from scheduler.clock import Clock
from storage.engine import Store

Door = Callable[[Request], Awaitable[Response]]
"""Takes what a messenger brings."""


class Receive(Protocol):
    """Takes one update and answers it on its channel; returns when the answer is out."""

    async def __call__(self, channel: Channel, update: Update, /, address: str = "") -> Turn | None:
        """`address` is the network it came from."""


@dataclass(frozen=True, kw_only=True)
class PersonaLabel:
    """Somebody the visitor of a demonstration may be, and how the page names them."""

    person_id: int
    vi: str
    en: str


@dataclass(frozen=True, kw_only=True)
class Site:
    """One office's web chat. `personas` are offered in a demonstration only; the first is the
    one a new visitor is. Elsewhere a visitor is a stranger until their account is linked."""

    channel: Channel
    receive: Receive
    store: Store
    clock: Clock
    zone: ZoneInfo
    office: str
    opening: Mapping[str, str] = field(default_factory=dict)  # the first line, by language
    secret: str = ""  # keys the hashes of visitors; with another one nobody is recognised
    session_lasts: timedelta = timedelta(hours=8)  # without a word or a press
    wake: Callable[[], None] = lambda: None  # tells the outbox that somebody can be reached
    doors: Mapping[str, Door] = field(default_factory=dict)  # by path: where messengers bring
    is_demo: bool = False
    personas: Mapping[str, PersonaLabel] = field(default_factory=dict)
    whose: dict[int, int | None] = field(default_factory=dict)  # the open pages, by their chats

    def __post_init__(self) -> None:
        if self.personas and not self.is_demo:
            raise ValueError("only a demonstration has personas")

    @property
    def webchat(self) -> WebChat:
        """The session behind the channel."""
        session = self.channel.bot.session
        if not isinstance(session, WebChat):
            raise TypeError("the channel of a site is a web chat")
        return session
