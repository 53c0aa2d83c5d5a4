"""Short words for the tests of imports."""

import datetime as dt
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from bot.data.imports import headers, reading
from bot.data.imports.checking import Checked, check
from bot.data.imports.names import KnownName, Names
from bot.data.imports.rows import Place
from scheduler.clock import VIETNAM
from storage.models import SheetKind

NOW = dt.datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)
UNITS = (
    KnownName(id=1, code="KGVX", name="Phòng Khoa giáo – Văn xã"),
    KnownName(id=2, code="NC", name="Phòng Nội chính"),
)
PEOPLE = (
    KnownName(id=3, name="Hoàng Minh Đức", unit_id=1, unit="Phòng Khoa giáo – Văn xã"),
    KnownName(id=4, name="Vi Thu Hà", unit_id=1, unit="Phòng Khoa giáo – Văn xã"),
    KnownName(id=5, name="Triệu Quang Vinh", unit_id=2, unit="Phòng Nội chính"),
    KnownName(id=9, name="Bế Văn Sơn", unit_id=2, unit="Phòng Nội chính"),
    KnownName(id=10, name="Nguyễn Văn An", unit_id=1, unit="Phòng Khoa giáo – Văn xã"),
    KnownName(id=11, name="Nguyễn Văn An", unit_id=2, unit="Phòng Nội chính"),
)
INCOMING = ("Số đến", "Ngày đến", "Cơ quan ban hành", "Số, ký hiệu", "Ngày văn bản", "Trích yếu")
RIGHT = ("812", "20/11/2026", "Sở Y tế", "1234/SYT-NVY", "19/11/2026", "V/v tiêm chủng")


def workbook(*rows: Iterable[Any]) -> bytes:
    """An .xlsx with these rows."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def cells(content: bytes) -> list[tuple[Any, ...]]:
    """The rows of an .xlsx."""
    return list(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True))


def checked(
    name: str,
    content: bytes,
    *,
    remembered: headers.Remembered | None = None,
    only: SheetKind | None = None,
    **place: Any,
) -> Checked:
    """What a file comes to in an office that knows `UNITS` and `PEOPLE`."""
    known = remembered or {}
    table = reading.read(name, content, knows=headers.known_headers(known, only=only))
    layout = headers.layout_of(table.rows, known, only=only)
    assert layout
    where = Place(
        now=NOW,
        zone=VIETNAM,
        unit_codes=frozenset({"kgvx", "nc", *place.pop("codes", ())}),
        **place,
    )
    return check(table, layout, Names(PEOPLE, UNITS), where)


def incoming(*rows: Iterable[Any], more: Iterable[str] = ()) -> Checked:
    """A register with the required columns and these besides."""
    return checked("so.xlsx", workbook((*INCOMING, *more), *rows))


def told(found: Checked) -> list[tuple[int, str, str]]:
    """Row, column and what is wrong there."""
    return [(one.row, one.letter, one.text) for one in found.problems]
