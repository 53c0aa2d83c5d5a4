"""Which kind of sheet this is, where its headers stand, and which column of ours each means."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from bot.data.imports.columns import Column, Kind, header_key
from bot.data.imports.dossier_sheet import DOSSIERS
from bot.data.imports.office_sheets import DAYS, FACTS_SHEET, PEOPLE, UNITS
from bot.data.imports.procedure_sheet import PROCEDURES
from bot.data.imports.reading import LOOKED_AT, Rows
from bot.data.imports.registers import INCOMING, OUTGOING
from storage.models import SheetKind

Remembered = Mapping[SheetKind, Mapping[str, str]]
"""Our field by the folded header, as somebody has said of this office's files."""

KINDS: Mapping[SheetKind, Kind] = {
    kind.kind: kind
    for kind in (INCOMING, OUTGOING, DOSSIERS, PROCEDURES, PEOPLE, UNITS, FACTS_SHEET, DAYS)
}
LEAST = 2  # columns of ours in a row of headers
_COUNTED = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A column of the file that is one of ours. `at` counts from 0."""

    at: int
    header: str
    column: Column

    @property
    def letter(self) -> str:
        """As the sheet's program calls it."""
        return str(get_column_letter(self.at + 1))


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a sheet is laid out. Rows are counted from 0: `first_row` is the first record's."""

    kind: Kind
    header_row: int
    first_row: int
    placed: tuple[Placed, ...]
    unplaced: tuple[str, ...]
    headers: tuple[str, ...]  # of every column, as they stand there

    @property
    def missing(self) -> tuple[Column, ...]:
        """The required columns that the file has not."""
        return self.kind.missing({one.column.field for one in self.placed})

    @property
    def rank(self) -> tuple[int, int]:
        """How surely it is this: the fewest required columns missing, then the most found."""
        found = sum(column.required for column in self.kind.columns) - len(self.missing)
        return (found * 10 // max(found + len(self.missing), 1), len(self.placed))


def layout_of(
    rows: Rows, remembered: Remembered, *, only: SheetKind | None = None
) -> Layout | None:
    """The likeliest layout; None where no row has `LEAST` headers of any kind of sheet."""
    kinds = [KINDS[only]] if only else KINDS.values()
    found = [
        layout
        for at, row in enumerate(rows[:LOOKED_AT])
        for kind in kinds
        if (layout := _laid_out(rows, at, row, kind, remembered.get(kind.kind, {})))
    ]
    return max(found, key=lambda layout: (*layout.rank, -layout.first_row), default=None)


def known_headers(remembered: Remembered, *, only: SheetKind | None = None) -> "Knows":
    """A function that tells how well rows are recognised, for choosing among sheets."""
    return Knows(remembered, only)


@dataclass(frozen=True)
class Knows:
    """How much of the beginning of a sheet is recognised."""

    remembered: Remembered
    only: SheetKind | None = None

    def __call__(self, rows: Rows) -> int:
        layout = layout_of(rows, self.remembered, only=self.only)
        return layout.rank[0] * 100 + layout.rank[1] if layout else 0


def _laid_out(
    rows: Rows, at: int, row: Iterable[object], kind: Kind, said: Mapping[str, str]
) -> Layout | None:
    known = {**kind.headers, **said}
    headers = tuple(" ".join(str(cell).split()) if cell is not None else "" for cell in row)
    placed: list[Placed] = []
    unplaced: list[str] = []
    taken: set[str] = set()
    for index, header in enumerate(headers):
        key = header_key(header)
        name = known.get(key)
        column = kind.column(name) if name else None
        if column and column.field not in taken:
            taken.add(column.field)
            placed.append(Placed(at=index, header=header, column=column))
        elif header and name != "":
            unplaced.append(header)
    if len(placed) < LEAST:
        return None
    return Layout(
        kind=kind,
        header_row=at,
        first_row=_below(rows, at + 1),
        placed=tuple(placed),
        unplaced=tuple(unplaced),
        headers=headers,
    )


def _below(rows: Rows, at: int) -> int:
    """Registers number their columns below the headers, (1) (2) (3): that is no record."""
    row = rows[at] if at < len(rows) else ()
    cells = [str(cell).strip() for cell in row if cell not in (None, "")]
    counted = len(cells) >= LEAST and all(_COUNTED.fullmatch(cell) for cell in cells)
    numbers = [int(re.sub(r"\D", "", cell)) for cell in cells] if counted else []
    in_order = counted and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return at + 1 if in_order and numbers[0] <= 1 else at
