"""The rest of the demo's procedures: names as provinces publish them, everything else made up."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any
from zlib import crc32

from bot.data.imports.papers import papers_in
from storage.models import OnlineLevel, TimeUnit

_TABLE = Path(__file__).with_name("catalogue.txt")
_HEADING = re.compile(r"\[(?P<parts>.*)\]")
_EITHER = re.compile(r"\{([^}]*)\}")
_FIRST_CODE = 900_041  # after those of procedures.toml; invented, as they are
_CLOSED = dt.date(2025, 6, 30)  # the last day of the districts
_AT_DISTRICTS = (
    "Đăng ký kết hôn có yếu tố nước ngoài",
    "Đăng ký khai sinh có yếu tố nước ngoài",
    "Chấm dứt hoạt động hộ kinh doanh",
    "Cấp giấy phép bán lẻ rượu",
    "Cấp giấy phép sửa chữa, cải tạo nhà ở riêng lẻ",
    "Chuyển trường đối với học sinh trung học cơ sở",
)
# How long and how much, by what a name begins with; the first that fits.
_WORKING_DAYS: Sequence[tuple[str, tuple[int, ...]]] = (
    ("Chứng thực|Cấp bản sao|Xác nhận thông tin|Thông báo|Khai báo|Tiếp nhận", (1, 2)),
    ("Cấp lại|Đăng ký|Xóa|Tách|Khai|Tạm ngừng", (3, 5, 7)),
    ("Gia hạn|Điều chỉnh|Sửa đổi|Cấp đổi|Đổi|Chuyển", (5, 7, 10)),
    ("Thẩm định|Phê duyệt|Thành lập|Giao|Tặng|Xét|Công nhận", (20, 25, 30)),
    ("", (10, 12, 15)),
)
_FEES = ("50.000 đồng", "100.000 đồng", "200.000 đồng", "500.000 đồng", "1.000.000 đồng")
_FREE = re.compile("Hỗ trợ|Trợ |Hưởng|Tặng|Xét|Công nhận|Thông báo|Giải quyết|Miễn|Tiếp|Chúc|Lập")
_OF_A_PERSON = re.compile("Hộ tịch|Căn cước|cư trú|trợ xã hội|có công|Bảo hiểm|quân sự|Chứng thực")
_GROUNDS = re.compile("đủ điều kiện|giấy phép hoạt động|kinh doanh dịch vụ")


@dataclass(frozen=True)
class Entry:
    """A name, and what stands above it in the table."""

    name: str
    field: str
    level: str
    agency: str
    law: str


@cache
def entries() -> tuple[Entry, ...]:
    """Every procedure of the table, in its order."""
    return tuple(_entries(_TABLE.read_text("utf-8").splitlines()))


def values(since: dt.date, *, decision: str, first_id: int) -> Iterator[dict[str, Any]]:
    """Values for the table's columns, the same every time; valid from `since`.

    Some were given at the districts until these were closed, and name what took their place.
    """
    codes = {}
    for number, entry in enumerate(entries()):
        codes[entry.name] = code = _code(number)
        yield _values(entry, first_id + number, code, decision) | {"valid_from": since}
    by_name = {entry.name: entry for entry in entries()}
    for number, name in enumerate(_AT_DISTRICTS, len(codes)):
        told = _values(by_name[name], first_id + number, _code(number), decision)
        yield told | {
            "level": "Cấp huyện",
            "agency": "UBND cấp huyện",
            "valid_from": dt.date(2021, 1, 1),
            "valid_to": _CLOSED,
            "replaced_by": codes[name],
        }


def _code(number: int) -> str:
    return f"2.{_FIRST_CODE + number}"


def _entries(lines: Sequence[str]) -> Iterator[Entry]:
    above: list[str] = []
    for line in map(str.strip, lines):
        if heading := _HEADING.fullmatch(line):
            above = [part.strip() for part in heading["parts"].split("|")]
        elif line and not line.startswith("#"):
            parts = enumerate(_EITHER.split(line))
            for chosen in product(*(part.split("|") if at % 2 else [part] for at, part in parts)):
                yield Entry(" ".join("".join(chosen).split()), *above)


def _values(entry: Entry, number: int, code: str, decision: str) -> dict[str, Any]:
    dice = crc32(entry.name.encode())
    free = bool(_FREE.match(entry.name))
    fee = "Không thu phí" if free else _FEES[dice % len(_FEES)]
    days = next(choices for begins, choices in _WORKING_DAYS if re.match(begins, entry.name))
    limit = days[dice % len(days)]
    return {
        "id": number,
        "code": code,
        "name": entry.name,
        "field": entry.field,
        "level": entry.level,
        "agency": entry.agency,
        "audience": "Cá nhân" if _OF_A_PERSON.search(entry.field) else "Cá nhân, tổ chức",
        "time_limit": limit,
        "time_unit": TimeUnit.WORKING_DAYS,
        "fee": fee,
        "fee_online": "" if free or dice % 3 else "Giảm 50% khi nộp trực tuyến",
        "papers": _papers(entry, dice),
        "variants": _variants(entry, limit),
        "result": _result(entry.name),
        "online": (OnlineLevel.FULL, OnlineLevel.FULL, OnlineLevel.PART)[dice % 3],
        "legal_basis": entry.law,
        "decision": decision,
        "valid_to": None,
        "replaced_by": "",
    }


def _papers(entry: Entry, dice: int) -> list[dict[str, Any]]:
    asks = entry.name[0].lower() + entry.name[1:]
    kind = "Tờ khai" if entry.name.startswith(("Đăng ký", "Khai", "Kê khai")) else "Đơn đề nghị"
    told = [f"{kind} {asks} | Mẫu số {dice % 20 + 1:02} | Bản chính: 1"]
    if _OF_A_PERSON.search(entry.field):
        told.append("Giấy tờ tùy thân (xuất trình)")
    else:
        told.append("Bản sao giấy tờ pháp lý của cá nhân, tổ chức đề nghị")
    if _GROUNDS.search(entry.name):
        told.append("Bản thuyết minh về cơ sở vật chất, trang thiết bị, nhân sự | Bản chính: 1")
    return papers_in("\n".join(told))


def _variants(entry: Entry, limit: int) -> list[dict[str, Any]]:
    """What is given again was lost, spoilt or says something else now."""
    if not entry.name.startswith("Cấp lại"):
        return []
    unit = TimeUnit.WORKING_DAYS.value
    differs = papers_in("Giấy tờ chứng minh nội dung thay đổi | Bản sao: 1")
    spoilt = papers_in("Giấy đã cấp bị hỏng | Bản chính: 1")
    return [
        {"name": "Bị mất", "time_limit": limit, "time_unit": unit},
        {"name": "Bị hỏng", "time_limit": limit, "time_unit": unit, "papers": spoilt},
        {"name": "Đổi thông tin", "time_limit": limit + 2, "time_unit": unit, "papers": differs},
    ]


def _result(name: str) -> str:
    """“Cấp lại giấy phép bán lẻ rượu” → “Giấy phép bán lẻ rượu”."""
    given = re.sub(r"^(?:Cấp lại|Cấp đổi|Cấp mới|Cấp|Gia hạn|Đổi) ", "", name)
    return given[0].upper() + given[1:] if given != name else "Văn bản trả lời"
