"""What is said to everything else: what the assistant cannot do, and what it can."""

import datetime as dt

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from aiogram.types import Message, TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import own_page
from handlers.filters import answers, asks
from handlers.keyboards import button
from handlers.replies import Answer
from handlers.suggestions import suggestions
from handlers.teaching import hold, keep_of_officer, lesson_in
from handlers.texts import Say
from handlers.understanding.asked import Asked, Lexicon, Question
from storage.viewer import Viewer

router = Router(name=__name__)


class IsFile(Filter):
    """A file that is not read: no sheet of records, or not by who imports them."""

    async def __call__(self, event: TelegramObject) -> bool:
        return isinstance(event, Message) and event.document is not None


class NotBrought(Filter):
    """Something was sent, and the messenger does not bring what."""

    async def __call__(self, event: TelegramObject) -> bool:
        if not isinstance(event, Message):
            return False
        return event.content_type is ContentType.UNKNOWN and event.text is None


@asks(router, Question.OUT_OF_SCOPE)
async def out_of_scope(
    answer: Answer,
    say: Say,
    viewer: Viewer,
    db: AsyncSession,
    state: FSMContext,
    now: dt.datetime,
    lexicon: Lexicon,
    asked: Asked,
    words: str = "",
    raw_state: str | None = None,
) -> SendMessage:
    """Not ours to answer: say what is. What can be learnt from it is kept, or may be sent."""
    buttons = [*suggestions(say, viewer)]
    lesson = lesson_in(words, asked, now=now, lexicon=lexicon) if raw_state is None else None
    if lesson and viewer.is_staff:
        await keep_of_officer(lesson, viewer, db, now=now)
    elif lesson:
        press = await hold(lesson, state, now=now)
        buttons.append([button(say("teach-button"), press.pack())])
    return answer(say("out-of-scope"), buttons)


@answers(router.message, IsFile())
async def file_sent(answer: Answer, say: Say, viewer: Viewer) -> SendMessage:
    """It was not opened: where papers are handed in, and what can be asked here."""
    return answer(say("file-not-opened", staff=viewer.is_staff), suggestions(say, viewer))


@answers(router.message, NotBrought())
async def not_brought(answer: Answer, say: Say, viewer: Viewer, page_url: str) -> SendMessage:
    """Most likely a file, on a Zalo Bot: where to send it instead."""
    page = own_page.reached(page_url) or "none"
    words = say("not-brought", staff=viewer.is_staff, page=page)
    return answer(words, suggestions(say, viewer))


@answers(router.message)
async def not_words(answer: Answer, say: Say, viewer: Viewer) -> SendMessage:
    """A sticker, a voice message, a place: kindly ask for words."""
    return answer(say("not-words", staff=viewer.is_staff), suggestions(say, viewer))


@answers(router.callback_query)
async def old_button(answer: Answer, say: Say) -> SendMessage:
    """A button of an earlier version of this program."""
    return answer(say("button-not-offered"))
