"""Invented names for those who hand in dossiers and petitions."""

import random

_FAMILY = (
    "Nguyễn",
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Hoàng",
    "Vũ",
    "Đỗ",
    "Bùi",
    "Lý",
    "Nông",
    "Vi",
    "Lương",
    "Triệu",
    "Hà",
)
_MAN = (
    "Văn Hòa",
    "Đức Thọ",
    "Văn Dũng",
    "Minh Chiến",
    "Quang Hưng",
    "Văn Tài",
    "Hữu Nghĩa",
    "Xuân Bắc",
    "Đình Khôi",
    "Văn Thái",
    "Mạnh Tường",
    "Công Lý",
)
_WOMAN = (
    "Thị Hoa",
    "Thị Thanh",
    "Thu Trang",
    "Thị Bích",
    "Minh Nguyệt",
    "Thị Hằng",
    "Thị Loan",
    "Ngọc Ánh",
    "Thị Duyên",
    "Thị Xuân",
    "Hồng Nhung",
    "Thị Sim",
)
_FIRMS = (
    "Công ty TNHH Thương mại Minh Phát",
    "Công ty Cổ phần Xây dựng Đông Bắc",
    "Hợp tác xã Nông nghiệp Tân Hòa",
    "Công ty TNHH Vận tải Hoàng Gia",
    "Công ty Cổ phần Dược phẩm An Bình",
)


def person(chance: random.Random) -> str:
    """A person's name."""
    return f"{chance.choice(_FAMILY)} {chance.choice(chance.choice((_MAN, _WOMAN)))}"


def firm(chance: random.Random) -> str:
    """A firm's name."""
    return chance.choice(_FIRMS)


def phone(chance: random.Random) -> str:
    """A number in a block that no operator gives out."""
    return f"0900{chance.randrange(10_000, 1_000_000):06}"
