"""Which dossiers an account follows. What it may see of one is asked anew each time."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossiers, pages, upserts
from storage.dossiers import DossierPublic
from storage.models import DossierFollow, DossierState, RecordKind
from storage.pages import Page
from storage.viewer import Viewer

_follow = SQLModel.metadata.tables["dossierfollow"]
_dossier = SQLModel.metadata.tables["dossier"]
_event = SQLModel.metadata.tables["dossierevent"]

LAST_STATES = (
    DossierState.REFUSED,
    DossierState.WITHDRAWN,
    DossierState.STOPPED,
    DossierState.FINISHED,
    DossierState.RETURNED,
)
"""Of which a follower is told last."""

_BEGIN = upserts.upsert(DossierFollow, lambda insert: insert.on_conflict_do_nothing())


@dataclass(frozen=True, kw_only=True)
class Followed:
    """A dossier that somebody follows, as anybody with its code may see it."""

    id: int
    code: str
    state: DossierState
    since: datetime


async def begin(
    db: AsyncSession, account_id: int, dossier: DossierPublic, *, now: datetime
) -> bool:
    """Follow from now on what this account has just been shown; False if it does already."""
    newest = sa.select(sa.func.coalesce(sa.func.max(_event.c.id), 0)).where(
        _event.c.dossier_id == dossier.id,
        dossiers.visible_to(Viewer.office()),
        _dossier.c.id == _event.c.dossier_id,
    )
    begun = await upserts.run(
        db,
        _BEGIN,
        {
            "account_id": account_id,
            "dossier_id": dossier.id,
            "since": now,
            "known_at": min(now, dossier.source_at),
            "after_event": (await (await db.connection()).execute(newest)).scalar_one(),
        },
    )
    return bool(begun.rowcount)


async def end(db: AsyncSession, account_id: int, code: str) -> bool:
    """Tell this account nothing more of the dossier; False if it does not follow it."""
    named = sa.select(_dossier.c.id).where(
        _dossier.c.code == code, dossiers.visible_to(Viewer.office())
    )
    gone = await (await db.connection()).execute(
        sa.delete(_follow).where(
            _follow.c.account_id == account_id, _follow.c.dossier_id.in_(named)
        )
    )
    return gone.rowcount > 0


async def of_account(
    db: AsyncSession, viewer: Viewer, *, limit: int, offset: int = 0
) -> Page[Followed]:
    """What this account follows and may still see, the newest first."""
    account_id = viewer.account_id or dossiers.NOBODY
    theirs = (
        sa.select(_dossier.c.id, _dossier.c.code, _dossier.c.state, _follow.c.since)
        .select_from(_follow.join(_dossier, _dossier.c.id == _follow.c.dossier_id))
        .where(
            _follow.c.account_id == account_id,
            sa.or_(dossiers.visible_to(viewer), dossiers.open_by_code()),
        )
        .order_by(_follow.c.since.desc(), _dossier.c.id)
    )
    return await pages.screen(
        db,
        theirs,
        lambda row: Followed(**row),
        limit=limit,
        offset=offset,
        values=dossiers.asking(viewer),
        of=RecordKind.DOSSIER,
    )
