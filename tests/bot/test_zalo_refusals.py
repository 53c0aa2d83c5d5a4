"""What an Official Account refuses, and what is done about each; the window; the older address."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import GetMe, SendDocument
from aiogram.types import BufferedInputFile
from sqlmodel import col, select

from bot.channels import NotNowError
from bot.channels.console import ConsoleSession, open_console
from bot.channels.zalo import refusals
from bot.channels.zalo_oa import NAME
from handlers.reminders.alarms import words
from handlers.texts import speak
from scheduler import alarms, office_days
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import Account, Message, MessageKind, MessageState
from storage.troubles import NO_BUDGET
from tests import office as make
from tests.bot.at_work import AtWork
from tests.bot.fake_zalo_oa import FakeOa, buttons_of, fake_oa
from tests.bot.on_zalo import USER, client_of, oa_channel, on_oa
from tests.bot.test_zalo_oa import hoa_on_zalo
from tests.hands import Hands

WORDS = {"text": "a"}
BUTTONS: dict[str, Any] = {
    "text": "a",
    "attachment": {
        "type": "template",
        "payload": {"buttons": [{"title": "Xem", "type": "oa.query.hide", "payload": "#1:q"}]},
    },
}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (-32, TelegramRetryAfter),
        (-213, TelegramForbiddenError),
        (-230, TelegramForbiddenError),
        (-211, NotNowError),
        (-224, NotNowError),
        (-234, NotNowError),
        (-201, TelegramBadRequest),
        (-248, TelegramBadRequest),
        (-9999, TelegramBadRequest),
    ],
)
async def test_each_number_means_something(
    sqlite_store: Store, hands: Hands, code: int, kind: type[Exception]
) -> None:
    async with fake_oa() as fake:
        client = client_of(sqlite_store, hands, fake)
        fake.refusals = [code]
        with pytest.raises(kind) as refused:
            await client.say(GetMe(), str(USER), WORDS)
        await client.http.close()
    assert (type(refused.value) is NotNowError) is (kind is NotNowError)


def test_no_number_means_two_things() -> None:
    every = [code for codes in refusals._CODES.values() for code in codes]
    assert len(every) == len(set(every))


async def test_after_235_the_older_address_is_pinned_also_over_a_restart(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        fake.state_agency = True
        for _ in range(2):
            client = client_of(sqlite_store, hands, fake)
            await client.say(GetMe(), str(USER), WORDS)
            await client.say(GetMe(), str(USER), WORDS)
            await client.http.close()
    assert {body["path"] for body in fake.said} == {"/v2.0/oa/message"}
    assert len(fake.said) == 4


async def test_an_account_that_wants_its_buttons_named_gets_them_named(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        fake.wants_named_buttons = True
        client = client_of(sqlite_store, hands, fake)
        for _ in range(2):
            await client.say(GetMe(), str(USER), BUTTONS)
        await client.http.close()
        kinds = [one["message"]["attachment"]["payload"]["template_type"] for one in fake.said]
    assert kinds == ["button", "button"]


async def messages(store: Store) -> list[tuple[str, str, MessageState, str]]:
    async with store.reading() as db:
        found = await db.exec(
            select(Message).where(Message.kind == MessageKind.BRIEF).order_by(col(Message.id))
        )
        return [(one.slot, one.channel, one.state, one.reason) for one in found]


async def seen(store: Store, hands: Hands, ago: timedelta) -> None:
    async with store.sessions() as db, db.begin():
        account = (await db.exec(select(Account).where(Account.channel == NAME))).one()
        account.seen_at = hands.now - ago


@pytest.mark.parametrize(
    ("ago", "more", "said", "knocked"),
    [
        (timedelta(hours=40), {}, 1, 0),
        (timedelta(hours=49), {}, 0, 0),
        (timedelta(hours=49), {"paid": True}, 1, 0),
        (timedelta(days=8), {"paid": True}, 0, 0),
        (timedelta(days=8), {"template_id": "77"}, 0, 1),
    ],
)
async def test_the_window_is_known_before_anything_is_sent(
    sqlite_store: Store,
    hands: Hands,
    ago: timedelta,
    more: dict[str, Any],
    said: int,
    knocked: int,
) -> None:
    await hoa_on_zalo(sqlite_store, 3)
    hands.set("2026-11-16 07:30")
    await seen(sqlite_store, hands, ago)
    async with fake_oa() as fake:
        channel = oa_channel(sqlite_store, hands, fake, **more)
        await AtWork(sqlite_store, hands, channel).starts("2026-11-16 07:30")
        await channel.bot.session.close()
        assert (len(fake.said), len(fake.templates)) == (said, knocked)
        if knocked:
            assert fake.templates == [
                {
                    "user_id": str(USER),
                    "template_id": "77",
                    "template_data": {"noi_dung": "Việc hôm nay", "ngay": "16/11/2026"},
                }
            ]
    ((_, where, state, reason),) = await messages(sqlite_store)
    if said or knocked:
        assert (where, state) == (NAME, MessageState.SENT)
    else:
        assert (state, reason) == (MessageState.FAILED, f"{NAME}: window")


async def test_when_the_quota_is_gone_nothing_is_lost_and_the_next_channel_takes_it(
    sqlite_store: Store, hands: Hands
) -> None:
    hoa = await hoa_on_zalo(sqlite_store, 3)
    hands.set("2026-11-16 07:30")
    await seen(sqlite_store, hands, timedelta(hours=1))
    async with fake_oa() as fake:
        channel = oa_channel(sqlite_store, hands, fake)
        fake.refusals = [-211]
        work = AtWork(sqlite_store, hands, channel)
        await work.starts("2026-11-16 07:30")
        ((_, _, state, reason),) = await messages(sqlite_store)
        assert (state, reason) == (MessageState.PLANNED, f"{NAME}: {NO_BUDGET}")
        assert fake.said == []

        async with sqlite_store.sessions() as db, db.begin():
            await make.account(db, hoa, channel="console", chat_id=9)
            waiting = (await db.exec(select(Message))).one()
            waiting.send_at = hands.now
        console = open_console(hands)
        both = AtWork(sqlite_store, hands, channel, console)
        await both.at("2026-11-16 07:40")
        session = console.bot.session
        assert isinstance(session, ConsoleSession)
        assert len(session.take(9)) == 1
        assert fake.said == []  # and Zalo was not even asked again before midnight
        await channel.bot.session.close()


async def test_the_admin_hears_what_keeps_the_account_from_speaking(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        client = client_of(sqlite_store, hands, fake)
        fake.refusals = [-224]
        with pytest.raises(NotNowError):
            await client.say(GetMe(), str(USER), WORDS)
        async with sqlite_store.reading() as db:
            calendar = await office_days.read(db)
            (trouble,) = await alarms.troubles(db, now=hands.now, calendar=calendar)
        said, _, _ = words(trouble, say=speak("vi", VIETNAM))
        assert "Zalo OA của Văn phòng: thiếu gói" in said
        await client.say(GetMe(), str(USER), WORDS)
        async with sqlite_store.reading() as db:
            assert await alarms.troubles(db, now=hands.now, calendar=calendar) == []
        await client.http.close()


async def test_a_token_that_dies_in_the_middle_of_a_long_brief_doubles_nothing(
    sqlite_store: Store, hands: Hands
) -> None:
    class DiesOnTheWay(FakeOa):
        async def _tell(self) -> None:
            if len(self.said) == 1:
                self.expire()
            await super()._tell()

    async with on_oa(sqlite_store, hands) as chat:
        chat.fake.__class__ = DiesOnTheWay
        await chat.channel.bot.send_message(USER, "Một câu ngắn. " * 300)
        texts = chat.fake.texts
    assert len(texts) == 3
    assert sum(text.count("Một câu ngắn.") for text in texts) == 300
    assert chat.fake.renewals == 2


async def test_what_was_uploaded_and_is_gone_is_uploaded_again(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_oa(sqlite_store, hands) as chat:
        await chat.say("trợ giúp")
        chat.fake.refusals = [0, -100]
        paper = BufferedInputFile(b"%PDF-1.4", filename="giay-hen.pdf")
        await chat.channel.bot(SendDocument(chat_id=USER, document=paper, caption="Giấy hẹn"))
        assert len(chat.fake.uploads) == 2
        assert chat.fake.said[-1]["message"]["attachment"]["payload"] == {"token": "file2"}
        assert chat.fake.texts.count("Giấy hẹn") == 1
        assert buttons_of(chat.fake.said[-1]) == []
