"""Codes are numbered one after another, so that only the budgets keep strangers from trying them.

An attacker has three accounts, several days, a list of codes and many hands. They type the codes,
or draw them as QR codes and send photos of those.
"""

import asyncio
import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

import pytest
from sqlmodel import select

from bot.channels import Channel
from bot.office import Office
from bot.pipeline import Pipeline
from handlers.dossiers.rules import DossierRules
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import Dossier, DossierFollow, OfficeFact
from tests import camera, cast
from tests import office as make
from tests.camera import CameraSession
from tests.hands import Hands

ACCOUNTS, DAYS = 3, 2
THERE = 40  # dossiers, numbered 1, 3, 5 …; what lies between is not there
RULES = DossierRules(codes_per_day=4, digits_per_day=3, codes_per_address=6)
SECRETS = ("Lương Thị Mai", "Hưởng trợ cấp xã hội", "Khoa giáo", "0678", "4321")
DIGITS = "0678"
BEGUN = re.compile(r"Đã theo dõi hồ sơ (H37\S+)\.")
CARD = re.compile(r"Hồ sơ (H37\S+)\n")


def code(number: int) -> str:
    return f"H37.12-261116-{number:04d}"


class Attack:
    """Conversations of strangers, which may go on at the same time."""

    def __init__(self, store: Store, channel: Channel, hands: Hands, *, by_photo: bool) -> None:
        self.store, self.channel, self.hands, self.by_photo = store, channel, hands, by_photo
        self.heard: list[str] = []
        office = Office(version=-1)
        # Each of the program's processes has its own pipeline over the same store.
        self.pipelines = [
            Pipeline(store=store, clock=hands, zone=VIETNAM, office=office, dossier_rules=RULES)
            for _ in range(2)
        ]

    async def new_account(self) -> int:
        async with self.store.sessions() as db, db.begin():
            return (await make.account(db)).chat_id

    async def say(self, chat_id: int, words: str, address: str = "") -> str:
        """Say something and read the one reply."""
        await self.send(chat_id, words, address)
        [said] = self.read(chat_id)
        return said

    async def send(self, chat_id: int, words: str, address: str = "", process: int = 0) -> None:
        bot = self.channel.bot
        said: dict[str, Any] = {"text": words}
        if self.by_photo:
            drawn, _, under_it = words.partition(" ")
            # What else a code says, here the right digits, opens nothing.
            photo = camera.photo_of(self._session, f"{drawn} {DIGITS}")
            said = {"photo": photo, "caption": under_it or None}
        update = self._session.incoming(bot, chat_id, **said)
        await self.pipelines[process].receive(self.channel, update, address)

    def read(self, *chat_ids: int) -> list[str]:
        """Every reply since the last time, each by itself."""
        said = [one.text for chat_id in chat_ids for one in self._session.take(chat_id)]
        self.heard += said
        return said

    async def followed(self) -> set[str]:
        """The codes of all dossiers that anybody follows."""
        theirs = select(Dossier.code).join(DossierFollow)
        async with self.store.reading() as db:
            return set(await db.exec(theirs))

    @property
    def _session(self) -> CameraSession:
        assert isinstance(self.channel.bot.session, CameraSession)
        return self.channel.bot.session


@pytest.fixture(params=["typed", "photo"])
async def attack(store: Store, hands: Hands, request: pytest.FixtureRequest) -> Attack:
    """On both databases: the tries of many processes are counted by the store alone."""
    channel = camera.open_camera(hands)
    hands.now = cast.NOW
    async with store.sessions() as db, db.begin():
        await cast.settle(db)
        db.add(OfficeFact(key="hotline", value="1900 0000"))
        for number in range(THERE):
            await cast.add_dossier(
                db, 2 * number + 1, phone=DIGITS, identity="4321", public=number % 5 != 4
            )
    return Attack(store, channel, hands, by_photo=request.param == "photo")


def shown(heard: Iterable[str]) -> set[str]:
    """The codes of which more was said than that nothing can be said."""
    return {found[1] for one in heard if (found := CARD.match(one))}


def without_code(said: str, number: int) -> str:
    return said.replace(code(number), "…")


async def test_three_accounts_learn_no_more_states_than_their_budgets_and_nobodys_name(
    attack: Attack,
) -> None:
    accounts = [await attack.new_account() for _ in range(ACCOUNTS)]
    asked = iter(range(1, 2 * THERE))
    for day in range(DAYS):
        attack.hands.now = cast.NOW + dt.timedelta(days=day)
        for account in accounts:
            for _ in range(2 * RULES.codes_per_day):
                await attack.say(account, code(next(asked, 1)))
    assert 0 < len(shown(attack.heard)) <= ACCOUNTS * DAYS * RULES.codes_per_day
    everything = "\n".join(attack.heard)
    assert not [secret for secret in SECRETS if secret in everything]


async def test_following_codes_is_under_the_same_budgets_and_tells_no_more(
    attack: Attack,
) -> None:
    """“Theo dõi hồ sơ …” for every code: what asking does not tell, following does not either."""
    attack.by_photo = False  # it is typed
    accounts = [await attack.new_account() for _ in range(ACCOUNTS)]
    asked = iter(range(1, 2 * THERE))
    for day in range(DAYS):
        attack.hands.now = cast.NOW + dt.timedelta(days=day)
        for account in accounts:
            for _ in range(2 * RULES.codes_per_day):
                await attack.say(account, f"theo dõi hồ sơ {code(next(asked, 1))}")
    begun = {found[1] for one in attack.heard if (found := BEGUN.match(one))}
    assert 0 < len(begun) <= ACCOUNTS * DAYS * RULES.codes_per_day
    assert await attack.followed() == begun
    everything = "\n".join(attack.heard)
    assert not [secret for secret in SECRETS if secret in everything]
    hidden, nothing = 9, 10
    stranger = await attack.new_account()
    assert without_code(
        await attack.say(stranger, f"theo dõi hồ sơ {code(hidden)}"), hidden
    ) == without_code(await attack.say(stranger, f"theo dõi hồ sơ {code(nothing)}"), nothing)
    wrong = await attack.say(stranger, f"theo dõi hồ sơ {code(hidden)} 9999")
    assert without_code(wrong, hidden).startswith("Trợ lý chưa mở được")


async def test_an_account_in_many_hands_at_once_has_one_budget(attack: Attack) -> None:
    """Two processes, side by side: within one of them a chat is answered in its order anyway."""
    account = await attack.new_account()
    await asyncio.gather(
        *(attack.send(account, code(number), process=number // 2 % 2) for number in range(1, 17, 2))
    )
    assert len(shown(attack.read(account))) <= RULES.codes_per_day
    assert len(attack.heard) == 8


async def test_new_accounts_do_not_give_a_network_more(attack: Attack) -> None:
    network = "203.0.113.7"
    for number in range(20):
        await attack.say(await attack.new_account(), code(2 * number + 1), network)
    assert len(shown(attack.heard)) <= RULES.codes_per_address
    assert attack.heard[-1] == (
        "Trong một giờ qua đã có nhiều mã hồ sơ được tra từ mạng mà Anh/Chị đang dùng. Những mã đã "
        "tra vẫn xem lại được.\n"
        "Mã khác mời Anh/Chị tra sau một giờ nữa, hoặc gọi 1900 0000 trong giờ làm việc."
    )
    elsewhere = await attack.say(await attack.new_account(), code(1), "198.51.100.9")
    assert elsewhere.startswith("Hồ sơ ")
    attack.hands.now += dt.timedelta(hours=1)
    assert (await attack.say(await attack.new_account(), code(1), network)).startswith("Hồ sơ ")


async def test_guessed_digits_are_bounded_over_all_accounts_and_none_is_confirmed(
    attack: Attack,
) -> None:
    accounts = [await attack.new_account() for _ in range(ACCOUNTS)]
    right = int(DIGITS)
    guesses = [f"{(right + 1 + number) % 10_000:04d}" for number in range(9)]
    await asyncio.gather(
        *(
            attack.send(accounts[at % ACCOUNTS], f"{code(1)} {digits}", process=at % 2)
            for at, digits in enumerate(guesses)
        )
    )
    said = attack.read(*accounts)
    said += [await attack.say(account, f"{code(1)} {DIGITS}") for account in accounts]
    assert not shown(said)
    never = await attack.new_account()
    assert {*said, await attack.say(never, f"{code(1)} {DIGITS}")} == {said[0]}
    attack.hands.now += dt.timedelta(days=1)
    assert "Từ nay" in await attack.say(never, f"{code(1)} {DIGITS}")


async def test_within_or_beyond_the_budgets_nothing_tells_what_is_there(attack: Attack) -> None:
    """The same words for a hidden dossier and for none, and beyond the budget for any code."""
    account = await attack.new_account()
    hidden, nothing = 9, 10
    assert without_code(await attack.say(account, code(hidden)), hidden) == without_code(
        await attack.say(account, code(nothing)), nothing
    )
    for digits in ("1111", "2222", "3333", "4444", DIGITS):
        tried = [await attack.say(account, f"{code(n)} {digits}") for n in (hidden, nothing)]
        assert without_code(tried[0], hidden) == without_code(tried[1], nothing)
    for number in (100, 102):
        await attack.say(account, code(number))
    beyond = {await attack.say(account, code(number)) for number in (1, 2, 19, 21)}
    assert beyond == {
        "Hôm nay tài khoản này đã tra 4 mã hồ sơ khác nhau, là số mã tra được trong một ngày. "
        "Những mã đã tra vẫn xem lại được.\n"
        "Mã khác mời Anh/Chị tra từ ngày mai, hoặc gọi 1900 0000 trong giờ làm việc."
    }


async def test_no_budget_keeps_the_owner_or_the_office_out(attack: Attack) -> None:
    """Strangers have used up everything there is for a code."""
    owner = await attack.new_account()
    assert "Từ nay" in await attack.say(owner, f"{code(1)} {DIGITS}", "203.0.113.7")
    async with attack.store.sessions() as db, db.begin():
        leader = (await make.account(db, cast.person(cast.LEADER))).chat_id
    for number in range(8):
        stranger = await attack.new_account()
        await attack.say(stranger, f"{code(1)} 9999", "203.0.113.7")
        await attack.say(owner, code(2 * number + 51), "203.0.113.7")
        assert "Hưởng trợ cấp" in await attack.say(leader, code(2 * number + 1), "203.0.113.7")
    assert (await attack.say(owner, code(79), "203.0.113.7")).startswith("Trong một giờ qua")
    own = await attack.say(owner, code(1), "203.0.113.7")
    assert own.startswith("Hồ sơ H37.12-261116-0001\nHưởng trợ cấp xã hội hằng tháng\n")


async def test_a_day_ends_at_midnight(attack: Attack) -> None:
    account = await attack.new_account()
    attack.hands.now = cast.NOW.replace(hour=23, minute=59)
    for number in range(1, 11, 2):
        await attack.say(account, code(number))
    assert attack.heard[-1].startswith("Hôm nay tài khoản này đã tra 4 mã")
    attack.hands.now += dt.timedelta(minutes=2)
    assert (await attack.say(account, code(9))).startswith("Trợ lý chưa mở được")
    assert (await attack.say(account, code(11))).startswith("Hồ sơ ")
