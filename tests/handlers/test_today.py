"""Whoever has just come reads what there is for them today, and is offered exactly that."""

import datetime as dt

import pytest
from sqlmodel import select

from bot.pipeline import Pipeline
from handlers.texts import speak
from handlers.today import today
from scheduler.calendar import WorkingCalendar
from storage import links
from storage.engine import Store
from storage.link_rules import LinkRules
from storage.models import AuditEntry, Level, MeetingState, Noun, Person
from storage.seals import Seal
from tests import cast
from tests import office as make
from tests.chat import Chat, ChatAs

SEAL = Seal("a secret of this office, 32 letters")
YESTERDAY = cast.TODAY - dt.timedelta(days=1)
TOMORROW = cast.TODAY + dt.timedelta(days=1)
FULL = dict.fromkeys(Noun, Level.FULL)


pytestmark = pytest.mark.usefixtures("cast_office")


@pytest.fixture(autouse=True)
def sealed(pipeline: Pipeline) -> None:
    """Codes are made and read with one secret."""
    pipeline.seal = SEAL


async def link(chat_as: ChatAs, store: Store, person_id: int) -> tuple[Chat, str]:
    """Somebody types their code; their chat and what they read."""
    async with store.sessions() as db, db.begin():
        code = await links.make_code(db, person_id, seal=SEAL, rules=LinkRules(), now=cast.NOW)
    chat = await chat_as()
    return chat, await chat.say(code)


async def some_work(store: Store) -> None:
    """Of the officer: two meetings, one of them over, and papers late and due soon."""
    async with store.sessions() as db, db.begin():
        officer = await db.get_one(Person, cast.OFFICER)
        await make.meeting(db, "2026-11-25 07:15", officer, minutes=30)
        await make.meeting(db, "2026-11-25 14:00", officer, subject="Họp kín về nhân sự")
        for due in (YESTERDAY, YESTERDAY, TOMORROW):
            await make.document(
                db, holder_id=cast.OFFICER, unit_id=cast.CULTURE, due_on=due, subject="V/v tiêm"
            )
        await cast.add_dossier(db, 1, due=YESTERDAY, holder_id=cast.OFFICER)


async def test_after_linking_an_officer_reads_their_day(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    await some_work(sqlite_store)
    chat, read = await link(chat_as, sqlite_store, cast.OFFICER)
    assert (
        read
        == """\
Chào đồng chí Hoàng Minh Đức, Chuyên viên, Phòng Khoa giáo – Văn xã. \
Tài khoản này từ giờ là của đồng chí.
Hôm nay, thứ Tư 25/11/2026:
– 2 cuộc họp, gần nhất 14:00
– Văn bản: 2 quá hạn, 1 sắp đến hạn
– Hồ sơ: 1 quá hạn
Tính đến 08:00 thứ Hai 16/11/2026. Từ đó đến nay có thể đã thay đổi.
Mời bấm một nút, hoặc gõ câu hỏi như nói thường ngày.
Gõ “Ai đang dùng tài khoản của tôi?” để xem các nơi đã liên kết, /thoat để kết thúc tại đây."""
    )
    assert chat.buttons == [
        "Lịch họp của tôi",
        "Văn bản quá hạn của tôi",
        "Văn bản sắp đến hạn của tôi",
        "Hồ sơ của tôi",
        "Trợ giúp",
    ]
    assert "Họp kín về nhân sự" in await chat.press("Lịch họp của tôi")


async def test_what_was_only_counted_nobody_has_seen(chat_as: ChatAs, sqlite_store: Store) -> None:
    await some_work(sqlite_store)
    await link(chat_as, sqlite_store, cast.OFFICER)
    async with sqlite_store.reading() as db:
        kinds = (await db.exec(select(AuditEntry.item_kind))).all()
    assert set(kinds) == {"account"}


async def test_heads_and_leaders_read_what_is_late_with_others(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    await some_work(sqlite_store)
    head, read = await link(chat_as, sqlite_store, cast.HEAD)
    assert "– Quá hạn của cán bộ trong phòng: 2 văn bản, 1 hồ sơ" in read
    assert head.buttons == ["Văn bản quá hạn của phòng tôi", "Hồ sơ của phòng tôi", "Trợ giúp"]
    assert "2 văn bản quá hạn" in await head.press("Văn bản quá hạn của phòng tôi")
    leader, read = await link(chat_as, sqlite_store, cast.LEADER)
    assert "– Quá hạn toàn Văn phòng: 2 văn bản, 1 hồ sơ" in read
    assert leader.buttons == [
        "Văn bản quá hạn toàn Văn phòng",
        "Hồ sơ đang giải quyết",
        "Trợ giúp",
    ]


async def test_with_nothing_today_the_next_thing_is_told(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    nothing = "Hôm nay đồng chí không có lịch họp, không có việc đến hạn."
    async with sqlite_store.sessions() as db, db.begin():
        await make.document(db, holder_id=cast.OFFICER, due_on=dt.date(2026, 12, 10))
    chat = await chat_as(cast.person(cast.OFFICER))
    greeting = await chat.say("xin chào")
    assert greeting.splitlines()[1:] == [
        nothing,
        "Việc đến hạn tiếp theo: một văn bản, thứ Năm 10/12/2026.",
    ]
    async with sqlite_store.sessions() as db, db.begin():
        officer = await db.get_one(Person, cast.OFFICER)
        await make.meeting(db, "2026-11-27 08:00", officer, state=MeetingState.CANCELLED)
        await make.meeting(db, "2026-11-30 08:30", officer)
    greeting = await chat.say("xin chào")
    assert greeting.splitlines()[1:] == [nothing, "Cuộc họp tới: 08:30 thứ Hai 30/11/2026."]
    assert chat.buttons[0] == "Hôm nay có gì?"


async def test_a_meeting_that_will_not_be_held_is_not_the_next_one(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        officer = await db.get_one(Person, cast.OFFICER)
        await make.meeting(db, "2026-11-25 10:00", officer, state=MeetingState.POSTPONED)
        await make.meeting(db, "2026-11-25 15:00", officer)
    told = await told_to(sqlite_store, cast.OFFICER, FULL)
    assert "– 2 cuộc họp, gần nhất 15:00" in told


async def test_where_nothing_may_be_said_of_a_kind_it_is_neither_counted_nor_offered(
    sqlite_store: Store,
) -> None:
    await some_work(sqlite_store)
    only_meetings = dict.fromkeys(Noun, Level.NONE) | {Noun.MEETINGS: Level.BRIEF}
    told = await told_to(sqlite_store, cast.OFFICER, only_meetings)
    assert told == [
        "<b>Hôm nay, thứ Tư 25/11/2026:</b>",
        "– 2 cuộc họp, gần nhất 14:00",
        "help-ask-meetings",
    ]
    only_petitions = dict.fromkeys(Noun, Level.NONE) | {Noun.PETITIONS: Level.BRIEF}
    assert await told_to(sqlite_store, cast.OFFICER, only_petitions) == []
    silent = await told_to(sqlite_store, cast.OFFICER, dict.fromkeys(Noun, Level.NONE))
    assert silent == []


async def told_to(store: Store, person_id: int, levels: dict[Noun, Level]) -> list[str]:
    """The lines of today, and after them the ids of what is offered."""
    async with store.sessions() as db, db.begin():
        there = await today(
            db,
            cast.viewer(person_id),
            levels=levels,
            say=speak("vi", cast.ZONE),
            now=cast.NOW,
            calendar=WorkingCalendar(),
        )
    return [*(there.words or "").splitlines(), *(one.text for one in there.questions)]


async def test_a_citizen_is_greeted_with_their_dossiers(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await cast.add_dossier(db, 1, due=TOMORROW, applicant_id=cast.CITIZEN)
        await cast.add_dossier(db, 2, due=cast.TODAY, applicant_id=cast.CITIZEN)
        await cast.add_dossier(db, 3, due=YESTERDAY, applicant_id=cast.NEIGHBOUR)
    chat = await chat_as(cast.person(cast.CITIZEN))
    assert (await chat.say("xin chào")).splitlines()[-3:] == [
        "Hồ sơ của Anh/Chị chưa kết thúc: 2",
        "Hạn trả gần nhất: thứ Tư 25/11/2026.",
        "Tính đến 08:30 thứ Tư 25/11/2026.",
    ]
    assert "H37.12-261116-0002" in await chat.press("Hồ sơ của tôi")


async def test_the_admin_is_told_of_codes_instead(chat_as: ChatAs, sqlite_store: Store) -> None:
    await some_work(sqlite_store)
    chat, read = await link(chat_as, sqlite_store, cast.ADMIN)
    assert "Hôm nay" not in read
    assert "/moi" in read
    assert chat.buttons == ["Hôm nay có gì?", "Lịch họp của tôi", "Giờ làm việc", "Trợ giúp"]
