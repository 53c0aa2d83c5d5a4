"""Whose the open pages are, and how a session ends on all of them.

The store decides (`storage/sessions.py`). Here pages are told, and one look every few seconds
finds what ended elsewhere: on another channel, by a command in another process, by time.
"""

import asyncio
from datetime import timedelta

from bot.web import frames, history
from bot.web.site import Site
from handlers.account import own
from scheduler.outbox import wait_for_news
from storage import accounts, links, sessions
from storage.accounts import Known
from storage.sessions import Over, Session
from storage.viewer import Role

LOOK_EVERY = timedelta(seconds=3)
OTHERS_WAIT = timedelta(seconds=2)  # one page fetches the browser's new cookie, the others use it
HOUR = timedelta(hours=1)


async def known(site: Site, chat_id: int) -> Known | None:
    """Who is behind a chat; None while nobody has said a word in it."""
    async with site.store.reading() as db:
        return await accounts.viewer_of(db, site.channel.name, chat_id)


def hello(site: Site, chat: str, persona: str | None, behind: Known | None) -> frames.Hello:
    """What a page is told of the office and of whose it is."""
    viewer = behind.viewer if behind else None
    signed_in = viewer and viewer.person_id and not site.is_demo
    return frames.Hello(
        chat=chat,
        office=site.office,
        zone=site.zone.key,
        demo=site.is_demo,
        role=viewer.role if viewer else Role.CITIZEN,
        who=frames.Who(name=viewer.name, title=viewer.title) if viewer and signed_in else None,
        persona=persona,
        personas=tuple(
            frames.PersonaChoice(key=key, vi=label.vi, en=label.en)
            for key, label in site.personas.items()
        ),
        opening=dict(site.opening),
    )


async def over(site: Site, chat_id: int) -> Over | None:
    """Why nobody may go on in this chat; None if one may.

    A session that was not used for too long ends here, with all its pages.
    """
    if site.is_demo:
        return None
    behind = await known(site, chat_id)
    why = _over(site, behind.session) if behind else None
    if why is None or (behind and behind.session.person_id is None):
        return why
    return await end(site, chat_id, None)


async def end(site: Site, chat_id: int, why: Over | None, *, by: object = None) -> Over | None:
    """End the session of a chat and empty its pages, the page `by` first.

    Who signs out is told so on their other channels; what time ends rings nowhere at night.
    Without a reason only if it is over by itself; looked at in the transaction that ends it,
    since a word may have come meanwhile.
    """
    now, name = site.clock(), site.channel.name
    async with site.store.sessions() as db, db.begin():
        behind = await accounts.viewer_of(db, name, chat_id)
        if behind is None:
            return None
        why = why or _over(site, behind.session)
        if why is None:
            return None
        theirs = await links.linked(db, account_id=behind.account_id)
        if why is Over.LEFT and theirs:
            await own.end(db, behind.viewer, theirs, zone=site.zone, now=now)
        else:
            await sessions.end(db, name, behind.session, why, now=now)
    site.wake()
    empty_pages(site, chat_id, why, first=by)
    return why


def empty_pages(site: Site, chat_id: int, why: Over, *, first: object = None) -> None:
    """All open pages of a chat show nothing of it any more and come in anew, as strangers."""
    site.whose.pop(chat_id, None)
    tabs = site.webchat.forget(chat_id)
    for number, tab in enumerate(sorted(tabs, key=lambda tab: tab is not first)):
        tab.show(farewell(site, why, wait=OTHERS_WAIT if number else timedelta()))


def farewell(site: Site, why: Over, *, wait: timedelta = timedelta()) -> frames.Over:
    """What a page is told last."""
    hours = int(site.session_lasts / HOUR)
    return frames.Over(why=why, hours=hours, wait=wait.total_seconds())


async def tell_whose(site: Site, chat_id: int, *, chat: str, persona: str | None) -> None:
    """If somebody else is behind a chat than its pages were told, tell them.

    What the one before was shown is taken away. Nobody: then what was just answered ended it.
    """
    behind = await known(site, chat_id)
    if behind and not site.is_demo and _over(site, behind.session):
        empty_pages(site, chat_id, Over.LEFT)
    elif behind and chat_id in site.whose and behind.viewer.person_id != site.whose[chat_id]:
        before, site.whose[chat_id] = site.whose[chat_id], behind.viewer.person_id
        site.webchat.show(chat_id, hello(site, chat, persona, behind))
        if before:
            last = await history.last_lines(site.store, chat_id, reset=True)
            site.webchat.show(chat_id, last)


async def watch(site: Site, stopping: asyncio.Event) -> None:
    """Look every few seconds until told to stop."""
    while not stopping.is_set():
        await look(site)
        await wait_for_news(stopping, LOOK_EVERY.total_seconds())


async def look(site: Site) -> None:
    """End what is over and empty the pages of what was ended elsewhere. One statement."""
    site.webchat.received.forget_old()
    if site.is_demo:
        return
    shown = {chat_id: person for chat_id, person in site.whose.items() if person}
    async with site.store.reading() as db:
        found = await sessions.of_channel(db, site.channel.name)
    for chat_id, session in found.items():
        if _over(site, session):
            await end(site, chat_id, None)
    for chat_id in shown.keys() - found.keys():
        empty_pages(site, chat_id, Over.ENDED)


def _over(site: Site, session: Session) -> Over | None:
    return session.over(now=site.clock(), lasts=site.session_lasts)
