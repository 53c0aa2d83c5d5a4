"""“Đơn của tôi đến đâu rồi?”, and what is never said about a petition."""

import datetime as dt

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import DayKind, DayOverride, PetitionKind, PetitionState
from tests import cast
from tests.chat import ChatAs
from tests.hands import Hands

DUE = dt.date(2026, 12, 10)


@pytest.fixture
async def codes(office: AsyncSession) -> dict[PetitionKind, str]:
    """One of each kind, sent by the citizen, held by the officer."""
    async with office:
        found = {
            kind: await cast.add_petition(
                office,
                number,
                kind=kind,
                due=DUE,
                sender_id=cast.CITIZEN,
                holder_id=cast.OFFICER,
            )
            for number, kind in enumerate(PetitionKind, 1)
        }
        await office.commit()
    return found


async def test_its_holder_hears_all_of_a_complaint(
    codes: dict[PetitionKind, str], chat_as: ChatAs
) -> None:
    chat = await chat_as(cast.person(cast.OFFICER))
    assert (
        await chat.say(f"đơn {codes[PetitionKind.COMPLAINT]}")
        == """\
Đơn ĐT-2026-0001
Đơn khiếu nại.
Nội dung: Bồi thường khi thu hồi đất
Tiếp nhận thứ Ba 10/11/2026.
Trạng thái: đang xác minh.
Đơn vị xử lý: Phòng Khoa giáo – Văn xã. Người giữ: Hoàng Minh Đức.
Thời hạn: còn 11 ngày làm việc (thứ Năm 10/12/2026).
Tính đến 08:30 thứ Tư 25/11/2026."""
    )


async def test_even_its_holder_sees_a_denunciation_by_its_code_alone(
    codes: dict[PetitionKind, str], chat_as: ChatAs
) -> None:
    chat = await chat_as(cast.person(cast.OFFICER))
    said = await chat.say(codes[PetitionKind.DENUNCIATION])
    assert said.startswith("Đơn ĐT-2026-0002\nTiếp nhận")
    assert "tố cáo" not in said.lower()
    assert "thu hồi đất" not in said


@pytest.mark.parametrize(
    "person",
    [cast.LEADER, cast.HEAD, cast.COLLEAGUE, cast.PETITION_DESK, cast.ADMIN, cast.CITIZEN],
)
async def test_a_denunciation_reads_like_a_code_that_does_not_exist(
    codes: dict[PetitionKind, str], chat_as: ChatAs, person: int
) -> None:
    chat = await chat_as(cast.person(person))
    there, missing = codes[PetitionKind.DENUNCIATION], "ĐT-2026-9999"
    assert (await chat.say(there)).replace(there, missing) == await chat.say(missing)


async def test_to_somebody_unlinked_every_code_gets_the_same_words(
    codes: dict[PetitionKind, str], chat_as: ChatAs
) -> None:
    chat = await chat_as()
    said = {await chat.say(code) for code in (*codes.values(), "ĐT-2026-9999")}
    said.add(await chat.say("đơn của tôi đến đâu rồi"))
    assert said == {
        """\
Để tra cứu, Anh/Chị cần có mã đơn ghi trên giấy biên nhận.
Vì đơn thư liên quan đến đời tư, tình trạng đơn chỉ được trả lời trực tiếp tại Ban Tiếp công dân \
hoặc qua tài khoản đã liên kết với người gửi. \
Mời Anh/Chị mang theo giấy biên nhận và giấy tờ tùy thân."""
    }


async def test_the_sender_hears_a_coarse_stage_of_all_but_denunciations(
    codes: dict[PetitionKind, str], chat_as: ChatAs
) -> None:
    chat = await chat_as(cast.person(cast.CITIZEN))
    said = await chat.say("đơn của tôi đến đâu rồi")
    assert said.startswith(
        """\
Các đơn Anh/Chị đã gửi (2):
1. ĐT-2026-0003 (nhận thứ Ba 10/11/2026): Đơn đang được xem xét, giải quyết.
2. ĐT-2026-0001 (nhận thứ Ba 10/11/2026): Đơn đang được xem xét, giải quyết.
"""
    )
    one = await chat.say(codes[PetitionKind.PROPOSAL])
    assert one.startswith("ĐT-2026-0003 (nhận thứ Ba 10/11/2026): Đơn đang được")
    assert codes[PetitionKind.DENUNCIATION] not in said


async def test_a_sender_with_many_petitions_sees_a_screen_at_a_time(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        for number in range(1, 7):
            await cast.add_petition(office, number, sender_id=cast.CITIZEN)
        await office.commit()
    chat = await chat_as(cast.person(cast.CITIZEN))
    await chat.say("đơn của tôi")
    assert chat.buttons == ["Xem thêm"]
    assert "6. ĐT-2026-0001" in await chat.press("Xem thêm")


async def test_a_citizen_without_petitions_is_not_told_that_there_are_none(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    await office.close()
    chat = await chat_as(cast.person(cast.NEIGHBOUR))
    assert (await chat.say("đơn của tôi")).startswith(
        "Tài khoản này chưa liên kết với đơn nào tra cứu được qua tin nhắn."
    )


async def test_the_desk_and_the_leaders_see_the_open_ones_without_denunciations(
    codes: dict[PetitionKind, str], chat_as: ChatAs
) -> None:
    for person in (cast.LEADER, cast.PETITION_DESK):
        chat = await chat_as(cast.person(person))
        said = await chat.say("tra cứu đơn thư cả văn phòng")
        assert said.startswith("Có 2 đơn chưa xong, hạn gần nhất ở trên:\n1. ĐT-2026-0001: đang")
        assert codes[PetitionKind.DENUNCIATION] not in said


async def test_an_officers_list_goes_on_and_opens_each(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        for number in range(1, 6):
            await cast.add_petition(office, number, due=DUE, holder_id=cast.OFFICER)
        await cast.add_petition(
            office, 6, state=PetitionState.SUSPENDED, holder_id=cast.OFFICER, unit_id=None
        )
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    first = await chat.say("đơn thư của tôi")
    assert first.startswith(
        "Đồng chí đang giữ 6 đơn chưa xong:\n"
        "1. ĐT-2026-0001: đang xác minh, còn 11 ngày làm việc (thứ Năm 10/12/2026)\n"
    )
    rest = await chat.press("Xem thêm")
    assert "6. ĐT-2026-0006: tạm đình chỉ, không tính thời gian tạm đình chỉ" in rest
    assert "Chưa phân công đơn vị xử lý." in await chat.press("ĐT-2026-0006")
    empty = await chat_as(cast.person(cast.COLLEAGUE))
    assert (await empty.say("đơn thư của tôi")).startswith("Không có đơn nào chưa xong")


async def test_every_state_has_words_in_both_languages(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        codes = [
            await cast.add_petition(
                office,
                number,
                state=state,
                due=DUE,
                holder_id=cast.OFFICER,
                sender_id=cast.CITIZEN,
            )
            for number, state in enumerate(PetitionState, 1)
        ]
        await office.commit()
    for person in (cast.OFFICER, cast.CITIZEN):
        chat = await chat_as(cast.person(person))
        for code in codes:
            assert "Tính đến 08:30" in await chat.say(f"đơn {code} đến đâu rồi")
            assert "As of 08:30" in await chat.say(f"what is the status of my petition {code}")


async def test_a_count_over_a_day_without_notice_is_provisional(
    office: AsyncSession, chat_as: ChatAs, hands: Hands
) -> None:
    async with office:
        office.add(
            DayOverride(
                day=dt.date(2026, 11, 23), kind=DayKind.OFF, name="Đề xuất nghỉ", official=False
            )
        )
        code = await cast.add_petition(office, 1, due=dt.date(2026, 11, 26), holder_id=cast.OFFICER)
        await cast.add_petition(office, 2, holder_id=cast.OFFICER)
        await office.commit()
    hands.set("2026-11-21 09:00")
    chat = await chat_as(cast.person(cast.OFFICER))
    for words in (code, "đơn thư của tôi"):
        assert "Số ngày là tạm tính: chưa có thông báo chính thức" in await chat.say(words)
    assert "2. ĐT-2026-0002: đang xác minh, chưa có hạn" in await chat.say("đơn thư của tôi")


async def test_a_petition_nobody_holds_names_the_unit(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        code = await cast.add_petition(office, 1, due=DUE)
        await office.commit()
    chat = await chat_as(cast.person(cast.HEAD))
    assert "Đơn vị xử lý: Phòng Khoa giáo – Văn xã.\n" in await chat.say(code)
