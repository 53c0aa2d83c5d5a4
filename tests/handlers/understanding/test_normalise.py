"""What looks the same is spelt the same; folding keeps every character's place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding import normalise


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("hoà bình", "hòa bình"),
        ("sức khoẻ", "sức khỏe"),
        ("Thuý", "Thúy"),
        ("UỶ BAN", "ỦY BAN"),
        ("quý, quỹ, hoàn", "quý, quỹ, hoàn"),
        ("\u00d0ơn s\u00f4 1 \u0189 \u00f0 \u0256", "Đơn sô 1 Đ đ đ"),
        ("hoa\u0300", "hòa"),
        ("h\u200bôm\ufeff nay\u200f", "hôm nay"),
        ("a\x00b\tc\nd\u00a0e", "a b c d e"),
        ("  hôm   nay  ", "hôm nay"),
        ("", ""),
        ("\u200b\x00", ""),
    ],
)
def test_one_spelling_for_what_looks_the_same(typed: str, tidied: str) -> None:
    assert normalise.tidy(typed) == tidied


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Đã xử lý", "da xu ly"),
        ("QĐ-UBND", "qd-ubnd"),
        ("Ủy ban", "uy ban"),
        ("ÐƠN", "don"),
        ("مرحبا 🙂", "مرحبا 🙂"),
    ],
)
def test_folding_drops_capitals_and_diacritics(typed: str, folded: str) -> None:
    assert normalise.fold(typed) == folded


def test_only_the_beginning_of_a_very_long_message_is_looked_at() -> None:
    assert len(normalise.tidy("hồ sơ " * 20_000)) <= normalise.MOST_CHARACTERS


@given(st.text())
def test_tidying_twice_changes_nothing(words: str) -> None:
    once = normalise.tidy(words)
    assert normalise.tidy(once) == once


@given(st.text())
def test_folding_twice_changes_nothing(words: str) -> None:
    once = normalise.fold(words)
    assert normalise.fold(once) == once


@given(st.text())
def test_folding_and_lowering_keep_every_character_in_its_place(words: str) -> None:
    tidied = normalise.tidy(words)
    assert len(normalise.fold(tidied)) == len(tidied)
    assert len(normalise.lower(tidied)) == len(tidied)


@given(st.text())
def test_each_character_knows_where_it_came_from(words: str) -> None:
    tidied, places = normalise.traced(words)
    assert tidied == normalise.tidy(words)
    assert len(places) == len(tidied)
    assert list(places) == sorted(places)


def test_a_place_in_the_tidied_words_is_one_in_the_words_as_typed() -> None:
    typed = "  H\u200bo\u0300a   bình"
    tidied, places = normalise.traced(typed)
    assert tidied == "Hòa bình"
    assert typed[places[tidied.index("b")]] == "b"
