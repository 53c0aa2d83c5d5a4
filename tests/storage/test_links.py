"""A link code is used once, however many try it at once; on both databases."""

import asyncio
import datetime as dt

import pytest

from storage import accounts, links
from storage.engine import Store
from storage.errors import NotFoundError, ProblemError
from storage.link_rules import LinkRules
from storage.models import Person
from storage.seals import Seal
from tests import cast
from tests import office as make

SEAL = Seal("a secret of this office, 32 letters")
RULES = LinkRules()
MANY = 30


@pytest.fixture(autouse=True)
async def office(store: Store) -> None:
    async with store.sessions() as db, db.begin():
        await cast.settle(db)


async def code_for(store: Store, person_id: int) -> str:
    async with store.sessions() as db, db.begin():
        return await links.make_code(db, person_id, seal=SEAL, rules=RULES, now=cast.NOW)


async def new_account(store: Store) -> int:
    async with store.sessions() as db, db.begin():
        return (await make.account(db)).id or 0


async def tried(
    store: Store, account_id: int, code: str, *, now: dt.datetime = cast.NOW
) -> int | str:
    """The person who is behind the account now, or the refusal; a refused try is kept."""
    async with store.sessions() as db, db.begin():
        try:
            return await links.redeem(db, account_id, code, seal=SEAL, rules=RULES, now=now)
        except (NotFoundError, ProblemError) as refused:
            return refused.text_id


async def test_of_many_accounts_at_once_one_is_linked(store: Store) -> None:
    code = await code_for(store, cast.OFFICER)
    account_ids = [await new_account(store) for _ in range(MANY)]
    came = await asyncio.gather(*(tried(store, one, code) for one in account_ids))
    assert sorted(came, key=str) == [cast.OFFICER, *["account-code-useless"] * (MANY - 1)]
    async with store.reading() as db:
        assert len(await accounts.accounts_of(db, cast.OFFICER)) == 1


async def test_many_wrong_codes_at_once_are_counted_one_by_one(store: Store) -> None:
    account_id = await new_account(store)
    came = await asyncio.gather(*(tried(store, account_id, "B2CF3GHJ4K") for _ in range(MANY)))
    assert came.count("account-code-useless") == RULES.wrong_tries
    assert came.count("account-locked") == MANY - RULES.wrong_tries
    code = await code_for(store, cast.OFFICER)
    assert await tried(store, account_id, code) == "account-locked"
    later = cast.NOW + RULES.locked_for
    assert await tried(store, account_id, code, now=later) == cast.OFFICER


async def test_a_code_is_of_no_use_once_its_person_has_left_nor_for_a_citizen(
    store: Store,
) -> None:
    codes = [await code_for(store, person_id) for person_id in (cast.OFFICER, cast.CITIZEN)]
    async with store.sessions() as db, db.begin():
        officer = await db.get(Person, cast.OFFICER)
        assert officer
        officer.active = False
    account_id = await new_account(store)
    assert [await tried(store, account_id, code) for code in codes] == ["account-code-useless"] * 2
