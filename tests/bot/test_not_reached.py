"""Whom no channel reaches: the next channel, else one call list for the văn thư. Budgets, alarms.

The test moves the time, and exactly one message arrives.
"""

import datetime as dt
from dataclasses import dataclass, replace

import pytest
import pytest_asyncio
import sqlalchemy as sa
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError
from sqlmodel import col, select

from bot.channels import Channel
from bot.channels.console import open_console
from handlers.reminders import lines
from handlers.texts import speak
from scheduler.clock import VIETNAM
from storage import channel_budgets, ledger, messages
from storage.channel_budgets import Budget
from storage.engine import Store
from storage.models import (
    Account,
    AuditEntry,
    BudgetPeriod,
    Message,
    MessageKind,
    MessageState,
    Person,
    PetitionKind,
    Urgency,
)
from storage.viewer import Role, Viewer
from tests import office as make
from tests.bot.at_work import AtWork, heard_by_anybody, refuses
from tests.chat import ChatAs
from tests.hands import MONDAY, Hands

BEFORE, BRIEF, CALLS = "2026-11-16 06:00", "2026-11-16 07:30", "2026-11-16 08:00"


@dataclass(frozen=True, kw_only=True)
class Staff:
    """Hoa and a văn thư in one unit, Dũng in one without, a văn thư elsewhere, who runs it."""

    hoa: Person
    dung: Person
    thu: Person
    registry: Person
    admin: Person


@pytest.fixture
def at_work(sqlite_store: Store, hands: Hands, channel: Channel) -> AtWork:
    hands.set(BEFORE)
    return AtWork(sqlite_store, hands, channel)


@pytest_asyncio.fixture
async def staff(sqlite_store: Store) -> Staff:
    async with sqlite_store.sessions() as db, db.begin():
        registry = await make.unit(db, "HCTC", name="Phòng Hành chính")
        culture = await make.unit(db, "KGVX", name="Phòng Khoa giáo", phone="0205 3000 111")
        economy = await make.unit(db, "KT", name="Phòng Kinh tế")
        return Staff(
            registry=await make.person(db, "Vũ Thị Sổ", Role.CLERK, unit_id=registry.id),
            thu=await make.person(db, "Đỗ Thị Thư", Role.CLERK, unit_id=culture.id),
            hoa=await make.person(db, "Trần Thị Hoa", unit_id=culture.id),
            dung=await make.person(db, "Lê Văn Dũng", unit_id=economy.id, phone="0912 000 222"),
            admin=await make.person(db, "Phan Văn Máy", Role.ADMIN, unit_id=registry.id),
        )


async def give(
    store: Store, holder: Person, due: str = "2026-11-16", sign: str = "", **more: object
) -> int:
    async with store.sessions() as db, db.begin():
        document = await make.document(
            db, sign, holder_id=holder.id, unit_id=holder.unit_id, due_on=make.day(due), **more
        )
        assert document.id
        return document.id


async def of_kind(store: Store, kind: MessageKind) -> list[Message]:
    async with store.reading() as db:
        found = await db.exec(select(Message).where(Message.kind == kind).order_by(col(Message.id)))
        return list(found)


async def link(store: Store, account_id: int, person: Person, now: dt.datetime) -> None:
    assert person.id
    async with store.sessions() as db, db.begin():
        account = await db.get_one(Account, account_id)
        account.person_id = person.id
        await db.flush()
        await messages.hurry(db, person.id, now=now)


# The next channel


@pytest.mark.parametrize("refusal", [TelegramForbiddenError, TelegramBadRequest])
async def test_refused_on_one_channel_told_on_the_next_and_on_no_call_list(
    staff: Staff,
    sqlite_store: Store,
    hands: Hands,
    channel: Channel,
    chat_as: ChatAs,
    refusal: type[TelegramForbiddenError],
) -> None:
    await give(sqlite_store, staff.hoa)
    other = open_console(hands, "other", "104:other")
    at_work = AtWork(sqlite_store, hands, channel, other)
    await chat_as(staff.hoa, seen_at=make.at("2026-11-15 16:00"))
    await chat_as(staff.hoa, channel="other", seen_at=make.at("2026-11-10 16:00"))
    await chat_as(staff.thu, channel="other")
    refuses(channel, refusal)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, "2026-11-16 07:45", CALLS, "2026-11-16 09:00"])
    assert heard_by_anybody(channel) == 0
    assert heard_by_anybody(other) == 1
    assert await of_kind(sqlite_store, MessageKind.CALLS) == []


async def test_somebody_with_two_channels_is_told_on_one(
    staff: Staff, sqlite_store: Store, hands: Hands, channel: Channel, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa)
    other = open_console(hands, "other", "104:other")
    at_work = AtWork(sqlite_store, hands, channel, other)
    await chat_as(staff.hoa, seen_at=make.at("2026-11-15 16:00"))
    await chat_as(staff.hoa, channel="other", seen_at=make.at("2026-11-10 16:00"))
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS])
    assert heard_by_anybody(channel) == 1
    assert heard_by_anybody(other) == 0


# The call list


async def test_the_clerk_of_the_unit_is_told_whom_to_call_once_and_nothing_of_what(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "2026-11-12", "77/SYT-NVY")
    await give(sqlite_store, staff.hoa)
    await give(sqlite_store, staff.dung)
    async with sqlite_store.sessions() as db, db.begin():
        due = make.day("2026-11-16")
        await make.petition(db, PetitionKind.DENUNCIATION, holder_id=staff.hoa.id, due_on=due)
    registry, thu = await chat_as(staff.registry), await chat_as(staff.thu)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, "2026-11-16 07:59"])
    assert heard_by_anybody(channel) == 0
    await at_work.at(CALLS)
    end = (
        "Nội dung: có việc khẩn, đến hạn hôm nay hoặc đã quá hạn; mời mở phần mềm hoặc liên kết "
        "tài khoản với trợ lý để xem."
    )
    assert thu.pushed == (
        "Đồng chí Thư: 1 người chưa nhận được lời nhắc hôm nay trên kênh nào, nhờ đồng chí gọi "
        "điện.\n1. Trần Thị Hoa (Phòng Khoa giáo) · ĐT 0205 3000 111 · 2 việc\n" + end
    )
    assert registry.pushed == (
        "Đồng chí Sổ: 1 người chưa nhận được lời nhắc hôm nay trên kênh nào, nhờ đồng chí gọi "
        "điện.\n1. Lê Văn Dũng (Phòng Kinh tế) · ĐT 0912 000 222 · 1 việc\n" + end
    )
    await at_work.goes_through(["2026-11-16 08:01", "2026-11-16 14:00", "2026-11-16 18:00"])
    assert heard_by_anybody(channel) == 0
    async with sqlite_store.reading() as db:
        acts = select(AuditEntry.person_id, AuditEntry.item_id).where(
            AuditEntry.act == "told.calls"
        )
        assert set(await db.exec(acts)) == {
            (staff.thu.id, staff.hoa.id),
            (staff.registry.id, staff.dung.id),
        }
    await at_work.goes_through(["2026-11-17 07:30", "2026-11-17 08:00"])
    assert "Trần Thị Hoa" in thu.pushed  # a new day, and still nobody reaches her


async def test_without_a_clerk_who_can_be_reached_whoever_keeps_the_program_is_asked(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa)
    admin = await chat_as(staff.admin)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS])
    told = admin.pushed
    assert "1. Trần Thị Hoa (Phòng Khoa giáo) · ĐT 0205 3000 111 · 1 việc\n" in told
    assert told.endswith(
        "Danh sách này của văn thư; lúc lập, không có văn thư nào khác nhận được tin nên trợ lý "
        "gửi đồng chí."
    )
    assert await lines_of_the_ledger(sqlite_store, MessageKind.CALLS) == [
        "danh sách cần gọi điện, thay văn thư (không có văn thư nào khác nhận được tin)"
    ]
    await chat_as(staff.thu)  # she comes back: today's list stays where it is
    await at_work.at("2026-11-16 08:01")
    assert len(await of_kind(sqlite_store, MessageKind.CALLS)) == 1


async def test_a_clerk_whom_nothing_reached_is_called_by_somebody_else(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.thu)
    thu = await chat_as(staff.thu, seen_at=make.at("2026-11-15 16:00"))
    refuses(channel, TelegramBadRequest)
    admin = await chat_as(staff.admin)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS])
    assert "Thư" in admin.pushed
    assert thu.pushed == ""


async def lines_of_the_ledger(store: Store, kind: MessageKind) -> list[str]:
    """What each message of a kind was, as the office reads it."""
    say = speak("vi", VIETNAM)
    first = make.at("2026-11-16 00:00")
    async with store.reading() as db:
        page = await ledger.entries(
            db,
            Viewer.office(),
            first=first,
            end=first + dt.timedelta(days=1),
            missing=False,
            limit=50,
        )
        return [str(lines.what(one, say)) for one in page.items if one.kind is kind]


async def test_whoever_can_be_reached_before_the_list_is_said_drops_out(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa)
    await give(sqlite_store, staff.dung)
    thu, hers = await chat_as(staff.thu), await chat_as()
    await at_work.starts(BEFORE)
    await at_work.at(BRIEF)
    refuses(channel, TelegramNetworkError, times=1)
    await at_work.at(CALLS)  # the list itself does not get through
    assert heard_by_anybody(channel) == 0
    async with sqlite_store.sessions() as db, db.begin():
        account = await db.exec(select(Account).where(Account.chat_id == hers.conversation.chat_id))
        number = account.one().id
    assert number
    await link(sqlite_store, number, staff.hoa, make.at("2026-11-16 08:10"))
    await at_work.at("2026-11-16 08:10")
    assert "gửi muộn" in hers.pushed
    assert "Lê Văn Dũng" in (list_of_thu := thu.pushed)
    assert "Hoa" not in list_of_thu
    await at_work.goes_through(["2026-11-16 09:00", "2026-11-16 10:00"])
    assert heard_by_anybody(channel) == 0


async def test_who_blocked_us_is_called_and_no_longer_once_they_write_again(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "2026-11-12")
    thu = await chat_as(staff.thu, seen_at=MONDAY)
    hoa = await chat_as(staff.hoa, blocked_at=make.at("2026-11-13 09:00"))
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS])
    assert "Trần Thị Hoa" in thu.pushed
    at_work.hands.set("2026-11-16 16:00")
    await hoa.say("xin chào")
    await at_work.goes_through(["2026-11-17 07:30", "2026-11-17 08:00"])
    assert "quá hạn" in hoa.pushed
    assert thu.pushed == ""


@pytest.mark.parametrize(
    "moment", ["2026-11-16 12:00", "2026-11-16 17:30", "2026-11-14 09:00", "2026-11-15 09:00"]
)
async def test_nobody_is_asked_to_telephone_while_the_office_is_closed(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, moment: str
) -> None:
    await give(sqlite_store, staff.hoa, "2026-11-12")
    thu = await chat_as(staff.thu)
    await at_work.starts("2026-11-13 20:00")
    await at_work.at(moment)
    assert thu.pushed == ""


async def test_only_what_is_urgent_due_or_late_is_worth_a_call(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa, "2026-11-17")  # told as due soon
    await give(sqlite_store, staff.dung, "2026-11-17", urgency=Urgency.URGENT)
    registry, thu = await chat_as(staff.registry), await chat_as(staff.thu)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS])
    assert "Lê Văn Dũng" in registry.pushed
    assert thu.pushed == ""


async def test_a_clerk_whom_nothing_reaches_is_called_by_another(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    for holder in (staff.hoa, staff.thu):
        await give(sqlite_store, holder)
    registry = await chat_as(staff.registry)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS])
    told = registry.pushed
    assert "Đỗ Thị Thư" in told
    assert "Trần Thị Hoa" in told
    assert heard_by_anybody(channel) == 0


async def test_on_a_messenger_the_list_names_nobody(
    staff: Staff, sqlite_store: Store, hands: Hands, chat_as: ChatAs
) -> None:
    abroad = open_console(hands, "abroad", "105:abroad")
    abroad = replace(abroad, can=replace(abroad.can, leaves_the_office=True))
    hands.set(BEFORE)
    at_work = AtWork(sqlite_store, hands, abroad)
    await give(sqlite_store, staff.hoa)
    thu = await chat_as(staff.thu, channel="abroad")
    thu.conversation.channel = abroad
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS])
    told = thu.pushed
    assert "1 người chưa nhận được lời nhắc hôm nay" in told
    assert "Hoa" not in told
    assert "0205" not in told


# The budget of a channel


async def allow(store: Store, most: int, reserve: int, period: str = "day") -> None:
    wanted = Budget(channel="console", period=BudgetPeriod(period), most=most, reserve=reserve)
    async with store.sessions() as db, db.begin():
        await channel_budgets.put(db, wanted, now=make.at("2026-11-16 10:00"))


async def test_with_only_the_reserve_left_the_next_channel_is_taken(
    staff: Staff, sqlite_store: Store, hands: Hands, channel: Channel, chat_as: ChatAs
) -> None:
    other = open_console(hands, "other", "104:other")
    at_work = AtWork(sqlite_store, hands, channel, other)
    for holder in (staff.hoa, staff.dung):
        await give(sqlite_store, holder)
        await chat_as(holder, seen_at=make.at("2026-11-15 16:00"))
        await chat_as(holder, channel="other", seen_at=make.at("2026-11-10 16:00"))
    await allow(sqlite_store, most=3, reserve=2)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, "2026-11-16 08:30"])
    assert heard_by_anybody(channel) == 1
    assert heard_by_anybody(other) == 1


async def test_without_another_channel_it_waits_for_more_and_what_is_pressing_does_not(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa)
    await give(sqlite_store, staff.dung, urgency=Urgency.FLASH)
    hoa, dung = await chat_as(staff.hoa), await chat_as(staff.dung)
    await allow(sqlite_store, most=1, reserve=1)
    await at_work.starts(BEFORE)
    await at_work.at(BRIEF)
    assert dung.pushed
    assert hoa.pushed == ""
    (waiting,) = [
        one
        for one in await of_kind(sqlite_store, MessageKind.BRIEF)
        if one.person_id == staff.hoa.id
    ]
    assert (waiting.state, waiting.reason) == (MessageState.PLANNED, "console: budget")
    assert waiting.send_at == make.at("2026-11-17 00:00")
    assert "không có văn bản" not in await dung.say("văn bản của tôi đến hạn hôm nay")  # answered
    await allow(sqlite_store, most=2, reserve=0)
    await at_work.at("2026-11-16 10:00")
    assert hoa.pushed
    assert heard_by_anybody(channel) == 0


async def test_a_budget_begins_anew_with_its_day_and_replies_are_not_counted(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "2026-11-12")
    hoa = await chat_as(staff.hoa)
    await allow(sqlite_store, most=1, reserve=0)
    refuses(channel, TelegramNetworkError)
    await at_work.starts(BEFORE)
    await hoa.say("trợ giúp")
    at_work.hands.forward(seconds=1)
    await at_work.at("2026-11-16 06:05")
    assert hoa.pushed  # the answer that waited
    await at_work.at(BRIEF)
    assert "quá hạn" in hoa.pushed
    await at_work.at("2026-11-17 07:30")
    assert "quá hạn" in hoa.pushed


# Alarms


async def test_messages_that_wait_too_long_are_an_alarm_once_a_day(
    staff: Staff, sqlite_store: Store, hands: Hands, channel: Channel, chat_as: ChatAs
) -> None:
    hands.set(BEFORE)
    other = open_console(hands, "other", "104:other")
    at_work = AtWork(sqlite_store, hands, channel, other)
    await give(sqlite_store, staff.hoa, "2026-11-12", "77/SYT-NVY")
    await chat_as(staff.hoa)
    admin = await chat_as(staff.admin, channel="other")
    admin.conversation.channel = other
    refuses(channel, TelegramNetworkError, times=99)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, "2026-11-16 07:44"])
    assert admin.pushed == ""
    await at_work.at("2026-11-16 07:46")
    told = admin.pushed
    assert told.startswith(
        "Tin bị tắc: 1 tin đã quá giờ gửi mà chưa đi được, sớm nhất từ 07:30 thứ Hai 16/11/2026."
    )
    assert "Cần làm:" in told
    assert "Hoa" not in told
    assert "77/SYT" not in told
    await at_work.goes_through(["2026-11-16 08:00", "2026-11-16 11:00"])
    assert admin.pushed == ""


async def test_what_waited_while_the_program_did_not_run_is_no_alarm_until_it_had_its_time(
    staff: Staff, sqlite_store: Store, hands: Hands, channel: Channel, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa)
    await chat_as(staff.hoa)
    refuses(channel, TelegramNetworkError, times=99)
    hands.set("2026-11-16 10:00")
    at_work = AtWork(sqlite_store, hands, channel)
    await at_work.starts("2026-11-16 10:00")
    await at_work.goes_through(["2026-11-16 10:01", "2026-11-16 10:14"])
    assert await of_kind(sqlite_store, MessageKind.ALARM) == []
    await at_work.at("2026-11-16 10:15")
    assert len(await of_kind(sqlite_store, MessageKind.ALARM)) == 1


async def test_what_nobody_can_send_is_no_alarm(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa)
    admin = await chat_as(staff.admin)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS])
    assert "nhờ đồng chí gọi điện" in admin.pushed  # there is no văn thư to be asked
    await at_work.at("2026-11-16 11:00")
    assert admin.pushed == ""
    assert await of_kind(sqlite_store, MessageKind.ALARM) == []


@pytest.mark.parametrize(("people", "alarms"), [(4, 0), (5, 1)])
async def test_a_channel_that_refuses_many_is_an_alarm_once_a_day(
    staff: Staff,
    sqlite_store: Store,
    hands: Hands,
    channel: Channel,
    chat_as: ChatAs,
    people: int,
    alarms: int,
) -> None:
    hands.set(BEFORE)
    other = open_console(hands, "other", "104:other")
    at_work = AtWork(sqlite_store, hands, channel, other)
    await chat_as(staff.admin, channel="other")
    for number in range(people):
        async with sqlite_store.sessions() as db, db.begin():
            somebody = await make.person(db, f"Người thứ {number}")
        await give(sqlite_store, somebody)
        await chat_as(somebody)
    refuses(channel, TelegramBadRequest, times=99)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, "2026-11-16 07:31", "2026-11-16 08:15"])
    assert heard_by_anybody(other) == alarms + len(await of_kind(sqlite_store, MessageKind.CALLS))
    planned = await of_kind(sqlite_store, MessageKind.ALARM)
    assert [one.slot for one in planned] == ["failing console 2026-11-16"] * alarms


async def test_a_channel_that_refuses_many_after_a_late_start_is_an_alarm(
    staff: Staff, sqlite_store: Store, hands: Hands, channel: Channel, chat_as: ChatAs
) -> None:
    hands.set("2026-11-16 10:00")
    other = open_console(hands, "other", "104:other")
    at_work = AtWork(sqlite_store, hands, channel, other)
    await chat_as(staff.admin, channel="other")
    for number in range(5):
        async with sqlite_store.sessions() as db, db.begin():
            somebody = await make.person(db, f"Người thứ {number}")
        await give(sqlite_store, somebody)
        await chat_as(somebody)
    refuses(channel, TelegramBadRequest, times=99)
    await at_work.starts("2026-11-16 10:00")
    await at_work.at("2026-11-16 10:01")
    (alarm,) = await of_kind(sqlite_store, MessageKind.ALARM)
    assert alarm.slot == "failing console 2026-11-16"
    assert alarm.state is MessageState.SENT


async def test_briefs_that_nobody_planned_are_an_alarm_by_eight(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa, "2026-11-12")
    await give(sqlite_store, staff.dung, "2026-11-30")
    admin = await chat_as(staff.admin)
    at_work.planner.work = at_work.switchboard.work  # type: ignore[method-assign]
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, "2026-11-16 07:59"])
    assert admin.pushed == ""
    await at_work.at(CALLS)
    assert admin.pushed.startswith(
        "Bản tin sáng chưa được lập: đáng lẽ từ 07:30 thứ Hai 16/11/2026; 1 người đang có việc "
        "đến hạn hoặc quá hạn."
    )
    await at_work.at("2026-11-16 09:00")
    assert admin.pushed == ""


async def test_a_morning_on_which_nobody_has_anything_to_hear_is_no_alarm(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa, "2026-11-30")
    admin = await chat_as(staff.admin)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, CALLS, "2026-11-21 09:00"])
    assert admin.pushed == ""


async def test_that_only_the_reserve_is_left_is_told_with_the_reserve_once_a_day(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa)
    hoa, admin = await chat_as(staff.hoa), await chat_as(staff.admin)
    await allow(sqlite_store, most=3, reserve=2, period="month")
    await at_work.starts(BEFORE)
    await at_work.at(BRIEF)
    assert hoa.pushed
    told = admin.pushed
    assert "đã gửi" in told
    assert "trên 3 tin trong tháng từ 00:00 Chủ nhật 01/11/2026, dự phòng 2 tin" in told
    await at_work.goes_through(["2026-11-16 07:31", "2026-11-16 09:00"])
    assert admin.pushed == ""


async def test_trouble_that_has_gone_before_the_alarm_is_said_is_not_told(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "2026-11-12")
    hoa, admin = await chat_as(staff.hoa), await chat_as(staff.admin)
    refuses(channel, TelegramNetworkError, times=99)
    await at_work.starts(BEFORE)
    await at_work.goes_through([BRIEF, "2026-11-16 07:46"])
    (alarm,) = await of_kind(sqlite_store, MessageKind.ALARM)
    assert alarm.state is MessageState.PLANNED
    refuses(channel, TelegramNetworkError, times=0)
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Message).values(state=MessageState.CANCELLED, reason="gone"))
        still = sa.update(Message).where(col(Message.id) == alarm.id)
        await db.exec(still.values(state=MessageState.PLANNED))
    await at_work.at("2026-11-16 09:00")
    assert (hoa.pushed, admin.pushed) == ("", "")
    (alarm,) = await of_kind(sqlite_store, MessageKind.ALARM)
    assert alarm.state is MessageState.CANCELLED
