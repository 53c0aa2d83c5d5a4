"""What people shorten in a chat or say in their region, written out for comparison."""

from handlers.understanding.tokens import Token

# As typed in lower case → folded words. What has two meanings here is left as it is (TC, CT, KT).
_LONG = {
    "ko": "khong", "k": "khong", "kg": "khong", "khg": "khong", "hok": "khong", "hong": "khong",
    "hông": "khong", "hổng": "khong", "hôn": "khong", "hem": "khong", "hăm": "khong",
    "dc": "duoc", "đc": "duoc", "j": "gi", "zì": "gi", "chi": "gi", "bn": "bao nhieu",
    "bnhieu": "bao nhieu", "ntn": "nhu the nao", "hs": "ho so", "vb": "van ban", "cv": "cong van",
    "vbđ": "van ban den", "vbd": "van ban den", "qh": "qua han", "sđt": "so dien thoai",
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


def written_out(token: Token) -> list[str]:
    """The folded words that a token stands for; none for a particle that only sounds polite."""
    if token.lowered in _PARTICLES:
        return []
    long = _LONG.get(token.lowered)
    return long.split() if long else [token.folded]
