"""Masked words hold nobody's name, number, code or address, whoever it is and however typed."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding import masking, reading
from handlers.understanding.normalise import fold
from tests.handlers.understanding.office import LEXICON, NOW


def masked(words: str) -> str:
    return masking.masked(words, reading.read(words, now=NOW, lexicon=LEXICON))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("cho hỏi Bế Thị Sáy còn làm không", "cho hỏi <tên> còn làm không"),
        ("nguyen hai dang lam o phong nao", "<tên> o phong nao"),
        ("phạm hải đăng làm ở phòng nào", "<tên> làm ở phòng nào"),
        ("nguyeenx vawn xuaan laf ai", "<tên> laf ai"),
        ("chị hằng ơi quán phở ở đâu", "chị <tên> ơi quán phở ở đâu"),
        ("cháu tên lê thị hoa có chỗ gửi xe chưa", "cháu tên <tên> có chỗ gửi xe chưa"),
        ("NGUYỄN VĂN XUÂN CÓ NHÀ KHÔNG", "<tên> CÓ NHÀ KHÔNG"),
        ("anh Tuấn họp xong chưa", "<người> họp xong chưa"),
        ("gọi 0912 345 678 hỏi giúp em", "gọi <số> hỏi giúp em"),
        ("số không chín một hai ba bốn năm sáu là máy nào", "số <số> là máy nào"),
        ("hồ sơ 000.00.12.H37-261022-0021 sao lâu thế", "hồ sơ <mã> sao lâu thế"),
        ("mail em là an.nguyen@x.vn gửi giúp kết quả", "mail em là <địa chỉ> gửi giúp kết quả"),
        ("em sinh ngày 12/3/1980 đi học được không", "em sinh <thời gian> đi học được không"),
        ("UBND xã Nậm Pồ có cho mượn sân không", "UBND xã <tên> có cho mượn sân không"),
        ("who is Peter Johnson in your place", "who is <tên> in your place"),
    ],
)
def test_what_is_named_has_a_mark_and_the_rest_is_as_typed(words: str, kept: str) -> None:
    assert masked(words) == kept


@pytest.mark.parametrize(
    "words",
    [
        "vi phạm hành chính phạt bao nhiêu",
        "xử lý văn bản đến kiểu mới thế nào",
        "Mua văn phòng phẩm thì làm giấy gì",
        "Sở Xây dựng có nhận đơn không",
        "quy hoạch đô thị phía tây bao giờ xong",
        "xe công đi công tác đăng ký với ai",
        "where can i park my car",
    ],
)
def test_words_that_name_nobody_stay_as_they_are(words: str) -> None:
    assert masked(words) == words


@pytest.mark.parametrize("words", ["Hùng", "Nguyễn Văn Xuân", "0912345678 ạ", "chữ " * 41])
def test_where_too_little_or_too_much_is_left_nothing_is(words: str) -> None:
    assert masked(words) == ""


FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Trịnh")
RARER = ("Lò", "Giàng", "Nông", "Hà", "Lương", "Vi", "Tô", "Thào")
MIDDLE = ("Văn", "Thị", "Đình", "Ngọc", "Hữu", "Xuân")
GIVEN = ("Khoát", "Thuyết", "Ngạn", "Hằng", "Bẩy", "Quyến", "Sáy", "Tuệ", "Mẩy", "Uyển", "Giỏi")
FRAMES = (
    "cho hỏi {} còn làm ở đây không",
    "{} là ai vậy em",
    "hôm nay có gặp {} được không",
    "nhắn {} mang cơm trưa lên giúp",
    "xe của {} để ở đâu",
    "quán phở nhà {} mở cửa chưa",
    "tên tôi là {}, viết giúp bài thơ",
)
Typed = Callable[[str], str]
AS_TYPED: tuple[Typed, ...] = (str, str.lower, str.upper, fold)
names = st.one_of(
    st.tuples(st.sampled_from(FAMILIES), st.sampled_from(MIDDLE), st.sampled_from(GIVEN)),
    st.tuples(st.sampled_from(RARER), st.sampled_from(MIDDLE), st.sampled_from(GIVEN)),
    st.tuples(
        st.sampled_from(FAMILIES), st.just("Thị"), st.sampled_from(MIDDLE), st.sampled_from(GIVEN)
    ),
)


@settings(max_examples=300)
@given(frame=st.sampled_from(FRAMES), name=names, typed=st.sampled_from(AS_TYPED))
def test_nobody_is_named_in_what_is_kept(frame: str, name: tuple[str, ...], typed: Typed) -> None:
    kept = masked(typed(frame).replace("{}", typed(" ".join(name))))
    left = re.findall(r"\w+", fold(re.sub(r"<[^<>]+>", " ", kept)))
    given_name = fold(name[-1])
    assert given_name not in left, kept
    assert fold(" ".join(name)) not in " ".join(left)


digits = st.text("0123456789", min_size=4, max_size=12)
numbers = st.one_of(
    digits,
    digits.map(lambda number: "0" + " ".join(number)),
    digits.map(lambda number: f"+84{number}"),
    digits.map(lambda number: f"{number[:4]}.{number[4:] or '1'}-{number[:2]}"),
    digits.map(lambda number: f"000.00.12.H37-261109-{number[:4]}"),
    digits.map(lambda number: f"{number}/UBND-KGVX"),
    digits.map(lambda number: f"DT-2026-{number}"),
    digits.map(lambda number: f"an{number}@tinh.vn"),
    digits.map(lambda number: f"https://x.vn/{number}"),
)


@given(frame=st.sampled_from(FRAMES), number=numbers, typed=st.sampled_from(AS_TYPED))
def test_no_figure_is_in_what_is_kept(frame: str, number: str, typed: Typed) -> None:
    kept = masked(typed(frame).replace("{}", number))
    assert re.search(r"\d|@|http", kept) is None, kept


@given(words=st.text(max_size=200))
def test_whatever_is_typed_no_figure_is_left_and_nothing_fails(words: str) -> None:
    assert re.search(r"[0-9]", masked(words)) is None
