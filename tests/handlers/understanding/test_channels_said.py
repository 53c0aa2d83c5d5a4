"""Which channel is named, and whether it is wanted."""

import pytest

from handlers.understanding import understand
from handlers.understanding.asked import Asked, Question
from tests.handlers.understanding.office import LEXICON, NOW, OFFICER


def understood(words: str) -> Asked:
    return understand(words, now=NOW, viewer=OFFICER, lexicon=LEXICON)


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("nhắc tôi qua Zalo", "zalo"),
        ("nhac toi qua zalo nhe", "zalo"),
        ("gửi nhắc việc qua Telegram thôi", "telegram"),
        ("đừng nhắn Zalo nữa, nhắn Telegram", "telegram"),
        ("dung nhan zalo nua nhan telegram", "telegram"),
        ("nhắc việc ở zalo, đừng gửi telegram", "zalo"),
        ("chuyển nhắc việc từ Zalo sang Telegram", "telegram"),
        ("zalo trước rồi mới tới telegram", "zalo"),
        ("từ nay gửi nhắc việc qua zalo bot", "zalo_bot"),
        ("báo việc qua zalo oa", "zalo_oa"),
        ("tôi muốn được nhắc trên trang web", "web"),
        ("nhắc tôi ở đây", "here"),
        ("chị hay xài zalo, có gì nhắn zalo", "zalo"),
        ("đừng gửi nhắc việc qua Telegram nữa", "not telegram"),
        ("tắt thông báo zalo", "not zalo"),
        ("nhắn ở đâu tiện thì nhắn", "wherever"),
        ("nhắn kênh nào cũng được", "wherever"),
        ("không cần ưu tiên kênh nào", "wherever"),
        ("trả kênh nhắc việc về như cũ", "wherever"),
        ("gửi nhắc việc vào email cho tôi", "unknown"),
        ("tôi đang được nhắc ở đâu?", ""),
        ("nhắc việc của tôi đang tới zalo hay telegram, xem sao", ""),
        ("sao nhắc việc không vào zalo của tôi", ""),
        ("remind me on Zalo", "zalo"),
        ("stop writing on Zalo, use Telegram", "telegram"),
        ("don't message me on Zalo any more, write on Telegram", "telegram"),
        ("switch my reminders from Zalo to Telegram", "telegram"),
        ("notify me by telegram instead of zalo", "telegram"),
        ("no more reminders on Telegram", "not telegram"),
        ("write to me wherever is convenient", "wherever"),
        ("reset my reminder channel to the default", "wherever"),
        ("where am I reminded", ""),
        ("which channel do my reminders come on", ""),
    ],
)
def test_the_channel_that_is_wanted(words: str, channel: str) -> None:
    asked = understood(words)
    assert (asked.question, asked.slots.topic) == (Question.ACCOUNT_CHANNEL, channel)
    assert not asked.also


@pytest.mark.parametrize(
    "words",
    [
        "nhắc tôi 3 giờ chiều qua Zalo",
        "nhắc anh Tuấn qua zalo",
        "gửi công văn qua Zalo cho tôi",
        "chuyển hồ sơ sang zalo",
        "anh Tuấn có zalo không",
        "zalo",
    ],
)
def test_what_is_of_once_or_of_something_else_chooses_nothing(words: str) -> None:
    asked = understood(words)
    assert asked.question is not Question.ACCOUNT_CHANNEL or asked.slots.topic == ""


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("nhắc tôi lúc 3 giờ", Question.REMINDER_SNOOZE),
        ("mai nhắc lại", Question.REMINDER_SNOOZE),
        ("remind me at 3", Question.REMINDER_SNOOZE),
        ("kết nối Zalo", Question.ACCOUNT_PAGE),
        ("connect my Telegram", Question.ACCOUNT_PAGE),
        ("đăng xuất Zalo", Question.ACCOUNT_LEAVE),
        ("ngắt kết nối telegram của tôi", Question.ACCOUNT_LEAVE),
        ("sign out of zalo", Question.ACCOUNT_LEAVE),
        ("zalo nào đang liên kết với tôi", Question.ACCOUNT_LIST),
        ("tôi bị mất zalo", Question.ACCOUNT_LOST),
        ("lúc tôi vắng thì nhắc chị Hoa", Question.LEAVE_SET),
        ("sáng mai sẽ nhắc những ai", Question.REMINDER_REHEARSAL),
        ("ai chưa nhận được nhắc việc", Question.REMINDER_UNDELIVERED),
        ("đã nhận nhắc việc", Question.DOCUMENT_ACKNOWLEDGE),
        ("send my reminders to Hoa while I am away", Question.LEAVE_SET),
    ],
)
def test_what_looks_alike_stays_another_question(words: str, question: Question) -> None:
    assert understood(words).question is question
