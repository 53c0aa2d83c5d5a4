"""“còn ngày mai?” · What is left out is what was asked before, for a quarter of an hour."""

import datetime as dt

import pytest
import pytest_asyncio

from handlers.understanding import understand
from handlers.understanding.asked import Asked, Question
from storage.engine import Store
from storage.models import Person
from storage.viewer import Role, Viewer
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.handlers.understanding.office import LEXICON, NOW, OFFICER
from tests.hands import Hands


@pytest_asyncio.fixture
async def secretary(sqlite_store: Store) -> Person:
    """Somebody with a meeting on Monday the 16th and two on the day after."""
    async with sqlite_store.sessions() as db, db.begin():
        hoa = await make.person(db, "Trần Thị Hoa")
        dung = await make.person(db, "Vũ Quốc Dũng", Role.LEADER)
        await make.meeting(db, "2026-11-16 08:00", hoa, subject="Họp chi bộ")
        await make.meeting(
            db, "2026-11-17 08:00", hoa, subject="Họp cải cách hành chính", place="Phòng họp số 5",
            chair_id=dung.id,
        )  # fmt: skip
        await make.meeting(db, "2026-11-17 14:00", hoa, subject="Họp ngân sách", place="Hội trường")
    return hoa


async def test_a_day_alone_asks_the_same_of_another_day(chat_as: ChatAs, secretary: Person) -> None:
    chat = await chat_as(secretary)
    assert "Họp chi bộ" in await chat.say("lịch họp của tôi hôm nay")
    tomorrow = await chat.say("còn ngày mai thì sao")
    assert "Họp cải cách hành chính" in tomorrow
    assert "Họp ngân sách" in tomorrow
    assert "Họp chi bộ" in await chat.say("ý tôi là hôm nay")
    assert "Họp ngân sách" in await chat.say("what about tomorrow?")


async def test_one_of_the_lines_is_named_by_its_number_and_asked_more_of(
    chat_as: ChatAs, secretary: Person
) -> None:
    chat = await chat_as(secretary)
    await chat.say("lịch họp của tôi ngày mai")
    assert "Hội trường" in await chat.say("cái thứ 2 ở đâu")
    assert "Hội trường" in await chat.say("ở đâu?")
    await chat.say("lịch họp của tôi ngày mai")
    first = await chat.say("cuộc đầu tiên ai chủ trì")
    assert "Vũ Quốc Dũng" in first
    assert "Phòng họp số 5" in await chat.say("mấy giờ, ở đâu?")


async def test_another_unit_is_asked_the_same(chat_as: ChatAs, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        leader = await make.person(db, "Đặng Văn Hùng", Role.LEADER)
        for code, name in (("NC", "Phòng Nội chính"), ("KT", "Phòng Kinh tế")):
            unit = await make.unit(db, code, name=name)
            holder = await make.person(db, f"Lê {code} An", unit_id=unit.id)
            await make.document(
                db, f"1/{code}", unit_id=unit.id, holder_id=holder.id, due_on=dt.date(2026, 11, 12)
            )
    chat = await chat_as(leader)
    assert "1/NC" in await chat.say("văn bản quá hạn của phòng Nội chính")
    economy = await chat.say("thế của phòng Kinh tế?")
    assert "1/KT" in economy
    assert "1/NC" not in economy


async def ends(chat: Chat, words: str) -> bool:
    """Whether what follows is no longer taken for a schedule of that day."""
    await chat.say("lịch họp của tôi hôm nay")
    await chat.say(words)
    await chat.say("còn ngày mai thì sao")
    assert chat.conversation.turn
    assert chat.conversation.turn.asked
    return chat.conversation.turn.asked.question is not Question.MEETING_SCHEDULE


async def test_a_quarter_of_an_hour_ends_it(
    chat_as: ChatAs, secretary: Person, hands: Hands
) -> None:
    chat = await chat_as(secretary)
    await chat.say("lịch họp của tôi hôm nay")
    hands.forward(minutes=14)
    assert "Họp ngân sách" in await chat.say("còn ngày mai thì sao")
    hands.forward(minutes=15)
    await chat.say("còn hôm nay thì sao")
    assert chat.conversation.turn
    assert chat.conversation.turn.asked
    assert chat.conversation.turn.asked.question is not Question.MEETING_SCHEDULE


async def test_a_greeting_or_a_new_question_ends_it(chat_as: ChatAs, secretary: Person) -> None:
    chat = await chat_as(secretary)
    assert await ends(chat, "/start")
    assert await ends(chat, "văn bản quá hạn của tôi")
    assert not await ends(chat, "cảm ơn em")


@pytest.mark.parametrize(
    ("before", "then", "question", "when"),
    [
        ("lịch họp của anh Tuấn ngày mai", "hôm nay có gì", Question.BRIEF_TODAY, "2026-11-21"),
        ("lịch họp của anh Tuấn ngày mai", "lịch họp", Question.MEETING_SCHEDULE, None),
        ("văn bản quá hạn của tôi", "lịch họp tuần sau", Question.MEETING_SCHEDULE, "2026-11-23"),
        ("lịch họp ngày mai", "cảm ơn chị Hoa nhé", Question.THANKS_BYE, None),
        ("lịch họp ngày mai", "ai chủ trì?", Question.MEETING_DETAIL, "2026-11-22"),
        ("hồ sơ H37.12-261103-0112 đến đâu", "ở đâu vậy", Question.DOSSIER_STATUS, None),
        ("hồ sơ H37.12-261103-0112 đến đâu", "mấy giờ họp", Question.MEETING_DETAIL, None),
        ("hồ sơ H37.12-261103-0112 đến đâu", "hôm nay", Question.BRIEF_TODAY, "2026-11-21"),
        ("lịch họp ngày mai", "phòng họp nào", Question.MEETING_DETAIL, "2026-11-22"),
        ("tuần này có lịch họp gì", "thứ sáu thì sao", Question.MEETING_SCHEDULE, "2026-11-27"),
    ],
)
def test_only_words_that_mean_nothing_alone_go_on(
    before: str, then: str, question: Question, when: str | None
) -> None:
    got = said(then, said(before))
    assert got.question is question
    day = got.slots.when.first_day if got.slots.when else None
    assert (day and day.isoformat()) == when


def test_ones_own_unit_is_not_oneself() -> None:
    got = said("văn bản quá hạn của phòng tôi", said("lịch họp ngày mai"))
    assert (got.slots.unit_id, got.slots.mine) == (OFFICER.unit_id, False)


def test_who_was_named_is_he() -> None:
    about = said("số điện thoại của anh Tuấn")
    assert about.slots.person_id
    got = said("lịch của anh ấy tuần sau", about)
    assert (got.question, got.slots.person_id) == (
        Question.MEETING_SCHEDULE,
        about.slots.person_id,
    )


def test_an_item_is_forgotten_when_something_else_is_named() -> None:
    one = Asked(question=Question.MEETING_DETAIL, confidence=1, runner_up=None)
    shown = said("lịch họp ngày mai")
    item = Asked(
        question=one.question, confidence=1, runner_up=None,
        slots=type(shown.slots)(item_id=7, when=shown.slots.when),
    )  # fmt: skip
    assert said("ai chủ trì?", item).slots.item_id == 7
    assert said("còn thứ sáu", item).slots.item_id is None


def said(words: str, before: Asked | None = None, viewer: Viewer = OFFICER) -> Asked:
    return understand(words, now=NOW, viewer=viewer, lexicon=LEXICON, context=before)
