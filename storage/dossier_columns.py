"""What is read of a dossier: the columns of each tier, and the tables they stand in."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.models import Dossier, DossierPause, PauseReason, Person, Procedure, Unit

Desk = aliased(Unit)
_waiting_since = (
    sa.select(sa.func.max(col(DossierPause.began_at)))
    .where(
        col(DossierPause.dossier_id) == col(Dossier.id),
        col(DossierPause.ended_at).is_(None),
    )
    .correlate(Dossier)
    .scalar_subquery()
    .label("waiting_since")
)
_requests = (
    sa.select(sa.func.count())
    .where(
        col(DossierPause.dossier_id) == col(Dossier.id),
        col(DossierPause.reason) == PauseReason.SUPPLEMENT,
    )
    .correlate(Dossier)
    .scalar_subquery()
    .label("requests")
)
PUBLIC: tuple[Any, ...] = (
    col(Dossier.id),
    col(Dossier.code),
    col(Dossier.state),
    col(Dossier.received_on),
    col(Dossier.due_at),
    col(Dossier.due_on),
    col(Dossier.due_version),
    _waiting_since,
    col(Desk.name).label("receiving_office"),
    col(Dossier.source_at),
)
OWN: tuple[Any, ...] = (
    *PUBLIC,
    col(Procedure.name).label("procedure"),
    col(Procedure.time_limit),
    col(Procedure.time_unit),
    col(Dossier.received_at),
    col(Dossier.finished_at),
    col(Unit.name).label("unit"),
    col(Unit.phone).label("unit_phone"),
    col(Dossier.step),
    col(Dossier.missing),
    col(Dossier.asked_in),
    col(Dossier.asked_until),
    col(Dossier.fee_due),
    col(Dossier.fee_how),
    col(Dossier.result_by),
)
OFFICER: tuple[Any, ...] = (
    *OWN,
    col(Dossier.holder_id),
    col(Person.name).label("holder"),
    _requests,
)


def chosen(*columns: Any) -> sa.Select[Any]:
    """These columns of dossiers, whoever may see them: the caller adds `visible_to`."""
    return (
        sa.select(*columns)
        .select_from(Dossier)
        .outerjoin(Desk, col(Desk.id) == col(Dossier.receiving_unit_id))
        .outerjoin(Unit, col(Unit.id) == col(Dossier.unit_id))
        .outerjoin(Procedure, col(Procedure.id) == col(Dossier.procedure_id))
        .outerjoin(Person, col(Person.id) == col(Dossier.holder_id))
    )
