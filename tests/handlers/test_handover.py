"""“Gặp cán bộ”: a conversation goes to a person and back, and nothing in it is lost."""

from collections.abc import AsyncGenerator

import pytest_asyncio

from storage import links
from storage.engine import Store
from storage.link_rules import LinkRules
from storage.models import Duty, Person, Unit
from storage.seals import Seal
from storage.viewer import DutyKind, Role
from tests.bot.at_work import AtWork
from tests.chat import Chat, ChatAs

OFFICE_HOURS, LATER = "2026-11-16 09:00", "2026-11-16 09:10"


@pytest_asyncio.fixture
async def desk(sqlite_store: Store) -> dict[str, Person]:
    """A desk with somebody on duty and a head; another unit has nobody on duty."""
    async with sqlite_store.sessions() as db, db.begin():
        unit = Unit(code="TTPVHCC", name="Trung tâm Phục vụ", phone="0205 3000 103")
        other = Unit(code="NC", name="Phòng Nội chính")
        db.add_all([unit, other])
        await db.flush()
        people = {
            "duty": Person(
                name="Mạc Thị Yến", role=Role.CLERK, title="Chuyên viên", unit_id=unit.id
            ),
            "head": Person(name="Lý Văn An", role=Role.HEAD, title="Giám đốc", unit_id=unit.id),
            "other": Person(name="Bế Văn Sơn", role=Role.OFFICER, title="CV", unit_id=other.id),
        }
        db.add_all(people.values())
        await db.flush()
        db.add(Duty(person_id=people["duty"].id or 0, kind=DutyKind.UNIT_DUTY))
    return people


def officer_sees(number: int) -> str:
    return (
        f"{number} công dân đang chờ gặp cán bộ Trung tâm Phục vụ.\n"
        "Bấm nút dưới đây để nhận: từ lúc đó điều đồng chí gõ sẽ được gửi tới công dân dưới tên "
        "đồng chí."
    )


@pytest_asyncio.fixture
async def citizen(chat_as: ChatAs, desk: dict[str, Person]) -> AsyncGenerator[Chat]:
    yield await chat_as()


@pytest_asyncio.fixture
async def officer(citizen: Chat, chat_as: ChatAs, desk: dict[str, Person], at_work: AtWork) -> Chat:
    """The person on duty, who has just read that the citizen waits."""
    chat = await chat_as(desk["duty"])
    await at_work.at(OFFICE_HOURS)
    await citizen.say("gặp cán bộ")
    await at_work.at("2026-11-16 09:01")
    assert "Có công dân" in chat.pushed
    return chat


async def test_a_conversation_goes_to_the_person_on_duty_and_back(
    citizen: Chat, chat_as: ChatAs, desk: dict[str, Person], at_work: AtWork
) -> None:
    officer = await chat_as(desk["duty"])
    await at_work.at(OFFICE_HOURS)

    assert await citizen.say("cho toi gap can bo") == (
        "Trợ lý đã báo cán bộ trực của Trung tâm Phục vụ. Từ giờ điều Anh/Chị gõ sẽ được giữ lại "
        "và chuyển cho cán bộ;\n"
        "câu nào trợ lý trả lời được thì vẫn trả lời ngay trong lúc chờ.\n"
        "Gõ “thôi” để trở lại với trợ lý tự động."
    )
    assert await citizen.say("con ở xa <lắm> cô ơi") == (
        "Đã giữ lại cho cán bộ. Anh/Chị có thể gõ thêm, hoặc gõ “thôi” để hủy."
    )
    await at_work.at("2026-11-16 09:01")
    assert officer.pushed == (
        "Có công dân cần gặp cán bộ Trung tâm Phục vụ (trao đổi số 1).\n"
        "Bấm nút dưới đây để nhận: từ lúc đó điều đồng chí gõ sẽ được gửi tới công dân dưới tên "
        "đồng chí."
    )
    assert await officer.press("Nhận trao đổi") == (
        "Đồng chí đang trao đổi với công dân (số 1). Điều đồng chí gõ sẽ được gửi đi dưới tên "
        "đồng chí; gõ “thôi” để kết thúc.\n"
        "Công dân: con ở xa <lắm> cô ơi"
    )
    assert await officer.say("bác mang tờ khai lên quầy 3 nhé") == "Đã gửi tới công dân."
    await at_work.at("2026-11-16 09:02")
    assert citizen.pushed == (
        "Chuyên viên Mạc Thị Yến, Trung tâm Phục vụ, đã nhận trao đổi. Từ đây người trả lời là "
        "cán bộ, không phải máy.\n"
        "Gõ “thôi” để trở lại với trợ lý tự động.\n"
        "---\n"
        "Cán bộ Mạc Thị Yến, Trung tâm Phục vụ:\n"
        "bác mang tờ khai lên quầy 3 nhé"
    )
    assert await citizen.say("vâng tôi lên ngay") == ""
    await at_work.at("2026-11-16 09:03")
    assert officer.pushed == "Công dân (trao đổi số 1):\nvâng tôi lên ngay"

    assert await citizen.say("Thôi.") == (
        "Cuộc trao đổi đã kết thúc. Từ đây trợ lý tự động trả lời."
    )
    await at_work.at("2026-11-16 09:04")
    assert officer.pushed == (
        "Công dân đã kết thúc trao đổi số 1. Từ đây trợ lý tự động trả lời đồng chí."
    )
    assert "nằm ngoài" in await officer.say("bác mang tờ khai lên quầy 3 nhé")


async def test_what_the_assistant_surely_knows_it_answers_while_one_waits_and_the_officer_reads_it(
    citizen: Chat, chat_as: ChatAs, desk: dict[str, Person], at_work: AtWork
) -> None:
    officer = await chat_as(desk["duty"])
    await at_work.at(OFFICE_HOURS)
    await citizen.say("gặp cán bộ")
    assert "Văn phòng đang làm việc" in await citizen.say("hôm nay cơ quan có làm việc không")
    await citizen.say("hồ sơ 000.00.12.H37-261109-0001 0678 tới đâu rồi")
    assert (await citizen.say("gặp cán bộ")).startswith("Yêu cầu gặp cán bộ")
    await at_work.at("2026-11-16 09:01")
    assert "Có công dân" in officer.pushed
    said = await officer.press("Nhận trao đổi")
    assert said.splitlines()[1:] == [
        "Công dân: hôm nay cơ quan có làm việc không",
        "Công dân: hồ sơ 000.00.12.H37-261109-0001 •••• tới đâu rồi",
    ]


async def test_an_officers_own_question_does_not_go_to_the_citizen(
    citizen: Chat, officer: Chat, at_work: AtWork
) -> None:
    await officer.press("Nhận trao đổi")
    assert await officer.say("văn bản quá hạn của tôi") == (
        "Câu này giống câu hỏi cho trợ lý. Đồng chí muốn gửi tới công dân hay hỏi trợ lý?"
    )
    assert (await officer.press("Hỏi trợ lý")).startswith("Cuộc trao đổi tạm nghỉ")
    assert "văn bản" in (await officer.say("văn bản quá hạn của tôi")).lower()
    await at_work.at("2026-11-16 09:02")
    assert "văn bản quá hạn" not in citizen.pushed

    await citizen.say("còn đó không cô")
    await at_work.at("2026-11-16 09:03")
    assert officer.pushed.endswith("còn đó không cô")
    await officer.press("Trả lời")
    await officer.say("văn bản quá hạn của tôi")
    assert await officer.press("Gửi tới công dân") == "Đã gửi tới công dân."
    await at_work.at("2026-11-16 09:04")
    assert citizen.pushed.endswith("văn bản quá hạn của tôi")


async def test_when_nobody_answers_they_are_called_again_then_the_head_and_nothing_is_lost(
    citizen: Chat, chat_as: ChatAs, desk: dict[str, Person], at_work: AtWork
) -> None:
    officer, head = await chat_as(desk["duty"]), await chat_as(desk["head"])
    await at_work.at(OFFICE_HOURS)
    await citizen.say("gặp cán bộ")
    await citizen.say("nhà tôi bị ngập")
    await at_work.at("2026-11-16 09:09")
    assert (officer.pushed[:11], head.pushed) == ("Có công dân", "")
    await at_work.at(LATER)
    assert officer.pushed.startswith("Có công dân")
    assert head.pushed.startswith("Có công dân")
    assert citizen.pushed == (
        "Trung tâm Phục vụ chưa kịp trả lời; cán bộ đã được nhắc lại. Nội dung của Anh/Chị vẫn "
        "được giữ.\nCần gấp, xin gọi 0205 3000 103."
    )
    await at_work.goes_through(["2026-11-16 09:20", "2026-11-16 09:30", "2026-11-16 16:00"])
    assert head.pushed.count("Có công dân") == 1  # the day's last call
    await at_work.at("2026-11-17 07:30")
    assert "Có công dân" in head.pushed
    assert officer.pushed.count("Có công dân") == 2
    assert "Công dân: nhà tôi bị ngập" in await head.press("Nhận trao đổi")
    assert await officer.press("Nhận trao đổi") == (
        "Cuộc trao đổi này đã kết thúc hoặc đã có người khác nhận."
    )


async def test_outside_office_hours_the_call_waits_for_the_opening(
    citizen: Chat, chat_as: ChatAs, desk: dict[str, Person], at_work: AtWork
) -> None:
    officer = await chat_as(desk["duty"])
    await at_work.at("2026-11-20 19:00")
    assert await citizen.say("I want to talk to a human") == (
        "The office is closed now. Trung tâm Phục vụ will be called at 07:30 Monday 23/11/2026.\n"
        "Please type what you need: it is kept for the officer to read then.\n"
        "Type “stop” to return to the automatic assistant."
    )
    await at_work.goes_through(["2026-11-20 19:10", "2026-11-22 09:00"])
    assert officer.pushed == ""
    await at_work.at("2026-11-23 07:30")
    assert "trao đổi số 1" in officer.pushed


async def test_a_conversation_in_which_nobody_speaks_ends_for_both(
    citizen: Chat, officer: Chat, at_work: AtWork
) -> None:
    await officer.press("Nhận trao đổi")
    await at_work.at("2026-11-16 09:30")
    assert "đã kết thúc" not in citizen.pushed
    await at_work.at("2026-11-16 09:31")
    assert citizen.pushed.startswith("Trao đổi số 1 đã kết thúc vì lâu không có tin mới.")
    assert officer.pushed.startswith("Trao đổi số 1 đã kết thúc")


async def test_whoever_comes_to_the_page_after_the_call_finds_there_who_waits(
    citizen: Chat, chat_as: ChatAs, desk: dict[str, Person], at_work: AtWork
) -> None:
    """They were called on Telegram, where a conversation cannot be answered."""
    await at_work.at(OFFICE_HOURS)
    await citizen.say("gặp cán bộ")
    await citizen.say("nhà tôi bị ngập")
    async with at_work.store.sessions() as db, db.begin():
        code = await links.make_code(
            db, desk["duty"].id or 0, seal=Seal(), rules=LinkRules(), now=at_work.hands()
        )
    officer = await chat_as()
    assert "1 công dân đang chờ gặp cán bộ." in await officer.say(code)
    assert await officer.press("Xem công dân đang chờ") == officer_sees(1)
    assert await officer.say("gặp cán bộ") == officer_sees(1)
    assert "nhà tôi bị ngập" in await officer.press("Nhận trao đổi số 1")


async def test_who_waits_is_shown_to_nobody_else(
    citizen: Chat, chat_as: ChatAs, desk: dict[str, Person], at_work: AtWork
) -> None:
    await at_work.at(OFFICE_HOURS)
    await citizen.say("gặp cán bộ")
    assert await (await chat_as(desk["head"])).say("gặp cán bộ") == officer_sees(1)
    for other in (citizen, await chat_as(desk["other"]), await chat_as()):
        assert "đang chờ gặp" not in await other.say("gặp cán bộ")


async def test_only_those_on_duty_or_leading_the_unit_may_take_it(
    officer: Chat, desk: dict[str, Person], at_work: AtWork
) -> None:
    """The button of a colleague who was on duty when it was offered, and is no longer."""
    async with at_work.store.sessions() as db, db.begin():
        await db.delete(await db.get(Duty, (desk["duty"].id, DutyKind.UNIT_DUTY)))
    assert await officer.press("Nhận trao đổi") == (
        "Cuộc trao đổi này đã kết thúc hoặc đã có người khác nhận."
    )


async def test_with_nobody_on_duty_a_telephone_number_is_given(chat_as: ChatAs) -> None:
    stranger = await chat_as()
    assert await stranger.say("gặp cán bộ") == ("Hiện chưa có cán bộ trực trả lời qua trò chuyện.")


async def test_with_several_desks_the_citizen_chooses_one(
    citizen: Chat, desk: dict[str, Person], at_work: AtWork, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(Duty(person_id=desk["other"].id or 0, kind=DutyKind.UNIT_DUTY))
    await at_work.at(OFFICE_HOURS)
    assert await citizen.say("gặp cán bộ") == ("Anh/Chị muốn trao đổi với cán bộ của bộ phận nào?")
    assert citizen.buttons == ["Trung tâm Phục vụ", "Phòng Nội chính"]
    assert (await citizen.press("Phòng Nội chính")).startswith(
        "Cán bộ trực của Phòng Nội chính chưa mở tài khoản trò chuyện."
    )
