"""What somebody may ask of their own data: to see it, to delete it, and what needs a person."""

from typing import Any

import pytest
from sqlmodel import SQLModel, col, select

from bot.channels.console import Heard, open_console
from bot.pipeline import Pipeline
from handlers.dossiers import desk
from storage import own_data, staff
from storage.engine import Store
from storage.models import (
    Account,
    AuditEntry,
    ChatFile,
    ChatLine,
    DataRequest,
    DossierGrant,
    Handover,
    HandoverLine,
    HandoverState,
    Memory,
    Message,
    MessageKind,
    MessageState,
    Person,
    RequestKind,
    StoreKind,
    StoreMark,
    Tally,
)
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import MONDAY, Hands

DELETE = "Xóa dữ liệu của tôi"


async def all_of(store: Store, table: type[SQLModel]) -> list[Any]:
    async with store.reading() as db:
        return list((await db.exec(select(table))).all())


async def paper(chat: Chat, words: str) -> tuple[str, str]:
    """The name and the text of the file that comes back."""
    heard: list[Heard] = await chat.conversation.say(words)
    ((name, content),) = heard[-1].files
    return name, content.decode()


async def leave_traces(store: Store, account: Account, hands: Hands) -> None:
    """A dossier that was opened, a file, a form, a conversation with an officer, a word waiting."""
    async with store.sessions() as db, db.begin():
        hoa = await make.person(db)
        dossier = await make.dossier(db, "000.00.12.H37-261109-0045")
        number = account.id or 0
        rows: list[SQLModel] = [
            DossierGrant(account_id=number, dossier_id=dossier.id or 0, since=MONDAY),
            ChatFile(
                id="f", chat_id=account.chat_id, name="don.pdf", mime="", content=b"12", at=MONDAY
            ),
            Memory(
                bot_id=103, chat_id=account.chat_id, user_id=account.chat_id,
                data={"field": "đất đai"}, changed_at=MONDAY,
            ),
            Handover(
                id=1, account_id=number, state=HandoverState.TAKEN, asked_at=MONDAY,
                call_at=MONDAY, officer_id=hoa.id,
            ),
            HandoverLine(handover_id=1, at=MONDAY, by_officer=False, words="Cho tôi hỏi"),
            HandoverLine(handover_id=1, at=MONDAY, by_officer=True, words="Xin mời"),
            Message(
                account_id=number, slot="1", kind=MessageKind.RELAY, words="Chờ chút",
                state=MessageState.PLANNED, send_at=MONDAY, planned_for=MONDAY,
            ),
            Tally(kind="dossier codes", key=str(number), since=hands(), count=3),
        ]  # fmt: skip
        for row in rows:
            db.add(row)
            await db.flush()


async def account_of(store: Store, chat: Chat) -> Account:
    async with store.reading() as db:
        mine = select(Account).where(Account.chat_id == chat.conversation.chat_id)
        return (await db.exec(mine)).one()


async def test_the_file_has_everything_and_nothing_of_anybody_else(
    chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    other = await chat_as()
    await other.say("tôi là người khác")
    chat = await chat_as()
    await chat.say("xin chào <b>")
    await leave_traces(sqlite_store, await account_of(sqlite_store, chat), hands)
    await chat.say("sửa dữ liệu của tôi: ngày sinh ghi sai")
    name, text = await paper(chat, "dữ liệu của tôi")
    assert name == "du-lieu-cua-toi-20261116.txt"
    for kept in (
        "Kênh: máy của Văn phòng.",
        "08:00 thứ Hai 16/11/2026 – Anh/Chị: xin chào <b>\n",
        "08:00 thứ Hai 16/11/2026 – Trợ lý: Chào Anh/Chị.",
        "don.pdf (2 byte)",
        "Cán bộ: Xin mời",
        "Anh/Chị: Cho tôi hỏi",
        "đất đai",
        "000.00.12.H37-261109-0045, từ",
        "sửa dữ liệu của tôi: ngày sinh ghi sai",
        "Chờ chút",
        "3 lần",
        "gửi yêu cầu về dữ liệu của mình",
        "KHÔNG LƯU",
    ):
        assert kept in text
    assert "người khác" not in text
    assert "Hoa" not in text
    assert "Nguyễn Văn Ví Dụ" not in text
    assert "&lt;" not in text


async def test_the_file_speaks_the_language_of_the_question(chat_as: ChatAs) -> None:
    chat = await chat_as()
    name, text = await paper(chat, "show me my data")
    assert name == "my-data-20261116.txt"
    assert text.startswith("WHAT THE AUTOMATIC ASSISTANT KEEPS ABOUT THIS ACCOUNT\n")
    assert "CONVERSATION: 0 lines. Kept for 90 days.\nNone." in text


async def test_an_officer_gets_what_is_kept_about_their_account(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        hoa = await make.person(db, title="Chuyên viên")
        await make.document(db, "77/UBND-KGVX", holder_id=hoa.id, subject="Mật danh")
    chat = await chat_as(hoa)
    _, text = await paper(chat, "xem dữ liệu của tôi")
    assert "Người dùng tài khoản: Trần Thị Hoa, Chuyên viên" in text
    assert "Mật danh" not in text


async def test_who_is_behind_an_account_now_reads_nothing_of_who_was_before(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        hoa = await make.person(db, title="Chuyên viên")
    phone = await chat_as(hoa)
    await phone.say("văn bản quá hạn của tôi")
    _, text = await paper(phone, "dữ liệu của tôi")
    assert "xem văn bản quá hạn" in text
    assert hoa.id
    async with sqlite_store.sessions() as db, db.begin():
        await staff.leave(db, hoa.id, now=MONDAY)
    _, text = await paper(phone, "dữ liệu của tôi")
    assert "Trần Thị Hoa" not in text
    assert "xem văn bản quá hạn" not in text


async def test_before_deleting_it_says_what_goes_what_stays_and_why(chat_as: ChatAs) -> None:
    chat = await chat_as()
    assert await chat.say("xóa dữ liệu của tôi") == (
        "Trợ lý sẽ xóa ngay: lời trò chuyện và tệp lưu tại đây, lời trao đổi với cán bộ, quyền xem "
        "các hồ sơ đã mở, tin đang chờ gửi và ngôn ngữ đã chọn.\n"
        "Không được xóa tại đây:\n"
        "– Hồ sơ, đơn thư, sổ đăng ký: tài liệu lưu trữ của cơ quan "
        "(Luật Lưu trữ 33/2024/QH15).\n"
        "– Nhật ký truy cập: giữ 1.825 ngày để kiểm tra việc bảo vệ dữ liệu (Luật 91/2025/QH15), "
        "không có lời của Anh/Chị.\n"
        "– Yêu cầu về dữ liệu đã gửi: giữ 1.825 ngày sau khi trả lời, để chứng minh đã trả lời.\n"
        "– Thời điểm đã trao đổi với cán bộ, không có lời: giữ 90 ngày.\n"
        "– Số lần nhập mã trong ngày, để không ai dò được mã.\n"
        "Xóa rồi không lấy lại được. Anh/Chị có chắc chắn không?"
    )
    assert chat.buttons == [DELETE, "Gửi yêu cầu xóa cả phần còn lại"]


async def test_one_press_deletes_it_and_the_next_word_is_a_first_one(
    chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.REAL, office="Văn phòng Ví Dụ", since=MONDAY))
    other = await chat_as()
    await other.say("xin chào")
    chat = await chat_as(language="vi")
    await leave_traces(sqlite_store, await account_of(sqlite_store, chat), hands)
    await chat.say("xóa dữ liệu của tôi")
    assert await chat.press(DELETE) == (
        "Đã xóa. Lần nhắn tới trợ lý sẽ chào Anh/Chị như người mới."
    )
    theirs = chat.conversation.chat_id
    assert {line.chat_id for line in await all_of(sqlite_store, ChatLine)} == {
        other.conversation.chat_id
    }
    for table in (ChatFile, Memory, DossierGrant, HandoverLine):
        assert await all_of(sqlite_store, table) == []
    (handover,) = await all_of(sqlite_store, Handover)
    assert handover.state is HandoverState.ENDED
    (waiting,) = await all_of(sqlite_store, Message)
    assert (waiting.state, waiting.words) == (MessageState.CANCELLED, "")
    account = await account_of(sqlite_store, chat)
    assert (account.chat_id, account.language, account.greeted) == (theirs, None, False)
    (entry,) = await all_of(sqlite_store, AuditEntry)
    assert (entry.act, entry.account_id, entry.detail) == ("data.delete", account.id, "")
    assert (await chat.say("xin chào")).startswith("Đây là trợ lý tự động của Văn phòng Ví Dụ")


async def test_a_second_press_finds_nothing(chat_as: ChatAs) -> None:
    chat = await chat_as()
    await chat.say("xóa dữ liệu của tôi")
    shown = chat.conversation.last
    await chat.press(DELETE)
    chat.conversation.last = shown
    assert (await chat.press(DELETE)).endswith(
        "\n\nNút này không còn dùng được. Mời anh/chị gõ lại câu hỏi để xem thông tin mới nhất."
    )


async def test_deleting_gives_no_try_back(
    chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    chat = await chat_as()
    account = await account_of(sqlite_store, chat)
    await leave_traces(sqlite_store, account, hands)
    async with sqlite_store.sessions() as db, db.begin():
        hands.forward(hours=30)
        db.add(Tally(kind="link codes", key=str(account.id), since=hands(), count=5))
    await chat.say("xóa dữ liệu của tôi")
    await chat.press(DELETE)
    assert [(one.kind, one.count) for one in await all_of(sqlite_store, Tally)] == [
        ("link codes", 5)
    ]


async def test_of_an_officer_the_conversation_goes_and_the_link_stays(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        hoa = await make.person(db)
    chat = await chat_as(hoa)
    told = await chat.say("xóa dữ liệu của tôi")
    assert "Liên kết tài khoản vẫn giữ; muốn bỏ liên kết, xin gõ /thoat." in told
    await chat.press(DELETE)
    assert (await account_of(sqlite_store, chat)).person_id == hoa.id
    assert (await chat.say("xin chào")).startswith("Chào đồng chí Hoa.")


async def test_on_telegram_it_says_who_keeps_the_words(
    sqlite_store: Store, hands: Hands, pipeline: Pipeline
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        account = await make.account(db, channel="telegram")
    chat = Chat(open_console(hands, "telegram", "101:telegram"), account.chat_id, pipeline)
    told = await chat.say("xóa dữ liệu của tôi")
    assert "\nTin nhắn trong Telegram do Telegram giữ: mời Anh/Chị tự xóa trong ứng dụng.\n" in told


async def test_a_request_gets_a_number_and_a_day(
    chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    chat = await chat_as()
    assert await chat.say("Sửa dữ liệu của tôi: số điện thoại đã đổi") == (
        "Đã ghi nhận yêu cầu số 1: sửa dữ liệu.\n"
        "Văn phòng trả lời tại đây chậm nhất thứ Tư 18/11/2026, tức 02 ngày làm việc "
        "(Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP).\n"
        "Muốn nói rõ điều cần sửa, xin gõ ví dụ: “sửa dữ liệu của tôi: số điện thoại đã đổi”.\n"
        "Theo dõi: gõ “yêu cầu dữ liệu của tôi”."
    )
    (request,) = await all_of(sqlite_store, DataRequest)
    assert (request.kind, request.detail) == (
        RequestKind.CORRECT,
        "Sửa dữ liệu của tôi: số điện thoại đã đổi",
    )
    (entry,) = await all_of(sqlite_store, AuditEntry)
    assert (entry.act, entry.item_id, entry.detail) == ("data.request", 1, "correct")
    hands.forward(days=1)
    again = await chat.say("sửa dữ liệu của tôi nữa")
    assert again.startswith(
        "Yêu cầu số 1 (sửa dữ liệu) đang được xử lý, lời Anh/Chị vừa gõ đã được ghi thêm.\n"
        "Văn phòng trả lời tại đây chậm nhất thứ Tư 18/11/2026."
    )
    (request,) = await all_of(sqlite_store, DataRequest)
    assert request.detail.endswith("\nsửa dữ liệu của tôi nữa")


async def test_days_off_do_not_count_and_one_in_doubt_is_named(
    chat_as: ChatAs, hands: Hands
) -> None:
    hands.set("2026-11-20 15:00")  # a Friday; 24/11 is a holiday
    chat = await chat_as()
    told = await chat.say("tôi muốn rút lại sự đồng ý")
    assert "yêu cầu số 1: rút lại sự đồng ý" in told
    assert "chậm nhất thứ Tư 25/11/2026, tức 02 ngày làm việc" in told


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("hạn chế xử lý dữ liệu của tôi", RequestKind.RESTRICT),
        ("tôi phản đối việc xử lý dữ liệu", RequestKind.OBJECT),
        ("rút lại đồng ý", RequestKind.WITHDRAW),
        ("sua du lieu cua toi", RequestKind.CORRECT),
        ("withdraw my consent", RequestKind.WITHDRAW),
    ],
)
async def test_each_right_is_told_from_the_others(
    chat_as: ChatAs, sqlite_store: Store, words: str, kind: RequestKind
) -> None:
    await (await chat_as()).say(words)
    assert [one.kind for one in await all_of(sqlite_store, DataRequest)] == [kind]


async def test_rights_that_are_not_named_are_offered(chat_as: ChatAs, sqlite_store: Store) -> None:
    chat = await chat_as()
    assert (await chat.say("tôi có quyền gì với dữ liệu cá nhân")).startswith("Xem thì gõ")
    assert chat.buttons == [
        "Sửa dữ liệu",
        "Hạn chế xử lý dữ liệu",
        "Phản đối xử lý dữ liệu",
        "Rút lại sự đồng ý",
    ]
    assert "Đã ghi nhận yêu cầu số 1: phản đối" in await chat.press("Phản đối xử lý dữ liệu")
    (request,) = await all_of(sqlite_store, DataRequest)
    assert (request.kind, request.detail) == (RequestKind.OBJECT, "")


async def test_what_may_not_be_deleted_at_once_becomes_a_request(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    chat = await chat_as()
    await chat.say("xóa dữ liệu của tôi")
    told = await chat.press("Gửi yêu cầu xóa cả phần còn lại")
    assert told.startswith("Đã ghi nhận yêu cầu số 1: xóa dữ liệu.")
    await chat.say("xóa dữ liệu của tôi")
    await chat.press(DELETE)
    assert "Số 1, xóa dữ liệu" in await chat.say("yêu cầu dữ liệu của tôi tới đâu rồi")


async def test_its_state_is_asked_for(chat_as: ChatAs, sqlite_store: Store, hands: Hands) -> None:
    other = await chat_as()
    await other.say("phản đối xử lý dữ liệu cá nhân")
    chat = await chat_as()
    assert (await chat.say("yêu cầu dữ liệu của tôi")).startswith("Anh/Chị chưa gửi yêu cầu nào")
    await chat.say("rút lại đồng ý")
    assert await chat.say("yêu cầu dữ liệu của tôi") == (
        "Yêu cầu về dữ liệu của Anh/Chị:\n"
        "– Số 2, rút lại sự đồng ý, gửi 08:00 thứ Hai 16/11/2026: "
        "đang chờ trả lời, chậm nhất thứ Tư 18/11/2026."
    )
    async with sqlite_store.sessions() as db, db.begin():
        request = (await db.exec(select(DataRequest).where(col(DataRequest.id) == 2))).one()
        request.done_at, request.note = MONDAY, "Đã ngừng."
        db.add(request)
    assert "đã trả lời 08:00 thứ Hai 16/11/2026. Đã ngừng." in await chat.say(
        "yêu cầu dữ liệu của tôi tới đâu"
    )


async def test_a_person_of_the_store_is_never_deleted(chat_as: ChatAs, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        hoa = await make.person(db)
    chat = await chat_as(hoa)
    await chat.say("xóa dữ liệu của tôi")
    await chat.press(DELETE)
    assert [one.id for one in await all_of(sqlite_store, Person)] == [hoa.id]


def test_the_tries_of_a_chat_are_found_under_their_own_name() -> None:
    assert desk.CODES in own_data.COUNTED_BY_CHAT
