"""Work that was just given: the clock moves, and who is told of it, when, and once."""

import datetime as dt

import pytest

from scheduler import reminders
from scheduler.timetable import AtOnce, Timetable
from storage import briefs
from storage.engine import Store
from storage.models import DocumentAct, DocumentChange, IncomingDocument, MessageKind, Urgency
from tests.scheduler import records
from tests.scheduler.office_days import OFFICE
from tests.scheduler.records import HEAD, HUNG, LAN, at
from tests.scheduler.test_reminders import change, messages

TIMES = Timetable()
FAR = "2026-12-20"


@pytest.fixture
async def office(store: Store) -> Store:
    await records.found_office(store)
    return store


def given(
    number: int,
    since: str,
    urgency: Urgency = Urgency.NORMAL,
    *,
    due: str | None = FAR,
    holder: int | None = LAN,
) -> IncomingDocument:
    document = records.document(number, due, holder=holder)
    document.arrived_at = at(since)
    document.held_since = at(since) if holder else None
    document.urgency = urgency
    return document


async def tick(office: Store, moment: str, times: Timetable = TIMES) -> int:
    async with office.sessions() as db, db.begin():
        return await reminders.plan_given(db, now=at(moment), calendar=OFFICE, times=times)


@pytest.mark.parametrize(
    ("urgency", "since", "told_at"),
    [
        (Urgency.FLASH, "2026-11-25 23:40", "2026-11-25 23:40"),
        (Urgency.FLASH, "2026-11-28 03:00", "2026-11-28 03:00"),  # Saturday night
        (Urgency.VERY_URGENT, "2026-11-25 05:00", "2026-11-25 05:00"),
        (Urgency.URGENT, "2026-11-25 10:00", "2026-11-25 10:00"),
        (Urgency.URGENT, "2026-11-25 12:00", "2026-11-25 13:30"),  # at lunch
        (Urgency.URGENT, "2026-11-27 17:30", "2026-11-30 07:30"),  # over the week-end
        (Urgency.NORMAL, "2026-11-25 10:00", "2026-11-25 10:30"),
        (Urgency.NORMAL, "2026-11-25 16:45", "2026-11-26 07:30"),
        (Urgency.NORMAL, "2026-11-27 18:00", "2026-11-30 07:30"),
    ],
)
async def test_each_urgency_is_told_at_its_time_and_once(
    office: Store, urgency: Urgency, since: str, told_at: str
) -> None:
    await records.add(office, given(1, since, urgency))
    minute = dt.timedelta(minutes=1)
    before = at(told_at) - minute
    if before >= at(since):
        assert await tick(office, f"{before:%Y-%m-%d %H:%M}") == 0
    assert await tick(office, told_at) == 1
    assert await tick(office, told_at) == 0
    assert await tick(office, f"{at(told_at) + minute:%Y-%m-%d %H:%M}") == 0
    (message,) = await messages(office)
    kind = MessageKind.GIVEN if urgency is Urgency.NORMAL else MessageKind.URGENT
    assert (message.kind, message.person_id) == (kind, LAN)
    assert message.slot.startswith("always ") == (urgency in (Urgency.FLASH, Urgency.VERY_URGENT))


async def test_what_comes_within_half_an_hour_is_one_message_a_person(office: Store) -> None:
    await records.add(
        office,
        given(1, "2026-11-25 10:00"),
        given(2, "2026-11-25 10:20"),
        given(3, "2026-11-25 10:10", holder=HUNG),
    )
    assert await tick(office, "2026-11-25 10:29") == 0
    assert await tick(office, "2026-11-25 10:30") == 1
    assert await tick(office, "2026-11-25 10:40") == 1
    assert [message.person_id for message in await messages(office)] == [LAN, HUNG]


@pytest.mark.parametrize(
    ("due", "hurries"), [("2026-11-25", True), ("2026-11-20", True), ("2026-11-26", False)]
)
async def test_what_is_due_before_the_next_brief_does_not_wait(
    office: Store, due: str, hurries: bool
) -> None:
    await records.add(office, given(1, "2026-11-25 10:00", due=due))
    assert await tick(office, "2026-11-25 10:00") == int(hurries)


async def test_who_gave_it_to_themselves_is_not_told(office: Store) -> None:
    await records.add(office, given(1, "2026-11-25 10:00"), given(2, "2026-11-25 10:00"))
    acts = [
        DocumentChange(
            document_id=number,
            act=DocumentAct.ASSIGNED,
            by_id=by,
            at=at("2026-11-25 10:00"),
            before={},
            after={},
        )
        for number, by in ((1, LAN), (2, HEAD))
    ]
    await records.add(office, *acts)
    assert await tick(office, "2026-11-25 10:30") == 1
    async with office.reading() as db:
        (message,) = await records.messages(db)
        assert message.id
        told = await briefs.still_open(db, message.id, dt.date(2026, 11, 25))
    assert [item.id for item in told] == [2]


async def test_what_the_brief_has_said_meanwhile_is_not_said_again(office: Store) -> None:
    await records.add(office, given(1, "2026-11-25 18:00", due="2026-11-20"))
    async with office.sessions() as db, db.begin():
        brief = await reminders.plan_briefs(db, now=at("2026-11-26 07:30"), calendar=OFFICE)
    assert brief >= 1
    assert await tick(office, "2026-11-26 07:30") == 0


async def test_given_back_and_forth_it_is_told_each_time(office: Store) -> None:
    await records.add(office, given(1, "2026-11-25 10:00"))
    assert await tick(office, "2026-11-25 10:30") == 1
    await change(office, IncomingDocument, 1, holder_id=HUNG, held_since=at("2026-11-25 14:00"))
    assert await tick(office, "2026-11-25 14:30") == 1
    await change(office, IncomingDocument, 1, holder_id=LAN, held_since=at("2026-11-25 15:00"))
    await change(office, IncomingDocument, 1, due_version=2)
    assert await tick(office, "2026-11-25 15:30") == 1
    assert await tick(office, "2026-11-25 15:31") == 0


async def test_a_flash_that_nobody_holds_is_told_to_the_head(office: Store) -> None:
    await records.add(
        office,
        given(1, "2026-11-25 22:00", Urgency.FLASH, holder=None),
        given(2, "2026-11-25 10:00", holder=None),  # ordinary: the brief says it when it is due
    )
    assert await tick(office, "2026-11-25 22:00") == 1
    assert [message.person_id for message in await messages(office)] == [HEAD]


async def test_the_office_may_have_it_otherwise(office: Store) -> None:
    times = Timetable(gather=dt.timedelta(0), at_once={Urgency.FLASH: AtOnce.HOURS})
    await records.add(
        office,
        given(1, "2026-11-25 22:00", Urgency.FLASH),
        given(2, "2026-11-25 10:00", Urgency.URGENT, holder=HUNG),
    )
    assert await tick(office, "2026-11-25 10:00", times) == 1
    assert await tick(office, "2026-11-25 22:00", times) == 0
    assert await tick(office, "2026-11-26 07:30", times) == 1
    kinds = {message.person_id: message.kind for message in await messages(office)}
    assert kinds == {HUNG: MessageKind.GIVEN, LAN: MessageKind.URGENT}
