"""After the commit: the press is answered, the reply is sent, and what was shown is recorded."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardMarkup, Message, Update

from bot.channels import Channel
from bot.channels.split import split
from bot.middleware import Turn
from storage import conversations, messages
from storage.engine import Store
from storage.models import ChatLine

log = logging.getLogger(__name__)


@dataclass
class Sent:
    """What became of a reply: lines that were shown, words that could not be sent now."""

    lines: list[ChatLine] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)


async def send(channel: Channel, update: Update, methods: tuple[TelegramMethod[Any], ...]) -> Sent:
    """Send in order. Words that meet trouble wait in the outbox; a refusal for good ends it."""
    sent = Sent()
    if not channel.can.keeps_own_history:
        sent.lines += _said_by_person(channel, update)
    if update.callback_query:
        await _answer_press(channel, update)
    for method in _fitting(methods, channel.can.max_text):
        try:
            shown = await channel.bot(method)
        except TelegramForbiddenError:
            log.info("somebody on %s takes no more messages", channel.name)
            break
        except TelegramAPIError as trouble:
            log.warning("%s: a reply waits in the outbox: %s", channel.name, type(trouble).__name__)
            sent.unsaid += [method.text] if isinstance(method, SendMessage) else []
        else:
            if isinstance(shown, Message):
                sent.lines.append(line_of(channel, shown, method))
    return sent


async def record(store: Store, turn: Turn, sent: Sent, *, now: datetime) -> None:
    """Keep what was shown and offered, and what is still to be said, in one transaction."""
    if not sent.lines and not sent.unsaid:
        return
    async with store.sessions() as db, db.begin():
        await conversations.record(db, sent.lines)
        for words in sent.unsaid:
            await messages.postpone_reply(db, account_id=turn.account_id, words=words, now=now)


def line_of(
    channel: Channel,
    shown: Message,
    method: TelegramMethod[Any],
    outbox_id: int | None = None,
) -> ChatLine:
    """What is kept of a message of ours: its buttons always, its words where we keep them."""
    markup = getattr(method, "reply_markup", None)
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    html = getattr(method, "text", None) or getattr(method, "caption", None) or ""
    file = shown.document or (shown.photo[-1] if shown.photo else None)
    return ChatLine(
        channel=channel.name,
        chat_id=shown.chat.id,
        message_id=shown.message_id,
        ours=True,
        at=shown.date,
        html="" if channel.can.keeps_own_history else html,
        buttons=[
            [{"text": b.text, "data": b.callback_data} for b in row if b.callback_data]
            for row in rows
        ],
        file_id=file.file_id if file and not channel.can.keeps_own_history else None,
        outbox_id=outbox_id,
    )


def _said_by_person(channel: Channel, update: Update) -> Iterator[ChatLine]:
    message = update.message
    if message and message.text:
        yield ChatLine(
            channel=channel.name,
            chat_id=message.chat.id,
            message_id=message.message_id,
            ours=False,
            at=message.date,
            html=message.html_text,
        )


def _fitting(methods: tuple[TelegramMethod[Any], ...], most: int) -> Iterator[TelegramMethod[Any]]:
    """The methods, with texts that are too long cut into several; buttons stay on the last."""
    for method in methods:
        if not isinstance(method, SendMessage) or len(method.text) <= most:
            yield method
            continue
        *before, last = split(method.text, most)
        for part in before:
            yield method.model_copy(update={"text": part, "reply_markup": None})
        yield method.model_copy(update={"text": last})


async def _answer_press(channel: Channel, update: Update) -> None:
    """Ends the waiting sign on the button. Too old a press cannot be answered any more: no harm."""
    assert update.callback_query  # noqa: S101 - the caller looked
    try:
        await channel.bot(update.callback_query.answer())
    except TelegramAPIError as trouble:
        log.info("%s: a press could not be answered: %s", channel.name, type(trouble).__name__)
