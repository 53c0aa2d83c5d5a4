"""The phrase files: enough of them, and each understood as the question it stands under."""

from collections import Counter
from pathlib import Path

import pytest

from handlers.understanding import understand
from handlers.understanding.asked import Asked, Question
from handlers.understanding.phrases import EXAMPLES, Phrase, all_phrases
from tests.handlers.understanding.office import NOW, STRANGER

PHRASES = list(all_phrases())


@pytest.mark.parametrize(("language", "least"), [("vi", 40), ("en", 15)])
def test_every_question_has_enough_phrases(language: str, least: int) -> None:
    counts = Counter(phrase.question for phrase in PHRASES if phrase.language == language)
    assert {question for question in Question if counts[question] < least} == set()


def test_no_phrase_stands_twice() -> None:
    counts = Counter((phrase.language, phrase.written) for phrase in PHRASES)
    assert [phrase for phrase, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("question", Question)
def test_every_phrase_is_understood_as_its_own_question(question: Question) -> None:
    misunderstood = {
        phrase.written: asked.question
        for phrase in PHRASES
        if phrase.question is question
        and (asked := understood(phrase)).question is not phrase.question
    }
    assert misunderstood == {}


def understood(phrase: Phrase) -> Asked:
    return understand(phrase.said, now=NOW, viewer=STRANGER, lexicon=EXAMPLES)


def test_a_file_is_read_by_its_headings_without_its_comments(tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "noun.txt").write_text(
        "# what this is\nbefore any heading\n[help]\n\ngiúp tôi  # a remark\n"
        "[greeting]\nchào {em}\n",
        encoding="utf-8",
    )
    read = list(all_phrases(tmp_path))
    assert [(p.question, p.said, p.language) for p in read] == [
        (Question.HELP, "giúp tôi", "vi"),
        (Question.GREETING, "chào em", "vi"),
    ]
