"""Whose dossier it is sees more of it, by four digits; strangers get no further."""

import datetime as dt
from typing import Any

import pytest
from aiogram.types import Update
from sqlmodel import select

from bot.channels import Channel
from bot.pipeline import Pipeline
from handlers.dossiers.rules import DossierRules
from storage.engine import Store
from storage.models import ChatLine, Duty, Memory, OfficeFact
from storage.viewer import DutyKind
from tests import cast
from tests.chat import Chat, ChatAs
from tests.hands import Hands

FRIDAY = dt.date(2026, 11, 27)
CODE, OTHER, HIDDEN = "H37.12-261116-0001", "H37.12-261116-0002", "H37.12-261116-0003"
OWN = """\
Hồ sơ H37.12-261116-0001
Hưởng trợ cấp xã hội hằng tháng
Hồ sơ đang được giải quyết tại Phòng Khoa giáo – Văn xã.
Hạn trả kết quả là thứ Sáu 27/11/2026, còn 2 ngày làm việc.
Tiếp theo: kết quả được chuyển về Trung tâm Phục vụ hành chính công để trả Anh/Chị.
Lúc này Anh/Chị chưa phải làm gì thêm.
Nơi giải quyết: Phòng Khoa giáo – Văn xã, điện thoại 0205 3000 101.
Tính đến 08:30 thứ Tư 25/11/2026."""
OPENED = """\
Từ nay trong tài khoản này Anh/Chị chỉ cần gửi mã là xem được hồ sơ này; trợ lý không giữ lại số \
đã gửi."""
FOUR_ARE_ENOUGH = "Lần sau chỉ cần bốn số cuối, Anh/Chị không phải gửi cả số."
ASKED_FOR_DIGITS = """\
Mời Anh/Chị gõ bốn số cuối của số điện thoại hoặc số định danh đã đăng ký khi nộp hồ sơ \
H37.12-261116-0001.
Bốn số là đủ, xin đừng gửi cả số."""
SEE_MORE = "Xem chi tiết (chủ hồ sơ)"
TIMELINE = "Xem dòng thời gian"
FOLLOW = "Theo dõi"


def not_shown(code: str) -> str:
    return f"""\
Trợ lý chưa mở được hồ sơ nào với mã {code} và những gì Anh/Chị đã gửi.
Xin đối chiếu mã trên giấy hẹn; hồ sơ vừa nộp có thể cần ít phút mới tra được. Nếu là hồ sơ của \
mình, mời Anh/Chị gửi mã kèm bốn số cuối của số điện thoại hoặc số định danh đã đăng ký; bốn số \
là đủ.
Cần người giúp, mời gọi 1900 0000 trong giờ làm việc."""


@pytest.fixture
async def office(cast_office: Store) -> Store:
    """An office with three dossiers that one agent handed in; the third is not public."""
    async with cast_office.sessions() as db, db.begin():
        db.add(OfficeFact(key="hotline", value="1900 0000"))
        for number in (1, 2, 3):
            await cast.add_dossier(
                db, number, due=FRIDAY, phone="0678", identity="4321", public=number != 3
            )
    return cast_office


async def contact(chat: Chat, channel: Channel, phone: str, *, user_id: int | None) -> str:
    """Share a contact, as Telegram brings it."""
    talk = chat.conversation
    content: dict[str, Any] = {"phone_number": phone, "first_name": "?", "user_id": user_id}
    update: Update = talk.session.incoming(channel.bot, talk.chat_id, contact=content)
    return "\n".join(heard.text for heard in await talk.update(update))


@pytest.mark.parametrize(
    "words",
    [
        f"{CODE} 0678",
        f"hồ sơ {CODE}, bốn số cuối là 0678 ạ",
        f"ho so {CODE} sdt 0678",
        f"{CODE} 4321",
    ],
)
async def test_code_and_digits_in_one_message_open_it_from_then_on(
    office: Store, chat_as: ChatAs, words: str
) -> None:
    chat = await chat_as()
    assert await chat.say(words) == f"{OWN}\n\n{OPENED}"
    assert await chat.say(CODE) == OWN
    assert chat.buttons == [TIMELINE, FOLLOW]
    assert (await chat.say("hồ sơ của tôi")).startswith(
        "Tài khoản này đã mở 1 hồ sơ chưa kết thúc:\n1. H37.12-261116-0001 · "
    )
    assert (await chat.say("my dossiers")).startswith(
        "This account has opened 1 dossier that is not closed:\n1. H37.12-261116-0001 · "
    )


async def test_who_opened_one_has_not_opened_the_others_under_that_number(
    office: Store, chat_as: ChatAs
) -> None:
    chat = await chat_as()
    await chat.say(f"{CODE} 0678")
    assert SEE_MORE not in await chat.say(OTHER)
    assert chat.buttons == [SEE_MORE, TIMELINE, FOLLOW]
    assert await chat.say(HIDDEN) == not_shown(HIDDEN)
    neighbour = await chat_as()
    assert "Nơi giải quyết" not in await neighbour.say(CODE)


@pytest.mark.parametrize(
    "number", ["0900 000 678", "0900000678", "+84 900 000 678", "001203000678"]
)
async def test_of_a_whole_number_the_last_four_are_used_and_four_are_said_to_be_enough(
    office: Store, chat_as: ChatAs, number: str
) -> None:
    chat = await chat_as()
    assert await chat.say(f"{CODE} {number}") == f"{OWN}\n\n{OPENED}\n{FOUR_ARE_ENOUGH}"


async def test_the_button_asks_for_four_digits_and_takes_them_bare(
    office: Store, chat_as: ChatAs
) -> None:
    chat = await chat_as()
    await chat.say(CODE)
    assert await chat.press(SEE_MORE) == ASKED_FOR_DIGITS
    assert chat.buttons == ["Thôi"]
    assert (
        await chat.say("số của vợ tôi")
        == """\
Trợ lý đang chờ bốn số cuối của số điện thoại hoặc số định danh đã đăng ký với hồ sơ \
H37.12-261116-0001, ví dụ “1234”.
Nếu không xem nữa, mời bấm hoặc gõ “Thôi”."""
    )
    assert await chat.say("0679") == not_shown(CODE)
    assert await chat.say("dạ 0678 ạ") == f"{OWN}\n\n{OPENED}"
    assert (await chat.say("0678")).startswith("Mời Anh/Chị gửi mã hồ sơ cùng bốn số cuối")


@pytest.mark.parametrize("words", ["Thôi", "thoi", "hủy", "thôi không xem nữa"])
async def test_the_form_can_be_left(office: Store, chat_as: ChatAs, words: str) -> None:
    left = "Vâng, trợ lý dừng ở đây. Khi cần, mời Anh/Chị gửi mã hồ sơ bất cứ lúc nào."
    chat = await chat_as()
    await chat.say(CODE)
    await chat.press(SEE_MORE)
    assert await chat.say(words) == left
    assert (await chat.say("0678")).startswith("Mời Anh/Chị gửi mã hồ sơ cùng bốn số cuối")


async def test_the_form_ends_by_itself_and_another_question_is_answered_meanwhile(
    office: Store, chat_as: ChatAs, hands: Hands
) -> None:
    chat = await chat_as()
    await chat.say(CODE)
    await chat.press(SEE_MORE)
    assert (await chat.say("xin chào")).startswith("Chào Anh/Chị.")
    hands.now += dt.timedelta(hours=25)
    assert (await chat.say("0678")).startswith("Mời Anh/Chị gửi mã hồ sơ cùng bốn số cuối")


async def test_everything_in_english(office: Store, chat_as: ChatAs) -> None:
    chat = await chat_as(language="en")
    assert (
        await chat.say(f"where is my dossier {HIDDEN}")
        == """\
Nothing could be opened with the code H37.12-261116-0003 and what you have sent.
Please compare the code with your receipt; a dossier that was just submitted may take a few \
minutes to appear. If it is your own, please send the code with the last four digits of the \
telephone or identity number given with it; four are enough.
If you would like a person to help, please call 1900 0000 in office hours."""
    )
    assert chat.buttons == ["See more (owner)"]
    assert await chat.press("See more (owner)") == (
        "Please type the last four digits of the telephone or identity number given with dossier "
        "H37.12-261116-0003.\nFour are enough, please do not send the whole number."
    )
    assert await chat.say("stop") == "All right. You may send a code at any time."
    await chat.say(f"where is my dossier {HIDDEN}")
    await chat.press("See more (owner)")
    opened = await chat.say("the last four digits are 0678")
    assert opened.startswith("Dossier H37.12-261116-0003\n")
    assert opened.endswith(
        "From now on the code alone shows you this dossier in this account; "
        "the digits you sent are not kept."
    )


async def test_whatever_the_reason_the_sentence_is_the_same_to_the_byte(
    office: Store, chat_as: ChatAs
) -> None:
    chat = await chat_as()
    missing = "H37.12-261116-9999"
    assert await chat.say(missing) == not_shown(missing)  # there is none
    assert await chat.say(f"{missing} 0678") == not_shown(missing)
    assert await chat.say(HIDDEN) == not_shown(HIDDEN)  # the code alone does not open it
    assert await chat.say(f"{HIDDEN} 1111") == not_shown(HIDDEN)  # wrong digits
    assert await chat.say(f"{CODE} 1111") == not_shown(CODE)
    for digits in ("1112", "1113", "1114", "1115"):
        assert await chat.say(f"{CODE} {digits}") == not_shown(CODE)
    assert chat.buttons == [SEE_MORE]
    assert await chat.say(f"{CODE} 0678") == not_shown(CODE)  # the tries of the day are used up
    assert chat.buttons == [SEE_MORE]


async def test_an_own_contact_counts_as_the_telephone_number_and_no_other_does(
    office: Store, chat_as: ChatAs, channel: Channel
) -> None:
    chat = await chat_as()
    own = chat.conversation.chat_id
    asks_for_code = "Mời Anh/Chị gửi mã hồ sơ cùng bốn số cuối của số đã đăng ký"
    assert (await contact(chat, channel, "+84900000678", user_id=own)).startswith(asks_for_code)
    await chat.say(CODE)
    await chat.press(SEE_MORE)
    for not_own in (None, own + 1):
        assert await contact(chat, channel, "+84900000678", user_id=not_own) == (
            "Liên hệ này không phải của chính Anh/Chị nên trợ lý không dùng và không giữ lại. "
            "Mời gõ bốn số cuối của số đã đăng ký."
        )
    assert await contact(chat, channel, "+84900004321", user_id=own) == not_shown(CODE)
    assert await contact(chat, channel, "+84 900 000 678", user_id=own) == f"{OWN}\n\n{OPENED}"


async def test_no_digit_is_kept_of_what_was_given(office: Store, chat_as: ChatAs) -> None:
    chat = await chat_as()
    await chat.say(f"hồ sơ {CODE} sđt 0900 000 678 ạ")
    await chat.say(OTHER)
    await chat.press(SEE_MORE)
    await chat.say("0678")
    await chat.say("001203000678")
    async with office.reading() as db:
        said = [line.html for line in await db.exec(select(ChatLine)) if not line.ours]
        minds = [repr(mind.data) for mind in await db.exec(select(Memory))]
    assert said == [f"hồ sơ {CODE} sđt •••• ạ", OTHER, "••••", "••••"]
    assert "678" not in "".join(minds)


async def test_the_demonstration_says_which_digits_open(
    office: Store, chat_as: ChatAs, pipeline: Pipeline
) -> None:
    pipeline.dossier_rules = DossierRules(demo_digits="0678")
    chat = await chat_as()
    await chat.say(CODE)
    asked = await chat.press(SEE_MORE)
    assert asked.endswith("Trong bản trình diễn, bốn số cuối của mọi hồ sơ là 0678.")


async def test_who_speaks_with_a_person_is_not_taken_out_of_it_by_the_form(
    office: Store, chat_as: ChatAs
) -> None:
    async with office.sessions() as db, db.begin():
        db.add(Duty(person_id=cast.OFFICER, kind=DutyKind.UNIT_DUTY))
    chat = await chat_as()
    await chat.say(CODE)
    offered = chat.conversation.last[0]
    await chat.say("gặp cán bộ")
    [[(_, data)], _timeline, _follow] = offered.buttons
    heard = await chat.conversation.press_data(offered.message_id, data)
    assert heard[0].text.startswith("Mời Anh/Chị gửi mã hồ sơ cùng bốn số cuối")


@pytest.mark.parametrize("person", [cast.HEAD, cast.ADMIN])
async def test_in_the_office_digits_change_nothing(
    office: Store, chat_as: ChatAs, person: int
) -> None:
    chat = await chat_as(cast.person(person))
    without = await chat.say(OTHER)
    assert await chat.say(f"{OTHER} 0678") == without
    assert chat.buttons == [TIMELINE]


ELSEWHERE = "trên Cổng Dịch vụ công quốc gia dichvucong.gov.vn, mục tra cứu hồ sơ"


@pytest.mark.parametrize(
    ("code", "whose", "ask"),
    [
        ("G01.899.909-260916-800002", "thuộc hệ thống của Bộ Công an (đầu mã G01)", ""),
        ("G22.99-251225-000123", "thuộc hệ thống của Văn phòng Chính phủ (đầu mã G22)", ""),
        ("H57.12-261116-0045", "là mã của Huế (đầu mã H57)", "của Huế."),
        (
            "000.00.05.H02-231226-0001",
            "là mã của Bắc Giang cũ (đầu mã H02), nay thuộc Bắc Ninh",
            "của Bắc Ninh.",
        ),
        ("K02.12-231226-0001", "là mã của Bắc Giang cũ (đầu mã K02), nay thuộc Bắc Ninh", ""),
        ("H99.12-261116-0045", "có đầu mã H99, không phải mã của cơ quan này", ""),
    ],
)
async def test_a_code_of_another_system_is_answered_by_where_to_ask(
    office: Store, chat_as: ChatAs, pipeline: Pipeline, code: str, whose: str, ask: str
) -> None:
    pipeline.dossier_rules = DossierRules(prefixes=("H37",), codes_per_day=1)
    chat = await chat_as()
    for _ in range(2):
        told = await chat.say(f"hồ sơ {code} tới đâu rồi")
        assert told.startswith(f"Mã {code} {whose}, nên ở đây không tra được.")
        assert ELSEWHERE in told
        assert told.endswith(ask)
    assert (await chat.say(CODE)).startswith(f"Hồ sơ {CODE}")  # nothing of the budget was spent
    assert (await chat.say(f"where is my dossier {code}")).startswith(f"The code {code} ")


async def test_a_closed_code_may_be_an_offices_own(
    office: Store, chat_as: ChatAs, pipeline: Pipeline
) -> None:
    pipeline.dossier_rules = DossierRules(prefixes=("H05", "H02"))
    chat = await chat_as()
    code = "000.00.05.H02-231226-0001"
    assert await chat.say(code) == not_shown(code)
