"""Makers: the fewest words that put something into a store."""

import datetime as dt
from itertools import count
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.clock import VIETNAM
from storage.models import (
    Account,
    DocumentKind,
    Dossier,
    DossierState,
    IncomingDocument,
    Meeting,
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
from tests.hands import MONDAY

NUMBERS = count(1)


def at(text: str) -> dt.datetime:
    """`at("2026-11-25 08:30")`, in the office's zone."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def day(text: str) -> dt.date:
    """`day("2026-11-25")`."""
    return dt.date.fromisoformat(text)


async def unit(db: AsyncSession, code: str = "KGVX", **more: Any) -> Unit:
    """A room of the office."""
    made = Unit(code=code, **{"name": f"Phòng {code}", **more})
    db.add(made)
    await db.flush()
    return made


async def person(
    db: AsyncSession, name: str = "Trần Thị Hoa", role: Role = Role.OFFICER, **more: Any
) -> Person:
    """Somebody; an officer unless said otherwise."""
    made = Person(name=name, role=role, **more)
    db.add(made)
    await db.flush()
    return made


async def account(db: AsyncSession, of: Person | None = None, **more: Any) -> Account:
    """Somebody's place at the console; a stranger's without a person."""
    number = next(NUMBERS)
    values: dict[str, Any] = {
        "channel": "console",
        "external_id": f"test {number}",
        "chat_id": 1000 + number,
        "person_id": of and of.id,
        "since": MONDAY,
        "greeted": True,
        **more,
    }
    made = Account(**values)
    db.add(made)
    await db.flush()
    return made


async def document(db: AsyncSession, number_sign: str = "", **more: Any) -> IncomingDocument:
    """An incoming document that arrived last Friday; nobody's, and without a deadline."""
    number = next(NUMBERS)
    sign = number_sign or f"{number}/UBND-KGVX"
    values: dict[str, Any] = {
        "year": 2026,
        "book_number": number,
        "arrived_at": at("2026-11-13 09:00"),
        "arrived_on": day("2026-11-13"),
        "issuer": "Sở Y tế",
        "number_sign": sign,
        "number_key": sign.lower().replace("đ", "d"),
        "dated": day("2026-11-12"),
        "kind": DocumentKind.OFFICIAL_LETTER,
        "subject": "V/v triển khai tiêm chủng mở rộng",
        "source_at": MONDAY,
        **more,
    }
    if isinstance(due := values.get("due_on"), dt.date):
        values.setdefault("due_at", dt.datetime.combine(due, dt.time(17), VIETNAM))
    made = IncomingDocument(**values)
    db.add(made)
    await db.flush()
    return made


async def overdue_documents(db: AsyncSession, holder: Person, number: int) -> None:
    """So many that somebody holds: 2/SYT-NVY was due on 2 November, 3/SYT-NVY on the 3rd …"""
    for n in range(2, 2 + number):
        await document(
            db,
            f"{n}/SYT-NVY",
            holder_id=holder.id,
            unit_id=holder.unit_id,
            due_on=day(f"2026-11-{n:02}"),
        )


async def meeting(
    db: AsyncSession, starts: str, *participants: Person, minutes: int = 90, **more: Any
) -> Meeting:
    """A meeting at `starts` (“2026-11-16 08:30”); the chair takes part as well."""
    begins = at(starts)
    values: dict[str, Any] = {
        "day": begins.date(),
        "part": PartOfDay.MORNING if begins.hour < 12 else PartOfDay.AFTERNOON,
        "starts_at": begins,
        "ends_at": begins + dt.timedelta(minutes=minutes),
        "subject": "Giao ban lãnh đạo Văn phòng",
        "place": "Phòng họp số 2",
        "source_at": MONDAY,
        **more,
    }
    made = Meeting(**values)
    db.add(made)
    await db.flush()
    attending = {made.chair_id, *(p.id for p in participants)} - {None}
    rows: list[dict[str, Any]] = [{"meeting_id": made.id, "person_id": who} for who in attending]
    db.add_all(Participant(**row) for row in rows)
    await db.flush()
    return made


async def dossier(db: AsyncSession, code: str = "", **more: Any) -> Dossier:
    """A dossier that is being worked on, received last Monday, due in a few days."""
    number = next(NUMBERS)
    values: dict[str, Any] = {
        "code": code or f"000.00.12.H37-261109-{number:04}",
        "applicant": "Nguyễn Văn Ví Dụ",
        "submitted_by": SubmittedBy.COUNTER,
        "received_at": at("2026-11-09 09:00"),
        "received_on": day("2026-11-09"),
        "due_at": at("2026-11-20 17:00"),
        "due_on": day("2026-11-20"),
        "state": DossierState.PROCESSING,
        "source_at": MONDAY,
        **more,
    }
    made = Dossier(**values)
    db.add(made)
    await db.flush()
    return made


async def petition(
    db: AsyncSession,
    kind: PetitionKind = PetitionKind.COMPLAINT,
    code: str = "",
    **more: Any,
) -> Petition:
    """A petition that was accepted."""
    number = next(NUMBERS)
    values: dict[str, Any] = {
        "kind": kind,
        "code": code or f"ĐT-2026-{number:04}",
        "sender": "Lê Thị Ví Dụ",
        "subject": "Đề nghị xem xét việc bồi thường",
        "received_at": at("2026-11-09 09:00"),
        "received_on": day("2026-11-09"),
        "state": PetitionState.ACCEPTED,
        "due_at": at("2026-12-09 17:00"),
        "due_on": day("2026-12-09"),
        "source_at": MONDAY,
        **more,
    }
    made = Petition(**values)
    db.add(made)
    await db.flush()
    return made


def viewer(of: Person, **more: Any) -> Viewer:
    """What a person is to the store."""
    values: dict[str, Any] = {
        "role": of.role,
        "person_id": of.id,
        "unit_id": of.unit_id,
        "name": of.name,
        "title": of.title,
        **more,
    }
    return Viewer(**values)
