"""The terminal as a channel: everything that aiogram can send is shown as well as letters can."""

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels import Channel
from bot.channels.console import ConsoleSession, Conversation, Heard

CHAT = 7
MORE = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Xem thêm", callback_data="more"),
            InlineKeyboardButton(text="Bản đồ", url="https://example.org/"),
        ]
    ]
)


def heard(channel: Channel) -> list[Heard]:
    session = channel.bot.session
    assert isinstance(session, ConsoleSession)
    return session.take(CHAT)


async def test_words_are_read_without_their_tags(channel: Channel) -> None:
    sent = await channel.bot.send_message(CHAT, "<b>1 &lt; 2</b>", reply_markup=MORE)
    assert heard(channel) == [
        Heard(
            sent.message_id, "1 < 2", [[("Xem thêm", "more"), ("Bản đồ", "https://example.org/")]]
        )
    ]
    assert heard(channel) == []


async def test_a_picture_is_its_caption_and_the_name_of_its_file(channel: Channel) -> None:
    picture = BufferedInputFile(b"png", "bieu-do.png")
    sent = await channel.bot.send_photo(CHAT, picture, caption="<i>Biểu đồ</i>", reply_markup=MORE)
    (shown,) = heard(channel)
    assert (shown.message_id, shown.text, shown.pictures) == (
        sent.message_id,
        "Biểu đồ",
        ["bieu-do.png"],
    )
    await channel.bot.send_photo(CHAT, "an-id-of-before")
    assert heard(channel)[0].pictures == ["an-id-of-before"]


async def test_a_file_comes_with_its_contents(channel: Channel) -> None:
    await channel.bot.send_document(CHAT, BufferedInputFile(b"a;b", "bang.csv"), caption="Bảng")
    (shown,) = heard(channel)
    assert (shown.text, shown.files) == ("Bảng", [("bang.csv", b"a;b")])
    await channel.bot.send_document(CHAT, "an-id-of-before")
    assert heard(channel)[0].files == [("an-id-of-before", b"")]


async def test_what_is_edited_is_shown_again_under_its_number(channel: Channel) -> None:
    sent = await channel.bot.send_message(CHAT, "Đang tìm")
    edited = await sent.edit_text("Đã tìm thấy", reply_markup=MORE)
    assert isinstance(edited, type(sent))
    first, second = heard(channel)
    assert first.message_id == second.message_id == edited.message_id
    assert (second.text, second.buttons[0][0]) == ("Đã tìm thấy", ("Xem thêm", "more"))
    await sent.edit_reply_markup(reply_markup=None)
    assert heard(channel) == []


async def test_what_only_decorates_is_passed_over(channel: Channel) -> None:
    assert await channel.bot.send_chat_action(CHAT, "typing")
    assert heard(channel) == []


async def test_it_says_who_it_is(channel: Channel) -> None:
    assert (await channel.bot.me()).username == "console"


async def test_what_a_terminal_cannot_show_is_refused_by_name(channel: Channel) -> None:
    with pytest.raises(TelegramBadRequest, match="SendDice has no equivalent on console"):
        await channel.bot.send_dice(CHAT)


async def test_nobody_sends_files_from_a_terminal(channel: Channel) -> None:
    with pytest.raises(NotImplementedError, match="console takes no files"):
        await channel.bot.download_file("a-file")


async def test_a_button_that_is_not_there_cannot_be_pressed(channel: Channel) -> None:
    async def receive(_channel: Channel, _update: object) -> None:
        return None

    talk = Conversation(channel, CHAT, receive)
    assert await talk.say("xin chào") == []
    with pytest.raises(LookupError, match="Xem thêm"):
        await talk.press("Xem thêm")


async def test_numbers_of_messages_only_grow(channel: Channel) -> None:
    numbers = [(await channel.bot.send_message(CHAT, "?")).message_id for _ in range(5)]
    assert numbers == sorted(set(numbers))
