"""Rows of the one-stop system's export: what they come to, and what is wrong in which cell."""

import datetime as dt
from typing import Any

from bot.data.imports.checking import Checked
from storage import dossier_owners
from storage.imported_dossiers import CHANGED_AT
from storage.models import DossierState, SubmittedBy
from storage.seals import Seal
from tests.bot.data.imports.sheets import checked, told, workbook
from tests.office import at

NATIONAL = (
    "MaHoSo", "MaTTHC", "TenTTHC", "ChuHoSo", "LoaiDoiTuong", "KenhThucHien", "NgayNop",
    "NgayTiepNhan", "NgayHenTra", "NgayKetThucXuLy", "TrangThaiHoSo",
)  # fmt: skip
ROW: tuple[Any, ...] = (
    "000.00.12.H37-261116-0045", "1.000948.H38", "Cấp giấy phép", "Nguyễn Văn Ví Dụ", "0", "2",
    "15/11/2026 20:10", "16/11/2026", "30/11/2026", "", "4",
)  # fmt: skip
SEAL = Seal("thirty-two characters of a secret")


def export(*rows: tuple[Any, ...], more: tuple[str, ...] = (), **place: Any) -> Checked:
    place = {"procedures": {"1.000948": 7}, "seal": SEAL, **place}
    return checked("hs.xlsx", workbook((*NATIONAL, *more), *rows), **place)


def test_the_national_field_names_are_known() -> None:
    found = export(ROW)
    assert found.problems == []
    assert found.rows == [
        {
            "code": "000.00.12.H37-261116-0045",
            "procedure_id": 7,
            "applicant": "Nguyễn Văn Ví Dụ",
            "submitted_by": SubmittedBy.ONLINE,
            "submitted_at": at("2026-11-15 20:10"),
            "received_at": at("2026-11-16 07:30"),
            "received_on": dt.date(2026, 11, 16),
            "due_at": at("2026-11-30 17:00"),
            "due_on": dt.date(2026, 11, 30),
            "state": DossierState.PROCESSING,
            CHANGED_AT: None,
        }
    ]


def test_of_numbers_of_people_only_seals_of_the_last_four_digits_stay() -> None:
    found = export((*ROW, "0900 000 678", "038000000011"), more=("Số điện thoại", "Số định danh"))
    row = found.rows[0]
    sealed = {
        "phone_seal": dossier_owners.sealed(SEAL, "phone", row["code"], "0678"),
        "identity_seal": dossier_owners.sealed(SEAL, "identity", row["code"], "0011"),
    }
    assert {name: row[name] for name in sealed} == sealed
    assert "0678" not in str(found.rows)
    wrong = export((*ROW, "67x", ""), more=("Số điện thoại", "Số định danh"))
    assert told(wrong) == [(2, "L", "digits")]
    assert "67x" not in str(wrong.problems)


def test_what_is_wrong_is_told_by_row_and_column() -> None:
    def but(at: int, cell: Any) -> tuple[Any, ...]:
        return (*ROW[:at], cell, *ROW[at + 1 :])

    assert told(export(but(0, "so 12"))) == [(2, "A", "dossier-code")]
    assert told(export(but(10, "lạ lắm"))) == [(2, "K", "choice")]
    assert told(export(but(7, "01/12/2026"))) == [(2, "H", "day-ahead")]
    assert told(export(but(8, "13/11/2026"))) == [(2, "I", "due-before-received")]
    assert told(export(ROW, ROW)) == [(3, "A", "twice")]
    unknown = export(but(1, "2.111111"))
    assert (told(unknown), [one.text for one in unknown.remarks]) == ([], ["procedure-unknown"])


def test_a_clerk_brings_what_their_own_desk_received() -> None:
    more = ("Nơi tiếp nhận",)
    assert export((*ROW, ""), more=more, own_desk=1).rows[0]["receiving_unit_id"] == 1
    others = export((*ROW, "NC"), more=more, own_desk=1)
    assert told(others) == [(2, "L", "desk-of-others")]
    assert export((*ROW, "NC"), more=more).rows[0]["receiving_unit_id"] == 2
