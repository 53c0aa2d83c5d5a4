"""A sheet as a whole: what is wrong in which cell, and what its rows come to."""

import pytest

from bot.data.imports.columns import header_key
from bot.data.imports.headers import KINDS
from storage.models import DocumentState, SheetKind
from storage.viewer import Role
from tests.bot.data.imports.sheets import INCOMING, RIGHT, checked, incoming, told, workbook

OTHER = ("813", *RIGHT[1:])


def test_every_wrong_cell_is_told_by_row_and_column_at_once() -> None:
    found = incoming(
        (*RIGHT, "KGVX", "Hoàng Minh Đức"),
        ("x", "30/02/2026", "", *OTHER[3:], "Phòng Nội chánh", "Hoàng Minh Đứt"),
        more=("Đơn vị xử lý", "Người xử lý"),
    )
    assert told(found) == [
        (3, "A", "number"),
        (3, "B", "day-none"),
        (3, "C", "required"),
        (3, "G", "unit-unknown"),
        (3, "H", "person-unknown"),
    ]
    facts = found.problems[-1].facts
    assert facts["read"] == "Hoàng Minh Đứt"
    assert facts["nearest"].startswith("Hoàng Minh Đức")


def test_a_key_that_comes_twice_names_the_first_row() -> None:
    found = incoming(RIGHT, OTHER, RIGHT)
    assert told(found) == [(4, "A", "twice")]
    assert found.problems[0].facts == {"first": "2"}


def test_the_same_number_of_another_year_is_another_document() -> None:
    found = incoming(RIGHT, ("812", "20/11/2025", *RIGHT[2:]))
    assert found.problems == []
    assert {row["year"] for row in found.rows} == {2025, 2026}


def test_of_two_with_one_name_the_unit_tells() -> None:
    found = incoming(
        (*RIGHT, "Nguyễn Văn An", "NC"),
        (*OTHER, "Đ/c Nguyễn Văn An (PTP)", ""),
        more=("Người xử lý", "Đơn vị xử lý"),
    )
    assert found.rows[0]["holder_id"] == 11
    assert told(found) == [(3, "G", "person-several")]


@pytest.mark.parametrize(
    "written",
    ["Hoàng Minh Đức", "hoang minh duc", "Đ/c Hoàng Minh Đức", "KT. CHỦ TỊCH, Hoàng Minh Đức",
     "Phó Chủ tịch UBND tỉnh Hoàng Minh Đức", "Hoàng Minh Đức (chuyên viên)",
     "Hoàng Minh Đức - Phòng KGVX"],
)  # fmt: skip
def test_a_name_is_known_with_a_title_beside_it(written: str) -> None:
    assert incoming((*RIGHT, written), more=("Người xử lý",)).rows[0]["holder_id"] == 3


@pytest.mark.parametrize("written", ["Trần Hoàng Minh Đức", "Minh Đức", "Đức", "Hoàng Đức"])
def test_nobody_is_guessed_from_a_part_of_a_name(written: str) -> None:
    found = incoming((*RIGHT, written), more=("Người xử lý",))
    assert told(found) == [(2, "G", "person-unknown")]


@pytest.mark.parametrize("written", ["NC", "nc", "Phòng NC", "P.NC", "Phòng Nội chính"])
def test_a_unit_is_known_by_code_and_name(written: str) -> None:
    assert incoming((*RIGHT, written), more=("Đơn vị xử lý",)).rows[0]["unit_id"] == 2


def test_what_has_not_come_yet_is_refused_and_an_odd_date_only_told() -> None:
    found = incoming(("814", "26/11/2026", *RIGHT[2:]))
    assert told(found) == [(2, "B", "day-ahead")]
    found = incoming((*RIGHT[:4], "21/11/2026", RIGHT[5]))
    assert (found.problems, found.remarks[0].text) == ([], "dated-after")


def test_an_empty_cell_says_nothing_and_a_day_of_completion_says_done() -> None:
    first, second = incoming(
        (*RIGHT, "", ""), (*OTHER, "", "21/11/2026"), more=("Hạn xử lý", "Ngày hoàn thành")
    ).rows
    assert "due_at" not in first
    assert "state" not in first
    assert second["state"] is DocumentState.DONE


def test_columns_that_are_said_once_are_known() -> None:
    names = ("Mã số lưu", *INCOMING[1:])
    content = workbook(names, RIGHT)
    said = {SheetKind.INCOMING: {header_key("Mã số lưu"): "book_number"}}
    assert checked("so.xlsx", content, remembered=said).rows[0]["book_number"] == 812


@pytest.mark.parametrize(
    ("sign", "number", "rest"),
    [
        ("3100/QĐ-UBND", 3100, "QĐ-UBND"),
        ("128/2025/QĐ-UBND", 128, "2025/QĐ-UBND"),
        ("05 / GM - UBND", 5, "GM-UBND"),
    ],
)
def test_the_sign_of_an_outgoing_document_is_taken_apart(sign: str, number: int, rest: str) -> None:
    names = ("Số, ký hiệu", "Ngày văn bản", "Trích yếu")
    row = checked("di.xlsx", workbook(names, (sign, "20/11/2026", "Phê duyệt"))).rows[0]
    assert (row["number"], row["sign"], row["year"]) == (number, rest, 2026)


def test_a_sign_without_a_number_is_refused() -> None:
    names = ("Số, ký hiệu", "Ngày văn bản", "Trích yếu")
    found = checked("di.xlsx", workbook(names, ("QĐ-UBND", "20/11/2026", "Phê duyệt")))
    assert told(found) == [(2, "A", "sign")]


def test_a_role_is_not_changed_by_a_sheet() -> None:
    names = ("Họ và tên", "Đơn vị", "Vai trò")
    content = workbook(names, ("Vi Thu Hà", "KGVX", "Quản trị"))
    found = checked("can-bo.xlsx", content, roles={("vi thu ha", 1): Role.OFFICER})
    assert told(found) == [(2, "C", "role-differs")]


def test_somebody_of_the_same_name_elsewhere_is_pointed_out() -> None:
    names = ("Họ và tên", "Đơn vị", "Vai trò")
    found = checked("can-bo.xlsx", workbook(names, ("Vi Thu Hà", "NC", "Chuyên viên")))
    assert (found.problems, found.remarks[0].text) == ([], "same-name")


def test_a_unit_may_be_under_one_of_the_same_sheet() -> None:
    names = ("Mã đơn vị", "Tên đơn vị", "Thuộc đơn vị")
    content = workbook(names, ("VP", "Văn phòng", ""), ("TH", "Phòng Tổng hợp", "VP"))
    assert checked("dv.xlsx", content, codes=("vp", "th")).problems == []
    assert told(checked("dv.xlsx", content)) == [(3, "C", "parent-unknown")]


@pytest.mark.parametrize("kind", SheetKind)
def test_no_name_of_a_column_means_two(kind: SheetKind) -> None:
    columns = KINDS[kind].columns
    names = [name for one in columns for name in {*one.also, header_key(one.name)}]
    assert sorted(names) == sorted(set(names))
    assert [name for name in names if name != header_key(name)] == []
    assert not {*names} & {*KINDS[kind].ignored}
