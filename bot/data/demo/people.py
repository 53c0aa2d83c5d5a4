"""Who works in the demo office and which citizens it knows. Never depends on today."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import sqlalchemy as sa
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.data import rows
from bot.data.demo.day import content
from bot.data.personas import PERSONAS
from storage.models import Duty, Person, Unit
from storage.viewer import DutyKind, Role

OFFICE_UNIT = 1


CHIEF = PERSONAS["chanh-van-phong"].person_id
HEAD = PERSONAS["truong-phong"].person_id
OFFICER = PERSONAS["chuyen-vien"].person_id
CLERK = PERSONAS["van-thu"].person_id
CITIZEN = PERSONAS["citizen"].person_id


@dataclass(frozen=True, kw_only=True)
class UnitStaff:
    """A unit of the office and who works in it, the head first."""

    unit_id: int
    code: str
    name: str
    staff: tuple[int, ...]

    @property
    def head(self) -> int:
        """Who leads it."""
        return self.staff[0]


@cache
def units() -> dict[str, UnitStaff]:
    """The office's own units by code, “VP” (its leaders) among them."""
    return {
        unit["code"]: UnitStaff(
            unit_id=unit["id"],
            code=unit["code"],
            name=unit["name"],
            staff=tuple(person[0] for person in unit["people"]),
        )
        for unit in content("people")["units"]
    }


@cache
def unit_ids() -> dict[str, int]:
    """Every unit's id by code, the bodies outside included."""
    inside = {code: unit.unit_id for code, unit in units().items()}
    return inside | {unit["code"]: unit["id"] for unit in content("people")["outside"]}


@cache
def citizens() -> dict[int, Person]:
    """The citizens known to the office, by id."""
    return {
        one["id"]: Person(
            id=one["id"], name=one["name"], role=Role.CITIZEN, phone=one["phone"], language="vi"
        )
        for one in content("people")["citizens"]
    }


async def fill(db: AsyncSession) -> None:
    """Insert units, people, duties and who stands in for whom."""
    people = content("people")
    await rows.insert(db, list(_units(people["units"], people["outside"])))
    await rows.insert(db, [*_staff(), *citizens().values()])
    await rows.insert(
        db,
        [
            Duty(person_id=person_id, kind=DutyKind(kind))
            for kind, holders in people["duties"].items()
            for person_id in holders
        ],
    )
    # Later, because two people may stand in for each other.
    connection = await db.connection()
    stand_in = sa.update(Person).where(col(Person.id) == sa.bindparam("who"))
    await connection.execute(
        stand_in.values(stand_in_id=sa.bindparam("other")),
        [{"who": who, "other": other} for who, other in people["stand_ins"]],
    )


def _units(
    inside: Iterable[dict[str, object]], outside: Iterable[dict[str, object]]
) -> Iterable[Unit]:
    for unit in inside:
        number = unit["id"]
        yield Unit.model_validate(
            {
                "id": number,
                "code": unit["code"],
                "name": unit["name"],
                "parent_id": None if number == OFFICE_UNIT else OFFICE_UNIT,
                "room": unit["room"],
                "phone": f"0205 0000 1{number:02}",
            }
        )
    for body in outside:
        yield Unit.model_validate(body | {"outside": True})


def _staff() -> Iterable[Person]:
    people = content("people")
    groups = [(None, people["chairmen"]["people"])]
    groups += [(unit["id"], unit["people"]) for unit in people["units"]]
    for unit_id, members in groups:
        for number, name, role, title, short_title, fields in members:
            yield Person(
                id=number,
                name=name,
                role=Role(role),
                title=title,
                short_title=short_title,
                unit_id=unit_id,
                fields_in_charge=fields,
                phone=f"09000000{number:02}",
                language="vi",
            )
