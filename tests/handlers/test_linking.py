"""A one-time code puts an account behind a person: by a command, by /moi, typed, or by a link."""

import datetime as dt

import pytest
from sqlmodel import select

from bot.pipeline import Pipeline
from storage import accounts, link_codes, links, messages
from storage.engine import Store
from storage.link_rules import LinkRules
from storage.models import Account, AuditEntry, ChatLine, Message, MessageKind
from storage.seals import Seal
from tests import cast
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import Hands

SEAL = Seal("a secret of this office, 32 letters")
USELESS = (
    "Mã này không dùng được. Xin kiểm tra lại từng ký tự; "
    "nếu vẫn không được, xin quản trị cấp mã mới."
)
LOCKED = (
    "Đã có nhiều mã không dùng được từ tài khoản này nên trợ lý tạm chưa nhận mã. "
    "Mời thử lại sau 15 phút."
)
NEVER_MADE = "B2CF3GHJ4K"


pytestmark = pytest.mark.usefixtures("cast_office")


@pytest.fixture(autouse=True)
def addresses(pipeline: Pipeline) -> None:
    """The office's page and its bot have addresses; codes are made and read with one secret."""
    pipeline.seal = SEAL
    pipeline.office.page_url = "https://troly.example"
    pipeline.office.telegram_name = "troly_bot"


async def code_for(store: Store, person_id: int, *, now: dt.datetime = cast.NOW) -> str:
    async with store.sessions() as db, db.begin():
        return await links.make_code(db, person_id, seal=SEAL, rules=LinkRules(), now=now)


async def whose(store: Store, chat: Chat) -> int | None:
    async with store.reading() as db:
        known = await accounts.viewer_of(db, "console", chat.conversation.chat_id)
    return known.viewer.person_id if known else None


async def everything_kept(store: Store) -> str:
    """All words of the history, the outbox and the audit."""
    async with store.reading() as db:
        lines = (await db.exec(select(ChatLine.html))).all()
        waiting = (await db.exec(select(Message.words))).all()
        noted = (await db.exec(select(AuditEntry.detail))).all()
    return "\n".join([*lines, *waiting, *noted])


async def test_the_admin_makes_a_code_and_typing_it_links(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    admin = await chat_as(cast.person(cast.ADMIN))
    reply = (await admin.say("/moi hoang minh duc")).splitlines()
    code = reply[1]
    bare = code.replace("-", "")
    assert reply == [
        "Mã liên kết của Hoàng Minh Đức, Chuyên viên, Phòng Khoa giáo – Văn xã:",
        code,
        "Dùng một lần, đến 09:00 thứ Năm 26/11/2026. "
        "Chỉ đưa cho chính người đó, không gửi vào nhóm.",
        f"Trên trang web: https://troly.example/#ma={code}",
        f"Trên Telegram: https://t.me/troly_bot?start={bare}",
        "Hoặc gõ mã vào cuộc trò chuyện riêng với trợ lý.",
    ]
    chat = await chat_as()
    assert (
        await chat.say(f"mã của em là {code.lower().replace('-', ' ')} ạ")
        == """\
Chào đồng chí Hoàng Minh Đức, Chuyên viên, Phòng Khoa giáo – Văn xã. \
Tài khoản này từ giờ là của đồng chí.
Hôm nay đồng chí không có lịch họp, không có việc đến hạn.
Mời bấm một nút, hoặc gõ câu hỏi như nói thường ngày.
Gõ “Ai đang dùng tài khoản của tôi?” để xem các nơi đã liên kết, /thoat để kết thúc tại đây."""
    )
    assert chat.buttons == [
        "Hôm nay có gì?",
        "Lịch họp của tôi",
        "Hồ sơ của tôi",
        "Giờ làm việc",
        "Trợ giúp",
    ]
    assert await chat.press("Lịch họp của tôi")
    assert await whose(sqlite_store, chat) == cast.OFFICER


async def test_start_with_a_code_links_as_well(chat_as: ChatAs, sqlite_store: Store) -> None:
    code = await code_for(sqlite_store, cast.OFFICER)
    chat = await chat_as()
    assert "Hoàng Minh Đức" in await chat.say(f"/start {code}")
    assert await whose(sqlite_store, chat) == cast.OFFICER


async def test_no_code_is_kept_in_history_outbox_or_audit(
    chat_as: ChatAs, sqlite_store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    admin, chat = await chat_as(cast.person(cast.ADMIN)), await chat_as()
    code = (await admin.say("/invite Hoàng Minh Đức")).splitlines()[1]
    await chat.say(f"/start {code}")
    await chat.say(f"{code} là mã cũ")
    kept = await everything_kept(sqlite_store) + caplog.text
    assert link_codes.found_in(kept) is None
    assert kept.count("••••-••••-••") == 5  # thrice in the admin's answer, twice typed


async def test_wrong_used_old_and_void_codes_get_one_sentence(
    chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    used = await code_for(sqlite_store, cast.OFFICER)
    first = await chat_as()
    await first.say(used)
    void = await code_for(sqlite_store, cast.COLLEAGUE)
    old = await code_for(sqlite_store, cast.COLLEAGUE)
    chat = await chat_as()
    assert await chat.say(NEVER_MADE) == USELESS
    assert await chat.say(used) == USELESS
    assert await chat.say(void) == USELESS
    hands.forward(hours=24)
    assert await chat.say(old) == USELESS
    assert await whose(sqlite_store, chat) is None


async def test_five_wrong_tries_lock_the_account_though_each_was_answered(
    chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    code = await code_for(sqlite_store, cast.OFFICER)
    chat, other = await chat_as(), await chat_as()
    assert [await chat.say(NEVER_MADE) for _ in range(5)] == [USELESS] * 5
    assert await chat.say(code) == LOCKED
    assert await whose(sqlite_store, chat) is None
    hands.forward(minutes=14)
    assert await chat.say(code) == LOCKED
    hands.forward(minutes=1)
    assert "Hoàng Minh Đức" in await chat.say(code)
    assert await other.say(NEVER_MADE) == USELESS  # nobody else was locked


async def test_an_account_of_somebody_else_is_ended_properly_first(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    code = await code_for(sqlite_store, cast.OFFICER)
    chat = await chat_as(cast.person(cast.LEADER))
    elsewhere = await chat_as(cast.person(cast.LEADER))
    await chat.say("trợ giúp")
    old = chat.conversation.last[-1]
    assert "Hoàng Minh Đức" in await chat.say(code)
    pressed = await chat.conversation.press_data(old.message_id, old.buttons[0][0][1])
    assert pressed[0].text.startswith("Nút này không còn dùng được.")
    assert await whose(sqlite_store, chat) == cast.OFFICER
    assert await whose(sqlite_store, elsewhere) == cast.LEADER
    async with sqlite_store.reading() as db:
        [news] = (await db.exec(select(Message.words).where(Message.words != ""))).all()
        acts = (await db.exec(select(AuditEntry.act, AuditEntry.person_id))).all()
    assert news.startswith("Một tài khoản của đồng chí vừa kết thúc liên kết: dòng lệnh")
    assert ("account.ended", cast.LEADER) in acts


async def test_what_waited_for_the_person_is_due_at_once_and_their_other_channels_hear_of_it(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    code = await code_for(sqlite_store, cast.OFFICER)
    later = cast.NOW + dt.timedelta(hours=1)
    async with sqlite_store.sessions() as db, db.begin():
        telegram = await make.account(db, cast.person(cast.OFFICER), channel="telegram")
        db.add(
            Message(
                person_id=cast.OFFICER,
                slot="2026-11-25",
                kind=MessageKind.BRIEF,
                send_at=later,
                planned_for=cast.NOW,
                attempts=1,
            )
        )
    chat = await chat_as()
    await chat.say(code)
    async with sqlite_store.sessions() as db, db.begin():
        due = await messages.claim(db, now=cast.NOW, until=later, limit=9)
    assert [one.kind for one in due] == [MessageKind.BRIEF, MessageKind.ACCOUNT]
    news = due[1]
    assert news.account_id == telegram.id
    assert (
        news.words
        == """\
Một tài khoản mới vừa được liên kết với đồng chí: dòng lệnh trên máy chủ, \
lúc 09:00 thứ Tư 25/11/2026.
Nếu không phải đồng chí liên kết: bấm nút dưới đây để kết thúc ngay tài khoản đó, \
rồi báo quản trị."""
    )
    assert [one["text"] for row in news.buttons or () for one in row] == [
        "Không phải tôi, kết thúc ngay"
    ]


async def test_only_the_admin_makes_codes_and_several_of_a_name_are_offered(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.person(db, "Hoàng Minh Đức", title="Chuyên viên", unit_id=cast.JUSTICE)
    head, admin = await chat_as(cast.person(cast.HEAD)), await chat_as(cast.person(cast.ADMIN))
    assert (await head.say("/moi Hoàng Minh Đức")).startswith("Việc này dành cho quản trị")
    assert (await admin.say("/moi")).startswith("Mời gõ kèm họ tên")
    assert await admin.say("/moi Nguyễn Không Có") == (
        "Văn phòng không có ai tên “Nguyễn Không Có”. Mời gõ đủ họ tên hoặc chức vụ viết tắt."
    )
    assert await admin.say("/moi Hoàng Minh Đức") == (
        "Chưa rõ là ai trong 2 người sau. Mời chọn, hoặc gõ đủ họ tên."
    )
    assert admin.buttons == [
        "Hoàng Minh Đức, Chuyên viên, Phòng Khoa giáo – Văn xã",
        "Hoàng Minh Đức, Chuyên viên, Phòng Nội chính",
    ]
    made = await admin.press(admin.buttons[1])
    assert made.startswith("Mã liên kết của Hoàng Minh Đức, Chuyên viên, Phòng Nội chính:")


async def test_a_citizen_cannot_be_invited(chat_as: ChatAs) -> None:
    admin = await chat_as(cast.person(cast.ADMIN))
    assert (await admin.say("/moi Lương Thị Mai")).startswith("Văn phòng không có ai tên")


async def test_the_audit_knows_who_was_linked_by_whom_and_what_was_refused(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    admin, chat = await chat_as(cast.person(cast.ADMIN)), await chat_as()
    code = (await admin.say("/moi Hoàng Minh Đức")).splitlines()[1]
    await chat.say(NEVER_MADE)
    await chat.say(code)
    async with sqlite_store.reading() as db:
        noted = (await db.exec(select(AuditEntry).order_by(AuditEntry.id))).all()  # type: ignore[arg-type]
        account = (
            await db.exec(select(Account.id).where(Account.chat_id == chat.conversation.chat_id))
        ).one()
    ours = [(one.act, one.person_id, one.item_id) for one in noted if one.act[:8] == "account."]
    assert ours == [
        ("account.code_made", cast.ADMIN, cast.OFFICER),
        ("account.code_refused", None, account),
        ("account.linked", cast.OFFICER, account),
    ]


async def test_what_reads_like_a_code_is_not_taken_for_a_document_or_a_dossier(
    chat_as: ChatAs,
) -> None:
    chat = await chat_as(cast.person(cast.LEADER))
    assert not (await chat.say("CV 2345/KGVX đang ở đâu")).startswith("Mã này")
    assert not (await chat.say("hồ sơ H37.12-261116-0045 đến đâu rồi")).startswith("Mã này")
    assert await chat.say("b2cf 3ghj 4k") == USELESS


async def test_who_is_linked_lets_a_browser_of_their_own_in(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as(cast.person(cast.OFFICER))
    first = (await chat.say("mã cho trang web của tôi")).splitlines()[1]
    reply = (await chat.say("code for my web page")).splitlines()
    code = reply[1]
    assert reply == [
        "Your code for the office's web page:",
        code,
        "It can be used once, until 09:00 Thursday 26/11/2026. Please pass it on to nobody.",
        f"Open the page with this code: https://troly.example/#ma={code}",
        "This code also links Telegram or Zalo: "
        "send it in a private chat with the assistant there.",
    ]
    browser = await chat_as()
    assert await browser.say(first) == USELESS
    assert "Hoàng Minh Đức" in await browser.say(code)
    assert await whose(sqlite_store, browser) == cast.OFFICER


async def test_whoever_is_not_of_the_office_gets_no_code_for_the_page(chat_as: ChatAs) -> None:
    told = (
        "Mã vào trang web dành cho cán bộ đã liên kết một kênh. "
        "Nếu anh/chị là cán bộ của Văn phòng, xin quản trị cấp mã."
    )
    for person in (None, cast.person(cast.CITIZEN)):
        assert (await (await chat_as(person)).say("mã cho trang web của tôi")).endswith(told)
