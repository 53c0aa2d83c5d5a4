"""A photo becomes words before anything is written down: the code on a receipt, or what it is not.

A picture is held in memory while it is read, in a thread, and then it is gone. What its codes say
leaves this file only where it is a dossier's code: of an identity card nothing but that it is one.
"""

import asyncio
import logging
import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import zxingcpp
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message, Update
from aiohttp import ClientError
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from handlers.pictures import Picture
from handlers.understanding import deep_links
from handlers.understanding.codes.finding import find_codes
from handlers.understanding.codes.found import CodeKind

log = logging.getLogger(__name__)
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
SMALL = 4_000_000  # pixels, up to which a picture is looked at enlarged as well
WITHIN = 20.0  # seconds, to fetch and to read
FORMATS = ("JPEG", "PNG", "WEBP")
AT_ONCE = 2  # a picture takes a tenth of a second and some megabytes

_IDENTITY = re.compile(r"\s*\d{12}\|")  # the QR of a căn cước begins with its number
_SEPARATORS = re.compile(r"[^\w.-]+")  # of an address, a list: “…/tra-cuu?ma=H37…”
Codes = tuple[str, ...]
"""Of dossiers, as they are printed, each once."""

NOT_FETCHED = (TelegramAPIError, ClientError, TimeoutError, OSError, NotImplementedError)
"""What a channel may say instead of giving a file."""


class TooBigError(Exception):
    """A picture beyond what is taken into memory."""


class Bounded(BytesIO):
    """Takes so many bytes and no more, whatever size was announced."""

    @property
    def most(self) -> int:
        """How many."""
        return MOST_BYTES

    def write(self, data: object, /) -> int:
        """TooBigError once there would be more than may be taken."""
        if self.tell() + len(data) > self.most:  # type: ignore[arg-type]
            raise TooBigError
        return super().write(data)  # type: ignore[arg-type]


class Pictures:
    """Reads pictures, a few at a time."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)

    async def read(
        self, bot: Bot, update: Update, *, now: datetime
    ) -> tuple[Update, Picture | None, Codes]:
        """The update without its picture, what the picture was, and of which codes to choose one.

        The code of a dossier becomes words, as if it had been typed before what stands under the
        picture; several are to be chosen from. Of an identity card nothing is passed on. Any
        other update stays as it is.
        """
        message = update.message
        file_id = _picture_in(message) if message else None
        if message is None or file_id is None:
            return update, None, ()
        seen: Picture | Codes
        try:
            async with asyncio.timeout(WITHIN), self._places:
                with Bounded() as content:
                    await bot.download(file_id, content, timeout=int(WITHIN))
                    seen = await asyncio.to_thread(look, content, now)
        except TooBigError:
            seen = Picture.TOO_BIG
        except NOT_FETCHED as trouble:
            log.warning("a picture could not be fetched: %s", type(trouble).__name__)
            seen = Picture.NOT_FETCHED
        if isinstance(seen, Picture):
            return _with_words(update, message, None), seen, ()
        if len(seen) > 1:
            return _with_words(update, message, None), Picture.SEVERAL_CODES, seen
        return _with_words(update, message, f"{seen[0]} {message.caption or ''}".strip()), None, ()


def look(content: BytesIO, now: datetime) -> Picture | Codes:
    """The codes of dossiers in the picture, or what the picture is instead. Takes its time.

    An address in a code is words like any others: nothing is ever fetched from it.
    """
    try:
        with Image.open(content, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return Picture.TOO_BIG
            texts = _texts_in(picture.convert("L"))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return Picture.NO_CODE
    if any(_IDENTITY.match(text) for text in texts):
        return Picture.IDENTITY_CARD
    codes = (_dossier_in(text, now) for text in texts)
    return tuple(dict.fromkeys(filter(None, codes))) or Picture.NO_CODE


def _texts_in(grey: Image.Image) -> list[str]:
    """What its codes say. Looked at in other ways only as long as none was found."""
    for version in _versions(grey):
        if found := zxingcpp.read_barcodes(version):
            return [code.text for code in found]
    return []


def _versions(grey: Image.Image) -> Iterator[Image.Image]:
    """As it is; brighter, if it was dim; larger and sharper, if small or unsteady; turned.

    The reader finds a QR code at any angle, and bars only when they stand nearly upright.
    """
    yield grey
    bright = ImageOps.autocontrast(grey, cutoff=1)
    yield bright
    if grey.width * grey.height <= SMALL:
        larger = grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.BICUBIC)
        yield larger.filter(ImageFilter.UnsharpMask(radius=4, percent=200, threshold=0))
    for angle in (30, 60, 45):
        yield bright.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=200)


def _dossier_in(text: str, now: datetime) -> str:
    words = deep_links.in_address(text) or _SEPARATORS.sub(" ", text)
    found = find_codes(words, now)
    return next((code.printed for code in found if code.kind is CodeKind.DOSSIER), "")


def _picture_in(message: Message) -> str | None:
    """The largest of a photo's sizes that may be taken, or a file that is a picture."""
    if message.photo:
        sizes = [one for one in message.photo if (one.file_size or 0) <= MOST_BYTES]
        return max(sizes or message.photo, key=lambda one: one.width * one.height).file_id
    file = message.document
    return file.file_id if file and (file.mime_type or "").startswith("image/") else None


def _with_words(update: Update, message: Message, words: str | None) -> Update:
    without = {
        "photo": None,
        "document": None,
        "caption": None,
        "caption_entities": None,
        "text": words,
    }
    return update.model_copy(update={"message": message.model_copy(update=without)})
