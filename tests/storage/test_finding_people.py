"""Who may find whom in the office, and what they are told."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import people
from storage.folding import folded
from storage.models import Person, Unit
from storage.people import PersonPublic, PersonStaff
from storage.viewer import Role, Viewer

CITIZEN = Viewer.stranger()
COLLEAGUE = Viewer(role=Role.CLERK, person_id=5)
HEAD: dict[str, Any] = {
    "id": 2,
    "name": "Trần Thị Hòa",
    "title": "Trưởng phòng",
    "unit": "Phòng Khoa giáo – Văn xã",
    "fields_in_charge": "giáo dục, y tế",
    "room": "305",
    "desk_phone": "0255 100 200",
    "is_public": True,
}


@pytest.fixture(autouse=True)
async def office(db: AsyncSession) -> None:
    """A small office, and a citizen it knows."""
    db.add(
        Unit(id=1, code="KGVX", name="Phòng Khoa giáo – Văn xã", room="305", phone="0255 100 200")
    )
    await db.flush()
    db.add_all(
        [
            Person(id=1, name="Lê Văn Đức", role=Role.LEADER, title="Chánh Văn phòng"),
            Person(
                id=3,
                name="Hòa Minh Châu",
                role=Role.OFFICER,
                title="Chuyên viên",
                unit_id=1,
                phone="0912 000 003",
            ),
            Person(id=4, name="Nguyễn Văn Dân", role=Role.CITIZEN, phone="0912 000 004"),
            Person(id=5, name="Phạm Thu", role=Role.CLERK, title="Văn thư", active=True),
            Person(id=6, name="Đỗ Đã Nghỉ", role=Role.LEADER, active=False),
        ]
    )
    await db.flush()
    db.add(
        Person(
            id=2,
            name="Trần Thị Hòa",
            role=Role.HEAD,
            title="Trưởng phòng",
            unit_id=1,
            fields_in_charge="giáo dục, y tế",
            phone="0912 000 002",
            stand_in_id=3,
        )
    )
    await db.flush()


async def test_a_citizen_finds_a_head_by_the_desk_of_the_unit(db: AsyncSession) -> None:
    assert await people.find(db, CITIZEN, words="trưởng phòng khoa giáo") == (PersonPublic(**HEAD),)


async def test_a_colleague_is_also_told_the_phone_and_who_stands_in(db: AsyncSession) -> None:
    assert await people.find(db, COLLEAGUE, person_id=2) == (
        PersonStaff(**HEAD, phone="0912 000 002", stand_in="Hòa Minh Châu"),
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hoa", [2, 3]),
        ("HÒA", [2, 3]),
        ("y te", [2]),
        ("chanh van phong", [1]),
        ("Le Van Duc", [1]),
        ("KGVX", [2, 3]),
        ("hò", []),
        ("trần thị hòa kế toán", []),
        ("dân", []),
        ("nghỉ", []),
        ("…", []),
        ("", []),
    ],
)
async def test_words_are_found_with_or_without_diacritics(
    db: AsyncSession, words: str, found: list[int]
) -> None:
    assert [one.id for one in await people.find(db, COLLEAGUE, words=words)] == found


async def test_the_spelling_that_was_typed_comes_first(db: AsyncSession) -> None:
    db.add(Person(id=7, name="Võ Hóa", role=Role.LEADER))
    await db.flush()

    async def found(words: str) -> list[int]:
        return [one.id for one in await people.find(db, COLLEAGUE, words=words)]

    assert await found("hoa") == [7, 2, 3]
    assert await found("hòa") == [2, 3, 7]


async def test_a_unit_is_listed_from_its_head_down(db: AsyncSession) -> None:
    assert [one.id for one in await people.find(db, COLLEAGUE, unit_id=1)] == [2, 3]
    assert [one.id for one in await people.find(db, CITIZEN, unit_id=1)] == [2]


@pytest.mark.parametrize("role", list(Role))
async def test_nobody_is_shown_a_citizen_or_somebody_who_left(db: AsyncSession, role: Role) -> None:
    viewer = Viewer(role=role)

    assert await people.find(db, viewer, person_id=4) == ()
    assert await people.find(db, viewer, person_id=6) == ()


async def test_a_citizen_does_not_learn_that_an_official_exists(db: AsyncSession) -> None:
    assert await people.find(db, CITIZEN, person_id=3) == ()
    assert await people.find(db, CITIZEN, words="Minh Châu") == ()


def test_folding_leaves_letters_and_numbers() -> None:
    assert folded("Phòng Khoa giáo – Văn xã") == "phong khoa giao – van xa"
    assert folded("1234/QĐ-UBND") == folded("1234/Q\u00d0-UBND") == "1234/qd-ubnd"
    assert folded("ĐƯỜNG thuỷ") == "duong thuy"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
