"""Who wants to hear of a dossier, what they were told, and apologies that were issued."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class DossierFollow(SQLModel, table=True):
    """An account that wants to be told when something happens to a dossier.

    What it was shown when it began is no news: the steps up to `after_event`, and what happened
    until `known_at`, as of when the card was.
    """

    account_id: int = Field(foreign_key="account.id", primary_key=True)
    dossier_id: int = Field(foreign_key="dossier.id", primary_key=True, index=True)
    since: datetime
    known_at: datetime
    after_event: int = 0  # the newest step of the dossier then; 0 without any


class DossierNews(SQLModel, table=True):
    """That an account is told of a step of a dossier, once, and by which message."""

    event_id: int = Field(foreign_key="dossierevent.id", primary_key=True)
    account_id: int = Field(foreign_key="account.id", primary_key=True)
    message_id: int = Field(foreign_key="message.id", index=True)
    planned_at: datetime


class DossierApology(SQLModel, table=True):
    """A signed apology (Mẫu 04) that gives a dossier a new due time; the step that tells of it.

    `due_version` is the one that could not be kept.
    """

    __table_args__ = (sa.UniqueConstraint("dossier_id", "due_version"),)

    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(foreign_key="dossier.id")
    due_version: int
    number: str  # of the document: 45/XL-TTPVHCC
    from_on: date
    to_on: date
    issued_at: datetime
    by_id: int = Field(foreign_key="person.id")
    event_id: int = Field(foreign_key="dossierevent.id", unique=True)
