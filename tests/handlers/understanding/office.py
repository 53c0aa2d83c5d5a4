"""The office that the sentences speak of: invented people, the usual units."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.understanding.asked import KnownPerson, KnownUnit, Lexicon
from storage.viewer import Role, Viewer

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 21, 10, 15, tzinfo=ZONE)  # a Saturday

KGVX, NC, KT, TH, TTPVHCC, BTCD = range(1, 7)
CHAIR, FIRST_DEPUTY, DEPUTY_HA, CHIEF, DEPUTY_MAI, DEPUTY_TUAN = range(1, 7)
HEAD_KGVX, HOA, DUNG_NC, DUNG_KT, LAN, HEAD_NC = range(7, 13)


def _person(number: int, name: str, title: str, short: str, unit: int | None) -> KnownPerson:
    return KnownPerson(id=number, name=name, title=title, short_title=short, unit_id=unit)


LEXICON = Lexicon(
    people=(
        _person(CHAIR, "Lương Văn Khánh", "Chủ tịch UBND tỉnh", "CT", None),
        _person(
            FIRST_DEPUTY, "Hoàng Đình Phú", "Phó Chủ tịch Thường trực UBND tỉnh", "PCTTT", None
        ),
        _person(DEPUTY_HA, "Vi Thu Hà", "Phó Chủ tịch UBND tỉnh", "PCT", None),
        _person(CHIEF, "Nguyễn Văn Thịnh", "Chánh Văn phòng", "CVP", None),
        _person(DEPUTY_MAI, "Phạm Thị Mai", "Phó Chánh Văn phòng", "PCVP", None),
        _person(DEPUTY_TUAN, "Lương Đình Tuấn", "Phó Chánh Văn phòng", "PCVP", None),
        _person(HEAD_KGVX, "Đặng Quang Vinh", "Trưởng phòng Khoa giáo – Văn xã", "TP KGVX", KGVX),
        _person(HOA, "Lương Thị Hoa", "Phó Trưởng phòng Khoa giáo – Văn xã", "PTP KGVX", KGVX),
        _person(DUNG_NC, "Ngô Anh Dũng", "Chuyên viên", "CV", NC),
        _person(DUNG_KT, "Tô Minh Dũng", "Chuyên viên", "CV", KT),
        _person(LAN, "Bùi Thị Lan", "Chuyên viên", "CV", KGVX),
        _person(HEAD_NC, "Bế Văn Cường", "Trưởng phòng Nội chính", "TP NC", NC),
    ),
    units=(
        KnownUnit(id=KGVX, code="KGVX", name="Phòng Khoa giáo – Văn xã"),
        KnownUnit(id=NC, code="NC", name="Phòng Nội chính"),
        KnownUnit(id=KT, code="KT", name="Phòng Kinh tế"),
        KnownUnit(id=TH, code="TH", name="Phòng Tổng hợp"),
        KnownUnit(id=TTPVHCC, code="TTPVHCC", name="Trung tâm Phục vụ hành chính công tỉnh"),
        KnownUnit(id=BTCD, code="BTCD", name="Ban Tiếp công dân tỉnh"),
    ),
)
OFFICER = Viewer(role=Role.OFFICER, person_id=LAN, unit_id=KGVX, name="Bùi Thị Lan")
STRANGER = Viewer.stranger()
