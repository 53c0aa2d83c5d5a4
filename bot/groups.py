"""Groups: whoever asks there is answered in private, and the group reads one neutral line.

An answer in a group is read by everybody in it, whatever the rights of the person who asked. The
line is the same for everybody and whatever was asked or found, so it tells nothing; nothing that is
typed in a group is written down.
"""

import logging
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SendMessage
from aiogram.types import Chat, Message, MessageEntity, Update, User

from bot import push
from bot.channels import Channel
from bot.middleware import Turn
from bot.office import Office
from handlers.keyboards import link
from handlers.replies import message as message_to
from handlers.texts import Say, speak
from scheduler.clock import Clock
from storage import accounts, link_codes, links
from storage.accounts import Known
from storage.engine import Store
from storage.seals import Seal

log = logging.getLogger(__name__)
KINDS = (ChatType.GROUP, ChatType.SUPERGROUP)
LINE_AGAIN_AFTER = timedelta(minutes=1)
Place = tuple[str, int]  # a channel and a chat of it


@dataclass(kw_only=True)
class Groups:
    """What is done about a message in a group before anybody answers it."""

    store: Store
    clock: Clock
    zone: ZoneInfo
    office: Office
    seal: Seal
    _lines: dict[Place, datetime] = field(default_factory=dict)

    async def hear(self, channel: Channel, update: Update) -> Update | None:
        """The same question as a private one of its sender, if it is one for us.

        A link code is void from here on, whoever it was typed for: others have read it. Somebody
        who never opened us cannot be written to: the line of the group tells them how to.
        """
        message = update.message
        if message is None:
            return None
        sender = message.from_user
        spoilt = await self._spoil(message)
        if not (spoilt or is_for_us(message, channel.bot.id, self.office.telegram_name)):
            return None
        await self._say_line(channel, message)
        if sender is None or sender.is_bot:
            return None
        known = await self._known(channel, sender)
        if spoilt:
            await self._tell_spoilt(channel, sender, known)
            return None
        return as_private(update, message, sender, self.office.telegram_name) if known else None

    async def _spoil(self, message: Message) -> bool:
        """Whether a link code that still counted stood in it; it does not count any more."""
        codes = link_codes.every_in("\n".join((words_of(message), *_addresses_in(message))))
        if not codes:
            return False
        async with self.store.sessions() as db, db.begin():
            now = self.clock()
            return any(
                [await links.spoil(db, links.sealed(self.seal, code), now=now) for code in codes]
            )

    async def _known(self, channel: Channel, sender: User) -> Known | None:
        async with self.store.reading() as db:
            return await accounts.viewer_of(db, channel.name, sender.id, now=self.clock())

    async def _say_line(self, channel: Channel, message: Message) -> None:
        """At most once a minute in a group, in the topic that was written in."""
        now, place = self.clock(), (channel.name, message.chat.id)
        self._lines = {p: at for p, at in self._lines.items() if now - at < LINE_AGAIN_AFTER}
        if place in self._lines:
            return
        self._lines[place] = now
        topic = message.message_thread_id if message.is_topic_message else None
        line = the_line(message.chat.id, speak("vi", self.zone), self.office.telegram_name)
        try:
            await channel.bot(line.model_copy(update={"message_thread_id": topic}))
        except TelegramAPIError as trouble:
            log.info("%s: a group got no line: %s", channel.name, type(trouble).__name__)

    async def _tell_spoilt(self, channel: Channel, sender: User, known: Known | None) -> None:
        say = speak((known.viewer.language if known else None) or "vi", self.zone)
        account_id = known.account_id if known else None
        await push.say(
            channel,
            Update(update_id=0),
            (message_to(sender.id, say("group-code-void")),),
            store=self.store,
            turn=Turn(channel=channel.name, chat_id=sender.id, account_id=account_id),
            now=self.clock(),
        )


def the_line(chat_id: int, say: Say, name: str) -> SendMessage:
    """What a group reads, always the same; with the way to us for who never opened us."""
    way = [[link(say("group-button"), f"https://t.me/{name}")]] if name else []
    return message_to(chat_id, say("group-answered-in-private"), way)


def words_of(message: Message) -> str:
    """What was typed, also under a picture."""
    return message.text or message.caption or ""


def is_for_us(message: Message, bot_id: int, name: str) -> bool:
    """Our name stands in it, it is a command that is nobody else's, or it replies to us.

    `name` is ours, without the @.
    """
    before = message.reply_to_message
    if before and before.from_user and before.from_user.id == bot_id:
        return True
    words = words_of(message)
    command = re.match(r"/\w+(?:@(\w+))?(?=\s|$)", words)
    if command and command[1] is None:
        return True
    mentions = (e.user.id for e in _entities(message) if e.user)
    return bot_id in mentions or bool(name and _our_name(name).search(words))


def as_private(update: Update, message: Message, sender: User, name: str) -> Update:
    """The update as if its sender had written to us alone, without our name in it."""
    chat = Chat(id=sender.id, type=ChatType.PRIVATE, first_name=sender.first_name)
    alone: dict[str, object] = {
        "chat": chat,
        "reply_to_message": None,
        "message_thread_id": None,
        "entities": None,
        "caption_entities": None,
    }
    for part in ("text", "caption"):
        words = getattr(message, part)
        if words and name:
            alone[part] = _our_name(name).sub("", words).strip() or "/help"
    return update.model_copy(update={"message": message.model_copy(update=alone)})


def _our_name(name: str) -> re.Pattern[str]:
    return re.compile(rf"@{re.escape(name)}\b", re.IGNORECASE)


def _entities(message: Message) -> list[MessageEntity]:
    return [*(message.entities or ()), *(message.caption_entities or ())]


def _addresses_in(message: Message) -> list[str]:
    """Where words lead that are a link."""
    return [entity.url for entity in _entities(message) if entity.url]
