"""The page that follows a message speaks of functions and files that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-a-message-is-answered.md").read_text("utf-8")
NAME = re.compile(r"`([A-Za-z_][\w.]*)(?:\([^`]*\))?`")
FILE = re.compile(r"`((?:bot|handlers|scheduler|storage)/[\w/.]+)`")
CODE = "\n".join(
    file.read_text("utf-8")
    for package in ("bot", "handlers", "scheduler", "storage")
    for file in (ROOT / package).rglob("*.py")
)


def test_the_code_has_every_name_on_the_page() -> None:
    names = {part for name in NAME.findall(PAGE) for part in name.split(".") if part}
    assert sorted(n for n in names if not re.search(rf"\b{n}\b", CODE)) == []


def test_every_file_on_the_page_is_there() -> None:
    assert [name for name in FILE.findall(PAGE) if not (ROOT / name).exists()] == []
