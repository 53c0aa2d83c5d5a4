"""A small office for the tests of reminders: who is in it, and records with only what matters."""

import datetime as dt
from collections.abc import Sequence

from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import (
    DocumentKind,
    DocumentState,
    Dossier,
    DossierState,
    IncomingDocument,
    Meeting,
    Message,
    Participant,
    PartOfDay,
    Person,
    Petition,
    PetitionKind,
    PetitionState,
    SubmittedBy,
    Unit,
)
from storage.viewer import Role, Viewer

LONG_AGO = dt.datetime(2026, 1, 5, 8, tzinfo=VIETNAM)

CHAIRMAN, CHIEF, HEAD, LAN, HUNG, GONE, OTHER_HEAD = range(1, 8)
NAMES = {
    CHAIRMAN: "Trần Văn Chủ",
    CHIEF: "Nguyễn Văn Chánh",
    HEAD: "Lê Thị Trưởng",
    LAN: "Bùi Thị Lan",
    HUNG: "Đỗ Văn Hùng",
    GONE: "Vũ Văn Nghỉ",
    OTHER_HEAD: "Hà Thị Đầu",
}
LEADERSHIP, CULTURE, ECONOMY = 1, 2, 3


def at(written: str) -> dt.datetime:
    """A moment in the office's zone, from “2026-11-25 07:30”."""
    return dt.datetime.fromisoformat(written).replace(tzinfo=VIETNAM)


async def add(store: Store, *records: SQLModel) -> None:
    """Put records in, in an order the foreign keys allow."""
    async with store.sessions() as db, db.begin():
        db.add_all(records)


async def found_office(store: Store) -> None:
    """Three units, seven people."""
    await add(
        store,
        Unit(id=LEADERSHIP, code="VP", name="Văn phòng UBND tỉnh"),
        Unit(id=CULTURE, code="KGVX", name="Phòng Khoa giáo – Văn xã"),
        Unit(id=ECONOMY, code="KT", name="Phòng Kinh tế"),
    )
    await add(
        store,
        _person(CHAIRMAN, Role.LEADER, None),
        _person(CHIEF, Role.LEADER, LEADERSHIP),
        _person(HEAD, Role.HEAD, CULTURE),
        _person(LAN, Role.OFFICER, CULTURE),
        _person(HUNG, Role.OFFICER, ECONOMY),
        _person(GONE, Role.OFFICER, CULTURE, active=False),
        _person(OTHER_HEAD, Role.HEAD, ECONOMY),
    )


def _person(number: int, role: Role, unit: int | None, *, active: bool = True) -> Person:
    return Person(id=number, name=NAMES[number], role=role, unit_id=unit, active=active)


def viewer(number: int) -> Viewer:
    """One of them at the keyboard."""
    role, unit = {
        CHIEF: (Role.LEADER, LEADERSHIP),
        HEAD: (Role.HEAD, CULTURE),
        LAN: (Role.OFFICER, CULTURE),
        HUNG: (Role.OFFICER, ECONOMY),
    }[number]
    return Viewer(role=role, person_id=number, unit_id=unit, name=NAMES[number])


def document(
    number: int,
    due: str | None,
    *,
    holder: int | None = LAN,
    unit: int | None = CULTURE,
    state: DocumentState = DocumentState.PROCESSING,
) -> IncomingDocument:
    """An incoming document; `due` is a date."""
    due_on = dt.date.fromisoformat(due) if due else None
    return IncomingDocument(
        id=number,
        year=2026,
        book_number=number,
        arrived_at=LONG_AGO,
        arrived_on=LONG_AGO.date(),
        issuer="Sở Y tế",
        number_sign=f"{number}/SYT-KH",
        number_key=f"{number}/syt-kh",
        dated=LONG_AGO.date(),
        kind=DocumentKind.OFFICIAL_LETTER,
        subject=f"V/v việc thứ {number}",
        holder_id=holder,
        unit_id=unit,
        due_on=due_on,
        state=state,
        source_at=LONG_AGO,
    )


def dossier(
    number: int, due: str, *, state: DossierState = DossierState.PROCESSING, holder: int = LAN
) -> Dossier:
    """A dossier under way."""
    return Dossier(
        id=number,
        code=f"H37.08-261103-{number:04}",
        applicant="Lý Văn Bình",
        submitted_by=SubmittedBy.ONLINE,
        due_on=dt.date.fromisoformat(due),
        state=state,
        unit_id=CULTURE,
        holder_id=holder,
        source_at=LONG_AGO,
    )


def petition(
    number: int, due: str, *, kind: PetitionKind = PetitionKind.COMPLAINT, holder: int | None = LAN
) -> Petition:
    """A petition that was accepted."""
    return Petition(
        id=number,
        code=f"ĐT-2026-{number:04}",
        kind=kind,
        subject="về việc bồi thường",
        received_at=LONG_AGO,
        received_on=LONG_AGO.date(),
        unit_id=CULTURE,
        holder_id=holder,
        state=PetitionState.ACCEPTED,
        due_on=dt.date.fromisoformat(due),
        source_at=LONG_AGO,
    )


def meeting(number: int, starts: str | None, *, day: str = "2026-11-25") -> Meeting:
    """A meeting; without `starts` only “sáng”."""
    starts_at = at(starts) if starts else None
    return Meeting(
        id=number,
        day=starts_at.date() if starts_at else dt.date.fromisoformat(day),
        part=PartOfDay.MORNING,
        starts_at=starts_at,
        subject=f"Họp thứ {number}",
        source_at=LONG_AGO,
    )


def takes_part(meeting_id: int, *people: int) -> list[Participant]:
    """Their rows."""
    return [Participant(meeting_id=meeting_id, person_id=number) for number in people]


async def messages(db: AsyncSession) -> Sequence[Message]:
    """All of them, in the order they were planned."""
    return (await db.exec(select(Message).order_by("id"))).all()
