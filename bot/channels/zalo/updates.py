"""What an Official Account's events say, as the updates that Telegram would have sent.

Ids are hashes of Zalo's own, so that an event that is brought again is known again.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

Raw = dict[str, Any]
TAP = re.compile(r"#(\d{1,19}):(.{1,64})", re.DOTALL)
PICTURES = ("user_send_image", "user_send_gif")
OTHER_THINGS = ("sticker", "audio", "video", "link", "location", "business_card")
MOST_DATE = 2**31 - 1


def number_of(*parts: str) -> int:
    """A number for a name that is none: 62 bits of a hash, so that nobody is given another's."""
    said = "\x1f".join(parts).encode()
    return int.from_bytes(hashlib.sha256(said).digest()[:8]) >> 2


def tap(message_id: int, data: str) -> str:
    """What a button sends: which message it was under, and what it carries."""
    return f"#{message_id}:{data}"


def update_of(event: Mapping[str, Any], bot_id: int) -> Raw | None:
    """An event of the webhook as an update; None for what asks for nothing.

    Taps come as text and are presses, so they are believed only if that button was offered. What
    the account itself says comes back as `oa_…` and is nobody's question.
    """
    name = str(event.get("event_name", ""))
    sender = event.get("follower") or event.get("sender") or {}
    user_id = str(sender.get("id", "") if isinstance(sender, dict) else "")
    if not user_id.isdecimal() or int(user_id) >= 2**63:
        return None
    said = event.get("message")
    message: Mapping[str, Any] = said if isinstance(said, dict) else {}
    milliseconds = str(event.get("timestamp", ""))
    date = min(int(milliseconds) // 1000, MOST_DATE) if milliseconds.isdecimal() else 0
    number = number_of(str(message.get("msg_id") or f"{name} {user_id} {milliseconds}"))
    who = _Who(int(user_id), date, number)
    if name == "unfollow":
        return who.gone(bot_id)
    if name == "follow":
        return who.says(text="/start", entities=[_COMMAND])
    if name == "user_submit_info":
        return _contact(who, event.get("info"))
    if name == "user_send_text" and (pressed := TAP.fullmatch(str(message.get("text", "")))):
        return who.pressed(int(pressed[1]), pressed[2], bot_id)
    content = _content(name, message)
    return who.says(**content) if content else None


_COMMAND = {"type": "bot_command", "offset": 0, "length": len("/start")}


class _Who:
    """Somebody, when they did something, and its number."""

    def __init__(self, user_id: int, date: int, number: int) -> None:
        self.date = date
        self.number = number
        self.chat = {"id": user_id, "type": "private"}
        self.user = {"id": user_id, "is_bot": False, "first_name": "?"}

    def says(self, **content: Any) -> Raw:
        return {"update_id": self.number, "message": self._message(**content)}

    def pressed(self, message_id: int, data: str, bot_id: int) -> Raw:
        shown = {
            "message_id": message_id,
            "date": self.date or 1,
            "chat": self.chat,
            "from": {"id": bot_id, "is_bot": True, "first_name": "?"},
        }
        press = {
            "id": str(self.number),
            "from": self.user,
            "chat_instance": str(self.chat["id"]),
            "message": shown,
            "data": data,
        }
        return {"update_id": self.number, "callback_query": press}

    def gone(self, bot_id: int) -> Raw:
        """They follow us no more: as on Telegram, when somebody blocks a bot."""
        us = {"id": bot_id, "is_bot": True, "first_name": "?"}
        change = {
            "chat": self.chat,
            "from": self.user,
            "date": self.date,
            "old_chat_member": {"status": "member", "user": us},
            "new_chat_member": {"status": "kicked", "user": us, "until_date": 0},
        }
        return {"update_id": self.number, "my_chat_member": change}

    def _message(self, **content: Any) -> Raw:
        return {
            "message_id": self.number,
            "date": self.date,
            "chat": self.chat,
            "from": self.user,
            **content,
        }


def _contact(who: _Who, info: object) -> Raw | None:
    """Their own telephone number, as they gave it in Zalo's form."""
    phone = str(info.get("phone", "")) if isinstance(info, dict) else ""
    if not phone.lstrip("+").isdecimal():
        return None
    number = "+" + phone.lstrip("+")
    return who.says(contact={"phone_number": number, "first_name": "?", "user_id": who.user["id"]})


def _content(name: str, message: Mapping[str, Any]) -> Raw:
    text = str(message.get("text") or "")
    attached = _first(message)
    link = str(attached.get("url") or "")
    if name in PICTURES and link:
        facts = {"file_id": link, "file_unique_id": str(number_of(link)), "width": 0, "height": 0}
        return {"photo": [facts], **({"caption": text} if text else {})}
    if name == "user_send_file" and link:
        document = {
            "file_id": link,
            "file_unique_id": str(number_of(link)),
            "file_name": str(attached.get("name") or "file"),
        }
        size = str(attached.get("size") or "")
        return {"document": document | ({"file_size": int(size)} if size.isdecimal() else {})}
    if name.removeprefix("user_send_") in OTHER_THINGS:
        return {"text": text} if text else {"sticker": _STICKER}
    return {"text": text} if text else {}


_STICKER = {
    "file_id": "?",
    "file_unique_id": "?",
    "type": "regular",
    "width": 0,
    "height": 0,
    "is_animated": False,
    "is_video": False,
}


def _first(message: Mapping[str, Any]) -> Mapping[str, Any]:
    attachments = message.get("attachments")
    first = attachments[0] if isinstance(attachments, list) and attachments else {}
    payload = first.get("payload") if isinstance(first, dict) else {}
    return payload if isinstance(payload, dict) else {}
