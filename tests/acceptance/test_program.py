"""`python -m bot run` as a process of its own: how it starts, what it refuses, how it ends."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from scheduler.clock import VIETNAM, system_clock
from storage.engine import Store
from storage.models import Message, MessageKind, MessageState
from tests import office as make
from tests.bot.fake_telegram import TOKEN, fake_telegram

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60  # seconds, on a busy machine

pytestmark = pytest.mark.acceptance


@dataclass
class Program:
    """The running program and what it has said so far."""

    process: asyncio.subprocess.Process
    address: str = ""

    async def ended(self) -> tuple[int, str]:
        """Its exit code and everything that it wrote on its error stream."""
        _, errors = await asyncio.wait_for(self.process.communicate(), PATIENCE)
        assert self.process.returncode is not None
        return self.process.returncode, errors.decode()


async def start(folder: Path, **settings: str) -> Program:
    """`python -m bot run` in a folder, with these settings and no others."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("OFFICE_")}  # noqa: TID251
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    return Program(process)


@asynccontextmanager
async def running(folder: Path, **settings: str) -> AsyncGenerator[Program]:
    """The program, once it has told its address; killed if the test forgets to stop it."""
    program = await start(folder, OFFICE_WEB_PORT="0", **settings)
    try:
        program.address = await asyncio.wait_for(address_told(program), PATIENCE)
        yield program
    finally:
        if program.process.returncode is None:
            program.process.kill()
            await program.process.wait()


async def address_told(program: Program) -> str:
    assert program.process.stdout
    while line := (await program.process.stdout.readline()).decode():
        if found := re.search(r"http://\S+", line):
            return found[0].rstrip("/")
    pytest.fail(f"the program ended: {await program.ended()}")


async def test_a_demonstration_starts_is_healthy_and_ends_when_told_to(tmp_path: Path) -> None:
    async with running(tmp_path) as program:
        async with httpx.AsyncClient() as browser:
            assert (await browser.get(f"{program.address}/health")).json() == {"store": "ok"}
        assert (tmp_path / "data" / "demo.db").exists()

        port = program.address.rpartition(":")[2]
        second = await start(tmp_path, OFFICE_WEB_PORT=port)
        assert await second.ended() == (
            2,
            f"The web chat cannot listen on 127.0.0.1:{port} (Address already in use): "
            "set OFFICE_WEB_PORT to a free port, or to 0 for any.\n",
        )
        program.process.send_signal(signal.SIGINT)
        assert await program.ended() == (0, "")


async def test_told_to_stop_while_it_sends_it_waits_for_the_answer_and_ends_cleanly(
    tmp_path: Path, sqlite_store: Store
) -> None:
    soon = system_clock(VIETNAM)() + timedelta(minutes=20)
    async with sqlite_store.sessions() as db, db.begin():
        hoa = await make.person(db, "Trần Thị Hoa")
        await make.account(db, hoa, channel="telegram", chat_id=7)
        await make.meeting(db, f"{soon:%Y-%m-%d %H:%M}", hoa)
    async with fake_telegram() as telegram:
        telegram.answers.clear()
        settings = {
            "OFFICE_DATABASE_URL": f"sqlite:///{sqlite_store.file}",
            "OFFICE_TELEGRAM_TOKEN": TOKEN,
            "OFFICE_TELEGRAM_API_URL": telegram.url,
            "OFFICE_LOG_LEVEL": "WARNING",
        }
        async with running(tmp_path, **settings) as program, asyncio.TaskGroup() as group:
            await asyncio.wait_for(telegram.was_sent_something.wait(), PATIENCE)
            program.process.send_signal(signal.SIGTERM)
            ended = group.create_task(program.ended())
            await closed(program.address)
            assert not ended.done()
            telegram.answers.set()
    assert ended.result() == (0, "")
    assert len(telegram.sent) == 1
    async with sqlite_store.reading() as db:
        (message,) = await db.exec(select(Message))
    assert (message.kind, message.state) == (MessageKind.MEETING, MessageState.SENT)


async def closed(address: str) -> None:
    """Until nobody listens there any more: then the signal has arrived."""
    # A connection that is kept is served to its end, whether anybody listens or not.
    afresh = httpx.Limits(max_keepalive_connections=0)
    async with httpx.AsyncClient(limits=afresh) as browser:
        while True:
            try:
                await browser.get(f"{address}/health")
            except httpx.TransportError:
                return
            await asyncio.sleep(0.05)


async def test_a_demonstration_refuses_to_be_open_to_other_machines(tmp_path: Path) -> None:
    program = await start(tmp_path, OFFICE_WEB_HOST="0.0.0.0")  # noqa: S104
    code, sentence = await program.ended()
    assert code == 2
    assert sentence.count("\n") == 1
    assert sentence.startswith("A demonstration lets anybody be anybody")
    assert not (tmp_path / "data").exists()
