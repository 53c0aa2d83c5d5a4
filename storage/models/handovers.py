"""A conversation that a person of the office takes over from the assistant."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class HandoverState(StrEnum):
    """Where it is."""

    WAITING = "waiting"  # nobody has taken it yet
    TAKEN = "taken"  # a person answers
    ENDED = "ended"


class Handover(SQLModel, table=True):
    """One request to speak with a person."""

    __table_args__ = (sa.Index("ix_handover_state", "state", "account_id"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)  # who asked
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    state: HandoverState = Field(sa_type=enum_column(HandoverState))
    asked_at: datetime
    call_at: datetime  # when the people on duty are to be called next
    calls: int = 0  # how often they were
    officer_id: int | None = Field(default=None, foreign_key="person.id")
    officer_account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    taken_at: datetime | None = None
    ended_at: datetime | None = None


class HandoverLine(SQLModel, table=True):
    """What was said in it; kept until the term for conversations is over."""

    id: int | None = Field(default=None, primary_key=True)
    handover_id: int = Field(foreign_key="handover.id", index=True)
    at: datetime
    by_officer: bool
    words: str
