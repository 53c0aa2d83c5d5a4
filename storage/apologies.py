"""Apologies for dossiers that will be late (Mẫu 04): drafted in time, issued with a new date."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, dossiers
from storage.dossiers import DossierPublic
from storage.models import ItemKind, MessageKind, RecordKind, StepAudience
from storage.notices import insert_messages
from storage.open_items import ITEMS, recipient
from storage.rights import belongs
from storage.viewer import Role, Viewer

_dossier = SQLModel.metadata.tables["dossier"]
_pause = SQLModel.metadata.tables["dossierpause"]
_event = SQLModel.metadata.tables["dossierevent"]
_apology = SQLModel.metadata.tables["dossierapology"]
_message = SQLModel.metadata.tables["message"]

ISSUED = "dossier.apologised"
DRAFT = "apology"
_OPEN = ITEMS[ItemKind.DOSSIER]
_RUNS = sa.and_(
    _OPEN.is_open,
    sa.not_(sa.exists().where(_pause.c.dossier_id == _dossier.c.id, _pause.c.ended_at.is_(None))),
)


@dataclass(frozen=True, kw_only=True)
class Apology:
    """A signed document that gave a dossier a new due day."""

    number: str
    from_on: date
    to_on: date


async def plan_drafts(db: AsyncSession, *, now: datetime, due_by: datetime) -> int:
    """A draft for whoever holds what is due after now and until `due_by`; how many are new.

    None for what waits for somebody else, and none for a due time of which one was drafted.
    """
    number, version = (sa.cast(one, sa.String) for one in (_dossier.c.id, _dossier.c.due_version))
    slot = sa.literal(f"{DRAFT} ") + number + sa.literal(" ") + version
    drafted = sa.exists().where(_message.c.kind == MessageKind.APOLOGY, _message.c.slot == slot)
    told = (
        sa.select(recipient, slot, _dossier.c.due_at)
        .select_from(_OPEN.with_recipients(StepAudience.HOLDER, now.date()))
        .where(
            dossiers.visible_to(Viewer.office()),
            _RUNS,
            _dossier.c.due_at > now,
            _dossier.c.due_at <= due_by,
            sa.not_(drafted),
        )
    )
    return await insert_messages(db, MessageKind.APOLOGY, told, now)


async def still_runs(
    db: AsyncSession, viewer: Viewer, dossier_id: int, due_version: int
) -> str | None:
    """The code of the dossier, if this viewer may answer for this due time of it; else None."""
    found = await (await db.connection()).execute(
        sa.select(_dossier.c.code).where(*_theirs(viewer, dossier_id, due_version))
    )
    return found.scalar_one_or_none()


def _theirs(
    viewer: Viewer, dossier_id: int, due_version: int
) -> tuple[sa.ColumnElement[bool], ...]:
    """The dossier as it was, still to be done, held by the viewer or in the unit that they head."""
    headed = viewer.unit_id if viewer.role is Role.HEAD else None
    return (
        dossiers.visible_to(viewer),
        sa.or_(
            belongs(_dossier.c.holder_id, viewer.person_id), belongs(_dossier.c.unit_id, headed)
        ),
        _dossier.c.id == dossier_id,
        _dossier.c.due_version == due_version,
        _RUNS,
    )


async def issue(
    db: AsyncSession,
    viewer: Viewer,
    dossier: DossierPublic,
    *,
    number: str,
    until: datetime,
    now: datetime,
) -> bool:
    """Give the dossier its new due time by this document; False if it is not as it was any more.

    It is a step of the dossier, so that its followers are told of it. `until` is in the office's
    zone.
    """
    connection = await db.connection()
    due_version = dossier.due_version
    old = dossier.due_on or until.date()
    moved = await connection.execute(
        sa.update(_dossier)
        .where(*_theirs(viewer, dossier.id, due_version))
        .values(due_at=until, due_on=until.date(), due_version=due_version + 1)
    )
    if moved.rowcount != 1:
        return False
    step = sa.insert(_event).values(
        dossier_id=dossier.id,
        at=now,
        state=dossier.state,
        unit_id=viewer.unit_id,
        person_id=viewer.person_id,
        note=number,
    )
    event_id = (await connection.execute(step.returning(_event.c.id))).scalar_one()
    await connection.execute(
        sa.insert(_apology).values(
            dossier_id=dossier.id,
            due_version=due_version,
            number=number,
            from_on=old,
            to_on=until.date(),
            issued_at=now,
            by_id=viewer.person_id,
            event_id=event_id,
        )
    )
    await audit.note(
        db, viewer, ISSUED, RecordKind.DOSSIER, dossier.id, now, f"due_on {old} {until.date()}"
    )
    return True


async def newest(db: AsyncSession, dossier_id: int) -> Apology | None:
    """What gave a dossier that may be seen its due time; None when no apology did.

    It says no more than the due time itself, which the code alone opens.
    """
    found = await (await db.connection()).execute(
        sa.select(_apology.c.number, _apology.c.from_on, _apology.c.to_on)
        .select_from(_apology.join(_dossier, _dossier.c.id == _apology.c.dossier_id))
        .where(
            dossiers.visible_to(Viewer.office()),
            _apology.c.dossier_id == dossier_id,
            _apology.c.to_on == _dossier.c.due_on,
        )
        .order_by(_apology.c.due_version.desc())
        .limit(1)
    )
    row = found.mappings().one_or_none()
    return Apology(**row) if row else None
