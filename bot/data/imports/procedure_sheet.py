"""The catalogue of procedures as a sheet: columns as lists of a province and the portal have them."""

import re
from typing import Any

from bot.data.imports.columns import Column, Form, Kind, header_key
from bot.data.imports.names import Names
from bot.data.imports.papers import papers_in
from bot.data.imports.rows import Built, Place, Values, WrongTogether
from storage.imported_procedures import CASE
from storage.models import OnlineLevel, SheetKind, TimeUnit

LEVELS = {
    **dict.fromkeys(
        ("toan trinh", "dvc toan trinh", "dvctt toan trinh", "truc tuyen toan trinh", "muc do 4"),
        OnlineLevel.FULL,
    ),
    **dict.fromkeys(
        ("mot phan", "dvc mot phan", "dvctt mot phan", "truc tuyen mot phan", "muc do 3"),
        OnlineLevel.PART,
    ),
    **dict.fromkeys(
        ("khong", "con lai", "chua", "dvc con lai", "cung cap thong tin truc tuyen", "muc do 2"),
        OnlineLevel.NONE,
    ),
}
_CODE = re.compile(r"[123]\.\d{6}(?:\.(?:[GHK]\d{2}|(?:\d{2,3}\.){1,3}[GHK]\d{2}))?")
_UNITS = {
    "ngay lam viec": TimeUnit.WORKING_DAYS,
    "ngay": TimeUnit.CALENDAR_DAYS,
    "gio": TimeUnit.WORKING_HOURS,
    "thang": TimeUnit.MONTHS,
}
# “Không quá 10 (mười) ngày làm việc kể từ ngày nhận đủ hồ sơ”
_LIMIT = re.compile(rf"(?:\D+ )??(\d{{1,3}})(?: \w+){{0,3}}? ({'|'.join(_UNITS)})\b")
_AT_ONCE = re.compile(r"(?:giai quyet )?(?:ngay|trong ngay)(?: lam viec)?(?: (?:khi|sau khi) .*)?")
HOURS_A_DAY = 8

PROCEDURES = Kind(
    kind=SheetKind.PROCEDURES,
    columns=(
        Column(field="code", name="Mã thủ tục", required=True, help="Như trên Cổng: 1.000948.",
               also=("ma tthc", "ma so tthc", "ma thu tuc hanh chinh", "ma so thu tuc", "ma so",
                     "ma so thu tuc hanh chinh", "ma ho so tthc", "ma so ho so tthc",
                     "ma tthc tren csdl quoc gia", "ma tthc tren co so du lieu quoc gia")),
        Column(field="name", name="Tên thủ tục", required=True,
               also=("ten tthc", "ten thu tuc hanh chinh", "thu tuc hanh chinh", "tthc",
                     "ten thu tuc hanh chinh cong bo")),
        Column(field="field", name="Lĩnh vực", required=True,
               also=("ten linh vuc", "linh vuc tthc", "nganh linh vuc")),
        Column(field="level", name="Cấp thực hiện", required=True, help="Cấp tỉnh, Cấp xã.",
               also=("cap giai quyet", "cap tthc", "cap", "cap tham quyen")),
        Column(field="agency", name="Cơ quan thực hiện", required=True,
               also=("co quan giai quyet", "co quan co tham quyen", "don vi thuc hien",
                     "co quan quyet dinh", "co quan co tham quyen quyet dinh",
                     "co quan truc tiep thuc hien", "don vi giai quyet")),
        Column(field=CASE, name="Trường hợp", also=("truong hop giai quyet", "loai ho so"),
               help="Nếu thủ tục có nhiều trường hợp: mỗi trường hợp một dòng, cùng mã."),
        Column(field="audience", name="Đối tượng thực hiện", also=("doi tuong", "doi tuong nop")),
        Column(field="place", name="Nơi nộp hồ sơ",
               also=("dia diem thuc hien", "noi tiep nhan", "dia diem tiep nhan", "noi nop",
                     "dia diem tiep nhan tra ket qua"),
               help="Để trống nếu nộp được ở mọi Bộ phận Một cửa trong tỉnh."),
        Column(field="limit", name="Thời hạn giải quyết", required=True,
               also=("thoi gian giai quyet", "thoi han", "thoi gian thuc hien"),
               help="Ghi số và đơn vị: 10 ngày làm việc, 30 ngày, 8 giờ làm việc, 2 tháng, "
               "Trong ngày."),
        Column(field="fee", name="Phí, lệ phí",
               also=("phi", "le phi", "phi le phi neu co", "muc phi le phi", "phi va le phi",
                     "phi le phi dong")),
        Column(field="fee_online", name="Phí, lệ phí nộp trực tuyến",
               also=("phi truc tuyen", "le phi truc tuyen", "phi le phi truc tuyen")),
        Column(field="fee_post", name="Phí, lệ phí nộp qua bưu chính",
               also=("phi buu chinh", "phi le phi buu chinh")),
        Column(field="sets", name="Số lượng hồ sơ", also=("so bo ho so", "so luong bo ho so"),
               help="Số bộ.", form=Form.NUMBER),
        Column(field="papers", name="Thành phần hồ sơ", form=Form.LINES,
               also=("giay to", "thanh phan giay to", "ho so", "giay to phai nop"),
               help="Mỗi giấy tờ một dòng, có thể kèm mẫu và số bản: "
               "Tờ khai | Mẫu số 01 | Bản chính: 1 | Bản sao: 0."),
        Column(field="conditions", name="Yêu cầu, điều kiện",
               also=("dieu kien", "yeu cau dieu kien thuc hien", "yeu cau")),
        Column(field="result", name="Kết quả", also=("ket qua thuc hien", "ket qua giai quyet")),
        Column(field="online", name="Dịch vụ công trực tuyến", form=Form.CHOICE, choices=LEVELS,
               offered=("Toàn trình", "Một phần", "Không"),
               also=("muc do dvc", "muc do", "muc do dich vu cong", "dvc truc tuyen", "dvctt",
                     "muc do dich vu cong truc tuyen", "muc do cung cap dich vu cong")),
        Column(field="url", name="Đường dẫn", also=("link", "url", "duong link", "lien ket"),
               help="Trang của thủ tục trên Cổng Dịch vụ công quốc gia."),
        Column(field="legal_basis", name="Căn cứ pháp lý", also=("can cu", "van ban quy dinh")),
        Column(field="decision", name="Quyết định công bố",
               also=("so quyet dinh", "quyet dinh", "qd cong bo", "so qd cong bo",
                     "so quyet dinh cong bo")),
        Column(field="version", name="Lần công bố", also=("phien ban", "lan"), form=Form.NUMBER),
        Column(field="valid_from", name="Ngày có hiệu lực", form=Form.DAY,
               also=("hieu luc tu", "ngay hieu luc", "tu ngay", "co hieu luc tu"),
               help="Để trống thì thủ tục mới áp dụng từ ngày nhập."),
        Column(field="valid_to", name="Ngày hết hiệu lực", form=Form.DAY,
               also=("hieu luc den", "het hieu luc", "den ngay", "ngay bai bo"),
               help="Ngày cuối cùng còn áp dụng."),
        Column(field="replaced_by", name="Thủ tục thay thế",
               also=("ma thu tuc thay the", "thay the boi", "duoc thay the boi"),
               help="Mã của thủ tục thay cho thủ tục này."),
    ),
    examples=(
        "1.900123", "Cấp lại giấy phép ví dụ", "Ví dụ", "Cấp xã", "UBND cấp xã", "Bị hỏng",
        "Cá nhân, tổ chức", "", "5 ngày làm việc", "50.000 đồng", "25.000 đồng", "", "1",
        "Đơn đề nghị | Mẫu số 02 | Bản chính: 1", "", "Giấy phép", "Toàn trình",
        "https://dichvucong.gov.vn/", "Luật Ví dụ 2025", "Quyết định số 99/QĐ-UBND", "1",
        "01/07/2026", "", "",
    ),
    ignored=("stt", "tt", "ghi chu", "trinh tu thuc hien", "cach thuc thuc hien", "trang thai"),
)  # fmt: skip


def procedure_row(row: Values, _place: Place, _names: Names) -> Built:
    """One case of a procedure. A column that is not there, or an empty cell, says nothing."""
    code, case = row.get("code"), row.get(CASE) or ""
    if not _CODE.fullmatch(code):
        raise WrongTogether("code", "procedure-code", read=code)
    valid_from, valid_to = row.get("valid_from"), row.get("valid_to")
    if valid_from and valid_to and valid_to < valid_from:
        raise WrongTogether("valid_to", "ends-before")
    number, unit = _limit(row.get("limit"))
    papers = row.get("papers")
    told: dict[str, Any] = row.only(
        **{name: row.get(name) for name in _TEXTS},
        papers=None if papers is None else papers_in(papers),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    told |= {CASE: case, "time_limit": number, "time_unit": unit}
    return Built(rows=(told,), key=(code, valid_from, header_key(case)), named_by="code")


_TEXTS = (
    *("code", "name", "field", "level", "agency", "audience", "place", "fee", "fee_online"),
    *("fee_post", "sets", "conditions", "result", "online", "url", "legal_basis", "decision"),
    *("version", "replaced_by"),
)


def _limit(told: str) -> tuple[int, TimeUnit]:
    """“Không quá 10 ngày làm việc kể từ …” → 10 working days."""
    key = header_key(told)
    if _AT_ONCE.fullmatch(key):
        return HOURS_A_DAY, TimeUnit.WORKING_HOURS
    found = _LIMIT.match(key)
    if found is None or int(found[1]) == 0:
        raise WrongTogether("limit", "procedure-limit", read=told)
    return int(found[1]), _UNITS[found[2]]
