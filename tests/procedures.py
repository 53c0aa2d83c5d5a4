"""A short catalogue for conversations, and the whole of the demonstration for the search."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bot.data.demo import procedures as demo
from handlers.procedures.search import Catalogue
from storage.models import OnlineLevel, Procedure, TimeUnit
from storage.procedures import Named

HERE = Path(__file__).parent / "handlers"
PRACTICE, HELD_OUT = HERE / "procedures_practice.tsv", HERE / "procedures_held_out.tsv"
SEEN, FRESH = HERE / "procedures_seen.tsv", HERE / "procedures_fresh.tsv"  # by another writer
DAY = dt.date(2026, 11, 16)
AMONG = 3  # the first so many


def procedure(code: str, name: str, **more: Any) -> Procedure:
    """One of the commune's, three working days long, in force since July."""
    values: dict[str, Any] = {
        "field": "Hộ tịch",
        "level": "Cấp xã",
        "agency": "UBND cấp xã",
        "time_limit": 3,
        "time_unit": TimeUnit.WORKING_DAYS,
        "fee": "Miễn lệ phí",
        "online": OnlineLevel.FULL,
        "decision": "Quyết định số 99/QĐ-UBND",
        "valid_from": dt.date(2026, 7, 1),
        **more,
    }
    return Procedure(code=code, name=name, **values)


def short() -> list[Procedure]:
    """Births, marriages, a licence given again, and one of the districts, which are closed."""
    return [
        procedure(
            "1.000001",
            "Đăng ký khai sinh",
            papers=[
                {"name": "Tờ khai đăng ký khai sinh", "originals": 1, "form": "Mẫu số 01"},
                {"name": "Giấy chứng sinh", "originals": 1},
                {"name": "Giấy tờ tùy thân (xuất trình)"},
            ],
            valid_to=dt.date(2027, 2, 28),
            legal_basis="Luật Hộ tịch 2014",
            audience="Cá nhân",
        ),
        procedure("1.000002", "Đăng ký kết hôn"),
        procedure("1.000003", "Đăng ký kết hôn có yếu tố nước ngoài", time_limit=15),
        procedure(
            "1.000004",
            "Cấp lại giấy phép bán lẻ rượu",
            field="Công Thương",
            fee="200.000 đồng",
            fee_online="100.000 đồng",
            papers=[{"name": "Đơn đề nghị cấp lại", "originals": 1, "form": "Mẫu số 02"}],
            variants=[
                {"name": "Bị mất"},
                {
                    "name": "Bị hỏng",
                    "time_limit": 5,
                    "time_unit": "working_days",
                    "papers": [{"name": "Giấy phép bị hỏng", "originals": 1}],
                },
            ],
        ),
        procedure(
            "1.000005",
            "Cấp giấy phép bán lẻ rượu",
            field="Công Thương",
            level="Cấp huyện",
            agency="UBND cấp huyện",
            valid_from=dt.date(2021, 1, 1),
            valid_to=dt.date(2025, 6, 30),
            replaced_by="1.000006",
        ),
        procedure(
            "1.000006",
            "Cấp giấy phép bán lẻ rượu bia",
            field="Công Thương",
            url="https://dichvucong.gov.vn/thu-tuc/1.000006",
        ),
        procedure("1.000007", "Tuyển sinh vào lớp 1", field="Giáo dục"),
        procedure(
            "1.000018",
            "Xác nhận nguồn gốc đàn ong",
            field="Lâm nghiệp",
            variants=[{"name": "Trong tỉnh"}, {"name": "Từ tỉnh khác đến", "fee": "50.000 đồng"}],
        ),
    ]


@cache
def of_the_demo() -> Catalogue:
    """All procedures of the demonstration."""
    return Catalogue(named(demo.all_rows(DAY - dt.timedelta(days=100))))


def named(rows: Sequence[Procedure]) -> list[Named]:
    """As the search takes them from the store."""
    names = Named.__dataclass_fields__
    return [Named(**{name: getattr(row, name) for name in names}) for row in rows]


def asked(file: Path) -> list[tuple[str, frozenset[str]]]:
    """What somebody says, and the names of the procedures that would be right."""
    told = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return [(said, frozenset(right.split(" / "))) for said, right in told]


def wrong(file: Path) -> list[str]:
    """What finds nothing right among the first few."""
    catalogue = of_the_demo()
    return [
        said
        for said, right in asked(file)
        if not right & {hit.procedure.name for hit in catalogue.search(said, on=DAY, limit=AMONG)}
    ]
