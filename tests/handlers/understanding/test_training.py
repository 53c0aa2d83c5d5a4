"""What is learnt from phrases: the same each time, in plain numbers, and told to its writer."""

from pathlib import Path

import numpy as np
import pytest

from handlers.understanding import classifier, training, weights
from handlers.understanding.asked import Question
from handlers.understanding.phrases import Phrase, all_phrases, compared

ASKED = (Question.MEETING_SCHEDULE, Question.DOCUMENT_OVERDUE, Question.OFFICE_INFO)
PHRASES = [phrase for phrase in all_phrases() if phrase.question in ASKED]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where what is learnt here is kept."""
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    monkeypatch.setattr(weights, "NAMES", tmp_path / "names.json")
    monkeypatch.setattr(weights, "NUMBERS", tmp_path / "weights.npz")
    return tmp_path


def test_the_same_phrases_teach_the_same() -> None:
    one, other = training.learn(PHRASES), training.learn(PHRASES)
    assert np.array_equal(one.weights.coefficients, other.weights.coefficients)
    assert one.guessed == other.guessed
    assert set(one.weights.questions) == set(ASKED)


def test_what_was_learnt_is_read_back_as_it_was(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt = training.learn(PHRASES)
    weights.save(learnt.weights, ["vi: một câu khó"])
    assert sorted(file.name for file in kept.iterdir()) == ["names.json", "weights.npz"]
    read = weights.weights.__wrapped__()
    assert read.questions == learnt.weights.questions
    assert read.columns == learnt.weights.columns
    assert (read.as_written, read.frames) == (learnt.weights.as_written, learnt.weights.frames)
    assert np.allclose(read.coefficients.T, learnt.weights.coefficients, atol=0.02, rtol=1e-3)
    assert weights.misread() == ["vi: một câu khó"]
    assert weights.are_fresh()

    monkeypatch.setattr(classifier, "weights", lambda: read)
    likely = classifier.likely(compared("lịch họp của lãnh đạo sáng mai thế nào"))
    assert max(likely, key=likely.__getitem__) is Question.MEETING_SCHEDULE
    assert sum(likely.values()) == pytest.approx(1)
    assert sum(classifier.likely([]).values()) == pytest.approx(1)


def test_nothing_was_misread_before_anything_was_learnt(kept: Path) -> None:
    assert weights.misread() is None
    assert not weights.are_fresh()
    assert list(kept.iterdir()) == []


def test_a_phrase_under_the_wrong_question_is_told_to_its_writer() -> None:
    wrong = Phrase(
        question=Question.OFFICE_INFO, written="văn bản quá hạn của tôi hôm nay", language="vi"
    )
    guess, sure = training.learn([*PHRASES, wrong]).guessed[wrong]
    assert guess is Question.DOCUMENT_OVERDUE
    misread = {"vi: văn bản quá hạn của tôi hôm nay": (f"office.info → {guess}", sure)}
    lines = training.told(100, misread, before=[])
    assert lines[0] == "100 phrases learnt; 99.0% would be understood unseen."
    assert "văn bản quá hạn của tôi hôm nay   office.info → document.overdue" in lines[-1]


def test_only_what_is_new_and_sure_is_told() -> None:
    misread = {"vi: mới": ("a → b", 0.9), "vi: cũ": ("a → b", 0.9), "vi: ngờ": ("a → b", 0.5)}
    assert training.told(100, misread, before=["vi: cũ"])[2:] == ["  vi: mới   a → b"]
    assert training.told(100, misread, before=None)[1:] == []
