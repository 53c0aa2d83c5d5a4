"""What a stand-in may see: the items of which they are reminded in somebody's place, no other.

`Viewer.stands_in_for` says for whom they stand in today; it is read anew with every message, so
that a right ends with the last day, or with the leave itself.
"""

from datetime import date

import sqlalchemy as sa
from sqlmodel import SQLModel

from storage.models import ItemKind, LeaveState
from storage.viewer import Role, Viewer

_person = SQLModel.metadata.tables["person"]
leave = SQLModel.metadata.tables["leave"]
_notice = SQLModel.metadata.tables["notice"]
_absent = _person.alias("absent")


def holds_on(day: date | sa.BindParameter[date]) -> sa.ColumnElement[bool]:
    """`leave` was accepted and is on that day."""
    return sa.and_(
        leave.c.state == LeaveState.ACCEPTED, leave.c.first_day <= day, leave.c.last_day >= day
    )


def reminded_instead(viewer: Viewer, kind: ItemKind, table: sa.Table) -> sa.ColumnElement[bool]:
    """The viewer was reminded of the item on a day of a leave for which they stand in today,
    and the absent person is still who would be reminded: its holder, or the head of its unit.
    """
    if not viewer.stands_in_for or viewer.person_id is None:
        return sa.false()
    heads = sa.and_(_absent.c.role == Role.HEAD, _absent.c.unit_id == table.c.unit_id)
    return (
        sa.exists()
        .where(
            leave.c.stand_in_id == viewer.person_id,
            leave.c.person_id.in_(sorted(viewer.stands_in_for)),
            leave.c.state == LeaveState.ACCEPTED,
            _absent.c.id == leave.c.person_id,
            _notice.c.person_id == viewer.person_id,
            _notice.c.item_kind == kind,
            _notice.c.item_id == table.c.id,
            _notice.c.for_day.between(leave.c.first_day, leave.c.last_day),
            sa.or_(table.c.holder_id == _absent.c.id, heads),
        )
        .correlate(table)
    )
