"""The office's own sheets: which kinds there are, and what their columns are called there."""

from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class SheetKind(StrEnum):
    """What a sheet that is imported holds."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    DOSSIERS = "dossiers"
    PEOPLE = "people"
    UNITS = "units"
    FACTS = "facts"
    DAYS = "days"
    PROCEDURES = "procedures"


class ColumnName(SQLModel, table=True):
    """What a column is called in the office's files: said once, known from then on."""

    sheet: SheetKind = Field(primary_key=True, sa_type=enum_column(SheetKind))
    header: str = Field(primary_key=True)  # folded, with single spaces
    field: str  # of ours; empty for a column that is not taken
