"""The commands about people of the office: linking them, and ending what they were linked to."""

import sqlite3
from pathlib import Path

import pytest

from tests.bot.commands import Refused, typed
from tests.bot.fake_telegram import TOKEN

LAN = "Bùi Thị Lan, Chuyên viên, Phòng Khoa giáo – Văn xã"
USELESS = "Mã này không dùng được."
pytestmark = pytest.mark.usefixtures("folder")


def code_for(person: str) -> str:
    return typed("link", "--person", person)[1]


def asked(words: str) -> str:
    """By somebody at the terminal whom nobody knows, until they type a code."""
    return "\n".join(typed("ask", words))


def acts(folder: Path) -> list[str]:
    """What the audit has of commands."""
    with sqlite3.connect(folder / "office.db") as store:
        rows = store.execute("SELECT act FROM auditentry WHERE channel = 'command' ORDER BY id")
        return [act for (act,) in rows]


def test_a_code_is_made_by_a_command_and_links_once(folder: Path) -> None:
    title, code, until, page, typed_in = typed("link", "--person", "bui thi lan")
    assert title == f"Mã liên kết của {LAN}:"
    assert until.startswith("Dùng một lần, đến ")
    assert page == f"Trên trang web: http://127.0.0.1:8080/#ma={code}"
    assert typed_in == "Hoặc gõ mã vào cuộc trò chuyện riêng với trợ lý."
    assert LAN in asked(code)
    [line] = typed("accounts")
    assert "Bùi Thị Lan · dòng lệnh trên máy chủ · liên kết " in line
    assert USELESS in asked(code)
    assert acts(folder) == ["account.code_made"]


def test_without_telegram_at_hand_the_code_is_given_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OFFICE_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("OFFICE_TELEGRAM_API_URL", "http://127.0.0.1:1")
    assert len(typed("link", "--person", "32")) == 5


def test_one_account_or_all_of_somebodys_are_ended_and_told(folder: Path) -> None:
    assert typed("accounts", "--person", "32") == ["Không có tài khoản nào đang liên kết."]
    asked(code_for("32"))
    [line] = typed("accounts", "--person", "32")
    number = line.split()[1]
    [ended] = typed("unlink", "--account", number)
    assert ended == f"Đã kết thúc: {line}"
    assert typed("unlink", "--person", "32") == ["Không có tài khoản nào đang liên kết."]
    with sqlite3.connect(folder / "office.db") as store:
        [words] = [row[0] for row in store.execute("SELECT words FROM message WHERE words != ''")]
    assert words.startswith("Tài khoản này đã kết thúc liên kết lúc ")
    assert "account.ended" in acts(folder)


def test_who_leaves_is_a_stranger_and_nothing_links_them_again(
    refused: Refused, folder: Path
) -> None:
    asked(code_for("32"))
    unused = code_for("32")
    typed("acting", "allow", "--secretary", "32", "--leader", "5")
    left, ended, *held = typed("leave", "--person", "Bùi Thị Lan")
    assert left == f"Đã ghi {LAN} không còn làm việc tại Văn phòng."
    assert ended.startswith("Tài khoản đã kết thúc liên kết: 1. ")
    assert held
    assert all(line.startswith("Còn giữ, cần giao người khác: ") for line in held)
    assert typed("accounts") == ["Không có tài khoản nào đang liên kết."]
    assert USELESS in asked(unused)
    assert typed("acting", "list") == ["Chưa ai được thay mặt ai."]
    assert refused("link", "--person", "32") == "--person 32: the office has nobody called so.\n"
    assert acts(folder)[-1] == "person.left"


def test_who_moves_is_linked_anew_in_the_new_unit(refused: Refused) -> None:
    asked(code_for("32"))
    moved, ended, *_held = typed(
        "move", "--person", "32", "--unit", "nc", "--role", "head", "--title", "Trưởng nhóm"
    )
    assert moved == (
        "Đã ghi nơi làm việc mới: Bùi Thị Lan, Trưởng nhóm, Phòng Nội chính. "
        "Người này cần mã liên kết mới."
    )
    assert ended.startswith("Tài khoản đã kết thúc liên kết: 1. ")
    assert typed("accounts") == ["Không có tài khoản nào đang liên kết."]
    assert "Trưởng nhóm, Phòng Nội chính" in asked(code_for("32"))
    assert refused("move", "--person", "32", "--unit", "XYZ") == (
        "--unit XYZ: the office has no unit with this code or name.\n"
    )
    assert refused("move", "--person", "32", "--unit", "NC", "--role", "office") == (
        "There is no role office; known are: admin, clerk, head, leader, officer.\n"
    )


def test_who_may_act_for_whom_is_listed_allowed_and_forbidden(
    refused: Refused, folder: Path
) -> None:
    pair = ("--secretary", "38", "--leader", "5")
    assert typed("acting", "allow", *pair) == [
        "Từ giờ Nguyễn Thị Hạnh được hỏi và trả lời thay mặt Nguyễn Văn Thịnh."
    ]
    assert typed("acting", "list") == [
        "Nguyễn Thị Hạnh được thay mặt Chánh Văn phòng Nguyễn Văn Thịnh"
    ]
    assert typed("acting", "forbid", *pair) == [
        "Từ giờ Nguyễn Thị Hạnh không thay mặt Nguyễn Văn Thịnh nữa."
    ]
    assert refused("acting", "forbid", *pair) == (
        "Nguyễn Thị Hạnh does not act for Nguyễn Văn Thịnh.\n"
    )
    for head_or_oneself in ("30", "38"):
        refusal = refused("acting", "allow", "--secretary", "38", "--leader", head_or_oneself)
        assert refusal.endswith("others act only for a leader of the office.\n")
    assert acts(folder) == ["acting.allowed", "acting.forbidden"]


def test_who_is_meant_must_be_clear(refused: Refused) -> None:
    assert refused("link", "--person", "Dũng").startswith(
        "--person Dũng: take a number: 3 (Trần Đức Dũng, Phó Chủ tịch UBND tỉnh"
    )
    assert refused("unlink") == (
        "Say whose accounts to end: --person, or one by its number: --account.\n"
    )


def test_whoever_is_named_sees_beforehand_who_will_be_reminded() -> None:
    question = ("ask", "--as", "van-thu", "sáng mai nhắc những ai")
    assert "dành cho lãnh đạo" in "\n".join(typed(*question))
    assert typed("watchers", "list")[0].startswith("Chưa cử ai")
    assert "xem trước được" in typed("watchers", "name", "--person", "Nguyễn Thị Hạnh")[0]
    assert typed("watchers", "list")[0].startswith("– Nguyễn Thị Hạnh")
    assert "dành cho lãnh đạo" not in "\n".join(typed(*question))
    assert "không xem trước" in typed("watchers", "dismiss", "--person", "Nguyễn Thị Hạnh")[0]
    assert "dành cho lãnh đạo" in "\n".join(typed(*question))
