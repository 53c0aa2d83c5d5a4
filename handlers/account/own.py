"""Whose accounts a question speaks of, and how they are told what became of one."""

import datetime as dt
from collections.abc import Collection
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import address
from handlers.account.presses import EndAccount
from handlers.texts import Say, Words, speak
from storage import audit, links, messages
from storage.errors import ProblemError
from storage.links import Linked
from storage.models import MessageKind
from storage.viewer import Viewer

ITEM = "account"
"""What the audit calls an account."""


def oneself(viewer: Viewer) -> int:
    """The person who asks, whose accounts they may see and end: never somebody else's.

    Raises:
        ProblemError: nobody is behind this account, or it speaks on somebody's behalf.

    """
    if viewer.on_behalf:
        raise ProblemError("account-not-on-behalf")
    if viewer.person_id is None:
        raise ProblemError("account-nobody")
    return viewer.person_id


async def end(
    db: AsyncSession,
    viewer: Viewer,
    ended: Collection[Linked],
    *,
    zone: ZoneInfo,
    now: dt.datetime,
) -> None:
    """End these accounts of one person; they hear of it on those, and on every one they keep.

    Where the viewer speaks now, the answer tells it. Codes of theirs that were not used are void
    unless somebody only signs out here: whoever has a lost phone may have asked it for one.
    """
    numbers = [one.account_id for one in ended]
    await links.end(db, numbers, now=now)
    for one in ended:
        await audit.note(db, viewer, "account.ended", ITEM, one.account_id, now)
        if one.account_id != viewer.account_id:
            await links.void_codes(db, one.person_id, now=now)
            say = speak(one.language or "vi", zone)
            news = say("account-ended-there", you=address.you(one.role, say), at=now)
            await _tell(db, one.account_id, news, now)
        await _tell_the_others(db, one.person_id, one.channel, viewer, zone=zone, now=now)


async def displaced(db: AsyncSession, viewer: Viewer, *, zone: ZoneInfo, now: dt.datetime) -> None:
    """Somebody else has linked the account where the viewer was: they hear of it elsewhere."""
    await audit.note(db, viewer, "account.ended", ITEM, viewer.account_id, now)
    await _tell_the_others(db, viewer.person_id or 0, viewer.channel, viewer, zone=zone, now=now)


async def tell_of_link(
    db: AsyncSession, person_id: int, account_id: int, *, zone: ZoneInfo, now: dt.datetime
) -> None:
    """This account is theirs from now on: their other ones hear of it, and can end it."""
    theirs = await links.linked(db, person_id=person_id)
    added = next(one for one in theirs if one.account_id == account_id)
    for other in theirs:
        if other is not added:
            say = speak(other.language or "vi", zone)
            news = _news("account-news-linked", other, added.channel, say, now)
            press = EndAccount(account_id=account_id).pack()
            not_me = {"text": say("account-button-not-me"), "data": press}
            await _tell(db, other.account_id, news, now, not_me)


def channel(name: str, say: Say) -> Words:
    """A channel as people call it."""
    return say("account-channel", channel=name)


async def _tell_the_others(
    db: AsyncSession,
    person_id: int,
    ended: str,
    viewer: Viewer,
    *,
    zone: ZoneInfo,
    now: dt.datetime,
) -> None:
    """On what this person keeps: an account of theirs on the channel `ended` is no longer."""
    for other in await links.linked(db, person_id=person_id):
        if other.account_id != viewer.account_id:
            say = speak(other.language or "vi", zone)
            news = _news("account-news-ended", other, ended, say, now)
            await _tell(db, other.account_id, news, now)


def _news(text: str, to: Linked, of: str, say: Say, now: dt.datetime) -> Words:
    """What is told on one account about that on the channel `of`."""
    you = address.you(to.role, say)
    return say(text, you=you, channel=channel(of, say), at=now)


async def _tell(
    db: AsyncSession, account_id: int, words: Words, now: dt.datetime, *buttons: dict[str, str]
) -> None:
    rows = [[button] for button in buttons]
    await messages.tell(
        db, kind=MessageKind.ACCOUNT, account_id=account_id, words=words, buttons=rows, now=now
    )
