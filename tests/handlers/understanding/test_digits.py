"""Which digits are given to show that a dossier is theirs, and how few of them are taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding import digits, understand
from handlers.understanding.asked import Question
from handlers.understanding.normalise import tidy
from handlers.understanding.phrases import EXAMPLES
from tests.handlers.understanding.office import NOW, STRANGER

CODE = "H37.12-261116-0001"


@pytest.mark.parametrize(
    ("words", "last", "more"),
    [
        ("{} 0678", "0678", False),
        ("{},0678", "0678", False),
        ("hồ sơ {} bốn số cuối là 0678 đã xong chưa ạ", "0678", False),
        ("ho so {} so cuoi dien thoai 0678", "0678", False),
        ("{} sđt của em: 0900.000.678", "0678", True),
        ("{} (CCCD 001203000678)", "0678", True),
        ("{} cmnd 123 450 678", "0678", True),
        ("dossier {} phone +84 900 000 678", "0678", True),
        ("h37.12 261116 0001 0678", "0678", False),
        ("hồ sơ {} tới đâu rồi", None, False),
        ("hồ sơ {} nộp năm 2026 xong chưa", None, False),
        ("{} 20/11/2026", None, False),
        ("{} 20-11-2026", None, False),
        ("{} hẹn ngày 2611", None, False),
        ("{} 678", None, False),
        ("0678", "0678", False),
        ("dạ số cuối là 0678 ạ", "0678", False),
        ("tra văn bản 3100", None, False),
        ("lịch họp năm 2026", None, False),
        ("0678 0679", None, False),
        ("0678 là gì", None, False),
    ],
)
def test_a_number_counts_right_behind_a_code_or_alone(
    words: str, last: str | None, more: bool
) -> None:
    said = words.format(CODE)
    asked = understand(said, now=NOW, viewer=STRANGER, lexicon=EXAMPLES)
    found = asked.slots.digits
    assert (found.last if found else None, bool(found and found.more)) == (last, more)
    if CODE in said:
        assert asked.question is Question.DOSSIER_STATUS
        assert asked.slots.dossier_code == CODE


@given(st.from_regex(r"0\d{9}|\d{12}|\d{4,9}", fullmatch=True))
def test_of_a_whole_number_only_the_last_four_are_taken_and_none_is_kept(number: str) -> None:
    words = tidy(f"{CODE} số điện thoại {number} ạ")
    found = digits.after(words, len(CODE))
    assert found
    assert found.last == tidy(number)[-4:]
    assert found.masked(words) == f"{CODE} số điện thoại •••• ạ"
    assert tidy(number)[-4:] not in repr(found)


@given(st.text(max_size=80))
def test_whatever_is_written_is_borne(words: str) -> None:
    tidied = tidy(words)
    found = digits.alone(tidied)
    assert found is None or (len(found.last) == 4 and found.last.isdigit())
