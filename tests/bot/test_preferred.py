"""What is said unasked goes to the channel that was chosen, else to the next; once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from sqlmodel import col, select

from bot.channels import Channel
from bot.channels.console import ConsoleSession, open_console
from bot.channels.webchat import WebChat, open_webchat
from bot.channels.zalo_bot import NAME as ZALO_BOT
from bot.channels.zalo_oa import NAME as ZALO_OA
from handlers.reach import ALWAYS, Reach, within
from storage import accounts, messages, told_first
from storage.engine import Store
from storage.models import Account, Message, MessageKind, MessageState
from tests import office as make
from tests.bot.at_work import AtWork, refuses
from tests.bot.people_on import CHANNELS, servers
from tests.bot.test_following import OpenPage
from tests.hands import Hands

MORNING = "2026-11-16 07:30"
TELEGRAM, ZALO, WEB = "telegram", ZALO_OA, "web"


def messenger(hands: Hands, name: str, reach: Reach = ALWAYS) -> Channel:
    """A channel that keeps what it is asked to show."""
    console = open_console(hands, name)
    return replace(console, can=replace(console.can, reach=reach))


async def hoa(store: Store, hands: Hands, **used: int) -> int:
    """Something of hers is late; `used` says how many hours ago each account was used."""
    hands.set(MORNING)
    async with store.sessions() as db, db.begin():
        unit = await make.unit(db)
        person = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
        for channel, hours in used.items():
            seen = hands.now - dt.timedelta(hours=hours)
            await make.account(db, person, channel=channel, seen_at=seen)
        await make.document(
            db, "2/SYT-NVY", holder_id=person.id, unit_id=unit.id, due_on=make.day("2026-11-02")
        )
        return person.id or 0


async def choose(store: Store, person_id: int, channel: str | None) -> None:
    async with store.sessions() as db, db.begin():
        if channel is None:
            await told_first.forget(db, person_id)
        else:
            assert await told_first.choose(db, person_id, channel)


def heard(channel: Channel) -> int:
    """How many messages a channel showed, since the last time."""
    session = channel.bot.session
    assert isinstance(session, ConsoleSession)
    return sum(len(session.take(chat_id)) for chat_id in [*session.heard])


async def briefs(store: Store) -> Sequence[tuple[str, MessageState]]:
    async with store.reading() as db:
        found = await db.exec(
            select(Message).where(Message.kind == MessageKind.BRIEF).order_by(col(Message.id))
        )
        return [(one.channel, one.state) for one in found]


@pytest.mark.parametrize("chosen", [None, TELEGRAM, ZALO])
async def test_one_set_of_reminders_goes_to_the_channel_that_was_chosen(
    sqlite_store: Store, hands: Hands, chosen: str | None
) -> None:
    person_id = await hoa(sqlite_store, hands, zalo_oa=1, telegram=5)
    await choose(sqlite_store, person_id, chosen)
    telegram, zalo = messenger(hands, TELEGRAM), messenger(hands, ZALO, within(2))
    work = AtWork(sqlite_store, hands, telegram, zalo)
    await work.starts(MORNING)
    await work.at("2026-11-16 07:45")
    to = chosen or ZALO
    assert (heard(telegram), heard(zalo)) == (int(to == TELEGRAM), int(to == ZALO))
    assert await briefs(sqlite_store) == [(to, MessageState.SENT)]
    again = AtWork(sqlite_store, hands, telegram, zalo)
    await again.starts("2026-11-16 08:00")  # after a restart nothing is said a second time
    assert (heard(telegram), heard(zalo)) == (0, 0)
    await again.at("2026-11-17 07:30")  # and the next day it goes there again
    assert (heard(telegram), heard(zalo)) == (int(to == TELEGRAM), int(to == ZALO))


async def test_a_choice_that_is_given_back_leaves_it_to_where_somebody_was_last(
    sqlite_store: Store, hands: Hands
) -> None:
    person_id = await hoa(sqlite_store, hands, zalo_oa=1, telegram=5)
    await choose(sqlite_store, person_id, TELEGRAM)
    await choose(sqlite_store, person_id, None)
    telegram, zalo = messenger(hands, TELEGRAM), messenger(hands, ZALO, within(2))
    await AtWork(sqlite_store, hands, telegram, zalo).starts(MORNING)
    assert (heard(telegram), heard(zalo)) == (0, 1)


async def test_from_a_chosen_channel_that_is_blocked_it_goes_to_the_next_by_use(
    sqlite_store: Store, hands: Hands
) -> None:
    person_id = await hoa(sqlite_store, hands, telegram=9, zalo_bot=2, zalo_oa=5)
    await choose(sqlite_store, person_id, TELEGRAM)
    telegram, zalo = messenger(hands, TELEGRAM), messenger(hands, ZALO, within(2))
    bot = messenger(hands, ZALO_BOT)
    refuses(telegram, TelegramForbiddenError)
    work = AtWork(sqlite_store, hands, telegram, zalo, bot)
    await work.starts(MORNING)
    assert (heard(telegram), heard(zalo), heard(bot)) == (0, 0, 1)
    assert await briefs(sqlite_store) == [(ZALO_BOT, MessageState.SENT)]
    await work.at("2026-11-17 07:30")  # it is not tried again before she writes there
    assert (heard(telegram), heard(bot)) == (0, 1)


@pytest.mark.parametrize(("hours", "to"), [(47, ZALO), (49, TELEGRAM)])
async def test_outside_its_window_a_chosen_channel_gives_way(
    sqlite_store: Store, hands: Hands, hours: int, to: str
) -> None:
    person_id = await hoa(sqlite_store, hands, zalo_oa=hours, telegram=60)
    await choose(sqlite_store, person_id, ZALO)
    telegram, zalo = messenger(hands, TELEGRAM), messenger(hands, ZALO, within(2))
    await AtWork(sqlite_store, hands, telegram, zalo).starts(MORNING)
    assert (heard(telegram), heard(zalo)) == (int(to == TELEGRAM), int(to == ZALO))


async def test_a_window_that_is_over_knocks_only_where_there_is_no_other_channel(
    sqlite_store: Store, hands: Hands
) -> None:
    person_id = await hoa(sqlite_store, hands, zalo_oa=50, telegram=60)
    await choose(sqlite_store, person_id, ZALO)
    knocked: list[int] = []

    async def knock(chat_id: int, _title: str, _day: dt.date) -> None:
        knocked.append(chat_id)

    telegram = messenger(hands, TELEGRAM)
    zalo = replace(messenger(hands, ZALO, within(2)), knock=knock)
    work = AtWork(sqlite_store, hands, telegram, zalo)
    await work.starts(MORNING)
    assert (heard(telegram), len(knocked)) == (1, 0)
    refuses(telegram, TelegramForbiddenError)
    await work.at("2026-11-17 07:30")
    assert (heard(telegram), len(knocked)) == (0, 1)


async def test_of_trouble_on_the_way_it_waits_and_is_said_on_no_other_channel(
    sqlite_store: Store, hands: Hands
) -> None:
    person_id = await hoa(sqlite_store, hands, telegram=5, zalo_oa=1)
    await choose(sqlite_store, person_id, TELEGRAM)
    telegram, zalo = messenger(hands, TELEGRAM), messenger(hands, ZALO, within(2))
    refuses(telegram, TelegramNetworkError)
    work = AtWork(sqlite_store, hands, telegram, zalo)
    await work.starts(MORNING)
    assert (heard(telegram), heard(zalo)) == (0, 0)
    await work.at("2026-11-16 07:45")
    assert (heard(telegram), heard(zalo)) == (1, 0)


@pytest.mark.parametrize("is_open", [True, False])
async def test_a_chosen_page_is_the_place_while_it_is_open(
    sqlite_store: Store, hands: Hands, *, is_open: bool
) -> None:
    person_id = await hoa(sqlite_store, hands, web=5, telegram=9)
    await choose(sqlite_store, person_id, WEB)
    web, telegram = open_webchat(sqlite_store, hands), messenger(hands, TELEGRAM)
    assert isinstance(web.bot.session, WebChat)
    if is_open:
        async with sqlite_store.reading() as db:
            page = (await db.exec(select(Account).where(Account.channel == WEB))).one()
        web.bot.session.open(page.chat_id, OpenPage())
    await AtWork(sqlite_store, hands, web, telegram).starts(MORNING)
    assert heard(telegram) == int(not is_open)
    assert await briefs(sqlite_store) == [(WEB if is_open else TELEGRAM, MessageState.SENT)]


async def test_a_closed_page_still_keeps_it_where_there_is_no_other_channel(
    sqlite_store: Store, hands: Hands
) -> None:
    person_id = await hoa(sqlite_store, hands, web=5, telegram=9)
    await choose(sqlite_store, person_id, WEB)
    web, telegram = open_webchat(sqlite_store, hands), messenger(hands, TELEGRAM)
    refuses(telegram, TelegramForbiddenError)
    await AtWork(sqlite_store, hands, web, telegram).starts(MORNING)
    assert await briefs(sqlite_store) == [(WEB, MessageState.SENT)]


@pytest.mark.parametrize(("chosen", "to"), [(None, ZALO), (TELEGRAM, TELEGRAM)])
async def test_news_that_were_made_for_an_account_follow_the_choice(
    sqlite_store: Store, hands: Hands, chosen: str | None, to: str
) -> None:
    """Such as a colleague's wish that somebody stand in."""
    person_id = await hoa(sqlite_store, hands, zalo_oa=1, telegram=5)
    await choose(sqlite_store, person_id, chosen)
    telegram, zalo = messenger(hands, TELEGRAM), messenger(hands, ZALO, within(2))
    work = AtWork(sqlite_store, hands, telegram, zalo)
    hands.set("2026-11-16 10:00")
    async with sqlite_store.sessions() as db, db.begin():
        account = (await db.exec(select(Account).where(Account.channel == ZALO))).one()
        for kind in (MessageKind.NEWS, MessageKind.ACCOUNT):
            await messages.tell(db, kind=kind, account_id=account.id, words=kind, now=hands.now)
    await work.at("2026-11-16 10:01")
    assert (heard(telegram), heard(zalo)) == ((1, 1) if to == TELEGRAM else (0, 2))


@pytest.mark.parametrize("channel", [one for one in CHANNELS if one != "console"])
async def test_its_buttons_work_on_every_channel_after_a_restart(
    sqlite_store: Store, hands: Hands, channel: str
) -> None:
    other = ZALO if channel != ZALO else TELEGRAM
    label = {ZALO: "Zalo OA", TELEGRAM: "Telegram"}[other]
    person_id = await hoa(sqlite_store, hands, **{other: 1})
    async with servers() as sit:
        person = sit[channel](sqlite_store, hands)
        async with sqlite_store.sessions() as db, db.begin():
            account = await make.account(
                db, channel=channel, chat_id=person.chat_id, person_id=person_id, seen_at=hands.now
            )
            account.external_id = person.external_id
        (asked,) = await person.say("tôi đang được nhắc ở đâu?")
        assert label in asked.choices
        await person.channel.bot.session.close()
        person = sit[channel](sqlite_store, hands)
        press = person.say if channel == WEB else person.choose  # a new page has its history only
        (chosen,) = await press(label)
        assert "Nhắc việc được gửi trước hết qua" in chosen.text
        await person.channel.bot.session.close()
    async with sqlite_store.reading() as db:
        first = (await accounts.accounts_of(db, person_id))[0]
        assert (first.channel, await told_first.chosen(db, person_id)) == (other, other)
