"""What only people of the office can ask, asked by a citizen."""

from collections.abc import Iterable

import pytest

from handlers.texts import LANGUAGES
from handlers.understanding.asked import Question
from handlers.understanding.phrases import Phrase, all_phrases
from storage.engine import Store
from storage.models import OfficeFact
from tests import cast
from tests import office as make
from tests.chat import ChatAs
from tests.hands import Hands

TRIED = 2  # ways of asking each question
KIND = """\
Cảm ơn Anh/Chị đã báo. Trợ lý chỉ ghi nhận “đã nhận”, “đã xong” của cán bộ về việc được giao; \
Anh/Chị không cần báo lại gì.
Để xem hồ sơ đã nộp, mời Anh/Chị gửi mã trên giấy hẹn; hoặc bấm một nút dưới đây."""
NOT_THEIRS = """\
Việc này dành cho tài khoản của cán bộ Văn phòng.
Để xem hồ sơ đã nộp, mời Anh/Chị gửi mã trên giấy hẹn; hoặc bấm một nút dưới đây."""


@pytest.fixture(autouse=True)
async def office(sqlite_store: Store, hands: Hands) -> None:
    """Officers with documents, a meeting that everybody may see, a citizen with a dossier."""
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
        db.add(OfficeFact(key="hotline", value="0205 3000 199"))
        await cast.add_dossier(
            db, 1, due=cast.TODAY, applicant_id=cast.CITIZEN, holder_id=cast.OFFICER
        )
        await make.document(db, holder_id=cast.OFFICER, unit_id=cast.CULTURE, due_on=cast.TODAY)


def examples_of(language: str) -> Iterable[Phrase]:
    """The first ways of asking of every question."""
    taken = dict.fromkeys(Question, 0)
    for phrase in all_phrases():
        if phrase.language == language and taken[phrase.question] < TRIED:
            taken[phrase.question] += 1
            yield phrase


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person_id", [None, cast.CITIZEN], ids=["stranger", "citizen"])
async def test_no_question_of_a_citizen_is_answered_as_to_an_officer(
    chat_as: ChatAs, person_id: int | None, language: str
) -> None:
    comrade = []
    for phrase in examples_of(language):
        chat = await chat_as(cast.person(person_id) if person_id else None, language=language)
        seen = [await chat.say(phrase.said), *chat.buttons]
        comrade += [(phrase.said, one) for one in seen if "đồng chí" in one.lower()]
    assert comrade == []


@pytest.mark.parametrize("words", ["xong 2", "xong", "đã xong 1", "đã nhận", "đã nhận 1, 2"])
@pytest.mark.parametrize("person_id", [None, cast.CITIZEN], ids=["stranger", "citizen"])
async def test_a_citizen_need_not_report_and_sees_what_can_be_asked(
    chat_as: ChatAs, person_id: int | None, words: str
) -> None:
    chat = await chat_as(cast.person(person_id) if person_id else None)
    assert await chat.say(words) == KIND
    assert {"Tra cứu thủ tục", "Gặp cán bộ"} <= set(chat.buttons)


@pytest.mark.parametrize(
    "words",
    [
        "xin gia hạn văn bản 812 đến thứ 6",
        "chuyển lại văn bản 812 cho anh Dũng",
        "có gì chờ tôi quyết không",
        "hoàn tác",
        "sáng mai sẽ nhắc những ai",
        "nhiệm vụ chủ tịch giao",
        "xác nhận dự họp giao ban sáng mai",
    ],
)
async def test_work_of_the_office_is_not_a_citizens(chat_as: ChatAs, words: str) -> None:
    chat = await chat_as()
    assert await chat.say(words) == NOT_THEIRS
    assert "Tra cứu hồ sơ" in chat.buttons


async def test_a_citizen_who_writes_english_reads_the_same(chat_as: ChatAs) -> None:
    chat = await chat_as(language="en")
    assert (await chat.say("mark number 2 as done")).startswith("Thank you for telling me.")
    assert (await chat.say("who asked for more time")).startswith("This is for accounts of people")


async def test_an_officer_is_answered_as_before(chat_as: ChatAs) -> None:
    chat = await chat_as(cast.person(cast.OFFICER))
    assert await chat.say("xong 2") == (
        "Hôm nay trợ lý chưa gửi danh sách nào, nên chưa rõ số thứ tự này là văn bản nào. "
        "Mời đồng chí gõ số, ký hiệu."
    )


async def test_somebody_of_the_office_is_named_to_a_citizen_with_courtesy(
    chat_as: ChatAs,
) -> None:
    chat = await chat_as()
    assert await chat.say("lịch của chị Hoa ngày mai") == (
        "Không thấy cuộc họp nào của ông/bà Lý Thị Hoa trong lịch thứ Năm 26/11/2026."
    )
