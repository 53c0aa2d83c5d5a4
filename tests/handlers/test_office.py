"""Greetings, help, the brief of the day, who is in charge and when the office is open."""

import datetime as dt

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import Override, WorkingCalendar
from storage.models import DayKind, DayOverride, OfficeFact, Person, PetitionKind
from tests import cast
from tests import office as make
from tests.chat import ChatAs
from tests.hands import Hands

HOTLINE = "0205 3000 199"
FACTS = {
    "address": "Số 1 đường Ví Dụ",
    "hours": "07:30–11:30 và 13:30–17:00, từ thứ Hai đến thứ Sáu",
    "phone": "0205 3000 100",
    "hotline": HOTLINE,
}
YESTERDAY = cast.TODAY - dt.timedelta(days=1)


@pytest.fixture
async def office(office: AsyncSession) -> AsyncSession:
    """The same with its facts and a day off that nobody has decided yet."""
    office.add_all(OfficeFact(key=key, value=value) for key, value in FACTS.items())
    office.add(
        DayOverride(
            day=dt.date(2026, 11, 23), kind=DayKind.OFF, name="Đề xuất nghỉ", official=False
        )
    )
    await office.commit()
    return office


async def test_a_citizen_is_told_that_a_machine_answers_and_how_to_reach_a_person(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    await office.close()
    chat = await chat_as()
    expected = f"""\
Chào Anh/Chị. Đây là trợ lý tự động của Văn phòng UBND tỉnh; \
người trả lời là máy, không phải cán bộ.
Anh/Chị có thể hỏi về hồ sơ, đơn thư, giờ làm việc và người phụ trách. \
Mời gõ câu hỏi hoặc bấm một nút dưới đây.
Cần gặp cán bộ, xin gọi {HOTLINE}."""
    assert await chat.say("xin chào") == expected
    assert await chat.say("/start") == expected
    assert chat.buttons == [
        "Tra cứu hồ sơ",
        "Tra cứu thủ tục",
        "Gặp cán bộ",
        "Giờ làm việc",
        "Địa chỉ Văn phòng",
        "Trợ giúp",
    ]


async def test_an_official_is_greeted_by_name(office: AsyncSession, chat_as: ChatAs) -> None:
    await office.close()
    chat = await chat_as(cast.person(cast.OFFICER))
    assert (await chat.say("xin chào")).startswith("Chào đồng chí Đức. ")
    assert await chat.say("cảm ơn nhé") == "Cảm ơn đồng chí Đức. Chúc đồng chí công tác tốt."
    stranger = await chat_as()
    assert (await stranger.say("cảm ơn")).startswith("Cảm ơn Anh/Chị.")


async def test_the_language_is_changed_and_kept(office: AsyncSession, chat_as: ChatAs) -> None:
    await office.close()
    chat = await chat_as()
    assert await chat.say("đổi ngôn ngữ") == "Anh/Chị muốn trợ lý trả lời bằng ngôn ngữ nào?"
    assert await chat.press("English") == "From now on the assistant answers in English."
    assert (await chat.say("/start")).startswith("Hello. This is the automatic assistant")
    assert await chat.say("nói tiếng Việt nhé") == "Từ nay trợ lý sẽ trả lời bằng tiếng Việt."


async def test_facts_of_the_office_are_told_as_they_are_asked(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    await office.close()
    chat = await chat_as()
    assert await chat.say("địa chỉ văn phòng") == "Địa chỉ: Số 1 đường Ví Dụ"
    assert await chat.say("số điện thoại văn phòng") == "Điện thoại: 0205 3000 100"
    card = f"""\
Địa chỉ: Số 1 đường Ví Dụ
Giờ làm việc: 07:30–11:30 và 13:30–17:00, từ thứ Hai đến thứ Sáu
Điện thoại: 0205 3000 100
Đường dây nóng: {HOTLINE}"""
    assert await chat.say("trang web của ủy ban") == (
        f"Nội dung này chưa có trong thông tin công bố của Văn phòng.\n{card}"
    )
    assert await chat.say("thông tin văn phòng") == (
        f"Thông tin Văn phòng\n{card}\nHiện nay Văn phòng đang làm việc."
    )


@pytest.mark.parametrize(
    ("now", "words", "answer"),
    [
        ("2026-11-25 09:00", "văn phòng mấy giờ mở cửa", "Hiện nay Văn phòng đang làm việc."),
        (
            "2026-11-25 12:00",
            "giờ làm việc",
            "Hiện nay Văn phòng không làm việc.\nGiờ mở cửa tiếp theo: 13:30 thứ Tư 25/11/2026.",
        ),
        (
            "2026-11-21 09:00",
            "hôm nay văn phòng có mở cửa không",
            "Văn phòng nghỉ thứ Bảy 21/11/2026.\n"
            "Giờ mở cửa tiếp theo: 07:30 thứ Hai 23/11/2026.\n"
            "Chưa có thông báo chính thức về ngày nghỉ thứ Hai 23/11/2026, "
            "nên thông tin này là tạm tính.",
        ),
        (
            "2026-11-25 09:00",
            "thứ bảy văn phòng có mở cửa không",
            "Văn phòng nghỉ thứ Bảy 28/11/2026.\nGiờ mở cửa tiếp theo: 07:30 thứ Hai 30/11/2026.",
        ),
        (
            "2026-11-24 09:00",
            "hôm nay văn phòng có mở cửa không",
            "Văn phòng nghỉ thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam).\n"
            "Giờ mở cửa tiếp theo: 07:30 thứ Tư 25/11/2026.",
        ),
        (
            "2026-11-25 09:00",
            "mai văn phòng có làm việc không",
            "Văn phòng làm việc thứ Năm 26/11/2026.",
        ),
    ],
)
async def test_whether_it_is_open_follows_the_calendar(
    office: AsyncSession, chat_as: ChatAs, hands: Hands, now: str, words: str, answer: str
) -> None:
    await office.close()
    hands.set(now)
    chat = await chat_as()
    assert await chat.say(words) == (
        f"Giờ làm việc: 07:30–11:30 và 13:30–17:00, từ thứ Hai đến thứ Sáu\n{answer}"
    )


@pytest.fixture
async def phone_book(office: AsyncSession) -> None:
    """What people are in charge of, and telephones that are nobody else's business."""
    async with office:
        for person_id, fields, phone in (
            (cast.LEADER, "tổng hợp", "0900 000 001"),
            (cast.HEAD, "giáo dục; y tế", "0900 000 002"),
            (cast.OFFICER, "giáo dục", "0900 000 003"),
        ):
            person = await office.get_one(Person, person_id)
            person.fields_in_charge, person.phone = fields, phone
        await office.commit()


@pytest.mark.usefixtures("phone_book")
async def test_citizens_find_heads_and_leaders_with_the_desks_telephone_only(
    chat_as: ChatAs,
) -> None:
    chat = await chat_as()
    assert (
        await chat.say("ai phụ trách giáo dục")
        == """\
Lý Thị Hoa, Trưởng phòng
Phòng Khoa giáo – Văn xã
Phụ trách: giáo dục; y tế
Điện thoại đơn vị: 0205 3000 101"""
    )
    assert (await chat.say("ai phụ trách chăn nuôi")).startswith("Chưa tìm thấy người phù hợp")
    assert (await chat.say("tìm người phụ trách")).startswith("Mời nêu tên, chức vụ")


@pytest.mark.usefixtures("phone_book")
async def test_colleagues_find_one_another_and_choose_among_several(chat_as: ChatAs) -> None:
    chat = await chat_as(cast.person(cast.COLLEAGUE))
    assert (
        await chat.say("ai phụ trách giáo dục")
        == """\
Có 2 người phù hợp:
1. Lý Thị Hoa, Trưởng phòng, Phòng Khoa giáo – Văn xã
2. Hoàng Minh Đức, Chuyên viên, Phòng Khoa giáo – Văn xã"""
    )
    assert "Điện thoại: 0900 000 003" in await chat.press("Hoàng Minh Đức")


async def test_a_long_list_of_people_goes_on(office: AsyncSession, chat_as: ChatAs) -> None:
    async with office:
        for number in range(6):
            await make.person(
                office, f"Nguyễn Thị Số {number}", unit_id=cast.JUSTICE, title="Chuyên viên"
            )
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    assert (await chat.say("phòng Nội chính có những ai")).startswith("Có 8 người phù hợp:")
    assert "8. Nguyễn Thị Số 5" in await chat.press("Xem thêm")


async def test_somebodys_brief_at_any_time(office: AsyncSession, chat_as: ChatAs) -> None:
    async with office:
        officer = await office.get_one(Person, cast.OFFICER)
        await make.meeting(office, "2026-11-25 14:00", officer)
        for days in range(4):
            await make.document(
                office,
                f"{days + 1}/SYT-NVY",
                holder_id=cast.OFFICER,
                due_on=YESTERDAY + dt.timedelta(days=days),
            )
        await cast.add_dossier(office, 1, due=cast.TODAY, holder_id=cast.OFFICER)
        await cast.add_petition(
            office,
            1,
            kind=PetitionKind.DENUNCIATION,
            due=cast.TODAY,
            holder_id=cast.OFFICER,
        )
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    assert (
        await chat.say("hôm nay có gì")
        == """\
Chào đồng chí Đức. Hôm nay là thứ Tư 25/11/2026.

Lịch họp hôm nay: 1 cuộc
1. 14:00 · Giao ban lãnh đạo Văn phòng
Phòng họp số 2

Văn bản: 1 quá hạn, 1 đến hạn hôm nay, 2 sắp đến hạn
2. 1/SYT-NVY · Quá 1 giờ 30 phút làm việc (hạn thứ Ba 24/11/2026)
V/v triển khai tiêm chủng mở rộng (Sở Y tế)
3. 2/SYT-NVY · Hạn hôm nay, thứ Tư 25/11/2026
V/v triển khai tiêm chủng mở rộng (Sở Y tế)
4. 3/SYT-NVY · Còn 1 ngày làm việc (hạn thứ Năm 26/11/2026)
V/v triển khai tiêm chủng mở rộng (Sở Y tế)
và 1 việc khác.

Hồ sơ: 1 đến hạn hôm nay
5. H37.12-261116-0001 · Hạn hôm nay, thứ Tư 25/11/2026
Hưởng trợ cấp xã hội hằng tháng

Đơn thư: 1 đến hạn hôm nay
6. ĐT-2026-0001 · Hạn hôm nay, thứ Tư 25/11/2026

Tính đến 08:00 thứ Hai 16/11/2026. Từ đó đến nay có thể đã thay đổi."""
    )
    assert chat.buttons == [
        "Việc 2: đã xong",
        "Việc 2: nhắc lại sau",
        "Việc 3: đã xong",
        "Việc 3: nhắc lại sau",
        "Việc 4: đã xong",
        "Việc 4: nhắc lại sau",
        "Văn bản quá hạn",
        "Văn bản sắp đến hạn",
        "Lịch họp",
    ]
    assert "1/SYT-NVY" in await chat.press("Văn bản quá hạn")
    await chat.say("hôm nay có gì")
    await chat.press("Việc 2: đã xong")
    assert "1/SYT-NVY" not in await chat.say("hôm nay có gì")


async def test_heads_hear_of_people_and_leaders_of_units(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        for holder in (cast.OFFICER, cast.OFFICER, cast.COLLEAGUE, None):
            await make.document(
                office,
                subject="Kế hoạch năm",
                holder_id=holder,
                unit_id=cast.CULTURE,
                due_on=YESTERDAY,
            )
        await cast.add_dossier(office, 1, due=YESTERDAY, unit_id=None)
        await office.commit()
    head = await chat_as(cast.person(cast.HEAD))
    said = await head.say("hôm nay có gì")
    assert "Đồng chí không có cuộc họp nào trong lịch hôm nay." in said
    assert "Kế hoạch năm (Sở Y tế) · Chưa phân công" in said
    assert "đã xong" not in " ".join(head.buttons)  # nobody holds it: there is nobody to say so
    assert (
        """\
Quá hạn trong đơn vị, theo từng người: 3 văn bản
Hoàng Minh Đức: 2 văn bản
Vi Thu Hà: 1 văn bản"""
        in said
    )
    leader = await chat_as(cast.person(cast.LEADER))
    assert (
        """\
Quá hạn theo đơn vị: tất cả 4 văn bản, 1 hồ sơ
Phòng Khoa giáo – Văn xã: 4 văn bản
Chưa phân công đơn vị: 1 hồ sơ"""
        in await leader.say("hôm nay có gì")
    )
    assert "4 văn bản quá hạn" in await leader.press("Văn bản quá hạn")


async def test_the_brief_of_another_day_has_that_days_meetings(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        officer = await office.get_one(Person, cast.OFFICER)
        await make.meeting(office, "2026-11-26 08:00", officer)
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    assert (
        await chat.say("ngày mai có việc gì")
        == """\
Chào đồng chí Đức. Hôm nay là thứ Tư 25/11/2026.

Lịch họp thứ Năm 26/11/2026: 1 cuộc
1. 08:00 · Giao ban lãnh đạo Văn phòng
Phòng họp số 2

Không có văn bản, hồ sơ hay đơn thư nào quá hạn hoặc đến hạn trong hai ngày làm việc tới."""
    )


async def test_a_citizens_brief_is_their_dossiers_and_a_strangers_what_they_can_do(
    office: AsyncSession, chat_as: ChatAs, hands: Hands
) -> None:
    async with office:
        await cast.add_dossier(office, 1, due=cast.TODAY, applicant_id=cast.CITIZEN)
        await office.commit()
    hands.set("2026-11-24 09:00")
    citizen = await chat_as(cast.person(cast.CITIZEN))
    assert (
        await citizen.say("hôm nay có gì")
        == """\
Chào Anh/Chị. Hôm nay là thứ Ba 24/11/2026.
Văn phòng nghỉ thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam).
Hồ sơ của Anh/Chị chưa kết thúc: 1
1. H37.12-261116-0001 · Hưởng trợ cấp xã hội hằng tháng: \
đang giải quyết, còn 1 ngày làm việc (thứ Tư 25/11/2026)
Tính đến 08:30 thứ Tư 25/11/2026."""
    )
    assert "1. H37.12-261116-0001" in await citizen.press("Hồ sơ")
    neighbour = await chat_as(cast.person(cast.NEIGHBOUR))
    assert "Không có hồ sơ nào chưa kết thúc" in await neighbour.say("hôm nay có gì")
    stranger = await chat_as()
    assert (await stranger.say("hôm nay có gì")).startswith("Tài khoản này chưa liên kết với ai")
    assert stranger.buttons[0] == "Tra cứu hồ sơ"


def test_a_day_worked_instead_of_another_is_named() -> None:
    from handlers.office.info import say_open
    from handlers.texts import speak

    saturday = dt.date(2026, 8, 22)
    calendar = WorkingCalendar.of([Override(day=saturday, off=False, name="Làm bù cho 31/8")])
    before = cast.at(dt.date(2026, 8, 20), 9)
    assert say_open(cast.at(saturday, 0), before, calendar, speak("vi", cast.ZONE)) == (
        "Văn phòng làm việc thứ Bảy 22/08/2026 (Làm bù cho 31/8).",
    )


async def test_a_fact_is_told_in_the_language_of_the_reply_when_the_office_gave_it(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    office.add(OfficeFact(key="hours.en", value="from half past seven to five"))
    await office.commit()
    chat = await chat_as()
    assert "from half past seven to five" in await chat.say("what are your office hours?")
    assert "half past" not in await chat.say("văn phòng làm việc mấy giờ?")
