"""“Sáng mai sẽ nhắc những ai?”: who may ask, and how much each reads."""

import pytest
import pytest_asyncio
from sqlmodel import select

from storage.engine import Store
from storage.models import Message, Notice, OfficeFact, Person, PetitionKind
from storage.rehearsals import WATCHERS
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs
from tests.hands import Hands

ASKED = "sáng mai sẽ nhắc những ai?"


@pytest_asyncio.fixture
async def people(sqlite_store: Store, hands: Hands) -> dict[str, Person]:
    """Two officers with something due tomorrow, one of them a denunciation as well."""
    hands.set("2026-11-25 16:00")
    async with sqlite_store.sessions() as db, db.begin():
        house = await make.unit(db, "VP", name="Văn phòng")
        unit = await make.unit(db, "KGVX", name="Phòng Khoa giáo – Văn xã")
        found = {
            "chief": await make.person(db, "Nguyễn Thị Chánh", Role.LEADER, unit_id=house.id),
            "chairman": await make.person(db, "Trần Văn Chủ", Role.LEADER),
            "lan": await make.person(db, "Bùi Thị Lan", unit_id=unit.id),
            "hung": await make.person(db, "Đỗ Văn Hùng", unit_id=unit.id),
            "admin": await make.person(db, "Chu Văn Khoa", Role.ADMIN, unit_id=house.id),
        }
        due = make.day("2026-11-26")
        lan, hung = found["lan"], found["hung"]
        await make.document(db, "7/SYT-NVY", holder_id=lan.id, unit_id=unit.id, due_on=due)
        await make.document(db, "8/SYT-NVY", holder_id=hung.id, unit_id=unit.id, due_on=due)
        denunciation = PetitionKind.DENUNCIATION
        await make.petition(db, denunciation, "ĐT-2026-9001", holder_id=lan.id, due_on=due)
        return found


async def test_the_chief_reads_who_what_and_why_and_nothing_is_kept(
    people: dict[str, Person], chat_as: ChatAs, sqlite_store: Store
) -> None:
    chief = await chat_as(people["chief"])
    assert (
        await chief.say(ASKED)
        == """\
Bản tin lúc 07:30 thứ Năm 26/11/2026 sẽ nhắc 2 người

1. Bùi Thị Lan (1 dòng)
– 7/SYT-NVY đến hạn hôm nay · lý do: người đang xử lý; hôm nay là ngày cuối

2. Đỗ Văn Hùng (1 dòng)
– 8/SYT-NVY đến hạn hôm nay · lý do: người đang xử lý; hôm nay là ngày cuối

Chỉ là diễn tập: chưa gửi cho ai. Việc xong trước giờ đó sẽ không được nhắc nữa."""
    )
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(Notice))).all() == []
        assert (await db.exec(select(Message))).all() == []


async def test_who_keeps_the_program_reads_persons_stages_and_counts(
    people: dict[str, Person], chat_as: ChatAs
) -> None:
    reply = await (await chat_as(people["admin"])).say(ASKED)
    assert "1. Bùi Thị Lan: 1 văn bản đến hạn hôm nay\n" in reply
    assert "2. Đỗ Văn Hùng: 1 văn bản đến hạn hôm nay\n" in reply
    assert "SYT" not in reply
    assert "ĐT-2026" not in reply


async def test_who_the_office_names_reads_numbers_only_of_what_they_may_see(
    people: dict[str, Person], chat_as: ChatAs, sqlite_store: Store
) -> None:
    hung = people["hung"]
    async with sqlite_store.sessions() as db, db.begin():
        db.add(OfficeFact(key=WATCHERS, value=f"99, {hung.id}"))
    reply = await (await chat_as(hung)).say(ASKED)
    assert "8/SYT-NVY đến hạn hôm nay" in reply
    assert "một văn bản đến hạn hôm nay" in reply
    assert "7/SYT-NVY" not in reply


@pytest.mark.parametrize("who", ["lan", "chairman"])
async def test_others_are_told_whose_it_is(
    people: dict[str, Person], chat_as: ChatAs, who: str
) -> None:
    reply = await (await chat_as(people[who])).say(ASKED)
    assert reply.startswith("Danh sách này dành cho lãnh đạo Văn phòng")


async def test_it_comes_page_by_page(
    people: dict[str, Person], chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        for number in range(5):
            person = await make.person(db, f"Vi Thu {number}", unit_id=people["lan"].unit_id)
            await make.document(db, holder_id=person.id, due_on=make.day("2026-11-26"))
    chief = await chat_as(people["chief"])
    assert "7 người" in await chief.say(ASKED)
    assert chief.buttons == ["Xem thêm"]
    page = await chief.press("Xem thêm")
    assert "\n6. " in page
    assert "\n1. " not in page
    assert chief.buttons == ["Trang trước"]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("thứ hai tới sẽ nhắc ai", "07:30 thứ Hai 30/11/2026"),
        ("thứ bảy này sẽ nhắc ai", "07:30 thứ Hai 30/11/2026"),  # a day off: the next brief
        ("ngày 20/11 sẽ nhắc những ai", "đã qua"),
        ("Who will be reminded tomorrow morning?", "7:30"),
    ],
)
async def test_another_day_may_be_asked(
    people: dict[str, Person], chat_as: ChatAs, asked: str, answer: str
) -> None:
    assert answer in await (await chat_as(people["chief"])).say(asked)
