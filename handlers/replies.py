"""What a handler returns: a reply to the chat that asked, as much of it as may be said there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aiogram.methods import SendDocument, SendMessage, SendPhoto
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from handlers.limits import Limits
from handlers.references import Brief, Reference
from handlers.texts import Words
from handlers.understanding.asked import Lacking
from storage.shown import Numbered

NO_FORM = ReplyKeyboardRemove(remove_keyboard=True)
Buttons = Sequence[Sequence[InlineKeyboardButton]]
Said = tuple[Words, Buttons, Brief]
"""An answer in its parts: `answer(*said)`."""


class InPlace(SendMessage):
    """Takes the place of a message of ours; `bot/push.py` says it anew where it cannot."""

    message_id: int


class RequestContact(SendMessage):
    """Asks for somebody's own telephone number by the messenger's form; left out without one."""

    reply_markup: ReplyKeyboardMarkup


class PutsFormAway(SendMessage):
    """Thanks for that number, and the form goes; left out where none stays before them."""


@dataclass(frozen=True)
class Answer:
    """Makes replies to one chat. Nothing is sent here: the pipeline sends after the commit.

    Without limits it answers no question about records: a step of the pipeline speaks.
    """

    chat_id: int
    limits: Limits | None = None
    pressed: int | None = None  # the message whose button asks, if an answer may take its place
    turns_page: bool = False  # it does: the button goes on with the list in that message
    made: list[SendMessage | SendDocument | SendPhoto] = field(default_factory=list, compare=False)
    numbered: list[Numbered] = field(default_factory=list, compare=False)  # of the lists in it
    lacking: list[Lacking] = field(default_factory=list, compare=False)  # what was asked for

    def __call__(
        self, words: str, buttons: Buttons = (), brief: Brief | None = None
    ) -> SendMessage:
        """The words, or where little may be said what `brief` holds, or only a link to our page."""
        self.numbered.extend(numbered(brief or ()))
        return self._put(*self._within_limits(words, buttons, brief), in_place=self.turns_page)

    def instead(self, words: str, buttons: Buttons = (), brief: Brief | None = None) -> SendMessage:
        """The same, in place of the message whose button was pressed: it was about nothing else.

        A new message where none was pressed, or other things stand in it as well.
        """
        return self._put(*self._within_limits(words, buttons, brief), in_place=True)

    def anywhere(self, words: str, buttons: Buttons = ()) -> SendMessage:
        """Words that say nothing of any record: what is missing, who is asked, what was changed."""
        return self._put(words, buttons, in_place=False)

    def ask_for(self, what: Lacking, words: str, buttons: Buttons = ()) -> SendMessage:
        """Ask for the one thing that the question lacks: the next words may be just that."""
        self.lacking.append(what)
        return self.anywhere(words, buttons)

    def contact(self, words: str, label: str) -> RequestContact:
        """Beside a question for a number: the messenger may give it, where it has a form for it."""
        key = KeyboardButton(text=label, request_contact=True)
        form = ReplyKeyboardMarkup(keyboard=[[key]], resize_keyboard=True, one_time_keyboard=True)
        method = RequestContact(chat_id=self.chat_id, text=words, reply_markup=form)
        self.made.append(method)
        return method

    def contact_over(self, words: str) -> SendMessage:
        """Words after which no number is asked for: that form is put away where it stays."""
        method = SendMessage(chat_id=self.chat_id, text=words, reply_markup=NO_FORM)
        self.made.append(method)
        return method

    def contact_taken(self, words: str) -> PutsFormAway:
        """The same before an answer with buttons: Telegram puts them or this under a message."""
        method = PutsFormAway(chat_id=self.chat_id, text=words, reply_markup=NO_FORM)
        self.made.append(method)
        return method

    def file(self, name: str, content: str | bytes, words: str) -> SendDocument:
        """Something to keep, as a file of this name, that says nothing of any record.

        Or no more than its reader has just sent there.
        """
        whole = content.encode() if isinstance(content, str) else content
        document = BufferedInputFile(whole, filename=name)
        method = SendDocument(chat_id=self.chat_id, document=document, caption=words)
        self.made.append(method)
        return method

    def picture(
        self,
        name: str,
        content: bytes,
        words: str,
        buttons: Buttons = (),
        *,
        brief: Brief | None = None,
    ) -> SendPhoto | SendMessage:
        """A picture under this name with the same in words; where little may be said, the brief."""
        if self.limits and self.limits.hold_back:
            return self(words, buttons, brief)
        photo = BufferedInputFile(content, filename=name)
        markup = InlineKeyboardMarkup(inline_keyboard=[list(row) for row in buttons])
        method = SendPhoto(
            chat_id=self.chat_id,
            photo=photo,
            caption=words,
            reply_markup=markup if buttons else None,
        )
        self.made.append(method)
        return method

    def _within_limits(
        self, words: str, buttons: Buttons, brief: Brief | None
    ) -> tuple[str, Buttons]:
        if self.limits and self.limits.hold_back:
            return self.limits.applied([list(row) for row in buttons], brief)
        return words, buttons

    def _put(self, words: str, buttons: Buttons, *, in_place: bool) -> SendMessage:
        method = message(self.chat_id, words, buttons)
        if in_place and self.pressed is not None:
            method = InPlace(**dict(method), message_id=self.pressed)
        self.made.append(method)
        return method

    def alone(self, reply: Any) -> Any:
        """The reply, if nothing is in it that was not made here: files pass no limits.

        Papers stay on our own page; where something is held back, so do all of them.
        """
        if not (self.limits and self.limits.hold_back):
            return reply
        methods = reply if isinstance(reply, tuple) else (reply,)
        if all(one is None or any(one is made for made in self.made) for one in methods):
            return reply
        return self("")


def numbered(brief: Brief) -> list[Numbered]:
    """The items of a list by their numbers; what nothing can be done about by its number too."""
    named = (one for one in brief if isinstance(one, Reference))
    return [(one.place, *(one.item or (one.noun, 0))) for one in named if one.place]


def message(chat_id: int, words: str, buttons: Buttons = ()) -> SendMessage:
    """Words to one chat, as they are."""
    keyboard = [list(row) for row in buttons if row]
    return SendMessage(
        chat_id=chat_id,
        text=words,
        reply_markup=InlineKeyboardMarkup(inline_keyboard=keyboard) if keyboard else None,
    )
