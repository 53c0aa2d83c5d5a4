"""What the commands tell about reminders, a line each."""

from collections.abc import AsyncGenerator

import pytest_asyncio
from sqlmodel import select

from bot.assistant import Assistant, assistant
from bot.ledger import rehearsal
from bot.settings import Settings
from handlers.texts import speak
from scheduler.clock import VIETNAM
from storage import snoozes
from storage.engine import Store
from storage.models import ItemKind, Message, MessageKind, Person
from storage.viewer import Role
from tests import office as make
from tests.hands import MONDAY, Hands

SAY = speak("vi", VIETNAM)


@pytest_asyncio.fixture
async def office(sqlite_store: Store, hands: Hands) -> AsyncGenerator[Assistant]:
    settings = Settings(database_url=f"sqlite:///{sqlite_store.file}", _env_file=None)
    async with assistant(settings, hands) as opened:
        yield opened


@pytest_asyncio.fixture
async def hoa(sqlite_store: Store) -> Person:
    """She and her head are in KGVX; the Chánh Văn phòng is not."""
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db, "KGVX")
        lead = await make.unit(db, "VP")
        await make.person(db, "Lê Văn Trường", Role.HEAD, unit_id=unit.id)
        await make.person(db, "Nguyễn Thị Chánh", Role.LEADER, unit_id=lead.id)
        return await make.person(db, "Trần Thị Hoa", unit_id=unit.id)


async def test_who_would_be_told_what_and_why(
    office: Assistant, hoa: Person, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        hers = {"unit_id": hoa.unit_id, "holder_id": hoa.id}
        await make.document(db, "1/SYT-NVY", due_on=make.day("2026-11-12"), **hers)
        await make.document(db, "2/SYT-NVY", due_on=make.day("2026-11-16"), **hers)
        await make.document(db, "3/SYT-NVY", due_on=make.day("2026-11-17"), **hers)
        await make.document(db, "4/SYT-NVY", due_on=make.day("2026-11-12"), unit_id=hoa.unit_id)
        later = await make.document(db, "5/SYT-NVY", due_on=make.day("2026-11-30"), **hers)
        assert later.id
        await snoozes.snooze(
            db, make.viewer(hoa), ItemKind.DOCUMENT, later.id, until=MONDAY, now=MONDAY
        )
        await make.meeting(db, "2026-11-16 08:20", hoa)
    told = [line async for line in rehearsal(office, SAY, MONDAY)]
    day = "thứ Hai 16/11/2026"
    late = "quá hạn từ thứ Năm 12/11/2026"
    in_brief = f"– 07:30 {day} · bản tin sáng"
    assert told == [
        "Lê Văn Trường: 2 dòng",
        f"{in_brief} · 1/SYT-NVY {late} · lý do: trưởng đơn vị; trưởng đơn vị cần đôn đốc",
        f"{in_brief} · 4/SYT-NVY {late} · lý do: chưa có người xử lý, báo trưởng đơn vị; "
        "đã quá hạn, nhắc đến khi xong",
        "Trần Thị Hoa: 5 dòng",
        f"{in_brief} · 1/SYT-NVY {late} · lý do: người đang xử lý; đã quá hạn, nhắc đến khi xong",
        f"{in_brief} · 2/SYT-NVY đến hạn hôm nay · lý do: người đang xử lý; hôm nay là ngày cuối",
        f"{in_brief} · 3/SYT-NVY sắp đến hạn (thứ Ba 17/11/2026) · lý do: người đang xử lý; "
        "cần hoàn thành trong hai ngày",
        f"– 08:00 {day} · nhắc lại · 5/SYT-NVY đã hẹn nhắc lại · lý do: tự hẹn nhắc lại",
        f"– 08:00 {day} · nhắc họp · cuộc họp {day} · lý do: dự họp",
        "Tổng cộng 2 người, 7 dòng. Chỉ diễn tập, không gửi và không ghi gì.",
    ]
    async with sqlite_store.reading() as db:
        assert [one.kind for one in await db.exec(select(Message))] == [MessageKind.ITEM]


async def test_on_a_day_off_nobody_is_reminded(office: Assistant) -> None:
    told = [line async for line in rehearsal(office, SAY, make.at("2026-11-24 07:30"))]
    assert told == ["Không có ai được nhắc vào 07:30 thứ Ba 24/11/2026."]
