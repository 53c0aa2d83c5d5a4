"""What people shorten in a chat or say in their region, written out for comparison."""

from handlers.understanding.tokens import Token
from handlers.understanding.wording import folded_words

# As typed in lower case → folded words. What has two meanings here is left as it is (TC, CT, KT).
_LONG = {
    "ko": "khong", "k": "khong", "kg": "khong", "khg": "khong", "hok": "khong", "hong": "khong",
    "hông": "khong", "hổng": "khong", "hôn": "khong", "hem": "khong", "hăm": "khong",
    "j": "gi", "zì": "gi", "chi": "gi", "bn": "bao nhieu",
    "bnhieu": "bao nhieu", "ntn": "nhu the nao", "hs": "ho so", "vb": "van ban", "cv": "cong van",
    "qh": "qua han", "sđt": "so dien thoai",
    "sdt": "so dien thoai", "đt": "dien thoai", "dt": "dien thoai", "đthoại": "dien thoai",
    "tks": "cam on", "thks": "cam on", "thx": "cam on", "r": "roi", "òi": "roi", "rùi": "roi",
    "h": "gio", "mk": "minh", "tui": "toi", "vp": "van phong", "cq": "co quan", "lv": "lam viec",
    "gq": "giai quyet", "kq": "ket qua", "xl": "xu ly", "mô": "dau", "răng": "sao", "rứa": "vay",
    "chừ": "gio", "bít": "biet", "bik": "biet", "ubnd": "uy ban", "ub": "uy ban", "cty": "cong ty",
    "mail": "email", "web": "website", "dề": "ve", "dìa": "ve", "dô": "vao", "vô": "vao",
    "meetings": "meeting", "documents": "document", "dossiers": "dossier", "petitions": "petition",
    "application": "dossier", "file": "dossier", "complaint": "petition", "deadlines": "deadline",
    "complaints": "petition", "papers": "document", "letters": "letter", "units": "unit",
}  # fmt: skip
_PARTICLES = frozenset({"ạ", "a", "e", "c"}) | {
    "nhé", "nhe", "nha", "nhá", "nhen", "nghen", "hen", "hỉ", "hè", "giùm", "dùm", "v", "z", "ta",
}  # fmt: skip


# Two meanings, told apart by a word beside it; without one it stays open.
_BY_NEIGHBOURS = {
    "tc": {
        "to cao": folded_words("đơn kn khiếu nại thư tcd"),
        "tai chinh": folded_words("sở kế hoạch kh phòng"),
    },
    "kn": {
        "khieu nai": folded_words("đơn tc tố thư"),
        "kien nghi": folded_words("cử tri pa phản ánh đề xuất"),
    },
    "ct": {
        "chi thi": folded_words("số"),
        "chuong trinh": folded_words("công tác"),
    },
    "đc": {
        "dong chi": folded_words("báo thưa kính gửi mời"),
        "dia chi": folded_words("ở xin nhà số"),
    },
    "vbđ": {
        "van ban di": folded_words("phát hành ban gửi"),
        "van ban den": folded_words("đến nhận quá hạn xử lý chưa trễ"),
    },
}
_BY_NEIGHBOURS |= {"dc": _BY_NEIGHBOURS["đc"], "vbd": _BY_NEIGHBOURS["vbđ"]}
_OTHERWISE = {"đc": "duoc", "dc": "duoc", "vbđ": "van ban", "vbd": "van ban"}


def written_out(token: Token, before: str = "", after: str = "") -> list[str]:
    """The folded words that a token stands for; none for a particle that only sounds polite.

    `before` and `after` are the folded words beside it, which decide between two meanings.
    """
    typed = token.lowered
    if typed in _PARTICLES:
        return []
    meanings = _BY_NEIGHBOURS.get(typed, {})
    decided = (long for long, beside in meanings.items() if {before, after} & beside)
    long = next(decided, None) or _OTHERWISE.get(typed) or _LONG.get(typed)
    return long.split() if long else [token.folded]
