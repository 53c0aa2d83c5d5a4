"""The path of one message, from its arrival to its reply. Read this first.

arrival → one at a time per chat → is it dangerous? → a photo becomes words, a file a sheet
        → transaction → who
        → session → memory → safety → link code → on whose behalf → understanding → several
        → audit → problems → typed → offered → sought
        → handler → commit → reply
        → what was sent is recorded
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Dispatcher, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated, Update

from bot import (
    asking,
    auditing,
    behalf,
    follows,
    groups,
    middleware,
    push,
    safety,
    seeking,
    sessions,
    typed_codes,
)
from bot.channels import Channel
from bot.channels.known import CHANNELS
from bot.imports import ImportDesk
from bot.memory import Memory
from bot.middleware import Turn, methods_of
from bot.office import Office
from bot.pictures import Pictures
from bot.questions import QUESTIONS
from bot.sheets import Sheets
from handlers.dossiers.rules import DossierRules
from scheduler.clock import Clock
from scheduler.follow_rules import USUAL_FOLLOWING, FollowRules
from scheduler.timetable import USUAL_TIMES, Timetable
from storage import accounts
from storage.engine import Store
from storage.link_rules import LinkRules
from storage.seals import Seal
from storage.terms import Terms

log = logging.getLogger(__name__)

STEPS = (
    safety.Safety,
    typed_codes.LinkCode,
    behalf.OnBehalf,
    asking.Understanding,
    middleware.Opening,
    behalf.Headed,
    follows.Missed,
    asking.Several,
    auditing.Audit,
    middleware.Problems,
    asking.Typed,
    asking.Offered,
    seeking.Sought,
)
NO_SECRET = Seal()
NO_RULES = DossierRules()
USUAL_LINKS = LinkRules()
USUAL_TERMS = Terms()
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
    dispatcher.update.outer_middleware(sessions.Sessions())
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

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        office: Office,
        seal: Seal = NO_SECRET,
        dossier_rules: DossierRules = NO_RULES,
        terms: Terms = USUAL_TERMS,
        link_rules: LinkRules = USUAL_LINKS,
        times: Timetable = USUAL_TIMES,
        follow_rules: FollowRules = USUAL_FOLLOWING,
    ) -> None:
        self.store = store
        self.seal = seal
        self.dossier_rules = dossier_rules
        self.terms = terms
        self.link_rules = link_rules
        self.times = times
        self.follow_rules = follow_rules
        self.wake: Callable[[], None] = lambda: None  # the outbox, once there is one
        self.reaches = {name: can.reach for name, can in CHANNELS.items()}
        self.clock = clock
        self.zone = zone
        self.office = office
        self._groups = groups.Groups(store=store, clock=clock, zone=zone, office=office, seal=seal)
        self._dispatcher = the_dispatcher()
        self._pictures = Pictures()
        self._sheets = Sheets(
            store,
            ImportDesk(
                zone=zone,
                seal=seal,
                hours=office.hours,
                fee_pauses=dossier_rules.fee_pauses,
            ),
        )
        self._turns: defaultdict[tuple[str, int], asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[tuple[str, int], int] = defaultdict(int)

    async def receive(self, channel: Channel, update: Update, address: str = "") -> Turn | None:
        """Answer one update. None when it asks for no answer: a channel post, a flood.

        What is asked in a group is answered in private: `bot/groups.py`.

        `address` is the network it came from, where that is known: `bot/web/addresses.py`.
        """
        if update.my_chat_member:
            await self._note_membership(channel, update.my_chat_member)
        in_group = update.message is not None and update.message.chat.type in groups.KINDS
        if in_group:
            alone = await self._groups.hear(channel, update)
            if alone is None:
                return None
            update = alone
        chat_id = private_chat_of(update)
        if chat_id is None:
            return None
        async with self._one_at_a_time(channel.name, chat_id) as our_turn:
            if not our_turn:
                log.warning("a message of a flood in one chat on %s was dropped", channel.name)
                return None
            kept_as = update.update_id if channel.can.sends_again else None
            turn = Turn(
                channel=channel.name,
                chat_id=chat_id,
                address=address,
                kept_as=kept_as,
                in_group=in_group,
            )
            read, seen = await self._look_at(channel, update, turn)
            reply = await self._dispatcher.feed_update(
                channel.bot,
                read,
                turn=turn,
                store=self.store,
                clock=self.clock,
                zone=self.zone,
                office=self.office,
                channel=channel,
                seal=self.seal,
                dossier_rules=self.dossier_rules,
                **seen,
                terms=self.terms,
                link_rules=self.link_rules,
                times=self.times,
                follow_rules=self.follow_rules,
                reaches=self.reaches,
                wake=self.wake,
            )
            if turn.over:
                return turn
            await push.say(
                channel,
                update,
                methods_of(reply),
                store=self.store,
                turn=turn,
                now=self.clock(),
            )
            return turn

    async def _look_at(
        self, channel: Channel, update: Update, turn: Turn
    ) -> tuple[Update, dict[str, Any]]:
        """What of it may be kept; a photo as words, a file as a sheet, unless there is a danger
        beside it.
        """
        safety.look_at(update, turn, self.zone)
        if turn.danger:
            return update, {}
        read, picture, codes = await self._pictures.read(channel.bot, update, now=self.clock())
        if picture is not None:
            turn.keeps = ""  # what stood under it was not read either, and may be anything
        brought = None if turn.in_group else await self._sheets.read(channel, read)
        seen = {"picture": picture, "pictured": codes}
        return read, {**seen, "brought": brought, "imports": self._sheets.desk}

    async def _note_membership(self, channel: Channel, changed: ChatMemberUpdated) -> None:
        """Somebody has blocked us, or takes messages again."""
        if changed.chat.type == ChatType.PRIVATE:
            gone = changed.new_chat_member.status == ChatMemberStatus.KICKED
            async with self.store.sessions() as db, db.begin():
                await accounts.mark_blocked(
                    db, channel.name, changed.chat.id, since=self.clock() if gone else None
                )

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
    """The chat to answer in. Buttons in groups do nothing: others could press them.

    Edits, channel posts, reactions, memberships and the like ask for nothing.
    """
    if update.message:
        chat = update.message.chat
    elif update.callback_query and update.callback_query.message:
        chat = update.callback_query.message.chat
    else:
        return None
    return chat.id if chat.type == "private" else None
