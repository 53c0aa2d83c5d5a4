"""People, units, facts and days of the office, as sheets."""

from bot.data.imports.columns import Column, Form, Kind
from bot.data.imports.register_words import YES
from storage.models import DayKind, SheetKind
from storage.viewer import Role

ROLES = {
    "chuyen vien": Role.OFFICER, "can su": Role.OFFICER, "nhan vien": Role.OFFICER,
    "van thu": Role.CLERK, "truong phong": Role.HEAD, "truong don vi": Role.HEAD,
    "giam doc": Role.HEAD, "truong ban": Role.HEAD, "lanh dao": Role.LEADER,
    "quan tri": Role.ADMIN, **{role.value: role for role in Role if role.value not in
    ("office", "citizen")},
}  # fmt: skip
FACTS = {
    "ten co quan": "name", "ten van phong": "name", "dia chi": "address", "gio lam viec":
    "hours", "dien thoai": "phone", "duong day nong": "hotline", "thu dien tu": "email",
    "email": "email", "trang thong tin": "website", "website": "website",
    "tiep cong dan": "reception", "lich tiep cong dan": "reception", "chuc nang": "function",
    "don vi truc": "duty_units",
}  # fmt: skip
DAY_KINDS = {
    "nghi": DayKind.OFF, "ngay nghi": DayKind.OFF, "nghi bu": DayKind.OFF, "off": DayKind.OFF,
    "nghi hoan doi": DayKind.OFF, "nghi le": DayKind.OFF, "lam viec": DayKind.WORKED,
    "di lam": DayKind.WORKED, "lam bu": DayKind.WORKED, "worked": DayKind.WORKED,
    "ngay lam viec": DayKind.WORKED,
}  # fmt: skip

PEOPLE = Kind(
    kind=SheetKind.PEOPLE,
    columns=(
        Column(field="name", name="Họ và tên", also=("ho ten", "ho va ten can bo", "can bo"),
               required=True),
        Column(field="unit", name="Đơn vị",
               also=("ma don vi", "phong", "phong ban", "don vi cong tac", "phong don vi"),
               form=Form.UNIT, help="Mã hoặc tên đơn vị; để trống với lãnh đạo UBND tỉnh."),
        Column(field="role", name="Vai trò", also=("vai tro he thong", "nhom quyen", "quyen"),
               form=Form.CHOICE, choices=ROLES, required=True,
               offered=("Chuyên viên", "Văn thư", "Trưởng phòng", "Lãnh đạo", "Quản trị"),
               help="Quyết định người này được xem gì."),
        Column(field="title", name="Chức vụ", also=("chuc danh", "chuc vu chuc danh")),
        Column(field="short_title", name="Chức vụ viết tắt",
               also=("viet tat", "chuc danh viet tat"), help="CVP, PCVP, TP KGVX …"),
        Column(field="fields_in_charge", name="Lĩnh vực phụ trách",
               also=("linh vuc", "phu trach", "nhiem vu")),
        Column(field="phone", name="Điện thoại", also=("so dien thoai", "di dong", "sdt"),
               help="Chỉ đồng nghiệp thấy."),
    ),
    examples=("Trần Thị Ví Dụ", "KGVX", "Chuyên viên", "Chuyên viên", "", "giáo dục, y tế",
              "0900 000 000"),
    ignored=("stt", "tt", "ghi chu", "email", "ngay sinh", "gioi tinh", "thu dien tu"),
)  # fmt: skip

UNITS = Kind(
    kind=SheetKind.UNITS,
    columns=(
        Column(field="code", name="Mã đơn vị", also=("ma", "ma phong", "ky hieu", "viet tat"),
               required=True, help="KGVX, NC, TTPVHCC …: như trong ký hiệu văn bản."),
        Column(field="name", name="Tên đơn vị",
               also=("ten", "ten phong", "don vi", "ten phong ban"), required=True),
        Column(field="parent_code", name="Thuộc đơn vị",
               also=("don vi cap tren", "truc thuoc", "don vi cha"),
               help="Mã của đơn vị cấp trên."),
        Column(field="outside", name="Ngoài Văn phòng", also=("ngoai co quan", "ben ngoai"),
               form=Form.CHOICE, choices=YES, offered=("Có", "Không"),
               help="Có: một sở hay xã, không phải đơn vị của Văn phòng."),
        Column(field="room", name="Phòng làm việc", also=("so phong", "vi tri")),
        Column(field="phone", name="Điện thoại", also=("so dien thoai", "dien thoai ban"),
               help="Số công khai của đơn vị."),
    ),
    examples=("KGVX", "Phòng Khoa giáo – Văn xã", "VP", "Không", "P.305", "0205 000 0115"),
    ignored=("stt", "tt", "ghi chu"),
)  # fmt: skip

FACTS_SHEET = Kind(
    kind=SheetKind.FACTS,
    columns=(
        Column(field="key", name="Thông tin", also=("ten thong tin", "muc", "loai thong tin"),
               form=Form.CHOICE, choices=FACTS | {key: key for key in FACTS.values()},
               required=True,
               offered=("Tên cơ quan", "Địa chỉ", "Giờ làm việc", "Điện thoại", "Đường dây nóng",
                        "Thư điện tử", "Trang thông tin", "Tiếp công dân", "Chức năng",
                        "Đơn vị trực")),
        Column(field="value", name="Nội dung", also=("gia tri", "noi dung tieng viet"),
               required=True),
        Column(field="english", name="Nội dung tiếng Anh", also=("tieng anh", "english")),
    ),
    examples=("Giờ làm việc", "07:30–11:30 và 13:30–17:00, từ thứ Hai đến thứ Sáu",
              "07:30–11:30 and 13:30–17:00, Monday to Friday"),
    ignored=("stt", "tt", "ghi chu"),
)  # fmt: skip

DAYS = Kind(
    kind=SheetKind.DAYS,
    columns=(
        Column(field="day", name="Ngày", also=("ngay thang", "ngay ap dung"), form=Form.DAY,
               required=True),
        Column(field="kind", name="Nghỉ hay làm việc", also=("loai ngay", "loai", "nghi lam viec"),
               form=Form.CHOICE, choices=DAY_KINDS, offered=("Nghỉ", "Làm việc"), required=True),
        Column(field="name", name="Tên ngày", also=("ten", "dien giai", "ly do"), required=True),
        Column(field="basis", name="Căn cứ", also=("van ban", "so thong bao"),
               help="Số, ký hiệu của thông báo."),
        Column(field="official", name="Chính thức", also=("da chinh thuc",), form=Form.CHOICE,
               choices=YES, offered=("Có", "Không"),
               help="Không: mới là đề xuất, chưa đổi ngày làm việc."),
    ),
    examples=("23/11/2026", "Nghỉ", "Nghỉ hoán đổi", "123/TB-UBND", "Có"),
    ignored=("stt", "tt", "thu", "ghi chu"),
)  # fmt: skip
