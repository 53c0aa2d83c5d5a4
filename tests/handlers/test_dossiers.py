"""“Hồ sơ của tôi tới đâu rồi?”, as citizens and officials ask it."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import Store
from storage.models import DayKind, DayOverride, Dossier, DossierState
from tests import cast
from tests import office as make
from tests.chat import ChatAs
from tests.hands import Hands

FRIDAY = dt.date(2026, 11, 27)
ASK_FOR_CODE = """\
Mời Anh/Chị gửi mã hồ sơ in trên giấy tiếp nhận hồ sơ và hẹn trả kết quả.
Mã có dạng 000.00.12.H37-261116-0045; gõ chữ thường hay thiếu dấu chấm cũng được."""


async def test_with_the_code_alone_a_stranger_hears_state_due_date_and_office(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        code = await cast.add_dossier(
            office, 1, due=FRIDAY, holder_id=cast.OFFICER, applicant_id=cast.CITIZEN
        )
        await office.commit()
    chat = await chat_as()
    expected = """\
Hồ sơ H37.12-261116-0001
Hồ sơ đang được giải quyết tại Trung tâm Phục vụ hành chính công.
Hạn trả kết quả là thứ Sáu 27/11/2026, còn 2 ngày làm việc.
Tiếp theo: kết quả được chuyển về Trung tâm Phục vụ hành chính công để trả Anh/Chị.
Lúc này Anh/Chị chưa phải làm gì thêm.
Tính đến 08:30 thứ Tư 25/11/2026.

Chủ hồ sơ xem được thêm: mời bấm nút dưới đây, hoặc gửi mã kèm bốn số cuối của số điện thoại \
đã đăng ký."""
    assert await chat.say(f"hồ sơ {code} tới đâu rồi") == expected
    assert chat.buttons == ["Xem chi tiết (chủ hồ sơ)", "Xem dòng thời gian", "Theo dõi"]
    assert await chat.say("h37.12 261116 0001") == expected


async def test_people_of_the_office_are_told_kindly_that_there_is_no_such_code(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    await office.close()
    chat = await chat_as(cast.person(cast.HEAD))
    assert (
        await chat.say("H37.12-261116-9999")
        == """\
Chưa tìm thấy hồ sơ mang mã H37.12-261116-9999.
Xin kiểm tra lại mã trên giấy hẹn. Hồ sơ vừa nộp có thể cần ít phút mới hiện ra."""
    )


async def test_the_applicant_hears_what_to_do_and_that_the_clock_stands_still(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        code = await cast.add_dossier(
            office,
            1,
            due=FRIDAY,
            state=DossierState.SUPPLEMENT,
            applicant_id=cast.CITIZEN,
            waiting_since=cast.at(dt.date(2026, 11, 20), 10),
            missing="Bản sao giấy khai sinh",
        )
        await office.commit()
    chat = await chat_as(cast.person(cast.CITIZEN))
    assert (
        await chat.say(code)
        == """\
Hồ sơ H37.12-261116-0001
Hưởng trợ cấp xã hội hằng tháng
Hồ sơ đang tạm dừng để chờ Anh/Chị bổ sung giấy tờ.
Tạm dừng từ 10:00 thứ Sáu 20/11/2026.
Thời gian chờ không tính vào thời hạn giải quyết. \
Hạn trả ghi lúc tạm dừng là thứ Sáu 27/11/2026 và sẽ lùi theo số ngày chờ.
Cách tính hạn: Nhận 09:00 thứ Hai 16/11/2026, thời hạn 10 ngày làm việc.
Tiếp theo: khi nhận đủ giấy tờ, hồ sơ được giải quyết tiếp.
Việc cần làm bây giờ: bổ sung giấy tờ theo phiếu yêu cầu đã gửi Anh/Chị.
Giấy tờ cần bổ sung: Bản sao giấy khai sinh.
Nơi giải quyết: Phòng Khoa giáo – Văn xã, điện thoại 0205 3000 101.
Tính đến 08:30 thứ Tư 25/11/2026."""
    )


async def test_mine_from_somebody_unlinked_asks_for_the_code_and_never_says_there_is_none(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    await office.close()
    chat = await chat_as()
    assert await chat.say("hồ sơ của tôi tới đâu rồi") == ASK_FOR_CODE
    assert await chat.say("ho so cua toi toi dau roi") == ASK_FOR_CODE


async def test_mine_from_a_linked_citizen_is_a_list_of_one_screen(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        for number in range(1, 7):
            await cast.add_dossier(
                office,
                number,
                due=FRIDAY + dt.timedelta(days=3 * number),
                applicant_id=cast.CITIZEN,
            )
        await cast.add_dossier(office, 7, state=DossierState.RETURNED, applicant_id=cast.CITIZEN)
        await cast.add_dossier(office, 8, due=FRIDAY, applicant_id=cast.NEIGHBOUR)
        await office.commit()
    chat = await chat_as(cast.person(cast.CITIZEN))
    first = await chat.say("hồ sơ của tôi")
    assert first.splitlines()[0] == "Anh/Chị có 6 hồ sơ chưa kết thúc:"
    assert first.splitlines()[1] == (
        "1. H37.12-261116-0001 · Hưởng trợ cấp xã hội hằng tháng: "
        "đang giải quyết, còn 3 ngày làm việc (thứ Hai 30/11/2026)"
    )
    assert first.count("H37.12") == 5
    assert chat.buttons[-1] == "Xem thêm"
    rest = await chat.press("Xem thêm")
    assert rest.splitlines()[1].startswith("6. H37.12-261116-0006")
    assert "Xem thêm" not in chat.buttons
    assert (await chat.press("H37.12-261116-0006")).startswith("Hồ sơ H37.12-261116-0006\n")


async def test_a_linked_citizen_without_open_dossiers_may_still_send_a_code(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    await office.close()
    chat = await chat_as(cast.person(cast.CITIZEN))
    assert await chat.say("hồ sơ của tôi") == (
        "Anh/Chị không có hồ sơ nào chưa kết thúc trong các hồ sơ đã liên kết với tài khoản này. "
        "Nếu có mã hồ sơ khác, mời Anh/Chị gửi mã."
    )


async def test_officials_hear_who_holds_it(office: AsyncSession, chat_as: ChatAs) -> None:
    async with office:
        code = await cast.add_dossier(office, 1, due=dt.date(2026, 11, 20), holder_id=cast.OFFICER)
        await office.commit()
    chat = await chat_as(cast.person(cast.HEAD))
    assert (
        await chat.say(code)
        == """\
Hồ sơ H37.12-261116-0001
Hưởng trợ cấp xã hội hằng tháng
Trạng thái: đang giải quyết.
Nơi giải quyết: Phòng Khoa giáo – Văn xã. Người giữ: Hoàng Minh Đức.
Hạn trả thứ Sáu 20/11/2026, đã quá hạn 2 ngày làm việc.
Tính đến 08:30 thứ Tư 25/11/2026."""
    )
    registry = await chat_as(cast.person(cast.REGISTRY_CLERK))
    assert "Nơi tiếp nhận: Trung tâm Phục vụ hành chính công." in await registry.say(code)
    assert "Hoàng Minh Đức" not in await registry.say(code)


async def test_an_officer_hears_what_they_hold_and_a_head_what_the_unit_has(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        await cast.add_dossier(office, 1, due=FRIDAY, holder_id=cast.OFFICER)
        await cast.add_dossier(office, 2, due=FRIDAY, holder_id=cast.COLLEAGUE)
        await office.commit()
    officer = await chat_as(cast.person(cast.OFFICER))
    mine = await officer.say("hồ sơ của tôi")
    assert mine.startswith("Đồng chí đang giữ 1 hồ sơ chưa giải quyết xong:\n1. H37")
    head = await chat_as(cast.person(cast.HEAD))
    assert (await head.say("hồ sơ của phòng tôi")).startswith("Có 2 hồ sơ chưa giải quyết xong")
    other = await chat_as(cast.person(cast.OTHER_HEAD))
    assert (await other.say("hồ sơ của tôi")).startswith("Không có hồ sơ nào chưa giải quyết xong")


@pytest.mark.parametrize("asker", [None, cast.CITIZEN, cast.OFFICER])
async def test_every_state_has_words_for_everybody_in_both_languages(
    office: AsyncSession, chat_as: ChatAs, asker: int | None
) -> None:
    async with office:
        codes = [
            await cast.add_dossier(
                office,
                number,
                due=FRIDAY,
                state=state,
                applicant_id=cast.CITIZEN,
                holder_id=cast.OFFICER,
            )
            for number, state in enumerate(DossierState, 1)
        ]
        await office.commit()
    chat = await chat_as(cast.person(asker) if asker else None)
    for code in codes:
        vietnamese = await chat.say(f"hồ sơ {code} tới đâu rồi")
        assert vietnamese.startswith(f"Hồ sơ {code}\n")
        assert "\nTính đến 08:30 thứ Tư 25/11/2026." in vietnamese
        english = await chat.say(f"where is my dossier {code}")
        assert english.startswith(f"Dossier {code}\n")
        assert "\nAs of 08:30 Wednesday 25/11/2026." in english


async def test_a_dossier_that_has_no_unit_no_time_and_no_procedure_yet(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        bare = await make.dossier(
            office,
            state=DossierState.SUBMITTED,
            due_on=None,
            due_at=None,
            applicant_id=cast.CITIZEN,
        )
        desk = await cast.add_dossier(office, 1, unit_id=None, state=DossierState.RECEIVED)
        held_by_nobody = await cast.add_dossier(office, 2, due=FRIDAY)
        await office.commit()
    citizen = await chat_as(cast.person(cast.CITIZEN))
    assert "Hồ sơ đã gửi đến nơi tiếp nhận và đang chờ tiếp nhận." in await citizen.say(bare.code)
    assert (await citizen.say("hồ sơ của tôi")).splitlines()[1] == (
        f"1. {bare.code} · chưa ghi tên thủ tục: mới nộp, chờ tiếp nhận, chưa có hạn trả"
    )
    leader = await chat_as(cast.person(cast.LEADER))
    said = await leader.say(desk)
    assert "Chưa phân công nơi giải quyết.\nChưa có hạn trả." in said
    assert "Nơi giải quyết: Phòng Khoa giáo – Văn xã.\n" in await leader.say(held_by_nobody)


async def test_a_due_day_off_is_said_on_the_last_working_day_before(
    office: AsyncSession, chat_as: ChatAs, hands: Hands
) -> None:
    async with office:
        code = await cast.add_dossier(
            office, 1, due=dt.date(2026, 11, 28), applicant_id=cast.CITIZEN
        )
        await office.commit()
    hands.set("2026-11-27 09:00")
    chat = await chat_as(cast.person(cast.CITIZEN))
    assert (
        "Hạn trả kết quả là thứ Bảy 28/11/2026; hôm nay là ngày làm việc cuối trước hạn."
        in await chat.say(code)
    )
    assert "hôm nay là ngày làm việc cuối trước hạn (thứ Bảy 28/11/2026)" in await chat.say(
        "hồ sơ của tôi"
    )


async def test_a_count_over_a_day_without_notice_is_provisional(
    office: AsyncSession, chat_as: ChatAs, hands: Hands
) -> None:
    async with office:
        office.add(
            DayOverride(
                day=dt.date(2026, 11, 23), kind=DayKind.OFF, name="Đề xuất nghỉ", official=False
            )
        )
        code = await cast.add_dossier(
            office, 1, due=dt.date(2026, 11, 26), applicant_id=cast.CITIZEN
        )
        await office.commit()
    hands.set("2026-11-21 09:00")
    provisional = (
        "Số ngày là tạm tính: chưa có thông báo chính thức về ngày nghỉ thứ Hai 23/11/2026."
    )
    chat = await chat_as(cast.person(cast.CITIZEN))
    assert provisional in await chat.say(code)
    assert provisional in await chat.say("hồ sơ của tôi")


async def test_a_list_that_has_become_shorter_says_that_it_ends(
    office: AsyncSession, chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with office:
        for number in range(1, 7):
            await cast.add_dossier(office, number, due=FRIDAY, applicant_id=cast.CITIZEN)
        await office.commit()
    chat = await chat_as(cast.person(cast.CITIZEN))
    await chat.say("hồ sơ của tôi")
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(state=DossierState.RETURNED))
    assert await chat.press("Xem thêm") == "Danh sách đã hết."


async def test_in_a_list_what_waits_and_what_is_ready_count_no_days(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        for number, state in enumerate((DossierState.SUPPLEMENT, DossierState.FINISHED), 1):
            await cast.add_dossier(
                office, number, due=FRIDAY, state=state, applicant_id=cast.CITIZEN
            )
        await office.commit()
    chat = await chat_as(cast.person(cast.CITIZEN))
    assert (
        await chat.say("hồ sơ của tôi")
        == """\
Anh/Chị có 2 hồ sơ chưa kết thúc:
1. H37.12-261116-0001 · Hưởng trợ cấp xã hội hằng tháng: \
chờ bổ sung giấy tờ, tạm dừng tính thời hạn
2. H37.12-261116-0002 · Hưởng trợ cấp xã hội hằng tháng: đã có kết quả, chờ trả
Tính đến 08:30 thứ Tư 25/11/2026."""
    )
