"""How many classified documents a month saw: numbers, the only thing that is kept of them."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import assert_never

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, upserts
from storage.models import TABLES, ClassifiedCount, Direction, Secrecy
from storage.rights import decides
from storage.viewer import DutyKind, Role, Viewer

_count = TABLES["classifiedcount"]
_KEY = ("month", "direction", "level")


@dataclass(frozen=True, kw_only=True)
class Count:
    """A month's number of one level, that came or went."""

    month: date  # its first day
    direction: Direction
    level: Secrecy
    number: int


@decides("classifiedcount")
def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Who may know the numbers: the leaders, and whoever enters them as a duty.

    There is nothing else to know here: no number of a document, no subject, no sender
    (Luật Bảo vệ bí mật nhà nước 117/2025/QH15).
    """
    match viewer.role:
        case Role.OFFICE | Role.LEADER:
            return sa.true()
        case Role.HEAD | Role.OFFICER | Role.CLERK:
            return sa.true() if DutyKind.CLASSIFIED_COUNTS in viewer.duties else sa.false()
        case Role.CITIZEN | Role.ADMIN:
            return sa.false()
    assert_never(viewer.role)


def enters(viewer: Viewer) -> bool:
    """Who may enter them: of the office, with the duty, and in nobody's stead."""
    of_the_office = viewer.role in (Role.LEADER, Role.HEAD, Role.OFFICER, Role.CLERK)
    return (
        of_the_office
        and DutyKind.CLASSIFIED_COUNTS in viewer.duties
        and viewer.person_id is not None
        and not viewer.on_behalf
    )


async def entered(
    db: AsyncSession, viewer: Viewer, month: date, direction: Direction, level: Secrecy
) -> int | None:
    """The number that stands there; None where none was entered."""
    this = sa.select(_count.c.number).where(
        visible_to(viewer),
        _count.c.month == month,
        _count.c.direction == direction,
        _count.c.level == level,
    )
    number: int | None = (await (await db.connection()).execute(this)).scalar_one_or_none()
    return number


async def enter(db: AsyncSession, viewer: Viewer, count: Count, *, now: datetime) -> bool:
    """Put a number in, in place of the one before; False for whoever may not."""
    if not enters(viewer):
        return False
    await upserts.run(db, _ENTER, asdict(count))
    detail = f"{count.month:%Y-%m} {count.direction} {count.level}"
    await audit.note(db, viewer, "classified.entered", "", None, now, detail=detail)
    return True


_ENTER = upserts.upsert(
    ClassifiedCount,
    lambda insert: insert.on_conflict_do_update(
        index_elements=_KEY, set_={"number": insert.excluded.number}
    ),
)
