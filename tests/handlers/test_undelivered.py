"""Who has not been reminded, as people ask it. The day is Monday 16/11/2026, 08:00."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from sqlmodel import select

from storage.engine import Store
from storage.models import (
    AuditEntry,
    ItemKind,
    Message,
    MessageKind,
    MessageState,
    Notice,
    Person,
    PetitionKind,
)
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs
from tests.hands import MONDAY

ASKED = "ai chưa nhận được nhắc"
YESTERDAY = MONDAY - dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Staff:
    hoa: Person
    head: Person
    thu: Person
    dung: Person
    chief: Person
    chairman: Person
    admin: Person


@pytest_asyncio.fixture
async def staff(sqlite_store: Store) -> Staff:
    """Hoa has missed her brief with a document and a denunciation; Dũng, elsewhere, a meeting."""
    async with sqlite_store.sessions() as db, db.begin():
        culture = await make.unit(db, "KGVX", name="Phòng Khoa giáo", phone="0205 3000 111")
        economy = await make.unit(db, "KT", name="Phòng Kinh tế")
        lead = await make.unit(db, "VP", name="Lãnh đạo Văn phòng")
        made = Staff(
            hoa=await make.person(db, "Trần Thị Hoa", unit_id=culture.id),
            head=await make.person(db, "Lê Văn Trường", Role.HEAD, unit_id=culture.id),
            thu=await make.person(db, "Đỗ Thị Thư", Role.CLERK, unit_id=economy.id),
            dung=await make.person(db, "Lê Văn Dũng", unit_id=economy.id, phone="0912 000 222"),
            chief=await make.person(db, "Nguyễn Thị Chánh", Role.LEADER, unit_id=lead.id),
            chairman=await make.person(db, "Vũ Văn Tịch", Role.LEADER),
            admin=await make.person(db, "Phan Văn Máy", Role.ADMIN, unit_id=lead.id),
        )
        of_culture = {"holder_id": made.hoa.id, "unit_id": culture.id}
        paper = await make.document(db, "77/SYT-NVY", due_on=make.day("2026-11-16"), **of_culture)
        secret = await make.petition(db, PetitionKind.DENUNCIATION, "ĐT-2026-9999", **of_culture)
        await lost(db, made.hoa, MessageKind.BRIEF, "no account", paper=paper.id, secret=secret.id)
        await lost(db, made.dung, MessageKind.MEETING, "telegram: blocked")
        await lost(db, made.dung, MessageKind.BRIEF, "telegram: refused", at=YESTERDAY)
        return made


async def lost(
    db: Any,
    person: Person,
    kind: MessageKind,
    reason: str,
    *,
    at: dt.datetime = MONDAY,
    paper: int | None = None,
    secret: int | None = None,
) -> None:
    state = MessageState.PLANNED if reason == "no account" else MessageState.FAILED
    message = Message(
        person_id=person.id,
        slot=f"{at}",
        kind=kind,
        state=state,
        send_at=at,
        planned_for=at,
        attempts=1,
        reason=reason,
    )
    db.add(message)
    await db.flush()
    for item_kind, item_id in ((ItemKind.DOCUMENT, paper), (ItemKind.PETITION, secret)):
        if item_id and person.id:
            db.add(
                Notice(
                    item_kind=item_kind,
                    item_id=item_id,
                    person_id=person.id,
                    stage="due today",
                    due_version=1,
                    planned_at=at,
                    for_day=at.date(),
                    message_id=message.id,
                )
            )


HOA = "Trần Thị Hoa · bản tin sáng, 1 việc (77/SYT-NVY) · chưa liên kết tài khoản nào"
DUNG = "Lê Văn Dũng · nhắc họp · đã chặn trợ lý (Telegram)"


async def test_the_leader_of_the_office_hears_of_everybody(
    chat_as: ChatAs, staff: Staff, sqlite_store: Store
) -> None:
    chat = await chat_as(staff.chief)
    assert await chat.say(ASKED) == (
        "thứ Hai 16/11/2026: 2 lời nhắc trong Văn phòng chưa tới nơi\n"
        f"1. {DUNG} · ĐT 0912 000 222\n"
        f"2. {HOA} · ĐT 0205 3000 111"
    )
    async with sqlite_store.reading() as db:
        seen = await db.exec(
            select(AuditEntry.item_kind).where(AuditEntry.person_id == staff.chief.id)
        )
        assert sorted(seen) == ["document", "person", "person"]


async def test_a_head_and_a_clerk_hear_of_their_unit(chat_as: ChatAs, staff: Staff) -> None:
    head, thu = await chat_as(staff.head), await chat_as(staff.thu)
    of_head, of_thu = await head.say(ASKED), await thu.say(ASKED)
    assert HOA in of_head
    assert "Dũng" not in of_head
    assert "1 lời nhắc trong đơn vị" in of_head
    assert DUNG in of_thu
    assert "Hoa" not in of_thu


async def test_a_head_may_ask_about_themselves_alone(chat_as: ChatAs, staff: Staff) -> None:
    told = await (await chat_as(staff.head)).say("tôi có bị sót lời nhắc nào không")
    assert "không có lời nhắc nào của đồng chí chưa tới nơi" in told


async def test_who_keeps_the_program_hears_who_and_how_much_but_not_of_what(
    chat_as: ChatAs, staff: Staff
) -> None:
    told = await (await chat_as(staff.admin)).say(ASKED)
    assert "Trần Thị Hoa · bản tin sáng, 1 việc · chưa liên kết" in told
    assert "77/SYT" not in told
    assert "ĐT" not in told


async def test_an_officer_hears_of_themselves_alone_with_all_that_is_theirs(
    chat_as: ChatAs, staff: Staff
) -> None:
    hoa = await chat_as(staff.hoa)
    told = await hoa.say(ASKED)
    assert "1 lời nhắc của đồng chí chưa tới nơi" in told
    assert "bản tin sáng, 2 việc (77/SYT-NVY)" in told
    assert "Dũng" not in told
    assert "không có lời nhắc nào của đồng chí" in await hoa.say("hôm qua " + ASKED)


@pytest.mark.parametrize("who", ["chairman", "stranger"])
async def test_whoever_answers_for_nobody_here_hears_of_nobody(
    chat_as: ChatAs, staff: Staff, who: str
) -> None:
    chat = await chat_as(getattr(staff, who, None))
    told = await chat.say(ASKED)
    assert "Hoa" not in told
    assert "Dũng" not in told


async def test_of_a_day_of_a_person_and_of_a_unit(chat_as: ChatAs, staff: Staff) -> None:
    chat = await chat_as(staff.chief)
    yesterday = await chat.say("hôm qua ai chưa nhận được nhắc")
    assert "Lê Văn Dũng · bản tin sáng · bị từ chối (Telegram)" in yesterday
    hers = await chat.say("chị Hoa đã nhận được nhắc chưa")
    assert HOA in hers
    assert "Dũng" not in hers
    theirs = await chat.say("phòng Kinh tế ai chưa nhận được nhắc")
    assert DUNG in theirs
    assert "Hoa" not in theirs
    assert "Trần Thị Hoa · the morning's brief, one item (77/SYT-NVY) · no account is linked" in (
        await chat.say("who has not been reminded today")
    )


async def test_page_by_page(chat_as: ChatAs, staff: Staff, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        for number in range(11):
            somebody = await make.person(db, f"Người số {number:02}")
            await lost(db, somebody, MessageKind.BRIEF, "no account")
    chat = await chat_as(staff.chief)
    first = await chat.say(ASKED)
    assert "13 lời nhắc" in first
    assert "10. " in first
    assert "11. " not in first
    rest = await chat.press("Xem thêm")
    assert "13. Trần Thị Hoa" in rest
