"""How many documents came in: by kind, by urgency and by unit. Numbers alone, of what is seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.document_records import OPEN_STATES
from storage.documents import visible_to
from storage.kept import kept
from storage.models import DocumentKind, DocumentState, Urgency
from storage.viewer import Viewer

_incoming = SQLModel.metadata.tables["incomingdocument"]
_unit = SQLModel.metadata.tables["unit"]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What came in on some days."""

    total: int
    urgent: int  # Khẩn and above
    still_open: int
    by_kind: Sequence[tuple[DocumentKind, int]]  # the most first
    by_unit: Sequence[tuple[str, int]]  # an empty name: given to no unit yet
    unit: str  # the unit asked about; empty for all
    as_of: datetime | None


async def counted(
    db: AsyncSession,
    viewer: Viewer,
    *,
    first: date,
    last: date,
    unit_id: int | None = None,
    kind: DocumentKind | None = None,
) -> Counted:
    """The documents that arrived on these days, both included, of those this viewer may see.

    A unit outside the office is who sent them; one of the house is whose they are. What was
    withdrawn from the register is not counted. Two statements, three with a unit.
    """
    connection = await db.connection()
    sender, unit = "", ""
    if unit_id is not None:
        of = sa.select(_unit.c.name, _unit.c.outside).where(_unit.c.id == unit_id)
        row = (await connection.execute(of)).first()
        if row is not None:
            unit, sender = row.name, row.name if row.outside else ""
    shape = _counted(viewer.rights, bool(sender), unit_id is not None, kind is not None)
    values = {"first": first, "last": last, "sender": sender, "unit": unit_id, "kind": kind}
    used = {name: value for name, value in values.items() if name in shape.compile().params}
    rows = (await connection.execute(shape, used)).mappings().all()
    return Counted(
        total=sum(row["number"] for row in rows),
        urgent=sum(row["urgent"] for row in rows),
        still_open=sum(row["still_open"] for row in rows),
        by_kind=_summed(rows, "kind"),
        by_unit=_summed(rows, "unit"),
        unit=unit,
        as_of=max((row["as_of"] for row in rows), default=None),
    )


@kept
def _counted(viewer: Viewer, of_sender: bool, of_unit: bool, of_kind: bool) -> sa.Select[Any]:
    conditions = [
        visible_to(viewer),
        _incoming.c.state != DocumentState.WITHDRAWN,
        _incoming.c.arrived_on.between(
            sa.bindparam("first", type_=sa.Date), sa.bindparam("last", type_=sa.Date)
        ),
    ]
    if of_sender:
        conditions.append(_incoming.c.issuer == sa.bindparam("sender", type_=sa.String))
    elif of_unit:
        conditions.append(_incoming.c.unit_id == sa.bindparam("unit", type_=sa.Integer))
    if of_kind:
        conditions.append(_incoming.c.kind == sa.bindparam("kind", type_=_incoming.c.kind.type))
    unit = sa.func.coalesce(_unit.c.name, "").label("unit")

    def number(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
        return sa.func.count().filter(condition)

    return (
        sa.select(
            _incoming.c.kind,
            unit,
            sa.func.count().label("number"),
            number(_incoming.c.urgency != Urgency.NORMAL).label("urgent"),
            number(_incoming.c.state.in_(OPEN_STATES)).label("still_open"),
            sa.func.max(_incoming.c.source_at, type_=_incoming.c.source_at.type).label("as_of"),
        )
        .select_from(_incoming.outerjoin(_unit, _unit.c.id == _incoming.c.unit_id))
        .where(*conditions)
        .group_by(_incoming.c.kind, unit)
    )


def _summed(rows: Sequence[sa.RowMapping], name: str) -> list[tuple[Any, int]]:
    numbers: dict[Any, int] = {}
    for row in rows:
        numbers[row[name]] = numbers.get(row[name], 0) + row["number"]
    return sorted(numbers.items(), key=lambda one: (-one[1], str(one[0])))
