"""A dossier is followed: who is told what, when and how often, while the test moves the time.

Whoever writes a step of a dossier causes the news; here the test does, as an officer or an import.
"""

import datetime as dt
from dataclasses import replace

import pytest
import pytest_asyncio
import sqlalchemy as sa
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from sqlmodel import col, select

from bot.channels import Channel
from bot.channels.console import ConsoleSession
from bot.channels.webchat import WebChat, open_webchat
from bot.follows import reaches
from handlers.reach import ALWAYS, NEVER, WHILE_OPEN, Reach, within
from scheduler.follow_rules import FollowRules
from storage import channel_budgets
from storage.channel_budgets import Budget
from storage.engine import Store
from storage.messages import claim
from storage.models import (
    Account,
    AuditEntry,
    BudgetPeriod,
    Dossier,
    DossierEvent,
    DossierFollow,
    DossierGrant,
    DossierNews,
    DossierState,
    Exposure,
    Level,
    Message,
    MessageKind,
    MessageState,
    Noun,
    SubmittedBy,
)
from storage.viewer import Role
from tests import cast
from tests import office as make
from tests.bot.at_work import AtWork, heard_by_anybody, refuses
from tests.chat import Chat, ChatAs
from tests.hands import Hands

MORNING = "2026-11-25 08:30"
S = DossierState


class Desk:
    """One dossier, and what happens to it."""

    def __init__(self, store: Store, code: str) -> None:
        self.store, self.code = store, code

    async def is_now(
        self, state: DossierState, at: str, *, unit_id: int = cast.CULTURE, by: int = cast.OFFICER
    ) -> None:
        """A step as an act or an import writes it: the state, and the event that tells of it."""
        moment = make.at(at)
        async with self.store.sessions() as db, db.begin():
            dossier = (await db.exec(select(Dossier).where(Dossier.code == self.code))).one()
            dossier.state = state
            dossier.source_at = moment
            db.add(dossier)
            db.add(
                DossierEvent(
                    dossier_id=dossier.id or 0,
                    at=moment,
                    state=state,
                    unit_id=unit_id,
                    person_id=by,
                )
            )

    async def set(self, **values: object) -> None:
        async with self.store.sessions() as db, db.begin():
            await db.exec(sa.update(Dossier).where(col(Dossier.code) == self.code).values(**values))


@pytest.fixture
def channel(channel: Channel) -> Channel:
    """Like Telegram: people are reached at any time."""
    return on(channel, ALWAYS)


def on(channel: Channel, reach: Reach) -> Channel:
    return replace(channel, can=replace(channel.can, reach=reach))


@pytest.fixture
def at_work(sqlite_store: Store, hands: Hands, channel: Channel) -> AtWork:
    hands.set(MORNING)
    return AtWork(sqlite_store, hands, channel)


@pytest_asyncio.fixture
async def desk(sqlite_store: Store, at_work: AtWork) -> Desk:
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
        code = await cast.add_dossier(
            db,
            45,
            state=S.RECEIVED,
            due=dt.date(2026, 12, 10),
            phone="0678",
            missing="",
        )
    desk = Desk(sqlite_store, code)
    await desk.set(submitted_by=SubmittedBy.COUNTER, source_at=make.at("2026-11-25 08:00"))
    await at_work.starts(MORNING)
    return desk


async def owner_of(desk: Desk, chat_as: ChatAs) -> Chat:
    chat = await chat_as()
    assert "Từ nay" in await chat.say(f"{desk.code} 0678")
    assert "Đã theo dõi" in await chat.press("Theo dõi")
    return chat


async def messages(store: Store) -> list[Message]:
    async with store.reading() as db:
        found = select(Message).where(Message.kind == MessageKind.FOLLOW).order_by(col(Message.id))
        return list(await db.exec(found))


async def follows(store: Store) -> int:
    async with store.reading() as db:
        return (await db.exec(select(sa.func.count()).select_from(DossierFollow))).one()


# Beginning and ending


async def test_one_tap_follows_and_the_promise_names_the_quiet_hours(
    desk: Desk, chat_as: ChatAs
) -> None:
    chat = await chat_as()
    await chat.say(desk.code)
    assert "Theo dõi" in chat.buttons
    assert await chat.press("Theo dõi") == (
        "Đã theo dõi hồ sơ H37.12-261116-0045. Hiện tại: đã tiếp nhận.\n"
        "Có thay đổi, trợ lý nhắn tới đây, kể cả khi Anh/Chị không mở trò chuyện.\n"
        "Từ 21:00 đến 06:30 trợ lý không nhắn; tin chờ tới sáng.\n"
        "Tin chỉ có trạng thái, nơi tiếp nhận và ngày hẹn. Nếu là chủ hồ sơ, mời Anh/Chị bấm nút "
        "bên dưới để nhận cả giấy tờ còn thiếu, nơi và người giải quyết."
    )
    assert (await chat.say(f"theo doi ho so {desk.code}")).startswith("Anh/Chị đang theo dõi")


@pytest.mark.parametrize(
    ("reach", "promised"),
    [
        (WHILE_OPEN, "Khi trang này đang mở, tin mới hiện ra ngay."),
        (within(7), "Trợ lý gửi được tin tới đây trong 7 ngày kể từ lần gần nhất"),
        (ALWAYS, "Có thay đổi, trợ lý nhắn tới đây"),
        (NEVER, "Trợ lý không gửi được tin tới đây; tin được báo trước tiên"),
    ],
)
async def test_what_is_promised_is_what_the_channel_can_hold(
    desk: Desk, chat_as: ChatAs, channel: Channel, reach: Reach, promised: str
) -> None:
    chat = await chat_as()
    chat.conversation.channel = on(channel, reach)
    assert promised in await chat.say(f"theo dõi hồ sơ {desk.code}")


async def test_it_is_begun_listed_and_ended_in_words(
    desk: Desk, chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    assert (await chat.say("tôi đang theo dõi gì?")).startswith("Anh/Chị chưa theo dõi hồ sơ nào.")
    await chat.say(desk.code)
    assert (await chat.say("báo cho tôi khi xong")).startswith(
        "Đã theo dõi hồ sơ H37.12-261116-0045"
    )
    assert await chat.say("tôi đang theo dõi gì?") == (
        "Anh/Chị đang theo dõi 1 hồ sơ:\n"
        "1. H37.12-261116-0045: đã tiếp nhận. Theo dõi từ thứ Tư 25/11/2026."
    )
    assert chat.buttons == ["Bỏ theo dõi H37.12-261116-0045"]
    assert await chat.say("đừng báo nữa") == (
        "Trợ lý thôi theo dõi hồ sơ H37.12-261116-0045 và không báo tin nữa. Anh/Chị vẫn xem được "
        "bằng mã."
    )
    assert await follows(sqlite_store) == 0
    assert (await chat.say("bỏ theo dõi")).startswith("Anh/Chị chưa theo dõi hồ sơ nào")


async def test_without_a_code_it_is_asked_for_and_a_bare_code_is_enough(
    desk: Desk, chat_as: ChatAs
) -> None:
    chat = await chat_as()
    assert (await chat.say("theo dõi hồ sơ")).startswith("Mời Anh/Chị gửi mã hồ sơ cần theo dõi")
    assert (await chat.say(desk.code)).startswith("Đã theo dõi hồ sơ")


async def test_beside_a_dossier_that_is_followed_stands_the_end_of_it(
    desk: Desk, chat_as: ChatAs
) -> None:
    chat, neighbour = await owner_of(desk, chat_as), await chat_as()
    await chat.say(desk.code)
    assert chat.buttons == ["Xem dòng thời gian", "Bỏ theo dõi"]
    await neighbour.say(desk.code)
    assert "Theo dõi" in neighbour.buttons  # of an account, not of a dossier
    assert "Bỏ theo dõi" not in neighbour.buttons
    assert (await chat.press("Bỏ theo dõi")).startswith("Trợ lý thôi theo dõi hồ sơ")
    await chat.say(desk.code)
    assert chat.buttons == ["Xem dòng thời gian", "Theo dõi"]


async def test_what_is_returned_is_still_followed_until_it_is_ended(
    desk: Desk, chat_as: ChatAs
) -> None:
    chat, neighbour = await owner_of(desk, chat_as), await chat_as()
    await desk.set(state=S.RETURNED)
    await chat.say(desk.code)
    await neighbour.say(desk.code)
    assert "Bỏ theo dõi" in chat.buttons
    assert not {"Theo dõi", "Bỏ theo dõi"} & set(neighbour.buttons)


async def test_people_of_the_office_are_reminded_anyway(desk: Desk, chat_as: ChatAs) -> None:
    chat = await chat_as(cast.person(cast.OFFICER))
    assert (await chat.say(f"theo dõi hồ sơ {desk.code}")).startswith("Theo dõi hồ sơ là để người")
    await chat.say(desk.code)
    assert "Theo dõi" not in chat.buttons


# What is told


async def test_an_owner_hears_where_by_whom_and_when(
    desk: Desk, at_work: AtWork, chat_as: ChatAs
) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.is_now(S.PROCESSING, "2026-11-25 09:00")
    await at_work.at("2026-11-25 10:01")
    assert chat.pushed == (
        "Hồ sơ H37.12-261116-0045 có tin mới.\n"
        "09:00 thứ Tư 25/11/2026: hồ sơ được chuyển đi giải quyết.\n"
        "Nơi giải quyết: Phòng Khoa giáo – Văn xã. Người giải quyết: Hoàng Minh Đức.\n"
        "Lúc này Anh/Chị chưa phải làm gì thêm.\n"
        "Hạn trả kết quả là thứ Năm 10/12/2026, còn 11 ngày làm việc."
    )
    assert chat.buttons == ["Xem hồ sơ", "Bỏ theo dõi"]
    await at_work.goes_through(["2026-11-25 10:02", "2026-11-25 12:00", "2026-11-26 08:00"])
    assert chat.pushed == ""


async def test_who_has_the_code_alone_hears_the_state_the_desk_and_the_dates(
    desk: Desk, at_work: AtWork, chat_as: ChatAs
) -> None:
    chat = await chat_as()
    await chat.say(f"theo dõi hồ sơ {desk.code}")
    await desk.set(missing="Bản sao sổ hộ nghèo")
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:01")
    assert chat.pushed == (
        "Hồ sơ H37.12-261116-0045 có tin mới.\n"
        "09:00 thứ Tư 25/11/2026: hồ sơ cần bổ sung giấy tờ.\n"
        "Việc cần làm bây giờ: bổ sung giấy tờ theo phiếu yêu cầu đã gửi Anh/Chị.\n"
        "Nơi tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công.\n"
        "Thời gian chờ không tính vào thời hạn giải quyết. Hạn trả ghi lúc tạm dừng là thứ Năm "
        "10/12/2026 và sẽ lùi theo số ngày chờ."
    )


async def test_the_owner_hears_what_is_missing(
    desk: Desk, at_work: AtWork, chat_as: ChatAs
) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.set(missing="Bản sao sổ hộ nghèo")
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:01")
    assert "Giấy tờ cần bổ sung: Bản sao sổ hộ nghèo." in chat.pushed


async def test_what_is_told_is_kept_in_the_audit(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    await owner_of(desk, chat_as)
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:01")
    async with sqlite_store.reading() as db:
        acts = select(AuditEntry.act).where(col(AuditEntry.act).startswith("told."))
        assert list(await db.exec(acts)) == ["told.follow"]


# When


@pytest.mark.parametrize("state", [S.SUPPLEMENT, S.PAYMENT, S.FINISHED])
async def test_what_there_is_to_do_about_is_told_at_once(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, state: DossierState
) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.is_now(state, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:01")
    assert "có tin mới" in chat.pushed


async def test_steps_within_an_hour_are_one_message(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, channel: Channel
) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.is_now(S.RECEIVED, "2026-11-25 09:00", unit_id=cast.ONE_STOP, by=cast.DESK_CLERK)
    await at_work.at("2026-11-25 09:01")
    await desk.is_now(S.PROCESSING, "2026-11-25 09:40")
    await at_work.goes_through(["2026-11-25 09:41", "2026-11-25 09:59"])
    assert heard_by_anybody(channel) == 0
    await at_work.goes_through(["2026-11-25 10:01", "2026-11-25 11:00"])
    assert heard_by_anybody(channel) == 1
    told = chat.pushed
    assert told.index("09:00 thứ Tư") < told.index("09:40 thứ Tư")
    assert "Người tiếp nhận: Mạc Thị Yến." in told


async def test_of_a_dossier_handed_in_online_each_step_is_told_at_once(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, channel: Channel
) -> None:
    await owner_of(desk, chat_as)
    await desk.set(submitted_by=SubmittedBy.ONLINE)
    for minute in (10, 20, 30):
        await desk.is_now(S.PROCESSING, f"2026-11-25 09:{minute}")
        await at_work.at(f"2026-11-25 09:{minute + 1}")
    assert heard_by_anybody(channel) == 3


async def test_the_office_sets_how_long_steps_are_gathered(
    desk: Desk, at_work: AtWork, chat_as: ChatAs
) -> None:
    at_work.planner._follow_rules = FollowRules(gather=dt.timedelta(0))
    chat = await owner_of(desk, chat_as)
    await desk.is_now(S.PROCESSING, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:00")
    assert chat.pushed


async def test_at_night_nobody_is_woken_and_the_morning_brings_one_message(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, channel: Channel
) -> None:
    chat = await owner_of(desk, chat_as)
    await at_work.at("2026-11-25 21:30")
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 21:30")
    await at_work.at("2026-11-25 21:31")
    await desk.is_now(S.PAYMENT, "2026-11-25 23:00")
    await at_work.goes_through(["2026-11-25 23:01", "2026-11-26 06:29"])
    assert heard_by_anybody(channel) == 0
    await at_work.goes_through(["2026-11-26 06:30", "2026-11-26 06:31"])
    assert heard_by_anybody(channel) == 1
    assert "21:30 thứ Tư" in (told := chat.pushed)
    assert "23:00 thứ Tư" in told


async def test_on_a_day_off_citizens_are_told(desk: Desk, at_work: AtWork, chat_as: ChatAs) -> None:
    chat = await owner_of(desk, chat_as)
    await at_work.at("2026-11-28 09:00")  # a Saturday
    await desk.is_now(S.FINISHED, "2026-11-28 09:00")
    await at_work.at("2026-11-28 09:01")
    assert "đã có kết quả" in chat.pushed


async def test_the_office_may_set_that_a_result_wakes_people(
    desk: Desk, at_work: AtWork, chat_as: ChatAs
) -> None:
    at_work.planner._follow_rules = FollowRules(wakes_for_pressing=True)
    chat = await owner_of(desk, chat_as)
    await at_work.at("2026-11-25 21:30")
    await desk.is_now(S.FINISHED, "2026-11-25 21:30")
    await at_work.at("2026-11-25 21:31")
    assert "đã có kết quả" in chat.pushed


async def test_what_an_import_brings_of_long_ago_is_no_news(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await owner_of(desk, chat_as)
    async with sqlite_store.sessions() as db, db.begin():
        dossier = (await db.exec(select(Dossier))).one()
        db.add_all(
            DossierEvent(
                dossier_id=dossier.id or 0,
                at=make.at("2026-11-25 07:00") - dt.timedelta(hours=number),
                state=S.PROCESSING,
            )
            for number in range(500)
        )
    await at_work.goes_through(["2026-11-25 08:31", "2026-11-25 10:00"])
    assert chat.pushed == ""
    await at_work.at("2026-12-10 09:00")
    await desk.is_now(S.SUPPLEMENT, "2026-12-02 09:00")  # since it is followed, but too long ago
    await at_work.at("2026-12-10 09:01")
    assert chat.pushed == ""
    assert await messages(sqlite_store) == []


async def test_what_happened_since_the_card_was_true_is_news_although_it_is_older_than_the_wish(
    desk: Desk, at_work: AtWork, chat_as: ChatAs
) -> None:
    """The card said 08:00; the import that comes at 10:00 brings what happened at 08:20."""
    chat = await owner_of(desk, chat_as)
    await desk.is_now(S.FINISHED, "2026-11-25 08:20")
    await at_work.at("2026-11-25 10:00")
    assert "08:20 thứ Tư 25/11/2026: hồ sơ đã có kết quả." in chat.pushed


# The end


@pytest.mark.parametrize("state", [S.FINISHED, S.RETURNED, S.WITHDRAWN, S.STOPPED, S.REFUSED])
async def test_after_the_last_news_the_dossier_is_not_followed_any_more(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store, state: DossierState
) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.is_now(state, "2026-11-25 09:00")
    await at_work.at("2026-11-25 10:01")
    assert chat.pushed.endswith("Đây là tin cuối: trợ lý thôi theo dõi hồ sơ này.")
    assert chat.buttons == ["Xem hồ sơ"]
    assert await follows(sqlite_store) == 0


async def test_the_button_under_news_ends_it(desk: Desk, at_work: AtWork, chat_as: ChatAs) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.is_now(S.PROCESSING, "2026-11-25 09:00")
    await at_work.at("2026-11-25 10:01")
    assert chat.pushed
    assert (await chat.press("Bỏ theo dõi")).startswith("Trợ lý thôi theo dõi")
    await desk.is_now(S.FINISHED, "2026-11-25 11:00")
    await at_work.at("2026-11-25 11:01")
    assert chat.pushed == ""


# Rights, asked again when it is said


async def night_news(desk: Desk, at_work: AtWork) -> None:
    """Something is planned, and waits for the morning."""
    await at_work.at("2026-11-25 21:30")
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 21:30")
    await at_work.at("2026-11-25 21:31")


async def test_a_grant_that_was_withdrawn_tells_nothing_of_what_the_code_does_not_open(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    await desk.set(public=False)
    chat = await owner_of(desk, chat_as)
    await night_news(desk, at_work)
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.delete(DossierGrant))
    await at_work.at("2026-11-26 06:30")
    assert chat.pushed == ""
    (one,) = await messages(sqlite_store)
    assert one.state is MessageState.CANCELLED


async def test_a_grant_that_was_withdrawn_leaves_what_the_code_opens(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.set(missing="Bản sao sổ hộ nghèo")
    await night_news(desk, at_work)
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.delete(DossierGrant))
    await at_work.at("2026-11-26 06:30")
    told = chat.pushed
    assert "cần bổ sung giấy tờ" in told
    assert "sổ hộ nghèo" not in told
    assert "Đức" not in told


async def test_who_had_their_data_deleted_is_told_nothing(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await owner_of(desk, chat_as)
    await night_news(desk, at_work)
    await chat.say("xóa dữ liệu của tôi")
    await chat.press(chat.buttons[0])
    assert await follows(sqlite_store) == 0
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(DossierNews))).all() == []
    await at_work.at("2026-11-26 06:30")
    assert chat.pushed == ""


async def test_what_is_followed_is_in_the_persons_own_data(desk: Desk, chat_as: ChatAs) -> None:
    chat = await owner_of(desk, chat_as)
    await chat.say("dữ liệu của tôi")
    ((_, paper),) = chat.conversation.last[-1].files
    assert "HỒ SƠ TÀI KHOẢN NÀY THEO DÕI: 1." in paper.decode()
    assert desk.code in paper.decode()


# Where nobody is reached


async def test_what_came_while_the_page_was_closed_is_told_first_once(
    sqlite_store: Store, hands: Hands, channel: Channel, chat_as: ChatAs, desk: Desk
) -> None:
    closed = on(channel, WHILE_OPEN)
    at_work = AtWork(sqlite_store, hands, closed)
    chat = await owner_of(desk, chat_as)
    session = closed.bot.session
    assert isinstance(session, ConsoleSession)
    session.is_open = lambda chat_id: False  # type: ignore[method-assign]
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 09:00")
    await at_work.goes_through(["2026-11-25 09:01", "2026-11-25 09:30"])
    assert heard_by_anybody(closed) == 0
    (one,) = await messages(sqlite_store)
    assert (one.state, one.reason) == (MessageState.FAILED, "console: away")
    told = await chat.say("mấy giờ văn phòng mở cửa")
    first, answer = told.split("\n---\n")
    assert first.startswith(
        "Khi Anh/Chị vắng mặt, có tin về hồ sơ Anh/Chị theo dõi mà trợ lý chưa gửi được:\n"
        "Hồ sơ H37.12-261116-0045 có tin mới.\n"
        "09:00 thứ Tư 25/11/2026: hồ sơ cần bổ sung giấy tờ.\n"
    )
    assert "H37" not in answer
    assert "vắng mặt" not in await chat.say("mấy giờ văn phòng mở cửa")
    (one,) = await messages(sqlite_store)
    assert one.state is MessageState.SENT
    session.is_open = lambda chat_id: True  # type: ignore[method-assign]
    await desk.is_now(S.PAYMENT, "2026-11-25 10:00")
    await at_work.at("2026-11-25 10:01")
    assert "cần nộp phí" in chat.pushed


class OpenPage:
    """A page that shows nothing."""

    def show(self, frame: object) -> None:
        """It is there; that is all."""


async def test_the_page_is_reached_while_one_is_open(sqlite_store: Store, hands: Hands) -> None:
    web = open_webchat(sqlite_store, hands)
    assert isinstance(web.bot.session, WebChat)
    async with sqlite_store.sessions() as db, db.begin():
        account = await make.account(db, channel="web")
    page = OpenPage()
    assert not reaches(web, account, now=hands.now)
    web.bot.session.open(account.chat_id, page)
    assert reaches(web, account, now=hands.now)
    web.bot.session.shut(account.chat_id, page)
    assert not reaches(web, account, now=hands.now)


@pytest.mark.parametrize(("seen", "told"), [("2026-11-19 09:02", 1), ("2026-11-18 09:00", 0)])
async def test_a_channel_that_reaches_for_seven_days_is_not_used_after_them(
    sqlite_store: Store,
    hands: Hands,
    channel: Channel,
    chat_as: ChatAs,
    desk: Desk,
    seen: str,
    told: int,
) -> None:
    week = on(channel, within(7))
    at_work = AtWork(sqlite_store, hands, week)
    await owner_of(desk, chat_as)
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Account).values(seen_at=make.at(seen)))
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:01")
    assert heard_by_anybody(week) == told


async def test_a_result_that_reached_nobody_is_on_the_desks_list_of_the_next_day(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, channel: Channel
) -> None:
    clerk = await chat_as(cast.person(cast.DESK_CLERK))
    registry = await chat_as(cast.person(cast.REGISTRY_CLERK))
    chat = await owner_of(desk, chat_as)
    refuses(channel, TelegramForbiddenError)
    await desk.is_now(S.FINISHED, "2026-11-25 09:00")
    await at_work.goes_through(["2026-11-25 09:01", "2026-11-25 15:00"])
    assert heard_by_anybody(channel) == 0
    await at_work.goes_through(["2026-11-26 07:30", "2026-11-26 08:00"])
    assert clerk.pushed == (
        "Đồng chí Yến: 1 hồ sơ đã có kết quả mà người theo dõi chưa nhận được tin trên kênh nào, "
        "nhờ đồng chí gọi theo số trên giấy tiếp nhận.\n"
        "1. Hồ sơ H37.12-261116-0045"
    )
    assert registry.pushed == ""
    assert "hồ sơ đã có kết quả" in await chat.say("xin chào")
    await at_work.goes_through(["2026-11-27 07:30", "2026-11-27 08:00"])
    assert clerk.pushed == ""


async def test_who_writes_before_the_list_is_on_none(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, channel: Channel
) -> None:
    clerk = await chat_as(cast.person(cast.DESK_CLERK))
    chat = await owner_of(desk, chat_as)
    refuses(channel, TelegramForbiddenError)
    await desk.is_now(S.FINISHED, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:01")
    assert "vắng mặt" in await chat.say("xin chào")
    await at_work.goes_through(["2026-11-26 07:30", "2026-11-26 08:00"])
    assert clerk.pushed == ""


# Once, whatever happens


async def test_a_restart_between_planning_and_sending_tells_it_once(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store, channel: Channel
) -> None:
    await owner_of(desk, chat_as)
    await night_news(desk, at_work)
    again = AtWork(sqlite_store, at_work.hands, channel)
    await again.starts("2026-11-26 06:45")
    await again.goes_through(["2026-11-26 06:46", "2026-11-26 09:00"])
    assert heard_by_anybody(channel) == 1
    assert len(await messages(sqlite_store)) == 1


async def test_killed_while_it_was_being_sent_it_is_told_after_the_restart(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store, channel: Channel
) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 09:00")
    at_work.hands.set("2026-11-25 09:01")
    await at_work.planner.work()
    async with sqlite_store.sessions() as db, db.begin():
        now = at_work.hands.now
        assert await claim(db, now=now, until=now + dt.timedelta(minutes=2), limit=4)
    again = AtWork(sqlite_store, at_work.hands, channel)
    await again.starts("2026-11-25 09:01")
    await again.goes_through(["2026-11-25 09:05", "2026-11-25 10:30"])
    assert heard_by_anybody(channel) == 1
    assert "cần bổ sung giấy tờ" in chat.pushed


async def test_trouble_of_the_network_is_tried_again_and_told_once(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, channel: Channel
) -> None:
    chat = await owner_of(desk, chat_as)
    refuses(channel, TelegramNetworkError, times=2)
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 09:00")
    await at_work.goes_through([f"2026-11-25 09:{minute:02}" for minute in range(1, 20)])
    assert heard_by_anybody(channel) == 1
    assert "cần bổ sung" in chat.pushed


async def test_an_answer_does_not_wait_for_news_that_rest_until_the_morning(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, channel: Channel
) -> None:
    chat = await owner_of(desk, chat_as)
    await night_news(desk, at_work)
    refuses(channel, TelegramNetworkError)
    await chat.say("trợ giúp")
    at_work.hands.forward(seconds=1)
    await at_work.at("2026-11-25 21:40")
    assert "H37" not in chat.pushed
    await at_work.at("2026-11-26 06:30")
    assert "cần bổ sung" in chat.pushed


async def test_where_little_may_be_said_only_the_code_and_the_date_are(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await owner_of(desk, chat_as)
    async with sqlite_store.sessions() as db, db.begin():
        db.add(
            Exposure(channel="console", noun=Noun.DOSSIERS, role=Role.CITIZEN, level=Level.BRIEF)
        )
    at_work.delivery.office.version = -1
    await desk.is_now(S.PROCESSING, "2026-11-25 09:00")
    await at_work.at("2026-11-25 10:01")
    told = chat.pushed
    assert desk.code in told
    assert "Đức" not in told
    assert "giải quyết." not in told


async def test_in_english_too(desk: Desk, at_work: AtWork, chat_as: ChatAs) -> None:
    chat = await chat_as(language="en")
    assert (await chat.say(f"follow dossier {desk.code}")).startswith(
        "You now follow dossier H37.12-261116-0045. At the moment: received."
    )
    await desk.is_now(S.FINISHED, "2026-11-25 09:00")
    await at_work.at("2026-11-25 09:01")
    assert "09:00 Wednesday 25/11/2026: the result is ready." in chat.pushed


async def test_two_followers_are_each_told_as_much_as_they_may_see(
    desk: Desk, at_work: AtWork, chat_as: ChatAs
) -> None:
    owner = await owner_of(desk, chat_as)
    other = await chat_as()
    await other.say(f"theo dõi hồ sơ {desk.code}")
    await desk.is_now(S.PROCESSING, "2026-11-25 09:00")
    await at_work.at("2026-11-25 10:01")
    assert "Hoàng Minh Đức" in owner.pushed
    told = other.pushed
    assert "chuyển đi giải quyết" in told
    assert "Đức" not in told
    assert "Khoa giáo" not in told


async def test_what_an_officer_may_still_undo_is_told_when_it_stands(
    desk: Desk, at_work: AtWork, chat_as: ChatAs
) -> None:
    await desk.is_now(S.PROCESSING, "2026-11-25 07:40")
    await desk.set(holder_id=cast.OFFICER)
    owner, officer = await owner_of(desk, chat_as), await chat_as(cast.person(cast.OFFICER))
    await at_work.starts("2026-11-25 09:00")
    await officer.say(desk.code)
    assert "giải quyết xong" in await officer.press("Đã xong")
    await at_work.goes_through(["2026-11-25 09:01", "2026-11-25 09:05"])
    assert "Đã hoàn tác" in await officer.say("hoàn tác")
    await at_work.goes_through(["2026-11-25 09:06", "2026-11-25 09:20", "2026-11-25 10:30"])
    assert owner.pushed == ""
    await officer.say(desk.code)
    assert "giải quyết xong" in await officer.press("Đã xong")
    await at_work.at("2026-11-25 10:39")
    assert owner.pushed == ""
    await at_work.at("2026-11-25 10:41")
    assert "có kết quả" in owner.pushed


async def test_what_goes_on_after_a_result_is_still_followed(
    desk: Desk, at_work: AtWork, sqlite_store: Store, chat_as: ChatAs
) -> None:
    chat = await owner_of(desk, chat_as)
    await desk.is_now(S.FINISHED, "2026-11-25 22:00")
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 22:10")
    await at_work.goes_through(["2026-11-25 22:15", "2026-11-26 06:30"])
    told = chat.pushed
    assert "cần bổ sung giấy tờ" in told
    assert "tin cuối" not in told
    assert await follows(sqlite_store) == 1


# The budget of a channel


async def allow(store: Store, most: int, reserve: int) -> None:
    async with store.sessions() as db, db.begin():
        day = Budget(channel="console", period=BudgetPeriod.DAY, most=most, reserve=reserve)
        await channel_budgets.put(db, day, now=make.at(MORNING))


async def used(store: Store) -> int:
    async with store.reading() as db:
        return await channel_budgets.used(db, "console", make.at("2026-11-25 00:00"))


async def test_news_is_counted_in_the_budget_and_what_has_to_be_done_may_use_the_reserve(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await owner_of(desk, chat_as)
    await allow(sqlite_store, most=2, reserve=1)
    await desk.is_now(S.RECEIVED, "2026-11-25 08:40", unit_id=cast.ONE_STOP, by=cast.DESK_CLERK)
    await at_work.at("2026-11-25 09:41")
    assert "08:40 thứ Tư" in chat.pushed
    assert await used(sqlite_store) == 1
    await desk.is_now(S.PROCESSING, "2026-11-25 10:00")
    await at_work.at("2026-11-25 11:01")
    assert chat.pushed == ""
    (_, waiting) = await messages(sqlite_store)
    assert (waiting.state, waiting.reason) == (MessageState.PLANNED, "console: budget")
    await desk.is_now(S.SUPPLEMENT, "2026-11-25 11:30")
    await at_work.at("2026-11-25 11:31")
    told = chat.pushed
    assert "10:00 thứ Tư" in told
    assert "11:30 thứ Tư" in told
    assert await used(sqlite_store) == 2


async def test_what_waits_for_the_budget_is_told_first_when_they_write_and_not_again(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await owner_of(desk, chat_as)
    await allow(sqlite_store, most=0, reserve=0)
    await desk.is_now(S.PROCESSING, "2026-11-25 09:00")
    await at_work.at("2026-11-25 10:01")
    assert chat.pushed == ""
    assert "09:00 thứ Tư 25/11/2026: hồ sơ được chuyển đi giải quyết." in await chat.say("xin chào")
    assert await used(sqlite_store) == 0  # it came with an answer
    await at_work.at("2026-11-26 08:00")
    assert chat.pushed == ""


async def test_a_raised_budget_lets_news_go_at_once(
    desk: Desk, at_work: AtWork, chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await owner_of(desk, chat_as)
    await allow(sqlite_store, most=0, reserve=0)
    await desk.is_now(S.PROCESSING, "2026-11-25 09:00")
    await at_work.at("2026-11-25 10:01")
    async with sqlite_store.sessions() as db, db.begin():
        more = Budget(channel="console", period=BudgetPeriod.DAY, most=5, reserve=0)
        await channel_budgets.put(db, more, now=make.at("2026-11-25 10:02"))
    await at_work.at("2026-11-25 10:02")
    assert "09:00 thứ Tư" in chat.pushed
