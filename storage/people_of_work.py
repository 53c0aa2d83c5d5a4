"""Who must know of a document: who wrote the instruction, who heads its unit."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import people
from storage.documents import visible_to
from storage.models import TABLES
from storage.viewer import Role, Viewer

_document = TABLES["incomingdocument"]
_person = TABLES["person"]
_OFFICE = Viewer.office()


async def instructed(db: AsyncSession, document_id: int) -> Sequence[int]:
    """Who wrote the instruction of a document, if anybody did and is still there."""
    return await _ids(db, document_id, _person.c.id == _document.c.instructed_by_id)


async def heads(db: AsyncSession, document_id: int) -> Sequence[int]:
    """The head of the unit that a document lies with."""
    heads_it = sa.and_(_person.c.role == Role.HEAD, _person.c.unit_id == _document.c.unit_id)
    return await _ids(db, document_id, heads_it)


async def name_of(db: AsyncSession, person_id: int) -> str:
    """What a colleague is called; empty for nobody."""
    this = sa.select(_person.c.name).where(people.visible_to(_OFFICE), _person.c.id == person_id)
    return (await (await db.connection()).execute(this)).scalar_one_or_none() or ""


async def _ids(
    db: AsyncSession, document_id: int, concerned: sa.ColumnElement[bool]
) -> Sequence[int]:
    found = await (await db.connection()).execute(
        sa.select(_person.c.id)
        .select_from(_document.join(_person, concerned))
        .where(
            visible_to(_OFFICE),
            people.visible_to(_OFFICE),
            _document.c.id == document_id,
            _person.c.active,
        )
    )
    return found.scalars().all()
