"""What is said unasked: the test moves the time, and exactly one message arrives."""

from dataclasses import dataclass, replace

import pytest
import pytest_asyncio
import sqlalchemy as sa
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from sqlmodel import col, select

from bot.channels import Channel
from bot.channels.console import open_console
from bot.data.days_off import load_days_off
from bot.office import Office
from bot.pipeline import Pipeline
from scheduler import moved_holidays
from scheduler.clock import VIETNAM
from storage import messages
from storage.engine import Store
from storage.models import (
    Account,
    AuditEntry,
    ChatLine,
    DayKind,
    DayOverride,
    DocumentState,
    IncomingDocument,
    Meeting,
    MeetingState,
    Message,
    MessageState,
    Person,
    StoreKind,
    StoreMark,
    TimeUnit,
)
from storage.viewer import Role
from tests import office as make
from tests.bot.at_work import AtWork, heard_by_anybody, refuses
from tests.chat import Chat, ChatAs
from tests.hands import MONDAY, Hands

EVENING_BEFORE, MORNING = "2026-11-24 20:00", "2026-11-25 07:30"


@dataclass(frozen=True, kw_only=True)
class Staff:
    """Hoa and her head in one unit, and the Chánh Văn phòng."""

    hoa: Person
    head: Person
    chief: Person


@pytest_asyncio.fixture
async def staff(sqlite_store: Store) -> Staff:
    async with sqlite_store.sessions() as db, db.begin():
        await load_days_off(db)
        culture = await make.unit(db, "KGVX", name="Phòng Khoa giáo – Văn xã")
        leadership = await make.unit(db, "VP", name="Lãnh đạo Văn phòng")
        hoa = await make.person(db, "Trần Thị Hoa", unit_id=culture.id)
        head = await make.person(db, "Lê Văn Trường", Role.HEAD, unit_id=culture.id)
        chief = await make.person(db, "Nguyễn Thị Chánh", Role.LEADER, unit_id=leadership.id)
        return Staff(hoa=hoa, head=head, chief=chief)


async def give(store: Store, holder: Person, sign: str, due: str) -> int:
    """A document for somebody to deal with; its number in the store."""
    async with store.sessions() as db, db.begin():
        document = await make.document(
            db, sign, holder_id=holder.id, unit_id=holder.unit_id, due_on=make.day(due)
        )
        assert document.id
        return document.id


async def invite(store: Store, starts: str, *people: Person) -> int:
    async with store.sessions() as db, db.begin():
        meeting = await make.meeting(db, starts, *people)
        assert meeting.id
        return meeting.id


async def states(store: Store) -> list[MessageState]:
    async with store.reading() as db:
        return [one.state for one in await db.exec(select(Message).order_by(col(Message.id)))]


async def rule_of_three_days(store: Store, document: int) -> None:
    """Given on Friday 20/11 at 10:00, three working days: until now by Thursday 26/11."""
    async with store.sessions() as db, db.begin():
        found = await db.get_one(IncomingDocument, document)
        found.due_limit, found.due_unit = 3, TimeUnit.WORKING_DAYS
        found.due_from = make.at("2026-11-20 10:00")
        db.add(found)


async def decide_swap(store: Store) -> None:
    """The notice is out: 23/11 is off."""
    async with store.sessions() as db, db.begin():
        swap = await db.get_one(DayOverride, make.day("2026-11-23"))
        swap.kind, swap.name, swap.official = DayKind.OFF, "Nghỉ hoán đổi", True
        db.add(swap)


# A day off that is announced late


async def test_a_day_off_announced_late_is_told_with_what_it_moved_and_only_once(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    for sign in ("1/SYT-NVY", "2/SYT-NVY", "3/SYT-NVY"):
        number = await give(sqlite_store, staff.hoa, sign, "2026-11-26")
        await rule_of_three_days(sqlite_store, number)
    hoa = await chat_as(staff.hoa)
    await at_work.starts("2026-11-20 07:00")
    assert heard_by_anybody(channel) == 0
    await decide_swap(sqlite_store)
    await at_work.starts("2026-11-20 07:10")
    assert (
        hoa.pushed
        == """\
Đồng chí Hoa: do nghỉ thứ Hai 23/11/2026 (Nghỉ hoán đổi), hạn của 3 văn bản thay đổi.
Hạn của 3 văn bản chuyển từ thứ Năm 26/11/2026 sang thứ Sáu 27/11/2026: \
1/SYT-NVY, 2/SYT-NVY, 3/SYT-NVY."""
    )
    assert hoa.buttons == ["Văn bản sắp đến hạn"]
    await at_work.starts("2026-11-20 07:20")
    assert heard_by_anybody(channel) == 0
    async with sqlite_store.reading() as db:
        about = col(AuditEntry.item_kind) == "document"
        shown = await db.exec(select(AuditEntry.act).where(about))
        assert sorted(shown) == ["document.due_moved"] * 3 + ["told.moved"] * 3


async def test_what_was_done_before_the_message_goes_out_is_not_told(
    at_work: AtWork, staff: Staff, sqlite_store: Store, channel: Channel
) -> None:
    number = await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-26")
    await rule_of_three_days(sqlite_store, number)
    await decide_swap(sqlite_store)
    async with sqlite_store.sessions() as db, db.begin():
        now = make.at("2026-11-20 08:00")
        assert await moved_holidays.count_again(db, now=now, zone=VIETNAM) == 1
        await db.exec(sa.update(IncomingDocument).values(state=DocumentState.DONE))
    await at_work.starts("2026-11-20 09:00")
    assert heard_by_anybody(channel) == 0
    assert await states(sqlite_store) == [MessageState.CANCELLED]


# The brief of 07:30


async def test_at_half_past_seven_officer_head_and_chief_get_one_brief_each(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-17")
    await give(sqlite_store, staff.hoa, "2/SYT-NVY", "2026-11-25")
    await give(sqlite_store, staff.hoa, "3/SYT-NVY", "2026-11-26")
    hoa, head, chief = [await chat_as(p) for p in (staff.hoa, staff.head, staff.chief)]
    await at_work.starts(EVENING_BEFORE)
    await at_work.at("2026-11-25 07:29")
    assert heard_by_anybody(channel) == 0
    await at_work.at(MORNING)
    assert (
        hoa.pushed
        == """\
Chào đồng chí Hoa. Hôm nay là thứ Tư 25/11/2026.

Đồng chí không có cuộc họp nào trong lịch hôm nay.

Văn bản: 1 quá hạn, 1 đến hạn hôm nay, 1 sắp đến hạn
1. 1/SYT-NVY · Quá 4 ngày làm việc (hạn thứ Ba 17/11/2026; tạm tính)
V/v triển khai tiêm chủng mở rộng (Sở Y tế)
2. 2/SYT-NVY · Hạn hôm nay, thứ Tư 25/11/2026
V/v triển khai tiêm chủng mở rộng (Sở Y tế)
3. 3/SYT-NVY · Còn 1 ngày làm việc (hạn thứ Năm 26/11/2026)
V/v triển khai tiêm chủng mở rộng (Sở Y tế)

Tính đến 08:00 thứ Hai 16/11/2026. Từ đó đến nay có thể đã thay đổi."""
    )
    assert hoa.buttons == [
        "Việc 1: đã xong",
        "Việc 1: nhắc lại sau",
        "Việc 2: đã xong",
        "Việc 2: nhắc lại sau",
        "Việc 3: đã xong",
        "Việc 3: nhắc lại sau",
        "Văn bản quá hạn",
        "Văn bản sắp đến hạn",
    ]
    assert (
        head.pushed
        == """\
Chào đồng chí Trường. Hôm nay là thứ Tư 25/11/2026.

Đồng chí không có cuộc họp nào trong lịch hôm nay.

Quá hạn trong đơn vị, theo từng người: 1 văn bản
Trần Thị Hoa: 1 văn bản

Tính đến 08:00 thứ Hai 16/11/2026. Từ đó đến nay có thể đã thay đổi."""
    )
    assert (
        chief.pushed
        == """\
Chào đồng chí Chánh. Hôm nay là thứ Tư 25/11/2026.

Đồng chí không có cuộc họp nào trong lịch hôm nay.

Quá hạn theo đơn vị: tất cả 1 văn bản
Phòng Khoa giáo – Văn xã: 1 văn bản

Tính đến 08:00 thứ Hai 16/11/2026. Từ đó đến nay có thể đã thay đổi."""
    )
    assert [len(chat.conversation.last) for chat in (hoa, head, chief)] == [1, 1, 1]
    await at_work.goes_through(["2026-11-25 07:31", "2026-11-25 12:00", "2026-11-25 23:59"])
    assert heard_by_anybody(channel) == 0


async def test_who_was_told_of_what_is_kept(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    document = await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    await chat_as(staff.hoa)
    await chat_as(staff.chief)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    async with sqlite_store.reading() as db:
        kept = (await db.exec(select(AuditEntry).where(AuditEntry.act == "told.brief"))).all()
    assert [(one.person_id, one.channel, one.item_kind, one.item_id) for one in kept] == [
        (staff.hoa.id, "console", "document", document),
    ]


async def test_a_brief_longer_than_the_channel_takes_comes_in_parts_with_its_buttons(
    staff: Staff, sqlite_store: Store, hands: Hands, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    narrow = replace(channel, can=replace(channel.can, max_text=120))
    at_work = AtWork(sqlite_store, hands, narrow)
    hoa = await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert "Tính đến" in hoa.pushed
    parts = hoa.conversation.last
    assert len(parts) > 1
    assert max(len(part.text) for part in parts) <= 120
    assert [bool(part.buttons) for part in parts] == [False] * (len(parts) - 1) + [True]
    assert "xử lý xong" in await hoa.press("Việc 1: đã xong")


async def test_nobody_is_reminded_on_a_holiday_and_the_next_working_day_makes_up_for_it(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    hoa = await chat_as(staff.hoa)
    await at_work.starts("2026-11-24 06:00")
    await at_work.goes_through(["2026-11-24 07:30", "2026-11-24 17:00"])
    assert heard_by_anybody(channel) == 0
    await at_work.at(MORNING)
    assert "1/SYT-NVY" in hoa.pushed
    assert heard_by_anybody(channel) == 0


async def test_on_a_saturday_that_is_worked_the_brief_comes(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-08-21")
    hoa = await chat_as(staff.hoa)
    await at_work.starts("2026-08-15 06:00")  # an ordinary Saturday
    await at_work.at("2026-08-15 07:30")
    assert hoa.pushed == ""
    await at_work.starts("2026-08-22 06:00")
    await at_work.at("2026-08-22 07:30")
    assert hoa.pushed.startswith("Chào đồng chí Hoa. Hôm nay là thứ Bảy 22/08/2026.")
    assert len(hoa.conversation.last) == 1


async def test_a_day_off_entered_overnight_is_kept(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    async with sqlite_store.sessions() as db, db.begin():
        db.add(DayOverride(day=make.day("2026-11-25"), kind=DayKind.OFF, name="Nghỉ do bão"))
    await at_work.at(MORNING)
    assert heard_by_anybody(channel) == 0


async def test_started_late_the_brief_says_so_once_and_a_second_start_repeats_nothing(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    hoa = await chat_as(staff.hoa)
    await at_work.starts("2026-11-25 09:10")
    assert hoa.pushed.count("gửi muộn") == 1
    await at_work.starts("2026-11-25 09:20")
    assert heard_by_anybody(channel) == 0


# What the buttons of a brief change


async def test_done_pressed_on_a_brief_closes_the_document_and_the_next_brief_is_silent(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    number = await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    await give(sqlite_store, staff.hoa, "2/SYT-NVY", "2026-11-23")
    hoa = await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert "1/SYT-NVY" in hoa.pushed
    assert "1/SYT-NVY" in await hoa.press("Việc 1: đã xong")
    async with sqlite_store.reading() as db:
        assert (await db.get_one(IncomingDocument, number)).state is DocumentState.DONE
    await at_work.at("2026-11-26 07:30")
    brief = hoa.pushed
    assert "1/SYT-NVY" not in brief
    assert "2/SYT-NVY" in brief


async def test_buttons_of_a_brief_work_after_a_restart(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, hands: Hands
) -> None:
    number = await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    hoa = await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert hoa.pushed
    again = Pipeline(store=sqlite_store, clock=hands, zone=VIETNAM, office=Office(version=-1))
    returned = Chat(open_console(hands), hoa.conversation.chat_id, again)
    returned.conversation.last = hoa.conversation.last
    assert "1/SYT-NVY" in await returned.press("Việc 1: đã xong")
    async with sqlite_store.reading() as db:
        assert (await db.get_one(IncomingDocument, number)).state is DocumentState.DONE


async def test_remind_me_later_comes_back_an_hour_later_exactly_once(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    hoa = await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert hoa.pushed
    await at_work.at("2026-11-25 08:05")
    await hoa.press("Việc 1: nhắc lại sau")
    assert "09:05" in await hoa.press(hoa.buttons[0])
    await at_work.at("2026-11-25 09:04")
    assert heard_by_anybody(channel) == 0
    await at_work.at("2026-11-25 09:05")
    assert hoa.pushed.splitlines()[:2] == [
        "Đồng chí Hoa đã hẹn nhắc lại việc này:",
        "1. 1/SYT-NVY · Quá 1 ngày 1 giờ làm việc (hạn thứ Sáu 20/11/2026; tạm tính)",
    ]
    assert hoa.buttons == ["Đã nhận", "Đã xong", "Xin gia hạn", "Chuyển lại", "Nhắc lại sau"]
    await at_work.goes_through(["2026-11-25 09:06", "2026-11-25 17:00"])
    assert heard_by_anybody(channel) == 0


async def test_what_was_closed_before_the_hour_is_over_is_not_told_again(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    hoa = await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert hoa.pushed
    brief = hoa.conversation.last
    await hoa.press("Việc 1: nhắc lại sau")
    await hoa.press(hoa.buttons[0])
    hoa.conversation.last = brief
    await hoa.press("Việc 1: đã xong")
    await at_work.at("2026-11-25 08:30")
    assert heard_by_anybody(channel) == 0
    assert await states(sqlite_store) == [MessageState.SENT, MessageState.CANCELLED]


async def test_what_is_closed_between_planning_and_sending_drops_out(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    number = await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    await chat_as(staff.hoa)
    refuses(channel, TelegramNetworkError)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    async with sqlite_store.sessions() as db, db.begin():
        document = await db.get_one(IncomingDocument, number)
        document.state = DocumentState.DONE
        db.add(document)
    await at_work.at("2026-11-25 07:31")
    assert heard_by_anybody(channel) == 0
    assert await states(sqlite_store) == [MessageState.CANCELLED]


# Before a meeting


@pytest.mark.parametrize(
    ("start", "before", "on_time"),
    [
        ("2026-11-25 08:30", "2026-11-25 07:59", "2026-11-25 08:00"),
        ("2026-11-25 19:30", "2026-11-25 18:59", "2026-11-25 19:00"),  # in the evening
        ("2026-11-22 08:30", "2026-11-22 07:59", "2026-11-22 08:00"),  # on a Sunday
        ("2026-11-24 14:00", "2026-11-24 13:29", "2026-11-24 13:30"),  # on a holiday
    ],
)
async def test_half_an_hour_before_a_meeting_those_who_take_part_are_reminded_once(
    at_work: AtWork,
    staff: Staff,
    sqlite_store: Store,
    chat_as: ChatAs,
    channel: Channel,
    start: str,
    before: str,
    on_time: str,
) -> None:
    await invite(sqlite_store, start, staff.hoa, staff.head)
    hoa, head, _chief = [await chat_as(p) for p in (staff.hoa, staff.head, staff.chief)]
    await at_work.starts("2026-11-20 18:00")
    await at_work.at(before)
    assert heard_by_anybody(channel) == 0
    await at_work.at(on_time)
    assert hoa.pushed.startswith("Đồng chí Hoa có cuộc họp sau 30 phút nữa:")
    assert "Giao ban lãnh đạo Văn phòng" in head.pushed
    assert heard_by_anybody(channel) == 0
    await at_work.at(start)
    assert heard_by_anybody(channel) == 0


async def test_a_reminder_follows_a_meeting_that_moves(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    number = await invite(sqlite_store, "2026-11-25 08:30", staff.hoa)
    hoa = await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    await change(sqlite_store, number, starts_at=make.at("2026-11-25 14:00"), version=2)
    await at_work.goes_through(["2026-11-25 08:00", "2026-11-25 08:30"])
    assert heard_by_anybody(channel) == 0
    await at_work.at("2026-11-25 13:30")
    assert hoa.pushed.startswith("Đồng chí Hoa có cuộc họp sau 30 phút nữa:")
    await change(sqlite_store, number, starts_at=make.at("2026-11-25 16:00"), version=3)
    await at_work.at("2026-11-25 15:30")
    assert "16:00" in hoa.pushed
    assert heard_by_anybody(channel) == 0


async def test_a_meeting_called_off_while_its_reminder_waits_is_not_told(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    number = await invite(sqlite_store, "2026-11-25 08:30", staff.hoa)
    await chat_as(staff.hoa)
    refuses(channel, TelegramNetworkError)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at("2026-11-25 08:00")
    await change(sqlite_store, number, state=MeetingState.CANCELLED)
    await at_work.at("2026-11-25 08:01")
    assert heard_by_anybody(channel) == 0
    assert await states(sqlite_store) == [MessageState.CANCELLED]


async def test_the_button_of_a_meeting_reminder_opens_the_meeting(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await invite(sqlite_store, "2026-11-25 08:30", staff.hoa)
    hoa = await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at("2026-11-25 08:00")
    assert hoa.pushed
    assert "Phòng họp số 2" in await hoa.press("Chi tiết cuộc họp")


async def change(store: Store, meeting_id: int, **values: object) -> None:
    async with store.sessions() as db, db.begin():
        await db.exec(sa.update(Meeting).where(col(Meeting.id) == meeting_id).values(**values))


# Where it goes


async def test_somebody_nobody_can_reach_is_told_as_soon_as_they_can_be(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    visitor = await chat_as()
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert await states(sqlite_store) == [MessageState.PLANNED]
    at_work.hands.set("2026-11-25 07:41")
    async with sqlite_store.sessions() as db, db.begin():
        account = (await db.exec(select(Account))).one()
        assert staff.hoa.id
        account.person_id = staff.hoa.id
        await db.flush()
        assert await messages.hurry(db, staff.hoa.id, now=at_work.hands()) == 1
    await at_work.at("2026-11-25 07:41")
    assert "gửi muộn" in visitor.pushed
    assert len(visitor.conversation.last) == 1
    await at_work.at("2026-11-25 08:30")
    assert heard_by_anybody(channel) == 0


async def test_without_anybody_linked_it_is_tried_again_by_itself(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    hoa = await chat_as(staff.hoa)
    await at_work.at("2026-11-25 08:29")
    assert hoa.pushed == ""
    await at_work.at("2026-11-25 08:30")
    assert "1/SYT-NVY" in hoa.pushed


async def test_it_is_said_in_the_language_chosen_where_they_spoke_last(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    hoa = await chat_as(staff.hoa)
    await hoa.say("English")
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert hoa.pushed.startswith("Hello Hoa. Today is Wednesday 25/11/2026.")


@pytest.mark.parametrize("refusal", [TelegramForbiddenError, TelegramBadRequest])
async def test_who_blocked_us_on_one_channel_is_told_on_the_next(
    staff: Staff,
    sqlite_store: Store,
    hands: Hands,
    channel: Channel,
    chat_as: ChatAs,
    refusal: type[TelegramForbiddenError],
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    other = open_console(hands, "other", "104:other")
    at_work = AtWork(sqlite_store, hands, channel, other)
    await chat_as(staff.hoa, seen_at=make.at("2026-11-24 16:00"))
    there = await chat_as(staff.hoa, channel="other", seen_at=make.at("2026-11-20 16:00"))
    refuses(channel, refusal)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert heard_by_anybody(channel) == 0
    assert heard_by_anybody(other) == 1
    async with sqlite_store.reading() as db:
        line = (await db.exec(select(ChatLine))).one()
        assert (line.channel, line.chat_id) == ("other", there.conversation.chat_id)
        message = (await db.exec(select(Message))).one()
        assert (message.state, message.channel) == (MessageState.SENT, "other")


async def test_who_blocked_us_everywhere_is_not_tried_again(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    await chat_as(staff.hoa)
    refuses(channel, TelegramForbiddenError)
    await at_work.starts(EVENING_BEFORE)
    await at_work.goes_through([MORNING, "2026-11-25 08:30"])
    assert heard_by_anybody(channel) == 0
    assert await states(sqlite_store) == [MessageState.FAILED]


async def test_a_channel_that_asks_to_wait_is_waited_for(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    hoa = await chat_as(staff.hoa)
    refuses(channel, TelegramRetryAfter, retry_after=120)
    await at_work.starts(EVENING_BEFORE)
    await at_work.goes_through([MORNING, "2026-11-25 07:31"])
    assert heard_by_anybody(channel) == 0
    await at_work.at("2026-11-25 07:32")
    assert "1/SYT-NVY" in hoa.pushed
    assert heard_by_anybody(channel) == 0


async def test_a_channel_that_is_not_open_is_passed_over(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    await chat_as(staff.hoa, channel="telegram", seen_at=make.at("2026-11-24 16:00"))
    here = await chat_as(staff.hoa)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert "1/SYT-NVY" in here.pushed


async def test_what_was_said_counts_as_said_even_if_it_cannot_be_written_down(
    at_work: AtWork,
    staff: Staff,
    sqlite_store: Store,
    chat_as: ChatAs,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    hoa = await chat_as(staff.hoa)
    async with sqlite_store.engine.begin() as connection:
        await connection.execute(sa.text("DROP TABLE chatline"))
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert "1/SYT-NVY" in hoa.pushed
    assert await states(sqlite_store) == [MessageState.SENT]
    assert "was sent, but not recorded" in caplog.text


async def test_a_reply_that_could_not_be_sent_arrives_later(
    at_work: AtWork, chat_as: ChatAs, channel: Channel
) -> None:
    chat = await chat_as()
    refuses(channel, TelegramNetworkError, times=2)
    assert await chat.say("trợ giúp") == ""
    at_work.hands.forward(seconds=1)
    await at_work.at("2026-11-16 08:01")
    assert heard_by_anybody(channel) == 0  # trouble again
    await at_work.at("2026-11-16 08:02")
    assert chat.pushed == await chat.say("trợ giúp")


async def test_somebody_who_left_the_office_is_told_nothing(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25")
    await chat_as(staff.hoa)
    refuses(channel, TelegramNetworkError)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Person).values(active=False))
    await at_work.at("2026-11-25 07:31")
    assert heard_by_anybody(channel) == 0
    assert await states(sqlite_store) == [MessageState.CANCELLED]


async def test_a_brief_that_opens_a_conversation_of_a_demonstration_says_that_it_is_one(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-20")
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.DEMO, office="Văn phòng Ví Dụ", since=MONDAY))
    hoa = await chat_as(staff.hoa, greeted=False)
    await at_work.starts(EVENING_BEFORE)
    await at_work.at(MORNING)
    assert "BẢN TRÌNH DIỄN" in hoa.pushed
    assert "BẢN TRÌNH DIỄN" not in await hoa.say("trợ giúp")
    await at_work.at("2026-11-26 07:30")
    assert "BẢN TRÌNH DIỄN" not in hoa.pushed
