"""What is still open, and who is to hear of it: the SQL behind every reminder, kind by kind.

A document, a dossier and a petition have the same columns for this: `holder_id`, `unit_id`,
`due_on`, `due_version`. What differs is when one is still the office's to do, and that nobody
but the holder hears of a denunciation (Luật Tố cáo 25/2018 Đ.8).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import assert_never

import sqlalchemy as sa
from sqlmodel import SQLModel

from storage import documents, dossiers, petitions
from storage.leave_rights import holds_on, leave
from storage.models import (
    DossierState,
    ItemKind,
    MeetingState,
    PetitionKind,
    PetitionState,
    StepAudience,
)
from storage.viewer import Role, Viewer

person = SQLModel.metadata.tables["person"]
absent = person.alias("absent")
"""Whose reminders somebody else gets, while they are on leave."""
stand_in = person.alias("stand_in")
unit = SQLModel.metadata.tables["unit"]
meeting = SQLModel.metadata.tables["meeting"]
participant = SQLModel.metadata.tables["participant"]
_document = SQLModel.metadata.tables["incomingdocument"]
_dossier = SQLModel.metadata.tables["dossier"]
_petition = SQLModel.metadata.tables["petition"]

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True)
class Items:
    """One kind of item that has a due time."""

    table: sa.Table
    visible_to: Callable[[Viewer], Condition]
    is_open: Condition
    label: sa.ColumnElement[str]  # how an officer names it, without what it is about
    holder_only: Condition
    given_at: sa.ColumnElement[datetime] | None = None  # since when its holder has it

    def hears(self, audience: StepAudience, who: sa.FromClause = person) -> Condition:
        """`who` belongs to the audience of the item: the holder or, while nobody holds it, the
        head of the unit it lies with; that head; a leader.
        """
        holds = self.table.c.holder_id == who.c.id
        others = sa.not_(self.holder_only)
        heads = sa.and_(who.c.role == Role.HEAD, who.c.unit_id == self.table.c.unit_id, others)
        match audience:
            case StepAudience.HOLDER:
                return sa.or_(holds, sa.and_(self.table.c.holder_id.is_(None), heads))
            case StepAudience.HEAD:
                return heads
            case StepAudience.LEADER:
                return sa.and_(who.c.role == Role.LEADER, others)
        assert_never(audience)

    def is_told(self, who: sa.FromClause = person) -> Condition:
        """`who` is the holder, or the head of the unit."""
        return sa.or_(self.hears(StepAudience.HOLDER, who), self.hears(StepAudience.HEAD, who))

    @property
    def concerns(self) -> Condition:
        """`person` may be reminded of the item at all: holder, head of the unit, leader."""
        return sa.or_(self.is_told(), self.hears(StepAudience.LEADER))

    def with_recipients(self, audience: StepAudience, day: date) -> sa.FromClause:
        """The items joined to `person`, who belongs to the audience, and `leave`: see `recipient`.

        What is its holder's alone goes to nobody in their place.
        """
        away = sa.and_(
            leave.c.person_id == person.c.id,
            holds_on(day),
            sa.not_(self.holder_only),
            leave.c.stand_in_id.in_(sa.select(stand_in.c.id).where(stand_in.c.active)),
        )
        heard = self.table.join(person, sa.and_(self.hears(audience), person.c.active))
        return heard.outerjoin(leave, away)

    def is_own(self, day: date) -> Condition:
        """`person` hears of it on this day as holder or head, and is not on leave."""
        away = sa.exists().where(leave.c.person_id == person.c.id, holds_on(day))
        return sa.and_(self.is_told(), sa.or_(self.holder_only, sa.not_(away)))

    def in_whose_place(self, day: date) -> sa.ScalarSelect[int]:
        """The id of the absent person in whose place `person` hears of it; NULL: in nobody's."""
        return (
            sa.select(sa.func.min(absent.c.id))
            .select_from(absent.join(leave, leave.c.person_id == absent.c.id))
            .where(
                leave.c.stand_in_id == person.c.id,
                holds_on(day),
                absent.c.active,
                self.is_told(absent),
                sa.not_(self.holder_only),
            )
            .correlate(person, self.table)
            .scalar_subquery()
        )


ITEMS: Mapping[ItemKind, Items] = {
    ItemKind.DOCUMENT: Items(
        table=_document,
        visible_to=documents.visible_to,
        is_open=documents.IS_OPEN,
        label=_document.c.number_sign,
        holder_only=sa.false(),
        given_at=_document.c.held_since,
    ),
    # While papers or money are awaited the clock stands still, and nobody here can hurry.
    ItemKind.DOSSIER: Items(
        table=_dossier,
        visible_to=dossiers.visible_to,
        is_open=_dossier.c.state.in_([DossierState.RECEIVED, DossierState.PROCESSING]),
        label=_dossier.c.code,
        holder_only=sa.false(),
    ),
    ItemKind.PETITION: Items(
        table=_petition,
        visible_to=petitions.visible_to,
        is_open=sa.and_(
            _petition.c.state.in_(petitions.OPEN),
            _petition.c.state != PetitionState.SUSPENDED,  # that time is not counted
        ),
        label=_petition.c.code,
        holder_only=_petition.c.kind == PetitionKind.DENUNCIATION,
    ),
}

recipient = sa.func.coalesce(leave.c.stand_in_id, person.c.id)
"""Who is told, of `Items.with_recipients`: whoever is on leave has a stand-in."""

WILL_BE_HELD: Condition = meeting.c.state.in_([MeetingState.PLANNED, MeetingState.CHANGED])

# The leaders of the office itself, Chánh and Phó Chánh Văn phòng: those with a unit in the house.
# The Chairman and his deputies lead the province and have none.
LEADS_THE_OFFICE: Condition = sa.and_(
    person.c.active,
    person.c.role == Role.LEADER,
    person.c.unit_id.in_(sa.select(unit.c.id).where(sa.not_(unit.c.outside))),
)
