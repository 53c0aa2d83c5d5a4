"""Who works beside somebody: the people of their own unit."""

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import people
from storage.models import TABLES
from storage.rights import belongs
from storage.viewer import Role, Viewer

_person = TABLES["person"]


async def is_of_own_unit(db: AsyncSession, viewer: Viewer, person_id: int) -> bool:
    """Whether this colleague works in the viewer's unit."""
    return await _there(db, viewer, person_id, sa.true())


async def heads_own_unit(db: AsyncSession, viewer: Viewer, person_id: int) -> bool:
    """Whether this colleague heads it."""
    return await _there(db, viewer, person_id, _person.c.role == Role.HEAD)


async def _there(
    db: AsyncSession, viewer: Viewer, person_id: int, condition: sa.ColumnElement[bool]
) -> bool:
    there = sa.select(_person.c.id).where(
        people.visible_to(viewer),
        _person.c.active,
        _person.c.id == person_id,
        belongs(_person.c.unit_id, viewer.unit_id),
        condition,
    )
    return (await (await db.connection()).execute(there)).first() is not None
