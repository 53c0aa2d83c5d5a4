"""People, units, and whose things are meant."""

import pytest

from handlers.understanding import speaker
from handlers.understanding.asked import KnownPerson, Lexicon
from handlers.understanding.entities import FoundName, find_names
from handlers.understanding.names import Names, names_of
from handlers.understanding.normalise import fold, lower, tidy
from handlers.understanding.tokens import tokens_of
from tests.handlers.understanding import office as o

NAMES = Names(o.LEXICON)


def named(words: str) -> list[FoundName]:
    return find_names(tokens_of(tidy(words)), NAMES)


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Nguyễn Văn Thịnh", o.CHIEF),
        ("lịch của nguyen van thinh", o.CHIEF),
        ("lịch chủ tịch", o.CHAIR),
        ("chủ tịch UBND tỉnh đi đâu", o.CHAIR),
        ("lịch CT tuần này", o.CHAIR),
        ("PCTTT họp gì", o.FIRST_DEPUTY),
        ("phó chủ tịch thường trực", o.FIRST_DEPUTY),
        ("pct Hà", o.DEPUTY_HA),
        ("phó chủ tịch Thu Hà", o.DEPUTY_HA),
        ("chánh vp", o.CHIEF),
        ("the chief of office", o.CHIEF),
        ("pcvp tuấn", o.DEPUTY_TUAN),
        ("trưởng phòng kgvx", o.HEAD_KGVX),
        ("tp nc", o.HEAD_NC),
        ("trưởng phòng Khoa giáo - Văn xã", o.HEAD_KGVX),
        ("head of KGVX", o.HEAD_KGVX),
        ("phó phòng kgvx", o.HOA),
        ("anh Vinh", o.HEAD_KGVX),
        ("a vinh", o.HEAD_KGVX),
        ("đ/c Cường", o.HEAD_NC),
        ("chị mai", o.DEPUTY_MAI),
        ("lịch Tuấn ngày mai", o.DEPUTY_TUAN),
        ("hoa", o.HOA),
        ("Ms Lan", o.LAN),
    ],
)
def test_one_person_is_meant(words: str, person: int) -> None:
    (found,) = named(words)
    assert [one.id for one in found.people] == [person]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("anh Dũng", {o.DUNG_NC, o.DUNG_KT}),
        ("phó chánh văn phòng", {o.DEPUTY_MAI, o.DEPUTY_TUAN}),
        ("anh Bảo", set()),
    ],
)
def test_several_or_nobody_keep_the_words(words: str, people: set[int]) -> None:
    (found,) = named(words)
    assert {one.id for one in found.people} == people
    assert found.words in words


@pytest.mark.parametrize(
    "words",
    [
        "anh Dụng", "co tuan", "dia chi mai", "anh tuan nay hop",
        "ngày mai họp", "CT công tác tuần", "hoa quả", "Hà Nội", "thu ba tuan toi",
        "tp Lạng Sơn", "tổng hợp số liệu", "kế hoạch",
    ],
)  # fmt: skip
def test_words_that_are_nobody_we_know(words: str) -> None:
    assert not any(one.people or one.unit for one in named(words))


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("KGVX", o.KGVX),
        ("phòng kgvx", o.KGVX),
        ("p.kgvx", o.KGVX),
        ("Phòng Khoa giáo – Văn xã", o.KGVX),
        ("phong khoa giao van xa", o.KGVX),
        ("khoa giáo, văn xã", o.KGVX),
        ("p kt", o.KT),
        ("phòng Kinh tế", o.KT),
        ("department NC", o.NC),
        ("trung tâm phục vụ hành chính công", o.TTPVHCC),
        ("bộ phận một cửa", o.TTPVHCC),
        ("ban tiếp dân", o.BTCD),
    ],
)
def test_units_by_code_name_and_everyday_name(words: str, unit: int) -> None:
    (found,) = named(words)
    assert found.unit is not None
    assert found.unit.id == unit


@pytest.mark.parametrize(
    ("words", "mine"),
    [
        ("hồ sơ của tôi", True),
        ("hs của em xong chưa", True),
        ("tôi nộp hồ sơ rồi", True),
        ("hồ sơ mình nộp", True),
        ("ho so cua toi toi dau roi", True),
        ("my dossier", True),
        ("cho tôi hỏi giờ làm việc", False),
        ("tôi muốn xem văn bản quá hạn", False),
        ("ho so toi dau roi", False),
        ("tuan toi hop gi", False),
        ("em ơi", False),
        ("show me the schedule", False),
    ],
)
def test_the_speakers_own_things(words: str, mine: bool) -> None:
    assert speaker.says_mine(lower(words)) is mine


@pytest.mark.parametrize("words", ["phòng mình", "phong toi", "đơn vị của em", "my unit"])
def test_the_speakers_unit(words: str) -> None:
    assert speaker.find_own_unit(words) == (0, len(words))


@pytest.mark.parametrize("words", ["cả văn phòng", "toàn cơ quan", "whole office"])
def test_the_whole_office(words: str) -> None:
    assert speaker.find_whole_office(words) == (0, len(words))
    assert speaker.find_whole_office(fold(words)) == (0, len(words))


def test_names_are_made_once_for_each_lexicon() -> None:
    other = Lexicon(people=(KnownPerson(id=1, name="A", title="", short_title="", unit_id=None),))
    assert names_of(o.LEXICON) is names_of(o.LEXICON)
    assert names_of(other) is not names_of(o.LEXICON)
