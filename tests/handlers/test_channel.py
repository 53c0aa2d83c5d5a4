"""Where somebody is reminded: asked, chosen by words and by buttons, given back."""

from datetime import timedelta

import pytest

from bot.channels import zalo_oa
from bot.pipeline import Pipeline
from storage import accounts, told_first
from storage.engine import Store
from tests import cast
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import Hands

USUAL = "Đồng chí chưa chọn nơi nhận nhắc việc: trợ lý gửi tới nơi đồng chí dùng gần nhất."
CONSOLE = "– dòng lệnh trên máy chủ: trợ lý chỉ trả lời, không tự nhắn tới được"
TELEGRAM = "– Telegram: gửi được, kể cả khi đồng chí không mở trò chuyện"
ZALO = (
    "– Zalo OA của Văn phòng: gửi được đến 06:00 thứ Sáu 27/11/2026, "
    "tức 48 giờ kể từ lần gần nhất đồng chí nhắn ở đó"
)
WEB = "– trang web của Văn phòng: chỉ đọc được khi mở trang"
THEN = "Nơi đứng trước không gửi được thì tin tới nơi kế tiếp. Mỗi tin chỉ gửi một lần."
THEN_ELSE = (
    "Nơi đứng trước lúc ấy không gửi được (bị chặn, quá giờ, trang đã đóng) "
    "thì tin tới nơi kế tiếp. Mỗi tin chỉ gửi một lần."
)


@pytest.fixture(autouse=True)
async def office(sqlite_store: Store, hands: Hands, pipeline: Pipeline) -> None:
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)


async def put_on(store: Store, *channels: str, person: int = cast.OFFICER) -> None:
    """Linked there, used two, three, four hours ago."""
    async with store.sessions() as db, db.begin():
        for hours, channel in enumerate(channels, 2):
            seen = cast.NOW - timedelta(hours=hours)
            await make.account(db, cast.person(person), channel=channel, seen_at=seen)


@pytest.fixture
async def officer(chat_as: ChatAs, sqlite_store: Store) -> Chat:
    """At the console; used before on Telegram, Zalo and the page."""
    await put_on(sqlite_store, "telegram", "zalo_oa", "web")
    return await chat_as(cast.person(cast.OFFICER), seen_at=cast.NOW)


async def chosen(store: Store, person: int = cast.OFFICER) -> str | None:
    async with store.reading() as db:
        return await told_first.chosen(db, person)


def shown(*parts: str) -> str:
    return "\n".join(parts)


async def test_who_asks_sees_the_channels_in_order_and_chooses_by_a_button(
    officer: Chat, sqlite_store: Store
) -> None:
    asked = await officer.say("tôi đang được nhắc ở đâu?")
    assert asked == shown(USUAL, CONSOLE, TELEGRAM, ZALO, WEB, THEN)
    assert officer.buttons == ["Telegram", "Zalo OA", "Trang web"]
    assert await officer.press("Zalo OA") == shown(
        "Đã ghi nhận.",
        "Nhắc việc được gửi trước hết qua Zalo OA của Văn phòng.",
        ZALO, CONSOLE, TELEGRAM, WEB, THEN_ELSE,
    )  # fmt: skip
    assert officer.buttons == ["Zalo OA", "Telegram", "Trang web", "Trợ lý tự chọn"]
    assert await chosen(sqlite_store) == "zalo_oa"
    given_back = await officer.press("Trợ lý tự chọn")
    assert given_back == shown("Đã ghi nhận.", asked)
    assert await chosen(sqlite_store) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("nhắc tôi qua Zalo", "zalo_oa"),
        ("gửi nhắc việc qua Telegram thôi", "telegram"),
        ("đừng nhắn Zalo nữa, nhắn Telegram", "telegram"),
        ("remind me on the web page", "web"),
        ("send my reminders to Telegram", "telegram"),
    ],
)
async def test_it_is_chosen_in_words(
    officer: Chat, sqlite_store: Store, words: str, wanted: str
) -> None:
    said = await officer.say(words)
    assert said.startswith(("Đã ghi nhận.\nNhắc việc được gửi trước hết qua", "Noted.\n"))
    assert await chosen(sqlite_store) == wanted


async def test_what_is_not_wanted_any_more_gives_way_to_the_next(
    officer: Chat, sqlite_store: Store
) -> None:
    await officer.say("nhắc tôi qua Telegram")
    await officer.say("đừng nhắn Telegram nữa")
    assert await chosen(sqlite_store) == "zalo_oa"
    await officer.say("nhắn ở đâu tiện thì nhắn")
    assert await chosen(sqlite_store) is None


async def test_a_bare_name_chooses_only_after_the_channels_were_shown(
    officer: Chat, sqlite_store: Store
) -> None:
    await officer.say("xin chào")
    assert USUAL in await officer.say("zalo")
    assert await chosen(sqlite_store) is None
    await officer.say("zalo oa")
    assert await chosen(sqlite_store) == "zalo_oa"
    await officer.say("Telegram đi")
    assert await chosen(sqlite_store) == "telegram"


async def test_asking_changes_nothing(officer: Chat, sqlite_store: Store) -> None:
    await officer.say("nhắc tôi qua Telegram")
    for words in ("sao nhắc việc không vào zalo của tôi", "tôi nhận thông báo ở kênh nào"):
        assert "Đã ghi nhận" not in await officer.say(words)
        assert await chosen(sqlite_store) == "telegram"


async def test_what_is_not_linked_is_not_chosen_but_told_how_to_link(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    await put_on(sqlite_store, "telegram", "web")
    chat = await chat_as(cast.person(cast.OFFICER), seen_at=cast.NOW)
    await chat.say("nhắc tôi qua Telegram")
    told = await chat.say("nhắc tôi qua Zalo")
    assert told.startswith(
        "Chưa đổi: Zalo OA của Văn phòng chưa liên kết với đồng chí.\n"
        "Để liên kết: gõ “mã cho trang web của tôi” để lấy mã dùng một lần"
    )
    assert await chosen(sqlite_store) == "telegram"
    code = await chat.say("mã cho trang web của tôi")
    assert "Mã này cũng liên kết được Telegram, Zalo" in code
    phone = await chat_as()
    assert "là của đồng chí" in await phone.say(code.splitlines()[1])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("gửi nhắc việc vào email cho tôi", "Văn phòng hiện không nhắn tin qua kênh đó."),
        ("nhắc tôi ở đây", "ở kênh đó trợ lý không tự nhắn tới được."),
    ],
)
async def test_what_tells_nothing_is_not_chosen(
    officer: Chat, sqlite_store: Store, words: str, told: str
) -> None:
    assert (await officer.say(words)).startswith(f"Chưa đổi: {told}")
    assert await chosen(sqlite_store) is None


async def test_a_channel_that_the_office_does_not_run_is_not_offered(
    officer: Chat, pipeline: Pipeline, sqlite_store: Store
) -> None:
    del (reaches := dict(pipeline.reaches))["telegram"]
    pipeline.reaches = reaches
    asked = await officer.say("tôi đang được nhắc ở đâu?")
    assert "– Telegram: Văn phòng hiện không chạy kênh này" in asked
    assert officer.buttons == ["Zalo OA", "Trang web"]
    assert (await officer.say("nhắc tôi qua Telegram")).startswith("Chưa đổi: ")
    assert await chosen(sqlite_store) is None


async def test_it_is_said_when_a_channel_cannot_be_written_to(
    officer: Chat, sqlite_store: Store, hands: Hands
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        for one in await accounts.accounts_of(db, cast.OFFICER):
            if one.channel == "telegram":
                one.blocked_at = cast.NOW
    hands.now = cast.NOW + timedelta(days=zalo_oa.CAN.reach.days)
    asked = await officer.say("tôi đang được nhắc ở đâu?")
    assert "– Telegram: đồng chí đang chặn trợ lý" in asked
    assert "– Zalo OA của Văn phòng: đã quá 48 giờ kể từ lần gần nhất" in asked


async def test_who_is_linked_in_one_place_has_nothing_to_choose(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    await put_on(sqlite_store, "telegram")
    alone = await chat_as(cast.person(cast.COLLEAGUE), seen_at=cast.NOW)
    assert await alone.say("tôi đang được nhắc ở đâu?") == shown(USUAL, CONSOLE)
    assert alone.buttons == []


async def test_a_citizen_is_told_where_news_of_their_dossier_come(chat_as: ChatAs) -> None:
    chat = await chat_as()
    told = await chat.say("nhắc tôi qua Zalo")
    assert told.startswith("Trợ lý chỉ tự nhắn cho Anh/Chị tin về hồ sơ mà Anh/Chị theo dõi")
    assert chat.buttons == ["Tôi đang theo dõi hồ sơ nào?"]
    assert "chưa theo dõi" in await chat.press("Tôi đang theo dõi hồ sơ nào?")


async def test_an_old_button_of_a_channel_that_was_unlinked_chooses_nothing(
    officer: Chat, sqlite_store: Store
) -> None:
    await officer.say("tôi đang được nhắc ở đâu?")
    async with sqlite_store.sessions() as db, db.begin():
        for one in await accounts.accounts_of(db, cast.OFFICER):
            if one.channel == "zalo_oa":
                one.person_id = None
    assert (await officer.press("Zalo OA")).startswith("Chưa đổi: Zalo OA của Văn phòng chưa liên")
    assert await chosen(sqlite_store) is None


async def test_it_is_in_the_file_of_ones_data_and_goes_with_it(
    officer: Chat, sqlite_store: Store
) -> None:
    await officer.say("nhắc tôi qua Zalo")
    await officer.say("dữ liệu của tôi")
    (_, content) = officer.conversation.last[-1].files[0]
    assert "Nơi nhận nhắc việc đã chọn: Zalo OA của Văn phòng" in content.decode()
    await officer.say("xóa dữ liệu của tôi")
    await officer.press("Xóa dữ liệu của tôi")
    assert await chosen(sqlite_store) is None
