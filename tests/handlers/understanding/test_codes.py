"""Codes are found however they were typed, and printed as the office prints them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.codes.finding import find_codes
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.normalise import tidy
from tests.handlers.understanding.office import NOW


def codes(words: str) -> list[tuple[CodeKind, str]]:
    return [(code.kind, code.printed) for code in find_codes(tidy(words), NOW)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("hồ sơ H05.12-261116-0045 xong chưa", "H05.12-261116-0045"),
        ("000.00.05.H02-231226-0001", "000.00.05.H02-231226-0001"),
        ("h37.08-261103-o112", "H37.08-261103-0112"),
        ("HO5.12–261116–OO45", "H05.12-261116-0045"),
        ("000.00.12.h37 - 261103 - 0112", "000.00.12.H37-261103-0112"),
        ("0000012H37-261103-0112", "000.00.12.H37-261103-0112"),
        ("000 00 12 H37 261103 0112", "000.00.12.H37-261103-0112"),
        ("G22.99.08-260921-800001", "G22.99.08-260921-800001"),
        ("g229908-260921-800001", "G22.99.08-260921-800001"),
        ("G22.99-251225-000123", "G22.99-251225-000123"),
        ("G01.899.909-260916-800002", "G01.899.909-260916-800002"),
        ("g01899909-260916-800002", "G01.899.909-260916-800002"),
        ("G09.20-20260609-0000123", "G09.20-20260609-0000123"),
    ],
)
def test_codes_of_dossiers(typed: str, printed: str) -> None:
    assert codes(typed) == [(CodeKind.DOSSIER, printed)]


def test_an_impossible_date_makes_it_no_code_but_still_not_words() -> None:
    assert codes("H05.12-261316-0045") == [(CodeKind.DOSSIER, "")]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ĐT-2026-0758", "ĐT-2026-0758"),
        ("dt-2026-758", "ĐT-2026-0758"),
        ("đt 2025 12", "ĐT-2025-0012"),
        ("đơn 758 tới đâu", "ĐT-2026-0758"),
        ("don so 758", "ĐT-2026-0758"),
        ("đơn thư số 45/2025", "ĐT-2025-0045"),
        ("petition no. 758", "ĐT-2026-0758"),
    ],
)
def test_codes_of_petitions(typed: str, printed: str) -> None:
    assert codes(typed) == [(CodeKind.PETITION, printed)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Quyết định số 3100/QĐ-UBND", "3100/QĐ-UBND"),
        ("3100/qd-ubnd", "3100/QĐ-UBND"),
        ("qd 3100", "3100/QĐ"),
        ("QĐ số 3100 năm 2023", "3100/2023/QĐ"),
        ("qđ 128/2025", "128/2025/QĐ"),
        ("qd ubnd so 3100", "3100/QĐ-UBND"),
        ("31OO/QĐ-UBND", "3100/QĐ-UBND"),
        ("BC 145/SNV", "145/BC-SNV"),
        ("nghị định 30/2020", "30/2020/NĐ"),
        ("1234/UBND KGVX", "1234/UBND-KGVX"),
        ("16 nq/tw", "16-NQ/TW"),
        ("cv 1234 kgvx tới đâu rồi", "CV 1234/KGVX"),
        ("công văn số 1234", "CV 1234"),
        ("cv1234", "CV 1234"),
        ("1234/ubnd-kgvx", "1234/UBND-KGVX"),
        ("1234 ubnd kgvx", "1234/UBND-KGVX"),
        ("16-nq/tw", "16-NQ/TW"),
        ("128/2025/QĐ-UBND", "128/2025/QĐ-UBND"),
        ("15a/ttr-snv", "15a/TTr-SNV"),
        ("01/QyĐ-UBND", "01/QyĐ-UBND"),
        ("28/2026/QH16", "28/2026/QH16"),
        ("văn bản đến số 812", "812"),
        ("document 812", "812"),
    ],
)
def test_numbers_of_documents(typed: str, printed: str) -> None:
    assert codes(typed) == [(CodeKind.DOCUMENT, printed)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1.000948", "1.000948"),
        ("1.000948.h38", "1.000948.H38"),
        ("l.00O948", "1.000948"),
        ("1.001776.000.00.00.H12", "1.001776.000.00.00.H12"),
    ],
)
def test_codes_of_procedures(typed: str, printed: str) -> None:
    assert codes(f"thủ tục {typed} nộp ở đâu") == [(CodeKind.PROCEDURE, printed)]


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("0912345678", "0912345678"), ("0912.345.678", "0912345678"),
        ("0912 345 678", "0912345678"), ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"), ("(+84) 912-345-678", "0912345678"),
        ("+84(0)912345678", "0912345678"), ("o912345678", "0912345678"),
        ("(0205) 3812 345", "02053812345"), ("0205.3812.345", "02053812345"),
    ],
)  # fmt: skip
def test_telephones(typed: str, dialled: str) -> None:
    assert codes(f"gọi {typed} nhé") == [(CodeKind.PHONE, dialled)]


@pytest.mark.parametrize("typed", ["4900123456", "012345678901", "a@b.example"])
def test_other_long_numbers_and_addresses_are_nothing_of_ours(typed: str) -> None:
    assert codes(typed) == [(CodeKind.OTHER, typed)]


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("H05.12-261116-0045", False), ("h05.12–261116–0045", False),
        ("H05 12 - 261116 - 0045", False), ("HO5.12-261116-0045", True),
        ("H0512-261116-0045", True), ("H05.12 261116 0045", False), ("H05122611160045", True),
        ("ĐT-2026-0758", False), ("đt-2026-o758", True), ("1.OOO948", True), ("1.000948", False),
    ],
)  # fmt: skip
def test_a_code_that_had_to_be_guessed_is_said_to_be_repaired(typed: str, repaired: bool) -> None:
    [found] = find_codes(tidy(typed), NOW)
    assert found.repaired is repaired


@pytest.mark.parametrize(
    "words",
    [
        "báo cáo 6 tháng", "kế hoạch 2026", "lịch CT 25/11", "đơn 3 trang", "công văn hỏa tốc",
        "ngày 25/11/2026", "5 văn bản quá hạn", "60/h", "họp lúc 8", "",
    ],
)  # fmt: skip
def test_numbers_that_are_no_codes(words: str) -> None:
    assert codes(words) == []


def test_several_codes_are_found_in_their_order() -> None:
    assert codes("TB 321: đã xong, BC số 145/BC-SNV") == [
        (CodeKind.DOCUMENT, "321/TB"),
        (CodeKind.DOCUMENT, "145/BC-SNV"),
    ]


@given(st.text(alphabet="0oO1hHgđtcvqd./- 2026", max_size=60))
def test_no_words_make_it_fail(words: str) -> None:
    for code in find_codes(tidy(words), NOW):
        assert 0 <= code.start < code.end <= len(tidy(words))
