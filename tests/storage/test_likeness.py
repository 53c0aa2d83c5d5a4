"""What is alike: words in any order, as spelt or without diacritics."""

import pytest

from storage.likeness import likeness, most_alike


@pytest.mark.parametrize(
    ("sought", "text", "share"),
    [
        ("giao ban", "Giao ban lãnh đạo Văn phòng", 1.0),
        ("lanh dao giao ban", "Giao ban lãnh đạo Văn phòng", 1.0),
        ("lãnh đạo", "Giao ban lanh dao", 0.0),
        ("giao ban sở", "Giao ban lãnh đạo", 2 / 3),
        ("", "Giao ban", 0.0),
    ],
)
def test_the_share_of_words_that_are_there(sought: str, text: str, share: float) -> None:
    assert likeness(sought, text) == pytest.approx(share)


def test_only_the_most_alike_are_meant() -> None:
    texts = ["Giao ban tuần", "Giao ban lãnh đạo tuần", "Họp báo"]

    assert most_alike("giao ban lãnh đạo", texts, str) == ["Giao ban lãnh đạo tuần"]
    assert most_alike("giao ban", texts, str) == texts[:2]
    assert most_alike("thiên tai", texts, str) == []
    assert most_alike("giao ban", [], str) == []
