"""Where somebody wants to be told things first, on both databases."""

from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import accounts, links, own_data, told_first
from storage.link_rules import LinkRules
from storage.models import Account
from storage.seals import Seal
from tests import office as make
from tests.hands import MONDAY

SEAL = Seal("s" * 32)


async def hoa_on(db: AsyncSession, *channels: str) -> int:
    """Linked on these, the one that she used last first; her number."""
    hoa = await make.person(db, "Trần Thị Hoa")
    for hours, channel in enumerate(channels):
        await make.account(db, hoa, channel=channel, seen_at=MONDAY - timedelta(hours=hours))
    return hoa.id or 0


async def order(db: AsyncSession, person_id: int) -> list[str]:
    db.expire_all()
    return [one.channel for one in await accounts.accounts_of(db, person_id)]


async def account_on(db: AsyncSession, channel: str, person_id: int) -> Account:
    theirs = await accounts.accounts_of(db, person_id)
    return next(one for one in theirs if one.channel == channel)


async def linked(db: AsyncSession, person_id: int, channel: str) -> Account:
    """One account more of theirs, by a code."""
    account = await make.account(db, channel=channel, seen_at=MONDAY)
    rules = LinkRules()
    code = await links.make_code(db, person_id, seal=SEAL, rules=rules, now=MONDAY)
    await links.redeem(db, account.id or 0, code, seal=SEAL, rules=rules, now=MONDAY)
    return account


async def test_what_was_chosen_comes_first_and_the_others_by_their_use(db: AsyncSession) -> None:
    hoa = await hoa_on(db, "web", "telegram", "zalo_oa")
    other = await hoa_on(db, "web", "zalo_oa")
    assert await order(db, hoa) == ["web", "telegram", "zalo_oa"]
    assert await told_first.choose(db, hoa, "zalo_oa")
    assert await order(db, hoa) == ["zalo_oa", "web", "telegram"]
    assert await told_first.choose(db, hoa, "telegram")
    assert await order(db, hoa) == ["telegram", "web", "zalo_oa"]
    assert await told_first.chosen(db, hoa) == "telegram"
    await told_first.forget(db, hoa)
    assert await order(db, hoa) == ["web", "telegram", "zalo_oa"]
    assert await told_first.chosen(db, hoa) is None
    assert await order(db, other) == ["web", "zalo_oa"]


async def test_where_somebody_is_not_linked_cannot_be_chosen(db: AsyncSession) -> None:
    hoa = await hoa_on(db, "web", "telegram")
    await hoa_on(db, "zalo_oa")
    await told_first.choose(db, hoa, "telegram")
    assert not await told_first.choose(db, hoa, "zalo_oa")
    assert await told_first.chosen(db, hoa) == "telegram"


async def test_a_choice_ends_with_its_link_and_does_not_come_back(db: AsyncSession) -> None:
    hoa = await hoa_on(db, "web", "telegram")
    await told_first.choose(db, hoa, "telegram")
    ended = await account_on(db, "telegram", hoa)
    await links.end(db, [ended.id or 0], now=MONDAY)
    assert await told_first.chosen(db, hoa) is None
    await linked(db, hoa, "telegram")
    assert await told_first.chosen(db, hoa) is None


async def test_a_second_account_on_the_channel_shares_the_choice(db: AsyncSession) -> None:
    hoa = await hoa_on(db, "telegram", "web")
    await told_first.choose(db, hoa, "web")
    first = await account_on(db, "web", hoa)
    second = await linked(db, hoa, "web")
    assert await order(db, hoa) == ["web", "web", "telegram"]
    await links.end(db, [first.id or 0], now=MONDAY)
    assert await told_first.chosen(db, hoa) == "web"
    await links.end(db, [second.id or 0], now=MONDAY)
    assert await order(db, hoa) == ["telegram"]


async def test_a_choice_is_among_what_is_kept_and_is_deleted_from_any_account(
    db: AsyncSession,
) -> None:
    hoa = await hoa_on(db, "web", "telegram")
    await told_first.choose(db, hoa, "telegram")
    web = (await account_on(db, "web", hoa)).id or 0
    assert (await own_data.of_account(db, web, seal=SEAL)).told_first == "telegram"
    await own_data.delete(db, web, seal=SEAL, now=MONDAY)
    assert (await own_data.of_account(db, web, seal=SEAL)).told_first is None
    assert await told_first.chosen(db, hoa) is None


async def test_of_a_stranger_there_is_no_choice(db: AsyncSession) -> None:
    stranger = await make.account(db)
    assert (await own_data.of_account(db, stranger.id or 0, seal=SEAL)).told_first is None
    await own_data.delete(db, stranger.id or 0, seal=SEAL, now=MONDAY)
