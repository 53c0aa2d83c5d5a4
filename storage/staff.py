"""Coming and going: finding somebody by name, leaving the office, changing the unit."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import behalf, documents, dossiers, links, office, people, petitions
from storage.folding import folded, words_in
from storage.models import ItemKind, PetitionKind
from storage.viewer import STAFF, Role, Viewer

_person = SQLModel.metadata.tables["person"]
_unit = SQLModel.metadata.tables["unit"]
_duty = SQLModel.metadata.tables["duty"]
_document = SQLModel.metadata.tables["incomingdocument"]
_dossier = SQLModel.metadata.tables["dossier"]
_petition = SQLModel.metadata.tables["petition"]
MOST_ALIKE = 5
_STAFF = (
    sa.select(
        _person.c.id,
        _person.c.name,
        _person.c.role,
        _person.c.title,
        _person.c.short_title,
        sa.func.coalesce(_unit.c.name, "").label("unit"),
    )
    .select_from(_person.outerjoin(_unit, _unit.c.id == _person.c.unit_id))
    .where(_person.c.active, _person.c.role.in_(sorted(STAFF)))
    .order_by(_person.c.id)
)
_EVERYBODY = people.visible_to(Viewer.office())
# What is open though its clock stands still must be given to somebody else as well. A denunciation
# is in no count (decision 8).
_UNFINISHED = {
    ItemKind.DOCUMENT: (_document, documents.visible_to(Viewer.office()), documents.IS_OPEN),
    ItemKind.DOSSIER: (
        _dossier,
        dossiers.visible_to(Viewer.office()),
        _dossier.c.state.in_(dossiers.AWAITED),
    ),
    ItemKind.PETITION: (
        _petition,
        petitions.visible_to(Viewer.office()),
        _petition.c.state.in_(petitions.OPEN) & (_petition.c.kind != PetitionKind.DENUNCIATION),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody of the office, as told apart from others of the same name."""

    id: int
    name: str
    role: Role
    title: str
    short_title: str
    unit: str  # its name; empty for somebody who belongs to none


@dataclass(frozen=True, kw_only=True)
class Gone:
    """What became of somebody who left or moved."""

    accounts: int  # that were ended
    held: dict[ItemKind, int]  # what they still hold; denunciations are counted for nobody


async def called(db: AsyncSession, viewer: Viewer, words: str) -> Sequence[Member]:
    """Who is meant: one, if name, title, short title or number is exactly this; else who may be.

    Diacritics may be left out; where they are typed and somebody is spelt so, it is they.
    Nobody but people of the office, `MOST_ALIKE` at most.
    """
    known = _STAFF.where(people.visible_to(viewer))
    rows = (await (await db.connection()).execute(known)).mappings()
    everybody = [Member(**row) for row in rows]
    wanted = _plain(words)
    exact = [one for one in everybody if wanted and wanted in map(_plain, _names(one))]
    spelt = [one for one in exact if _spelt(words) in map(_spelt, _names(one))]
    asked = words_in(words)
    alike = [one for one in everybody if asked and asked <= words_in(f"{one.name} {one.title}")]
    return (spelt if len(spelt) == 1 else exact or alike)[:MOST_ALIKE]


async def by_id(db: AsyncSession, person_id: int) -> Member | None:
    """This person, if they are of the office and still here."""
    this = _STAFF.where(_EVERYBODY, _person.c.id == person_id)
    row = (await (await db.connection()).execute(this)).mappings().one_or_none()
    return Member(**row) if row else None


async def unit_called(db: AsyncSession, words: str) -> int | None:
    """The office's unit with this code or name; None if there is none."""
    rows = await (await db.connection()).execute(
        sa.select(_unit.c.id, _unit.c.code, _unit.c.name).where(sa.not_(_unit.c.outside))
    )
    found = [row.id for row in rows if _plain(words) in (_plain(row.code), _plain(row.name))]
    return found[0] if len(found) == 1 else None


async def leave(db: AsyncSession, person_id: int, *, now: datetime) -> Gone:
    """This person is no longer of the office: from this transaction on they are a stranger.

    Every account ends with what hangs on it, unused codes are void, duties, acting for others and
    standing in for them end. What they hold stays theirs until it is given to somebody else.
    """
    gone = await _let_go(db, person_id, now)
    connection = await db.connection()
    await connection.execute(
        sa.update(_person)
        .where(_EVERYBODY, _person.c.stand_in_id == person_id)
        .values(stand_in_id=None)
    )
    await connection.execute(
        sa.update(_person).where(_EVERYBODY, _person.c.id == person_id).values(active=False)
    )
    return gone


async def move(
    db: AsyncSession,
    person_id: int,
    unit_id: int,
    *,
    now: datetime,
    role: Role | None = None,
    title: str | None = None,
) -> Gone:
    """This person works in another unit: whatever the old one allowed them ends at once.

    As with `leave`; they come back by a new code. A role and a title that are not given stay.
    """
    gone = await _let_go(db, person_id, now)
    new = {"unit_id": unit_id, "role": role, "title": title}
    given = {name: value for name, value in new.items() if value is not None}
    await (await db.connection()).execute(
        sa.update(_person).where(_EVERYBODY, _person.c.id == person_id).values(**given)
    )
    return gone


async def _let_go(db: AsyncSession, person_id: int, now: datetime) -> Gone:
    theirs = [one.account_id for one in await links.linked(db, person_id=person_id)]
    await links.end(db, theirs, now=now)
    await links.void_codes(db, person_id, now=now)
    await behalf.forbid_all(db, person_id)
    await (await db.connection()).execute(sa.delete(_duty).where(_duty.c.person_id == person_id))
    await office.raise_version(db)
    return Gone(accounts=len(theirs), held=await _held(db, person_id))


async def _held(db: AsyncSession, person_id: int) -> dict[ItemKind, int]:
    """How many open items of each kind."""
    kinds = [
        sa.select(sa.literal(kind.value), sa.func.count())
        .select_from(table)
        .where(visible, table.c.holder_id == person_id, is_open)
        for kind, (table, visible, is_open) in _UNFINISHED.items()
    ]
    rows = await (await db.connection()).execute(sa.union_all(*kinds))
    return {ItemKind(kind): number for kind, number in rows}


def _names(one: Member) -> tuple[str, ...]:
    return (one.name, one.title, one.short_title, str(one.id))


def _plain(words: str) -> str:
    return " ".join(folded(words).split())


def _spelt(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).lower().split())
