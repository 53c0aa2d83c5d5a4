"""How much of what may be said on which channel to whom."""

from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.engine import enum_column
from storage.viewer import Role


class Noun(StrEnum):
    """What an answer is about."""

    MEETINGS = "meetings"
    DOCUMENTS = "documents"
    DOSSIERS = "dossiers"
    PETITIONS = "petitions"
    PEOPLE = "people"
    CONVERSATIONS = "conversations"  # between a citizen and a person of the office


class Level(StrEnum):
    """How much is said."""

    FULL = "full"
    BRIEF = "brief"  # the number, the date and a link to the office's own page
    NONE = "none"


class Exposure(SQLModel, table=True):
    """One cell of the office's table. A cell that is not there has the program's own default."""

    channel: str = Field(primary_key=True)
    noun: Noun = Field(primary_key=True, sa_type=enum_column(Noun))
    role: Role = Field(primary_key=True, sa_type=enum_column(Role))
    level: Level = Field(sa_type=enum_column(Level))
