"""From a sentence to the question and what it is about."""

import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding import understand
from handlers.understanding.asked import Asked, Lexicon, Question
from handlers.understanding.normalise import fold
from tests.handlers.understanding.office import LEXICON, NOW, OFFICER, STRANGER
from tests.handlers.understanding.sentences import SENTENCES


def asked(words: str) -> Asked:
    return understand(words, now=NOW, viewer=OFFICER, lexicon=LEXICON)


def slots_of(got: Asked, expected: dict[str, Any]) -> dict[str, Any]:
    """The expected slots as they came out, a time by when it starts."""
    slots = {name: getattr(got.slots, name) for name in expected}
    if slots.get("when") is not None:
        to_the_hour = "T" in str(expected["when"])
        slots["when"] = slots["when"].start.strftime("%Y-%m-%dT%H" if to_the_hour else "%Y-%m-%d")
    return slots


@pytest.mark.parametrize(("words", "question", "slots"), SENTENCES)
def test_a_sentence_is_understood(words: str, question: Question, slots: dict[str, Any]) -> None:
    got = asked(words)
    assert (got.question, slots_of(got, slots)) == (question, slots)


@pytest.mark.parametrize("words", [words for words, _, _ in SENTENCES])
def test_without_diacritics_it_is_the_same_question(words: str) -> None:
    assert asked(fold(words)).question is asked(words).question


@pytest.mark.parametrize(
    "words",
    [
        "xóa lịch họp chiều mai giùm anh",
        "xóa văn bản 812 khỏi sổ",
        "hủy nhắc việc",
        "xóa nhắc việc của tôi",
        "xóa hồ sơ của tôi",
        "hủy hồ sơ đã nộp",
        "rút đơn khiếu nại của tôi",
        "muốn xóa thế chấp nhà đất thì làm sao",
        "xóa án tích cần giấy tờ gì",
        "sửa tên trên giấy khai sinh của con tôi",
        "hồ sơ của tôi bị sai tên",
        "i want to withdraw the application",
        "delete my dossier",
        "cancel the meeting tomorrow",
    ],
)
def test_what_is_deleted_or_corrected_elsewhere_is_not_taken_for_ones_data(words: str) -> None:
    for typed in (words, fold(words)):
        assert not asked(typed).question.startswith("data.")


def test_two_about_as_likely_are_both_offered() -> None:
    got = asked("của phòng mình hết hạn rồi")
    assert {got.question, got.runner_up} == {
        Question.DOCUMENT_DUE_SOON,
        Question.DOCUMENT_OVERDUE,
    }


def test_a_plain_phrase_leaves_no_doubt() -> None:
    got = asked("văn bản quá hạn của tôi")
    assert got.confidence > 0.9
    assert got.runner_up is None


@pytest.mark.parametrize("words", ["xong 2", "hoàn tất 2", "hoan tat 2", "done with 2"])
def test_a_number_with_a_verb_is_an_order_of_staff_alone(words: str) -> None:
    got = understand(words, now=NOW, viewer=OFFICER, lexicon=LEXICON)
    assert (got.question, got.slots.numbers) == (Question.REMINDER_ACK, (2,))
    assert understand(words, now=NOW, viewer=STRANGER, lexicon=LEXICON).slots.numbers == ()


def test_an_impossible_code_is_not_handed_on() -> None:
    got = asked("hồ sơ H05.12-261316-0045 tới đâu rồi")
    assert (got.question, got.slots.dossier_code) == (Question.DOSSIER_STATUS, None)


def test_the_speakers_unit_is_the_viewers() -> None:
    mine = understand("văn bản quá hạn của phòng mình", now=NOW, viewer=STRANGER, lexicon=LEXICON)
    assert mine.slots.unit_id is None
    assert asked("văn bản quá hạn của phòng mình").slots.unit_id == OFFICER.unit_id


def test_it_understands_an_office_whose_people_it_does_not_know() -> None:
    got = understand("lịch chủ tịch tuần sau", now=NOW, viewer=STRANGER, lexicon=Lexicon())
    assert (got.question, got.slots.person_id) == (Question.MEETING_SCHEDULE, None)


@pytest.mark.parametrize(
    ("words", "language"),
    [("hôm nay có gì", "vi"), ("hom nay co gi", "vi"), ("what is on today", "en")],
)
def test_the_language_of_the_words_is_told(words: str, language: str) -> None:
    assert asked(words).language == language


def test_a_bare_code_keeps_the_habit() -> None:
    code = "H05.12-261116-0045"
    got = understand(code, now=NOW, viewer=STRANGER, lexicon=LEXICON, habit="en")
    assert got.language == "en"
    assert asked(code).language == "vi"


def test_asking_to_change_the_language_without_saying_which_names_none() -> None:
    got = asked("đổi ngôn ngữ")
    assert (got.question, got.slots.language) == (Question.LANGUAGE_SWITCH, None)


@pytest.mark.parametrize(
    "words",
    ["", " ", "\x00", "🙂🙂", "مرحبا كيف حالك", "\u202eabc", "?", "a" * 100_000, "hồ sơ " * 20_000],
)
def test_whatever_is_sent_gets_an_answer(words: str) -> None:
    assert 0 <= asked(words).confidence <= 1


def test_a_question_at_the_head_of_a_very_long_message_is_understood() -> None:
    got = asked("hồ sơ H05.12-261116-0045 tới đâu rồi " + "ạ" * 100_000)
    assert got.slots.dossier_code == "H05.12-261116-0045"


@given(st.text(max_size=80))
def test_it_never_fails(words: str) -> None:
    assert 0 <= asked(words).confidence <= 1


@given(st.lists(st.sampled_from([w for s, _, _ in SENTENCES for w in s.split()]), max_size=8))
def test_words_in_any_order_never_fail(words: list[str]) -> None:
    assert 0 <= asked(" ".join(words)).confidence <= 1


@given(
    words=st.sampled_from(["chiều mai có họp gì không", "lịch chủ tịch tuần sau", "mai có gì"]),
    weeks=st.integers(-50, 50),
)
def test_a_week_later_it_is_asked_of_a_week_later(words: str, weeks: int) -> None:
    apart = timedelta(weeks=weeks)
    now = asked(words)
    later = understand(words, now=NOW + apart, viewer=OFFICER, lexicon=LEXICON)
    assert now.slots.when is not None
    assert later.slots.when is not None
    assert later.question is now.question
    assert now.slots.when.start is not None
    assert later.slots.when.start == now.slots.when.start + apart


def test_understanding_loads_neither_messenger_nor_database() -> None:
    loads = "import sys, handlers.understanding; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", loads], capture_output=True, check=True).stdout
    for heavy in (b"'aiogram'", b"'sqlalchemy'", b"'sqlmodel'", b"'sklearn'", b"'scipy'"):
        assert heavy not in loaded
