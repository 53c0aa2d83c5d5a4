"""Who changed or saw what. Only ever added to; no text of a petition in it."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class AuditEntry(SQLModel, table=True):
    """One act."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    account_id: int | None = Field(default=None, foreign_key="account.id")
    channel: str = ""
    act: str  # “document.done”
    item_kind: str = ""
    item_id: int | None = None
    detail: str = ""
