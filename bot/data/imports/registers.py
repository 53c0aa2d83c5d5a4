"""The registers of documents: NĐ 30/2020/NĐ-CP, Phụ lục IV (sổ đăng ký) and VI (field names)."""

from bot.data.imports.columns import Column, Form, Kind
from bot.data.imports.register_words import (
    DOCUMENT_KINDS,
    FORMS,
    KIND_NAMES,
    STATES,
    URGENCIES,
    YES,
)
from storage.models import SheetKind

_NUMBER_SIGN = (
    "so ky hieu", "so ki hieu", "so va ky hieu", "so ky hieu van ban", "so ky hieu vb", "so hieu",
    "so va ky hieu van ban", "so hieu van ban", "so kh", "so ki hieu van ban", "so vb", "skh",
    "so hieu vb", "ky hieu van ban di", "so ky hieu goc",
)  # fmt: skip
_SUBJECT = (
    "trich yeu", "trich yeu noi dung", "ten loai va trich yeu", "noi dung", "subject",
    "ten loai va trich yeu noi dung", "ten loai va trich yeu noi dung van ban",
    "trich yeu van ban", "trich yeu noi dung van ban", "noi dung trich yeu", "noi dung van ban",
    "ten loai va trich yeu van ban",
)  # fmt: skip
_DATED = (
    "ngay van ban", "ngay vb", "ngay ban hanh", "ngay thang van ban", "ngay thang nam van ban",
    "ngay thang", "ngay ky", "ngay thang vb", "issueddate", "ngay thang ban hanh",
)  # fmt: skip
_KIND = ("loai van ban", "loai vb", "ten loai van ban", "ten loai", "hinh thuc van ban", "typename")
_URGENCY = ("do khan", "muc do khan", "do khan cap", "priority", "khan", "muc do")
_SECRECY = (
    "do mat", "muc do mat", "mat", "do bao mat", "muc mat", "cap do mat", "muc do bao mat",
    "dau chi muc do mat", "do mat van ban",
)  # fmt: skip
_IGNORED = (
    "stt", "tt", "so tt", "so thu tu", "ky nhan", "ghi chu", "so trang", "so to", "so ban",
    "so luong ban", "so luong", "ngon ngu", "tep dinh kem", "file dinh kem", "dinh kem",
    "linh vuc", "ho so", "ma ho so", "so den cua don vi", "description", "language",
    "pageamount", "filecode", "docordinal", "don vi nguoi nhan ban luu", "nguoi nhap",
    "ngay nhap", "nguoi tao", "ngay tao", "so di", "noi luu", "noi luu ban goc",
)  # fmt: skip


def _secrecy(name: str = "Độ mật") -> Column:
    return Column(
        field="secrecy",
        name=name,
        also=_SECRECY,
        form=Form.SECRECY,
        help="Để trống hoặc ghi “Thường”. Văn bản mật không được đưa vào hệ thống này.",
        in_template=False,
    )


def _number_parts() -> tuple[Column, Column]:
    return (
        Column(
            field="number_part",
            name="Số văn bản",
            also=("so cua van ban", "so vb di", "codenumber", "so"),
            form=Form.NUMBER,
            in_template=False,
        ),
        Column(
            field="sign_part",
            name="Ký hiệu",
            also=("ky hieu cua van ban", "ky hieu van ban", "codenotation", "ki hieu"),
            in_template=False,
        ),
    )


def _urgency() -> Column:
    return Column(
        field="urgency",
        name="Độ khẩn",
        also=_URGENCY,
        form=Form.CHOICE,
        choices=URGENCIES,
        offered=("Thường", "Khẩn", "Thượng khẩn", "Hỏa tốc"),
        help="Để trống nghĩa là Thường.",
    )


def _kind() -> Column:
    return Column(
        field="kind",
        name="Loại văn bản",
        also=_KIND,
        form=Form.CHOICE,
        choices=DOCUMENT_KINDS,
        offered=tuple(name[0].upper() + name[1:] for name in KIND_NAMES),
        help="Để trống thì được suy ra từ ký hiệu.",
    )


INCOMING = Kind(
    kind=SheetKind.INCOMING,
    columns=(
        Column(
            field="book_number",
            name="Số đến",
            also=("so cong van den", "so cv den", "so van ban den", "so vb den", "arrivalnumber",
                  "so den van ban"),
            form=Form.NUMBER,
            required=True,
            help="Số thứ tự trong sổ của năm.",
        ),
        Column(
            field="arrived",
            name="Ngày đến",
            also=("ngay nhan", "ngay van ban den", "ngay vb den", "ngay thang den", "arrivaldate",
                  "ngay thang nam den", "ngay cong van den", "ngay cv den", "ngay tiep nhan",
                  "thoi gian den", "ngay dang ky"),
            form=Form.DAY,
            required=True,
            help="dd/mm/yyyy, có thể kèm giờ.",
        ),
        Column(
            field="issuer",
            name="Cơ quan ban hành",
            also=("tac gia", "noi ban hanh", "don vi ban hanh", "co quan gui", "noi gui",
                  "don vi gui", "noi phat hanh", "co quan ban hanh van ban", "organname",
                  "ten co quan to chuc ban hanh", "ten co quan to chuc ban hanh van ban",
                  "noi gui den", "co quan phat hanh"),
            required=True,
        ),
        Column(
            field="number_sign",
            name="Số, ký hiệu",
            also=_NUMBER_SIGN,
            required=True,
            help="Như in trên văn bản: 1234/UBND-KGVX.",
        ),
        Column(field="dated", name="Ngày văn bản", also=_DATED, form=Form.DAY, required=True),
        _kind(),
        Column(field="subject", name="Trích yếu", also=_SUBJECT, required=True),
        _urgency(),
        Column(
            field="form",
            name="Hình thức",
            also=("hinh thuc nhan", "phuong thuc nhan", "phuong thuc gui", "hinh thuc gui",
                  "hinh thuc den"),
            form=Form.CHOICE,
            choices=FORMS,
            offered=("Điện tử", "Giấy"),
        ),
        Column(
            field="unit",
            name="Đơn vị xử lý",
            also=("don vi chu tri", "phong chu tri", "phong ban xu ly", "don vi nhan",
                  "don vi xu ly chinh", "phong xu ly", "don vi giai quyet", "phong ban"),
            form=Form.UNIT,
            help="Mã hoặc tên đơn vị đã có trong hệ thống.",
        ),
        Column(
            field="holder",
            name="Người xử lý",
            also=("can bo xu ly", "chuyen vien xu ly", "nguoi thu ly", "nguoi xu ly chinh",
                  "chuyen vien", "nguoi nhan", "can bo thu ly", "can bo xu ly chinh"),
            form=Form.PERSON,
            help="Họ và tên người đã có trong hệ thống.",
        ),
        Column(
            field="receiver",
            name="Đơn vị hoặc người nhận",
            also=("don vi nguoi nhan", "noi nhan", "toplaces", "don vi ca nhan nhan",
                  "don vi hoac nguoi nhan van ban"),
            form=Form.RECEIVER,
            in_template=False,
        ),
        Column(
            field="moved",
            name="Ngày chuyển",
            also=("ngay chuyen xu ly", "ngay giao", "ngay phan cong"),
            form=Form.DAY,
        ),
        Column(
            field="instruction",
            name="Ý kiến chỉ đạo",
            also=("y kien phan phoi chi dao", "y kien lanh dao", "but phe", "y kien xu ly",
                  "noi dung chi dao", "y kien but phe", "traceheaderlist"),
        ),
        Column(
            field="instructor",
            name="Người chỉ đạo",
            also=("lanh dao chi dao", "lanh dao but phe", "nguoi but phe", "lanh dao phan cong",
                  "lanh dao xu ly"),
            form=Form.PERSON,
        ),
        Column(
            field="due",
            name="Hạn xử lý",
            also=("han giai quyet", "thoi han giai quyet", "thoi han xu ly", "han hoan thanh",
                  "duedate", "thoi han", "han xu ly van ban", "han tra loi"),
            form=Form.DAY,
            help="Để trống nếu lãnh đạo chưa đặt hạn.",
        ),
        Column(
            field="state",
            name="Trạng thái",
            also=("trang thai xu ly", "tinh trang", "tinh trang xu ly", "ket qua xu ly",
                  "trang thai van ban"),
            form=Form.CHOICE,
            choices=STATES,
            offered=("Chưa xử lý", "Đã phân công", "Đang xử lý", "Đã xử lý", "Trả lại"),
        ),
        Column(
            field="done",
            name="Ngày hoàn thành",
            also=("ngay xu ly xong", "ngay giai quyet xong", "ngay ket thuc", "ngay xu ly",
                  "thoi gian hoan thanh"),
            form=Form.DAY,
        ),
        Column(
            field="reply_number",
            name="Văn bản trả lời",
            also=("so van ban tra loi", "vb tra loi", "so ky hieu van ban tra loi",
                  "van ban phuc dap"),
        ),
        *_number_parts(),
        _secrecy(),
    ),
    examples=(
        "812", "20/11/2026", "Sở Y tế", "1234/SYT-NVY", "19/11/2026", "Công văn",
        "V/v triển khai tiêm chủng mở rộng", "Khẩn", "Điện tử", "KGVX", "", "20/11/2026",
        "Giao Phòng KGVX tham mưu", "", "27/11/2026", "Đang xử lý", "", "",
    ),
    instead={"number_sign": ("number_part", "sign_part")},
    ignored=_IGNORED,
)  # fmt: skip

OUTGOING = Kind(
    kind=SheetKind.OUTGOING,
    columns=(
        Column(
            field="number_sign",
            name="Số, ký hiệu",
            also=_NUMBER_SIGN,
            required=True,
            help="Như in trên văn bản: 3100/QĐ-UBND.",
        ),
        Column(field="dated", name="Ngày văn bản", also=_DATED, form=Form.DAY, required=True),
        _kind(),
        Column(field="subject", name="Trích yếu", also=_SUBJECT, required=True),
        Column(
            field="signer",
            name="Người ký",
            also=("lanh dao ky", "nguoi ky van ban", "ho ten nguoi ky", "chuc vu ho ten nguoi ky"),
            form=Form.PERSON,
        ),
        Column(
            field="unit",
            name="Đơn vị soạn thảo",
            also=("don vi soan", "phong soan thao", "don vi tham muu", "phong ban soan thao",
                  "don vi phat hanh", "don vi chu tri soan thao", "phong tham muu"),
            form=Form.UNIT,
            help="Mã hoặc tên đơn vị đã có trong hệ thống.",
        ),
        _urgency(),
        Column(
            field="issued",
            name="Ngày phát hành",
            also=("ngay gui", "ngay chuyen", "ngay phat hanh van ban", "thoi gian phat hanh",
                  "ngay di"),
            form=Form.DAY,
        ),
        Column(
            field="digitally_signed",
            name="Ký số",
            also=("da ky so", "chu ky so"),
            form=Form.CHOICE,
            choices=YES,
            offered=("Có", "Không"),
        ),
        *_number_parts(),
        _secrecy(),
    ),
    examples=(
        "3100/QĐ-UBND", "20/11/2026", "Quyết định", "Phê duyệt kế hoạch tiêm chủng năm 2027", "",
        "KGVX", "", "20/11/2026", "Có",
    ),
    instead={"number_sign": ("number_part", "sign_part")},
    ignored=(*_IGNORED, "noi nhan", "noi nhan van ban", "nguoi soan thao", "nguoi soan",
             "toplaces", "so ban phat hanh", "chuc vu nguoi ky", "don vi nhan"),
)  # fmt: skip
