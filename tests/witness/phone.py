"""Somebody who talks to a bot over telegram-test-api, by the part of it that is for people."""

import asyncio
import json
import time
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession

PATIENCE = 60  # seconds, on a busy machine

Message = dict[str, Any]


class Phone:
    """One private chat with the bot. Whatever fails while it is open tells the whole conversation.

    A message of the bot's that is changed in place is heard again, like a new one.
    """

    def __init__(self, http: ClientSession, emulator: str, token: str, chat_id: int) -> None:
        self.http = http
        self.emulator = emulator
        self.token = token
        self.person = {"id": chat_id, "is_bot": False, "first_name": "Hoa"}
        self.chat = {"id": chat_id, "type": "private", "first_name": "Hoa"}
        self.shown: dict[int, Message] = {}
        self.transcript: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        trouble: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        if trouble:
            trouble.add_note("\n".join(["The conversation:", *self.transcript]))

    async def say(self, words: str) -> str:
        """Type something; what the bot then says."""
        self.transcript.append(f"> {words}")
        await self._tell("sendMessage", self._now() | {"text": words})
        return await self._heard()

    async def press(self, label: str) -> str:
        """Press the newest button of this label; what the bot then says."""
        self.transcript.append(f"> [{label}]")
        number, data = next(
            (number, button["callback_data"])
            for number in sorted(self.shown, reverse=True)
            for button in _buttons(self.shown[number])
            if button["text"] == label
        )
        under = {"message_id": number, "text": self.shown[number]["text"], **self._now()}
        await self._tell("sendCallback", self._now() | {"message": under, "data": data})
        return await self._heard()

    async def _heard(self) -> str:
        """Every text that is new or has changed, as soon as there is one."""
        async with asyncio.timeout(PATIENCE):
            while not (new := await self._new()):  # noqa: ASYNC110 - it can only be asked
                await asyncio.sleep(0.05)
        for message in new:
            labels = "".join(f" [{button['text']}]" for button in _buttons(message))
            self.transcript.append(f"{message['text']}\n{labels}".rstrip())
        return "\n---\n".join(str(message["text"]) for message in new)

    async def _new(self) -> list[Message]:
        """Of the messages that the bot put into this chat; others of its chats are not ours."""
        said = await self._tell("getUpdatesHistory", {"token": self.token})
        ours = {
            one["messageId"]: one["message"]
            for one in said
            if str(one.get("message", {}).get("chat_id")) == str(self.chat["id"])
        }
        before, self.shown = self.shown, ours
        return [
            message
            for number, message in sorted(ours.items())
            if number not in before or message["text"] != before[number]["text"]
        ]

    async def _tell(self, what: str, said: dict[str, Any]) -> Any:
        async with self.http.post(f"{self.emulator}/{what}", json=said) as reply:
            return json.loads(await reply.text())["result"]

    def _now(self) -> dict[str, Any]:
        return {
            "botToken": self.token,
            "from": self.person,
            "chat": self.chat,
            "date": int(time.time()),
        }


def _buttons(message: Message) -> Iterator[Message]:
    """In reading order."""
    for row in (message.get("reply_markup") or {}).get("inline_keyboard", []):
        yield from row
