"""New work, five days ahead, leave: the test moves the time, and exactly one message arrives."""

import datetime as dt

import pytest
from aiogram.exceptions import TelegramNetworkError

from bot.channels import Channel
from storage.engine import Store
from storage.models import (
    DayKind,
    DayOverride,
    Leave,
    LeaveState,
    Person,
    PetitionKind,
    StoreKind,
    StoreMark,
    TimeUnit,
    Urgency,
)
from tests import office as make
from tests.bot.at_work import AtWork, heard_by_anybody, refuses
from tests.bot.test_delivery import Staff, staff
from tests.chat import Chat, ChatAs

__all__ = ["staff"]  # the fixture of the same office
FAR = "2026-12-31"


async def give(
    store: Store, holder: Person, sign: str, due: str, since: str, **more: object
) -> None:
    async with store.sessions() as db, db.begin():
        await make.document(
            db,
            sign,
            holder_id=holder.id,
            unit_id=holder.unit_id,
            due_on=make.day(due),
            held_since=make.at(since),
            arrived_at=make.at(since),
            **more,
        )


async def stands_in(store: Store, absent: Person, stand_in: Person, first: str, last: str) -> None:
    assert absent.id
    assert stand_in.id
    async with store.sessions() as db, db.begin():
        db.add(
            Leave(
                person_id=absent.id,
                stand_in_id=stand_in.id,
                first_day=make.day(first),
                last_day=make.day(last),
                state=LeaveState.ACCEPTED,
                asked_at=make.at("2026-11-20 08:00"),
            )
        )


async def one_of(chat: Chat, channel: Channel) -> str:
    """What came, and that it was one message for one person."""
    assert heard_by_anybody(channel) == 1
    return chat.pushed


async def test_new_work_is_told_once_in_one_message(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    hoa = await chat_as(staff.hoa)
    await at_work.starts("2026-11-25 08:00")
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", FAR, "2026-11-25 08:00")
    await give(sqlite_store, staff.hoa, "2/SYT-NVY", FAR, "2026-11-25 08:20")
    await at_work.goes_through(["2026-11-25 08:01", "2026-11-25 08:29"])
    assert heard_by_anybody(channel) == 0
    await at_work.at("2026-11-25 08:30")
    assert (
        await one_of(hoa, channel)
        == """\
Đồng chí Hoa có 2 văn bản mới được giao:
1. 1/SYT-NVY · Còn 26 ngày làm việc (hạn thứ Năm 31/12/2026)
V/v triển khai tiêm chủng mở rộng (Sở Y tế)
2. 2/SYT-NVY · Còn 26 ngày làm việc (hạn thứ Năm 31/12/2026)
V/v triển khai tiêm chủng mở rộng (Sở Y tế)"""
    )
    await at_work.goes_through(["2026-11-25 08:31", "2026-11-25 17:00", "2026-11-26 07:30"])
    await at_work.starts("2026-11-26 08:00")
    assert heard_by_anybody(channel) == 0


@pytest.mark.parametrize(
    ("urgency", "told_at", "begins"),
    [
        (Urgency.FLASH, "2026-11-25 23:31", "HỎA TỐC. Đồng chí Hoa vừa được giao:"),
        (Urgency.VERY_URGENT, "2026-11-25 23:31", "THƯỢNG KHẨN. Đồng chí Hoa vừa được giao:"),
        (Urgency.URGENT, "2026-11-26 07:30", "KHẨN. Đồng chí Hoa vừa được giao:"),
        (Urgency.NORMAL, "2026-11-26 07:30", "Đồng chí Hoa có 1 văn bản mới được giao:"),
    ],
)
async def test_what_is_given_at_night_comes_at_the_time_of_its_urgency(
    at_work: AtWork,
    staff: Staff,
    sqlite_store: Store,
    chat_as: ChatAs,
    channel: Channel,
    urgency: Urgency,
    told_at: str,
    begins: str,
) -> None:
    hoa = await chat_as(staff.hoa)
    await at_work.starts("2026-11-25 23:00")
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", FAR, "2026-11-25 23:30", urgency=urgency)
    for moment in ("2026-11-25 23:31", "2026-11-26 06:30", "2026-11-26 07:30"):
        await at_work.at(moment)
        assert heard_by_anybody(channel) == int(moment == told_at)
        if moment == told_at:
            assert (await one_of(hoa, channel)).startswith(begins)
    await at_work.at("2026-11-26 12:00")
    assert heard_by_anybody(channel) == 0


async def test_five_days_ahead_is_told_although_the_brief_lists_two(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "9/SYT-NVY", "2026-12-02", "2026-11-16 08:00")
    hoa = await chat_as(staff.hoa)
    await at_work.starts("2026-11-25 06:00")
    await at_work.at("2026-11-25 07:30")
    told = await one_of(hoa, channel)
    assert "9/SYT-NVY · Còn 5 ngày làm việc" in told
    assert "Văn bản: 1 sắp đến hạn" in told
    await at_work.goes_through(["2026-11-26 07:30", "2026-11-27 07:30"])
    assert heard_by_anybody(channel) == 0
    await at_work.at("2026-11-30 07:30")  # two days ahead
    assert "9/SYT-NVY" in await one_of(hoa, channel)


async def test_what_only_a_lost_brief_would_have_said_is_in_the_next(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    await give(sqlite_store, staff.hoa, "9/SYT-NVY", "2026-12-02", "2026-11-16 08:00")
    hoa = await chat_as(staff.hoa)
    refuses(channel, TelegramNetworkError, times=3, message="away")
    await at_work.starts("2026-11-25 20:40")
    await at_work.goes_through(["2026-11-25 20:50", "2026-11-25 20:59", "2026-11-25 21:10"])
    await at_work.goes_through(["2026-11-25 23:30", "2026-11-26 06:30"])
    assert heard_by_anybody(channel) == 0
    await at_work.at("2026-11-26 07:30")
    assert "9/SYT-NVY · Còn 4 ngày làm việc" in await one_of(hoa, channel)
    await at_work.at("2026-11-27 07:30")
    assert heard_by_anybody(channel) == 0


async def test_the_stand_in_gets_one_brief_with_both_parts_and_the_absent_one_none(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db, "KT", name="Phòng Kinh tế")
        tuan = await make.person(db, "Lương Đình Tuấn", unit_id=unit.id)
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25", "2026-11-16 08:00")
    await give(sqlite_store, staff.hoa, "2/SYT-NVY", FAR, "2026-11-16 08:00")
    await give(sqlite_store, tuan, "3/SCT-VP", "2026-11-25", "2026-11-16 08:00")
    await stands_in(sqlite_store, staff.hoa, tuan, "2026-11-25", "2026-11-26")
    hoa, stand_in = await chat_as(staff.hoa), await chat_as(tuan)
    await at_work.starts("2026-11-25 06:00")
    assert "V/v triển khai" not in await stand_in.say("văn bản 1/SYT-NVY")
    await at_work.at("2026-11-25 07:30")
    assert heard_by_anybody(channel) == 1
    assert (
        stand_in.pushed
        == """\
Chào đồng chí Tuấn. Hôm nay là thứ Tư 25/11/2026.

Đồng chí không có cuộc họp nào trong lịch hôm nay.

Văn bản: 1 đến hạn hôm nay
1. 3/SCT-VP · Hạn hôm nay, thứ Tư 25/11/2026
V/v triển khai tiêm chủng mở rộng (Sở Y tế)

Thay đồng chí Trần Thị Hoa đang nghỉ: 1 việc
2. 1/SYT-NVY · Hạn hôm nay, thứ Tư 25/11/2026
V/v triển khai tiêm chủng mở rộng (Sở Y tế)

Tính đến 08:00 thứ Hai 16/11/2026. Từ đó đến nay có thể đã thay đổi."""
    )
    assert "V/v triển khai" in await stand_in.say("văn bản 1/SYT-NVY")
    assert "V/v triển khai" not in await stand_in.say("văn bản 2/SYT-NVY")
    assert hoa.pushed == ""
    at_work.hands.set("2026-11-27 07:00")
    assert "V/v triển khai" not in await stand_in.say("văn bản 1/SYT-NVY")
    await at_work.at("2026-11-27 07:30")
    assert "1/SYT-NVY" in hoa.pushed
    assert "1/SYT-NVY" not in stand_in.pushed


async def test_on_leave_one_hears_only_of_what_nobody_else_may(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    today = dt.date(2026, 11, 25)
    async with sqlite_store.sessions() as db, db.begin():
        await make.petition(
            db, PetitionKind.DENUNCIATION, "ĐT-2026-9001", holder_id=staff.hoa.id, due_on=today
        )
        tuan = await make.person(db, "Lương Đình Tuấn", unit_id=staff.hoa.unit_id)
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25", "2026-11-16 08:00")
    await stands_in(sqlite_store, staff.hoa, tuan, "2026-11-25", "2026-11-25")
    hoa, stand_in = await chat_as(staff.hoa), await chat_as(tuan)
    await at_work.starts("2026-11-25 06:00")
    await at_work.at("2026-11-25 07:30")
    assert heard_by_anybody(channel) == 2
    assert (
        hoa.pushed
        == """\
Đồng chí Hoa đang nghỉ; riêng việc này không chuyển được cho người xử lý thay:
1. ĐT-2026-9001 · Hạn hôm nay, thứ Tư 25/11/2026"""
    )
    told = stand_in.pushed
    assert "1/SYT-NVY" in told
    assert "ĐT-2026-9001" not in told


async def test_the_stand_in_answers_what_they_are_reminded_of_and_the_absent_one_hears_of_it(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        tuan = await make.person(db, "Lương Đình Tuấn", unit_id=staff.hoa.unit_id)
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25", "2026-11-16 08:00")
    await give(sqlite_store, staff.hoa, "2/SYT-NVY", FAR, "2026-11-16 08:00")
    await stands_in(sqlite_store, staff.hoa, tuan, "2026-11-25", "2026-11-26")
    hoa, stand_in = await chat_as(staff.hoa), await chat_as(tuan)
    await at_work.starts("2026-11-25 06:00")
    await at_work.at("2026-11-25 07:30")
    assert "Đã ghi nhận" in await stand_in.say("đã nhận 1")
    assert "1/SYT-NVY xử lý xong" in await stand_in.say("xong 1")
    assert "2/SYT-NVY xử lý xong" not in await stand_in.say("văn bản 2/SYT-NVY đã xong")
    await at_work.at("2026-11-25 07:31")
    assert "Đồng chí Lương Đình Tuấn báo đã xử lý xong văn bản 1/SYT-NVY" in hoa.pushed
    assert "Đã hoàn tác" in await stand_in.say("hoàn tác")
    at_work.hands.set("2026-11-27 08:00")
    assert "xử lý xong lúc" not in await stand_in.say("văn bản 1/SYT-NVY đã xong")


async def test_new_work_is_received_by_the_button_beneath_it(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    hoa = await chat_as(staff.hoa)
    await at_work.starts("2026-11-25 08:00")
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", FAR, "2026-11-25 08:00")
    await give(sqlite_store, staff.hoa, "2/SYT-NVY", FAR, "2026-11-25 08:00")
    await at_work.at("2026-11-25 08:30")
    assert "2/SYT-NVY" in hoa.pushed
    assert hoa.buttons == [
        "Việc 1: đã nhận",
        "Việc 1: nhắc lại sau",
        "Việc 2: đã nhận",
        "Việc 2: nhắc lại sau",
    ]
    received = await hoa.press("Việc 2: đã nhận")
    assert received == "Đã ghi nhận đồng chí đã nhận văn bản 2/SYT-NVY."
    await give(sqlite_store, staff.hoa, "3/SYT-NVY", FAR, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:30")
    assert "3/SYT-NVY" in hoa.pushed
    assert hoa.buttons == ["Đã nhận", "Đã xong", "Xin gia hạn", "Chuyển lại", "Nhắc lại sau"]


async def test_a_time_at_night_comes_in_the_morning_and_says_so(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs
) -> None:
    hoa = await chat_as(staff.hoa)
    await give(sqlite_store, staff.hoa, "1/SYT-NVY", "2026-11-25", "2026-11-16 08:00")
    await at_work.starts("2026-11-25 20:45")
    await hoa.say("văn bản 1/SYT-NVY")
    await hoa.press("Nhắc lại sau")
    when, why = (await hoa.press("1 giờ nữa")).splitlines()
    assert when == "Sẽ nhắc lại 1/SYT-NVY lúc 06:30 thứ Năm 26/11/2026."
    assert "giờ không gửi tin" in why
    await at_work.goes_through(["2026-11-25 21:45", "2026-11-26 06:29"])
    assert "hẹn nhắc lại" not in hoa.pushed
    await at_work.at("2026-11-26 06:30")
    assert "hẹn nhắc lại" in hoa.pushed


async def test_a_day_off_announced_while_the_program_runs_moves_due_times_and_is_told(
    at_work: AtWork, staff: Staff, sqlite_store: Store, chat_as: ChatAs, channel: Channel
) -> None:
    hoa = await chat_as(staff.hoa)
    await give(
        sqlite_store, staff.hoa, "1/SYT-NVY", "2026-12-03", "2026-11-25 08:00",
        acknowledged_at=make.at("2026-11-25 08:10"), due_at=make.at("2026-12-03 17:00"),
        due_limit=6, due_unit=TimeUnit.WORKING_DAYS, due_from=make.at("2026-11-25 08:00"),
    )  # fmt: skip
    await at_work.starts("2026-11-25 10:00")
    await at_work.goes_through(["2026-11-25 10:01"])
    assert "thứ Năm 03/12/2026" in await hoa.say("văn bản 1/SYT-NVY")
    before = heard_by_anybody(channel)
    async with sqlite_store.sessions() as db, db.begin():
        db.add(
            StoreMark(kind=StoreKind.REAL, office="Văn phòng Ví Dụ", since=make.at("2026-11-01"))
        )
        db.add(DayOverride(day=make.day("2026-12-01"), kind=DayKind.OFF, name="Nghỉ tránh bão"))
    await at_work.goes_through(["2026-11-25 10:02", "2026-11-25 10:03"])
    assert heard_by_anybody(channel) == before + 1
    assert "Nghỉ tránh bão" in hoa.pushed
    assert "thứ Sáu 04/12/2026" in await hoa.say("văn bản 1/SYT-NVY")
