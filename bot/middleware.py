"""The steps around a handler, each in a class. `bot/pipeline.py` puts them in order.

They all stand on the dispatcher's `update`, where `data` is one dict for all of them: aiogram's
error handlers see what is put into it in place.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiogram import BaseMiddleware
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import TelegramObject, Update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.memory import InHand, in_hand
from handlers import errors, introduction
from handlers.dossiers import own_page
from handlers.dossiers.desk import Desk
from handlers.replies import Answer
from handlers.safety.recognising import Danger
from handlers.texts import Words
from handlers.understanding import deep_links
from handlers.understanding.asked import Asked
from handlers.understanding.normalise import tidy
from storage import accounts, messages, own_data
from storage import office as offices
from storage.errors import ProblemError
from storage.sessions import Over
from storage.viewer import Viewer

Data = dict[str, Any]
SEEN_TO_THE = timedelta(minutes=5)  # how exactly it is kept when an account was used last
Next = Callable[[TelegramObject, Data], Awaitable[Any]]


@dataclass
class Turn:
    """One update on its way: what was found out about it, for whoever fed it."""

    channel: str
    chat_id: int
    address: str = ""  # of the network the words came from; empty where nobody can tell
    kept_as: int | None = None  # its number among the updates that are kept until answered
    keeps: str | None = None  # what is kept of the words, where it is not all of them
    danger: Danger | None = None  # in the words: they are kept nowhere and get a fixed answer
    asked: Asked | None = None
    pressed: str = ""  # what kind of button it was, where it asks no question
    account_id: int | None = None  # None when nothing of the update was kept
    over: Over | None = None  # nobody is behind the chat any more: it was not answered
    in_group: bool = False  # typed before others: nothing of it is written down
    language: str = "vi"  # of the answer
    forgotten: bool = False  # the conversation was deleted: nothing more of it is written down
    opens: bool = False  # the reply begins with what this is; heard once the reply is shown


class Transaction(BaseMiddleware):
    """One session an update, committed before the reply leaves: nothing unsaved is ever said."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        async with data["store"].sessions() as db, db.begin():
            data["db"], data["now"] = db, data["clock"]()
            in_hand.set(InHand(db, data["now"]))
            reply = await handler(event, data)
        # Only now: an account that was made in this update is there from its commit on.
        data["turn"].account_id = data["viewer"].account_id
        data["turn"].forgotten = db.info.pop(own_data.FORGOTTEN, False)
        if db.info.pop(messages.TOLD, False):
            data["wake"]()
        return reply


class Who(BaseMiddleware):
    """The account that speaks, the person behind it if there is one, and what is remembered."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        turn: Turn = data["turn"]
        db: AsyncSession = data["db"]
        now = data["now"]
        known = await accounts.viewer_of(
            db, turn.channel, turn.chat_id, bot_id=data["bot"].id, now=now
        )
        if known is None:
            account = await accounts.open_account(
                db, turn.channel, str(turn.chat_id), chat_id=turn.chat_id, now=now
            )
            viewer = Viewer.stranger(channel=turn.channel, account_id=account.id)
        else:
            viewer = known.viewer
            if known.blocked:
                await accounts.mark_blocked(db, turn.channel, turn.chat_id, since=None)
            if not turn.in_group:  # half a form, a talk with a person: that is between two
                in_hand.get().remembered = known.remembered
            if now - known.session.used_at >= SEEN_TO_THE:
                await accounts.note_seen(db, known.account_id, now=now)
            if known.office_version != data["office"].version:
                await data["office"].read(db)
        data["viewer"] = viewer
        data["known"] = known
        data["greeted"] = known is not None and known.greeted
        data["lapsed"] = known is not None and known.lapsed
        data["page_url"] = data["office"].page_url
        data["telegram_name"] = data["office"].telegram_name
        data["answer"] = Answer(turn.chat_id)
        data["place"] = data["office"].place(data["channel"])
        can = data["channel"].can
        data["reach"] = can.reach
        data["own_page"] = own_page.of_channel(
            data["dossier_rules"], data["page_url"], leaves_the_office=can.leaves_the_office
        )
        data["calendar"] = data["office"].calendar
        data["lexicon"] = data["office"].lexicon
        data["published"] = data["office"].published
        data["desk"] = Desk(
            rules=data["dossier_rules"],
            seal=data["seal"],
            channel=turn.channel,
            chat_id=turn.chat_id,
            address=turn.address,
            phone=data["office"].phone,
            own_page=data["own_page"],
        )
        return await handler(event, data)


class Opening(BaseMiddleware):
    """The first words of a conversation say what this is.

    In a demonstration, that it is one. Elsewhere citizens are told who runs it, that a machine
    answers, what is kept, and how to reach a person (Luật 91/2025/QH15); people of the office
    know it.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        office, viewer = data["office"], data["viewer"]
        is_theirs = viewer.is_staff or data["link_code"] is not None
        data["introduces"] = not (data["greeted"] or office.is_demo or is_theirs)
        reply = await handler(event, data)
        methods = methods_of(reply)
        if not methods or not (data["introduces"] or (office.is_demo and not data["greeted"])):
            return reply
        data["turn"].opens = True
        first, *rest = methods
        opening = (
            await self._introduction(data) if data["introduces"] else data["say"]("demo-opening")
        )
        if isinstance(first, SendMessage):
            return (first.model_copy(update={"text": f"{opening}\n\n{first.text}"}), *rest)
        return (data["answer"].anywhere(opening), first, *rest)

    async def _introduction(self, data: Data) -> Words:
        facts = await offices.facts(data["db"])
        return introduction.words(
            data["say"],
            office=data["office"].name,
            channel=data["turn"].channel,
            terms=data["terms"],
            facts=facts,
        )


class Problems(BaseMiddleware):
    """A problem is an answer: it is worded inside the transaction, which then commits."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        try:
            return await handler(event, data)
        except ProblemError as problem:
            return errors.explain(problem, data["answer"], data["say"])


def words_of(event: TelegramObject) -> str:
    """What was typed, also under a picture; empty when nothing was.

    A link to our bot that names a dossier asks for it, as if its code had been typed.
    """
    message = event.message if isinstance(event, Update) else None
    typed = tidy(message.text or message.caption or "").strip() if message else ""
    return deep_links.asked_by(typed)


def methods_of(reply: Any) -> tuple[TelegramMethod[Any], ...]:
    """A handler returns a method, a tuple of methods, or nothing."""
    if isinstance(reply, TelegramMethod):
        return (reply,)
    return reply if isinstance(reply, tuple) else ()
