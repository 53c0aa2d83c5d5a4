"""What happened to a dossier is told to its owner and the office, on both databases."""

import datetime as dt

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossier_owners, dossier_story, dossiers
from storage.dossiers import DossierOfficer, DossierOwn
from storage.models import (
    Dossier,
    DossierEvent,
    DossierPause,
    DossierState,
    PauseReason,
    ResultBy,
    TimeUnit,
)
from storage.viewer import Role, Viewer
from tests import cast
from tests import office as make

PAPERS, MONEY = PauseReason.SUPPLEMENT, PauseReason.PAYMENT
TWENTIETH = cast.at(dt.date(2026, 11, 20), 10)


@pytest.fixture
async def dossier(db: AsyncSession) -> Dossier:
    """Its papers were asked for twice, and then money; the last wait is open."""
    await cast.settle(db)
    code = await cast.add_dossier(
        db, 1, applicant_id=cast.CITIZEN, holder_id=cast.OFFICER, phone="0678"
    )
    one = (await db.exec(select(Dossier).where(col(Dossier.code) == code))).one()
    one.step, one.missing = "thẩm định hồ sơ", "Bản sao giấy khai sinh"
    one.asked_in, one.asked_until = "phiếu số 12/PBS", dt.date(2026, 12, 1)
    one.fee_due, one.fee_how = 3_500_000_000, "chuyển khoản theo thông báo"
    one.result_by = ResultBy.POST
    assert one.id
    hours = dt.timedelta(hours=1)
    for at, reason, long in ((0, PAPERS, 2), (4, PAPERS, 1), (6, MONEY, None)):
        began_at = TWENTIETH + at * hours
        db.add(
            DossierPause(
                dossier_id=one.id,
                reason=reason,
                began_at=began_at,
                ended_at=began_at + long * hours if long else None,
            )
        )
    for at, state, unit in (
        (6, DossierState.PAYMENT, cast.CULTURE),
        (0, DossierState.SUPPLEMENT, cast.CULTURE),
        (-3, DossierState.RECEIVED, cast.ONE_STOP),
        (2, DossierState.PROCESSING, None),
    ):
        db.add(
            DossierEvent(
                dossier_id=one.id,
                at=TWENTIETH + at * hours,
                state=state,
                unit_id=unit,
                note="việc nội bộ",
                person_id=cast.OFFICER,
            )
        )
    await db.flush()
    return one


async def test_its_owner_reads_the_step_the_papers_the_fee_and_how_the_result_comes(
    db: AsyncSession, dossier: Dossier
) -> None:
    found = await dossiers.by_code(db, cast.viewer(cast.CITIZEN), dossier.code)
    assert isinstance(found, DossierOwn)
    assert not isinstance(found, DossierOfficer)
    assert (found.step, found.missing) == ("thẩm định hồ sơ", "Bản sao giấy khai sinh")
    assert (found.asked_in, found.asked_until) == ("phiếu số 12/PBS", dt.date(2026, 12, 1))
    assert (found.fee_due, found.fee_how) == (3_500_000_000, "chuyển khoản theo thông báo")
    assert found.result_by is ResultBy.POST
    assert (found.time_limit, found.time_unit) == (10, TimeUnit.WORKING_DAYS)


async def test_the_office_reads_how_often_papers_were_asked_for(
    db: AsyncSession, dossier: Dossier
) -> None:
    found = await dossiers.by_code(db, cast.viewer(cast.HEAD), dossier.code)
    assert isinstance(found, DossierOfficer)
    assert found.requests == 2
    [listed] = (await dossiers.in_work(db, cast.viewer(cast.OFFICER), limit=5)).items
    assert listed == found


async def test_what_happened_is_told_in_its_order_without_names_and_notes(
    db: AsyncSession, dossier: Dossier
) -> None:
    told = await dossier_story.happenings(db, cast.viewer(cast.CITIZEN), dossier.id or 0)
    assert [(one.state, one.unit) for one in told] == [
        (DossierState.RECEIVED, "Trung tâm Phục vụ hành chính công"),
        (DossierState.SUPPLEMENT, "Phòng Khoa giáo – Văn xã"),
        (DossierState.PROCESSING, None),
        (DossierState.PAYMENT, "Phòng Khoa giáo – Văn xã"),
    ]
    assert "nội bộ" not in str(told)
    assert "Hoàng Minh Đức" not in str(told)


async def test_waits_are_told_by_their_reason(db: AsyncSession, dossier: Dossier) -> None:
    owner, number = cast.viewer(cast.CITIZEN), dossier.id or 0
    papers = await dossier_story.waits(db, owner, number, {PAPERS})
    assert [bool(ended) for _, ended in papers] == [True, True]
    every = await dossier_story.waits(db, owner, number, {PAPERS, MONEY})
    assert [bool(ended) for _, ended in every] == [True, True, False]


@pytest.mark.parametrize(
    "other",
    [
        Viewer.stranger(),
        cast.viewer(cast.NEIGHBOUR),
        cast.viewer(cast.OTHER_HEAD),
        cast.viewer(cast.ADMIN),
    ],
    ids=["stranger", "neighbour", "other head", "admin"],
)
async def test_nobody_else_is_told_anything(
    db: AsyncSession, dossier: Dossier, other: Viewer
) -> None:
    assert not await dossier_story.happenings(db, other, dossier.id or 0)
    assert not await dossier_story.waits(db, other, dossier.id or 0, {PAPERS, MONEY})


async def test_who_opened_it_with_the_second_fact_is_told_and_their_other_account_is_not(
    db: AsyncSession, dossier: Dossier
) -> None:
    mine = (await make.account(db)).id
    account = Viewer(role=Role.CITIZEN, account_id=mine, channel="test")
    other = Viewer(role=Role.CITIZEN, account_id=(await make.account(db)).id, channel="test")
    opened = await dossier_owners.open_to(
        db, account, dossier.code, "0678", seal=cast.NO_SECRET, now=cast.NOW
    )
    assert opened
    assert len(await dossier_story.happenings(db, account, dossier.id or 0)) == 4
    assert not await dossier_story.happenings(db, other, dossier.id or 0)
