"""“Nhắc tôi qua Zalo” · Where am I reminded, and where first? A button chooses each channel."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiogram import Router
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.account import own
from handlers.filters import asks
from handlers.keyboards import asking
from handlers.reach import Reach, Reaches
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from handlers.understanding.channels_said import HERE, NOT, WHEREVER, ZALO
from storage import accounts, told_first
from storage.models import Account
from storage.viewer import Viewer

router = Router(name=__name__)
MOST_BUTTONS = 5  # of channels; “tự chọn” comes after them
BOTH_ZALOS = ("zalo_oa", "zalo_bot")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A channel where somebody is linked; `reach` is None where the office does not run it now."""

    channel: str
    chosen: bool
    blocked: bool
    used_at: dt.datetime
    reach: Reach | None

    @property
    def tells(self) -> bool:
        """Something can be told there unasked, at least at times."""
        return self.reach is not None and self.reach.when is not Reaches.NEVER


@asks(router, Question.ACCOUNT_CHANNEL)
async def account_channel(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    reaches: Mapping[str, Reach],
) -> SendMessage:
    """Choose what the words name, and show what holds then: the channels in their order.

    What is not linked is not chosen: its reader is told how to link it.
    """
    if not viewer.is_staff:
        return answer(_where_followed(reaches[viewer.channel], say), _what_is_followed(say))
    person_id = own.oneself(viewer)
    places = _places(await accounts.accounts_of(db, person_id), reaches)
    wanted = _meant(asked.slots.topic, viewer.channel, places)
    note = _trouble(wanted, places, reaches, say)
    if wanted and note is None:
        if wanted == WHEREVER:
            await told_first.forget(db, person_id)
        else:
            await told_first.choose(db, person_id, wanted)
        note = say("account-channel-done")
        places = _places(await accounts.accounts_of(db, person_id), reaches)
    return answer.instead(lines(note, *_shown(places, say, now)), _choices(places, say))


def _places(theirs: Sequence[Account], reaches: Mapping[str, Reach]) -> list[Place]:
    """Each channel once, in the order in which its person is told things."""
    by_channel: dict[str, Account] = {}
    for one in theirs:
        known = by_channel.setdefault(one.channel, one)
        if known.blocked_at and not one.blocked_at:
            by_channel[one.channel] = one
    return [
        Place(
            channel=channel,
            chosen=one.preferred,
            blocked=one.blocked_at is not None,
            used_at=one.seen_at or one.since,
            reach=reaches.get(channel),
        )
        for channel, one in by_channel.items()
    ]


def _meant(topic: str, here: str, places: Sequence[Place]) -> str:
    """The channel that the words mean, WHEREVER, or nothing where they only ask."""
    if topic.startswith(NOT):
        refused = _meant(topic.removeprefix(NOT), here, places)
        others = [one.channel for one in places if one.tells and one.channel != refused]
        return others[0] if others else ""
    if topic == ZALO:
        linked = [one.channel for one in places if one.channel in BOTH_ZALOS]
        return linked[0] if linked else ZALO
    return here if topic == HERE else topic


def _trouble(
    wanted: str, places: Sequence[Place], reaches: Mapping[str, Reach], say: Say
) -> Words | None:
    """Why a channel cannot be chosen, and what to do; None where it can, or nothing is wanted."""
    if wanted in ("", WHEREVER):
        return None
    linked = next((one for one in places if one.channel == wanted), None)
    if linked:
        return None if linked.tells else say("account-channel-tells-nothing")
    names = BOTH_ZALOS if wanted == ZALO else (wanted,)
    run = next((name for name in names if name in reaches), None)
    if run is None:
        return say("account-channel-not-run")
    return say("account-channel-not-linked", channel=own.channel(run, say))


def _shown(places: Sequence[Place], say: Say, now: dt.datetime) -> list[Words]:
    first = next((one for one in places if one.chosen), None)
    heading = (
        say("account-channel-chosen", channel=own.channel(first.channel, say))
        if first
        else say("account-channel-usual")
    )
    after = say("account-channel-after", chosen=first is not None) if len(places) > 1 else None
    return [heading, *(_line(one, say, now) for one in places), *([after] if after else [])]


def _line(place: Place, say: Say, now: dt.datetime) -> Words:
    """The channel, and when it cannot be written to."""
    reach, days = place.reach, place.reach.days if place.reach else 0
    if reach is None:
        when = "not_run"
    elif place.blocked:
        when = "blocked"
    else:
        when = "over" if reach.ended(place.used_at, now) else reach.when
    return say(
        "account-channel-line",
        channel=own.channel(place.channel, say),
        when=when,
        hours=days * 24,
        until=place.used_at + dt.timedelta(days=days),
    )


def _choices(places: Sequence[Place], say: Say) -> Buttons:
    """A button for each channel that tells something, and one that gives the choice back."""
    can = [one.channel for one in places if one.tells][:MOST_BUTTONS]
    chosen = any(one.chosen for one in places)
    rows = [[_choosing(say("account-channel-button", channel=one), one)] for one in can]
    return [
        *(rows if len(can) > 1 or chosen else []),
        *([[_choosing(say("account-channel-button-usual"), WHEREVER)]] if chosen else []),
    ]


def _choosing(label: str, channel: str) -> InlineKeyboardButton:
    slots = Slots(topic=channel)
    return asking(label, Asked(question=Question.ACCOUNT_CHANNEL, confidence=1.0, slots=slots))


def _where_followed(here: Reach, say: Say) -> Words:
    """A citizen is told only of dossiers that they follow, where they follow them."""
    return lines(
        say("account-channel-citizen"),
        say("dossier-follow-promise", reach=here.when, days=here.days),
        say("account-channel-citizen-elsewhere"),
    )


def _what_is_followed(say: Say) -> Buttons:
    followed = Asked(question=Question.DOSSIER_FOLLOWED, confidence=1.0)
    return [[asking(say("help-ask-followed"), followed)]]
