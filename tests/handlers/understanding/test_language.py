"""Vietnamese or English, also without diacritics; too little to tell keeps the habit."""

import pytest

from handlers.understanding.language import language_of


@pytest.mark.parametrize(
    "words",
    [
        "hồ sơ của tôi tới đâu rồi",
        "ho so cua toi toi dau roi",
        "chieu mai co hop gi khong",
        "cam on",
        "dia chi van phong o dau",
        "ai phu trach y te",
        "vb qh cua p kgvx",
        "HOM NAY CO GI",
        "so dien thoai",
        "Đơn ĐT-2026-0758",
    ],
)
def test_vietnamese(words: str) -> None:
    assert language_of(words) == "vi"


@pytest.mark.parametrize(
    "words",
    [
        "where is my dossier",
        "overdue documents",
        "WHAT IS ON TODAY",
        "opening hours please",
        "Who is Mr Dũng?",
        "any meetings this afternoon",
        "send it to Nguyễn Văn Thịnh for me",
    ],
)
def test_english_even_with_a_vietnamese_name(words: str) -> None:
    assert language_of(words) == "en"


@pytest.mark.parametrize("words", ["ok", "H05.12-261116-0045", "", "🙂", "25/11", "مرحبا"])
def test_what_is_in_no_language_keeps_the_habit(words: str) -> None:
    assert language_of(words) == "vi"
    assert language_of(words, "en") == "en"


def test_two_uncertain_words_do_not_outweigh_a_habit() -> None:
    assert language_of("opening hours") == "en"
    assert language_of("opening hours", "vi") == "vi"


def test_vietnamese_letters_outweigh_every_habit() -> None:
    assert language_of("hôm nay họp gì", "en") == "vi"
