"""What a Zalo Bot's events say, as the updates that Telegram would have sent.

Both shapes are read that occur: the event itself, and the event in an envelope.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.zalo.updates import MOST_DATE, Raw, number_of

PRIVATE = "PRIVATE"
MOST_NAME = 200  # characters of an id; more is none
UNSUPPORTED = "message.unsupported.received"  # a file, a film: that one came, and nothing of it


@dataclass(frozen=True, kw_only=True)
class Brought:
    """An update, and what its sender is called on Zalo, which is no number."""

    update: Raw
    external_id: str
    chat_id: int


def chat_of(external_id: str) -> int:
    """The number that aiogram knows somebody by."""
    return number_of("zalo bot", external_id)


def brought(event: Mapping[str, Any]) -> Brought | None:
    """None for what asks for nothing: a group, a bot, an event nobody knows."""
    inner = event.get("result")
    event = inner if isinstance(inner, dict) else event
    message = event.get("message")
    if not isinstance(message, dict) or not str(event.get("event_name", "")).startswith("message."):
        return None
    sender, chat = message.get("from"), message.get("chat")
    if not isinstance(sender, dict) or not isinstance(chat, dict):
        return None
    name, number = str(chat.get("id", "")), str(message.get("message_id", ""))
    private = str(chat.get("chat_type", PRIVATE)).upper() == PRIVATE
    if not private or sender.get("is_bot") or not number or not 0 < len(name) <= MOST_NAME:
        return None
    content = _content(message)
    if not content and event["event_name"] != UNSUPPORTED:
        return None
    chat_id = chat_of(name)
    said = {
        "message_id": number_of(number),
        "date": _seconds(message.get("date")),
        "chat": {"id": chat_id, "type": "private"},
        "from": {"id": chat_id, "is_bot": False, "first_name": "?"},
        **content,
    }
    update = {"update_id": number_of(number), "message": said}
    return Brought(update=update, external_id=name, chat_id=chat_id)


def _content(message: Mapping[str, Any]) -> Raw:
    link = message.get("photo") or message.get("photo_url")
    if isinstance(link, str) and link:
        facts = {"file_id": link, "file_unique_id": str(number_of(link)), "width": 0, "height": 0}
        caption = str(message.get("caption") or "")
        return {"photo": [facts], **({"caption": caption} if caption else {})}
    text = str(message.get("text") or "")
    if text:
        return {"text": text}
    if "sticker" in message or "voice_url" in message or "url" in message:
        return {"sticker": _STICKER}
    return {}


_STICKER = {
    "file_id": "?",
    "file_unique_id": "?",
    "type": "regular",
    "width": 0,
    "height": 0,
    "is_animated": False,
    "is_video": False,
}


def _seconds(milliseconds: object) -> int:
    said = str(milliseconds or "")
    return min(int(said) // 1000, MOST_DATE) if said.isdecimal() else 0
