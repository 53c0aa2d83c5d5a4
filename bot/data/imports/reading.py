"""A file as rows of cells: .xlsx by openpyxl, .csv by the standard library. Nothing is judged."""

import csv
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.data.imports.encodings import looks_typed_in_an_old_font, text_of
from handlers.imports.outcome import UnreadableError

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LOOKED_AT = 30  # rows, for the headers
TOLD_EVERY = 1_000
DELIMITERS = ";,\t|"
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # a line that Excel writes and reads
Rows = list[tuple[Any, ...]]
Progress = Callable[[str, int], None]
"""Told at which step (“read”, “checked”) how many rows are done."""


def silent(_step: str, _rows: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """The cells of one sheet. `rows[0]` is row 1 of the file; `content` its bytes."""

    name: str
    rows: Rows
    sheet: str = ""  # its name in an .xlsx; empty for a .csv
    content: bytes = field(default=b"", repr=False)

    @property
    def is_workbook(self) -> bool:
        """It came as an .xlsx."""
        return bool(self.sheet)


def read(
    name: str,
    content: bytes,
    *,
    knows: Callable[[Rows], int],
    progress: Progress = silent,
) -> Table:
    """The sheet of a file in which most is recognised, as `knows` counts it.

    UnreadableError says in words why a file is not taken. Takes its time: for a thread.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableError("import-too-big", megabytes=MOST_BYTES // 2**20)
    if content.startswith(b"PK"):
        table = _workbook(name, content, knows, progress)
    elif name.lower().endswith((".csv", ".tsv", ".txt")):
        text = text_of(content)
        table = Table(name=name, rows=_csv(text, knows), content=content)
    else:
        raise UnreadableError("import-other-kind")
    if not any(any(cell not in (None, "") for cell in row) for row in table.rows):
        raise UnreadableError("import-empty")
    if looks_typed_in_an_old_font(_sample(table.rows)):
        raise UnreadableError("import-old-font")
    return table


def is_table(name: str, mime: str = "") -> bool:
    """A file of a kind that may hold a sheet, by its name; older kinds are told how to save."""
    return name.lower().endswith((".xlsx", ".csv", ".tsv", ".xls", ".ods", ".xlsm")) or (
        "spreadsheet" in mime or mime == "text/csv"
    )


def _workbook(name: str, content: bytes, knows: Callable[[Rows], int], progress: Progress) -> Table:
    _refuse_bombs(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles that a system's export left out
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
            heads = {
                sheet.title: _cells(sheet, LOOKED_AT)
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            }
            if not heads:
                raise UnreadableError("import-empty")
            best = max(heads, key=lambda title: knows(heads[title]))
            rows = _cells(book[best], MOST_ROWS + 1, progress)
            book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as wrong:
        raise UnreadableError("import-not-a-table") from wrong
    if len(rows) > MOST_ROWS:
        raise UnreadableError("import-too-many-rows", most=MOST_ROWS)
    return Table(name=name, rows=rows, sheet=best, content=content)


def _refuse_bombs(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
            names = {one.filename for one in packed.infolist()}
    except zipfile.BadZipFile as wrong:
        raise UnreadableError("import-not-a-table") from wrong
    if "xl/workbook.xml" not in names:
        raise UnreadableError("import-other-kind")
    if size > MOST_UNPACKED:
        raise UnreadableError("import-too-big", megabytes=MOST_BYTES // 2**20)


def _cells(sheet: Any, most: int, progress: Progress = silent) -> Rows:
    sheet.reset_dimensions()  # some systems write a size that is not true
    rows: Rows = []
    for row in sheet.iter_rows(max_row=most, values_only=True):
        rows.append(tuple(row[:MOST_COLUMNS]))
        if len(rows) % TOLD_EVERY == 0:
            progress("read", len(rows))
    while rows and all(cell is None for cell in rows[-1]):
        rows.pop()
    return rows


def _csv(text: str, knows: Callable[[Rows], int]) -> Rows:
    """Read with each delimiter; the one that makes most of the headers known, or most columns."""
    given = _SEPARATOR.match(text)
    if given:
        found = _split(text, given[1])
        return [(), *found[1:]]  # the line is a row of the file, with nothing in it
    delimiter = max(DELIMITERS, key=lambda one: _fits(_split(text, one, LOOKED_AT), knows))
    rows = _split(text, delimiter, MOST_ROWS + 1)
    if len(rows) > MOST_ROWS:
        raise UnreadableError("import-too-many-rows", most=MOST_ROWS)
    return rows


def _fits(rows: Rows, knows: Callable[[Rows], int]) -> tuple[int, int]:
    return knows(rows), max((len(row) for row in rows), default=0)


def _split(text: str, delimiter: str, most: int | None = None) -> Rows:
    rows: Rows = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            rows.append(tuple(row[:MOST_COLUMNS]))
            if most and len(rows) == most:
                break
    except csv.Error as wrong:
        raise UnreadableError("import-not-a-table") from wrong
    return rows


def _sample(rows: Sequence[tuple[Any, ...]]) -> str:
    return "\n".join(cell for row in rows[: 2 * LOOKED_AT] for cell in row if isinstance(cell, str))
