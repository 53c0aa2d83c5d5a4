"""Conversations by Telegram: what is shown, what is edited in place, what is sent as a file."""

from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from sqlmodel import select

from bot import push
from bot.channels import telegram
from storage.engine import Store
from storage.models import ChatLine, Person
from tests import office as make
from tests.bot.fake_telegram import fake_telegram, pressed, refusal
from tests.bot.on_telegram import buttons_of, labels_of, on_telegram
from tests.hands import Hands

PAPER = BufferedInputFile(b"%PDF-1.4", filename="giay-hen.pdf")
ROW = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Xem", callback_data="q:help")]]
)


async def hoa_with_documents(store: Store, number: int = 8) -> Person:
    async with store.sessions() as db, db.begin():
        unit = await make.unit(db)
        hoa = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
        await make.account(db, hoa, channel="telegram", chat_id=7)
        await make.overdue_documents(db, hoa, number)
    return hoa


async def test_the_page_of_a_list_is_turned_in_its_own_message(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_with_documents(sqlite_store)
    async with on_telegram(sqlite_store, hands) as chat:
        first = await chat.say("văn bản quá hạn")
        assert "Xem thêm" in labels_of(first)
        second = await chat.press(1, "Xem thêm")
        assert chat.fake.edited == [second]
        assert second["message_id"] == "1"
        assert "8/SYT-NVY" in second["text"]
        again = await chat.press(1, "Trang trước")
        assert (again["text"], len(chat.fake.sent)) == (first["text"], 1)
        assert len(chat.fake.forms_of("answerCallbackQuery")) == 2
    async with sqlite_store.reading() as db:
        assert len((await db.exec(select(ChatLine))).all()) == 1


async def test_typed_instead_of_pressed_the_next_page_is_a_new_message(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_with_documents(sqlite_store)
    async with on_telegram(sqlite_store, hands) as chat:
        await chat.say("văn bản quá hạn")
        second = await chat.say("xem thêm")
        assert "8/SYT-NVY" in second["text"]
        assert chat.fake.edited == []


async def test_what_cannot_be_edited_is_said_anew_and_what_reads_so_already_is_not(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_with_documents(sqlite_store)
    async with on_telegram(sqlite_store, hands) as chat:
        await chat.say("văn bản quá hạn")
        chat.fake.refused_edits = [refusal(400, "Bad Request: message can't be edited")]
        anew = await chat.press(1, "Xem thêm")
        assert chat.fake.sent[-1] == anew
        assert "8/SYT-NVY" in anew["text"]
        chat.fake.refused_edits = [
            refusal(400, "Bad Request: message is not modified: specified new message content …")
        ]
        back = next(one for one in buttons_of(anew) if one["text"] == "Trang trước")
        await chat.came.take([pressed(900, 2, back["callback_data"])])
        await chat.say("trợ giúp")
        assert len(chat.fake.sent) == 3  # the list, its next page, and the help


async def test_done_takes_the_place_of_the_card_and_a_second_tap_says_nothing(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_with_documents(sqlite_store, 1)
    async with on_telegram(sqlite_store, hands) as chat:
        await chat.say("văn bản 2/SYT-NVY")
        done = await chat.press(1, "Đã xong")
        assert chat.fake.edited == [done]
        assert "2/SYT-NVY" in done["text"]
        assert labels_of(done) == ["Hoàn tác"]


async def test_old_buttons_work_after_a_restart(sqlite_store: Store, hands: Hands) -> None:
    await hoa_with_documents(sqlite_store)
    async with fake_telegram() as fake:
        async with on_telegram(sqlite_store, hands, fake=fake) as before:
            await before.say("văn bản quá hạn")
        async with on_telegram(sqlite_store, hands, fake=fake) as after:
            second = await after.press(1, "Xem thêm")
    assert "8/SYT-NVY" in second["text"]


async def test_commands_of_the_menu_ask_what_they_say(sqlite_store: Store, hands: Hands) -> None:
    await hoa_with_documents(sqlite_store, 1)
    async with on_telegram(sqlite_store, hands) as chat:
        assert (await chat.say("/start"))["text"].startswith("Chào đồng chí Hoa")
        assert (await chat.say("/start gi-do-la"))["text"].startswith("Chào đồng chí Hoa")
        assert "2/SYT-NVY" in (await chat.say("/vanban 2/SYT-NVY"))["text"]
        assert "không có cuộc họp" in (await chat.say("/lich"))["text"]


async def test_the_link_on_a_receipt_asks_for_its_dossier(
    sqlite_store: Store, hands: Hands
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        dossier = await make.dossier(db)
    async with on_telegram(sqlite_store, hands) as chat:
        payload = f"d_{dossier.code.replace('.', '_')}"
        shown = await chat.say(f"/start {payload}")
    assert dossier.code in shown["text"]


async def test_what_is_too_long_under_a_file_follows_it(sqlite_store: Store, hands: Hands) -> None:
    words = "Phòng Khoa giáo – Văn xã\n" * 60
    methods = (
        SendDocument(chat_id=7, document=PAPER, caption=words, reply_markup=ROW),
        SendPhoto(chat_id=7, photo=PAPER, caption="ngắn"),
    )
    file, below, photo = push.fitting(methods, telegram.CAN)
    assert (getattr(file, "caption", ""), getattr(file, "reply_markup", "")) == (None, None)
    assert (getattr(below, "text", ""), getattr(below, "reply_markup", None)) == (words, ROW)
    assert photo is methods[1]
    async with on_telegram(sqlite_store, hands) as chat:
        await chat.channel.bot(methods[0].model_copy(update={"caption": "Giấy hẹn"}))
        assert chat.fake.texts == ["Giấy hẹn"]
        assert chat.fake.sent[0]["document"]


async def test_what_people_send_is_fetched_into_memory(sqlite_store: Store, hands: Hands) -> None:
    async with on_telegram(sqlite_store, hands) as chat:
        chat.fake.files["AgAC"] = b"the bytes of a photo"
        content = await chat.channel.bot.download("AgAC")
    assert content
    assert content.read() == b"the bytes of a photo"
