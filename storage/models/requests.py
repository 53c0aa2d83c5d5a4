"""What people ask of their own data (Luật 91/2025/QH15) that is not done at once."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class RequestKind(StrEnum):
    """What is asked."""

    SEE = "see"
    CORRECT = "correct"
    DELETE = "delete"
    RESTRICT = "restrict"
    OBJECT = "object"
    WITHDRAW = "withdraw"  # the consent


class DataRequest(SQLModel, table=True):
    """A request with its clock: 02 working days to answer."""

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    kind: RequestKind = Field(sa_type=enum_column(RequestKind))
    asked_at: datetime
    answer_by: date = Field(index=True)
    done_at: datetime | None = None
    done_by_id: int | None = Field(default=None, foreign_key="person.id")
    detail: str = ""  # in the person's own words
    note: str = ""  # what the office answered
