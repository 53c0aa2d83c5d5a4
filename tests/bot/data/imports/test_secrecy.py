"""Marks of state secrets: with one of them nothing of the file is taken, or repeated."""

import pytest

from bot.data.imports.secrecy import bears_mark, degree_is_harmless
from tests.bot.data.imports.sheets import RIGHT, incoming, told


@pytest.mark.parametrize(
    "cell",
    [
        "Mật", "TỐI MẬT", "(Mật) Báo cáo", "[Tuyệt mật]", "Tối mật: kế hoạch", "MẬT Về bố trí",
        "Báo cáo tình hình - Mật", "Công văn mật", "văn bản có độ Mật", "Độ mật: Mật",
        "kế hoạch tuyệt mật năm 2026", "TOI MAT: ke hoach", "(mat) bao cao", "Mật\xa0",
        "Ban hành danh mục bí mật nhà nước (Mật)",
    ],
)  # fmt: skip
def test_a_mark_is_seen_wherever_it_stands(cell: str) -> None:
    assert bears_mark(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "V/v bảo vệ bí mật nhà nước", "mật độ dân số", "nghề nuôi ong mật", "bảo mật thông tin",
        "Báo cáo mật độ giao thông", "Mặt trận Tổ quốc", "Mat tran To quoc", "cấp mật khẩu",
        "Ban hành danh mục bí mật nhà nước độ Tối mật", "bao cao mat an toan", "do mat dien",
        "", None, 12,
    ],
)  # fmt: skip
def test_daily_words_are_none(cell: object) -> None:
    assert not bears_mark(cell)


@pytest.mark.parametrize(
    ("cell", "harmless"),
    [("", True), (None, True), ("Thường", True), ("Không", True), ("0", True),
     ("Mật", False), ("C", False), ("1", False), ("x", False)],
)  # fmt: skip
def test_what_is_not_clearly_harmless_in_its_column_is_a_mark(cell: object, harmless: bool) -> None:
    assert degree_is_harmless(cell) is harmless


def test_only_row_and_column_are_told_and_nothing_else_of_the_file() -> None:
    wrong = ("x", "khi nào", "", "", "", "")
    secret = (*RIGHT[:5], "Kế hoạch bố trí lực lượng tại điểm cao 505 (Tối mật)")
    found = incoming((*RIGHT, "Thường"), (*secret, "Mật"), (*wrong, ""), more=("Độ mật",))
    assert found.secret
    assert found.rows == []
    assert told(found) == [(3, "F", "secret"), (3, "G", "secret")]
    assert "505" not in repr(found)
    assert {tuple(one.facts) for one in found.problems} == {()}


def test_a_mark_in_a_column_that_is_not_taken_counts_as_well() -> None:
    found = incoming((*RIGHT, "Tuyệt mật"), more=("Ghi chú",))
    assert told(found) == [(2, "G", "secret")]
