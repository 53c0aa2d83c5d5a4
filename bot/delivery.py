"""One message of the outbox: its words, made now, go to the channel where its person is.

How much of them is said differs from channel to channel, so they are cut for each.
"""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import follows, outbox_words, preferred, push, windows
from bot.channels import Channel
from bot.office import Office
from bot.outbox_words import OF_RECORDS, OF_THE_OUTBOX
from bot.refused import NotHere, outcome_of
from bot.spending import Budgeted
from bot.worded import TITLES, Told, Worded
from handlers import notices
from handlers.dossiers import own_page
from handlers.dossiers.pushed import Now
from handlers.dossiers.rules import USUAL, DossierRules
from handlers.keyboards import offered
from handlers.limits import NOTHING
from handlers.references import NOUN_OF, Open
from handlers.replies import Answer, Said, numbered
from handlers.states import FORM
from handlers.texts import Say, Words, speak
from scheduler import alarms, reminders
from scheduler.alarms import Tolerance
from scheduler.clock import Clock
from scheduler.follow_rules import USUAL_FOLLOWING, FollowRules
from scheduler.outbox import NothingToSay, Outcome, Outgoing, Sent, TryLater, Unreachable
from storage import accounts, audit, briefs, conversations, follow_news, shown
from storage.conversations import Line
from storage.engine import Store
from storage.models import Account, ItemKind, MessageKind, Noun
from storage.troubles import AWAY, BLOCKED, IN_A_FORM, NO_ACCOUNT, on
from storage.viewer import Role, Viewer

log = logging.getLogger(__name__)
A_FORM_TAKES = timedelta(minutes=5)
CAN_WAIT = frozenset(
    {MessageKind.BRIEF, MessageKind.ITEM, MessageKind.GIVEN, MessageKind.NEWS, MessageKind.MOVED}
    | {MessageKind.FOLLOW, MessageKind.APOLOGY}
)
NO_ACCOUNT_YET = timedelta(hours=1)  # who is linked meanwhile is told at once (`hurry`)


class Delivery:
    """The outbox's deliverer; what it promises is written at `scheduler.outbox.Deliver`."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        *,
        clock: Clock,
        zone: ZoneInfo,
        office: Office,
        tolerance: Tolerance = alarms.USUAL,
        follow_rules: FollowRules = USUAL_FOLLOWING,
        dossier_rules: DossierRules = USUAL,
    ) -> None:
        self.store = store
        self.channels = channels
        self.clock = clock
        self.zone = zone
        self.office = office
        self.tolerance = tolerance
        self.follow_rules = follow_rules
        self.dossier_rules = dossier_rules
        self.budgeted = Budgeted(store, clock)

    async def __call__(self, message: Outgoing) -> Outcome:
        """Word it, then try the person's channels in their order."""
        async with self.store.reading() as db:  # nobody who writes waits for it
            await self.office.keep_up(db)
            worded = await self._worded(db, message)
            if worded is None:
                return NothingToSay()
            if busy := await self._busy(db, message, worded.accounts):
                return TryLater(IN_A_FORM, busy)
        outcome: Outcome = TryLater(NO_ACCOUNT, NO_ACCOUNT_YET)
        waits: NotHere | None = None
        for account in worded.accounts:
            channel = self.channels.get(account.channel)
            if channel is None and worded.news:
                outcome = Unreachable(on(account.channel, AWAY))
            if channel is not None:
                outcome = await self._tried(channel, account, worded, message)
                if isinstance(outcome, NotHere):
                    waits = waits or outcome
                elif not isinstance(outcome, Unreachable):
                    return outcome
        return waits or outcome

    async def _busy(
        self, db: AsyncSession, message: Outgoing, reached: list[Account]
    ) -> timedelta | None:
        """How long it waits for somebody who is filling in a form; never for long."""
        if message.kind not in CAN_WAIT or message.waited >= A_FORM_TAKES:
            return None
        chats = [account.chat_id for account in reached]
        answered = await conversations.answered_last(db, chats, state=FORM)
        left = answered + A_FORM_TAKES - self.clock() if answered else timedelta()
        return left if left > timedelta() else None

    async def _tried(
        self, channel: Channel, account: Account, worded: Worded, message: Outgoing
    ) -> Outcome:
        """What became of it there; who is `Unreachable` may have another channel."""
        if account.blocked_at is not None:
            return Unreachable(on(channel.name, BLOCKED))
        if worded.news and not follows.reaches(channel, account, now=self.clock()):
            return Unreachable(on(channel.name, AWAY))
        too_late = windows.is_over(channel, account, self.clock())
        if too_late and (unreachable := windows.closed(channel)):
            return unreachable
        if over := await self.budgeted.over(channel, message):
            return over
        try:
            if too_late:
                facts: dict[str, Any] = {"say": worded.say, "title": worded.title}
                return await windows.knocked(channel, account, today=self.clock().date(), **facts)
            return await self._said(channel, account, worded, message.id)
        except TelegramAPIError as trouble:
            if isinstance(trouble, TelegramForbiddenError):
                await self._note_blocked(account)
            return outcome_of(channel.name, trouble)

    async def _said(
        self, channel: Channel, account: Account, worded: Worded, outbox_id: int
    ) -> Sent:
        limits = self.office.place(channel).limits(
            worded.nouns,
            worded.role,
            say=worded.say,
            today=self.clock().date(),
            title=worded.title,
        )
        method = Answer(account.chat_id, limits)(*worded.said)
        if self.office.is_demo and not account.greeted:
            opening = worded.say("demo-opening")
            method = method.model_copy(update={"text": f"{opening}\n\n{method.text}"})
        lines = [
            push.line_of(channel, await channel.bot(part), part, outbox_id)
            for part in push.fitting((method,), channel.can, worded.say, unasked=True)
        ]
        await self._recorded(account, lines, worded)
        return Sent(channel.name)

    async def _recorded(
        self,
        account: Account,
        lines: list[Line],
        worded: Worded,
    ) -> None:
        """Who was told of what is kept, and its buttons count from now on, also after a restart.

        Said it is, recorded or not.
        """
        told, listed = worded.told, numbered(worded.said[2])
        try:
            async with self.store.sessions() as db, db.begin():
                await conversations.record(db, lines)
                if worded.news and account.id:
                    await follow_news.was_told(db, account.id, worded.news)
                if listed and account.id:
                    await shown.keep(db, account.id, listed, pushed=True, now=self.clock())
                if told:
                    reader = replace(told.to, account_id=account.id, channel=account.channel)
                    await audit.keep(db, reader, told.act, told.seen, now=self.clock())
                if self.office.is_demo and not account.greeted and account.id:
                    await accounts.mark_greeted(db, account.id)
        except SQLAlchemyError:
            log.exception("message %s was sent, but not recorded", lines[0].outbox_id)

    async def _note_blocked(self, account: Account) -> None:
        """It is not tried again until they write to us; their next channel is."""
        async with self.store.sessions() as db, db.begin():
            await accounts.mark_blocked(db, account.channel, account.chat_id, since=self.clock())

    async def _worded(self, db: AsyncSession, message: Outgoing) -> Worded | None:
        if message.account_id is not None or message.person_id is None:
            account = await accounts.by_id(db, message.account_id or 0)
            if account is None:
                return None
            if message.kind is MessageKind.FOLLOW:
                say = speak(account.language or "vi", self.zone)
                return await follows.worded(
                    db, message.id, account, say=say, now=self._now_on(account.channel)
                )
            return await self._made(db, message, account)
        today = self.clock().date()
        person = await accounts.viewer_of_person(db, message.person_id, today=today)
        if person is None:
            return None
        theirs = await accounts.accounts_of(db, message.person_id)
        reached = preferred.in_order(theirs, self.channels, self.clock())
        chosen = next((one.language for one in reached if one.language), person.language)
        fresh_since = self.office.fresh_since(self.clock().date())
        say = speak(chosen or "vi", self.zone).since(fresh_since)
        said, nouns = await self._unasked(db, message, person, say)
        title = TITLES.get(message.kind)
        if said is None:
            return None
        told = Told(person, f"told.{message.kind}", audit.taken(db))
        return Worded(said, nouns, person.role, reached, say, title, told)

    def _now_on(self, channel: str) -> Now:
        """The day, how dossiers are counted, and where an owner on this channel reads of theirs."""
        there = self.channels.get(channel)
        return Now(
            today=self.clock().date(),
            calendar=self.office.calendar,
            rules=self.dossier_rules,
            own_page=own_page.of_channel(
                self.dossier_rules,
                self.office.page_url,
                leaves_the_office=there is not None and there.can.leaves_the_office,
            ),
        )

    async def _made(self, db: AsyncSession, message: Outgoing, account: Account) -> Worded:
        """What was worded for this account when it was put into the outbox.

        A citizen's words to an officer are not read on a messenger abroad.
        """
        say = speak(account.language or "vi", self.zone)
        buttons = [[offered(one) for one in row] for row in message.buttons]
        person = await accounts.viewer_of_person(db, account.person_id or 0)
        role = person.role if person else Role.CITIZEN
        relayed = message.kind is MessageKind.RELAY
        brief = (Open(say("limits-conversation")),) if relayed else ()
        nouns = (Noun.CONVERSATIONS,) if relayed else NOTHING
        reached = await preferred.beside(db, message, account, self.channels, self.clock())
        return Worded((Words(message.words), buttons, brief), nouns, role, reached, say)

    async def _unasked(
        self, db: AsyncSession, message: Outgoing, person: Viewer, say: Say
    ) -> tuple[Said | None, tuple[Noun, ...]]:
        """The words of this kind of message, from the records as they are now; what about."""
        if message.kind in OF_THE_OUTBOX:
            return await outbox_words.words(
                db,
                message,
                person,
                say=say,
                now=self.clock(),
                calendar=self.office.calendar,
                channels=self.channels,
                tolerance=self.tolerance,
            )
        if message.kind in OF_RECORDS:
            return await outbox_words.of_records(
                db,
                message,
                person,
                say=say,
                now=self.clock(),
                calendar=self.office.calendar,
                rules=self.follow_rules,
            )
        facts: dict[str, Any] = {
            "say": say,
            "now": self.clock(),
            "late": message.late,
        }
        items = await briefs.still_open(db, message.id, self.clock().date())
        if message.kind is MessageKind.BRIEF:
            facts |= {"steps": await reminders.ladder_of(db), "calendar": self.office.calendar}
            return await notices.brief_words(db, person, items, **facts), tuple(NOUN_OF.values())
        if message.kind is MessageKind.MOVED:
            told = await notices.moved_words(
                db, person, message.id, say=say, calendar=self.office.calendar
            )
            return told, (Noun.DOCUMENTS,)
        if not items:
            return None, NOTHING
        if message.kind in (MessageKind.GIVEN, MessageKind.URGENT):
            facts["calendar"] = self.office.calendar
            return await notices.given_words(db, person, items, **facts), (Noun.DOCUMENTS,)
        item = items[0]
        about = (NOUN_OF[item.kind],)
        if item.kind is ItemKind.MEETING:
            return await notices.meeting_words(db, person, item.id, **facts), about
        told = await notices.item_words(
            db, person, item.kind, item.id, calendar=self.office.calendar, **facts
        )
        return told, about
