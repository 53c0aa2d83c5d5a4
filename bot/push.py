"""After the commit: the press is answered, the reply is sent, and what was shown is recorded."""

import asyncio
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Any

from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import (
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import InlineKeyboardMarkup, Message, Update

from bot.channels import Capabilities, Channel
from bot.channels.options import kept_rows, with_options, without_options
from bot.channels.session import ChannelSession
from bot.channels.split import split
from bot.middleware import Turn
from handlers.replies import InPlace, PutsFormAway, RequestContact
from handlers.texts import Say, speak
from scheduler.clock import VIETNAM
from storage import accounts, conversations, inbound, link_codes, messages
from storage.conversations import Line
from storage.engine import Store
from storage.models import MessageKind

log = logging.getLogger(__name__)
NOT_MODIFIED = "message is not modified"
IN_VIETNAMESE = speak("vi", VIETNAM)


@dataclass
class Sent:
    """What became of a reply: lines that were shown, words that could not be said now."""

    lines: list[Line] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    refused: bool = False  # the person takes no messages from us

    @property
    def reaches(self) -> bool:
        """Its first words were shown, or will be."""
        return bool(self.unsaid) or any(line.ours for line in self.lines)


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
    if turn.forgotten and isinstance(channel.bot.session, ChannelSession):
        channel.bot.session.empty(turn.chat_id)
    if not (channel.can.keeps_own_history or turn.in_group):
        sent.lines += _said_by_person(channel, update, turn)
    try:
        say = speak(turn.language, VIETNAM)
        await _send(channel, update, [*fitting(methods, channel.can, say)], say, sent)
    finally:
        await _record(store, turn, sent, now)


async def _send(
    channel: Channel, update: Update, left: list[TelegramMethod[Any]], say: Say, sent: Sent
) -> None:
    """Send in order. Words that meet trouble wait in the outbox, and what follows them too."""
    try:
        if update.callback_query:
            await _answer_press(channel, update)
        while left:
            shown = await _shown(channel, left[0])
            method = left.pop(0)
            if isinstance(shown, Message):
                sent.lines.append(line_of(channel, shown, method))
    except TelegramForbiddenError:
        log.info("somebody on %s takes no more messages", channel.name)
        sent.refused = True
    except (TelegramAPIError, asyncio.CancelledError) as trouble:
        log.warning("%s: a reply waits in the outbox: %s", channel.name, type(trouble).__name__)
        sent.unsaid += filter(None, (_words_of(one, channel.can, say) for one in left))
        if isinstance(trouble, asyncio.CancelledError):
            raise


def _words_of(method: TelegramMethod[Any], can: Capabilities, say: Say) -> str | None:
    """What can be said later, without its buttons; of a picture the words under it, which say
    the same.
    """
    match method:
        case RequestContact() | PutsFormAway():
            return None
        case SendMessage():
            return without_options(method.text, method.reply_markup, can, say)
        case SendPhoto(caption=str(words)):
            return without_options(words, method.reply_markup, can, say)
        case _:
            return None


async def _shown(channel: Channel, method: TelegramMethod[Any]) -> Any:
    """Send it; what was to take the place of another message is new where that cannot be."""
    if not isinstance(method, InPlace):
        return await channel.bot(method)
    if channel.can.edits:
        try:
            return await channel.bot(_edit(method))
        except TelegramBadRequest as refused:
            if NOT_MODIFIED in refused.message:
                return None  # it shows that already
            log.info("%s: a message could not be edited: %s", channel.name, refused.message)
    return await channel.bot(_anew(method))


def _edit(method: InPlace) -> EditMessageText:
    return EditMessageText(
        chat_id=method.chat_id,
        message_id=method.message_id,
        text=method.text,
        reply_markup=method.reply_markup
        if isinstance(method.reply_markup, InlineKeyboardMarkup)
        else None,
    )


def _anew(method: InPlace) -> SendMessage:
    return SendMessage(chat_id=method.chat_id, text=method.text, reply_markup=method.reply_markup)


async def _record(store: Store, turn: Turn, sent: Sent, now: datetime) -> None:
    """Keep what was shown and offered, and what is still to be said, in one transaction.

    It ends the update too: from here on it is answered. Of one of which nothing was kept, only
    the apology was left to say: it does not wait. Of a conversation that was just deleted, not
    even the end is written down.
    """
    lines = [] if turn.forgotten else sent.lines
    unsaid = sent.unsaid if turn.account_id and not turn.forgotten else []
    if not (lines or unsaid or sent.refused or turn.kept_as is not None):
        return
    async with store.sessions() as db, db.begin():
        await conversations.record(db, lines)
        if turn.opens and turn.account_id and sent.reaches:
            await accounts.mark_greeted(db, turn.account_id)
        if turn.kept_as is not None:
            await inbound.answered(db, turn.channel, turn.kept_as, now=now)
        if sent.refused:
            await accounts.mark_blocked(db, turn.channel, turn.chat_id, since=now)
        if unsaid:
            # One message, which is cut again when it is sent: two might overtake one another.
            words = link_codes.hidden("\n".join(unsaid))
            await messages.tell(
                db, kind=MessageKind.REPLY, account_id=turn.account_id, words=words, now=now
            )


def line_of(
    channel: Channel,
    shown: Message,
    method: TelegramMethod[Any],
    outbox_id: int | None = None,
) -> Line:
    """What is kept of a message of ours: its buttons always, its words where we keep them."""
    markup = getattr(method, "reply_markup", None)
    html = getattr(method, "text", None) or getattr(method, "caption", None) or ""
    file = shown.document or (shown.photo[-1] if shown.photo else None)
    return Line(
        channel=channel.name,
        chat_id=shown.chat.id,
        message_id=shown.message_id,
        ours=True,
        at=shown.date,
        html="" if channel.can.keeps_own_history else link_codes.hidden(html),
        buttons=kept_rows(markup, channel.can, unasked=outbox_id is not None),
        file_id=file.file_id if file and not channel.can.keeps_own_history else None,
        outbox_id=outbox_id,
    )


def _said_by_person(channel: Channel, update: Update, turn: Turn) -> Iterator[Line]:
    """Their words, without the digits that were given as a second fact: those are not kept."""
    message = update.message
    if message and (message.text or message.photo or message.document):
        words = message.html_text if turn.keeps is None else escape(turn.keeps, quote=False)
        yield Line(
            channel=channel.name,
            chat_id=message.chat.id,
            message_id=message.message_id,
            ours=False,
            at=message.date,
            html=link_codes.hidden(words),  # of a file only that it came
        )


def fitting(
    methods: Iterable[TelegramMethod[Any]],
    can: Capabilities,
    say: Say = IN_VIETNAMESE,
    *,
    unasked: bool = False,
) -> Iterator[TelegramMethod[Any]]:
    """The methods as this channel can show them: options that are no buttons stand in the words,
    and texts that are too long are cut into several; buttons stay on the last.

    Words that do not fit under a picture or a file follow it, with its buttons.
    """
    for method in _shown_here(methods, can, say, unasked=unasked):
        if isinstance(method, SendMessage):
            yield from _cut(method, can)
        elif (
            isinstance(method, SendPhoto | SendDocument)
            and method.caption
            and len(method.caption) > can.max_caption
        ):
            yield method.model_copy(update={"caption": None, "reply_markup": None})
            words = SendMessage(
                chat_id=method.chat_id, text=method.caption, reply_markup=method.reply_markup
            )
            yield from _cut(words, can)
        else:
            yield method


def _cut(method: SendMessage, can: Capabilities) -> Iterator[SendMessage]:
    """In as many messages as it takes; buttons stay on the last."""
    if len(method.text) <= can.max_text:
        yield method
        return
    new = _anew(method) if isinstance(method, InPlace) else method
    *before, last = split(new.text, can.max_text)
    for part in before:
        yield new.model_copy(update={"text": part, "reply_markup": None})
    yield new.model_copy(update={"text": last})


def _shown_here(
    methods: Iterable[TelegramMethod[Any]], can: Capabilities, say: Say, *, unasked: bool
) -> Iterator[TelegramMethod[Any]]:
    """Those that the channel has; with the options that are typed where it has few buttons."""
    for method in methods:
        if isinstance(method, RequestContact) and not can.asks_contact:
            continue
        if isinstance(method, PutsFormAway) and not can.keeps_form:
            continue
        field = "caption" if isinstance(method, SendPhoto | SendDocument) else "text"
        markup = getattr(method, "reply_markup", None)
        if can.max_buttons is None or markup is None:
            yield method
        else:
            words = getattr(method, field) or ""
            words = with_options(words, markup, can, say, unasked=unasked)
            yield method.model_copy(update={field: words})


async def _answer_press(channel: Channel, update: Update) -> None:
    """Ends the waiting sign on the button. Too old a press cannot be answered any more: no harm."""
    assert update.callback_query  # noqa: S101 - the caller looked
    try:
        await channel.bot(update.callback_query.answer())
    except TelegramAPIError as trouble:
        log.info("%s: a press could not be answered: %s", channel.name, type(trouble).__name__)
