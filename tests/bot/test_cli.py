"""The commands of `python -m bot`, typed as an IT officer types them."""

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from storage.migrate import known_revisions
from tests.bot.commands import Refused, typed

MONDAY_MORNING = "2026-11-16T08:00"
DEMO = "BẢN TRÌNH DIỄN, số liệu không có thật."
pytestmark = pytest.mark.usefixtures("folder")


def test_a_question_is_answered_with_its_buttons_by_number() -> None:
    answer = typed("ask", "--at", MONDAY_MORNING, "--as", "chuyen-vien", "văn bản quá hạn của tôi")
    assert answer[:3] == [DEMO, "", "Đồng chí có 3 văn bản quá hạn."]
    assert answer[-1] == "[1]  [2]  [3]"


def test_as_json_a_question_is_one_object_with_what_was_understood() -> None:
    (line,) = typed(
        "ask", "--json", "--at", MONDAY_MORNING, "--as", "chanh-van-phong", "lịch họp ngày mai"
    )
    reply = json.loads(line)
    assert reply.keys() == {"text", "buttons", "pictures", "files", "question", "slots"}
    assert reply["text"].startswith(DEMO)
    assert reply["question"] == "meeting.schedule"
    when = reply["slots"]["when"]
    assert (when["start"], when["end"], when["grain"]) == (
        "2026-11-17T00:00:00+07:00",
        "2026-11-18T00:00:00+07:00",
        "day",
    )
    assert reply["pictures"] == []


def test_lines_are_one_conversation_in_which_a_number_presses_a_button() -> None:
    asked = typed("ask", "--json", "-", lines="trợ giúp\n\n1\n99\n")
    help_, pressed, typed_number = map(json.loads, asked)
    assert help_["text"].startswith(DEMO)
    assert help_["buttons"][0] == "Hồ sơ của tôi"
    assert (pressed["question"], pressed["slots"]) == ("dossier.status", {"mine": True})
    assert DEMO not in pressed["text"]
    assert typed_number["question"] != "help"


def test_lines_are_understood_one_by_one_in_their_order() -> None:
    lines = "trước thứ 6 tuần sau\n\nlịch anh Tuấn\n"
    first, empty, second = map(
        json.loads, typed("understand", "--at", MONDAY_MORNING, "--json", "-", lines=lines)
    )
    assert first["slots"]["date"] == {
        "start": None,
        "end": "2026-11-27T00:00:00+07:00",
        "grain": "span",
    }
    assert (empty["text"], empty["slots"]) == ("", {})
    assert second["question"] == "meeting.schedule"
    assert [one["name"] for one in second["slots"]["person"]] == ["Lương Đình Tuấn"]


def test_one_line_is_understood_as_somebody_types_it() -> None:
    told = typed("understand", "--as", "chuyen-vien", "--at", MONDAY_MORNING, "văn bản phòng mình")
    assert json.loads("\n".join(told))["slots"] == {"whose": "unit"}


def test_a_chat_goes_on_until_an_empty_line() -> None:
    said = "\n".join(typed("chat", "--at", MONDAY_MORNING, lines="trợ giúp\n1\n\ntrợ giúp\n"))
    assert said.count("> ") == 3
    assert "[1] Hồ sơ của tôi" in said
    assert "Anh/Chị có 4 hồ sơ chưa kết thúc:" in said


def test_a_chat_ends_with_the_end_of_what_is_typed() -> None:
    assert typed("chat", lines="") == ["> "]


def test_who_is_asked_for_by_name_or_short_title() -> None:
    for who in ("Bùi Thị Lan", "bui thi lan", "32"):
        (line,) = typed("ask", "--json", "--as", who, "--at", MONDAY_MORNING, "tôi là ai")
        assert json.loads(line)["text"]


def test_somebody_who_is_not_there_is_told_who_is(refused: Refused) -> None:
    assert refused("ask", "--as", "Nguyễn Không Có", "chào") == (
        "--as Nguyễn Không Có: the store has nobody called so; "
        "try citizen, chuyen-vien, van-thu, truong-phong, chanh-van-phong.\n"
    )


def test_a_chat_with_somebody_who_is_not_there_is_refused_alike(refused: Refused) -> None:
    assert refused("chat", "--as", "Nguyễn :100: Có").startswith("--as Nguyễn :100: Có: ")


def test_a_moment_that_cannot_be_read_is_told_how_to_write_it(refused: Refused) -> None:
    assert refused("ask", "--at", "mai", "chào") == "--at mai: write it as 2026-11-25T08:00.\n"


def test_who_would_be_reminded_of_what_and_why() -> None:
    *lines, total = typed("remind", "--dry-run", "--at", "2026-11-16T07:30")
    assert (
        "– 07:30 thứ Hai 16/11/2026 · bản tin sáng · 330/BC-SKHCN quá hạn từ thứ Tư 28/10/2026 "
        "· lý do: người đang xử lý; đã quá hạn, nhắc đến khi xong"
    ) in lines
    heading = next(at for at, line in enumerate(lines) if line.startswith("Bùi Thị Lan: "))
    assert "330/BC-SKHCN" in lines[heading + 1]
    told = [line for line in lines if line.startswith("– ")]
    assert total.endswith(f"{len(told)} dòng. Chỉ diễn tập, không gửi và không ghi gì.")
    assert typed("notices", "--missing") == ["Không có lời nhắc nào chưa tới nơi."]
    assert typed("notices", "--day", "2026-11-16", "--person", "Bùi Thị Lan") == [
        "Không có lời nhắc nào."
    ]


def test_the_budget_of_a_channel_is_set_listed_and_lifted() -> None:
    line = (
        "telegram · mỗi ngày · tối đa 90 tin, trong đó dự phòng 10 cho hỏa tốc, thượng khẩn "
        "· đã gửi 0"
    )
    assert typed("budgets", "set", "telegram", "day", "90", "--reserve", "10") == [
        f"Đã đặt hạn mức: {line}"
    ]
    assert typed("budgets") == typed("budgets", "list") == [line]
    assert typed("budgets", "remove", "telegram", "day") == ["Đã bỏ hạn mức của telegram."]
    assert typed("budgets") == ["Chưa kênh nào có hạn mức: gửi không giới hạn."]


def test_reminders_are_not_sent_by_hand(refused: Refused) -> None:
    assert refused("remind") == ("Reminders are sent by `run` alone; add --dry-run to list them.\n")


def test_a_store_that_is_up_to_date_is_left_alone() -> None:
    newest = known_revisions()[-1]
    assert typed("db", "upgrade") == [f"Cơ sở dữ liệu đã ở phiên bản {newest}. Không cần sao lưu."]


def test_a_year_is_counted_back_from_the_records() -> None:
    counted = typed("report", "--year", "2026")
    assert counted[0] == "BÁO CÁO SỐ LIỆU NĂM 2026"
    assert any("văn bản đến" in line for line in counted)


def test_a_demonstration_of_another_day_is_moved_on(folder: Path) -> None:
    assert typed("demo") == [f"Đã nạp Văn phòng trình diễn vào {folder}/office.db."]


def test_what_cannot_be_filled_or_counted_is_one_sentence(
    refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused("demo", "--office-year", "lang-son-2020") == (
        "This store already holds “demo” and cannot hold “lang-son-2020” too; "
        "choose an empty one.\n"
    )
    assert refused("report", "--year", "2020", "--office-year", "hà-nội-2020") == (
        "There is no office year “hà-nội-2020”; there are lang-son-2020, vinh-long-2016.\n"
    )
    monkeypatch.delenv("OFFICE_DATABASE_URL")
    assert refused("report", "--year", "2026") == (
        "There is no store at data/demo.db; open it once.\n"
    )


def test_a_wrong_setting_is_one_sentence(refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_BRIEF_TIME", "sáng")
    assert refused("run").startswith("OFFICE_BRIEF_TIME: ")


def test_without_a_command_the_commands_are_listed() -> None:
    listed = CliRunner().invoke(cli.cli, []).output
    assert "remind" in listed


def test_how_much_is_said_where_is_listed_and_changed_by_a_command() -> None:
    asked = ("ask", "--at", MONDAY_MORNING, "--as", "chuyen-vien", "văn bản quá hạn của tôi")
    in_full = typed(*asked)
    assert typed("exposure", "set", "console", "documents", "officer", "brief") == [
        "console documents officer: brief"
    ]
    listed = [line.split() for line in typed("exposure", "list")]
    assert ["console", "documents", "full", "brief*", *["full"] * 4] in listed
    assert ["telegram", "documents", "full", *["brief"] * 5] in listed
    brief = "\n".join(typed(*asked))
    assert "Trên kênh này trợ lý chỉ nêu số, ký hiệu và ngày." in brief
    assert "Mở trang của Văn phòng: http://127.0.0.1:8080/#hoi=" in brief
    typed("exposure", "set", "console", "documents", "officer", "default")
    assert typed(*asked) == in_full


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("telegramm documents officer brief", "There is no channel telegramm; known are: "),
        ("telegram papers officer brief", "There is no noun papers; known are: meetings, "),
        ("telegram documents office brief", "There is no role office; known are: citizen, "),
        ("telegram documents officer much", "There is no level much; known are: full, "),
        ("telegram meetings officer full", "telegram meetings officer: what is internal may not"),
        ("web documents officer none", "web documents officer: this is the office's own page"),
    ],
)
def test_a_cell_that_there_is_not_is_told_which_there_are(
    refused: Refused, cell: str, why: str
) -> None:
    assert refused("exposure", "set", *cell.split()).startswith(why)


def test_a_table_that_names_no_channel_of_ours_refuses_to_start(
    refused: Refused, folder: Path
) -> None:
    with sqlite3.connect(folder / "office.db") as store:
        store.execute("INSERT INTO exposure VALUES ('telegrm', 'documents', 'officer', 'full')")
    store.close()
    refusal = refused("ask", "chào")
    assert "“telegrm” as channel of exposure" in refusal
    assert typed("exposure", "set", "telegrm", "documents", "officer", "default")
    assert typed("ask", "chào")


def test_who_looked_at_a_dossier_is_listed_and_that_look_is_kept() -> None:
    asked = typed("ask", "hồ sơ của tôi đến đâu rồi", "--as", "chuyen-vien", "--at", MONDAY_MORNING)
    code = next(word for word in " ".join(asked).split() if ".H37" in word or "H37." in word)
    code = code.strip("[]:,.")
    first = typed("audit", "--item", code)
    assert first[0] == f"Nhật ký ghi 1 lượt với <b>{code}</b>, mới nhất ở trên:"
    assert "· xem ·" in first[1]
    assert typed("audit", "--item", code)[1].split(" · ")[2] == "xem nhật ký này"
    assert typed("audit", "--item", code, "--since", "2030-01-01")[0].startswith(
        "Nhật ký chưa ghi lượt nào"
    )


def test_what_is_no_code_of_a_record_is_told(refused: Refused) -> None:
    assert refused("audit", "--item", "hôm nay").startswith("--item hôm nay: this is no code of")
    assert refused("audit", "--item", "1/SYT-NVY", "--since", "hôm qua") == (
        "--since hôm qua: write it as 2026-11-01.\n"
    )


def test_the_usual_steps_are_shown_with_their_reasons() -> None:
    lines = typed("ladder")
    assert lines[:3] == [
        "Văn bản (bậc thường dùng):",
        "– người xử lý: trước hạn 5 ngày làm việc · lý do: còn đủ thời gian xử lý và trình ký",
        "– người xử lý: trước hạn 2 ngày làm việc · lý do: cần hoàn thành trong hai ngày",
    ]
    assert typed("ladder", "list") == lines


def test_a_step_is_set_removed_and_the_usual_ones_come_back() -> None:
    usual = typed("ladder")
    own = "– người xử lý: trước hạn 7 ngày làm việc · lý do: quy chế, điều 12"
    step = ("document", "holder", "--days=-7")
    assert typed("ladder", "set", *step, "--reason", "quy chế, điều 12") == [
        "Đã đặt bậc nhắc:",
        own,
    ]
    now = typed("ladder")
    assert now[0] == "Văn bản (bậc do Văn phòng đặt):"
    assert [line for line in now if line not in usual] == [now[0], own]
    assert len(now) == len(usual) + 1
    typed("ladder", "remove", *step)
    assert own not in typed("ladder")
    typed("ladder", "usual", "document")
    assert typed("ladder") == usual


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("set", "meeting", "holder", "--days=1", "--reason", "x"), "meeting has no due day"),
        (
            ("set", "document", "head", "--days=-2", "--reason", "x"),
            "The head hears of what is late",
        ),
        (("set", "document", "holder", "--days=-90", "--reason", "x"), "too far away"),
        (("set", "document", "holder", "--days=-3", "--reason", " "), "--reason: say why"),
        (("remove", "document", "holder", "--days=-9"), "There is no step document holder"),
    ],
)
def test_a_step_that_cannot_be_is_refused(
    refused: Refused, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refused("ladder", *words)
