"""What is printed on receipts is read again: by our own reader, and it leads to the dossier."""

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot import pictures, receipts
from bot.receipts import Door
from bot.settings import SettingsError
from handlers.texts import speak
from handlers.understanding import deep_links
from tests import cast
from tests.bot.commands import typed
from tests.camera import photo

CODE = "000.00.12.H37-261116-0045"
TELEGRAM = Door(page_url="https://troly.example.gov.vn", telegram_name="TroLyVanPhongBot")
PAGE = Door(page_url="https://troly.example.gov.vn/")
CODES = st.from_regex(
    re.compile(
        r"(\d{3}\.\d{2}\.)?[HGK]\d{2}(\.\d{2}){0,2}-2[0-6](0[1-9]|1[0-2])[01][1-9]-\d{4}", re.ASCII
    ),
    fullmatch=True,
)


def seen_on_a_photo(drawn: bytes) -> object:
    with Image.open(BytesIO(drawn)) as code:
        paper = code.convert("L").resize((300, 300))
    return pictures.look(BytesIO(photo(paper)), cast.NOW)


@pytest.mark.parametrize("door", [TELEGRAM, PAGE], ids=["Telegram", "our page"])
def test_a_printed_code_is_read_again_from_a_photo(door: Door) -> None:
    assert seen_on_a_photo(receipts.png(door.to(CODE))) == (CODE,)


def test_what_a_link_asks_is_the_dossier() -> None:
    start = TELEGRAM.to(CODE).partition("?start=")[2]
    assert deep_links.asked_by(f"/start {start}") == CODE
    assert unquote(PAGE.to(CODE)) == f"https://troly.example.gov.vn/#hoi={CODE}"
    assert TELEGRAM.to() == "https://t.me/TroLyVanPhongBot"
    assert PAGE.to() == "https://troly.example.gov.vn/"


@settings(deadline=None, max_examples=15)
@given(CODES, st.sampled_from([TELEGRAM, PAGE]))
def test_every_code_comes_back(code: str, door: Door) -> None:
    assert pictures.look(BytesIO(receipts.png(door.to(code))), cast.NOW) == (code,)


def test_the_drawing_for_paper_holds_the_same_code_and_nothing_from_elsewhere() -> None:
    drawn = receipts.svg(TELEGRAM.to(CODE)).decode()
    assert drawn.startswith("<?xml")
    assert "href" not in drawn


def test_the_sheet_for_the_counter_names_no_dossier_and_nobody() -> None:
    office = "Văn phòng UBND tỉnh <A & B>"
    sheet = receipts.counter_sheet(PAGE, office, speak("vi", cast.ZONE))
    assert "Trợ lý Văn phòng UBND tỉnh &lt;A &amp; B&gt;" in sheet
    assert "không gửi ảnh căn cước" in sheet
    assert "viewBox" in sheet
    assert not re.search(r"H\d\d", sheet)


def receipt(*words: str) -> list[str]:
    return typed("receipt", *words)


def test_the_command_writes_pictures_and_prints_the_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFICE_WEB_URL", "https://troly.example.gov.vn")
    told = receipt("000.00.12.h37 261116 0045", "--into", "in", "--counter")
    assert told == [
        f"Theo dõi hồ sơ: nhắn mã {CODE} cho Trợ lý Văn phòng UBND tỉnh (bản trình diễn), "
        "hoặc quét mã.",
        "Mã QR nằm trong thư mục in.",
    ]
    names = {file.name for file in (folder / "in").iterdir()}
    assert names == {f"{CODE}.svg", f"{CODE}.png", "counter.html"}
    assert seen_on_a_photo((folder / "in" / f"{CODE}.png").read_bytes()) == (CODE,)


def test_an_address_that_only_this_machine_opens_is_warned_of(folder: Path) -> None:
    assert "chỉ mở được trên máy này" in receipt(CODE)[-1]
    assert "chỉ mở được" not in "".join(receipt(CODE, "--telegram", "@TroLyVanPhongBot"))


@pytest.mark.parametrize("words", [("H37",), ("1234/UBND-KGVX",), (CODE, "abc"), ()])
def test_what_is_no_code_is_refused_and_nothing_is_written(
    folder: Path, words: tuple[str, ...]
) -> None:
    with pytest.raises(SettingsError):
        receipt(*words)
    assert not (folder / "receipts").exists()
