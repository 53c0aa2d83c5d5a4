"""What is kept about one account, as a text that its person can read, print and keep."""

import datetime as dt
from collections.abc import Iterator

from handlers.texts import Say, Words, plain
from storage.own_data import Kept, KeptHandover
from storage.terms import Terms
from storage.viewer import Viewer


def written(kept: Kept, viewer: Viewer, *, say: Say, now: dt.datetime, terms: Terms) -> str:
    """The whole paper; every kind of data has its place, also when there is none."""
    parts = (
        _account(kept, viewer, say, now),
        _section("data-file-lines", _lines(kept, say), say, days=terms.chats.days),
        _section("data-file-files", _files(kept, say), say, days=terms.chats.days),
        _section("data-file-handovers", _handovers(kept, say), say, days=terms.chats.days),
        _section("data-file-form", _form(kept, say), say),
        _section("data-file-grants", _grants(kept, say), say, days=terms.lookups.days),
        _section("data-file-follows", _follows(kept, say), say),
        _section("data-file-requests", _requests(kept, say), say),
        _section("data-file-waiting", _waiting(kept, say), say),
        _section("data-file-tries", _tries(kept, say), say, days=terms.lookups.days),
        _section("data-file-acts", _acts(kept, say), say, days=terms.audit.days),
        [say("data-file-not-kept")],
        [say("data-file-rights")],
    )
    return "\n\n".join("\n".join(map(plain, part)) for part in parts) + "\n"


def _section(heading: str, found: Iterator[Words], say: Say, **facts: int) -> list[Words]:
    told = list(found)
    return [say(heading, number=len(told), **facts), *(told or [say("data-file-none")])]


def _account(kept: Kept, viewer: Viewer, say: Say, now: dt.datetime) -> list[Words]:
    account = kept.account
    told = [
        say("data-file-title"),
        say("data-file-made", at=now),
        Words(""),
        say("data-file-account"),
        say("data-file-channel", channel=account.channel, number=account.external_id),
        say("data-file-since", since=account.since),
    ]
    if account.seen_at:
        told.append(say("data-file-seen", at=account.seen_at))
    if account.language:
        told.append(say("data-file-language", language=account.language))
    if viewer.person_id is not None and not viewer.on_behalf:
        told.append(say("data-file-person", name=viewer.name, title=viewer.title))
    if account.linked_at:
        told.append(say("data-file-linked", at=account.linked_at))
    if kept.told_first:
        first = say("account-channel", channel=kept.told_first)
        told.append(say("data-file-told-first", channel=first))
    return told


def _lines(kept: Kept, say: Say) -> Iterator[Words]:
    for line in kept.lines:
        who = "data-file-we-said" if line.ours else "data-file-you-said"
        words = plain(line.html) or say("data-file-without-words")
        yield say(who, at=line.at, words=words)


def _files(kept: Kept, say: Say) -> Iterator[Words]:
    for file in kept.files:
        yield say("data-file-file", at=file.at, name=file.name, size=file.size)


def _handovers(kept: Kept, say: Say) -> Iterator[Words]:
    for one in kept.handovers:
        yield say("data-file-handover", at=one.asked_at, ended=one.ended_at is not None)
        yield from _said(one, say)


def _said(one: KeptHandover, say: Say) -> Iterator[Words]:
    for at, by_officer, words in one.lines:
        yield say("data-file-they-said" if by_officer else "data-file-you-said", at=at, words=words)


def _form(kept: Kept, say: Say) -> Iterator[Words]:
    for value in kept.form:
        yield say("data-file-value", value=value)


def _grants(kept: Kept, say: Say) -> Iterator[Words]:
    for grant in kept.grants:
        yield say("data-file-grant", code=grant.code, since=grant.since)


def _follows(kept: Kept, say: Say) -> Iterator[Words]:
    for follow in kept.follows:
        yield say("data-file-grant", code=follow.code, since=follow.since)


def _requests(kept: Kept, say: Say) -> Iterator[Words]:
    for one in kept.requests:
        kind = say("data-kind", kind=one.kind)
        yield say("data-file-request", number=one.id, kind=kind, at=one.asked_at)
        if one.detail:
            yield say("data-file-value", value=one.detail)
        if one.done_at:
            yield say("data-file-request-done", at=one.done_at, note=one.note)


def _waiting(kept: Kept, say: Say) -> Iterator[Words]:
    for one in kept.waiting:
        yield say("data-file-message", at=one.send_at, words=plain(one.words))


def _tries(kept: Kept, say: Say) -> Iterator[Words]:
    if kept.tries:
        yield say("data-file-tried", number=kept.tries)


def _acts(kept: Kept, say: Say) -> Iterator[Words]:
    for act in kept.acts:
        yield say("data-file-act", at=act.at, act=act.act.replace(".", "-").replace("_", "-"))
