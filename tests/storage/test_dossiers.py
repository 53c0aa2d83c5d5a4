"""Who sees which dossiers, and what of them, on both databases."""

import dataclasses
import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossiers
from storage.dossiers import DossierOfficer, DossierOwn, DossierPublic
from storage.models import Dossier, DossierState
from storage.viewer import Role, Viewer
from tests import cast

DUE = dt.date(2026, 11, 27)


@pytest.fixture
async def codes(db: AsyncSession) -> dict[str, str]:
    """One dossier held by the officer, one of the other unit, one that nobody has yet."""
    await cast.settle(db)
    return {
        "held": await cast.add_dossier(
            db, 1, due=DUE, holder_id=cast.OFFICER, applicant_id=cast.CITIZEN
        ),
        "elsewhere": await cast.add_dossier(
            db, 2, due=DUE, unit_id=cast.JUSTICE, applicant_id=cast.NEIGHBOUR
        ),
        "nobodys": await cast.add_dossier(db, 3, unit_id=None, state=DossierState.SUBMITTED),
    }


async def seen(db: AsyncSession, viewer: Viewer) -> set[str]:
    statement = sa.select(col(Dossier.code)).where(dossiers.visible_to(viewer))
    return set((await (await db.connection()).execute(statement)).scalars())


@pytest.mark.parametrize(
    ("person", "sees"),
    [
        (cast.LEADER, {"held", "elsewhere", "nobodys"}),
        (cast.HEAD, {"held"}),
        (cast.OFFICER, {"held"}),
        (cast.COLLEAGUE, {"held"}),  # the unit works on it together
        (cast.OTHER_HEAD, {"elsewhere"}),
        (cast.DESK_CLERK, {"held", "elsewhere", "nobodys"}),  # the desk received them all
        (cast.REGISTRY_CLERK, set()),
        (cast.ADMIN, set()),
        (cast.CITIZEN, {"held"}),
        (cast.NEIGHBOUR, {"elsewhere"}),
    ],
)
async def test_each_role_sees_its_own_dossiers_and_no_others(
    db: AsyncSession, codes: dict[str, str], person: int, sees: set[str]
) -> None:
    assert await seen(db, cast.viewer(person)) == {codes[name] for name in sees}


async def test_a_stranger_sees_none_and_the_office_itself_all(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    assert await seen(db, Viewer.stranger()) == set()
    assert await seen(db, Viewer.office()) == set(codes.values())


@pytest.mark.parametrize("role", sorted({Role.OFFICER, Role.HEAD, Role.CLERK, Role.CITIZEN}))
async def test_a_person_without_a_unit_does_not_see_what_no_unit_has(
    db: AsyncSession, codes: dict[str, str], role: Role
) -> None:
    assert await seen(db, Viewer(role=role, person_id=99)) == set()


async def test_the_code_alone_opens_state_due_date_and_receiving_office(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    found = await dossiers.by_code(db, Viewer.stranger(), codes["held"])
    assert found
    assert found == DossierPublic(
        id=found.id,
        code=codes["held"],
        state=DossierState.PROCESSING,
        received_on=dt.date(2026, 11, 16),
        due_at=cast.at(DUE),
        due_version=1,
        due_on=DUE,
        waiting_since=None,
        receiving_office="Trung tâm Phục vụ hành chính công",
        source_at=cast.NOW - dt.timedelta(minutes=30),
    )
    assert await dossiers.by_code(db, Viewer.stranger(), "H37.12-261116-9999") is None


def test_no_tier_has_room_for_who_applied() -> None:
    for tier in (DossierPublic, DossierOwn, DossierOfficer):
        names = {field.name for field in dataclasses.fields(tier)}
        assert not names & {"applicant", "applicant_id", "phone"}


@pytest.mark.parametrize(
    ("person", "tier"),
    [
        (cast.OFFICER, DossierOfficer),
        (cast.LEADER, DossierOfficer),
        (cast.CITIZEN, DossierOwn),
        (cast.NEIGHBOUR, DossierPublic),
        (cast.OTHER_HEAD, DossierPublic),
        (cast.ADMIN, DossierPublic),
    ],
)
async def test_by_code_everybody_gets_the_tier_that_is_theirs(
    db: AsyncSession, codes: dict[str, str], person: int, tier: type[DossierPublic]
) -> None:
    assert type(await dossiers.by_code(db, cast.viewer(person), codes["held"])) is tier


async def test_a_stranger_with_the_code_gets_the_public_tier(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    assert type(await dossiers.by_code(db, Viewer.stranger(), codes["held"])) is DossierPublic


async def test_one_that_is_not_public_is_there_for_those_whose_it_is_alone(
    db: AsyncSession,
) -> None:
    await cast.settle(db)
    code = await cast.add_dossier(
        db, 1, applicant_id=cast.CITIZEN, holder_id=cast.OFFICER, public=False
    )
    assert type(await dossiers.by_code(db, cast.viewer(cast.CITIZEN), code)) is DossierOwn
    assert type(await dossiers.by_code(db, cast.viewer(cast.OFFICER), code)) is DossierOfficer
    for other in (cast.viewer(cast.NEIGHBOUR), cast.viewer(cast.ADMIN), Viewer.stranger()):
        assert await dossiers.by_code(db, other, code) is None


async def test_the_officers_tier_names_holder_unit_and_procedure(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    found = await dossiers.by_code(db, cast.viewer(cast.HEAD), codes["held"])
    assert isinstance(found, DossierOfficer)
    assert (found.holder, found.unit) == ("Hoàng Minh Đức", "Phòng Khoa giáo – Văn xã")
    assert found.procedure == "Hưởng trợ cấp xã hội hằng tháng"


async def test_the_open_pause_says_since_when_the_clock_stands_still(db: AsyncSession) -> None:
    await cast.settle(db)
    since = cast.at(dt.date(2026, 11, 20), 10)
    code = await cast.add_dossier(db, 1, state=DossierState.SUPPLEMENT, waiting_since=since)
    found = await dossiers.by_code(db, Viewer.stranger(), code)
    assert found is not None
    assert found.waiting_since == since


async def test_a_citizens_list_has_what_is_awaited_first_due_first(db: AsyncSession) -> None:
    await cast.settle(db)
    later = await cast.add_dossier(db, 1, due=dt.date(2026, 12, 4), applicant_id=cast.CITIZEN)
    no_time = await cast.add_dossier(db, 2, state=DossierState.SUBMITTED, applicant_id=cast.CITIZEN)
    sooner = await cast.add_dossier(db, 3, due=DUE, applicant_id=cast.CITIZEN)
    await cast.add_dossier(db, 4, state=DossierState.RETURNED, applicant_id=cast.CITIZEN)
    ready = await cast.add_dossier(
        db, 5, state=DossierState.FINISHED, due=cast.TODAY, applicant_id=cast.CITIZEN
    )
    await cast.add_dossier(db, 6, applicant_id=cast.NEIGHBOUR)

    page = await dossiers.awaited_by(db, cast.viewer(cast.CITIZEN), limit=3)
    assert [d.code for d in page.items] == [ready, sooner, later]
    assert page.total == 4
    rest = await dossiers.awaited_by(db, cast.viewer(cast.CITIZEN), limit=3, offset=3)
    assert [d.code for d in rest.items] == [no_time]
    assert (await dossiers.awaited_by(db, Viewer.stranger(), limit=3)).total == 0


async def test_staff_list_what_is_in_work_by_holder_and_by_unit(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    leader = cast.viewer(cast.LEADER)
    everything = await dossiers.in_work(db, leader, limit=5)
    assert everything.total == 3
    held = await dossiers.in_work(db, leader, held_by=cast.OFFICER, limit=5)
    assert [d.code for d in held.items] == [codes["held"]]
    justice = await dossiers.in_work(db, leader, unit_id=cast.JUSTICE, limit=5)
    assert [d.code for d in justice.items] == [codes["elsewhere"]]
    assert (await dossiers.in_work(db, cast.viewer(cast.CITIZEN), limit=5)).total == 0


async def test_asking_for_another_units_list_gives_nothing(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    page = await dossiers.in_work(db, cast.viewer(cast.HEAD), unit_id=cast.JUSTICE, limit=5)
    assert page.total == 0
