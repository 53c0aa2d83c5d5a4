"""Results that are ready to be collected, and of which no follower could be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import dossiers
from storage.follow_news import NOT_TOLD
from storage.models import DossierState, MessageState
from storage.viewer import Viewer

_table = SQLModel.metadata.tables
_news, _message = _table["dossiernews"], _table["message"]
_dossier, _event = _table["dossier"], _table["dossierevent"]
_other_news, _other = _news.alias("other_news"), _message.alias("other")


@dataclass(frozen=True, kw_only=True)
class UntoldResult:
    """A result for the desk to telephone about: nobody's name, which stands in its own system."""

    dossier_id: int
    code: str
    unit_id: int | None  # of the desk that received the dossier
    person_id: int | None = None  # of nobody: any clerk may be given it


async def not_told(
    db: AsyncSession, *, since: datetime, before: datetime
) -> Sequence[UntoldResult]:
    """Results not collected yet, of which the news failed before a moment and reached nobody else.

    `since`: what was planned earlier is not looked at. One statement.
    """
    reached = sa.exists().where(
        _other_news.c.event_id == _news.c.event_id,
        _other.c.id == _other_news.c.message_id,
        _other.c.state.not_in(NOT_TOLD),
        _other.c.state != MessageState.CANCELLED,
    )
    found = await (await db.connection()).execute(
        sa.select(
            _dossier.c.id.label("dossier_id"),
            _dossier.c.code,
            _dossier.c.receiving_unit_id.label("unit_id"),
        )
        .distinct()
        .select_from(
            _news.join(_message, _message.c.id == _news.c.message_id)
            .join(_event, _event.c.id == _news.c.event_id)
            .join(_dossier, _dossier.c.id == _event.c.dossier_id)
        )
        .where(
            dossiers.visible_to(Viewer.office()),
            _dossier.c.state == DossierState.FINISHED,
            _event.c.state == DossierState.FINISHED,
            _message.c.state.in_(NOT_TOLD),
            _message.c.planned_for >= since,
            _message.c.send_at < before,
            sa.not_(reached),
        )
        .order_by(_dossier.c.code)
    )
    return [UntoldResult(**row) for row in found.mappings()]
