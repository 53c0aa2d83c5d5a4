"""The search over the catalogue: everyday words, typos, days, and the table of everyday words."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.seeking import LEAST, LEAST_NEAR_DANGER
from handlers.procedures import everyday, phrasings
from handlers.procedures.english import in_vietnamese
from handlers.procedures.finding import FAR
from handlers.procedures.phrasings import FOLDER, Phrasings
from handlers.procedures.search import Catalogue
from handlers.understanding.normalise import fold
from tests.handlers.understanding import scoring
from tests.procedures import (
    DAY,
    FRESH,
    HELD_OUT,
    PRACTICE,
    SEEN,
    asked,
    named,
    of_the_demo,
    procedure,
    wrong,
)

FLOOR = 0.95  # of the phrasings: the right one is among the first three
FLOOR_HELD_OUT = 0.98  # … of those whose writer wrote the table of everyday words too


def first(words: str, *, on: dt.date | None = DAY) -> str:
    return of_the_demo().search(words, on=on)[0].procedure.name


def right(file: Path) -> float:
    return 1 - len(wrong(file)) / len(asked(file))


def test_everyday_words_find_the_procedure_among_the_first_three() -> None:
    """Written before the table of everyday words; nobody looks at single lines of it."""
    assert len(asked(HELD_OUT)) == 200
    assert right(HELD_OUT) >= FLOOR_HELD_OUT


def test_so_do_the_words_of_somebody_who_saw_only_the_names() -> None:
    """Nobody looks at single lines of the 200; the hundred beside them may be looked at."""
    assert (len(asked(FRESH)), len(asked(SEEN))) == (200, 100)
    assert right(FRESH) >= FLOOR
    assert right(SEEN) >= FLOOR


def test_what_may_be_looked_at_is_found() -> None:
    assert len(asked(PRACTICE)) == 60
    assert wrong(PRACTICE) == []


def test_every_right_answer_is_in_the_catalogue() -> None:
    names = {one.name for one in of_the_demo().procedures}
    files = (PRACTICE, SEEN, HELD_OUT, FRESH)
    told = {name for file in files for _, names_of_it in asked(file) for name in names_of_it}
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


def test_every_phrasing_belongs_to_one_name_of_the_catalogue() -> None:
    names = [
        line.strip("[]")
        for file in FOLDER.glob("*.txt")
        for line in file.read_text("utf-8").splitlines()
        if line.startswith("[")
    ]
    assert len(names) == len(set(names))
    assert set(names) - {one.name for one in of_the_demo().procedures} == set()


def test_an_office_writes_down_what_its_people_say(tmp_path: Path) -> None:
    own = tmp_path / "cua-co-quan.txt"
    own.write_text("# ghi chú\n[Đăng ký kết hôn]\nlên xã bắt cái rể  # lời ở đây\n", "utf-8")
    said = phrasings.read([own])
    assert said == {"Đăng ký kết hôn": ["lên xã bắt cái rể"]}
    rows = [procedure("1.1", "Đăng ký khai sinh"), procedure("1.2", "ĐĂNG KÝ KẾT HÔN")]
    for number, row in enumerate(rows):
        row.id = number
    best = Catalogue(named(rows), said=Phrasings.of(said)).search("bat cai re o xa", on=DAY)
    assert [hit.procedure.code for hit in best[:1]] == ["1.2"]


def test_phrasings_under_no_name_are_told_of(tmp_path: Path) -> None:
    file = tmp_path / "lac.txt"
    file.write_text("# ghi chú\nbắt cái rể\n", "utf-8")
    with pytest.raises(phrasings.PhrasingError, match=r"lac\.txt, line 2"):
        phrasings.read([file])


@pytest.mark.parametrize(
    ("called", "helped"),
    [
        ("Đăng ký thành lập hộ kinh doanh cá thể", True),  # elsewhere it is called a little more
        ("Chấm dứt đăng ký thành lập hộ kinh doanh", False),  # … and that is its very opposite
        ("Cấp giấy phép lái xe", False),
    ],
)
def test_phrasings_help_where_a_name_differs_a_little(called: str, helped: bool) -> None:
    one = procedure("1.1", called)
    one.id = 1
    said = Phrasings.of({"Đăng ký thành lập hộ kinh doanh": ["ra chợ phiên"]})
    hits = Catalogue(named([one]), said=said).search("đi chợ phiên", on=DAY)
    assert any(hit.likeness > FAR for hit in hits) is helped


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("birth certificate for my baby", "giấy khai sinh trẻ mới sinh"),
        ("do an to", "do an to"),
        ("lam passport o dau vay", "lam passport o dau vay"),
        ("What is the weather today?", "What is the weather today?"),
    ],
)
def test_english_is_understood_in_vietnamese_words(said: str, understood: str) -> None:
    assert in_vietnamese(said) == understood


@pytest.mark.parametrize(
    "words",
    ["xin chào", "thời tiết hôm nay thế nào", "lịch họp sáng mai", "asdf qwer", "who are you"],
)
def test_what_asks_for_no_procedure_is_near_none(words: str) -> None:
    assert all(hit.likeness < LEAST for hit in of_the_demo().search(words, on=DAY))


@given(st.integers(min_value=0), st.booleans())
def test_what_people_say_finds_something_whether_or_not_with_marks(at: int, bare: bool) -> None:
    """A phrasing that is known is always near a procedure, and nothing is nearer than a name."""
    every = [said for own in phrasings.read(FOLDER.glob("*.txt")).values() for said in own]
    words = every[at % len(every)]
    best = of_the_demo().search(fold(words) if bare else words, on=None)[0]
    assert FAR < best.likeness <= 1.0 + 1e-6


@pytest.mark.parametrize("name", ["safety", "safety_ours"])
def test_words_about_dangers_are_far_from_every_procedure(name: str) -> None:
    dangers = [
        row["words"] for row in scoring.rows(scoring.PRACTICE, name) if row["kind"] != "fine"
    ]
    assert len(dangers) > 40
    for words in dangers:
        for hit in of_the_demo().search(words, on=DAY, limit=1):
            assert hit.likeness < LEAST_NEAR_DANGER, words
