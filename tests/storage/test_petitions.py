"""Who sees which petitions, on both databases. Denunciations: their holder, alone."""

import dataclasses
import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import petitions
from storage.models import Petition, PetitionKind, PetitionState
from storage.petitions import PetitionOfficer, PetitionOwn, Stage
from storage.viewer import DutyKind, Role, Viewer
from tests import cast


@pytest.fixture
async def codes(db: AsyncSession) -> dict[str, str]:
    """A complaint and a denunciation, both sent by the citizen and held by the officer."""
    await cast.settle(db)
    return {
        "complaint": await cast.add_petition(db, 1, sender_id=cast.CITIZEN, holder_id=cast.OFFICER),
        "denunciation": await cast.add_petition(
            db,
            2,
            kind=PetitionKind.DENUNCIATION,
            sender_id=cast.CITIZEN,
            holder_id=cast.OFFICER,
        ),
        "elsewhere": await cast.add_petition(
            db, 3, kind=PetitionKind.PROPOSAL, unit_id=cast.JUSTICE
        ),
        "nobodys": await cast.add_petition(db, 4, kind=PetitionKind.DENUNCIATION, unit_id=None),
    }


async def seen(db: AsyncSession, viewer: Viewer) -> set[str]:
    statement = sa.select(col(Petition.code)).where(petitions.visible_to(viewer))
    return set((await (await db.connection()).execute(statement)).scalars())


@pytest.mark.parametrize(
    ("person", "sees"),
    [
        (cast.OFFICER, {"complaint", "denunciation"}),
        (cast.COLLEAGUE, set()),
        (cast.HEAD, {"complaint"}),  # not the denunciation in their own unit
        (cast.OTHER_HEAD, {"elsewhere"}),
        (cast.LEADER, {"complaint", "elsewhere"}),
        (cast.PETITION_DESK, {"complaint", "elsewhere"}),
        (cast.DESK_CLERK, set()),
        (cast.REGISTRY_CLERK, set()),
        (cast.ADMIN, set()),
        (cast.CITIZEN, {"complaint"}),  # a denunciation is not shown in a chat, even to its sender
        (cast.NEIGHBOUR, set()),
    ],
)
async def test_each_role_sees_its_own_petitions_and_no_others(
    db: AsyncSession, codes: dict[str, str], person: int, sees: set[str]
) -> None:
    assert await seen(db, cast.viewer(person)) == {codes[name] for name in sees}


async def test_a_stranger_sees_none_and_the_office_itself_all(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    assert await seen(db, Viewer.stranger()) == set()
    assert await seen(db, Viewer.office()) == set(codes.values())


@pytest.mark.parametrize("role", sorted(Role))
@pytest.mark.parametrize("duties", [frozenset[DutyKind](), frozenset(DutyKind)])
async def test_no_role_and_no_duty_opens_a_denunciation_somebody_else_holds(
    db: AsyncSession, codes: dict[str, str], role: Role, duties: frozenset[DutyKind]
) -> None:
    curious = Viewer(role=role, person_id=99, unit_id=cast.CULTURE, duties=duties)
    if role is not Role.OFFICE:
        assert not await seen(db, curious) & {codes["denunciation"], codes["nobodys"]}
    assert await petitions.by_code(db, curious, codes["denunciation"]) is None
    assert await petitions.own_by_code(db, curious, codes["denunciation"]) is None
    listed = await petitions.in_work(db, curious, limit=9)
    assert all(item.kind is not PetitionKind.DENUNCIATION for item in listed.items)


def test_no_tier_has_room_for_who_sent_it() -> None:
    for tier in (PetitionOwn, PetitionOfficer):
        assert not {"sender", "sender_id"} & {f.name for f in dataclasses.fields(tier)}


async def test_the_holder_of_a_denunciation_is_not_sent_its_subject(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    holder = cast.viewer(cast.OFFICER)
    denunciation = await petitions.by_code(db, holder, codes["denunciation"])
    complaint = await petitions.by_code(db, holder, codes["complaint"])
    assert denunciation is not None
    assert complaint is not None
    assert (denunciation.subject, complaint.subject) == ("", "Bồi thường khi thu hồi đất")


async def test_the_sender_of_a_complaint_sees_a_coarse_stage(
    db: AsyncSession, codes: dict[str, str]
) -> None:
    citizen = cast.viewer(cast.CITIZEN)
    own = PetitionOwn(
        code=codes["complaint"],
        stage=Stage.HANDLED,
        received_on=dt.date(2026, 11, 10),
        source_at=cast.NOW - dt.timedelta(minutes=30),
    )
    assert await petitions.own_by_code(db, citizen, codes["complaint"]) == own
    assert (await petitions.sent_by(db, citizen, limit=5)).items == (own,)
    assert await petitions.own_by_code(db, citizen, codes["elsewhere"]) is None
    assert (await petitions.sent_by(db, cast.viewer(cast.OFFICER), limit=5)).total == 0


async def test_the_list_in_work_leaves_out_what_is_over_and_starts_with_the_first_due(
    db: AsyncSession,
) -> None:
    await cast.settle(db)
    no_time = await cast.add_petition(db, 1, state=PetitionState.RECEIVED, holder_id=cast.OFFICER)
    due = await cast.add_petition(db, 2, due=dt.date(2026, 11, 27), holder_id=cast.OFFICER)
    await cast.add_petition(db, 3, state=PetitionState.ANSWERED, holder_id=cast.OFFICER)
    other = await cast.add_petition(db, 4, holder_id=cast.COLLEAGUE)
    officer, head = cast.viewer(cast.OFFICER), cast.viewer(cast.HEAD)
    assert [p.code for p in (await petitions.in_work(db, officer, limit=5)).items] == [due, no_time]
    unit = await petitions.in_work(db, head, unit_id=cast.CULTURE, limit=2)
    assert (unit.total, unit.items[0].code) == (3, due)
    held = await petitions.in_work(db, head, held_by=cast.COLLEAGUE, limit=5)
    assert [p.code for p in held.items] == [other]
    assert (await petitions.in_work(db, cast.viewer(cast.CITIZEN), limit=5)).total == 0


@pytest.mark.parametrize("state", list(PetitionState))
def test_every_state_has_a_coarse_stage(state: PetitionState) -> None:
    assert petitions.stage_of(state) in Stage
