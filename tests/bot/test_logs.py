"""The log says what happened and where; nobody learns from it who spoke, or what was said."""

import asyncio
import logging
import sys
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram import Router
from aiogram.types import Message

from bot import logs
from bot.logs import Masking, masked
from bot.pipeline import Pipeline, dispatcher_of
from handlers import errors
from storage.engine import Store
from storage.models import Account, Person
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs
from tests.hands import MONDAY
from tests.overheard import Overheard

WORDS = "Tôi là Nông Thị Mật, gọi 0912 345 678, K7QM-4TXP-9R"
LEAKS = ("Nông", "Mật", "345", "4TXP", "mat@example")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("gọi 0912345678 nhé", "gọi 09xxxx678 nhé"),
        ("gọi 0912 345 678 nhé", "gọi 09xxxx678 nhé"),
        ("gọi 0912.345.678.", "gọi 09xxxx678."),
        ("gọi +84912345678 nhé", "gọi +849xxxx678 nhé"),
        ("gọi 024-3825-6789", "gọi 02xxxx789"),
        ("căn cước 038012345611", "căn cước 0380******11"),
        ("thư nguyenvana@gmail.com", "thư n***@gmail.com"),
        ("mã K7QM-4TXP-9R", "mã ••••-••••-••"),
    ],
)
def test_numbers_and_addresses_of_people_are_masked(written: str, kept: str) -> None:
    assert masked(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "hồ sơ 000.00.12.H37-261103-0112",
        "hồ sơ H37.12-261103-0112",
        "văn bản 1234/UBND-KGVX",
        "2026-01-03 03:29:49,123 INFO past its term: 84 rows of chatline",
        "update 812345678 of telegram was set aside after 5 attempts",
    ],
)
def test_what_the_office_needs_to_find_the_fault_is_not(written: str) -> None:
    assert masked(written) == written


def written(error: BaseException) -> str:
    record = logging.LogRecord(
        "bot", logging.ERROR, __file__, 1, "hỏng", None, (type(error), error, None)
    )
    record.exc_text = f"another handler wrote it out: {error}"
    return Masking("%(message)s").format(record)


def test_a_trace_says_where_and_of_what_kind_but_not_what_was_worked_on() -> None:
    def fail() -> None:
        try:
            int(WORDS)
        except ValueError as first:
            raise ExceptionGroup(WORDS, [KeyError(WORDS), OSError(28, WORDS)]) from first

    with pytest.raises(ExceptionGroup) as failed:
        fail()
    told = written(failed.value)
    assert "builtins.ValueError\nwhich led to\n" in told
    assert "test_logs.py" in told
    assert told.endswith("builtins.ExceptionGroup\nbuiltins.KeyError\nbuiltins.OSError 28")
    assert [leak for leak in LEAKS if leak in told] == []


async def test_a_database_that_refuses_quotes_no_row(store: Store) -> None:
    async def put(**values: object) -> str:
        try:
            async with store.sessions() as db, db.begin():
                await (await db.connection()).execute(sa.insert(Account).values(**row | values))
        except sa.exc.SQLAlchemyError as error:
            return written(error)
        raise AssertionError("it was taken")

    row: dict[str, Any] = {
        "channel": WORDS,
        "external_id": WORDS,
        "chat_id": 1,
        "since": MONDAY,
        "greeted": False,
    }
    async with store.sessions() as db, db.begin():
        await make.account(db, **row)
    for wrong in ({"chat_id": 2}, {"external_id": "x", "since": WORDS}):
        told = await put(**wrong)
        assert "sqlalchemy.exc." in told
        assert [leak for leak in LEAKS if leak in told] == []


async def test_a_conversation_in_which_everything_fails_gives_nobody_away(
    pipeline: Pipeline, chat_as: ChatAs, overheard: Overheard, sqlite_store: Store
) -> None:
    async def fail(message: Message) -> None:
        raise RuntimeError(message.text)

    router = Router(name=__name__)
    router.message()(fail)
    pipeline._dispatcher = dispatcher_of(router, errors.router)
    async with sqlite_store.sessions() as db, db.begin():
        db.add(Person(name="Nông Thị Mật", role=Role.CITIZEN, phone="0912345678"))
    chat = await chat_as()
    assert (await chat.say(WORDS)).endswith("mời anh/chị thử lại sau ít phút.")
    (told,) = [line for line in overheard.lines if "could not be answered" in line]
    assert told.endswith("\nbuiltins.RuntimeError")
    assert [leak for leak in LEAKS if leak in "\n".join(overheard.lines)] == []


async def test_a_task_that_nobody_waits_for_gives_nobody_away(overheard: Overheard) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.in_the_loop)
    loop.call_exception_handler({"message": WORDS, "exception": ValueError(WORDS)})
    assert overheard.lines == ["ERROR bot.logs: a task failed unseen\nbuiltins.ValueError"]


def test_libraries_are_heard_from_warnings_on_and_the_end_is_told_without_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    handlers, hook = logging.getLogger().handlers[:], sys.excepthook
    try:
        logs.set_up("DEBUG")
        logging.getLogger("aiosqlite").debug(WORDS)
        logging.getLogger("websockets.server").info(WORDS)
        logging.getLogger("bot.push").debug("said")
        sys.excepthook(ValueError, ValueError(WORDS), None)
    finally:
        logging.getLogger().handlers[:] = handlers
        logs.speak_from(logging.NOTSET)
        sys.excepthook = hook
    told = capsys.readouterr().err
    assert "DEBUG bot.push: said\n" in told
    assert told.endswith("CRITICAL bot.logs: the program ends\nbuiltins.ValueError\n")
    assert [leak for leak in LEAKS if leak in told] == []
