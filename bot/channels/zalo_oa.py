"""A Zalo Official Account: real buttons, at most five; uploads; nothing is edited or styled.

What it may say and when: 48 hours after somebody's last word for free, seven days for money, and
after that only by a template that was approved beforehand.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.methods import EditMessageText, SendDocument, SendMessage, SendPhoto
from aiogram.types import InlineKeyboardButton, Message

from bot.channels import MEGABYTE, Capabilities, Channel
from bot.channels.options import laid_out
from bot.channels.split import split
from bot.channels.zalo import pictures, updates
from bot.channels.zalo.handing import Handing
from bot.channels.zalo.http import Answer
from bot.channels.zalo.oa_client import OaClient
from bot.channels.zalo.plain import plain
from bot.channels.zalo.refusals import Meaning, RefusedError
from bot.channels.zalo.session import ZaloSession, chat_of, content_and_name
from handlers.reach import within
from handlers.replies import RequestContact
from scheduler.clock import Clock

log = logging.getLogger(__name__)
NAME = "zalo_oa"
TOKEN = "104:zalo_oa"  # aiogram keys conversations by the number before the colon
MOST_TEXT = 2000
CAN = Capabilities(
    max_text=MOST_TEXT,
    max_caption=MOST_TEXT,
    keeps_own_history=True,
    leaves_the_office=True,
    sends_again=True,
    edits=False,
    styles=False,
    max_buttons=5,
    files=("pdf", "doc", "docx"),
    max_file=5 * MEGABYTE,
    max_picture=MEGABYTE,
    reach=within(days=2),
)
PAID_REACH = within(days=7)
LONGEST_TITLE, LONGEST_SUBTITLE = 100, 500


class ZaloOa(ZaloSession):
    """Says things by an Official Account. A tap comes back as words, which name the message."""

    def __init__(
        self, clock: Clock, client: OaClient, handing: Handing, *, contact_image: str = ""
    ) -> None:
        super().__init__(NAME, clock, client.http, handing)
        self.client = client
        self.contact_image = contact_image
        self.renderers[RequestContact] = self._ask_contact

    async def knock(self, chat_id: int, title: str, day: date, *, template_id: str) -> None:
        """Tell by a template that there is something: its title and day, nothing of a record."""
        data = {"noi_dung": title, "ngay": f"{day:%d/%m/%Y}"}
        await self.client.by_template(str(chat_id), template_id, data)

    async def close(self) -> None:
        """A pair of tokens that is being fetched is waited for."""
        await self.client.tokens.close()
        await super().close()

    async def _message(self, bot: Bot, method: SendMessage | EditMessageText) -> Message:
        shown = self.sent(bot, chat_of(method), text=method.text)
        buttons = [_button(b, shown) for b in laid_out(method.reply_markup, CAN).pressed]
        *before, last = [*split(plain(method.text or ""), MOST_TEXT)] or [""]
        for part in before:
            await self._say(method, {"text": part})
        await self._say(method, {"text": last, **_template(buttons)})
        return shown

    async def _ask_contact(self, bot: Bot, method: RequestContact) -> Message:
        form = {
            "title": method.reply_markup.keyboard[0][0].text[:LONGEST_TITLE],
            "subtitle": plain(method.text)[:LONGEST_SUBTITLE],
            "image_url": self.contact_image,
        }
        payload = {"template_type": "request_user_info", "elements": [form]}
        await self._say(method, {"attachment": {"type": "template", "payload": payload}})
        return self.sent(bot, chat_of(method), text=method.text)

    async def _photo(self, bot: Bot, method: SendPhoto) -> Message:
        content, name = await content_and_name(bot, method)
        shown = self.sent(bot, chat_of(method), caption=method.caption)
        try:
            small, ending = await asyncio.to_thread(pictures.fitting, content, CAN.max_picture)
        except (pictures.TooLargeError, OSError, ValueError):
            await self._instead(method, shown, name, content)
            return shown
        stem = name.rpartition(".")[0] or "anh"

        async def send() -> None:
            kept = await self.client.upload(method, "image", f"{stem}.{ending}", small)
            media = {"media_type": "image", "attachment_id": kept["attachment_id"]}
            picture = {
                "type": "template",
                "payload": {"template_type": "media", "elements": [media]},
            }
            await self._say(method, {"text": plain(method.caption or ""), "attachment": picture})

        if not await self._uploaded(send):
            await self._instead(method, shown, name, content)
        elif method.reply_markup:
            await self._say(method, self._buttons_alone(method, shown))
        return shown

    async def _document(self, bot: Bot, method: SendDocument) -> Message:
        content, name = await content_and_name(bot, method)
        shown = self.sent(bot, chat_of(method), caption=method.caption)
        taken = name.rpartition(".")[2].lower() in (CAN.files or ())
        if not taken or len(content) > CAN.max_file:
            await self._instead(method, shown, name, content)
            return shown
        # Nothing may stand beside a file: its words go before it.
        words = {"text": plain(method.caption or name), **self._buttons_of(method, shown)}
        await self._say(method, words)

        async def send() -> None:
            kept = await self.client.upload(method, "file", name, content)
            file = {"type": "file", "payload": {"token": kept["token"]}}
            await self._say(method, {"attachment": file})

        if not await self._uploaded(send):
            await self._say(method, {"text": plain(await self._link(method, name, content))})
        return shown

    async def _uploaded(self, send: Callable[[], Awaitable[None]]) -> bool:
        """Upload and say it; once more if what was uploaded is gone. False if it is not taken."""
        for again in (True, False):
            try:
                await send()
                return True
            except RefusedError as refused:
                if again and refused.meaning is Meaning.EXPIRED:
                    continue
                if refused.meaning in (Meaning.KIND, Meaning.TOO_LONG, Meaning.FAULT):
                    log.warning("Zalo OA takes no such file: %s", refused.code)
                    return False
                raise
        raise AssertionError("the second try was the last")

    async def _instead(
        self, method: SendPhoto | SendDocument, shown: Message, name: str, content: bytes
    ) -> None:
        """A link in place of the file."""
        words = plain(await self._in_words(method, name, content))
        await self._say(method, {"text": words, **self._buttons_of(method, shown)})

    def _buttons_of(self, method: SendPhoto | SendDocument, shown: Message) -> Answer:
        return _template([_button(b, shown) for b in laid_out(method.reply_markup, CAN).pressed])

    def _buttons_alone(self, method: SendPhoto, shown: Message) -> Answer:
        return {"text": "…", **self._buttons_of(method, shown)}

    async def _say(self, method: Any, message: Answer) -> None:
        await self.client.say(method, str(chat_of(method)), message)


def open_zalo_oa(
    client: OaClient,
    clock: Clock,
    handing: Handing,
    *,
    template_id: str = "",
    paid: bool = False,
    contact_image: str = "",
) -> Channel:
    """The channel; nothing is connected yet. `paid`: also from 48 hours to seven days."""
    session = ZaloOa(clock, client, handing, contact_image=contact_image)
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    reach = PAID_REACH if paid else CAN.reach
    can = replace(CAN, reach=reach, asks_contact=bool(contact_image))

    async def knock(chat_id: int, title: str, day: date) -> None:
        await session.knock(chat_id, title, day, template_id=template_id)

    return Channel(name=NAME, bot=bot, can=can, knock=knock if template_id else None)


def _button(button: InlineKeyboardButton, shown: Message) -> Answer:
    title = button.text[:LONGEST_TITLE]
    if button.url:
        return {"title": title, "type": "oa.open.url", "payload": {"url": button.url}}
    data = updates.tap(shown.message_id, button.callback_data or "")
    return {"title": title, "type": "oa.query.hide", "payload": data}


def _template(buttons: list[Answer]) -> Answer:
    if not buttons:
        return {}
    return {"attachment": {"type": "template", "payload": {"buttons": buttons}}}
