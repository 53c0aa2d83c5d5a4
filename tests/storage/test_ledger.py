"""The ledger, whom nothing reaches, budgets and the outbox's health, on both databases."""

import asyncio
import datetime as dt
from typing import Any

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.budgets import began, ends
from storage import channel_budgets, ledger, outbox_health, reachable
from storage.channel_budgets import Allowance, Budget
from storage.engine import Store
from storage.ledger import Fate, LedgerEntry
from storage.models import (
    BudgetPeriod,
    ItemKind,
    Message,
    MessageKind,
    MessageState,
    Notice,
    Person,
    PetitionKind,
    Urgency,
)
from storage.pages import Page
from storage.reachable import Unreached
from storage.viewer import Role, Viewer
from tests import office as make
from tests.hands import MONDAY

TODAY = MONDAY.date()
HOUR = dt.timedelta(hours=1)
DAY, MONTH = BudgetPeriod.DAY, BudgetPeriod.MONTH
SENT, FAILED, PLANNED = MessageState.SENT, MessageState.FAILED, MessageState.PLANNED


async def say(db: AsyncSession, to: Person | None, **more: Any) -> Message:
    values: dict[str, Any] = {
        "person_id": to.id if to else None,
        "slot": str(more),
        "kind": MessageKind.BRIEF,
        "send_at": MONDAY,
        "planned_for": MONDAY,
        **more,
    }
    made = Message(**values)
    db.add(made)
    await db.flush()
    return made


async def about(
    db: AsyncSession, message: Message, item_id: int | None, kind: ItemKind = ItemKind.DOCUMENT
) -> None:
    assert item_id
    assert message.person_id
    notice = Notice(
        item_kind=kind,
        item_id=item_id,
        person_id=message.person_id,
        stage="due today",
        due_version=message.id or 0,
        planned_at=MONDAY,
        for_day=TODAY,
        message_id=message.id,
    )
    db.add(notice)
    await db.flush()


async def missing(db: AsyncSession, viewer: Viewer, **more: Any) -> Page[LedgerEntry]:
    start = dt.datetime.combine(TODAY, dt.time(), MONDAY.tzinfo)
    facts: dict[str, Any] = {"first": start, "end": start + 24 * HOUR, "missing": True, "limit": 9}
    return await ledger.entries(db, viewer, **{**facts, **more})


# The ledger


async def test_what_became_of_each_and_page_by_page(db: AsyncSession) -> None:
    hoa = await make.person(db)
    later = MONDAY + HOUR
    for more in (
        {"state": SENT, "channel": "web", "sent_at": MONDAY},
        {"state": PLANNED},
        {"state": PLANNED, "reason": "no account"},
        {"state": FAILED, "reason": "telegram: blocked"},
        {"state": FAILED, "reason": "telegram: refused"},
        {"state": MessageState.GIVEN_UP, "reason": "telegram: TelegramNetworkError"},
        {"state": MessageState.CANCELLED, "reason": "too_late: no account"},
        {"state": MessageState.CANCELLED, "reason": "nothing_to_say"},
        {"state": PLANNED, "reason": "telegram: budget", "send_at": later},
        {"state": PLANNED, "send_at": later},
        {"state": FAILED, "reason": "telegram: blocked", "planned_for": MONDAY - 24 * HOUR},
    ):
        await say(db, hoa, **more)
    wrong = [
        Fate.NOT_LINKED,
        Fate.BLOCKED,
        Fate.REFUSED,
        Fate.CHANNEL_DOWN,
        Fate.TOO_LATE,
        Fate.OVER_BUDGET,
        Fate.WAITS_FOR_HOURS,
    ]
    office = Viewer.office()
    found = await missing(db, office)
    assert [one.fate for one in found.items] == wrong
    every = await missing(db, office, missing=False)
    assert [one.fate for one in every.items] == [Fate.ARRIVED, Fate.ON_ITS_WAY, *wrong]
    rest = await missing(db, office, limit=3, offset=6)
    assert (rest.total, [one.fate for one in rest.items]) == (7, [Fate.WAITS_FOR_HOURS])


@pytest.mark.parametrize(
    ("role", "unit", "heard"),
    [
        (Role.OFFICER, "A", ""),
        (Role.CLERK, "A", "a"),
        (Role.HEAD, "A", "a"),
        (Role.HEAD, None, ""),
        (Role.LEADER, "A", "ab"),
        (Role.LEADER, "OUT", ""),
        (Role.LEADER, None, ""),
        (Role.ADMIN, None, "ab"),
        (Role.CITIZEN, None, ""),
    ],
)
async def test_about_whom_each_role_hears(
    db: AsyncSession, role: Role, unit: str | None, heard: str
) -> None:
    units = {code: await make.unit(db, code, outside=code == "OUT") for code in ("A", "B", "OUT")}
    for name in ("a", "b"):
        await say(
            db,
            await make.person(db, name, unit_id=units[name.upper()].id),
            state=FAILED,
            reason="telegram: blocked",
        )
    citizen = await make.person(db, "c", Role.CITIZEN)
    await say(db, citizen, state=FAILED, reason="telegram: blocked")
    asker = await make.person(db, "me", role, unit_id=units[unit].id if unit else None)
    viewer = make.viewer(asker)
    found = await missing(db, viewer)
    assert "".join(one.person for one in found.items) == heard
    await say(db, asker, state=FAILED, reason="telegram: blocked", slot="own")
    own = await missing(db, viewer, mine=True)
    assert [one.person for one in own.items] == ([] if role is Role.CITIZEN else ["me"])


async def test_a_denunciation_counts_for_its_holder_alone_and_is_named_to_nobody(
    db: AsyncSession,
) -> None:
    unit = await make.unit(db)
    hoa = await make.person(db, unit_id=unit.id)
    head = await make.person(db, "Trường", Role.HEAD, unit_id=unit.id)
    message = await say(db, hoa, state=FAILED, reason="telegram: blocked")
    held: dict[str, Any] = {"holder_id": hoa.id, "unit_id": unit.id}
    paper = await make.document(db, "1/SYT", **held)
    secret = await make.petition(db, PetitionKind.DENUNCIATION, **held)
    open_one = await make.petition(db, PetitionKind.PROPOSAL, "ĐT-1", **held)
    await about(db, message, paper.id)
    await about(db, message, secret.id, ItemKind.PETITION)
    await about(db, message, open_one.id, ItemKind.PETITION)
    counts = {}
    for viewer in (make.viewer(hoa), make.viewer(head), Viewer.office()):
        (entry,) = (await missing(db, viewer)).items
        counts[viewer.role] = entry.items
    assert counts == {Role.OFFICER: 3, Role.HEAD: 2, Role.OFFICE: 2}
    for viewer in (make.viewer(hoa), make.viewer(head)):
        labels = await ledger.labels(db, viewer, [message.id or 0])
        assert labels[message.id or 0] == ["1/SYT", "ĐT-1"]
    assert await ledger.labels(db, Viewer(role=Role.ADMIN, person_id=99), [message.id or 0]) == {}


# Whom nothing reaches


async def unreached(db: AsyncSession) -> list[Unreached]:
    found = await reachable.unreached(
        db, since=MONDAY - 24 * HOUR, due_by=TODAY, channels=["console"]
    )
    return list(found)


@pytest.mark.parametrize(
    ("account", "message", "lost"),
    [
        (None, {"reason": "no account"}, True),
        (None, {}, False),  # only just planned
        ({"channel": "telegram"}, {"reason": "no account"}, True),  # the office has no Telegram
        ({}, {"reason": "no account"}, False),  # linked meanwhile
        ({"blocked_at": MONDAY}, {"state": FAILED, "reason": "console: blocked"}, True),
        ({"seen_at": MONDAY + HOUR}, {"state": FAILED, "reason": "console: blocked"}, False),
        ({"linked_at": MONDAY + HOUR}, {"state": FAILED, "reason": "console: refused"}, False),
        ({"seen_at": MONDAY - HOUR}, {"state": FAILED, "reason": "console: refused"}, True),
        ({}, {"state": MessageState.GIVEN_UP, "reason": "console: timeout"}, True),
        ({}, {"reason": "console: timeout"}, False),  # is tried again
        ({}, {"reason": "console: budget"}, False),
        (None, {"reason": "no account", "planned_for": MONDAY - 25 * HOUR}, False),
        (None, {"reason": "no account", "kind": MessageKind.CALLS}, False),
    ],
)
async def test_who_is_not_reached(
    db: AsyncSession,
    account: dict[str, Any] | None,
    message: dict[str, Any],
    lost: bool,
) -> None:
    hoa = await make.person(db)
    if account is not None:
        await make.account(db, hoa, **account)
    paper = await make.document(db, holder_id=hoa.id, due_on=TODAY)
    await about(db, await say(db, hoa, **message), paper.id)
    assert bool(await unreached(db)) is lost


async def test_each_item_is_counted_once_and_only_what_cannot_wait(db: AsyncSession) -> None:
    unit = await make.unit(db, phone="0205 1")
    hoa = await make.person(db, unit_id=unit.id)
    gone = await make.person(db, "Gone", active=False)
    first, second = [await say(db, hoa, reason="no account", slot=slot) for slot in "ab"]
    due = await make.document(db, holder_id=hoa.id, due_on=TODAY)
    late = await make.document(db, holder_id=hoa.id, due_on=TODAY - dt.timedelta(days=9))
    soon = await make.document(db, holder_id=hoa.id, due_on=TODAY + dt.timedelta(days=1))
    urgent = await make.document(db, holder_id=hoa.id, urgency=Urgency.URGENT)
    secret = await make.petition(db, PetitionKind.DENUNCIATION, holder_id=hoa.id, due_on=TODAY)
    for one in (due, late, soon, urgent):
        await about(db, first, one.id)
    await about(db, second, due.id)
    await about(db, second, secret.id, ItemKind.PETITION)
    await about(db, await say(db, gone, reason="no account"), due.id)
    assert await unreached(db) == [
        Unreached(
            person_id=hoa.id or 0,
            name="Trần Thị Hoa",
            phone="0205 1",
            unit_id=unit.id,
            unit="Phòng KGVX",
            items=3,
        )
    ]
    await say(db, hoa, state=SENT, channel="console", sent_at=MONDAY + HOUR, slot="later")
    assert await unreached(db) == []


async def test_which_clerks_can_be_given_a_list_and_who_was(db: AsyncSession) -> None:
    first, blocked, nowhere = [await make.person(db, name, Role.CLERK) for name in "abc"]
    await make.account(db, first)
    await make.account(db, blocked, blocked_at=MONDAY)
    await make.account(db, nowhere, channel="telegram")
    await make.account(db, await make.person(db))
    found = await reachable.telephonists(db, channels=["console"])
    assert [one.person_id for one in found] == [first.id]
    for kind in (MessageKind.CALLS, MessageKind.BRIEF):
        await say(db, blocked, kind=kind, slot=str(TODAY))
    listed = await reachable.with_a_list(db, TODAY)
    assert [one.person_id for one in listed] == [blocked.id]
    assert await reachable.with_a_list(db, TODAY + dt.timedelta(days=1)) == []


async def test_who_is_asked_after_the_clerks_and_in_which_order(db: AsyncSession) -> None:
    board = (await make.unit(db, "LD")).id
    second = await make.person(db, "Phó", Role.LEADER, unit_id=board)
    chief = await make.person(db, "Chánh", Role.LEADER, unit_id=board)
    deputy = await make.person(db, "Phó thường trực", Role.LEADER, unit_id=board)
    chief.stand_in_id = deputy.id
    chairman = await make.person(db, "Chủ tịch", Role.LEADER)
    admin = await make.person(db, "Quản trị", Role.ADMIN)
    clerk = await make.person(db, "Văn thư", Role.CLERK)
    for one in (second, chief, deputy, chairman, admin, clerk, await make.person(db)):
        await make.account(db, one)
    found = await reachable.telephonists(db, channels=["console"])
    in_turn = [clerk, admin, deputy, second, chief]  # who leads the province telephones nobody
    assert [one.person_id for one in found] == [one.id for one in in_turn]


# Budgets


async def test_budgets_are_set_changed_and_lifted_and_what_waited_is_tried_again(
    db: AsyncSession,
) -> None:
    hoa = await make.person(db)
    waits = await say(db, hoa, reason="telegram: budget", send_at=MONDAY + 9 * HOUR)
    other = await say(db, hoa, reason="telegram: busy", send_at=MONDAY + HOUR, slot="other")
    small = Budget(channel="telegram", period=DAY, most=5, reserve=1)
    large = Budget(channel="telegram", period=DAY, most=50, reserve=2)
    await channel_budgets.put(db, small, now=MONDAY)
    await channel_budgets.put(db, large, now=MONDAY)
    assert await channel_budgets.budgets(db) == [large]
    for one, send_at in ((waits, MONDAY), (other, MONDAY + HOUR)):
        await db.refresh(one)
        assert one.send_at == send_at
    assert await channel_budgets.remove(db, "telegram", DAY, now=MONDAY)
    assert not await channel_budgets.remove(db, "telegram", DAY, now=MONDAY)
    assert await channel_budgets.budgets(db) == []


async def test_what_is_said_to_a_person_in_the_period_is_counted(db: AsyncSession) -> None:
    hoa = await make.person(db)
    account = await make.account(db, hoa)
    said = {"state": SENT, "channel": "telegram", "sent_at": MONDAY}
    await say(db, hoa, **said)
    await say(db, hoa, state=MessageState.CLAIMED, channel="telegram", slot="being said")
    await say(db, hoa, **{**said, "sent_at": MONDAY - 24 * HOUR}, slot="yesterday")
    await say(db, hoa, **{**said, "channel": "web"}, slot="elsewhere")
    await say(db, hoa, state=FAILED, reason="telegram: blocked", slot="failed")
    await say(db, None, **said, account_id=account.id, kind=MessageKind.REPLY, slot="a reply")
    news = {**said, "account_id": account.id, "kind": MessageKind.FOLLOW}
    await say(db, None, **news, slot="news")
    await say(db, None, **news, reason="telegram: away", slot="news that came with an answer")
    start = began(DAY, MONDAY)
    assert await channel_budgets.used(db, "telegram", start) == 3
    assert await channel_budgets.used(db, "telegram", began(MONTH, MONDAY)) == 4


async def test_a_hundred_at_once_never_say_more_than_is_allowed(store: Store) -> None:
    async with store.sessions() as db, db.begin():
        hoa = await make.person(db)
        budget = Budget(channel="telegram", period=DAY, most=7, reserve=0)
        await channel_budgets.put(db, budget, now=MONDAY)
        ids = [
            (await say(db, hoa, state=MessageState.CLAIMED, slot=str(number))).id or 0
            for number in range(100)
        ]
    allowed = [Allowance(since=began(DAY, MONDAY), most=7)]

    async def take(message_id: int) -> bool:
        async with store.sessions() as db, db.begin():
            return await channel_budgets.take(db, message_id, "telegram", allowed)

    taken = await asyncio.gather(*map(take, ids))
    assert sum(taken) == 7
    async with store.reading() as db:
        assert await channel_budgets.used(db, "telegram", began(DAY, MONDAY)) == 7


@pytest.mark.parametrize(
    ("urgency", "pressing"),
    [
        (Urgency.FLASH, True),
        (Urgency.VERY_URGENT, True),
        (Urgency.URGENT, False),
        (Urgency.NORMAL, False),
    ],
)
async def test_what_is_pressing(db: AsyncSession, urgency: Urgency, pressing: bool) -> None:
    message = await say(db, await make.person(db))
    assert not await channel_budgets.is_pressing(db, message.id or 0)
    await about(db, message, (await make.document(db, urgency=urgency)).id)
    assert await channel_budgets.is_pressing(db, message.id or 0) is pressing


@pytest.mark.parametrize(
    ("period", "now", "first", "last"),
    [
        (DAY, "2026-12-31 23:59", "2026-12-31 00:00", "2027-01-01 00:00"),
        (MONTH, "2026-12-31 23:59", "2026-12-01 00:00", "2027-01-01 00:00"),
        (MONTH, "2028-02-01 00:00", "2028-02-01 00:00", "2028-03-01 00:00"),
    ],
)
def test_a_period_is_of_the_offices_calendar(
    period: BudgetPeriod, now: str, first: str, last: str
) -> None:
    assert began(period, make.at(now)) == make.at(first)
    assert ends(period, make.at(now)) == make.at(last)


# The outbox's health


@pytest.mark.parametrize(
    ("message", "stuck"),
    [
        ({"send_at": MONDAY}, 1),
        ({"send_at": MONDAY + 2 * HOUR}, 0),  # put off until people are at work
        ({"send_at": MONDAY + 2 * HOUR, "reason": "telegram: timeout"}, 1),
        ({"send_at": MONDAY + 2 * HOUR, "reason": "telegram: budget"}, 0),
        ({"send_at": MONDAY + 2 * HOUR, "reason": "no account"}, 0),
        ({"state": MessageState.CLAIMED, "claimed_until": MONDAY}, 1),
        ({"state": MessageState.CLAIMED, "claimed_until": MONDAY + 2 * HOUR}, 0),
        ({"state": SENT}, 0),
        ({"state": FAILED, "reason": "telegram: refused"}, 0),
        ({"kind": MessageKind.ALARM}, 0),
    ],
)
async def test_what_waits_too_long(db: AsyncSession, message: dict[str, Any], stuck: int) -> None:
    await say(db, await make.person(db), **message)
    found = await outbox_health.stuck(db, before=MONDAY + HOUR)
    assert (found.number if found else 0) == stuck
    if found:
        assert found.since == MONDAY


async def test_what_waits_behind_another_is_not_stuck_by_itself(db: AsyncSession) -> None:
    whose = {"account_id": (await make.account(db)).id, "kind": MessageKind.ACCOUNT}
    await say(db, None, send_at=MONDAY + 2 * HOUR, reason="no account", **whose)
    await say(db, None, slot="behind", **whose)
    assert await outbox_health.stuck(db, before=MONDAY + HOUR) is None


async def test_whom_a_channel_refused_is_counted_by_people_not_by_messages(
    db: AsyncSession,
) -> None:
    hoa, dung = await make.person(db), await make.person(db, "Dũng")
    account = await make.account(db)
    refused = {"state": FAILED, "reason": "telegram: refused"}
    for number, who in enumerate((hoa, hoa, dung)):
        await say(db, who, **refused, send_at=MONDAY + number * HOUR, slot=str(number))
    await say(db, None, **refused, account_id=account.id, kind=MessageKind.REPLY)
    await say(db, hoa, state=FAILED, reason="telegram: blocked", slot="blocked")
    await say(db, hoa, state=FAILED, reason="no account", slot="nowhere")
    await say(db, hoa, **{**refused, "reason": "web: x"}, send_at=MONDAY - HOUR, slot="before")
    found = await outbox_health.failing(db, since=MONDAY)
    assert {name: (one.number, one.since) for name, one in found.items()} == {
        "telegram": (3, MONDAY)
    }


async def test_who_holds_something_that_is_due_and_who_keeps_the_program(db: AsyncSession) -> None:
    hoa, dung = await make.person(db), await make.person(db, "Dũng")
    gone = await make.person(db, "Gone", active=False)
    admin = await make.person(db, "Máy", Role.ADMIN)
    tomorrow = TODAY + dt.timedelta(days=1)
    for holder, due in ((hoa, TODAY), (hoa, TODAY), (dung, tomorrow), (gone, TODAY)):
        await make.document(db, holder_id=holder.id, due_on=due)
    await make.dossier(db, holder_id=hoa.id, due_on=TODAY)
    assert await outbox_health.with_something_due(db, due_by=TODAY) == 1
    assert await outbox_health.with_something_due(db, due_by=tomorrow) == 2
    keepers = await outbox_health.who_keeps_the_program(db)
    assert keepers == [admin.id]
    for told in (1, 0):
        kind = MessageKind.ALARM
        assert await outbox_health.tell(db, keepers, kind, "stuck", now=MONDAY) == told
