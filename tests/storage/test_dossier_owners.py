"""The second fact opens one dossier to one account, on both databases."""

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import accounts, dossier_owners, dossiers
from storage.dossier_owners import NumberOf
from storage.dossiers import DossierOwn, DossierPublic
from storage.models import AuditEntry, Dossier
from storage.seals import Seal
from storage.viewer import Role, Viewer
from tests import cast

SEAL = Seal("a secret of the office, long enough")


async def stranger(db: AsyncSession, number: int = 1) -> Viewer:
    """Somebody at a browser, whom nobody knows."""
    account = await accounts.open_account(
        db, "web", f"browser {number}", chat_id=number, now=cast.NOW
    )
    return Viewer.stranger(channel="web", account_id=account.id)


@pytest.fixture
async def code(db: AsyncSession) -> str:
    """A dossier that was handed in with a telephone number …0678 and a số định danh …4321."""
    await cast.settle(db)
    await cast.add_dossier(db, 2, phone="0678", identity="4321", seal=SEAL)  # the same hands
    return await cast.add_dossier(db, 1, phone="0678", identity="4321", seal=SEAL)


async def opens(
    db: AsyncSession,
    viewer: Viewer,
    code: str,
    digits: str,
    of: tuple[NumberOf, ...] = dossier_owners.EITHER,
) -> bool:
    return await dossier_owners.open_to(db, viewer, code, digits, seal=SEAL, now=cast.NOW, of=of)


@pytest.mark.parametrize("digits", ["0678", "4321"])
async def test_the_end_of_the_telephone_or_of_the_identity_number_opens_it(
    db: AsyncSession, code: str, digits: str
) -> None:
    viewer = await stranger(db)
    assert await opens(db, viewer, code, digits)
    assert type(await dossiers.by_code(db, viewer, code)) is DossierOwn
    assert await opens(db, viewer, code, digits)  # twice is no harm


@pytest.mark.parametrize("digits", ["0679", "678", "00678", "", "٠٦٧٨", "\x1f0678"])
async def test_nothing_else_does(db: AsyncSession, code: str, digits: str) -> None:
    viewer = await stranger(db)
    assert not await opens(db, viewer, code, digits)
    assert type(await dossiers.by_code(db, viewer, code)) is DossierPublic


async def test_a_telephone_number_alone_is_not_taken_for_an_identity_number(
    db: AsyncSession, code: str
) -> None:
    viewer = await stranger(db)
    assert not await opens(db, viewer, code, "4321", of=("phone",))
    assert await opens(db, viewer, code, "0678", of=("phone",))


async def test_it_opens_this_dossier_to_this_account_and_no_other(
    db: AsyncSession, code: str
) -> None:
    viewer, other = await stranger(db, 1), await stranger(db, 2)
    assert await opens(db, viewer, code, "0678")
    assert [d.code for d in (await dossiers.awaited_by(db, viewer, limit=9)).items] == [code]
    assert (await dossiers.awaited_by(db, other, limit=9)).items == ()
    assert type(await dossiers.by_code(db, other, code)) is DossierPublic


async def test_who_has_no_account_has_opened_nothing(db: AsyncSession, code: str) -> None:
    assert await opens(db, await stranger(db), code, "0678")
    assert type(await dossiers.by_code(db, Viewer.stranger(), code)) is DossierPublic
    assert (await dossiers.awaited_by(db, Viewer.stranger(), limit=9)).items == ()


async def test_what_an_account_has_opened_gives_no_right_in_the_office(
    db: AsyncSession, code: str
) -> None:
    viewer = await stranger(db)
    assert await opens(db, viewer, code, "0678")
    admin = Viewer(role=Role.ADMIN, person_id=cast.ADMIN, account_id=viewer.account_id)
    assert type(await dossiers.by_code(db, admin, code)) is DossierPublic


async def test_a_dossier_without_a_second_fact_is_opened_by_nothing(db: AsyncSession) -> None:
    await cast.settle(db)
    bare = await cast.add_dossier(db, 3)
    viewer = await stranger(db)
    for digits in ("", "0000", "0678"):
        assert not await opens(db, viewer, bare, digits)
    assert not await opens(db, viewer, "H37.12-261116-9999", "0678")


async def test_that_it_was_opened_is_kept_and_the_digits_are_not(
    db: AsyncSession, code: str
) -> None:
    viewer = await stranger(db)
    assert not await opens(db, viewer, code, "9999")
    assert await opens(db, viewer, code, "0678")
    [entry] = (await db.exec(select(AuditEntry))).all()
    kept = (await db.exec(select(Dossier).where(col(Dossier.code) == code))).one()
    assert (entry.act, entry.item_id, entry.account_id) == (
        "dossier.opened",
        kept.id,
        viewer.account_id,
    )
    everything = repr(entry.model_dump()) + repr(kept.model_dump())
    assert "0678" not in everything
    assert "4321" not in everything
