"""What is done about documents, who stands in for whom, and by which steps people are reminded."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import enum_column
from storage.models.notices import ItemKind


class DocumentAct(StrEnum):
    """What somebody did to an incoming document."""

    REGISTERED = "registered"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    ASSIGNED = "assigned"
    ACKNOWLEDGED = "acknowledged"  # “đã nhận”
    DONE = "done"
    EXTENDED = "extended"
    RETURNED = "returned"  # “chuyển lại”


class DocumentChange(SQLModel, table=True):
    """One change of one document, with what stood there before: so it can be undone.

    `before` and `after` hold the changed columns alone, as JSON holds them.
    """

    __table_args__ = (sa.Index("ix_documentchange_by", "by_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="incomingdocument.id", index=True)
    act: DocumentAct = Field(sa_type=enum_column(DocumentAct))
    by_id: int | None = Field(default=None, foreign_key="person.id")
    account_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime
    before: dict[str, Any] = Field(sa_type=sa.JSON)
    after: dict[str, Any] = Field(sa_type=sa.JSON)
    reason: str = ""
    undone_at: datetime | None = None


class ExtensionState(StrEnum):
    """What became of the wish for more time."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    GONE = "gone"  # taken back, or the document is done


class Extension(SQLModel, table=True):
    """Somebody asks for more time for a document. At most one waits per document."""

    __table_args__ = (sa.Index("ix_extension_waiting", "state", "decider_id"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="incomingdocument.id", index=True)
    asked_by_id: int = Field(foreign_key="person.id")
    asked_at: datetime
    until: date  # the new last day
    reason: str
    due_version: int  # of the document when it was asked
    decider_id: int = Field(foreign_key="person.id")
    state: ExtensionState = Field(default=ExtensionState.ASKED, sa_type=enum_column(ExtensionState))
    decided_by_id: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None


class LeaveState(StrEnum):
    """Whether the stand-in has agreed."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    ENDED = "ended"  # taken back before its last day


class Leave(SQLModel, table=True):
    """Somebody is away, and who gets their reminders meanwhile. Both days are included."""

    __table_args__ = (sa.Index("ix_leave_person", "person_id", "first_day", "last_day"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    stand_in_id: int = Field(foreign_key="person.id", index=True)
    first_day: date
    last_day: date
    state: LeaveState = Field(default=LeaveState.ASKED, sa_type=enum_column(LeaveState))
    asked_at: datetime
    answered_at: datetime | None = None


class ShownList(SQLModel, table=True):
    """The numbered items of the last list that an account was sent: “xong 2” means one of them.

    `items` are the number, the kind (or “extension”) and the id of each.
    """

    account_id: int = Field(foreign_key="account.id", primary_key=True)
    at: datetime
    pushed: bool  # said unasked: a bare digit alone is asked back
    items: list[list[Any]] = Field(sa_type=sa.JSON)


class StepAudience(StrEnum):
    """Who hears at a step of the ladder."""

    HOLDER = "holder"
    HEAD = "head"
    LEADER = "leader"  # Chánh and Phó Chánh Văn phòng


class LadderStep(SQLModel, table=True):
    """When somebody hears of what is due: the office's own steps. With none, the usual ones hold.

    `days` are working days after the due day: -5 is five before, 0 the day itself.
    """

    __table_args__ = (sa.UniqueConstraint("item_kind", "audience", "days"),)

    id: int | None = Field(default=None, primary_key=True)
    item_kind: ItemKind = Field(sa_type=enum_column(ItemKind))
    audience: StepAudience = Field(sa_type=enum_column(StepAudience))
    days: int
    repeats: bool = False  # on every working day from then on
    reason: str


class BudgetPeriod(StrEnum):
    """How long a channel's budget lasts."""

    DAY = "day"
    MONTH = "month"


class ChannelBudget(SQLModel, table=True):
    """How many messages may be said unasked on a channel. What is left below `reserve` is for
    Hỏa tốc and Thượng khẩn.
    """

    channel: str = Field(primary_key=True)
    period: BudgetPeriod = Field(primary_key=True, sa_type=enum_column(BudgetPeriod))
    most: int
    reserve: int
