"""Where am I signed in, a lost phone, signing out: one's own accounts and nobody else's."""

import datetime as dt

import pytest
from sqlmodel import select

from storage import accounts, staff
from storage.engine import Store
from storage.models import ChatLine, ItemKind, Message, PetitionKind, Unit
from tests import cast
from tests import office as make
from tests.chat import Chat, ChatAs

NOT_OFFERED = "Nút này không còn dùng được."
LEFT = (
    "Đã đăng xuất. Tài khoản này không còn liên kết với ai; các nút và tệp trước đây hết tác dụng. "
    "Muốn dùng lại, xin quản trị mã mới."
)
NOBODY = "Tài khoản này chưa liên kết với ai, nên không có gì để xem hay kết thúc."
LOST = "tôi mất điện thoại"


pytestmark = pytest.mark.usefixtures("cast_office")


async def whose(store: Store, chat: Chat) -> int | None:
    async with store.reading() as db:
        known = await accounts.viewer_of(db, "console", chat.conversation.chat_id)
    return known.viewer.person_id if known else None


async def told_on(store: Store, chat: Chat) -> list[str]:
    """The first lines of what waits to be said in this chat."""
    return [words.splitlines()[0] for words in await words_told_on(store, chat)]


async def words_told_on(store: Store, chat: Chat) -> list[str]:
    """What waits to be said in this chat."""
    async with store.reading() as db:
        known = await accounts.viewer_of(db, "console", chat.conversation.chat_id)
        assert known
        words = await db.exec(
            select(Message.words).where(Message.account_id == known.account_id, Message.words != "")
        )
        return list(words)


async def test_every_account_is_listed_and_each_can_be_ended(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    officer = cast.person(cast.OFFICER)
    here = await chat_as(officer, seen_at=cast.NOW)
    phone = await chat_as(officer, seen_at=cast.NOW - dt.timedelta(hours=2))
    await chat_as(cast.person(cast.COLLEAGUE))
    assert (
        await here.say("ai đang dùng tài khoản của tôi?")
        == """\
Tài khoản đang liên kết với đồng chí: 2
1. dòng lệnh trên máy chủ (đang dùng ở đây): từ 08:00 thứ Hai 16/11/2026, \
dùng gần nhất 09:00 thứ Tư 25/11/2026
2. dòng lệnh trên máy chủ: từ 08:00 thứ Hai 16/11/2026, \
dùng gần nhất 07:00 thứ Tư 25/11/2026
Có nơi nào không phải của đồng chí, mời bấm nút để kết thúc ngay."""
    )
    assert here.buttons == ["Kết thúc 1", "Kết thúc 2"]
    offer = here.conversation.last[-1]
    ended = await here.press("Kết thúc 2")
    assert ended.startswith("Đã kết thúc: dòng lệnh trên máy chủ. Ở đó không còn xem được gì")
    assert await whose(sqlite_store, phone) is None
    assert await whose(sqlite_store, here) == cast.OFFICER
    [there] = await told_on(sqlite_store, phone)
    assert there.startswith("Tài khoản này đã kết thúc liên kết lúc 09:00 thứ Tư 25/11/2026")
    assert await told_on(sqlite_store, here) == []  # the answer has told it
    again = await here.conversation.press_data(offer.message_id, offer.buttons[1][0][1])
    assert again[0].text.startswith("Tài khoản đó không còn liên kết nữa.")


async def test_a_lost_phone_is_ended_from_another_channel_after_one_tap(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    officer = cast.person(cast.OFFICER)
    here, phone = await chat_as(officer), await chat_as(officer)
    other = await chat_as(cast.person(cast.COLLEAGUE))
    await phone.say("trợ giúp")
    old = phone.conversation.last[-1]
    assert await here.say(LOST) == (
        "Kết thúc 1 tài khoản khác của đồng chí (dòng lệnh trên máy chủ)? "
        "Tài khoản đang dùng ở đây vẫn giữ."
    )
    assert await whose(sqlite_store, phone) == cast.OFFICER
    done = await here.press("Kết thúc tất cả nơi khác")
    assert done.startswith("Đã kết thúc: dòng lệnh trên máy chủ.")
    assert await whose(sqlite_store, phone) is None
    assert await whose(sqlite_store, other) == cast.COLLEAGUE
    [pressed] = await phone.conversation.press_data(old.message_id, old.buttons[0][0][1])
    assert pressed.text.startswith(NOT_OFFERED)
    assert "chỉ dành cho tài khoản của cán bộ" in await phone.say("văn bản quá hạn của tôi")


async def test_a_code_that_was_asked_of_a_lost_phone_is_void_with_it(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    officer = cast.person(cast.OFFICER)
    here, phone, thief = await chat_as(officer), await chat_as(officer), await chat_as()
    code = (await phone.say("mã cho trang web của tôi")).splitlines()[1]
    await here.say(LOST)
    await here.press("Kết thúc tất cả nơi khác")
    assert (await thief.say(code)).startswith("Mã này không dùng được.")
    assert await whose(sqlite_store, thief) is None


async def test_a_code_for_the_next_browser_outlives_signing_out_of_this_one(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    browser, next_one = await chat_as(cast.person(cast.OFFICER)), await chat_as()
    code = (await browser.say("mã cho trang web của tôi")).splitlines()[1]
    assert await browser.say("/thoat") == LEFT
    assert "Hoàng Minh Đức" in await next_one.say(code)
    assert await whose(sqlite_store, next_one) == cast.OFFICER


async def test_from_the_only_channel_one_hears_whom_to_call(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as(cast.person(cast.OFFICER))
    first, admin = (await chat.say(LOST)).splitlines()
    assert first.endswith("Xin gọi ngay quản trị để khóa tài khoản trên máy bị mất:")
    assert admin == "– Chu Văn Khoa"  # whose number the office has not said
    async with sqlite_store.sessions() as db, db.begin():
        unit = await db.get(Unit, cast.REGISTRY)
        assert unit
        unit.phone = "0205 3000 104"
    assert (await chat.say(LOST)).endswith("\n– Chu Văn Khoa: 0205 3000 104")


async def test_signing_out_by_words_asks_once_and_by_command_does_not(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    officer = cast.person(cast.OFFICER)
    one, two = await chat_as(officer), await chat_as(officer)
    assert (await one.say("đăng xuất")).startswith("Kết thúc liên kết của tài khoản này?")
    assert await whose(sqlite_store, one) == cast.OFFICER
    assert await one.press("Đăng xuất khỏi trợ lý") == LEFT
    assert [words[:45] for words in await told_on(sqlite_store, two)] == [
        "Một tài khoản của đồng chí vừa kết thúc liên "
    ]
    assert await two.say("/thoat") == LEFT
    assert await whose(sqlite_store, two) is None
    assert await two.say("/thoat") == NOBODY


async def test_a_citizen_is_not_addressed_as_somebody_of_the_office(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    citizen = cast.person(cast.CITIZEN)
    one, two, three = [await chat_as(citizen) for _ in range(3)]
    assert await one.say("/thoat") == LEFT
    [told] = await told_on(sqlite_store, two)
    assert told.startswith("Một tài khoản của Anh/Chị vừa kết thúc liên kết: dòng lệnh")
    await two.say(LOST)
    ended = await two.press("Kết thúc tất cả nơi khác")
    assert "Ở đó không còn xem được gì của Anh/Chị." in ended
    assert "đồng chí" not in "\n".join(await words_told_on(sqlite_store, three))


async def test_a_stranger_has_no_accounts_to_see_or_end(chat_as: ChatAs) -> None:
    stranger = await chat_as()
    assert await stranger.say("ai đang dùng tài khoản của tôi?") == NOBODY
    assert await stranger.say(LOST) == (
        "Tài khoản này chưa liên kết với ai, nên không kết thúc được tài khoản khác từ đây. "
        "Nếu anh/chị là cán bộ của Văn phòng, xin gọi ngay quản trị "
        "để khóa tài khoản trên máy bị mất."
    )


async def test_who_leaves_or_moves_is_gone_everywhere_in_one_transaction(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chats = [await chat_as(cast.person(cast.OFFICER)) for _ in range(2)]
    moved = await chat_as(cast.person(cast.COLLEAGUE))
    for chat in (*chats, moved):
        await chat.say("trợ giúp")
    async with sqlite_store.sessions() as db, db.begin():
        gone = await staff.leave(db, cast.OFFICER, now=cast.NOW)
        await staff.move(db, cast.COLLEAGUE, cast.JUSTICE, now=cast.NOW)
    assert gone.accounts == 2
    for chat in (*chats, moved):
        old = chat.conversation.last[-1]
        [pressed] = await chat.conversation.press_data(old.message_id, old.buttons[0][0][1])
        assert pressed.text.startswith(NOT_OFFERED)
        assert await whose(sqlite_store, chat) is None
    async with sqlite_store.reading() as db:
        kept = (await db.exec(select(ChatLine.html))).all()
    assert not [line for line in kept if "trợ giúp" in line]


async def test_what_fails_on_the_way_out_ends_nothing(chat_as: ChatAs, sqlite_store: Store) -> None:
    chat = await chat_as(cast.person(cast.OFFICER))
    async with sqlite_store.sessions() as db:
        await staff.leave(db, cast.OFFICER, now=cast.NOW)
        await db.rollback()
    assert await whose(sqlite_store, chat) == cast.OFFICER


async def test_what_somebody_who_leaves_still_holds_is_counted_and_no_denunciation(
    sqlite_store: Store,
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await cast.add_dossier(db, 1, holder_id=cast.OFFICER)
        await cast.add_petition(db, 1, holder_id=cast.OFFICER)
        await cast.add_petition(db, 2, holder_id=cast.OFFICER, kind=PetitionKind.DENUNCIATION)
        await make.document(db, holder_id=cast.OFFICER)
        gone = await staff.leave(db, cast.OFFICER, now=cast.NOW)
    assert gone.held == {ItemKind.DOCUMENT: 1, ItemKind.DOSSIER: 1, ItemKind.PETITION: 1}
