"""What a message still has to say when it is said, “remind me later”, and who was not told."""

import datetime as dt
from collections import deque
from collections.abc import Sequence

import pytest
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler import reminders
from scheduler.outbox import NothingToSay, Patience, TryLater, Unreachable
from storage import briefs, ledger, messages, snoozes
from storage.briefs import ItemToTell, WhyTold
from storage.engine import Store
from storage.errors import NotFoundError
from storage.ledger import LedgerEntry
from storage.models import (
    Account,
    DocumentState,
    IncomingDocument,
    ItemKind,
    Meeting,
    Message,
    MessageKind,
    MessageState,
    Petition,
    PetitionKind,
)
from storage.viewer import Viewer
from tests.scheduler import records
from tests.scheduler.office_days import OFFICE
from tests.scheduler.records import CHIEF, ECONOMY, HEAD, HUNG, LAN, at
from tests.scheduler.sending import Deliverer, add_message, message, send_everything_due

MORNING = at("2026-11-25 07:30")


@pytest.fixture
async def office(store: Store) -> Store:
    await records.found_office(store)
    return store


async def plan(office: Store, now: dt.datetime = MORNING) -> None:
    async with office.sessions() as db, db.begin():
        await reminders.plan_meetings(db, now=now)
        await reminders.plan_briefs(db, now=now, calendar=OFFICE)


async def change(office: Store, model: type[SQLModel], key: int, **values: object) -> None:
    async with office.sessions() as db, db.begin():
        row = await db.get(model, key)
        for name, value in values.items():
            setattr(row, name, value)


async def told(office: Store, person: int) -> list[ItemToTell]:
    """What the one message of this person has to say now."""
    async with office.reading() as db:
        (theirs,) = [one for one in await records.messages(db) if one.person_id == person]
        assert theirs.id
        return list(await briefs.still_open(db, theirs.id, MORNING.date()))


async def snooze(
    office: Store, who: Viewer, item: int, until: str, kind: ItemKind = ItemKind.DOCUMENT
) -> None:
    async with office.sessions() as db, db.begin():
        await snoozes.snooze(db, who, kind, item, until=at(until), now=MORNING)


async def test_a_brief_tells_its_items_the_longest_due_first(office: Store) -> None:
    await records.add(
        office,
        records.document(1, "2026-11-25"),
        records.document(2, "2026-11-17"),
        records.petition(1, "2026-11-23"),
        records.document(3, "2026-11-24", holder=None),
    )
    await plan(office)
    lines = [(line.label, line.stage, line.why) for line in await told(office, LAN)]
    assert lines == [
        ("2/SYT-KH", "late 2026-11-25", WhyTold.HOLDS),
        ("ĐT-2026-0001", "late 2026-11-25", WhyTold.HOLDS),
        ("1/SYT-KH", "due today", WhyTold.HOLDS),
    ]
    assert [(line.id, line.why) for line in await told(office, HEAD)] == [
        (2, WhyTold.HEADS_UNIT),
        (1, WhyTold.HEADS_UNIT),
        (3, WhyTold.NOBODY_HOLDS),
    ]


async def test_what_was_closed_passed_on_or_put_off_drops_out(office: Store) -> None:
    await records.add(office, *(records.document(n, "2026-11-17") for n in range(1, 5)))
    await plan(office)
    await change(office, IncomingDocument, 1, state=DocumentState.DONE)
    await change(office, IncomingDocument, 2, holder_id=HUNG, unit_id=ECONOMY)
    await change(office, IncomingDocument, 3, due_version=2, due_on=dt.date(2026, 12, 1))
    assert [line.id for line in await told(office, LAN)] == [4]
    assert [line.id for line in await told(office, HEAD)] == [4]


async def test_a_complaint_that_turns_out_a_denunciation_is_not_told_to_the_head(
    office: Store,
) -> None:
    await records.add(office, records.petition(1, "2026-11-17"))
    await plan(office)
    await change(office, Petition, 1, kind=PetitionKind.DENUNCIATION)
    assert [line.id for line in await told(office, LAN)] == [1]
    assert await told(office, HEAD) == []


async def test_a_meeting_that_moved_is_not_told_by_its_old_reminder(office: Store) -> None:
    await records.add(office, records.meeting(7, "2026-11-25 07:55"))
    await records.add(office, *records.takes_part(7, LAN))
    await plan(office)
    (line,) = await told(office, LAN)
    assert (line.kind, line.id, line.why) == (ItemKind.MEETING, 7, WhyTold.TAKES_PART)
    await change(office, Meeting, 7, version=2, starts_at=at("2026-11-25 16:00"))
    assert await told(office, LAN) == []


async def test_the_brief_of_a_leader_has_no_items_of_its_own(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"))
    await plan(office)
    assert await told(office, CHIEF) == []


async def test_remind_me_later_comes_back_with_the_item(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"))
    await snooze(office, records.viewer(LAN), 1, "2026-11-25 14:00")
    deliver = Deliverer()
    await send_everything_due(office, deliver, at("2026-11-25 13:59"))
    assert deliver.asked == []
    await send_everything_due(office, deliver, at("2026-11-25 14:00"))
    assert [(one.kind, one.slot, one.late) for one in deliver.asked] == [
        (MessageKind.ITEM, "again document 1 2026-11-25T14:00+07:00", False)
    ]
    (line,) = await told(office, LAN)
    assert (line.id, line.why) == (1, WhyTold.ASKED_AGAIN)


async def test_a_later_wish_replaces_the_earlier_one(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"), records.document(11, "2026-11-17"))
    lan = records.viewer(LAN)
    await snooze(office, lan, 11, "2026-11-25 09:00")
    for until in ("2026-11-25 10:00", "2026-11-25 14:00", "2026-11-25 14:00"):
        await snooze(office, lan, 1, until)
    deliver = Deliverer()
    await send_everything_due(office, deliver, at("2026-11-25 15:00"))
    assert sorted(deliver.slots) == [
        "again document 1 2026-11-25T14:00+07:00",
        "again document 11 2026-11-25T09:00+07:00",
    ]
    await snooze(office, lan, 1, "2026-11-25 16:00")
    await snooze(office, lan, 1, "2026-11-25 10:00")  # cancelled above, wanted again
    revived = await message(office, "again document 1 2026-11-25T10:00+07:00")
    assert (revived.state, revived.attempts, revived.reason) == (MessageState.PLANNED, 0, "")


async def test_a_snoozed_item_that_is_closed_meanwhile_has_nothing_to_say(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"))
    await snooze(office, records.viewer(LAN), 1, "2026-11-25 14:00")
    await change(office, IncomingDocument, 1, state=DocumentState.DONE)
    assert await told(office, LAN) == []


async def test_a_snooze_outlives_a_new_due_time_but_not_a_new_holder(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"))
    await snooze(office, records.viewer(LAN), 1, "2026-11-25 14:00")
    await change(office, IncomingDocument, 1, due_version=2)
    assert [line.id for line in await told(office, LAN)] == [1]
    await change(office, IncomingDocument, 1, holder_id=HUNG, unit_id=ECONOMY)
    assert await told(office, LAN) == []


async def test_a_snooze_does_not_slip_into_the_morning_brief(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"))
    await snooze(office, records.viewer(CHIEF), 1, "2026-11-25 14:00")
    await plan(office)
    async with office.reading() as db:
        of_chief = [m.slot for m in await records.messages(db) if m.person_id == CHIEF]
    assert of_chief == ["again document 1 2026-11-25T14:00+07:00", "2026-11-25"]


@pytest.mark.parametrize("case", ["closed", "somebody else's", "denunciation", "missing", "kind"])
async def test_only_what_is_open_and_ones_own_can_be_snoozed(office: Store, case: str) -> None:
    await records.add(
        office,
        records.document(1, "2026-11-17", state=DocumentState.DONE),
        records.document(2, "2026-11-17", holder=HUNG, unit=ECONOMY),
        records.petition(3, "2026-11-17", kind=PetitionKind.DENUNCIATION),
        records.meeting(5, "2026-11-25 08:30"),
    )
    who, kind, item = {
        "closed": (LAN, ItemKind.DOCUMENT, 1),
        "somebody else's": (LAN, ItemKind.DOCUMENT, 2),
        "denunciation": (HEAD, ItemKind.PETITION, 3),
        "missing": (LAN, ItemKind.DOCUMENT, 4),
        "kind": (LAN, ItemKind.MEETING, 5),
    }[case]
    with pytest.raises(NotFoundError):
        await snooze(office, records.viewer(who), item, "2026-11-25 14:00", kind)
    async with office.reading() as db:
        assert await records.messages(db) == []


async def missing(db: AsyncSession, since: dt.datetime) -> Sequence[LedgerEntry]:
    page = await ledger.entries(
        db,
        Viewer.office(),
        first=since,
        end=since + dt.timedelta(days=1),
        missing=True,
        limit=99,
    )
    return list(page.items)


async def test_who_was_not_told_and_why(office: Store) -> None:
    await records.add(
        office, Account(id=1, channel="webchat", external_id="x", chat_id=1, since=MORNING)
    )
    await records.add(office, records.document(1, "2026-11-17"))
    await plan(office)
    for slot in ("refused", "waits", "silent", "given up"):
        await add_message(office, slot, MORNING)
    await add_message(office, "expired", MORNING, useless_after=MORNING)
    async with office.sessions() as db, db.begin():
        await messages.tell(db, kind=MessageKind.REPLY, account_id=1, words="Dạ", now=MORNING)
    reply = f"reply 1 {MORNING.isoformat()}"
    deliver = Deliverer()
    deliver.outcomes["refused"] = deque([Unreachable("blocked")])
    deliver.outcomes["waits"] = deque([TryLater("no connection", dt.timedelta(hours=1))])
    deliver.outcomes["silent"] = deque([NothingToSay()])
    deliver.outcomes[reply] = deque([Unreachable("blocked")])
    deliver.outcomes["2026-11-25"] = deque([Unreachable("no account")] * 3)
    deliver.outcomes["given up"] = deque([TryLater("no connection", dt.timedelta(0))] * 2)
    await send_everything_due(office, deliver, MORNING, patience=Patience(tries=2))
    async with office.reading() as db:
        found = await missing(db, MORNING)
        assert await missing(db, MORNING + dt.timedelta(days=1)) == []
        slots = {one.id: one.slot for one in await records.messages(db)}
    assert sorted(
        (slots[one.id], one.person, str(one.state), one.reason, one.items) for one in found
    ) == [
        ("2026-11-25", "Bùi Thị Lan", "failed", "no account", 1),
        ("2026-11-25", "Lê Thị Trưởng", "failed", "no account", 1),
        ("2026-11-25", "Nguyễn Văn Chánh", "failed", "no account", 0),
        ("expired", "Bùi Thị Lan", "cancelled", "too_late", 0),
        ("given up", "Bùi Thị Lan", "given_up", "no connection", 0),
        ("refused", "Bùi Thị Lan", "failed", "blocked", 0),
        (reply, "", "failed", "blocked", 0),
        ("waits", "Bùi Thị Lan", "planned", "no connection", 0),
    ]


async def rehearse(office: Store, now: str) -> list[tuple[str, str, str, str]]:
    """Person, kind of message, item and reason of each line."""
    async with office.sessions() as db, db.begin():
        lines = await reminders.rehearse(db, now=at(now), calendar=OFFICE)
    return [
        (
            line.person,
            str(line.message),
            f"{line.item.kind} {line.item.id} {line.item.stage}" if line.item else "",
            str(line.why),
        )
        for line in lines
    ]


async def everything(office: Store) -> list[Message]:
    async with office.reading() as db:
        return list(await records.messages(db))


async def test_a_rehearsal_says_who_would_be_told_what_and_why_and_keeps_nothing(
    office: Store,
) -> None:
    await records.add(
        office,
        records.document(1, "2026-11-17"),
        records.document(2, "2026-11-27", holder=HUNG, unit=ECONOMY),
        records.meeting(1, "2026-11-25 08:00"),
        records.meeting(2, "2026-11-25 08:01"),
    )
    await records.add(office, *records.takes_part(1, CHIEF), *records.takes_part(2, CHIEF))
    expected = [
        ("Bùi Thị Lan", "brief", "document 1 late 2026-11-25", "holds"),
        ("Lê Thị Trưởng", "brief", "document 1 late 2026-11-25", "heads_unit"),
        ("Nguyễn Văn Chánh", "meeting", "meeting 1 meeting", "takes_part"),
        ("Nguyễn Văn Chánh", "brief", "", "leads_office"),
        ("Đỗ Văn Hùng", "brief", "document 2 due in 2", "holds"),
    ]
    assert sorted(await rehearse(office, "2026-11-25 07:30")) == sorted(expected)
    assert await everything(office) == []
    await plan(office)
    assert sorted(await rehearse(office, "2026-11-25 07:30")) == sorted(expected)
    assert {one.state for one in await everything(office)} == {MessageState.PLANNED}


@pytest.mark.parametrize("now", ["2026-11-24 07:30", "2026-11-21 09:00", "2026-11-25 07:29"])
async def test_a_rehearsal_when_no_brief_is_due_is_empty(office: Store, now: str) -> None:
    await records.add(office, records.document(1, "2026-11-17"))
    assert await rehearse(office, now) == []
