"""How units are called beside their own names: shortened, by everyday words, by names of before.

Departments of the province were merged in 2025; people go on saying what they were called.
"""

import re
from collections.abc import Iterator

from handlers.understanding.normalise import fold
from handlers.understanding.tokens import ByWords, folded, tokens_of

# What may stand before the own name of a unit of the office; any of them for any other.
_ROOM_WORDS = (
    "phòng", "p", "ban", "trung tâm", "tt", "đơn vị", "bộ phận", "bên", "unit", "department",
)  # fmt: skip
ROOM_WORDS = ByWords({fold(word): True for word in _ROOM_WORDS})
DEPARTMENT_WORDS = ByWords({fold(word): True for word in ("sở", "department of")})

# Good by themselves, for the units that every such office has, by their usual codes.
_EVERYDAY = {
    "TTPVHCC": (
        "trung tâm hành chính công", "tthcc", "1 cửa", "bộ phận 1 cửa",
        "tt hcc", "một cửa", "bộ phận một cửa", "one stop",
        "one stop shop", "hành chính công",
    ),
    "BTCD": ("ban tiếp dân", "ban tcd", "phòng tiếp dân"),
    "KGVX": ("khoa giáo văn xã",),
}  # fmt: skip
# After “sở”, or after “phòng”: shortened, and by what they were called before the mergers.
_EVERYDAY_AFTER_WORD = {
    "TTPVHCC": ("hcc", "phục vụ hcc", "pvhcc"),
    "BTCD": ("tcd",),
    "KGVX": ("vx", "khoa giáo", "văn xã", "kg vx"),
    "HCTC": ("hành chính", "hc"),
    "QTTV": ("quản trị", "tài vụ", "qt"),
    "KTN": ("kinh tế ngành", "ktn"),
    "STC": ("tc", "khđt", "kh đt", "kế hoạch và đầu tư", "kế hoạch đầu tư", "kế hoạch"),
    "SXD": ("xd", "gtvt", "giao thông vận tải", "giao thông"),
    "SNNMT": (
        "nn mt", "nnmt", "tnmt", "tn mt", "tài nguyên và môi trường", "tài nguyên môi trường",
        "tài nguyên", "nn ptnt", "nnptnt", "nn và ptnt", "nông nghiệp", "nông nghiệp ptnt",
        "nông nghiệp và phát triển nông thôn", "nông nghiệp môi trường",
    ),
    "SKHCN": (
        "khcn", "kh cn", "khoa học công nghệ", "khoa học", "tttt", "tt tt",
        "thông tin và truyền thông", "thông tin truyền thông",
    ),
    "SNV": (
        "nv", "lđtbxh", "lđ tbxh", "lđ tb xh", "lao động thương binh và xã hội",
        "lao động thương binh xã hội",
    ),
    "SYT": ("yt",),
    "SGDĐT": ("gd", "gdđt", "gd đt", "giáo dục", "giáo dục đào tạo"),
    "STP": ("tp",),
    "SCT": ("ct",),
    "SVHTTDL": ("vhttdl", "vhtt", "văn hóa", "du lịch", "văn hóa thể thao du lịch"),
    "SDTTG": ("dân tộc", "dttg"),
}  # fmt: skip
_PARTS = re.compile(r"\s+[–-]\s+|,\s+")


def own_name(name: str) -> str:
    """“phong khoa giao van xa” → “khoa giao van xa”, of a folded name."""
    words = (*_ROOM_WORDS, "sở")
    beginnings = (fold(word) + " " for word in words)
    return next((name.removeprefix(word) for word in beginnings if name.startswith(word)), name)


def shorter(name: str) -> Iterator[str]:
    """“Phòng Quản trị – Tài vụ” is “phòng quản trị” and “phòng tài vụ”; “và” is left out."""
    own = own_name(folded(tokens_of(name)).removesuffix(" tinh"))
    without_and = " ".join(word for word in own.split() if word != "va")
    if without_and != own:
        yield without_and
    parts = _PARTS.split(name)
    if len(parts) > 1:
        yield from (own_name(folded(tokens_of(part))) for part in parts)


def everyday(code: str) -> Iterator[str]:
    """What people say for the unit with this code, good by itself."""
    yield from map(_compared, _EVERYDAY.get(code.upper(), ()))


def everyday_after_word(code: str) -> Iterator[str]:
    """What people say for it after “phòng”, “sở”."""
    yield from map(_compared, _EVERYDAY_AFTER_WORD.get(code.upper(), ()))


def former(code: str) -> Iterator[str]:
    """“Sở Nông nghiệp”: its longer everyday names with their word, as people write them out."""
    for said in _EVERYDAY_AFTER_WORD.get(code.upper(), ()):
        if code.upper().startswith("S") and len(said.split()) > 1:
            yield f"sở {said}"


def _compared(said: str) -> str:
    return folded(tokens_of(said))
