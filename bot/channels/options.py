"""Buttons where a channel shows few or none: the rest is numbered, and typed.

What a number means is kept with the buttons of the message, so it counts only for the newest
message that offered it, also after a restart (`bot/asking.py`). Buttons that are numbers
themselves, under a list, are typed as they are.

Under what is said unasked nothing is numbered: a bare digit might be meant for something else.
There the words on the buttons are typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels import Capabilities
from handlers.keyboards import kept
from handlers.texts import Say, Words, lines

Buttons = Sequence[InlineKeyboardButton]


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The buttons of one message, by how somebody presses each."""

    pressed: tuple[InlineKeyboardButton, ...] = ()
    typed: tuple[InlineKeyboardButton, ...] = ()  # those that are numbers themselves
    numbered: tuple[tuple[int, InlineKeyboardButton], ...] = ()
    opened: tuple[InlineKeyboardButton, ...] = ()  # addresses, written out

    @property
    def is_single(self) -> bool:
        """One option alone, such as “Thôi” in a form: a digit is more likely an answer."""
        return len(self.numbered) == 1 and not self.typed

    def number_of(self, button: InlineKeyboardButton) -> str:
        """What is typed for it; empty for one that is pressed, or is a number itself."""
        return next((str(number) for number, one in self.numbered if one is button), "")


def laid_out(markup: object, can: Capabilities) -> Layout:
    """How the buttons of a message are shown on a channel."""
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    buttons = tuple(button for row in rows for button in row)
    most = can.max_buttons
    if most is None:
        return Layout(pressed=buttons)
    opened = tuple(b for b in buttons if b.url and not (most and b.url.startswith("https://")))
    rest = tuple(button for button in buttons if button not in opened)
    if len(rest) <= most:
        return Layout(pressed=rest, opened=opened)
    typed = tuple(button for button in rest if button.text.isdigit())
    others = tuple(button for button in rest if not button.text.isdigit())
    if others and len(others) <= most:
        return Layout(pressed=others, typed=typed, opened=opened)
    opened = tuple(button for button in buttons if button.url)
    others = tuple(button for button in others if button not in opened)
    if others and len(others) <= most:
        return Layout(pressed=others, typed=typed, opened=opened)
    first = max((int(button.text) for button in typed), default=0) + 1
    return Layout(typed=typed, numbered=tuple(enumerate(others, first)), opened=opened)


def with_options(text: str, markup: object, can: Capabilities, say: Say, *, unasked: bool) -> str:
    """The words, and below them what cannot be a button."""
    layout = laid_out(markup, can)
    names = [button.text for _, button in layout.numbered]
    in_words = unasked or layout.is_single
    shown = lines(
        *(
            Words(f"{number}. {escape(button.text, quote=False)}")
            for number, button in layout.numbered
            if not in_words
        ),
        say("options-words", options=" · ".join(f"“{name}”" for name in names))
        if in_words and names
        else None,
        say("options-number") if (layout.typed or names) and not in_words else None,
        *(Words(escape(f"{button.text}: {button.url}", quote=False)) for button in layout.opened),
    )
    return f"{text}\n\n{shown}" if shown else text


def without_options(text: str, markup: object, can: Capabilities, say: Say) -> str:
    """The words alone again: what waits in the outbox is said later, without its buttons."""
    return text.removesuffix(with_options("", markup, can, say, unasked=False))


def kept_rows(
    markup: object, can: Capabilities, *, unasked: bool = False
) -> list[list[dict[str, str]]]:
    """The buttons of a message as the store keeps them, with the numbers that press them."""
    layout = laid_out(markup, can)
    in_words = unasked or layout.is_single
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    return [
        [
            kept(button) | ({"number": number} if number and not in_words else {})
            for button in row
            if button.callback_data or button.url
            for number in [layout.number_of(button)]
        ]
        for row in rows
    ]
