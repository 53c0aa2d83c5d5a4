"""The steps around a handler, each in a class. `bot/pipeline.py` puts them in order.

They all stand on the dispatcher's `update`, where `data` is one dict for all of them: aiogram's
error handlers see what is put into it in place.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import CallbackQuery, Message, TelegramObject, Update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.memory import InHand, in_hand
from handlers import errors, keyboards
from handlers.replies import Answer
from handlers.texts import speak
from handlers.understanding.asked import Asked
from handlers.understanding.intents import understand
from handlers.understanding.normalise import fold, tidy
from storage import accounts, conversations
from storage.errors import ProblemError, StaleError
from storage.viewer import Viewer

Data = dict[str, Any]
LONGEST_LABEL = 40  # characters
SURE = 0.7  # confidence from which words are a question of their own
Next = Callable[[TelegramObject, Data], Awaitable[Any]]


@dataclass
class Turn:
    """One update on its way: what was found out about it, for whoever fed it."""

    channel: str
    chat_id: int
    asked: Asked | None = None
    account_id: int | None = None  # None when nothing of the update was kept


class Transaction(BaseMiddleware):
    """One session an update, committed before the reply leaves: nothing unsaved is ever said."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        async with data["store"].sessions() as db, db.begin():
            data["db"], data["now"] = db, data["clock"]()
            in_hand.set(InHand(db, data["now"]))
            reply = await handler(event, data)
        # Only now: an account that was made in this update is there from its commit on.
        data["turn"].account_id = data["viewer"].account_id
        return reply


class Who(BaseMiddleware):
    """The account that speaks, the person behind it if there is one, and what is remembered."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        turn: Turn = data["turn"]
        db: AsyncSession = data["db"]
        known = await accounts.viewer_of(db, turn.channel, turn.chat_id, bot_id=data["bot"].id)
        if known is None:
            account = await accounts.open_account(
                db, turn.channel, str(turn.chat_id), chat_id=turn.chat_id, now=data["now"]
            )
            viewer = Viewer.stranger(channel=turn.channel, account_id=account.id)
        else:
            viewer = known.viewer
            in_hand.get().remembered = known.remembered
            if known.office_version != data["office"].version:
                await data["office"].read(db)
        data["viewer"] = viewer
        data["greeted"] = known is not None and known.greeted
        data["answer"] = Answer(turn.chat_id)
        data["calendar"] = data["office"].calendar
        return await handler(event, data)


class Understanding(BaseMiddleware):
    """What the words ask, and the language to answer in: theirs, or without words the habit's."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        viewer: Viewer = data["viewer"]
        words = words_of(event)
        asked = data["asked"] = data["turn"].asked = (
            understand(
                words,
                now=data["now"],
                viewer=viewer,
                lexicon=data["office"].lexicon,
                habit=viewer.language,
            )
            if words
            else None
        )
        data["say"] = speak(asked.language if asked else viewer.language or "vi", data["zone"])
        return await handler(event, data)


class Opening(BaseMiddleware):
    """In a demonstration the first words of every conversation say that it is one."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        reply = await handler(event, data)
        if not data["office"].is_demo or data["greeted"]:
            return reply
        methods = methods_of(reply)
        if not methods:
            return reply
        await accounts.mark_greeted(data["db"], data["viewer"].account_id)
        first, *rest = methods
        opening = data["say"]("demo-opening")
        if isinstance(first, SendMessage):
            return (first.model_copy(update={"text": f"{opening}\n\n{first.text}"}), *rest)
        return (data["answer"](opening), first, *rest)


class Problems(BaseMiddleware):
    """A problem is an answer: it is worded inside the transaction, which then commits."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        try:
            return await handler(event, data)
        except ProblemError as problem:
            return errors.explain(problem, data["answer"], data["say"])


class Typed(BaseMiddleware):
    """“2”, “xem thêm”: a button's label, typed, presses that button of our last answer.

    Only where the words alone do not ask a question, and never for what was said unasked: which
    list a bare digit belongs to would be a guess.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        asked: Asked | None = data["asked"]
        message = event.message if isinstance(event, Update) else None
        words = words_of(event)
        if message and asked and len(words) <= LONGEST_LABEL and asked.confidence < SURE:
            press = await self._press(message, fold(words), data)
            return await handler(press or event, data)
        return await handler(event, data)

    async def _press(self, message: Message, label: str, data: Data) -> Update | None:
        turn: Turn = data["turn"]
        offer = await conversations.newest_offer(data["db"], turn.channel, turn.chat_id)
        meant = offer and [b for row in offer.buttons for b in row if fold(b["text"]) == label]
        if not offer or not meant or not message.from_user:
            return None
        shown = Message(message_id=offer.message_id, date=message.date, chat=message.chat)
        press = CallbackQuery(
            id=str(message.message_id),
            from_user=message.from_user,
            chat_instance=str(turn.chat_id),
            message=shown,
            data=meant[0]["data"],
        )
        return Update(update_id=message.message_id, callback_query=press)


class Offered(BaseMiddleware):
    """A press counts only if that button was offered in that chat; then it asks what it carries."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        press = event.callback_query if isinstance(event, Update) else None
        if press is None:
            return await handler(event, data)
        turn: Turn = data["turn"]
        buttons = press.message and await conversations.offered(
            data["db"], turn.channel, turn.chat_id, press.message.message_id
        )
        if not buttons or press.data not in {b["data"] for row in buttons for b in row}:
            raise StaleError("button-not-offered")
        data["asked"] = turn.asked = keyboards.unpack(
            press.data, data["zone"], data["say"].language
        )
        return await handler(event, data)


def words_of(event: TelegramObject) -> str:
    """What was typed, also under a picture; empty when nothing was."""
    message = event.message if isinstance(event, Update) else None
    return tidy(message.text or message.caption or "").strip() if message else ""


def methods_of(reply: Any) -> tuple[TelegramMethod[Any], ...]:
    """A handler returns a method, a tuple of methods, or nothing."""
    if isinstance(reply, TelegramMethod):
        return (reply,)
    return reply if isinstance(reply, tuple) else ()
