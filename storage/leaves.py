"""Who is away, and who gets their reminders meanwhile: asked for, answered, ended.

What a stand-in may see is in `storage.leave_rights`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import people
from storage.leave_rights import holds_on, leave
from storage.models import LeaveState
from storage.viewer import Viewer

_person = SQLModel.metadata.tables["person"]
_absent, _stand_in = _person.alias("absent"), _person.alias("stand_in")
_STANDS = leave.c.state.in_([LeaveState.ASKED, LeaveState.ACCEPTED])


@dataclass(frozen=True, kw_only=True)
class Away:
    """A leave, both days included, with the names of the two it is about."""

    id: int
    person_id: int
    person: str
    stand_in_id: int
    stand_in: str
    first_day: date
    last_day: date
    state: LeaveState


async def ask(
    db: AsyncSession,
    viewer: Viewer,
    *,
    stand_in_id: int,
    first_day: date,
    last_day: date,
    now: datetime,
) -> int:
    """This person will be away and asks somebody to stand in; gives the number of the leave."""
    made = await (await db.connection()).execute(
        sa.insert(leave)
        .values(
            person_id=viewer.person_id,
            stand_in_id=stand_in_id,
            first_day=first_day,
            last_day=last_day,
            state=LeaveState.ASKED,
            asked_at=now,
        )
        .returning(leave.c.id)
    )
    number: int = made.scalar_one()
    return number


async def answer(
    db: AsyncSession, viewer: Viewer, number: int, *, accepts: bool, now: datetime
) -> bool:
    """The stand-in says yes or no. False when that was not theirs to say, or is not any more."""
    state = LeaveState.ACCEPTED if accepts else LeaveState.REFUSED
    done = await (await db.connection()).execute(
        sa.update(leave)
        .where(
            leave.c.id == number,
            leave.c.stand_in_id == viewer.person_id,
            leave.c.state == LeaveState.ASKED,
            leave.c.last_day >= now.date(),
        )
        .values(state=state, answered_at=now)
    )
    return done.rowcount == 1


async def end(db: AsyncSession, viewer: Viewer, number: int, *, today: date) -> bool:
    """Whoever is away takes it back. False when there was nothing of theirs to take back."""
    done = await (await db.connection()).execute(
        sa.update(leave)
        .where(
            leave.c.id == number,
            leave.c.person_id == viewer.person_id,
            _STANDS,
            leave.c.last_day >= today,
        )
        .values(state=LeaveState.ENDED)
    )
    return done.rowcount == 1


async def by_id(db: AsyncSession, viewer: Viewer, number: int) -> Away | None:
    """One that is about this person, in whatever state."""
    return next(iter(await _found(db, leave.c.id == number, _concerns(viewer))), None)


async def of_person(db: AsyncSession, viewer: Viewer, *, today: date) -> Sequence[Away]:
    """Their own that are asked for or agreed and not over, the first first."""
    theirs = leave.c.person_id == viewer.person_id
    return await _found(db, theirs, _STANDS, leave.c.last_day >= today)


async def overlapping(
    db: AsyncSession, person_ids: Sequence[int], *, first_day: date, last_day: date
) -> Sequence[Away]:
    """In which one of these people is away, or has agreed to stand in, on one of these days."""
    about = sa.or_(
        sa.and_(leave.c.person_id.in_(person_ids), _STANDS),
        sa.and_(leave.c.stand_in_id.in_(person_ids), leave.c.state == LeaveState.ACCEPTED),
    )
    return await _found(db, about, leave.c.first_day <= last_day, leave.c.last_day >= first_day)


async def is_away(db: AsyncSession, viewer: Viewer, day: date) -> bool:
    """Somebody else gets this person's reminders on that day."""
    there = sa.exists().where(leave.c.person_id == viewer.person_id, holds_on(day))
    return bool((await (await db.connection()).execute(sa.select(there))).scalar_one())


def _concerns(viewer: Viewer) -> sa.ColumnElement[bool]:
    return sa.or_(leave.c.person_id == viewer.person_id, leave.c.stand_in_id == viewer.person_id)


async def _found(db: AsyncSession, *which: sa.ColumnElement[bool]) -> Sequence[Away]:
    found = await (await db.connection()).execute(
        sa.select(
            leave.c.id,
            leave.c.person_id,
            _absent.c.name.label("person"),
            leave.c.stand_in_id,
            _stand_in.c.name.label("stand_in"),
            leave.c.first_day,
            leave.c.last_day,
            leave.c.state,
        )
        .select_from(
            leave.join(_absent, _absent.c.id == leave.c.person_id).join(
                _stand_in, _stand_in.c.id == leave.c.stand_in_id
            )
        )
        .where(people.visible_to(Viewer.office()), *which)
        .order_by(leave.c.first_day, leave.c.id)
    )
    return [Away(**row) for row in found.mappings()]
