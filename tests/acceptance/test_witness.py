"""`python -m bot run` over Telegram, which is played here by a server that others wrote.

What our own fake servers and we misread alike, this one shows (npm telegram-test-api).
"""

import json
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from scheduler.clock import VIETNAM, system_clock
from storage.engine import Store
from tests import office as make
from tests.acceptance.test_program import Program, running
from tests.bot.fake_telegram import TOKEN
from tests.witness import emulator, proxy
from tests.witness.phone import Phone

pytestmark = pytest.mark.acceptance
DOSSIER = "000.00.12.H37-261109-0001"
TOMORROW = system_clock(VIETNAM)() + timedelta(days=1)


@asynccontextmanager
async def on_telegram(folder: Path, store: Store) -> AsyncGenerator[tuple[Program, Phone, Phone]]:
    """The program on a store of an office, an officer's phone and a stranger's."""
    async with store.sessions() as db, db.begin():
        hoa = await make.person(db, "Trần Thị Hoa")
        await make.account(db, hoa, channel="telegram", external_id="7", chat_id=7)
        await make.dossier(db, DOSSIER)
        for hour in range(7, 15):
            await make.meeting(db, f"{TOMORROW:%Y-%m-%d} {hour:02}:00", hoa, minutes=30)
    async with emulator.running() as others, proxy.in_front_of(others) as api_url:
        settings = {
            "OFFICE_DATABASE_URL": f"sqlite:///{store.file}",
            "OFFICE_TELEGRAM_TOKEN": TOKEN,
            "OFFICE_TELEGRAM_API_URL": api_url,
        }
        async with running(folder, **settings) as program, ClientSession() as http:
            with Phone(http, others, TOKEN, 7) as officer, Phone(http, others, TOKEN, 8) as citizen:
                yield program, officer, citizen


async def test_people_talk_and_press_buttons(tmp_path: Path, sqlite_store: Store) -> None:
    async with on_telegram(tmp_path, sqlite_store) as (program, officer, citizen):
        schedule = await officer.say("lịch họp ngày mai")
        assert [f"{hour:02}:00" in schedule for hour in range(7, 15)] == [True] * 6 + [False] * 2
        assert f"{TOMORROW:%d/%m/%Y}" in schedule

        rest = await officer.press("Xem thêm")
        assert [f"{hour:02}:00" in rest for hour in range(7, 15)] == [False] * 6 + [True] * 2
        assert len(officer.shown) == 1, "the page is turned in its own message"

        assert "Trợ giúp 1/3" in await officer.say("trợ giúp")
        assert "Trợ giúp 2/3" in await officer.press("Xem: Văn bản, hồ sơ, đơn thư")
        overdue = await officer.press("Văn bản quá hạn của tôi")
        assert overdue.startswith("<b>Văn bản quá hạn</b>")

        assert "máy trả lời" in await citizen.say("/start")
        assert DOSSIER in await citizen.say(f"ho so {DOSSIER.lower()} toi dau roi")
        assert "bốn số cuối" in await citizen.press("Xem chi tiết (chủ hồ sơ)")

        program.process.send_signal(signal.SIGTERM)
        code, log = await program.ended()
    assert code == 0
    assert "Traceback" not in log


def test_what_is_installed_is_known_by_its_hash_and_fetched_from_no_fixed_address() -> None:
    lock = json.loads((emulator.FOLDER / "package-lock.json").read_text("utf-8"))
    packages = [about for path, about in lock["packages"].items() if path]
    assert packages
    assert [about for about in packages if "resolved" in about or "integrity" not in about] == []
