"""What is planned, for whom, and that planning again adds nothing. On both databases."""

import asyncio
import datetime as dt
from collections import defaultdict

import pytest
from sqlmodel import SQLModel, select

from scheduler import reminders
from storage.engine import Store
from storage.models import (
    DocumentState,
    DossierState,
    IncomingDocument,
    Meeting,
    MeetingState,
    Message,
    MessageKind,
    MessageState,
    Notice,
    Participant,
    PetitionKind,
)
from tests.scheduler import records
from tests.scheduler.office_days import OFFICE
from tests.scheduler.records import CHIEF, HEAD, HUNG, LAN, at

MORNING = at("2026-11-25 07:30")  # Wednesday after the holiday


@pytest.fixture
async def office(store: Store) -> Store:
    await records.found_office(store)
    return store


async def plan(office: Store, now: dt.datetime = MORNING) -> int:
    async with office.sessions() as db, db.begin():
        return await reminders.plan_briefs(db, now=now, calendar=OFFICE)


async def plan_meetings(office: Store, now: str) -> int:
    async with office.sessions() as db, db.begin():
        return await reminders.plan_meetings(db, now=at(now))


async def planned(office: Store) -> dict[int, set[tuple[str, int, str]]]:
    """By person: kind, item and stage of each notice in a brief."""
    async with office.reading() as db:
        rows = (await db.exec(select(Notice, Message).join(Message))).all()
    lines = defaultdict(set)
    for notice, message in rows:
        assert notice.person_id == message.person_id
        lines[notice.person_id].add((str(notice.item_kind), notice.item_id, notice.stage))
    return dict(lines)


async def messages(office: Store) -> list[Message]:
    async with office.reading() as db:
        return list(await records.messages(db))


async def change(office: Store, model: type[SQLModel], key: object, **values: object) -> None:
    async with office.sessions() as db, db.begin():
        row = await db.get(model, key)
        for name, value in values.items():
            setattr(row, name, value)


async def test_each_official_gets_one_brief_of_what_is_due_and_late(office: Store) -> None:
    await records.add(
        office,
        records.document(1, "2026-11-17"),  # late
        records.document(2, "2026-11-25"),  # today
        records.document(3, "2026-11-27"),  # in two working days
        records.document(4, "2026-12-03"),  # in six
        records.document(5, None),  # no deadline was set
        records.document(6, "2026-11-17", state=DocumentState.DONE),
        records.dossier(1, "2026-11-24"),
        records.dossier(2, "2026-11-25"),
        records.dossier(3, "2026-11-24", state=DossierState.SUPPLEMENT),
        records.petition(1, "2026-11-23"),
    )
    assert await plan(office) == 3
    late = "late 2026-11-25"
    assert await planned(office) == {
        LAN: {
            ("document", 1, late),
            ("document", 2, "due today"),
            ("document", 3, "due in 2"),
            ("dossier", 1, late),
            ("dossier", 2, "due today"),
            ("petition", 1, late),
        },
        HEAD: {("document", 1, late), ("dossier", 1, late), ("petition", 1, late)},
    }
    briefs = await messages(office)
    assert {brief.person_id for brief in briefs} == {LAN, HEAD, CHIEF}
    for brief in briefs:
        assert (brief.kind, brief.slot) == (MessageKind.BRIEF, "2026-11-25")
        assert (brief.state, brief.attempts) == (MessageState.PLANNED, 0)
        assert brief.send_at == brief.planned_for == MORNING
        assert brief.useless_after == at("2026-11-26 00:00")


async def test_planning_again_adds_nothing(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"))
    assert await plan(office) == 3
    assert await plan(office) == 0
    assert await plan(office, at("2026-11-25 15:00")) == 0
    assert len(await messages(office)) == 3


async def test_two_planners_at_once_plan_once(office: Store) -> None:
    await records.add(office, *(records.document(n, "2026-11-17") for n in range(1, 30)))
    added = await asyncio.gather(*(plan(office) for _ in range(4)))
    assert sum(added) == 3
    assert {person: len(lines) for person, lines in (await planned(office)).items()} == {
        LAN: 29,
        HEAD: 29,
    }


async def test_late_things_are_said_again_on_each_working_day_others_once(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"), records.document(2, "2026-11-27"))
    for day in ("2026-11-25", "2026-11-26"):
        await plan(office, at(f"{day} 07:30"))
    assert (await planned(office))[LAN] == {
        ("document", 1, "late 2026-11-25"),
        ("document", 1, "late 2026-11-26"),
        ("document", 2, "due in 2"),
    }


async def test_nobody_with_nothing_due_gets_a_brief(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-27", holder=HUNG, unit=3))
    assert await plan(office) == 1
    assert [brief.person_id for brief in await messages(office)] == [HUNG]


async def test_what_nobody_holds_is_said_to_the_head_of_the_unit(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-25", holder=None))
    await plan(office)
    assert await planned(office) == {HEAD: {("document", 1, "due today")}}


async def test_a_head_who_holds_it_hears_of_it_once(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17", holder=HEAD))
    await plan(office)
    assert await planned(office) == {HEAD: {("document", 1, "late 2026-11-25")}}


async def test_of_a_denunciation_only_its_holder_hears(office: Store) -> None:
    denunciation = PetitionKind.DENUNCIATION
    await records.add(
        office,
        records.petition(1, "2026-11-17", kind=denunciation),
        records.petition(2, "2026-11-17", kind=denunciation, holder=None),
    )
    await plan(office)
    assert await planned(office) == {LAN: {("petition", 1, "late 2026-11-25")}}


async def test_who_has_left_is_not_reminded(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-25", holder=records.GONE))
    assert await plan(office) == 0


async def test_no_brief_on_a_holiday_and_the_next_one_says_it(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-16"))
    assert await plan(office, at("2026-11-24 07:30")) == 0
    assert await plan(office, at("2026-11-22 07:30")) == 0
    assert await plan(office) == 3


async def test_what_is_due_on_a_holiday_is_due_today_on_the_day_before(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-24"))
    await plan(office, at("2026-11-23 07:30"))
    assert await planned(office) == {LAN: {("document", 1, "due today")}}


async def test_a_swapped_saturday_has_its_brief(office: Store) -> None:
    await records.add(office, records.document(1, "2026-08-14"))
    assert await plan(office, at("2026-08-22 07:30")) == 3
    assert await plan(office, at("2026-08-31 07:30")) == 0


async def test_before_its_time_nothing_is_planned_and_a_late_start_plans_it(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"))
    assert await plan(office, at("2026-11-25 07:29")) == 0
    assert await plan(office, at("2026-11-25 09:10")) == 3
    assert {brief.planned_for for brief in await messages(office)} == {MORNING}


async def test_a_new_due_time_is_said_anew(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-25"))
    await plan(office)
    await change(office, IncomingDocument, 1, due_version=2, due_on=dt.date(2026, 11, 26))
    await plan(office, at("2026-11-26 07:30"))
    async with office.reading() as db:
        versions = [row.due_version for row in (await db.exec(select(Notice))).all()]
    assert sorted(versions) == [1, 2]


async def test_a_meeting_is_announced_half_an_hour_ahead_to_those_who_take_part(
    office: Store,
) -> None:
    await records.add(office, records.meeting(1, "2026-11-25 08:30"), records.meeting(2, None))
    await records.add(
        office, *records.takes_part(1, CHIEF, LAN, records.GONE), *records.takes_part(2, LAN)
    )
    assert await plan_meetings(office, "2026-11-25 07:59") == 0
    assert await plan_meetings(office, "2026-11-25 08:00") == 2
    assert await plan_meetings(office, "2026-11-25 08:01") == 0
    told = await messages(office)
    assert {message.person_id for message in told} == {CHIEF, LAN}
    for message in told:
        assert (message.kind, message.slot) == (MessageKind.MEETING, "meeting 1 v1")
        assert message.send_at == at("2026-11-25 08:00")
        assert message.useless_after == at("2026-11-25 08:30")


async def test_a_meeting_is_announced_in_the_evening_and_on_a_day_off(office: Store) -> None:
    await records.add(
        office,
        records.meeting(1, "2026-11-24 09:00"),
        records.meeting(2, "2026-11-22 19:30"),
    )
    await records.add(office, *records.takes_part(1, LAN), *records.takes_part(2, HEAD))
    assert await plan_meetings(office, "2026-11-22 19:00") == 1
    assert await plan_meetings(office, "2026-11-24 08:30") == 1


async def test_two_planners_announce_a_meeting_once(office: Store) -> None:
    await records.add(office, records.meeting(1, "2026-11-25 08:30"))
    await records.add(office, *records.takes_part(1, CHIEF, LAN, HEAD))
    added = await asyncio.gather(*(plan_meetings(office, "2026-11-25 08:00") for _ in range(4)))
    assert sum(added) == 3


async def test_the_reminder_follows_a_meeting_that_moves(office: Store) -> None:
    await records.add(office, records.meeting(1, "2026-11-25 08:30"))
    await records.add(office, *records.takes_part(1, LAN))
    await plan_meetings(office, "2026-11-25 08:05")
    await change(office, Meeting, 1, version=2, starts_at=at("2026-11-25 10:00"))
    assert await plan_meetings(office, "2026-11-25 08:06") == 0
    (old,) = await messages(office)
    assert (old.state, old.reason) == (MessageState.CANCELLED, "superseded")
    assert await plan_meetings(office, "2026-11-25 09:30") == 1
    assert [message.slot for message in await messages(office)] == ["meeting 1 v1", "meeting 1 v2"]


async def test_a_cancelled_meeting_is_not_announced(office: Store) -> None:
    await records.add(office, records.meeting(1, "2026-11-25 08:30"))
    await records.add(office, *records.takes_part(1, LAN, HUNG))
    await plan_meetings(office, "2026-11-25 08:00")
    await change(office, Meeting, 1, state=MeetingState.CANCELLED)
    await plan_meetings(office, "2026-11-25 08:01")
    assert {message.state for message in await messages(office)} == {MessageState.CANCELLED}


async def test_who_no_longer_takes_part_is_not_reminded(office: Store) -> None:
    await records.add(office, records.meeting(1, "2026-11-25 08:30"))
    await records.add(office, *records.takes_part(1, LAN, HUNG))
    await plan_meetings(office, "2026-11-25 08:00")
    async with office.sessions() as db, db.begin():
        await db.delete(await db.get(Participant, (1, HUNG)))
    await plan_meetings(office, "2026-11-25 08:01")
    states = {message.person_id: message.state for message in await messages(office)}
    assert states == {LAN: MessageState.PLANNED, HUNG: MessageState.CANCELLED}
