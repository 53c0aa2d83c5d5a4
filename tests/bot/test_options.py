"""What is a button, what is numbered, what is typed, on channels of few buttons."""

from dataclasses import replace

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import telegram, zalo_bot, zalo_oa
from bot.channels.options import kept_rows, laid_out, with_options
from handlers.texts import speak
from scheduler.clock import VIETNAM

SAY = speak("vi", VIETNAM)


def under(*labels: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text=label, callback_data=label) for label in labels]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def link(url: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Mở <trang>", url=url)]]
    )


def test_what_fits_is_a_button_and_nothing_is_added() -> None:
    markup = under("Có", "Không")
    assert with_options("Chắc?", markup, zalo_oa.CAN, SAY, unasked=False) == "Chắc?"
    assert len(laid_out(markup, zalo_oa.CAN).pressed) == 2
    assert with_options("Chắc?", markup, telegram.CAN, SAY, unasked=False) == "Chắc?"


def test_numbers_of_a_list_are_typed_as_they_are_and_the_rest_follows_them() -> None:
    markup = under("1", "2", "3", "4", "5", "Xem thêm")
    oa = with_options("…", markup, zalo_oa.CAN, SAY, unasked=False)
    assert oa == "…\n\nMời trả lời bằng số đứng trước."
    assert [b.text for b in laid_out(markup, zalo_oa.CAN).pressed] == ["Xem thêm"]
    bot = with_options("…", markup, zalo_bot.CAN, SAY, unasked=False)
    assert bot == "…\n\n6. Xem thêm\nMời trả lời bằng số đứng trước."
    ((*_, more),) = kept_rows(markup, zalo_bot.CAN)
    assert more == {"text": "Xem thêm", "data": "Xem thêm", "number": "6"}


def test_six_options_are_numbered_where_five_fit() -> None:
    markup = under("a", "b", "c", "d", "e", "g")
    assert laid_out(markup, zalo_oa.CAN).pressed == ()
    assert with_options("…", markup, zalo_oa.CAN, SAY, unasked=False).splitlines()[2] == "1. a"


def test_an_address_is_written_out_before_it_is_numbered_because_no_number_opens_it() -> None:
    page = [[InlineKeyboardButton(text="Trang", url="https://vidu.gov.vn/")]]
    five, six = under(*"abcde"), under(*"abcdeg")
    for markup, pressed, shown in (
        (five, 5, "…\n\nTrang: https://vidu.gov.vn/"),
        (six, 0, "6. g\nMời trả lời bằng số đứng trước.\nTrang: https://vidu.gov.vn/"),
    ):
        both = InlineKeyboardMarkup(inline_keyboard=[*markup.inline_keyboard, *page])
        assert len(laid_out(both, zalo_oa.CAN).pressed) == pressed
        assert with_options("…", both, zalo_oa.CAN, SAY, unasked=False).endswith(shown)


def test_under_what_is_said_unasked_and_for_one_alone_the_words_are_typed() -> None:
    asked = with_options("…", under("Thôi"), zalo_bot.CAN, SAY, unasked=False)
    pushed = with_options("…", under("Đã nhận", "Xong"), zalo_bot.CAN, SAY, unasked=True)
    assert asked == "…\n\nMời trả lời bằng chữ: “Thôi”"
    assert pushed == "…\n\nMời trả lời bằng chữ: “Đã nhận” · “Xong”"
    for rows in (
        kept_rows(under("Thôi"), zalo_bot.CAN),
        kept_rows(under("Đã nhận", "Xong"), zalo_bot.CAN, unasked=True),
    ):
        assert all("number" not in button for row in rows for button in row)


def test_an_address_is_a_button_only_where_it_can_be_one() -> None:
    https, http = link("https://a.vn/?b=1&c=2"), link("http://a.vn/")
    assert with_options("…", https, zalo_oa.CAN, SAY, unasked=False) == "…"
    written = "…\n\nMở &lt;trang&gt;: "
    assert with_options("…", http, zalo_oa.CAN, SAY, unasked=False) == f"{written}http://a.vn/"
    assert with_options("…", https, zalo_bot.CAN, SAY, unasked=False) == (
        f"{written}https://a.vn/?b=1&amp;c=2"
    )


@given(
    st.lists(st.sampled_from("123456abcdeg"), unique=True),
    st.integers(0, 6),
)
def test_every_button_can_be_chosen_in_exactly_one_way(labels: list[str], most: int) -> None:
    markup = under(*labels)
    layout = laid_out(markup, replace(zalo_oa.CAN, max_buttons=most))
    ways = [b.text for b in (*layout.pressed, *layout.typed)]
    ways += [button.text for _, button in layout.numbered]
    assert sorted(ways) == sorted(labels)
    assert len(layout.pressed) <= most
    numbers = [str(n) for n, _ in layout.numbered] + [b.text for b in layout.typed]
    assert len(numbers) == len(set(numbers))
