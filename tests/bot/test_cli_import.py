"""`python -m bot import`: a whole file or nothing, told on the terminal."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import cli
from bot.settings import SettingsError
from tests.bot.data.imports.sheets import INCOMING, RIGHT, cells, workbook

UNITS = "Mã đơn vị;Tên đơn vị\nKGVX;Phòng Khoa giáo – Văn xã\n"


@pytest.fixture(autouse=True)
def office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OFFICE_DATABASE_URL", f"sqlite:///{tmp_path}/office.db")


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli, ["import", *words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_a_register_is_looked_at_imported_and_imported_again(tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(workbook(INCOMING, RIGHT))
    heading = "Tệp so.xlsx: sổ văn bản đến, 1 dòng.\n\n"
    looked = run("incoming", "so.xlsx", "--dry-run")
    assert looked.stdout == heading + "Nếu nhập: 1 mới, 0 đổi, 0 như cũ.\n"
    assert run("incoming", "so.xlsx").stdout == heading + "Đã nhập: 1 mới, 0 đổi, 0 như cũ.\n"
    again = run("incoming", "so.xlsx")
    assert again.stdout.endswith("đang có: 0 mới, 0 đổi, 1 như cũ.\n")
    assert again.exit_code == 0


def test_what_is_wrong_is_told_written_beside_it_and_nothing_is_imported(tmp_path: Path) -> None:
    (tmp_path / "dv.csv").write_text(UNITS, "utf-8")
    run("units", "dv.csv")
    wrong = ("x", *RIGHT[1:], "Phòng Khoa giáo")
    content = workbook((*INCOMING, "Đơn vị xử lý"), (*RIGHT, "KGVX"), wrong)
    (tmp_path / "so.xlsx").write_bytes(content)
    refused = run("incoming", "so.xlsx", "--errors", "loi.xlsx")
    assert refused.exit_code == 1
    assert "Dòng 3, cột A (Số đến): đọc được “x”" in refused.stdout
    assert "Gần nhất: KGVX (Phòng Khoa giáo – Văn xã)" in refused.stdout
    header, right, told = cells((tmp_path / "loi.xlsx").read_bytes())
    assert (header[-1], right[-1]) == ("Lỗi", None)
    assert told[:2] == ("x", RIGHT[1])
    assert "không phải số nguyên dương" in told[-1]
    assert "chưa có đơn vị" in told[-1]
    fixed = workbook((*INCOMING, "Đơn vị xử lý"), (*RIGHT, "KGVX"))
    (tmp_path / "so.xlsx").write_bytes(fixed)
    assert "Đã nhập: 1 mới" in run("incoming", "so.xlsx").stdout


def test_the_name_of_a_column_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(workbook(("Mã lưu", *INCOMING[1:], "Mã QR"), (*RIGHT, "9")))
    first = run("incoming", "so.xlsx", "--dry-run")
    assert "Chưa thấy cột: Số đến." in first.stdout
    assert "Cột chưa biết, sẽ không nhập: Mã lưu, Mã QR." in first.stdout
    assert "--map" in first.stdout
    assert (
        "Nếu nhập: 1 mới"
        in run("incoming", "so.xlsx", "--dry-run", "--map", "Mã lưu=Số đến").stdout
    )
    assert "Đã nhập: 1 mới" in run("incoming", "so.xlsx").stdout
    with pytest.raises(SettingsError, match="Mẫu không có cột “Số gì”"):
        run("incoming", "so.xlsx", "--map", "x=Số gì")
    with pytest.raises(SettingsError, match="--map cần viết là"):
        run("incoming", "so.xlsx", "--map", "Số đến")


def test_a_file_with_state_secrets_is_refused_without_a_word_of_it(tmp_path: Path) -> None:
    secret = (*RIGHT[:5], "Phương án X19 (Mật)")
    (tmp_path / "so.xlsx").write_bytes(workbook(INCOMING, ("x", *RIGHT[1:]), secret))
    refused = run("incoming", "so.xlsx", "--errors", "loi.xlsx")
    assert refused.exit_code == 1
    assert "Dòng 3, cột F (Trích yếu)" in refused.stdout
    assert "X19" not in refused.stdout
    assert not (tmp_path / "loi.xlsx").exists()


def test_an_empty_sheet_is_written_and_never_over_another(tmp_path: Path) -> None:
    assert run("--template", "days", "mau.xlsx").stdout == "Đã ghi mẫu trống vào mau.xlsx.\n"
    assert cells((tmp_path / "mau.xlsx").read_bytes())[0][:2] == ("Ngày", "Nghỉ hay làm việc")
    with pytest.raises(SettingsError, match="is there already"):
        run("--template", "days", "mau.xlsx")


def test_wrong_files_and_times_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="There is no file"):
        run("incoming", "khong-co.xlsx")
    (tmp_path / "so.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    assert "lưu lại dạng .xlsx" in run("incoming", "so.xls").stdout
    (tmp_path / "la.csv").write_text("a;b\n1;2\n", "utf-8")
    assert "chưa nhận ra đây là sổ gì" in run("incoming", "la.csv").stdout
    for moment, why in (("hôm qua", "write it as"), ("2999-01-01", "has not come yet")):
        with pytest.raises(SettingsError, match=why):
            run("incoming", "la.csv", "--as-of", moment)


def test_progress_of_a_large_file_is_told_beside_the_answer(tmp_path: Path) -> None:
    rows = [(number, *RIGHT[1:]) for number in range(1, 1_102)]
    (tmp_path / "so.xlsx").write_bytes(workbook(INCOMING, *rows))
    done = run("incoming", "so.xlsx")
    assert "Đã nhập: 1.101 mới" in done.stdout
    assert done.stderr.splitlines() == ["Đã đọc 1.000 dòng …", "Đã kiểm tra 1.000 dòng …"]
    assert "…" not in done.stdout


def test_a_state_against_the_order_is_imported_only_when_its_word_is_taken(tmp_path: Path) -> None:
    def export(state: str) -> None:
        header, code = "MaHoSo;ChuHoSo;KenhThucHien;TrangThaiHoSo", "H37.12-261116-0001"
        (tmp_path / "hs.csv").write_text(f"{header}\n{code};Nguyễn Ví Dụ;2;{state}\n", "utf-8")

    export("9")
    assert "hồ sơ một cửa, 1 dòng" in run("dossiers", "hs.csv").stdout
    export("4")
    refused = run("dossiers", "hs.csv", "--errors", "loi.xlsx")
    assert refused.exit_code == 1
    assert "Dòng 2, cột D (TrangThaiHoSo): trong trợ lý: đã có kết quả" in refused.stdout
    assert "xin thêm --accept-states" in refused.stdout
    assert "đang giải quyết" in cells((tmp_path / "loi.xlsx").read_bytes())[1][-1]
    taken = run("dossiers", "hs.csv", "--accept-states")
    assert (taken.exit_code, "Đã nhập: 0 mới, 1 đổi" in taken.stdout) == (0, True)
    assert "1 như cũ" in run("dossiers", "hs.csv").stdout
