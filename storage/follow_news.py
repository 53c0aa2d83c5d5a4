"""News of followed dossiers: steps that a follower has not been told of, and telling them.

The steps themselves are watched, whoever wrote them: an officer's act or an import. The key of
`DossierNews` decides that an account is told of a step once. Words are made when it is said, of
what the account may see then.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossiers, upserts
from storage.dossiers import DossierPublic
from storage.follows import LAST_STATES
from storage.models import (
    DossierNews,
    DossierState,
    MessageKind,
    MessageState,
    SubmittedBy,
)
from storage.quiet import AT_ANY_HOUR
from storage.troubles import NO_BUDGET
from storage.viewer import Viewer

_table = SQLModel.metadata.tables
_follow, _news, _message = _table["dossierfollow"], _table["dossiernews"], _table["message"]
_dossier, _event, _apology = (
    _table["dossier"],
    _table["dossierevent"],
    _table["dossierapology"],
)
_change = _table["dossierchange"]
_unit, _person = _table["unit"], _table["person"]
NOT_TOLD = (MessageState.FAILED, MessageState.GIVEN_UP)
DID_NOT_ARRIVE: sa.ColumnElement[bool] = sa.or_(
    _message.c.state.in_(NOT_TOLD),
    sa.and_(_message.c.state == MessageState.PLANNED, _message.c.reason.endswith(f": {NO_BUDGET}")),
)
"""Such news is told first when its reader writes: it was refused, or waits for a budget."""
_TELL = upserts.upsert(
    DossierNews, lambda insert: insert.on_conflict_do_nothing().returning(_news.c.event_id)
)


@dataclass(frozen=True, kw_only=True)
class Untold:
    """A step that a follower has not been told of."""

    event_id: int
    account_id: int
    dossier_id: int
    at: datetime
    state: DossierState
    online: bool  # the dossier was handed in through the portal


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step as a follower may see it: where and by whom only for its owner."""

    at: datetime
    state: DossierState
    unit: str | None
    person: str | None
    apology: str | None  # the number of the document that this step is, if it is one
    from_on: date | None
    to_on: date | None


@dataclass(frozen=True, kw_only=True)
class News:
    """What happened to one dossier, oldest first, and how it is now for this viewer."""

    dossier: DossierPublic
    steps: tuple[Step, ...]

    @property
    def is_last(self) -> bool:
        """Nothing more is told after this; what went on after an end has not ended."""
        return bool(self.steps) and self.steps[-1].state in LAST_STATES


async def untold(
    db: AsyncSession, *, after: datetime, settled_before: datetime
) -> Sequence[Untold]:
    """What happened after a moment and since its follower knows the dossier, and is unsaid.

    What an officer did after `settled_before` may still be undone and is not told yet; what was
    undone, and its undoing, never are.
    """
    told = sa.exists().where(
        _news.c.event_id == _event.c.id, _news.c.account_id == _follow.c.account_id
    )
    found = await (await db.connection()).execute(
        sa.select(
            _event.c.id.label("event_id"),
            _follow.c.account_id,
            _follow.c.dossier_id,
            _event.c.at,
            _event.c.state,
            (_dossier.c.submitted_by == SubmittedBy.ONLINE).label("online"),
        )
        .select_from(
            _follow.join(_event, _event.c.dossier_id == _follow.c.dossier_id).join(
                _dossier, _dossier.c.id == _follow.c.dossier_id
            )
        )
        .where(
            dossiers.visible_to(Viewer.office()),
            _event.c.id > _follow.c.after_event,
            _event.c.at > _follow.c.known_at,
            _event.c.at > after,
            sa.not_(told),
            sa.not_(_may_be_undone(settled_before)),
        )
        .order_by(_follow.c.account_id, _follow.c.dossier_id, _event.c.at, _event.c.id)
    )
    return [Untold(**row) for row in found.mappings()]


def _may_be_undone(settled_before: datetime) -> sa.ColumnElement[bool]:
    undone_or_fresh = sa.or_(_change.c.undone_at.is_not(None), _change.c.at > settled_before)
    return sa.exists().where(
        _change.c.dossier_id == _event.c.dossier_id,
        sa.or_(
            sa.and_(_change.c.at == _event.c.at, undone_or_fresh),
            _change.c.undone_at == _event.c.at,
        ),
    )


async def tell(
    db: AsyncSession, steps: Sequence[Untold], *, now: datetime, send_at: datetime, any_hour: bool
) -> int:
    """Plan one message with these steps of one dossier for one follower; 1 if anything is new.

    What still waits to be said to them of the dossier takes the steps up.
    """
    account_id, dossier_id = steps[0].account_id, steps[0].dossier_id
    slot = f"follow {dossier_id}"
    slots = {False: slot, True: f"{AT_ANY_HOUR} {slot}"}
    connection = await db.connection()
    waiting = (
        await connection.execute(
            sa.select(_message.c.id, _message.c.send_at)
            .where(
                _message.c.account_id == account_id,
                _message.c.kind == MessageKind.FOLLOW,
                _message.c.slot.in_(slots.values()),
                _message.c.state == MessageState.PLANNED,
            )
            .order_by(_message.c.id.desc())
            .limit(1)
            .with_for_update()
        )
    ).one_or_none()
    message_id = waiting.id if waiting else await _plan(db, account_id, slots[any_hour], send_at)
    rows = [
        {
            "event_id": step.event_id,
            "account_id": account_id,
            "message_id": message_id,
            "planned_at": now,
        }
        for step in steps
    ]
    new = [row for row in rows if (await upserts.run(db, _TELL, row)).first()]
    if waiting and new and send_at < waiting.send_at:
        sooner = {"send_at": send_at, "slot": slots[any_hour]}
        await connection.execute(
            sa.update(_message).where(_message.c.id == message_id).values(**sooner)
        )
    if not (waiting or new):  # somebody else was planning the same
        await connection.execute(sa.delete(_message).where(_message.c.id == message_id))
    return 1 if new else 0


async def _plan(db: AsyncSession, account_id: int, slot: str, send_at: datetime) -> int:
    planned = sa.insert(_message).values(
        account_id=account_id,
        slot=slot,
        kind=MessageKind.FOLLOW,
        state=MessageState.PLANNED,
        send_at=send_at,
        planned_for=send_at,
        attempts=0,
        channel="",
        reason="",
        words="",
    )
    made = await (await db.connection()).execute(planned.returning(_message.c.id))
    return int(made.scalar_one())


async def carried_by(
    db: AsyncSession, viewer: Viewer, message_ids: Collection[int]
) -> Sequence[News]:
    """What these messages of this account tell, as far as it follows and may see it now."""
    theirs = dossiers.visible_to(viewer)
    found = await (await db.connection()).execute(
        sa.select(
            _dossier.c.code,
            _event.c.at,
            _event.c.state,
            sa.case((theirs, _unit.c.name)).label("unit"),
            sa.case((theirs, _person.c.name)).label("person"),
            _apology.c.number.label("apology"),
            _apology.c.from_on,
            _apology.c.to_on,
        )
        .select_from(
            _news.join(_event, _event.c.id == _news.c.event_id)
            .join(_dossier, _dossier.c.id == _event.c.dossier_id)
            .join(
                _follow,
                (_follow.c.dossier_id == _dossier.c.id)
                & (_follow.c.account_id == _news.c.account_id),
            )
            .outerjoin(_unit, _unit.c.id == _event.c.unit_id)
            .outerjoin(_person, _person.c.id == _event.c.person_id)
            .outerjoin(_apology, _apology.c.event_id == _event.c.id)
        )
        .where(
            _news.c.account_id == viewer.account_id,
            _news.c.message_id.in_(message_ids),
            sa.or_(theirs, dossiers.open_by_code()),
        )
        .order_by(_dossier.c.id, _event.c.at, _event.c.id),
        dossiers.asking(viewer),
    )
    told = []
    for code, rows in groupby(found.mappings(), key=lambda row: str(row["code"])):
        steps = tuple(_step(row) for row in rows)
        dossier = await dossiers.by_code(db, viewer, code)
        if dossier is not None:
            told.append(News(dossier=dossier, steps=steps))
    return told


def _step(row: Any) -> Step:
    return Step(**{name: row[name] for name in Step.__dataclass_fields__})


async def was_told(db: AsyncSession, account_id: int, news: Sequence[News]) -> None:
    """After the last step of a dossier nothing more is told: it is not followed any more."""
    over = [one.dossier.id for one in news if one.is_last]
    if over:
        await (await db.connection()).execute(
            sa.delete(_follow).where(
                _follow.c.account_id == account_id, _follow.c.dossier_id.in_(over)
            )
        )


async def not_told(db: AsyncSession, account_id: int) -> Sequence[int]:
    """The messages of news that did not reach this account, oldest first."""
    found = await (await db.connection()).execute(
        sa.select(_message.c.id)
        .where(
            _message.c.account_id == account_id,
            _message.c.kind == MessageKind.FOLLOW,
            DID_NOT_ARRIVE,
        )
        .order_by(_message.c.id)
    )
    return found.scalars().all()


async def settle(
    db: AsyncSession,
    account_id: int,
    message_ids: Collection[int],
    *,
    told: bool,
    channel: str,
    now: datetime,
) -> bool:
    """These have been told at last, or are not worth telling; False if somebody was faster."""
    became = MessageState.SENT if told else MessageState.CANCELLED
    done = await (await db.connection()).execute(
        sa.update(_message)
        .where(
            _message.c.id.in_(message_ids),
            _message.c.account_id == account_id,
            DID_NOT_ARRIVE,
        )
        .values(state=became, channel=channel, sent_at=now if told else None)
    )
    return done.rowcount == len(message_ids)
