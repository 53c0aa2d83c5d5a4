"""“Ý anh/chị là …?” · What was meant is not certain: the asker chooses by a button."""

import datetime as dt
from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import held_words
from handlers.filters import NoSuchDay, Repaired, Torn, answers
from handlers.keyboards import asking, is_it, title_of
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Lacking, Question, Slots
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.message, Torn())
async def which_one(
    asked: Asked,
    answer: Answer,
    say: Say,
    viewer: Viewer,
    state: FSMContext,
    now: dt.datetime,
    words: str = "",
) -> SendMessage:
    """Offer both, with what was said about them.

    Of people of the office the press brings the words as well; a citizen's may hold digits that
    are kept nowhere.
    """
    both = [
        asking(say(title_of(question)), replace(asked, question=question, runner_up=None))
        for question in (asked.question, asked.runner_up)
        if question
    ]
    if viewer.is_staff:
        await held_words.hold(words, [one.callback_data or "" for one in both], state, now=now)
    return answer(say("clarify-which"), [[one] for one in both])


@answers(router.message, Repaired())
async def this_code(asked: Asked, answer: Answer, say: Say) -> SendMessage:
    """The code was read with a letter as a digit, or with other groups: is it this one?"""
    slots = asked.slots
    if asked.question is not Question.PETITION_STATUS:
        code, meant = slots.dossier_code, Slots(dossier_code=slots.dossier_code)
    else:
        code, meant = slots.petition_code, Slots(petition_code=slots.petition_code)
    return answer(
        say("clarify-code", code=code or ""),
        [[is_it(say("clarify-code-yes", code=code or ""), replace(asked, slots=meant))]],
    )


@answers(router.message, NoSuchDay())
async def no_such_day(asked: Asked, answer: Answer, say: Say) -> SendMessage:
    """Nothing is answered for another day than the one that was meant."""
    return answer.ask_for(Lacking.DAY, say("clarify-no-such-day", day=asked.slots.no_such_day))
