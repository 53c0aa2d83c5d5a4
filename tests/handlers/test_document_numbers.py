"""A số, ký hiệu in the spellings people use."""

import pytest

from handlers.documents.numbers import sought_number
from storage.documents import SoughtNumber
from storage.models import Direction, DocumentKind


def sought(number: str, *groups: str, **more: object) -> SoughtNumber:
    return SoughtNumber(number=number, groups=groups, **({"book_year": 2026} | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("1234/UBND-KGVX", sought("1234", "ubnd", "kgvx")),
        ("3100/QĐ", sought("3100", "qd")),
        ("qd 3100", sought("3100", "qd")),
        ("QĐ số 3100 năm 2023", sought("3100", "qd", year=2023, book_year=2023)),
        ("cv 1234 kgvx", sought("1234", "kgvx", kind=DocumentKind.OFFICIAL_LETTER)),
        ("công văn 1234", sought("1234", kind=DocumentKind.OFFICIAL_LETTER)),
        ("128/2025/QĐ-UBND", sought("128", "qd", "ubnd", year=2025, book_year=2025)),
        ("16-NQ/TW", sought("16", "nq", "tw")),
        ("05/GM-UBND", sought("5", "gm", "ubnd")),
        ("15a/TTr-SNV", sought("15a", "ttr", "snv")),
        ("văn bản đi 45", sought("45", direction=Direction.OUTGOING)),
        ("văn bản đến số 45", sought("45", direction=Direction.INCOMING)),
    ],
)
def test_as_much_as_was_said(words: str, meant: SoughtNumber) -> None:
    assert sought_number(words, this_year=2026) == meant


def test_words_beside_it_say_the_direction_and_a_time_the_year() -> None:
    assert sought_number("45", this_year=2026, around="outgoing", year=2025) == sought(
        "45", year=2025, book_year=2025, direction=Direction.OUTGOING
    )


def test_no_number_in_it() -> None:
    assert sought_number("QĐ-UBND", this_year=2026) is None
