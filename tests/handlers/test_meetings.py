"""What people hear when they ask about meetings. The day is Monday 16/11/2026."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from storage.engine import Store
from storage.models import (
    DayKind,
    DayOverride,
    MeetingPaper,
    MeetingState,
    Openness,
    PartOfDay,
    Person,
    Unit,
)
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs
from tests.hands import Hands


@dataclass
class People:
    chairman: Person
    hoa: Person
    unit: Unit


@pytest_asyncio.fixture
async def people(sqlite_store: Store) -> People:
    """The chairman and an officer."""
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db, "KGVX", name="Phòng Khoa giáo – Văn xã")
        chairman = await make.person(
            db, "Nguyễn Văn Chủ", Role.LEADER, title="Chủ tịch UBND tỉnh", short_title="CT"
        )
        hoa = await make.person(db, "Trần Thị Hoa", title="Chuyên viên", unit_id=unit.id)
    return People(chairman, hoa, unit)


@pytest_asyncio.fixture
async def monday(sqlite_store: Store, people: People) -> None:
    """Three meetings on this Monday, one of them public; one more on Wednesday."""
    async with sqlite_store.sessions() as db, db.begin():
        chair: dict[str, Any] = {"chair_id": people.chairman.id}
        await make.meeting(db, "2026-11-16 08:30", people.hoa, **chair)
        await make.meeting(
            db,
            "2026-11-16 14:00",
            subject="Họp Ban Chỉ đạo chuyển đổi số tỉnh",
            openness=Openness.PUBLIC,
            state=MeetingState.CHANGED,
            place="Phòng họp trực tuyến",
        )
        await make.meeting(
            db,
            "2026-11-16 15:00",
            subject="Làm việc về công tác cán bộ",
            openness=Openness.PARTICIPANTS,
            **chair,
        )
        await make.meeting(
            db,
            "2026-11-18 08:00",
            people.hoa,
            subject="Phiên họp thường kỳ UBND tỉnh",
            openness=Openness.PUBLIC,
            starts_at=None,
            ends_at=None,
            place="",
        )


async def test_today_for_an_officer(chat_as: ChatAs, people: People, monday: None) -> None:
    chat = await chat_as(people.hoa)

    assert await chat.say("lịch họp hôm nay") == (
        "Lịch họp thứ Hai 16/11/2026: 2 cuộc họp.\n"
        "\n"
        "1. 08:30 · Giao ban lãnh đạo Văn phòng\n"
        "Phòng họp số 2 · Chủ trì: Chủ tịch UBND tỉnh Nguyễn Văn Chủ\n"
        "2. 14:00 · Họp Ban Chỉ đạo chuyển đổi số tỉnh (điều chỉnh)\n"
        "Phòng họp trực tuyến\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo lịch đã công bố."
    )
    assert chat.buttons == ["1", "2"]


async def test_a_stranger_hears_of_public_meetings_only(chat_as: ChatAs, monday: None) -> None:
    chat = await chat_as()

    assert await chat.say("chiều nay có họp gì không") == (
        "Lịch họp chiều thứ Hai 16/11/2026: 1 cuộc họp.\n"
        "\n"
        "1. 14:00 · Họp Ban Chỉ đạo chuyển đổi số tỉnh (điều chỉnh)\n"
        "Phòng họp trực tuyến\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo lịch đã công bố."
    )


async def test_in_english(chat_as: ChatAs, people: People, monday: None) -> None:
    chat = await chat_as(people.hoa)

    assert await chat.say("meetings today") == (
        "Meetings, Monday 16/11/2026: 2 meetings.\n"
        "\n"
        "1. 08:30 · Giao ban lãnh đạo Văn phòng\n"
        "Phòng họp số 2 · Chair: Chủ tịch UBND tỉnh Nguyễn Văn Chủ\n"
        "2. 14:00 · Họp Ban Chỉ đạo chuyển đổi số tỉnh (changed)\n"
        "Phòng họp trực tuyến\n"
        "\n"
        "As of 08:00 Monday 16/11/2026, according to the published schedule."
    )


async def test_when_nothing_is_left_the_next_working_day_is_told(
    chat_as: ChatAs, people: People, monday: None, hands: Hands, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.meeting(db, "2026-11-17 09:00", subject="Họp báo", place="Hội trường")
    hands.set("2026-11-16 18:30")
    chat = await chat_as(people.hoa)

    assert await chat.say("lịch họp") == (
        "Hôm nay, thứ Hai 16/11/2026, không còn cuộc họp nào.\n"
        "\n"
        "Lịch họp thứ Ba 17/11/2026: 1 cuộc họp.\n"
        "\n"
        "1. 09:00 · Họp báo\n"
        "Hội trường\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo lịch đã công bố."
    )


async def test_a_day_off_is_said_and_the_next_working_day_told(
    chat_as: ChatAs, people: People, hands: Hands
) -> None:
    hands.set("2026-11-21 09:00")
    chat = await chat_as(people.hoa)

    assert await chat.say("lịch họp hôm nay") == (
        "Hôm nay, thứ Bảy 21/11/2026, không có cuộc họp nào.\n"
        "Lưu ý: thứ Bảy 21/11/2026 là ngày nghỉ cuối tuần.\n"
        "\n"
        "Không có cuộc họp nào trong lịch thứ Hai 23/11/2026."
    )


async def test_a_week_by_its_days_with_what_is_special_about_them(
    chat_as: ChatAs, people: People, hands: Hands, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        day = dt.date(2026, 11, 23)
        name = "Đề xuất hoán đổi"
        db.add(DayOverride(day=day, kind=DayKind.OFF, name=name, official=False))
        for n in range(7):
            await make.meeting(db, f"2026-11-{25 + n // 4} 08:{n:02}", subject=f"Họp số {n}")
        await make.meeting(
            db, "2026-11-26 14:00", subject="Họp chiều", state=MeetingState.POSTPONED
        )
    chat = await chat_as(people.hoa)

    assert await chat.say("lịch họp tuần sau") == (
        "Lịch họp từ thứ Hai 23/11/2026 đến Chủ nhật 29/11/2026: 8 cuộc họp.\n"
        "Lưu ý: thứ Hai 23/11/2026 có thể được hoán đổi ngày nghỉ, chưa có thông báo chính thức.\n"
        "Lưu ý: thứ Ba 24/11/2026 nghỉ Ngày Văn hóa Việt Nam.\n"
        "\n"
        "thứ Tư 25/11/2026\n"
        "1. 08:00 · Họp số 0\n"
        "Phòng họp số 2\n"
        "2. 08:01 · Họp số 1\n"
        "Phòng họp số 2\n"
        "3. 08:02 · Họp số 2\n"
        "Phòng họp số 2\n"
        "4. 08:03 · Họp số 3\n"
        "Phòng họp số 2\n"
        "\n"
        "thứ Năm 26/11/2026\n"
        "5. 08:04 · Họp số 4\n"
        "Phòng họp số 2\n"
        "6. 08:05 · Họp số 5\n"
        "Phòng họp số 2\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo lịch đã công bố."
    )
    assert chat.buttons == ["1", "2", "3", "4", "5", "6", "Xem thêm"]

    assert await chat.press("Xem thêm") == (
        "Lịch họp từ thứ Hai 23/11/2026 đến Chủ nhật 29/11/2026: 8 cuộc họp.\n"
        "\n"
        "thứ Năm 26/11/2026\n"
        "7. 08:06 · Họp số 6\n"
        "Phòng họp số 2\n"
        "8. 14:00 · Họp chiều (HOÃN)\n"
        "Phòng họp số 2\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo lịch đã công bố."
    )
    assert chat.buttons == ["7", "8", "Trang trước"]


async def test_a_quarter_goes_on_too_without_a_list_of_its_holidays(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        for n in range(7):
            await make.meeting(db, f"2026-11-{25 + n // 4} 08:{n:02}", people.hoa)
    chat = await chat_as(people.hoa)

    assert (await chat.say("lịch họp quý này")).startswith(
        "Lịch họp từ thứ Năm 01/10/2026 đến thứ Năm 31/12/2026: 7 cuộc họp.\n\nthứ Tư 25/11/2026"
    )
    assert "7. 08:06 · Giao ban lãnh đạo Văn phòng" in await chat.press("Xem thêm")


async def test_a_holiday_and_a_swapped_saturday_are_named(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        saturday = dt.date(2026, 11, 28)
        bridge = dt.date(2026, 11, 27)
        db.add(DayOverride(day=saturday, kind=DayKind.WORKED, name="Làm bù ngày 27/11"))
        db.add(DayOverride(day=bridge, kind=DayKind.OFF, name="Nghỉ hoán đổi"))
    chat = await chat_as(people.hoa)

    assert await chat.say("ngày 24/11 có họp không") == (
        "Không có cuộc họp nào trong lịch thứ Ba 24/11/2026.\n"
        "Lưu ý: thứ Ba 24/11/2026 nghỉ Ngày Văn hóa Việt Nam."
    )
    assert await chat.say("lịch họp ngày 28/11") == (
        "Không có cuộc họp nào trong lịch thứ Bảy 28/11/2026.\n"
        "Lưu ý: thứ Bảy 28/11/2026 là ngày làm việc (Làm bù ngày 27/11)."
    )
    assert await chat.say("lịch họp ngày 27/11") == (
        "Không có cuộc họp nào trong lịch thứ Sáu 27/11/2026.\n"
        "Lưu ý: thứ Sáu 27/11/2026, Nghỉ hoán đổi."
    )


async def test_of_a_person_of_a_unit_and_of_oneself(
    chat_as: ChatAs, people: People, monday: None
) -> None:
    chat = await chat_as(people.hoa)

    of_chairman = await chat.say("lịch Chủ tịch tuần này")
    of_unit = await chat.say("lịch họp phòng KGVX tuần này")
    own = await chat.say("tôi có họp gì sáng thứ tư không")

    assert of_chairman.startswith(
        "Lịch họp của đồng chí Nguyễn Văn Chủ, "
        "từ thứ Hai 16/11/2026 đến Chủ nhật 22/11/2026: 1 cuộc họp.\n"
    )
    assert of_unit.startswith(
        "Lịch họp của Phòng Khoa giáo – Văn xã, "
        "từ thứ Hai 16/11/2026 đến Chủ nhật 22/11/2026: 2 cuộc họp.\n"
    )
    assert own == (
        "Lịch họp của đồng chí, sáng thứ Tư 18/11/2026: 1 cuộc họp.\n"
        "\n"
        "1. Sáng · Phiên họp thường kỳ UBND tỉnh\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo lịch đã công bố."
    )


async def test_a_stranger_is_never_told_that_they_have_no_meeting(
    chat_as: ChatAs, monday: None
) -> None:
    chat = await chat_as()

    assert await chat.say("tôi có họp không") == (
        "Tài khoản này chưa liên kết với cán bộ nào của Văn phòng, "
        "nên trợ lý chưa biết lịch của anh/chị.\n"
        "Mời anh/chị gửi mã liên kết do Văn phòng cấp, hoặc hỏi lịch họp công khai, "
        "ví dụ “lịch họp tuần này”."
    )


async def test_one_meeting_in_full(chat_as: ChatAs, people: People, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        meeting = await make.meeting(
            db,
            "2026-11-16 08:30",
            people.hoa,
            chair_id=people.chairman.id,
            preparing_unit_id=people.unit.id,
            invitation="45/GM-UBND",
            online_points="Điểm cầu các xã, phường",
            note="Mang theo tài liệu",
        )
        db.add(MeetingPaper(meeting_id=meeting.id or 0, name="Báo cáo tóm tắt", pages=5))
        db.add(MeetingPaper(meeting_id=meeting.id or 0, name="Phụ lục"))
    chat = await chat_as(people.hoa)

    assert await chat.say("cuộc họp giao ban sáng nay ở đâu, ai chủ trì") == (
        "Giao ban lãnh đạo Văn phòng\n"
        "Thời gian: 08:30–10:00, thứ Hai 16/11/2026\n"
        "Địa điểm: Phòng họp số 2\n"
        "Chủ trì: Chủ tịch UBND tỉnh Nguyễn Văn Chủ\n"
        "Điểm cầu: Điểm cầu các xã, phường\n"
        "Đơn vị chuẩn bị: Phòng Khoa giáo – Văn xã\n"
        "Giấy mời: 45/GM-UBND\n"
        "Thành phần: Nguyễn Văn Chủ (Chủ tịch UBND tỉnh); Trần Thị Hoa (Chuyên viên)\n"
        "Tài liệu: Báo cáo tóm tắt (5 trang); Phụ lục\n"
        "Ghi chú: Mang theo tài liệu\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo lịch đã công bố."
    )
    assert chat.buttons == ["Lịch họp cả ngày"]
    assert (await chat.press("Lịch họp cả ngày")).startswith("Lịch họp thứ Hai 16/11/2026: 1 cuộc")


async def test_a_stranger_gets_the_published_part_by_its_number(
    chat_as: ChatAs, monday: None
) -> None:
    chat = await chat_as()
    await chat.say("lịch họp hôm nay")

    assert await chat.press("1") == (
        "Họp Ban Chỉ đạo chuyển đổi số tỉnh\n"
        "Lịch này đã điều chỉnh.\n"
        "Thời gian: 14:00–15:30, thứ Hai 16/11/2026\n"
        "Địa điểm: Phòng họp trực tuyến\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo lịch đã công bố."
    )


async def test_a_crowd_is_counted(chat_as: ChatAs, people: People, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        crowd = [await make.person(db, f"Người {n}") for n in range(14)]
        await make.meeting(
            db, "2026-11-17 08:00", *crowd, part=PartOfDay.ALL_DAY, starts_at=None, ends_at=None
        )
    chat = await chat_as(people.hoa)

    words = await chat.say("thành phần họp giao ban gồm những ai")

    assert "Thời gian: Cả ngày, thứ Ba 17/11/2026\n" in words
    assert " và 2 người khác\n" in words


async def test_several_meetings_that_fit_are_a_choice(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.meeting(db, "2026-11-17 08:00", subject="Giao ban khối văn xã")
        await make.meeting(db, "2026-11-18 08:00", subject="Giao ban xuất nhập khẩu", ends_at=None)
    chat = await chat_as(people.hoa)

    assert await chat.say("họp giao ban tuần này ở đâu") == (
        "Có nhiều cuộc họp phù hợp, mời chọn:\n"
        "\n"
        "thứ Ba 17/11/2026\n"
        "1. 08:00 · Giao ban khối văn xã\n"
        "Phòng họp số 2\n"
        "\n"
        "thứ Tư 18/11/2026\n"
        "2. 08:00 · Giao ban xuất nhập khẩu\n"
        "Phòng họp số 2"
    )
    assert (await chat.press("2")).startswith(
        "Giao ban xuất nhập khẩu\nThời gian: 08:00, thứ Tư 18/11/2026\n"
    )


async def test_without_a_time_the_nearest_meeting_is_meant(
    chat_as: ChatAs, people: People, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        for day in (12, 17, 24):
            await make.meeting(db, f"2026-11-{day} 08:00", subject="Giao ban khối văn xã")
    chat = await chat_as(people.hoa)

    assert "08:00–09:30, thứ Ba 17/11/2026" in await chat.say("ai chủ trì cuộc họp giao ban")


@pytest.mark.parametrize("about", ["giải phóng mặt bằng", "công tác cán bộ"])
async def test_a_meeting_that_is_not_there_and_one_not_to_be_known_sound_alike(
    chat_as: ChatAs, people: People, monday: None, about: str
) -> None:
    chat = await chat_as(people.hoa)

    assert await chat.say(f"ai chủ trì cuộc họp {about}") == (
        "Không thấy cuộc họp nào có nội dung như vậy trong lịch anh/chị được xem. "
        "Xin kiểm tra lại ngày giờ hoặc tên cuộc họp."
    )


async def test_no_meeting_at_that_time(chat_as: ChatAs, people: People, monday: None) -> None:
    chat = await chat_as(people.hoa)

    assert await chat.say("cuộc họp chiều mai ở đâu, ai chủ trì") == (
        "Không thấy cuộc họp nào vào lúc đó trong lịch anh/chị được xem. Xin kiểm tra lại ngày giờ."
    )


async def test_asked_about_no_meeting_in_particular_ones_own_next_is_meant(
    chat_as: ChatAs, people: People, monday: None, hands: Hands
) -> None:
    hands.set("2026-11-16 12:30")
    chat = await chat_as(people.hoa)

    words = await chat.say("cuộc họp ở đâu, ai chủ trì")

    assert words.startswith("Phiên họp thường kỳ UBND tỉnh\nThời gian: Sáng, thứ Tư 18/11/2026")


async def test_a_meeting_that_was_withdrawn_meanwhile(
    chat_as: ChatAs, monday: None, sqlite_store: Store
) -> None:
    chat = await chat_as()
    await chat.say("lịch họp hôm nay")
    async with sqlite_store.sessions() as db, db.begin():
        await (await db.connection()).execute(sa.text("UPDATE meeting SET openness = 'internal'"))

    assert await chat.press("1") == "Không thấy cuộc họp này trong lịch anh/chị được xem."
