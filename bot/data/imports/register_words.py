"""The words by which registers tell kinds of documents, degrees of urgency, forms and states."""

from collections.abc import Mapping

from storage.folding import folded
from storage.models import DocumentKind, DocumentState, PaperForm, Urgency

KIND_NAMES: Mapping[str, DocumentKind] = {
    "nghị quyết": DocumentKind.RESOLUTION,
    "quyết định": DocumentKind.DECISION,
    "chỉ thị": DocumentKind.DIRECTIVE,
    "quy chế": DocumentKind.REGULATION,
    "thông báo": DocumentKind.ANNOUNCEMENT,
    "hướng dẫn": DocumentKind.GUIDANCE,
    "chương trình": DocumentKind.PROGRAMME,
    "kế hoạch": DocumentKind.PLAN,
    "đề án": DocumentKind.SCHEME,
    "báo cáo": DocumentKind.REPORT,
    "biên bản": DocumentKind.MINUTES,
    "tờ trình": DocumentKind.SUBMISSION,
    "công văn": DocumentKind.OFFICIAL_LETTER,
    "công điện": DocumentKind.TELEGRAM,
    "giấy mời": DocumentKind.INVITATION,
    "khác": DocumentKind.OTHER,
}
OTHER_KINDS = (
    "quy định", "thông cáo", "phương án", "dự án", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận",
    "giấy ủy quyền", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi", "phiếu chuyển",
    "phiếu báo", "phiếu trình", "thư công", "thư mời", "đơn", "tài liệu", "văn bản khác",
    "văn bản", "thông tư", "nghị định", "luật", "pháp lệnh", "kết luận", "bản tin", "loại khác",
)  # fmt: skip
DOCUMENT_KINDS = (
    {folded(name): kind for name, kind in KIND_NAMES.items()}
    | {folded(kind.value): kind for kind in DocumentKind}
    | dict.fromkeys(map(folded, OTHER_KINDS), DocumentKind.OTHER)
)
URGENCIES = {
    "thuong": Urgency.NORMAL, "binh thuong": Urgency.NORMAL, "khong": Urgency.NORMAL,
    "khan": Urgency.URGENT, "thuong khan": Urgency.VERY_URGENT, "hoa toc": Urgency.FLASH,
    "hoa toc hen gio": Urgency.FLASH, "0": Urgency.NORMAL, "1": Urgency.URGENT,
    "2": Urgency.VERY_URGENT, "3": Urgency.FLASH,
}  # fmt: skip
FORMS = {
    "dien tu": PaperForm.ELECTRONIC, "van ban dien tu": PaperForm.ELECTRONIC,
    "lien thong": PaperForm.ELECTRONIC, "qua truc lien thong": PaperForm.ELECTRONIC,
    "qua mang": PaperForm.ELECTRONIC, "truc lien thong": PaperForm.ELECTRONIC,
    "giay": PaperForm.PAPER, "van ban giay": PaperForm.PAPER, "ban giay": PaperForm.PAPER,
    "buu dien": PaperForm.PAPER, "truc tiep": PaperForm.PAPER,
}  # fmt: skip
STATES = {
    "chua xu ly": DocumentState.REGISTERED, "cho xu ly": DocumentState.REGISTERED,
    "moi": DocumentState.REGISTERED, "da dang ky": DocumentState.REGISTERED,
    "cho phan cong": DocumentState.REGISTERED, "moi tiep nhan": DocumentState.REGISTERED,
    "da phan cong": DocumentState.ASSIGNED, "da chuyen": DocumentState.ASSIGNED,
    "dang xu ly": DocumentState.PROCESSING, "dang giai quyet": DocumentState.PROCESSING,
    "da xu ly": DocumentState.DONE, "hoan thanh": DocumentState.DONE,
    "da hoan thanh": DocumentState.DONE, "da giai quyet": DocumentState.DONE,
    "xong": DocumentState.DONE, "da xong": DocumentState.DONE, "ket thuc": DocumentState.DONE,
    "tra lai": DocumentState.RETURNED, "da tra lai": DocumentState.RETURNED,
}  # fmt: skip
YES = {
    **dict.fromkeys(("co", "x", "v", "1", "true", "yes", "roi", "da ky so", "dung"), True),
    **dict.fromkeys(("khong", "0", "false", "no", "chua", "sai"), False),
}
