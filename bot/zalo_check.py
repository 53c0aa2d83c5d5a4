"""What works with the office's own Official Account: tried step by step, and told in sentences."""

import asyncio
from collections.abc import AsyncIterable, Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from aiogram.exceptions import TelegramAPIError
from aiogram.methods import GetMe
from PIL import Image

from bot.assistant import Assistant
from bot.channels import NotNowError, zalo_oa
from bot.channels.zalo.oa_client import OLD, WAY, OaClient
from bot.channels.zalo.refusals import RefusedError
from bot.messenger import SIGNED
from bot.opening import oa_client
from bot.settings import SettingsError
from handlers.texts import Say, Words, plain
from storage import channel_people

GOVERNMENT = "4"  # Zalo's number for an account of a state agency
A_PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
METHOD = GetMe()


class Step(StrEnum):
    """What is tried, in this order."""

    TEXT = "text"
    BUTTONS = "buttons"
    PICTURE = "picture"
    FILE = "file"
    CONTACT = "contact"


@dataclass(frozen=True)
class Trial:
    """One account, and somebody who takes what is tried."""

    client: OaClient
    to: str
    say: Say
    contact_image: str

    def of(self, step: Step) -> Callable[[], Awaitable[object]] | None:
        """How a step is tried; None where there is nothing to try."""
        if step is Step.CONTACT and not self.contact_image:
            return None
        tries: dict[Step, Callable[[], Awaitable[object]]] = {
            Step.TEXT: self._text,
            Step.BUTTONS: self._buttons,
            Step.PICTURE: self._picture,
            Step.FILE: self._file,
            Step.CONTACT: self._contact,
        }
        return tries[step]

    async def _text(self) -> None:
        await self._send({"text": plain(self.say("zalo-check-hello"))})

    async def _buttons(self) -> None:
        words = plain(self.say("zalo-check-hello"))
        button = {"title": "OK", "type": "oa.query.hide", "payload": "#1:check"}
        await self._send({"text": words, **_template({"buttons": [button]})})

    async def _picture(self) -> None:
        kept = await self.client.upload(METHOD, "image", "thu.png", _a_picture())
        media = {"media_type": "image", "attachment_id": kept["attachment_id"]}
        payload = {"template_type": "media", "elements": [media]}
        await self._send({"text": "", **_template(payload)})

    async def _file(self) -> None:
        kept = await self.client.upload(METHOD, "file", "thu.pdf", A_PAPER)
        await self._send({"attachment": {"type": "file", "payload": {"token": kept["token"]}}})

    async def _contact(self) -> None:
        form = {
            "title": plain(self.say("contact-button")),
            "subtitle": plain(self.say("contact-text")),
            "image_url": self.contact_image,
        }
        await self._send(_template({"template_type": "request_user_info", "elements": [form]}))

    async def _send(self, message: dict[str, object]) -> None:
        await self.client.say(METHOD, self.to, message)


async def check(office: Assistant, say: Say, to: str) -> AsyncIterable[Words]:
    """A line for each step. Without somebody to write to nothing is sent."""
    settings = office.settings
    if not settings.zalo_app_id:
        raise SettingsError("OFFICE_ZALO_APP_ID is not set: docs/connect-zalo.md says how.")
    client = oa_client(office)
    try:
        try:
            about = await client.about_us()
        except TelegramAPIError as trouble:
            yield say("zalo-check-no-token", why=_why(trouble))
            return
        yield say(
            "zalo-check-account",
            government="yes" if str(about.get("oa_type")) == GOVERNMENT else "no",
            verified="yes" if about.get("is_verified") else "no",
            package=str(about.get("package_name") or "?"),
        )
        async for line in _tried(client, say, to, settings.zalo_oa_contact_image):
            yield line
        signed = (await client.pins()).get(SIGNED)
        yield say("zalo-check-signed", way=signed) if signed else say("zalo-check-not-signed")
    finally:
        await client.tokens.close()
        await client.http.close()


async def _tried(client: OaClient, say: Say, to: str, contact_image: str) -> AsyncIterable[Words]:
    if not to:
        async with client.store.reading() as db:
            last = await channel_people.last_on(db, zalo_oa.NAME)
        yield say("zalo-check-nobody")
        if last and last.seen_at:
            yield say("zalo-check-last", number=last.external_id, at=last.seen_at)
        return
    trial = Trial(client, to, say, contact_image)
    for step in Step:
        attempt = trial.of(step)
        if attempt is None:
            yield say("zalo-check-left-out", step=step)
            continue
        try:
            await attempt()
            yield say("zalo-check-works", step=step)
        except TelegramAPIError as trouble:
            yield say("zalo-check-refused", step=step, why=_why(trouble))
            if step is Step.TEXT:
                yield say("zalo-check-use-the-page")
                return
        if step is Step.TEXT and (await client.pins()).get(WAY) == OLD:
            yield say("zalo-check-old-way")
        await asyncio.sleep(0)


def _why(trouble: TelegramAPIError) -> str:
    if isinstance(trouble, RefusedError):
        return str(trouble.code)
    if isinstance(trouble, NotNowError):
        return f"{trouble.reason} {trouble.code}".strip()
    return trouble.message


def _template(payload: Mapping[str, object]) -> dict[str, object]:
    return {"attachment": {"type": "template", "payload": payload}}


def _a_picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (64, 64), "white").save(written, "PNG")
    return written.getvalue()
