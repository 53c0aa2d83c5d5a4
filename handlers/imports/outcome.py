"""What came of looking at a sheet: what it would change, and what is wrong in it, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from storage.errors import ProblemError
from storage.models import SheetKind
from storage.viewer import Role, Viewer

MAY_IMPORT: Mapping[Role, tuple[SheetKind, ...]] = {
    Role.OFFICER: (SheetKind.DOSSIERS,),
    Role.HEAD: (SheetKind.DOSSIERS,),
    Role.CLERK: (
        SheetKind.INCOMING,
        SheetKind.OUTGOING,
        SheetKind.DOSSIERS,
        SheetKind.PROCEDURES,
    ),
    Role.ADMIN: (
        SheetKind.PEOPLE,
        SheetKind.UNITS,
        SheetKind.FACTS,
        SheetKind.DAYS,
        SheetKind.DOSSIERS,
        SheetKind.PROCEDURES,
    ),
}
"""Who may import what: the registers are the clerks', the office itself the administrator's,
the catalogue of procedures is both's.

Dossiers are those of the sender's own one-stop desk; see `storage.imported_dossiers.is_desk`.
"""


def may_import(viewer: Viewer) -> tuple[SheetKind, ...]:
    """What this person may import, and nobody on their behalf."""
    return () if viewer.on_behalf else MAY_IMPORT.get(viewer.role, ())


class UnreadableError(ProblemError):
    """The file cannot be read as a sheet; the text says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong in one cell. `text` is the id of its words, without the common beginning.

    `row` is counted as the sheet's program counts, from 1; `letter` is the column's, empty where
    it is about the whole row. What was read is among the facts, unless it must not be repeated.
    """

    row: int
    text: str
    letter: str = ""
    header: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a sheet holds and would change, or has changed. With problems nothing is changed."""

    kind: SheetKind
    rows: int
    header_row: int = 1  # of the file, counted from 1
    new: int = 0
    changed: int = 0
    same: int = 0
    kept: int = 0  # rows of which something stays as it was changed or closed here
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()  # against the order of states; taken if they are accepted
    remarks: tuple[Problem, ...] = ()  # told, and no reason to refuse
    unplaced: tuple[str, ...] = ()  # headers that are no column of ours
    missing: tuple[str, ...] = ()  # names of required columns that are not there
    secret: bool = False  # it bears marks of state secrets: nothing of it is repeated
    is_demo: bool = False
    written: bool = False

    @property
    def may_be_written(self) -> bool:
        """Nothing is wrong, and there is something to import."""
        return not (self.problems or self.missing) and self.rows > 0

    @property
    def would_change(self) -> bool:
        """Something is new or differs."""
        return bool(self.new or self.changed)
