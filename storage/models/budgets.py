"""How often something was tried, so that guessing ends."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Tally(SQLModel, table=True):
    """How many tries of a kind somebody has made since a moment."""

    kind: str = Field(primary_key=True)  # “dossier codes”, “link codes”
    key: str = Field(primary_key=True)  # an account, a network address, a code: sealed where needed
    since: datetime
    count: int


class Tried(SQLModel, table=True):
    """One thing that was tried, so that asking for it again costs nothing."""

    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    what: str = Field(primary_key=True)  # sealed
    at: datetime = Field(index=True)
