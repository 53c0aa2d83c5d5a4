"""Apologies for dossiers that will be late (Mẫu 04): drafted in time, issued with a new date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, dossiers
from storage.dossiers import DossierOfficer, DossierPublic
from storage.models import ItemKind, MessageKind, RecordKind
from storage.notices import (
    for_recipients,
    insert_messages,
    insert_notices,
    message,
    notice,
    of,
    put_into_messages,
)
from storage.open_items import ITEMS
from storage.rights import belongs, lies_with
from storage.viewer import Role, Viewer

_dossier = SQLModel.metadata.tables["dossier"]
_pause = SQLModel.metadata.tables["dossierpause"]
_event = SQLModel.metadata.tables["dossierevent"]
_apology = SQLModel.metadata.tables["dossierapology"]

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


async def plan_drafts(db: AsyncSession, *, now: datetime, last: date) -> int:
    """Drafts for whoever holds what is due after now and until `last`, in one message for each.

    None for what waits for somebody else, and none again for a due time of which this person had
    one. Gives how many messages are new.
    """
    await insert_notices(
        db,
        for_recipients(ItemKind.DOSSIER, DRAFT, now).where(
            dossiers.visible_to(Viewer.office()),
            _RUNS,
            _dossier.c.due_at > now,
            _dossier.c.due_on <= last,
        ),
    )
    unsaid = sa.and_(notice.c.stage == DRAFT, notice.c.message_id.is_(None))
    slot = of(message.c.slot, f"{DRAFT} {now.isoformat()}")
    told = (
        sa.select(notice.c.person_id, slot, sa.func.max(_dossier.c.due_at))
        .select_from(notice.join(_dossier, _dossier.c.id == notice.c.item_id))
        .where(dossiers.visible_to(Viewer.office()), unsaid)
        .group_by(notice.c.person_id)
    )
    planned = await insert_messages(db, MessageKind.APOLOGY, told, now)
    await put_into_messages(db, unsaid, MessageKind.APOLOGY, slot)
    return planned


async def still_run(
    db: AsyncSession, viewer: Viewer, due_versions: Mapping[int, int]
) -> list[DossierOfficer]:
    """Of these dossiers those of whose due time this viewer may answer, the first due first."""
    if not due_versions:
        return []
    as_they_were = sa.or_(
        *(_as_it_was(dossier_id, version) for dossier_id, version in due_versions.items())
    )
    found = await (await db.connection()).execute(
        sa.select(_dossier.c.id)
        .where(dossiers.visible_to(viewer), _theirs(viewer), as_they_were)
        .order_by(_dossier.c.due_at, _dossier.c.id)
    )
    ids = found.scalars().all()
    by_id = await dossiers.by_ids(db, viewer, ids)
    return [by_id[one] for one in ids]


def _theirs(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Still to be done, lying with the viewer or in the unit that they head."""
    headed = viewer.unit_id if viewer.role is Role.HEAD else None
    return sa.and_(
        sa.or_(lies_with(_dossier.c.holder_id, viewer), belongs(_dossier.c.unit_id, headed)), _RUNS
    )


def _as_it_was(dossier_id: int, due_version: int) -> sa.ColumnElement[bool]:
    return sa.and_(_dossier.c.id == dossier_id, _dossier.c.due_version == due_version)


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
        .where(dossiers.visible_to(viewer), _theirs(viewer), _as_it_was(dossier.id, due_version))
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
