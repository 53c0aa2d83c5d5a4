"""Files that visitors send: held in memory until they are looked at, never written anywhere."""

import secrets
from collections.abc import AsyncIterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from scheduler.clock import Clock

MOST_BYTES = 10 * 1024 * 1024
MOST_AT_ONCE = 16 * MOST_BYTES  # of all visitors together
HELD = timedelta(minutes=5)


PAPERS = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text/csv",
)


def kind_taken(content_type: str) -> str | None:
    """What the file is, if it is a picture, a PDF or a sheet; drawings in SVG are programs."""
    kind = content_type.partition(";")[0].strip().lower()
    is_picture = kind.startswith("image/") and kind != "image/svg+xml"
    return kind if is_picture or kind in PAPERS else None


class TooBigError(Exception):
    """The file has more bytes than are taken."""


class NoRoomError(Exception):
    """Others are sending so much just now that there is no room for another file."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """A file on its way to whoever looks at it."""

    content: bytes
    until: datetime


class Received:
    """The files of the last minutes, each under a number that nobody can guess."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._files: dict[str, Held] = {}
        self._coming = 0  # bytes that are being sent

    async def take(self, chunks: AsyncIterable[bytes], *, size: int) -> str:
        """Hold a file that says it has this size; gives its number.

        Raises:
            TooBigError: it has more than `MOST_BYTES`, or more than it says.
            NoRoomError: there is no room now.

        """
        if size > MOST_BYTES:
            raise TooBigError
        self.forget_old()
        if size + self._coming + self._held > MOST_AT_ONCE:
            raise NoRoomError
        self._coming += size
        try:
            content = bytearray()
            async for chunk in chunks:
                content += chunk
                if len(content) > size:
                    raise TooBigError
        finally:
            self._coming -= size
        number = secrets.token_urlsafe(24)
        self._files[number] = Held(content=bytes(content), until=self.clock() + HELD)
        return number

    def content(self, number: str) -> bytes | None:
        """The bytes of a file; None once it is forgotten."""
        self.forget_old()
        held = self._files.get(number)
        return held.content if held else None

    def forget_old(self) -> None:
        """Drop what was held long enough. Called every few seconds."""
        now = self.clock()
        self._files = {number: held for number, held in self._files.items() if held.until > now}

    @property
    def _held(self) -> int:
        return sum(len(held.content) for held in self._files.values())
