"""Monthly numbers of classified documents, and scans of documents. It is Monday 16/11/2026."""

import datetime as dt
from typing import Any

import pytest
import pytest_asyncio
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import classified
from storage.classified import Count
from storage.engine import Store
from storage.models import ClassifiedCount, Direction, Duty, Person, Secrecy
from storage.viewer import DutyKind, Role, Viewer
from tests import office as make
from tests.bot.test_safety import traces_in
from tests.chat import ChatAs
from tests.hands import MONDAY

OCTOBER, NOVEMBER = dt.date(2026, 10, 1), dt.date(2026, 11, 1)
COUNTS = frozenset({DutyKind.CLASSIFIED_COUNTS})


@pytest_asyncio.fixture
async def keeper(sqlite_store: Store) -> Person:
    """Whose duty it is."""
    async with sqlite_store.sessions() as db, db.begin():
        person = await make.person(db, "Đàm Thị Lan", Role.CLERK)
        assert person.id
        db.add(Duty(person_id=person.id, kind=DutyKind.CLASSIFIED_COUNTS))
        return person


async def counts(store: Store) -> list[tuple[dt.date, Direction, Secrecy, int]]:
    async with store.reading() as db:
        return [
            (one.month, one.direction, one.level, one.number)
            for one in await db.exec(select(ClassifiedCount))
        ]


async def test_a_number_is_read_back_and_kept(
    chat_as: ChatAs, keeper: Person, sqlite_store: Store
) -> None:
    chat = await chat_as(keeper)
    assert await chat.say("tháng 11 có 3 văn bản mật đến") == (
        "Tháng 11/2026: 3 văn bản đến mức Mật.\nGhi số này? Gõ “ừ” để ghi, “thôi” để bỏ."
    )
    assert await counts(sqlite_store) == []
    assert await chat.say("ừ") == "Đã ghi số của tháng 11/2026."
    assert "Trước đây đã ghi 3." in await chat.say("sửa tháng 11 có 4 văn bản mật đến")
    await chat.say("ừ")
    assert await counts(sqlite_store) == [(NOVEMBER, Direction.INCOMING, Secrecy.SECRET, 4)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("tháng 10 có 2 văn bản tối mật đi", (OCTOBER, Direction.OUTGOING, Secrecy.TOP_SECRET, 2)),
        (
            "tháng trước không có văn bản tuyệt mật đến",
            (OCTOBER, Direction.INCOMING, Secrecy.ULTRA_SECRET, 0),
        ),
        (
            "tháng 11/2026 phát hành 1 văn bản mật",
            (NOVEMBER, Direction.OUTGOING, Secrecy.SECRET, 1),
        ),
        (
            "tháng 12 có 9 văn bản mật đến",
            (dt.date(2025, 12, 1), Direction.INCOMING, Secrecy.SECRET, 9),
        ),
    ],
)
async def test_month_level_and_direction_are_understood(
    chat_as: ChatAs, keeper: Person, sqlite_store: Store, words: str, count: object
) -> None:
    chat = await chat_as(keeper)
    await chat.say(words)
    await chat.say("ừ")
    assert await counts(sqlite_store) == [count]


async def test_everybody_else_hears_what_is_said_to_anything_unknown(
    chat_as: ChatAs, keeper: Person, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        others = [
            await make.person(db, "Mạc Thị Yến", Role.CLERK),
            await make.person(db, "Nông Văn Thành", Role.LEADER),
        ]
    for person in (*others, None):
        chat = await chat_as(person)
        unknown = await chat.say("giá vàng bao nhiêu một chỉ")
        buttons = chat.buttons[:3]
        assert await chat.say("tháng 11 có 3 văn bản mật đến") == unknown
        assert chat.buttons[:3] == buttons
        await chat.say("ừ")
    assert await counts(sqlite_store) == []


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("duties", [COUNTS, frozenset[DutyKind]()])
async def test_only_the_duty_enters_numbers(
    db: AsyncSession, role: Role, duties: frozenset[DutyKind]
) -> None:
    person = Person(name="Đàm Thị Lan", role=Role.CLERK)
    db.add(person)
    await db.flush()
    viewer = Viewer(role=role, person_id=person.id, duties=duties)
    of_the_office = role in (Role.LEADER, Role.HEAD, Role.OFFICER, Role.CLERK)
    for number in (3, 5):
        count = Count(
            month=NOVEMBER, direction=Direction.INCOMING, level=Secrecy.SECRET, number=number
        )
        entered = await classified.enter(db, viewer, count, now=MONDAY)
        assert entered is (of_the_office and bool(duties))
        acting = Viewer(role=role, person_id=person.id, duties=duties, actor_id=person.id)
        assert not await classified.enter(db, acting, count, now=MONDAY)
    seen = await classified.entered(
        db, Viewer.office(), NOVEMBER, Direction.INCOMING, Secrecy.SECRET
    )
    assert seen == (5 if of_the_office and duties else None)


@pytest.mark.parametrize("kind", ["photo", "pdf"])
async def test_a_scan_is_not_kept_and_its_stamp_is_asked_about(
    chat_as: ChatAs, keeper: Person, sqlite_store: Store, kind: str
) -> None:
    chat = await chat_as(keeper)
    talk = chat.conversation
    facts = {"file_id": "zqvkxw", "file_unique_id": "zqvkxw"}
    sent: dict[str, Any] = (
        {"photo": [{**facts, "width": 9, "height": 9}]}
        if kind == "photo"
        else {"document": {**facts, "file_name": "mat.pdf", "mime_type": "application/pdf"}}
    )
    (heard,) = await talk.update(talk.session.incoming(talk.channel.bot, talk.chat_id, **sent))
    assert heard.text.startswith("Trợ lý không đọc và không lưu ảnh, tệp của văn bản;")
    assert (await chat.press("Không có dấu mật")).startswith("Mời đồng chí gõ số, ký hiệu")
    assert "Ghi sổ như trên?" in await chat.say("45/BC-STC ngày 12/11 của Sở Tài chính về thu chi")
    assert await traces_in(sqlite_store) == []
