"""Asking Zalo over HTTP: one connection pool, answers that are JSON whatever they say they are.

What goes wrong on the way is told by its kind alone: addresses carry tokens.
"""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any
from urllib.parse import urlsplit

from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import GetFile, GetMe, TelegramMethod
from aiohttp import ClientError, ClientSession, ClientTimeout, FormData

PATIENCE = ClientTimeout(total=30)
UNREADABLE = (ClientError, TimeoutError, OSError, ValueError)
FILE_HOSTS = ("zdn.vn", "zadn.vn", "zalo.me", "zaloapp.com", "zaloplatforms.com")

Answer = dict[str, Any]


class FileGoneError(TelegramBadRequest):
    """A file that somebody sent is not there any more, or lies where we do not look."""


class Http:
    """Opened when it is first needed. `home` is a server of the tests, or one in between."""

    def __init__(self, home: str, file_hosts: tuple[str, ...] = FILE_HOSTS) -> None:
        self._home = urlsplit(home)
        self._hosts = file_hosts
        self._session: ClientSession | None = None

    async def post(
        self,
        address: str,
        *,
        about: TelegramMethod[Any] | None = None,
        headers: dict[str, str] | None = None,
        json: Any = None,
        data: FormData | dict[str, str] | None = None,
        seconds: float | None = None,
    ) -> Answer:
        """What is answered. TelegramNetworkError if nothing is, or nothing that can be read."""
        timeout = ClientTimeout(total=seconds) if seconds else PATIENCE
        method = about or GetMe()
        try:
            async with self._open().post(
                address, headers=headers, json=json, data=data, timeout=timeout
            ) as response:
                answer = await response.json(content_type=None)
        except UNREADABLE as trouble:
            raise TelegramNetworkError(method, type(trouble).__name__) from None
        if not isinstance(answer, dict):
            raise TelegramNetworkError(method, "unreadable")
        return answer

    async def get(self, address: str, *, headers: dict[str, str]) -> Answer:
        """The same for what is only read."""
        try:
            async with self._open().get(address, headers=headers, timeout=PATIENCE) as response:
                answer = await response.json(content_type=None)
        except UNREADABLE as trouble:
            raise TelegramNetworkError(GetMe(), type(trouble).__name__) from None
        return answer if isinstance(answer, dict) else {}

    async def content(self, address: str, chunk: int) -> AsyncGenerator[bytes, None]:
        """The bytes of a file that somebody sent. FileGoneError where it is not, or may not be."""
        method = GetFile(file_id="")
        if not self.may_fetch(address):
            raise FileGoneError(method, "the file lies on a host that is not Zalo's")
        try:
            async with self._open().get(
                address, allow_redirects=False, timeout=PATIENCE
            ) as response:
                if response.status != 200:
                    raise FileGoneError(method, f"the file is gone ({response.status})")
                async for part in response.content.iter_chunked(chunk):
                    yield part
        except (ClientError, TimeoutError) as trouble:
            raise TelegramNetworkError(method, type(trouble).__name__) from None

    def may_fetch(self, address: str) -> bool:
        """Only from Zalo's own hosts, or anybody could have us look into the office's network."""
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
        except ValueError:  # no address at all
            return False
        if parts.scheme == "http":
            return self._home.scheme == "http" and parts.netloc == self._home.netloc
        theirs = any(host == one or host.endswith(f".{one}") for one in self._hosts)
        return parts.scheme == "https" and theirs and port in (None, 443)

    async def close(self) -> None:
        """Give the connections back."""
        if self._session:
            await self._session.close()
            await asyncio.sleep(0)  # lets them close

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession()
        return self._session
