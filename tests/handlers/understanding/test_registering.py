"""One line for the register is taken apart into its columns, however it is typed."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding.normalise import fold
from handlers.understanding.registering import Fields, Registering
from handlers.understanding.work_said import Assignment, Reference, WorkSaid
from storage.models import Urgency
from tests.handlers.understanding.office import (
    DEPUTY_HA,
    DUNG_NC,
    HOA,
    LEXICON,
    NC,
    TH,
    ZONE,
)

NOW = dt.datetime(2026, 11, 25, 9, 0, tzinfo=ZONE)
READS, WORK = Registering(NOW, LEXICON), WorkSaid(NOW, LEXICON)


def day(number: int, month: int = 11, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


LINES: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "vào sổ: công văn 2311/UBND-KTN ngày 24/11 của UBND tỉnh X về kiểm tra phòng cháy, khẩn,"
        " chuyển phòng Nội chính",
        {
            "number_sign": "2311/UBND-KTN",
            "dated": day(24),
            "issuer": "UBND tỉnh X",
            "subject": "kiểm tra phòng cháy",
            "urgency": Urgency.URGENT,
            "unit_id": NC,
        },
    ),
    (
        "đến 1502: 45/BC-STC ngày 23/11/2026 của Sở Tài chính v/v quyết toán, p. Tổng hợp",
        {
            "book_number": 1502,
            "number_sign": "45/BC-STC",
            "dated": day(23),
            "issuer": "Sở Tài chính",
            "subject": "quyết toán",
            "unit_id": TH,
        },
    ),
    (
        "vào sổ 45/BC-STC về quyết toán của Sở Tài chính ngày 23/11, hạn 30/11 (PCT Hà giao)",
        {
            "number_sign": "45/BC-STC",
            "dated": day(23),
            "issuer": "Sở Tài chính",
            "subject": "quyết toán",
            "due_on": day(30),
            "due_by_id": DEPUTY_HA,
        },
    ),
    (
        "2312/UBND-KTN, UBND tỉnh X, 24/11, kiểm tra phòng cháy",
        {
            "number_sign": "2312/UBND-KTN",
            "dated": day(24),
            "issuer": "UBND tỉnh X",
            "subject": "kiểm tra phòng cháy",
        },
    ),
    (
        "vào sổ 88/SNV-TCBC ngày 19/11 của Sở Nội vụ v/v biên chế, tuyển dụng, ngày đến 20/11",
        {
            "number_sign": "88/SNV-TCBC",
            "dated": day(19),
            "arrived_on": day(20),
            "issuer": "Sở Nội vụ",
            "subject": "biên chế, tuyển dụng",
        },
    ),
    ("vào sổ", {}),
)


@pytest.mark.parametrize(("words", "said"), LINES)
def test_a_line_is_taken_apart(words: str, said: dict[str, Any]) -> None:
    assert READS.line(words) == Fields(**said)
    unmarked = READS.line(fold(words))
    for name, value in said.items():
        expected = fold(value) if isinstance(value, str) and name != "number_sign" else value
        found = getattr(unmarked, name)
        assert (fold(found) if isinstance(found, str) and name != "number_sign" else found) == (
            expected
        ), name


@settings(max_examples=60, deadline=None)
@given(
    number=st.integers(1, 9999),
    dated=st.dates(day(1, 6), day(25)),
    issuer=st.sampled_from(["Sở Tài chính", "UBND tỉnh X", "Bộ Nội vụ", "Sở Y tế"]),
    subject=st.sampled_from(["quyết toán", "kiểm tra, rà soát đất đai", "tiêm chủng mở rộng"]),
    urgency=st.sampled_from([("", None), (", khẩn", Urgency.URGENT), (", hỏa tốc", Urgency.FLASH)]),
    book=st.none() | st.integers(1, 99999),
)
def test_whatever_is_said_in_its_place_is_found_there(
    number: int,
    dated: dt.date,
    issuer: str,
    subject: str,
    urgency: tuple[str, Urgency | None],
    book: int | None,
) -> None:
    begins = f"đến {book}: " if book else "vào sổ: "
    line = f"{begins}{number}/STC-NS ngày {dated:%d/%m/%Y} của {issuer} về {subject}{urgency[0]}"
    assert READS.line(line) == Fields(
        book_number=book,
        number_sign=f"{number}/STC-NS",
        dated=dated,
        issuer=issuer,
        subject=subject,
        urgency=urgency[1],
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_no_words_are_too_strange(words: str) -> None:
    READS.line(words)
    READS.named(words)
    WORK.reference(words)
    WORK.assignment(words)


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [
        ("sửa 1502: trích yếu X", "1502", "sửa trích yếu X"),
        ("sửa số đến 1502 ngày văn bản 22/11", "1502", "sửa ngày văn bản 22/11"),
        ("sửa 1502: ký hiệu 45/BC-STC", "1502", "sửa ký hiệu 45/BC-STC"),
        ("rút công văn 145/STC-NS khỏi sổ", "145/STC-NS", "rút khỏi sổ"),
        ("giao văn bản 1502 trong 5 ngày làm việc", "1502", "giao trong 5 ngày làm việc"),
    ],
)
def test_which_entry_is_meant(words: str, number: str, rest: str) -> None:
    assert WORK.reference(words) == Reference(number=number, rest=rest)


@pytest.mark.parametrize(
    "words", ["giao anh Dũng, thứ 6 báo cáo", "xong trong 5 ngày", "trả lời bằng 3100/UBND-NC"]
)
def test_no_entry_is_named(words: str) -> None:
    assert WORK.reference(words) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("giao chị Hoa, thứ 6 báo cáo", Assignment(person_id=HOA, due_on=day(27))),
        ("cho phòng Nội chính, hạn 30/11", Assignment(unit_id=NC, due_on=day(30))),
        (
            "cho phòng Nội chính, hạn 30/11 (PCT Hà giao)",
            Assignment(unit_id=NC, due_on=day(30), set_by_id=DEPUTY_HA),
        ),
        ("giao phòng Nội chính trong 5 ngày làm việc", Assignment(unit_id=NC, due_days=5)),
        ("giao anh Ngô Anh Dũng", Assignment(person_id=DUNG_NC)),
    ],
)
def test_to_whom_and_until_when(words: str, said: Assignment) -> None:
    assert WORK.assignment(words) == said
