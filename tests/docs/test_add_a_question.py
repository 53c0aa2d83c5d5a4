"""docs/add-a-question.md, taken at its word: a copy of the program with what stands there."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "add-a-question.md"
COPIED = ("bot", "handlers", "scheduler", "storage", "tests")
SHOWN_BY = (
    "tests/handlers/office/test_unit_count.py",
    "tests/test_house.py::test_both_languages_have_the_same_texts_with_the_same_facts",
    "tests/test_house.py::test_every_text_that_is_said_exists",
    "tests/handlers/understanding/test_phrases.py"
    "::test_every_phrase_is_understood_as_its_own_question",
)
BLOCK = re.compile(r"^```(?P<kind>\w+) (?P<file>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> Iterator[tuple[str, str, str]]:
    """What kind of block, of which file, and what stands in it."""
    for block in BLOCK.finditer(PAGE.read_text("utf-8")):
        yield block["kind"], block["file"], block["text"]


def changed(text: str, difference: str) -> str:
    """A file with a difference applied; it must fit in one place."""
    lines = difference.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(before) == 1, f"not once in the file:\n{before}"
    return text.replace(before, after)


def follow(copy: Path) -> None:
    """Do what the page says: change, add to a file, or write a new one."""
    for kind, name, text in blocks():
        file = copy / name
        if kind == "diff":
            file.write_text(changed(file.read_text("utf-8"), text), "utf-8")
        elif file.exists():
            file.write_text(f"{file.read_text('utf-8').rstrip()}\n\n{text}", "utf-8")
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            (file.parent / "__init__.py").touch()
            file.write_text(text, "utf-8")


def copy_to(folder: Path) -> None:
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)


@pytest.mark.acceptance
def test_who_follows_the_page_gets_what_it_promises(tmp_path: Path) -> None:
    copy_to(tmp_path)
    follow(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SHOWN_BY],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_page_shows_every_kind_of_change() -> None:
    kinds = [kind for kind, _, _ in blocks()]
    assert kinds.count("diff") >= 3
    assert {"python", "fluent", "text"} <= set(kinds)
