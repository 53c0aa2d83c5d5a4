"""Role by role, duty by duty, noun by noun: the tables of docs/privacy.md, made from the store.

For each viewer there is a record for every way in which it may concern them, and one that does
not. What they see of these is a cell, in the words of the page.
"""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import (
    audit_trail,
    classified,
    documents,
    dossiers,
    meetings,
    people,
    petitions,
)
from storage.engine import Store
from storage.models import (
    AuditEntry,
    ClassifiedCount,
    Direction,
    DocumentKind,
    DossierGrant,
    Openness,
    OutgoingDocument,
    PetitionKind,
    Secrecy,
    Urgency,
)
from storage.viewer import DutyKind, Role, Viewer
from tests import office as make
from tests.hands import MONDAY

PAGE = Path(__file__).parents[2] / "docs" / "privacy.md"
TABLES = SQLModel.metadata.tables
COLUMNS = {
    "anybody": None,
    "citizen, known": Role.CITIZEN,
    "chuyên viên": Role.OFFICER,
    "văn thư": Role.CLERK,
    "trưởng phòng": Role.HEAD,
    "lãnh đạo": Role.LEADER,
    "quản trị": Role.ADMIN,
}
WORKING = (Role.OFFICER, Role.CLERK, Role.HEAD)
YEARS = count(1)
Relations = Mapping[str, dict[str, Any]]
"""How a record concerns the viewer, in the words of the page; the last does not concern them."""

OTHER = ""
Maker = Callable[..., Awaitable[Any]]


async def outgoing(db: AsyncSession, **more: Any) -> OutgoingDocument:
    """A document that went out."""
    made = OutgoingDocument(
        year=2026,
        number=next(YEARS),
        sign="UBND-KGVX",
        number_key=f"{next(YEARS)}/ubnd-kgvx",
        dated=MONDAY.date(),
        kind=DocumentKind.OFFICIAL_LETTER,
        subject="V/v tiêm chủng",
        urgency=Urgency.NORMAL,
        source_at=MONDAY,
        **more,
    )
    db.add(made)
    await db.flush()
    return made


async def numbers(db: AsyncSession, **more: Any) -> ClassifiedCount:
    """A month's number of classified documents."""
    made = ClassifiedCount(
        month=dt.date(2000 + next(YEARS), 1, 1),
        direction=Direction.INCOMING,
        level=Secrecy.SECRET,
        number=3,
        **more,
    )
    db.add(made)
    await db.flush()
    return made


async def look(db: AsyncSession, **more: Any) -> AuditEntry:
    """An entry of the audit."""
    made = AuditEntry(at=MONDAY, act="dossier.status", item_kind="dossier", item_id=1, **more)
    db.add(made)
    await db.flush()
    return made


async def meeting(db: AsyncSession, *, with_person: Any = None, **more: Any) -> Any:
    """A meeting, in which somebody takes part."""
    taking_part = [with_person] if with_person else []
    return await make.meeting(db, "2026-11-16 08:30", *taking_part, **more)


async def dossier(db: AsyncSession, *, opened_by: int | None = None, **more: Any) -> Any:
    """A dossier, which an account may have opened with the second fact."""
    made = await make.dossier(db, **more)
    if opened_by and made.id:
        db.add(DossierGrant(account_id=opened_by, dossier_id=made.id, since=MONDAY))
        await db.flush()
    return made


async def ordinary(db: AsyncSession, **more: Any) -> Any:
    """A complaint."""
    return await make.petition(db, PetitionKind.COMPLAINT, **more)


async def denunciation(db: AsyncSession, **more: Any) -> Any:
    """A denunciation."""
    return await make.petition(db, PetitionKind.DENUNCIATION, **more)


class Someone:
    """A viewer with what records can say of them."""

    def __init__(self, viewer: Viewer, person: Any) -> None:
        self.viewer = viewer
        self.person = person
        self.unit_id = viewer.unit_id or 0

    def by(self, column: str) -> dict[str, Any]:
        """A record that names this person, or nobody where there is no person."""
        return {column: self.viewer.person_id}

    def of_unit(self, column: str) -> dict[str, Any]:
        return {column: self.viewer.unit_id}


def work(who: Someone) -> Relations:
    return {
        "what they hold": who.by("holder_id"),
        "their unit's": who.of_unit("unit_id"),
        OTHER: {},
    }


ROWS: Mapping[str, tuple[Maker, str, Any, Callable[[Someone], Relations]]] = {
    "meetings on the public schedule": (
        meeting,
        "meeting",
        meetings.visible_to,
        lambda _: {OTHER: {"openness": Openness.PUBLIC}},
    ),
    "internal meetings": (
        meeting,
        "meeting",
        meetings.visible_to,
        lambda _: {OTHER: {"openness": Openness.INTERNAL}},
    ),
    "“làm việc riêng”": (
        meeting,
        "meeting",
        meetings.visible_to,
        lambda who: {
            "where they take part": {
                "openness": Openness.PARTICIPANTS,
                "with_person": who.person,
            },
            OTHER: {"openness": Openness.PARTICIPANTS},
        },
    ),
    "who leads the office and its units": (
        make.person,
        "person",
        people.visible_to,
        lambda _: {OTHER: {"role": Role.HEAD}},
    ),
    "everybody else of the office": (
        make.person,
        "person",
        people.visible_to,
        lambda _: {OTHER: {"role": Role.OFFICER}},
    ),
    "more of a dossier": (
        dossier,
        "dossier",
        dossiers.visible_to,
        lambda who: {
            "their own": who.by("applicant_id"),
            "what their account has opened": {"opened_by": who.viewer.account_id},
            "what they hold": who.by("holder_id"),
            "their unit's": who.of_unit("unit_id"),
            "what their desk received": who.of_unit("receiving_unit_id"),
            OTHER: {},
        },
    ),
    "incoming documents": (make.document, "incomingdocument", documents.visible_to, work),
    "documents that went out": (
        outgoing,
        "outgoingdocument",
        documents.outgoing_visible_to,
        lambda _: {OTHER: {}},
    ),
    "complaints, proposals": (
        ordinary,
        "petition",
        petitions.visible_to,
        lambda who: {"their own": who.by("sender_id"), **work(who)},
    ),
    "denunciations": (
        denunciation,
        "petition",
        petitions.visible_to,
        lambda who: {"their own": who.by("sender_id"), **work(who)},
    ),
    "how many classified documents a month saw": (
        numbers,
        "classifiedcount",
        classified.visible_to,
        lambda _: {OTHER: {}},
    ),
    "who looked at what": (
        look,
        "auditentry",
        audit_trail.visible_to,
        lambda who: {"their own": who.by("person_id"), OTHER: {}},
    ),
}


async def somebody(
    db: AsyncSession, role: Role | None, duties: frozenset[DutyKind] = frozenset()
) -> Someone:
    """Of this role, in a unit of their own; None for somebody unknown."""
    if role is None:
        account = await make.account(db)
        return Someone(Viewer.stranger(account_id=account.id), None)
    in_office = role is not Role.CITIZEN
    unit = await make.unit(db, f"U{next(YEARS)}") if in_office else None
    person = await make.person(db, "Ai đó", role, unit_id=unit.id if unit else None)
    account = await make.account(db, person)
    return Someone(make.viewer(person, duties=duties, account_id=account.id), person)


async def cell(db: AsyncSession, who: Someone, row: str) -> str:
    """What this person sees of a row's records, in the words of the page."""
    maker, name, visible_to, relations = ROWS[row]
    related = relations(who)
    key = next(iter(TABLES[name].primary_key))
    records = {w: getattr(await maker(db, **more), key.name) for w, more in related.items()}
    shown = sa.select(key).where(visible_to(who.viewer), key.in_(records.values()))
    asker = {"asker": who.viewer.account_id or 0}
    found = {*(await (await db.connection()).execute(shown, asker)).scalars()}
    seen = [word for word, record in records.items() if record in found]
    if OTHER in seen:
        assert len(seen) == len(records), "sees everything, but not what concerns them"
        return "all" if len(records) > 1 else "✓"
    return ", ".join(seen) or "–"


def printed(heading: str) -> dict[str, list[str]]:
    """The rows of the page's table that begins with this heading, by their first cell."""
    text = PAGE.read_text("utf-8")
    table = text[text.index(heading) :].split("\n\n")[0]
    rows = [[part.strip() for part in line.strip("|").split("|")] for line in table.split("\n")]
    return {row[0]: row[1:] for row in rows[2:]}


async def test_the_page_says_who_sees_what(sqlite_store: Store) -> None:
    page = printed("| | anybody |")
    async with sqlite_store.sessions() as db, db.begin():
        viewers = [await somebody(db, role) for role in COLUMNS.values()]
        table = {row: [await cell(db, who, row) for who in viewers] for row in ROWS}
    assert {row: page.get(row) for row in ROWS} == table, as_text(table)


async def opened_by(db: AsyncSession, role: Role | None, duty: DutyKind) -> dict[str, str]:
    """What a duty opens besides what the role opens."""
    without, with_it = await somebody(db, role), await somebody(db, role, frozenset({duty}))
    return {
        row: now
        for row in ROWS
        if (now := await cell(db, with_it, row)) != await cell(db, without, row)
    }


@pytest.mark.parametrize("duty", DutyKind)
async def test_the_page_says_what_a_duty_opens(sqlite_store: Store, duty: DutyKind) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        for_officers = await opened_by(db, Role.OFFICER, duty)
    told = "; ".join(f"{row}: {now}" for row, now in for_officers.items()) or "no record"
    assert printed("| duty |")[f"`{duty}`"][1] == told


@pytest.mark.parametrize("duty", DutyKind)
@pytest.mark.parametrize("role", sorted({*Role} - {Role.OFFICE}))
async def test_a_duty_opens_the_same_in_every_working_role_and_nothing_elsewhere(
    sqlite_store: Store, role: Role, duty: DutyKind
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        opened = await opened_by(db, role, duty)
        for_officers = await opened_by(db, Role.OFFICER, duty)
    assert opened == (for_officers if role in WORKING else {})


def as_text(table: Mapping[str, list[str]]) -> str:
    """The table as the page would print it."""
    return "\n".join(f"| {' | '.join([row, *cells])} |" for row, cells in table.items())
