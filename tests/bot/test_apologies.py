"""A dossier will be late: a draft for whoever holds it, and the news once it is signed."""

import datetime as dt
from dataclasses import replace

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlmodel import col, select

from bot.channels import Channel
from handlers.reach import ALWAYS
from scheduler.follow_rules import FollowRules
from storage.engine import Store
from storage.models import (
    AuditEntry,
    Dossier,
    DossierApology,
    DossierPause,
    DossierState,
    Leave,
    LeaveState,
    Message,
    MessageKind,
    PauseReason,
)
from tests import cast
from tests import office as make
from tests.bot.at_work import AtWork, heard_by_anybody
from tests.chat import Chat, ChatAs
from tests.hands import Hands

EARLY, WARNED = "2026-11-25 07:29", "2026-11-25 07:30"  # due 17:00 on the 26th
BUTTON = "Ghi số văn bản và ngày hẹn mới"


@pytest.fixture
def channel(channel: Channel) -> Channel:
    """Like Telegram: people are reached at any time."""
    return replace(channel, can=replace(channel.can, reach=ALWAYS))


@pytest.fixture
def at_work(sqlite_store: Store, hands: Hands, channel: Channel) -> AtWork:
    hands.set(EARLY)
    return AtWork(sqlite_store, hands, channel)


@pytest_asyncio.fixture
async def code(sqlite_store: Store, at_work: AtWork) -> str:
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
        return await cast.add_dossier(
            db, 45, due=dt.date(2026, 11, 26), holder_id=cast.OFFICER, phone="0678"
        )


async def drafts(store: Store) -> int:
    async with store.reading() as db:
        counted = select(sa.func.count()).where(Message.kind == MessageKind.APOLOGY)
        return (await db.exec(counted)).one()


async def warned(at_work: AtWork, officer: Chat) -> str:
    await at_work.starts(EARLY)
    assert officer.pushed == ""
    await at_work.at(WARNED)
    return drafts_in(officer.pushed)


def drafts_in(pushed: str) -> str:
    """What was said of apologies, without the brief that comes on the same morning."""
    return "\n---\n".join(one for one in pushed.split("\n---\n") if "văn bản xin lỗi" in one)


async def test_whoever_holds_it_gets_a_draft_one_working_day_before_and_only_once(
    at_work: AtWork, code: str, chat_as: ChatAs, channel: Channel
) -> None:
    officer = await chat_as(cast.person(cast.OFFICER))
    assert await warned(at_work, officer) == (
        "Đồng chí Đức: hồ sơ H37.12-261116-0045 hẹn trả 17:00 thứ Năm 26/11/2026, thời hạn còn "
        "lại rất ngắn. Hiện tại: đang giải quyết.\n"
        "Nếu không kịp, người nộp cần nhận văn bản xin lỗi và hẹn lại trước hạn (Mẫu 04). Dự thảo "
        "để đồng chí hoàn thiện, trình ký:\n\n"
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT\n"
        "Số: ……/XL-……\n"
        "Kính gửi: người nộp hồ sơ mã H37.12-261116-0045\n"
        "Trung tâm Phục vụ hành chính công đã tiếp nhận hồ sơ đề nghị giải quyết thủ tục “Hưởng "
        "trợ cấp xã hội hằng tháng” vào thứ Hai 16/11/2026, hẹn trả kết quả "
        "17:00 thứ Năm 26/11/2026.\n"
        "Đến nay hồ sơ chưa giải quyết xong. Lý do: ……\n"
        "Chúng tôi xin lỗi về sự chậm trễ này và hẹn trả kết quả vào thứ Ba 01/12/2026.\n\n"
        "Trợ lý chưa báo gì cho người theo dõi. Khi văn bản đã ký, mời đồng chí bấm nút để ghi số "
        "và ngày hẹn mới; lúc đó người theo dõi mới được báo."
    )
    assert BUTTON in officer.buttons
    await at_work.goes_through(["2026-11-25 07:31", "2026-11-26 08:00", "2026-11-26 16:59"])
    assert "VĂN BẢN XIN LỖI" not in officer.pushed


async def test_the_citizen_hears_only_when_it_is_issued_with_number_and_new_date(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    citizen = await chat_as()
    await citizen.say(f"theo dõi hồ sơ {code}")
    officer = await chat_as(cast.person(cast.OFFICER))
    assert await warned(at_work, officer)
    assert citizen.pushed == ""
    await officer.press(BUTTON)
    assert (await officer.say("45/XL-TTPVHCC")).startswith("Ngày hẹn trả mới")
    assert (await officer.say("24/11/2026")).startswith("Ngày hẹn mới cần sau hôm nay")
    assert (await officer.say("26/11/2026")).startswith("Ngày hẹn mới cần sau ngày hẹn cũ")
    assert (await officer.say("29/11/2026")).startswith("Ngày đó là ngày nghỉ")
    assert await officer.say("30/11/2026") == (
        "Ghi văn bản số 45/XL-TTPVHCC cho hồ sơ H37.12-261116-0045, hẹn trả thứ Hai 30/11/2026? "
        "Người theo dõi sẽ được báo, không rút lại được."
    )
    assert await officer.press("Ghi và báo") == (
        "Đã ghi văn bản số 45/XL-TTPVHCC: hồ sơ H37.12-261116-0045 hẹn trả thứ Hai 30/11/2026, "
        "thay cho thứ Năm 26/11/2026. Người theo dõi sẽ được báo."
    )
    await at_work.at("2026-11-25 18:05")
    told = citizen.pushed
    assert (
        "07:30 thứ Tư 25/11/2026: có văn bản xin lỗi số 45/XL-TTPVHCC, ngày hẹn trả dời từ thứ Năm "
        "26/11/2026 sang thứ Hai 30/11/2026." in told
    )
    assert "Đức" not in told
    moved = (
        "Ngày hẹn trả đã dời từ thứ Năm 26/11/2026 sang thứ Hai 30/11/2026 theo văn bản xin lỗi số "
        "45/XL-TTPVHCC."
    )
    assert moved in await citizen.say(code)
    assert moved in await officer.say(code)
    async with sqlite_store.reading() as db:
        dossier = (await db.exec(select(Dossier))).one()
        assert (dossier.due_version, dossier.due_on) == (2, dt.date(2026, 11, 30))
        assert dossier.due_at == make.at("2026-11-30 17:00")
        details = select(AuditEntry.detail).where(AuditEntry.act == "dossier.apologised")
        assert (await db.exec(details)).one() == "due_on 2026-11-26 2026-11-30"


async def test_the_new_due_time_is_drafted_for_again_and_names_the_first_apology(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    officer = await chat_as(cast.person(cast.OFFICER))
    await warned(at_work, officer)
    await officer.press(BUTTON)
    await officer.say("45/XL-TTPVHCC, 30/11/2026")
    await officer.say("ừ")
    await at_work.goes_through(["2026-11-26 09:00", "2026-11-27 07:29"])
    assert await drafts(sqlite_store) == 1
    await at_work.at("2026-11-27 07:30")
    assert "văn bản số 45/XL-TTPVHCC" in officer.pushed
    assert await drafts(sqlite_store) == 2


async def test_the_button_of_an_old_draft_writes_nothing(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    officer = await chat_as(cast.person(cast.OFFICER))
    await warned(at_work, officer)
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(due_version=2))
    assert (await officer.press(BUTTON)).startswith("Hồ sơ đã thay đổi")
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(DossierApology))).all() == []


async def test_what_changed_while_the_form_was_filled_in_writes_nothing(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    officer = await chat_as(cast.person(cast.OFFICER))
    await warned(at_work, officer)
    await officer.press(BUTTON)
    await officer.say("45/XL-TTPVHCC, 30/11/2026")
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(holder_id=cast.COLLEAGUE))
    assert (await officer.press("Ghi và báo")).startswith("Hồ sơ đã thay đổi")
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(Dossier.due_version))).one() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"state": DossierState.SUPPLEMENT},
        {"state": DossierState.FINISHED},
        {"holder_id": None, "unit_id": None},
        {"due_at": make.at("2026-11-27 17:00"), "due_on": dt.date(2026, 11, 27)},
        {"due_at": make.at("2026-11-25 07:30"), "due_on": dt.date(2026, 11, 25)},
    ],
)
async def test_nothing_is_drafted_of_what_waits_is_done_has_time_or_is_late_already(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store, change: dict[str, object]
) -> None:
    await chat_as(cast.person(cast.OFFICER))
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).where(col(Dossier.code) == code).values(**change))
    await at_work.starts(EARLY)
    await at_work.at(WARNED)
    assert await drafts(sqlite_store) == 0


async def test_nothing_is_drafted_while_the_clock_stands_still(
    at_work: AtWork, code: str, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(
            DossierPause(
                dossier_id=1, reason=PauseReason.PAYMENT, began_at=make.at("2026-11-25 09:00")
            )
        )
    await at_work.starts(EARLY)
    await at_work.at(WARNED)
    assert await drafts(sqlite_store) == 0


async def test_what_was_done_before_the_draft_is_said_is_not_drafted_for(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store, channel: Channel
) -> None:
    officer = await chat_as(cast.person(cast.OFFICER))
    at_work.hands.set(WARNED)
    at_work.planner.briefs_are_due()
    await at_work.planner.work()
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(state=DossierState.FINISHED))
    await at_work.at("2026-11-25 07:31")
    assert officer.pushed == ""
    assert heard_by_anybody(channel) == 0


async def test_the_head_gets_it_while_nobody_holds_it(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(holder_id=None))
    head = await chat_as(cast.person(cast.HEAD))
    assert "VĂN BẢN XIN LỖI" in await warned(at_work, head)
    assert (await head.press(BUTTON)).startswith("Số, ký hiệu")


async def test_the_office_sets_how_long_before_and_what_is_proposed(
    sqlite_store: Store, hands: Hands, channel: Channel, code: str, chat_as: ChatAs
) -> None:
    rules = FollowRules(warns_before=2, proposes=5)
    hands.set("2026-11-23 07:29")
    at_work = AtWork(sqlite_store, hands, channel)
    at_work.planner._follow_rules = at_work.delivery.follow_rules = rules
    officer = await chat_as(cast.person(cast.OFFICER))
    await at_work.starts("2026-11-23 07:29")
    assert officer.pushed == ""
    await at_work.at("2026-11-23 07:30")  # the 24th is a holiday
    assert "hẹn trả kết quả vào thứ Năm 03/12/2026" in officer.pushed


# Several at once


LATE = dt.date(2026, 11, 26)


async def add_more(store: Store, *numbers: int) -> None:
    async with store.sessions() as db, db.begin():
        for number in numbers:
            await cast.add_dossier(db, number, due=LATE, holder_id=cast.OFFICER)


async def test_six_are_one_message_a_line_each(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    await add_more(sqlite_store, 46, 47, 48, 49, 50)
    officer = await chat_as(cast.person(cast.OFFICER))
    told = await warned(at_work, officer)
    assert told.startswith(
        "Đồng chí Đức: 6 hồ sơ sắp đến hạn trả. Nếu không kịp, người nộp cần nhận văn bản xin lỗi "
        "và hẹn lại trước hạn (Mẫu 04):\n"
        "1. H37.12-261116-0045 · hẹn trả 17:00 thứ Năm 26/11/2026; "
        "dự thảo hẹn lại thứ Ba 01/12/2026\n"
        "Hưởng trợ cấp xã hội hằng tháng\n"
        "2. H37.12-261116-0046 · "
    )
    assert "6. H37.12" not in told
    assert await drafts(sqlite_store) == 1
    shown = [f"{number}. Xem dự thảo" for number in range(1, 6)]
    assert officer.buttons[-6:] == [*shown, "Xem thêm"]
    draft = await officer.press("2. Xem dự thảo")
    assert "Kính gửi: người nộp hồ sơ mã H37.12-261116-0046\n" in draft
    assert officer.buttons == [BUTTON]
    await officer.press(BUTTON)
    await officer.say("46/XL-TTPVHCC, 30/11/2026")
    assert "H37.12-261116-0046 hẹn trả thứ Hai 30/11/2026" in await officer.say("ừ")
    await at_work.goes_through(["2026-11-25 07:31", "2026-11-26 07:30"])
    assert drafts_in(officer.pushed) == ""


async def test_the_sixth_is_shown_by_its_number(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    await add_more(sqlite_store, 46, 47, 48, 49, 50)
    officer = await chat_as(cast.person(cast.OFFICER))
    await warned(at_work, officer)
    more = await officer.say("xem thêm")
    assert more.startswith("6. H37.12-261116-0050 · hẹn trả")
    assert officer.buttons == ["6"]
    assert "người nộp hồ sơ mã H37.12-261116-0050\n" in await officer.say("6")


async def test_of_several_of_which_one_is_left_its_draft_comes_whole(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    await add_more(sqlite_store, 46)
    officer = await chat_as(cast.person(cast.OFFICER))
    at_work.hands.set(WARNED)
    at_work.planner.briefs_are_due()
    await at_work.planner.work()
    async with sqlite_store.sessions() as db, db.begin():
        done = sa.update(Dossier).where(col(Dossier.code) == code)
        await db.exec(done.values(state=DossierState.FINISHED))
    await at_work.at("2026-11-25 07:31")
    assert "người nộp hồ sơ mã H37.12-261116-0046\n" in drafts_in(officer.pushed)


async def test_who_starts_again_later_in_the_day_is_told_only_what_is_new(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    await add_more(sqlite_store, 46)
    officer = await chat_as(cast.person(cast.OFFICER))
    await at_work.starts("2026-11-25 10:00")
    assert "2 hồ sơ sắp đến hạn trả" in drafts_in(officer.pushed)
    await at_work.starts("2026-11-25 10:05")
    assert drafts_in(officer.pushed) == ""
    await add_more(sqlite_store, 47)
    await at_work.starts("2026-11-25 11:00")
    assert "người nộp hồ sơ mã H37.12-261116-0047\n" in drafts_in(officer.pushed)
    assert await drafts(sqlite_store) == 2


async def test_the_button_of_a_list_shows_nothing_to_who_no_longer_holds_it(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    await add_more(sqlite_store, 46)
    officer = await chat_as(cast.person(cast.OFFICER))
    await warned(at_work, officer)
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(holder_id=cast.COLLEAGUE))
    assert (await officer.press("1. Xem dự thảo")).startswith("Hồ sơ đã thay đổi")


async def test_on_a_day_off_nothing_is_drafted(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    monday = dt.date(2026, 11, 30)
    due = {"due_at": cast.at(monday), "due_on": monday}
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(**due))
    await at_work.starts("2026-11-28 09:00")
    assert await drafts(sqlite_store) == 0
    await at_work.at("2026-11-30 07:30")
    assert await drafts(sqlite_store) == 1


async def test_a_stand_in_gets_the_draft_of_who_is_on_leave_and_may_issue_it(
    at_work: AtWork, code: str, chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(
            Leave(
                person_id=cast.OFFICER,
                stand_in_id=cast.COLLEAGUE,
                first_day=dt.date(2026, 11, 25),
                last_day=LATE,
                state=LeaveState.ACCEPTED,
                asked_at=make.at(EARLY),
            )
        )
    stand_in = await chat_as(cast.person(cast.COLLEAGUE))
    assert f"người nộp hồ sơ mã {code}\n" in await warned(at_work, stand_in)
    await stand_in.press(BUTTON)
    await stand_in.say("45/XL-TTPVHCC, 30/11/2026")
    assert (await stand_in.say("ừ")).startswith("Đã ghi văn bản số 45/XL-TTPVHCC")
