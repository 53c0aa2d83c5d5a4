"""Sheets that are given back: an empty one to fill in, and the sender's own with what is wrong."""

import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.data.imports.columns import Column, Form, Kind
from bot.data.imports.reading import Table

WRONG = PatternFill("solid", fgColor="FFC7CE")
HEADER = PatternFill("solid", fgColor="DDEBF7")
NEEDED = Font(bold=True)
PREPARED = 1_000  # rows with a list of choices
WIDTHS = {Form.NUMBER: 10, Form.DAY: 14, Form.CHOICE: 16, Form.UNIT: 18}
WIDEST = 60
ERRORS = "Lỗi"
HINTS, REQUIRED, OPTIONAL = "Hướng dẫn", "bắt buộc", "có thể để trống"


def template(kind: Kind) -> bytes:
    """An empty sheet with our headers; what goes into each column is explained on a second one."""
    book = Workbook()
    sheet, hints = _first(book), book.create_sheet(HINTS)
    sheet.freeze_panes = "A2"
    hints.append(("Cột", "", "Cách ghi", "Ví dụ"))
    columns = [column for column in kind.columns if column.in_template]
    for at, (column, example) in enumerate(zip(columns, kind.examples, strict=True), 1):
        cell = sheet.cell(1, at, column.name)
        cell.fill, cell.font = HEADER, Font(bold=column.required)
        letter = get_column_letter(at)
        whole = sheet.column_dimensions[letter]
        whole.width = WIDTHS.get(column.form, 28)
        if column.form is not Form.NUMBER:
            whole.number_format = "@"  # as it is typed: no program turns day and month about
        if column.offered:
            _offer(sheet, letter, column.offered)
        if told := _told(column):
            cell.comment = Comment(told, "")
        needed = REQUIRED if column.required else OPTIONAL
        hints.append((column.name, needed, _told(column), example))
    for letter, width in zip("ABCD", (26, 18, 70, 40), strict=True):
        hints.column_dimensions[letter].width = width
    return _bytes(book)


def with_errors(
    table: Table, wrong: Mapping[int, Sequence[tuple[str, str]]], *, header_row: int
) -> bytes:
    """The sender's own sheet, with what is wrong in a last column and the cells coloured.

    `wrong` has, by row, the column's letter and the words. Takes its time: for a thread.
    """
    book = _own(table)
    sheet = book[table.sheet] if table.is_workbook else _first(book)
    last = sheet.max_column + 1
    told = sheet.cell(header_row, last)
    told.value, told.font = ERRORS, NEEDED
    sheet.column_dimensions[get_column_letter(last)].width = WIDEST
    for row, problems in wrong.items():
        words = sheet.cell(row, last)
        words.value, words.data_type = "\n".join(text for _, text in problems), "s"
        words.alignment, words.fill = Alignment(wrap_text=True, vertical="top"), WRONG
        for letter, _ in problems:
            if letter:
                sheet.cell(row, column_index_from_string(letter)).fill = WRONG
    return _bytes(book)


def _own(table: Table) -> Workbook:
    if table.is_workbook:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles that a system's export left out
            return load_workbook(BytesIO(table.content))
    book = Workbook()
    sheet = _first(book)
    for number, row in enumerate(table.rows, 1):
        for at, value in enumerate(row, 1):
            if value not in (None, ""):
                _as_text(sheet, number, at, value)
    return book


def _as_text(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    """What begins with “=” is no formula of ours."""
    cell = sheet.cell(row, column)
    cell.value, cell.data_type, cell.number_format = str(value), "s", "@"


def _told(column: Column) -> str:
    offered = ", ".join(column.offered)
    return " ".join(part for part in (column.help, offered and f"Chọn: {offered}.") if part)


def _offer(sheet: Worksheet, letter: str, choices: Sequence[str]) -> None:
    listed = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    listed.showErrorMessage = False  # other words may be known too
    sheet.add_data_validation(listed)
    listed.add(f"{letter}2:{letter}{PREPARED + 1}")


def _first(book: Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook has one
    return sheet


def _bytes(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()
