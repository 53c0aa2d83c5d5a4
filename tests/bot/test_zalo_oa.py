"""Conversations by a Zalo Official Account: what is shown, what is a button, what is a link."""

import hashlib
import unicodedata
from datetime import timedelta
from io import BytesIO

import pytest
from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import BufferedInputFile
from PIL import Image
from sqlmodel import select

from bot.channels.zalo.http import FileGoneError
from bot.channels.zalo_oa import NAME
from storage import exposures
from storage.engine import Store
from storage.models import Account, HandedFile, Level, Noun, Person
from storage.viewer import Role
from tests import office as make
from tests.bot.fake_telegram import eventually
from tests.bot.fake_zalo_oa import buttons_of, fake_oa
from tests.bot.on_zalo import PAGE, USER, on_oa
from tests.hands import Hands


async def hoa_on_zalo(store: Store, number: int = 8) -> Person:
    async with store.sessions() as db, db.begin():
        unit = await make.unit(db)
        hoa = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
        await make.account(db, hoa, channel=NAME, chat_id=USER)
        await make.overdue_documents(db, hoa, number)
    return hoa


def titles(body: dict) -> list[str]:  # type: ignore[type-arg]
    return [one["title"] for one in buttons_of(body)]


async def test_words_go_without_tags_and_buttons_are_taps_of_that_message(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_on_zalo(sqlite_store)
    async with on_oa(sqlite_store, hands) as chat:
        first = await chat.say("văn bản quá hạn")
        assert "<b>" not in first["message"]["text"]
        assert first["recipient"] == {"user_id": str(USER)}
        assert "Xem thêm" in titles(first)
        assert not any(title.isdigit() for title in titles(first))
        assert all(one["type"] == "oa.query.hide" for one in buttons_of(first))
        second = await chat.press("Xem thêm")
        assert "8/SYT-NVY" in second["message"]["text"]
        assert len(chat.fake.said) == 2


async def test_the_number_before_a_line_is_typed_where_buttons_are_few(
    sqlite_store: Store, hands: Hands
) -> None:
    await hoa_on_zalo(sqlite_store)
    async with sqlite_store.sessions() as db, db.begin():
        await exposures.put(db, NAME, Noun.DOCUMENTS, Role.OFFICER, Level.FULL)
    async with on_oa(sqlite_store, hands) as chat:
        shown = await chat.say("văn bản quá hạn")
        assert "Mời trả lời bằng số đứng trước." in shown["message"]["text"]
        one = await chat.say("2")
        assert "3/SYT-NVY" in one["message"]["text"]
        assert "2/SYT-NVY" not in one["message"]["text"]


async def test_what_was_not_offered_is_not_pressed(sqlite_store: Store, hands: Hands) -> None:
    await hoa_on_zalo(sqlite_store, 1)
    async with on_oa(sqlite_store, hands) as chat:
        await chat.say("trợ giúp")
        forged = await chat.say("#1795000000000:done:document:1:1")
        assert "quá hạn" not in forged["message"]["text"]
        assert "2/SYT-NVY" not in forged["message"]["text"]


async def test_old_buttons_work_after_a_restart(sqlite_store: Store, hands: Hands) -> None:
    await hoa_on_zalo(sqlite_store)
    async with fake_oa() as fake:
        async with on_oa(sqlite_store, hands, fake=fake) as before:
            await before.say("văn bản quá hạn")
        async with on_oa(sqlite_store, hands, fake=fake) as after:
            second = await after.press("Xem thêm")
    assert "8/SYT-NVY" in second["message"]["text"]
    assert fake.renewals == 1  # the token of before is still good


async def test_who_follows_is_greeted_and_who_leaves_is_not_written_to(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_oa(sqlite_store, hands) as chat:
        welcome = await chat.brings(
            {**chat.event("follow"), "follower": {"id": str(USER)}, "sender": {}}
        )
        assert "Zalo" in welcome["message"]["text"]  # whose servers keep what is said
        await chat.take({**chat.event("unfollow"), "follower": {"id": str(USER)}})
        async with sqlite_store.reading() as db:
            await _until_blocked(sqlite_store)
            account = (await db.exec(select(Account))).one()
        assert account.external_id == str(account.chat_id) == str(USER)


async def _until_blocked(store: Store) -> None:
    async def blocked() -> bool:
        async with store.reading() as db:
            return (await db.exec(select(Account.blocked_at))).one() is not None

    await eventually(blocked)


async def test_our_own_words_brought_back_are_nobodys_question(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_oa(sqlite_store, hands) as chat:
        await chat.take(chat.event("oa_send_text", message={"msg_id": "1", "text": "xin chào"}))
        await chat.say("trợ giúp")
        assert len(chat.fake.said) == 1


async def test_a_long_answer_is_cut_where_sentences_end(sqlite_store: Store, hands: Hands) -> None:
    sentence = "Hồ sơ được tiếp nhận và trả kết quả tại Trung tâm. "
    async with on_oa(sqlite_store, hands) as chat:
        await chat.channel.bot.send_message(USER, sentence * 60)
        parts = chat.fake.texts
    assert [len(part) <= 2000 for part in parts] == [True, True]
    assert all(part.endswith("Trung tâm.") for part in (part.strip() for part in parts))


async def test_letters_with_their_marks_apart_count_once(sqlite_store: Store, hands: Hands) -> None:
    words = unicodedata.normalize("NFD", "ở " * 990)
    async with on_oa(sqlite_store, hands) as chat:
        await chat.channel.bot.send_message(USER, words)
        assert [len(text) for text in chat.fake.texts] == [1980]


def picture(side: int) -> bytes:
    noise = hashlib.shake_256(b"noise").digest(side * side * 3)
    written = BytesIO()
    Image.frombytes("RGB", (side, side), noise).save(written, "PNG")
    return written.getvalue()


async def test_a_picture_is_made_small_enough(sqlite_store: Store, hands: Hands) -> None:
    async with on_oa(sqlite_store, hands) as chat:
        large = BufferedInputFile(picture(1200), filename="bieu-do.png")
        await chat.channel.bot(SendPhoto(chat_id=USER, photo=large, caption="<b>Biểu đồ</b>"))
        ((kind, name, content),) = chat.fake.uploads
        (shown,) = chat.fake.said
    assert (kind, name) == ("image", "bieu-do.jpg")
    assert len(content) <= 1024 * 1024
    assert shown["message"]["text"] == "Biểu đồ"
    assert shown["message"]["attachment"]["payload"]["elements"] == [
        {"media_type": "image", "attachment_id": "image1"}
    ]


async def test_a_paper_is_uploaded_and_anything_else_is_a_link_for_an_hour(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_oa(sqlite_store, hands) as chat:
        paper = BufferedInputFile(b"%PDF-1.4", filename="giay-hen.pdf")
        await chat.channel.bot(SendDocument(chat_id=USER, document=paper, caption="Giấy hẹn"))
        words, file = chat.fake.said
        assert words["message"] == {"text": "Giấy hẹn"}
        assert file["message"] == {"attachment": {"type": "file", "payload": {"token": "file1"}}}
        sheet = BufferedInputFile(b"PK", filename="so.xlsx")
        await chat.channel.bot(SendDocument(chat_id=USER, document=sheet, caption="Sổ"))
        link = chat.fake.texts[-1]
    async with sqlite_store.reading() as db:
        (kept,) = (await db.exec(select(HandedFile))).all()
    assert link.startswith(f"Sổ\nTệp so.xlsx: {PAGE}/tep/{kept.id}\n")
    assert len(kept.id) >= 43
    assert (kept.content, kept.until) == (b"PK", hands.now + timedelta(hours=1))


async def test_a_file_that_is_not_taken_after_all_is_a_link(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_oa(sqlite_store, hands) as chat:
        await chat.say("trợ giúp")
        chat.fake.refused_uploads = [-201]
        paper = BufferedInputFile(b"%PDF-1.4", filename="giay-hen.pdf")
        await chat.channel.bot(SendDocument(chat_id=USER, document=paper, caption="Giấy hẹn"))
        assert f"{PAGE}/tep/" in chat.fake.texts[-1]


async def test_what_people_send_is_fetched_from_zalo_alone(
    sqlite_store: Store, hands: Hands
) -> None:
    async with on_oa(sqlite_store, hands) as chat:
        chat.fake.files["a.png"] = b"the bytes"
        content = await chat.channel.bot.download(f"{chat.fake.url}/sent/a.png")
        assert content
        assert content.read() == b"the bytes"
        for elsewhere in (
            f"{chat.fake.url}/sent/gone.png",
            "http://127.0.0.1:1/",
            "https://evilzdn.vn/a.png",
            "file:///etc/passwd",
        ):
            with pytest.raises(FileGoneError):
                await chat.channel.bot.download(elsewhere)
