"""People who send photos: papers with codes on them, as a telephone takes them."""

from collections.abc import AsyncGenerator
from io import BytesIO
from typing import Any

import zxingcpp
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.methods import GetFile
from aiogram.types import File
from PIL import Image, ImageFilter

from bot.channels import Channel
from bot.channels.console import CAN, NAME, TOKEN, ConsoleSession
from scheduler.clock import Clock

QR, BARS = zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128


def printed(text: str, kind: zxingcpp.BarcodeFormat = QR, *, scale: int = 4) -> Image.Image:
    """A code as a printer puts it on paper; `scale`: dots a module."""
    drawn: Any = zxingcpp.create_barcode(text, kind).to_image(scale=scale)
    height, width = drawn.shape
    return Image.frombytes("L", (width, height), memoryview(drawn).tobytes())


def photo(
    *codes: Image.Image,
    size: tuple[int, int] = (1280, 960),
    turned: float = 7,
    light: float = 1.0,
    blur: float = 1.0,
) -> bytes:
    """A photo of a paper with these codes on it: askew, not quite sharp, on a grey table."""
    paper = Image.new("L", size, 205)
    for at, code in enumerate(codes):
        paper.paste(code, (120 + 560 * at, 180))
    askew = paper.rotate(turned, expand=True, fillcolor=120).filter(ImageFilter.GaussianBlur(blur))
    content = BytesIO()
    askew.point(lambda value: int(value * light)).convert("RGB").save(content, "JPEG", quality=60)
    return content.getvalue()


class CameraSession(ConsoleSession):
    """The console, to which photos can be sent as well."""

    def __init__(self, clock: Clock, channel: str = NAME) -> None:
        super().__init__(clock, channel)
        self.photos: dict[str, bytes] = {}
        self.renderers[GetFile] = self._file_of

    async def _file_of(self, _bot: Bot, method: GetFile) -> File:
        number = method.file_id
        return File(file_id=number, file_unique_id=number, file_path=number)

    async def stream_content(self, url: str, *_more: Any, **_facts: Any) -> AsyncGenerator[bytes]:
        """The bytes of a photo, by the number that ends its address."""
        yield self.photos[url.rpartition("/")[2]]


def open_camera(clock: Clock) -> Channel:
    """The console as a channel, with a camera."""
    session = CameraSession(clock)
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    return Channel(name=NAME, bot=bot, can=CAN)


def photo_of(session: CameraSession, text: str) -> list[dict[str, Any]]:
    """A photo of a paper with a QR code, as Telegram would announce it."""
    number = f"photo{len(session.photos)}"
    session.photos[number] = photo(printed(text), size=(420, 420))
    return [{"file_id": number, "file_unique_id": number, "width": 420, "height": 420}]
