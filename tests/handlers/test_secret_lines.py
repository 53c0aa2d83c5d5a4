"""A line for the register that bears a degree of secrecy is kept nowhere, however it is typed."""

import pytest

from handlers.safety.recognising import Danger, danger_in
from handlers.understanding.normalise import fold

MARKED = (
    "vào sổ: công văn mật số 45/UBND-NC ngày 20/11 của Công an tỉnh",
    "vào sổ: công văn 45/UBND-NC ngày 20/11 của Công an tỉnh về biên giới, mật",
    "vào sổ: công văn 45/UBND-NC ngày 20/11 của Công an tỉnh về biên giới, Mật, khẩn",
    "vào sổ: 45/UBND-NC mật ngày 20/11 của Công an tỉnh về biên giới",
    "vào sổ 45/UBND-NC (mật) ngày 20/11 của Công an tỉnh về biên giới",
    "vào sổ 45/UBND-NC ngày 20/11 của Công an tỉnh về biên giới, độ mật: Mật, phòng Nội chính",
    "vào sổ 45/UBND-NC ngày 20/11 của Công an tỉnh về biên giới; độ mật: tối mật",
    "vào sổ 45/UBND-NC ngày 20/11 của Công an tỉnh về biên giới, tối mật",
    "vào sổ 45/UBND-NC ngày 20/11 của Công an tỉnh về biên giới, tuyệt mật, phòng Nội chính",
    "đến 1502: tuyệt mật số 12/CAT-PV01 ngày 20/11 của Công an tỉnh về biên giới",
    "đến 1502: 12/CAT-PV01 ngày 20/11 của Công an tỉnh v/v biên giới, mật A",
    "đăng ký văn bản đến mật 12/CAT-PV01 của Công an tỉnh",
    "12/CAT-PV01 ngày 20/11 của Công an tỉnh về biên giới, đóng dấu mật",
    "12/CAT-PV01 ngày 20/11 của Công an tỉnh về biên giới - mật",
    "12/CAT-PV01, mật, Công an tỉnh, biên giới",
    "12/CAT-PV01 ngày 20/11 của Công an tỉnh về biên giới, khẩn, mật",
    "12/CAT-PV01 ngày 20/11 của Công an tỉnh\nMật\nvề biên giới",
    "sửa 1502: trích yếu biên giới, độ mật: mật",
    "số đến 1502, ký hiệu 12/CAT-PV01, mật",
    "16-CV/TU mật của Tỉnh ủy",
)
STAMPED = (
    "vào sổ 45/UBND-NC ngày 20/11 của Công an tỉnh MẬT về biên giới",
    "vao so 45/UBND-NC ngay 20/11 cua Cong an tinh MAT ve bien gioi",
    "12/CAT-PV01 ngày 20/11 TỐI MẬT của Công an tỉnh về biên giới",
)
LOOK_ALIKES = (
    "vào sổ 45/SXD-QH ngày 20/11 của Sở Xây dựng về mật độ xây dựng",
    "vào sổ 45/SXD-QH ngày 20/11 của Sở Xây dựng về rà soát mật độ, khẩn",
    "vào sổ 12/STTTT-CNTT ngày 20/11 của Sở TTTT về đổi mật khẩu, hỏa tốc",
    "vào sổ 12/STTTT-CNTT ngày 20/11 của Sở TTTT về bảo mật thông tin",
    "vào sổ 12/STTTT-CNTT ngày 20/11 của Sở TTTT về bảo mật, chuyển phòng KGVX",
    "vào sổ 12/CAT-PV01 ngày 20/11 của Công an tỉnh về công tác bảo vệ bí mật nhà nước",
    "vào sổ 12/SCT-QLTM ngày 20/11 của Sở Công Thương về mặt hàng thiết yếu",
    "vào sổ 12/SNNMT-TT ngày 20/11 của Sở Nông nghiệp về mất mùa, khẩn",
    "vào sổ 12/SNNMT-TT ngày 20/11 của Sở Nông nghiệp về nuôi ong lấy mật ong",
    "vào sổ 12/SYT-NVY ngày 20/11 của Sở Y tế về phẫu thuật túi mật",
    "vào sổ 12/SNV-TCBC ngày 20/11 của Sở Nội vụ về vắng mặt, khẩn",
    "vào sổ 12/STC-NS ngày 20/11 của Sở Tài chính về quyết toán, độ mật: không",
    "đến 1502: 45/BC-STC ngày 20/11 của Sở Tài chính v/v quyết toán, p. Tổng hợp",
    "tháng 11 có 3 văn bản mật đến",
    "tháng 11/2026 có 2 văn bản tối mật đi",
    "November had 3 secret documents in",
)


@pytest.mark.parametrize("words", [*MARKED, *STAMPED])
def test_a_degree_is_recognised_with_and_without_diacritics(words: str) -> None:
    assert danger_in(words) is Danger.SECRET
    if words in MARKED:
        assert danger_in(fold(words)) is Danger.SECRET
        assert danger_in(words.upper()) is Danger.SECRET


@pytest.mark.parametrize("words", LOOK_ALIKES)
def test_what_only_looks_like_one_is_registered(words: str) -> None:
    assert danger_in(words) is None
    assert danger_in(fold(words)) is None
