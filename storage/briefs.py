"""What a message has to say, at the moment when it is said: its items as they are now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import meetings, people
from storage.models import ItemKind, MessageKind, MessageState
from storage.open_items import (
    ITEMS,
    LEADS_THE_OFFICE,
    WILL_BE_HELD,
    Condition,
    Items,
    meeting,
    participant,
    person,
)
from storage.viewer import Viewer

notice = SQLModel.metadata.tables["notice"]
message = SQLModel.metadata.tables["message"]
away = person.alias("away")

AGAIN = "again"
"""A stage that begins so was asked for by the person: “remind me later”."""
GIVEN = "given"
"""A stage that begins so says that the person was given the item, whenever it is due."""


class WhyTold(StrEnum):
    """Why somebody is told."""

    HOLDS = "holds"
    NOBODY_HOLDS = "nobody_holds"  # so the head of the unit is told
    HEADS_UNIT = "heads_unit"
    LEADS_OFFICE = "leads_office"
    TAKES_PART = "takes_part"
    ASKED_AGAIN = "asked_again"
    GIVEN = "given"  # it has just become theirs to do


@dataclass(frozen=True, kw_only=True)
class ItemToTell:
    """One item of a message that still concerns its person. Ids and dates, no words."""

    kind: ItemKind
    id: int
    label: str  # số ký hiệu or code; empty for a meeting
    stage: str
    why: WhyTold
    due_on: date | None  # of a meeting: its day
    due_version: int
    instead_of: str = ""  # the name of who is on leave, if told in their place
    instead_of_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlannedLine:
    """A line of a rehearsal. Without an item: a leader's numbers by unit."""

    person_id: int
    person: str
    message: MessageKind
    send_at: datetime
    why: WhyTold
    item: ItemToTell | None


async def still_open(db: AsyncSession, message_id: int, day: date) -> Sequence[ItemToTell]:
    """The items of a message that are still to be told, the longest due first. One statement.

    Left out is what was closed, whose due time changed (it has a new notice), what passed to
    somebody else, also for the leave that somebody is on that `day`, and a meeting that moved or
    will not be.
    """
    lines = sa.union_all(*_lines(message.c.id == message_id, day)).subquery("lines")
    ordered = sa.select(lines).order_by(
        lines.c.due_on.is_(None), lines.c.due_on, lines.c.item_kind, lines.c.item_id
    )
    return [_item(row) for row in await (await db.connection()).execute(ordered)]


async def lines_of(
    db: AsyncSession,
    *,
    brief_of: date,
    meetings_after: datetime,
    meetings_until: datetime,
    again_until: datetime,
) -> Sequence[PlannedLine]:
    """Every line of the briefs of a day, of the reminders of meetings that start then, of what was
    just given, and of what somebody has asked to be told again by then and was not yet.
    """
    which = sa.or_(
        sa.and_(message.c.kind == MessageKind.BRIEF, message.c.slot == str(brief_of)),
        sa.and_(
            message.c.kind == MessageKind.MEETING,
            message.c.useless_after > meetings_after,
            message.c.useless_after <= meetings_until,
        ),
        sa.and_(
            message.c.kind.in_([MessageKind.ITEM, MessageKind.GIVEN, MessageKind.URGENT]),
            message.c.state == MessageState.PLANNED,
            message.c.send_at <= again_until,
        ),
    )
    numbers = (
        sa.select(message.c.id, message.c.kind, message.c.send_at, person.c.id, person.c.name)
        .add_columns(*(sa.cast(sa.null(), column.type) for column in _ITEM_COLUMNS))
        .add_columns(_why(WhyTold.LEADS_OFFICE), *_NOBODY)
        .select_from(message.join(person, person.c.id == message.c.person_id))
        .where(
            people.visible_to(Viewer.office()),
            which,
            message.c.kind == MessageKind.BRIEF,
            LEADS_THE_OFFICE,
        )
    )
    lines = sa.union_all(*_lines(which, brief_of), numbers).subquery("lines")
    ordered = sa.select(lines).order_by(
        lines.c.person,
        lines.c.person_id,
        lines.c.message_kind,
        lines.c.due_on,
        lines.c.item_kind,
        lines.c.item_id,
    )
    return [
        PlannedLine(
            person_id=row.person_id,
            person=row.person,
            message=row.message_kind,
            send_at=row.send_at,
            why=WhyTold(row.why),
            item=_item(row) if row.item_id is not None else None,
        )
        for row in await (await db.connection()).execute(ordered)
    ]


_NOBODY = (
    sa.cast(sa.null(), person.c.id.type).label("instead_of_id"),
    sa.cast(sa.null(), person.c.name.type).label("instead_of"),
)
_ITEM_COLUMNS = (
    notice.c.item_kind,
    notice.c.item_id,
    notice.c.stage,
    notice.c.due_version,
    notice.c.for_day,
    notice.c.stage,
)


def _item(row: Any) -> ItemToTell:
    return ItemToTell(
        kind=row.item_kind,
        id=row.item_id,
        label=row.label,
        stage=row.stage,
        why=WhyTold(row.why),
        due_on=row.due_on,
        due_version=row.due_version,
        instead_of=row.instead_of or "",
        instead_of_id=row.instead_of_id,
    )


def _lines(which: Condition, day: date) -> list[sa.Select[Any]]:
    """The lines of these messages that still hold on a day, of every kind of item."""
    of_items = [_item_lines(kind, items, day) for kind, items in ITEMS.items()]
    return [lines.where(which) for lines in (*of_items, _meeting_lines())]


def _item_lines(kind: ItemKind, items: Items, day: date) -> sa.Select[Any]:
    table = items.table
    asked_again = notice.c.stage.startswith(AGAIN)
    given = notice.c.stage.startswith(GIVEN)
    instead = items.in_whose_place(day)
    told_by_rule = sa.and_(
        sa.or_(given, table.c.due_version == notice.c.due_version),
        sa.or_(items.is_own(day), instead.is_not(None)),
    )
    own = sa.or_(asked_again, items.is_own(day))
    held = table.c.holder_id.in_([person.c.id, away.c.id])
    why = sa.case(
        (asked_again, _why(WhyTold.ASKED_AGAIN)),
        (given, _why(WhyTold.GIVEN)),
        (table.c.holder_id.is_(None), _why(WhyTold.NOBODY_HOLDS)),
        (sa.func.coalesce(held, sa.false()), _why(WhyTold.HOLDS)),
        else_=_why(WhyTold.HEADS_UNIT),
    )
    absent = sa.and_(sa.not_(own), away.c.id == instead)
    lines = _told(table, kind, due_on=table.c.due_on, label=items.label, why=why, absent=absent)
    return lines.where(
        items.visible_to(Viewer.office()),
        items.is_open,
        sa.or_(told_by_rule, sa.and_(asked_again, items.concerns)),
    )


def _meeting_lines() -> sa.Select[Any]:
    return _told(
        meeting,
        ItemKind.MEETING,
        due_on=meeting.c.day,
        label=sa.literal(""),
        why=_why(WhyTold.TAKES_PART),
    ).where(
        meetings.visible_to(Viewer.office()),
        WILL_BE_HELD,
        meeting.c.version == notice.c.due_version,
        sa.exists().where(
            participant.c.meeting_id == meeting.c.id, participant.c.person_id == person.c.id
        ),
    )


def _why(reason: WhyTold) -> sa.ColumnElement[str]:
    return sa.literal(reason.value, type_=sa.String())


def _told(
    table: sa.Table,
    kind: ItemKind,
    *,
    due_on: sa.ColumnElement[Any],
    label: sa.ColumnElement[str],
    why: sa.ColumnElement[str],
    absent: Condition | None = None,
) -> sa.Select[Any]:
    """The columns of a line, over a notice, its message, its person and its item.

    `absent`: who `away` is, of whose reminders this is one.
    """
    return (
        sa.select(
            message.c.id.label("message_id"),
            message.c.kind.label("message_kind"),
            message.c.send_at.label("send_at"),
            person.c.id.label("person_id"),
            person.c.name.label("person"),
            notice.c.item_kind,
            notice.c.item_id,
            notice.c.stage,
            notice.c.due_version,
            due_on.label("due_on"),
            label.label("label"),
            why.label("why"),
            away.c.id.label("instead_of_id"),
            away.c.name.label("instead_of"),
        )
        .select_from(
            notice.join(message, message.c.id == notice.c.message_id)
            .join(person, person.c.id == notice.c.person_id)
            .join(table, table.c.id == notice.c.item_id)
            .outerjoin(away, sa.false() if absent is None else absent)
        )
        .where(notice.c.item_kind == kind, person.c.active)
    )
