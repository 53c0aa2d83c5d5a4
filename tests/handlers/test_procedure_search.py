"""The search over the catalogue: everyday words, typos, days, and the table of everyday words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.procedures import everyday
from handlers.procedures.search import Catalogue
from handlers.understanding.normalise import fold
from tests.procedures import DAY, HELD_OUT, PRACTICE, asked, of_the_demo, wrong

FLOOR = 0.95  # of the phrasings: the right one is among the first three


def first(words: str, *, on: dt.date | None = DAY) -> str:
    return of_the_demo().search(words, on=on)[0].procedure.name


def test_everyday_words_find_the_procedure_among_the_first_three() -> None:
    """Written before the table of everyday words; nobody looks at single lines of it."""
    lines = asked(HELD_OUT)
    assert len(lines) == 200
    assert 1 - len(wrong(HELD_OUT)) / len(lines) >= FLOOR


def test_what_may_be_looked_at_is_found() -> None:
    assert len(asked(PRACTICE)) == 60
    assert wrong(PRACTICE) == []


def test_every_right_answer_is_in_the_catalogue() -> None:
    names = {one.name for one in of_the_demo().procedures}
    told = {name for file in (PRACTICE, HELD_OUT) for _, right in asked(file) for name in right}
    assert told - names == set()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("đăng ký khai sinh", "Đăng ký khai sinh"),
        ("dang ky khai sinh", "Đăng ký khai sinh"),
        ("đăng ký khia sinh", "Đăng ký khai sinh"),
        ("dk ket honn", "Đăng ký kết hôn"),
        ("CẤP LẠI GPLX", "Cấp lại giấy phép lái xe"),
        ("mất căn cước", "Cấp lại thẻ căn cước"),
        ("birth certificate", "Đăng ký khai sinh"),
    ],
)
def test_diacritics_typos_and_short_forms(words: str, name: str) -> None:
    assert first(words) == name


@given(st.integers(min_value=0, max_value=1_278))
def test_every_name_finds_itself_or_its_namesake(number: int) -> None:
    one = of_the_demo().procedures[number]
    found = of_the_demo().search(fold(one.name), on=one.valid_from, limit=3)
    assert fold(one.name) in {fold(hit.procedure.name) for hit in found}


@given(st.text(max_size=80))
def test_whatever_is_typed_is_searched(words: str) -> None:
    hits = of_the_demo().search(words, on=DAY)
    assert [hit.likeness for hit in hits] == sorted((h.likeness for h in hits), reverse=True)


def test_what_does_not_apply_on_the_day_is_not_found_unless_all_are_asked_for() -> None:
    words = "cấp giấy phép bán lẻ rượu"
    old = {hit.procedure.level for hit in of_the_demo().search(words, on=None, limit=2)}
    assert old == {"Cấp huyện", "Cấp xã"}
    assert all(hit.procedure.applies(DAY) for hit in of_the_demo().search(words, on=DAY))


def test_a_code_finds_what_applies_else_the_last() -> None:
    catalogue = of_the_demo()
    known = catalogue.by_code("1.900001", on=DAY)
    assert known
    assert known.name == "Đăng ký khai sinh"
    assert catalogue.by_code("1.900001", on=dt.date(2030, 1, 1)) == known
    assert catalogue.by_code("1.999999", on=DAY) is None


def test_an_empty_catalogue_finds_nothing() -> None:
    assert Catalogue([]).search("khai sinh", on=DAY) == []


def test_with_marks_about_a_bare_word_is_a_bare_word() -> None:
    table = everyday.read("[lời]\nquán = hộ kinh doanh\n")
    assert [t.typed for t in table.in_catalogue_words("mo quan")] == ["mo", "hộ", "kinh", "doanh"]
    assert [t.typed for t in table.in_catalogue_words("liên quan")] == ["liên", "quan"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[lời]\nsổ đỏ\n", "line 2"),
        ("[bỏ qua]\nxin = cho\n", "line 2"),
        ("[khác]\n", "no section"),
    ],
)
def test_a_line_that_means_nothing_is_named(text: str, told: str) -> None:
    with pytest.raises(everyday.EverydayError, match=told):
        everyday.read(text)
