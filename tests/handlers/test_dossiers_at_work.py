"""Dossiers as officers work with them: what is late, what waits for whom, what is done.

It is nine o'clock on Wednesday 25/11/2026; Tuesday was a holiday.
"""

import datetime as dt
from typing import Any

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import Store
from storage.models import (
    AuditEntry,
    Dossier,
    DossierEvent,
    DossierState,
    OnlineLevel,
    Procedure,
    TimeUnit,
    Unit,
)
from tests import cast
from tests import office as make
from tests.chat import ChatAs
from tests.hands import Hands

AS_OF = "\n\nTính đến 08:30 thứ Tư 25/11/2026."
HEALTH = 9
LAND = 2
S = DossierState


@pytest.fixture
async def office(office: AsyncSession) -> AsyncSession:
    """The same with a sở outside and a procedure about land."""
    office.add(Unit(id=HEALTH, code="SYT", name="Sở Y tế", outside=True))
    office.add(
        Procedure(
            id=LAND, code="1.900001", name="Cấp giấy chứng nhận quyền sử dụng đất",
            level="cấp tỉnh", field="Đất đai", agency="Sở Nông nghiệp và Môi trường", time_limit=20,
            time_unit=TimeUnit.WORKING_DAYS, online=OnlineLevel.PART,
            valid_from=dt.date(2026, 1, 1),
        )
    )  # fmt: skip
    await office.commit()
    return office


async def add(db: AsyncSession, number: int, due: str = "2026-11-20", **more: Any) -> str:
    values = {"due": make.day(due), "holder_id": cast.OFFICER, **more}
    return await cast.add_dossier(db, number, **values)


async def told(db: AsyncSession, number: int, *events: tuple[str, S, int]) -> None:
    """What happened to it: when, the state, the unit."""
    here = select(Dossier.id).where(Dossier.code == f"H37.12-261116-{number:04d}")
    dossier_id = (await db.exec(here)).one()
    for when, state, unit_id in events:
        db.add(
            DossierEvent(dossier_id=dossier_id or 0, at=make.at(when), state=state, unit_id=unit_id)
        )


async def test_an_officer_hears_of_their_late_dossiers_and_where_the_time_went(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        await add(office, 1)
        await told(
            office, 1,
            ("2026-11-16 07:30", S.RECEIVED, cast.ONE_STOP),
            ("2026-11-16 13:30", S.PROCESSING, HEALTH),
            ("2026-11-18 07:30", S.PROCESSING, cast.CULTURE),
        )  # fmt: skip
        await add(office, 2, "2026-11-18")
        await add(office, 3, "2026-11-30")
        await add(office, 4, "2026-11-10", state=S.SUPPLEMENT)
        await add(office, 5, "2026-11-10", holder_id=cast.COLLEAGUE)
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    assert await chat.say("hồ sơ quá hạn") == (
        "Đồng chí có 2 hồ sơ quá hạn.\n"
        "Chưa giải quyết xong 4: đang ở ta 3, chờ công dân bổ sung 1.\n"
        "\n"
        "1. H37.12-261116-0002 · Quá 4 ngày làm việc (hạn thứ Tư 18/11/2026)\n"
        "Hưởng trợ cấp xã hội hằng tháng\n"
        "2. H37.12-261116-0001 · Quá 2 ngày làm việc (hạn thứ Sáu 20/11/2026)\n"
        "Hưởng trợ cấp xã hội hằng tháng\n"
        "Đã ở KGVX 4 ngày 1 giờ, Sở Y tế 1 ngày 3 giờ, TTPVHCC 4 giờ" + AS_OF
    )
    assert chat.buttons == ["1", "2", "Sắp đến hạn", "Đang chờ ai"]


async def test_the_leaders_hear_of_the_whole_office_and_how_much_lies_elsewhere(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        await add(office, 1)
        await add(office, 2, "2026-11-19", unit_id=HEALTH, holder_id=None)
        await add(office, 3, state=S.SUPPLEMENT)
        await add(office, 4, state=S.PAYMENT)
        await add(office, 5, "2026-11-30", unit_id=HEALTH, holder_id=None)
        await add(office, 6, "2026-11-30", state=S.SUBMITTED)
        await add(office, 7, state=S.FINISHED)
        await office.commit()
    chat = await chat_as(cast.person(cast.LEADER))
    assert await chat.say("hồ sơ quá hạn") == (
        "Toàn Văn phòng có 2 hồ sơ quá hạn.\n"
        "Trong đó 1 đang ở ta, 1 đang ở cơ quan khác.\n"
        "Chưa giải quyết xong 6: đang ở ta 1, chờ công dân bổ sung 1, chờ nộp phí 1, "
        "chờ cơ quan khác 2, chờ tiếp nhận 1.\n"
        "\n"
        "Theo đơn vị: Phòng Khoa giáo – Văn xã 1; Sở Y tế 1.\n"
        "\n"
        "1. H37.12-261116-0002 · Quá 3 ngày làm việc (hạn thứ Năm 19/11/2026)\n"
        "Hưởng trợ cấp xã hội hằng tháng · Sở Y tế\n"
        "2. H37.12-261116-0001 · Quá 2 ngày làm việc (hạn thứ Sáu 20/11/2026)\n"
        "Hưởng trợ cấp xã hội hằng tháng · Đ/c Hoàng Minh Đức, Phòng Khoa giáo – Văn xã" + AS_OF
    )
    waiting = await chat.press("Đang chờ ai")
    assert waiting.startswith("Toàn Văn phòng có 4 hồ sơ đang chờ nơi khác.\n")
    assert "1. H37.12-261116-0002 · Quá 3 ngày làm việc" in waiting
    assert "2. H37.12-261116-0003 · chờ bổ sung giấy tờ\n" in waiting
    soon = await chat.press("Sắp đến hạn")
    assert soon.startswith(
        "Toàn Văn phòng có 1 hồ sơ sắp đến hạn, hạn từ thứ Tư 25/11/2026 đến thứ Tư 02/12/2026.\n"
    )
    assert "1. H37.12-261116-0005 · còn 3 ngày làm việc (thứ Hai 30/11/2026)" in soon


async def test_of_a_field_of_a_unit_and_of_a_time(office: AsyncSession, chat_as: ChatAs) -> None:
    async with office:
        await add(office, 1)
        await add(office, 2, "2026-10-20", unit_id=cast.JUSTICE)
        other = (await office.exec(select(Dossier).where(col(Dossier.due_on) < FIRST))).one()
        other.procedure_id = LAND
        office.add(other)
        await office.commit()
    chat = await chat_as(cast.person(cast.LEADER))
    for words in ("hồ sơ đất đai quá hạn", "ho so dat dai qua han"):
        land = await chat.say(words)
        assert land.startswith("Toàn Văn phòng có 1 hồ sơ quá hạn về “")
        assert "0002" in land
        assert "0001" not in land
    unknown = await chat.say("hồ sơ khoáng sản quá hạn")
    assert "có 2 hồ sơ quá hạn.\n" in unknown
    assert "Chưa thấy lĩnh vực hay thủ tục nào tên “khoáng sản” trong danh mục" in unknown, unknown
    room = await chat.say("hồ sơ quá hạn phòng Nội chính")
    assert room.startswith("Phòng Nội chính có 1 hồ sơ quá hạn.\n")
    month = await chat.say("hồ sơ quá hạn tháng này")
    assert month.startswith(
        "Toàn Văn phòng có 1 hồ sơ quá hạn, hạn từ Chủ nhật 01/11/2026 đến thứ Ba 24/11/2026.\n"
    )
    assert (await chat.say("hồ sơ sắp đến hạn")).startswith(
        "Toàn Văn phòng không có hồ sơ nào sắp đến hạn"
    )


FIRST = dt.date(2026, 11, 1)


async def test_nobody_hears_of_dossiers_that_are_not_theirs(
    office: AsyncSession, chat_as: ChatAs
) -> None:
    async with office:
        await add(office, 1, holder_id=cast.PETITION_DESK, unit_id=cast.JUSTICE)
        await add(office, 2)
        await office.commit()
    head = await chat_as(cast.person(cast.HEAD))
    assert (await head.say("hồ sơ quá hạn")).startswith("Phòng Khoa giáo – Văn xã có 1 hồ sơ quá")
    for words in ("hồ sơ quá hạn toàn văn phòng", "hồ sơ quá hạn phòng Nội chính"):
        heard = await head.say(words)
        assert "0001" not in heard
        assert "Danh sách chỉ gồm những hồ sơ đồng chí được xem" in heard
    admin = await chat_as(cast.person(cast.ADMIN))
    assert (await admin.say("hồ sơ quá hạn")).startswith("Không có hồ sơ nào")
    citizen = await chat_as(cast.person(cast.CITIZEN))
    assert "quá hạn" not in await citizen.say("hồ sơ quá hạn")
    clerk = await chat_as(cast.person(cast.DESK_CLERK))
    assert (await clerk.say("hồ sơ quá hạn")).startswith(
        "Trong các hồ sơ đồng chí được xem có 2 hồ sơ quá hạn.\n"
    )


async def test_the_numbers_of_a_list_that_goes_on_keep_their_meaning(
    office: AsyncSession, chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with office:
        codes = [await add(office, number, f"2026-11-{number:02}") for number in range(2, 10)]
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    first = await chat.say("hồ sơ quá hạn")
    assert chat.buttons[:7] == ["1", "2", "3", "4", "5", "6", "Xem thêm"]
    rest = await chat.press("Xem thêm")
    assert rest.startswith("Đồng chí có 8 hồ sơ quá hạn.\n\n7. H37.12-261116-0008")
    assert chat.buttons[:3] == ["7", "8", "Trang trước"]
    done = await chat.say("xong 1, 8")
    assert done == (
        "Đã ghi nhận hồ sơ H37.12-261116-0002 giải quyết xong lúc 09:00 thứ Tư 25/11/2026.\n"
        "Đã ghi nhận hồ sơ H37.12-261116-0009 giải quyết xong lúc 09:00 thứ Tư 25/11/2026.\n"
        "Trợ lý không ghi vào phần mềm một cửa: mời đồng chí cập nhật cả ở đó."
    )
    assert await states(sqlite_store, codes[0], codes[7], codes[1]) == ["9", "9", "4"]
    assert "6. H37.12-261116-0007" in first


async def states(store: Store, *codes: str) -> list[str]:
    async with store.reading() as db:
        rows = (await db.exec(select(Dossier.code, Dossier.state))).all()
    by_code = {code: DossierState(state).value for code, state in rows}
    return [by_code[code] for code in codes]


async def test_what_is_done_is_undone_by_a_word_or_a_press(
    office: AsyncSession, chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    async with office:
        codes = [await add(office, number) for number in (1, 2, 3)]
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    await chat.say("hồ sơ quá hạn")
    await chat.say("xong 2 việc đầu")
    assert chat.buttons == ["Hoàn tác"]
    hands.forward(minutes=5)
    assert await chat.say("hoàn tác") == (
        "Đã hoàn tác: hồ sơ H37.12-261116-0001 lại đang giải quyết.\n"
        "Đã hoàn tác: hồ sơ H37.12-261116-0002 lại đang giải quyết."
    )
    assert await states(sqlite_store, *codes) == ["4", "4", "4"]
    await chat.say("xong 3")
    assert (await chat.press("Hoàn tác")).startswith("Đã hoàn tác: hồ sơ H37.12-261116-0003")
    await chat.say("xong 3")
    hands.forward(minutes=11)
    assert (await chat.press("Hoàn tác")).startswith("Không có gì để hoàn tác")
    assert await states(sqlite_store, *codes) == ["4", "4", "9"]
    async with sqlite_store.reading() as db:
        acts = [entry.act for entry in await db.exec(select(AuditEntry))]
    assert acts.count("dossier.done") == 4
    assert acts.count("dossier.undone") == 3


async def test_why_something_was_not_done_is_told_line_by_line(
    office: AsyncSession, chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with office:
        codes = [
            await add(office, 1, "2026-11-16"),
            await add(office, 2, "2026-11-17", state=S.RECEIVED),
            await add(office, 3, "2026-11-18", holder_id=cast.COLLEAGUE),
        ]
        await office.commit()
    head = await chat_as(cast.person(cast.HEAD))
    await head.say("hồ sơ quá hạn")
    assert await head.say("xong 1") == (
        "Hồ sơ H37.12-261116-0001 nay không do đồng chí giữ, nên chưa ghi nhận gì."
    )
    chat = await chat_as(cast.person(cast.OFFICER))
    await chat.say("hồ sơ phòng mình quá hạn")
    heard = await chat.say("xong 1-3")
    assert heard.splitlines()[0].startswith("Đã ghi nhận hồ sơ H37.12-261116-0001")
    assert heard.splitlines()[1:3] == [
        "Hồ sơ H37.12-261116-0002 đã tiếp nhận, nên chưa ghi nhận xong được.",
        "Hồ sơ H37.12-261116-0003 nay không do đồng chí giữ, nên chưa ghi nhận gì.",
    ]
    assert await states(sqlite_store, *codes) == ["9", "2", "4"]


async def test_a_card_can_be_finished_by_its_button_or_a_word(
    office: AsyncSession, chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with office:
        codes = [await add(office, 1), await add(office, 2), await add(office, 3)]
        await add(office, 4, holder_id=cast.COLLEAGUE)
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    await chat.say(codes[0])
    assert chat.buttons == ["Đã xong", "Xem dòng thời gian"]
    assert (await chat.press("Đã xong")).startswith("Đã ghi nhận hồ sơ H37.12-261116-0001")
    await chat.say(codes[1])
    assert (await chat.say("xong rồi")).startswith("Đã ghi nhận hồ sơ H37.12-261116-0002")
    await chat.say("H37.12-261116-0004")
    assert chat.buttons == ["Xem dòng thời gian"]
    await chat.say(codes[2])
    async with sqlite_store.sessions() as db, db.begin():
        third = (await db.exec(select(Dossier).where(Dossier.code == codes[2]))).one()
        third.due_on, third.due_version = dt.date(2026, 12, 1), 2
        db.add(third)
    assert (await chat.press("Đã xong")).startswith("Thời hạn của hồ sơ H37.12-261116-0003 đã")
    assert await states(sqlite_store, *codes) == ["9", "9", "4"]


async def test_it_speaks_english_too(office: AsyncSession, chat_as: ChatAs) -> None:
    async with office:
        await add(office, 1)
        await office.commit()
    chat = await chat_as(cast.person(cast.OFFICER))
    assert (await chat.say("overdue dossiers")).startswith(
        "You have one overdue dossier.\nStill open 1: with us 1.\n"
    )
    assert "was finished at 09:00" in await chat.say("I am done with number 1")
