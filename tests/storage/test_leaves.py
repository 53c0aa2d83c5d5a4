"""Who is told in whose place, and what the stand-in may see of it. On both databases."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from scheduler import reminders
from scheduler.timetable import USUAL_TIMES
from storage import accounts, briefs, documents, dossiers, leaves, petitions
from storage.engine import Store
from storage.models import ItemKind, Leave, LeaveState, Person, PetitionKind, Urgency
from storage.viewer import Viewer
from tests.scheduler import records
from tests.scheduler.office_days import OFFICE
from tests.scheduler.records import CULTURE, HEAD, HUNG, LAN, at
from tests.scheduler.test_given import given
from tests.scheduler.test_reminders import MORNING, change, plan, planned

AWAY = 100
FIRST, LAST = dt.date(2026, 11, 25), dt.date(2026, 11, 27)
DECIDES = {
    ItemKind.DOCUMENT: ("incomingdocument", documents.visible_to),
    ItemKind.DOSSIER: ("dossier", dossiers.visible_to),
    ItemKind.PETITION: ("petition", petitions.visible_to),
}


@pytest.fixture
async def office(store: Store) -> Store:
    """Lan is away from the 25th to the 27th, and Hùng of another unit stands in for her."""
    await records.found_office(store)
    await records.add(
        store,
        Leave(
            id=AWAY,
            person_id=LAN,
            stand_in_id=HUNG,
            first_day=FIRST,
            last_day=LAST,
            state=LeaveState.ACCEPTED,
            asked_at=MORNING,
        ),
    )
    return store


async def viewer(store: Store, person: int, day: dt.date) -> Viewer:
    async with store.reading() as db:
        found = await accounts.viewer_of_person(db, person, today=day)
        assert found
        return found


async def visible(store: Store, person: int, day: dt.date) -> dict[str, list[int]]:
    """What of each kind this person may see on that day."""
    who = await viewer(store, person, day)
    found: dict[str, list[int]] = {}
    async with store.reading() as db:
        for kind, (name, visible_to) in DECIDES.items():
            table = SQLModel.metadata.tables[name]
            query = sa.select(table.c.id).where(visible_to(who)).order_by(table.c.id)
            rows = await (await db.connection()).execute(query, {"asker": 0})
            if ids := [*rows.scalars()]:
                found[kind.value] = ids
    return found


async def test_the_stand_in_is_told_and_the_absent_one_is_not(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-25"), records.petition(1, "2026-11-25"))
    assert await plan(office) == 1
    assert await planned(office) == {
        HUNG: {("document", 1, "due today"), ("petition", 1, "due today")}
    }
    async with office.reading() as db:
        (message,) = await records.messages(db)
        assert message.id
        told = await briefs.still_open(db, message.id, FIRST)
    assert {(item.kind, item.instead_of, item.instead_of_id) for item in told} == {
        (ItemKind.DOCUMENT, "Bùi Thị Lan", LAN),
        (ItemKind.PETITION, "Bùi Thị Lan", LAN),
    }


@pytest.mark.parametrize(
    ("day", "state", "told"),
    [
        ("2026-11-27", LeaveState.ACCEPTED, HUNG),
        ("2026-11-30", LeaveState.ACCEPTED, LAN),  # it is over
        ("2026-11-25", LeaveState.ASKED, LAN),
        ("2026-11-25", LeaveState.REFUSED, LAN),
        ("2026-11-25", LeaveState.ENDED, LAN),
    ],
)
async def test_only_on_these_days_and_only_once_agreed(
    office: Store, day: str, state: LeaveState, told: int
) -> None:
    await change(office, Leave, AWAY, state=state)
    await records.add(office, records.document(1, day))
    await plan(office, at(f"{day} 07:30"))
    assert await planned(office) == {told: {("document", 1, "due today")}}


async def test_a_denunciation_never_passes_to_a_stand_in(office: Store) -> None:
    await records.add(office, records.petition(1, "2026-11-25", kind=PetitionKind.DENUNCIATION))
    await plan(office)
    assert await planned(office) == {LAN: {("petition", 1, "due today")}}
    assert await visible(office, HUNG, FIRST) == {}


async def test_who_has_left_the_office_stands_in_for_nobody(office: Store) -> None:
    await change(office, Person, HUNG, active=False)
    await records.add(office, records.document(1, "2026-11-25"))
    await plan(office)
    assert await planned(office) == {LAN: {("document", 1, "due today")}}


async def test_the_stand_in_of_a_head_hears_what_is_late_in_the_unit(office: Store) -> None:
    await change(office, Leave, AWAY, person_id=HEAD)
    await records.add(office, records.document(1, "2026-11-20"))
    await plan(office)
    assert await planned(office) == {
        LAN: {("document", 1, "late 2026-11-25")},
        HUNG: {("document", 1, "late 2026-11-25")},
    }
    assert await visible(office, HUNG, FIRST) == {"document": [1]}


async def test_what_is_given_to_the_absent_one_is_told_to_the_stand_in(office: Store) -> None:
    await records.add(
        office,
        given(1, "2026-11-25 23:00", Urgency.FLASH),
        given(2, "2026-11-27 17:00"),  # gathered over the week-end: she is back then
    )
    for moment in ("2026-11-25 23:00", "2026-11-30 07:30"):
        async with office.sessions() as db, db.begin():
            await reminders.plan_given(db, now=at(moment), calendar=OFFICE, times=USUAL_TIMES)
    async with office.reading() as db:
        assert [message.person_id for message in await records.messages(db)] == [HUNG, LAN]


async def test_a_stand_in_sees_exactly_what_they_were_reminded_of(office: Store) -> None:
    await records.add(
        office,
        records.document(1, "2026-11-25"),
        records.document(2, "2026-12-31"),  # hers as well, but nobody is reminded of it
        records.dossier(1, "2026-11-25"),
        records.dossier(2, "2026-12-31"),
        records.petition(1, "2026-11-25"),
        records.petition(2, "2026-11-25", kind=PetitionKind.DENUNCIATION),
        records.petition(3, "2026-12-31"),
    )
    assert await visible(office, HUNG, FIRST) == {}
    await plan(office)
    assert await visible(office, HUNG, FIRST) == {"document": [1], "dossier": [1], "petition": [1]}


async def test_and_only_for_these_days(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-25"))
    await plan(office)
    assert await visible(office, HUNG, LAST) == {"document": [1]}
    assert await visible(office, HUNG, LAST + dt.timedelta(days=1)) == {}
    assert await visible(office, HUNG, FIRST - dt.timedelta(days=1)) == {}


@pytest.mark.parametrize(
    "change_of",
    [{"state": LeaveState.ENDED}, {"stand_in_id": HEAD}],
    ids=["ended", "somebody else stands in"],
)
async def test_the_right_ends_with_the_leave(office: Store, change_of: dict[str, object]) -> None:
    await records.add(office, records.document(1, "2026-11-25"))
    await plan(office)
    await change(office, Leave, AWAY, **change_of)
    assert await visible(office, HUNG, FIRST) == {}


async def test_what_passed_on_to_somebody_else_is_not_seen_any_more(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-25"))
    await plan(office)
    document = SQLModel.metadata.tables["incomingdocument"]
    async with office.sessions() as db, db.begin():
        await (await db.connection()).execute(
            sa.update(document).values(holder_id=HEAD, unit_id=CULTURE)
        )
    assert await visible(office, HUNG, FIRST) == {}


async def test_a_new_leave_of_the_same_two_does_not_open_what_was_told_in_the_old_one(
    office: Store,
) -> None:
    await records.add(office, records.document(1, "2026-11-25"))
    await plan(office)
    later = dt.date(2026, 12, 7)
    await change(office, Leave, AWAY, first_day=later, last_day=later)
    assert await visible(office, HUNG, later) == {}


async def test_it_is_asked_answered_once_and_taken_back(office: Store) -> None:
    lan, hung = records.viewer(LAN), records.viewer(HUNG)
    days = {"first_day": dt.date(2026, 12, 1), "last_day": dt.date(2026, 12, 2)}
    async with office.sessions() as db, db.begin():
        number = await leaves.ask(db, lan, stand_in_id=HUNG, now=MORNING, **days)
        assert not await leaves.answer(db, lan, number, accepts=True, now=MORNING)
        assert await leaves.answer(db, hung, number, accepts=True, now=MORNING)
        assert not await leaves.answer(db, hung, number, accepts=False, now=MORNING)
        assert await leaves.is_away(db, lan, dt.date(2026, 12, 2))
        assert not await leaves.is_away(db, lan, dt.date(2026, 12, 3))
        both = await leaves.overlapping(db, [HUNG], **days)
        assert [one.id for one in both] == [number]
        assert not await leaves.end(db, hung, number, today=FIRST)
        assert await leaves.end(db, lan, number, today=FIRST)
        assert not await leaves.end(db, lan, number, today=FIRST)
        assert await leaves.overlapping(db, [LAN, HUNG], **days) == []
