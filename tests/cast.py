"""A small office with invented people: enough to ask who may see what."""

import datetime as dt
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossier_owners
from storage.models import (
    Dossier,
    DossierPause,
    DossierState,
    Duty,
    OnlineLevel,
    PauseReason,
    Person,
    Petition,
    PetitionKind,
    PetitionState,
    Procedure,
    SubmittedBy,
    TimeUnit,
    Unit,
)
from storage.seals import Seal
from storage.viewer import DutyKind, Role, Viewer

NO_SECRET = Seal()
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = dt.datetime(2026, 11, 25, 9, 0, tzinfo=ZONE)  # a Wednesday
TODAY = NOW.date()

CULTURE, JUSTICE, ONE_STOP, REGISTRY = 1, 2, 3, 4
LEADER, HEAD, OFFICER, COLLEAGUE, OTHER_HEAD, DESK_CLERK, REGISTRY_CLERK, ADMIN, PETITION_DESK = (
    range(1, 10)
)
CITIZEN, NEIGHBOUR = 20, 21

UNITS = (
    Unit(id=CULTURE, code="KGVX", name="Phòng Khoa giáo – Văn xã", phone="0205 3000 101"),
    Unit(id=JUSTICE, code="NC", name="Phòng Nội chính", phone="0205 3000 102"),
    Unit(
        id=ONE_STOP,
        code="TTPVHCC",
        name="Trung tâm Phục vụ hành chính công",
        phone="0205 3000 103",
    ),
    Unit(id=REGISTRY, code="HCTC", name="Phòng Hành chính – Tổ chức"),
)
PEOPLE = (
    (LEADER, "Nông Văn Thành", Role.LEADER, "Chánh Văn phòng", None),
    (HEAD, "Lý Thị Hoa", Role.HEAD, "Trưởng phòng", CULTURE),
    (OFFICER, "Hoàng Minh Đức", Role.OFFICER, "Chuyên viên", CULTURE),
    (COLLEAGUE, "Vi Thu Hà", Role.OFFICER, "Chuyên viên", CULTURE),
    (OTHER_HEAD, "Triệu Quang Vinh", Role.HEAD, "Trưởng phòng", JUSTICE),
    (DESK_CLERK, "Mạc Thị Yến", Role.CLERK, "Nhân viên một cửa", ONE_STOP),
    (REGISTRY_CLERK, "Đàm Thị Lan", Role.CLERK, "Văn thư", REGISTRY),
    (ADMIN, "Chu Văn Khoa", Role.ADMIN, "Quản trị", REGISTRY),
    (PETITION_DESK, "Bế Văn Sơn", Role.OFFICER, "Chuyên viên", JUSTICE),
    (CITIZEN, "Lương Thị Mai", Role.CITIZEN, "", None),
    (NEIGHBOUR, "Đinh Công Tâm", Role.CITIZEN, "", None),
)


def viewer(person_id: int, *, language: str | None = None) -> Viewer:
    """One of the people, as the value that rights depend on."""
    _, name, role, title, unit_id = next(row for row in PEOPLE if row[0] == person_id)
    return Viewer(
        role=role,
        person_id=person_id,
        unit_id=unit_id,
        name=name,
        title=title,
        duties=frozenset({DutyKind.PETITION_DESK} if person_id == PETITION_DESK else ()),
        account_id=person_id,
        channel="test",
        language=language,
    )


async def settle(db: AsyncSession) -> None:
    """Units, people and one procedure."""
    db.add_all(Unit(**unit.model_dump()) for unit in UNITS)
    db.add(
        Procedure(
            id=1,
            code="1.001776",
            name="Hưởng trợ cấp xã hội hằng tháng",
            field="Bảo trợ xã hội",
            level="cấp tỉnh",
            agency="Sở Y tế",
            time_limit=10,
            time_unit=TimeUnit.WORKING_DAYS,
            online=OnlineLevel.FULL,
            valid_from=dt.date(2026, 1, 1),
        )
    )
    await db.flush()
    db.add_all(
        Person(id=id_, name=name, role=role, title=title, unit_id=unit_id)
        for id_, name, role, title, unit_id in PEOPLE
    )
    await db.flush()
    db.add(Duty(person_id=PETITION_DESK, kind=DutyKind.PETITION_DESK))
    await db.flush()


def at(day: dt.date, hour: int = 17) -> dt.datetime:
    """That hour of a day, in the office's zone."""
    return dt.datetime.combine(day, dt.time(hour), ZONE)


async def add_dossier(
    db: AsyncSession,
    number: int,
    *,
    state: DossierState = DossierState.PROCESSING,
    due: dt.date | None = None,
    applicant_id: int | None = None,
    holder_id: int | None = None,
    unit_id: int | None = CULTURE,
    waiting_since: dt.datetime | None = None,
    missing: str = "",
    phone: str = "",
    identity: str = "",
    public: bool = True,
    seal: Seal = NO_SECRET,
) -> str:
    """A dossier; its printed code. `phone`, `identity`: the last four digits given with it."""
    code = f"H37.12-261116-{number:04d}"
    dossier = Dossier(
        code=code,
        procedure_id=1,
        applicant="Lương Thị Mai",
        applicant_id=applicant_id,
        submitted_by=SubmittedBy.ONLINE,
        received_at=at(dt.date(2026, 11, 16), 9),
        received_on=dt.date(2026, 11, 16),
        due_at=at(due) if due else None,
        due_on=due,
        state=state,
        receiving_unit_id=ONE_STOP,
        unit_id=unit_id,
        holder_id=holder_id,
        missing=missing,
        source_at=NOW - dt.timedelta(minutes=30),
        phone_seal=dossier_owners.sealed(seal, "phone", code, phone) if phone else "",
        identity_seal=dossier_owners.sealed(seal, "identity", code, identity) if identity else "",
        public=public,
    )
    db.add(dossier)
    await db.flush()
    if waiting_since and dossier.id:
        db.add(
            DossierPause(
                dossier_id=dossier.id, reason=PauseReason.SUPPLEMENT, began_at=waiting_since
            )
        )
        await db.flush()
    return code


async def add_petition(
    db: AsyncSession,
    number: int,
    *,
    kind: PetitionKind = PetitionKind.COMPLAINT,
    state: PetitionState = PetitionState.VERIFYING,
    due: dt.date | None = None,
    sender_id: int | None = None,
    holder_id: int | None = None,
    unit_id: int | None = CULTURE,
) -> str:
    """A petition; its code."""
    code = f"ĐT-2026-{number:04d}"
    db.add(
        Petition(
            code=code,
            kind=kind,
            sender="Lương Thị Mai",
            sender_id=sender_id,
            subject="Bồi thường khi thu hồi đất",
            received_at=at(dt.date(2026, 11, 10), 9),
            received_on=dt.date(2026, 11, 10),
            due_at=at(due) if due else None,
            due_on=due,
            due_rule="KN-03",
            state=state,
            unit_id=unit_id,
            holder_id=holder_id,
            source_at=NOW - dt.timedelta(minutes=30),
        )
    )
    await db.flush()
    return code


def person(person_id: int) -> Person:
    """One of the people as a row, to sit down to a conversation with."""
    _, name, role, title, unit_id = next(row for row in PEOPLE if row[0] == person_id)
    return Person(id=person_id, name=name, role=role, title=title, unit_id=unit_id)
