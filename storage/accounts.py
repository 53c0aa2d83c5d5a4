"""Accounts, seen from what is to be sent: where somebody can be reached, and as whom."""

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Account
from storage.viewer import Viewer

_person = SQLModel.metadata.tables["person"]
_duty = SQLModel.metadata.tables["duty"]
_OF_THE_PERSON = (
    sa.select(
        _person.c.id,
        _person.c.role,
        _person.c.unit_id,
        _person.c.name,
        _person.c.title,
        _person.c.language,
        _duty.c.kind.label("duty"),
    )
    .select_from(_person.outerjoin(_duty, _duty.c.person_id == _person.c.id))
    .where(_person.c.id == sa.bindparam("person_id"), _person.c.active)
)


async def by_id(db: AsyncSession, account_id: int) -> Account | None:
    """The account that a reply is still owed to."""
    return await db.get(Account, account_id)


async def viewer_of_person(db: AsyncSession, person_id: int) -> Viewer | None:
    """What a person may see when they are told something unasked; None once they have left."""
    rows = (await (await db.connection()).execute(_OF_THE_PERSON, {"person_id": person_id})).all()
    if not rows:
        return None
    first = rows[0]
    return Viewer(
        role=first.role,
        person_id=first.id,
        unit_id=first.unit_id,
        name=first.name,
        title=first.title,
        language=first.language,
        duties=frozenset(row.duty for row in rows if row.duty is not None),
    )
