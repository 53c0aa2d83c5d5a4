"""A refresh token works once: whoever renews, one pair is fetched, stored and then used."""

import asyncio
import hashlib
import logging
from datetime import timedelta

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe

from bot.channels import NotNowError
from bot.channels.zalo.tokens import PURPOSE
from bot.channels.zalo_oa import NAME
from storage import channel_troubles, zalo_grants
from storage.engine import Store
from storage.models import ChannelTroubleKind
from storage.strongbox import Strongbox
from storage.zalo_grants import Grant
from tests.bot.fake_zalo_oa import APP, FIRST, fake_oa
from tests.bot.on_zalo import OFFICE_SECRET, USER, client_of
from tests.hands import Hands

WORDS = {"text": "a"}
BOX = Strongbox(OFFICE_SECRET, PURPOSE)


async def grant_in(store: Store) -> Grant:
    async with store.reading() as db:
        held = await zalo_grants.grant(db, APP)
    assert held
    return held


async def pair_in(store: Store) -> tuple[str, str, str]:
    held = await grant_in(store)
    tokens = (held.access_token, held.refresh_token, held.previous_refresh_token)
    assert all(map(BOX.holds, tokens))
    access, refresh, previous = map(BOX.opened, tokens)
    return access, refresh, previous


async def test_ten_at_once_in_two_processes_renew_once(store: Store, hands: Hands) -> None:
    async with fake_oa() as fake:
        fake.slow_renewal = 0.2
        processes = [client_of(store, hands, fake) for _ in range(2)]
        said = [one.say(GetMe(), str(USER), WORDS) for one in processes for _ in range(5)]
        await asyncio.gather(*said)
        for one in processes:
            await one.http.close()
        assert (fake.renewals, len(fake.said)) == (1, 10)
    assert await pair_in(store) == ("a1", "r1", FIRST)


async def test_it_is_renewed_ahead_of_its_end_and_after_a_restart_used_on(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        for hours_later, renewals in ((0, 1), (23, 1), (1, 2), (0, 2)):
            hands.forward(hours=hours_later)
            client = client_of(sqlite_store, hands, fake)
            await client.say(GetMe(), str(USER), WORDS)
            await client.http.close()
            assert fake.renewals == renewals


async def test_a_token_that_died_is_renewed_and_the_words_are_said_once(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        client = client_of(sqlite_store, hands, fake)
        await client.say(GetMe(), str(USER), WORDS)
        fake.expire()
        await client.say(GetMe(), str(USER), {"text": "b"})
        await client.http.close()
        assert (fake.texts, fake.renewals) == (["a", "b"], 2)


async def test_who_is_cut_off_while_renewing_loses_no_pair(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        fake.slow_renewal = 0.3
        client = client_of(sqlite_store, hands, fake)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await client.tokens.current()
        await client.tokens.close()
        await client.http.close()
        assert (await pair_in(sqlite_store))[1] == fake.refresh


async def test_when_no_token_is_taken_whoever_keeps_the_program_is_told_and_a_new_one_helps(
    sqlite_store: Store, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    async with fake_oa() as fake:
        fake.dead = True
        client = client_of(sqlite_store, hands, fake)
        for _ in range(2):
            with pytest.raises(NotNowError):
                await client.say(GetMe(), str(USER), WORDS)
        told = [r.message for r in caplog.records if r.levelno == logging.ERROR]
        assert len(told) == 1
        assert "OFFICE_ZALO_OA_REFRESH_TOKEN" in told[0]
        async with sqlite_store.reading() as db:
            (trouble,) = await channel_troubles.standing(db)
        assert (trouble.channel, trouble.kind) == (NAME, ChannelTroubleKind.AUTHORISE)

        fake.dead, fake.refresh = False, "from-the-console"
        again = client_of(sqlite_store, hands, fake, refresh_token="from-the-console")
        await again.say(GetMe(), str(USER), WORDS)
        async with sqlite_store.reading() as db:
            assert await channel_troubles.standing(db) == []
        for one in (client, again):
            await one.http.close()


async def test_a_store_of_yesterday_begins_with_the_token_before(
    sqlite_store: Store, hands: Hands
) -> None:
    """The newest pair is not taken, the one before it is: as after a restored backup."""
    async with fake_oa() as fake:
        client = client_of(sqlite_store, hands, fake)
        await client.tokens.current()
        fake.refresh = FIRST
        fake.expire()
        await client.say(GetMe(), str(USER), WORDS)
        await client.http.close()
        assert fake.texts == ["a"]


async def test_a_zalo_that_is_not_there_does_not_use_up_the_token(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        url = fake.url
        fake.url = "http://127.0.0.1:9"
        away = client_of(sqlite_store, hands, fake)
        with pytest.raises(TelegramNetworkError) as trouble:
            await away.say(GetMe(), str(USER), WORDS)
        assert "127.0.0.1" not in str(trouble.value)
        fake.url = url
        back = client_of(sqlite_store, hands, fake)
        await back.say(GetMe(), str(USER), WORDS)
        for one in (away, back):
            await one.http.close()
        assert fake.renewals == 1


TOKENS = ("first-of-the-console", "access-of-now", "refresh-of-now")


def lies_in(store: Store, *tokens: str) -> list[str]:
    """Those that stand readable in any file of the store."""
    assert store.file
    beside = store.file.parent.glob(f"{store.file.name}*")
    content = b"".join(file.read_bytes() for file in beside)
    return [token for token in tokens if token.encode() in content]


async def test_nobody_who_has_the_stores_files_can_speak_as_the_office(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        fake.refresh, fake.names = TOKENS[0], (TOKENS[1], TOKENS[2])
        client = client_of(sqlite_store, hands, fake, refresh_token=TOKENS[0])
        await client.say(GetMe(), str(USER), WORDS)
        await client.http.close()
    assert await pair_in(sqlite_store) == (*TOKENS[1:], TOKENS[0])
    assert lies_in(sqlite_store, *TOKENS) == []


async def test_what_an_earlier_version_stored_readable_is_encrypted_and_renewed(
    sqlite_store: Store, hands: Hands
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        seal = hashlib.sha256(FIRST.encode()).hexdigest()
        await zalo_grants.seed(db, APP, FIRST, seal=seal)
    readable = await grant_in(sqlite_store)
    async with sqlite_store.sessions() as db, db.begin():
        pair = {"access_token": TOKENS[1], "refresh_token": TOKENS[2]}
        later = hands.now + timedelta(hours=20)
        await zalo_grants.renewed(db, readable, **pair, expires_at=later, now=hands.now)
    assert set(lies_in(sqlite_store, *TOKENS)) == set(TOKENS[1:])
    async with fake_oa() as fake:
        fake.access, fake.refresh = TOKENS[1:]
        client = client_of(sqlite_store, hands, fake)
        await client.tokens.held()
        assert await pair_in(sqlite_store) == (*TOKENS[1:], FIRST)
        await client.say(GetMe(), str(USER), WORDS)
        await client.http.close()
        assert (fake.texts, fake.renewals) == (["a"], 1)
    assert await pair_in(sqlite_store) == ("a1", "r1", TOKENS[2])
    await sqlite_store.close()  # what was written in between goes into the file
    assert lies_in(sqlite_store, *TOKENS) == []


async def test_with_another_secret_the_account_must_be_authorised_again(
    sqlite_store: Store, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    async with fake_oa() as fake:
        before = client_of(sqlite_store, hands, fake)
        await before.say(GetMe(), str(USER), WORDS)
        changed = client_of(sqlite_store, hands, fake, office_secret="y" * 32)
        with pytest.raises(NotNowError):
            await changed.say(GetMe(), str(USER), WORDS)
        assert (fake.texts, fake.renewals) == (["a"], 1)
        assert "(another OFFICE_SECRET)" in caplog.text
        async with sqlite_store.reading() as db:
            (trouble,) = await channel_troubles.standing(db)
        assert trouble.kind == ChannelTroubleKind.AUTHORISE

        await before.say(GetMe(), str(USER), WORDS)  # the secret of before reads it still
        fake.refresh = "from-the-console"
        given = {"office_secret": "y" * 32, "refresh_token": "from-the-console"}
        again = client_of(sqlite_store, hands, fake, **given)
        await again.say(GetMe(), str(USER), WORDS)
        async with sqlite_store.reading() as db:
            assert await channel_troubles.standing(db) == []
        for one in (before, changed, again):
            await one.http.close()
