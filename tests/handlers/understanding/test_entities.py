"""People, units, and whose things are meant."""

import pytest

from handlers.understanding import reading, speaker
from handlers.understanding.asked import KnownPerson, KnownUnit, Lexicon
from handlers.understanding.entities import FoundName, find_names
from handlers.understanding.keystrokes import mended
from handlers.understanding.names import Names, names_of
from handlers.understanding.normalise import fold, lower, tidy
from handlers.understanding.tokens import tokens_of
from tests.handlers.understanding import office as o
from tests.handlers.understanding.office import NOW

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
        ("anh Dũng phòng Kinh tế", o.DUNG_KT),
        ("a dung noi chinh", o.DUNG_NC),
        ("Nguyễn Văn Thnịh", o.CHIEF),
        ("hoangf ddinhf phus", o.FIRST_DEPUTY),
        ("truonng phong noi chinh", o.HEAD_NC),
    ],
)
def test_one_person_is_meant(words: str, person: int) -> None:
    (found,) = named(mended(tidy(words)).words)
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


@pytest.mark.parametrize(
    ("words", "compared"),
    [
        ("đơn TC của tôi", "don to cao cua toi"),
        ("Sở TC báo cáo", "so tai chinh bao cao"),
        ("TC là gì", "tc la gi"),
        ("đơn KN", "don khieu nai"),
        ("KN cử tri", "kien nghi cu tri"),
        ("CT công tác", "chuong trinh cong tac"),
        ("CT số", "chi thi so"),
        ("báo đc", "bao dong chi"),
        ("xem đc không", "xem duoc khong"),
        ("vbđ quá hạn", "van ban den qua han"),
        ("vbđ gửi rồi", "van ban di gui roi"),
        ("tìm vbđ", "tim van ban"),
    ],
)
def test_shorthand_with_two_meanings_is_decided_by_its_neighbours(
    words: str, compared: str
) -> None:
    read = reading.read(words, now=NOW, lexicon=Lexicon())
    assert " ".join(read.compared()) == compared


DEPARTMENTS = Lexicon(
    units=tuple(
        KnownUnit(id=number, code=code, name=name)
        for number, (code, name) in enumerate(
            [
                ("STC", "Sở Tài chính"),
                ("SXD", "Sở Xây dựng"),
                ("SNNMT", "Sở Nông nghiệp và Môi trường"),
                ("SKHCN", "Sở Khoa học và Công nghệ"),
                ("SNV", "Sở Nội vụ"),
                ("TTTT", "Trung tâm Thông tin"),
            ]
        )
    )
)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Sở Kế hoạch và Đầu tư", "STC"), ("sở khđt", "STC"), ("so giao thong van tai", "SXD"),
        ("Sở TN&MT", "SNNMT"), ("so nong nghiep", "SNNMT"), ("sở TTTT", "SKHCN"),
        ("tt TTTT", "TTTT"), ("Sở LĐTBXH", "SNV"), ("so noi vuj", "SNV"), ("Sở Nội vụ", "SNV"),
    ],
)  # fmt: skip
def test_departments_are_known_by_their_names_of_before_the_mergers(words: str, code: str) -> None:
    (found,) = find_names(tokens_of(tidy(f"gửi {words} xử lý")), Names(DEPARTMENTS))
    assert found.unit
    assert found.unit.code == code


@pytest.mark.parametrize(
    "words", ["so 12", "số tc", "bộ nội vụ hướng dẫn", "bo tai chinh", "hà nội", "nam nay toi"]
)
def test_what_only_sounds_like_a_unit_is_none(words: str) -> None:
    assert find_names(tokens_of(words), Names(DEPARTMENTS)) == []
