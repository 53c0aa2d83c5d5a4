"""What is still open, and who is to hear of it: the SQL behind every reminder, kind by kind.

A document, a dossier and a petition have the same columns for this: `holder_id`, `unit_id`,
`due_on`, `due_version`. What differs is when one is still the office's to do, and that nobody
but the holder hears of a denunciation (Luật Tố cáo 25/2018 Đ.8).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import SQLModel

from storage import documents, dossiers, petitions
from storage.models import DossierState, ItemKind, MeetingState, PetitionKind, PetitionState
from storage.viewer import Role, Viewer

person = SQLModel.metadata.tables["person"]
unit = SQLModel.metadata.tables["unit"]
meeting = SQLModel.metadata.tables["meeting"]
participant = SQLModel.metadata.tables["participant"]
_document = SQLModel.metadata.tables["incomingdocument"]
_dossier = SQLModel.metadata.tables["dossier"]
_petition = SQLModel.metadata.tables["petition"]

Condition = sa.ColumnElement[bool]


class Audience(StrEnum):
    """To whom a rule speaks."""

    HOLDER = "holder"  # and, while nobody holds it, the head of the unit it lies with
    HEAD = "head"  # of that unit


@dataclass(frozen=True)
class Items:
    """One kind of item that has a due time."""

    table: sa.Table
    visible_to: Callable[[Viewer], Condition]
    is_open: Condition
    label: sa.ColumnElement[str]  # how an officer names it, without what it is about
    holder_only: Condition

    def hears(self, audience: Audience) -> Condition:
        """`person` belongs to the audience of the item."""
        holds = self.table.c.holder_id == person.c.id
        heads = sa.and_(
            person.c.role == Role.HEAD,
            person.c.unit_id == self.table.c.unit_id,
            sa.not_(self.holder_only),
        )
        match audience:
            case Audience.HOLDER:
                return sa.or_(holds, sa.and_(self.table.c.holder_id.is_(None), heads))
            case Audience.HEAD:
                return heads

    @property
    def concerns(self) -> Condition:
        """`person` may be reminded of the item at all: holder, head of the unit, leader."""
        leads = sa.and_(person.c.role == Role.LEADER, sa.not_(self.holder_only))
        return sa.or_(self.hears(Audience.HOLDER), self.hears(Audience.HEAD), leads)


ITEMS: Mapping[ItemKind, Items] = {
    ItemKind.DOCUMENT: Items(
        table=_document,
        visible_to=documents.visible_to,
        is_open=documents.IS_OPEN,
        label=_document.c.number_sign,
        holder_only=sa.false(),
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

WILL_BE_HELD: Condition = meeting.c.state.in_([MeetingState.PLANNED, MeetingState.CHANGED])

# The leaders of the office itself, Chánh and Phó Chánh Văn phòng: those with a unit in the house.
# The Chairman and his deputies lead the province and have none.
LEADS_THE_OFFICE: Condition = sa.and_(
    person.c.active,
    person.c.role == Role.LEADER,
    person.c.unit_id.in_(sa.select(unit.c.id).where(sa.not_(unit.c.outside))),
)
