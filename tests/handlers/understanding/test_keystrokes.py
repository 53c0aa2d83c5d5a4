"""Words that a keyboard left half-written are written out, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.keystrokes import mended
from handlers.understanding.normalise import tidy
from tests.handlers.understanding.sentences import SENTENCES


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoom nay hojp gif", "hôm nay họp gì"),
        ("lichj hopj thuws 5 tuaanf sau", "lịch họp thứ 5 tuần sau"),
        ("ddang xuwr lys", "đang xử lý"),
        ("vawn banr quas hanj", "văn bản quá hạn"),
        ("dduowjc khoong", "được không"),
        ("quyeets ddinhj 3100", "quyết định 3100"),
        ("Nguyeenx Vawn Binhf", "Nguyễn Văn Bình"),
        ("dang1", "dáng"),
        ("ho6m nay", "hôm nay"),
        ("tha1ng na2y", "tháng này"),
        ("d9ang xu73 ly1", "đang xử lý"),
    ],
)
def test_telex_and_vni_are_written_out(typed: str, meant: str) -> None:
    assert mended(typed).words == meant


@pytest.mark.parametrize(
    "typed",
    [
        "hom nay hop gi", "phòng2 họp", "phong2", "t5 q3 h37", "QD3100", "p kgvx", "week 48",
        "where is the office of Mr Dung", "see you soon", "meetings tomorrow afternoon",
        "ho so H37.12-261103-0112 den dau", "check file max", "a@b.example", "",
    ],
)  # fmt: skip
def test_what_is_no_leftover_stays_as_it_is(typed: str) -> None:
    assert mended(typed).words == typed


def test_each_character_keeps_its_place_in_what_was_typed() -> None:
    typed = "lichj hopj mai"
    found = mended(typed)
    assert found.words == "lịch họp mai"
    assert [found.place(at) for at in (0, 5, 9)] == [0, 6, 11]
    assert found.place(len(found.words)) == len(typed)


@pytest.mark.parametrize("sentence", [sentence for sentence, *_ in SENTENCES])
def test_sentences_of_every_day_are_not_touched(sentence: str) -> None:
    assert mended(tidy(sentence)).words == tidy(sentence)


@given(st.text(alphabet="abdeousfrxjw6 đ12", max_size=30))
def test_mending_twice_changes_nothing_more(typed: str) -> None:
    once = mended(tidy(typed))
    assert len(once.origins) == len(once.words)
    assert mended(once.words).words == once.words
