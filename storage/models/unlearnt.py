"""What people said and the assistant did not understand."""

from datetime import date

from sqlmodel import Field, SQLModel, UniqueConstraint


class Unlearnt(SQLModel, table=True):
    """One sentence with marks for whatever was named in it, and nothing of who said it."""

    __table_args__ = (UniqueConstraint("language", "by_officer", "folded"),)

    id: int | None = Field(default=None, primary_key=True)
    language: str
    by_officer: bool  # else by a citizen
    words: str  # as typed, masked
    folded: str  # by which the same sentence is known again
    day: date  # when it was first said
    times: int
