"""News of followed dossiers: to one account, where it is reached, else when it writes next."""

import datetime as dt
from dataclasses import replace
from typing import Any, assert_never

from aiogram import BaseMiddleware
from aiogram.methods import SendMessage
from aiogram.types import TelegramObject, Update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import windows
from bot.channels import Channel
from bot.channels.session import ChannelSession
from bot.middleware import Data, Next, Turn, methods_of
from bot.worded import Told, Worded
from handlers.dossiers import pushed
from handlers.dossiers.pushed import Now
from handlers.filters import limited
from handlers.reach import Reaches
from handlers.texts import Say
from storage import accounts, audit, follow_news
from storage.models import Account, MessageKind, Noun, RecordKind
from storage.viewer import Viewer

TOLD = f"told.{MessageKind.FOLLOW}"
ABOUT = (Noun.DOSSIERS,)


async def worded(
    db: AsyncSession, message_id: int, account: Account, *, say: Say, now: Now
) -> Worded | None:
    """What this message tells, as far as its account may see it now; None when that is nothing."""
    viewer = await _viewer_of(db, account)
    news = tuple(await follow_news.carried_by(db, viewer, [message_id]))
    said = pushed.words(news, say, now)
    if said is None or viewer.is_staff:
        return None
    audit.saw(db, RecordKind.DOSSIER, (one.dossier.id for one in news))
    told = Told(viewer, TOLD, audit.taken(db))
    title = "question-dossier-followed"
    return Worded(said, ABOUT, viewer.role, [account], say, title, told, news)


async def _viewer_of(db: AsyncSession, account: Account) -> Viewer:
    person = await accounts.viewer_of_person(db, account.person_id or 0)
    if person is None:
        return Viewer.stranger(channel=account.channel, account_id=account.id)
    return replace(person, account_id=account.id, channel=account.channel)


def reaches(channel: Channel, account: Account, *, now: dt.datetime) -> bool:
    """Whether somebody who is not writing is told something there now, as was promised."""
    match channel.can.reach.when:
        case Reaches.ALWAYS:
            return True
        case Reaches.WHILE_OPEN:
            session = channel.bot.session
            return not isinstance(session, ChannelSession) or session.is_open(account.chat_id)
        case Reaches.WITHIN_DAYS:
            return not windows.is_over(channel, account, now)
        case Reaches.NEVER:
            return False
    assert_never(channel.can.reach.when)


class Missed(BaseMiddleware):
    """What did not reach somebody is told first, once, when they write: then comes their answer."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        turn: Turn = data["turn"]
        known = data["known"]
        writes = isinstance(event, Update) and event.message is not None and not turn.in_group
        first = await self._missed(data) if known and known.missed and writes else None
        reply = await handler(event, data)
        return (first, *methods_of(reply)) if first else reply

    async def _missed(self, data: Data) -> SendMessage | None:
        db, viewer, now = data["db"], data["viewer"], data["now"]
        messages = await follow_news.not_told(db, viewer.account_id)
        news = [] if viewer.is_staff else await follow_news.carried_by(db, viewer, messages)
        rules, calendar = data["dossier_rules"], data["calendar"]
        told_on = Now(today=now.date(), calendar=calendar, rules=rules, own_page=data["own_page"])
        said = pushed.missed(news, data["say"], told_on)
        channel = data["turn"].channel
        ours = await follow_news.settle(
            db, viewer.account_id, messages, told=said is not None, channel=channel, now=now
        )
        if said is None or not ours:
            return None
        await follow_news.was_told(db, viewer.account_id, news)
        audit.saw(db, RecordKind.DOSSIER, (one.dossier.id for one in news))
        await audit.keep(db, viewer, TOLD, audit.taken(db), now=now)
        return limited(ABOUT, **{**data, "asked": None})(*said)
