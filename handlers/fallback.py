"""What is said to everything else: what the assistant cannot do, and what it can."""

import datetime as dt

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import answers, asks
from handlers.keyboards import button
from handlers.replies import Answer
from handlers.suggestions import suggestions
from handlers.teaching import hold, keep_of_officer, lesson_in
from handlers.texts import Say
from handlers.understanding.asked import Asked, Lexicon, Question
from storage.viewer import Viewer

router = Router(name=__name__)


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


@answers(router.message)
async def not_words(answer: Answer, say: Say, viewer: Viewer) -> SendMessage:
    """A sticker, a voice message, a place: kindly ask for words."""
    return answer(say("not-words", staff=viewer.is_staff), suggestions(say, viewer))


@answers(router.callback_query)
async def old_button(answer: Answer, say: Say) -> SendMessage:
    """A button of an earlier version of this program."""
    return answer(say("button-not-offered"))
