"""Which dossiers in work are meant: late, due soon or waiting, and of which procedures."""

import pytest

from handlers.understanding.asked import Lexicon, Question
from handlers.understanding.intents import understand
from storage.viewer import Viewer
from tests import cast

TOPICS = {
    "hồ sơ quá hạn": "",
    "hồ sơ trợ cấp xã hội quá hạn": "trợ cấp xã hội",
    "ho so khai tu qua han": "khai tu",
    "hồ sơ quá hạn về lý lịch tư pháp": "lý lịch tư pháp",
    "hồ sơ môi trường sắp đến hạn": "soon, môi trường",
    "hồ sơ nào sắp trễ hẹn": "soon",
    "tuần này có hồ sơ nào đến hạn trả": "soon",
    "mấy hồ sơ đang chờ cơ quan khác": "waiting",
    "overdue land dossiers": "land",
    "hồ sơ quá hạn nhiều quá trời": "",
    "xem hồ sơ nào mình để chậm": "",
    "gần đây có hồ sơ nào trễ hẹn": "",
}


@pytest.mark.parametrize(("words", "topic"), TOPICS.items())
def test_the_topic_names_the_side_then_the_procedures(words: str, topic: str) -> None:
    asked = understand(words, now=cast.NOW, viewer=Viewer.office(), lexicon=Lexicon())
    assert (asked.question, asked.slots.topic) == (Question.DOSSIER_OVERDUE, topic)
