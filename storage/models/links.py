"""How somebody of the office comes to an account, and who may speak for whom."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class LinkCode(SQLModel, table=True):
    """A one-time code that puts an account behind a person. Only its seal is kept."""

    id: int | None = Field(default=None, primary_key=True)
    seal: str = Field(unique=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    made_at: datetime
    expires_at: datetime
    made_by_id: int | None = Field(default=None, foreign_key="person.id")  # None: by a command
    used_at: datetime | None = None  # or spoilt: typed where others read it
    account_id: int | None = Field(default=None, foreign_key="account.id")  # which used it


class ActsFor(SQLModel, table=True):
    """A secretary who may ask and answer for a leader, visibly."""

    secretary_id: int = Field(foreign_key="person.id", primary_key=True)
    leader_id: int = Field(foreign_key="person.id", primary_key=True)
