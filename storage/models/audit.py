"""Who asked, saw or changed what. Only ever added to; no text of a petition in it."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class RecordKind(StrEnum):
    """What kind of record somebody looked at."""

    MEETING = "meeting"
    DOCUMENT = "document"  # that came in
    OUTGOING = "outgoing"
    DOSSIER = "dossier"
    PETITION = "petition"
    PERSON = "person"


class AuditEntry(SQLModel, table=True):
    """One act on one record. Two triggers of the database refuse to change or remove it."""

    __table_args__ = (sa.Index("ix_auditentry_item", "item_kind", "item_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    account_id: int | None = Field(default=None, foreign_key="account.id")
    channel: str = ""
    act: str  # “document.done”
    item_kind: str = ""
    item_id: int | None = None
    detail: str = ""
    on_behalf_of_id: int | None = Field(default=None, foreign_key="person.id")  # “thay mặt”
    sought: str = Field(default="", index=True)  # seal of a code that showed no record
