"""Files as people have them: encodings, delimiters, several sheets; and a kind no to the rest."""

import codecs
import unicodedata
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.data.imports import reading
from bot.data.imports.encodings import looks_typed_in_an_old_font, text_of
from bot.data.imports.headers import Knows
from bot.data.imports.reading import Table
from handlers.imports.outcome import UnreadableError
from tests.bot.data.imports.sheets import INCOMING, RIGHT, checked, workbook

WORDS = "Số đến;Trích yếu nội dung, đường Điện Biên Phủ"
VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)


def read(name: str, content: bytes) -> Table:
    return reading.read(name, content, knows=Knows({}))


def refused(name: str, content: bytes) -> str:
    with pytest.raises(UnreadableError) as why:
        read(name, content)
    return why.value.text_id


def in_1258(text: str) -> bytes:
    """As Windows writes it: the tone as a letter of its own where there is no letter with it."""
    written = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            base, marks = apart[0], apart[1:]
            tones = "".join(one for one in marks if one in "\u0300\u0301\u0303\u0309\u0323")
            shape = "".join(one for one in marks if one not in tones)
            written += (unicodedata.normalize("NFC", base + shape) + tones).encode("cp1258")
    return written


@pytest.mark.parametrize(
    "content",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        in_1258(WORDS),
        unicodedata.normalize("NFD", WORDS).encode(),
    ],
    ids=["utf-8", "BOM", "utf-16", "utf-16-be", "without BOM", "1258", "decomposed"],
)
def test_words_come_out_the_same_of_every_encoding(content: bytes) -> None:
    assert text_of(content) == WORDS


@given(st.text(VIETNAMESE + VIETNAMESE.upper() + " ,0123456789", min_size=1))
def test_whatever_is_written_in_windows_1258_is_read_so(text: str) -> None:
    content = in_1258("Đường " + text)
    assert text_of(content) == unicodedata.normalize("NFC", "Đường " + text)


def test_the_fonts_of_old_are_refused_kindly() -> None:
    # “Số đến;Trích yếu;Cơ quan ban hành;Ngày đến” in TCVN3.
    old = "Sè ®Õn;TrÝch yÕu;C¬ quan ban hµnh;Ngµy ®Õn\n1;V/v ®iÒu ®éng;UBND x·;1".encode("latin-1")
    assert refused("so.csv", old) == "import-old-font"
    sheet = workbook(("Sè ®Õn", "TrÝch yÕu", "C¬ quan ban hµnh", "Ngµy ®Õn"), ("1", "®iÒu ®éng"))
    assert refused("so.xlsx", sheet) == "import-old-font"


def test_words_spelt_in_either_way_are_no_old_font() -> None:
    words = "Báo cáo toàn tỉnh, hoà bình, xoá nhà tạm, toà án, khoá học ngoài giờ"
    assert not looks_typed_in_an_old_font(words)
    assert not looks_typed_in_an_old_font("hoà, toàn, ngoài, khoán, xoá")
    assert looks_typed_in_an_old_font("Soá ñeán, Ngaøy ñeán, Cô quan ban haønh")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in (INCOMING, RIGHT)]
    found = checked("so.csv", "\n".join(lines).encode())
    assert (found.problems, len(found.rows)) == ([], 1)


def test_a_line_that_names_the_delimiter_is_a_row_of_the_file() -> None:
    bad = ";".join(("x", *RIGHT[1:]))
    found = checked("so.csv", f"sep=;\n{';'.join(INCOMING)}\n{bad}\n".encode())
    assert [(one.row, one.letter) for one in found.problems] == [(3, "A")]


def test_the_sheet_with_the_register_is_found_among_others() -> None:
    book = Workbook()
    book.worksheets[0].append(["Bìa", "Năm"])
    book.create_sheet("So den").append(list(INCOMING))
    book["So den"].append(list(RIGHT))
    content = BytesIO()
    book.save(content)
    assert read("so.xlsx", content.getvalue()).sheet == "So den"


def packed(name: str, size: int) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"0" * size)
    return content.getvalue()


def test_other_files_are_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused("so.xls", b"\xd0\xcf\x11\xe0") == "import-other-kind"
    assert refused("so.docx", packed("word/document.xml", 9)) == "import-other-kind"
    assert refused("so.xlsx", b"PK broken") == "import-not-a-table"
    assert refused("so.xlsx", packed("xl/workbook.xml", 9)) == "import-not-a-table"
    assert refused("so.xlsx", workbook()) == "import-empty"
    assert refused("so.csv", b"") == "import-empty"
    monkeypatch.setattr(reading, "MOST_UNPACKED", 1000)
    assert refused("so.xlsx", packed("xl/workbook.xml", 1001)) == "import-too-big"
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)
    assert refused("so.csv", b"1" * 1001) == "import-too-big"
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    assert refused("so.csv", b"a;b\n" * 4) == "import-too-many-rows"
