"""The help shows each person what they can ask, and every example asks what its words say."""

import textwrap
from dataclasses import dataclass, replace

import pytest

from handlers.examples import EXAMPLES, LISTS, OWN_LISTS, shown_to
from handlers.later import NEAREST
from handlers.texts import LANGUAGES, Say, speak
from handlers.understanding.asked import Question, Slots
from storage.engine import Store
from storage.models import OfficeFact
from storage.viewer import Role, Viewer
from tests import cast
from tests import office as make
from tests.chat import Chat, ChatAs

FACTS = {
    "address": "Số 1 đường Ví Dụ",
    "hours": "07:30–11:30 và 13:30–17:00, từ thứ Hai đến thứ Sáu",
    "hotline": "0205 3000 199",
    "reception": "Số 2 đường Ví Dụ, thứ Năm hằng tuần",
}
READERS = {
    "stranger": None,
    "citizen": cast.CITIZEN,
    "officer": cast.OFFICER,
    "clerk": cast.REGISTRY_CLERK,
    "head": cast.HEAD,
    "leader": cast.LEADER,
    "admin": cast.ADMIN,
}
LEAD_NOWHERE = (
    "out-of-scope",
    "document-for-staff",
    "meeting-schedule-whose",
    "petition-status-not-linked",
    "person-lookup-ask",
    "person-lookup-nobody",
    "office-info-none",
    "account-nobody",
    "clarify-which",
    "error-unforeseen",
    "button-not-offered",
)
LINES, LETTERS = 12, 40  # of a telephone's screen


@dataclass(frozen=True)
class Meant:
    """What an example was understood to ask."""

    question: Question
    slots: Slots


@pytest.fixture(autouse=True)
async def office(cast_office: Store) -> None:
    """A settled office on a Wednesday at nine, with its facts and a dossier or two."""
    async with cast_office.sessions() as db, db.begin():
        db.add_all(OfficeFact(key=key, value=value) for key, value in FACTS.items())
        await cast.add_dossier(
            db, 1, due=cast.TODAY, applicant_id=cast.CITIZEN, holder_id=cast.OFFICER
        )
        await make.document(db, holder_id=cast.OFFICER, unit_id=cast.CULTURE, due_on=cast.TODAY)


def viewer_of(reader: str) -> Viewer:
    person = READERS[reader]
    return cast.viewer(person) if person else Viewer.stranger()


async def sit_down(chat_as: ChatAs, reader: str, language: str) -> Chat:
    person = READERS[reader]
    return await chat_as(cast.person(person) if person else None, language=language)


def meant_in(chat: Chat) -> Meant:
    turn = chat.conversation.turn
    assert turn
    assert turn.asked
    return Meant(turn.asked.question, turn.asked.slots)


async def screen(chat: Chat, say: Say, at: int) -> tuple[str, list[str]]:
    """One screen of the help, reached by its button: its words and the examples on it."""
    words = await chat.say("/help")
    if at:
        words = await chat.press([one for one in chat.buttons if opens_screen(one, say)][at - 1])
    return words, [one for one in chat.buttons if not opens_screen(one, say)]


async def screens(chat: Chat, say: Say) -> list[tuple[str, list[str]]]:
    """All of them."""
    await chat.say("/help")
    number = 1 + sum(opens_screen(label, say) for label in chat.buttons)
    return [await screen(chat, say, at) for at in range(number)]


def opens_screen(label: str, say: Say) -> bool:
    return label.startswith(say("help-open", topic=""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
async def test_an_example_asks_the_same_typed_and_pressed_and_is_answered(
    chat_as: ChatAs, reader: str, language: str
) -> None:
    say = speak(language, cast.ZONE)
    on_screens = await screens(await sit_down(chat_as, reader, language), say)
    offered = [(at, label) for at, (_, labels) in enumerate(on_screens) for label in labels]
    shown = shown_to(viewer_of(reader))
    assert sorted(label for _, label in offered) == sorted(say(one.text) for one in shown)
    question = {str(say(one.text)): one.question for one in shown}
    nowhere = tuple(say(text).splitlines()[0] for text in LEAD_NOWHERE)
    for at, label in offered:
        pressing, typing = [await sit_down(chat_as, reader, language) for _ in range(2)]
        await screen(pressing, say, at)
        answers = (await pressing.press(label), await typing.say(label))
        assert meant_in(pressing) == meant_in(typing), label
        assert meant_in(pressing).question is question[label]
        assert all(answer and not answer.startswith(nowhere) for answer in answers), label


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
async def test_lists_offered_to_who_comes_are_understood_as_typed(
    chat_as: ChatAs, reader: str, language: str
) -> None:
    say = speak(language, cast.ZONE)
    viewer = viewer_of(reader)
    if not viewer.is_staff or viewer.role is Role.ADMIN:
        return
    for example in LISTS.get(viewer.role, OWN_LISTS):
        chat = await sit_down(chat_as, reader, language)
        assert await chat.say(say(example.text))
        assert meant_in(chat).question is example.question


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
async def test_the_help_is_at_most_three_screens_that_fit_on_a_telephone(
    chat_as: ChatAs, reader: str, language: str
) -> None:
    chat = await sit_down(chat_as, reader, language)
    on_screens = await screens(chat, speak(language, cast.ZONE))
    assert len(on_screens) <= 3
    for words, labels in on_screens:
        wrapped = [row for line in words.splitlines() for row in textwrap.wrap(line, LETTERS)]
        assert len(wrapped) <= LINES, words
        assert labels
        assert all(len(label) <= LETTERS for label in labels)


def test_nothing_is_offered_that_cannot_be_answered_yet() -> None:
    assert {example.question for example in EXAMPLES}.isdisjoint(NEAREST)


async def test_the_help_of_an_officer(chat_as: ChatAs) -> None:
    chat = await chat_as(cast.person(cast.OFFICER))
    assert (
        await chat.say("trợ giúp")
        == """\
Trợ giúp 1/3: Lịch họp và lịch làm việc
Bấm một câu dưới đây, hoặc gõ câu hỏi như nói thường ngày, có dấu hay không dấu.
Có thể nêu ngày, giờ, tên người, tên phòng.
Mỗi sáng ngày làm việc lúc 07:30 trợ lý gửi việc đến hạn."""
    )
    assert chat.buttons == [
        "Hôm nay có gì?",
        "Ngày mai có gì?",
        "Lịch họp của tôi",
        "Lịch họp của tôi tuần này",
        "Lịch họp của phòng tôi tuần này",
        "Lịch họp toàn Văn phòng hôm nay",
        "Xem: Văn bản, hồ sơ, đơn thư",
        "Xem: Văn phòng, tài khoản, dữ liệu",
    ]
    assert (await chat.press("Xem: Văn bản, hồ sơ, đơn thư")).startswith("Trợ giúp 2/3: Văn bản")
    assert chat.buttons == [
        "Văn bản quá hạn của tôi",
        "Văn bản sắp đến hạn của tôi",
        "Hồ sơ của tôi",
        "Đơn thư của tôi",
        "Hồ sơ quá hạn",
        "Số liệu tháng này",
        "Xem: Lịch họp và lịch làm việc",
        "Xem: Văn phòng, tài khoản, dữ liệu",
    ]
    assert (await chat.say("xem: văn phòng, tài khoản, dữ liệu")).startswith(
        "Trợ giúp 3/3: Văn phòng"
    )


async def test_a_citizen_sees_how_to_reach_a_person_and_what_is_kept(chat_as: ChatAs) -> None:
    chat = await chat_as()
    assert (
        await chat.say("trợ giúp")
        == """\
Trợ giúp
Bấm một câu dưới đây, hoặc gõ câu hỏi như nói thường ngày, có dấu hay không dấu.
Tra hồ sơ: gõ mã trên giấy hẹn, hoặc gửi ảnh chụp mã QR.
Tìm người phụ trách: nêu lĩnh vực, đơn vị hoặc chức vụ.
“Dữ liệu của tôi”: xem trợ lý lưu những gì, và cách xóa.
Cần gặp cán bộ, xin gọi 0205 3000 199."""
    )
    assert {"Gặp cán bộ", "Dữ liệu của tôi", "Tra cứu hồ sơ"} <= set(chat.buttons)
    assert "Đơn thư của tôi" not in chat.buttons


async def test_the_admin_has_no_screen_of_cases_and_is_told_of_codes(chat_as: ChatAs) -> None:
    chat = await chat_as(cast.person(cast.ADMIN))
    assert (await chat.say("trợ giúp")).startswith("Trợ giúp 1/2: Lịch họp")
    assert "/moi" in await chat.press("Xem: Văn phòng, tài khoản, dữ liệu")
    officer = await chat_as(cast.person(cast.OFFICER))
    await officer.say("trợ giúp")
    assert "/moi" not in await officer.press("Xem: Văn phòng, tài khoản, dữ liệu")


def test_accounts_are_not_offered_to_who_acts_for_somebody() -> None:
    acting = replace(cast.viewer(cast.LEADER), actor_id=cast.OFFICER)
    asked = {example.question for example in shown_to(acting)}
    assert asked.isdisjoint({Question.ACCOUNT_LIST, Question.ACCOUNT_LOST})
    assert Question.ACCOUNT_LIST in {one.question for one in shown_to(cast.viewer(cast.LEADER))}
