"""Conversations that a person of the office takes over: who asked, who answers, what was said.

A conversation belongs to the account that asked. Of the office only those see it who are on duty
for its unit, who lead that unit, or who have taken it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import HandoverState
from storage.rights import belongs
from storage.viewer import DutyKind, Role, Viewer

_table = SQLModel.metadata.tables
_handover, _line = _table["handover"], _table["handoverline"]
_account, _person, _unit, _duty = (_table[name] for name in ("account", "person", "unit", "duty"))

_ANSWERS = sa.exists().where(_duty.c.person_id == _person.c.id, _duty.c.kind == DutyKind.UNIT_DUTY)
_LEADS = _person.c.role == Role.HEAD
_TALK = (
    sa.select(
        _handover.c.id,
        _handover.c.state,
        _handover.c.account_id,
        _account.c.language,
        _handover.c.officer_account_id,
        _handover.c.officer_id,
        _person.c.name.label("officer"),
        _person.c.title,
        _handover.c.unit_id,
        _unit.c.name.label("unit"),
        _unit.c.phone.label("unit_phone"),
        _handover.c.calls,
    )
    .select_from(
        _handover.join(_account, _account.c.id == _handover.c.account_id)
        .outerjoin(_person, _person.c.id == _handover.c.officer_id)
        .outerjoin(_unit, _unit.c.id == _handover.c.unit_id)
    )
    .order_by(_handover.c.id)
)


@dataclass(frozen=True, kw_only=True)
class Talk:
    """One conversation as both sides need it. Who the citizen is stands nowhere in it."""

    id: int
    state: HandoverState
    account_id: int  # who asked
    language: str | None  # of who asked
    officer_account_id: int | None
    officer_id: int | None
    officer: str | None
    title: str | None
    unit_id: int | None
    unit: str | None
    unit_phone: str | None
    calls: int


@dataclass(frozen=True, kw_only=True)
class Said:
    """Words of one side."""

    by_officer: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class OnDuty:
    """An account at which somebody can be called."""

    account_id: int
    language: str | None


def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Their own; of the office those of their unit if they are on duty there or lead it."""
    own = sa.or_(
        belongs(_handover.c.account_id, viewer.account_id),
        belongs(_handover.c.officer_id, viewer.person_id),
    )
    if viewer.role is Role.OFFICE:
        return sa.true()
    if viewer.is_staff and (DutyKind.UNIT_DUTY in viewer.duties or viewer.role is Role.HEAD):
        return sa.or_(own, belongs(_handover.c.unit_id, viewer.unit_id))
    return own


async def ask(
    db: AsyncSession, *, account_id: int, unit_id: int, call_at: datetime, calls: int, now: datetime
) -> int:
    """Somebody wants to speak with a person of this unit; the number of the conversation."""
    made = await (await db.connection()).execute(
        sa.insert(_handover)
        .values(
            account_id=account_id,
            unit_id=unit_id,
            state=HandoverState.WAITING,
            asked_at=now,
            call_at=call_at,
            calls=calls,
        )
        .returning(_handover.c.id)
    )
    return int(made.scalar_one())


async def by_id(db: AsyncSession, viewer: Viewer, number: int) -> Talk | None:
    """The conversation of this number, if it is this person's to see."""
    return await _one(db, _handover.c.id == number, visible_to(viewer))


async def asked_by(db: AsyncSession, viewer: Viewer) -> Talk | None:
    """What this account asked for and has not ended."""
    own = belongs(_handover.c.account_id, viewer.account_id)
    return await _one(db, own, _handover.c.state != HandoverState.ENDED, visible_to(viewer))


async def answered_by(db: AsyncSession, viewer: Viewer) -> Talk | None:
    """What this person is answering from this account now."""
    theirs = belongs(_handover.c.officer_account_id, viewer.account_id)
    return await _one(db, theirs, _handover.c.state == HandoverState.TAKEN, visible_to(viewer))


async def waiting_for(db: AsyncSession, viewer: Viewer) -> Sequence[Talk]:
    """What nobody has taken and this person may take, the longest waiting first."""
    rows = await (await db.connection()).execute(
        _TALK.where(
            visible_to(viewer),
            _handover.c.state == HandoverState.WAITING,
            _handover.c.account_id != viewer.account_id,
        )
    )
    return [Talk(**row._asdict()) for row in rows]


async def take(db: AsyncSession, viewer: Viewer, number: int, *, now: datetime) -> bool:
    """This person answers from here on; False if somebody else was first or it is over."""
    done = await (await db.connection()).execute(
        sa.update(_handover)
        .where(
            _handover.c.id == number,
            visible_to(viewer),
            _handover.c.state == HandoverState.WAITING,
        )
        .values(
            state=HandoverState.TAKEN,
            officer_id=viewer.person_id,
            officer_account_id=viewer.account_id,
            taken_at=now,
        )
    )
    return done.rowcount == 1


async def end(db: AsyncSession, viewer: Viewer, number: int, *, now: datetime) -> bool:
    """It is over; False if it was already, or is not this person's."""
    done = await (await db.connection()).execute(
        sa.update(_handover)
        .where(
            _handover.c.id == number,
            visible_to(viewer),
            _handover.c.state != HandoverState.ENDED,
        )
        .values(state=HandoverState.ENDED, ended_at=now)
    )
    return done.rowcount == 1


async def release(db: AsyncSession, account_ids: Collection[int], *, now: datetime) -> None:
    """Nobody is behind these accounts any more: what they answered waits for somebody else."""
    await (await db.connection()).execute(
        sa.update(_handover)
        .where(
            _handover.c.officer_account_id.in_(account_ids),
            _handover.c.state == HandoverState.TAKEN,
        )
        .values(
            state=HandoverState.WAITING,
            officer_id=None,
            officer_account_id=None,
            taken_at=None,
            call_at=now,
        )
    )


async def keep_words(
    db: AsyncSession, talk: Talk, words: str, *, by_officer: bool, now: datetime
) -> None:
    """Nothing that is said in a conversation is lost, whoever answers when."""
    await (await db.connection()).execute(
        sa.insert(_line).values(handover_id=talk.id, at=now, by_officer=by_officer, words=words)
    )


async def words_of(db: AsyncSession, talk: Talk) -> Sequence[Said]:
    """What was said so far. Whoever has the conversation may read it."""
    rows = await (await db.connection()).execute(
        sa.select(_line.c.by_officer, _line.c.words)
        .where(_line.c.handover_id == talk.id)
        .order_by(_line.c.id)
    )
    return [Said(**row._asdict()) for row in rows]


async def on_duty(db: AsyncSession, unit_id: int, *, heads_too: bool) -> Sequence[OnDuty]:
    """The accounts of those who answer for a unit, and of its heads if they are to be called."""
    answers = sa.or_(_ANSWERS, _LEADS) if heads_too else _ANSWERS
    rows = await (await db.connection()).execute(
        sa.select(_account.c.id.label("account_id"), _account.c.language)
        .select_from(_account.join(_person, _person.c.id == _account.c.person_id))
        .where(_person.c.active, _person.c.unit_id == unit_id, answers)
        .order_by(_account.c.id)
    )
    return [OnDuty(**row._asdict()) for row in rows]


async def units(db: AsyncSession) -> Sequence[tuple[int, str, str]]:
    """Units with somebody on duty: number, code, name."""
    rows = await (await db.connection()).execute(
        sa.select(_unit.c.id, _unit.c.code, _unit.c.name)
        .where(sa.exists().where(_person.c.unit_id == _unit.c.id, _person.c.active, _ANSWERS))
        .order_by(_unit.c.id)
    )
    return [(row.id, row.code, row.name) for row in rows]


async def to_be_called(db: AsyncSession, viewer: Viewer, *, now: datetime) -> Sequence[Talk]:
    """Conversations that nobody has taken, whose next call is due."""
    rows = await (await db.connection()).execute(
        _TALK.where(
            visible_to(viewer),
            _handover.c.state == HandoverState.WAITING,
            _handover.c.call_at <= now,
        )
    )
    return [Talk(**row._asdict()) for row in rows]


async def silent(db: AsyncSession, viewer: Viewer, *, since: datetime) -> Sequence[Talk]:
    """Conversations that were taken, and in which nobody has said anything since."""
    last = (
        sa.select(sa.func.max(_line.c.at, type_=_line.c.at.type))
        .where(_line.c.handover_id == _handover.c.id)
        .scalar_subquery()
    )
    rows = await (await db.connection()).execute(
        _TALK.where(
            visible_to(viewer),
            _handover.c.state == HandoverState.TAKEN,
            _handover.c.taken_at <= since,
            sa.func.coalesce(last, _handover.c.taken_at, type_=_line.c.at.type) <= since,
        )
    )
    return [Talk(**row._asdict()) for row in rows]


async def called(db: AsyncSession, talk: Talk, *, call_at: datetime, reached: bool) -> None:
    """The people on duty were called, or will be `call_at`; only real calls are counted."""
    await (await db.connection()).execute(
        sa.update(_handover)
        .where(_handover.c.id == talk.id, _handover.c.state == HandoverState.WAITING)
        .values(call_at=call_at, calls=_handover.c.calls + int(reached))
    )


async def _one(db: AsyncSession, *which: Any) -> Talk | None:
    row = (await (await db.connection()).execute(_TALK.where(*which))).first()
    return Talk(**row._asdict()) if row else None
