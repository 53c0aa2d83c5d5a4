"""Who looked at what: kept at every question, read by the administrator alone."""

import datetime as dt

import pytest
import pytest_asyncio
from sqlmodel import col, select

from storage.engine import Store
from storage.models import AuditEntry, Person, PetitionKind
from storage.viewer import Role
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import Hands

CODE = "000.00.12.H37-261109-0045"
NOWHERE = "000.00.12.H37-261109-0099"
OUT_OF_SCOPE = "Nội dung này nằm ngoài việc trợ lý làm được."


@pytest_asyncio.fixture
async def people(sqlite_store: Store) -> dict[str, Person]:
    """An officer with a dossier and a denunciation, a leader, an administrator."""
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db)
        officer = await make.person(db, "Hoàng Minh Đức", title="Chuyên viên", unit_id=unit.id)
        leader = await make.person(db, "Nông Văn Thành", Role.LEADER, title="Chánh Văn phòng")
        admin = await make.person(db, "Chu Văn Khoa", Role.ADMIN, title="Quản trị")
        await make.dossier(db, CODE, holder_id=officer.id, unit_id=unit.id)
        await make.document(db, "12/SYT-NVY", holder_id=officer.id, due_on=dt.date(2026, 11, 17))
        await make.petition(db, PetitionKind.DENUNCIATION, "ĐT-2026-0758", holder_id=officer.id)
        await make.petition(db, PetitionKind.COMPLAINT, "ĐT-2026-0001", holder_id=officer.id)
    return {"officer": officer, "leader": leader, "admin": admin}


async def kept(store: Store) -> list[tuple[str, str, bool]]:
    async with store.reading() as db:
        rows = await db.exec(select(AuditEntry).order_by(col(AuditEntry.id)))
        return [(one.act, one.item_kind, one.item_id is not None) for one in rows]


async def test_the_administrator_reads_who_looked_at_a_dossier(
    chat_as: ChatAs, people: dict[str, Person], hands: Hands
) -> None:
    officer, leader = await chat_as(people["officer"]), await chat_as(people["leader"])
    await officer.say(f"hồ sơ {CODE} đến đâu rồi")
    hands.forward(minutes=5)
    await leader.say(f"hồ sơ {CODE} đến đâu rồi")
    admin = await chat_as(people["admin"])
    hands.forward(minutes=5)
    assert await admin.say(f"ai đã xem hồ sơ {CODE}?") == (
        f"Nhật ký ghi 2 lượt với {CODE}, mới nhất ở trên:\n"
        "1. 08:05 thứ Hai 16/11/2026 · Chánh Văn phòng Nông Văn Thành · xem"
        " · dòng lệnh trên máy chủ\n"
        "2. 08:00 thứ Hai 16/11/2026 · Chuyên viên Hoàng Minh Đức · xem"
        " · dòng lệnh trên máy chủ"
    )
    hands.forward(minutes=5)
    # Who reads the audit is in it, and “this one” is the dossier just asked about.
    again = await admin.say("ai đã xem hồ sơ này?")
    assert again.startswith("Nhật ký ghi 3 lượt với hồ sơ vừa hỏi, mới nhất ở trên:\n1. 08:10")
    assert "Quản trị Chu Văn Khoa · xem nhật ký này" in again


async def test_this_dossier_has_those_who_asked_for_it_in_vain_as_well(
    chat_as: ChatAs, people: dict[str, Person], sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.petition(db, code="ĐT-2026-0002")
    officer, admin = await chat_as(people["officer"]), await chat_as(people["admin"])
    stranger = await chat_as()
    await stranger.say(f"{CODE} 1111")  # digits that do not open it
    await officer.say("đơn ĐT-2026-0002 đến đâu rồi")  # not theirs
    for this, code in (("hồ sơ này", f"hồ sơ {CODE}"), ("đơn này", "đơn ĐT-2026-0002")):
        by_code = await admin.say(f"ai đã xem {code}?")
        assert by_code.startswith("Nhật ký ghi 1 lượt với ")
        again = await admin.say(f"ai đã xem {this}?")
        assert again.startswith("Nhật ký ghi 2 lượt với ")
        assert "hỏi mã này, không được xem" in again


async def test_in_english(chat_as: ChatAs, people: dict[str, Person]) -> None:
    await (await chat_as(people["officer"])).say(f"hồ sơ {CODE} đến đâu rồi")
    admin = await chat_as(people["admin"])
    said = await admin.say(f"Who has seen dossier {CODE}?")
    assert said.startswith(f"One entry about {CODE}, the newest first:")


@pytest.mark.parametrize("who", ["officer", "leader", None])
async def test_for_everybody_else_it_is_no_question_we_answer(
    chat_as: ChatAs, people: dict[str, Person], who: str | None
) -> None:
    chat = await chat_as(people[who] if who else None)
    for code in (CODE, NOWHERE):
        assert (await chat.say(f"ai đã xem hồ sơ {code}")).startswith(OUT_OF_SCOPE)


async def test_a_denunciation_and_a_code_that_is_not_there_are_the_same(
    chat_as: ChatAs, people: dict[str, Person]
) -> None:
    officer, leader = await chat_as(people["officer"]), await chat_as(people["leader"])
    admin = await chat_as(people["admin"])
    seen = await officer.say("đơn ĐT-2026-0758 đến đâu rồi")
    assert "ĐT-2026-0758" in seen
    for code in ("ĐT-2026-0758", "ĐT-2026-9999"):
        await leader.say(f"đơn {code} đến đâu rồi")

    async def answered(code: str) -> str:
        return (await admin.say(f"ai đã xem đơn {code}")).replace(code, "CODE")

    there, not_there = await answered("ĐT-2026-0758"), await answered("ĐT-2026-9999")
    assert there == not_there
    assert "Hoàng Minh Đức" not in there
    assert "Chánh Văn phòng Nông Văn Thành · hỏi mã này, không được xem" in there
    # A second time as well, with the administrator's own look among them.
    assert await answered("ĐT-2026-0758") == await answered("ĐT-2026-9999")


async def test_what_is_kept_of_a_conversation(
    chat_as: ChatAs, people: dict[str, Person], sqlite_store: Store
) -> None:
    officer = await chat_as(people["officer"])
    await officer.say(f"hồ sơ {CODE} đến đâu rồi")
    await officer.say(f"hồ sơ {NOWHERE} đến đâu rồi")
    await officer.say("văn bản sắp đến hạn của tôi")
    await officer.say("địa chỉ văn phòng ở đâu")
    assert await kept(sqlite_store) == [
        ("dossier.status", "dossier", True),
        ("dossier.status", "dossier", False),
        ("document.due_soon", "document", True),
    ]


async def test_a_change_is_kept_beside_the_look(
    chat_as: ChatAs, people: dict[str, Person], sqlite_store: Store
) -> None:
    officer = await chat_as(people["officer"])
    await officer.say("văn bản 12/SYT-NVY tới đâu rồi")
    await officer.press("Đã xong")
    assert ("document.done", "document", True) in await kept(sqlite_store)
    admin = await chat_as(people["admin"])
    assert "đánh dấu đã xong" in await admin.say("ai đã xem văn bản 12/SYT-NVY")


async def test_a_long_list_goes_on(
    chat_as: ChatAs, people: dict[str, Person], hands: Hands
) -> None:
    officer = await chat_as(people["officer"])
    for _ in range(12):
        hands.forward(minutes=1)
        await officer.say(f"hồ sơ {CODE} đến đâu rồi")
    admin = await chat_as(people["admin"])
    first = await admin.say(f"ai đã xem hồ sơ {CODE}")
    assert "\n10. 08:03" in first
    rest = await admin.press("Xem thêm")
    # The administrator's own look has been added meanwhile.
    assert "\n13. 08:01" in rest


async def test_without_a_record_the_administrator_is_asked_which(
    chat_as: ChatAs, people: dict[str, Person]
) -> None:
    admin: Chat = await chat_as(people["admin"])
    assert (await admin.say("ai đã xem hồ sơ này")).startswith("Xin gửi mã hồ sơ")
    assert (await admin.say(f"ai đã xem hồ sơ {NOWHERE}")).startswith("Nhật ký chưa ghi lượt nào")
