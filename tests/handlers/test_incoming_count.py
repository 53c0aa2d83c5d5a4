"""How many documents came in, as people ask it. The day is Monday 16/11/2026."""

import datetime as dt

import pytest_asyncio

from storage.engine import Store
from storage.models import DocumentKind, DocumentState, Person, Urgency
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs


@pytest_asyncio.fixture
async def people(sqlite_store: Store) -> tuple[Person, Person]:
    """The clerk, and an officer who holds one of the documents of this month."""
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db, "NC", name="Phòng Nội chính")
        other = await make.unit(db, "KT", name="Phòng Kinh tế")
        clerk = await make.person(db, "Vũ Thị Thư", Role.CLERK, unit_id=other.id)
        hoa = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
        for at, more in (
            ("2026-11-16", {"unit_id": unit.id, "holder_id": hoa.id, "urgency": Urgency.FLASH}),
            ("2026-11-13", {"unit_id": other.id, "kind": DocumentKind.DECISION}),
            ("2026-11-02", {"unit_id": other.id, "state": DocumentState.DONE}),
            ("2026-11-02", {"state": DocumentState.WITHDRAWN}),
            ("2026-10-30", {"unit_id": unit.id}),
        ):
            day = dt.date.fromisoformat(at)
            await make.document(db, arrived_on=day, arrived_at=make.at(f"{at} 08:00"), **more)
    return clerk, hoa


async def test_the_register_is_counted_by_period_kind_and_unit(
    chat_as: ChatAs, people: tuple[Person, Person]
) -> None:
    chat = await chat_as(people[0])
    assert "1 văn bản đến" in await chat.say("hôm nay đến bao nhiêu văn bản")
    month = await chat.say("tháng này có bao nhiêu văn bản đến")
    assert "Từ Chủ nhật 01/11/2026 đến thứ Hai 16/11/2026: 3 văn bản đến" in month
    assert "1 văn bản khẩn trở lên; 2 văn bản chưa xử lý xong" in month
    assert "Phòng Kinh tế 2" in month
    assert "1 văn bản đến" in await chat.say("tháng 10 có bao nhiêu văn bản đến")
    assert "1 văn bản đến" in await chat.say("tháng này phòng Nội chính nhận bao nhiêu văn bản đến")
    decisions = await chat.say("tháng này có bao nhiêu quyết định gửi đến")
    assert "1 văn bản đến" in decisions
    assert "quyết định" in decisions


async def test_who_sees_less_counts_less_and_is_told_so(
    chat_as: ChatAs, people: tuple[Person, Person]
) -> None:
    chat = await chat_as(people[1])
    told = await chat.say("tháng này có bao nhiêu văn bản đến")
    assert "1 văn bản đến" in told
    assert "trong các văn bản đồng chí được xem" in told
    assert "văn bản đến" not in await (await chat_as()).say("tháng này có bao nhiêu văn bản đến")
