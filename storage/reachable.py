"""Whom no channel reaches, with what they should hear of today; and who telephones them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import people
from storage.ledger import TO_NOBODY_ELSE
from storage.messages import UNFINISHED
from storage.models import ItemKind, MessageKind, MessageState, Urgency
from storage.open_items import ITEMS, LEADS_THE_OFFICE, Condition
from storage.troubles import NO_ACCOUNT
from storage.viewer import Role, Viewer

account = SQLModel.metadata.tables["account"]
message = SQLModel.metadata.tables["message"]
notice = SQLModel.metadata.tables["notice"]
person = SQLModel.metadata.tables["person"]
unit = SQLModel.metadata.tables["unit"]
_later = message.alias("later")
_chief = person.alias("chief")


@dataclass(frozen=True, kw_only=True)
class Unreached:
    """Somebody whom no channel reaches, by name and telephone, and how much they do not know of."""

    person_id: int
    name: str
    phone: str  # their own, else their unit's; may be empty
    unit_id: int | None
    unit: str
    items: int


@dataclass(frozen=True, kw_only=True)
class Telephonist:
    """Somebody who may be given a list: a văn thư, or who does it where none can be reached."""

    person_id: int
    unit_id: int | None
    role: Role


async def unreached(
    db: AsyncSession, *, since: datetime, due_by: date, channels: Collection[str]
) -> Sequence[Unreached]:
    """Whom nothing has reached since a message of theirs was lost that was planned for `since` on.

    Only with something open that is due by `due_by` or urgent; denunciations are counted for
    nobody. Not reached: without an account on one of these channels, or refused, blocked or given
    up, with no sign of them since. One statement.
    """
    parts = [
        sa.select(
            message.c.person_id.label("person_id"),
            sa.literal(kind.value).label("kind"),
            items.table.c.id.label("item_id"),
        )
        .select_from(
            message.join(notice, notice.c.message_id == message.c.id).join(
                items.table, items.table.c.id == notice.c.item_id
            )
        )
        .where(
            items.visible_to(Viewer.office()),
            notice.c.item_kind == kind,
            items.is_open,
            sa.not_(items.holder_only),
            _cannot_wait(kind, due_by),
            _is_lost(channels),
            message.c.planned_for >= since,
        )
        for kind, items in ITEMS.items()
    ]
    missed = sa.union(*parts).subquery("missed")
    found = await (await db.connection()).execute(
        sa.select(
            person.c.id.label("person_id"),
            person.c.name,
            sa.func.coalesce(sa.func.nullif(person.c.phone, ""), unit.c.phone, "").label("phone"),
            person.c.unit_id,
            sa.func.coalesce(unit.c.name, "").label("unit"),
            sa.func.count().label("items"),
        )
        .select_from(
            missed.join(person, person.c.id == missed.c.person_id).outerjoin(
                unit, unit.c.id == person.c.unit_id
            )
        )
        .where(people.visible_to(Viewer.office()), person.c.active)
        .group_by(person.c.id, person.c.name, person.c.phone, person.c.unit_id, unit.c.id)
        .order_by(unit.c.name, person.c.name, person.c.id)
    )
    return [Unreached(**row) for row in found.mappings()]


async def telephonists(db: AsyncSession, *, channels: Collection[str]) -> Sequence[Telephonist]:
    """Whom one of these channels reaches, in the order in which they are asked.

    Every văn thư; then who keeps the program; then who leads the office, whoever stands in for
    another leader before that one.
    """
    reached = sa.exists().where(
        account.c.person_id == person.c.id,
        account.c.channel.in_(channels),
        account.c.blocked_at.is_(None),
    )
    return await _telephonists(db, reached)


async def with_a_list(db: AsyncSession, day: date) -> Sequence[Telephonist]:
    """Who was given a list of this day, in the same order."""
    return await _telephonists(
        db,
        sa.exists().where(
            message.c.person_id == person.c.id,
            message.c.kind == MessageKind.CALLS,
            message.c.slot == str(day),
        ),
    )


async def _telephonists(db: AsyncSession, which: Condition) -> Sequence[Telephonist]:
    is_deputy = sa.exists().where(
        _chief.c.stand_in_id == person.c.id, _chief.c.active, _chief.c.role == Role.LEADER
    )
    in_turn = sa.case(
        (person.c.role == Role.CLERK, 0),
        (person.c.role == Role.ADMIN, 1),
        (is_deputy, 2),
        else_=3,
    )
    found = await (await db.connection()).execute(
        sa.select(person.c.id.label("person_id"), person.c.unit_id, person.c.role)
        .where(
            people.visible_to(Viewer.office()),
            person.c.active,
            sa.or_(person.c.role.in_((Role.CLERK, Role.ADMIN)), LEADS_THE_OFFICE),
            which,
        )
        .order_by(in_turn, person.c.id)
    )
    return [Telephonist(**row) for row in found.mappings()]


def _cannot_wait(kind: ItemKind, due_by: date) -> Condition:
    table = ITEMS[kind].table
    due: Condition = table.c.due_on <= due_by
    return sa.or_(due, table.c.urgency != Urgency.NORMAL) if kind is ItemKind.DOCUMENT else due


def _is_lost(channels: Collection[str]) -> Condition:
    """The message did not arrive, and its person has not been reached since."""
    nowhere = sa.and_(message.c.state.in_(UNFINISHED), message.c.reason == NO_ACCOUNT)
    ended = message.c.state.in_((MessageState.FAILED, MessageState.GIVEN_UP))
    here = sa.and_(
        account.c.person_id == message.c.person_id,
        account.c.channel.in_(channels),
        account.c.blocked_at.is_(None),
    )
    came_since = sa.or_(
        account.c.seen_at > message.c.send_at, account.c.linked_at > message.c.send_at
    )
    told_since = sa.exists().where(
        _later.c.person_id == message.c.person_id,
        _later.c.state.in_((MessageState.SENT, MessageState.CONFIRMED)),
        _later.c.sent_at >= message.c.planned_for,
    )
    return sa.and_(
        message.c.kind.not_in(TO_NOBODY_ELSE),
        sa.or_(
            sa.and_(nowhere, sa.not_(sa.exists().where(here))),
            sa.and_(ended, sa.not_(sa.exists().where(here, came_since))),
        ),
        sa.not_(told_since),
    )
