"""A reminder is answered where it arrives: by its buttons, by words, by numbers, a day later."""

import datetime as dt
from dataclasses import dataclass

import pytest_asyncio
from sqlmodel import col, select

from bot.channels import Channel
from bot.data.days_off import load_days_off
from bot.office import Office
from bot.pipeline import Pipeline
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import (
    AuditEntry,
    DocumentChange,
    DocumentState,
    Extension,
    ExtensionState,
    IncomingDocument,
    Person,
    Urgency,
)
from storage.viewer import Role
from tests import office as make
from tests.bot.at_work import AtWork
from tests.chat import Chat, ChatAs
from tests.hands import Hands


@dataclass(frozen=True, kw_only=True)
class Staff:
    """Two colleagues, their head and the Chánh Văn phòng."""

    hoa: Person
    tuan: Person
    head: Person
    chief: Person


@pytest_asyncio.fixture
async def staff(sqlite_store: Store, hands: Hands) -> Staff:
    hands.set("2026-11-25 07:00")
    async with sqlite_store.sessions() as db, db.begin():
        await load_days_off(db)
        unit = await make.unit(db, "NC", name="Phòng Nội chính")
        top = await make.unit(db, "VP", name="Lãnh đạo Văn phòng")
        return Staff(
            hoa=await make.person(db, "Trần Thị Hoa", unit_id=unit.id),
            tuan=await make.person(db, "Lê Anh Tuấn", unit_id=unit.id),
            head=await make.person(db, "Phạm Văn Trường", Role.HEAD, unit_id=unit.id),
            chief=await make.person(db, "Nguyễn Thị Chánh", Role.LEADER, unit_id=top.id),
        )


async def give(
    store: Store, staff: Staff, *signs: str, due: str = "2026-11-25", **more: object
) -> None:
    """Documents that Hoa holds and the Chánh Văn phòng has written an instruction on."""
    async with store.sessions() as db, db.begin():
        for sign in signs:
            await make.document(
                db, sign, holder_id=staff.hoa.id, unit_id=staff.hoa.unit_id,
                instructed_by_id=staff.chief.id, due_on=make.day(due), **more,
            )  # fmt: skip


async def of(store: Store, sign: str) -> IncomingDocument:
    async with store.reading() as db:
        return (
            await db.exec(select(IncomingDocument).where(IncomingDocument.number_sign == sign))
        ).one()


async def test_the_brief_is_answered_by_its_numbers_all_day(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT", "2/SYT", "3/SYT")
    hoa = await chat_as(staff.hoa)
    await at_work.at("2026-11-25 07:30")
    assert "1. <b>" not in hoa.pushed
    hands.set("2026-11-25 16:50")
    done = await hoa.say("xong 2 việc đầu")
    assert "1/SYT" in done
    assert "2/SYT" in done
    assert hoa.buttons == ["Hoàn tác"]
    assert [(await of(sqlite_store, f"{n}/SYT")).state for n in (1, 2, 3)] == [
        DocumentState.DONE, DocumentState.DONE, DocumentState.REGISTERED,
    ]  # fmt: skip
    assert "2/SYT" in await hoa.press("Hoàn tác")
    assert (await of(sqlite_store, "1/SYT")).state is DocumentState.REGISTERED
    assert (await of(sqlite_store, "2/SYT")).done_at is None


async def test_undoing_is_typed_too_and_ends_after_ten_minutes(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT", "2/SYT")
    hoa = await chat_as(staff.hoa)
    await hoa.say("đã xong văn bản 1/SYT")
    hands.forward(minutes=9)
    assert "1/SYT" in await hoa.say("hoàn tác")
    assert (await of(sqlite_store, "1/SYT")).state is DocumentState.REGISTERED
    await hoa.say("đã xong văn bản 2/SYT")
    hands.forward(minutes=11)
    assert "Không có gì để hoàn tác" in await hoa.say("hoàn tác")
    assert (await of(sqlite_store, "2/SYT")).state is DocumentState.DONE


async def test_a_bare_digit_after_a_push_changes_nothing(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork
) -> None:
    await give(sqlite_store, staff, "1/SYT", "2/SYT")
    hoa = await chat_as(staff.hoa)
    await at_work.at("2026-11-25 07:30")
    assert "1/SYT" in hoa.pushed
    card = await hoa.say("2")
    assert "2/SYT" in card
    assert "1/SYT" not in card
    assert "Đã xong" in hoa.buttons
    assert (await of(sqlite_store, "2/SYT")).state is DocumentState.REGISTERED


async def test_a_number_that_is_no_document_is_said_to_be_none(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.meeting(db, "2026-11-25 14:00", staff.hoa)
    await give(sqlite_store, staff, "1/SYT")
    hoa = await chat_as(staff.hoa)
    await at_work.at("2026-11-25 07:30")
    assert "Số 1 trong danh sách không phải là văn bản" in await hoa.say("xong 1")
    assert "1/SYT" in await hoa.say("xong 2")


async def test_numbers_of_yesterday_or_of_no_line_change_nothing(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    hoa = await chat_as(staff.hoa)
    assert "chưa gửi danh sách nào" in await hoa.say("xong 1")
    await at_work.at("2026-11-25 07:30")
    assert "không có số 5" in await hoa.say("xong 5")
    hands.set("2026-11-26 07:00")
    assert "chưa gửi danh sách nào" in await hoa.say("xong 1")
    assert (await of(sqlite_store, "1/SYT")).state is DocumentState.REGISTERED


async def test_received_is_kept_once_and_a_stale_button_says_what_happened(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    hoa = await chat_as(staff.hoa)
    await hoa.say("văn bản 1/SYT")
    assert hoa.buttons == ["Đã nhận", "Đã xong", "Xin gia hạn", "Chuyển lại", "Nhắc lại sau"]
    assert "đã nhận văn bản" in await hoa.press("Đã nhận")
    found = await of(sqlite_store, "1/SYT")
    assert found.acknowledged_at
    assert found.state is DocumentState.PROCESSING
    assert "đã được ghi nhận là đã nhận" in await hoa.say("đã nhận văn bản 1/SYT")


async def test_more_time_is_asked_for_granted_and_told_each_once(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    hoa, chief = await chat_as(staff.hoa), await chat_as(staff.chief)
    hands.set("2026-11-25 08:00")
    await hoa.say("văn bản 1/SYT")
    assert "đến ngày nào" in await hoa.press("Xin gia hạn")
    assert "ngày nghỉ" in await hoa.say("thứ 7")
    assert "lý do" in await hoa.say("thứ 6")
    sent = await hoa.say("chờ ý kiến của Sở Tài chính")
    assert "Nguyễn Thị Chánh" in sent
    await at_work.at("2026-11-25 08:01")
    asked = chief.pushed
    assert "Trần Thị Hoa xin gia hạn" in asked
    assert "chờ ý kiến của Sở Tài chính" in asked
    hands.set("2026-11-26 09:00")
    assert "hạn mới" in await chief.press("Đồng ý")
    found = await of(sqlite_store, "1/SYT")
    assert (found.due_on, found.due_version) == (dt.date(2026, 11, 27), 2)
    assert found.due_at == dt.datetime(2026, 11, 27, 17, 0, tzinfo=VIETNAM)
    await at_work.at("2026-11-26 09:01")
    told = hoa.pushed
    assert told.count("đã đồng ý gia hạn") == 1


async def test_a_leader_answers_what_waits_by_numbers_and_may_undo_it(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT", "2/SYT", "3/SYT")
    hoa, chief = await chat_as(staff.hoa), await chat_as(staff.chief)
    hands.set("2026-11-25 08:00")
    await hoa.say("văn bản quá hạn, sắp đến hạn của tôi")
    for sign in ("1/SYT", "2/SYT", "3/SYT"):
        await hoa.say(f"xin gia hạn văn bản {sign} đến thứ 6 vì chờ Sở trả lời")
    waits = await chief.say("có gì chờ tôi quyết không")
    assert "Có 3 đề nghị" in waits
    assert "1/SYT" in await chief.say("đồng ý 1, 3")
    async with sqlite_store.reading() as db:
        states = [one.state for one in await db.exec(select(Extension).order_by(col(Extension.id)))]
    assert states == [ExtensionState.GRANTED, ExtensionState.ASKED, ExtensionState.GRANTED]
    await chief.say("hoàn tác")
    assert (await of(sqlite_store, "1/SYT")).due_on == dt.date(2026, 11, 25)
    assert "Có 3 đề nghị" in await chief.say("có gì chờ tôi quyết không")
    assert "không đồng ý" in await chief.say("không đồng ý 2")
    assert (await of(sqlite_store, "2/SYT")).due_on == dt.date(2026, 11, 25)


async def test_where_nobody_can_decide_more_time_is_not_asked_in_vain(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    async with sqlite_store.sessions() as db, db.begin():
        for one in (staff.head, staff.chief):
            person = await db.get_one(Person, one.id)
            person.active = False
            db.add(person)
    hoa = await chat_as(staff.hoa)
    told = await hoa.say("xin gia hạn văn bản 1/SYT đến thứ 6 vì chờ Sở trả lời")
    assert told.startswith("Chưa gửi đề nghị nào")


async def test_a_document_is_handed_on_within_the_unit_and_told(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    hoa, head = await chat_as(staff.hoa), await chat_as(staff.head)
    hands.set("2026-11-25 08:00")
    await hoa.say("văn bản 1/SYT")
    assert "Chuyển văn bản cho ai" in await hoa.press("Chuyển lại")
    assert "không cùng phòng" in await hoa.say("chị Chánh")
    assert "lý do" in await hoa.say("anh Tuấn")
    assert "Lê Anh Tuấn" in await hoa.say("việc này của anh Tuấn")
    assert (await of(sqlite_store, "1/SYT")).holder_id == staff.tuan.id
    await at_work.at("2026-11-25 08:01")
    assert head.pushed.count("đã chuyển lại văn bản") == 1
    assert "lại do đồng chí xử lý" in await hoa.say("hoàn tác")
    assert (await of(sqlite_store, "1/SYT")).holder_id == staff.hoa.id
    await at_work.at("2026-11-25 08:05")
    assert "đã hoàn tác" in head.pushed


async def test_done_with_an_answer_asks_for_its_number(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff
) -> None:
    await give(sqlite_store, staff, "1/SYT", expects_reply=True)
    hoa = await chat_as(staff.hoa)
    await hoa.say("văn bản 1/SYT")
    assert "số, ký hiệu văn bản trả lời" in await hoa.press("Đã xong")
    assert (await of(sqlite_store, "1/SYT")).state is DocumentState.REGISTERED
    assert "3100/UBND-NC" in await hoa.say("3100/UBND-NC")
    found = await of(sqlite_store, "1/SYT")
    assert (found.state, found.reply_number) == (DocumentState.DONE, "3100/UBND-NC")


async def test_who_gave_an_urgent_document_hears_that_it_is_done(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT", urgency=Urgency.FLASH)
    await give(sqlite_store, staff, "2/SYT")
    hoa, chief = await chat_as(staff.hoa), await chat_as(staff.chief)
    hands.set("2026-11-25 08:00")
    await hoa.say("xong văn bản 1/SYT")
    await hoa.say("xong văn bản 2/SYT")
    await at_work.at("2026-11-25 08:01")
    told = chief.pushed
    assert "1/SYT" in told
    assert "2/SYT" not in told


async def test_a_form_outlives_a_restart_and_a_night_and_is_mended(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, channel: Channel, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    hoa = await chat_as(staff.hoa)
    await hoa.say("văn bản 1/SYT")
    await hoa.press("Xin gia hạn")
    await hoa.say("thứ 6")
    started_again = Pipeline(
        store=sqlite_store, clock=hands, zone=VIETNAM, office=Office(version=-1)
    )
    again = Chat(channel, hoa.conversation.chat_id, started_again)
    hands.forward(hours=20)
    assert "đến ngày nào" in await again.say("nhầm rồi")
    await again.say("30/11")
    assert "30/11" in await again.say("chờ hồ sơ bổ sung")
    await again.say("xin gia hạn văn bản 1/SYT")
    assert "chưa có gì bị thay đổi" in await again.say("thôi")


async def test_who_fills_in_a_form_is_not_interrupted_for_up_to_five_minutes(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    hoa = await chat_as(staff.hoa)
    hands.set("2026-11-25 07:28")
    await hoa.say("văn bản 1/SYT")
    await hoa.press("Xin gia hạn")
    await at_work.at("2026-11-25 07:30")
    assert hoa.pushed == ""
    await at_work.at("2026-11-25 07:32")
    assert hoa.pushed == ""
    await at_work.at("2026-11-25 07:34")
    assert hoa.pushed.count("Chào đồng chí Hoa") == 1


async def test_every_act_stands_in_the_audit_and_beside_what_it_changed(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    hoa = await chat_as(staff.hoa)
    await hoa.say("xong văn bản 1/SYT")
    await hoa.say("hoàn tác")
    async with sqlite_store.reading() as db:
        acts = [one.act for one in await db.exec(select(AuditEntry).order_by(col(AuditEntry.id)))]
        change = (await db.exec(select(DocumentChange))).one()
    assert [act for act in acts if act in ("document.done", "document.undone")] == [
        "document.done", "document.undone",
    ]  # fmt: skip
    assert (change.by_id, change.undone_at is not None) == (staff.hoa.id, True)


async def test_nobody_else_can_say_that_it_is_done(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff
) -> None:
    await give(sqlite_store, staff, "1/SYT")
    tuan, chief = await chat_as(staff.tuan), await chat_as(staff.chief)
    assert "Không thấy văn bản" in await tuan.say("xong văn bản 1/SYT")
    assert "nay do Trần Thị Hoa xử lý" in await chief.say("xong văn bản 1/SYT")
    assert (await of(sqlite_store, "1/SYT")).state is DocumentState.REGISTERED


async def test_one_is_reminded_again_at_a_time_that_is_typed(
    chat_as: ChatAs, sqlite_store: Store, staff: Staff, at_work: AtWork, hands: Hands
) -> None:
    await give(sqlite_store, staff, "1/SYT", "2/SYT")
    hoa = await chat_as(staff.hoa)
    await at_work.at("2026-11-25 07:30")
    assert hoa.pushed
    assert "15:00" in await hoa.say("nhắc lại 2 lúc 15h")
    await at_work.at("2026-11-25 14:59")
    assert hoa.pushed == ""
    await at_work.at("2026-11-25 15:00")
    again = hoa.pushed
    assert "2/SYT" in again
    assert "1/SYT" not in again
    set_for = await hoa.say("nhắc lại văn bản 1/SYT thứ 7 lúc 9h")
    assert "ngày nghỉ" in set_for
    assert "quá hạn" in set_for
