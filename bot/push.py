"""After the commit: the press is answered, the reply is sent, and what was shown is recorded."""

import asyncio
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
from storage.conversations import Line
from storage.engine import Store

log = logging.getLogger(__name__)


@dataclass
class Sent:
    """What became of a reply: lines that were shown, words that could not be said now."""

    lines: list[Line] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)


async def say(
    channel: Channel,
    update: Update,
    methods: tuple[TelegramMethod[Any], ...],
    *,
    store: Store,
    turn: Turn,
    now: datetime,
) -> None:
    """Send a reply and record what became of it, also when the program stops in the middle."""
    sent = Sent()
    try:
        await _send(channel, update, methods, sent)
    finally:
        await _record(store, turn, sent, now)


async def _send(
    channel: Channel, update: Update, methods: tuple[TelegramMethod[Any], ...], sent: Sent
) -> None:
    """Send in order. Words that meet trouble wait in the outbox, and what follows them too."""
    if not channel.can.keeps_own_history:
        sent.lines += _said_by_person(channel, update)
    left = [*fitting(methods, channel.can.max_text)]
    try:
        if update.callback_query:
            await _answer_press(channel, update)
        while left:
            shown = await channel.bot(left[0])
            method = left.pop(0)
            if isinstance(shown, Message):
                sent.lines.append(line_of(channel, shown, method))
    except TelegramForbiddenError:
        log.info("somebody on %s takes no more messages", channel.name)
    except (TelegramAPIError, asyncio.CancelledError) as trouble:
        log.warning("%s: a reply waits in the outbox: %s", channel.name, type(trouble).__name__)
        sent.unsaid += [words.text for words in left if isinstance(words, SendMessage)]
        if isinstance(trouble, asyncio.CancelledError):
            raise


async def _record(store: Store, turn: Turn, sent: Sent, now: datetime) -> None:
    """Keep what was shown and offered, and what is still to be said, in one transaction.

    Of an update of which nothing was kept, only the apology was left to say: it does not wait.
    """
    unsaid = sent.unsaid if turn.account_id else []
    if not sent.lines and not unsaid:
        return
    async with store.sessions() as db, db.begin():
        await conversations.record(db, sent.lines)
        if unsaid:
            # One message, which is cut again when it is sent: two might overtake one another.
            words = "\n".join(unsaid)
            await messages.postpone_reply(db, account_id=turn.account_id, words=words, now=now)


def line_of(
    channel: Channel,
    shown: Message,
    method: TelegramMethod[Any],
    outbox_id: int | None = None,
) -> Line:
    """What is kept of a message of ours: its buttons always, its words where we keep them."""
    markup = getattr(method, "reply_markup", None)
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    html = getattr(method, "text", None) or getattr(method, "caption", None) or ""
    file = shown.document or (shown.photo[-1] if shown.photo else None)
    return Line(
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


def _said_by_person(channel: Channel, update: Update) -> Iterator[Line]:
    message = update.message
    if message and message.text:
        yield Line(
            channel=channel.name,
            chat_id=message.chat.id,
            message_id=message.message_id,
            ours=False,
            at=message.date,
            html=message.html_text,
        )


def fitting(methods: tuple[TelegramMethod[Any], ...], most: int) -> Iterator[TelegramMethod[Any]]:
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
