"""Whatever is filled into our template is read back as it was meant, and twice is as once."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlmodel import select

from bot.data.imports.headers import KINDS
from bot.data.imports.register_words import KIND_NAMES
from bot.data.imports.secrecy import bears_mark
from bot.data.imports.writing import template
from bot.imports import ImportDesk
from scheduler.clock import VIETNAM
from storage.engine import opened
from storage.models import DocumentState, IncomingDocument, SheetKind, Urgency
from storage.viewer import Viewer
from tests.bot.data.imports.sheets import NOW, checked
from tests.stores import copy_of, run

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệ ABCĐƯ0123456789,.;:()“”\"'=+-/\n"
TEXT = (
    st.text(LETTERS, min_size=1, max_size=60)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text.strip()) and not bears_mark(text))
)
DAYS = st.dates(dt.date(2020, 1, 1), NOW.date())
URGENCIES = {
    "Thường": Urgency.NORMAL, "Khẩn": Urgency.URGENT, "Thượng khẩn": Urgency.VERY_URGENT,
    "Hỏa tốc": Urgency.FLASH,
}  # fmt: skip
STATES = {"Chưa xử lý": DocumentState.REGISTERED, "Đang xử lý": DocumentState.PROCESSING}


@st.composite
def registers(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Rows of a register, by the names of our columns; no number of a year comes twice."""
    row = st.fixed_dictionaries(
        {
            "Số đến": st.integers(1, 99_999),
            "Ngày đến": DAYS,
            "Cơ quan ban hành": TEXT,
            "Số, ký hiệu": st.integers(1, 9_999).map(lambda number: f"{number}/SYT-NVY"),
            "Ngày văn bản": DAYS,
            "Loại văn bản": st.sampled_from(sorted(KIND_NAMES)),
            "Trích yếu": TEXT,
            "Độ khẩn": st.sampled_from(sorted(URGENCIES)),
            "Hạn xử lý": st.none() | DAYS,
            "Trạng thái": st.sampled_from(sorted(STATES)),
        }
    )
    return draw(
        st.lists(
            row,
            min_size=1,
            max_size=6,
            unique_by=lambda row: (row["Ngày đến"].year, row["Số đến"]),
        )
    )


def filled_in(rows: list[dict[str, Any]], *, as_text: bool) -> bytes:
    """The template with these rows, days as text or as the sheet's own dates."""
    book = load_workbook(BytesIO(template(KINDS[SheetKind.INCOMING])))
    sheet = book.worksheets[0]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, 2):
        for name, value in row.items():
            is_day = isinstance(value, dt.date)
            cell = sheet.cell(number, columns[name])
            cell.value = f"{value:%d/%m/%Y}" if is_day and as_text else value
            if isinstance(value, str):
                cell.data_type = "s"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def meant(row: dict[str, Any]) -> dict[str, Any]:
    due = row["Hạn xử lý"]
    return {
        "book_number": row["Số đến"],
        "arrived_on": row["Ngày đến"],
        "issuer": row["Cơ quan ban hành"],
        "number_sign": row["Số, ký hiệu"],
        "dated": row["Ngày văn bản"],
        "kind": KIND_NAMES[row["Loại văn bản"]],
        "subject": row["Trích yếu"],
        "urgency": URGENCIES[row["Độ khẩn"]],
        "due_on": due,
        "due_at": due and dt.datetime.combine(due, dt.time(17), VIETNAM),
        "state": STATES[row["Trạng thái"]],
    }


@settings(max_examples=30)
@given(registers(), st.booleans())
def test_a_filled_in_template_is_read_back_as_it_was_meant(
    rows: list[dict[str, Any]], as_text: bool
) -> None:
    found = checked("mau.xlsx", filled_in(rows, as_text=as_text))
    assert found.problems == []
    assert [{name: one.get(name) for name in meant(rows[0])} for one in found.rows] == [
        meant(row) for row in rows
    ]


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(registers())
def test_importing_twice_is_importing_once(
    sqlite_template: Path, tmp_path: Path, rows: list[dict[str, Any]]
) -> None:
    async def twice() -> None:
        desk = ImportDesk(zone=VIETNAM)
        content = filled_in(rows, as_text=True)
        async with opened(copy_of(sqlite_template, tmp_path)) as store:
            kept: list[list[dict[str, Any]]] = []
            for told in ((len(rows), 0, 0), (0, 0, len(rows))):
                async with store.sessions() as db, db.begin():
                    sheet = await desk.read(db, "mau.xlsx", content)
                    looked = await desk.look(db, Viewer.office(), sheet, now=NOW)
                    done = await desk.write(db, Viewer.office(), sheet, now=NOW)
                    assert looked
                    assert done
                    assert (looked.new, looked.changed, looked.same) == told
                    assert (done.new, done.changed, done.same, done.written) == (*told, True)
                    documents = (await db.exec(select(IncomingDocument))).all()
                    kept.append([one.model_dump() for one in documents])
            assert kept[0] == kept[1]

    for file in tmp_path.glob("office.db*"):
        file.unlink()
    run(twice())


def test_every_kind_has_a_template_that_its_own_example_fills() -> None:
    for kind in SheetKind:
        sheet = load_workbook(BytesIO(template(KINDS[kind])))
        columns = [column for column in KINDS[kind].columns if column.in_template]
        assert [cell.value for cell in sheet.worksheets[0][1]] == [one.name for one in columns]
        sheet.worksheets[0].append(list(KINDS[kind].examples))
        content = BytesIO()
        sheet.save(content)
        found = checked("mau.xlsx", content.getvalue(), only=kind, codes=("vp",))
        assert (kind, found.problems, len(found.rows) > 0) == (kind, [], True)
