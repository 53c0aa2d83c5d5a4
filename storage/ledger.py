"""The ledger of reminders: who was told unasked, who was not, and why."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, assert_never

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, pages, people, petitions
from storage.messages import TOO_LATE, UNFINISHED
from storage.models import ItemKind, MessageKind, MessageState, PetitionKind, RecordKind
from storage.open_items import ITEMS
from storage.pages import Page
from storage.rights import belongs
from storage.troubles import AWAY, BLOCKED, IN_A_FORM, NO_ACCOUNT, NO_BUDGET, REFUSED, WINDOW
from storage.viewer import Role, Viewer

message = SQLModel.metadata.tables["message"]
notice = SQLModel.metadata.tables["notice"]
person = SQLModel.metadata.tables["person"]
account = SQLModel.metadata.tables["account"]
unit = SQLModel.metadata.tables["unit"]
petition = SQLModel.metadata.tables["petition"]

TO_NOBODY_ELSE = (MessageKind.CALLS, MessageKind.ALARM)
"""What the outbox says about itself."""


class Fate(StrEnum):
    """What became of a message, as it is told. All but the first two: it did not arrive."""

    ARRIVED = "arrived"
    ON_ITS_WAY = "on_its_way"
    NOT_LINKED = "not_linked"
    BLOCKED = "blocked"
    REFUSED = "refused"
    CHANNEL_DOWN = "channel_down"
    TOO_LATE = "too_late"
    OVER_BUDGET = "over_budget"
    WINDOW_CLOSED = "window_closed"
    WAITS_FOR_HOURS = "waits_for_hours"
    AWAY = "away"


@dataclass(frozen=True, kw_only=True)
class LedgerEntry:
    """One message and what became of it. Nobody else counts a denunciation among its items."""

    id: int
    person_id: int | None
    person: str  # empty for an answer to a stranger
    phone: str  # their own, else their unit's; may be empty
    kind: MessageKind
    instead: bool  # it asks them to telephone, because no văn thư could be reached
    items: int
    state: MessageState
    reason: str
    channel: str
    attempts: int
    planned_for: datetime
    send_at: datetime

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.state in (MessageState.SENT, MessageState.CONFIRMED):
            return Fate.ARRIVED
        if self.state is MessageState.CANCELLED:
            return Fate.TOO_LATE
        if not self.reason:
            is_put_off = self.send_at > self.planned_for and self.state is MessageState.PLANNED
            return Fate.WAITS_FOR_HOURS if is_put_off else Fate.ON_ITS_WAY
        return _TROUBLE.get(self.reason.rpartition(": ")[2], Fate.CHANNEL_DOWN)


_TROUBLE = {
    NO_ACCOUNT: Fate.NOT_LINKED,
    BLOCKED: Fate.BLOCKED,
    REFUSED: Fate.REFUSED,
    NO_BUDGET: Fate.OVER_BUDGET,
    WINDOW: Fate.WINDOW_CLOSED,
    IN_A_FORM: Fate.ON_ITS_WAY,
    AWAY: Fate.AWAY,
}


_MISSING = sa.or_(
    sa.and_(message.c.state.in_(UNFINISHED), message.c.reason != ""),
    sa.and_(message.c.state == MessageState.PLANNED, message.c.send_at > message.c.planned_for),
    message.c.state.in_((MessageState.FAILED, MessageState.GIVEN_UP)),
    sa.and_(message.c.state == MessageState.CANCELLED, message.c.reason.startswith(TOO_LATE)),
)
_UNDER_WAY = message.c.state.in_((*UNFINISHED, MessageState.SENT, MessageState.CONFIRMED))


def concerns(viewer: Viewer) -> sa.ColumnElement[bool]:
    """About whose reminders this viewer may hear: their own, those of whom they answer for.

    The leaders of the office, not of the province, hear of everybody; a head and a văn thư of
    their unit. Who keeps the program hears of everybody, but not of what.
    """
    own = belongs(person.c.id, viewer.person_id)
    match viewer.role:
        case Role.OFFICE | Role.ADMIN:
            return sa.true()
        case Role.LEADER:
            in_the_house = sa.exists().where(
                belongs(unit.c.id, viewer.unit_id), sa.not_(unit.c.outside)
            )
            return sa.or_(own, in_the_house)
        case Role.HEAD | Role.CLERK:
            return sa.or_(own, belongs(person.c.unit_id, viewer.unit_id))
        case Role.OFFICER:
            return own
        case Role.CITIZEN:
            return sa.false()
    assert_never(viewer.role)


async def entries(
    db: AsyncSession,
    viewer: Viewer,
    *,
    first: datetime,
    end: datetime,
    missing: bool,
    limit: int,
    offset: int = 0,
    person_id: int | None = None,
    unit_id: int | None = None,
    mine: bool = False,
) -> Page[LedgerEntry]:
    """What was meant to be said from `first` on and before `end`, in that order. One statement.

    `missing`: only what did not arrive. What was taken back because there was nothing to say any
    more is not among them. Answers to strangers and citizens are the office's alone to see.
    """
    chosen = [
        message.c.planned_for >= first,
        message.c.planned_for < end,
        _MISSING if missing else sa.or_(_MISSING, _UNDER_WAY),
    ]
    if viewer.role is Role.OFFICE:
        seen = sa.or_(person.c.id.is_(None), people.visible_to(viewer))
    else:
        chosen += [
            message.c.person_id.is_not(None),
            message.c.kind.not_in(TO_NOBODY_ELSE),
            concerns(viewer),
        ]
        seen = people.visible_to(viewer)
    if mine:
        chosen.append(belongs(person.c.id, viewer.person_id))
    if person_id is not None:
        chosen.append(person.c.id == person_id)
    if unit_id is not None:
        chosen.append(person.c.unit_id == unit_id)
    ordered = _ENTRIES.add_columns(_told_of(viewer).label("items")).where(seen, *chosen)
    return await pages.screen(
        db, ordered, lambda row: LedgerEntry(**row), limit=limit, offset=offset
    )


async def labels(
    db: AsyncSession, viewer: Viewer, message_ids: Collection[int]
) -> Mapping[int, Sequence[str]]:
    """What these messages are about, by số ký hiệu or code, as far as the viewer may see it.

    A denunciation is named to nobody. One statement; who keeps the program is told of none.
    """
    if viewer.role is Role.ADMIN or not message_ids:
        return {}
    parts = [
        sa.select(
            notice.c.message_id,
            sa.literal(kind.value).label("kind"),
            items.table.c.id,
            items.label.label("label"),
        )
        .distinct()
        .select_from(notice.join(items.table, items.table.c.id == notice.c.item_id))
        .where(
            items.visible_to(viewer),
            notice.c.item_kind == kind,
            notice.c.message_id.in_(message_ids),
            sa.not_(items.holder_only),
        )
        for kind, items in ITEMS.items()
    ]
    every = sa.union_all(*parts).subquery("every")
    ordered = sa.select(every).order_by(every.c.kind, every.c.id)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for row in await (await db.connection()).execute(ordered):
        found[row.message_id].append(row.label)
        audit.saw(db, RecordKind(row.kind), [row.id])
    return found


def _told_of(viewer: Viewer) -> sa.ScalarSelect[int]:
    """How many items it was about; a denunciation counts for its holder alone."""
    secret = sa.select(petition.c.id).where(
        petitions.visible_to(Viewer.office()),
        petition.c.kind == PetitionKind.DENUNCIATION,
        sa.true() if viewer.on_behalf else petition.c.holder_id.is_distinct_from(viewer.person_id),
    )
    is_secret = sa.and_(notice.c.item_kind == ItemKind.PETITION, notice.c.item_id.in_(secret))
    counted = sa.select(sa.func.count()).where(
        notice.c.message_id == message.c.id, sa.not_(is_secret)
    )
    return counted.scalar_subquery()


_ENTRIES: sa.Select[Any] = (
    sa.select(
        message.c.id,
        person.c.id.label("person_id"),
        sa.func.coalesce(person.c.name, "").label("person"),
        sa.func.coalesce(sa.func.nullif(person.c.phone, ""), unit.c.phone, "").label("phone"),
        message.c.kind,
        sa.func.coalesce(
            sa.and_(message.c.kind == MessageKind.CALLS, person.c.role != Role.CLERK), sa.false()
        ).label("instead"),
        message.c.state,
        message.c.reason,
        message.c.channel,
        message.c.attempts,
        message.c.planned_for,
        message.c.send_at,
    )
    .select_from(
        message.outerjoin(account, account.c.id == message.c.account_id)
        .outerjoin(
            person, person.c.id == sa.func.coalesce(message.c.person_id, account.c.person_id)
        )
        .outerjoin(unit, unit.c.id == person.c.unit_id)
    )
    .order_by(message.c.planned_for, person.c.name, message.c.id)
)
