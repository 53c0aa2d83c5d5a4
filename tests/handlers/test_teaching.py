"""What was not understood is kept as nobody's: an officer's, or what a citizen has sent."""

import datetime as dt
from collections.abc import Awaitable, Callable

import pytest
from sqlmodel import SQLModel, select

from bot.channels import Channel
from bot.office import Office
from bot.pipeline import Pipeline
from handlers.safety.recognising import is_near_danger
from scheduler.clock import VIETNAM
from storage import behalf, unlearnt
from storage.engine import Store
from storage.models import Memory, Person, Unlearnt
from storage.viewer import Role
from tests import cast
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import MONDAY, Hands

UNKNOWN = "máy in hỏng thì nhờ bác nào sửa"
NAMING = "máy in hỏng thì nhờ ông Phạm Hải Đăng 0912345678 sửa"
MASKED = "máy in hỏng thì nhờ <người> <số> sửa"
SEND, SEND_IN_ENGLISH = "Gửi câu này để trợ lý học", "Send this to teach the assistant"
THANKS = (
    "Cảm ơn anh/chị đã giúp trợ lý học thêm.\n"
    "Tên người, số và mã trong câu đã được bỏ đi; trợ lý không lưu ai là người gửi. Câu được giữ "
    "tối đa 30 ngày."
)
GONE = (
    "Câu này không còn ở đây nữa, hoặc đã được gửi rồi.\n"
    "Nếu muốn gửi, mời anh/chị gõ lại câu ấy rồi bấm nút trong vòng 15 phút."
)
NOT_OURS = "Nội dung này nằm ngoài việc trợ lý làm được."
Talk = Callable[..., Awaitable[Chat]]


@pytest.fixture
def talk_as(store: Store, channel: Channel, hands: Hands) -> Talk:
    """Conversations on both databases."""
    pipeline = Pipeline(store=store, clock=hands, zone=VIETNAM, office=Office(version=-1))

    async def sit_down(role: Role | None = None) -> Chat:
        async with store.sessions() as db, db.begin():
            person = await make.person(db, role=role) if role else None
            account = await make.account(db, person)
        return Chat(channel, account.chat_id, pipeline)

    return sit_down


async def kept(store: Store) -> list[tuple[str, str, bool, dt.date, int]]:
    async with store.reading() as db:
        found = await unlearnt.sentences(db)
        return [(one.words, one.language, one.by_officer, one.day, one.times) for one in found]


async def test_an_officers_sentence_is_kept_at_once_masked_and_counted(
    talk_as: Talk, store: Store, hands: Hands
) -> None:
    first, second = await talk_as(Role.OFFICER), await talk_as(Role.HEAD)
    assert (await first.say(NAMING)).startswith(NOT_OURS)
    assert SEND not in first.buttons
    hands.forward(days=1)
    await second.say("Máy in hỏng thì nhờ ông Phạm Văn Hải 0987654321 sửa?")
    assert await kept(store) == [(MASKED, "vi", True, MONDAY.date(), 2)]


async def test_a_citizens_sentence_is_kept_by_their_press_and_by_one_press_only(
    talk_as: Talk, store: Store
) -> None:
    chat = await talk_as()
    assert (await chat.say(NAMING)).startswith(NOT_OURS)
    assert chat.buttons[-1] == SEND
    assert await kept(store) == []
    sending = chat.conversation.last
    assert await chat.press(SEND) == THANKS
    assert await kept(store) == [(MASKED, "vi", False, MONDAY.date(), 1)]
    chat.conversation.last = sending
    assert await chat.press(SEND) == GONE
    assert len(await kept(store)) == 1


async def test_english_words_are_thanked_in_english(talk_as: Talk, store: Store) -> None:
    chat = await talk_as()
    await chat.say("write a poem for Peter Johnson please")
    assert (await chat.press(SEND_IN_ENGLISH)).startswith("Thank you for helping")
    assert [(words, language) for words, language, *_ in await kept(store)] == [
        ("write a poem for <tên> please", "en")
    ]


async def test_after_a_quarter_of_an_hour_it_is_not_there_any_more(
    talk_as: Talk, store: Store, hands: Hands
) -> None:
    chat = await talk_as()
    await chat.say(UNKNOWN)
    hands.forward(minutes=15)
    assert await chat.press(SEND) == GONE
    assert await kept(store) == []


async def test_another_question_between_does_not_lose_it(
    talk_as: Talk, store: Store, hands: Hands
) -> None:
    chat = await talk_as()
    await chat.say(UNKNOWN)
    sending = chat.conversation.last
    hands.forward(minutes=14)
    await chat.say("lịch họp hôm nay")
    chat.conversation.last = sending
    assert await chat.press(SEND) == THANKS
    assert [words for words, *_ in await kept(store)] == [UNKNOWN]


async def test_the_button_of_one_sentence_never_sends_another(
    talk_as: Talk, store: Store, hands: Hands
) -> None:
    chat = await talk_as()
    await chat.say(UNKNOWN)
    first = chat.conversation.last
    hands.forward(minutes=1)
    await chat.say(NAMING)
    second = chat.conversation.last
    chat.conversation.last = first
    assert await chat.press(SEND) == GONE
    assert await kept(store) == []
    chat.conversation.last = second
    assert await chat.press(SEND) == THANKS
    assert [words for words, *_ in await kept(store)] == [MASKED]


@pytest.mark.parametrize(
    "words",
    [
        "đồ ngu",
        "diễn tập phòng cháy thì mặc đồ gì",
        "wifi cơ quan mật khẩu gì",
        "Hùng",
        "viết hộ em " + "một câu thơ thật hay nữa " * 10,
    ],
)
async def test_what_is_near_a_danger_or_teaches_nothing_is_neither_kept_nor_offered(
    talk_as: Talk, store: Store, words: str
) -> None:
    for role in (None, Role.OFFICER):
        chat = await talk_as(role)
        await chat.say(words)
        assert SEND not in chat.buttons
    assert await kept(store) == []
    async with store.reading() as db:
        remembered = (await db.exec(select(Memory.data))).all()
    assert [data for data in remembered if "held" in data] == []


async def test_a_phrase_that_is_written_down_as_out_of_scope_teaches_nothing(
    talk_as: Talk, store: Store
) -> None:
    chat = await talk_as()
    assert (await chat.say("viết giúp em bài thơ về mùa xuân")).startswith(NOT_OURS)
    assert SEND in chat.buttons
    assert (await chat.say("kể chuyện cười đi")).startswith(NOT_OURS)
    assert SEND not in chat.buttons


async def test_on_somebodys_behalf_nothing_is_kept(
    chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
        await behalf.allow(db, cast.COLLEAGUE, cast.LEADER)
    chat = await chat_as(cast.person(cast.COLLEAGUE))
    await chat.say("thay mặt Chánh Văn phòng")
    assert NOT_OURS in await chat.say(UNKNOWN)
    assert await kept(sqlite_store) == []
    await chat.say("thôi thay mặt")
    await chat.say(UNKNOWN)
    assert len(await kept(sqlite_store)) == 1


async def test_in_a_group_nothing_is_kept(
    channel: Channel, pipeline: Pipeline, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        officer: Person = await make.person(db)
        account = await make.account(db, officer)
    pipeline.office.telegram_name = "TroLyVanPhongBot"
    group = {"id": -5, "type": "supergroup", "title": "Phòng Khoa giáo"}
    words = f"@TroLyVanPhongBot {UNKNOWN}"
    session = channel.bot.session
    update = session.incoming(channel.bot, account.chat_id, text=words, chat=group)  # type: ignore[attr-defined]
    turn = await pipeline.receive(channel, update)
    assert turn
    assert turn.in_group
    assert await kept(sqlite_store) == []


async def test_a_form_in_hand_is_not_disturbed(talk_as: Talk, store: Store) -> None:
    chat = await talk_as()
    await chat.say("hồ sơ của tôi đến đâu rồi")
    await chat.say(UNKNOWN)
    assert await kept(store) == []


async def test_nothing_that_is_kept_elsewhere_leads_to_the_sentence(
    talk_as: Talk, store: Store
) -> None:
    chat = await talk_as()
    await chat.say(NAMING)
    await chat.press(SEND)
    async with store.reading() as db:
        (sent,) = (await db.exec(select(Unlearnt))).all()
        elsewhere = [
            str(row.model_dump())
            for mapper in SQLModel._sa_registry.mappers
            if mapper.class_ is not Unlearnt
            for row in (await db.exec(select(mapper.class_))).all()
        ]
    assert [row for row in elsewhere if sent.words in row or sent.folded in row] == []


@pytest.mark.parametrize(
    "words",
    [
        "thống kê đơn tố cáo quý này vẽ hình gì",
        "dien tap chua chay mac do gi",
        "bảo mật wifi thế nào",
        "luật bí mật nhà nước in mấy trang",
        "lương tháng này tính sao",
        "is there a fire drill song",
        "hộ em đánh giá cái áo này",
        "đổi căn cước thì mặc áo gì",
    ],
)
def test_neither_daily_work_nor_what_is_harmless_excuses_what_is_near_a_danger(words: str) -> None:
    assert is_near_danger(words)


@pytest.mark.parametrize("words", [UNKNOWN, NAMING, "may in het muc thi goi ai", "đặt cơm ở đâu"])
def test_what_has_no_such_word_is_near_no_danger(words: str) -> None:
    assert not is_near_danger(words)
