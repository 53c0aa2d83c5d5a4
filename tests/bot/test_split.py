"""Long replies are cut at line ends, and nothing of them is lost."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.split import split

WORDS = st.text(alphabet="aâbđ .\n<>&;", max_size=300)


@given(text=WORDS, most=st.integers(min_value=1, max_value=40))
def test_nothing_is_lost_and_no_part_is_longer_than_allowed(text: str, most: int) -> None:
    parts = [*split(text, most)]
    assert all(part.strip() and len(part) <= most for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=10), min_size=1, max_size=20))
def test_lines_that_fit_stay_whole_and_in_their_order(lines: list[str]) -> None:
    parts = [*split("\n".join(lines), 12)]
    assert [line for part in parts for line in part.split("\n")] == lines


def test_what_fits_is_one_part() -> None:
    assert [*split("Chào đồng chí.\n\n1. Một việc", 100)] == ["Chào đồng chí.\n\n1. Một việc"]


def test_a_line_that_is_too_long_is_cut_at_a_space() -> None:
    assert [*split("Chào đồng chí Hoa", 10)] == ["Chào đồng", "chí Hoa"]


def test_a_word_that_is_too_long_is_cut_anywhere() -> None:
    assert [*split("aaaaaa", 4)] == ["aaaa", "aa"]
