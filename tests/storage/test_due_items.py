"""What is due over all nouns, for whom, on both databases."""

import datetime as dt

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import due_items, late_counts
from storage.due_items import DueKind
from storage.late_counts import LateCount
from storage.models import (
    DocumentKind,
    DossierState,
    IncomingDocument,
    ItemKind,
    PetitionKind,
    Urgency,
)
from storage.viewer import Viewer
from tests import cast

TODAY = cast.TODAY  # a Wednesday
TOMORROW = TODAY + dt.timedelta(days=1)
LAST = TODAY + dt.timedelta(days=2)
YESTERDAY = TODAY - dt.timedelta(days=1)
EARLIER = cast.NOW - dt.timedelta(minutes=30)  # when the sources of cases were read


async def add_document(
    db: AsyncSession,
    number: int,
    due: dt.date | None,
    *,
    holder_id: int | None = None,
    unit_id: int = cast.CULTURE,
) -> str:
    sign = f"{number}/UBND-KGVX"
    db.add(
        IncomingDocument(
            year=2026,
            book_number=number,
            arrived_at=cast.NOW,
            arrived_on=TODAY,
            issuer="Sở Y tế",
            number_sign=sign,
            number_key=sign.lower(),
            dated=TODAY,
            kind=DocumentKind.OFFICIAL_LETTER,
            subject="Tiêm chủng mở rộng",
            urgency=Urgency.FLASH,
            unit_id=unit_id,
            holder_id=holder_id,
            due_on=due,
            source_at=cast.NOW,
        )
    )
    await db.flush()
    return sign


async def held(db: AsyncSession, viewer: Viewer, each: int = 2) -> dict[ItemKind, DueKind]:
    kinds = await due_items.held(db, viewer, today=TODAY, tomorrow=TOMORROW, last=LAST, each=each)
    return {kind.kind: kind for kind in kinds}


async def test_what_is_held_is_counted_by_stage_and_the_longest_due_come_first(
    db: AsyncSession,
) -> None:
    await cast.settle(db)
    mine = cast.OFFICER
    late = await add_document(db, 1, YESTERDAY, holder_id=mine)
    later = await add_document(db, 2, YESTERDAY - dt.timedelta(days=3), holder_id=mine)
    await add_document(db, 3, TODAY, holder_id=mine)
    await add_document(db, 4, LAST, holder_id=mine)
    await add_document(db, 5, LAST + dt.timedelta(days=1), holder_id=mine)
    await add_document(db, 6, None, holder_id=mine)
    await add_document(db, 7, YESTERDAY, holder_id=cast.COLLEAGUE)
    dossier = await cast.add_dossier(db, 1, due=TODAY, holder_id=mine)
    await cast.add_dossier(db, 2, due=TODAY, holder_id=mine, state=DossierState.SUPPLEMENT)
    petition = await cast.add_petition(db, 1, due=YESTERDAY, holder_id=mine)

    found = await held(db, cast.viewer(mine))

    papers = found[ItemKind.DOCUMENT]
    assert (papers.late, papers.today, papers.soon) == (2, 1, 1)
    assert [item.label for item in papers.items] == [later, late]
    first = papers.items[0]
    assert (first.about, first.issuer, first.urgency) == (
        "Tiêm chủng mở rộng",
        "Sở Y tế",
        Urgency.FLASH,
    )
    assert [item.label for item in found[ItemKind.DOSSIER].items] == [dossier]
    assert found[ItemKind.DOSSIER].items[0].about == "Hưởng trợ cấp xã hội hằng tháng"
    assert [(item.label, item.about) for item in found[ItemKind.PETITION].items] == [(petition, "")]


async def test_a_head_also_has_what_nobody_in_the_unit_holds(db: AsyncSession) -> None:
    await cast.settle(db)
    nobodys = await add_document(db, 1, TODAY)
    await add_document(db, 2, TODAY, holder_id=cast.OFFICER)
    await add_document(db, 3, TODAY, unit_id=cast.JUSTICE)
    await cast.add_petition(db, 1, kind=PetitionKind.DENUNCIATION, due=YESTERDAY)
    found = await held(db, cast.viewer(cast.HEAD))
    assert [item.label for item in found[ItemKind.DOCUMENT].items] == [nobodys]
    assert ItemKind.PETITION not in found


async def test_a_denunciation_is_in_the_brief_of_its_holder_alone(db: AsyncSession) -> None:
    await cast.settle(db)
    code = await cast.add_petition(
        db, 1, kind=PetitionKind.DENUNCIATION, due=YESTERDAY, holder_id=cast.OFFICER
    )
    found = await held(db, cast.viewer(cast.OFFICER))
    assert [item.label for item in found[ItemKind.PETITION].items] == [code]
    for person in (cast.HEAD, cast.LEADER, cast.PETITION_DESK):
        assert await held(db, cast.viewer(person)) == {}
    head, leader = cast.viewer(cast.HEAD), cast.viewer(cast.LEADER)
    assert list(await late_counts.late_by_holder(db, head, PAST)) == []
    assert list(await late_counts.late_by_unit(db, leader, PAST)) == []


PAST = dict.fromkeys(ItemKind, YESTERDAY)


def counted(documents: int, dossiers: int, petitions: int) -> dict[ItemKind, int]:
    return {
        ItemKind.DOCUMENT: documents,
        ItemKind.DOSSIER: dossiers,
        ItemKind.PETITION: petitions,
    }


@pytest.fixture
async def late_office(db: AsyncSession) -> None:
    """Late: two documents and a petition of two officers of one unit, a dossier of another."""
    await cast.settle(db)
    await add_document(db, 1, YESTERDAY, holder_id=cast.OFFICER)
    await add_document(db, 2, YESTERDAY, holder_id=cast.OFFICER)
    await add_document(db, 3, TODAY, holder_id=cast.OFFICER)
    await add_document(db, 4, YESTERDAY, holder_id=cast.HEAD)
    await cast.add_petition(db, 1, due=YESTERDAY, holder_id=cast.COLLEAGUE)
    await cast.add_dossier(db, 1, due=YESTERDAY, unit_id=cast.JUSTICE)


@pytest.mark.usefixtures("late_office")
async def test_a_head_hears_what_is_late_person_by_person(db: AsyncSession) -> None:
    found = await late_counts.late_by_holder(db, cast.viewer(cast.HEAD), PAST)
    assert list(found) == [
        LateCount(name="Hoàng Minh Đức", number=counted(2, 0, 0), as_of=cast.NOW),
        LateCount(name="Vi Thu Hà", number=counted(0, 0, 1), as_of=EARLIER),
    ]
    assert await late_counts.late_by_holder(db, cast.viewer(cast.OFFICER), PAST) == ()


@pytest.mark.usefixtures("late_office")
async def test_leaders_hear_what_is_late_unit_by_unit(db: AsyncSession) -> None:
    found = await late_counts.late_by_unit(db, cast.viewer(cast.LEADER), PAST)
    assert list(found) == [
        LateCount(name="Phòng Khoa giáo – Văn xã", number=counted(3, 0, 1), as_of=EARLIER),
        LateCount(name="Phòng Nội chính", number=counted(0, 1, 0), as_of=EARLIER),
    ]
    assert await late_counts.late_by_unit(db, cast.viewer(cast.HEAD), PAST) == ()
