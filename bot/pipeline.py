"""The path of one message, from its arrival to its reply. Read this first.

arrival → one at a time per chat → transaction → who → memory → understanding → problems → typed
        → offered → handler → commit → reply → what was sent is recorded
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from functools import cache
from zoneinfo import ZoneInfo

from aiogram import Dispatcher, Router
from aiogram.types import Update

from bot import middleware, push
from bot.channels import Channel
from bot.memory import Memory
from bot.middleware import Turn, methods_of
from bot.office import Office
from handlers import clarify, errors, fallback, snooze
from handlers.documents import done, due_soon, overdue
from handlers.documents import status as document_status
from handlers.dossiers import status as dossier_status
from handlers.meetings import detail, schedule
from handlers.office import brief, info, language, people, small_talk
from handlers.office import help as help_
from handlers.petitions import status as petition_status
from scheduler.clock import Clock
from storage.engine import Store

log = logging.getLogger(__name__)

STEPS = (
    middleware.Understanding,
    middleware.Opening,
    middleware.Problems,
    middleware.Typed,
    middleware.Offered,
)
QUESTIONS = (
    clarify.router,
    schedule.router,
    detail.router,
    dossier_status.router,
    document_status.router,
    overdue.router,
    due_soon.router,
    done.router,
    petition_status.router,
    brief.router,
    info.router,
    people.router,
    help_.router,
    language.router,
    small_talk.router,
    snooze.router,
    fallback.router,
    errors.router,
)
MOST_WAITING = 8  # messages of one chat; more are a flood and are dropped


@cache
def the_dispatcher() -> Dispatcher:
    """Routing alone, so one for the whole process: what an update needs comes with the update."""
    return dispatcher_of(*QUESTIONS)


def dispatcher_of(*questions: Router) -> Dispatcher:
    """The steps of the path before these questions."""
    dispatcher = Dispatcher(storage=Memory(), disable_fsm=True)
    dispatcher.update.outer_middleware(middleware.Transaction())
    dispatcher.update.outer_middleware(middleware.Who())
    dispatcher.update.outer_middleware(dispatcher.fsm)
    for step in STEPS:
        dispatcher.update.outer_middleware(step())
    for question in questions:
        _take_handlers(dispatcher, question)
    return dispatcher


def _take_handlers(dispatcher: Dispatcher, router: Router) -> None:
    """All handlers in one router, in their order: passing a message from router to router costs
    more than asking every filter.
    """
    for kind, observer in router.observers.items():
        dispatcher.observers[kind].handlers.extend(observer.handlers)


class Pipeline:
    """Takes updates from every channel, one at a time per chat, and says what comes back."""

    def __init__(self, *, store: Store, clock: Clock, zone: ZoneInfo, office: Office) -> None:
        self.store = store
        self.clock = clock
        self.zone = zone
        self.office = office
        self._dispatcher = the_dispatcher()
        self._turns: defaultdict[tuple[str, int], asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[tuple[str, int], int] = defaultdict(int)

    async def receive(self, channel: Channel, update: Update) -> Turn | None:
        """Answer one update. None when it asks for no answer: a group, a channel post, a flood."""
        chat_id = private_chat_of(update)
        if chat_id is None:
            return None
        async with self._one_at_a_time(channel.name, chat_id) as our_turn:
            if not our_turn:
                log.warning("a message of a flood in one chat on %s was dropped", channel.name)
                return None
            turn = Turn(channel=channel.name, chat_id=chat_id)
            reply = await self._dispatcher.feed_update(
                channel.bot,
                update,
                turn=turn,
                store=self.store,
                clock=self.clock,
                zone=self.zone,
                office=self.office,
            )
            await push.say(
                channel,
                update,
                methods_of(reply),
                store=self.store,
                turn=turn,
                now=self.clock(),
            )
            return turn

    async def finished(self, *, within: float) -> None:
        """Wait until no update is being worked on, at most so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                for turn in [*self._turns.values()]:
                    async with turn:
                        pass

    @asynccontextmanager
    async def _one_at_a_time(self, channel: str, chat_id: int) -> AsyncGenerator[bool]:
        """Wait for this chat's turn, holding no connection meanwhile; False if too many wait."""
        key = (channel, chat_id)
        if self._waiting[key] >= MOST_WAITING:
            yield False
            return
        self._waiting[key] += 1
        try:
            async with self._turns[key]:
                yield True
        finally:
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._waiting[key], self._turns[key]


def private_chat_of(update: Update) -> int | None:
    """The chat to answer in. What is asked in a group is not answered there: others would read it.

    Edits, channel posts, reactions, memberships and the like ask for nothing.
    """
    if update.message:
        chat = update.message.chat
    elif update.callback_query and update.callback_query.message:
        chat = update.callback_query.message.chat
    else:
        return None
    return chat.id if chat.type == "private" else None
