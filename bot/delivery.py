"""One message of the outbox: its words, made now, go to the channel where its person is."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import push
from bot.channels import Channel
from bot.office import Office
from handlers import notices
from handlers.briefs import Said
from handlers.replies import Answer, Buttons
from handlers.texts import Say, speak
from scheduler.clock import Clock
from scheduler.outbox import NothingToSay, Outcome, Outgoing, Sent, TryLater, Unreachable
from storage import accounts, briefs, conversations
from storage.conversations import Line
from storage.engine import Store
from storage.models import Account, ItemKind, MessageKind
from storage.viewer import Viewer

log = logging.getLogger(__name__)
NO_ACCOUNT_YET = timedelta(hours=1)  # who is linked meanwhile is told at once (`hurry`)


@dataclass(frozen=True)
class Worded:
    """What is to be said, and where its person may be, the most likely place first."""

    text: str
    buttons: Buttons
    accounts: list[Account]
    say: Say


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
    ) -> None:
        self.store = store
        self.channels = channels
        self.clock = clock
        self.zone = zone
        self.office = office

    async def __call__(self, message: Outgoing) -> Outcome:
        """Word it, then try the person's channels in their order."""
        async with self.store.reading() as db:  # nobody who writes waits for it
            await self.office.keep_up(db)
            worded = await self._worded(db, message)
        if worded is None:
            return NothingToSay()
        refusal = ""
        for account in worded.accounts:
            channel = self.channels.get(account.channel)
            if channel is None:
                continue
            try:
                return await self._said(channel, account, worded, message.id)
            except (TelegramForbiddenError, TelegramBadRequest):
                refusal = f"{channel.name}: refused"
            except TelegramRetryAfter as busy:
                return TryLater(f"{channel.name}: busy", timedelta(seconds=busy.retry_after))
            except TelegramAPIError as trouble:
                return TryLater(f"{channel.name}: {type(trouble).__name__}")
        return Unreachable(refusal) if refusal else TryLater("no account", NO_ACCOUNT_YET)

    async def _said(
        self, channel: Channel, account: Account, worded: Worded, outbox_id: int
    ) -> Sent:
        text = worded.text
        if self.office.is_demo and not account.greeted:
            text = f"{worded.say('demo-opening')}\n\n{text}"
        method = Answer(account.chat_id)(text, worded.buttons)
        lines = [
            push.line_of(channel, await channel.bot(part), part, outbox_id)
            for part in push.fitting((method,), channel.can.max_text)
        ]
        await self._recorded(account, lines)
        return Sent(channel.name)

    async def _recorded(self, account: Account, lines: list[Line]) -> None:
        """Its buttons count from now on, also after a restart. Said it is, recorded or not."""
        try:
            async with self.store.sessions() as db, db.begin():
                await conversations.record(db, lines)
                if self.office.is_demo and not account.greeted and account.id:
                    await accounts.mark_greeted(db, account.id)
        except SQLAlchemyError:
            log.exception("message %s was sent, but not recorded", lines[0].outbox_id)

    async def _worded(self, db: AsyncSession, message: Outgoing) -> Worded | None:
        if message.kind is MessageKind.REPLY:
            account = await accounts.by_id(db, message.account_id or 0)
            if account is None:
                return None
            return Worded(message.words, (), [account], speak(account.language or "vi", self.zone))
        person = await accounts.viewer_of_person(db, message.person_id or 0)
        if person is None:
            return None
        theirs = list(await accounts.accounts_of(db, message.person_id or 0))
        chosen = next((one.language for one in theirs if one.language), person.language)
        say = speak(chosen or "vi", self.zone)
        said = await self._unasked(db, message, person, say)
        if said is None:
            return None
        text, buttons = said
        return Worded(text, buttons, theirs, say)

    async def _unasked(
        self, db: AsyncSession, message: Outgoing, person: Viewer, say: Say
    ) -> Said | None:
        """The words of this kind of message, from the records as they are now."""
        facts: dict[str, Any] = {
            "say": say,
            "now": self.clock(),
            "late": message.late,
        }
        if message.kind is MessageKind.BRIEF:
            return await notices.brief_words(db, person, calendar=self.office.calendar, **facts)
        items = await briefs.still_open(db, message.id)
        if not items:
            return None
        item = items[0]
        if item.kind is ItemKind.MEETING:
            return await notices.meeting_words(db, person, item.id, **facts)
        return await notices.item_words(
            db, person, item.kind, item.id, calendar=self.office.calendar, **facts
        )
