"""What was understood, as programs read it."""

from typing import Any

import pytest

from handlers.understanding.explaining import explained
from tests.handlers.understanding.office import LEXICON, NOW, OFFICER


def said(words: str) -> dict[str, Any]:
    return explained(words, now=NOW, viewer=OFFICER, lexicon=LEXICON)


def test_every_slot_stands_with_its_name_and_its_place_in_the_text() -> None:
    typed = "Lịch  a Tuấn chiều thứ 5"
    explanation = said(typed)
    assert explanation.pop("confidence") > 0.9
    assert explanation == {
        "text": typed,
        "language": "vi",
        "question": "meeting.schedule",
        "runner_up": None,
        "slots": {
            "date": {
                "start": "2026-11-26T12:00:00+07:00",
                "end": "2026-11-26T18:00:00+07:00",
                "grain": "part",
            },
            "person": [{"id": 6, "name": "Lương Đình Tuấn"}],
        },
        "spans": {"person": [(6, 12)], "date": [(13, 24)]},
    }


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("trước thứ 6 tuần sau", {"date": {"start": None, "end": "2026-11-27T00:00:00+07:00",
                                           "grain": "span"}}),
        ("họp lúc 3h", {"date": {"start": "2026-11-21T15:00:00+07:00",
                                 "end": "2026-11-21T16:00:00+07:00", "grain": "hour",
                                 "assumed": True}}),
        ("hs H37.12-2611O3-0112", {"dossier_code": "H37.12-261103-0112",
                                   "repaired": ["dossier_code"]}),
        ("thủ tục 1.000948, gọi 0912 345 678", {"procedure": "1.000948", "phone": "0912345678"}),
        ("vb của phòng mình", {"whose": "unit"}),
        ("hồ sơ của tôi", {"whose": "me"}),
        ("lịch anh Dũng", {"person": [{"id": 9, "name": "Ngô Anh Dũng"},
                                      {"id": 10, "name": "Tô Minh Dũng"}]}),
        ("vb p kgvx", {"unit": [{"code": "KGVX", "name": "Phòng Khoa giáo – Văn xã"}]}),
        ("xin chào", {}),
    ],
)  # fmt: skip
def test_slots_that_nothing_was_said_for_are_left_out(words: str, slots: dict[str, Any]) -> None:
    assert said(words)["slots"] == slots


def test_all_of_several_times_are_told() -> None:
    slots = said("sáng thứ 2 và chiều thứ 3")["slots"]
    assert slots["date"] == slots["dates"][0]
    assert [one["start"][:10] for one in slots["dates"]] == ["2026-11-23", "2026-11-24"]


@pytest.mark.parametrize("words", ["", "?", "ok", "H37.12-261103-0112", "0912345678"])
def test_where_the_words_tell_no_language_none_is_told(words: str) -> None:
    assert said(words)["language"] is None
