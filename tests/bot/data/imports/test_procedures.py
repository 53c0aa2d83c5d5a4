"""A province's list of procedures is read: its columns, papers and limits."""

import pytest

from bot.data.imports.headers import KINDS
from bot.data.imports.papers import papers_in
from bot.data.imports.writing import template
from storage.models import OnlineLevel, SheetKind, TimeUnit
from tests.bot.data.imports.sheets import checked, told, workbook

HEADERS = (
    "STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Cấp giải quyết", "Cơ quan giải quyết",
    "Thời hạn giải quyết", "Phí, lệ phí (nếu có)", "Thành phần hồ sơ", "Mức độ DVC", "Trường hợp",
)  # fmt: skip
RIGHT = (
    "1", "1.000948.H38", "Cấp lại giấy phép", "Công Thương", "Cấp xã", "UBND cấp xã",
    "Không quá 05 (năm) ngày làm việc", "Không",
    "- Đơn đề nghị | Mẫu số 02 | Bản chính: 1 | Bản sao: 0\n- Bản sao hợp đồng", "Toàn trình", "",
)  # fmt: skip


def changed(column: str, value: str) -> tuple[str, ...]:
    return tuple(
        value if name == column else cell for name, cell in zip(HEADERS, RIGHT, strict=True)
    )


def test_a_list_as_provinces_publish_it() -> None:
    found = checked("tthc.xlsx", workbook(("DANH MỤC THỦ TỤC",), HEADERS, RIGHT))
    assert told(found) == []
    (row,) = found.rows
    assert row == {
        "code": "1.000948.H38",
        "name": "Cấp lại giấy phép",
        "field": "Công Thương",
        "level": "Cấp xã",
        "agency": "UBND cấp xã",
        "time_limit": 5,
        "time_unit": TimeUnit.WORKING_DAYS,
        "fee": "Không",
        "online": OnlineLevel.FULL,
        "papers": [
            {"name": "Đơn đề nghị", "originals": 1, "form": "Mẫu số 02"},
            {"name": "Bản sao hợp đồng", "copies": 1},
        ],
        "case": "",
    }


@pytest.mark.parametrize(
    ("column", "value", "letter", "text"),
    [
        ("Mã TTHC", "ABC", "B", "procedure-code"),
        ("Thời hạn giải quyết", "theo quy định", "G", "procedure-limit"),
        ("Mức độ DVC", "nhanh", "J", "choice"),
        ("Tên thủ tục hành chính", "", "C", "required"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(
    column: str, value: str, letter: str, text: str
) -> None:
    found = checked("tthc.xlsx", workbook(HEADERS, changed(column, value)))
    assert told(found) == [(2, letter, text)]


def test_cases_share_a_code_but_not_their_name() -> None:
    lost, spoilt = changed("Trường hợp", "Bị mất"), changed("Trường hợp", "Bị hỏng")
    assert told(checked("tthc.xlsx", workbook(HEADERS, lost, spoilt))) == []
    assert told(checked("tthc.xlsx", workbook(HEADERS, lost, lost))) == [(3, "B", "twice")]


@pytest.mark.parametrize(
    ("limit", "meant"),
    [
        ("30 ngày", (30, TimeUnit.CALENDAR_DAYS)),
        ("02 tháng", (2, TimeUnit.MONTHS)),
        ("8 giờ làm việc", (8, TimeUnit.WORKING_HOURS)),
        ("Trong ngày làm việc", (8, TimeUnit.WORKING_HOURS)),
        ("10 ngày làm việc kể từ ngày nhận đủ hồ sơ", (10, TimeUnit.WORKING_DAYS)),
    ],
)
def test_limits_say_their_unit(limit: str, meant: tuple[int, TimeUnit]) -> None:
    (row,) = checked("tthc.xlsx", workbook(HEADERS, changed("Thời hạn giải quyết", limit))).rows
    assert (row["time_limit"], row["time_unit"]) == meant


@pytest.mark.parametrize(
    ("written", "paper"),
    [
        ("Giấy chứng sinh (bản chính)", {"name": "Giấy chứng sinh", "originals": 1}),
        ("1. Hợp đồng (02 bản sao)", {"name": "Hợp đồng", "copies": 2}),
        ("Căn cước (xuất trình)", {"name": "Căn cước (xuất trình)"}),
        ("Ảnh đàn ong | | Bản chính: 2", {"name": "Ảnh đàn ong", "originals": 2}),
        (
            "Tờ khai (theo Mẫu số 01/ĐK; 01 bản chính)",
            {"name": "Tờ khai", "originals": 1, "form": "Mẫu số 01/ĐK"},
        ),
    ],
)
def test_a_paper_with_its_number_and_form(written: str, paper: dict[str, object]) -> None:
    assert papers_in(written) == [paper]


def test_our_template_is_read_back() -> None:
    kind = KINDS[SheetKind.PROCEDURES]
    content = template(kind)
    assert content
    names = [column.name for column in kind.columns]
    found = checked("mau.xlsx", workbook(names, kind.examples), only=SheetKind.PROCEDURES)
    assert told(found) == []
