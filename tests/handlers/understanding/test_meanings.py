"""Words that mean the same to the office count together, in both languages."""

import pytest

from handlers.understanding.meanings import meanings_of


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("văn bản nào quá hạn", "late"),
        ("van ban nao qua han", "late"),
        ("which letters are past due", "late"),
        ("ai chưa nhận được nhắc", "unreached"),
        ("she stands in for me", "leave"),
    ],
)
def test_words_of_one_meaning_are_found_in_any_spelling(words: str, meaning: str) -> None:
    assert meaning in meanings_of(words.split())


def test_each_is_told_once_and_others_not_at_all() -> None:
    assert meanings_of(["trễ", "trễ", "trễ"]) == ["late"]
    assert meanings_of(["xyz"]) == meanings_of([]) == []


def test_half_of_a_row_of_words_means_nothing() -> None:
    assert "late" not in meanings_of(["quá"])
