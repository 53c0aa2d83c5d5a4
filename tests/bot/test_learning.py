"""What the phrases teach is learnt again when one was changed, before anybody is answered."""

import shutil
from pathlib import Path

import pytest

from bot import learning
from bot.learning import LearningError, learn_if_changed
from handlers.understanding import weights

COPIED = ("handlers", "scheduler", "storage")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what is learnt from and of what was learnt, as if it were the program."""
    for name in COPIED:
        shutil.copytree(learning.ROOT / name, tmp_path / name)
    here = tmp_path / "handlers" / "understanding"
    monkeypatch.setattr(learning, "ROOT", tmp_path)
    monkeypatch.setattr(weights, "_LEARNT_FROM", (here, here.parent / "texts"))
    monkeypatch.setattr(weights, "HERE", here)
    monkeypatch.setattr(weights, "NAMES", here / "learnt" / "names.json")
    monkeypatch.setattr(weights, "NUMBERS", here / "learnt" / "weights.npz")
    return tmp_path


def few_phrases_are_left(copy: Path) -> None:
    """Of one noun in one language: what is to be learnt is learnt in no time."""
    for file in (copy / "handlers/texts").glob("*/*.txt"):
        if (file.parent.name, file.name) != ("vi", "office.txt"):
            file.unlink()


async def test_nothing_is_learnt_while_no_phrase_changes(copy: Path) -> None:
    names = copy / "handlers/understanding/learnt/names.json"
    before = names.stat().st_mtime_ns
    assert weights.are_fresh()
    await learn_if_changed()
    assert names.stat().st_mtime_ns == before


async def test_a_new_phrase_is_learnt(copy: Path) -> None:
    with (copy / "handlers/texts/vi/office.txt").open("a", encoding="utf-8") as file:
        file.write("\n[office.info]\nxin tọa độ trụ sở\n")
    assert not weights.are_fresh()
    few_phrases_are_left(copy)
    await learn_if_changed()
    assert weights.are_fresh()
    assert '"xin toa do tru so": "office.info"' in weights.NAMES.read_text("utf-8")


async def test_a_heading_that_names_no_question_stops_the_program_with_its_place(
    copy: Path,
) -> None:
    file = copy / "handlers/texts/vi/office.txt"
    file.write_text(f"[office.canteen]\ngiá cơm trưa\n{file.read_text('utf-8')}", "utf-8")
    with pytest.raises(LearningError, match=r"office\.txt, line 1: .* \[office\.canteen\]"):
        await learn_if_changed()
    assert not weights.are_fresh()
