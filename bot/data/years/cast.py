"""Who can be played in a year's store. The page's people are not in it: these are parts."""

from collections.abc import Sequence

from bot.data.personas import PERSONAS
from storage.models import Person, Unit
from storage.viewer import Role

_OFFICE, _CULTURE, _REGISTRY = 1, 6, 7

UNITS: tuple[tuple[int, str, str], ...] = (
    (_OFFICE, "VP", "Văn phòng UBND tỉnh"),
    (_CULTURE, "KGVX", "Phòng Khoa giáo – Văn xã"),
    (_REGISTRY, "HCTC", "Phòng Hành chính – Tổ chức"),
)
# Names as a form's example has them, so that nobody takes them for the office's own.
PARTS: tuple[tuple[str, str, Role, str, str, int | None], ...] = (
    ("chanh-van-phong", "Nguyễn Văn A", Role.LEADER, "Chánh Văn phòng", "CVP", _OFFICE),
    (
        "truong-phong",
        "Trần Thị B",
        Role.HEAD,
        "Trưởng phòng Khoa giáo – Văn xã",
        "TP KGVX",
        _CULTURE,
    ),
    ("chuyen-vien", "Lê Văn C", Role.OFFICER, "Chuyên viên", "CV", _CULTURE),
    ("van-thu", "Phạm Thị D", Role.CLERK, "Văn thư", "VT", _REGISTRY),
    ("citizen", "Hoàng Văn E", Role.CITIZEN, "", "", None),
)


def units() -> Sequence[Unit]:
    """The rooms that the parts sit in."""
    return [
        Unit(id=number, code=code, name=name, parent_id=None if number == _OFFICE else _OFFICE)
        for number, code, name in UNITS
    ]


def people() -> Sequence[Person]:
    """One person a part, with the same id as in the demo."""
    return [
        Person(
            id=PERSONAS[key].person_id,
            name=name,
            role=role,
            title=title,
            short_title=short_title,
            unit_id=unit_id,
            language="vi",
        )
        for key, name, role, title, short_title, unit_id in PARTS
    ]
