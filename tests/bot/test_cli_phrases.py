"""`python -m bot phrases`: what a clerk reads, copies and deletes."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot import cli
from handlers.understanding.phrases import all_phrases
from storage import unlearnt
from storage.engine import opened
from tests.bot.commands import typed
from tests.hands import MONDAY


@pytest.fixture(autouse=True)
def office(folder: Path) -> str:
    """The address of the store that the settings name."""
    return f"sqlite:///{folder}/office.db"


def phrases(*words: str) -> list[str]:
    return typed("phrases", *words)


def heard(address: str) -> None:
    async def keep() -> None:
        async with opened(address) as store, store.sessions() as db, db.begin():
            for words, by_officer, times in (
                ("máy in hỏng thì nhờ bác nào sửa", True, 1),
                ("ông <tên> <số> là ai", False, 3),
            ):
                for _ in range(times):
                    await unlearnt.keep(
                        db, words, language="vi", by_officer=by_officer, day=MONDAY.date()
                    )

    asyncio.run(keep())


LISTED = [
    "# 2 · 3 lần · người dân · vi · từ thứ Hai 16/11/2026",
    "ông <tên> <số> là ai",
    "# 1 · 1 lần · cán bộ · vi · từ thứ Hai 16/11/2026",
    "máy in hỏng thì nhờ bác nào sửa",
]


def test_it_says_so_when_there_is_nothing() -> None:
    assert phrases() == ["Chưa có câu nào trợ lý không hiểu được lưu lại."]


def test_the_most_frequent_is_first_and_lines_are_deleted_by_their_number(office: str) -> None:
    heard(office)
    assert phrases() == LISTED
    assert phrases("--forget", "2") == ["Đã xóa 1 câu."]
    assert phrases() == LISTED[2:]
    heard(office)
    assert phrases("--forget", "all") == ["Đã xóa 2 câu."]
    assert len(phrases()) == 1


def test_the_list_can_be_copied_into_a_file_of_phrases_as_it_is(
    office: str, tmp_path: Path
) -> None:
    heard(office)
    file = tmp_path / "texts" / "vi" / "talk.txt"
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(["[out_of_scope]", *phrases()]), encoding="utf-8")
    assert [one.said for one in all_phrases(tmp_path / "texts")] == LISTED[1::2]


@pytest.mark.parametrize(
    ("which", "why"),
    [
        ("99", "Không có câu số 99. Xem danh sách: python -m bot phrases\n"),
        ("hết", "--forget hết: xin ghi số của câu trong danh sách, hoặc all. "),
    ],
)
def test_what_cannot_be_deleted_is_one_sentence(
    which: str, why: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["bot", "phrases", "--forget", which])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == cli.WRONG
    assert capsys.readouterr().err.startswith(why)
